"""The models at hand: search, use, compare, rename, delete."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QItemSelectionModel, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QInputDialog,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_cvae.core.errors import DesktopCvaeError
from desktop_cvae.gui.comparison.text_table import TextTable
from desktop_cvae.gui.controller import Controller
from desktop_cvae.gui.session import Session
from desktop_cvae.gui.theme import SPACING
from desktop_cvae.gui.values import LoadedModel
from desktop_cvae.gui.widgets.card import Card, row, text_label

if TYPE_CHECKING:
    from desktop_cvae.library.model_library import ModelEntry

HEADING = ("name", "network", "kind", "latent", "read right", "−ELBO", "made", "from")
MAX_COMPARED = 6


class LibraryDialog(QDialog):
    """A searchable list; what is done to a model is done on the worker.

    Signals:
        models_opened(tuple[LoadedModel, ...]): these are to be compared.

    Args:
        parent: the window.
        session: its models are shown.
        controller: does what takes long.
    """

    models_opened = Signal(object)

    def __init__(self, parent: QWidget, session: Session, controller: Controller) -> None:
        super().__init__(parent)
        self.setObjectName("library")
        self.setWindowTitle("Models")
        self._session, self._controller = session, controller
        self._slot = f"library dialog {id(self)}"
        self._shown: list[ModelEntry] = []
        self.search = QLineEdit()
        self.search.setPlaceholderText("Search by name, network or data")
        self.search.setAccessibleName("Search")
        self.search.setClearButtonEnabled(True)
        self.table = TextTable("Models")
        self.message = text_label("", "warning")
        self.message.setWordWrap(True)
        self.message.hide()
        self.use = self._button("Use", "Let the window answer with this model", self._use)
        self.compare = self._button("Compare", "Two or more models side by side", self._compare)
        self.rename = self._button("Rename…", "Give your model another name", self._rename)
        self.delete = self._button("Delete…", "Delete your model's file", self._delete)
        self.folder = self._button("Open folder", "Show where the file is", self._open_folder)
        self._lay_out()
        self.search.textChanged.connect(self._fill)
        self.table.itemSelectionChanged.connect(self._on_selection_changed)
        self.table.doubleClicked.connect(lambda _: self._use())
        session.models_changed.connect(self._fill)
        self.finished.connect(self._on_finished)
        self._fill()

    @property
    def chosen(self) -> list[ModelEntry]:
        """The selected models, in the list's order."""
        rows = {index.row() for index in self.table.selectedIndexes()}
        return [self._shown[at] for at in sorted(rows)]

    def choose(self, names: tuple[str, ...]) -> None:
        """Select the models of those names."""
        self.table.clearSelection()
        flags = QItemSelectionModel.SelectionFlag
        for at, entry in enumerate(self._shown):
            if entry.name in names:
                index = self.table.model().index(at, 0)
                self.table.selectionModel().select(index, flags.Select | flags.Rows)

    def _lay_out(self) -> None:
        card = Card()
        card.box.addWidget(self.search)
        card.box.addWidget(self.table, 1)
        card.box.addWidget(self.message)
        buttons = (self.rename, self.delete, self.folder, None, self.use, self.compare)
        card.box.addLayout(row(*buttons))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(2 * SPACING,) * 4)
        layout.addWidget(card)
        self.resize(820, 460)

    def _button(self, text: str, tip: str, slot: Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        button.setToolTip(tip)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _=False: slot())
        return button

    def _fill(self) -> None:
        names = tuple(entry.name for entry in self.chosen)
        words = self.search.text().lower().split()
        self._shown = [e for e in self._session.models if all(w in _searched(e) for w in words)]
        self.table.set_rows(HEADING, [model_row(entry) for entry in self._shown])
        self.choose(names)
        self._on_selection_changed()

    def _on_selection_changed(self) -> None:
        chosen = self.chosen
        own = len(chosen) == 1 and not chosen[0].builtin
        for button in (self.use, self.folder):
            button.setEnabled(len(chosen) == 1)
        for button in (self.rename, self.delete):
            button.setEnabled(own)
        self.compare.setEnabled(2 <= len(chosen) <= MAX_COMPARED)

    def _use(self) -> None:
        if len(self.chosen) == 1:
            self._controller.load_model(self.chosen[0].name)

    def _compare(self) -> None:
        entries, source = self.chosen, self._controller.source

        def open_all() -> tuple[LoadedModel, ...]:
            return tuple(source.load(_address(entry), "litert") for entry in entries)

        self.compare.setEnabled(False)
        self._submit(open_all, self._on_opened)

    def _on_opened(self, models: tuple[LoadedModel, ...]) -> None:
        self._on_selection_changed()
        self.models_opened.emit(models)

    def _rename(self) -> None:
        name = self.chosen[0].name
        dialog = QInputDialog(self)
        dialog.setWindowTitle("Rename")
        dialog.setLabelText(f"Another name for “{name}”:")
        dialog.setTextValue(name)
        dialog.textValueSelected.connect(partial(self._rename_to, name))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _rename_to(self, name: str, new_name: str) -> None:
        if new_name.strip() != name:
            self._submit(partial(self._controller.source.rename, name, new_name), self._on_changed)

    def _delete(self) -> None:
        name = self.chosen[0].name
        kind = QMessageBox.StandardButton
        box = QMessageBox(self)
        box.setWindowTitle("Delete")
        box.setText(f"Delete the model “{name}” and its file for good?")
        box.setStandardButtons(kind.Cancel | kind.Discard)
        box.button(kind.Discard).setText("Delete")
        box.setDefaultButton(kind.Cancel)
        box.button(kind.Discard).clicked.connect(lambda _=False: self._delete_now(name))
        box.finished.connect(box.deleteLater)
        box.open()

    def _delete_now(self, name: str) -> None:
        self._submit(partial(self._controller.source.remove, name), self._on_changed)

    def _open_folder(self) -> None:
        folder = self.chosen[0].path.resolve().parent
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def _on_changed(self, _: object) -> None:
        self._controller.list_models()

    def _submit(self, job: Callable[[], Any], on_done: Callable[[Any], None]) -> None:
        self.message.hide()
        self._controller.runner.submit(self._slot, job, on_done, self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        ours = isinstance(error, DesktopCvaeError)
        self.message.setText(str(error) if ours else "Something went wrong; the log has more.")
        self.message.show()
        self._on_selection_changed()

    def _on_finished(self) -> None:
        self._controller.runner.cancel(self._slot)
        self._session.models_changed.disconnect(self._fill)
        self.deleteLater()


def model_row(entry: ModelEntry) -> tuple[str, ...]:
    """A model in the columns of ``HEADING``."""
    manifest = entry.manifest
    metrics = manifest.metrics
    return (
        entry.name,
        manifest.spec.preset,
        "CVAE" if manifest.spec.conditional else "VAE",
        str(manifest.spec.latent_dim),
        f"{100 * metrics['accuracy']:.2f} %" if "accuracy" in metrics else "–",
        f"{metrics['neg_elbo_nats']:.2f}" if "neg_elbo_nats" in metrics else "–",
        manifest.created[:10],
        "program" if entry.builtin else "you",
    )


def _searched(entry: ModelEntry) -> str:
    return " ".join((*model_row(entry), entry.manifest.dataset_name)).lower()


def _address(entry: ModelEntry) -> str:
    return str(entry.path)
