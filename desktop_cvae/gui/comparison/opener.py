"""Opens weights one after the other, so that the pen's answers come in between."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from desktop_cvae.core.errors import DesktopCvaeError
from desktop_cvae.gui.comparison.contenders import (
    Contender,
    Found,
    Wish,
    find_weights,
    open_weights,
)
from desktop_cvae.gui.model_source import ModelSource
from desktop_cvae.gui.values import LoadedModel
from desktop_cvae.workers.job_runner import JobRunner
from desktop_cvae.workers.model_compiler import ModelCompiler


class Opener(QObject):
    """Looks for weights, has them compiled if need be, opens them.

    Each step is a job of its own, and compiling, which takes seconds, a process: what is
    given up ends at once.

    Signals:
        progressed(str): what is being done.
        opened(Wish, Contender): one is ready.
        failed(Exception): one could not be opened; those after it are given up.
        finished: all that was wished for is there.

    Args:
        runner: the worker.
        source: where models come from.
        compiler: None for the program's own.
    """

    progressed = Signal(str)
    opened = Signal(object, object)
    failed = Signal(object)
    finished = Signal()

    def __init__(
        self,
        runner: JobRunner,
        source: ModelSource,
        compiler: ModelCompiler | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._runner, self._source = runner, source
        self._slot = f"opener {id(self)}"
        self._waiting: deque[Wish] = deque()
        self._wish: Wish | None = None
        self._found: Found | None = None
        self.compiler = compiler or ModelCompiler(parent=self)
        self.compiler.compiled.connect(self._open)
        self.compiler.failed.connect(lambda *told: self._fail(DesktopCvaeError(*told)))

    @property
    def is_busy(self) -> bool:
        """True until all is opened, or given up."""
        return self._wish is not None

    def want(self, wishes: Sequence[Wish]) -> None:
        """Open these; what was wished for before and is not among them is given up."""
        self._waiting = deque(wishes)
        now = self._wish
        going = next((w for w in wishes if now is not None and _is_same(w, now)), None)
        if going is not None:
            self._waiting.remove(going)
            return
        self._give_up_present()
        self._start_next()

    def stop(self) -> None:
        """Give up everything, at once."""
        self._waiting.clear()
        self._give_up_present()

    def _give_up_present(self) -> None:
        self._wish = self._found = None
        self._runner.cancel(self._slot)
        self.compiler.stop()

    def _start_next(self) -> None:
        if not self._waiting:
            self.finished.emit()
            return
        self._wish = wish = self._waiting.popleft()
        self.progressed.emit(f"Opening {wish.text} …")
        job = partial(find_weights, self._source, wish)
        self._runner.submit(self._slot, job, self._on_found, self._fail)

    def _on_found(self, found: Found) -> None:
        self._found = found
        if found.is_compiled or self._wish is None:
            self._open()
        else:
            self.progressed.emit(f"Preparing {self._wish.text} …")
            self.compiler.start(found.entry.name, found.entry.path)

    def _open(self) -> None:
        if self._found is not None:
            job = partial(open_weights, self._source, self._found)
            self._runner.submit(self._slot, job, self._on_opened, self._fail)

    def _on_opened(self, model: LoadedModel) -> None:
        wish, found = self._wish, self._found
        self._wish = self._found = None
        if wish is not None and found is not None:
            self.opened.emit(wish, Contender(model, found.run, found.epochs))
        # Whoever heard of it may have wished for something else, or closed the dialog.
        if self._wish is None:
            self._start_next()

    def _fail(self, error: Exception) -> None:
        self.stop()
        self.failed.emit(error)


def _is_same(one: Wish, other: Wish) -> bool:
    return (one.index, one.epoch) == (other.index, other.epoch) and one.entry is other.entry
