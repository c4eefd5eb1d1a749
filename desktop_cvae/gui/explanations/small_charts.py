"""Small charts for cards and guide: bars, intervals, a scale, digits side by side."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_cvae.core.language import number, tr
from desktop_cvae.core.results import FloatArray
from desktop_cvae.gui.qimage_arrays import digit_image
from desktop_cvae.gui.theme import SPACING, current_theme, tabular_font, text_scale

ROW, BAR = 22, 10
"""Height of a row and of its bar, in pixels at the normal text size."""
COLUMNS_PX, DIGIT_PX = 112, 56
"""Heights of the vertical bars and of a digit."""
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_CENTER = Qt.AlignmentFlag.AlignCenter


@dataclass(frozen=True)
class Bar:
    """A horizontal bar.

    Attributes:
        name: text on its left.
        length: in [0, 1].
        text: its value, on its right.
        is_strong: True for the accent colour, False for a muted one.
    """

    name: str
    length: float
    text: str
    is_strong: bool = True


def scaled_painter(widget: QWidget) -> QPainter:
    """Return a painter whose units grow with the text size."""
    painter, scale = QPainter(widget), text_scale()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    font = widget.font()
    font.setPixelSize(round(font.pixelSize() / scale))
    painter.setFont(font)
    return painter


class _Painted(QWidget):
    """Base of the charts: full width, fixed height, and described for screen readers."""

    def __init__(self, height: int, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._height, self._title = height, name
        self.setFont(tabular_font(self.font()))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)

    def sizeHint(self) -> QSize:
        scale = text_scale()
        return QSize(round(360 * scale), math.ceil(self._height * scale))

    def _painter(self) -> tuple[QPainter, int]:
        """Return a painter in units that grow with the text, and the width in these units."""
        return scaled_painter(self), int(self.width() / text_scale())

    def _titled_painter(self) -> tuple[QPainter, int]:
        """Return the same after painting the name in the first row."""
        painter, width = self._painter()
        painter.setPen(QColor(current_theme().muted))
        painter.drawText(QRect(0, 0, width, ROW), Qt.AlignmentFlag.AlignVCenter, self._title)
        return painter, width

    def _say(self, words: str, height: int | None = None) -> None:
        self.setAccessibleDescription(words)
        if height is not None and height != self._height:
            self._height = height
            self.updateGeometry()
        self.update()


class BarList(_Painted):
    """Named bars one below the other, under a title."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(ROW, title, parent)
        self._bars: tuple[Bar, ...] = ()

    @property
    def bars(self) -> tuple[Bar, ...]:
        return self._bars

    def set_bars(self, bars: Sequence[Bar]) -> None:
        self._bars = tuple(bars)
        words = "; ".join(f"{bar.name}: {bar.text}" for bar in bars)
        self._say(words, ROW * (1 + len(self._bars)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, width = self._titled_painter()
        theme = current_theme()
        advance = painter.fontMetrics().horizontalAdvance
        names = max((advance(bar.name) for bar in self._bars), default=0) + SPACING
        texts = max((advance(bar.text) for bar in self._bars), default=0) + SPACING
        room = max(24, width - names - texts)
        for line, bar in enumerate(self._bars, 1):
            y = ROW * line
            painter.setPen(QColor(theme.text))
            painter.drawText(QRect(0, y, names, ROW), Qt.AlignmentFlag.AlignVCenter, bar.name)
            painter.drawText(QRect(width - texts, y, texts, ROW), _RIGHT, bar.text)
            track = QRectF(names, y + (ROW - BAR) / 2, room, BAR)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.raised))
            painter.drawRoundedRect(track, 3, 3)
            if bar.length > 0:
                track.setWidth(max(2.0, room * min(1.0, bar.length)))
                painter.setBrush(QColor(theme.accent if bar.is_strong else theme.muted))
                painter.drawRoundedRect(track, 3, 3)


class DimensionBars(_Painted):
    """A vertical bar for each latent dimension, and possibly one more."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(COLUMNS_PX, title, parent)
        self._values: tuple[float, ...] = ()
        self._names: tuple[str, ...] = ()
        self._extra = ""

    @property
    def values(self) -> tuple[float, ...]:
        """The bars' values, in nats."""
        return self._values

    def set_values(self, values: Sequence[float], names: Sequence[str], extra: str = "") -> None:
        """Show values in nats.

        Args:
            values: ≥ 0, one per bar.
            names: short names of the bars.
            extra: name of the last bar, if it is not a dimension.
        """
        self._values, self._names, self._extra = tuple(values), tuple(names), extra
        pairs = zip(names, values, strict=True)
        self._say(
            "; ".join(
                tr("{name}: {value} nats", name=name, value=number(value, ".1f"))
                for name, value in pairs
            )
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, width = self._titled_painter()
        theme = current_theme()
        if not self._values:
            return
        pitch = width / len(self._values)
        top, bottom = ROW + 16, self._height - 16
        most = max(*self._values, 1.0)
        needed = painter.fontMetrics().horizontalAdvance("88.8")
        every = max(1, int(np.ceil((needed + 2) / pitch)))
        for index, value in enumerate(self._values):
            is_extra = bool(self._extra) and index == len(self._values) - 1
            x, height = index * pitch, max(1.0, (bottom - top) * value / most)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.muted if is_extra else theme.accent))
            bar = QRectF(x + pitch * 0.15, bottom - height, pitch * 0.7, height)
            painter.drawRoundedRect(bar, 2, 2)
            painter.setPen(QColor(theme.muted))
            middle = x + pitch / 2
            if index % every == 0 or is_extra:
                # Keep the name of the last bar inside the chart.
                half = painter.fontMetrics().horizontalAdvance(self._names[index]) / 2 + 2
                under = QRectF(min(middle, width - half) - half, bottom + 1, 2 * half, 15)
                painter.drawText(under, _CENTER, self._names[index])
            if every == 1 and value >= 0.05:
                over = QRectF(middle - 30, bottom - height - 15, 60, 15)
                painter.drawText(over, _CENTER, number(value, ".1f"))


class Intervals(_Painted):
    """For each latent dimension, the mean and standard deviation of its number."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(COLUMNS_PX + 16, title, parent)
        self._means = self._spreads = np.zeros(0, np.float32)

    def set_intervals(self, means: FloatArray, spreads: FloatArray) -> None:
        """Show means and standard deviations, both float32, (L,)."""
        self._means, self._spreads = means, spreads
        pairs = enumerate(zip(means, spreads, strict=True), 1)
        self._say(
            "; ".join(
                f"{n}: {number(mean, '.2f')} ± {number(spread, '.2f')}"
                for n, (mean, spread) in pairs
            )
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, width = self._titled_painter()
        theme = current_theme()
        if not len(self._means):
            return
        left, top, bottom = 24.0, ROW + 6.0, self._height - 16.0
        most = max(2.0, float(np.max(np.abs(self._means) + self._spreads)))
        middle, unit = (top + bottom) / 2, (bottom - top) / 2 / most
        for value in (-2, 0, 2):
            y = middle - value * unit
            painter.setPen(QPen(QColor(theme.border), 1))
            painter.drawLine(QPointF(left, y), QPointF(width, y))
            painter.setPen(QColor(theme.muted))
            words = f"{value}".replace("-", "\N{MINUS SIGN}")
            painter.drawText(QRectF(0, y - 8, left - 6, 16), _RIGHT, words)
        pitch = (width - left) / len(self._means)
        every = max(1, int(np.ceil(22 / pitch)))
        for index, (mean, spread) in enumerate(zip(self._means, self._spreads, strict=True)):
            x = left + (index + 0.5) * pitch
            y, half = middle - float(mean) * unit, max(1.0, float(spread) * unit)
            painter.setPen(QPen(QColor(theme.accent), 3))
            painter.drawLine(QPointF(x, y - half), QPointF(x, y + half))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.text))
            painter.drawEllipse(QPointF(x, y), 3, 3)
            painter.setPen(QColor(theme.muted))
            if index % every == 0:
                painter.drawText(QRectF(x - 20, bottom + 2, 40, 14), _CENTER, str(index + 1))


class Scale(_Painted):
    """A scale with a threshold in the middle and a marker for the drawing."""

    def __init__(self, low: str, high: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(76, name, parent)
        self._ends = low, high
        self._threshold = self._value = 0.0
        self._span = 1.0

    def set_value(self, value: float, threshold: float) -> None:
        """Show a value and the rejection threshold, in the same units."""
        self._value, self._threshold = value, threshold
        self._span = max(8.0, 1.2 * abs(value - threshold))
        values = {"value": number(value, ".1f"), "threshold": number(threshold, ".1f")}
        over = tr("{value}, above the threshold of {threshold}", **values)
        under = tr("{value}, below the threshold of {threshold}", **values)
        self._say(over if value >= threshold else under)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, width = self._painter()
        theme = current_theme()
        line = QRectF(8, 34, width - 16, 6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.border))
        painter.drawRoundedRect(line, 3, 3)
        half = QRectF(line.center().x(), line.y(), line.width() / 2, line.height())
        painter.setBrush(QColor(theme.accent))
        painter.drawRoundedRect(half, 3, 3)
        painter.setPen(QColor(theme.muted))
        low, high = self._ends
        foot = QRectF(0, 50, width, 18)
        painter.drawText(foot, Qt.AlignmentFlag.AlignLeft, low)
        painter.drawText(foot, Qt.AlignmentFlag.AlignRight, high)
        painter.drawText(foot, Qt.AlignmentFlag.AlignHCenter, tr("threshold"))
        painter.setPen(QPen(QColor(theme.text), 2))
        painter.drawLine(QPointF(half.x(), 28), QPointF(half.x(), 46))
        fraction = 0.5 + (self._value - self._threshold) / (2 * self._span)
        # The marker's circle must not be cut off at the ends.
        x = line.x() + line.width() * min(max(fraction, 0.02), 0.98)
        painter.setPen(QPen(QColor(theme.surface), 2))
        painter.setBrush(QColor(theme.text))
        painter.drawEllipse(QPointF(x, line.center().y()), 7, 7)
        painter.setPen(QColor(theme.text))
        words = number(self._value, ".1f").replace("-", "\N{MINUS SIGN}")
        above = QRectF(min(max(x - 40, 0), width - 80), 6, 80, 18)
        painter.drawText(above, _CENTER, words)


class DigitRow(_Painted):
    """Digits side by side with captions."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(DIGIT_PX + 20, name, parent)
        self._images: tuple[FloatArray, ...] = ()
        self._captions: tuple[str, ...] = ()
        self._foreign: dict[int, FloatArray] = {}

    @property
    def count(self) -> int:
        return len(self._images)

    def set_digits(
        self,
        images: Sequence[FloatArray],
        captions: Sequence[str],
        foreign: FloatArray | None = None,
        at: int = 0,
    ) -> None:
        """Show digits.

        Args:
            images: float32, (28, 28) each, in [0, 1].
            captions: one per digit.
            foreign: probability of foreign ink in one of them, the same shape; None for none.
            at: index of that digit.
        """
        self._images, self._captions = tuple(images), tuple(captions)
        self._foreign = {} if foreign is None else {at: foreign}
        self._say(", ".join(captions))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, width = self._painter()
        theme = current_theme()
        count = len(self._images)
        if not count:
            return
        step = min(DIGIT_PX + 2 * SPACING, (width - DIGIT_PX) / max(1, count - 1))
        for index, image in enumerate(self._images):
            square = QRect(round(index * step), 0, DIGIT_PX, DIGIT_PX)
            painter.drawImage(square, digit_image(image, foreign=self._foreign.get(index)))
            painter.setPen(QPen(QColor(theme.border), 1))
            painter.drawRect(square.adjusted(0, 0, -1, -1))
            painter.setPen(QColor(theme.muted))
            under = QRect(square.x() - 12, DIGIT_PX + 2, DIGIT_PX + 24, 18)
            painter.drawText(under, _CENTER, self._captions[index])
