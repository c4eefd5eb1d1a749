"""The bar of a lesson that is played: which step, what its author wrote, and the way on."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop_cvae.core.language import number, tr
from desktop_cvae.gui.theme import SPACING
from desktop_cvae.gui.widgets.card import Card, row
from desktop_cvae.gui.widgets.elided_label import ElidedLabel, plain_tip
from desktop_cvae.library.lesson import Lesson, LessonStep

MOST_LINES = 4
"""Of the notes that are seen at once; longer ones scroll."""
LETTERS = 14
"""Of a step's title in its field, at least."""


class NotesView(QPlainTextEdit):
    """Notes as plain text, as high as they need, up to some lines."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lesson_notes")
        self.setAccessibleName(tr("Notes of this step"))
        self.setToolTip(tr("What the lesson's author wrote about this step"))
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.document().setDocumentMargin(0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def say(self, text: str) -> None:
        """Show another text; none takes no room."""
        self.setPlainText(text)
        self.setVisible(bool(text))
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Its lines break elsewhere."""
        super().resizeEvent(event)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As high as its lines."""
        # A plain text's document counts its height in lines.
        lines = max(1, round(self.document().size().height()))
        # Where it scrolls, the next line does not peep out.
        spare = 2 * self.frameWidth() + (2 if lines <= MOST_LINES else -2)
        return QSize(200, min(MOST_LINES, lines) * self.fontMetrics().lineSpacing() + spare)

    def minimumSizeHint(self) -> QSize:
        """The same height."""
        return QSize(80, self.sizeHint().height())


class LessonBar(QWidget):
    """Shows one step of a lesson and asks for another.

    Signals:
        step_wanted(int): that step is to be shown.
        replay_wanted: the strokes of this step are to be drawn anew.
        edit_wanted: the lesson is to be changed.
        leaving_wanted: what was there before is to be shown again.
    """

    step_wanted = Signal(int)
    replay_wanted = Signal()
    edit_wanted = Signal()
    leaving_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lesson_bar")
        self.setAccessibleName(tr("Lesson"))
        self.title = ElidedLabel("title")
        self.title.setObjectName("lesson_title")
        self.choice = QComboBox()
        self.choice.setObjectName("lesson_step")
        self.choice.setAccessibleName(tr("Step of the lesson"))
        self.choice.setToolTip(tr("Go to any step of the lesson"))
        self.choice.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.choice.setMinimumContentsLength(LETTERS)
        self.back = _button("lesson_back", tr("Back"), tr("The step before (Alt+Left)"))
        self.next = _button("lesson_next", tr("Next"), tr("The next step (Alt+Right)"))
        self.replay = _button(
            "lesson_replay",
            tr("Write it again"),
            tr("Watch the strokes of this step being written"),
        )
        self.edit = _button("lesson_edit", tr("Change…"), tr("Change this lesson, or add steps"))
        tip = tr("Close the lesson and show what was there before")
        self.leave = _button("lesson_leave", tr("Leave"), tip)
        self.notes = NotesView()
        self.next.setProperty("role", "primary")
        self.back.setShortcut("Alt+Left")
        self.next.setShortcut("Alt+Right")
        self._lay_out()
        self.choice.activated.connect(self.step_wanted)
        self.back.clicked.connect(lambda: self.step_wanted.emit(self.choice.currentIndex() - 1))
        self.next.clicked.connect(lambda: self.step_wanted.emit(self.choice.currentIndex() + 1))
        self.replay.clicked.connect(self.replay_wanted)
        self.edit.clicked.connect(self.edit_wanted)
        self.leave.clicked.connect(self.leaving_wanted)

    def show_lesson(self, lesson: Lesson) -> None:
        """Show a lesson's title and the list of its steps."""
        self.title.say(lesson.title)
        parts = (lesson.title, lesson.author, lesson.notes)
        self.setToolTip(plain_tip("\n".join(part for part in parts if part)))
        self.choice.clear()
        self.choice.addItems([_step_title(*each) for each in enumerate(lesson.steps, 1)])

    def show_step(self, position: int, step: LessonStep) -> None:
        """Show a step's notes, and what one can do now."""
        self.choice.setCurrentIndex(position)
        self.notes.say(step.notes)
        last = self.choice.count() - 1
        self.back.setEnabled(position > 0)
        self.next.setEnabled(position < last)
        self.replay.setEnabled(bool(step.window.drawing.strokes))

    def _lay_out(self) -> None:
        card = Card()
        card.box.setContentsMargins(2 * SPACING, SPACING, SPACING, SPACING)
        words, ways = QVBoxLayout(), QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.notes)
        words.addStretch(1)
        ways.setSpacing(SPACING // 2)
        for line in (
            row(self.choice, self.back, self.next),
            row(None, self.replay, self.edit, self.leave),
        ):
            ways.addLayout(line)
        ways.addStretch(1)
        # The notes are read; what leads on stays as narrow as it is.
        sides = row(words, ways, spacing=2 * SPACING)
        sides.setStretch(0, 1)
        card.box.addLayout(sides)
        down = QVBoxLayout(self)
        down.setContentsMargins(2 * SPACING, SPACING, 2 * SPACING, 0)
        down.addWidget(card)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)


def _step_title(position: int, step: LessonStep) -> str:
    place = number(position)
    if step.title:
        return f"{place}  {step.title}"
    return tr("Step {place}", place=place)


def _button(name: str, text: str, tip: str) -> QPushButton:
    button = QPushButton(text)
    button.setObjectName(name)
    button.setToolTip(tip)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
