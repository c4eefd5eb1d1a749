"""What adversarial attacks show of a reader: how far its answers are from falling.

Whoever found the changed pictures (``training.attacks`` does, with TensorFlow), here the program
itself reads them, and says of how many it would have noticed: that they are no digit, or may be
either of two. Medians beside those of Analysis by Synthesis (see :mod:`evaluation.sweeps`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from desktop_cvae.core.language import mark
from desktop_cvae.core.results import NO_DIGIT, UNSURE, FloatArray, IntArray
from desktop_cvae.inference.opened_model import OpenedModel

Numbers = npt.NDArray[np.float64]
CHUNK = 128
CHANGED = 1e-6
"""A pixel that differs by less has not been changed."""
NO_FOOLBOX = mark("Attacks need Foolbox; install it with “pip install 'desktop-cvae[attack]'”.")


@dataclass(frozen=True)
class Norm:
    """How a change is measured.

    Attributes:
        name: ``"l2"``, ``"linf"`` or ``"l0"``.
        title: for people.
        radii: of the changes whose share of survivors is told.
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


def distances(before: FloatArray, after: FloatArray, norm: str) -> Numbers:
    """How far pictures were changed.

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
class Attacked:
    """What became of the digits of one attack, read in one pass as a scorecard counts.

    Attributes:
        norm: one of ``NORMS``.
        distances: float64, (N,), of the least change found that is misread; 0 for digits that are
            misread as they are, inf for those that withstood.
        refused: how many of the changed and misread ones are called no digit.
        unsure: how many of them are said to be either of some.
        saved: how many of them are read right again over the views of a close call.
    """

    norm: str
    distances: Numbers
    refused: int
    unsure: int
    saved: int

    @property
    def n(self) -> int:
        """Digits attacked, those that were misread before included."""
        return len(self.distances)

    @property
    def misread(self) -> int:
        """Digits that no attack was needed for."""
        return int((self.distances == 0).sum())

    @property
    def fooled(self) -> int:
        """Digits that a change was found for."""
        return int((np.isfinite(self.distances) & (self.distances > 0)).sum())

    @property
    def median(self) -> float | None:
        """The median distance; None where most withstood."""
        middle = float(np.median(self.distances)) if self.n else np.inf
        return middle if np.isfinite(middle) else None

    def still_right(self, radius: float) -> float:
        """The share of digits that no change of at most that size was found for."""
        return float((self.distances > radius).mean()) if self.n else 0.0

    def to_json(self) -> dict[str, Any]:
        """For ``--format json``."""
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
            "refused": self.refused,
            "unsure": self.unsure,
            "saved_by_views": self.saved,
        }


def misread(model: OpenedModel, images: FloatArray, labels: IntArray) -> npt.NDArray[np.bool_]:
    """Which pictures are not read as their label in one pass, bool, (N,)."""
    readings = [
        reading.label
        for at in range(0, len(images), CHUNK)
        for reading in model.read(images[at : at + CHUNK], augment_close_calls=False)
    ]
    return np.asarray(np.array(readings, np.int64) != labels)


def verify(
    model: OpenedModel,
    before: FloatArray,
    after: FloatArray,
    labels: IntArray,
    norm: str,
    refuse: float,
) -> Attacked:
    """Read what was changed with the program's own engine.

    Args:
        model: was attacked.
        before: float32, (N, 28, 28), in [0, 1].
        after: the same, changed; as it was where nothing was found or needed.
        labels: int64, (N,).
        norm: one of ``NORMS``.
        refuse: share of real digits that may be refused.
    """
    found = distances(before, after, norm)
    found[found == 0] = np.inf
    found[misread(model, before, labels)] = 0.0
    refused = unsure = saved = 0
    for index in np.flatnonzero(np.isfinite(found) & (found > 0)):
        picture, label = after[index][np.newaxis], int(labels[index])
        reading = model.read(picture, refuse, augment_close_calls=False)[0]
        if reading.label == label:
            found[index] = np.inf
            continue
        kind = reading.verdict.kind if reading.verdict else ""
        refused, unsure = refused + (kind == NO_DIGIT), unsure + (kind == UNSURE)
        saved += model.read(picture, refuse)[0].label == label
    return Attacked(norm, found, refused, unsure, saved)
