"""A grid of digits to pick from: a list view with a computed layout."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop_cvae.core.language import tr
from desktop_cvae.core.results import FloatArray, IntArray
from desktop_cvae.core.specs import DIGIT_NAMES
from desktop_cvae.gui.exporting.exporter import has_dragged
from desktop_cvae.gui.qimage_arrays import digit_image
from desktop_cvae.gui.theme import current_theme, label_color
from desktop_cvae.gui.widgets.painted_view import paint_message
from desktop_cvae.gui.widgets.text_list import Index, ListEntry, TextLines

GAP_PX = 8
MIN_CELL_PX = 28
RADIUS_PX = 5.0
PADDING_PX = 3
TEN_COLUMNS = 5
DOT_PX = 7
DOT_GAP_PX = 5
MOVES = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


@dataclass(frozen=True)
class GridLayout:
    """A grid of square cells, each with room for a caption under it.

    Attributes:
        count: number of cells.
        columns: cells in a full row; a shorter last row stands in the middle.
        cell: side of one cell in logical pixels.
        caption: height of a caption in logical pixels, 0 without.
        left: of the first column.
        top: of the first row.
    """

    count: int
    columns: int
    cell: int
    caption: int
    left: int
    top: int

    def cell_rect(self, index: int) -> QRect:
        row, column = divmod(index, self.columns)
        missing = 0
        if row == (self.count - 1) // self.columns:
            missing = -self.count % self.columns
        x = self.left + column * (self.cell + GAP_PX) + missing * (self.cell + GAP_PX) // 2
        y = self.top + row * (self.cell + self.caption + GAP_PX)
        return QRect(x, y, self.cell, self.cell)


def lay_out(count: int, width: int, height: int, caption: int) -> GridLayout:
    """Choose the number of columns that makes ``count`` cells largest, preferring full rows.

    Ten digits stand in two rows of five at every size: everybody finds the 7 where it was.

    Args:
        count: number of cells, ≥ 1.
        width: of the grid in logical pixels.
        height: of the grid in logical pixels.
        caption: height of a caption in logical pixels.
    """
    columns = TEN_COLUMNS
    if count != len(DIGIT_NAMES):
        columns = max(range(1, count + 1), key=lambda n: _merit(n, count, width, height, caption))
    cell = max(MIN_CELL_PX, _cell(columns, count, width, height, caption))
    used = columns * (cell + GAP_PX) - GAP_PX
    return GridLayout(count, columns, cell, caption, max(0, (width - used) // 2), 0)


def _cell(columns: int, count: int, width: int, height: int, caption: int) -> int:
    rows = math.ceil(count / columns)
    across = (width - (columns - 1) * GAP_PX) // columns
    down = (height - (rows - 1) * GAP_PX) // rows - caption
    return min(across, down)


def _merit(columns: int, count: int, width: int, height: int, caption: int) -> float:
    """Rate a layout: a ragged last row costs a tenth of the side; more columns win ties."""
    cell = _cell(columns, count, width, height, caption)
    return cell * (1.0 if count % columns == 0 else 0.9) + columns * 1e-3


class DigitGrid(QListView):
    """A grid of digits; a click, or arrow keys and Enter, picks one.

    Signals:
        digit_picked(int): the index of the picked digit.
        digit_dragged(int): the pointer pulls one out.
        resized: the grid has another size.
    """

    digit_picked = Signal(int)
    digit_dragged = Signal(int)
    resized = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.images: FloatArray | None = None
        self.labels: IntArray | None = None
        self._message = ""
        self._names: tuple[str, ...] = ()
        self._pressed: QPoint | None = None
        self._model = TextLines(self)
        self.setModel(self._model)
        self.setItemDelegate(_DigitDelegate(self))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setUniformItemSizes(True)
        # The views of this mode let items be dragged, and would take dropped pictures.
        self.setDragEnabled(False)
        self.viewport().setAcceptDrops(False)
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        # Digits stand in one order in every direction of writing.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("Digits"))
        self.entered.connect(lambda _: self.setCursor(Qt.CursorShape.PointingHandCursor))
        self.viewportEntered.connect(self.unsetCursor)

    def set_images(
        self,
        images: FloatArray | None,
        labels: IntArray | None = None,
        label_names: Sequence[str] = (),
    ) -> None:
        """Show digits, or nothing.

        Args:
            images: float32, (N, 28, 28), in [0, 1], or None.
            labels: int64, (N,), one caption a digit, or None for no captions.
            label_names: the labels' names by index.
        """
        if self._are_like(images, labels, label_names):
            # A pen asks for others with every movement: the layout stays.
            self.images = images
            self.viewport().update()
            return
        self._names = tuple(label_names)
        current = max(0, self.currentIndex().row())
        self.images, self.labels = images, labels
        count = 0 if images is None else len(images)
        lines = []
        for index in range(count):
            name = "" if labels is None else _name(int(labels[index]), label_names)
            position = tr("Digit {number} of {count}", number=index + 1, count=count)
            spoken = f"{position}, {name}" if name else position
            lines.append(ListEntry(name, spoken=spoken))
        self._model.set_lines(lines)
        self.setCurrentIndex(self._model.index(min(current, count - 1)))
        self.setAccessibleDescription("" if count else self._message)

    def _are_like(
        self, images: FloatArray | None, labels: IntArray | None, names: Sequence[str]
    ) -> bool:
        """Return True for the same number of digits with the same captions."""
        if images is None or len(images) != self.count or tuple(names) != self._names:
            return False
        if labels is None or self.labels is None:
            return labels is self.labels
        return bool((labels == self.labels).all())

    def set_message(self, text: str) -> None:
        """Set the message that is shown while there are no digits."""
        self._message = text
        self.setAccessibleDescription("" if self.count else text)
        self.viewport().update()

    @property
    def count(self) -> int:
        return self._model.rowCount()

    @property
    def columns(self) -> int:
        return self.grid_layout().columns

    def grid_layout(self) -> GridLayout:
        caption = 0 if self.labels is None else self.fontMetrics().height() + 2
        return lay_out(max(1, self.count), self.width() - 2, self.height() - 2, caption)

    def height_used(self, width: int, height: int) -> int:
        caption = 0 if self.labels is None else self.fontMetrics().height() + 2
        layout = lay_out(max(1, self.count), width - 2, height - 2, caption)
        return layout.cell_rect(layout.count - 1).bottom() + caption + 3

    def sizeHint(self) -> QSize:
        return QSize(380, 380)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 160)

    def doItemsLayout(self) -> None:
        super().doItemsLayout()
        layout = self.grid_layout()
        for index in range(self.count):
            corner = layout.cell_rect(index).topLeft()
            self.setPositionForIndex(corner, self._model.index(index, 0))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.count:
            super().paintEvent(event)
            return
        painter = QPainter(self.viewport())
        paint_message(painter, self.rect().adjusted(40, 0, -40, 0), self._message)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.doItemsLayout()
        self.resized.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if self._pressed is not None and has_dragged(self._pressed, event):
            index = self.indexAt(self._pressed)
            self._pressed = None
            if index.isValid():
                self.digit_dragged.emit(index.row())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if pressed is not None and index.isValid() and index == self.indexAt(pressed):
            self.digit_picked.emit(index.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if self.count and key in MOVES:
            super().keyPressEvent(event)
            event.accept()
        elif self.count and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.digit_picked.emit(self.currentIndex().row())
        else:
            event.ignore()


class _DigitDelegate(QStyledItemDelegate):
    """Paints a digit, framed under the pointer or with the focus, over its caption."""

    def __init__(self, grid: DigitGrid) -> None:
        super().__init__(grid)
        self._grid = grid

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        layout = self._grid.grid_layout()
        return QSize(layout.cell, layout.cell + layout.caption)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        assert self._grid.images is not None, "there is an item a digit"
        theme, rect = current_theme(), option.rect
        cell = QRect(rect.left(), rect.top(), rect.width(), rect.width())
        flags = QStyle.StateFlag
        is_framed = bool(option.state & (flags.State_MouseOver | flags.State_HasFocus))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        pen = QPen(QColor(theme.accent), 2) if is_framed else QPen(QColor(theme.border), 1)
        inset = pen.widthF() / 2
        painter.setPen(pen)
        painter.setBrush(QColor(theme.paper))
        frame = QRectF(cell).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(frame, RADIUS_PX, RADIUS_PX)
        inner = cell.adjusted(PADDING_PX, PADDING_PX, -PADDING_PX, -PADDING_PX)
        painter.drawImage(inner, digit_image(self._grid.images[index.row()], theme))
        if self._grid.labels is not None:
            color = label_color(int(self._grid.labels[index.row()]))
            below = QRect(
                cell.left(), cell.bottom() + 1, cell.width(), rect.height() - cell.height()
            )
            _paint_caption(painter, below, index.data(), color)
        painter.restore()


def _paint_caption(painter: QPainter, rect: QRect, text: str, color: QColor) -> None:
    lead = DOT_PX + DOT_GAP_PX
    metrics = painter.fontMetrics()
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width() - lead)
    width = metrics.horizontalAdvance(shown)
    left = rect.center().x() - (width + lead) / 2
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawEllipse(QRectF(left, rect.center().y() + 1 - DOT_PX / 2, DOT_PX, DOT_PX))
    painter.setPen(QColor(current_theme().text))
    area = QRectF(left + lead, rect.top() + 1, width + 2, rect.height())
    # Absolute: the dot is at the left in every direction of writing.
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    painter.drawText(area, flags | Qt.AlignmentFlag.AlignAbsolute, shown)


def _name(label: int, names: Sequence[str]) -> str:
    return names[label] if label < len(names) else str(label)
