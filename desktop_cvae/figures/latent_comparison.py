"""The latent spaces of several models side by side."""

from __future__ import annotations

import math
from collections.abc import Sequence

from matplotlib.figure import Figure

from desktop_cvae.core.results import LatentMap
from desktop_cvae.figures.comparison_figures import model_title
from desktop_cvae.figures.latent_figure import draw_latent_map
from desktop_cvae.figures.plot_style import Area, PlotStyle, whole

TITLE_PX = 26.0
MAP_SHAPE = 1.25
"""A map is at most so much higher than wide: the clouds are round."""


def draw_latent_maps(
    figure: Figure,
    maps: Sequence[tuple[str, LatentMap]],
    style: PlotStyle,
    below_px: float = 0.0,
) -> None:
    """Latent maps side by side, each under its model's name, at most three a row.

    Args:
        figure: empty, of its final size.
        maps: name and map of each model, one at least.
        style: colours and type.
        below_px: room to leave below them, for a legend.
    """
    columns = min(len(maps), 3)
    rows = math.ceil(len(maps) / columns)
    full = whole(figure)
    width, height = full.width / columns, (full.height - below_px) / rows
    height = min(height, MAP_SHAPE * width)
    for index, (name, latent_map) in enumerate(maps):
        row, column = divmod(index, columns)
        left, top = column * width, row * height
        area = Area(left, top + TITLE_PX, width, height - TITLE_PX)
        draw_latent_map(figure, latent_map, style, None, area)
        model_title(figure, (left + 46, top + TITLE_PX - 4), name, index, style)
