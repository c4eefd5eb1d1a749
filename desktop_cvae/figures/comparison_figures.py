"""What pictures of several models share: their size, the models' names, the labels' legend."""

from __future__ import annotations

from collections.abc import Sequence

from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from desktop_cvae.figures.palette import LABEL_COLORS, model_color
from desktop_cvae.figures.plot_style import DPI, PlotStyle, add_text, figure_size

MAX_NAME = 24
"""Characters of a model's name above a picture."""
MAX_NAME_BESIDE = 16
"""Characters of a model's name beside a line or a row."""


def new_figure(width_px: float, height_px: float) -> Figure:
    """An empty figure, not known to pyplot."""
    return Figure(figsize=(width_px / DPI, height_px / DPI), dpi=DPI)


def short_name(name: str, limit: int = MAX_NAME) -> str:
    """A name cut in its middle, where names of runs are alike."""
    if len(name) <= limit:
        return name
    head = (limit - 1) // 2
    return f"{name[:head]}…{name[-(limit - 1 - head) :]}"


def model_title(
    figure: Figure,
    place: tuple[float, float],
    name: str,
    index: int,
    style: PlotStyle,
    va: str = "baseline",
) -> None:
    """A model's name after a dot in its colour.

    Args:
        figure: where.
        place: of the dot's left edge, in logical pixels from the figure's top left corner.
        name: is cut if it is long.
        index: the model's place among those compared, which chooses the colour.
        style: colours and type.
        va: matplotlib's vertical alignment; ``"center_baseline"`` for names beside rows and lines.
    """
    dot_up = 0.0 if va == "center_baseline" else style.text_px * 0.34
    dot(figure, (place[0] + 5, place[1] - dot_up), model_color(index))
    font = style.font(style.text_px)
    shown = short_name(name, MAX_NAME_BESIDE if va == "center_baseline" else MAX_NAME)
    add_text(figure, (place[0] + 14, place[1]), shown, font, color=style.theme.text, va=va)


def dot(figure: Figure, place: tuple[float, float], color: str) -> None:
    """A dot in a colour; place in logical pixels from the figure's top left corner."""
    width, height = figure_size(figure)
    x, y = [place[0] / width], [1.0 - place[1] / height]
    marker = Line2D(
        x, y, marker="o", markersize=7, color=color, markeredgewidth=0, linestyle="none"
    )
    marker.set_transform(figure.transFigure)
    figure.add_artist(marker)


def label_legend(figure: Figure, names: Sequence[str], top: float, style: PlotStyle) -> None:
    """Dots in the labels' colours with the labels' names beside them, in one row.

    Args:
        figure: where.
        names: of the labels, by index; those that do not fit are left out.
        top: of the row, in logical pixels from the figure's top.
        style: colours and type.
    """
    width, _ = figure_size(figure)
    left = 46.0
    for index, name in enumerate(names):
        needed = 26.0 + style.text_px * 0.62 * len(name)
        if left + needed > width:
            return
        dot(figure, (left, top + 10), LABEL_COLORS[index % len(LABEL_COLORS)])
        place = (left + 9, top + 10)
        font = style.font(style.text_px)
        add_text(figure, place, name, font, color=style.theme.text, va="center_baseline")
        left += needed
