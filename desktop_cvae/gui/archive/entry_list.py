"""The archive's list: entries as tiles, with keys that act on them."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QCursor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QRegion,
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
from desktop_cvae.gui.archive.entry_model import EntryModel
from desktop_cvae.gui.archive.entry_texts import (
    answer_text,
    certainty_text,
    is_corrected,
    short_date,
)
from desktop_cvae.gui.qimage_arrays import ink_image
from desktop_cvae.gui.theme import current_theme, sized, tabular_font, text_scale
from desktop_cvae.gui.widgets.painted_view import paint_message
from desktop_cvae.gui.widgets.readings_table import NOWHERE, Index
from desktop_cvae.library.archive_entries import ArchiveSummary

TILE_WIDTH = 190
"""Smallest width of a tile, in logical pixels at the normal text size."""
MARGIN, GAP, RADIUS = 4, 10, 6.0
STAR_PX = 13


class EntryList(QListView):
    """Tiles from left to right, selected as in a file manager.

    All tiles have one size, so their positions are computed. QListView's own layout of 100,000
    entries would take half a second after every change.

    Signals:
        opening_requested(int): an entry was double-clicked, or Enter was pressed.
        star_requested, removal_requested: a key was pressed for the selected entries.
        label_typed(str): a digit was typed to correct the selected entries.
        chosen_changed: the selection or the current entry changed.
        drag_started: the pointer drags the current entry away.
    """

    opening_requested = Signal(int)
    star_requested = Signal()
    removal_requested = Signal()
    label_typed = Signal(str)
    chosen_changed = Signal()
    drag_started = Signal()

    def __init__(self, entries: EntryModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entries = entries
        self._message = ""
        self.setObjectName("archive_list")
        self.setAccessibleName(tr("Archived pictures"))
        self.setFont(tabular_font(self.font()))
        self.setModel(entries)
        self.setItemDelegate(_TileDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Always shown, so that the tiles' width does not depend on the number of entries.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setMinimumSize(TILE_WIDTH + 24, 120)
        self.doubleClicked.connect(lambda index: self.opening_requested.emit(self._number(index)))
        chosen = self.selectionModel()
        chosen.selectionChanged.connect(lambda *_: self.chosen_changed.emit())
        chosen.currentChanged.connect(lambda *_: self.chosen_changed.emit())

    @property
    def current(self) -> int | None:
        """Id of the current entry; None without one."""
        index = self.currentIndex()
        return self._number(index) if index.isValid() else None

    def chosen(self) -> list[int]:
        """Return the ids of the selected entries, in the list's order."""
        ids = self.entries.ids
        # One index for each of 100,000 entries would take a second; ranges do not.
        ranges = sorted((each.top(), each.bottom()) for each in self._ranges())
        return [ids[line] for top, bottom in ranges for line in range(top, bottom + 1)]

    @property
    def chosen_count(self) -> int:
        return sum(each.bottom() - each.top() + 1 for each in self._ranges())

    def choose(self, numbers: Iterable[int]) -> None:
        """Select entries, and scroll to the first one."""
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
        """Select only the entry in that row, or the last one, and make it current."""
        if (count := self.entries.rowCount()) > 0:
            index = self.entries.index(min(max(line, 0), count - 1), 0)
            self.setCurrentIndex(index)

    def set_message(self, text: str) -> None:
        """Set the sentence that is shown when there are no entries."""
        self._message = text
        self.setAccessibleDescription(text)
        self.viewport().update()

    def tile_size(self) -> QSize:
        """Return the size of a tile; the tiles of a row share the width."""
        line = QFontMetrics(self.font()).height()
        width = max(1, self.viewport().width())
        return QSize(width // self.columns, 3 * line + 2 * (MARGIN + GAP))

    @property
    def columns(self) -> int:
        return max(1, int(self.viewport().width() // (TILE_WIDTH * text_scale())))

    def doItemsLayout(self) -> None:
        """Lay out nothing but the scroll bar."""
        QAbstractItemView.doItemsLayout(self)

    def updateGeometries(self) -> None:
        """Set the scroll bar's range to all rows."""
        height = self.tile_size().height()
        lines = -(-self.entries.rowCount() // self.columns)
        bar, seen = self.verticalScrollBar(), self.viewport().height()
        bar.setSingleStep(height // 2)
        bar.setPageStep(seen)
        bar.setRange(0, max(0, lines * height - seen))

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def horizontalOffset(self) -> int:
        return 0

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    def visualRect(self, index: Index) -> QRect:
        if not index.isValid():
            return QRect()
        size = self.tile_size()
        line, column = divmod(index.row(), self.columns)
        y = line * size.height() - self.verticalOffset()
        tile = QRect(QPoint(column * size.width(), y), size)
        return QStyle.visualRect(self.layoutDirection(), self.viewport().rect(), tile)

    def indexAt(self, point: QPoint) -> QModelIndex:
        line = self._line_at(point)
        inside = line is not None and 0 <= line < self.entries.rowCount()
        return self.entries.index(line, 0) if inside and line is not None else NOWHERE

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        tile, bar = self.visualRect(index), self.verticalScrollBar()
        over = tile.bottom() + 1 - self.viewport().height()
        if tile.top() < 0:
            bar.setValue(bar.value() + tile.top())
        elif over > 0:
            bar.setValue(bar.value() + over)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        count, actions = self.entries.rowCount(), QAbstractItemView.CursorAction
        if not count:
            return NOWHERE
        current = max(0, self.currentIndex().row())
        page = max(1, self.viewport().height() // self.tile_size().height()) * self.columns
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        side = -1 if is_mirrored else 1
        steps = {
            actions.MoveLeft: -side,
            actions.MoveRight: side,
            actions.MovePrevious: -1,
            actions.MoveNext: 1,
            actions.MoveUp: -self.columns,
            actions.MoveDown: self.columns,
            actions.MovePageUp: -page,
            actions.MovePageDown: page,
            actions.MoveHome: -count,
            actions.MoveEnd: count,
        }
        return self.entries.index(min(max(current + steps[action], 0), count - 1), 0)

    def setSelection(self, rect: QRect, flags: QItemSelectionModel.SelectionFlag) -> None:
        """Select all tiles from one corner of ``rect`` to the other, like words of a text."""
        last = self.entries.rowCount() - 1
        if last < 0:
            return
        found = [self._line_at(corner) for corner in (rect.topLeft(), rect.bottomRight())]
        ends = sorted(min(max(line if line is not None else last, 0), last) for line in found)
        first, second = (self.entries.index(line, 0) for line in ends)
        self.selectionModel().select(QItemSelection(first, second), flags)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        return QRegion(self.viewport().rect())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        count = self.entries.rowCount()
        if not count:
            paint_message(painter, self.viewport().rect().adjusted(24, 8, -24, -8), self._message)
            return
        height, columns = self.tile_size().height(), self.columns
        first = self.verticalOffset() // height * columns
        seen = (self.viewport().height() // height + 2) * columns
        chosen, states = self.selectionModel(), QStyle.StateFlag
        pointed = self.indexAt(self.viewport().mapFromGlobal(QCursor.pos()))
        for line in range(first, min(first + seen, count)):
            index = self.entries.index(line, 0)
            option = QStyleOptionViewItem()
            option.rect = self.visualRect(index)
            option.state = states.State_Enabled
            if chosen.isSelected(index):
                option.state |= states.State_Selected
            if index == self.currentIndex():
                option.state |= states.State_HasFocus
            if index == pointed and self.viewport().underMouse():
                option.state |= states.State_MouseOver
            self.itemDelegate().paint(painter, option, index)

    def _line_at(self, point: QPoint) -> int | None:
        """Return the index that a tile at that position has or would have; None beside the rows."""
        size = self.tile_size()
        mirrored = QRect(point, QSize(1, 1))
        x = QStyle.visualRect(self.layoutDirection(), self.viewport().rect(), mirrored).x()
        column = x // size.width()
        if not 0 <= column < self.columns:
            return None
        return (point.y() + self.verticalOffset()) // size.height() * self.columns + column

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, S stars, Delete removes, a digit corrects."""
        key, text = Qt.Key(event.key()), event.text()
        is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current is not None:
            self.opening_requested.emit(self.current)
        elif event.matches(QKeySequence.StandardKey.Delete):
            self.removal_requested.emit()
        elif is_plain and key == Qt.Key.Key_S:
            self.star_requested.emit()
        elif is_plain and text.isdecimal() and text.isascii():
            self.label_typed.emit(text)
        elif is_plain and text.isprintable() and text:
            event.ignore()  # letters are keys of the dialog, not a search in the list
        else:
            super().keyPressEvent(event)

    def startDrag(self, _actions: Qt.DropAction) -> None:
        """Drag the current picture; Qt would drag the text of all selected entries."""
        if self.current is not None:
            self.drag_started.emit()

    def _ranges(self) -> list[QItemSelectionRange]:
        # A list of ranges, which PySide6's type stub does not say.
        selection: Any = self.selectionModel().selection()
        return list(selection)

    def _number(self, index: Index) -> int:
        return self.entries.ids[index.row()]


class _TileDelegate(QStyledItemDelegate):
    """Paints a tile: the picture, and beside it answer, date and model."""

    def __init__(self, view: EntryList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return self._view.tile_size()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
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
        """Paint the answer, in the accent colour if it was corrected, and its probability."""
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
    """Paint a filled star in the warning colour."""
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
