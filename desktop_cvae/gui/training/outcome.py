"""What follows from a training: notices with a next step, and runs that can be taken up."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_cvae.gui.controller import Controller
from desktop_cvae.gui.session import Session
from desktop_cvae.gui.training.interrupted import find_interrupted, find_resumable, offer_text
from desktop_cvae.gui.training.state import TrainingState
from desktop_cvae.gui.training.training_notices import TrainingNotices, cure_text

if TYPE_CHECKING:
    from desktop_cvae.gui.values import LoadedModel
    from desktop_cvae.library.run_library import RunEntry


class TrainingOutcome(QObject):
    """Tells the main window, and passes on which button was pressed.

    Args:
        session: raises the notices; has the model in use.
        controller: has the worker, who reads runs and models.

    Signals:
        offered(str): a run can be taken up, and why; an empty sentence takes that back.
        use_wanted, show_wanted, cure_wanted: a button of a notice.
        resume_wanted(RunEntry): the same.
        comparison_wanted(tuple[LoadedModel, ...]): the same, with the models opened.
    """

    offered = Signal(str)
    use_wanted = Signal()
    show_wanted = Signal()
    cure_wanted = Signal()
    resume_wanted = Signal(object)
    comparison_wanted = Signal(object)

    def __init__(self, session: Session, controller: Controller, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._controller = session, controller
        self._notices = TrainingNotices(session)
        self._has_begun = False
        self.broken: RunEntry | None = None
        self.offer = ""

    def forget(self) -> None:
        """Another training begins: what was told of the last one is past."""
        self._has_begun = True
        self._notices.withdraw()
        self._offer(None, "")

    def resume_broken(self) -> None:
        """Take up what was offered."""
        if self.broken is not None:
            self.resume_wanted.emit(self.broken)

    def look_for_interrupted(self) -> None:
        """Ask the worker, who reads the runs, for a training that broke off."""
        self._controller.runner.submit(
            "interrupted run", find_interrupted, self._on_looked, self._on_look_failed
        )

    def tell_busy(self, name: str) -> None:
        """Something was wanted that has to wait."""
        self._notices.tell_busy(name, self.show_wanted.emit)

    def tell_advice(self, state: TrainingState) -> None:
        """The doctor's sentence, with the cure."""
        advice = state.advice
        if advice is not None:
            apply = self.cure_wanted.emit if advice.cure else None
            self._notices.tell_advice(
                advice.sentence, cure_text(advice.cure), apply, self.show_wanted.emit
            )

    def tell_saved(self, name: str) -> None:
        """The model is there."""
        compare = partial(self._compare, name) if self._session.model else None
        self._notices.tell_saved(name, self.use_wanted.emit, compare)

    def tell_failure(self, state: TrainingState, details: str, *, has_checkpoint: bool) -> None:
        """It ended without a model: how to go on, if there is a way."""
        if state.needs_cure:
            self.tell_advice(state)
        elif not state.run or not has_checkpoint:
            self._notices.tell_failure(state.sentence, details, None)
        else:
            tell = partial(self._on_found, state.sentence, details)
            find = partial(find_resumable, state.run)
            self._controller.runner.submit("failed run", find, tell, lambda _: tell(None))

    def _offer(self, run: RunEntry | None, sentence: str) -> None:
        self.broken, self.offer = run, sentence
        self.offered.emit(sentence)

    def _on_looked(self, found: RunEntry | None) -> None:
        # Whoever trains already has something else in mind.
        if found is not None and not self._has_begun:
            self._offer(found, offer_text(found))
            self._notices.tell_offer(self.offer, self.resume_broken)

    def _on_look_failed(self, error: Exception) -> None:
        sentence = "Whether a training broke off could not be found out."
        self._session.raise_notice(sentence, str(error))

    def _on_found(self, sentence: str, details: str, run: RunEntry | None) -> None:
        if run is not None:
            self._offer(run, sentence)
        self._notices.tell_failure(sentence, details, self.resume_broken if run else None)

    def _compare(self, name: str) -> None:
        load = partial(self._controller.source.load, name, "litert")
        self._controller.runner.submit(
            "compare trained", load, self._on_loaded, self._controller.tell
        )

    def _on_loaded(self, model: LoadedModel) -> None:
        if self._session.model is not None:
            self.comparison_wanted.emit((self._session.model, model))
