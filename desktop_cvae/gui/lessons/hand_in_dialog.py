"""The dialog that saves a student's answers as a file for the teacher.

Tested in tests/gui/lessons/test_answering.py.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget

from desktop_cvae.core.language import number, tr
from desktop_cvae.gui.controls import describe, make_button, make_line_edit
from desktop_cvae.gui.file_dialogs import ask_where_to_save
from desktop_cvae.gui.lessons.answering import Answering
from desktop_cvae.gui.lessons.question_view import shown
from desktop_cvae.gui.theme import SPACING
from desktop_cvae.gui.widgets.card import Card, caption_of, column, row, text_label
from desktop_cvae.gui.widgets.elided_label import ElidedLabel, plain_tip
from desktop_cvae.gui.widgets.text_list import ListEntry, TextList
from desktop_cvae.gui.widgets.work_dialog import WorkDialog, sentence_of
from desktop_cvae.library.lesson_content import Lesson
from desktop_cvae.library.lesson_file import SUFFIX, file_stem, write_lesson
from desktop_cvae.library.lesson_questions import MAX_STUDENT, LessonAnswer, LessonQuestion
from desktop_cvae.workers.job_runner import JobRunner

SIZE = QSize(560, 420)


class HandInDialog(WorkDialog):
    """Shows what was answered, asks for a name, and saves the file.

    Args:
        window: the parent.
        runner: writes the file.
        answering: has the lesson and its answers.
        folder: where the file is saved first.
    """

    def __init__(
        self, window: QWidget, runner: JobRunner, answering: Answering, folder: str
    ) -> None:
        super().__init__(window, "hand_in", tr("Hand in the answers"), runner)
        self._answering, self._folder = answering, folder
        self._lesson = answering.handed_in
        self.student = make_line_edit(
            tr("Your name"), tr("Your teacher sees it with your answers"), "hand_in_student"
        )
        self.student.setMaxLength(MAX_STUDENT)
        self.student.setText(answering.answers.student)
        self.score = text_label("", "title", name="hand_in_score")
        self.list = describe(TextList(), title=tr("Questions and answers"), name="hand_in_answers")
        self.list.setWordWrap(True)
        self.list.setResizeMode(TextList.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSpacing(2)
        self.message = ElidedLabel("muted")
        tip = tr("Save the lesson with your answers as a file for your teacher (Ctrl+S)")
        self.save = make_button(tr("Save…"), tip, "hand_in_save", on_click=self._on_save)
        self.save.setProperty("role", "primary")
        self.save.setShortcut("Ctrl+S")
        self.close_button = make_button(tr("Close"), "", "hand_in_close", on_click=self.close)
        self._show()
        caption = caption_of(self.student)
        card = Card()
        card.box.addLayout(column(caption, self.student, SPACING, self.score, self.list))
        last = row(self.message, self.save, self.close_button, fills=self.message)
        self.lay_out(column(card, fills=card), last, SIZE)
        self.student.setFocus(Qt.FocusReason.PopupFocusReason)

    def save_to(self, path: Path) -> None:
        """Save the answers under the name in the field."""
        self._answering.set_student(_printable(self.student.text()))
        job = partial(_save, path, self._answering.handed_in)
        self.ask(job, self._on_saved, self._on_failed, about="save")

    def _show(self) -> None:
        right, asked = self._answering.counts
        self.score.setText(tr("{right} of {asked} right", right=number(right), asked=number(asked)))
        assert self._lesson.answers is not None
        pairs = zip(self._lesson.questions, self._lesson.answers.answers, strict=True)
        lines = [_line(asked, given) for asked, given in pairs if asked is not None]
        self.list.entries.set_lines([ListEntry(line, tip=plain_tip(line)) for line in lines])

    def _on_save(self) -> None:
        student = _printable(self.student.text())
        parts = [part for part in (self._lesson.title, student) if part]
        ask_where_to_save(
            self,
            tr("Hand in the answers"),
            file_stem(" - ".join(parts)),
            {tr("Lessons"): SUFFIX},
            lambda path, _: self.save_to(path),
            self._folder,
        )

    def _on_saved(self, path: Path) -> None:
        self.message.say(tr("“{name}” is saved; give it to your teacher.", name=path.name))

    def _on_failed(self, error: Exception) -> None:
        self.message.say(sentence_of(error))


def _line(question: LessonQuestion, answer: LessonAnswer | None) -> str:
    if answer is None:
        return f"○ {question.text} → {tr('Not answered.')}"
    mark = "✓" if answer.is_right(question) else "✗"
    return f"{mark} {question.text} → {shown(question, answer)}"


def _printable(text: str) -> str:
    return "".join(c for c in text if c.isprintable()).strip()[:MAX_STUDENT]


def _save(path: Path, lesson: Lesson) -> Path:
    write_lesson(path, lesson)
    return path
