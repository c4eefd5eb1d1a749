"""The picture with a box around every digit that was found."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from desktop_cvae.core.results import FloatArray
from desktop_cvae.gui.drawing import grey_image
from desktop_cvae.gui.numbers.digit_marks import mark_pen
from desktop_cvae.gui.numbers.number_page import NumberPage
from desktop_cvae.gui.theme import DARK, LIGHT, Theme

MARGIN = 3
"""Logical pixels between ink and box."""
MAX_SCALE = 4.0


class PagePicture(QWidget):
    """Paints the picture at a scale, and the boxes; a click goes to the digit.

    Args:
        page: what is shown.

    Signals:
        digit_picked(int): a box was clicked.
    """

    digit_picked = Signal(int)

    def __init__(self, page: NumberPage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page_picture")
        self.setAccessibleName("The picture, with a box around every digit")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._page = page
        self._picture: FloatArray | None = None
        self._rendered: QPixmap | None = None
        self._scale = 1.0
        page.current_changed.connect(self.update)
        page.corrected.connect(self.update)
        page.answer_changed.connect(self.update)

    def set_picture(self, picture: FloatArray | None) -> None:
        """Show a picture, float32, (H, W), in [0, 1], or none."""
        self._picture, self._rendered = picture, None
        self.update()

    def fit(self, room: QSize) -> None:
        """Take the largest size that shows the whole width, or all of a picture nearly so high."""
        if self._picture is None:
            return
        height, width = self._picture.shape
        across, down = room.width() / width, room.height() / height
        # A page is shown as wide as can be, and scrolled; a line or a photograph is seen whole.
        self._scale = min(across if down < across / 2 else down, across, MAX_SCALE)
        self.setFixedSize(max(1, round(width * self._scale)), max(1, round(height * self._scale)))
        self._rendered = None
        self.update()

    def box_at(self, index: int) -> QRectF:
        """A digit's box in the widget's pixels."""
        top, left, bottom, right = (n * self._scale for n in self._page.digits[index].box)
        around = QRectF(left, top, right - left, bottom - top)
        margin = min(MARGIN, around.width() / 4 + 1)
        return around.adjusted(-margin, -margin, margin, margin)

    def digit_at(self, place: QPointF) -> int | None:
        """The digit whose box is there; of boxes that overlap, the nearest middle."""
        boxes = [self.box_at(index) for index in range(len(self._page.digits))]
        hit = [index for index, box in enumerate(boxes) if box.contains(place)]
        gaps = {n: (boxes[n].center() - place).manhattanLength() for n in hit}
        return min(gaps, key=gaps.__getitem__) if gaps else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand over a box."""
        is_over = self.digit_at(event.position()) is not None
        shape = Qt.CursorShape.PointingHandCursor if is_over else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the clicked digit."""
        index = self.digit_at(event.position())
        if index is not None and event.button() is Qt.MouseButton.LeftButton:
            self.digit_picked.emit(index)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture, then the boxes; the current one last."""
        if self._picture is None:
            return
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._scaled_picture(self._picture))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # The picture's ground decides, not the window's: paper stays light in the dark.
        theme = LIGHT if float(np.median(self._picture)) > 0.5 else DARK
        for index in range(len(self._page.digits)):
            if index != self._page.current:
                painter.setPen(mark_pen(self._page, index, theme, theme.muted, 1.5))
                painter.drawRoundedRect(self.box_at(index), 3, 3)
        if self._page.current is not None:
            self._paint_current(painter, self._page.current, theme)
        painter.end()

    def _paint_current(self, painter: QPainter, index: int, theme: Theme) -> None:
        fill = QColor(theme.accent)
        fill.setAlphaF(0.14)
        painter.setBrush(fill)
        painter.setPen(QPen(QColor(theme.accent), 2.5 if self.hasFocus() else 2))
        painter.drawRoundedRect(self.box_at(index), 3, 3)

    def _scaled_picture(self, picture: FloatArray) -> QPixmap:
        if self._rendered is None:
            ratio = self.devicePixelRatioF()
            size = QRect(0, 0, round(self.width() * ratio), round(self.height() * ratio)).size()
            smooth = Qt.TransformationMode.SmoothTransformation
            whole = Qt.AspectRatioMode.IgnoreAspectRatio
            self._rendered = QPixmap.fromImage(grey_image(picture).scaled(size, whole, smooth))
            self._rendered.setDevicePixelRatio(ratio)
        return self._rendered
