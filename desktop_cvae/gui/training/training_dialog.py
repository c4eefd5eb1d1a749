"""The training dialog: quick try and form at the left, progress at the right.

Where two panes do not fit side by side, one stands above the other. A bar above them may show
advice with a button that acts on it.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from desktop_cvae.core.language import mark, tr
from desktop_cvae.gui.controls import make_button
from desktop_cvae.gui.theme import SPACING
from desktop_cvae.gui.training.progress_panel import ProgressPanel, epoch_text, heading
from desktop_cvae.gui.training.quick_try import QuickTry
from desktop_cvae.gui.training.settings_form import SettingsForm
from desktop_cvae.gui.training.training_notices import CURE, cure_text
from desktop_cvae.gui.training.training_status import TRAINING_PHASES, Phase, TrainingStatus
from desktop_cvae.gui.widgets.card import Column, row, text_label
from desktop_cvae.gui.widgets.two_panes import TwoPanes
from desktop_cvae.gui.widgets.work_dialog import close_with_key, make_close, make_room, open_at

TITLE = mark("Train a model")
SIZE = QSize(1040, 730)
FORM_WIDTH = 420


class AdviceBar(QFrame):
    """A sentence of advice and a button; hidden while there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("advice")
        self.sentence = QLabel()
        self.sentence.setWordWrap(True)
        # The sentence may name a file; Qt takes what looks like HTML for rich text.
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.button = make_button("")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2 * SPACING, SPACING, SPACING, SPACING)
        layout.setSpacing(2 * SPACING)
        layout.addWidget(self.sentence, 1)
        layout.addWidget(self.button)
        self.hide()

    def say(self, sentence: str, action: str = "", tip: str = "") -> None:
        """Show a sentence, with a button if ``action`` names one; an empty sentence hides."""
        self.sentence.setText(sentence)
        self.button.setText(action)
        self.button.setAccessibleName(action)
        self.button.setToolTip(tip)
        self.button.setVisible(bool(action))
        self.setVisible(bool(sentence))


class TrainingDialog(QDialog):
    """Shows the status of a training; its buttons and signals ask for the next step.

    Signals:
        quick_start_requested: start what the form says, and stop it when its time is up.
        advice_accepted: apply the cure of the advice.
        offer_accepted: resume the interrupted run.
        came_to_front: the dialog was shown or activated.
    """

    quick_start_requested = Signal()
    advice_accepted = Signal()
    offer_accepted = Signal()
    came_to_front = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("training")
        self._state = TrainingStatus()
        self._offer = ""
        self._model_in_use = ""
        self.form = SettingsForm()
        self.progress = ProgressPanel()
        self.quick = QuickTry()
        self._column = Column(FORM_WIDTH)
        self._column.box.addWidget(self.quick)
        self._column.box.addWidget(self.form, 1)
        self.panes = TwoPanes(self._column, self.progress)
        self.panes.fit_first()
        self.advice = AdviceBar()
        self.cancel = make_button(
            tr("Cancel"), tr("Stop without a model; the last checkpoint is kept"), "training_cancel"
        )
        self.pause = make_button(
            tr("Pause"), tr("Pause the training; nothing is lost"), "training_pause"
        )
        self.stop = make_button(
            tr("Stop and keep the best"),
            tr("Stop now and keep the best epoch as the model"),
            "training_stop",
        )
        self.use = make_button(
            tr("Use it"), tr("Use the new model in the main window"), "training_use"
        )
        self.epochs = make_button(
            tr("Epochs…"), tr("Show how the network changed from epoch to epoch"), "training_replay"
        )
        self.start = make_button(
            tr("Start"), tr("Train with the settings on the left"), "training_start"
        )
        self.verdict = text_label("", "muted")
        self._lay_out()
        self._connect()
        self.show_state(self._state)

    def show_state(self, state: TrainingStatus) -> None:
        """Show the status of the training; a hidden dialog shows it when it is shown."""
        has_begun = state.phase is Phase.STARTING and self._state.phase is not Phase.STARTING
        self._state = state
        # A hidden dialog would paint curves and pictures for nobody; showEvent catches up.
        if self.isVisible() or state.phase is Phase.IDLE:
            self.progress.show_state(state)
        self.setWindowTitle(window_title(state))
        self._show_buttons()
        self._show_advice()
        if has_begun:
            self.panes.show_second()

    def offer(self, sentence: str) -> None:
        """Offer to resume a run; an empty sentence withdraws the offer."""
        self._offer = sentence
        self._show_advice()

    def show_model_in_use(self, name: str) -> None:
        """Say of the new model that it is in use if it has this name."""
        had_focus = self.use.hasFocus()
        self._model_in_use = name
        self._show_buttons()
        if had_focus and not self.use.isEnabled():
            # The next Space must not press the neighbour of the button that was pressed.
            self.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.progress.show_state(self._state)
        self.came_to_front.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and self.isActiveWindow():
            self.came_to_front.emit()

    def _lay_out(self) -> None:
        down = QVBoxLayout(self)
        down.setContentsMargins(2 * SPACING, 2 * SPACING, 2 * SPACING, 2 * SPACING)
        down.setSpacing(2 * SPACING)
        down.addWidget(self.advice)
        down.addWidget(self.panes, 1)
        footer = row(
            self.cancel, self.verdict, self.pause, self.stop, self.epochs, self.start, self.use
        )
        footer.addWidget(make_close(self))
        close_with_key(self)
        footer.setStretch(1, 1)
        down.addLayout(footer)
        open_at(self, SIZE)

    def _connect(self) -> None:
        self.quick.button.clicked.connect(self._on_quick_clicked)
        self.form.disclosure.toggled.connect(self._on_unfolded)
        self.advice.button.clicked.connect(self._on_advice_accepted)
        self.form.changed.connect(self._show_buttons)
        self.verdict.setWordWrap(True)

    def _on_quick_clicked(self) -> None:
        self.form.show_run(self.form.quick_request)
        self.quick_start_requested.emit()

    def _on_unfolded(self, is_open: bool) -> None:
        if is_open:
            # The column's new height is known one turn of the event loop later.
            QTimer.singleShot(0, self, self._show_unfolded)

    def _show_unfolded(self) -> None:
        column = self._column
        self.panes.fit_first()
        make_room(self, column.verticalScrollBar().maximum())
        column.ensureWidgetVisible(self.form.advanced)
        self.panes.ensureWidgetVisible(self.form.advanced)

    def _on_advice_accepted(self) -> None:
        (self.offer_accepted if self._offer else self.advice_accepted).emit()

    def _show_buttons(self) -> None:
        state = self._state
        phase, is_busy = state.phase, state.is_busy
        for button in (self.cancel, self.pause, self.stop):
            button.setVisible(is_busy)
        self.cancel.setEnabled(phase in TRAINING_PHASES)
        self.pause.setEnabled(phase in (Phase.RUNNING, Phase.PAUSED))
        self.pause.setText(tr("Resume") if phase is Phase.PAUSED else tr("Pause"))
        self.stop.setEnabled(phase in (Phase.RUNNING, Phase.PAUSED) and bool(state.records))
        for button in (self.epochs, self.use):
            button.setVisible(phase is Phase.SAVED)
        is_used = self._is_used()
        self.use.setText(tr("In use") if is_used else tr("Use {name}", name=state.name))
        self.use.setEnabled(not is_used)
        self.use.setDefault(phase is Phase.SAVED and not is_used)
        self.start.setVisible(not is_busy)
        self.start.setText(tr("Start") if phase is Phase.IDLE else tr("Start again"))
        self.start.setEnabled(not is_busy and not self.form.problem)
        self.quick.setVisible(not is_busy)
        self.quick.button.setEnabled(not is_busy and not self.form.data.problem)
        self.quick.sentence.setText(self.form.quick_text)
        # At first the quick try is the highlighted button.
        self.start.setDefault(phase not in (Phase.IDLE, Phase.SAVED))
        self.form.set_locked(is_busy)
        self._show_verdict()

    def _is_used(self) -> bool:
        state = self._state
        return state.phase is Phase.SAVED and state.name == self._model_in_use

    def _show_verdict(self) -> None:
        """Show the estimated cost before a start, why it cannot start, or the model in use."""
        problem = "" if self._state.is_busy else self.form.problem
        text = "" if self._state.is_busy else problem or self.form.cost
        if self._is_used() and not problem:
            text = tr("“{name}” is in use now.", name=self._state.name)
        if text == self.verdict.text():
            return
        self.verdict.setText(text)
        self.verdict.setProperty("role", "warning" if problem else "muted")
        self.verdict.style().polish(self.verdict)

    def _show_advice(self) -> None:
        state = self._state
        if self._offer:
            self.advice.say(self._offer, tr("Resume"), tr("Continue from its last checkpoint"))
        elif state.phase is Phase.FAILED and state.advice is None:
            self.advice.say(state.sentence)
        elif state.advice is None:
            self.advice.say("")
        else:
            has_cure = bool(state.advice.cure) and state.phase is not Phase.CANCELLING
            cure = cure_text(state.advice.cure)
            if state.is_busy:
                tip = tr("Stop this training and start again with: {cure}", cure=cure)
            else:
                tip = tr("Start again with: {cure}", cure=cure)
            self.advice.say(state.advice.sentence, tr(CURE) if has_cure else "", tip)


def window_title(state: TrainingStatus) -> str:
    """Return the window title: "Train a model — my-cvae is paused"."""
    if state.phase is Phase.IDLE:
        return tr(TITLE)
    epoch = f" · {epoch_text(state)}" if state.progress is not None and state.is_busy else ""
    return f"{tr(TITLE)} — {heading(state)}{epoch}"
