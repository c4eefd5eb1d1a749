"""Parallel coordinates: the trainings of a sweep as lines over its axes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from matplotlib.artist import Artist
from matplotlib.collections import LineCollection
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import FancyBboxPatch

from desktop_cvae.evaluation.sweep_axes import SweepAxis
from desktop_cvae.figures.comparison_figures import canvas_axes
from desktop_cvae.figures.plot_style import PlotStyle, Point, elided, figure_size, text_width

AXIS_PX, HEIGHT_PX = 150.0, 380.0
SIDE_PX, TOP_PX, BOTTOM_PX = 56.0, 34.0, 14.0
MIXED = 0.6
"""Share of the muted colour in the line of the weakest training."""
Range = tuple[float, float]


@dataclass(frozen=True, eq=False)
class ParallelLines:
    """The trainings and axes that are shown.

    Attributes:
        axes: settings and metrics, over all trainings.
        titles: of the axes.
        order: the trainings' indices, the best first.
        colored_by: name of the axis that colours the lines.
        ranges: for axes of which a part is looked at; lines outside of it fade.
    """

    axes: tuple[SweepAxis, ...] = ()
    titles: tuple[str, ...] = ()
    order: tuple[int, ...] = ()
    colored_by: str = ""
    ranges: Mapping[str, Range] = field(default_factory=dict)

    def strength(self, at: int) -> float | None:
        """Return how good a training is, in [0, 1]; None where unknown."""
        found = (axis.positions[at] for axis in self.axes if axis.name == self.colored_by)
        return next(found, None)

    def is_within(self, at: int) -> bool:
        """Return True if a training lies in the range of every axis that has one."""
        for axis in self.axes:
            ends, place = self.ranges.get(axis.name), axis.positions[at]
            if ends is not None and (place is None or not ends[0] <= place <= ends[1]):
                return False
        return True


@dataclass(frozen=True)
class ParallelLayout:
    """Layout of the axes, in logical pixels from the top left corner.

    Attributes:
        width, height: of the whole.
        count: of axes.
    """

    width: float
    height: float
    count: int

    @property
    def spacing(self) -> float:
        """Distance of two axes."""
        return (self.width - 2 * SIDE_PX) / max(1, self.count - 1)

    def x(self, at: int) -> float:
        """Return the x coordinate of an axis."""
        return self.width / 2 if self.count == 1 else SIDE_PX + at * self.spacing

    def y(self, place: float) -> float:
        """Return the y coordinate of a value on an axis, 0 at the bottom and 1 at the top."""
        return self.height - BOTTOM_PX - place * (self.height - TOP_PX - BOTTOM_PX)

    def place(self, y: float) -> float:
        """Return the value on an axis, in [0, 1], that is nearest to a y coordinate."""
        place = (self.height - BOTTOM_PX - y) / max(1.0, self.height - TOP_PX - BOTTOM_PX)
        return min(max(place, 0.0), 1.0)

    def points(self, axes: Sequence[SweepAxis], at: int) -> list[Point]:
        """Return the corners of a training's line."""
        return [
            (self.x(number), self.y(place))
            for number, axis in enumerate(axes)
            if (place := axis.positions[at]) is not None
        ]


def parallel_size(count: int) -> Point:
    """Return width and height, in logical pixels, of a file with ``count`` axes."""
    return max(3, count) * AXIS_PX, HEIGHT_PX


class ParallelFigure:
    """The lines of all trainings on a figure.

    Args:
        figure: empty, of its final size.
        lines: what is shown, one axis at least.
        style: colours and type.
        axis_at: the axis that the keyboard stands on, or None.

    Attributes:
        moving: animated artists for the trainings that stand out.
    """

    def __init__(
        self, figure: Figure, lines: ParallelLines, style: PlotStyle, axis_at: int | None = None
    ) -> None:
        figure.set_facecolor(style.theme.surface)
        self._lines, self._style = lines, style
        self._layout = ParallelLayout(*figure_size(figure), len(lines.axes))
        self._plot, theme = canvas_axes(figure), style.theme
        between = LinearSegmentedColormap.from_list("weak", [theme.surface, theme.muted])
        weak: Any = between(MIXED)
        self._shades: Any = LinearSegmentedColormap.from_list("better", [weak, theme.accent])
        self._draw_lines()
        for at in range(len(lines.axes)):
            self._draw_axis(at, is_chosen=at == axis_at)
        look: dict[str, Any] = {"solid_capstyle": "round", "animated": True, "zorder": 6}
        self._marks: list[tuple[Line2D, Line2D]] = []
        for _ in range(2):
            (below,) = self._plot.plot([], [], color=theme.surface, linewidth=6, **look)
            (above,) = self._plot.plot([], [], color=theme.text, linewidth=3, **look)
            self._marks.append((below, above))
        self.moving: list[Artist] = [line for pair in self._marks for line in pair]

    def mark(self, trainings: Sequence[int | None]) -> None:
        """Set at most two trainings off from the others."""
        for index, pair in enumerate(self._marks):
            at = trainings[index] if index < len(trainings) else None
            points = [] if at is None else self._layout.points(self._lines.axes, at)
            for line in pair:
                line.set_data(*np.array(points, float).reshape(-1, 2).T)

    def _draw_lines(self) -> None:
        """Draw the better ones above the others, and those that fade below all."""
        lines, theme = self._lines, self._style.theme
        worst_first = lines.order[::-1]
        order = sorted(worst_first, key=lines.is_within)
        colors, widths, dashes = [], [], []
        for at in order:
            strength, is_shown = lines.strength(at), lines.is_within(at)
            colors.append(self._shades(strength or 0.0) if is_shown else theme.border)
            widths.append(1.6 if is_shown else 1.0)
            dashes.append(":" if strength is None else "-")
        paths = [self._layout.points(lines.axes, at) for at in order]
        look = {"colors": colors, "linewidths": widths, "linestyles": dashes}
        self._plot.add_collection(LineCollection(paths, capstyle="round", zorder=2, **look))

    def _draw_axis(self, at: int, *, is_chosen: bool) -> None:
        layout, theme, axis = self._layout, self._style.theme, self._lines.axes[at]
        x, top, bottom = layout.x(at), layout.y(1.0), layout.y(0.0)
        if axis.name == self._lines.colored_by:
            shades = np.linspace(1, 0, 64)[:, np.newaxis]
            extent = (x - 2.5, x + 2.5, bottom, top)
            self._plot.imshow(
                shades, cmap=self._shades, extent=extent, aspect="auto", zorder=3, vmin=0, vmax=1
            )
        else:
            color = theme.accent if is_chosen else theme.muted
            self._plot.plot([x, x], [bottom, top], color=color, linewidth=1.5, zorder=3)
        if axis.name in self._lines.ranges:
            low, high = (layout.y(end) for end in self._lines.ranges[axis.name])
            band = FancyBboxPatch((x - 7, high), 14, low - high, "round,pad=0,rounding_size=3")
            band.set(facecolor=(theme.accent, 0.24), edgecolor=theme.accent, linewidth=1.5)
            band.set_zorder(4)
            self._plot.add_patch(band)
        self._draw_title(at, theme.accent if is_chosen else theme.text)
        self._draw_ticks(x, axis)

    def _draw_title(self, at: int, color: str) -> None:
        layout, font = self._layout, self._style.font(self._style.text_px)
        title = elided(self._lines.titles[at], font, layout.spacing - 8)
        half = text_width(title, font) / 2 + 2
        x = min(max(layout.x(at), half), layout.width - half)
        look: dict[str, Any] = {"ha": "center", "va": "center_baseline", "parse_math": False}
        self._plot.text(x, TOP_PX / 2 - 5, title, color=color, fontproperties=font, **look)

    def _draw_ticks(self, x: float, axis: SweepAxis) -> None:
        style, layout = self._style, self._layout
        font = style.font(style.tick_px)
        ground = {"facecolor": style.theme.surface, "alpha": 0.84, "pad": 1.5, "linewidth": 0}
        for place, text in axis.ticks:
            shown = elided(text, font, layout.spacing - 22)
            is_right = x + 16 + text_width(shown, font) <= layout.width
            self._plot.text(
                x + 12 if is_right else x - 12,
                layout.y(place),
                shown,
                ha="left" if is_right else "right",
                va="center_baseline",
                color=style.theme.muted,
                fontproperties=font,
                bbox=ground,
                parse_math=False,
                zorder=5,
            )
