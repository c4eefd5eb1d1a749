"""The training dialog: form at the left, progress at the right; the window stays usable.

Where there is no room for two panes side by side, one stands above the other. Over them a
sentence may give advice, with one button that does something about it. The worker reads the data
sets and speeds; the form is kept up to date about them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop_cvae.gui.theme import SPACING
from desktop_cvae.gui.training.estimate import Speeds, is_contrasted, keep_speed, read_speeds
from desktop_cvae.gui.training.outcome import CURE, cure_text
from desktop_cvae.gui.training.progress_panel import ProgressPanel, heading, place_text
from desktop_cvae.gui.training.settings_form import SettingsForm
from desktop_cvae.gui.training.state import TRAINING, Phase, TrainingStatus
from desktop_cvae.gui.widgets.card import Column, row, text_label

if TYPE_CHECKING:
    from desktop_cvae.gui.controller import Controller
    from desktop_cvae.workers.training_events import Progressed

LEAST_HEIGHT = 160
QWIDGETSIZE_MAX = 2**24 - 1
"""Qt's own, which PySide6 does not name: no maximum."""


class TwoPanes(QScrollArea):
    """Beside each other the first one scrolls by itself; stacked, both scroll together.

    Args:
        first: as wide as it must be; takes the whole width where the panes are stacked.
        second: takes the rest; its minimum width is kept.
    """

    def __init__(self, first: Column, second: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._first, self._second = first, second
        self._first_width = first.minimumWidth()
        self.is_stacked = False
        inner = QWidget()
        inner.setObjectName("column")
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, inner)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(2 * SPACING)
        self._box.addWidget(first)
        self._box.addWidget(second, 1)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setWidget(inner)
        self._stack(is_stacked=False)

    @property
    def least_width(self) -> int:
        """Room for both beside each other, in logical pixels."""
        return self._first_width + self._box.spacing() + self._second.minimumWidth()

    def show_second(self) -> None:
        """Scroll to the second pane, if it is below the first."""
        if self.is_stacked:
            self.verticalScrollBar().setValue(self._second.y())

    def sizeHint(self) -> QSize:
        """Both beside each other."""
        heights = (pane.sizeHint().height() for pane in (self._first, self._second))
        return QSize(self.least_width, max(heights))

    def minimumSizeHint(self) -> QSize:
        """One of them, and of that a part: it scrolls."""
        return QSize(min(self._first_width, self._second.minimumWidth()), LEAST_HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stack them, or put them beside each other."""
        if (is_stacked := self.width() < self.least_width) != self.is_stacked:
            self._stack(is_stacked=is_stacked)
        self._fit_second()
        super().resizeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What the second pane needs may have changed."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit_second()
        return super().eventFilter(watched, event)

    def _stack(self, *, is_stacked: bool) -> None:
        self.is_stacked = is_stacked
        directions = QBoxLayout.Direction
        self._box.setDirection(directions.TopToBottom if is_stacked else directions.LeftToRight)
        self._first.setMaximumWidth(QWIDGETSIZE_MAX if is_stacked else self._first_width)
        # Whole, so that it does not scroll within what scrolls.
        self._first.setMinimumHeight(self._first.sizeHint().height() if is_stacked else 0)

    def _fit_second(self) -> None:
        """Stacked, it is as high as what is seen at once, so that one can scroll to its head."""
        least = max(self.height(), self._second.minimumSizeHint().height())
        if self._second.minimumHeight() != (height := least if self.is_stacked else 0):
            self._second.setMinimumHeight(height)


class AdviceBar(QFrame):
    """Hidden while there is nothing to say.

    Signals:
        accepted: the button was pressed.
    """

    accepted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("advice")
        self.sentence = QLabel()
        self.sentence.setWordWrap(True)
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.button = QPushButton()
        self.button.setAutoDefault(False)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2 * SPACING, SPACING, SPACING, SPACING)
        layout.setSpacing(2 * SPACING)
        layout.addWidget(self.sentence, 1)
        layout.addWidget(self.button)
        self.button.clicked.connect(self.accepted)
        self.hide()

    def say(self, sentence: str, action: str = "", tip: str = "") -> None:
        """Show a sentence, with a button if ``action`` names one; an empty sentence hides."""
        self.sentence.setText(sentence)
        self.button.setText(action)
        self.button.setAccessibleName(action)
        self.button.setToolTip(tip)
        self.button.setVisible(bool(action))
        self.setVisible(bool(sentence))


TITLE = "Train a model"
SIZE = QSize(1040, 730)
SCREEN_SHARE = 0.97
"""The frame needs the rest of a small screen."""
FORM_WIDTH = 410


class TrainingDialog(QDialog):
    """Shows a state and passes on what is wished.

    Signals:
        start_wanted, pause_wanted, resume_wanted, stop_wanted, cancel_wanted: a button.
        use_wanted: take the new model into use.
        replay_wanted: look back at the epochs.
        advice_accepted: apply the advice's cure.
        offer_accepted: resume what broke off.
        came_to_front: it is seen, or was given the keyboard.
    """

    start_wanted = Signal()
    pause_wanted = Signal()
    resume_wanted = Signal()
    stop_wanted = Signal()
    cancel_wanted = Signal()
    use_wanted = Signal()
    replay_wanted = Signal()
    advice_accepted = Signal()
    offer_accepted = Signal()
    came_to_front = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("training")
        self._state = TrainingStatus()
        self._offer = ""
        self.form = SettingsForm()
        self.progress = ProgressPanel()
        column = Column(FORM_WIDTH)
        column.box.addWidget(self.form)
        self.panes = TwoPanes(column, self.progress)
        self.advice = AdviceBar()
        self.cancel = _button("Cancel", "End without a model; the last checkpoint stays")
        self.pause = _button("Pause", "Hold the training; nothing is lost")
        self.stop = _button("Stop and keep the best", "End now with the best epoch as the model")
        self.use = _button("Use it", "Let the new model answer the canvas")
        self.replay = _button("Replay…", "Look back at the epochs of this training")
        self.start = _button("Start", "Train with these settings")
        self.verdict = text_label("", "muted")
        self._lay_out()
        self._connect()
        self.show_state(self._state)

    def show_state(self, state: TrainingStatus) -> None:
        """Show where the training stands; a hidden dialog shows it when it is seen."""
        has_begun = state.phase is Phase.STARTING and self._state.phase is not Phase.STARTING
        self._state = state
        if self.isVisible() or state.phase is Phase.IDLE:
            self.progress.show_state(state)
        self.setWindowTitle(window_title(state))
        self._show_buttons()
        self._show_advice()
        if has_begun:
            self.panes.show_second()

    def offer(self, sentence: str) -> None:
        """Offer to resume; an empty sentence takes the offer back."""
        self._offer = sentence
        self._show_advice()

    def showEvent(self, event: QShowEvent) -> None:
        """Show what happened meanwhile."""
        super().showEvent(event)
        self.progress.show_state(self._state)
        self.came_to_front.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Whoever comes back from another window may have changed something there."""
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
            self.cancel, self.verdict, self.pause, self.stop, self.replay, self.use, self.start
        )
        footer.setStretch(1, 1)
        down.addLayout(footer)
        self.resize(SIZE.boundedTo(self.screen().availableSize() * SCREEN_SHARE))

    def _connect(self) -> None:
        self.start.clicked.connect(self.start_wanted)
        self.pause.clicked.connect(self._on_pause_clicked)
        self.stop.clicked.connect(self.stop_wanted)
        self.cancel.clicked.connect(self.cancel_wanted)
        self.use.clicked.connect(self.use_wanted)
        self.replay.clicked.connect(self.replay_wanted)
        self.advice.accepted.connect(self._on_advice_accepted)
        self.form.changed.connect(self._show_buttons)
        self.verdict.setWordWrap(True)

    def _on_advice_accepted(self) -> None:
        (self.offer_accepted if self._offer else self.advice_accepted).emit()

    def _on_pause_clicked(self) -> None:
        is_paused = self._state.phase is Phase.PAUSED
        (self.resume_wanted if is_paused else self.pause_wanted).emit()

    def _show_buttons(self) -> None:
        state = self._state
        phase, is_busy = state.phase, state.is_busy
        for button in (self.cancel, self.pause, self.stop):
            button.setVisible(is_busy)
        self.cancel.setEnabled(phase in TRAINING)
        self.pause.setEnabled(phase in (Phase.RUNNING, Phase.PAUSED))
        self.pause.setText("Resume" if phase is Phase.PAUSED else "Pause")
        self.stop.setEnabled(phase in (Phase.RUNNING, Phase.PAUSED) and bool(state.records))
        for button in (self.replay, self.use):
            button.setVisible(phase is Phase.SAVED)
        self.use.setText(f"Use {state.name}")
        self.use.setDefault(phase is Phase.SAVED)
        self.start.setVisible(not is_busy)
        self.start.setText("Start" if phase is Phase.IDLE else "Start again")
        self.start.setEnabled(not is_busy and not self.form.problem)
        self.start.setDefault(phase is not Phase.SAVED)
        self.form.set_locked(is_busy)
        self._show_verdict()

    def _show_verdict(self) -> None:
        """Before a start: what it would cost, or why it cannot be."""
        problem = "" if self._state.is_busy else self.form.problem
        text = "" if self._state.is_busy else problem or self.form.cost
        if text == self.verdict.text():
            return
        self.verdict.setText(text)
        self.verdict.setProperty("role", "warning" if problem else "muted")
        self.verdict.style().polish(self.verdict)

    def _show_advice(self) -> None:
        state = self._state
        if self._offer:
            self.advice.say(self._offer, "Resume", "Go on from its last checkpoint")
        elif state.phase is Phase.FAILED and state.advice is None:
            self.advice.say(state.sentence)
        elif state.advice is None:
            self.advice.say("")
        else:
            has_cure = bool(state.advice.cure) and state.phase is not Phase.CANCELLING
            cure = cure_text(state.advice.cure)
            tip = (
                "End this training and begin anew with: " if state.is_busy else "Begin anew with: "
            )
            self.advice.say(state.advice.sentence, CURE if has_cure else "", tip + cure)


def window_title(state: TrainingStatus) -> str:
    """What the title bar says: "Train a model — my-cvae is paused"."""
    if state.phase is Phase.IDLE:
        return TITLE
    place = "" if state.progress is None or not state.is_busy else f" · {place_text(state)}"
    return f"{TITLE} — {heading(state)}{place.split(' · batch')[0]}"


def _button(text: str, tip: str) -> QPushButton:
    button = QPushButton(text)
    button.setObjectName("training_" + text.split()[0].lower())
    button.setToolTip(tip)
    button.setAccessibleName(text)
    button.setAutoDefault(False)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button


@dataclass(frozen=True)
class DataFacts:
    """What the disk says.

    Attributes:
        stored: names of the stored data sets.
        data: the chosen one.
        images: how many pictures that has to train with; None if it is not known.
        speeds: of former trainings.
    """

    stored: tuple[str, ...]
    data: str
    images: int | None
    speeds: Speeds


class DataWatch(QObject):
    """Asks the worker anew when a choice is made, and whenever it is told to look.

    Args:
        form: is told.
        controller: has the worker.
    """

    def __init__(self, form: SettingsForm, controller: Controller, parent: QObject) -> None:
        super().__init__(parent)
        self._form, self._controller = form, controller
        form.data.changed.connect(self.look)

    def look(self) -> None:
        """Ask."""
        job = partial(read_facts, self._form.data.value)
        self._controller.runner.submit("data facts", job, self._on_read, self._controller.tell)

    def keep_speed(self, epoch: Progressed) -> None:
        """Keep what was measured with the form's network."""
        spec, config = self._form.request.spec(), self._form.request.config
        contrasted = is_contrasted(spec, config, epoch.epoch)
        job = partial(keep_speed, spec, epoch.images_per_second, contrasted=contrasted)
        runner, tell = self._controller.runner, self._controller.tell
        runner.submit("training speed", job, self._form.set_speeds, tell)

    def _on_read(self, facts: DataFacts) -> None:
        self._form.data.set_stored(facts.stored)
        self._form.set_speeds(facts.speeds)
        self._form.set_images(facts.data, facts.images)


def read_facts(data: str) -> DataFacts:
    """Look at the disk; runs on the worker thread.

    Args:
        data: the chosen data set.
    """
    from desktop_cvae.datasets.loading import count_images
    from desktop_cvae.datasets.stored import list_stored

    stored = tuple(dataset.name for dataset in list_stored())
    return DataFacts(stored, data, count_images(data), read_speeds())
