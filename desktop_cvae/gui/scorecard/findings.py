"""What has been measured so far, model by model."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from desktop_cvae.core.results import IntArray, Scorecard
from desktop_cvae.gui.values import LoadedModel
from desktop_cvae.inference.digit_score import Numbers
from desktop_cvae.inference.refusals import Refusals
from desktop_cvae.inference.reliability import Reliability
from desktop_cvae.inference.scorecard import Readings
from desktop_cvae.inference.sweeps import NOISE, Sweep, SweepPoint


@dataclass(frozen=True, eq=False)
class ChunkResult:
    """What a model did with some of the digits.

    Attributes:
        places: int64, (n,), which digits of the data set.
        card: the results on them.
        readings: what was read in each; None for a model without labels.
    """

    places: IntArray
    card: Scorecard
    readings: Readings | None


@dataclass(eq=False)
class ModelFindings:
    """One model's results, which grow while it is measured.

    Attributes:
        model: the opened model.
        name: of it; each another.
        chunks: results on one part of the digits after the other.
        sweeps: by the sweep's name, by level.
        others: digit scores of pictures that are no digits, part by part.
    """

    model: LoadedModel
    name: str
    chunks: list[ChunkResult] = field(default_factory=list)
    sweeps: dict[str, dict[float, SweepPoint]] = field(default_factory=dict)
    others: list[Numbers] = field(default_factory=list)

    @property
    def n(self) -> int:
        """Digits scored so far."""
        return sum(chunk.card.n for chunk in self.chunks)

    @property
    def readings(self) -> Readings | None:
        """What was read so far; None if nothing, or for a model without labels."""
        parts = [chunk.readings for chunk in self.chunks if chunk.readings is not None]
        if not parts:
            return None
        odds = [part.digit_scores for part in parts if part.digit_scores is not None]
        return Readings(
            np.concatenate([part.labels for part in parts]),
            np.concatenate([part.read for part in parts]),
            np.concatenate([part.confidence for part in parts]),
            np.concatenate(odds) if len(odds) == len(parts) else None,
        )

    def refused(self, refuse: float) -> float | None:
        """The share refused where so many digits may be; None if the model refuses none."""
        readings, calibration = self.readings, self.model.entry.manifest.calibration
        if readings is None or calibration is None:
            return None
        return readings.refused(calibration, refuse)

    @property
    def refusals(self) -> Refusals | None:
        """Digit scores so far; None if nothing was read, or the model refuses none."""
        readings = self.readings
        if readings is None or readings.digit_scores is None:
            return None
        return Refusals(readings.digit_scores, np.concatenate([np.zeros(0), *self.others]))

    @property
    def confusion(self) -> IntArray | None:
        """Int64, (K, K), true label by row; None if nothing was read."""
        readings = self.readings
        return None if readings is None else readings.confusion(len(self.model.label_names))

    @property
    def reliability(self) -> Reliability | None:
        """Confidence beside accuracy; None if nothing was read."""
        readings = self.readings
        return None if readings is None else readings.reliability

    @property
    def accuracy(self) -> float | None:
        """Share read right; None if nothing was read."""
        readings = self.readings
        return None if readings is None else float((readings.read == readings.labels).mean())

    def mean(self, name: str) -> float:
        """The mean of one of the scorecard's quantities over the digits so far."""
        total = sum(float(getattr(chunk.card, name)) * chunk.card.n for chunk in self.chunks)
        return total / self.n

    def places_of(self, label: int, read: int) -> IntArray:
        """The digits behind a cell of the confusion matrix, int64, (n,)."""
        readings = self.readings
        if readings is None:
            return np.zeros(0, np.int64)
        places = np.concatenate([chunk.places for chunk in self.chunks])
        behind = (readings.labels == label) & (readings.read == read)
        return np.asarray(places[behind], np.int64)

    def add(self, chunk: ChunkResult) -> None:
        """More digits were scored as they are, which is noise of level 0 too."""
        self.chunks.append(chunk)
        if chunk.readings is not None:
            right = int((chunk.readings.read == chunk.readings.labels).sum())
            self.add_point(NOISE, SweepPoint(0.0, chunk.card.n, right))

    def add_point(self, sweep: Sweep, point: SweepPoint) -> None:
        """More digits were read at one level of a sweep."""
        levels = self.sweeps.setdefault(sweep.name, {})
        levels[point.level] = levels.get(point.level, SweepPoint(point.level, 0, 0)) + point

    def points(self, sweep: Sweep) -> tuple[SweepPoint, ...]:
        """A sweep's points so far, in the order of their levels."""
        levels = self.sweeps.get(sweep.name, {})
        return tuple(levels[level] for level in sorted(levels))
