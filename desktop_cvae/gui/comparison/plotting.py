"""Draws the comparison's plots on the worker thread: values in, pixels out.

Matplotlib takes up to a tenth of a second for a plot, which the window must not wait for;
here it is imported and used beside it. Each figure belongs to one job, none to pyplot.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from desktop_cvae.core.results import FloatArray, LatentMap
from desktop_cvae.core.training_results import EpochRecord
from desktop_cvae.gui.theme import Theme

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from desktop_cvae.figures.plot_style import PlotStyle

LEGEND_PX = 30.0
MAX_POINTS = 1000
"""In a map a third of a dialog wide; while matplotlib's C draws points, Python waits for it."""
Draw = Callable[["Figure", "PlotStyle"], Any]
"""Fills an empty figure of the right size."""


@dataclass(frozen=True)
class Paper:
    """On what is drawn.

    Attributes:
        width: in logical pixels, > 0.
        height: the same.
        sharpness: pixels of the screen for each logical one.
        theme: the colours.
        family: the window's font.
        text_px: its size.
    """

    width: int
    height: int
    sharpness: float
    theme: Theme
    family: str
    text_px: int


def draw_picture(draw: Draw, paper: Paper) -> Any:
    """Draw; returns uint8, (H, W, 4), red, green, blue, alpha."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    from desktop_cvae.figures.plot_style import DPI, FALLBACK_FAMILY, PlotStyle

    figure = Figure(figsize=(paper.width / DPI, paper.height / DPI), dpi=DPI * paper.sharpness)
    canvas = FigureCanvasAgg(figure)
    family = paper.family if _is_known(paper.family) else FALLBACK_FAMILY
    draw(figure, PlotStyle(paper.theme, family, paper.text_px, paper.text_px - 1))
    canvas.draw()
    return np.array(canvas.buffer_rgba())


def digits_plot(originals: FloatArray, rows: Sequence[tuple[str, FloatArray]]) -> Draw:
    """The originals, (N, 28, 28), above each model's reconstructions."""

    def draw(figure: Figure, style: PlotStyle) -> None:
        from desktop_cvae.figures.reconstruction_rows import draw_reconstructions

        draw_reconstructions(figure, originals, rows, style)

    return draw


def maps_plot(maps: Sequence[tuple[str, LatentMap]], label_names: Sequence[str]) -> Draw:
    """Latent maps side by side over a legend of the labels."""

    def draw(figure: Figure, style: PlotStyle) -> None:
        from desktop_cvae.figures.comparison_figures import label_legend
        from desktop_cvae.figures.latent_comparison import draw_latent_maps
        from desktop_cvae.figures.plot_style import figure_size

        thin = [(name, _thinned(latent_map)) for name, latent_map in maps]
        draw_latent_maps(figure, thin, style, LEGEND_PX)
        label_legend(figure, label_names, figure_size(figure)[1] - LEGEND_PX + 4, style)

    return draw


def loss_plot(histories: Sequence[tuple[str, tuple[EpochRecord, ...]]]) -> Draw:
    """All losses over each other."""

    def draw(figure: Figure, style: PlotStyle) -> None:
        from desktop_cvae.figures.loss_comparison import draw_losses

        draw_losses(figure, histories, "total", style)

    return draw


def _thinned(latent_map: LatentMap) -> LatentMap:
    """The same map with at most ``MAX_POINTS`` of its points, in their order."""
    step = -(-len(latent_map.labels) // MAX_POINTS) or 1
    points, labels = latent_map.points[::step], latent_map.labels[::step]
    return dataclasses.replace(latent_map, points=points, labels=labels)


def _is_known(family: str) -> bool:
    from matplotlib import font_manager

    return any(entry.name == family for entry in font_manager.fontManager.ttflist)
