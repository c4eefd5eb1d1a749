"""Noise on 28×28 images: reproducible, and steady while only the level moves.

The random field depends on the seed and the kind alone; the level scales it or
decides how much of it shows. Every image of a batch gets its own field, so that
image i gets the same noise in a batch of any size.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from desktop_cvae.core.errors import UsageError
from desktop_cvae.core.language import mark, number, tr
from desktop_cvae.core.results import FloatArray, NoiseSetting

KINDS = (mark("gaussian"), mark("salt and pepper"), mark("speckle"), mark("occlusion"))
OCCLUSION_GREY = np.float32(0.5)


def add_noise(images: FloatArray, setting: NoiseSetting) -> FloatArray:
    """Return the images with noise, clipped to [0, 1].

    Gaussian noise has σ = level; salt and pepper turns a fraction ``level`` of pixels
    black or white; speckle is x + level·x·n with n ~ N(0, 1); occlusion lays a grey
    square of ⌈28·level⌉ pixels a side somewhere on the image.

    Args:
        images: float32, (…, H, W), in [0, 1], H and W ≥ 1.
        setting: kind, level in [0, 1] and seed; level 0 leaves the images as they are.

    Raises:
        UsageError: the kind is unknown or the level out of range.
    """
    _require_valid(setting)
    images = np.asarray(images, np.float32)
    if not setting.level:
        # NumPy imports its random generators when they are first used; the first answer needs none.
        unchanged: FloatArray = np.clip(images, 0, 1)
        return unchanged
    height, width = images.shape[-2:]
    # A list of both, because seed + kind would give one kind's field again at the next seed.
    rng = np.random.default_rng([setting.seed, KINDS.index(setting.kind)])
    flat = images.reshape(-1, height, width)
    noisy = _KINDS[setting.kind](flat, np.float32(setting.level), rng)
    clipped: FloatArray = np.clip(noisy, 0, 1).astype(np.float32, copy=False)
    return clipped.reshape(images.shape)


def parse_noise(text: str, seed: int = 0) -> NoiseSetting:
    """Read ``KIND:LEVEL``, as the command line takes it (``gaussian:0.3``).

    Args:
        text: the kind may have hyphens or underscores for spaces, in any case; ``none`` is none.
        seed: of the noise, ≥ 0.

    Raises:
        UsageError: the text names no kind or no level in [0, 1].
    """
    kind, colon, level_text = text.partition(":")
    kind = " ".join(kind.replace("-", " ").replace("_", " ").lower().split())
    if kind == "none" and not colon:
        return NoiseSetting(seed=seed)
    try:
        level = float(level_text)
    except ValueError:
        kinds = ", ".join(name.replace(" ", "-") for name in KINDS)
        raise UsageError(
            tr(
                "Noise is written KIND:LEVEL, such as gaussian:0.3, not “{text}”; kinds: {kinds}.",
                text=text[:60],
                kinds=kinds,
            )
        ) from None
    setting = NoiseSetting(kind, level, seed)
    _require_valid(setting)
    return setting


def _require_valid(setting: NoiseSetting) -> None:
    if setting.kind not in KINDS:
        raise UsageError(
            tr(
                "Unknown noise “{kind}”; the kinds are {kinds}.",
                kind=setting.kind[:60],
                kinds=", ".join(KINDS),
            )
        )
    if not 0 <= setting.level <= 1:
        raise UsageError(
            tr(
                "The noise level must be between 0 and 1, not {level}.",
                level=number(setting.level, "g"),
            )
        )
    if setting.seed < 0:
        raise UsageError(tr("The noise seed must be a whole number, 0 or more."))


def _gaussian(images: FloatArray, level: np.float32, rng: np.random.Generator) -> FloatArray:
    return images + level * rng.standard_normal(images.shape, np.float32)


def _salt_and_pepper(images: FloatArray, level: np.float32, rng: np.random.Generator) -> FloatArray:
    # Both numbers are drawn for every image in turn: the batch's size changes nothing.
    fields = rng.random((len(images), 2, *images.shape[1:]), np.float32)
    struck, white = fields[:, 0] < level, fields[:, 1] < 0.5
    return np.where(struck, white.astype(np.float32), images)


def _speckle(images: FloatArray, level: np.float32, rng: np.random.Generator) -> FloatArray:
    return images + level * images * rng.standard_normal(images.shape, np.float32)


def _occlusion(images: FloatArray, level: np.float32, rng: np.random.Generator) -> FloatArray:
    count, height, width = images.shape
    side = math.ceil(float(level) * max(height, width))
    # The square grows from a fixed relative position and stays inside the picture.
    positions = rng.random((count, 2), np.float32)
    top = np.rint(positions[:, 0] * max(0, height - side)).astype(int)[:, np.newaxis]
    left = np.rint(positions[:, 1] * max(0, width - side)).astype(int)[:, np.newaxis]
    rows, columns = np.arange(height), np.arange(width)
    in_rows = (rows >= top) & (rows < top + side)
    in_columns = (columns >= left) & (columns < left + side)
    covered = in_rows[:, :, np.newaxis] & in_columns[:, np.newaxis, :]
    return np.where(covered, OCCLUSION_GREY, images)


_KINDS: dict[str, Callable[[FloatArray, np.float32, np.random.Generator], FloatArray]] = {
    "gaussian": _gaussian,
    "salt and pepper": _salt_and_pepper,
    "speckle": _speckle,
    "occlusion": _occlusion,
}
