"""Trainings of a sweep as lines over parallel axes: pointed at, narrowed down, chosen.

Mouse and keys do the same. They set the range of an axis; trainings outside of it fade.

Tested in tests/gui/comparison/test_sweep_dialog.py.
"""

from __future__ import annotations

import dataclasses
import itertools
import math
from collections.abc import Iterable, Sequence

from matplotlib.artist import Artist
from matplotlib.figure import Figure
from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPolygonF
from PySide6.QtWidgets import QToolTip, QWidget

from desktop_cvae.core.language import mark, tr
from desktop_cvae.evaluation.sweep_axes import SweepAxis
from desktop_cvae.figures.parallel_coordinates import (
    ParallelFigure,
    ParallelLayout,
    ParallelLines,
    Range,
)
from desktop_cvae.figures.plot_style import PlotStyle, add_message
from desktop_cvae.gui.accessibility import Part
from desktop_cvae.gui.plots.plot_canvas import PlotCanvas

GRAB_PX = 12
"""A drag that begins at most this far from an axis sets its range."""
NEAR_PX = 8
LEAST_RANGE = 0.02
"""A drag over a smaller part of an axis is a click, which removes the range."""
NOTHING = mark("The first finished training appears here, with its settings and results.")
TIP = mark(
    "Each line is a training: the stronger its colour, the better; on the axes of results, "
    "better is higher. Drag along an axis to keep only a range of it, and click it to keep "
    "everything again. Keys: Up and Down select a training, Left and Right an axis, Shift+Up and "
    "Shift+Down narrow the axis's range, and Backspace clears it."
)


class ParallelPlot(PlotCanvas):
    """The lines of all trainings.

    Attributes:
        lines: what is shown.
        pointed_at: index of the training under the pointer, or None.
        current: index of the chosen training, or None.
        empty_text: shown while there are no axes.

    Signals:
        pointed(int | None): another training is under the pointer.
        chosen(int): one was clicked, or walked to by the keys.
        ranges_changed: other trainings lie within the ranges.
    """

    pointed = Signal(object)
    chosen = Signal(int)
    ranges_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = ParallelLines()
        self.pointed_at: int | None = None
        self.current: int | None = None
        self.empty_text = tr(NOTHING)
        self._names: tuple[str, ...] = ()
        self._axis_at = 0
        self._plot: ParallelFigure | None = None
        self._drag: tuple[str, float] | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Trainings in parallel coordinates"))
        self.setAccessibleDescription(tr(TIP))

    @property
    def axes(self) -> tuple[SweepAxis, ...]:
        return self.lines.axes

    @property
    def layout_of_axes(self) -> ParallelLayout:
        """Positions of the axes on the widget."""
        return ParallelLayout(self.width(), self.height(), len(self.axes))

    def set_trainings(self, lines: ParallelLines, names: Sequence[str]) -> None:
        """Show trainings; ranges of axes that are still there stay."""
        known = {axis.name for axis in lines.axes}
        ranges = {name: ends for name, ends in self.lines.ranges.items() if name in known}
        self.lines, self._names = dataclasses.replace(lines, ranges=ranges), tuple(names)
        self._axis_at = min(self._axis_at, max(0, len(lines.axes) - 1))
        if self.current is not None and self.current >= len(names):
            self.current = None
        self._point_at(None)
        self.recompose()

    def clear_ranges(self) -> None:
        """Remove all ranges, without a signal."""
        self.lines = dataclasses.replace(self.lines, ranges={})
        self.recompose()

    def set_range(self, name: str, ends: Range | None) -> None:
        """Set the range of an axis; None removes it."""
        ranges = {key: value for key, value in self.lines.ranges.items() if key != name}
        if ends is not None:
            ranges[name] = (max(0.0, min(ends)), min(1.0, max(ends)))
        self.lines = dataclasses.replace(self.lines, ranges=ranges)
        self.ranges_changed.emit()
        self.recompose()

    def choose(self, at: int | None) -> None:
        """Highlight a training, or none."""
        if at != self.current:
            self.current = at
            self.refresh()

    def told_parts(self) -> list[Part]:
        """Return each training with its values for screen readers, the best first."""
        return [Part(self.sentence(at), self._box(at), at == self.current) for at in self._shown()]

    def sentence(self, at: int) -> str:
        """Return a training's name and its values."""
        pairs = zip(self.lines.titles, self.axes, strict=True)
        values = (f"{title} {axis.texts[at]}" for title, axis in pairs)
        return f"{self._names[at]}: {', '.join(values)}"

    def compose(self, figure: Figure, style: PlotStyle) -> None:
        if self.axes:
            axis_at = self._axis_at if self.hasFocus() else None
            self._plot = ParallelFigure(figure, self.lines, style, axis_at)
        else:
            self._plot = None
            add_message(figure, self.empty_text, style)

    def moving(self) -> Iterable[Artist]:
        if self._plot is None:
            return ()
        self._plot.mark(list(dict.fromkeys((self.current, self.pointed_at))))
        return self._plot.moving

    def sizeHint(self) -> QSize:
        return QSize(860, 300)

    def minimumSizeHint(self) -> QSize:
        return QSize(280, 150)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a range on an axis, or choose the line."""
        point = event.position()
        near = self._axis_near(point.x())
        if near is not None:
            self._axis_at = near
            self._drag = (self.axes[near].name, self.layout_of_axes.place(point.y()))
            self.recompose()
        elif self.pointed_at is not None:
            self._choose(self.pointed_at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Extend the range, or point at the nearest line."""
        point = event.position()
        if self._drag is not None:
            name, start = self._drag
            end = self.layout_of_axes.place(point.y())
            if abs(end - start) >= LEAST_RANGE:
                self.set_range(name, (start, end))
            return
        on_axis = self._axis_near(point.x()) is not None
        self.setCursor(Qt.CursorShape.SizeVerCursor if on_axis else Qt.CursorShape.ArrowCursor)
        at = self._line_near(point)
        self._point_at(at)
        text = "" if at is None else self.sentence(at)
        QToolTip.showText(event.globalPosition().toPoint(), text, self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the range; a click removes it."""
        if self._drag is not None:
            name, start = self._drag
            self._drag = None
            if abs(self.layout_of_axes.place(event.position().y()) - start) < LEAST_RANGE:
                self.set_range(name, None)

    def leaveEvent(self, event: QEvent) -> None:
        self._point_at(None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.recompose()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.recompose()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go through the trainings, over the axes and their ranges; other keys are the window's."""
        key, is_shifted = event.key(), event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        up = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(key))
        across = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(key))
        if not self.axes or (up is None and across is None and key != Qt.Key.Key_Backspace):
            super().keyPressEvent(event)
        elif across is not None:
            self._axis_at = min(max(0, self._axis_at + across), len(self.axes) - 1)
            self.recompose()
        elif up is None:
            self.set_range(self.axes[self._axis_at].name, None)
        elif is_shifted:
            self._narrow(from_below=up < 0)
        else:
            self._step(up)

    def _shown(self) -> list[int]:
        return [at for at in self.lines.order if self.lines.is_within(at)]

    def _box(self, at: int) -> QRect:
        points = [QPointF(*point) for point in self.layout_of_axes.points(self.axes, at)]
        return QPolygonF(points).boundingRect().toAlignedRect()

    def _axis_near(self, x: float) -> int | None:
        layout = self.layout_of_axes
        near = (at for at in range(len(self.axes)) if abs(layout.x(at) - x) <= GRAB_PX)
        return next(near, None)

    def _line_near(self, point: QPointF) -> int | None:
        layout = self.layout_of_axes
        found: tuple[float, int | None] = (NEAR_PX, None)
        for at in self._shown():
            for a, b in itertools.pairwise(layout.points(self.axes, at)):
                distance = _distance(point, QPointF(*a), QPointF(*b))
                found = min(found, (distance, at), key=lambda pair: pair[0])
        return found[1]

    def _point_at(self, at: int | None) -> None:
        if at != self.pointed_at:
            self.pointed_at = at
            self.pointed.emit(at)
            self.refresh()

    def _choose(self, at: int) -> None:
        self.choose(at)
        self.chosen.emit(at)

    def _step(self, way: int) -> None:
        shown = self._shown()
        if shown:
            now = shown.index(self.current) + way if self.current in shown else 0
            self._choose(shown[min(max(0, now), len(shown) - 1)])

    def _narrow(self, *, from_below: bool) -> None:
        axis = self.axes[self._axis_at]
        low, high = self.lines.ranges.get(axis.name, (0.0, 1.0))
        within = sorted({p for p in axis.positions if p is not None and low <= p <= high})
        if len(within) > 1:
            ends = (within[1], high) if from_below else (low, within[-2])
            self.set_range(axis.name, ends)


def _distance(point: QPointF, a: QPointF, b: QPointF) -> float:
    """Return the distance of a point from the line from ``a`` to ``b``, in pixels."""
    along, to = b - a, point - a
    length = along.x() ** 2 + along.y() ** 2
    part = QPointF.dotProduct(to, along) / length if length else 0.0
    nearest = a + along * min(max(part, 0.0), 1.0)
    return math.hypot(point.x() - nearest.x(), point.y() - nearest.y())
