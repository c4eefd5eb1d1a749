"""Pictures that are no digits, and digits in other looks, for measuring what is refused.

Letters are drawn in every font at hand, clothes are Fashion-MNIST's test part (Debian's package
``dataset-fashion-mnist``). All are float32, (H, W), in [0, 1], as a file would be opened.
"""

from __future__ import annotations

import gzip
import string
import subprocess
from collections.abc import Iterable
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from desktop_cvae.core.results import FloatArray
from desktop_cvae.pictures.picture_files import read_image
from desktop_cvae.pictures.preparation import to_mnist_style

TWINS = "OoQD" + "Iilj|J" + "Zz" + "Ss" + "B" + "bG" + "gq"
"""Letters that some hand writes as a digit: 0, 1, 2, 5, 8, 6 and 9 in turn; left out."""
CLOTHES = Path("/usr/share/datasets/fashion-mnist/t10k-images-idx3-ubyte.gz")
NOT_LATIN = ("Fallback", "Symbol", "D050000L", "Dingbats", "Emoji")
SHEET, LETTER = 160, 80


def letters(
    characters: str = string.ascii_letters, fonts: list[str] | None = None
) -> tuple[list[FloatArray], list[str]]:
    """Every letter in every font, dark on light, and which letters they are."""
    drawn = [(letter, font) for font in fonts or installed_fonts() for letter in characters]
    return [written(*one) for one in drawn], [letter for letter, _ in drawn]


def clothes(count: int) -> list[FloatArray]:
    """The first clothes, (28, 28); none where the package is missing."""
    if not CLOTHES.is_file():
        return []
    data = np.frombuffer(gzip.decompress(CLOTHES.read_bytes()), np.uint8, offset=16)
    return list(data.reshape(-1, 28, 28)[:count].astype(np.float32) / 255)


def scribbles(count: int, seed: int) -> list[FloatArray]:
    """Many straight strokes in one line."""
    rng = np.random.default_rng(seed)
    return [scribble(rng) for _ in range(count)]


def textures(count: int, seed: int) -> list[FloatArray]:
    """Photograph-like: smooth light, waves and grain."""
    rng = np.random.default_rng(seed)
    return [texture(rng) for _ in range(count)]


def photographs(count: int, seed: int) -> list[FloatArray]:
    """Pieces of the photograph of a person that comes with matplotlib."""
    from matplotlib import get_data_path

    whole = read_image(Path(get_data_path()) / "sample_data" / "grace_hopper.jpg")
    rng = np.random.default_rng(seed)
    return [_piece(whole, rng) for _ in range(count)]


def prepared(pictures: Iterable[FloatArray]) -> FloatArray:
    """By the rules, (N, 28, 28); blank where nothing is found."""
    return np.stack([to_mnist_style(np.asarray(one, np.float32)).image for one in pictures])


def fonts_in(folder: Path) -> list[str]:
    """The font files of a folder."""
    return [str(file) for file in sorted(folder.rglob("*.[ot]tf"))]


def installed_fonts() -> list[str]:
    """The installed fonts with Latin letters."""
    listed = subprocess.run(["fc-list", ":", "file"], capture_output=True, text=True, check=True)
    files = sorted({line.split(":")[0] for line in listed.stdout.splitlines()})
    return [
        file
        for file in files
        if file.endswith((".ttf", ".otf")) and not any(word in file for word in NOT_LATIN)
    ]


def written(letter: str, font: str) -> FloatArray:
    """One letter in one font, dark on light, float32, (160, 160)."""
    sheet = Image.new("L", (SHEET, SHEET), 255)
    pen = ImageDraw.Draw(sheet)
    middle = (SHEET / 2, SHEET / 2)
    pen.text(middle, letter, font=ImageFont.truetype(font, LETTER), anchor="mm", fill=0)
    return np.asarray(sheet, np.float32) / 255


def scribble(rng: np.random.Generator) -> FloatArray:
    """Straight strokes in one line, light on dark, (280, 280)."""
    sheet = Image.new("L", (280, 280), 0)
    points = rng.uniform(30, 250, (int(rng.integers(8, 40)), 2))
    width = int(rng.integers(8, 20))
    ImageDraw.Draw(sheet).line([tuple(p) for p in points], fill=255, width=width, joint="curve")
    return np.asarray(sheet, np.float32) / 255


def _piece(whole: FloatArray, rng: np.random.Generator) -> FloatArray:
    """A square of it, upright or on its side."""
    side = int(rng.integers(60, min(whole.shape)))
    top, left = (int(rng.integers(n - side + 1)) for n in whole.shape)
    return np.rot90(whole[top : top + side, left : left + side], int(rng.integers(4)))


def texture(rng: np.random.Generator) -> FloatArray:
    """Smooth light, waves and grain, (200, 200)."""
    y, x = np.mgrid[0:200, 0:200] / 200
    a, b, c, d = rng.uniform(2, 30, 4)
    waves = np.sin(a * x + b * y + c * x * y) * rng.uniform(0.1, 0.4)
    light = 0.5 + 0.3 * np.cos(d * (x - rng.random()) * (y - rng.random()))
    grain = rng.normal(0, rng.uniform(0, 0.1), x.shape)
    return np.asarray(np.clip(light + waves + grain, 0, 1), np.float32)
