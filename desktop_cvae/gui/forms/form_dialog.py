"""The form editor: a sample page, a box around each field, and a trial reading."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from desktop_cvae.bulk.record_formats import second_text
from desktop_cvae.core.errors import DesktopCvaeError
from desktop_cvae.core.language import mark, tr, tr_n
from desktop_cvae.gui.app_window import AppWindow
from desktop_cvae.gui.controls import make_button, make_line_edit
from desktop_cvae.gui.dialogs import open_dialog
from desktop_cvae.gui.file_dialogs import ask_to_open, ask_where_to_save, local_files
from desktop_cvae.gui.forms.field_pane import FieldPane
from desktop_cvae.gui.forms.form_draft import FormDraft
from desktop_cvae.gui.forms.form_view import FormView
from desktop_cvae.gui.forms.sample_sheet import empty_page, write_sheet
from desktop_cvae.gui.numbers.number_page import NO_LABELS
from desktop_cvae.gui.qimage_arrays import grey_image
from desktop_cvae.gui.session import Session
from desktop_cvae.gui.widgets.card import Card, column, row, text_label
from desktop_cvae.gui.widgets.work_dialog import WorkDialog, sentence_of
from desktop_cvae.inference.form_file import MOST_LETTERS, Form, read_form, write_form
from desktop_cvae.inference.form_reading import read_form_page
from desktop_cvae.inference.picture_records import FieldRecord, FormRecord
from desktop_cvae.inference.value_columns import read_value_columns
from desktop_cvae.pictures.file_formats import OPENED_SUFFIXES
from desktop_cvae.pictures.picture_files import ReadPicture, read_picture
from desktop_cvae.pictures.registration import reference_of
from desktop_cvae.workers.job_runner import JobRunner

SIZE = QSize(980, 720)
FORM_SUFFIX = ".json"
HINT = mark("Draw a box around each field; name it on the right.")
Reference = npt.NDArray[np.uint8]


class FormDialog(WorkDialog):
    """The page on the left, its fields on the right.

    Args:
        parent: the window.
        session: provides the model.
        runner: opens, reads and saves in the background.

    Signals:
        batch_requested(Form): many pages are to be read by this form.
    """

    batch_requested = Signal(object)

    def __init__(self, parent: QWidget, session: Session, runner: JobRunner) -> None:
        super().__init__(parent, "form", tr("Form editor"), runner)
        self.setAcceptDrops(True)
        self._session = session
        self._page: ReadPicture | None = None
        self._reference: Reference | None = None
        self.draft = FormDraft(self)
        self.view = FormView(self.draft)
        self.fields = FieldPane(self.draft)
        self._make_controls()
        self._lay_out()
        self._connect()
        self._show()

    @property
    def form(self) -> Form | None:
        """The form as it is drawn; None without a sample page.

        Raises:
            InvalidData: its title cannot be used.
        """
        if self._reference is None:
            return None
        return Form(self.title.text().strip(), self.draft.fields, self._reference)

    def open_sample(self, path: Path) -> None:
        """Open another sample page; the fields stay."""
        self._tell(tr("Opening {name} …", name=path.name))
        shown = partial(self._on_sample, path)
        self.ask(partial(_open_sample, path), shown, self._on_failed, about="open")

    def open_form(self, path: Path) -> None:
        self.ask(partial(read_form, path), self._on_form, self._on_failed, about="open")

    def start_empty(self) -> None:
        """Draw on an empty A4 page, of which a sheet is to be printed; the fields stay."""
        page = ReadPicture(empty_page(), 1)
        self._on_sample(Path(self.title.text() or tr("Form")), (page, reference_of(page.image)))
        self._tell(tr("Draw a box for each field; then save the sheet to print."))

    def save_sheet(self, path: Path) -> None:
        """Save the sheet to print as PDF or PNG file; it becomes the form's sample."""
        form = self._checked_form()
        if form is not None:
            self.ask(
                partial(_make_sheet, path, form),
                partial(self._on_sheet, path),
                self._on_failed,
                about="sheet",
            )

    def open_values(self, path: Path) -> None:
        """Take the values of the selected field from a CSV file."""
        self.ask(
            partial(read_value_columns, path), self.fields.offer, self._on_failed, about="values"
        )

    def read_page(self) -> None:
        """Read the open page by the form as it is now."""
        if self._page is not None:
            page = self._page
            self._read(lambda: page)

    def try_page(self, path: Path) -> None:
        """Read another page by the form."""
        self._read(partial(read_picture, path))

    def save_as(self, path: Path) -> None:
        form = self._checked_form()
        if form is not None:
            step = self.draft.undo_stack.index()
            self.ask(
                partial(write_form, path, form),
                lambda _: self._on_saved(path.name, step),
                self._on_failed,
                about="save",
            )

    def unsaved(self) -> str:
        return "" if self.draft.undo_stack.isClean() else tr("Your form is not saved.")

    def discard(self) -> None:
        self.draft.undo_stack.setClean()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if local_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        path = local_files(event.mimeData())[0]
        is_form = path.suffix.lower() == FORM_SUFFIX
        (self.open_form if is_form else self.open_sample)(path)

    def _make_controls(self) -> None:
        self.sample = make_button(
            tr("Open a sample…"),
            tr("An empty form, as a picture or PDF file (Ctrl+O)"),
            on_click=partial(self._ask_for_page, mark("Open a sample"), self.open_sample),
        )
        self.saved = make_button(
            tr("Open a form…"), tr("Edit a saved form"), on_click=self._ask_for_form
        )
        self.empty = make_button(
            tr("Empty page"),
            tr("Draw a form of your own on an empty A4 page"),
            on_click=self.start_empty,
        )
        self.sheet = make_button(
            tr("Sheet to print…"),
            tr("Save a sheet with these fields as boxes for single digits, as PDF or picture"),
            on_click=self._ask_for_sheet,
        )
        self.title = make_line_edit(tr("Title of the form"), tr("Name of the form"))
        self.title.setMaxLength(MOST_LETTERS)
        self.state = text_label("", "muted", wraps=True, name="form_state")
        self.read = make_button(
            tr("Read this page"), tr("Try the form at once (Ctrl+R)"), on_click=self.read_page
        )
        self.other = make_button(
            tr("Try another page…"),
            tr("Read a filled-in page with this form"),
            on_click=partial(self._ask_for_page, mark("Try another page"), self.try_page),
        )
        self.many = make_button(
            tr("Read many pages…"),
            tr("Read pages into a table with this form"),
            on_click=self._on_many,
        )
        self.save = make_button(
            tr("Save…"), tr("Save the form (Ctrl+S)"), on_click=self.offer_saving
        )
        self.close_ = make_button(tr("Close"), tr("Close the editor (Esc)"), on_click=self.reject)

    def _lay_out(self) -> None:
        page = Card()
        page.box.addWidget(self.view, 1)
        page.box.addLayout(row(self.empty, None, self.sheet))
        title = text_label(tr("Title"), "muted", buddy=self.title)
        head = row(self.sample, self.saved, title, self.title)
        across = row(page, self.fields, fills=page)
        body = column(head, across, self.state, fills=across)
        buttons = row(self.read, self.other, self.many, None, self.save, self.close_)
        self.lay_out(body, buttons, SIZE)

    def _connect(self) -> None:
        self.fields.rejected.connect(self._tell)
        self.fields.file_requested.connect(self._ask_for_values)
        self.fields.add_shortcuts(self)
        self.draft.changed.connect(self._show)
        self.follow(self._session.model_changed, self._show)
        keys, stack = QKeySequence.StandardKey, self.draft.undo_stack
        for key, slot in (
            (QKeySequence(keys.Undo), stack.undo),
            (QKeySequence("Ctrl+Shift+Z"), stack.redo),
            (QKeySequence("Ctrl+Y"), stack.redo),
            (QKeySequence(keys.Save), self.offer_saving),
            (QKeySequence(keys.Open), self.sample.click),
            (QKeySequence("Ctrl+R"), self.read_page),
        ):
            QShortcut(key, self, slot)

    def _on_sample(self, path: Path, opened: tuple[ReadPicture, Reference]) -> None:
        self._page, self._reference = opened
        if not self.title.text():
            self.title.setText("".join(filter(str.isprintable, path.stem))[:MOST_LETTERS])
        self.view.show_readings({})
        self.view.show_page(grey_image(self._page.image))
        self._tell(tr(HINT))
        self.view.setFocus()
        self._show()

    def _on_form(self, form: Form) -> None:
        self._page, self._reference = None, form.reference
        self.title.setText(form.title)
        self.view.show_readings({})
        self.view.show_page(grey_image((1 - form.reference / 240).astype(np.float32)))
        self.draft.begin(form.fields)
        self._tell(tr_n("{n} field", "{n} fields", len(form.fields)))

    def _on_sheet(self, path: Path, made: tuple[ReadPicture, Reference]) -> None:
        self._on_sample(path, made)
        # What is saved has another sample.
        self.draft.undo_stack.resetClean()
        self._tell(
            tr(
                "The sheet is saved as “{name}”. Print it without scaling. The form now expects "
                "this sheet, so save the form too.",
                name=path.name,
            )
        )

    def _read(self, open_page: Callable[[], ReadPicture]) -> None:
        form, model = self._checked_form(), self._session.model
        if form is None or model is None or not model.has_labels:
            return
        false_rejection_rate = self._session.false_rejection_rate
        self._tell(tr("Reading …"))
        self.ask(
            lambda: read_form_page(model, "", open_page(), form, false_rejection_rate),
            self._on_read,
            self._on_failed,
            about="read",
        )

    def _on_read(self, record: FormRecord) -> None:
        self.view.show_readings({one.name: (_shown(one), one.is_to_check) for one in record.fields})
        if record.error:
            self._tell(record.error)
            return
        doubtful = sum(one.is_to_check for one in record.fields)
        read = tr_n("{n} field read", "{n} fields read", len(record.fields))
        self._tell(f"{read} · {tr('{count} to check', count=doubtful)}" if doubtful else read)

    def _checked_form(self) -> Form | None:
        try:
            return self.form
        except DesktopCvaeError as error:
            self._tell(error.sentence)
            return None

    def _on_many(self) -> None:
        form = self._checked_form()
        if form is not None and form.fields:
            self.batch_requested.emit(form)

    def _on_failed(self, error: Exception) -> None:
        self._tell(sentence_of(error))

    def _on_saved(self, name: str, step: int) -> None:
        # Changes made while it was being saved are in no file yet.
        if self.draft.undo_stack.index() == step:
            self.draft.undo_stack.setClean()
        self._tell(tr("Saved as “{name}”.", name=name))

    def offer_saving(self) -> None:
        if self._reference is not None:
            kinds = {tr("Form"): FORM_SUFFIX}
            stem = self.title.text().strip() or "form"
            ask_where_to_save(
                self, tr("Save the form"), stem, kinds, lambda path, _: self.save_as(path)
            )

    def _ask_for_sheet(self) -> None:
        kinds = {tr("PDF page"): ".pdf", tr("PNG picture"): ".png"}
        stem = self.title.text().strip() or "form"
        ask_where_to_save(
            self, tr("Sheet to print"), stem, kinds, lambda path, _: self.save_sheet(path)
        )

    def _ask_for_page(self, title: str, open_page: Callable[[Path], None]) -> None:
        ask_to_open(self, tr(title), open_page, kind=tr("Pictures"), suffixes=OPENED_SUFFIXES)

    def _ask_for_values(self) -> None:
        kind, suffixes = tr("CSV files"), (".csv", ".tsv", ".txt")
        ask_to_open(self, tr("Values of the field"), self.open_values, kind=kind, suffixes=suffixes)

    def _ask_for_form(self) -> None:
        forms, suffixes = tr("Forms"), (FORM_SUFFIX,)
        ask_to_open(self, tr("Open a form"), self.open_form, kind=forms, suffixes=suffixes)

    def _tell(self, sentence: str) -> None:
        self.state.setText(sentence)

    def _show(self) -> None:
        """Enable what can be done, and say what is missing."""
        has_fields = bool(self.draft.fields)
        model = self._session.model
        can_read = model is not None and model.has_labels and has_fields
        self.read.setEnabled(can_read and self._page is not None)
        self.other.setEnabled(can_read)
        self.many.setEnabled(can_read)
        self.sheet.setEnabled(self._reference is not None and has_fields)
        self.save.setEnabled(self._reference is not None and has_fields)
        if self._reference is None:
            self._tell("")  # the empty page says what to do
        elif model is not None and not model.has_labels:
            self._tell(tr(NO_LABELS))


def _shown(field: FieldRecord) -> str:
    """Return what was read in a field, with the second best value of a list."""
    return " · ".join(filter(None, [field.text or "–", second_text(field)]))


def build_dialog(window: AppWindow) -> FormDialog:
    """Return the form editor; many pages are read in the table of pictures."""
    dialog = FormDialog(window, window.session, window.controller.runner)
    dialog.batch_requested.connect(
        lambda form: open_dialog(window, "batch.batch_dialog").use_form(form)
    )
    return dialog


def _make_sheet(path: Path, form: Form) -> tuple[ReadPicture, Reference]:
    image = write_sheet(path, form.title, form.fields, form.aspect)
    return ReadPicture(image, 1), reference_of(image)


def _open_sample(path: Path) -> tuple[ReadPicture, Reference]:
    page = read_picture(path)
    return page, reference_of(page.image)
