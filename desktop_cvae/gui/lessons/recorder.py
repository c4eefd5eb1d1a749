"""The dialog in which a lesson is made: what the window shows becomes its next step."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QFileDialog,
    QGridLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
)

from desktop_cvae.core.language import number, tr
from desktop_cvae.gui.lessons.composition import Composition, Content, content_of
from desktop_cvae.gui.lessons.thumbnails import THUMBNAIL_PX, thumbnail
from desktop_cvae.gui.session import Session
from desktop_cvae.gui.theme import SPACING
from desktop_cvae.gui.widgets.card import Card, row, text_label
from desktop_cvae.gui.widgets.elided_label import ElidedLabel
from desktop_cvae.gui.widgets.work_dialog import WorkDialog, sentence_of
from desktop_cvae.library.lesson import MAX_TITLE, Lesson, LessonStep
from desktop_cvae.library.lesson_draft import LessonDraft, take_draft
from desktop_cvae.library.lesson_file import SUFFIX, lesson_model, write_lesson
from desktop_cvae.library.window_record import WindowRecord

if TYPE_CHECKING:
    from desktop_cvae.gui.controller import Controller
    from desktop_cvae.gui.main_window import MainWindow
    from desktop_cvae.library.model_library import ModelEntry

SIZE = QSize(760, 580)
PAUSE_MS = 400
"""After the last change, before the draft is kept."""


class LessonRecorder(WorkDialog):
    """Steps at the left, the words of one of them at the right, the lesson's over both.

    Whatever is made is kept as a draft at once: closing the dialog loses nothing, and the next
    time it goes on where it was.

    Args:
        window: what it shows is recorded.
        session: the model that is in use.
        controller: does the work.

    Signals:
        step_wanted(LessonStep): it is to be shown in the window.
    """

    step_wanted = Signal(object)

    def __init__(self, window: MainWindow, session: Session, controller: Controller) -> None:
        super().__init__(window, "lesson_recorder", tr("Record a lesson"), controller.runner)
        self._window, self._session, self._controller = window, session, controller
        self._made = Composition()
        self._draft: LessonDraft | None = None
        self._is_showing = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._keep_draft)
        self._make_fields()
        self._make_buttons()
        self._lay_out()
        self._connect()
        self._show_all()
        self._waiting: Lesson | None = None
        self._is_ready = False
        self.ask(_begin_draft, self._on_draft, self._on_no_draft, about="draft")

    def take(self, lesson: Lesson) -> None:
        """Go on with this lesson; one undo brings back what was here."""
        if not self._is_ready:
            self._waiting = lesson
            return
        self._made.begin(content_of(lesson))
        self.brings_model.setChecked(lesson.model is not None and lesson.model.file is not None)
        self._changed()

    def _make_fields(self) -> None:
        self.lesson_title = _line(
            "lesson_title_field", tr("Title"), tr("What the lesson is called")
        )
        self.author = _line("lesson_author", tr("Author"), tr("Who made the lesson; may be empty"))
        tip = tr("What the lesson is about; may be empty")
        self.about = _text("lesson_about", tr("About the lesson"), tip)
        self.about.setFixedHeight(3 * self.fontMetrics().lineSpacing() + 12)
        self.steps = QListWidget()
        self.steps.setObjectName("lesson_steps")
        self.steps.setAccessibleName(tr("Steps"))
        self.steps.setToolTip(tr("The steps, in the order in which they are shown"))
        self.steps.setIconSize(QSize(THUMBNAIL_PX, THUMBNAIL_PX))
        self.steps.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.steps.setMinimumSize(200, 3 * THUMBNAIL_PX)
        tip = tr("One line that says what this step is about")
        self.step_title = _line("lesson_step_title", tr("Title of the step"), tip)
        tip = tr("What one is to see or think in this step; plain text")
        self.notes = _text("lesson_step_notes", tr("Notes of the step"), tip)
        self.message = ElidedLabel("muted")
        self.message.setObjectName("lesson_message")
        self.brings_model = QCheckBox(tr("Bring the model along"))
        self.brings_model.setObjectName("lesson_brings_model")

    def _make_buttons(self) -> None:
        tip = tr("Make a step of what the window shows now: drawing, noise, label, panel and card")
        self.add = _button("lesson_add", tr("Add what is shown"), tip)
        self.add.setProperty("role", "primary")
        tip = tr("Let this step show what the window shows now; its words stay")
        self.replace = _button("lesson_replace", tr("Replace"), tip)
        self.show_step = _button("lesson_show", tr("Show"), tr("Show this step in the window"))
        self.up = _button("lesson_up", tr("Up"), tr("This step one place earlier (Alt+Up)"))
        self.down = _button("lesson_down", tr("Down"), tr("This step one place later (Alt+Down)"))
        self.delete = _button("lesson_delete", tr("Delete"), tr("Delete this step; can be undone"))
        tip = tr("Begin another lesson; undo brings this one back")
        self.new = _button("lesson_new", tr("New lesson"), tip)
        self.undo = _button("lesson_undo", tr("Undo"), tr("Take the last change back (Ctrl+Z)"))
        tip = tr("Write the lesson into a file that can be handed out (Ctrl+S)")
        self.save = _button("lesson_save", tr("Save…"), tip)
        tip = tr("Close; what you made is kept and is here again the next time")
        self.close_button = _button("lesson_close", tr("Close"), tip)
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
            grid.addWidget(_caption(field), 0, column)
            grid.addWidget(field, 1, column)
        grid.addWidget(_caption(self.about), 2, 0, 1, 2)
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
            right.addWidget(_caption(each))
            right.addWidget(each)
        right.setStretch(3, 1)
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
        self.steps.currentRowChanged.connect(self._on_step_chosen)
        self.steps.itemDoubleClicked.connect(lambda _: self._on_show())
        self.add.clicked.connect(lambda: self._record(made.add))
        self.replace.clicked.connect(lambda: self._record(made.show_anew))
        self.show_step.clicked.connect(self._on_show)
        self.up.clicked.connect(lambda: self._do(partial(made.move, -1)))
        self.down.clicked.connect(lambda: self._do(partial(made.move, 1)))
        self.delete.clicked.connect(lambda: self._do(made.delete))
        self.new.clicked.connect(lambda: self._do(partial(made.begin, Content())))
        self.undo.clicked.connect(lambda: self._do(made.undo))
        self.save.clicked.connect(self._on_save)
        self.close_button.clicked.connect(self.close)
        self.finished.connect(self._on_finished)
        self.follow(self._session.model_changed, self._show_model)

    def _do(self, change: Callable[[], None]) -> None:
        change()
        self._changed()

    def _changed(self) -> None:
        """The content is another: everything is shown anew, and kept soon."""
        self._show_all()
        self.message.say("")
        self._pause.start()

    def _write(self, write: Callable[[str, str], None], name: str, text: str) -> None:
        write(name, text)
        self._show_possible()
        self._show_titles()
        self._pause.start()

    def _on_typed(self, write: Callable[[str, str], None], field: QPlainTextEdit) -> None:
        if not self._is_showing:
            self._write(write, "notes", field.toPlainText())

    def _on_step_chosen(self, position: int) -> None:
        if not self._is_showing:
            self._made.look_at(position)
            self._show_words()
            self._show_possible()

    def _on_show(self) -> None:
        if self._made.step is not None:
            self.step_wanted.emit(self._made.step)

    def _record(self, put: Callable[[LessonStep], None]) -> None:
        # A large picture takes a moment.
        snapshot = self._window.state.snapshot()
        self.ask(snapshot.record, partial(self._on_recorded, put), self._on_failed, about="step")

    def _on_recorded(self, put: Callable[[LessonStep], None], window: WindowRecord) -> None:
        put(LessonStep(window=window))
        self._changed()
        self.step_title.setFocus()

    def _on_save(self) -> None:
        lesson = self._made.lesson(None)
        assert lesson is not None
        folder = self._window.commands.folder
        dialog = QFileDialog(self, tr("Save the lesson"), folder)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(f"{tr('Lessons')} (*{SUFFIX})")
        dialog.setDefaultSuffix(SUFFIX.removeprefix("."))
        dialog.selectFile(_file_name(lesson.title))
        dialog.fileSelected.connect(self.save_to)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save_to(self, name: str) -> None:
        """Write the lesson into that file."""
        model = self._session.model
        entry, lesson = model.entry if model else None, self._made.lesson(None)
        if lesson is not None:
            brings = self.brings_model.isChecked()
            job = partial(_save, Path(name), self._made, entry, brings_file=brings)
            self.ask(job, self._on_saved, self._on_failed, about="save")

    def _on_saved(self, path: Path) -> None:
        size = number(path.stat().st_size / 1000, ",.0f")
        told = tr("“{name}” is saved ({size} kB).", name=path.name, size=size)
        self.message.say(told)

    def _on_failed(self, error: Exception) -> None:
        self.message.say(sentence_of(error))

    def _on_draft(self, found: tuple[LessonDraft | None, Lesson | None]) -> None:
        self._draft, lesson = found
        self._is_ready = True
        if self._draft is None:
            self.message.say(tr("Another window makes a lesson; what you make here is not kept."))
        if lesson is not None:
            self._made.begin(content_of(lesson))
            self._made.forget_past()
            self._show_all()
        if self._waiting is not None:
            waiting, self._waiting = self._waiting, None
            self.take(waiting)

    def _on_no_draft(self, error: Exception) -> None:
        self._is_ready = True
        self.message.say(sentence_of(error))

    def _keep_draft(self) -> None:
        if self._draft is not None:
            job = partial(self._draft.keep, self._made.lesson(None))
            self.ask(job, lambda _: None, self._on_failed, about="draft")

    def _on_finished(self) -> None:
        if self._draft is not None:
            draft, self._draft = self._draft, None
            job = partial(_finish, draft, self._made.lesson(None))
            # Of no dialog: it is done though this one has gone.
            self._controller.runner.submit("lesson draft", job, lambda _: None, lambda _: None)

    def _show_all(self) -> None:
        content, made = self._made.content, self._made
        self._is_showing = True
        if self.steps.count() != len(content.steps):
            self.steps.clear()
            for _ in content.steps:
                self.steps.addItem(QListWidgetItem())
        for index, step in enumerate(content.steps):
            self.steps.item(index).setIcon(thumbnail(step.window.drawing))
        self.steps.setCurrentRow(made.position)
        for field, text in ((self.lesson_title, content.title), (self.author, content.author)):
            if field.text() != text:
                field.setText(text)
        if self.about.toPlainText() != content.notes:
            self.about.setPlainText(content.notes)
        self._is_showing = False
        self._show_titles()
        self._show_words()
        self._show_possible()
        self._show_model()

    def _show_titles(self) -> None:
        for index, step in enumerate(self._made.content.steps):
            place = number(index + 1)
            title = step.title or tr("Step {place}", place=place)
            self.steps.item(index).setText(f"{place}  {title}" if step.title else title)

    def _show_words(self) -> None:
        step = self._made.step or LessonStep()
        self._is_showing = True
        if self.step_title.text() != step.title:
            self.step_title.setText(step.title)
        if self.notes.toPlainText() != step.notes:
            self.notes.setPlainText(step.notes)
        self._is_showing = False

    def _show_possible(self) -> None:
        made = self._made
        has_step, last = made.step is not None, len(made.content.steps) - 1
        parts = (self.step_title, self.notes, self.replace, self.show_step, self.delete)
        for part in parts:
            part.setEnabled(has_step)
        self.up.setEnabled(made.position > 0)
        self.down.setEnabled(has_step and made.position < last)
        self.add.setEnabled(not made.is_full)
        self.undo.setEnabled(made.can_undo)
        self.new.setEnabled(made.content != Content())
        self.save.setEnabled(bool(made.content.steps))

    def _show_model(self) -> None:
        model = self._session.model
        self.brings_model.setEnabled(model is not None)
        name = model.entry.name if model else ""
        self.brings_model.setToolTip(
            tr(
                "Put the model “{name}” into the file, for computers that do not have it; without "
                "it the lesson names it, and the program knows it by its weights",
                name=name,
            )
        )


def _begin_draft() -> tuple[LessonDraft | None, Lesson | None]:
    draft = take_draft()
    return draft, draft.read() if draft else None


def _finish(draft: LessonDraft, lesson: Lesson | None) -> None:
    try:
        draft.keep(lesson)
    finally:
        draft.release()


def _save(path: Path, made: Composition, entry: ModelEntry | None, *, brings_file: bool) -> Path:
    model = lesson_model(entry, brings_file=brings_file) if entry else None
    lesson = made.lesson(model)
    assert lesson is not None
    write_lesson(path, lesson)
    return path


def _file_name(title: str) -> str:
    kept = "".join(c if c.isalnum() or c in " -_" else "_" for c in title)
    return f"{kept.strip()[:60] or 'lesson'}{SUFFIX}"


def _line(name: str, told: str, tip: str) -> QLineEdit:
    field = QLineEdit()
    field.setObjectName(name)
    field.setAccessibleName(told)
    field.setToolTip(tip)
    field.setMaxLength(MAX_TITLE)
    return field


def _text(name: str, told: str, tip: str) -> QPlainTextEdit:
    field = QPlainTextEdit()
    field.setObjectName(name)
    field.setAccessibleName(told)
    field.setToolTip(tip)
    field.setTabChangesFocus(True)
    return field


def _caption(field: QLineEdit | QPlainTextEdit) -> QLabel:
    caption = text_label(field.accessibleName(), "muted")
    caption.setBuddy(field)
    return caption


def _button(name: str, text: str, tip: str) -> QPushButton:
    button = QPushButton(text)
    button.setObjectName(name)
    button.setToolTip(tip)
    return button
