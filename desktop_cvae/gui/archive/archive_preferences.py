"""The preferences of the archive: whether it is used, its largest size, and its deletion.

Tested in tests/gui/archive/test_archive_dialog.py.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QMessageBox

from desktop_cvae.core import paths
from desktop_cvae.core.language import number, tr, tr_n
from desktop_cvae.gui.controls import make_button, make_check_box, make_combo
from desktop_cvae.gui.file_dialogs import open_folder, open_modal
from desktop_cvae.gui.preferences import Preferences
from desktop_cvae.gui.widgets.card import Card, row, text_label
from desktop_cvae.gui.widgets.elided_label import ElidedLabel
from desktop_cvae.gui.widgets.work_dialog import WorkDialog, sentence_of
from desktop_cvae.library.reading_archive import Archive

LIMITS = (1_000, 5_000, 20_000, 100_000, 1_000_000)
BYTES_IN_MB = 1_000_000


@dataclass(frozen=True)
class ArchiveSize:
    """Size of the archive.

    Attributes:
        entries: number of entries.
        size: in bytes.
    """

    entries: int
    size: int


class ArchivePreferences(Card):
    """A card of the preferences dialog.

    Args:
        dialog: runs jobs.
        preferences: are shown and changed.
        path: the archive; None for the user's own.
    """

    def __init__(
        self, dialog: WorkDialog, preferences: Preferences, path: Path | None = None
    ) -> None:
        super().__init__()
        self._dialog, self._preferences = dialog, preferences
        self._archive = Archive(path or paths.archive_file())
        self._extent: ArchiveSize | None = None
        self._make_controls()
        self.add_section(tr("Archive"))
        words = text_label(tr("At most"), "muted", buddy=self.limit)
        self.box.addLayout(row(self.keeps, None))
        self.box.addLayout(row(words, self.limit, None, self.delete))
        self.box.addLayout(row(self.location, self.folder, fills=self.location))
        self.box.addWidget(self.extent)
        self._connect()
        self.show_settings()
        self._measure()

    def show_settings(self) -> None:
        """Show the preferences without changing them."""
        settings = self._preferences.settings
        # Qt reports changes by the program as it does the user's; they would be saved again.
        self.keeps.blockSignals(True)
        self.keeps.setChecked(settings.keeps_archive)
        self.keeps.blockSignals(False)
        if self.limit.findData(settings.archive_limit) < 0:
            self._offer(settings.archive_limit)
        self.limit.setCurrentIndex(self.limit.findData(settings.archive_limit))
        self.limit.setEnabled(settings.keeps_archive)

    def ask_to_delete(self) -> QMessageBox:
        """Ask for confirmation before deleting everything."""
        count = self._extent.entries if self._extent else 0
        question = QMessageBox(self._dialog)
        question.setObjectName("delete_archive")
        question.setIcon(QMessageBox.Icon.Warning)
        text = tr_n("Delete the {n} archived entry?", "Delete all {n} archived entries?", count)
        question.setText(text)
        question.setInformativeText(
            tr(
                "This also deletes starred entries, your notes and your corrections. You "
                "cannot undo it. Models that were taught with them do not change."
            )
        )
        yes = question.addButton(tr("Delete everything"), QMessageBox.ButtonRole.DestructiveRole)
        question.setDefaultButton(question.addButton(QMessageBox.StandardButton.Cancel))
        yes.setObjectName("delete_everything")
        yes.clicked.connect(self._delete)
        open_modal(question)
        return question

    def _make_controls(self) -> None:
        self.keeps = make_check_box(
            tr("Save what I draw and open, with the answers"),
            tr("File ▸ Archive… shows what was saved; turning this off keeps the existing entries"),
            "keeps_archive",
        )
        self.limit = make_combo(
            tr("Largest number of entries"),
            tr(
                "When the archive is full, the oldest entries are deleted; starred and "
                "corrected entries always stay"
            ),
            "archive_limit",
        )
        for limit in LIMITS:
            self._offer(limit)
        self.extent = text_label("", "muted", wraps=True, name="archive_extent")
        self.location = ElidedLabel("muted")
        self.location.say(str(self._archive.path))
        self.folder = make_button(
            tr("Open folder"),
            tr("Open the folder that contains the archive"),
            on_click=partial(open_folder, self._archive.path.parent),
        )
        self.delete = make_button(
            tr("Delete everything…"),
            tr("Delete the whole archive after a confirmation"),
            on_click=self.ask_to_delete,
        )

    def _offer(self, limit: int) -> None:
        self.limit.addItem(tr_n("{n} entry", "{n} entries", limit), limit)

    def _connect(self) -> None:
        request = self._preferences.request
        self.keeps.clicked.connect(self._on_kept)
        self.limit.activated.connect(lambda _: request("archive_limit", self.limit.currentData()))

    def _on_kept(self, is_kept: bool) -> None:
        self._preferences.request("keeps_archive", is_kept)
        self.show_settings()

    def _measure(self) -> None:
        self._ask(_extent_of)

    def _delete(self) -> None:
        self._ask(_delete_all)

    def _ask(self, job: Callable[[Archive], ArchiveSize]) -> None:
        task = partial(job, self._archive)
        self._dialog.ask(task, self._show_extent, self._on_failed, about="archive")

    def _show_extent(self, extent: ArchiveSize) -> None:
        self._extent = extent
        kept = tr_n("{n} entry", "{n} entries", extent.entries)
        size = tr("{mb} MB", mb=number(extent.size / BYTES_IN_MB, ",.1f"))
        here = tr("Nothing leaves this computer.")
        self.extent.setText(f"{kept}, {size}. {here}" if extent.entries else here)
        self.delete.setEnabled(extent.entries > 0)

    def _on_failed(self, error: Exception) -> None:
        self.extent.setText(sentence_of(error))
        self.delete.setEnabled(False)


def _extent_of(archive: Archive) -> ArchiveSize:
    return ArchiveSize(archive.count(), archive.size())


def _delete_all(archive: Archive) -> ArchiveSize:
    """Delete all entries, including removed ones, so that no data stays on the disk."""
    archive.remove(archive.ids())
    archive.purge()
    return _extent_of(archive)
