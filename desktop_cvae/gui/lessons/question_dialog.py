"""The dialog that writes the question of a lesson's step."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPlainTextEdit, QWidget

from desktop_cvae.core.errors import InvalidData
from desktop_cvae.core.language import mark, number, tr
from desktop_cvae.gui.controls import (
    describe,
    make_button,
    make_combo,
    make_line_edit,
    make_spin_box,
)
from desktop_cvae.gui.theme import SPACING
from desktop_cvae.gui.widgets.card import Card, caption_of, column, row, text_label
from desktop_cvae.gui.widgets.work_dialog import WorkDialog
from desktop_cvae.library.lesson_questions import (
    MAX_CHOICES,
    MAX_EXPLANATION,
    LessonQuestion,
    parse_number,
)
from desktop_cvae.library.session_record import MAX_LABEL

SIZE = QSize(620, 520)
KINDS = {
    "": mark("No question"),
    "choice": mark("Multiple choice"),
    "number": mark("A number"),
    "drawing": mark("A drawing that is misread"),
    "noise": mark("The noise level at which it fails"),
}
"""Names of ``LessonQuestion.kind`` for people; "" is a step without a question."""
DEFAULT_CHANGE = 0.4
DEFAULT_NOISE_TOLERANCE = 0.05


class QuestionDialog(WorkDialog):
    """Edits one question; nothing is changed before *Use*.

    Args:
        parent: the recorder.
        question: the step's; None without one.

    Signals:
        question_chosen(LessonQuestion | None): the step is to have that question.
    """

    question_chosen = Signal(object)

    def __init__(self, parent: QWidget, question: LessonQuestion | None) -> None:
        super().__init__(parent, "question_dialog", tr("Question of the step"))
        self.kind = make_combo(
            tr("Kind of question"),
            tr("What the student does, and how the program checks it"),
            "question_kind",
            items=[(tr(name), kind) for kind, name in KINDS.items()],
        )
        self.text = _plain("question_text", tr("Question"), tr("The question, in plain text"))
        tip = tr("The answers to choose from, one on each line; at most {most}", most=MAX_CHOICES)
        self.choices = _plain("question_choices", tr("Answers, one on each line"), tip)
        self.right = make_combo(
            tr("Right answer"), tr("The answer that is right"), "question_right", least_letters=12
        )
        self.value = make_line_edit(
            tr("Right number"), tr("The number that is right"), "question_value"
        )
        self.tolerance = make_line_edit(
            tr("Tolerance"),
            tr("How far from the right number an answer may be"),
            "question_tolerance",
        )
        self.label = make_line_edit(
            tr("Label to draw"), tr("The digit that the student draws"), "question_label"
        )
        self.read_as = make_line_edit(
            tr("To be read as"), tr("The digit that the model must then read"), "question_read_as"
        )
        self.change = make_spin_box(
            tr("Ink that may change"),
            tr("How much ink may be added or removed, in per cent of the first drawing"),
            "question_change",
            low=1,
            high=100,
        )
        self.change.setSuffix(" %")
        self.right_label = make_line_edit(
            tr("Right label"), tr("The label that is right without noise"), "question_right_label"
        )
        self.distance = make_line_edit(
            tr("Tolerance of the level"),
            tr("How close together a level that is read correctly and one that is misread must be"),
            "question_distance",
        )
        tip = tr("Shown after the right answer (optional)")
        self.explanation = make_line_edit(tr("Explanation"), tip, "question_explanation")
        self.explanation.setMaxLength(MAX_EXPLANATION)
        for field in (self.label, self.read_as, self.right_label):
            field.setMaxLength(MAX_LABEL)
        self.message = text_label("", "warning", wraps=True, name="question_message")
        tip = tr("Give the step this question")
        self.use = make_button(tr("Use"), tip, "question_use", on_click=self._on_use)
        self.use.setProperty("role", "primary")
        self.close_button = make_button(tr("Cancel"), "", "question_cancel", on_click=self.close)
        self._parts: dict[str, tuple[QWidget, ...]] = {}
        self._lay_out()
        self.choices.textChanged.connect(self._fill_right)
        self.kind.currentIndexChanged.connect(self._show_parts)
        self._show(question)

    def question(self) -> LessonQuestion | None:
        """Return the question as the fields have it; None for none.

        Raises:
            InvalidData: a field is empty or out of range.
        """
        kind = self.kind.currentData()
        if not kind:
            return None
        text, explanation = _one_line(self.text), self.explanation.text().strip()
        entries: dict[str, Any]
        if kind == "choice":
            right = max(0, self.right.currentIndex())
            entries = {"choices": self._lines(), "right": right}
        elif kind == "number":
            entries = {"value": _number(self.value), "tolerance": _number(self.tolerance)}
        elif kind == "drawing":
            entries = {
                "label": self.label.text().strip(),
                "read_as": self.read_as.text().strip(),
                "change": self.change.value() / 100,
            }
        else:
            entries = {
                "label": self.right_label.text().strip(),
                "tolerance": _number(self.distance),
            }
        return LessonQuestion(kind, text, explanation=explanation, **entries)

    def _lay_out(self) -> None:
        card = Card()
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * SPACING)
        grid.setVerticalSpacing(SPACING)
        fields = {
            "all": (self.kind,),
            "any": (self.text,),
            "choice": (self.choices, self.right),
            "number": (self.value, self.tolerance),
            "drawing": (self.label, self.read_as, self.change),
            "noise": (self.right_label, self.distance),
            "end": (self.explanation,),
        }
        line = 0
        for kind, widgets in fields.items():
            shown: list[QWidget] = []
            for widget in widgets:
                caption = caption_of(widget)
                grid.addWidget(caption, line, 0)
                grid.addWidget(widget, line, 1)
                shown += [caption, widget]
                line += 1
            self._parts[kind] = tuple(shown)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(line, 1)
        card.box.addLayout(grid)
        last = row(self.message, self.use, self.close_button, fills=self.message)
        self.lay_out(column(card, fills=card), last, SIZE)

    def _show(self, question: LessonQuestion | None) -> None:
        self.change.setValue(round(100 * (question.change if question else DEFAULT_CHANGE)))
        self.tolerance.setText("0")
        self.distance.setText(number(DEFAULT_NOISE_TOLERANCE, "g"))
        if question is not None:
            self.kind.setCurrentIndex(max(0, self.kind.findData(question.kind)))
            self.text.setPlainText(question.text)
            self.choices.setPlainText("\n".join(question.choices))
            self.right.setCurrentIndex(question.right)
            self.value.setText(number(question.value, ".10g"))
            self.label.setText(question.label)
            self.read_as.setText(question.read_as)
            self.right_label.setText(question.label)
            self.explanation.setText(question.explanation)
            self.explanation.setCursorPosition(0)
            tolerance = self.tolerance if question.kind == "number" else self.distance
            if question.tolerance:
                tolerance.setText(number(question.tolerance, ".10g"))
        self._show_parts()

    def _show_parts(self) -> None:
        kind = self.kind.currentData()
        for name, widgets in self._parts.items():
            is_shown = name == "all" or (bool(kind) and name in ("any", "end", kind))
            for widget in widgets:
                widget.setVisible(is_shown)
        self.message.setText("")

    def _fill_right(self) -> None:
        chosen = self.right.currentIndex()
        self.right.clear()
        self.right.addItems(list(self._lines()))
        self.right.setCurrentIndex(min(max(chosen, 0), self.right.count() - 1))

    def _lines(self) -> tuple[str, ...]:
        lines = (line.strip() for line in self.choices.toPlainText().splitlines())
        return tuple(line for line in lines if line)

    def _on_use(self) -> None:
        try:
            question = self.question()
        except InvalidData as error:
            self.message.setText(error.details or error.sentence)
            return
        self.question_chosen.emit(question)
        self.close()


def _plain(name: str, title: str, tip: str) -> QPlainTextEdit:
    field = describe(QPlainTextEdit(), title=title, tip=tip, name=name)
    field.setTabChangesFocus(True)
    field.setFixedHeight(5 * field.fontMetrics().lineSpacing())
    return field


def _one_line(field: QPlainTextEdit) -> str:
    return " ".join(field.toPlainText().split())


def _number(field: QLineEdit) -> float:
    value = parse_number(field.text())
    if value is None:
        raise InvalidData(tr("“{name}” needs a number.", name=field.accessibleName()))
    return value
