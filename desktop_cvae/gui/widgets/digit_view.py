"""A crisp 28×28 image with its caption."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPen, QRegion

from desktop_cvae.core.results import FloatArray
from desktop_cvae.figures.palette import marked_pixels
from desktop_cvae.gui.qimage_arrays import (
    difference_image,
    digit_image,
    pixel_points,
)
from desktop_cvae.gui.theme import SPACING, current_theme
from desktop_cvae.gui.widgets.explained_heading import paint_explained, request_explanation
from desktop_cvae.gui.widgets.painted_view import PaintedView

SIDE = 28
MIN_SCALE, USUAL_SCALE, MAX_SCALE = 2, 3, 12


STRIPES, HATCHES = Qt.BrushStyle.BDiagPattern, Qt.BrushStyle.DiagCrossPattern


@dataclass(frozen=True, eq=False)
class DigitViewContent:
    """The content of a view.

    Attributes:
        image: float32, (28, 28), in [0, 1]; None for an empty frame.
        original: the same, if it is shown how ``image`` departs from it.
        foreign: float32, (28, 28), in [0, 1], what is not the digit's; None for nothing.
    """

    image: FloatArray | None = None
    original: FloatArray | None = None
    foreign: FloatArray | None = None


class DigitView(PaintedView):
    """Shows an image at a whole multiple of its size, so that all its pixels are equal.

    Args:
        caption: under the image.
        description: for tooltip and screen readers.
    """

    def __init__(self, caption: str, description: str) -> None:
        super().__init__()
        self._shown = DigitViewContent()
        self._image: QImage | None = None
        self._missing: list[QPoint] = []
        self._foreign: list[QPoint] = []
        self.setObjectName(f"view_{caption.lower()}")
        self._caption = self._topic = ""
        self._is_pointed = False
        self.setMouseTracking(True)
        self.set_caption(caption, description)

    @property
    def caption(self) -> str:
        return self._caption

    def set_caption(self, caption: str, description: str, topic: str = "") -> None:
        """Set the caption; with a topic, a click on it opens the topic's card."""
        self._caption, self._topic = caption, topic
        self.setAccessibleName(caption)
        self.setAccessibleDescription(description)
        self.setToolTip(description)
        self.update()

    @property
    def image(self) -> QImage | None:
        """The image, in the colours of the theme."""
        return self._image

    @property
    def shown(self) -> DigitViewContent:
        return self._shown

    def set_image(
        self,
        image: FloatArray | None,
        original: FloatArray | None = None,
        foreign: FloatArray | None = None,
    ) -> None:
        """Show an image, how it differs from its original, or an empty frame.

        Args:
            image: float32, (28, 28), in [0, 1], or None.
            original: the same; None shows the image itself.
            foreign: float32, (28, 28), in [0, 1], what is not the digit's; None for nothing.
        """
        self._shown = DigitViewContent(image, original, foreign)
        self.draw()

    def sizeHint(self) -> QSize:
        side = USUAL_SCALE * SIDE
        return QSize(side, self.height_for_side(side))

    def height_for_side(self, side: int) -> int:
        return side + SPACING // 2 + self.fontMetrics().height()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        side = self._side()
        square = QRect((self.width() - side) // 2, 0, side, side)
        painter.fillRect(square, QColor(current_theme().paper))
        if self._image is not None:
            painter.drawImage(square, self._image)
            self._pattern(painter, square, self._missing, STRIPES)
            self._pattern(painter, square, self._foreign, HATCHES)
        painter.setPen(QPen(QColor(current_theme().border), 1))
        painter.drawRect(square.adjusted(0, 0, -1, -1))
        painter.setPen(QColor(current_theme().muted))
        below = self._below()
        elide = Qt.TextElideMode.ElideRight
        caption = self.fontMetrics().elidedText(self._caption, elide, self._seen_width())
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom
        if self._topic:
            paint_explained(painter, below, flags, caption, is_active=self._is_pointed)
        else:
            painter.drawText(below, flags, caption)
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point(bool(self._topic) and self._below().contains(event.position().toPoint()))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._point(False)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        is_left = event.button() is Qt.MouseButton.LeftButton
        if is_left and self._topic and self._below().contains(event.position().toPoint()):
            request_explanation(self._topic, self, self._below())
        else:
            super().mouseReleaseEvent(event)

    def _side(self) -> int:
        """Return the image's side: a caption may be wider."""
        return side_for(min(self.width(), self.height() - self.height_for_side(0)))

    def _seen_width(self) -> int:
        """Return the width that the parent does not cut off, symmetric to the image."""
        parent, middle = self.parentWidget(), self.geometry().center().x()
        if parent is None:
            return self.width()
        return min(self.width(), 2 * middle, 2 * (parent.width() - middle))

    def _below(self) -> QRect:
        side = self._side()
        return QRect(0, side, self.width(), self.height() - side)

    def _point(self, is_pointed: bool) -> None:
        if is_pointed != self._is_pointed:
            self._is_pointed = is_pointed
            shapes = Qt.CursorShape.ArrowCursor, Qt.CursorShape.PointingHandCursor
            self.setCursor(shapes[is_pointed])
            self.update()

    def _pattern(
        self, painter: QPainter, square: QRect, pixels: list[QPoint], pattern: Qt.BrushStyle
    ) -> None:
        """Paint stripes for missing and hatches for foreign ink: not by colour alone."""
        if not pixels:
            return
        scale = square.width() // SIDE
        region = QRegion()
        for pixel in pixels:
            region += QRect(square.topLeft() + pixel * scale, QSize(scale, scale))
        painter.save()
        painter.setClipRegion(region)
        painter.fillRect(square, QBrush(QColor(current_theme().paper), pattern))
        painter.restore()

    def draw(self) -> None:
        image, original, foreign = self._shown.image, self._shown.original, self._shown.foreign
        self._missing, self._foreign = [], []
        if image is None:
            self._image = None
        elif original is None:
            self._image = digit_image(image, foreign=foreign)
        else:
            self._image = difference_image(image, original, foreign=foreign)
        if image is not None:
            marked = marked_pixels(image, original, foreign)
            self._missing, self._foreign = map(pixel_points, marked)
        self.update()


def side_for(width: int) -> int:
    """Return the largest multiple of 28 that fits, within the allowed scales."""
    return SIDE * min(max(width // SIDE, MIN_SCALE), MAX_SCALE)
