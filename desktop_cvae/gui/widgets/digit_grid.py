"""A grid of digits to look at and to pick from.

Where its square cells go is computed apart from what is painted into them; the still picture of
all digits is painted once and kept.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_cvae.core.results import FloatArray, IntArray
from desktop_cvae.gui.qimage_arrays import digit_image
from desktop_cvae.gui.theme import current_theme, label_color

GAP_PX = 8
MIN_CELL_PX = 28


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
        """The picture's square."""
        row, column = divmod(index, self.columns)
        missing = 0
        if row == (self.count - 1) // self.columns:
            missing = -self.count % self.columns
        x = self.left + column * (self.cell + GAP_PX) + missing * (self.cell + GAP_PX) // 2
        y = self.top + row * (self.cell + self.caption + GAP_PX)
        return QRect(x, y, self.cell, self.cell)

    def caption_rect(self, index: int) -> QRect:
        """The caption under the picture."""
        cell = self.cell_rect(index)
        return QRect(cell.left(), cell.bottom() + 1, self.cell, self.caption)


def lay_out(count: int, width: int, height: int, caption: int) -> GridLayout:
    """The number of columns that makes ``count`` cells largest, full rows preferred.

    Args:
        count: number of cells, ≥ 1.
        width: of the grid in logical pixels.
        height: of the grid in logical pixels.
        caption: height of a caption in logical pixels.
    """
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
    """A ragged last row costs a tenth of the cell's side; of equals, more columns win."""
    cell = _cell(columns, count, width, height, caption)
    return cell * (1.0 if count % columns == 0 else 0.9) + columns * 1e-3


RADIUS_PX = 5.0
PADDING_PX = 3
DOT_PX = 7
DOT_GAP_PX = 5

Caption = tuple[str, QColor]
"""A label's name and colour."""


@dataclass(frozen=True, eq=False)
class GridLook:
    """How a grid is painted.

    Attributes:
        font: of the captions.
        smooth: soften the 28×28 pixels.
    """

    font: QFont
    smooth: bool


def render_grid(
    images: FloatArray,
    captions: Sequence[Caption],
    layout: GridLayout,
    size: QSize,
    ratio: float,
    look: GridLook,
) -> QPixmap:
    """Paint all digits once.

    Args:
        images: float32, (N, 28, 28), in [0, 1].
        captions: one a digit, or none.
        layout: where they go.
        size: of the grid in logical pixels.
        ratio: device pixels a logical pixel.
        look: colours, font, scaling.
    """
    pixmap = QPixmap(size * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setFont(look.font)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, look.smooth)
    for index, image in enumerate(images):
        _paint_digit(painter, layout.cell_rect(index), image)
    for index, caption in enumerate(captions):
        _paint_caption(painter, layout.caption_rect(index), caption)
    painter.end()
    return pixmap


def _paint_digit(painter: QPainter, cell: QRect, image: FloatArray) -> None:
    theme = current_theme()
    painter.setPen(QPen(QColor(theme.border), 1))
    painter.setBrush(QColor(theme.paper))
    painter.drawRoundedRect(QRectF(cell).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_PX, RADIUS_PX)
    inner = cell.adjusted(PADDING_PX, PADDING_PX, -PADDING_PX, -PADDING_PX)
    painter.drawImage(inner, digit_image(image))


def _paint_caption(painter: QPainter, rect: QRect, caption: Caption) -> None:
    text, color = caption
    lead = DOT_PX + DOT_GAP_PX
    metrics = painter.fontMetrics()
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width() - lead)
    width = metrics.horizontalAdvance(shown)
    left = rect.center().x() - (width + lead) / 2
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawEllipse(QRectF(left, rect.center().y() + 1 - DOT_PX / 2, DOT_PX, DOT_PX))
    painter.setPen(QColor(current_theme().text))
    place = QRectF(left + lead, rect.top() + 1, width + 2, rect.height())
    # Absolute: the dot is at the left in every direction of writing.
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    painter.drawText(place, flags | Qt.AlignmentFlag.AlignAbsolute, shown)


STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class DigitGrid(QWidget):
    """Digits in a grid; a click, or arrow keys and Enter, picks one.

    The digits are painted once into a picture of the grid; the hover only adds a frame.

    Signals:
        digit_picked(int): the index of the picked digit.
        resized: the grid has another size.

    Args:
        smooth: soften the 28×28 pixels; False shows them as squares.
    """

    digit_picked = Signal(int)
    resized = Signal()

    def __init__(self, parent: QWidget | None = None, *, smooth: bool = True) -> None:
        super().__init__(parent)
        self._smooth = smooth
        self._images: FloatArray | None = None
        self._captions: tuple[Caption, ...] = ()
        self._message = ""
        self._rendered: QPixmap | None = None
        self._laid_out = QSize()
        self._hovered: int | None = None
        self._current = 0
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName("Digits")

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
        self._images = images if images is not None and len(images) else None
        self._captions = ()
        if labels is not None and self._images is not None:
            self._captions = tuple((_name(k, label_names), label_color(k)) for k in labels.tolist())
        self._hovered = None
        self._current = min(self._current, max(0, self.count - 1))
        self._describe()
        self._render_anew()

    def set_message(self, text: str) -> None:
        """Set the sentence that stands here while there are no digits."""
        if text != self._message:
            self._message = text
            self._describe()
            self.update()

    @property
    def count(self) -> int:
        """Number of digits shown."""
        return 0 if self._images is None else len(self._images)

    @property
    def hovered(self) -> int | None:
        """The index of the digit under the mouse."""
        return self._hovered

    @property
    def columns(self) -> int:
        """Digits in a full row."""
        return self._layout().columns

    def cell_rect(self, index: int) -> QRect:
        """Where a digit is painted, in the grid's logical pixels."""
        return self._layout().cell_rect(index)

    def sizeHint(self) -> QSize:
        """Room for five by five."""
        return QSize(380, 380)

    def minimumSizeHint(self) -> QSize:
        """Room for small cells."""
        return QSize(200, 160)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rendered grid and the frame of the hovered or focused digit."""
        painter = QPainter(self)
        if self._images is None:
            self._paint_message(painter)
            return
        if self._rendered is None:
            self._rendered = self._render()
        painter.drawPixmap(0, 0, self._rendered)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._hovered is not None:
            self._paint_frame(painter, self._hovered, current_theme().accent, 2.0)
        if self.hasFocus():
            self._paint_frame(painter, self._current, current_theme().accent, 2.0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew; Qt also sends this event to hidden widgets whose size is the same."""
        if self.size() != self._laid_out:
            self._laid_out = self.size()
            self._render_anew()
            self.resized.emit()

    def event(self, event: QEvent) -> bool:
        """Render anew on a screen of another pixel ratio, in another font or other colours."""
        kinds = QEvent.Type
        changes = (kinds.DevicePixelRatioChange, kinds.FontChange, kinds.PaletteChange)
        if event.type() in changes:
            self._render_anew()
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Frame the digit under the mouse."""
        self._hover(self._index_at(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        """Take the frame away."""
        self._hover(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Pick the digit under the mouse."""
        index = self._index_at(event.position().toPoint())
        if index is not None and event.button() == Qt.MouseButton.LeftButton:
            self._move_to(index)
            self.digit_picked.emit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move, Enter picks; every other key is the window's."""
        key = Qt.Key(event.key())
        if self._images is not None and key in STEPS:
            across, down = STEPS[key]
            wanted = self._current + across + down * self._layout().columns
            if 0 <= wanted < self.count:
                self._move_to(wanted)
        elif self._images is not None and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.digit_picked.emit(self._current)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Frame the current digit."""
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take its frame away."""
        self.update()

    def _layout(self) -> GridLayout:
        caption = self.fontMetrics().height() + 2 if self._captions else 0
        return lay_out(max(1, self.count), self.width() - 2, self.height() - 2, caption)

    def _index_at(self, place: object) -> int | None:
        layout = self._layout()
        for index in range(self.count):
            if layout.cell_rect(index).contains(place):  # type: ignore[call-overload]
                return index
        return None

    def _hover(self, index: int | None) -> None:
        if index == self._hovered:
            return
        for changed in (self._hovered, index):
            if changed is not None:
                self.update(self.cell_rect(changed).adjusted(-4, -4, 4, 4))
        self._hovered = index
        shape = Qt.CursorShape.ArrowCursor if index is None else Qt.CursorShape.PointingHandCursor
        self.setCursor(shape)

    def _move_to(self, index: int) -> None:
        self._current = index
        self._describe()
        self.update()

    def _describe(self) -> None:
        if self._images is None:
            self.setAccessibleDescription(self._message)
            return
        caption = f", {self._captions[self._current][0]}" if self._captions else ""
        self.setAccessibleDescription(f"Digit {self._current + 1} of {self.count}{caption}")

    def _render_anew(self) -> None:
        self._rendered = None
        self.update()

    def _render(self) -> QPixmap:
        assert self._images is not None
        look = GridLook(self.font(), self._smooth)
        ratio = self.devicePixelRatioF()
        return render_grid(self._images, self._captions, self._layout(), self.size(), ratio, look)

    def _paint_frame(self, painter: QPainter, index: int, color: str, width: float) -> None:
        painter.setPen(QPen(QColor(color), width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        frame = QRectF(self.cell_rect(index)).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(frame, RADIUS_PX, RADIUS_PX)

    def _paint_message(self, painter: QPainter) -> None:
        painter.setPen(QColor(current_theme().muted))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(self.rect().adjusted(40, 0, -40, 0), flags, self._message)


def _name(label: int, names: Sequence[str]) -> str:
    return names[label] if label < len(names) else str(label)
