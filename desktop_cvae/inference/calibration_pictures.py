"""What a model is asked while it is calibrated: digits in many looks, and what is none."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from desktop_cvae.core.results import FloatArray, IntArray
from desktop_cvae.images.decoys import make_decoys
from desktop_cvae.images.restyling import bend, drawn_digits, restyle

CHUNK = 100
LARGEST_NOISE = 0.5
NOBODYS = -1
"""Source of pictures that were made from no digit in particular."""


@dataclass(frozen=True, eq=False)
class Batch:
    """Pictures of one kind.

    Attributes:
        images: float32, (N, 28, 28), in [0, 1].
        labels: int64, (N,), true labels; −1 for what is no digit.
        sources: int64, (N,), which digit each was made from, or ``NOBODYS``.
        is_plain: they are those digits themselves.
    """

    images: FloatArray
    labels: IntArray
    sources: IntArray
    is_plain: bool = False


def batch_sizes(count: int, refuses: bool) -> dict[str, int]:
    """How many pictures of each kind, for so many digits; in the order they are asked."""
    shares = _SHARES if refuses else {"plain": 1.0}
    return {kind: round(share * count) for kind, share in shares.items()}


def batches(images: FloatArray, labels: IntArray, seed: int, refuses: bool) -> Iterator[Batch]:
    """All of them, made as they are asked for.

    Args:
        images: float32, (N, 28, 28), in [0, 1], held-out digits.
        labels: int64, (N,), of the ten digits if ``refuses``.
        seed: of everything that chance decides.
        refuses: False gives the digits only.
    """
    for number, (kind, size) in enumerate(batch_sizes(len(images), refuses).items()):
        for start in range(0, size, CHUNK):
            places = np.arange(start, min(start + CHUNK, size)) % len(images)
            own = int(np.random.default_rng([seed, 37, number, start]).integers(2**31))
            yield _batch(kind, images, labels, places, own)


def _batch(kind: str, images: FloatArray, labels: IntArray, places: IntArray, seed: int) -> Batch:
    if kind == "plain":
        return Batch(images[places], labels[places], places, is_plain=True)
    if kind == "drawn":
        drawn, drawn_labels = drawn_digits(len(places), seed)
        return Batch(drawn, drawn_labels, np.full_like(places, NOBODYS))
    if kind in _LOOKS:
        return Batch(_LOOKS[kind](images[places], seed), labels[places], places)
    decoys = make_decoys(images, labels, len(places), seed)
    look = _LOOKS.get(kind.removeprefix("decoys, "))
    nothing = np.full_like(places, NOBODYS)
    return Batch(decoys if look is None else look(decoys, seed), nothing, nothing)


def _noisy(images: FloatArray, seed: int) -> FloatArray:
    """Under noise of any level, every third by another pen too."""
    rng = np.random.default_rng([seed, 33])
    looks = images.copy()
    looks[::3] = restyle(images[::3], seed)
    level = rng.uniform(0, LARGEST_NOISE, (len(images), 1, 1)).astype(np.float32)
    noise = rng.standard_normal(images.shape, np.float32)
    return np.clip(looks + level * noise, 0, 1).astype(np.float32)


_LOOKS: dict[str, Callable[[FloatArray, int], FloatArray]] = {
    "restyled": restyle,
    "bent": bend,
    "noisy": _noisy,
}
_SHARES = {
    "plain": 1.0,
    "restyled": 0.5,
    "noisy": 0.3,
    "bent": 0.6,
    "drawn": 0.6,
    "decoys": 2.4,
    "decoys, restyled": 0.3,
    "decoys, noisy": 0.3,
}
"""Of the digits given. The more of the bent, the more letters pass that lean on a digit."""
