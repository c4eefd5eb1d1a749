"""Registration of a sample form on a scan of the same form, by the printed ink.

Frames, rules, words and marks of the sample are laid over the scan's: first by correlation over
rotations, scales and shifts of small pictures, then by Gauss–Newton steps from coarse to fine
(inverse-compositional Lucas–Kanade: Baker and Matthews, IJCV 56, 2004) on an affine warp. The
writing on either page is an outlier, whose weight fades.

Coordinates are continuous: a picture of W pixels reaches from 0 to W, and its first pixel's middle
is at 0.5, as in Pillow's transforms.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from desktop_cvae.core.results import FloatArray
from desktop_cvae.pictures.background import COARSE_SIDE, block_means, running
from desktop_cvae.pictures.connected_components import Mask

REFERENCE_SIDE = 768
"""Longer side, in pixels, of a sample form as it is kept: 0.4 mm of an A4 page each."""
COARSE_PX = 96
"""Longer side of the pictures that are correlated."""
ANGLES = np.arange(-10.5, 10.6, 1.5)
SCALES = 1.04 ** np.arange(-7, 8)
"""Rotations in degrees and scales that are tried; the steps find what lies between."""
CANDIDATES = 3
"""Candidates that are followed, since combs of boxes match themselves a box further."""
STEPS = 12
OUTLIER = 0.3
"""Difference in ink at which a pixel counts a quarter."""
LEAST_PRINT = 0.002
"""Least fraction of ink in a sample that can be registered."""
GOOD_FIT, LEAST_FIT = 0.6, 0.45
"""Correlations of the printed ink; below the first the page may lie on its side or head."""
MARGIN_PX = 4
"""Pixels of the sample around a field that are looked at with it."""
PRINTED = 0.25
"""Least ink of the sample that may be a line."""
LINE_SHARE, SIDE_SHARE = 0.62, 0.88
"""Straight runs at least this long are no strokes: over a field's height, and over the distance
between its lines."""
_BACKGROUND_WINDOW = 7
_STILL = 0.02
Matrix = npt.NDArray[np.float64]
ShareBox = tuple[float, float, float, float]
"""x, y, width and height as fractions of the sample's width and height."""
Pair = tuple[FloatArray, FloatArray]


@dataclass(frozen=True, eq=False)
class Registration:
    """Position of a sample form on a page.

    Attributes:
        matrix: float64, (2, 3), from coordinates of the sample, as fractions of its width and
            height, to coordinates of the page in pixels.
        fit: correlation of the printed ink, in [−1, 1]; 1.0 if the sample has none.
    """

    matrix: Matrix
    fit: float

    @property
    def is_found(self) -> bool:
        """False for a page that shows another form, or none."""
        return self.fit >= LEAST_FIT

    def corners(self, box: ShareBox) -> npt.NDArray[np.float64]:
        """Return a box's corners on the page, (4, 2); the box is in fractions of the sample."""
        x, y, width, height = box
        positions = np.array([(x, y), (x + width, y), (x + width, y + height), (x, y + height)])
        return positions @ self.matrix[:, :2].T + self.matrix[:, 2]


def reference_of(image: FloatArray) -> npt.NDArray[np.uint8]:
    """Return the ink of a sample form, which a form file stores: uint8, (h, w), 16 steps to 240.

    Args:
        image: float32, (H, W), in [0, 1], light is 1.
    """
    ink = _ink_map(image)
    return (np.rint(15 * ink) * 16).astype(np.uint8)


def register(reference: npt.NDArray[np.uint8], image: FloatArray) -> Registration:
    """Find a sample form on a page.

    Args:
        reference: the sample, from :func:`reference_of`.
        image: the page, float32, (H, W), in [0, 1], light is 1.
    """
    sample, page = _ink_of(reference), _ink_map(image)
    if sample.mean() < LEAST_PRINT:
        height, width = image.shape
        return Registration(np.array([[width, 0, 0], [0, height, 0]], np.float64), 1.0)
    best, fit = _follow(sample, page)
    if fit < GOOD_FIT:
        for turns in (2, 1, 3):
            turned, turned_fit = _follow(sample, np.ascontiguousarray(np.rot90(page, turns)))
            if turned_fit > fit:
                best, fit = _turned_back(turned, turns, page.shape), turned_fit
    # From pixels of the two small pictures to fractions of the sample and pixels of the page.
    scale = np.array(image.shape[::-1]) / page.shape[::-1]
    matrix = best * scale[:, None]
    matrix[:, :2] *= np.array(sample.shape[::-1])
    return Registration(matrix, fit)


def _ink_of(reference: npt.NDArray[np.uint8]) -> FloatArray:
    return reference.astype(np.float32) * np.float32(1 / 240)


def cut_field(
    reference: npt.NDArray[np.uint8], image: FloatArray, found: Registration, box: ShareBox
) -> FloatArray:
    """Cut a field out of the page, upright, without the printed form's lines.

    Args:
        reference: the sample, from :func:`reference_of`.
        image: the page, float32, (H, W), in [0, 1], light is 1.
        found: where the form lies on it.
        box: the field.

    Returns:
        float32, (h, w), in [0, 1], in the page's resolution; the margin around the field, that
        showed what its lines look like from outside, is cut off again.
    """
    height, width = reference.shape
    x, y = MARGIN_PX / width, MARGIN_PX / height
    wide = (box[0] - x, box[1] - y, box[2] + 2 * x, box[3] + 2 * y)
    part = _cut(image, found, wide)
    left, top = wide[0] * width, wide[1] * height
    across, down = wide[2] * width / part.shape[1], wide[3] * height / part.shape[0]
    sample = _warped(
        _ink_of(reference),
        np.array([[across, 0, left], [0, down, top]], np.float64),
        part.shape,
    )
    size = box[3] * height / down
    printed = _printed_lines(sample > PRINTED, size, max(1, round(1 / min(across, down))))
    whole = _filled_in(part, printed)
    rows, columns = (
        slice(margin, max(margin + 1, length - margin))
        for margin, length in zip(
            (round(MARGIN_PX / down), round(MARGIN_PX / across)), whole.shape, strict=True
        )
    )
    return np.ascontiguousarray(whole[rows, columns])


def _printed_lines(ink: Mask, size: float, pixel: int) -> Mask:
    """Find the sample's straight lines, with a rim around them.

    Args:
        ink: bool, (H, W), the sample's.
        size: height of the field, in pixels; what is written in it has no straight line of that.
        pixel: of the sample, in pixels.
    """
    across = _runs(ink, LINE_SHARE * size, pixel)
    rows = np.flatnonzero(across.any(1))
    # From one line across to the other no stroke reaches, as the sides of a box do.
    apart = float(rows[-1] - rows[0]) if rows.size else 0.0
    height = SIDE_SHARE * (apart if apart > size / 2 else size)
    lines = across | _runs(ink.T, height, pixel).T
    return _spread(_spread(lines, 0, pixel), 1, pixel)


def _runs(ink: Mask, least: float, pixel: int) -> Mask:
    """Find ink in straight runs along the rows, which may be askew by a pixel of the sample."""
    thick = _spread(ink, 0, pixel)
    reach = max(1, round(least) // 2)
    return _spread(~_spread(~thick, 1, reach), 1, reach) & thick


def _spread(mask: Mask, axis: int, reach: int) -> Mask:
    """True wherever something is within reach along an axis."""
    length = mask.shape[axis]
    counts = np.cumsum(np.insert(mask, 0, False, axis), axis)
    positions = np.arange(length)
    ends = counts.take(np.minimum(positions + reach + 1, length), axis)
    spread: Mask = ends > counts.take(np.maximum(positions - reach, 0), axis)
    return spread


def _filled_in(image: FloatArray, holes: Mask) -> FloatArray:
    """Fill holes with what is beside them, across the narrower way.

    Of the two sides the lighter is taken: a stroke that crosses a line goes on, paper stays paper.
    """
    if not holes.any():
        return image
    best, filling = np.full(image.shape, np.inf), image
    for axis in (0, 1):
        gap, value = _across(image, holes, axis)
        filling = np.where(holes & (gap < best), value, filling)
        best = np.minimum(best, gap)
    return filling.astype(np.float32)


def _across(
    image: FloatArray, holes: Mask, axis: int
) -> tuple[npt.NDArray[np.float64], FloatArray]:
    """Return the hole's width at each pixel along an axis, and the lighter of its sides."""
    length = image.shape[axis]
    positions = np.expand_dims(np.arange(length), 1 - axis)
    before = np.maximum.accumulate(np.where(holes, -1, positions), axis)
    after = np.flip(
        np.minimum.accumulate(np.flip(np.where(holes, length, positions), axis), axis), axis
    )
    gap = (after - before).astype(np.float64)
    gap[(before < 0) & (after >= length)] = np.inf
    sides = [
        np.where(
            is_there, np.take_along_axis(image, np.clip(at, 0, length - 1), axis), np.float32(0)
        )
        for at, is_there in ((before, before >= 0), (after, after < length))
    ]
    return gap, np.maximum(*sides)


def _cut(image: FloatArray, found: Registration, box: ShareBox) -> FloatArray:
    """Cut a box of the sample form out of the page, upright; white beyond the page's edge."""
    from PIL import Image

    corners = found.corners(box)
    width = max(1, round(float(np.hypot(*(corners[1] - corners[0])))))
    height = max(1, round(float(np.hypot(*(corners[3] - corners[0])))))
    most = max(image.shape)
    width, height = min(width, 2 * most), min(height, 2 * most)
    across, down = (corners[1] - corners[0]) / width, (corners[3] - corners[0]) / height
    data = (across[0], down[0], corners[0, 0], across[1], down[1], corners[0, 1])
    part = Image.fromarray(image).transform(
        (width, height),
        Image.Transform.AFFINE,
        tuple(map(float, data)),
        Image.Resampling.BICUBIC,
        fillcolor=1.0,
    )
    return np.clip(np.asarray(part, np.float32), 0, 1)


def _ink_map(image: FloatArray) -> FloatArray:
    """Return dark ink over shadowed paper, in [0, 1], ``REFERENCE_SIDE`` pixels long."""
    reduced = block_means(image, max(1, max(image.shape) // REFERENCE_SIDE))
    factor = -(-max(reduced.shape) // COARSE_SIDE)
    coarse = block_means(reduced, factor)
    closed = running(
        running(coarse, _BACKGROUND_WINDOW, np.maximum), _BACKGROUND_WINDOW, np.minimum
    )
    paper = _resized(closed, reduced.shape)
    ink = np.clip((paper - reduced) / np.maximum(paper, 0.2), 0, 1).astype(np.float32)
    scale = REFERENCE_SIDE / max(ink.shape)
    ink = _resized(ink, tuple(max(1, round(side * scale)) for side in ink.shape))
    # Pale print counts as much as black.
    strong = float(np.percentile(ink[ink > 0.1], 90)) if (ink > 0.1).any() else 1.0
    inked: FloatArray = np.clip(ink / max(strong, 0.2), 0, 1)
    return inked


def _resized(image: FloatArray, shape: tuple[int, ...]) -> FloatArray:
    from PIL import Image

    height, width = shape
    if image.shape == shape:
        return image
    is_larger = height > image.shape[0]
    way = Image.Resampling.BILINEAR if is_larger else Image.Resampling.BOX
    return np.asarray(Image.fromarray(image).resize((width, height), way), np.float32)


def _warped(image: FloatArray, matrix: Matrix, shape: tuple[int, ...]) -> FloatArray:
    """Warp a picture by a map from positions of the result to positions of the picture."""
    from PIL import Image

    height, width = shape
    data = tuple(map(float, matrix.ravel()))
    warped = Image.fromarray(image).transform(
        (width, height), Image.Transform.AFFINE, data, Image.Resampling.BILINEAR
    )
    return np.asarray(warped, np.float32)


def _follow(sample: FloatArray, page: FloatArray) -> tuple[Matrix, float]:
    """Return the best map from the sample's positions to the page's, and its correlation."""
    levels = [COARSE_PX, 2 * COARSE_PX, 4 * COARSE_PX, REFERENCE_SIDE]
    pairs = [(_level(sample, side), _level(page, side)) for side in levels]
    maps = [_refined(*pairs[0], start) for start in _correlated(*pairs[0])]
    maps = [_refined(*pairs[1], _scaled(one, pairs[0], pairs[1])) for one in maps]
    best = max(maps, key=partial(_fit, *pairs[1]))
    for before, pair in pairwise(pairs[1:]):
        best = _refined(*pair, _scaled(best, before, pair))
    return best, _fit(*pairs[-1], best)


def _level(ink: FloatArray, side: int) -> FloatArray:
    scale = side / max(ink.shape)
    small = _resized(ink, tuple(max(8, round(length * scale)) for length in ink.shape))
    padded = np.pad(small, 1, mode="edge")
    rows = padded[:-2] + 2 * padded[1:-1] + padded[2:]
    return np.ascontiguousarray((rows[:, :-2] + 2 * rows[:, 1:-1] + rows[:, 2:]) / 16)


def _scaled(matrix: Matrix, before: Pair, after: Pair) -> Matrix:
    """Return the same map between larger versions of both pictures."""
    scaled = matrix * (np.array(after[1].shape[::-1]) / before[1].shape[::-1])[:, None]
    scaled[:, :2] /= np.array(after[0].shape[::-1]) / before[0].shape[::-1]
    return scaled


def _correlated(sample: FloatArray, page: FloatArray) -> list[Matrix]:
    """Return the maps by rotation, scale and shift that correlate two small pictures best."""
    side = 2 * COARSE_PX
    flat = page - page.mean()
    # Twice as large, because a Fourier transform wraps around: half of the page would lie over its
    # other end.
    spectrum = np.fft.rfft2(flat, (side, side))
    middle = np.array(sample.shape[::-1]) / 2
    # The page's own size says how large a form on it may be.
    usual = min(np.array(page.shape) / sample.shape)
    found: list[tuple[float, Matrix]] = []
    for angle in np.radians(ANGLES):
        for scale in usual * SCALES:
            turn = scale * np.array(
                [[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]]
            )
            # The sample, turned and scaled about its middle, in the middle of a square.
            back = np.linalg.inv(turn)
            shift = middle - back @ np.full(2, COARSE_PX)
            turned = _warped(sample, np.column_stack([back, shift]), (side, side))
            turned = turned - turned.mean()
            agreement = np.fft.irfft2(
                spectrum * np.conj(np.fft.rfft2(turned)), (side, side)
            ) / np.linalg.norm(turned)
            at = np.unravel_index(int(agreement.argmax()), agreement.shape)
            # Shifts beyond the middle are negative ones.
            move = np.array([(position + COARSE_PX) % side - COARSE_PX for position in at[::-1]])
            offset = np.full(2, COARSE_PX) + move - turn @ middle
            found.append((float(agreement[at]), np.column_stack([turn, offset])))
    found.sort(key=lambda one: -one[0])
    return _different([matrix for _, matrix in found], middle)


def _different(matrices: list[Matrix], middle: Matrix) -> list[Matrix]:
    """Return the first few maps that put the sample's middle and corner elsewhere."""
    kept: list[Matrix] = []
    positions = np.array([middle, 2 * middle])
    for matrix in matrices:
        seen = positions @ matrix[:, :2].T + matrix[:, 2]
        others = (positions @ one[:, :2].T + one[:, 2] for one in kept)
        if all(np.abs(seen - other).max() > 3 for other in others):
            kept.append(matrix)
        if len(kept) == CANDIDATES:
            break
    return kept


def _refined(sample: FloatArray, page: FloatArray, matrix: Matrix) -> Matrix:
    """Refine the map by Gauss–Newton steps that bring the page's ink over the sample's."""
    down, across = np.asarray(np.gradient(sample))
    rows, columns = np.nonzero(across**2 + down**2 > 1e-3)
    if rows.size < 50:
        return matrix
    # In units of the longer side, so that the six parameters are of one size and the normal
    # equations well conditioned.
    length = float(max(sample.shape))
    x, y = (columns + 0.5) / length, (rows + 0.5) / length
    gx, gy = across[rows, columns] * length, down[rows, columns] * length
    descent = np.column_stack([gx * x, gx * y, gx, gy * x, gy * y, gy]).astype(np.float64)
    wanted = sample[rows, columns]
    unit = np.diag([length, length, 1.0])
    for _ in range(STEPS):
        seen = _warped(page, matrix, sample.shape)[rows, columns]
        # The page may be printed paler or darker than the sample.
        gain = float(seen @ wanted) / max(float(seen @ seen), 1e-6)
        error = np.clip(gain, 0.5, 2.0) * seen - wanted
        # Geman and McClure's weights: what is written on either page hardly pulls.
        weight = 1 / (1 + (error / OUTLIER) ** 2) ** 2
        weighted = descent * weight[:, None]
        normal = weighted.T @ descent
        # Damped (Levenberg), because lines of one direction say nothing of a shift along them.
        normal += 1e-3 * np.trace(normal) / 6 * np.eye(6)
        step = np.linalg.solve(normal, weighted.T @ error).reshape(2, 3)
        change = np.eye(3)
        # The step was computed on the sample, which stays, so its gradients are needed once; the
        # page's map therefore takes the inverse.
        change[:2] += step
        whole = np.vstack([matrix, [0, 0, 1]]) @ unit @ np.linalg.inv(change) @ np.linalg.inv(unit)
        matrix = whole[:2]
        if np.abs(step).max() * length < _STILL:
            break
    return matrix


def _fit(sample: FloatArray, page: FloatArray, matrix: Matrix) -> float:
    """Return the correlation of both where the sample has ink, and close to it."""
    reach = 2 * round(max(sample.shape) / 200) + 3
    # Blank paper agrees with any blank paper.
    near = running(sample, reach, np.maximum) > 0.2
    if not near.any():
        return 0.0
    seen = _warped(page, matrix, sample.shape)[near]
    if seen.std() == 0:
        return 0.0
    table = np.asarray(np.corrcoef(seen, sample[near]))
    return float(np.nan_to_num(table[0, 1]))


def _turned_back(matrix: Matrix, turns: int, shape: tuple[int, ...]) -> Matrix:
    """Convert a map to the page rotated left by quarters into one to the page as it lies."""
    whole = np.vstack([matrix, [0, 0, 1]])
    height, width = float(shape[0]), float(shape[1])
    # rot90: what is at (x, y) of the turned picture was at (width − y, x) of the one before.
    for step in range(turns, 0, -1):
        across = width if step % 2 else height
        whole = np.array([[0, -1, across], [1, 0, 0], [0, 0, 1]], np.float64) @ whole
    return whole[:2]
