"""Random damage to a prepared digit: what paper, light, cameras and other people do to it.

Foreign ink (strokes, curves, ruling, blots), what is missing (erased strokes and patches), paper of
the other colour in parts, uneven light, faint ink, stroke width, blur, few pixels, grain, outlines
instead of strokes. A recogniser that has seen them under wide random settings is to
read what it has never seen (domain randomisation, Tobin et al. 2017, arXiv:1703.06907).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from desktop_cvae.core.results import FloatArray
from desktop_cvae.pictures.background import running
from desktop_cvae.synthesis.restyling import segment, smoothed

Change = Callable[[FloatArray, np.random.Generator], np.ndarray]
SIDE = 28
TOGETHER = (0.6, 0.3, 0.1)
"""Probabilities of one, two and three damages to a picture."""
MARGIN_PX = 8
"""Margin around a cloud that is cut off, so that clouds do not wrap around."""
_Y, _X = np.mgrid[:SIDE, :SIDE].astype(np.float32) - (SIDE - 1) / 2


def damage(images: FloatArray, seed: int | Sequence[int]) -> FloatArray:
    """Damage every picture in its own way.

    Args:
        images: float32, (N, 28, 28), in [0, 1], white on black.
        seed: the same seed does the same damage.

    Returns:
        float32, (N, 28, 28), in [0, 1].
    """
    rng = np.random.default_rng([*np.atleast_1d(seed), 51])
    return np.stack([_damaged(image, rng) for image in images]) if len(images) else images


def damage_by(kind: str, images: FloatArray, seed: int) -> FloatArray:
    """Damage every picture with one kind of damage, a key of ``DAMAGES``."""
    rng = np.random.default_rng([seed, 52])
    changed = [DAMAGES[kind](image, rng) for image in images]
    return np.asarray(np.clip(np.stack(changed), 0, 1).astype(np.float32))


def _damaged(image: FloatArray, rng: np.random.Generator) -> FloatArray:
    for _ in range(1 + int(rng.choice(len(TOGETHER), p=TOGETHER))):
        changed = _WAYS[int(rng.integers(len(_WAYS)))](image, rng)
        image = np.clip(changed, 0, 1).astype(np.float32)
    return image


def _over(image: FloatArray, mark: FloatArray, rng: np.random.Generator) -> np.ndarray:
    """Lay foreign ink of some grey over the digit, or erase the digit there."""
    if rng.random() < 0.3:
        return np.asarray(image * (1 - mark))
    grey = np.float32(rng.uniform(0.35, 1))
    return np.asarray(np.maximum(image, grey * mark))


def _lines(image: FloatArray, rng: np.random.Generator) -> np.ndarray:
    """Draw one to four straight strokes that may cross the whole picture."""
    width = rng.uniform(0.6, 3.5)
    strokes = [segment(rng.uniform(-18, 18, (2, 2)), width) for _ in range(rng.integers(1, 5))]
    return _over(image, np.maximum.reduce(strokes), rng)


def _curve(image: FloatArray, rng: np.random.Generator) -> np.ndarray:
    """Draw part of an ellipse, or a wave."""
    width = rng.uniform(0.8, 3)
    if rng.random() < 0.5:
        middle, radius = rng.uniform(-12, 12, 2), rng.uniform(3, 16, 2)
        away = np.hypot((_X - middle[0]) / radius[0], (_Y - middle[1]) / radius[1])
        distance = abs(away - 1) * radius.mean()
        turned = np.arctan2(_Y - middle[1], _X - middle[0]) - rng.uniform(-np.pi, np.pi)
        distance = distance + 99 * (turned % (2 * np.pi) > rng.uniform(2, 2 * np.pi))
    else:
        turn, period = rng.uniform(0, np.pi), rng.uniform(8, 30)
        u, v = _turned(turn)
        wave = rng.uniform(1, 5) * np.sin(2 * np.pi * u / period + rng.uniform(0, 6))
        distance = abs(v - wave - rng.uniform(-9, 9))
    return _over(image, np.clip(width / 2 - distance + 0.5, 0, 1).astype(np.float32), rng)


def _turned(angle: float) -> tuple[FloatArray, FloatArray]:
    cos, sin = np.float32(np.cos(angle)), np.float32(np.sin(angle))
    return cos * _X + sin * _Y, cos * _Y - sin * _X


def _ruling(image: FloatArray, rng: np.random.Generator) -> np.ndarray:
    """Draw parallel lines, or a grid."""
    is_upright = rng.random() < 0.7
    turn = rng.choice([0, np.pi / 2]) + rng.normal(0, 0.1) if is_upright else rng.uniform(0, 3)
    width, mark = rng.uniform(0.5, 2), np.zeros_like(image)
    for axis in _turned(turn)[: 2 if rng.random() < 0.4 else 1]:
        period = rng.uniform(3 + width, 16)
        position = (axis + rng.uniform(0, period)) % period
        mark = np.maximum(mark, np.clip(width / 2 - abs(position - period / 2) + 0.5, 0, 1))
    return _over(image, mark, rng)


def _region(rng: np.random.Generator) -> FloatArray:
    """Return a region: beyond an edge, a band, a box, an ellipse or a cloud; float32."""
    u, v = _turned(rng.choice([0, np.pi / 2]) if rng.random() < 0.5 else rng.uniform(0, 2 * np.pi))
    kind, position, other = rng.integers(5), rng.uniform(-11, 11), rng.uniform(-11, 11)
    half, other_half = rng.uniform(1, 6), rng.uniform(1, 6)
    if kind == 0:
        away = abs(position) - u * np.sign(position)
    elif kind == 1:
        away = abs(u - position) - half
    elif kind == 2:
        away = np.maximum(abs(u - position) - half, abs(v - other) - other_half)
    elif kind == 3:
        away = (np.hypot((u - position) / half, (v - other) / other_half) - 1) * half
    else:
        away = 2 * (rng.uniform(0.3, 1.4) - _cloud(rng, rng.uniform(2, 7)))
    return np.asarray(np.clip(0.5 - away, 0, 1), np.float32)


def _cloud(rng: np.random.Generator, size_px: float) -> np.ndarray:
    """Return Gaussian-smoothed noise, float32, (28, 28), of mean 0 and variance 1."""
    side = SIDE + 2 * MARGIN_PX
    field = smoothed(rng.standard_normal((side, side)).astype(np.float32), size_px)
    field = field[MARGIN_PX:-MARGIN_PX, MARGIN_PX:-MARGIN_PX]
    return np.asarray((field - field.mean()) / max(float(field.std()), 1e-6))


def _patch(image: FloatArray, rng: np.random.Generator) -> np.ndarray:
    """Remove a part, or cover it with a grey or a texture."""
    region, kind = _region(rng), rng.random()
    if kind < 0.5:
        cover = np.zeros_like(image)
    elif kind < 0.75:
        cover = np.full_like(image, rng.uniform(0.2, 1))
    else:
        cover = np.clip(0.5 + 0.4 * _cloud(rng, rng.uniform(0.5, 3)), 0, 1)
    return image + region * (cover - image)


def _other_paper(image: FloatArray, rng: np.random.Generator) -> np.ndarray:
    """Invert parts, where ink and paper are swapped."""
    for _ in range(rng.integers(1, 3)):
        image = image + _region(rng) * (1 - 2 * image)
    return image


def _blots(image: FloatArray, rng: np.random.Generator) -> np.ndarray:
    """Draw drops and smears."""
    field = _cloud(rng, rng.uniform(0.7, 2.5))
    mark = np.clip(rng.uniform(1, 4) * (field - rng.uniform(1.0, 2.2)) + 0.5, 0, 1)
    return _over(image, mark.astype(np.float32), rng)


def _light(image: FloatArray, rng: np.random.Generator) -> np.ndarray:
    """Light the picture unevenly: veils, shadows, a lamp at one side."""
    if rng.random() < 0.5:
        field = _turned(rng.uniform(0, 2 * np.pi))[0] / SIDE + 0.5
    else:
        field = 0.5 + 0.35 * _cloud(rng, rng.uniform(2, 9)) + 0.1 * _cloud(rng, 1)
    field, strength = np.clip(field, 0, 1), np.float32(rng.uniform(0.2, 1))
    kind = rng.random()
    if kind < 0.4:
        return image + strength * field * (1 - image) * np.float32(rng.uniform(0.4, 1))
    if kind < 0.7:
        return image * (1 - strength * field * np.float32(0.9))
    return np.clip(image + strength * field, 0, 1) if kind < 0.85 else (image + field) / 2


def _faint(image: FloatArray, rng: np.random.Generator) -> np.ndarray:
    """Draw faint ink on grey paper, or bend the grey values."""
    paper = rng.uniform(0, 0.6)
    ink = rng.uniform(paper + 0.2, 1)
    curved = image ** np.exp(rng.uniform(-1, 1))
    return np.asarray(paper + (ink - paper) * curved, np.float32)


def _stroke(image: FloatArray, rng: np.random.Generator) -> np.ndarray:
    """Thin strokes down to one pixel, or thicken them by three or five."""
    kind = rng.random()
    if kind < 0.5:
        # The ridge of the ink: what no neighbour on both sides exceeds.
        soft = smoothed(image, 0.8)
        across = np.maximum(
            soft - np.maximum(np.roll(soft, 1, 0), np.roll(soft, -1, 0)),
            soft - np.maximum(np.roll(soft, 1, 1), np.roll(soft, -1, 1)),
        )
        ridge = (np.clip(40 * across + 0.5, 0, 1) * (soft > 0.25)).astype(np.float32)
        strength = np.float32(rng.uniform(0.5, 1))
        return np.asarray(image + strength * (np.maximum(ridge * image.max(), 0) - image))
    width = 3 if kind < 0.85 else 5
    thick = running(image, width, np.maximum)
    return image + np.float32(rng.uniform(0.4, 1)) * (thick - image)


def _blur(image: FloatArray, rng: np.random.Generator) -> np.ndarray:
    soft = smoothed(np.pad(image, MARGIN_PX), rng.uniform(0.5, 2))
    soft = soft[MARGIN_PX:-MARGIN_PX, MARGIN_PX:-MARGIN_PX]
    # Some keep the ink's strength, as a camera's exposure does.
    full = max(float(image.max()) / max(float(soft.max()), 0.2), 1.0)
    return soft * np.float32(rng.uniform(1, full))


def _few_pixels(image: FloatArray, rng: np.random.Generator) -> np.ndarray:
    """Rescan with 8 to 40 pixels, sampled or averaged, perhaps black or white."""
    from PIL import Image

    side = int(rng.integers(8, 21) if rng.random() < 0.8 else rng.integers(20, 41))
    ways = (Image.Resampling.BOX, Image.Resampling.BILINEAR, Image.Resampling.NEAREST)
    down, up = (ways[int(rng.integers(3))] for _ in range(2))
    small = np.asarray(Image.fromarray(image).resize((side, side), down))
    if rng.random() < 0.4:
        small = np.clip(8 * (small - rng.uniform(0.15, 0.6)) + 0.5, 0, 1)
    picture = Image.fromarray(small.astype(np.float32)).resize((SIDE, SIDE), up)
    return np.asarray(picture, np.float32)


def _grain(image: FloatArray, rng: np.random.Generator) -> np.ndarray:
    """Add noise of single pixels or of cells: additive, multiplicative, or black and white."""
    cell = int(rng.choice([1, 1, 2, 4]))
    small = -(-SIDE // cell)

    def spread(values: np.ndarray) -> np.ndarray:
        return values.repeat(cell, 0).repeat(cell, 1)[:SIDE, :SIDE].astype(np.float32)

    noise, kind = spread(rng.standard_normal((small, small))), rng.random()
    if kind < 0.3:
        return np.clip(image + rng.uniform(0.1, 0.5) * noise, 0, 1).astype(np.float32)
    if kind < 0.5:
        return np.clip(image * (1 + rng.uniform(0.2, 1) * noise), 0, 1).astype(np.float32)
    struck = spread(rng.random((small, small)) < rng.uniform(0.02, 0.25)) > 0
    return np.where(struck, spread(rng.random((small, small)) < 0.5), image)


def _outline(image: FloatArray, rng: np.random.Generator) -> np.ndarray:
    """Draw the edges of the strokes instead of the strokes."""
    is_outside = rng.random() < 0.7
    inside = image if is_outside else running(image, 3, np.minimum)
    edge = running(image, 3, np.maximum) - inside
    return np.asarray(image + np.float32(rng.uniform(0.7, 1)) * (np.clip(1.3 * edge, 0, 1) - image))


DAMAGES: dict[str, Change] = {
    "lines": _lines,
    "curve": _curve,
    "ruling": _ruling,
    "patch": _patch,
    "other paper": _other_paper,
    "blots": _blots,
    "light": _light,
    "faint": _faint,
    "stroke width": _stroke,
    "blur": _blur,
    "few pixels": _few_pixels,
    "grain": _grain,
    "outline": _outline,
}
"""Every kind of damage by its name."""
_WAYS = tuple(DAMAGES.values())
