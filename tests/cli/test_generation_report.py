"""Real digits are judged beside the samples: as many, and none that the judge has learned from."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from desktop_cvae.cli import generation_report
from desktop_cvae.core.results import FloatArray, IntArray
from desktop_cvae.core.tasks import Task
from desktop_cvae.datasets.dataset import DigitDataset


def counted(count: int) -> DigitDataset:
    """Digits whose grey is their number."""
    images = np.arange(count, dtype=np.uint8)[:, None, None] * np.ones((1, 28, 28), np.uint8)
    return DigitDataset(images, np.arange(count) % 10)


@pytest.mark.parametrize(("samples", "judged"), [(8, range(20, 28)), (99, range(20, 40))])
def test_unlearned_digits_are_judged_beside_the_samples(
    monkeypatch: pytest.MonkeyPatch, samples: int, judged: range
) -> None:
    seen: list[int] = []

    def judge(_: object, images: FloatArray, labels: IntArray, *__: object) -> Task[Any]:
        seen.extend(np.rint(255 * images[:, 0, 0]).astype(int).tolist())
        assert labels.tolist() == [number % 10 for number in seen]
        yield from ()
        return "judged"

    monkeypatch.setattr(generation_report, "judge_images", judge)
    classifier = SimpleNamespace(look=lambda images: (images, np.zeros(len(images), np.int64)))
    training = counted(40)
    reference = generation_report._Reference(
        classifier,  # type: ignore[arg-type]
        seed=3,
        test=counted(10),
        training=training,
        learned=training.limit(20),
    )
    report = reference.report({}, samples)
    assert seen == list(judged)
    assert (report.judge_digits, report.judge_seed, report.judge_accuracy) == (20, 3, 0.1)
    assert report.real_digits == "judged"
