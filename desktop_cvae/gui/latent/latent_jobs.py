"""Jobs of the worker for the views of the latent space: plain functions of values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from desktop_cvae.core.latent_maps import LatentMap, Plane
from desktop_cvae.core.results import FloatArray, IntArray

if TYPE_CHECKING:
    from desktop_cvae.gui.model_source import ModelSource
    from desktop_cvae.inference.opened_model import OpenedModel

Point = tuple[float, float]
ByteArray = npt.NDArray[np.uint8]
NEIGHBOURS = 12
"""Number of nearest digits of a code: one row."""
MOST_SELECTED = 300
"""Most pictures of a selection; nobody looks at more one by one."""
AGREEMENT_SIZE = 1000
"""Digits whose neighbours are compared; their distances take 20 ms."""


@dataclass(frozen=True, eq=False)
class FocusedCode:
    """A code in focus.

    Attributes:
        kind: ``"drawing"``, ``"place"`` of the map, or ``"mean"`` of the label's prior.
        label: under which it is decoded; None for a model without labels.
        code: float32, (L,).
        log_var: float32, (L,), of the drawing's posterior; None for a code that is a point.
        image: float32, (28, 28), decoded from it.
        neighbours: int64, (N,), indices in the map of the digits with the nearest codes.
        pictures: float32, (N, 28, 28), of those digits.
    """

    kind: str
    label: int | None
    code: FloatArray
    log_var: FloatArray | None
    image: FloatArray
    neighbours: IntArray
    pictures: FloatArray


@dataclass(frozen=True)
class Grid:
    """The grid of a manifold: equal cells of a rectangle of the plane.

    Attributes:
        left, right, bottom, top: the rectangle, in the plane's coordinates.
        columns: cells in a row.
        rows: cells in a column.
    """

    left: float
    right: float
    bottom: float
    top: float
    columns: int
    rows: int

    def centers(self) -> FloatArray:
        """Return the cells' middles, float32, (rows · columns, 2), row by row from the top."""
        across = self.left + (np.arange(self.columns) + 0.5) * self.width / self.columns
        down = self.top - (np.arange(self.rows) + 0.5) * self.height / self.rows
        x, y = np.meshgrid(across, down)
        return np.stack([x.ravel(), y.ravel()], axis=1).astype(np.float32)

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.top - self.bottom


@dataclass(frozen=True, eq=False)
class Manifold:
    """Digits that a model decodes all over a part of the plane.

    Attributes:
        grid: where.
        label: under which label; None for a model without labels.
        pixels: uint8, (28 · rows, 28 · columns), the pictures side by side, 255 is ink.
    """

    grid: Grid
    label: int | None
    pixels: ByteArray


@dataclass(frozen=True, eq=False)
class Selection:
    """Digits selected on the map.

    Attributes:
        total: how many were.
        indices: int64, (N,), of those that are shown in the map, at most ``MOST_SELECTED``.
        pictures: float32, (N, 28, 28).
    """

    total: int
    indices: IntArray
    pictures: FloatArray


def decode_manifold(model: OpenedModel, plane: Plane, grid: Grid, label: int | None) -> Manifold:
    """Decode all cells in one call of the engine."""
    images = model.decode_positions(plane, grid.centers(), label)
    tiles = np.rint(255 * np.clip(images, 0, 1)).astype(np.uint8)
    side = tiles.shape[1]
    rows = tiles.reshape(grid.rows, grid.columns, side, side).swapaxes(1, 2)
    pixels = np.ascontiguousarray(rows.reshape(grid.rows * side, grid.columns * side))
    return Manifold(grid, label, pixels)


def inspect_drawing(
    model: OpenedModel,
    latent_map: LatentMap,
    digits: ByteArray | None,
    image: FloatArray,
    label: int | None,
) -> FocusedCode:
    """Encode the drawing, and find the digits with the nearest codes."""
    posterior = model.generator.encode(image[np.newaxis], _given(model, label))
    code, log_var = posterior.mean[0], posterior.log_var[0]
    return _spot(model, latent_map, digits, "drawing", label, code, log_var)


def inspect_point(
    model: OpenedModel,
    latent_map: LatentMap,
    digits: ByteArray | None,
    point: Point,
    label: int | None,
) -> FocusedCode:
    """Return the expected code at a point of the map, and the digits with the nearest codes."""
    plane = latent_map.plane
    points = np.array([point], np.float32)
    (code,) = model.generator.prior.expected_codes(label or 0, plane.center, plane.axes, points)
    return _spot(model, latent_map, digits, "place", label, code, None)


def inspect_mean(
    model: OpenedModel, latent_map: LatentMap, digits: ByteArray | None, label: int | None
) -> FocusedCode:
    """Return the mean of a label's prior, and the digits with the nearest codes."""
    code = model.generator.prior.moments[0][label or 0].astype(np.float32)
    return _spot(model, latent_map, digits, "mean", label, code, None)


def decode_moved(model: OpenedModel, spot: FocusedCode, deviations: FloatArray) -> FloatArray:
    """Decode a spot's code moved by deviations (L,) of the label's prior, to (28, 28)."""
    # Here: the window opens sooner without it.
    from desktop_cvae.inference.latent_projection import moved_code

    code = moved_code(model.generator.prior, spot.code, spot.label, deviations)
    image: FloatArray = model.generator.decode(code[np.newaxis], _given(model, spot.label))[0]
    return image


def select(
    model: OpenedModel, latent_map: LatentMap, digits: ByteArray | None, indices: IntArray
) -> Selection:
    """Return pictures of digits, evenly thinned if they are too many."""
    shown = indices[:: -(-len(indices) // MOST_SELECTED) or 1]
    return Selection(len(indices), shown, pictures_of(model, latent_map, digits, shown))


def pictures_of(
    model: OpenedModel, latent_map: LatentMap, digits: ByteArray | None, indices: IntArray
) -> FloatArray:
    """Return digits of a map, (N, 28, 28); without the data set, decoded from their codes."""
    if digits is not None:
        return digits[latent_map.digits[indices]].astype(np.float32) / np.float32(255)
    labels = latent_map.labels[indices] if model.has_labels else None
    return model.generator.decode(latent_map.codes[indices], labels)


def read_digits(source: ModelSource, latent_map: LatentMap) -> ByteArray | None:
    """Read the test digits, uint8, (M, 28, 28), if they are on this machine and match the map."""
    known = source.test_digits()
    if known is None or latent_map.digits.max(initial=0) >= len(known.labels):
        return None
    if not np.array_equal(known.labels[latent_map.digits], latent_map.labels):
        return None
    return known.images


def are_inside(points: FloatArray, outline: npt.NDArray[np.float64]) -> npt.NDArray[np.bool_]:
    """Find the points inside an outline, by the even-odd rule.

    Args:
        points: (N, 2); those that are not finite are outside.
        outline: (M, 2), M ≥ 3, corners of the polygon in turn.

    Returns:
        bool, (N,).
    """
    x, y = points[:, :1], points[:, 1:]
    (x0, y0), (x1, y1) = outline.T, np.roll(outline, -1, axis=0).T
    crosses = (y0 > y) != (y1 > y)
    # A horizontal edge is never crossed; 1 stands in for its height, to avoid a division by zero.
    at = x0 + (y - y0) * (x1 - x0) / np.where(y1 == y0, 1, y1 - y0)
    odd: npt.NDArray[np.bool_] = (crosses & (x < at)).sum(axis=1) % 2 == 1
    return odd


@dataclass(frozen=True)
class Agreement:
    """Fraction of the digits whose nearest neighbour has their label.

    Attributes:
        on_plane: as they lie on the map.
        of_codes: as they lie in the whole latent space.
        chance: what chance would give.
    """

    on_plane: float
    of_codes: float
    chance: float


def neighbour_agreement(latent_map: LatentMap) -> Agreement:
    """Measure how far the first ``AGREEMENT_SIZE`` digits of one label lie together."""
    labels = latent_map.labels[:AGREEMENT_SIZE]
    if len(labels) < 2:
        return Agreement(0.0, 0.0, 0.0)
    shares = np.bincount(labels) / len(labels)
    return Agreement(
        _agreement(latent_map.points[:AGREEMENT_SIZE], labels),
        _agreement(latent_map.codes[:AGREEMENT_SIZE], labels),
        float((shares**2).sum()),
    )


def _agreement(points: FloatArray, labels: IntArray) -> float:
    squares = (points**2).sum(axis=1)
    distances = squares[:, np.newaxis] + squares - 2 * points @ points.T
    np.fill_diagonal(distances, np.inf)
    return float((labels[distances.argmin(axis=1)] == labels).mean())


def _given(model: OpenedModel, label: int | None) -> IntArray | None:
    return np.array([label or 0], np.int64) if model.has_labels else None


def _spot(
    model: OpenedModel,
    latent_map: LatentMap,
    digits: ByteArray | None,
    kind: str,
    label: int | None,
    code: FloatArray,
    log_var: FloatArray | None,
) -> FocusedCode:
    neighbours = latent_map.nearest(code, label if model.has_labels else None, NEIGHBOURS)
    (image,) = model.generator.decode(code[np.newaxis], _given(model, label))
    pictures = pictures_of(model, latent_map, digits, neighbours)
    return FocusedCode(kind, label, code, log_var, image, neighbours, pictures)
