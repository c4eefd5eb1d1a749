"""Reading after thinking beside reading in one pass (``inference.thinking``)."""

from __future__ import annotations

import time
from dataclasses import dataclass

from desktop_cvae.core.calibration import DEFAULT_FALSE_REJECTION_RATE
from desktop_cvae.core.results import DIGIT, UNSURE, FloatArray, IntArray
from desktop_cvae.core.tasks import Progress, Task, result_of
from desktop_cvae.inference.opened_model import OpenedModel
from desktop_cvae.inference.thinking import think


@dataclass
class ThinkingGain:
    """Numbers of pictures.

    Attributes:
        steps: the most that were allowed a picture.
        n: of all pictures.
        right_before: read correctly in one pass.
        right: read correctly after thinking.
        mended: of these, read wrongly in one pass.
        spoiled: read wrongly after thinking, and correctly in one pass.
        unsure: called unsure after thinking.
        unmarked_errors: read wrongly after thinking, and neither unsure nor rejected.
        seconds: time for all of them.
    """

    steps: int
    n: int = 0
    right_before: int = 0
    right: int = 0
    mended: int = 0
    spoiled: int = 0
    unsure: int = 0
    unmarked_errors: int = 0
    seconds: float = 0.0


def measure_thinking(
    model: OpenedModel,
    images: FloatArray,
    labels: IntArray,
    steps: int,
    false_rejection_rate: float = DEFAULT_FALSE_REJECTION_RATE,
    seed: int = 0,
) -> Task[ThinkingGain]:
    """Think about every picture.

    Args:
        model: with labels.
        images: float32, (N, 28, 28), in [0, 1].
        labels: int64, (N,).
        steps: most steps a picture.
        false_rejection_rate: fraction of real digits rejected, in [0, 0.05].
        seed: of the importance samples.
    """
    gain = ThinkingGain(steps)
    for image, label in zip(images, labels.tolist(), strict=True):
        started = time.perf_counter()
        reading = result_of(think(model.recogniser, image, steps, false_rejection_rate, seed))
        gain.seconds += time.perf_counter() - started
        assert reading.thought is not None
        assert reading.verdict is not None
        was_right, is_right = reading.thought.first == label, reading.label == label
        kind = reading.verdict.kind
        gain.n += 1
        gain.right_before += was_right
        gain.right += is_right
        gain.mended += is_right and not was_right
        gain.spoiled += was_right and not is_right
        gain.unsure += kind == UNSURE
        gain.unmarked_errors += kind == DIGIT and not is_right
        yield Progress(gain.n, len(images))
    return gain
