"""Close calls are looked at again: from ten slightly different sides, in one more call.

Two labels that explain a picture nearly as well as each other are often told apart by a nat or
two that an odd hook or a rounded pixel has decided. Turned, slanted, scaled and moved a little,
the picture is still the same digit, and the mean of the evidence over all sides has less of such
chance. Importance-weighted evidence (Burda et al. 2016, arXiv:1509.00519) was measured beside it:
it costs more and decides no better, since the posterior is narrow and what differs is the picture.
"""

from __future__ import annotations

import dataclasses

import numpy as np
import numpy.typing as npt

from desktop_cvae.core.ports import Engine
from desktop_cvae.core.results import FloatArray, Recognition
from desktop_cvae.inference.noise_channel import noise_levels, through_noise
from desktop_cvae.inference.recognition import recognize, softmax

Numbers = npt.NDArray[np.float64]
SIZE, CENTER = 28, 13.5
CLOSE_NATS = 10.0
"""A picture is a close call when its two best labels are nearer than this: about one MNIST test
digit in a hundred."""

_SIDES = (
    # degrees, slant, log of the size, pixels to the right, pixels down
    (8.0, 0.0, 0.0, 0.0, 0.0),
    (-8.0, 0.0, 0.0, 0.0, 0.0),
    (0.0, 0.15, 0.0, 0.0, 0.0),
    (0.0, -0.15, 0.0, 0.0, 0.0),
    (0.0, 0.0, 0.1, 0.0, 0.0),
    (0.0, 0.0, -0.1, 0.0, 0.0),
    (0.0, 0.0, 0.0, 1.0, 0.0),
    (0.0, 0.0, 0.0, -1.0, 0.0),
    (0.0, 0.0, 0.0, 0.0, 1.0),
    (0.0, 0.0, 0.0, 0.0, -1.0),
)


def recognize_carefully(engine: Engine, images: FloatArray) -> list[Recognition]:
    """As :func:`recognize`; close calls by the mean over eleven sides.

    Args:
        engine: the loaded model.
        images: float32, (B, 28, 28), in [0, 1], white ink on black.

    Returns:
        one reading an image; reconstructions and latents are those of the picture as it is.
    """
    readings = recognize(engine, images)
    return [
        _looked_at_again(engine, image, reading) if is_close(reading) else reading
        for image, reading in zip(images, readings, strict=True)
    ]


def is_close(reading: Recognition) -> bool:
    """True if two labels explain the picture nearly as well as each other."""
    if reading.label is None or len(reading.evidence_nats) < 2:
        return False
    second, first = np.sort(reading.evidence_nats)[-2:]
    return bool(first - second < CLOSE_NATS)


def sides(image: FloatArray) -> FloatArray:
    """The picture seen a little differently, bilinear, black outside.

    Args:
        image: float32, (28, 28), in [0, 1].

    Returns:
        float32, (10, 28, 28), in [0, 1].
    """
    flat = np.append(image.reshape(-1), np.float32(0.0))
    seen: FloatArray = (flat[_PLACES] * _SHARES).sum(axis=-1, dtype=np.float32)
    return seen.reshape(-1, *image.shape)


def _looked_at_again(engine: Engine, image: FloatArray, reading: Recognition) -> Recognition:
    seen = sides(image)
    # Turned and enlarged, ink may reach the ring where noise is looked for: it stays as found.
    levels = np.repeat(noise_levels(image[np.newaxis]), len(seen))
    others = through_noise(engine.score(seen), seen, levels)
    nats = _mean_with(reading.reconstruction_nats, others.reconstruction_nats)
    kl = _mean_with(reading.kl_nats, others.kl_nats)
    evidence = -(nats + kl)
    return dataclasses.replace(
        reading,
        label=int(evidence.argmax()),
        probabilities=softmax(evidence[np.newaxis])[0],
        evidence_nats=evidence,
        reconstruction_nats=nats,
        kl_nats=kl,
        views=1 + len(seen),
    )


def _mean_with(own: FloatArray, others: FloatArray) -> FloatArray:
    mean: FloatArray = np.concatenate([own[np.newaxis], others]).mean(axis=0, dtype=np.float32)
    return mean


def _sampling() -> tuple[npt.NDArray[np.intp], FloatArray]:
    """For each side and pixel the four places it is mixed from, and their shares.

    Returns:
        integers (10, 784, 4), where 784 stands for the black outside, and float32 of that shape.
    """
    down, right = np.mgrid[:SIZE, :SIZE].reshape(2, -1) - CENTER
    places, shares = [], []
    for degrees, slant, log_size, x, y in _SIDES:
        cos, sin = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
        shrink = np.exp(-log_size)
        columns = shrink * (cos * right + (sin + slant) * down) + CENTER - x
        rows = shrink * (cos * down - sin * right) + CENTER - y
        corners = [(np.floor(rows) + i, np.floor(columns) + j) for i in (0, 1) for j in (0, 1)]
        places.append(np.stack([_place(*corner) for corner in corners], axis=-1))
        near = [(1 - abs(rows - r)) * (1 - abs(columns - c)) for r, c in corners]
        shares.append(np.stack(near, axis=-1))
    return np.stack(places), np.stack(shares).astype(np.float32)


def _place(rows: Numbers, columns: Numbers) -> npt.NDArray[np.intp]:
    inside = (rows >= 0) & (rows < SIZE) & (columns >= 0) & (columns < SIZE)
    return np.where(inside, rows * SIZE + columns, SIZE**2).astype(np.intp)


_PLACES, _SHARES = _sampling()
