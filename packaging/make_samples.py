"""Draw the pictures of ``resources/samples`` and ``resources/puzzles``.

Invented strokes, pens, papers and faults; the puzzles are what a model finds hard.

Every path below was made up for this project; none was traced from a data set.
Run ``python packaging/make_samples.py [FOLDER]`` to draw them again.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw, ImageFilter

Array = npt.NDArray[np.float64]
Stroke = list[tuple[float, float]]

# Points that a smooth curve runs through, in a box of 100 × 140, y downward.
PATHS: dict[str, list[Stroke]] = {
    "0": [[(58, 8), (30, 14), (10, 50), (12, 100), (38, 134), (72, 120), (90, 76), (82, 28),
           (56, 7), (46, 11)]],
    "1": [[(38, 26), (48, 18), (58, 6)], [(58, 6), (56, 50), (53, 96), (50, 134)]],
    "2": [[(12, 34), (26, 10), (56, 4), (80, 20), (78, 48), (54, 82), (26, 112), (10, 130)],
          [(10, 130), (26, 124), (48, 128), (70, 132), (94, 124)]],
    "3": [[(16, 20), (40, 5), (72, 10), (80, 34), (62, 56), (38, 64)],
          [(38, 64), (70, 68), (88, 92), (78, 122), (46, 136), (12, 122)]],
    "4": [[(46, 6), (34, 40), (10, 84)], [(10, 84), (40, 86), (92, 80)],
          [(70, 42), (67, 90), (62, 136)]],
    "5": [[(82, 8), (54, 10), (26, 12)], [(26, 12), (24, 36), (20, 60)],
          [(20, 60), (46, 52), (76, 66), (82, 98), (62, 128), (32, 134), (10, 120)]],
    "6": [[(72, 6), (44, 28), (20, 70), (18, 108), (40, 134), (70, 124), (78, 98), (60, 78),
           (36, 84), (20, 106)]],
    "7": [[(12, 16), (40, 12), (86, 10)], [(86, 10), (66, 56), (48, 96), (40, 136)]],
    "7b": [[(10, 20), (40, 14), (88, 12)], [(88, 12), (64, 60), (42, 134)],
           [(30, 74), (54, 72), (80, 68)]],
    "8": [[(74, 22), (50, 6), (26, 22), (34, 52), (62, 76), (76, 106), (52, 134), (24, 118),
           (30, 86), (60, 62), (76, 36), (72, 20)]],
    "9": [[(76, 28), (54, 8), (26, 22), (22, 52), (44, 66), (68, 52), (77, 26)],
          [(77, 26), (76, 70), (68, 108), (54, 136)]],
    # A four that is nearly closed, or a nine that is nearly open.
    "4or9": [[(44, 10), (30, 30), (26, 56), (40, 68), (60, 62), (74, 46)],
             [(72, 12), (74, 46), (70, 92), (64, 136)]],
    "A": [[(14, 134), (34, 72), (52, 8)], [(52, 8), (70, 70), (90, 134)],
          [(28, 92), (52, 90), (76, 92)]],
}  # fmt: skip


@dataclass(frozen=True)
class Look:
    """How one digit is written.

    Attributes:
        size: width and height of the picture in pixels.
        height: height of the digit, as a fraction of the picture's.
        pen: width of the stroke, as a fraction of the digit's height.
        at: centre of the digit, as fractions of width and height.
        slant: shear to the right.
        wobble: unsteadiness of the hand, in the path's units.
    """

    size: tuple[int, int]
    height: float
    pen: float
    at: tuple[float, float] = (0.5, 0.5)
    slant: float = 0.0
    wobble: float = 1.2


def curve(points: Stroke, steps: int = 24) -> Array:
    """Return a Catmull–Rom curve through the points, (M, 2)."""
    p = np.array(points, float)
    p = np.vstack([2 * p[0] - p[1], p, 2 * p[-1] - p[-2]])
    t = np.linspace(0, 1, steps)[:, np.newaxis]
    pieces = []
    for a, b, c, d in zip(p, p[1:], p[2:], p[3:], strict=False):
        cubic = 2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2
        pieces.append((cubic + (3 * b - a - 3 * c + d) * t**3) / 2)
    return np.vstack(pieces)


def cover(path: str, look: Look, rng: np.random.Generator) -> Array:
    """Return how much of each pixel the ink covers, (H, W), in [0, 1]."""
    width, height = look.size
    fine = 4 if max(look.size) < 500 else 2
    canvas = Image.new("L", (width * fine, height * fine), 0)
    draw = ImageDraw.Draw(canvas)
    unit = look.height * height / 140
    for points in PATHS[path]:
        line = curve(points)
        sway = np.cumsum(rng.normal(0, 1, line.shape), 0)
        line = line + look.wobble * (sway - np.linspace(0, 1, len(sway))[:, None] * sway[-1]) / 4
        x = (line[:, 0] - 50 + look.slant * (70 - line[:, 1])) * unit + look.at[0] * width
        y = (line[:, 1] - 70) * unit + look.at[1] * height
        pressure = 1 + 0.14 * np.sin(np.linspace(0.4, 3.3, len(line)) + rng.uniform(0, 1))
        radius = look.pen * look.height * height / 2 * pressure
        dots = np.stack([x, y, radius], 1)
        for start, end in pairwise(dots):
            for step in np.linspace(0, 1, 6):
                cx, cy, r = (start + (end - start) * step) * fine
                draw.ellipse((cx - r, cy - r, cx + r, cy + r), fill=255)
    return np.asarray(canvas.resize(look.size, Image.Resampling.BOX), float) / 255


def blurred(values: Array, radius: float) -> Array:
    """Return values in [0, 1] after a Gaussian blur."""
    picture = Image.fromarray(np.uint8(np.clip(values, 0, 1) * 255))
    return np.asarray(picture.filter(ImageFilter.GaussianBlur(radius)), float) / 255


def laid_on(paper: Array, ink: Array, color: tuple[int, int, int]) -> Array:
    """Return paper with ink of one colour on it, (H, W, 3), 0–255."""
    return paper + ink[..., np.newaxis] * (np.array(color, float) - paper)


def grained(size: tuple[int, int], color: tuple[int, int, int], rng: np.random.Generator) -> Array:
    """Return paper with a little grain, (H, W, 3)."""
    grain = blurred(rng.random((size[1], size[0])), 1.0) - 0.5
    return np.array(color, float) + 22 * grain[..., np.newaxis]


def shaded(picture: Array, dark: float, angle: float) -> Array:
    """Return a picture whose light falls off across it to ``1 − dark``."""
    height, width = picture.shape[:2]
    y, x = np.mgrid[0 : 1 : height * 1j, 0 : 1 : width * 1j]
    along = np.cos(angle) * x + np.sin(angle) * y
    light = 1 - dark * np.clip((along - along.min()) / np.ptp(along), 0, 1)
    return picture * light[..., np.newaxis]


def ruled(paper: Array, distance: int) -> Array:
    """Return paper with pale blue lines."""
    lined = paper.copy()
    for y in range(distance // 2, len(paper), distance):
        lined[y : y + 2] = lined[y : y + 2] * 0.55 + np.array([150, 180, 225]) * 0.45
    return lined


def thin_blue_pen(rng: np.random.Generator) -> Array:
    """A seven with its bar, in ballpoint."""
    look = Look((300, 400), 0.55, 0.028, slant=0.12)
    return laid_on(grained(look.size, (246, 244, 238), rng), cover("7b", look, rng), (28, 52, 150))


def black_marker(rng: np.random.Generator) -> Array:
    """A three with a broad marker."""
    look = Look((320, 320), 0.66, 0.15, slant=0.05)
    return laid_on(grained(look.size, (250, 250, 248), rng), cover("3", look, rng), (22, 20, 24))


def chalk(rng: np.random.Generator) -> Array:
    """A two in chalk on a green board."""
    look = Look((360, 300), 0.6, 0.085, slant=0.08, wobble=1.8)
    dust = np.clip(0.45 + 0.9 * blurred(rng.random((300, 360)), 0.8), 0, 1)
    board = grained(look.size, (38, 62, 52), rng)
    return laid_on(board, cover("2", look, rng) * dust, (232, 232, 222))


def ruled_paper(rng: np.random.Generator) -> Array:
    """A five on ruled paper."""
    look = Look((400, 400), 0.5, 0.05, at=(0.46, 0.52), slant=0.1)
    paper = ruled(grained(look.size, (248, 248, 244), rng), 44)
    return laid_on(paper, cover("5", look, rng), (36, 44, 140))


def shadow(rng: np.random.Generator) -> Array:
    """A four on paper that lies half in the shade."""
    look = Look((420, 560), 0.4, 0.075, at=(0.52, 0.48))
    paper = laid_on(grained(look.size, (236, 228, 212), rng), cover("4", look, rng), (30, 28, 30))
    return shaded(paper, 0.55, 0.7)


def small_scan(rng: np.random.Generator) -> Array:
    """A six of 20 × 20 pixels."""
    look = Look((20, 20), 0.86, 0.13)
    return laid_on(np.full((20, 20, 3), 255.0), cover("6", look, rng), (0, 0, 0))


def huge_pencil(rng: np.random.Generator) -> Array:
    """An eight in pencil, two megapixels."""
    look = Look((1600, 1200), 0.62, 0.035, at=(0.42, 0.5), slant=0.14)
    graphite = np.clip(0.6 + 0.5 * blurred(rng.random((1200, 1600)), 1.5), 0, 1)
    paper = np.broadcast_to(np.array([243.0, 241.0, 236.0]), (1200, 1600, 3))
    return laid_on(paper, cover("8", look, rng) * graphite, (84, 84, 90))


def off_centre(rng: np.random.Generator) -> Array:
    """A small red nine in a corner."""
    look = Look((480, 360), 0.34, 0.09, at=(0.82, 0.74), slant=0.06)
    return laid_on(grained(look.size, (252, 250, 240), rng), cover("9", look, rng), (150, 26, 36))


def white_on_black(rng: np.random.Generator) -> Array:
    """A nought, white on black."""
    look = Look((280, 280), 0.66, 0.1, slant=0.05)
    return laid_on(np.zeros((280, 280, 3)), cover("0", look, rng), (255, 255, 255))


def out_of_focus(rng: np.random.Generator) -> Array:
    """A one, photographed out of focus."""
    look = Look((360, 480), 0.5, 0.1)
    sharp = laid_on(grained(look.size, (222, 218, 208), rng), cover("1", look, rng), (34, 34, 44))
    soft = [blurred(sharp[..., c] / 255, 5) * 255 for c in range(3)]
    return shaded(np.stack(soft, -1), 0.25, 2.4)


def green_felt(rng: np.random.Generator) -> Array:
    """A seven in green felt pen."""
    look = Look((300, 340), 0.62, 0.11, slant=0.16)
    return laid_on(grained(look.size, (255, 252, 246), rng), cover("7", look, rng), (20, 104, 62))


def fountain_pen(rng: np.random.Generator) -> Array:
    """A slanted two in ink on cream paper."""
    look = Look((340, 300), 0.58, 0.055, slant=0.2, wobble=0.8)
    return laid_on(grained(look.size, (240, 230, 205), rng), cover("2", look, rng), (40, 32, 70))


SAMPLES: dict[str, Callable[[np.random.Generator], Array]] = {
    "0-white-on-black.bmp": white_on_black,
    "1-out-of-focus.webp": out_of_focus,
    "2-chalk-on-board.jpg": chalk,
    "2-fountain-pen.jpg": fountain_pen,
    "3-black-marker.webp": black_marker,
    "4-in-the-shadow.jpg": shadow,
    "5-on-ruled-paper.png": ruled_paper,
    "6-small-scan.gif": small_scan,
    "7-green-felt-pen.tiff": green_felt,
    "7-thin-blue-pen.jpg": thin_blue_pen,
    "8-large-pencil.jpg": huge_pencil,
    "9-off-centre.png": off_centre,
}


def four_or_nine(rng: np.random.Generator) -> Array:
    """A four or a nine, in a hurry."""
    look = Look((320, 400), 0.56, 0.07, slant=0.1)
    return laid_on(grained(look.size, (250, 248, 240), rng), cover("4or9", look, rng), (30, 34, 60))


def in_noise(rng: np.random.Generator) -> Array:
    """An eight on a screen that snows."""
    look = Look((56, 56), 0.72, 0.12)
    ink = np.repeat(cover("8", look, rng)[..., np.newaxis], 3, 2)
    snow = np.repeat(rng.normal(0, 0.3, (56, 56, 1)), 3, 2)
    return np.clip(ink + snow, 0, 1) * 255


def letter(rng: np.random.Generator) -> Array:
    """A capital A, which is no digit."""
    look = Look((320, 320), 0.62, 0.08, slant=0.06)
    return laid_on(grained(look.size, (250, 250, 246), rng), cover("A", look, rng), (40, 36, 52))


def house_number(rng: np.random.Generator) -> Array:
    """Four digits in felt pen on cardboard, half in the shade."""
    size = (760, 420)
    paper = grained(size, (206, 178, 138), rng)
    for index, name in enumerate("2047"):
        look = Look(size, 0.46, 0.1, at=(0.16 + 0.225 * index, 0.5 + 0.03 * (index % 2)), slant=0.1)
        paper = laid_on(paper, cover(name, look, rng), (34, 30, 40))
    return shaded(paper, 0.4, 0.5)


PUZZLES: dict[str, Callable[[np.random.Generator], Array]] = {
    "4-or-9.png": four_or_nine,
    "8-in-noise.png": in_noise,
    "letter-a.jpg": letter,
    "number-2047.jpg": house_number,
}


def encoded(name: str, pixels: Array) -> bytes:
    """Return the picture as a small file, in the format of its name."""
    picture = Image.fromarray(np.uint8(np.clip(np.rint(pixels), 0, 255)))
    buffer = io.BytesIO()
    suffix = Path(name).suffix
    if suffix == ".bmp":
        picture.convert("L").save(buffer, "BMP")
    elif suffix == ".gif":
        picture.convert("L").save(buffer, "GIF")
    elif suffix == ".tiff":
        picture.save(buffer, "TIFF", compression="jpeg", quality=85)
    elif suffix == ".png":
        picture.quantize(64).save(buffer, "PNG", optimize=True)
    else:
        picture.save(buffer, "WEBP" if suffix == ".webp" else "JPEG", quality=82)
    return buffer.getvalue()


def main() -> None:
    """Write all samples and puzzles."""
    root = Path(__file__).resolve().parents[1] / "resources"
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else root
    for part, pictures in (("samples", SAMPLES), ("puzzles", PUZZLES)):
        (folder / part).mkdir(parents=True, exist_ok=True)
        for seed, (name, paint) in enumerate(pictures.items()):
            data = encoded(name, paint(np.random.default_rng(seed)))
            (folder / part / name).write_bytes(data)
            print(f"{len(data):7,} {part}/{name}")


if __name__ == "__main__":
    main()
