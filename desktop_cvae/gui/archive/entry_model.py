"""The entries that a search found, as Qt's model, of which few are in memory.

The model knows all ids in order. It asks for an entry's summary when its tile is first painted,
so that a hundred thousand entries scroll like a hundred.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from desktop_cvae.core.language import tr
from desktop_cvae.gui.archive.entry_words import spoken

if TYPE_CHECKING:
    from desktop_cvae.library.archive_entries import ArchiveSummary

MOST_KNOWN = 4000
"""Number of summaries in memory, which take a few megabytes."""
ASKED_AT_ONCE = 300
Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
NOWHERE = QModelIndex()


class EntryModel(QAbstractListModel):
    """The entries found.

    Signals:
        summaries_requested(tuple): ids of visible entries whose summaries are missing.
    """

    summaries_requested = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.ids: Sequence[int] = ()
        self._lines: dict[int, int] = {}
        self._known: dict[int, ArchiveSummary] = {}
        self._stale: set[int] = set()
        self._asked: dict[int, None] = {}
        # One request for all tiles that are painted together.
        self._asking = QTimer(self, interval=0, singleShot=True)
        self._asking.timeout.connect(self._ask)

    def set_ids(self, ids: Sequence[int]) -> None:
        """Show other entries; keep the selection of those that are still there.

        Args:
            ids: unique ids, in order.
        """
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        numbers = [self.ids[index.row()] for index in before]
        self.ids, self._lines = ids, {number: line for line, number in enumerate(ids)}
        # They may have changed; until the new summaries arrive, the old ones are shown.
        self._stale = set(self._known)
        self._asked.clear()
        lines = (self._lines.get(number) for number in numbers)
        after = [NOWHERE if line is None else self.index(line, 0) for line in lines]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def put(self, summaries: Iterable[ArchiveSummary]) -> None:
        """Take requested summaries."""
        for summary in summaries:
            self._known.pop(summary.id, None)
            self._known[summary.id] = summary
            self._stale.discard(summary.id)
            self._asked.pop(summary.id, None)
            line = self._lines.get(summary.id)
            if line is not None:
                index = self.index(line, 0)
                self.dataChanged.emit(index, index)
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

    def line_of(self, number: int) -> int | None:
        """Return the row of an entry; None if it is not in the list."""
        return self._lines.get(number)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.ids)

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
