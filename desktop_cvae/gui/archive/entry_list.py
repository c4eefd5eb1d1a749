"""The pictures of the archive as tiles: Qt's model, which knows all and holds few, and its view.

The model holds the numbers of all entries that were found, in order. What stands on a tile is asked
for when the tile is first painted, so that a hundred thousand entries scroll like a hundred.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop_cvae.core.language import tr
from desktop_cvae.gui.archive.entry_words import (
    answer_text,
    certainty_text,
    is_corrected,
    short_date,
    spoken,
)
from desktop_cvae.gui.qimage_arrays import ink_image
from desktop_cvae.gui.theme import current_theme, sized, tabular_font, text_scale

if TYPE_CHECKING:
    from desktop_cvae.library.archive_entries import ArchiveSummary

MOST_KNOWN = 4000
"""Entries whose tiles are at hand: a few megabytes."""
Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
NOWHERE = QModelIndex()


class EntryModel(QAbstractListModel):
    """The entries that were found.

    Signals:
        wanted(tuple): the numbers of entries that are looked at, and not known yet.
    """

    wanted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.ids: Sequence[int] = ()
        self._lines: dict[int, int] = {}
        self._known: dict[int, ArchiveSummary] = {}
        self._stale: set[int] = set()
        self._asked: dict[int, None] = {}
        # Once for all tiles of one painting.
        self._asking = QTimer(self, interval=0, singleShot=True)
        self._asking.timeout.connect(self._ask)

    def set_ids(self, ids: Sequence[int]) -> None:
        """Show other entries, or the same again; what is chosen stays so where it is still there.

        Args:
            ids: of the entries, in order; none twice.
        """
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        numbers = [self.ids[index.row()] for index in before]
        self.ids, self._lines = ids, {number: line for line, number in enumerate(ids)}
        # Somebody else may have changed them; till that is known the tiles stay as they are.
        self._stale = set(self._known)
        self._asked.clear()
        lines = (self._lines.get(number) for number in numbers)
        after = [NOWHERE if line is None else self.index(line, 0) for line in lines]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def put(self, summaries: Iterable[ArchiveSummary]) -> None:
        """Take what stands on tiles."""
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
        """What is known of the entry of a line; asks for it if nothing is."""
        number = self.ids[line]
        found = self._known.get(number)
        if (found is None or number in self._stale) and number not in self._asked:
            self._asked[number] = None
            self._asking.start()
        return found

    def line_of(self, number: int) -> int | None:
        """Where an entry stands."""
        return self._lines.get(number)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """All that were found."""
        return 0 if parent.isValid() else len(self.ids)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """Words for screen readers, and for what Qt looks up by the first letters typed."""
        if role not in (Role.DisplayRole, Role.AccessibleTextRole, Role.ToolTipRole):
            return None
        summary = self.summary(index.row())
        if role == Role.DisplayRole:
            return summary.text if summary else ""
        if summary is None:
            return tr("Entry {n}", n=index.row() + 1) if role == Role.AccessibleTextRole else None
        return spoken(summary)

    def _ask(self) -> None:
        # With those that are on their way: the newest question takes the others' place. Of a
        # quick scroll only the end is still looked at.
        asked = list(self._asked)[-ASKED_AT_ONCE:]
        self._asked = dict.fromkeys(asked)
        if asked:
            self.wanted.emit(tuple(asked))


ASKED_AT_ONCE = 300
TILE_WIDTH = 190
"""The least width of a tile, in logical pixels at the usual size of text."""
MARGIN, GAP, RADIUS = 4, 10, 6.0
STAR_PX = 13


class EntryList(QListView):
    """Tiles from left to right; one or many are chosen as in a file manager.

    Signals:
        opening_wanted(int): an entry was clicked twice, or Enter pressed on it.
        star_wanted, removal_wanted: a key was pressed that is meant for all that are chosen.
        label_typed(str): so was a digit: what the chosen ones are.
        chosen_changed: others are chosen, or another is the current one.
        pull_wanted(int): the pointer drags an entry away.
    """

    opening_wanted = Signal(int)
    star_wanted = Signal()
    removal_wanted = Signal()
    label_typed = Signal(str)
    chosen_changed = Signal()
    pull_wanted = Signal(int)

    def __init__(self, entries: EntryModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entries = entries
        self._message = ""
        self.setObjectName("archive_list")
        self.setAccessibleName(tr("Kept pictures"))
        self.setFont(tabular_font(self.font()))
        self.setModel(entries)
        self.setItemDelegate(_TileDelegate(self))
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # It comes and goes with the number of entries; the tiles' width does not depend on it.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setMinimumSize(TILE_WIDTH + 24, 120)
        self.doubleClicked.connect(lambda index: self.opening_wanted.emit(self._number(index)))
        chosen = self.selectionModel()
        chosen.selectionChanged.connect(lambda *_: self.chosen_changed.emit())
        chosen.currentChanged.connect(lambda *_: self.chosen_changed.emit())

    @property
    def current(self) -> int | None:
        """The number of the entry that the keys are on; None without any."""
        index = self.currentIndex()
        return self._number(index) if index.isValid() else None

    def chosen(self) -> list[int]:
        """The numbers of the chosen entries, in the order of the list."""
        ids = self.entries.ids
        # By ranges: of a hundred thousand an index each would take a second.
        ranges = sorted((each.top(), each.bottom()) for each in self._ranges())
        return [ids[line] for top, bottom in ranges for line in range(top, bottom + 1)]

    @property
    def chosen_count(self) -> int:
        """How many are chosen."""
        return sum(each.bottom() - each.top() + 1 for each in self._ranges())

    def choose(self, numbers: Iterable[int]) -> None:
        """Choose entries, and go to the first one."""
        lines = sorted(
            line for number in numbers if (line := self.entries.line_of(number)) is not None
        )
        selection = QItemSelection()
        for line in lines:
            index = self.entries.index(line, 0)
            selection.select(index, index)
        flags = QItemSelectionModel.SelectionFlag
        if lines:
            first = self.entries.index(lines[0], 0)
            self.selectionModel().setCurrentIndex(first, flags.NoUpdate)
            self.scrollTo(first)
        self.selectionModel().select(selection, flags.ClearAndSelect)

    def go_to(self, line: int) -> None:
        """Let a line, or the last one, be the current one, alone chosen."""
        if (count := self.entries.rowCount()) > 0:
            index = self.entries.index(min(max(line, 0), count - 1), 0)
            self.setCurrentIndex(index)

    def set_message(self, text: str) -> None:
        """Set the sentence that stands here while there are no entries."""
        self._message = text
        self.setAccessibleDescription(text)
        self.viewport().update()

    def tile_size(self) -> QSize:
        """Of each: as many as fit beside each other share the width."""
        width = max(1, self.viewport().width() - 1)
        columns = max(1, int(width // (TILE_WIDTH * text_scale())))
        line = QFontMetrics(self.font()).height()
        return QSize(width // columns, 3 * line + 2 * (MARGIN + GAP))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew."""
        self.setGridSize(self.tile_size())
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The tiles, or the message."""
        if self.entries.rowCount():
            super().paintEvent(event)
            return
        painter = QPainter(self.viewport())
        painter.setPen(QColor(current_theme().muted))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(self.viewport().rect().adjusted(24, 8, -24, -8), flags, self._message)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, S stars, Delete removes, a digit says what it is."""
        key, text = Qt.Key(event.key()), event.text()
        is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current is not None:
            self.opening_wanted.emit(self.current)
        elif event.matches(QKeySequence.StandardKey.Delete):
            self.removal_wanted.emit()
        elif is_plain and key == Qt.Key.Key_S:
            self.star_wanted.emit()
        elif is_plain and text.isdecimal() and text.isascii():
            self.label_typed.emit(text)
        elif is_plain and text.isprintable() and text:
            event.ignore()  # no search by letters: what is typed here is a key
        else:
            super().keyPressEvent(event)

    def startDrag(self, _actions: Qt.DropAction) -> None:
        """Let the current picture be pulled out; Qt would drag the words of all."""
        if self.current is not None:
            self.pull_wanted.emit(self.current)

    def _ranges(self) -> list[QItemSelectionRange]:
        selection: Any = self.selectionModel().selection()  # a list, which PySide6 does not say
        return list(selection)

    def _number(self, index: Index) -> int:
        return self.entries.ids[index.row()]


class _TileDelegate(QStyledItemDelegate):
    """Paints a tile: the picture, and beside it answer, date and model."""

    def __init__(self, view: EntryList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The same for all."""
        return self._view.tile_size()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """In the theme's colours; an empty frame for what is not known yet."""
        theme = current_theme()
        area = option.rect.adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        side = area.height() - GAP
        direction = self._view.layoutDirection()
        square = QRect(area.left() + GAP // 2, area.top() + GAP // 2, side, side)
        square = QStyle.visualRect(direction, area, square)
        words = QRect(area.left() + side + GAP + GAP // 2, square.top() - 2, 0, side + 4)
        words.setRight(area.right() - GAP)
        words = QStyle.visualRect(direction, area, words)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self._paint_frame(painter, area, option)
        painter.fillRect(square, QColor(theme.paper))
        summary = self._view.entries.summary(index.row())
        if summary is not None:
            painter.drawImage(square, ink_image(summary.image))
            self._paint_words(painter, words, summary)
        painter.setPen(QPen(QColor(theme.border), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(square).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.restore()

    def _paint_frame(self, painter: QPainter, area: QRect, option: QStyleOptionViewItem) -> None:
        flags, palette = QStyle.StateFlag, self._view.palette()
        is_chosen = bool(option.state & flags.State_Selected)
        has_focus = bool(option.state & flags.State_HasFocus) and self._view.hasFocus()
        if not (is_chosen or has_focus or option.state & flags.State_MouseOver):
            return
        edge = QPen(QColor(current_theme().accent), 2 if has_focus else 1)
        painter.setPen(edge if is_chosen or has_focus else Qt.PenStyle.NoPen)
        painter.setBrush(palette.light() if is_chosen else palette.midlight())
        if not is_chosen and has_focus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(area).adjusted(1, 1, -1, -1), RADIUS, RADIUS)

    def _paint_words(self, painter: QPainter, area: QRect, summary: ArchiveSummary) -> None:
        theme, font = current_theme(), self._view.font()
        direction = self._view.layoutDirection()
        small = sized(font, -1)
        metrics = QFontMetrics(small)
        lines = [QRect(area.left(), area.top(), area.width(), 0) for _ in range(3)]
        height = area.height() // 3
        for at, line in enumerate(lines):
            line.setTop(area.top() + at * height)
            line.setHeight(height)
        first = QRect(lines[0])
        if summary.is_starred:
            star = QRect(first.right() - STAR_PX, first.top(), STAR_PX, first.height())
            paint_star(painter, QStyle.visualRect(direction, first, star).center())
            first = QStyle.visualRect(direction, first, first.adjusted(0, 0, -STAR_PX - 4, 0))
        start = QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignLeft)
        flags = start | Qt.AlignmentFlag.AlignVCenter
        self._paint_answer(painter, first, flags, summary)
        painter.setFont(small)
        painter.setPen(QColor(theme.muted))
        elide = Qt.TextElideMode.ElideRight
        texts = (short_date(summary.kept_at), summary.note or summary.model)
        for line, text in zip(lines[1:], texts, strict=True):
            painter.drawText(line, flags, metrics.elidedText(text, elide, line.width()))

    def _paint_answer(
        self, painter: QPainter, area: QRect, flags: Qt.AlignmentFlag, summary: ArchiveSummary
    ) -> None:
        """The answer, in the colour of a remark where it was corrected; then how likely."""
        theme, direction = current_theme(), self._view.layoutDirection()
        bold = sized(self._view.font(), 1, QFont.Weight.DemiBold)
        metrics = QFontMetrics(bold)
        painter.setFont(bold)
        painter.setPen(QColor(theme.accent if is_corrected(summary) else theme.text))
        shown = metrics.elidedText(answer_text(summary), Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, flags, shown)
        used = metrics.horizontalAdvance(shown) + 8
        rest = QStyle.visualRect(direction, area, area.adjusted(used, 0, 0, 0))
        small = sized(self._view.font(), -1)
        text = certainty_text(summary)
        if text and QFontMetrics(small).horizontalAdvance(text) <= rest.width():
            painter.setFont(small)
            painter.setPen(QColor(theme.muted))
            painter.drawText(rest, flags, text)


def paint_star(painter: QPainter, middle: QPoint, radius: float = STAR_PX / 2) -> None:
    """A filled star in the colour of a remark."""
    path = QPainterPath()
    for corner in range(10):
        angle = math.pi * (corner / 5 - 0.5)
        far = radius if corner % 2 == 0 else radius * 0.42
        x, y = middle.x() + far * math.cos(angle), middle.y() + far * math.sin(angle)
        if corner:
            path.lineTo(x, y)
        else:
            path.moveTo(x, y)
    path.closeSubpath()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(current_theme().warning))
    painter.drawPath(path)
