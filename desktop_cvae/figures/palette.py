"""Colours of window and figures, and of a digit's pixels; without Qt and matplotlib.

Tested in tests/figures/test_palette.py and tests/gui/test_drawing.py.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt

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

SOFTENED = 0.6
"""Exponent of a difference's tint: with a linear tint, small ones vanish on dark paper."""
CLEARLY = 0.15
"""Difference in ink, in [0, 1], from which on a pixel is also marked."""
CLEARLY_FOREIGN = 0.5
"""Probability from which on a foreign pixel is also marked."""
FOREIGN_ON_PAPER, FOREIGN_ON_INK = 0.3, 0.85
"""Tint of foreign pixels; weaker on foreign paper, as behind a missing piece."""

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
        """Colour of ink that a reconstruction has and the input lacks."""
        ...

    @property
    def too_little(self) -> str:
        """Colour of ink that it lacks and the input has."""
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


def foreign_tint(image: FloatArray, foreign: FloatArray) -> FloatArray:
    """Return how much each pixel takes on the colour of foreign ink, float32, (H, W), in [0, 1].

    Args:
        image: float32, (H, W), in [0, 1], 1 is ink.
        foreign: float32, (H, W), in [0, 1], as of ``core.results.Recognition``.
    """
    ink = np.clip(image, 0.0, 1.0)
    tint = foreign * (FOREIGN_ON_PAPER + (FOREIGN_ON_INK - FOREIGN_ON_PAPER) * ink)
    return np.asarray(tint, np.float32)


def digit_colors(
    image: FloatArray, foreign: FloatArray, colors: Callable[[str], FloatArray]
) -> FloatArray:
    """Colour a digit, with foreign ink in a colour of its own; return float32, (H, W, 3).

    Args:
        image: float32, (H, W), in [0, 1], 1 is ink.
        foreign: as in :func:`foreign_tint`.
        colors: gives a colour of :class:`Palette` by its name, float32, (3,).
    """
    paper, ink, other = (colors(name) for name in ("paper", "ink", "foreign"))
    plain = paper + np.clip(image, 0.0, 1.0)[..., np.newaxis] * (ink - paper)
    tinted = plain + foreign_tint(image, foreign)[..., np.newaxis] * (other - plain)
    return np.asarray(tinted, np.float32)


def difference_colors(
    image: FloatArray,
    original: FloatArray,
    foreign: FloatArray | None,
    colors: Callable[[str], FloatArray],
) -> FloatArray:
    """Colour how a picture differs: ``too_much`` and ``too_little`` ink over paper.

    Args:
        image: float32, (H, W), in [0, 1].
        original: the same.
        foreign: float32, (H, W), in [0, 1]: what is not the digit's has a colour of its own.
        colors: gives a colour of :class:`Palette` by its name, float32, (3,).

    Returns:
        float32, (H, W, 3), in the range of the colours.
    """
    signed = np.clip(image - original, -1.0, 1.0)[..., np.newaxis]
    paper = colors("paper")
    toward = np.where(signed > 0, colors("too_much"), colors("too_little"))
    if foreign is not None:
        toward = toward + foreign[..., np.newaxis] * (colors("foreign") - toward)
    return np.asarray(paper + np.abs(signed) ** SOFTENED * (toward - paper), np.float32)


def marked_pixels(
    image: FloatArray, original: FloatArray | None, foreign: FloatArray | None
) -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.bool_]]:
    """Return which pixels lack ink clearly, and which are clearly foreign: not by colour alone.

    Args:
        image: float32, (H, W), in [0, 1].
        original: the same, where the difference is shown; then foreign pixels must differ clearly.
        foreign: float32, (H, W), in [0, 1]; None for none.

    Returns:
        Two bool, (H, W); no pixel is in both.
    """
    is_missing = np.zeros(image.shape, bool)
    is_foreign = is_missing if foreign is None else foreign > CLEARLY_FOREIGN
    if original is not None:
        excess = image - original
        is_missing = (excess > CLEARLY) & ~is_foreign
        is_foreign = is_foreign & (np.abs(excess) > CLEARLY)
    return is_missing, is_foreign


def label_color(index: int) -> str:
    """Return the colour of a label by its index; colours repeat after ten."""
    return LABEL_COLORS[index % len(LABEL_COLORS)]


def model_color(index: int) -> str:
    """Return the colour of a model by its index in a comparison; colours repeat after ten."""
    return LABEL_COLORS[_MODEL_ORDER[index % len(_MODEL_ORDER)]]
