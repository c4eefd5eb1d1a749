"""Ink on papers, boards and in bad photographs: (H, W) of ink → (H, W, 3) as a camera sees it."""

from __future__ import annotations

import io
from collections.abc import Callable

import numpy as np
from PIL import Image

from desktop_cvae.core.results import FloatArray

Random = np.random.Generator
BLACK = (0.08, 0.08, 0.1)
INKS = {
    "blue": (0.1, 0.2, 0.65),
    "red": (0.8, 0.12, 0.12),
    "green": (0.1, 0.5, 0.2),
    "orange": (0.95, 0.5, 0.1),
    "violet": (0.45, 0.15, 0.6),
    "light blue": (0.35, 0.65, 0.95),
}


def on_paper(kind: str, ink: FloatArray, height: float, random: Random) -> np.ndarray:
    """Lay ink on a paper.

    Args:
        kind: of ``PAPERS``.
        ink: float32, (H, W), in [0, 1].
        height: of its digits in pixels.
        random: of the picture.

    Returns:
        uint8, (H, W, 3).
    """
    seen = PAPERS[kind](ink, height, random)
    seen = seen + random.normal(0, 0.006, seen.shape)
    return np.rint(255 * np.clip(seen, 0, 1)).astype(np.uint8)


def _laid(ink: FloatArray, ground: FloatArray, colour: tuple[float, ...]) -> FloatArray:
    share = ink[..., np.newaxis] * np.float32(0.95)
    return ground * (1 - share) + np.array(colour, np.float32) * share


def _ground(ink: FloatArray, colour: tuple[float, ...] = (0.96, 0.96, 0.95)) -> FloatArray:
    return np.broadcast_to(np.array(colour, np.float32), (*ink.shape, 3)).copy()


def _white(ink: FloatArray, height: float, random: Random) -> FloatArray:
    return _laid(ink, _ground(ink), BLACK)


def _rules(ground: FloatArray, height: float, random: Random, *, both: bool) -> FloatArray:
    thick = max(1, round(height * random.uniform(0.02, 0.06)))
    colour = np.array(
        [(0.55, 0.65, 0.85), (0.6, 0.6, 0.6), (0.85, 0.6, 0.6)][int(random.integers(3))]
    )
    step = round(height * (random.uniform(0.45, 0.7) if both else random.uniform(1.1, 1.6)))
    for top in range(int(random.integers(step)), ground.shape[0], step):
        ground[top : top + thick] = colour
    if both:
        for left in range(int(random.integers(step)), ground.shape[1], step):
            ground[:, left : left + thick] = colour
    return ground


def _ruled(ink: FloatArray, height: float, random: Random) -> FloatArray:
    return _laid(ink, _rules(_ground(ink), height, random, both=False), (0.1, 0.15, 0.45))


def _squared(ink: FloatArray, height: float, random: Random) -> FloatArray:
    return _laid(ink, _rules(_ground(ink), height, random, both=True), BLACK)


def _shadow(ink: FloatArray, height: float, random: Random) -> FloatArray:
    y, x = np.mgrid[-1 : 1 : ink.shape[0] * 1j, -1 : 1 : ink.shape[1] * 1j]
    edge = x * random.uniform(-2, 2) + y * random.uniform(-2, 2) + random.uniform(-0.6, 0.6)
    light = random.uniform(0.35, 0.6) + 0.4 / (1 + np.exp(-edge * random.uniform(4, 40)))
    return _white(ink, height, random) * light[..., np.newaxis]


def _photograph(ink: FloatArray, height: float, random: Random) -> FloatArray:
    seen = _laid(ink, _ground(ink, (0.8, 0.78, 0.72)), INKS["blue"])
    y, x = np.mgrid[-1 : 1 : ink.shape[0] * 1j, -1 : 1 : ink.shape[1] * 1j]
    light = 0.75 + 0.2 * (x * random.uniform(-1, 1) + y * random.uniform(-1, 1))
    seen = seen * light[..., np.newaxis] + random.normal(0, 0.03, seen.shape)
    picture = Image.fromarray(np.rint(255 * np.clip(seen, 0, 1)).astype(np.uint8))
    picture = picture.rotate(
        random.normal(0, 2.5), Image.Resampling.BICUBIC, fillcolor=picture.getpixel((2, 2))
    )
    soft = max(1.0, height * random.uniform(0.02, 0.07))
    small = picture.resize(
        [max(8, round(n / soft)) for n in picture.size], Image.Resampling.BOX
    ).resize(picture.size, Image.Resampling.BICUBIC)
    file = io.BytesIO()
    small.save(file, "JPEG", quality=int(random.integers(40, 80)))
    return np.asarray(Image.open(file), np.float32) / 255


def _board(ink: FloatArray, height: float, random: Random) -> FloatArray:
    chalk = ink * np.clip(random.normal(0.85, 0.2, ink.shape), 0.2, 1)
    ground = _ground(ink, [(0.1, 0.2, 0.15), (0.12, 0.12, 0.13)][int(random.integers(2))])
    smear = random.normal(0, 0.03, (ink.shape[0] // 16 + 2, ink.shape[1] // 16 + 2))
    cloud = np.kron(smear, np.ones((16, 16)))[: ink.shape[0], : ink.shape[1], np.newaxis]
    return _laid(chalk, ground + cloud, (0.92, 0.92, 0.88))


def _coloured(ink: FloatArray, height: float, random: Random) -> FloatArray:
    colour = list(INKS.values())[int(random.integers(len(INKS)))]
    return _laid(ink, _ground(ink), colour)


def _coloured_paper(ink: FloatArray, height: float, random: Random) -> FloatArray:
    grounds = [(0.98, 0.9, 0.4), (0.95, 0.7, 0.75), (0.6, 0.8, 0.95), (0.75, 0.6, 0.42)]
    inks = [BLACK, INKS["blue"], INKS["red"]]
    ground = _ground(ink, grounds[int(random.integers(len(grounds)))])
    return _laid(ink, ground, inks[int(random.integers(len(inks)))])


def _pencil(ink: FloatArray, height: float, random: Random) -> FloatArray:
    grain = np.clip(random.normal(0.75, 0.25, ink.shape), 0, 1)
    return _laid(ink * grain, _ground(ink, (0.93, 0.93, 0.91)), (0.55, 0.55, 0.57))


def _printed_form(ink: FloatArray, height: float, random: Random) -> FloatArray:
    """A frame around the line, as on forms; the boxes of digits are drawn with the line."""
    ground = _ground(ink)
    thick = max(1, round(0.03 * height))
    inset = max(2, round(0.12 * height))
    for side in (slice(inset, inset + thick), slice(-inset - thick, -inset)):
        ground[side, inset:-inset] = 0.25
        ground[inset:-inset, side] = 0.25
    return _laid(ink, ground, INKS["blue"])


PAPERS: dict[str, Callable[[FloatArray, float, Random], FloatArray]] = {
    "white": _white,
    "ruled": _ruled,
    "squared": _squared,
    "framed": _printed_form,
    "shadow": _shadow,
    "photograph": _photograph,
    "board": _board,
    "coloured ink": _coloured,
    "coloured paper": _coloured_paper,
    "pencil": _pencil,
}
