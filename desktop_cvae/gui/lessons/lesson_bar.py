"""The bar of a playing lesson: step, author's notes, question and navigation."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from desktop_cvae.core.language import number, tr
from desktop_cvae.gui.controls import make_button, make_combo
from desktop_cvae.gui.lessons.question_view import QuestionView
from desktop_cvae.gui.lessons.step_list import step_title
from desktop_cvae.gui.theme import SPACING
from desktop_cvae.gui.widgets.card import Card, row
from desktop_cvae.gui.widgets.elided_label import ElidedLabel, plain_tip
from desktop_cvae.library.lesson_content import Lesson, LessonStep

MOST_LINES = 4
"""Number of visible lines of notes; longer notes scroll."""
LETTERS = 14
"""Smallest width of the list of steps, in characters."""


class NotesView(QPlainTextEdit):
    """Plain-text notes, as high as they need up to ``MOST_LINES``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lesson_notes")
        self.setAccessibleName(tr("Notes of this step"))
        self.setToolTip(tr("The author's notes on this step"))
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.document().setDocumentMargin(0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def say(self, text: str) -> None:
        """Show a text; hide the widget if it is empty."""
        self.setPlainText(text)
        self.setVisible(bool(text))
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        # The document of a QPlainTextEdit measures its height in lines.
        lines = max(1, round(self.document().size().height()))
        # If it scrolls, the next line must not be partly visible.
        spare = 2 * self.frameWidth() + (2 if lines <= MOST_LINES else -2)
        return QSize(200, min(MOST_LINES, lines) * self.fontMetrics().lineSpacing() + spare)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())


class LessonBar(QWidget):
    """Shows one step of a lesson; its buttons replay the strokes, edit and leave the lesson.

    Signals:
        step_requested(int): that step should be shown.
    """

    step_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lesson_bar")
        self.setAccessibleName(tr("Lesson"))
        self.title = ElidedLabel("title")
        self.title.setObjectName("lesson_title")
        self.choice = make_combo(
            tr("Step of the lesson"),
            tr("Go to any step of the lesson"),
            "lesson_step",
            least_letters=LETTERS,
        )
        self.back = make_button(
            tr("Back"), tr("Previous step (Alt+Left)"), "lesson_back", takes_focus=False
        )
        self.next = make_button(
            tr("Next"), tr("Next step (Alt+Right)"), "lesson_next", takes_focus=False
        )
        self.play_strokes = make_button(
            tr("Play the strokes"),
            tr("Watch the strokes of this step being drawn"),
            "lesson_replay",
            takes_focus=False,
        )
        self.edit = make_button(
            tr("Edit…"), tr("Edit this lesson or add steps to it"), "lesson_edit", takes_focus=False
        )
        self.hand_in = make_button(
            tr("Hand in…"),
            tr("Save your answers as a file for your teacher"),
            "lesson_hand_in",
            takes_focus=False,
        )
        tip = tr("Close the lesson and go back to your own drawing")
        self.leave = make_button(tr("Leave"), tip, "lesson_leave", takes_focus=False)
        self.notes = NotesView()
        self.question = QuestionView()
        self.next.setProperty("role", "primary")
        self.back.setShortcut("Alt+Left")
        self.next.setShortcut("Alt+Right")
        self._lay_out()
        self.choice.activated.connect(self.step_requested)
        self.back.clicked.connect(lambda: self.step_requested.emit(self.choice.currentIndex() - 1))
        self.next.clicked.connect(lambda: self.step_requested.emit(self.choice.currentIndex() + 1))

    def show_lesson(self, lesson: Lesson) -> None:
        self.title.say(lesson.title)
        parts = (lesson.title, lesson.author, lesson.notes)
        self.setToolTip(plain_tip("\n".join(part for part in parts if part)))
        self.choice.clear()
        self.choice.addItems([step_title(*each) for each in enumerate(lesson.steps, 1)])
        self.hand_in.setVisible(lesson.has_questions and lesson.answers is None)

    def show_score(self, title: str, right: int, asked: int, *, student: str | None = None) -> None:
        """Show how many questions are answered rightly.

        Args:
            title: the lesson's.
            right: number of right answers.
            asked: number of questions; 0 shows the title alone.
            student: whose answers a teacher looks at; None for the user's own.
        """
        count = tr("{right} of {asked} right", right=number(right), asked=number(asked))
        parts = [title, tr("answers of {name}", name=student or tr("Unnamed"))]
        parts = parts[: 1 if student is None else 2] + ([count] if asked else [])
        self.title.say(" · ".join(parts))

    def show_step(self, position: int, step: LessonStep) -> None:
        """Show a step's notes, and enable the buttons that apply."""
        self.choice.setCurrentIndex(position)
        self.notes.say(step.notes)
        last = self.choice.count() - 1
        self.back.setEnabled(position > 0)
        self.next.setEnabled(position < last)
        self.play_strokes.setEnabled(bool(step.window.drawing.strokes))

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
            row(None, self.play_strokes, self.edit, self.hand_in, self.leave),
        ):
            ways.addLayout(line)
        ways.addStretch(1)
        # Give spare width to the notes, not to the buttons.
        sides = row(words, ways, spacing=2 * SPACING)
        sides.setStretch(0, 1)
        card.box.addLayout(sides)
        card.box.addWidget(self.question)
        down = QVBoxLayout(self)
        down.setContentsMargins(2 * SPACING, SPACING, 2 * SPACING, 0)
        down.addWidget(card)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
