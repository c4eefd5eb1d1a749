"""Robustness of a model to adversarial attacks: how large a change must be to be misread.

``training.adversarial_attacks`` finds the changed pictures with TensorFlow. Here the program's own
engine reads them and counts how many it would have rejected as no digit or called unsure. Reference
medians are those of Analysis by Synthesis (see :mod:`evaluation.corruption_curves`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np
import numpy.typing as npt

from desktop_cvae.core.calibration import DEFAULT_FALSE_REJECTION_RATE
from desktop_cvae.core.language import mark
from desktop_cvae.core.results import (
    NO_DIGIT,
    UNSURE,
    DoubleArray,
    FloatArray,
    IntArray,
    Recognition,
)
from desktop_cvae.core.tasks import result_of
from desktop_cvae.inference.opened_model import OpenedModel

Reader = Callable[[FloatArray], list[Recognition]]
Attack = Callable[[FloatArray, IntArray, "int | None", Callable[[float, int], object]], FloatArray]
"""Images, their labels, the target label and a progress callback → changed images."""
CHUNK = 128
CHANGED = 1e-6
"""Smallest difference that counts as a changed pixel."""
MISREAD, SURE = "misread", "sure"
"""Goals of an attack: the wrong label wins, or it also wins by more than the “unsure” margin."""
NO_FOOLBOX = mark(
    "Attacks need Foolbox; install it with “pip install '.[attack]'” in the program’s source "
    "folder."
)


@dataclass(frozen=True)
class Norm:
    """A norm that measures changes.

    Attributes:
        name: ``"l2"``, ``"linf"`` or ``"l0"``.
        title: for people.
        radii: sizes of change at which the fraction still read correctly is reported.
        reference: the median distance of Analysis by Synthesis.
    """

    name: str
    title: str
    radii: tuple[float, ...]
    reference: float


NORMS = {
    norm.name: norm
    for norm in (
        Norm("l2", mark("L2: root of the squared changes"), (0.5, 1.0, 1.5, 2.0, 3.0), 2.2),
        Norm("linf", mark("L∞: the largest change"), (0.05, 0.1, 0.15, 0.2, 0.3), 0.23),
        Norm("l0", mark("L0: changed pixels"), (4, 8, 12, 16, 24), 16),
    )
}


def distances(before: FloatArray, after: FloatArray, norm: str) -> DoubleArray:
    """Measure how far pictures were changed.

    Args:
        before: float32, (N, 28, 28), in [0, 1].
        after: the same.
        norm: one of ``NORMS``.

    Returns:
        float64, (N,).
    """
    gaps = np.abs(after.astype(np.float64) - before).reshape(len(before), -1)
    if norm == "l2":
        return np.asarray(np.sqrt((gaps**2).sum(axis=1)))
    return np.asarray(gaps.max(axis=1) if norm == "linf" else (gaps > CHANGED).sum(axis=1), float)


@dataclass(frozen=True, eq=False)
class AttackResult:
    """Results of one attack, read in one pass as a scorecard counts.

    Attributes:
        norm: one of ``NORMS``.
        distances: float64, (N,), of the smallest change found that is misread; 0 for digits that
            are misread unchanged, inf for those that withstood.
        rejected: number of changed and misread digits that are rejected.
        unsure: number of them that are called unsure.
        saved: number of them that are read correctly with test-time augmentation.
    """

    norm: str
    distances: DoubleArray
    rejected: int
    unsure: int
    saved: int

    @property
    def n(self) -> int:
        """Number of digits attacked, including those misread unchanged."""
        return len(self.distances)

    @property
    def misread(self) -> int:
        """Number of digits misread unchanged."""
        return int((self.distances == 0).sum())

    @property
    def fooled(self) -> int:
        """Number of digits for which a change was found."""
        return int((np.isfinite(self.distances) & (self.distances > 0)).sum())

    @property
    def median(self) -> float | None:
        """Median distance; None if most digits withstood."""
        middle = float(np.median(self.distances)) if self.n else np.inf
        return middle if np.isfinite(middle) else None

    def still_right(self, radius: float) -> float:
        """Return the fraction of digits for which no change up to that size was found."""
        return float((self.distances > radius).mean()) if self.n else 0.0

    def to_json(self) -> dict[str, Any]:
        """Return the JSON of ``--format json``."""
        norm = NORMS[self.norm]
        return {
            "norm": self.norm,
            "n": self.n,
            "misread_before": self.misread,
            "fooled": self.fooled,
            "median": self.median,
            "reference_median": norm.reference,
            "radii": list(norm.radii),
            "still_right": [self.still_right(radius) for radius in norm.radii],
            "refused": self.rejected,
            "unsure": self.unsure,
            "saved_by_views": self.saved,
        }


def attacked_reader(
    model: OpenedModel,
    false_rejection_rate: float = DEFAULT_FALSE_REJECTION_RATE,
    thinking_steps: int = 0,
) -> Reader:
    """Return what reads the pictures of an attack: in one pass, or after thinking."""
    if not thinking_steps:
        return partial(
            model.read, false_rejection_rate=false_rejection_rate, test_time_augmentation=False
        )
    from desktop_cvae.inference.thinking import think

    def read(images: FloatArray) -> list[Recognition]:
        thinking = (
            think(model.recogniser, image, thinking_steps, false_rejection_rate) for image in images
        )
        return [result_of(each) for each in thinking]

    return read


def misread(read: Reader, images: FloatArray, labels: IntArray) -> npt.NDArray[np.bool_]:
    """Return which pictures are not read as their label, bool, (N,)."""
    readings = [
        reading.label
        for start in range(0, len(images), CHUNK)
        for reading in read(images[start : start + CHUNK])
    ]
    return np.asarray(np.array(readings, np.int64) != labels)


def verify_attack(
    model: OpenedModel,
    before: FloatArray,
    after: FloatArray,
    labels: IntArray,
    norm: str,
    false_rejection_rate: float,
    thinking_steps: int = 0,
) -> AttackResult:
    """Read the changed pictures with the program's own engine.

    Args:
        model: the attacked model.
        before: float32, (N, 28, 28), in [0, 1].
        after: the same, changed; unchanged where no change was found or needed.
        labels: int64, (N,).
        norm: one of ``NORMS``.
        false_rejection_rate: fraction of real digits rejected, in [0, 0.05].
        thinking_steps: steps for which the attacked reader thinks; 0 reads in one pass.
    """
    read = attacked_reader(model, false_rejection_rate, thinking_steps)
    found = distances(before, after, norm)
    found[found == 0] = np.inf
    found[misread(read, before, labels)] = 0.0
    rejected = unsure = saved = 0
    for index in np.flatnonzero(np.isfinite(found) & (found > 0)):
        picture, label = after[index][np.newaxis], int(labels[index])
        reading = read(picture)[0]
        if reading.label == label:
            found[index] = np.inf
            continue
        kind = reading.verdict.kind if reading.verdict else ""
        rejected, unsure = rejected + (kind == NO_DIGIT), unsure + (kind == UNSURE)
        saved += model.read(picture, false_rejection_rate)[0].label == label
    return AttackResult(norm, found, rejected, unsure, saved)
