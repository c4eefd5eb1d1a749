"""The form editor: a sample form, a box around each field, and what is read in them at once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFileDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop_cvae.core.errors import DesktopCvaeError
from desktop_cvae.core.language import mark, tr, tr_n
from desktop_cvae.gui.data.data_fields import quiet_button
from desktop_cvae.gui.drawing import grey_image
from desktop_cvae.gui.exporting.exporter import ask_where_to_save
from desktop_cvae.gui.forms.form_draft import FormDraft
from desktop_cvae.gui.forms.form_view import FormView
from desktop_cvae.gui.numbers.numbers_card import RuleChooser
from desktop_cvae.gui.session import Session
from desktop_cvae.gui.widgets.card import Card, row, text_label
from desktop_cvae.gui.widgets.segmented_choice import SegmentedChoice
from desktop_cvae.gui.widgets.work_dialog import WorkDialog, sentence_of
from desktop_cvae.inference.form_file import (
    KINDS,
    MOST_LETTERS,
    NUMBER,
    Form,
    read_form,
    write_form,
)
from desktop_cvae.inference.form_reading import read_form_page
from desktop_cvae.inference.picture_records import FormRecord
from desktop_cvae.pictures.picture_files import OPENED_SUFFIXES, ReadPicture, read_picture
from desktop_cvae.pictures.registration import reference_of
from desktop_cvae.workers.job_runner import JobRunner

SIZE = QSize(980, 720)
FORM_SUFFIX = ".json"
HINT = mark("Draw a box around each field; name it on the right.")
NO_LABELS = mark("This model names no digits; choose one that was trained with labels.")
Reference = npt.NDArray[np.uint8]


class FormDialog(WorkDialog):
    """The page on the left, its fields on the right.

    Args:
        parent: the window.
        session: whose model reads.
        runner: opens, reads and saves.

    Signals:
        batch_wanted(Form): many pages are to be read by this form.
    """

    batch_wanted = Signal(object)

    def __init__(self, parent: QWidget, session: Session, runner: JobRunner) -> None:
        super().__init__(parent, "form", tr("Form editor"), runner)
        self.setAcceptDrops(True)
        self._session = session
        self._page: ReadPicture | None = None
        self._reference: Reference | None = None
        self._is_showing = False
        self.draft = FormDraft(self)
        self.view = FormView(self.draft)
        self._make_controls()
        self._lay_out()
        self._connect()
        self._show()

    @property
    def form(self) -> Form | None:
        """The form as it is drawn; None without a sample.

        Raises:
            InvalidSpec: its title cannot be used.
        """
        if self._reference is None:
            return None
        return Form(self.title.text().strip(), self.draft.fields, self._reference)

    def open_sample(self, path: Path) -> None:
        """Draw on another page; fields that are there stay."""
        self._tell(tr("Opening {name} …", name=path.name))
        self.ask(
            partial(_open_sample, path),
            partial(self._on_sample, path),
            self._on_failed,
            about="open",
        )

    def open_form(self, path: Path) -> None:
        """Go on with a form that was saved."""
        self.ask(partial(read_form, path), self._on_form, self._on_failed, about="open")

    def read_page(self) -> None:
        """Read the page that is open, by the form as it is now."""
        if self._page is not None:
            page = self._page
            self._read(lambda: page)

    def try_page(self, path: Path) -> None:
        """Read another page by the form."""
        self._read(partial(read_picture, path))

    def save_as(self, path: Path) -> None:
        """Save the form."""
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
        """Boxes that are in no file."""
        return "" if self.draft.undo_stack.isClean() else tr("Your form is not saved.")

    def discard(self) -> None:
        """Let it be closed without a question."""
        self.draft.undo_stack.setClean()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a file."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """A form is opened as such, any other file as the sample."""
        event.acceptProposedAction()
        path = Path(event.mimeData().urls()[0].toLocalFile())
        is_form = path.suffix.lower() == FORM_SUFFIX
        (self.open_form if is_form else self.open_sample)(path)

    def _make_controls(self) -> None:
        self.sample = quiet_button(
            tr("Open a sample…"), tr("An empty form, as a picture or PDF file (Ctrl+O)")
        )
        self.saved = quiet_button(tr("Open a form…"), tr("Go on with a form that was saved"))
        self.title = QLineEdit()
        self.title.setMaxLength(MOST_LETTERS)
        self.title.setAccessibleName(tr("Title of the form"))
        self.title.setToolTip(tr("What the form is called"))
        self.list = QListWidget()
        self.list.setObjectName("chapters")
        self.list.setAccessibleName(tr("Fields"))
        self.list.setToolTip(tr("The fields in the order of their columns"))
        self.name = QLineEdit()
        self.name.setMaxLength(MOST_LETTERS)
        self.name.setAccessibleName(tr("Name of the field"))
        self.name.setToolTip(tr("What its column is called (F2)"))
        self.kind = SegmentedChoice(
            tuple((kind, tr(text)) for kind, text in KINDS.items()), tr("What the field holds")
        )
        self.kind.segment(NUMBER).setToolTip(tr("Any count of digits, or as the rule says"))
        self.rules = RuleChooser()
        self.remove = quiet_button(tr("Remove"), tr("Remove this field (Delete)"))
        self.state = QLabel()
        self.state.setObjectName("form_state")
        self.state.setProperty("role", "muted")
        self.state.setWordWrap(True)
        self.read = quiet_button(tr("Read this page"), tr("Try the form at once (Ctrl+R)"))
        self.other = quiet_button(tr("Try another page…"), tr("Read a filled page by this form"))
        self.many = quiet_button(tr("Read many pages…"), tr("Into a table, by this form"))
        self.save = quiet_button(tr("Save…"), tr("Save the form (Ctrl+S)"))
        self.close_ = quiet_button(tr("Close"), tr("Close the editor (Esc)"))

    def _lay_out(self) -> None:
        page = Card()
        page.box.addWidget(self.view, 1)
        side = Card()
        side.setFixedWidth(330)
        side.add_section(tr("Fields"))
        side.box.addWidget(self.list, 1)
        name = text_label(tr("Name"), "muted")
        name.setBuddy(self.name)
        side.box.addLayout(row(name, self.name))
        side.box.addWidget(self.kind)
        side.box.addWidget(self.rules)
        side.box.addLayout(row(None, self.remove))
        title = text_label(tr("Title"), "muted")
        title.setBuddy(self.title)
        body = QVBoxLayout()
        body.addLayout(row(self.sample, self.saved, title, self.title))
        across = row(page, side)
        across.setStretch(0, 1)
        body.addLayout(across, 1)
        body.addWidget(self.state)
        buttons = row(self.read, self.other, self.many, None, self.save, self.close_)
        self.lay_out(body, buttons, SIZE)

    def _connect(self) -> None:
        self.sample.clicked.connect(
            lambda: self._ask_for(tr("Open a sample"), self.open_sample, OPENED_SUFFIXES)
        )
        self.saved.clicked.connect(
            lambda: self._ask_for(tr("Open a form"), self.open_form, (FORM_SUFFIX,))
        )
        self.other.clicked.connect(
            lambda: self._ask_for(tr("Try another page"), self.try_page, OPENED_SUFFIXES)
        )
        self.read.clicked.connect(self.read_page)
        self.many.clicked.connect(self._on_many)
        self.save.clicked.connect(self.offer_saving)
        self.close_.clicked.connect(self.reject)
        self.remove.clicked.connect(self.draft.remove)
        self.list.currentRowChanged.connect(self._on_row_chosen)
        self.name.editingFinished.connect(self._on_named)
        self.kind.chosen.connect(lambda _: self._on_rule())
        self.rules.rule_chosen.connect(lambda _: self._on_rule())
        self.draft.changed.connect(self._show)
        self.follow(self._session.model_changed, self._show)
        keys, stack = QKeySequence.StandardKey, self.draft.undo_stack
        for key, slot in (
            (QKeySequence(keys.Undo), stack.undo),
            (QKeySequence(keys.Redo), stack.redo),
            (QKeySequence(keys.Save), self.offer_saving),
            (QKeySequence(keys.Open), self.sample.click),
            (QKeySequence("Ctrl+R"), self.read_page),
            (QKeySequence("F2"), self._on_rename),
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

    def _read(self, open_page: Callable[[], ReadPicture]) -> None:
        form, model = self._checked_form(), self._session.model
        if form is None or model is None or not model.has_labels:
            return
        refuse = self._session.refuse
        self._tell(tr("Reading …"))
        self.ask(
            lambda: read_form_page(model, "", open_page(), form, refuse),
            self._on_read,
            self._on_failed,
            about="read",
        )

    def _on_read(self, record: FormRecord) -> None:
        self.view.show_readings(
            {one.name: (one.text or "–", one.is_to_check) for one in record.fields}
        )
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
            self.batch_wanted.emit(form)

    def _on_row_chosen(self, index: int) -> None:
        if not self._is_showing:
            self.draft.choose(index)

    def _on_named(self) -> None:
        problem = self.draft.rename(self.name.text().strip())
        if problem:
            self._tell(problem)
            self._show()

    def _on_rename(self) -> None:
        self.name.setFocus()
        self.name.selectAll()

    def _on_rule(self) -> None:
        if not self._is_showing:
            self.draft.set_rule(self.kind.value, self.rules.rule)

    def _on_failed(self, error: Exception) -> None:
        self._tell(sentence_of(error))

    def _on_saved(self, name: str, step: int) -> None:
        # What was drawn meanwhile is in no file yet.
        if self.draft.undo_stack.index() == step:
            self.draft.undo_stack.setClean()
        self._tell(tr("Saved as “{name}”.", name=name))

    def offer_saving(self) -> None:
        """Ask where the form is to be saved."""
        if self._reference is not None:
            kinds = {tr("Form"): FORM_SUFFIX}
            stem = self.title.text().strip() or "form"
            ask_where_to_save(
                self, tr("Save the form"), stem, kinds, lambda path, _: self.save_as(path)
            )

    def _ask_for(
        self, title: str, open_: Callable[[Path], None], suffixes: tuple[str, ...]
    ) -> None:
        patterns = " ".join(f"*{suffix}" for suffix in suffixes)
        dialog = QFileDialog(self, title, "", f"{title.strip('…')} ({patterns})")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setOption(QFileDialog.Option.DontUseCustomDirectoryIcons)
        dialog.fileSelected.connect(lambda name: open_(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _tell(self, sentence: str) -> None:
        self.state.setText(sentence)

    def _show(self) -> None:
        """What can be done, and the chosen field."""
        self._is_showing = True
        draft, field = self.draft, self.draft.field
        names = [one.name for one in draft.fields]
        if names != [self.list.item(at).text() for at in range(self.list.count())]:
            self.list.clear()
            for name in names:
                self.list.addItem(QListWidgetItem(name))
        self.list.setCurrentRow(draft.chosen)
        for part in (self.name, self.kind, self.rules, self.remove):
            part.setEnabled(field is not None)
        self.name.setText(field.name if field else "")
        self.kind.set_value(field.kind if field else NUMBER)
        self.rules.show_rule(field.rule if field else "")
        self.rules.setEnabled(field is not None and field.kind == NUMBER)
        model = self._session.model
        can_read = model is not None and model.has_labels and bool(names)
        self.read.setEnabled(can_read and self._page is not None)
        self.other.setEnabled(can_read)
        self.many.setEnabled(can_read)
        self.save.setEnabled(self._reference is not None and bool(names))
        if self._reference is None:
            self._tell("")  # the empty page says what to do
        elif model is not None and not model.has_labels:
            self._tell(tr(NO_LABELS))
        self._is_showing = False


def _open_sample(path: Path) -> tuple[ReadPicture, Reference]:
    page = read_picture(path)
    return page, reference_of(page.image)
