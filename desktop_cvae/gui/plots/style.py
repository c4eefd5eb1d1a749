"""How matplotlib draws here: the theme's colours, the window's type, few thin lines.

Every artist is styled by itself; matplotlib's global settings stay as they are.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from matplotlib import font_manager
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from PySide6.QtGui import QFont, QFontInfo

from desktop_cvae.gui.theme import Theme

DPI = 72
"""So that a point is a logical pixel, as in Qt's stylesheets."""

HAIR_PX = 1.0
FALLBACK_FAMILY = "DejaVu Sans"
"""Comes with matplotlib."""


@dataclass(frozen=True)
class Margins:
    """Room around the axes in logical pixels."""

    left: float
    right: float
    top: float
    bottom: float


@dataclass(frozen=True)
class PlotStyle:
    """What a plot needs to look like the window.

    Attributes:
        theme: the colours.
        family: a font that matplotlib has too.
        text_px: size of axis titles and labels in lines.
        tick_px: size of the numbers at the axes.
    """

    theme: Theme
    family: str
    text_px: float
    tick_px: float

    def font(self, size_px: float) -> FontProperties:
        """The font in a size."""
        return FontProperties(family=self.family, size=size_px)


def plot_style(theme: Theme, font: QFont) -> PlotStyle:
    """The style that goes with a widget's font."""
    info = QFontInfo(font)
    family = info.family() if info.family() in _known_families() else FALLBACK_FAMILY
    return PlotStyle(theme, family, info.pixelSize(), info.pixelSize() - 1)


def add_axes(figure: Figure, style: PlotStyle, margins: Margins) -> Any:
    """Axes without a box; numbers at the left and below, no tick marks.

    Args:
        figure: its size in inches times ``DPI`` is in logical pixels.
        style: colours and type.
        margins: room for numbers and titles.
    """
    figure.set_facecolor(style.theme.surface)
    width, height = (max(1.0, inches * DPI) for inches in figure.get_size_inches())
    across = max(10.0, width - margins.left - margins.right) / width
    up = max(10.0, height - margins.top - margins.bottom) / height
    axes = figure.add_axes((margins.left / width, margins.bottom / height, across, up))
    axes.set_facecolor(style.theme.surface)
    axes.set_axisbelow(True)
    for spine in axes.spines.values():
        spine.set_visible(False)
    axes.tick_params(length=0, pad=6, labelcolor=style.theme.muted)
    return axes


def style_numbers(axes: Any, style: PlotStyle) -> None:
    """Set the numbers in the window's type; call when the locators are in place."""
    for axis in (axes.xaxis, axes.yaxis):
        axis.set_tick_params(labelsize=style.tick_px, labelfontfamily=style.family)


@lru_cache(maxsize=1)
def _known_families() -> frozenset[str]:
    return frozenset(entry.name for entry in font_manager.fontManager.ttflist)
