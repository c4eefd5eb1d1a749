"""Measurement of several models in small steps, with the results so far.

Every model is measured on each part of the digits in turn, so that all curves grow together.

Tested in tests/gui/scorecard/test_scorecard_dialog.py.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

import numpy as np

from desktop_cvae.core.results import DoubleArray, FloatArray, IntArray, Scorecard
from desktop_cvae.core.tasks import Progress, result_of
from desktop_cvae.datasets.dataset import DigitDataset, labels_of_model
from desktop_cvae.evaluation.as_read import AsRead, read_chunk
from desktop_cvae.evaluation.corruption_curves import (
    NOISE,
    SHIFT,
    Corruption,
    CurvePoint,
    measure_level,
)
from desktop_cvae.evaluation.rejection import RejectionScores, score_others
from desktop_cvae.evaluation.scorecard import Readings, Reliability, score_pictures
from desktop_cvae.inference.opened_model import OpenedModel
from desktop_cvae.synthesis.synthetic_outliers import make_synthetic_outliers

SEED, OUTLIER_SEED = 0, 10_000
"""Seeds; the second differs from calibration's, whose synthetic outliers are known."""
CHUNK = 50
"""Digits per step: few enough that answers to the pen are not delayed."""
OUTLIERS = 12
"""Synthetic outliers per step; they take time to draw."""
AS_READ = 12
"""Digits per step that are read as a user would see them read; each takes as long as ten."""
# Noise of level 0 is scored with the digits; shifts of 0 are prepared, which may matter.
_LEVELS = [
    (corruption, level)
    for corruption in (NOISE, SHIFT)
    for level in corruption.levels
    if corruption is SHIFT or level
]


@dataclass(frozen=True, eq=False)
class ChunkResult:
    """A model's results on some of the digits.

    Attributes:
        indices: int64, (n,), of the digits in the data set.
        card: their scorecard.
        readings: their readings; None for a model without labels.
    """

    indices: IntArray
    card: Scorecard
    readings: Readings | None


@dataclass(frozen=True, eq=False)
class OutlierResult:
    """Digit scores, float64, (n,), of pictures that are not digits."""

    scores: DoubleArray


@dataclass(frozen=True, eq=False)
class LevelResult:
    """Accuracy on some digits at one level of a corruption."""

    corruption: Corruption
    point: CurvePoint


Result = ChunkResult | OutlierResult | LevelResult | AsRead


@dataclass(frozen=True)
class MeasurementStep(Progress):
    """One step of a measurement.

    Attributes:
        at: index of the model.
        result: results of the step.
    """

    at: int = 0
    result: Result | None = None


@dataclass(eq=False)
class ModelFindings:
    """One model's results, which grow while it is measured.

    Attributes:
        model: the opened model.
        name: its name, unique among the models.
        chunks: results on the parts of the digits.
        curves: points by corruption name and level.
        others: digit scores of pictures that are not digits, part by part.
        as_read: what a user gets from some of the digits.
    """

    model: OpenedModel
    name: str
    chunks: list[ChunkResult] = field(default_factory=list)
    curves: dict[str, dict[float, CurvePoint]] = field(default_factory=dict)
    others: list[DoubleArray] = field(default_factory=list)
    as_read: AsRead = field(default_factory=AsRead)

    @property
    def n(self) -> int:
        """Digits scored so far."""
        return sum(chunk.card.n for chunk in self.chunks)

    @property
    def readings(self) -> Readings | None:
        """Readings so far; None if there are none, or for a model without labels."""
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

    def rejected_fraction(self, false_rejection_rate: float) -> float | None:
        """Return the fraction rejected at that rate; None if the model rejects nothing."""
        readings, calibration = self.readings, self.model.calibration
        if readings is None or calibration is None:
            return None
        return readings.rejected_fraction(calibration, false_rejection_rate)

    @property
    def rejection(self) -> RejectionScores | None:
        """Digit scores so far; None if there are none, or the model rejects nothing."""
        readings = self.readings
        if readings is None or readings.digit_scores is None:
            return None
        return RejectionScores(readings.digit_scores, np.concatenate([np.zeros(0), *self.others]))

    @property
    def confusion(self) -> IntArray | None:
        """Confusion matrix, int64, (K, K), true label by row; None if nothing was read."""
        readings = self.readings
        return None if readings is None else readings.confusion(len(self.model.label_names))

    @property
    def reliability(self) -> Reliability | None:
        """Confidence beside accuracy; None if nothing was read."""
        readings = self.readings
        return None if readings is None else readings.reliability

    @property
    def accuracy(self) -> float | None:
        """Fraction read correctly; None if nothing was read."""
        readings = self.readings
        return None if readings is None else float((readings.read == readings.labels).mean())

    def mean(self, name: str) -> float:
        """Return the mean of one of the scorecard's quantities over the digits so far."""
        total = sum(float(getattr(chunk.card, name)) * chunk.card.n for chunk in self.chunks)
        return total / self.n

    def indices_of(self, label: int, read: int) -> IntArray:
        """Return the indices of the digits in a cell of the confusion matrix, int64, (n,)."""
        readings = self.readings
        if readings is None:
            return np.zeros(0, np.int64)
        indices = np.concatenate([chunk.indices for chunk in self.chunks])
        is_in_cell = (readings.labels == label) & (readings.read == read)
        return np.asarray(indices[is_in_cell], np.int64)

    def points(self, corruption: Corruption) -> tuple[CurvePoint, ...]:
        """Return a corruption's points so far, in the order of their levels."""
        levels = self.curves.get(corruption.name, {})
        return tuple(levels[level] for level in sorted(levels))

    def add(self, result: Result) -> None:
        """Add the results of a step."""
        if isinstance(result, OutlierResult):
            self.others.append(result.scores)
        elif isinstance(result, AsRead):
            self.as_read += result
        elif isinstance(result, LevelResult):
            self._add_point(result.corruption, result.point)
        else:
            self.chunks.append(result)
            if result.readings is not None:
                # Unchanged digits are also those under noise of level 0.
                right = int((result.readings.read == result.readings.labels).sum())
                self._add_point(NOISE, CurvePoint(0.0, result.card.n, right))

    def _add_point(self, corruption: Corruption, point: CurvePoint) -> None:
        levels = self.curves.setdefault(corruption.name, {})
        levels[point.level] = levels.get(point.level, CurvePoint(point.level, 0, 0)) + point


def choose_digits(digits: DigitDataset, count: int) -> IntArray:
    """Return random indices of the digits to measure, int64, (count,).

    Random, because the first half of MNIST's test part is the easier one.
    """
    return np.random.default_rng(SEED).permutation(len(digits))[:count].astype(np.int64)


def measure(
    models: Sequence[OpenedModel], digits: DigitDataset, indices: IntArray
) -> Generator[MeasurementStep, None, None]:
    """Measure models on some digits.

    Args:
        models: one or more.
        digits: held out.
        indices: int64, (n,), of the digits to measure.

    Yields:
        the results of each step, for :meth:`ModelFindings.add`.

    Raises:
        DatasetProblem: a model does not know one of the labels.
    """
    steps = list(_plan(models, digits, indices))
    for done, (at, work) in enumerate(steps, 1):
        yield MeasurementStep(done, len(steps), at=at, result=work())


def _plan(
    models: Sequence[OpenedModel], digits: DigitDataset, indices: IntArray
) -> Iterator[tuple[int, Callable[[], Result]]]:
    for start in range(0, len(indices), CHUNK):
        part = indices[start : start + CHUNK]
        for at, model in enumerate(models):
            yield at, partial(score_chunk, model, digits, part)
        for at, model in enumerate(models):
            if model.calibration is not None and model.calibration.can_reject:
                yield at, partial(_score_outliers, model, digits, part[:OUTLIERS])
        for at, model in enumerate(models):
            if model.has_labels:
                yield at, partial(_read_as_user, model, digits, part[:AS_READ])
        for corruption, level in _LEVELS:
            for at, model in enumerate(models):
                if model.has_labels:
                    yield at, partial(_read_at_level, model, digits, part, corruption, level)


def score_chunk(model: OpenedModel, digits: DigitDataset, indices: IntArray) -> ChunkResult:
    """Measure a model on some digits.

    Raises:
        DatasetProblem: the model does not know one of the labels.
    """
    scoring = score_pictures(
        model,
        pictures_at(digits, indices),
        labels_of_model(digits, model.spec)[indices],
        seed=int(indices[0]),
    )
    return ChunkResult(indices, *result_of(scoring))


def pictures_at(digits: DigitDataset, indices: IntArray) -> FloatArray:
    """Return some of the pictures, float32, (n, 28, 28), in [0, 1]."""
    return digits.images[indices].astype(np.float32) / np.float32(255)


def _score_outliers(model: OpenedModel, digits: DigitDataset, indices: IntArray) -> OutlierResult:
    """Score as many outliers as there are indices; some are made from the digits there."""
    seed = OUTLIER_SEED + int(indices[0])
    made = make_synthetic_outliers(
        pictures_at(digits, indices), digits.labels[indices], len(indices), seed
    )
    return OutlierResult(score_others(model, made))


def _read_as_user(model: OpenedModel, digits: DigitDataset, indices: IntArray) -> AsRead:
    labels = labels_of_model(digits, model.spec)[indices].tolist()
    return read_chunk(model, zip(pictures_at(digits, indices), labels, strict=True))


def _read_at_level(
    model: OpenedModel,
    digits: DigitDataset,
    indices: IntArray,
    corruption: Corruption,
    level: float,
) -> LevelResult:
    labels = labels_of_model(digits, model.spec)[indices]
    images, seed = pictures_at(digits, indices), int(indices[0])
    return LevelResult(corruption, measure_level(model, images, labels, corruption, level, seed))
