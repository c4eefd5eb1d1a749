"""Measures models in small steps on the worker, so that the pen's answers come in between."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from desktop_cvae.core.results import IntArray
from desktop_cvae.gui.comparison.contenders import Contender, Wish
from desktop_cvae.gui.comparison.opener import Opener
from desktop_cvae.gui.model_source import ModelSource
from desktop_cvae.gui.scorecard import work
from desktop_cvae.gui.scorecard.findings import ChunkResult, ModelFindings
from desktop_cvae.inference.sweeps import NOISE, SHIFT, Sweep, SweepPoint
from desktop_cvae.workers.job_runner import JobRunner

if TYPE_CHECKING:
    from desktop_cvae.datasets.digit_dataset import DigitDataset
    from desktop_cvae.library.model_library import ModelEntry

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
        job = partial(work.find_digits, self._source, count)
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
                job = partial(work.score_places, found.model, digits, part)
                yield job, partial(self._add_chunk, found)
            for found in models:
                calibration = found.model.calibration
                if calibration is not None and calibration.refuses:
                    few = part[:DECOYS]
                    made = partial(work.score_decoys, found.model, digits, few)
                    yield made, found.others.append
            readers = [found for found in models if found.model.has_labels]
            for sweep, level in _LEVELS:
                for found in readers:
                    asked = partial(work.read_at_level, found.model, digits, part, sweep, level)
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
