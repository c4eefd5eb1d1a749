"""The page to import data: choose a file or folder, look at it, name it, store it.

Data that cannot be imported are answered with a sentence and the rows that do not fit.

Tested in tests/gui/data/test_data_dialog.py.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QPlainTextEdit, QStackedWidget, QWidget

from desktop_cvae.core.errors import UnfitRows
from desktop_cvae.core.language import mark, tr, tr_n
from desktop_cvae.datasets.dataset import MAX_LISTED
from desktop_cvae.gui.controls import make_button, make_check_box
from desktop_cvae.gui.data.data_fields import NameField, ask_for_data, message_label
from desktop_cvae.gui.data.data_jobs import ImportCandidate
from desktop_cvae.gui.data.preview_pane import PreviewPane
from desktop_cvae.gui.file_dialogs import local_files
from desktop_cvae.gui.theme import SPACING, tabular_font
from desktop_cvae.gui.widgets.card import column, row, text_label
from desktop_cvae.gui.widgets.elided_label import ElidedLabel
from desktop_cvae.gui.widgets.work_dialog import sentence_of

COMPLAINT_HINT = mark("Correct these in the file, then choose it again:")
HINT = mark(
    "Choose a file or a folder, or drop one here.\n\n"
    "IDX, NPZ (x, y) or CSV (label and pixels on every line), or a folder with one sub-folder of "
    "pictures per label; 2 to 62 labels."
)
NOTHING = mark("Nothing chosen yet")


class ComplaintList(QWidget):
    """A sentence over a numbered list that can be copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sentence = message_label("warning")
        self.hint = text_label(tr(COMPLAINT_HINT), "muted")
        self.rows = QPlainTextEdit()
        self.rows.setReadOnly(True)
        self.rows.setFont(tabular_font(self.font()))
        self.rows.setAccessibleName(tr("Rows that do not fit"))
        self.rows.document().setDocumentMargin(SPACING)
        self._box = column(self.sentence, self.hint, self.rows, None, fills=self.rows)
        self.setLayout(self._box)

    def show_error(self, error: Exception) -> None:
        """Show the error's sentence and its complaints."""
        self.sentence.setText(sentence_of(error))
        complaints = error.rows if isinstance(error, UnfitRows) else ()
        self.rows.setPlainText(numbered(complaints))
        for widget in (self.hint, self.rows):
            widget.setVisible(bool(complaints))
        # Without a list, empty room below keeps the sentence at the top.
        self._box.setStretch(self._box.count() - 1, 0 if complaints else 1)


def numbered(complaints: tuple[str, ...]) -> str:
    """Return one numbered complaint per line; a last line about the rest has no number."""
    lines = []
    for number, complaint in enumerate(complaints, 1):
        lead = "" if complaint.startswith("…") else f"{number}."
        lines.append(f"{lead:<4}{complaint}")
    return "\n".join(lines)


class ImportPage(QWidget):
    """Shows data that were read; the owner connects ``keep``, which stores them, and ``cancel``.

    Signals:
        path_chosen(Path): a file or folder to read.
    """

    path_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.candidate: ImportCandidate | None = None
        self.path = ElidedLabel("muted", Qt.TextElideMode.ElideMiddle)
        self.file = make_button(
            tr("File…"),
            tr("An IDX, NPZ or CSV file"),
            on_click=partial(self._ask, wants_folder=False),
        )
        self.folder = make_button(
            tr("Folder…"),
            tr("IDX files, or one sub-folder of pictures per label"),
            on_click=partial(self._ask, wants_folder=True),
        )
        self.sentence = text_label("", "muted")
        self.left_out = text_label("", "warning", wraps=True)
        self.preview = PreviewPane()
        self.complaints = ComplaintList()
        self.body = QStackedWidget()
        self.name = NameField()
        self.inverted = make_check_box(
            tr("Swap light and dark"),
            tr("For dark ink on white: the program needs white ink on black"),
        )
        self.transposed = make_check_box(
            tr("Swap rows and columns"),
            tr("For digits that lie on their side, as in EMNIST's files"),
        )
        self.problem = text_label("", "warning", wraps=True)
        self.cancel = make_button(tr("Cancel"), tr("Import nothing"))
        self.keep = make_button(tr("Import"), tr("Save the data under this name"))
        self.setAcceptDrops(True)
        self._lay_out()
        self._connect()
        self.start_anew()

    @property
    def turns(self) -> tuple[bool, bool]:
        """True to swap rows and columns, and True to swap light and dark."""
        return self.transposed.isChecked(), self.inverted.isChecked()

    def start_anew(self) -> None:
        """Forget the chosen path."""
        self._forget(tr(HINT))
        self.path.say(tr(NOTHING))

    def show_reading(self, path: Path) -> None:
        """Say that a file or folder is being read."""
        self._forget(tr("Reading …"))
        self.path.say(str(path))

    def show_candidate(self, candidate: ImportCandidate) -> None:
        self.candidate = candidate
        self.inverted.setChecked(candidate.looks_inverted)
        self.transposed.setChecked(False)
        self.name.propose(candidate.path.name.split(".")[0])
        self._show_left_out(candidate.left_out)
        self._show_preview()

    def show_error(self, error: Exception) -> None:
        """Show why the data cannot be imported."""
        self._forget("")
        self.complaints.show_error(error)
        self.body.setCurrentWidget(self.complaints)

    def show_problem(self, sentence: str) -> None:
        """Show why the data were not stored; the user can try again."""
        self._show_state()
        self._say(sentence)

    def show_storing(self) -> None:
        """Say that the data are being stored."""
        self.keep.setEnabled(False)
        self.keep.setText(tr("Importing …"))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if local_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.path_chosen.emit(local_files(event.mimeData())[0])

    def _lay_out(self) -> None:
        self.body.addWidget(self.preview)
        self.body.addWidget(self.complaints)
        title = text_label(tr("Import a data set"), "title")
        source = row(self.path, self.file, self.folder, fills=self.path)
        label = text_label(tr("Name"), "", buddy=self.name)
        self._settings = (label, self.name, self.inverted, self.transposed)
        naming = row(label, self.name, fills=self.name)
        turning = row(self.inverted, self.transposed, spacing=2 * SPACING)
        footer = row(turning, None, self.cancel, self.keep)
        told = (self.sentence, self.left_out)
        items = (title, source, *told, self.body, naming, self.problem, footer)
        self.setLayout(column(*items, fills=self.body))

    def _connect(self) -> None:
        self.inverted.toggled.connect(self._show_preview)
        self.transposed.toggled.connect(self._show_preview)
        self.name.changed.connect(self._show_state)
        self.name.returnPressed.connect(self.keep.click)

    def _ask(self, *, wants_folder: bool) -> None:
        ask_for_data(
            self.window(),
            lambda name: self.path_chosen.emit(Path(name)),
            wants_folder=wants_folder,
        )

    def _forget(self, message: str) -> None:
        self.candidate = None
        self.sentence.setText("")
        self.left_out.hide()
        self.preview.show_preview(None, message)
        self.body.setCurrentWidget(self.preview)
        self._show_state()

    def _show_preview(self) -> None:
        if self.candidate is None:
            return
        preview = self.candidate.preview
        transposed, inverted = self.turns
        turned = preview.turned(transposed=transposed, inverted=inverted)
        self.sentence.setText(preview.sentence)
        self.preview.show_preview(turned)
        self.body.setCurrentWidget(self.preview)
        self._show_state()

    def _show_left_out(self, complaints: tuple[str, ...]) -> None:
        count = len(complaints)
        self.left_out.setVisible(count > 0)
        if count:
            known = tr_n("{n} picture is left out:", "{n} pictures are left out:", count)
            more = [] if count == 1 else ["…"]
            self.left_out.setText(" ".join([known, complaints[0], *more]))
            self.left_out.setToolTip("\n".join([*complaints[:MAX_LISTED], *more]))

    def _say(self, problem: str) -> None:
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))

    def _show_state(self) -> None:
        has_data = self.candidate is not None
        for widget in self._settings:
            widget.setVisible(has_data)
        self.sentence.setVisible(has_data)
        self._say(self.name.problem if has_data else "")
        self.keep.setText(tr("Import"))
        self.keep.setEnabled(has_data and not self.name.problem)
        self.keep.setDefault(self.keep.isEnabled() and self.isVisible())
