"""Actions on the selected entries: context menu, keys, saving, copying and dragging.

Tested in tests/gui/archive/test_archive_dialog.py.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu

from desktop_cvae.core.language import tr, tr_n
from desktop_cvae.gui.archive.entry_edits import EntryEdits
from desktop_cvae.gui.archive.entry_list import EntryList
from desktop_cvae.gui.archive.entry_pictures import png_of
from desktop_cvae.gui.controller import Controller
from desktop_cvae.gui.controls import make_progress_bar
from desktop_cvae.gui.exporting.export import Export, bytes_kind, file_name
from desktop_cvae.gui.file_dialogs import ask_where_to_save
from desktop_cvae.gui.session import Session
from desktop_cvae.gui.widgets.work_dialog import WorkDialog
from desktop_cvae.library.archive_entries import ArchiveSummary
from desktop_cvae.library.archive_export import FORMATS, export_entries
from desktop_cvae.library.reading_archive import Archive


class EntryActions(QObject):
    """Acts on the chosen entries of a list, or on all of them where that is said.

    Args:
        dialog: the parent, which runs jobs.
        view: the list.
        archive: holds the entries.
        edits: makes changes that can be undone.
        find_labels: returns the labels that the current entry may have.
        session: its models can read entries again.
        controller: its worker reads entries again; its exporter saves pictures.

    Attributes:
        progress: shows how many entries are saved; for the dialog to lay out.

    Signals:
        opening_requested: the current entry should be opened.
        succeeded(str): a sentence that tells what was done.
        failed(Exception): something went wrong.
    """

    opening_requested = Signal()
    succeeded = Signal(str)
    failed = Signal(object)

    def __init__(
        self,
        dialog: WorkDialog,
        view: EntryList,
        archive: Archive,
        edits: EntryEdits,
        find_labels: Callable[[], Sequence[str]],
        session: Session,
        controller: Controller,
    ) -> None:
        super().__init__(dialog)
        self._dialog, self._view, self._entries = dialog, view, view.entries
        self._archive, self._edits, self._find_labels = archive, edits, find_labels
        self._session, self._controller = session, controller
        self.progress = make_progress_bar(tr("Saving progress"))
        self.progress.setFixedWidth(120)
        self.progress.hide()
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(
            lambda at: self.popup(view.viewport().mapToGlobal(at))
        )
        keys = QShortcut(QKeySequence("Shift+F10"), view)
        keys.setContext(Qt.ShortcutContext.WidgetShortcut)
        keys.activated.connect(lambda: self.popup(view.mapToGlobal(view.rect().center())))
        copy = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), view)
        copy.setContext(Qt.ShortcutContext.WidgetShortcut)
        copy.activated.connect(self.copy)

    def popup(self, position: QPoint) -> QMenu:
        menu = self.build()
        # Later, because Qt triggers the chosen action after it has hidden the menu.
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(position)
        return menu

    def build(self) -> QMenu:
        """Build the menu for what is chosen."""
        menu = QMenu(self._view)
        menu.setObjectName("entry_menu")
        current = self._current()
        starred = current is not None and current.is_starred
        labels = QMenu(tr("It is"), menu)
        for name in self._find_labels():
            labels.addAction(name, partial(self.give_label, name))
        labels.addSeparator()
        labels.addAction(tr("Original reading"), partial(self.give_label, None))
        menu.addAction(tr("Open"), self.opening_requested.emit)
        menu.addSeparator()
        menu.addAction(tr("Remove star") if starred else tr("Star"), self.star)
        menu.addMenu(labels)
        menu.addSeparator()
        menu.addAction(tr("Copy the picture"), self.copy)
        menu.addAction(tr("Save the picture…"), self.save_picture)
        menu.addSeparator()
        menu.addAction(tr("Read again…"), self.read_again)
        menu.addAction(tr("Save as…"), self.save)
        menu.addAction(tr("Delete"), self.remove)
        for action in menu.actions():
            action.setEnabled(self._view.current is not None)
        return menu

    def star(self) -> None:
        """Star the chosen entries, or remove their stars if the current one has a star."""
        if chosen := self._chosen():
            current = self._current()
            is_starred = current is None or not current.is_starred
            self._edits.star(chosen, is_starred=is_starred)

    def give_label(self, label: str | None) -> None:
        """Correct what the chosen entries show; None takes the model's reading again."""
        if chosen := self._chosen():
            self._edits.give_label(chosen, label)

    def give_label_to_current(self, label: str | None) -> None:
        """Correct what the current entry shows."""
        if (current := self._view.current) is not None:
            self._edits.give_label([current], label)

    def remove(self) -> None:
        """Remove the chosen entries."""
        chosen = self._view.chosen()
        if not chosen:
            return
        first = self._entries.line_of(chosen[0]) or 0
        gone = set(chosen)
        # They vanish at once; the archive confirms it in a moment.
        self._entries.set_ids([entry for entry in self._entries.ids if entry not in gone])
        self._view.go_to(first)
        self._edits.remove(chosen)

    def read_again(self) -> None:
        """Ask which model should read the entries again."""
        from desktop_cvae.gui.archive.rereading_dialog import RereadingDialog

        chosen = self._view.chosen()
        shown = RereadingDialog(
            self._dialog,
            self._session,
            self._controller,
            self._archive,
            tuple(chosen) if len(chosen) > 1 else (),
            tuple(self._entries.ids),
        )
        shown.entry_requested.connect(lambda entry: self._view.choose([entry]))
        shown.show()

    def save(self) -> None:
        """Ask for a file, and save the chosen entries, or all if fewer than two are chosen."""
        chosen = self._view.chosen()
        numbers = tuple(chosen) if len(chosen) > 1 else tuple(self._entries.ids)
        if not numbers:
            return
        kinds = {tr(title): kind for kind, (title, _) in FORMATS.items()}
        suffixes = {title: FORMATS[kind][1] for title, kind in kinds.items()}
        title = tr_n("Save {n} entry", "Save {n} entries", len(numbers))
        ask_where_to_save(
            self._dialog,
            title,
            tr("archive"),
            suffixes,
            lambda path, chosen: self.write(numbers, path, kinds[chosen]),
            self._controller.exporter.folder,
        )

    def write(self, numbers: tuple[int, ...], path: Path, kind: str) -> None:
        """Save entries to a file or a folder, and report the outcome."""
        self._controller.exporter.folder = str(path.parent)
        suffix = FORMATS[kind][1]
        if suffix and not path.suffix:
            path = path.with_name(path.name + suffix)
        self.progress.setRange(0, len(numbers))
        self.progress.setValue(0)
        self.progress.show()
        self._dialog.ask(
            partial(export_entries, self._archive, numbers, kind, path, trusts_readings=True),
            partial(self._on_saved, path),
            self._on_not_saved,
            about="export",
            on_progress=lambda step: self.progress.setValue(step.done),
        )

    def save_picture(self) -> None:
        """Ask where to save the current picture."""
        if (export := self._export()) is not None:
            self._controller.exporter.ask(self._dialog, export)

    def copy(self) -> None:
        """Copy the current picture to the clipboard."""
        if (export := self._export()) is not None:
            self._controller.exporter.copy_picture(export)

    def drag(self) -> None:
        """Let the current picture be dragged to another program."""
        if (export := self._export()) is not None:
            self._controller.exporter.pull(self._view, export)

    def _chosen(self) -> list[int]:
        """Return the chosen entries, else the current one."""
        current = self._view.current
        return self._view.chosen() or ([current] if current is not None else [])

    def _current(self) -> ArchiveSummary | None:
        index = self._view.currentIndex()
        return self._entries.summary(index.row()) if index.isValid() else None

    def _export(self) -> Export | None:
        current, summary = self._view.current, self._current()
        if current is None:
            return None
        png = partial(_png, self._archive, current)
        stem = file_name(summary.label if summary else "", str(current))
        return Export(tr("the picture"), stem, (bytes_kind(tr("PNG picture"), ".png", png),), png)

    def _on_saved(self, path: Path, count: int) -> None:
        self.progress.hide()
        self.succeeded.emit(
            tr_n(
                "{n} entry is saved as “{name}”.",
                "{n} entries are saved as “{name}”.",
                count,
                name=path.name,
            )
        )

    def _on_not_saved(self, error: Exception) -> None:
        self.progress.hide()
        self.failed.emit(error)


def _png(archive: Archive, entry: int) -> bytes:
    return png_of(archive.get(entry))
