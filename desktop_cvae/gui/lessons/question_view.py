"""A step's question in the bar of a lesson: its text, the field for the answer, and the result.

Tested in tests/gui/lessons/test_answering.py.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QRadioButton, QSizePolicy, QWidget

from desktop_cvae.core.language import number, tr, tr_n
from desktop_cvae.gui.controls import describe, make_button, make_line_edit
from desktop_cvae.gui.theme import SPACING
from desktop_cvae.gui.widgets.card import column, row, text_label
from desktop_cvae.library.lesson_questions import (
    MAX_GIVEN,
    LessonAnswer,
    LessonQuestion,
    parse_number,
)

NUMBER_LETTERS = 8
"""Width of the field for a number, in characters."""


class QuestionView(QWidget):
    """Shows one question; the owner says whether an answer is right.

    Signals:
        given(str): the user answered: a choice or a number.
    """

    given = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lesson_question")
        self.setAccessibleName(tr("Question"))
        self.question: LessonQuestion | None = None
        self.text = text_label("", "title", wraps=True, name="lesson_question_text")
        self.result = text_label("", "", wraps=True, name="lesson_result")
        for label in (self.text, self.result):
            # What a lesson says is plain text.
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.number = make_line_edit(
            tr("Your answer, a number"), tr("A number, such as 0.25"), "lesson_number"
        )
        self.number.setMaxLength(MAX_GIVEN)
        width = self.number.fontMetrics().averageCharWidth() * NUMBER_LETTERS
        self.number.setFixedWidth(width + 4 * SPACING)
        self.check = make_button(tr("Check"), tr("Check your answer (Enter)"), "lesson_check")
        self.choices = QWidget()
        self._group = QButtonGroup(self)
        self._grid = QGridLayout(self.choices)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(2 * SPACING)
        self._grid.setVerticalSpacing(2)
        line = row(self.number, self.check, self.result, fills=self.result)
        self.setLayout(column(self.text, self.choices, line, spacing=SPACING // 2))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.number.returnPressed.connect(self._on_check)
        self.number.textChanged.connect(self._show_possible)
        self.check.clicked.connect(self._on_check)
        self._group.buttonClicked.connect(self._show_possible)
        self.hide()

    def ask(self, question: LessonQuestion | None) -> None:
        """Show a question that was not answered yet; None hides everything."""
        self.question = question
        self.setVisible(question is not None)
        self._clear()
        if question is None:
            return
        self.text.setText(question.text)
        for position, choice in enumerate(question.choices):
            button = describe(QRadioButton(choice.replace("&", "&&")), name="lesson_choice")
            button.setAccessibleName(choice)
            self._group.addButton(button, position)
        self._set_asking(is_asking=True)
        self._arrange()
        self._show_possible()

    def say(self, sentence: str) -> None:
        self.result.setText(sentence)
        self.updateGeometry()

    def show_answer(self, answer: LessonAnswer, *, student: str | None = None) -> None:
        """Show an answer and whether it is right; a right one takes the place of the field.

        Args:
            answer: to the question that is shown.
            student: whose answer a teacher looks at; None while the user answers.
        """
        question = self.question
        assert question is not None
        is_right = answer.is_right(question)
        self._set_asking(is_asking=student is None and not is_right)
        if student is not None:
            self.say(_report(question, answer))
        elif is_right:
            parts = (tr("Right: {answer}.", answer=shown(question, answer)), question.explanation)
            self.say(" ".join(part for part in parts if part))
        else:
            self.say(tr("Not right: {answer}. Try again.", answer=shown(question, answer)))

    def show_unanswered(self) -> None:
        """Tell a teacher that nothing was answered."""
        self._set_asking(is_asking=False)
        self.say(tr("Not answered."))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _set_asking(self, *, is_asking: bool) -> None:
        kind = self.question.kind if self.question else ""
        self.choices.setVisible(is_asking and kind == "choice")
        self.number.setVisible(is_asking and kind == "number")
        self.check.setVisible(is_asking and kind in ("choice", "number"))

    def _clear(self) -> None:
        for button in self._group.buttons():
            self._group.removeButton(button)
            self._grid.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.number.clear()
        self.say("")

    def _arrange(self) -> None:
        """Put the choices side by side, in as many columns as there is room for."""
        buttons = self._group.buttons()
        if not buttons:
            return
        widest = max(button.sizeHint().width() for button in buttons) + 2 * SPACING
        columns = min(len(buttons), max(1, self.width() // widest))
        for position, button in enumerate(buttons):
            self._grid.addWidget(button, position // columns, position % columns)
        for place in range(len(buttons)):
            self._grid.setColumnStretch(place, 0)
        self._grid.setColumnStretch(columns, 1)
        self.updateGeometry()

    def _show_possible(self) -> None:
        is_chosen = self._group.checkedButton() is not None
        self.check.setEnabled(is_chosen or parse_number(self.number.text()) is not None)

    def _on_check(self) -> None:
        if self.question is None or not self.check.isEnabled():
            return
        if self.question.kind == "choice":
            self.given.emit(self.question.choices[self._group.checkedId()])
        else:
            self.given.emit(self.number.text().strip())


def shown(question: LessonQuestion, answer: LessonAnswer) -> str:
    """Return what was answered, for people."""
    if question.kind == "noise":
        value = parse_number(answer.given)
        return answer.given if value is None else number(value, ".2f")
    return answer.given


def _report(question: LessonQuestion, answer: LessonAnswer) -> str:
    given = shown(question, answer)
    tries = tr_n("{n} try", "{n} tries", answer.tries)
    if answer.is_right(question):
        return tr("Right: {answer} ({tries}).", answer=given, tries=tries)
    return tr("Wrong: {answer} ({tries}).", answer=given, tries=tries)
