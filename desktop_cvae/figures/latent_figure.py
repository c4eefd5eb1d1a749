"""The latent map: encoded test digits on a plane, and what moves over them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt
from matplotlib.artist import Artist
from matplotlib.colors import to_rgb
from matplotlib.figure import Figure
from matplotlib.image import BboxImage
from matplotlib.lines import Line2D
from matplotlib.patches import FancyBboxPatch, Polygon, Rectangle
from matplotlib.patheffects import withStroke
from matplotlib.ticker import MaxNLocator
from matplotlib.transforms import Bbox, TransformedBbox

from desktop_cvae.core.language import number, tr
from desktop_cvae.core.latent_maps import LatentMap
from desktop_cvae.core.results import DoubleArray, FloatArray, IntArray
from desktop_cvae.figures.comparison_figures import ink_colors, label_legend, model_title
from desktop_cvae.figures.palette import label_color
from desktop_cvae.figures.plot_style import (
    HAIR_PX,
    Area,
    Margins,
    PlotStyle,
    Point,
    add_axes,
    axes_bounds,
    figure_size,
    pixels,
    style_numbers,
    text_width,
    whole,
)

MARGINS = Margins(left=46, right=8, top=6, bottom=42)
TAIL = 0.002
"""Share of the points at each side that may lie outside, so that strays do not squash the rest."""
LAYERS = 4
"""Turns in which each label's points are drawn, so that no label hides the others."""
ALPHA, ALPHA_OVER_PICTURES, ALPHA_FAINT = 0.62, 0.9, 0.12
RING_PX, CARD_PX = 10.0, 84.0
"""Diameter of a ring; side of a decoded digit: three times 28, for whole pixels."""
CARD_PADDING_PX, CARD_DISTANCE_PX = 6.0, 18.0
TOOLS_PX = 56.0
"""Room at the right edge for the window's buttons; no card lies under them."""
SIGMAS = 2.0
"""An ellipse of two deviations holds 86 % of a posterior."""
ELLIPSE_POINTS = 64
MARKER_PX = 8.0
TITLE_PX, LEGEND_PX = 26.0, 30.0
MAP_SHAPE = 1.25
"""Greatest height of a map over its width; the clouds are round."""
MOST_POINTS = 8000
"""Points drawn at most; zoomed in, the next ones take the place of those outside."""
PICTURE_PX, CROWD = 28, 3.0
"""Side of a digit that is drawn itself, which happens where fewer than three share its square."""
FEWEST, BINS, SMOOTHING = 30, 64, 2.5
"""Fewest digits of a label with a density; cells of its histogram a side; deviation in cells."""
HELD = 0.5
"""Fraction of a label's digits inside the contour of its density."""
Range = tuple[float, float]


@dataclass(frozen=True)
class Look:
    """The shown part of a map and its emphasis.

    Attributes:
        points: True if the digits are shown as points.
        hidden: labels that are left out.
        highlighted: all other labels are faint; None for all alike.
    """

    points: bool = True
    hidden: frozenset[int] = frozenset()
    highlighted: int | None = None


class LatentPlot:
    """A latent map on a figure.

    Args:
        figure: of its final size.
        latent_map: its points may be few, equal or not finite.
        style: colours and type.
        look: what is shown of it.
        area: the part of the figure that is filled; None is all of it.
        label_names: written at the middles of the labels' digits, whose density has contours;
            none leaves both out.
        digits: uint8, (M, 28, 28), all digits of the test part, 255 is ink, drawn where few are
            seen; None draws points everywhere.

    Attributes:
        axes: matplotlib's.
        pictured: indices of the digits that are drawn themselves.
    """

    def __init__(
        self,
        figure: Figure,
        latent_map: LatentMap,
        style: PlotStyle,
        look: Look | None = None,
        area: Area | None = None,
        label_names: Sequence[str] = (),
        digits: npt.NDArray[np.uint8] | None = None,
    ) -> None:
        self.figure, self._map, self._style = figure, latent_map, style
        self.digits = digits
        self.pictured: IntArray = np.zeros(0, np.int64)
        self._look = look or Look()
        self._shown: tuple[Look, bool] | None = None
        self._area = area or whole(figure)
        self.axes = add_axes(figure, style, MARGINS, self._area)
        self._pictures: Any = None
        self._has_pictures = False
        self._points: list[tuple[int, Line2D]] = []
        self._clusters: list[tuple[int, Artist]] = []
        self._add_frame()
        self._add_points()
        self._add_clusters(label_names)
        self._name_axes()
        self.set_look(self._look)
        self.show(*equal_ranges(finite_points(latent_map)[0], self.ratio))

    def show(self, across: Range, up: Range) -> None:
        """Show a part of the plane."""
        self.axes.set_xlim(across)
        self.axes.set_ylim(up)
        self._place_digits()

    def set_look(self, look: Look) -> None:
        """Show more of the map, or less, or in other colours."""
        shown = (look, self._has_pictures)
        if shown == self._shown:
            return
        self._look, self._shown = look, shown
        alpha = ALPHA_OVER_PICTURES if self._has_pictures else ALPHA
        for label, line in self._points:
            is_faint = look.highlighted not in (None, label)
            color = self._style.theme.muted if is_faint else label_color(label)
            zorder = 2.0 if label == look.highlighted else 1.5
            line.set(color=color, alpha=ALPHA_FAINT if is_faint else alpha, zorder=zorder)
            line.set_visible(look.points and label not in look.hidden)
        for origin in self._origins:
            origin.set_visible(look.points and not self._has_pictures)
        for label, artist in self._clusters:
            artist.set_visible(look.points and label not in look.hidden)
            artist.set_alpha(ALPHA_FAINT if look.highlighted not in (None, label) else 1.0)
        self._place_digits()

    def set_pictures(
        self, pixels: npt.NDArray[np.uint8] | None, across: Range = (0, 1), up: Range = (0, 1)
    ) -> None:
        """Show what the model writes over a part of the plane, or nothing.

        Args:
            pixels: uint8, (H, W), 255 is ink.
            across: where, from left to right.
            up: where, from the bottom to the top.
        """
        self._has_pictures = pixels is not None
        self._pictures.set_visible(self._has_pictures)
        if pixels is not None:
            self._pictures.set_data(pixels)
            self._pictures.set_extent((*across, *up))
        self.set_look(self._look)

    @property
    def ratio(self) -> float:
        """Width over height of the axes."""
        across = max(10.0, self._area.width - MARGINS.left - MARGINS.right)
        return across / max(10.0, self._area.height - MARGINS.top - MARGINS.bottom)

    def fill(self) -> None:
        """Fill the whole figure again, whose size has changed."""
        self._area = whole(self.figure)
        self.axes.set_position(axes_bounds(self.figure, MARGINS))
        self._write_titles()

    def _add_frame(self) -> None:
        theme, axes = self._style.theme, self.axes
        for spine in axes.spines.values():
            spine.set(visible=True, color=theme.border, linewidth=HAIR_PX)
        axes.tick_params(length=4, color=theme.border, pad=3)
        hair = {"color": theme.border, "linewidth": HAIR_PX, "zorder": 0.5}
        self._origins = (axes.axhline(0, **hair), axes.axvline(0, **hair))
        self._pictures = axes.imshow(
            np.zeros((1, 1), np.uint8),
            cmap=ink_colors(self._style),
            vmin=0,
            vmax=255,
            aspect="auto",
            interpolation="bilinear",
            zorder=1,
            visible=False,
        )
        self._drawn = axes.imshow(
            np.zeros((1, 1, 4), np.float32), aspect="auto", interpolation="nearest", zorder=1.9
        )

    def _add_points(self) -> None:
        # In a fixed random order, so that no class lies on top of all others.
        self._order = np.random.default_rng(0).permutation(np.flatnonzero(self._is_finite))
        shown = min(len(self._order), MOST_POINTS)
        diameter = float(np.clip(4.2 - shown / 4000, 2.6, 3.8))
        for _ in range(LAYERS):
            for label in np.unique(self._map.labels[self._order]).tolist():
                # Matplotlib stamps the markers of one line eight times as fast as those of
                # a scatter.
                look: dict[str, Any] = {"markersize": diameter, "markeredgewidth": 0}
                (line,) = self.axes.plot([], [], "o", **look, rasterized=True)
                self._points.append((label, line))

    @cached_property
    def _is_finite(self) -> npt.NDArray[np.bool_]:
        return np.asarray(np.isfinite(self._map.points).all(axis=1))

    def _place_digits(self) -> None:
        """Place the points, or pictures, of the digits that are seen."""
        look, points, labels = self._look, self._map.points, self._map.labels
        (left, right), (bottom, top) = self.axes.get_xlim(), self.axes.get_ylim()
        room = 0.02 * np.array([right - left, top - bottom])
        low, high = np.array([left, bottom]) - room, np.array([right, top]) + room
        inside = (points >= low) & (points <= high)
        is_seen = inside.all(axis=1) & ~np.isin(labels, list(look.hidden))
        seen = self._order[is_seen[self._order]][:MOST_POINTS]
        self._draw_digits(seen)
        points_left = seen[~np.isin(seen, self.pictured)]
        turns = np.repeat(np.arange(LAYERS), len(self._points) // LAYERS).tolist()
        parts = np.array_split(points_left, LAYERS)
        for turn, (label, line) in zip(turns, self._points, strict=True):
            part = parts[turn]
            line.set_data(*points[part[labels[part] == label]].T)

    def _draw_digits(self, seen: IntArray) -> None:
        """Draw the digits themselves where few are seen, each in the colour of its label."""
        look, digits = self._look, self.digits
        width, height = (max(1, round(side)) for side in self._size())
        is_few = len(seen) <= CROWD * width * height / PICTURE_PX**2
        self.pictured = np.zeros(0, np.int64)
        is_drawn = digits is not None and is_few and look.points and not self._has_pictures
        self._drawn.set_visible(is_drawn)
        if digits is None or not is_drawn:
            return
        (left, right), (bottom, top) = self.axes.get_xlim(), self.axes.get_ylim()
        across = (self._map.points[seen, 0] - left) / (right - left) * width
        down = (top - self._map.points[seen, 1]) / (top - bottom) * height
        canvas = np.zeros((height + 2 * PICTURE_PX, width + 2 * PICTURE_PX, 4), np.float32)
        taken = np.zeros(canvas.shape[:2], bool)
        kept = []
        for index, x, y in zip(seen.tolist(), across.tolist(), down.tolist(), strict=True):
            corner = (round(y + PICTURE_PX / 2), round(x + PICTURE_PX / 2))
            if min(corner) < 0 or corner[0] > height + PICTURE_PX or corner[1] > width + PICTURE_PX:
                continue
            square = tuple(slice(start, start + PICTURE_PX) for start in corner)
            if taken[square].any():
                continue
            taken[square] = True
            kept.append(index)
            label = int(self._map.labels[index])
            is_faint = look.highlighted not in (None, label)
            color = self._style.theme.muted if is_faint else label_color(label)
            canvas[square] = (*to_rgb(color), 0.0)
            ink = digits[self._map.digits[index]] / np.float32(255)
            canvas[square][..., 3] = ALPHA_FAINT * ink if is_faint else ink
        self.pictured = np.array(kept, np.int64)
        self._drawn.set_data(canvas[PICTURE_PX:-PICTURE_PX, PICTURE_PX:-PICTURE_PX])
        self._drawn.set_extent((left, right, bottom, top))

    def _size(self) -> tuple[float, float]:
        """Return width and height of the axes in logical pixels."""
        scale = 72 / self.figure.dpi
        return self.axes.bbox.width * scale, self.axes.bbox.height * scale

    def _add_clusters(self, names: Sequence[str]) -> None:
        points, labels = finite_points(self._map)
        outlined: dict[str, Any] = {"linewidth": 3, "foreground": self._style.theme.surface}
        for label in np.unique(labels).tolist():
            own = points[labels == label]
            if label >= len(names) or len(own) < FEWEST:
                continue
            x, y, density, level = cluster_density(own)
            look: dict[str, Any] = {"colors": [label_color(label)], "linewidths": 1.2}
            lines = self.axes.contour(x, y, density, [level], zorder=1.7, **look)
            text = self.axes.text(*np.median(own, axis=0), names[label], ha="center", va="center")
            text.set(fontproperties=self._style.font(self._style.text_px + 3, "bold"), zorder=3)
            text.set(color=self._style.theme.text, clip_on=True, parse_math=False)
            text.set_path_effects([withStroke(**outlined)])
            self._clusters += [(label, lines), (label, text)]

    def _name_axes(self) -> None:
        axes, style = self.axes, self._style
        for axis in (axes.xaxis, axes.yaxis):
            axis.set_major_locator(MaxNLocator(5, steps=(1, 2, 5, 10)))
        style_numbers(axes, style)
        font = style.font(style.text_px)
        look: dict[str, Any] = {"color": style.theme.muted, "fontproperties": font, "ha": "center"}
        look |= {"xycoords": "axes fraction", "textcoords": "offset points"}
        # As annotations: labels of matplotlib's axes measure all numbers to find their positions.
        self._titles = (
            axes.annotate("", (0.5, 0), (0, 4 - MARGINS.bottom), va="bottom", **look),
            axes.annotate("", (0, 0.5), (7 - MARGINS.left, 0), va="center", rotation=90, **look),
        )
        for axis in (axes.xaxis, axes.yaxis):
            axis.set_label_coords(0, 0)
        self._write_titles()

    def _write_titles(self) -> None:
        font = self._style.font(self._style.text_px)
        rooms = (self._area.width - MARGINS.left, self._area.height - MARGINS.bottom)
        for title, text, room in zip(self._titles, axis_titles(self._map), rooms, strict=True):
            fits = text_width(text, font) <= room
            title.set_text(text if fits else text.partition(" · ")[0])


@dataclass(frozen=True, eq=False)
class PosteriorEllipse:
    """A drawing's posterior on the plane.

    Attributes:
        center: float32, (2,).
        covariance: float32, (2, 2).
        label: chooses the colour; None for a model without labels.
        name: of the label; empty for none.
    """

    center: FloatArray
    covariance: FloatArray
    label: int | None
    name: str


class LatentOverlay:
    """Everything that moves over a latent map; all artists are animated and start hidden.

    Args:
        plot: the map.
        style: colours and type.

    Attributes:
        moving: the artists in the order of drawing.
    """

    def __init__(self, plot: LatentPlot, style: PlotStyle) -> None:
        self._axes, self._style, self._figure = plot.axes, style, plot.figure
        theme = style.theme
        self._neighbours = self._rings(theme.text, RING_PX, 1.25)
        self._pointed = self._rings(theme.accent, 1.6 * RING_PX, 2.5)
        self._chosen = self._rings(theme.accent, RING_PX, 2.0)
        self._halo = self._polygon(edgecolor=theme.surface, linewidth=4.0, fill=False)
        self._ellipse = self._polygon(edgecolor=theme.text, linewidth=1.5)
        (self._marker,) = self._axes.plot([], [], "o", markersize=MARKER_PX, animated=True)
        self._marker.set(markeredgecolor=theme.text, markeredgewidth=2, clip_on=False)
        tag = {"boxstyle": "round,pad=0.3", "facecolor": theme.surface, "edgecolor": theme.border}
        self._name = self._axes.annotate(
            "",
            (0, 0),
            (MARKER_PX / 2 + 8, 0),
            textcoords="offset points",
            va="center_baseline",
            color=theme.text,
            fontproperties=style.font(style.text_px, "bold"),
            bbox=tag,
            animated=True,
        )
        self._outline = self._polygon(edgecolor=theme.accent, linewidth=1.5, linestyle="--")
        self._focus = Rectangle((0, 0), 1, 1, transform=self._axes.transAxes, fill=False)
        self._focus.set(edgecolor=theme.accent, linewidth=1.5, animated=True)
        self._axes.add_patch(self._focus)
        self._card = _Card(plot.figure, style)
        self.moving: list[Artist] = [
            *(*self._neighbours, *self._pointed, self._halo, self._ellipse, self._marker),
            *(self._name, self._outline, *self._chosen, self._focus, *self._card.artists),
        ]
        for artist in self.moving:
            artist.set_visible(False)

    def mark_neighbours(self, points: FloatArray) -> None:
        """Ring the points of the nearest digits, (N, 2)."""
        _set_rings(self._neighbours, points)

    def mark_pointed(self, points: FloatArray) -> None:
        """Ring the point of the digit whose picture is pointed at, (N, 2)."""
        _set_rings(self._pointed, points)

    def mark_points(self, points: Sequence[Point]) -> None:
        """Ring the pinned point and the one under the mouse."""
        _set_rings(self._chosen, np.array(points, np.float32).reshape(-1, 2))

    def show_posterior(self, posterior: PosteriorEllipse | None) -> None:
        """Show a drawing's posterior, its label at the middle."""
        is_shown = posterior is not None and bool(np.isfinite(posterior.center).all())
        for artist in (self._halo, self._ellipse, self._marker):
            artist.set_visible(is_shown)
        self._name.set_visible(is_shown and posterior is not None and bool(posterior.name))
        if posterior is None or not is_shown:
            return
        theme, curve = self._style.theme, ellipse(posterior.center, posterior.covariance)
        color = theme.text if posterior.label is None else label_color(posterior.label)
        self._halo.set_xy(curve)
        self._ellipse.set_xy(curve)
        self._ellipse.set_facecolor((color, 0.25))
        x, y, is_inside = self._kept_inside(*posterior.center.tolist())
        # A drawing unlike all test digits may lie outside: it stays hollow at the edge.
        self._marker.set(data=([x], [y]), markerfacecolor=color if is_inside else theme.surface)
        self._name.set_text(posterior.name)
        self._name.xy = (x, y)
        is_right = self._axes.transAxes.inverted().transform(self._axes.transData.transform((x, y)))
        side = -1 if is_right[0] > 0.85 else 1
        self._name.set(position=(side * (MARKER_PX / 2 + 8), 0), ha="left" if side > 0 else "right")

    def show_outline(self, points: Sequence[Point], *, is_closed: bool) -> None:
        """Show a lasso, or the line of a walk."""
        self._outline.set_visible(len(points) > 1)
        if len(points) > 1:
            self._outline.set(closed=is_closed, fill=is_closed, xy=np.array(points))
            self._outline.set_facecolor((self._style.theme.accent, 0.12))
            self._outline.set_edgecolor(self._style.theme.accent)

    def show_focus(self, is_shown: bool) -> None:
        """Frame the axes while the keyboard is theirs."""
        self._focus.set_visible(is_shown)

    def show_card(self, image: FloatArray | None, point: Point, lines: Sequence[str] = ()) -> None:
        """Show a decoded digit beside its point, or none.

        Args:
            image: float32, (28, 28), in [0, 1].
            point: on the plane.
            lines: of text below it.
        """
        x, y = self._axes.transData.transform(point) * (72 / self._figure.dpi)
        self._card.show(image, (x, figure_size(self._figure)[1] - y), lines)

    def _kept_inside(self, x: float, y: float) -> tuple[float, float, bool]:
        """Return a point moved onto the axes if need be, and whether it was there already."""
        (left, right), (bottom, top) = self._axes.get_xlim(), self._axes.get_ylim()
        room = MARKER_PX / 2 * (right - left) / max(1.0, self._axes.bbox.width)
        room *= self._figure.dpi / 72
        kept = (
            min(max(x, left + room), right - room),
            min(max(y, bottom + room), top - room),
        )
        return *kept, left <= x <= right and bottom <= y <= top

    def _rings(self, color: str, diameter: float, width: float) -> tuple[Line2D, Line2D]:
        """Make rings over wider ones in the ground's colour, to stand out over points."""
        rings = []
        for ring, breadth in ((self._style.theme.surface, width + 2), (color, width)):
            (line,) = self._axes.plot([], [], "o", markersize=diameter, animated=True)
            line.set(markerfacecolor="none", markeredgecolor=ring, markeredgewidth=breadth)
            rings.append(line)
        return rings[0], rings[1]

    def _polygon(self, **look: Any) -> Polygon:
        polygon = Polygon(np.zeros((3, 2)), animated=True, **look)
        self._axes.add_patch(polygon)
        return polygon


class _Card:
    """A decoded digit over lines of text."""

    def __init__(self, figure: Figure, style: PlotStyle) -> None:
        self._figure, self._line = figure, style.text_px * 1.25
        theme, self._pixels = style.theme, pixels(figure)
        look: dict[str, Any] = {"transform": self._pixels, "animated": True}
        style_of_box = "round,pad=0,rounding_size=7"
        self._box = FancyBboxPatch((0, 0), 1, 1, boxstyle=style_of_box, **look)
        self._box.set(facecolor=theme.surface, edgecolor=theme.border, linewidth=HAIR_PX)
        self._image = BboxImage(
            Bbox.unit(), cmap=ink_colors(style), interpolation="nearest", animated=True
        )
        self._image.set_clim(0, 1)
        font = style.font(style.text_px)
        self._text = figure.text(0, 0, "", ha="center", va="top", fontproperties=font, **look)
        self._text.set(color=theme.muted, linespacing=1.2, parse_math=False)
        self.artists: list[Artist] = [self._box, self._image, self._text]
        for artist in self.artists[:2]:
            figure.add_artist(artist)

    def show(self, image: FloatArray | None, at: Point, lines: Sequence[str]) -> None:
        """Show a digit beside a point in logical pixels, or none."""
        for artist in self.artists:
            artist.set_visible(image is not None)
        if image is None:
            return
        side = CARD_PX + 2 * CARD_PADDING_PX
        left, top = self._corner(at, side, side + self._line * len(lines) + 2)
        self._box.set_bounds(left + 0.5, top + 0.5, side - 1, side + self._line * len(lines) + 1)
        inset = CARD_PADDING_PX
        corners = [[left + inset, top + inset], [left + inset + CARD_PX, top + inset + CARD_PX]]
        self._image.bbox = TransformedBbox(Bbox(corners), self._pixels)
        self._image.set_data(image)
        self._text.set(position=(left + side / 2, top + inset + CARD_PX + 4), text="\n".join(lines))

    def _corner(self, at: Point, width: float, height: float) -> Point:
        """Return the card's corner, in whole pixels, which keep the digit crisp."""
        left, top = at[0] + CARD_DISTANCE_PX, at[1] - CARD_DISTANCE_PX - height
        if left + width > figure_size(self._figure)[0] - TOOLS_PX:
            left = at[0] - CARD_DISTANCE_PX - width
        if top < 2:
            top = at[1] + CARD_DISTANCE_PX
        return float(round(max(2.0, left))), float(round(top))


def _set_rings(rings: tuple[Line2D, Line2D], points: FloatArray) -> None:
    for ring in rings:
        ring.set(visible=len(points) > 0, data=points.T)


def ellipse(center: FloatArray, covariance: FloatArray) -> npt.NDArray[np.float64]:
    """Return the curve of ``SIGMAS`` standard deviations of a Gaussian in the plane, (N, 2).

    Args:
        center: (2,).
        covariance: (2, 2), symmetric, not negative.
    """
    values, directions = np.linalg.eigh(covariance.astype(np.float64))
    angles = np.linspace(0, 2 * np.pi, ELLIPSE_POINTS, endpoint=False)
    circle = np.stack([np.cos(angles), np.sin(angles)], axis=1)
    curve = center + SIGMAS * (circle * np.sqrt(np.maximum(values, 0))) @ directions.T
    return np.asarray(curve, np.float64)


def finite_points(latent_map: LatentMap) -> tuple[FloatArray, IntArray]:
    """Return the points with finite coordinates, and their labels."""
    good = np.isfinite(latent_map.points).all(axis=1)
    return latent_map.points[good], latent_map.labels[good]


def cluster_density(
    points: FloatArray,
) -> tuple[DoubleArray, DoubleArray, DoubleArray, float]:
    """Return the smoothed density of points and the level of its contour.

    Args:
        points: float32, (N, 2), finite, N ≥ 1.

    Returns:
        middles of the cells from left to right and from the bottom to the top, (B,) each; the
        density, (B, B), rows from the bottom; its level with ``HELD`` of the points inside.
    """
    middle = np.median(points.astype(np.float64), axis=0)
    # Strays do not make the cells coarse.
    half = np.maximum(1.6 * np.quantile(np.abs(points - middle), 0.98, axis=0), 1e-3)
    edges = [np.linspace(m - h, m + h, BINS + 1) for m, h in zip(middle, half, strict=True)]
    counts, _, _ = np.histogram2d(points[:, 1], points[:, 0], bins=[edges[1], edges[0]])
    reach = np.arange(-round(3 * SMOOTHING), round(3 * SMOOTHING) + 1)
    weights = np.exp(-0.5 * (reach / SMOOTHING) ** 2)
    density = counts
    for axis in (0, 1):
        density = np.apply_along_axis(np.convolve, axis, density, weights / weights.sum(), "same")
    # Each cell counts as often as it has points.
    order = np.argsort(-density, axis=None)
    held = np.cumsum(counts.ravel()[order]) / max(counts.sum(), 1)
    level = float(density.ravel()[order][np.searchsorted(held, HELD)])
    x, y = ((edge[1:] + edge[:-1]) / 2 for edge in edges)
    return x, y, density, level


def equal_ranges(points: FloatArray, ratio: float) -> tuple[Range, Range]:
    """Return ranges of x and y with the same scale that hold nearly all points.

    Args:
        points: float32, (N, 2), finite; N may be 0.
        ratio: width over height of the axes, > 0.
    """
    center, half = np.zeros(2), np.ones(2)
    if len(points):
        low, high = np.quantile(points.astype(np.float64), (TAIL, 1 - TAIL), axis=0)
        center = (low + high) / 2
        half = (high - low) / 2
    # One point, or all alike: a window of a tenth of a standard deviation is the least.
    half = np.maximum(half * 1.12, 0.1)
    half_height = max(half[1], half[0] / ratio)
    half_width = half_height * ratio
    return (
        (float(center[0] - half_width), float(center[0] + half_width)),
        (float(center[1] - half_height), float(center[1] + half_height)),
    )


def fitted_ranges(across: Range, up: Range, ratio: float) -> tuple[Range, Range]:
    """Return ranges with the same scale and middle that hold a part of the plane.

    Args:
        across: the part from left to right.
        up: the part from the bottom to the top.
        ratio: width over height of the axes, > 0.
    """
    half_height = max(up[1] - up[0], (across[1] - across[0]) / ratio) / 2
    x, y = sum(across) / 2, sum(up) / 2
    half_width = half_height * ratio
    return (x - half_width, x + half_width), (y - half_height, y + half_height)


def axis_titles(latent_map: LatentMap) -> tuple[str, str]:
    """Return the titles of the two axes; the part after “ · ” may be left out."""
    plane, nats = latent_map.plane, latent_map.kl_nats
    if plane.dimensions is not None:
        first, second = (
            tr(
                "latent dimension {dimension} · {nats} nats",
                dimension=at + 1,
                nats=number(nats[at], ".2f"),
            )
            for at in plane.dimensions
        )
        return first, second
    if not np.isfinite(plane.explained):
        return tr("principal direction 1"), tr("principal direction 2")
    percent = number(100 * plane.explained, ".0f")
    held = tr("principal direction 1 · both hold {percent} % of the variance", percent=percent)
    return held, tr("principal direction 2")


def draw_latent_maps(
    figure: Figure,
    maps: Sequence[tuple[str, LatentMap]],
    label_names: Sequence[str],
    style: PlotStyle,
    most: int | None = None,
) -> None:
    """Draw latent maps side by side, at most three a row, over a legend of the labels.

    Args:
        figure: empty, of its final size.
        maps: name and map of each model, one at least.
        label_names: of the labels, by index.
        style: colours and type.
        most: points of a map that are drawn at most; None draws all.
    """
    columns = min(len(maps), 3)
    full = whole(figure)
    width, height = full.width / columns, (full.height - LEGEND_PX) / math.ceil(len(maps) / columns)
    height = min(height, MAP_SHAPE * width)
    for index, (name, latent_map) in enumerate(maps):
        row, column = divmod(index, columns)
        left, top = column * width, row * height
        area = Area(left, top + TITLE_PX, width, height - TITLE_PX)
        LatentPlot(figure, _thinned(latent_map, most), style, area=area)
        model_title(figure, (left + 46, top + TITLE_PX - 4), name, index, style)
    label_legend(figure, label_names, full.height - LEGEND_PX + 4, style)


def _thinned(latent_map: LatentMap, most: int | None) -> LatentMap:
    """Return the map with at most ``most`` of its points, in their order."""
    if most is None:
        return latent_map
    step = -(-len(latent_map.labels) // most) or 1
    return replace(
        latent_map,
        codes=latent_map.codes[::step],
        labels=latent_map.labels[::step],
        digits=latent_map.digits[::step],
    )
