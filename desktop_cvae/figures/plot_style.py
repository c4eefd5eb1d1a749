"""The style of all plots: the theme's colours, the window's type, few thin lines.

Every artist is styled by itself; matplotlib's global settings stay as they are.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import Any

from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.textpath import text_to_path
from matplotlib.ticker import ScalarFormatter
from matplotlib.transforms import Affine2D, ScaledTranslation, Transform

from desktop_cvae.core.language import number
from desktop_cvae.figures.palette import LIGHT_PAGE, Palette

DPI = 72
"""Dots per inch at which a point is a logical pixel, as in Qt's stylesheets."""

HAIR_PX = 1.0
FALLBACK_FAMILY = "DejaVu Sans"
"""Font that comes with matplotlib."""


Point = tuple[float, float]
SHARPNESS = 3.0
"""Pixels of a file for each logical pixel: enough for paper."""


@dataclass(frozen=True)
class Margins:
    """Room around the axes in logical pixels."""

    left: float
    right: float
    top: float
    bottom: float

    @property
    def corner(self) -> Point:
        """Position of a title over the numbers at the left, 8 pixels from the area's edges."""
        return (8 - self.left, self.top - 8)


@dataclass(frozen=True)
class Area:
    """A part of a figure, in logical pixels from its top left corner."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True)
class PlotStyle:
    """Colours and type that make a plot look like the window.

    Attributes:
        theme: the colours.
        family: a font that matplotlib has too.
        text_px: size of axis titles and labels in lines.
        tick_px: size of the numbers at the axes.
    """

    theme: Palette
    family: str
    text_px: float
    tick_px: float

    def font(self, size_px: float, weight: str = "normal") -> FontProperties:
        """Return the font in a size, ``"normal"`` or ``"bold"``."""
        return FontProperties(family=self.family, size=size_px, weight=weight)


def figure_bytes(figure: Figure, suffix: str) -> bytes:
    """Save a figure to bytes.

    Args:
        figure: not known to pyplot.
        suffix: ``".png"``, ``".svg"`` or ``".pdf"``.
    """
    buffer = io.BytesIO()
    # Without the date two files of one figure are the same.
    dated = {".png": {}, ".svg": {"Date": None}, ".pdf": {"CreationDate": None}}
    figure.savefig(buffer, format=suffix.lstrip("."), dpi=DPI * SHARPNESS, metadata=dated[suffix])
    return buffer.getvalue()


def page_style() -> PlotStyle:
    """Return the style of figures in files: light, in a font that every machine has."""
    return PlotStyle(LIGHT_PAGE, FALLBACK_FAMILY, 12.0, 11.0)


def figure_size(figure: Figure) -> tuple[float, float]:
    """Return width and height in logical pixels."""
    width, height = (float(inches) * DPI for inches in figure.get_size_inches())
    return width, height


def pixels(figure: Figure) -> Transform:
    """Return the transform from logical pixels (origin top left) to matplotlib's pixels."""
    scaled = Affine2D().scale(1 / DPI, -1 / DPI) + figure.dpi_scale_trans
    # The stub asks for an affine transform, and this one is declared less exactly.
    return scaled + ScaledTranslation(0, 1, figure.transFigure)  # type: ignore[arg-type]


def whole(figure: Figure) -> Area:
    """Return the area of a whole figure."""
    return Area(0.0, 0.0, *figure_size(figure))


def add_axes(figure: Figure, style: PlotStyle, margins: Margins, area: Area | None = None) -> Any:
    """Add axes without a box, with numbers at the left and below and no tick marks.

    Args:
        figure: its size in inches times ``DPI`` is in logical pixels.
        style: colours and type.
        margins: room for numbers and titles.
        area: the part of the figure that is filled, margins included; None is all of it.
    """
    figure.set_facecolor(style.theme.surface)
    axes = figure.add_axes(axes_bounds(figure, margins, area))
    axes.set_facecolor(style.theme.surface)
    axes.set_axisbelow(True)
    for spine in axes.spines.values():
        spine.set_visible(False)
    axes.tick_params(length=0, pad=6, labelcolor=style.theme.muted)
    return axes


def axes_bounds(
    figure: Figure, margins: Margins, area: Area | None = None
) -> tuple[float, float, float, float]:
    """Return left, bottom, width and height of axes, as fractions of the figure."""
    area = area or whole(figure)
    width, height = (max(1.0, side) for side in figure_size(figure))
    across = max(10.0, area.width - margins.left - margins.right) / width
    up = max(10.0, area.height - margins.top - margins.bottom) / height
    left = (area.left + margins.left) / width
    bottom = (height - area.top - area.height + margins.bottom) / height
    return left, bottom, across, up


def add_message(figure: Figure, text: str, style: PlotStyle) -> None:
    """Write a sentence in the middle of a figure that has nothing to show yet.

    Args:
        figure: empty.
        text: is wrapped; line breaks stay.
        style: colours and type.
    """
    figure.set_facecolor(style.theme.surface)
    font, (width, height) = style.font(style.text_px), figure_size(figure)
    told = [row for part in text.split("\n") for row in wrapped(part, font, width - 48)]
    look: dict[str, Any] = {"ha": "center", "va": "center", "linespacing": 1.3}
    middle = (width / 2, height / 2)
    add_text(figure, middle, "\n".join(told), font, color=style.theme.muted, **look)


def add_text(
    figure: Figure, point: tuple[float, float], text: str, font: FontProperties, **look: Any
) -> None:
    """Write text at a point in logical pixels from the top left; it is never read as a formula."""
    width, height = figure_size(figure)
    figure.text(
        point[0] / width,
        1.0 - point[1] / height,
        text,
        fontproperties=font,
        parse_math=False,
        **look,
    )


def text_width(text: str, font: FontProperties) -> float:
    """Return the width of a line of text, in logical pixels."""
    # Hinted for a picture's pixels, letters are a little wider than as curves.
    return 1.02 * float(text_to_path.get_text_width_height_descent(text, font, False)[0])


def wrapped(text: str, font: FontProperties, width: float) -> list[str]:
    """Wrap a paragraph into lines of at most ``width`` pixels; a longer word has its own line."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, font) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def elided(text: str, font: FontProperties, width: float) -> str:
    """Cut a line of text in its middle to at most ``width`` logical pixels."""
    shown, kept = text, len(text)
    while kept > 2 and text_width(shown, font) > width:
        kept -= 1
        shown = f"{text[: (kept + 1) // 2]}…{text[len(text) - kept // 2 :]}"
    return shown


class _NumberFormatter(ScalarFormatter):
    """Matplotlib's own numbers, with the decimal sign of the user's language."""

    def __call__(self, x: float, pos: int | None = None) -> str:
        decimal = number(0.5, ".1f")[1]
        return str(super().__call__(x, pos)).replace(".", decimal)


def style_numbers(axes: Any, style: PlotStyle) -> None:
    """Set the numbers in the window's type; call when the locators are in place."""
    for axis in (axes.xaxis, axes.yaxis):
        axis.set_tick_params(labelsize=style.tick_px, labelfontfamily=style.family)
        if isinstance(axis.get_major_formatter(), ScalarFormatter):
            axis.set_major_formatter(_NumberFormatter())


def title_axes(
    axes: Any, style: PlotStyle, across: str, up: str = "", point: Point = (0, 0)
) -> None:
    """Name the axes: one below the numbers, the other in the corner above them.

    Args:
        axes: with locators.
        style: colours and type.
        across: title of the horizontal axis.
        up: title of the vertical one.
        point: of ``up``, in logical pixels right of the axes' left edge and above their top.
    """
    look = {"color": style.theme.muted, "fontproperties": style.font(style.text_px)}
    axes.set_xlabel(across, labelpad=6, **look)
    if up:
        axes.annotate(
            up,
            (0, 1),
            xycoords="axes fraction",
            xytext=point,
            textcoords="offset points",
            va="top",
            **look,
        )
