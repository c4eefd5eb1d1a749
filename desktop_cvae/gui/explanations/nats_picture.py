"""A heat map of a reconstruction's nats; the pointer or arrow keys read single pixels."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_cvae.core.language import number, tr
from desktop_cvae.core.results import DoubleArray, FloatArray
from desktop_cvae.gui.controls import ARROW_STEPS
from desktop_cvae.gui.explanations.small_charts import scaled_painter
from desktop_cvae.gui.qimage_arrays import digit_image
from desktop_cvae.gui.theme import SPACING, current_theme, tabular_font, text_scale
from desktop_cvae.gui.widgets.painted_view import PaintedView
from desktop_cvae.inference.evidence_decomposition import Explanation

SIDE = 28
SCALE, SMALL = 8, 3
"""Screen pixels per image pixel, in the heat map and in the small pictures."""
READOUT = CAPTION = 20
LEAST_SPAN_NATS = 1.0
"""Smallest range of the colours, so that a good reconstruction stays pale."""


class NatsPicture(PaintedView):
    """The heat map, with the drawing and the expected picture beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: Explanation | None = None
        self._image: FloatArray | None = None
        self._name = ""
        self._heat: QImage | None = None
        self._pixel: tuple[int, int] | None = None
        self.setFont(tabular_font(self.font()))
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Reconstruction: nats of each pixel"))
        self.setToolTip(tr("Point at a pixel, or use the arrow keys, to see its nats"))

    @property
    def total_nats(self) -> float:
        """Sum over the pixels shown."""
        return 0.0 if self._parts is None else float(self._parts.pixel_nats.sum())

    @property
    def readout(self) -> str:
        """Description of the marked pixel, or the sum without one."""
        if self._parts is None or self._image is None:
            return ""
        if self._pixel is None:
            return tr(
                "All 784 pixels: {nats} nats. Point at a pixel to see its share.",
                nats=number(self.total_nats, ".1f"),
            )
        row, column = self._pixel
        ink, meant = float(self._image[row, column]), float(self._parts.meant[row, column])
        nats = float(self._parts.pixel_nats[row, column])
        return tr(
            "Row {row}, column {column}: {drawn} % ink drawn, {expected} % expected: {nats} nats",
            row=row + 1,
            column=column + 1,
            drawn=number(100 * ink, ".0f"),
            expected=number(100 * meant, ".0f"),
            nats=number(nats, ".2f"),
        )

    def sizeHint(self) -> QSize:
        across, down = SCALE * SIDE + 2 * SPACING + SMALL * SIDE + 48, SCALE * SIDE + READOUT + 6
        return QSize(across, down) * text_scale()

    def set_parts(self, parts: Explanation | None, image: FloatArray | None, name: str) -> None:
        """Show a drawing's nats, or an empty frame.

        Args:
            parts: nats of the label.
            image: float32, (28, 28), what was read.
            name: name of the label.
        """
        self._parts, self._image, self._name = parts, image, name
        self.draw()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        offset = event.position() / text_scale() - QPointF(self._square().topLeft())
        row, column = int(offset.y() // SCALE), int(offset.x() // SCALE)
        is_inside = 0 <= row < SIDE and 0 <= column < SIDE
        self._mark((row, column) if is_inside else None)

    def leaveEvent(self, event: QEvent) -> None:
        self._mark(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = ARROW_STEPS.get(Qt.Key(event.key()))
        if step is None or self._parts is None:
            super().keyPressEvent(event)
            return
        row, column = self._pixel or (SIDE // 2, SIDE // 2)
        self._mark((min(max(row + step[1], 0), SIDE - 1), min(max(column + step[0], 0), SIDE - 1)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = scaled_painter(self)
        theme = current_theme()
        square = self._square()
        painter.fillRect(square, QColor(theme.paper))
        if self._heat is not None:
            painter.drawImage(square, self._heat)
        if self._parts is not None and self._image is not None:
            self._paint_beside(painter)
        if self._pixel is not None:
            row, column = self._pixel
            painter.setPen(QPen(QColor(theme.accent), 2))
            mark = QRect(square.x() + column * SCALE, square.y() + row * SCALE, SCALE, SCALE)
            painter.drawRect(mark.adjusted(-1, -1, 0, 0))
        painter.setPen(QPen(QColor(theme.accent if self.hasFocus() else theme.border), 1))
        painter.drawRect(QRectF(square).adjusted(-0.5, -0.5, 0.5, 0.5))
        painter.setPen(QColor(theme.muted))
        foot = QRect(0, square.bottom() + 6, int(self.width() / text_scale()), READOUT)
        painter.drawText(foot, Qt.AlignmentFlag.AlignVCenter, self.readout)

    def _paint_beside(self, painter: QPainter) -> None:
        assert self._parts is not None
        assert self._image is not None
        theme, x = current_theme(), self._square().right() + 2 * SPACING
        meant = self._parts.meant.astype(np.float32)
        side = SMALL * SIDE
        for line, (image, words) in enumerate(
            ((self._image, tr("drawn")), (meant, tr("expected for {name}", name=self._name)))
        ):
            small = QRect(x, 1 + line * (SCALE * SIDE - side - CAPTION), side, side)
            painter.drawImage(small, digit_image(image))
            painter.setPen(QPen(QColor(theme.border), 1))
            painter.drawRect(small.adjusted(0, 0, -1, -1))
            painter.setPen(QColor(theme.muted))
            painter.drawText(x, small.bottom() + 15, words)
        self._paint_scale(painter, x + side + SPACING + 4)

    def _paint_scale(self, painter: QPainter, x: int) -> None:
        """Paint the colour scale from 0 to the highest value."""
        theme, height = current_theme(), SMALL * SIDE
        span = self._span()
        for step in range(height):
            painter.fillRect(x, 1 + step, 10, 1, _heat_color(1 - step / height))
        painter.setPen(QColor(theme.muted))
        painter.drawText(x + 14, 11, number(span, ".1f"))
        painter.drawText(x + 14, 1 + height, "0")
        painter.drawText(x, 1 + height + 15, tr("nats"))

    def _square(self) -> QRect:
        return QRect(1, 1, SCALE * SIDE, SCALE * SIDE)

    def _span(self) -> float:
        assert self._parts is not None
        return max(float(self._parts.pixel_nats.max()), LEAST_SPAN_NATS)

    def _mark(self, pixel: tuple[int, int] | None) -> None:
        if pixel != self._pixel:
            self._pixel = pixel
            self.setAccessibleDescription(self.readout)
            self.update()

    def draw(self) -> None:
        self._heat = None
        if self._parts is not None:
            self._heat = _heat_image(np.clip(self._parts.pixel_nats / self._span(), 0, 1))
        self.setAccessibleDescription(self.readout)
        self.update()


def _heat_image(values: DoubleArray) -> QImage:
    """Colour values from the paper's colour at 0 to the warning colour at 1."""
    pixels = np.ascontiguousarray(np.rint(255 * values).astype(np.uint8))
    height, width = pixels.shape
    image = QImage(pixels.data, width, height, width, QImage.Format.Format_Indexed8)
    image.setColorTable([_heat_color(step / 255).rgb() for step in range(256)])
    # A copy, because the image does not own the array's memory.
    return image.convertToFormat(QImage.Format.Format_RGB32)


def _heat_color(value: float) -> QColor:
    paper, hot = QColor(current_theme().paper), QColor(current_theme().too_much)
    return QColor.fromRgbF(
        paper.redF() + value * (hot.redF() - paper.redF()),
        paper.greenF() + value * (hot.greenF() - paper.greenF()),
        paper.blueF() + value * (hot.blueF() - paper.blueF()),
    )
