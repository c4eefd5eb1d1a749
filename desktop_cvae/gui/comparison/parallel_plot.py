"""Trainings of a sweep as lines over parallel axes: pointed at, narrowed down, chosen.

Painted by hand, because it follows the pointer. Mouse and keys do the same: an axis takes a
range, and what lies outside of it fades.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontDatabase,
    QFontMetrics,
    QKeyEvent,
    QLinearGradient,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop_cvae.core.language import mark, tr
from desktop_cvae.evaluation.sweep_axes import SweepAxis
from desktop_cvae.evaluation.sweep_table import METRIC_TITLES
from desktop_cvae.gui.accessibility import Part
from desktop_cvae.gui.theme import SPACING, current_theme, tabular_font

SIDE_PX, TOP_PX, BOTTOM_PX = 56, 34, 14
GRAB_PX = 12
"""So near to an axis a drag takes a range of it."""
NEAR_PX = 8
LEAST_RANGE = 0.02
"""A drag over less of an axis was a click, which takes the range away."""
NOTHING = mark("As soon as the first training is done, its settings and results stand here.")
TIP = mark(
    "A line a training, a stronger colour a better one; on the axes of results, better is higher. "
    "Drag along an axis to look at a range of it, click it to look at all again. Keys: up and down "
    "go through the trainings, left and right choose an axis, with Shift up and down narrow its "
    "range, Backspace takes that away."
)
Range = tuple[float, float]


def mixed(weak: QColor, strong: QColor, share: float) -> QColor:
    """A colour between two."""
    pairs = zip(weak.getRgb()[:3], strong.getRgb()[:3], strict=True)  # type: ignore[index]
    return QColor(*(round(a + share * (b - a)) for a, b in pairs))


class ParallelPlot(QWidget):
    """The lines of all trainings.

    Signals:
        pointed(int | None): the training under the pointer, by its place.
        chosen(int): one was clicked, or walked to by the keys.
        ranges_changed: other trainings lie within the ranges.
    """

    pointed = Signal(object)
    chosen = Signal(int)
    ranges_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.axes: tuple[SweepAxis, ...] = ()
        self.ranges: dict[str, Range] = {}
        self.pointed_at: int | None = None
        self.current: int | None = None
        self.axis_at = 0
        self.empty_text = tr(NOTHING)
        self.empty_lines = ""
        """What stands here without axes, and lines of a file below it."""
        self._names: tuple[str, ...] = ()
        self._order: tuple[int, ...] = ()
        self._strengths: tuple[float | None, ...] = ()
        self._colored_by = ""
        self._drag: tuple[str, float] | None = None
        self.setFont(tabular_font(self.font()))
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("Trainings in parallel coordinates"))
        self.setAccessibleDescription(tr(TIP))

    def set_trainings(
        self, axes: Sequence[SweepAxis], names: Sequence[str], order: Sequence[int], by: str
    ) -> None:
        """Show trainings.

        Args:
            axes: over all of them.
            names: theirs.
            order: their places, the best first.
            by: the metric that colours the lines.
        """
        self.axes, self._names, self._order = tuple(axes), tuple(names), tuple(order)
        self._colored_by = by
        places = next((axis.places for axis in axes if axis.name == by), (None,) * len(names))
        self._strengths = places
        known = {axis.name for axis in axes}
        self.ranges = {name: ends for name, ends in self.ranges.items() if name in known}
        self.axis_at = min(self.axis_at, max(0, len(self.axes) - 1))
        if self.current is not None and self.current >= len(names):
            self.current = None
        self._point_at(None)
        self.update()

    def is_within(self, at: int) -> bool:
        """True if a training lies in the range of every axis that has one."""
        for axis in self.axes:
            ends, place = self.ranges.get(axis.name), axis.places[at]
            if ends is not None and (place is None or not ends[0] <= place <= ends[1]):
                return False
        return True

    def set_range(self, name: str, ends: Range | None) -> None:
        """Look at a part of an axis; None looks at all of it."""
        if ends is None:
            self.ranges.pop(name, None)
        else:
            self.ranges[name] = (max(0.0, min(ends)), min(1.0, max(ends)))
        self.ranges_changed.emit()
        self.update()

    def choose(self, at: int | None) -> None:
        """Set a training off from the others."""
        if at != self.current:
            self.current = at
            self.update()

    def told_parts(self) -> list[Part]:
        """Each training with its values, the best first."""
        return [
            Part(self.sentence(at), self._box(at), at == self.current)
            for at in self._order
            if self.is_within(at)
        ]

    def sentence(self, at: int) -> str:
        """A training's name and its values."""
        values = (f"{axis_title(axis)} {axis.texts[at]}" for axis in self.axes)
        return f"{self._names[at]}: {', '.join(values)}"

    def sizeHint(self) -> QSize:
        """Wide."""
        return QSize(860, 300)

    def minimumSizeHint(self) -> QSize:
        """Room for a few axes."""
        return QSize(280, 150)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a range on an axis, or choose the line."""
        place = event.position()
        near = self._axis_near(place.x())
        if near is not None:
            self.axis_at = near
            self._drag = (self.axes[near].name, self._share(place.y()))
            self.update()
        elif self.pointed_at is not None:
            self._choose(self.pointed_at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw the range along, or point at the nearest line."""
        place = event.position()
        if self._drag is not None:
            name, start = self._drag
            end = self._share(place.y())
            if abs(end - start) >= LEAST_RANGE:
                self.set_range(name, (start, end))
            return
        on_axis = self._axis_near(place.x()) is not None
        shape = Qt.CursorShape.SizeVerCursor if on_axis else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)
        at = self._line_near(place)
        self._point_at(at)
        text = "" if at is None else self.sentence(at)
        QToolTip.showText(event.globalPosition().toPoint(), text, self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the range; a click takes it away."""
        if self._drag is not None:
            name, start = self._drag
            self._drag = None
            if abs(self._share(event.position().y()) - start) < LEAST_RANGE:
                self.set_range(name, None)

    def leaveEvent(self, event: QEvent) -> None:
        """Point at none."""
        self._point_at(None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The axis of the keys is seen."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """It is not."""
        super().focusOutEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Through the trainings, over the axes, and their ranges; other keys are the window's."""
        key, is_shifted = event.key(), event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        up = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(key))
        across = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(key))
        if not self.axes or (up is None and across is None and key != Qt.Key.Key_Backspace):
            super().keyPressEvent(event)
        elif across is not None:
            self.axis_at = min(max(0, self.axis_at + across), len(self.axes) - 1)
            self.update()
        elif up is None:
            self.set_range(self.axes[self.axis_at].name, None)
        elif is_shifted:
            self._narrow(from_below=up < 0)
        else:
            self._step(up)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Lines, the better ones above the others, then axes and ranges."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        if not self.axes:
            self._paint_empty(painter)
            painter.end()
            return
        inside = [at for at in reversed(self._order) if self.is_within(at)]
        for at in self._order:
            if at not in inside:
                self._paint_line(painter, at, QColor(current_theme().border), 1.0)
        for at in inside:
            self._paint_line(painter, at, self._color(at), 1.6)
        for marked in dict.fromkeys((self.current, self.pointed_at)):
            if marked is not None:
                self._paint_line(painter, marked, QColor(current_theme().surface), 6.0)
                self._paint_line(painter, marked, QColor(current_theme().text), 3.0)
        for at, axis in enumerate(self.axes):
            self._paint_axis(painter, at, axis)
        painter.end()

    def _paint_empty(self, painter: QPainter) -> None:
        middle = Qt.AlignmentFlag.AlignHCenter
        flags = Qt.AlignmentFlag.AlignTop | middle | Qt.TextFlag.TextWordWrap
        room = self.rect().adjusted(4 * SPACING, 0, -4 * SPACING, 0)
        text = painter.boundingRect(room, flags, self.empty_text)
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        lines = QFontMetrics(fixed).boundingRect(room, 0, self.empty_lines)
        gap = 2 * SPACING if self.empty_lines else 0
        text.moveTop(max(0, (self.height() - text.height() - gap - lines.height()) // 2))
        painter.setPen(QColor(current_theme().muted))
        painter.drawText(text, flags, self.empty_text)
        lines.moveTo((self.width() - lines.width()) // 2, text.bottom() + gap)
        painter.setFont(fixed)
        painter.setPen(QColor(current_theme().text))
        painter.drawText(lines, 0, self.empty_lines)

    def _color(self, at: int) -> QColor:
        theme, strength = current_theme(), self._strengths[at]
        weak = mixed(QColor(theme.surface), QColor(theme.muted), 0.6)
        return weak if strength is None else mixed(weak, QColor(theme.accent), strength)

    def _paint_line(self, painter: QPainter, at: int, color: QColor, width: float) -> None:
        style = Qt.PenStyle.DotLine if self._strengths[at] is None else Qt.PenStyle.SolidLine
        painter.setPen(QPen(color, width, style, Qt.PenCapStyle.RoundCap))
        painter.drawPolyline(QPolygonF(self._points(at)))

    def _paint_axis(self, painter: QPainter, at: int, axis: SweepAxis) -> None:
        theme, x = current_theme(), self._across(at)
        top, bottom = self._down(1.0), self._down(0.0)
        is_chosen = self.hasFocus() and at == self.axis_at
        room = self._spacing() - SPACING
        painter.setPen(QColor(theme.accent if is_chosen else theme.text))
        title = painter.fontMetrics().elidedText(
            axis_title(axis), Qt.TextElideMode.ElideRight, int(room)
        )
        box = self._kept_inside(QRectF(x - room / 2, 2, room, TOP_PX - 16), title)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, title)
        if axis.name == self._colored_by:
            shade = QLinearGradient(x, bottom, x, top)
            weak = mixed(QColor(theme.surface), QColor(theme.muted), 0.6)
            shade.setColorAt(0, weak)
            shade.setColorAt(1, QColor(theme.accent))
            painter.fillRect(QRectF(x - 2.5, top, 5, bottom - top), shade)
        else:
            painter.setPen(QPen(QColor(theme.accent if is_chosen else theme.control), 1.5))
            painter.drawLine(QPointF(x, top), QPointF(x, bottom))
        if axis.name in self.ranges:
            low, high = self.ranges[axis.name]
            band = QColor(theme.accent)
            painter.setPen(QPen(band, 1.5))
            band.setAlpha(60)
            painter.setBrush(band)
            painter.drawRoundedRect(
                QRectF(x - 7, self._down(high), 14, self._down(low) - self._down(high)), 3, 3
            )
            painter.setBrush(Qt.BrushStyle.NoBrush)
        self._paint_ticks(painter, x, axis)

    def _paint_ticks(self, painter: QPainter, x: float, axis: SweepAxis) -> None:
        theme, metrics = current_theme(), painter.fontMetrics()
        ground = QColor(theme.surface)
        ground.setAlpha(215)
        for place, text in axis.ticks:
            room = int(self._spacing() - 22)
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, room)
            width, height = metrics.horizontalAdvance(shown) + 6, metrics.height()
            y = self._down(place)
            left = x + 10 if x + 10 + width <= self.width() else x - 10 - width
            box = QRectF(left, y - height / 2, width, height)
            painter.fillRect(box, ground)
            painter.setPen(QColor(theme.muted))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, shown)

    def _kept_inside(self, box: QRectF, text: str) -> QRectF:
        width = self.fontMetrics().horizontalAdvance(text) + 4.0
        left = min(max(0.0, box.center().x() - width / 2), self.width() - width)
        return QRectF(left, box.top(), width, box.height())

    def _spacing(self) -> float:
        return (self.width() - 2 * SIDE_PX) / max(1, len(self.axes) - 1)

    def _across(self, at: int) -> float:
        if len(self.axes) == 1:
            return self.width() / 2
        return SIDE_PX + at * self._spacing()

    def _down(self, place: float) -> float:
        return self.height() - BOTTOM_PX - place * (self.height() - TOP_PX - BOTTOM_PX)

    def _share(self, y: float) -> float:
        share = (self.height() - BOTTOM_PX - y) / max(1, self.height() - TOP_PX - BOTTOM_PX)
        return min(max(share, 0.0), 1.0)

    def _points(self, at: int) -> list[QPointF]:
        return [
            QPointF(self._across(number), self._down(place))
            for number, axis in enumerate(self.axes)
            if (place := axis.places[at]) is not None
        ]

    def _box(self, at: int) -> QRect:
        return QPolygonF(self._points(at)).boundingRect().toAlignedRect()

    def _axis_near(self, x: float) -> int | None:
        near = [at for at in range(len(self.axes)) if abs(self._across(at) - x) <= GRAB_PX]
        return near[0] if near else None

    def _line_near(self, place: QPointF) -> int | None:
        found: tuple[float, int | None] = (NEAR_PX, None)
        for at in self._order:
            if self.is_within(at):
                points = self._points(at)
                for a, b in itertools.pairwise(points):
                    found = min(found, (_distance(place, a, b), at), key=lambda pair: pair[0])
        return found[1]

    def _point_at(self, at: int | None) -> None:
        if at != self.pointed_at:
            self.pointed_at = at
            self.pointed.emit(at)
            self.update()

    def _choose(self, at: int) -> None:
        self.choose(at)
        self.chosen.emit(at)

    def _step(self, way: int) -> None:
        shown = [at for at in self._order if self.is_within(at)]
        if shown:
            now = shown.index(self.current) + way if self.current in shown else 0
            self._choose(shown[min(max(0, now), len(shown) - 1)])

    def _narrow(self, *, from_below: bool) -> None:
        axis = self.axes[self.axis_at]
        low, high = self.ranges.get(axis.name, (0.0, 1.0))
        within = sorted({p for p in axis.places if p is not None and low <= p <= high})
        if len(within) > 1:
            ends = (within[1], high) if from_below else (low, within[-2])
            self.set_range(axis.name, ends)


def axis_title(axis: SweepAxis) -> str:
    """What stands over an axis."""
    from desktop_cvae.gui.comparison.comparison_panes import setting_name

    return tr(METRIC_TITLES[axis.name]) if axis.is_metric else setting_name(axis.name)


def _distance(place: QPointF, a: QPointF, b: QPointF) -> float:
    """From a point to a part of a line, in pixels."""
    along, to = b - a, place - a
    length = along.x() ** 2 + along.y() ** 2
    share = (to.x() * along.x() + to.y() * along.y()) / length if length else 0.0
    nearest = a + along * min(max(share, 0.0), 1.0)
    return math.hypot(place.x() - nearest.x(), place.y() - nearest.y())
