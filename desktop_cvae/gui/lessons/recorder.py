"""The dialog that records a lesson: what the window shows becomes the next step.

Tested in tests/gui/lessons/test_lesson_player.py.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from desktop_cvae.core.language import number, tr
from desktop_cvae.gui.controls import describe, make_button, make_check_box, make_line_edit
from desktop_cvae.gui.file_dialogs import ask_where_to_save, open_modal
from desktop_cvae.gui.lessons.composition import Composition, LessonContent, content_of
from desktop_cvae.gui.lessons.draft_saver import DraftSaver
from desktop_cvae.gui.lessons.step_list import StepList
from desktop_cvae.gui.session import Session
from desktop_cvae.gui.session_restore import SessionRestorer
from desktop_cvae.gui.theme import SPACING
from desktop_cvae.gui.widgets.card import Card, caption_of, row
from desktop_cvae.gui.widgets.elided_label import ElidedLabel
from desktop_cvae.gui.widgets.work_dialog import WorkDialog, sentence_of
from desktop_cvae.library.lesson_content import MAX_TITLE, Lesson, LessonStep
from desktop_cvae.library.lesson_file import SUFFIX, file_stem, lesson_model, write_lesson
from desktop_cvae.library.lesson_questions import LessonQuestion
from desktop_cvae.library.model_library import ModelEntry
from desktop_cvae.library.session_record import SessionRecord
from desktop_cvae.workers.job_runner import JobRunner

SIZE = QSize(760, 580)


class LessonRecorder(WorkDialog):
    """Edits a lesson: its steps on the left, the texts of one of them on the right.

    Every change is saved as a draft, so that closing the dialog loses nothing.

    Args:
        window: the parent.
        session: its model is the one that the lesson may include.
        runner: does the work.
        restorer: captures what the window shows.
        folder: where the lesson is saved first.

    Signals:
        step_requested(LessonStep): that step should be shown in the window.
    """

    step_requested = Signal(object)

    def __init__(
        self,
        window: QWidget,
        session: Session,
        runner: JobRunner,
        restorer: SessionRestorer,
        folder: str,
    ) -> None:
        super().__init__(window, "lesson_recorder", tr("Record a lesson"), runner)
        self._session, self._restorer = session, restorer
        self._folder = folder
        self._made = Composition()
        self._draft = DraftSaver(runner, lambda: self._made.lesson(None), self)
        self._is_showing = False
        self._make_fields()
        self._make_buttons()
        self._lay_out()
        self._connect()
        self._show_all()
        self._waiting: Lesson | None = None
        self._is_ready = False

    def edit(self, lesson: Lesson) -> None:
        """Open a lesson for editing; one undo brings back what was here."""
        if not self._is_ready:
            self._waiting = lesson
            return
        self._made.begin(content_of(lesson))
        self.brings_model.setChecked(lesson.model is not None and lesson.model.file is not None)
        self._changed()

    def _make_fields(self) -> None:
        self.lesson_title = make_line_edit(
            tr("Title"), tr("The name of the lesson"), "lesson_title_field"
        )
        self.author = make_line_edit(
            tr("Author"), tr("The author of the lesson (optional)"), "lesson_author"
        )
        tip = tr("What the lesson is about (optional)")
        self.about = _text("lesson_about", tr("About the lesson"), tip)
        self.about.setFixedHeight(3 * self.fontMetrics().lineSpacing() + 12)
        self.steps = StepList()
        tip = tr("The topic of this step in one line")
        self.step_title = make_line_edit(tr("Title of the step"), tip, "lesson_step_title")
        tip = tr("What to look at or think about in this step (plain text)")
        self.notes = _text("lesson_step_notes", tr("Notes of the step"), tip)
        for field in (self.lesson_title, self.author, self.step_title):
            field.setMaxLength(MAX_TITLE)
        tip = tr("Ask the student something that the program checks itself")
        self.question = make_button(tr("Question…"), tip, "lesson_ask")
        self.question_text = ElidedLabel("muted")
        self.question_text.setObjectName("lesson_question_shown")
        self.message = ElidedLabel("muted")
        self.message.setObjectName("lesson_message")
        self.brings_model = make_check_box(tr("Include the model"), name="lesson_brings_model")

    def _make_buttons(self) -> None:
        tip = tr("Add what the window shows now as a step: drawing, noise, label, panel and card")
        self.add = make_button(tr("Add step"), tip, "lesson_add")
        self.add.setProperty("role", "primary")
        tip = tr("Replace this step with what the window shows now; its title and notes stay")
        self.replace = make_button(tr("Replace"), tip, "lesson_replace")
        self.show_step = make_button(tr("Show"), tr("Show this step in the window"), "lesson_show")
        self.up = make_button(tr("Up"), tr("Move this step up (Alt+Up)"), "lesson_up")
        self.down = make_button(tr("Down"), tr("Move this step down (Alt+Down)"), "lesson_down")
        self.delete = make_button(
            tr("Delete"), tr("Delete this step; you can undo this"), "lesson_delete"
        )
        tip = tr("Start a new lesson; Undo brings this one back")
        self.new = make_button(tr("New lesson"), tip, "lesson_new")
        self.undo = make_button(tr("Undo"), tr("Undo the last change (Ctrl+Z)"), "lesson_undo")
        tip = tr("Save the lesson as a file that you can share (Ctrl+S)")
        self.save = make_button(tr("Save…"), tip, "lesson_save")
        tip = tr("Close the window; your lesson is saved and will be here next time")
        self.close_button = make_button(tr("Close"), tip, "lesson_close")
        self.up.setShortcut("Alt+Up")
        self.down.setShortcut("Alt+Down")
        self.undo.setShortcut("Ctrl+Z")
        self.save.setShortcut("Ctrl+S")

    def _lay_out(self) -> None:
        head = Card()
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * SPACING)
        grid.setVerticalSpacing(SPACING)
        for column, field in enumerate((self.lesson_title, self.author)):
            grid.addWidget(caption_of(field), 0, column)
            grid.addWidget(field, 1, column)
        grid.addWidget(caption_of(self.about), 2, 0, 1, 2)
        grid.addWidget(self.about, 3, 0, 1, 2)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        head.box.addLayout(grid)
        left, right = QVBoxLayout(), QVBoxLayout()
        for side in (left, right):
            side.setSpacing(SPACING)
        left.addLayout(row(self.add, self.replace, None))
        left.addWidget(self.steps, 1)
        left.addLayout(row(self.show_step, self.up, self.down, self.delete, None))
        fields: tuple[QLineEdit | QPlainTextEdit, ...] = (self.step_title, self.notes)
        for each in fields:
            right.addWidget(caption_of(each))
            right.addWidget(each)
        right.setStretch(3, 1)
        right.addLayout(row(self.question, self.question_text, fills=self.question_text))
        made = Card()
        sides = row(left, right, spacing=2 * SPACING)
        sides.setStretch(0, 2)
        sides.setStretch(1, 3)
        made.box.addLayout(sides)
        body = QVBoxLayout()
        body.addWidget(head)
        body.addWidget(made, 1)
        last = row(self.new, self.undo, self.message, self.brings_model, self.save)
        last.addWidget(self.close_button)
        last.setStretch(2, 1)
        self.lay_out(body, last, SIZE)

    def _connect(self) -> None:
        made = self._made
        for field, name in ((self.lesson_title, "title"), (self.author, "author")):
            field.textEdited.connect(partial(self._write, made.write, name))
        self.step_title.textEdited.connect(partial(self._write, made.write_step, "title"))
        self.about.textChanged.connect(lambda: self._on_typed(made.write, self.about))
        self.notes.textChanged.connect(lambda: self._on_typed(made.write_step, self.notes))
        self.steps.step_chosen.connect(self._on_step_chosen)
        self.steps.step_activated.connect(self._on_show)
        self.add.clicked.connect(lambda: self._record(made.add))
        self.replace.clicked.connect(lambda: self._record(made.replace_window))
        self.show_step.clicked.connect(self._on_show)
        self.up.clicked.connect(lambda: self._do(partial(made.move, -1)))
        self.down.clicked.connect(lambda: self._do(partial(made.move, 1)))
        self.delete.clicked.connect(lambda: self._do(made.delete))
        self.question.clicked.connect(self._on_ask)
        self.new.clicked.connect(lambda: self._do(partial(made.begin, LessonContent())))
        self.undo.clicked.connect(lambda: self._do(made.undo))
        self.save.clicked.connect(self._on_save)
        self.close_button.clicked.connect(self.close)
        self._draft.loaded.connect(self._on_draft_loaded)
        self._draft.failed.connect(self._on_draft_failed)
        self.finished.connect(self._draft.close)
        self.follow(self._session.model_changed, self._show_model)

    def _do(self, change: Callable[[], None]) -> None:
        change()
        self._changed()

    def _changed(self) -> None:
        """Show the changed content, and save the draft soon."""
        self._show_all()
        self.message.say("")
        self._draft.save_soon()

    def _write(self, write: Callable[[str, str], None], name: str, text: str) -> None:
        write(name, text)
        self._show_possible()
        self._show_steps()
        self._draft.save_soon()

    def _on_typed(self, write: Callable[[str, str], None], field: QPlainTextEdit) -> None:
        if not self._is_showing:
            self._write(write, "notes", field.toPlainText())

    def _on_step_chosen(self, position: int) -> None:
        self._made.select(position)
        self._show_words()
        self._show_possible()

    def _on_show(self) -> None:
        if self._made.step is not None:
            self.step_requested.emit(self._made.step)

    def _on_ask(self) -> None:
        step = self._made.step
        if step is not None:
            # Imported here: most lessons are recorded without a question.
            from desktop_cvae.gui.lessons.question_dialog import QuestionDialog

            dialog = QuestionDialog(self, step.question)
            dialog.question_chosen.connect(self._on_question_chosen)
            open_modal(dialog)

    def _on_question_chosen(self, question: LessonQuestion | None) -> None:
        self._made.ask(question)
        self._changed()

    def _record(self, change: Callable[[LessonStep], None]) -> None:
        # Encoding a large picture takes a moment, so the worker does it.
        snapshot = self._restorer.snapshot()
        done = partial(self._on_recorded, change)
        self.ask(snapshot.record, done, self._on_failed, about="step")

    def _on_recorded(self, change: Callable[[LessonStep], None], window: SessionRecord) -> None:
        change(LessonStep(window=window))
        self._changed()
        self.step_title.setFocus()

    def _on_save(self) -> None:
        lesson = self._made.lesson(None)
        assert lesson is not None
        ask_where_to_save(
            self,
            tr("Save the lesson"),
            file_stem(lesson.title),
            {tr("Lessons"): SUFFIX},
            lambda path, _: self.save_to(str(path)),
            self._folder,
        )

    def save_to(self, name: str) -> None:
        model = self._session.model
        entry, lesson = model.entry if model else None, self._made.lesson(None)
        if lesson is not None:
            brings = self.brings_model.isChecked()
            job = partial(_save, Path(name), self._made, entry, brings_file=brings)
            self.ask(job, self._on_saved, self._on_failed, about="save")

    def _on_saved(self, path: Path) -> None:
        size = number(path.stat().st_size / 1000, ",.0f")
        self.message.say(tr("“{name}” is saved ({size} kB).", name=path.name, size=size))

    def _on_failed(self, error: Exception) -> None:
        self.message.say(sentence_of(error))

    def _on_draft_loaded(self, lesson: Lesson | None) -> None:
        if not self._draft.has_draft:
            self.message.say(
                tr(
                    "A lesson is being recorded in another window, so this one is "
                    "not saved as a draft."
                )
            )
        if lesson is not None:
            self._made.begin(content_of(lesson))
            self._made.forget_past()
            self._show_all()
        self._edit_waiting()

    def _on_draft_failed(self, error: Exception) -> None:
        self._on_failed(error)
        self._edit_waiting()

    def _edit_waiting(self) -> None:
        self._is_ready = True
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self.edit(waiting)

    def _show_all(self) -> None:
        content = self._made.content
        self._is_showing = True
        for field, text in ((self.lesson_title, content.title), (self.author, content.author)):
            # Setting the same text would move the cursor of a user who is typing.
            if field.text() != text:
                field.setText(text)
        if self.about.toPlainText() != content.notes:
            self.about.setPlainText(content.notes)
        self._is_showing = False
        self._show_steps()
        self._show_words()
        self._show_possible()
        self._show_model()

    def _show_steps(self) -> None:
        self.steps.show_steps(self._made.content.steps, self._made.position)

    def _show_words(self) -> None:
        step = self._made.step or LessonStep()
        self._is_showing = True
        if self.step_title.text() != step.title:
            self.step_title.setText(step.title)
        if self.notes.toPlainText() != step.notes:
            self.notes.setPlainText(step.notes)
        self.question_text.say(step.question.text if step.question else tr("No question"))
        self._is_showing = False

    def _show_possible(self) -> None:
        made = self._made
        has_step, last = made.step is not None, len(made.content.steps) - 1
        words = (self.step_title, self.notes, self.question)
        for part in (*words, self.replace, self.show_step, self.delete):
            part.setEnabled(has_step)
        self.up.setEnabled(made.position > 0)
        self.down.setEnabled(has_step and made.position < last)
        self.add.setEnabled(not made.is_full)
        self.undo.setEnabled(made.can_undo)
        self.new.setEnabled(made.content != LessonContent())
        self.save.setEnabled(bool(made.content.steps))

    def _show_model(self) -> None:
        model = self._session.model
        self.brings_model.setEnabled(model is not None)
        name = model.entry.name if model else ""
        self.brings_model.setToolTip(
            tr(
                "Include the model “{name}” in the file, for computers that do not have it. "
                "Otherwise, the lesson only refers to the model.",
                name=name,
            )
        )


def _save(path: Path, made: Composition, entry: ModelEntry | None, *, brings_file: bool) -> Path:
    model = lesson_model(entry, brings_file=brings_file) if entry else None
    lesson = made.lesson(model)
    assert lesson is not None
    write_lesson(path, lesson)
    return path


def _text(name: str, title: str, tip: str) -> QPlainTextEdit:
    field = describe(QPlainTextEdit(), title=title, tip=tip, name=name)
    field.setTabChangesFocus(True)
    return field
