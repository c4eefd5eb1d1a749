"""The window's type and colours for the drawings of ``figures``."""

from __future__ import annotations

from functools import lru_cache

from matplotlib import font_manager
from PySide6.QtGui import QFont, QFontInfo

from desktop_cvae.figures.plot_style import FALLBACK_FAMILY, PlotStyle
from desktop_cvae.gui.theme import Theme


def plot_style(theme: Theme, font: QFont) -> PlotStyle:
    """The style that goes with a widget's font."""
    info = QFontInfo(font)
    family = info.family() if info.family() in _known_families() else FALLBACK_FAMILY
    return PlotStyle(theme, family, info.pixelSize(), info.pixelSize() - 1)


@lru_cache(maxsize=1)
def _known_families() -> frozenset[str]:
    return frozenset(entry.name for entry in font_manager.fontManager.ttflist)
