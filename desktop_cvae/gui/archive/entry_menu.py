"""What can be done with the chosen entries: the menu of a right click, and what its words do."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu

from desktop_cvae.core.language import tr, tr_n
from desktop_cvae.core.tasks import Progress
from desktop_cvae.gui.archive.entry_pictures import png_of
from desktop_cvae.gui.controller import Controller
from desktop_cvae.gui.exporting.export import Export, bytes_kind, file_name
from desktop_cvae.gui.exporting.exporter import ask_where_to_save
from desktop_cvae.gui.session import Session
from desktop_cvae.library.archive_entries import ArchiveSummary
from desktop_cvae.library.archive_export import FORMATS, export_entries

if TYPE_CHECKING:
    from desktop_cvae.gui.archive.archive_dialog import ArchiveDialog
    from desktop_cvae.library.archive import Archive


class EntryMenu(QObject):
    """Acts on the chosen entries of a dialog, or on all found where that is said.

    Args:
        dialog: has list, archive and changes.
        session: its models can read again.
        controller: its worker does it, its exporter lets pictures out.
    """

    def __init__(self, dialog: ArchiveDialog, session: Session, controller: Controller) -> None:
        super().__init__(dialog)
        self._dialog, self._session, self._controller = dialog, session, controller
        view = dialog.list
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(
            lambda place: self.popup(view.viewport().mapToGlobal(place))
        )
        keys = QShortcut(QKeySequence("Shift+F10"), view)
        keys.setContext(Qt.ShortcutContext.WidgetShortcut)
        keys.activated.connect(lambda: self.popup(view.mapToGlobal(view.rect().center())))
        copy = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), view)
        copy.setContext(Qt.ShortcutContext.WidgetShortcut)
        copy.activated.connect(self.copy)

    def popup(self, place: QPoint) -> QMenu:
        """Open the menu at a place of the screen."""
        menu = self.build()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)
        return menu

    def build(self) -> QMenu:
        """The menu for what is chosen."""
        view, menu = self._dialog.list, QMenu(self._dialog.list)
        menu.setObjectName("entry_menu")
        menu.addAction(tr("Open")).triggered.connect(lambda: self._dialog.open_current())
        menu.addSeparator()
        current = self._current()
        starred = current is not None and current.is_starred
        words = tr("Take the star away") if starred else tr("Star")
        menu.addAction(words).triggered.connect(lambda: self.star())
        labels = menu.addMenu(tr("It is"))
        entry = self._dialog.pane.entry
        for name in entry.label_names if entry is not None else ():
            labels.addAction(name).triggered.connect(
                lambda _=False, name=name: self.give_label(name)
            )
        labels.addSeparator()
        labels.addAction(tr("As it was read")).triggered.connect(lambda: self.give_label(None))
        menu.addSeparator()
        menu.addAction(tr("Copy the picture")).triggered.connect(lambda: self.copy())
        menu.addAction(tr("Save the picture…")).triggered.connect(lambda: self.save_picture())
        menu.addSeparator()
        menu.addAction(tr("Read again…")).triggered.connect(lambda: self.read_again())
        menu.addAction(tr("Save as…")).triggered.connect(lambda: self.save())
        menu.addAction(tr("Delete")).triggered.connect(lambda: self.remove())
        for action in menu.actions():
            action.setEnabled(view.current is not None)
        return menu

    def star(self) -> None:
        """Star what is chosen, or take the stars away if the current one has it."""
        if chosen := self._chosen():
            current = self._current()
            is_starred = current is None or not current.is_starred
            self._dialog.changes.star(chosen, is_starred=is_starred)

    def give_label(self, label: str | None) -> None:
        """Say what the chosen ones are; None as they were read."""
        if chosen := self._chosen():
            self._dialog.changes.give_label(chosen, label)

    def give_label_to_current(self, label: str | None) -> None:
        """Say what the one is that is looked at."""
        if (current := self._dialog.list.current) is not None:
            self._dialog.changes.give_label([current], label)

    def remove(self) -> None:
        """Remove what is chosen."""
        dialog = self._dialog
        chosen = dialog.list.chosen()
        if not chosen:
            return
        first = dialog.entries.line_of(chosen[0]) or 0
        gone = set(chosen)
        # At once: the archive will say the same in a moment.
        dialog.entries.set_ids([entry for entry in dialog.entries.ids if entry not in gone])
        dialog.list.go_to(first)
        dialog.changes.remove(chosen)

    def read_again(self) -> None:
        """Ask under which model to read them again."""
        from desktop_cvae.gui.archive.rereading_dialog import RereadingDialog

        dialog = self._dialog
        chosen = dialog.list.chosen()
        shown = RereadingDialog(
            dialog,
            self._session,
            self._controller,
            dialog.archive,
            tuple(chosen) if len(chosen) > 1 else (),
            tuple(dialog.entries.ids),
        )
        shown.entry_wanted.connect(lambda entry: dialog.list.choose([entry]))
        shown.show()

    def save(self) -> None:
        """Ask for a file, and write what is chosen, or all that were found if that is one."""
        dialog = self._dialog
        chosen = dialog.list.chosen()
        numbers = tuple(chosen) if len(chosen) > 1 else tuple(dialog.entries.ids)
        if not numbers:
            return
        kinds = {tr(title): kind for kind, (title, _) in FORMATS.items()}
        suffixes = {title: FORMATS[kind][1] for title, kind in kinds.items()}
        title = tr_n("Save {n} entry", "Save {n} entries", len(numbers))
        ask_where_to_save(
            dialog,
            title,
            tr("archive"),
            suffixes,
            lambda path, chosen: self.write(numbers, path, kinds[chosen]),
            self._controller.exporter.folder,
        )

    def write(self, numbers: tuple[int, ...], path: Path, kind: str) -> None:
        """Write entries into a file or a folder, and say how it went."""
        dialog = self._dialog
        self._controller.exporter.folder = str(path.parent)
        suffix = FORMATS[kind][1]
        if suffix and not path.suffix:
            path = path.with_name(path.name + suffix)
        dialog.progress.setRange(0, len(numbers))
        dialog.progress.setValue(0)
        dialog.progress.show()
        dialog.ask(
            partial(export_entries, dialog.archive, numbers, kind, path, trusts_readings=True),
            partial(self._on_saved, path),
            self._on_not_saved,
            about="export",
            on_progress=self._on_progress,
        )

    def save_picture(self) -> None:
        """Ask for a file for the current picture."""
        if (export := self._export()) is not None:
            self._controller.exporter.ask(self._dialog, export)

    def copy(self) -> None:
        """Put the current picture onto the clipboard."""
        if (export := self._export()) is not None:
            self._controller.exporter.copy_picture(export)

    def pull(self, entry: int) -> None:
        """Let a picture be dragged to another program."""
        if (export := self._export()) is not None:
            self._controller.exporter.pull(self._dialog.list, export)

    def _chosen(self) -> list[int]:
        """All that are chosen, else the current one."""
        view = self._dialog.list
        chosen = view.chosen()
        return chosen or ([view.current] if view.current is not None else [])

    def _current(self) -> ArchiveSummary | None:
        index = self._dialog.list.currentIndex()
        return self._dialog.entries.summary(index.row()) if index.isValid() else None

    def _export(self) -> Export | None:
        current, summary = self._dialog.list.current, self._current()
        if current is None:
            return None
        png = partial(_png, self._dialog.archive, current)
        stem = file_name(summary.label if summary else "", str(current))
        return Export(tr("the picture"), stem, (bytes_kind(tr("PNG picture"), ".png", png),), png)

    def _on_progress(self, step: Progress) -> None:
        self._dialog.progress.setValue(step.done)

    def _on_saved(self, path: Path, count: int) -> None:
        self._dialog.progress.hide()
        text = tr_n(
            "{n} entry is saved as “{name}”.",
            "{n} entries are saved as “{name}”.",
            count,
            name=path.name,
        )
        self._dialog.tell(text)

    def _on_not_saved(self, error: Exception) -> None:
        self._dialog.progress.hide()
        self._dialog.fail(error)


def _png(archive: Archive, entry: int) -> bytes:
    return png_of(archive.get(entry))
