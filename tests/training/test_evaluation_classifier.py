"""The judge learns from a seed, is kept in the cache, and learns anew where that is damaged."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from fakes import draw_digit

from desktop_cvae.core import paths
from desktop_cvae.core.results import FloatArray
from desktop_cvae.core.tasks import relayed, result_of
from desktop_cvae.datasets.dataset import DigitDataset
from desktop_cvae.training import evaluation_classifier
from desktop_cvae.training.evaluation_classifier import (
    EvaluationClassifier,
    load_classifier,
    save_classifier,
)


@pytest.fixture(autouse=True, scope="module")
def quick() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        for name, value in (("CHANNELS", (4, 8)), ("STEPS", 40), ("BATCH", 32)):
            patch.setattr(evaluation_classifier, name, value)
        yield


@pytest.fixture(scope="module")
def digits() -> DigitDataset:
    """Drawn digits, each in a hand of its own."""
    hands = np.random.default_rng(0).normal(0, (0.1, 0.05), (200, 2))
    drawn = [draw_digit(at % 10, *hand) for at, hand in enumerate(hands)]
    return DigitDataset(np.rint(255 * np.stack(drawn)).astype(np.uint8), np.arange(200) % 10)


@pytest.fixture(scope="module")
def taught(digits: DigitDataset, quick: None) -> EvaluationClassifier:
    """A judge of these digits."""
    return result_of(EvaluationClassifier(10, 0).learned_from(digits.floats(), digits.labels))


def test_it_learns_and_says_how_far_it_is(
    digits: DigitDataset, taught: EvaluationClassifier
) -> None:
    beginner = EvaluationClassifier(10, 0)
    steps = []
    task = beginner.learned_from(digits.floats(), digits.labels)
    again = result_of(relayed(task, lambda step: steps.append(step) or step))
    assert [step.done for step in steps] == [0, 320, 640, 960]
    assert {step.total for step in steps} == {1280}
    features, labels = taught.look(digits.floats())
    assert features.shape == (200, evaluation_classifier.FEATURES)
    assert features.min() == 0
    assert (labels == digits.labels).mean() > 0.9
    # Who teaches does not learn.
    assert (beginner.look(digits.floats())[1] == digits.labels).mean() < 0.5
    # The same digits and seed make the same judge.
    np.testing.assert_allclose(again.look(digits.floats())[0], features, atol=1e-3)


def test_the_seed_decides_with_what_it_begins(digits: DigitDataset) -> None:
    first, same, other = (
        EvaluationClassifier(10, seed).look(digits.floats())[0] for seed in (3, 3, 4)
    )
    np.testing.assert_array_equal(first, same)
    assert np.abs(first - other).max() > 0.1


def test_pictures_are_moved_but_not_changed() -> None:
    images = np.zeros((50, 28, 28), np.float32)
    images[:, 10:14, 12:15] = np.arange(1, 51)[:, np.newaxis, np.newaxis] / 50
    moved = evaluation_classifier._shifted(images, np.random.default_rng(0))
    assert moved.shape == (50, 28, 28, 1)
    np.testing.assert_allclose(moved.sum(axis=(1, 2, 3)), images.sum(axis=(1, 2)), rtol=1e-5)
    corners = {_corner(image) for image in moved[..., 0]}
    reach = range(-evaluation_classifier.SHIFT_PX, evaluation_classifier.SHIFT_PX + 1)
    assert corners <= {(10 + down, 12 + right) for down in reach for right in reach}
    assert len(corners) > len(reach)


def _corner(image: FloatArray) -> tuple[int, int]:
    rows, columns = np.nonzero(image)
    return int(rows.min()), int(columns.min())


def test_it_is_kept_by_data_and_seed(digits: DigitDataset, taught: EvaluationClassifier) -> None:
    assert load_classifier(digits, 0) is None
    save_classifier(taught, digits, 0)
    kept = load_classifier(digits, 0)
    assert kept is not None
    for mine, its in zip(taught.look(digits.floats()), kept.look(digits.floats()), strict=True):
        np.testing.assert_array_equal(mine, its)
    assert load_classifier(digits, 1) is None
    assert load_classifier(digits.limit(199), 0) is None


@pytest.mark.parametrize("damage", ["bit", "short", "no digest", "another network", "no number"])
def test_a_damaged_one_counts_as_absent(
    digits: DigitDataset, damage: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    beginner = EvaluationClassifier(10, 0)
    if damage == "no number":
        tensors = beginner.tensors()
        tensors["scores.bias"] = np.full(10, np.nan, np.float32)
        beginner.assign(tensors)
    save_classifier(beginner, digits, 0)
    path = _file()
    if damage == "bit":
        path.write_bytes(path.read_bytes()[:-1] + b"\x01")
    elif damage == "short":
        path.write_bytes(path.read_bytes()[:-4])
    elif damage == "no digest":
        path.with_name(f"{path.name}.sha256").unlink()
    elif damage == "another network":
        monkeypatch.setattr(evaluation_classifier, "CHANNELS", (4, 4))
    assert load_classifier(digits, 0) is None


def _file() -> Path:
    (path,) = (paths.cache_dir() / "judges").glob("*.safetensors")
    return path
