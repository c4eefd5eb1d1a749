"""One row of the evidence: where its parts stand, its small picture and its bar."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter, QPen
from PySide6.QtWidgets import QStyle, QWidget

from desktop_cvae.gui.style import sized
from desktop_cvae.gui.theme import SPACING, Theme, label_color

THUMB = 28
BAR = 10
MAX_NAME = 92
MIN_BAR = 64
"""Bars give way to the two parts of the evidence down to this width."""
FADED = 0.55
"""Of the labels that are not the answer."""


def row_columns(widget: QWidget, area: QRect, names: Sequence[str]) -> dict[str, QRect]:
    """The row's parts, mirrored for right-to-left; the widths depend on the font alone.

    Args:
        widget: has the font and the direction.
        area: of the row.
        names: of all labels; the widest decides.

    Returns:
        ``name``, ``thumb``, ``bar``, ``nats`` and ``share``; where there is room, also
        ``reconstruction`` and ``kl`` before ``nats``.
    """
    metrics = QFontMetrics(sized(widget.font(), 0, QFont.Weight.DemiBold))
    widest = max(map(metrics.horizontalAdvance, names))
    widths = {
        "name": min(max(24, widest), MAX_NAME),
        "thumb": THUMB,
        "bar": 0,
        "nats": metrics.horizontalAdvance("−8888.8"),
        "share": metrics.horizontalAdvance("> 99.9 %"),
    }
    widths["bar"] = area.width() - sum(widths.values()) - SPACING * len(widths) - 4
    parts = {"reconstruction": metrics.horizontalAdvance("8888.8")}
    parts["kl"] = metrics.horizontalAdvance("888.8")
    needed = sum(parts.values()) + SPACING * len(parts)
    if widths["bar"] - needed >= MIN_BAR:
        widths = _inserted(widths, parts)
        widths["bar"] -= needed
    widths["bar"] = max(20, widths["bar"])
    columns, x = {}, 0
    for name, width in widths.items():
        rect = QRect(x, area.y(), width, area.height())
        columns[name] = QStyle.visualRect(widget.layoutDirection(), area, rect)
        x += width + SPACING + (4 if name == "thumb" else 0)
    return columns


def _inserted(widths: dict[str, int], parts: dict[str, int]) -> dict[str, int]:
    names = ("name", "thumb", "bar", *parts, "nats", "share")
    return {name: {**widths, **parts}[name] for name in names}


def paint_thumb(painter: QPainter, column: QRect, thumb: QImage | None, theme: Theme) -> None:
    """The label's reconstruction in a frame; an empty frame without one."""
    square = QRect(column.x(), column.y() + (column.height() - THUMB) // 2, THUMB, THUMB)
    painter.fillRect(square, QColor(theme.paper))
    if thumb is not None:
        painter.drawImage(square, thumb)
    painter.setPen(QPen(QColor(theme.border), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(QRectF(square).adjusted(0.5, 0.5, -0.5, -0.5))


def paint_bar(
    painter: QPainter,
    column: QRect,
    direction: Qt.LayoutDirection,
    index: int,
    length: float | None,
    theme: Theme,
    *,
    is_best: bool,
) -> None:
    """A track, and on it the bar in the label's colour.

    Args:
        painter: of the widget.
        column: where.
        direction: in which texts run, and the bar grows.
        index: of the label.
        length: in [0, 1]; None for the track alone.
        theme: the colours.
        is_best: False fades it.
    """
    track = QRect(column.x(), column.center().y() - BAR // 2 + 1, column.width(), BAR)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.raised))
    painter.drawRoundedRect(track, 3, 3)
    if length is None:
        return
    filled = QRect(track)
    filled.setWidth(max(4, round(track.width() * length)))
    painter.setBrush(label_color(index))
    painter.setOpacity(1.0 if is_best else FADED)
    painter.drawRoundedRect(QStyle.visualRect(direction, track, filled), 3, 3)
    painter.setOpacity(1.0)
