from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from fakes import fake_model

from desktop_cvae.core.tasks import Progress
from desktop_cvae.evaluation import thinking_gain
from desktop_cvae.evaluation.thinking_gain import ThinkingGain, measure_thinking


def test_what_thinking_mends_and_spoils_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    # Of each picture: label, label of the first pass, label after thinking, verdict.
    cases = (
        *((1, 1, 1, "digit"), (1, 1, 1, "unsure"), (2, 2, 2, "digit")),
        *((3, 5, 3, "digit"), (4, 4, 7, "digit"), (5, 5, 8, "unsure")),
        *((6, 1, 2, "not a digit"), (7, 1, 1, "digit"), (8, 1, 8, "unsure"), (9, 2, 9, "digit")),
    )
    images = np.zeros((len(cases), 28, 28), np.float32)
    images[:, 0, 0] = range(len(cases))
    asked = []

    def think(recogniser: object, image: Any, *settings: object) -> Iterator[Progress]:
        asked.append(settings)
        _, first, label, kind = cases[int(image[0, 0])]
        yield Progress(1, 2)
        thought, verdict = SimpleNamespace(first=first), SimpleNamespace(kind=kind)
        return SimpleNamespace(thought=thought, label=label, verdict=verdict)

    times = iter(np.arange(0, 100, 0.5) ** 2)
    monkeypatch.setattr(thinking_gain, "think", think)
    monkeypatch.setattr(thinking_gain, "time", SimpleNamespace(perf_counter=lambda: next(times)))
    labels = np.array([case[0] for case in cases])
    task = measure_thinking(fake_model(), images, labels, 20, 0.02, 3)
    steps = []
    while True:
        try:
            steps.append(next(task))
        except StopIteration as ended:
            gain = ended.value
            break
    assert [(step.done, step.total) for step in steps] == [(n, 10) for n in range(1, 11)]
    assert asked == [(20, 0.02, 3)] * 10
    # From (n)² to (n + ½)² for n = 0 … 9 it takes n + ¼.
    assert gain == ThinkingGain(
        steps=20,
        n=10,
        right_before=5,
        right=6,
        mended=3,
        spoiled=2,
        unsure=3,
        unmarked_errors=2,
        seconds=47.5,
    )
