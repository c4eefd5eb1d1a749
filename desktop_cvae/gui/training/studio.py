"""The training studio: process, dialog and chip, held together."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from desktop_cvae.core.paths import models_dir
from desktop_cvae.gui.controller import Controller
from desktop_cvae.gui.session import Session
from desktop_cvae.gui.training.canvas_sender import CanvasSender
from desktop_cvae.gui.training.estimate import remember_speed
from desktop_cvae.gui.training.interrupted import find_interrupted, offer_text, resume_arguments
from desktop_cvae.gui.training.picture_pairs import read_pairs
from desktop_cvae.gui.training.state import TRAINING, Phase, TrainingState, short_status
from desktop_cvae.workers.training_events import Pictured, Progressed, Saved, TrainingEvent
from desktop_cvae.workers.training_process import TrainingProcess

if TYPE_CHECKING:
    from desktop_cvae.gui.training.training_dialog import TrainingDialog
    from desktop_cvae.gui.training.wish import TrainingWish
    from desktop_cvae.library.run_library import RunEntry


LOOK_MS = 400
"""The window is seen first; then it looks for a training that broke off."""


class _After(Enum):
    """What follows when the process has ended."""

    NOTHING = "nothing"
    CLOSE = "close"
    CURE = "cure"


class TrainingStudio(QObject):
    """Starts trainings and shows what becomes of them.

    Args:
        window: the dialog's parent; is closed after a training that was to end first.
        session: notices, theme, drawing, names of models.
        controller: takes the new model into use.
        chip: a button of the window's last line that tells how it goes.
        command: how the program is started; None for this very program.
    """

    def __init__(
        self,
        window: QWidget,
        session: Session,
        controller: Controller,
        chip: QPushButton,
        command: Sequence[str] | None = None,
    ) -> None:
        super().__init__(window)
        self._window, self._session, self._controller = window, session, controller
        self.chip = chip
        self.state = TrainingState()
        self.process = TrainingProcess(command, self)
        self.question: QMessageBox | None = None
        self._dialog: TrainingDialog | None = None
        self._wish: TrainingWish | None = None
        self._after = _After.NOTHING
        self._broken: RunEntry | None = None
        self._canvas = CanvasSender(session, self.process.send_canvas, self)
        self.process.event_received.connect(self._on_event)
        self.process.failed.connect(self._on_failed)
        self.process.finished.connect(self._on_finished)
        chip.clicked.connect(self._on_chip_clicked)
        session.theme_changed.connect(self._on_theme_changed)
        session.models_changed.connect(self._on_models_changed)
        QTimer.singleShot(LOOK_MS, self, self.look_for_interrupted)

    @property
    def dialog(self) -> TrainingDialog:
        """The dialog, built when it is first wanted."""
        if self._dialog is None:
            self._dialog = self._build()
        return self._dialog

    def open(self) -> None:
        """Show the dialog in front."""
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()

    def start(self) -> None:
        """Start what the form says."""
        form = self.dialog.form
        if form.problem or self.process.is_running:
            return
        self._wish = form.wish
        state = TrainingState(form.wish.name, form.wish.config.epochs, Phase.STARTING)
        self._begin(state, form.wish.arguments(models_dir()))

    def look_for_interrupted(self) -> None:
        """Ask the worker, who reads the runs, for a training that broke off."""
        self._controller.runner.submit(
            "interrupted run", find_interrupted, self._on_looked, lambda _: None
        )

    def _on_looked(self, found: RunEntry | None) -> None:
        """Offer to take it up."""
        self._broken = None if self.process.is_running else found
        if self._broken is not None:
            sentence = f"{offer_text(self._broken)} It can be resumed: see below."
            self._session.raise_notice(sentence, is_warning=False)
            self.chip.setText(f"Resume {self._broken.name} …")
            self.chip.show()
            if self._dialog is not None:
                self._dialog.offer(offer_text(self._broken))

    def resume_interrupted(self) -> None:
        """Take it up from its last checkpoint."""
        run, self._broken = self._broken, None
        if run is None or self.process.is_running:
            return
        self._wish = None
        state = TrainingState(run.name, run.training.epochs, Phase.STARTING)
        state.records.extend(run.history)
        self._begin(state, resume_arguments(run))

    def _begin(self, state: TrainingState, arguments: list[str]) -> None:
        self.state, self._broken = state, None
        self.dialog.offer("")
        for kind in ("canvas", "validation"):
            self.dialog.progress.show_pairs(kind, None)
        self.process.start(arguments)
        self._canvas.set_on(True)
        self._show()
        # The button that was pressed is gone; its neighbour must not get the next Space.
        self.dialog.setFocus()

    def stop(self) -> None:
        """Stop and keep the best."""
        self._ask_process(Phase.STOPPING)

    def cancel(self) -> None:
        """End without a model."""
        self._ask_process(Phase.CANCELLING)

    def may_close(self) -> bool:
        """True if nothing is being trained; else the user is asked, and False."""
        if not self.process.is_running:
            return True
        if self.question is None:
            self._ask_what_to_do()
        return False

    def shut_down(self) -> None:
        """End what runs, without a question; its last checkpoint stays."""
        self._canvas.set_on(False)
        self.process.shut_down()

    def _build(self) -> TrainingDialog:
        # Imported when wanted: the window opens sooner without it.
        from desktop_cvae.gui.training.training_dialog import TrainingDialog

        dialog = TrainingDialog(self._session.theme, self._window)
        dialog.form.set_taken_names([entry.name for entry in self._session.models])
        dialog.start_wanted.connect(self.start)
        dialog.pause_wanted.connect(self.process.pause)
        dialog.resume_wanted.connect(self.process.resume)
        dialog.stop_wanted.connect(self.stop)
        dialog.cancel_wanted.connect(self.cancel)
        dialog.use_wanted.connect(self._use_model)
        dialog.advice_accepted.connect(self._on_advice_accepted)
        dialog.offer_accepted.connect(self.resume_interrupted)
        if self._broken is not None:
            dialog.offer(offer_text(self._broken))
        return dialog

    def _ask_process(self, phase: Phase) -> None:
        if self.state.phase not in TRAINING:
            return
        if phase is Phase.STOPPING:
            self.process.stop()
        else:
            self.process.cancel()
        self.state.phase = phase
        self._show()

    def _show(self) -> None:
        text = short_status(self.state)
        self.chip.setText(text)
        self.chip.setVisible(bool(text))
        if self._dialog is not None:
            self._dialog.show_state(self.state)

    def _on_event(self, event: TrainingEvent) -> None:
        self.state.take(event)
        if isinstance(event, Pictured):
            kind = "canvas" if event.kind == "canvas" else "validation"
            if (pairs := read_pairs(event.file)) is not None:
                self.dialog.progress.show_pairs(kind, pairs)
        elif isinstance(event, Saved):
            self._on_saved(event)
        elif isinstance(event, Progressed) and event.record is not None and self._wish:
            remember_speed(self._wish.spec(), event.images_per_second)
        self._show()

    def _on_saved(self, event: Saved) -> None:
        self.state.name = event.model
        sentence = f"“{event.model}” is trained and stands in the list of models."
        self._session.raise_notice(sentence, is_warning=False)
        self._controller.list_models()

    def _on_failed(self, sentence: str, details: str) -> None:
        self.state.phase, self.state.sentence = Phase.FAILED, sentence
        self._session.raise_notice(sentence, details)

    def _on_finished(self, _: int) -> None:
        self._canvas.set_on(False)
        if self.state.is_busy:
            self.state.phase = Phase.CANCELLED
        self._show()
        self._on_models_changed()
        after, self._after = self._after, _After.NOTHING
        if self.question is not None:
            self.question.close()
        if after is _After.CURE:
            self._apply_cure()
        elif after is _After.CLOSE:
            self._window.close()

    def _on_chip_clicked(self) -> None:
        if self.state.phase is Phase.SAVED:
            self._use_model()
        else:
            self.open()

    def _use_model(self) -> None:
        if self.state.saved is not None:
            self._controller.load_model(self.state.saved.model)
            self.chip.hide()

    def _on_advice_accepted(self) -> None:
        if self.process.is_running:
            self._after = _After.CURE
            self.cancel()
        else:
            self._apply_cure()

    def _apply_cure(self) -> None:
        advice, self.state.advice = self.state.advice, None
        self._show()
        if advice is not None:
            self.dialog.form.apply_cure(advice.cure)

    def _ask_what_to_do(self) -> None:
        box = QMessageBox(self._window)
        box.setObjectName("training_question")
        box.setWindowTitle("Training goes on")
        box.setText(f"“{self.state.name}” is still being trained.")
        role = QMessageBox.ButtonRole
        keep = box.addButton("Go on training", role.RejectRole)
        if self.state.records and self.state.phase in TRAINING:
            box.setInformativeText("It can be stopped here and its best epoch kept.")
            box.addButton("Stop and keep the best", role.AcceptRole)
        later = "Close and resume later" if self.process.has_checkpoint else "Cancel the training"
        box.addButton(later, role.DestructiveRole)
        box.setDefaultButton(keep)
        box.setEscapeButton(keep)
        box.finished.connect(lambda _: self._on_answered(box))
        self.question = box
        box.open()

    def _on_answered(self, box: QMessageBox) -> None:
        self.question = None
        clicked = box.clickedButton()
        role = None if clicked is None else box.buttonRole(clicked)
        box.deleteLater()
        if role not in (QMessageBox.ButtonRole.AcceptRole, QMessageBox.ButtonRole.DestructiveRole):
            return
        if not self.process.is_running:
            self._window.close()
            return
        self._after = _After.CLOSE
        if role is QMessageBox.ButtonRole.AcceptRole:
            self.stop()
        elif self.state.phase in TRAINING:
            self.cancel()
        else:
            self.process.shut_down()

    def _on_theme_changed(self) -> None:
        if self._dialog is not None:
            self._dialog.set_theme(self._session.theme)

    def _on_models_changed(self) -> None:
        if self._dialog is not None and not self.process.is_running:
            names = [entry.name for entry in self._session.models]
            self._dialog.form.set_taken_names(names)
