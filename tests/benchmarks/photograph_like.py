"""Ink on a sheet as cameras and scanners see it: paper, light, lens, file; bytes of a picture file.

Ink is float32, (H, W), in [0, 1]; colours are (3,) in [0, 1].
"""

from __future__ import annotations

import io
from collections.abc import Callable

import numpy as np
from PIL import Image, ImageFilter

from desktop_cvae.core.results import FloatArray
from desktop_cvae.pictures.background import resize

Random = np.random.Generator
SHEET = (420, 340)
"""Width and height of a photograph, in pixels."""


def pen_ink(digit: FloatArray, height_px: float, weight: float = 0.5) -> FloatArray:
    """A digit of 28×28 pixels as sharp ink of a height.

    Args:
        digit: float32, (28, 28), white on black.
        height_px: of the 20 pixels that MNIST's digits are high.
        weight: where the edge is put, in (0, 1): 0.5 leaves the pen, less makes it thicker.
    """
    side = max(4, round(28 * height_px / 20))
    large = np.clip(resize(digit, side, side), 0, 1)
    slope = max(1.5, height_px / 20)
    return np.clip(slope * (large - weight) + 0.5, 0, 1).astype(np.float32)


def placed(
    ink: FloatArray, random: Random, spread: float = 0.5, size: tuple[int, int] = SHEET
) -> FloatArray:
    """The ink on a sheet, off its middle by up to ``spread`` of the room there is."""
    width, height = max(size[0], ink.shape[1] + 8), max(size[1], ink.shape[0] + 8)
    sheet = np.zeros((height, width), np.float32)
    room = np.array([height - ink.shape[0], width - ink.shape[1]]) / 2
    top, left = np.rint(room * (1 + spread * random.uniform(-1, 1, 2))).astype(int)
    sheet[top : top + ink.shape[0], left : left + ink.shape[1]] = ink
    return sheet


def on_paper(
    ink: FloatArray, random: Random, colour: tuple[float, ...] | None = None
) -> FloatArray:
    """Colours, (H, W, 3): a pen's on white or cream paper."""
    paper = np.array([0.96, 0.95, random.uniform(0.86, 0.95)]) * random.uniform(0.85, 1.0)
    pen = np.array(colour or (0.12, 0.12, 0.15)) + random.uniform(0, 0.1)
    return _mixed(paper, pen, ink * random.uniform(0.8, 1.0))


def on_board(ink: FloatArray, random: Random) -> FloatArray:
    """Chalk on green or black."""
    board = np.array([[0.10, 0.25, 0.17], [0.10, 0.10, 0.11]][int(random.integers(2))])
    grain = 0.75 + 0.25 * random.random(ink.shape)
    return _mixed(board, np.array([0.92, 0.92, 0.88]), ink * grain)


def ruled(scene: FloatArray, random: Random, *, boxes: bool = False) -> FloatArray:
    """Pale blue or grey lines, or squares."""
    step, lines = int(random.integers(28, 60)), np.zeros(scene.shape[:2], np.float32)
    thick = int(random.integers(1, 3))
    start = int(random.integers(step))
    for k in range(thick):
        lines[start + k :: step] = 1
        if boxes:
            lines[:, start + k :: step] = 1
    colour = np.array([[0.55, 0.65, 0.85], [0.7, 0.7, 0.7]][int(random.integers(2))])
    return np.asarray(np.minimum(scene, _mixed(np.ones(3), colour, lines)), np.float32)


def boxed(scene: FloatArray, random: Random) -> FloatArray:
    """In a printed box of a form, well off the ink."""
    height, width = scene.shape[:2]
    inset = int(random.integers(6, 16))
    dark = float(random.uniform(0.2, 0.6))
    framed = scene.copy()
    for rows, columns in (
        ((inset, inset + 2), (inset, width - inset)),
        ((height - inset - 2, height - inset), (inset, width - inset)),
        ((inset, height - inset), (inset, inset + 2)),
        ((inset, height - inset), (width - inset - 2, width - inset)),
    ):
        framed[slice(*rows), slice(*columns)] *= dark
    return framed


def lit(scene: FloatArray, random: Random) -> FloatArray:
    """A lamp at one side."""
    across, down = _across_down(scene)
    angle = random.uniform(0, 2 * np.pi)
    slope = across * np.cos(angle) + down * np.sin(angle)
    light = random.uniform(0.55, 0.75) + random.uniform(0.2, 0.35) * slope
    return _scaled(scene, light)


def shadowed(scene: FloatArray, random: Random) -> FloatArray:
    """The edge of a hand's shadow, sharp or soft."""
    across, down = _across_down(scene)
    angle, at = random.uniform(0, 2 * np.pi), random.uniform(-0.6, 0.6)
    edge = (across * np.cos(angle) + down * np.sin(angle) + at) * random.uniform(4, 40)
    edge = edge + 0.8 * np.sin(3 * across + random.uniform(0, 6))
    dark = random.uniform(0.4, 0.65)
    return _scaled(scene, dark + (1 - dark) / (1 + np.exp(-edge)))


def intruded(scene: FloatArray, random: Random) -> FloatArray:
    """A finger, a cap or a shadow's end comes in at one side, dark or pale, and is cut off."""
    turns = int(random.integers(4))
    turned = np.rot90(scene, turns).copy()
    height, width = turned.shape[:2]
    rows, columns = np.mgrid[:height, :width]
    middle, half = width * random.uniform(0.2, 0.8), width * random.uniform(0.05, 0.35)
    depth = height * random.uniform(0.04, 0.1)
    inside = ((columns - middle) / half) ** 2 + (rows / depth) ** 2 < 1
    turned[inside] *= random.uniform(0.15, 0.75)
    return np.ascontiguousarray(np.rot90(turned, -turns))


def tilted(scene: FloatArray, random: Random) -> FloatArray:
    """From aside: the corners of the sheet somewhere else, a dark desk around it."""
    height, width = scene.shape[:2]
    corners = np.array([(0, 0), (0, height), (width, height), (width, 0)], float)
    corners += random.uniform(-0.09, 0.09, (4, 2)) * (width, height)
    picture = _image(scene).transform(
        (width, height),
        Image.Transform.QUAD,
        tuple(corners.ravel()),
        Image.Resampling.BICUBIC,
        fillcolor=tuple(int(255 * x) for x in scene[2, 2]),
    )
    return _array(picture)


def blurred(scene: FloatArray, random: Random) -> FloatArray:
    """Out of focus."""
    return _array(_image(scene).filter(ImageFilter.GaussianBlur(random.uniform(2.5, 6))))


def grainy(scene: FloatArray, random: Random) -> FloatArray:
    """Noise of a small sensor."""
    noise = random.normal(0, random.uniform(0.02, 0.06), scene.shape)
    return np.clip(scene + noise, 0, 1).astype(np.float32)


def reduced(scene: FloatArray, random: Random, side: int) -> FloatArray:
    """To so few pixels on the longer side."""
    height, width = scene.shape[:2]
    scale = side / max(height, width)
    size = (max(3, round(width * scale)), max(3, round(height * scale)))
    return _array(_image(scene).resize(size, Image.Resampling.BOX))


def enlarged(scene: FloatArray, random: Random, side: int = 4000) -> FloatArray:
    """To a phone's twelve million pixels."""
    height, width = scene.shape[:2]
    scale = side / max(height, width)
    size = (round(width * scale), round(height * scale))
    return _array(_image(scene).resize(size, Image.Resampling.BICUBIC))


def png(scene: FloatArray) -> bytes:
    """A file without loss."""
    return _file(scene, "PNG")


def jpeg(scene: FloatArray, quality: int = 80) -> bytes:
    """A file with the loss of a quality, 1 to 95."""
    return _file(scene, "JPEG", quality=quality)


def _mixed(ground: np.ndarray, colour: np.ndarray, share: FloatArray) -> FloatArray:
    amount = share[..., np.newaxis]
    return np.clip(ground * (1 - amount) + colour * amount, 0, 1).astype(np.float32)


def _across_down(scene: FloatArray) -> tuple[FloatArray, FloatArray]:
    height, width = scene.shape[:2]
    return np.linspace(-1, 1, width), np.linspace(-1, 1, height)[:, np.newaxis]


def _scaled(scene: FloatArray, light: np.ndarray) -> FloatArray:
    return np.clip(scene * light[..., np.newaxis], 0, 1).astype(np.float32)


def _image(scene: FloatArray) -> Image.Image:
    return Image.fromarray(np.rint(255 * scene).astype(np.uint8))


def _array(picture: Image.Image) -> FloatArray:
    return np.asarray(picture, np.float32) / 255


def _file(scene: FloatArray, kind: str, **options: int) -> bytes:
    buffer = io.BytesIO()
    _image(scene).save(buffer, kind, **options)
    return buffer.getvalue()


Look = Callable[[FloatArray, Random], FloatArray]
