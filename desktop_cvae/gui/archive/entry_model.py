"""The entries that a search found, as Qt's model, of which few are in memory.

The model knows all ids in order. It asks for an entry's summary when its tile is first painted,
so that a hundred thousand entries scroll like a hundred.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from desktop_cvae.core.language import tr
from desktop_cvae.gui.archive.entry_texts import spoken
from desktop_cvae.gui.widgets.readings_table import Index, Role, RowModel
from desktop_cvae.library.archive_entries import ArchiveSummary

MOST_KNOWN = 4000
"""Number of summaries in memory, which take a few megabytes."""
ASKED_AT_ONCE = 300


class EntryModel(RowModel):
    """The entries found.

    Signals:
        summaries_requested(tuple): ids of visible entries whose summaries are missing.
    """

    summaries_requested = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._known: dict[int, ArchiveSummary] = {}
        self._stale: set[int] = set()
        self._asked: dict[int, None] = {}
        # One request for all tiles that are painted together.
        self._asking = QTimer(self, interval=0, singleShot=True)
        self._asking.timeout.connect(self._ask)

    def set_ids(self, ids: Iterable[int]) -> None:
        # They may have changed; until the new summaries arrive, the old ones are shown.
        self._stale = set(self._known)
        self._asked.clear()
        super().set_ids(ids)

    def add_summaries(self, summaries: Iterable[ArchiveSummary]) -> None:
        for summary in summaries:
            self._known.pop(summary.id, None)
            self._known[summary.id] = summary
            self._stale.discard(summary.id)
            self._asked.pop(summary.id, None)
            self.notify(summary.id)
        while len(self._known) > MOST_KNOWN:
            gone = next(iter(self._known))
            del self._known[gone]
            self._stale.discard(gone)

    def summary(self, line: int) -> ArchiveSummary | None:
        """Return the summary of the entry in a row; request it if it is missing or outdated."""
        number = self.ids[line]
        found = self._known.get(number)
        if (found is None or number in self._stale) and number not in self._asked:
            self._asked[number] = None
            self._asking.start()
        return found

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """Return text for screen readers and tooltips."""
        if role not in (Role.DisplayRole, Role.AccessibleTextRole, Role.ToolTipRole):
            return None
        summary = self.summary(index.row())
        if role == Role.DisplayRole:
            return summary.text if summary else ""
        if summary is None:
            return tr("Entry {n}", n=index.row() + 1) if role == Role.AccessibleTextRole else None
        return spoken(summary)

    def _ask(self) -> None:
        # Includes requests that are under way, as the newest request replaces them. After fast
        # scrolling, only the last entries are still visible.
        asked = list(self._asked)[-ASKED_AT_ONCE:]
        self._asked = dict.fromkeys(asked)
        if asked:
            self.summaries_requested.emit(tuple(asked))
