"""The pictures of the archive as tiles, and the keys that act on them."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

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
from desktop_cvae.gui.archive.entry_model import NOWHERE, EntryModel, Index
from desktop_cvae.gui.archive.entry_words import (
    answer_text,
    certainty_text,
    is_corrected,
    short_date,
)
from desktop_cvae.gui.qimage_arrays import ink_image
from desktop_cvae.gui.theme import current_theme, sized, tabular_font, text_scale

if TYPE_CHECKING:
    from desktop_cvae.library.archive_entries import ArchiveSummary

TILE_WIDTH = 190
"""The least width of a tile, in logical pixels at the usual size of text."""
MARGIN, GAP, RADIUS = 4, 10, 6.0
STAR_PX = 13


class EntryList(QListView):
    """Tiles from left to right; one or many are chosen as in a file manager.

    Where a tile lies is computed, as all have one size; Qt's own list would lay out a hundred
    thousand of them with every change, for half a second.

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
        line = QFontMetrics(self.font()).height()
        width = max(1, self.viewport().width())
        return QSize(width // self.columns, 3 * line + 2 * (MARGIN + GAP))

    @property
    def columns(self) -> int:
        """Tiles beside each other."""
        return max(1, int(self.viewport().width() // (TILE_WIDTH * text_scale())))

    # Places, in place of Qt's layout.

    def doItemsLayout(self) -> None:
        """There is nothing to lay out but the scroll bar."""
        QAbstractItemView.doItemsLayout(self)

    def updateGeometries(self) -> None:
        """Let the scroll bar reach all lines."""
        height = self.tile_size().height()
        lines = -(-self.entries.rowCount() // self.columns)
        bar, seen = self.verticalScrollBar(), self.viewport().height()
        bar.setSingleStep(height // 2)
        bar.setPageStep(seen)
        bar.setRange(0, max(0, lines * height - seen))

    def verticalOffset(self) -> int:
        """Pixels that are scrolled over."""
        return self.verticalScrollBar().value()

    def horizontalOffset(self) -> int:
        """Nothing lies beside."""
        return 0

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Paint anew."""
        self.viewport().update()

    def visualRect(self, index: Index) -> QRect:
        """Where a tile lies in the viewport."""
        if not index.isValid():
            return QRect()
        size = self.tile_size()
        line, column = divmod(index.row(), self.columns)
        y = line * size.height() - self.verticalOffset()
        place = QRect(QPoint(column * size.width(), y), size)
        return QStyle.visualRect(self.layoutDirection(), self.viewport().rect(), place)

    def indexAt(self, place: QPoint) -> QModelIndex:
        """The tile at a place of the viewport."""
        line = self._line_at(place)
        inside = line is not None and 0 <= line < self.entries.rowCount()
        return self.entries.index(line, 0) if inside and line is not None else NOWHERE

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Let a tile be seen whole."""
        place, bar = self.visualRect(index), self.verticalScrollBar()
        over = place.bottom() + 1 - self.viewport().height()
        if place.top() < 0:
            bar.setValue(bar.value() + place.top())
        elif over > 0:
            bar.setValue(bar.value() + over)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Where an arrow key leads."""
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
        """All from the tile at one corner to that at the other, as words of a text."""
        last = self.entries.rowCount() - 1
        if last < 0:
            return
        found = [self._line_at(corner) for corner in (rect.topLeft(), rect.bottomRight())]
        ends = sorted(min(max(line if line is not None else last, 0), last) for line in found)
        first, second = (self.entries.index(line, 0) for line in ends)
        self.selectionModel().select(QItemSelection(first, second), flags)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """What is to be painted anew: all that is seen."""
        return QRegion(self.viewport().rect())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The tiles that are seen, or the message."""
        painter = QPainter(self.viewport())
        count = self.entries.rowCount()
        if not count:
            painter.setPen(QColor(current_theme().muted))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.viewport().rect().adjusted(24, 8, -24, -8), flags, self._message)
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

    def _line_at(self, place: QPoint) -> int | None:
        """The number of the tile at a place, or that it would have; None beside all."""
        size = self.tile_size()
        mirrored = QRect(place, QSize(1, 1))
        x = QStyle.visualRect(self.layoutDirection(), self.viewport().rect(), mirrored).x()
        column = x // size.width()
        if not 0 <= column < self.columns:
            return None
        return (place.y() + self.verticalOffset()) // size.height() * self.columns + column

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
