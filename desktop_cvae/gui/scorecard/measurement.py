"""Measures models in small steps on the worker, so that the pen's answers come in between.

What has been measured so far, model by model.

What the scorecard asks of the worker thread: plain functions of values.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QObject, Signal

from desktop_cvae.core.results import FloatArray, IntArray, Recognition, Scorecard
from desktop_cvae.core.tasks import result_of
from desktop_cvae.evaluation.rejection import Refusals
from desktop_cvae.evaluation.scorecard import Readings, Reliability
from desktop_cvae.evaluation.sweeps import NOISE, SHIFT, Sweep, SweepPoint
from desktop_cvae.gui.comparison.opener import Contender, Opener, Wish
from desktop_cvae.gui.model_source import ModelSource
from desktop_cvae.inference.digit_score import Numbers
from desktop_cvae.inference.opened_model import OpenedModel
from desktop_cvae.workers.job_runner import JobRunner

if TYPE_CHECKING:
    from desktop_cvae.datasets.dataset import DigitDataset
    from desktop_cvae.inference.digit_score import Numbers
    from desktop_cvae.library.model_library import ModelEntry


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

    model: OpenedModel
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
        readings, calibration = self.readings, self.model.calibration
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


SEED, DECOY_SEED = 0, 10_000
"""Another seed than a calibration's: those decoys are known."""


def find_digits(source: ModelSource, count: int) -> tuple[DigitDataset, IntArray] | None:
    """Test digits and which of them are asked about, chosen by chance; None without MNIST."""
    digits = source.test_digits()
    if digits is None:
        return None
    # The first half of MNIST's test part is the easier one; so none is taken as it comes.
    order = np.random.default_rng(SEED).permutation(len(digits))
    return digits, order[:count].astype(np.int64)


def score_places(model: OpenedModel, digits: DigitDataset, places: IntArray) -> ChunkResult:
    """A model's results on some digits.

    Raises:
        DatasetProblem: the model does not know one of the labels.
    """
    from desktop_cvae.evaluation.scorecard import score_pictures

    images, labels = _asked(model, digits, places)
    card, readings = result_of(
        score_pictures(
            model.engine, images, labels, seed=int(places[0]), calibration=model.calibration
        )
    )
    return ChunkResult(places, card, readings)


def score_decoys(model: OpenedModel, digits: DigitDataset, places: IntArray) -> Numbers:
    """Digit scores of made-up pictures that are no digits, one for each of the places.

    Args:
        model: calibrated, and able to refuse.
        digits: some decoys are made of them.
        places: chance decides by the first one.
    """
    from desktop_cvae.evaluation.rejection import score_others
    from desktop_cvae.pictures.synthetic_outliers import make_decoys

    assert model.calibration is not None
    seed = DECOY_SEED + int(places[0])
    made = make_decoys(_floats(digits, places), digits.labels[places], len(places), seed)
    return score_others(model.engine, made, model.calibration)


def read_at_level(
    model: OpenedModel, digits: DigitDataset, places: IntArray, sweep: Sweep, level: float
) -> SweepPoint:
    """What a model reads of some digits at one level of a sweep.

    Raises:
        DatasetProblem: the model does not know one of the labels.
    """
    from desktop_cvae.evaluation.sweeps import sweep_level

    images, labels = _asked(model, digits, places)
    return sweep_level(model.engine, images, labels, sweep, level, seed=int(places[0]))


def look_behind_cell(
    model: OpenedModel, digits: DigitDataset, places: IntArray
) -> tuple[FloatArray, list[Recognition]]:
    """Some digits, float32, (n, 28, 28), and how each label explains each of them."""
    from desktop_cvae.inference.recognition import recognize

    images = _floats(digits, places)
    return images, recognize(model.engine, images)


def _asked(
    model: OpenedModel, digits: DigitDataset, places: IntArray
) -> tuple[FloatArray, IntArray]:
    from desktop_cvae.datasets.dataset import labels_of_model

    return _floats(digits, places), labels_of_model(digits, model.spec)[places]


def _floats(digits: DigitDataset, places: IntArray) -> FloatArray:
    return digits.images[places].astype(np.float32) / np.float32(255)


CHUNK = 50
"""Digits of one job: so few that the pen's answers are not kept waiting."""
DECOYS = 12
"""Pictures that are no digits beside them; they must be drawn first."""
Step = tuple[Callable[[], Any], Callable[[Any], None]]


class Measurement(QObject):
    """Opens models and asks them about held-out digits; all of them grow side by side.

    Signals:
        began(list[ModelFindings]): the models are open; their findings are empty yet.
        grew: there is more in the findings.
        progressed(int, int): steps done, steps in all.
        said(str): what is being done before the first step.
        ended(bool): True if everything was measured, False if it was stopped.
        failed(Exception): the rest is given up.

    Args:
        runner: the worker.
        source: where models and test digits come from.
    """

    began = Signal(object)
    grew = Signal()
    progressed = Signal(int, int)
    said = Signal(str)
    ended = Signal(bool)
    failed = Signal(object)

    def __init__(
        self, runner: JobRunner, source: ModelSource, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._runner, self._source = runner, source
        self._slot = f"scorecard {id(self)}"
        self._steps: deque[Step] = deque()
        self._total = 0
        self._opened: dict[int, Contender] = {}
        self._places: IntArray | None = None
        self.digits: DigitDataset | None = None
        self.is_running = False
        self.opener = Opener(runner, source, parent=self)
        self.opener.progressed.connect(self.said)
        self.opener.opened.connect(self._on_opened)
        self.opener.finished.connect(self._on_all_opened)
        self.opener.failed.connect(self._fail)

    def start(self, entries: Sequence[ModelEntry], count: int) -> None:
        """Measure models of the library on so many digits."""
        self.stop()
        self.is_running = True
        self._opened = {}
        self.said.emit("Reading the test digits …")
        job = partial(find_digits, self._source, count)
        done = partial(self._on_digits_found, tuple(entries))
        self._runner.submit(self._slot, job, done, self._fail)

    def stop(self) -> None:
        """Ask nothing more; what was found stays."""
        if self.is_running:
            self._end(False)

    def _end(self, complete: bool) -> None:
        self.is_running = False
        self._steps.clear()
        self.opener.stop()
        self._runner.cancel(self._slot)
        self.ended.emit(complete)

    def _fail(self, error: Exception) -> None:
        if self.is_running:
            self._end(False)
            self.failed.emit(error)

    def _on_digits_found(
        self, entries: tuple[ModelEntry, ...], found: tuple[DigitDataset, IntArray] | None
    ) -> None:
        if found is None:
            from desktop_cvae.core.errors import DatasetProblem

            self._fail(DatasetProblem("MNIST's test digits are not here; see File ▸ Data sets…"))
            return
        self.digits, self._places = found
        self.opener.want([Wish(index, entry) for index, entry in enumerate(entries)])

    def _on_opened(self, wish: Wish, contender: Contender) -> None:
        self._opened[wish.index] = contender

    def _on_all_opened(self) -> None:
        if not self.is_running or self.digits is None or self._places is None:
            return
        found = [ModelFindings(c.model, c.name) for _, c in sorted(self._opened.items())]
        self.began.emit(found)
        self._steps = deque(self._plan(found, self.digits, self._places))
        self._total = len(self._steps)
        self._start_step()

    def _plan(
        self, models: Sequence[ModelFindings], digits: DigitDataset, places: IntArray
    ) -> Iterator[Step]:
        """Part by part everything is asked of every model, so that all curves grow together."""
        for start in range(0, len(places), CHUNK):
            part = places[start : start + CHUNK]
            for found in models:
                job = partial(score_places, found.model, digits, part)
                yield job, partial(self._add_chunk, found)
            for found in models:
                calibration = found.model.calibration
                if calibration is not None and calibration.refuses:
                    few = part[:DECOYS]
                    made = partial(score_decoys, found.model, digits, few)
                    yield made, found.others.append
            readers = [found for found in models if found.model.has_labels]
            for sweep, level in _LEVELS:
                for found in readers:
                    asked = partial(read_at_level, found.model, digits, part, sweep, level)
                    yield asked, partial(self._add_point, found, sweep)

    def _add_chunk(self, found: ModelFindings, chunk: ChunkResult) -> None:
        found.add(chunk)

    def _add_point(self, found: ModelFindings, sweep: Sweep, point: SweepPoint) -> None:
        found.add_point(sweep, point)

    def _start_step(self) -> None:
        function, on_done = self._steps[0]
        self._runner.submit(self._slot, function, partial(self._on_done, on_done), self._fail)

    def _on_done(self, on_done: Callable[[Any], None], result: object) -> None:
        on_done(result)
        self._steps.popleft()
        self.progressed.emit(self._total - len(self._steps), self._total)
        self.grew.emit()
        if self._steps:
            self._start_step()
        else:
            self._end(True)


# Noise of level 0 is what is scored anyhow; shifts of 0 are prepared, which may matter.
_LEVELS = [
    (sweep, level) for sweep in (NOISE, SHIFT) for level in sweep.levels if sweep is SHIFT or level
]
