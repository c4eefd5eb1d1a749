"""The still picture of a grid of digits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPixmap

from desktop_cvae.core.results import FloatArray
from desktop_cvae.gui.qimage_arrays import digit_image
from desktop_cvae.gui.theme import Theme
from desktop_cvae.gui.widgets.grid_layout import GridLayout

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
        theme: the colours.
        font: of the captions.
        smooth: soften the 28×28 pixels.
    """

    theme: Theme
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
        _paint_digit(painter, layout.cell_rect(index), image, look.theme)
    for index, caption in enumerate(captions):
        _paint_caption(painter, layout.caption_rect(index), caption, look.theme)
    painter.end()
    return pixmap


def _paint_digit(painter: QPainter, cell: QRect, image: FloatArray, theme: Theme) -> None:
    painter.setPen(QPen(QColor(theme.border), 1))
    painter.setBrush(QColor(theme.paper))
    painter.drawRoundedRect(QRectF(cell).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_PX, RADIUS_PX)
    inner = cell.adjusted(PADDING_PX, PADDING_PX, -PADDING_PX, -PADDING_PX)
    painter.drawImage(inner, digit_image(image, theme))


def _paint_caption(painter: QPainter, rect: QRect, caption: Caption, theme: Theme) -> None:
    text, color = caption
    lead = DOT_PX + DOT_GAP_PX
    metrics = painter.fontMetrics()
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width() - lead)
    width = metrics.horizontalAdvance(shown)
    left = rect.center().x() - (width + lead) / 2
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawEllipse(QRectF(left, rect.center().y() + 1 - DOT_PX / 2, DOT_PX, DOT_PX))
    painter.setPen(QColor(theme.text))
    place = QRectF(left + lead, rect.top() + 1, width + 2, rect.height())
    # Absolute: the dot is at the left in every direction of writing.
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    painter.drawText(place, flags | Qt.AlignmentFlag.AlignAbsolute, shown)
