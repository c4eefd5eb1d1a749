"""Colours as figures see them; plain data, without Qt and matplotlib."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np

from desktop_cvae.core.results import FloatArray

LABEL_COLORS = (
    "#3f90da",
    "#ffa90e",
    "#bd1f01",
    "#94a4a2",
    "#832db6",
    "#a96b59",
    "#e76300",
    "#b9ac70",
    "#717581",
    "#92dadd",
)
"""Matplotlib's petroff10 cycle, told apart by colour-blind readers too (Petroff 2021,
arXiv:2107.02270). Always shown with the label beside it."""

_MODEL_ORDER = (0, 1, 2, 4, 5, 9, 6, 8, 7, 3)
"""Order of the colours for models: strongest contrasts first, since models are few."""


class Palette(Protocol):
    """The colours that figures use, each as ``#rrggbb``; see ``gui.theme.Theme``."""

    @property
    def surface(self) -> str:
        """Background."""
        ...

    @property
    def border(self) -> str:
        """Hair lines."""
        ...

    @property
    def text(self) -> str:
        """Main text."""
        ...

    @property
    def muted(self) -> str:
        """Secondary text."""
        ...

    @property
    def accent(self) -> str:
        """Highlights and the main curve."""
        ...

    @property
    def paper(self) -> str:
        """An image's 0."""
        ...

    @property
    def ink(self) -> str:
        """An image's 1."""
        ...

    @property
    def raised(self) -> str:
        """Tracks under bars."""
        ...

    @property
    def too_much(self) -> str:
        """Where a reconstruction has ink that the input lacks."""
        ...

    @property
    def too_little(self) -> str:
        """Where it lacks ink that the input has."""
        ...

    @property
    def foreign(self) -> str:
        """Foreign ink, which is not the digit's."""
        ...


@dataclass(frozen=True)
class PagePalette:
    """The light theme's colours, for files; see :class:`Palette`."""

    surface: str = "#ffffff"
    border: str = "#dde1e6"
    text: str = "#1b2330"
    muted: str = "#5c6878"
    accent: str = "#2563c9"
    paper: str = "#fcfbf8"
    ink: str = "#171c26"
    raised: str = "#f3f4f6"
    too_much: str = "#c8402f"
    too_little: str = "#2563c9"
    foreign: str = "#0b857a"


FOREIGN_ON_PAPER, FOREIGN_ON_INK = 0.3, 0.85
"""Tint of foreign pixels; weaker on foreign paper, as behind a missing piece."""


def foreign_tint(image: FloatArray, foreign: FloatArray) -> FloatArray:
    """Return how much each pixel takes on the colour of foreign ink, float32, (H, W), in [0, 1].

    Args:
        image: float32, (H, W), in [0, 1], 1 is ink.
        foreign: float32, (H, W), in [0, 1], as of ``core.results.Recognition``.
    """
    ink = np.clip(image, 0.0, 1.0)
    tint = foreign * (FOREIGN_ON_PAPER + (FOREIGN_ON_INK - FOREIGN_ON_PAPER) * ink)
    return np.asarray(tint, np.float32)


def model_color(index: int) -> str:
    """Return the colour of a model by its index in a comparison; colours repeat after ten."""
    return LABEL_COLORS[_MODEL_ORDER[index % len(_MODEL_ORDER)]]
