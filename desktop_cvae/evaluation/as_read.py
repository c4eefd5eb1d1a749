"""Accuracy and verdicts of pictures read as ``recognize`` reads them, with every hypothesis.

Beside it, :mod:`evaluation.scorecard` measures the network alone, in one pass.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import astuple, dataclass

from desktop_cvae.core.calibration import DEFAULT_FALSE_REJECTION_RATE
from desktop_cvae.core.results import DIGIT, UNSURE, Candidate, FloatArray
from desktop_cvae.core.tasks import Progress, Task
from desktop_cvae.inference.opened_model import OpenedModel
from desktop_cvae.pictures.hypotheses import propose_hypotheses

CHUNK = 64


@dataclass(frozen=True)
class AsRead:
    """Numbers of pictures by what the user is told.

    Attributes:
        n: of all pictures.
        right: whose best label is the true one, whatever the verdict.
        unsure: called unsure between labels.
        rejected: called “not a digit”, the blank ones included.
        unmarked_errors: read as a wrong digit without a word of doubt.
    """

    n: int = 0
    right: int = 0
    unsure: int = 0
    rejected: int = 0
    unmarked_errors: int = 0

    def __add__(self, other: AsRead) -> AsRead:
        return AsRead(*(a + b for a, b in zip(astuple(self), astuple(other), strict=True)))


def measure_as_read(
    model: OpenedModel,
    pictures: Iterable[tuple[FloatArray, int]],
    total: int,
    false_rejection_rate: float = DEFAULT_FALSE_REJECTION_RATE,
) -> Task[AsRead]:
    """Read pictures as ``recognize`` does: hypotheses about the preparation, views, rejection.

    Args:
        model: with labels.
        pictures: float32, (H, W), in [0, 1], light is 1, either polarity, any size; and the index
            of the true label.
        total: how many pictures there are.
        false_rejection_rate: fraction of real digits rejected, in [0, 0.05].

    Yields:
        pictures read, after every step.
    """
    found, chunk = AsRead(), list[tuple[FloatArray, int]]()
    for picture in pictures:
        chunk.append(picture)
        if len(chunk) == CHUNK:
            found += read_chunk(model, chunk, false_rejection_rate)
            chunk = []
            yield Progress(found.n, total)
    if chunk:
        found += read_chunk(model, chunk, false_rejection_rate)
        yield Progress(found.n, total)
    return found


def read_chunk(
    model: OpenedModel,
    pictures: Iterable[tuple[FloatArray, int]],
    false_rejection_rate: float = DEFAULT_FALSE_REJECTION_RATE,
) -> AsRead:
    """Read some pictures in one step; arguments as for :func:`measure_as_read`."""
    images, labels = zip(*pictures, strict=True)
    proposed = [propose_hypotheses(image) for image in images]
    believed = [c[0] for c in model.prepare_all(proposed, false_rejection_rate)]
    found = AsRead()
    for candidate, label in zip(believed, labels, strict=True):
        found += _outcome(candidate, label)
    return found


def _outcome(candidate: Candidate, label: int) -> AsRead:
    reading = candidate.recognition
    if reading is None or reading.verdict is None:
        return AsRead(n=1, rejected=1)
    kind, is_right = reading.verdict.kind, reading.label == label
    return AsRead(
        n=1,
        right=int(is_right),
        unsure=int(kind == UNSURE),
        rejected=int(kind not in (DIGIT, UNSURE)),
        unmarked_errors=int(kind == DIGIT and not is_right),
    )
