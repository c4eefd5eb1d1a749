"""The loss over the epochs: painted by hand, because it changes several times a second.

Its axes are divided at round numbers.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_cvae.core.language import mark, number, tr
from desktop_cvae.core.results import EpochRecord
from desktop_cvae.gui.theme import current_theme, tabular_font
from desktop_cvae.workers.training_events import Progressed

TERMS = (("total", mark("Total")), ("reconstruction", mark("Reconstruction")), ("kl", mark("KL")))
TERM_TIPS = {
    "total": mark("What training makes small: reconstruction + β · KL"),
    "reconstruction": mark("−log p(x | z, y): how far the reconstruction is from the digit"),
    "kl": mark("KL(q ‖ p): how much the latent vector tells beyond the prior"),
}
STEPS = (1.0, 2.0, 5.0, 10.0)


def round_ticks(low: float, high: float, most: int) -> list[float]:
    """At most ``most`` + 1 round numbers in [low, high], evenly apart.

    Args:
        low: the axis' lower end, finite.
        high: its upper end, above ``low``.
        most: intervals that there is room for, at least 1.
    """
    rough = (high - low) / most
    scale = 10.0 ** math.floor(math.log10(rough))
    step = next(scale * s for s in STEPS if scale * s >= rough * (1 - 1e-9))
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    return [number * step for number in range(first, last + 1)]


def tick_text(value: float, ticks: list[float]) -> str:
    """A tick's number with as many decimals as the ticks' distance needs."""
    step = ticks[1] - ticks[0] if len(ticks) > 1 else abs(value) or 1.0
    decimals = max(0, -math.floor(math.log10(step) + 1e-9))
    return number(value, f".{decimals}f").replace("-", "−")


LEFT, RIGHT, TOP, BOTTOM = 46, 10, 24, 24
NOTHING_YET = mark(
    "Here the loss falls while the model learns, from the first batches on.\n"
    "Go on drawing meanwhile: after every epoch your digit is rebuilt here too."
)
MIN_STEP_SHARE = 0.01
"""Of an epoch's batches: the loss of fewer is noise."""

MAX_POINTS = 400
"""More running means than pixels show nothing more."""

HEAD_SHARE = 0.15
"""The first, steep part of a training leaves the range once there is this much more."""


@dataclass(frozen=True)
class ChartPoint:
    """A value at a place of the training; ``epoch`` counts the epochs done."""

    epoch: float
    value: float


class LossChart(QWidget):
    """Training loss as a line, each epoch's validation with dots.

    With mouse tracking it points at the epoch under the mouse, with a focus also by the keys.

    Signals:
        epoch_hovered(int | None): the index of the record that is pointed at.
    """

    epoch_hovered = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ends = (0.0, 1.0)
        self.index: int | None = None
        self.train: list[ChartPoint] = []
        self.validation: list[ChartPoint] = []
        self.setFont(tabular_font(self.font()))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("Loss over the epochs"))

    def set_run(
        self, points: Sequence[Progressed], records: Sequence[EpochRecord], epochs: int, term: str
    ) -> None:
        """Show one term of the loss while it falls.

        Args:
            points: running means, ascending.
            records: of the finished epochs.
            epochs: where the axis ends.
            term: ``"total"``, ``"reconstruction"`` or ``"kl"``.
        """
        step = max(1, math.ceil(len(points) / MAX_POINTS))
        self._show(_between(points[::-step][::-1], term), records, term, (0.0, max(1.0, epochs)))

    def set_history(self, records: Sequence[EpochRecord], term: str) -> None:
        """Show one term of a finished training's loss; a pointed record stays if it is there.

        Args:
            records: one an epoch, ascending; may be empty.
            term: ``"total"``, ``"reconstruction"`` or ``"kl"``.
        """
        epochs = [record.epoch for record in records] or [0]
        # A single epoch stands in the middle.
        room = 0.5 if len(epochs) == 1 else 0.0
        train = [ChartPoint(record.epoch, getattr(record.train, term)) for record in records]
        self._show(train, records, term, (epochs[0] - room, epochs[-1] + room))

    def _show(
        self,
        train: list[ChartPoint],
        records: Sequence[EpochRecord],
        term: str,
        ends: tuple[float, float],
    ) -> None:
        self._ends, self.train = ends, train
        self.validation = [
            ChartPoint(record.epoch, getattr(record.validation, term)) for record in records
        ]
        if self.index is not None and self.index >= len(records):
            self._point_at(None)
        self.setAccessibleDescription(self._spoken())
        self.update()

    def sizeHint(self) -> QSize:
        """Wide and low."""
        return QSize(420, 190)

    def minimumSizeHint(self) -> QSize:
        """Room for three ticks."""
        return QSize(240, 120)

    def value_range(self) -> tuple[float, float]:
        """Ends of the value axis; the steep start is left out as soon as that helps."""
        points = [*self.train, *self.validation]
        last = max((point.epoch for point in points), default=0.0)
        late = [point.value for point in points if point.epoch >= HEAD_SHARE * last]
        values = [value for value in late if math.isfinite(value)]
        if not values:
            return 0.0, 1.0
        low, high = min(values), max(values)
        room = max(0.06 * (high - low), 1e-3 * abs(high), 1e-3)
        return low - room, high + room

    def place(self, point: ChartPoint) -> QPointF:
        """Where a point stands, in logical pixels; perhaps beyond the plot."""
        return self._place(point, self._plot(), *self.value_range())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Point at the nearest epoch."""
        plot, (first, last) = self._plot(), self._ends
        epoch = first + (last - first) * (event.position().x() - plot.left()) / plot.width()
        distances = [abs(point.epoch - epoch) for point in self.validation]
        self._point_at(distances.index(min(distances)) if distances else None)

    def leaveEvent(self, event: QEvent) -> None:
        """Point at none."""
        self._point_at(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right walk over the epochs; other keys are the window's."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None or not self.validation:
            super().keyPressEvent(event)
            return
        last = len(self.validation) - 1
        index = last if self.index is None else self.index + step
        self._point_at(min(max(index, 0), last))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Grid, numbers, curves, names, and the epoch that is pointed at."""
        theme, painter = current_theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        plot, ends = self._plot(), self.value_range()
        if not self.train and not self.validation:
            painter.setPen(QColor(theme.muted))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect(), flags, tr(NOTHING_YET))
            painter.end()
            return
        self._paint_grid(painter, plot, ends)
        self._paint_names(painter)
        painter.setClipRect(plot.adjusted(-6, -6, 6, 6))
        for points, color, width in (
            (self.train, theme.muted, 1.6),
            (self.validation, theme.accent, 2.0),
        ):
            places = [self._place(p, plot, *ends) for p in points if math.isfinite(p.value)]
            painter.setPen(QPen(QColor(color), width, c=Qt.PenCapStyle.RoundCap))
            painter.drawPolyline(QPolygonF(places))
        self._paint_dots(painter, plot, ends)
        if self.index is not None:
            self._paint_pointed(painter, plot, self.validation[self.index].epoch)
        painter.end()

    def _plot(self) -> QRectF:
        return QRectF(self.rect()).adjusted(LEFT, TOP, -RIGHT, -BOTTOM)

    def _point_at(self, index: int | None) -> None:
        if index != self.index:
            self.index = index
            self.epoch_hovered.emit(index)
            self.update()

    def _paint_pointed(self, painter: QPainter, plot: QRectF, epoch: float) -> None:
        """A hair line, and a dot on each curve."""
        theme = current_theme()
        x = round(self.place(ChartPoint(epoch, 0.0)).x()) + 0.5
        painter.setPen(QPen(QColor(theme.muted), 1))
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))
        for points, color in ((self.train, theme.muted), (self.validation, theme.accent)):
            for point in points:
                if point.epoch == epoch and math.isfinite(point.value):
                    painter.setPen(QPen(QColor(theme.surface), 2))
                    painter.setBrush(QColor(color))
                    _paint_dot(painter, self.place(point), plot)

    def _place(self, point: ChartPoint, plot: QRectF, low: float, high: float) -> QPointF:
        first, last = self._ends
        x = plot.left() + plot.width() * (point.epoch - first) / (last - first)
        return QPointF(x, plot.bottom() - plot.height() * (point.value - low) / (high - low))

    def _paint_dots(self, painter: QPainter, plot: QRectF, ends: tuple[float, float]) -> None:
        painter.setPen(QPen(QColor(current_theme().surface), 1.5))
        painter.setBrush(QColor(current_theme().accent))
        radius = 3.5 if len(self.validation) <= 30 else 0.0
        for point in self.validation:
            if radius and math.isfinite(point.value):
                painter.drawEllipse(self._place(point, plot, *ends), radius, radius)

    def _paint_grid(self, painter: QPainter, plot: QRectF, ends: tuple[float, float]) -> None:
        line, text = QPen(QColor(current_theme().border), 1), QColor(current_theme().muted)
        ticks = round_ticks(*ends, max(2, int(plot.height() // 36)))
        for value in ticks:
            y = round(self._place(ChartPoint(0, value), plot, *ends).y()) + 0.5
            painter.setPen(line)
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(text)
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            box = QRectF(0, y - 9, LEFT - 8, 18)
            painter.drawText(box, right, tick_text(value, ticks))
        painter.setPen(text)
        for epoch in round_ticks(*self._ends, max(2, int(plot.width() // 60))):
            if epoch == int(epoch):
                x = self._place(ChartPoint(epoch, 0.0), plot, *ends).x()
                box = QRectF(x - 24, plot.bottom() + 5, 48, 18)
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(int(epoch)))

    def _paint_names(self, painter: QPainter) -> None:
        """Unit at the left, the curves' names in their colours at the right."""
        flags = Qt.AlignmentFlag.AlignVCenter
        row = QRectF(0, 0, self.width() - RIGHT, TOP - 6)
        painter.setPen(QColor(current_theme().muted))
        painter.drawText(row, flags | Qt.AlignmentFlag.AlignLeft, tr("nats per image"))
        for name, color in (
            (tr("validation"), current_theme().accent),
            (tr("training"), current_theme().muted),
        ):
            painter.setPen(QColor(color))
            painter.drawText(row, flags | Qt.AlignmentFlag.AlignRight, name)
            width = painter.fontMetrics().horizontalAdvance(name)
            y = row.center().y() + 0.5
            right = row.right() - width - 6
            painter.setPen(QPen(QColor(color), 2))
            painter.drawLine(QPointF(right - 14, y), QPointF(right, y))
            row.setRight(right - 14 - 16)

    def _spoken(self) -> str:
        if not self.validation:
            return tr("No epoch is finished yet.")
        last = self.validation[-1]
        return tr(
            "Validation after epoch {epoch}: {value} nats per image.",
            epoch=number(last.epoch, ".0f"),
            value=number(last.value, ".1f"),
        )


def _paint_dot(painter: QPainter, at: QPointF, plot: QRectF) -> None:
    if plot.top() <= at.y() <= plot.bottom():
        painter.drawEllipse(at, 5, 5)
        return
    # Beyond the range: an arrow at the edge says where the value is.
    edge, way = (plot.top(), 1) if at.y() < plot.top() else (plot.bottom(), -1)
    sides = (QPointF(at.x() + d, edge + way * 9) for d in (-6, 6))
    painter.drawPolygon(QPolygonF([QPointF(at.x(), edge), *sides]))


def _between(points: Sequence[Progressed], term: str) -> list[ChartPoint]:
    """Mean loss of the batches since the point before, from the epoch's running means.

    The running mean itself drags each epoch's start along and jumps where an epoch ends.
    """
    drawn: list[ChartPoint] = []
    before: Progressed | None = None
    for point in points:
        mean, start = getattr(point.train, term), 0
        if before is not None and before.epoch == point.epoch:
            start = before.batch
        if point.batch - start < MIN_STEP_SHARE * point.batches:
            continue
        if start and before is not None:
            earlier = getattr(before.train, term)
            mean = (mean * point.batch - earlier * start) / (point.batch - start)
        middle = (start + point.batch) / 2 / max(1, point.batches)
        drawn.append(ChartPoint(point.epoch - 1 + middle, mean))
        before = point
    return drawn
