"""A grid of digits, painted as one picture, from which digits can be picked."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from desktop_cvae.core.language import tr, tr_n
from desktop_cvae.core.results import FloatArray
from desktop_cvae.gui.accessibility import Part
from desktop_cvae.gui.controls import ARROW_STEPS
from desktop_cvae.gui.qimage_arrays import digit_image
from desktop_cvae.gui.theme import SPACING, current_theme
from desktop_cvae.gui.widgets.painted_view import PaintedView, paint_message
from desktop_cvae.pictures.contact_sheets import tile_images

SIDE, GAP = 28, 2
"""Side of a digit and gap between digits, in pixels of the grid."""


class SheetView(PaintedView):
    """Shows digits as large as they fit; a click, or arrow keys and Enter, picks one.

    Signals:
        digit_picked(int): index of the picked digit.

    Args:
        name: for screen readers.
        largest_px: largest side of a digit, so that few digits are not blown up.
    """

    SIZE = QSize(560, 560)
    LEAST_SIZE = QSize(240, 200)

    digit_picked = Signal(int)

    def __init__(self, name: str, largest_px: int = 96) -> None:
        super().__init__()
        self._largest_px = largest_px
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._images: FloatArray | None = None
        self._columns = 1
        self._picture: QImage | None = None
        self._message = ""
        self._pointed: int | None = None
        self._current = 0

    def set_sheet(self, images: FloatArray | None, columns: int = 1) -> None:
        """Show digits, or nothing.

        Args:
            images: float32, (N, 28, 28), in [0, 1], row by row, or None.
            columns: digits per row.
        """
        self._images = images if images is not None and len(images) else None
        self._columns = max(1, columns)
        self._pointed = None
        self._current = min(self._current, max(0, self.count - 1))
        told = tr_n("{n} digit", "{n} digits", self.count) if self.count else self._message
        self.setAccessibleDescription(told)
        self.draw()

    def set_message(self, text: str) -> None:
        """Set the sentence that is shown when there are no digits."""
        self._message = text
        self.update()

    @property
    def count(self) -> int:
        return 0 if self._images is None else len(self._images)

    def cell_rect(self, index: int) -> QRect:
        area, pitch = self._layout()
        row, column = divmod(index, self._columns)
        left, top = round(column * pitch), round(row * pitch)
        side = round(pitch * SIDE / (SIDE + GAP))
        return QRect(area.left() + left, area.top() + top, side, side)

    def told_parts(self) -> list[Part]:
        return [
            Part(
                tr("digit {place}", place=index + 1), self.cell_rect(index), index == self._current
            )
            for index in range(self.count)
        ]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._picture is None:
            paint_message(painter, self.rect().adjusted(40, 0, -40, 0), self._message)
            return
        area, _ = self._layout()
        painter.setPen(QPen(QColor(current_theme().border), 1))
        painter.setBrush(QColor(current_theme().paper))
        paper = area.adjusted(-SPACING, -SPACING, SPACING, SPACING)
        painter.drawRoundedRect(paper, SPACING / 2, SPACING / 2)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(area, self._picture)
        framed = self._current if self.hasFocus() else self._pointed
        if framed is not None:
            painter.setPen(QPen(QColor(current_theme().accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.cell_rect(framed).adjusted(-1, -1, 1, 1), 3, 3)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point_at(self._index_at(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        self._point_at(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self._index_at(event.position().toPoint())
        if index is not None and event.button() is Qt.MouseButton.LeftButton:
            self._current = index
            self.digit_picked.emit(index)
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys move, Enter picks."""
        key = Qt.Key(event.key())
        if self.count and key in ARROW_STEPS:
            right, down = ARROW_STEPS[key]
            target = self._current + right + down * self._columns
            self._current = target if 0 <= target < self.count else self._current
            self.update()
        elif self.count and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.digit_picked.emit(self._current)
        else:
            super().keyPressEvent(event)

    def draw(self) -> None:
        self._picture = None
        if self._images is not None:
            tiles = tile_images(self._images, self._columns, 1, GAP)
            self._picture = digit_image(tiles.astype(np.float32) / np.float32(255))
        self.update()

    def _layout(self) -> tuple[QRect, float]:
        """Return the area of the sheet, and the distance between digits."""
        rows = -(-self.count // self._columns)
        room = self.rect().adjusted(SPACING + 1, SPACING + 1, -SPACING - 1, -SPACING - 1)
        units = SIDE + GAP
        across, down = self._columns * units - GAP, max(1, rows) * units - GAP
        scale = min(room.width() / across, room.height() / down, self._largest_px / SIDE)
        area = QRect(0, 0, round(across * scale), round(down * scale))
        area.moveCenter(room.center())
        return area, units * scale

    def _index_at(self, point: QPoint) -> int | None:
        if self._images is None:
            return None
        area, pitch = self._layout()
        column, row = (point - area.topLeft()).toTuple()
        column, row = int(column // pitch), int(row // pitch)
        index = row * self._columns + column
        is_inside = 0 <= column < self._columns and 0 <= index < self.count
        return index if is_inside and row >= 0 else None

    def _point_at(self, index: int | None) -> None:
        if index != self._pointed:
            self._pointed = index
            if index is None:
                self.unsetCursor()
            else:
                self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.update()
