"""Draws the pictures of the golden set, the same each time.

Usage: ``python tests/golden/draw.py [FOLDER]`` (default: beside this file)

Everything is drawn by the program itself, digits from its strokes and by its own ``generate``:
nobody's handwriting is in the repository. The pictures are committed; whoever draws them anew
renews the answers too (``renew.py``). A name begins with what is written, ``x`` for no digit.
"""

from __future__ import annotations

import io
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

GOLDEN = Path(__file__).parent
sys.path.insert(0, str(GOLDEN.parent / "benchmarks"))

from hands import Hand, replayed  # noqa: E402
from hard_layouts import LAYOUTS, write_number  # noqa: E402
from papers import on_paper  # noqa: E402
from photograph_like import (  # noqa: E402
    blurred,
    boxed,
    grainy,
    jpeg,
    lit,
    on_board,
    pen_ink,
    placed,
    png,
    reduced,
    ruled,
    shadowed,
    tilted,
)
from photograph_like import on_paper as on_sheet  # noqa: E402

from desktop_cvae.cli.main import main as desktop_cvae  # noqa: E402
from desktop_cvae.core.results import FloatArray, NoiseSetting  # noqa: E402
from desktop_cvae.inference.field_rules import passes_luhn  # noqa: E402
from desktop_cvae.pictures.noise import add_noise  # noqa: E402
from desktop_cvae.synthesis.pens import DIGITS, LETTERS, any_pen, draw, stroke_lines  # noqa: E402  # noqa: E402
from desktop_cvae.synthesis.restyling import drawn_digits  # noqa: E402
from desktop_cvae.synthesis.synthetic_outliers import make_synthetic_outliers  # noqa: E402

Files = dict[str, bytes]
Random = np.random.Generator
SHEET = (220, 180)
"""Width and height of a photograph of one digit."""
DIGIT_PX = 26
"""Height of a number's digits."""
SCORED = 120
"""Digits of the small data set that ``evaluate`` scores."""
DECOYS = 48
"""Pictures of no digits that it is to refuse, two of every 24 kinds in turn."""


def main(folder: Path) -> None:
    """Draw all pictures and the two small data sets."""
    groups = {"digits": draw_singles() | draw_dirty() | draw_files(), "others": draw_others()}
    groups["numbers"] = draw_numbers()
    for group, files in groups.items():
        (folder / group).mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            (folder / group / name).write_bytes(content)
    images, labels = drawn_digits(SCORED, seed=7)
    np.savez_compressed(folder / "drawn.npz", x=_bytes(images), y=labels)
    decoys = make_synthetic_outliers(images, labels, DECOYS, seed=7)
    np.savez_compressed(folder / "decoys.npz", x=_bytes(decoys), y=np.zeros(DECOYS, np.int64))


def draw_singles() -> Files:
    """Digits: by every kind of pen, on paper and board, photographed, noisy, in few pixels."""
    files: Files = {}
    for label, ways in enumerate(DIGITS):
        random = np.random.default_rng([1, label])
        ink = draw(stroke_lines(ways[label % len(ways)], random, 0.2), any_pen(random))
        files[f"{label}-pen.png"] = _grey(ink if label % 2 else 1 - ink)
    photographs: dict[str, Callable[[FloatArray, Random], bytes]] = {
        "0-paper.jpg": lambda ink, random: jpeg(on_sheet(ink, random)),
        "1-lamp.jpg": lambda ink, random: jpeg(lit(on_sheet(ink, random), random)),
        "2-board.jpg": lambda ink, random: jpeg(on_board(ink, random), 60),
        "3-shadow.jpg": lambda ink, random: jpeg(shadowed(on_sheet(ink, random), random)),
        "4-tilted.jpg": lambda ink, random: jpeg(tilted(on_sheet(ink, random), random)),
        "5-ruled.png": lambda ink, random: png(ruled(on_sheet(ink, random), random)),
        "6-squared.png": lambda ink, random: png(ruled(on_sheet(ink, random), random, boxes=True)),
        "7-boxed.png": lambda ink, random: png(boxed(on_sheet(ink, random), random)),
        "8-blurred.jpg": lambda ink, random: jpeg(blurred(on_sheet(ink, random), random)),
        "9-grainy.jpg": lambda ink, random: jpeg(grainy(on_sheet(ink, random), random), 50),
    }
    written = _generated(seed=1)
    for label, (name, photograph) in enumerate(photographs.items()):
        random = np.random.default_rng([2, label])
        ink = placed(pen_ink(written[label], random.uniform(50, 110)), random, 0.5, SHEET)
        files[name] = photograph(ink, random)
    clean = _generated(seed=2)
    for label, kind, level in (
        (1, "gaussian", 0.1),
        (3, "gaussian", 0.3),
        (4, "gaussian", 0.5),
        (5, "salt and pepper", 0.1),
        (6, "salt and pepper", 0.2),
        (8, "speckle", 0.5),
        (9, "occlusion", 0.3),
    ):
        noisy = add_noise(clean[label], NoiseSetting(kind, level, seed=label))
        files[f"{label}-{kind.replace(' ', '-')}-{level}.png"] = _grey(noisy)
    return files


def draw_dirty() -> Files:
    """Digits beside what is no ink: specks, grain, the edge of another sheet, a cut-off stroke."""
    random = np.random.default_rng(14)
    written = _generated(seed=6)
    size = (150, 120)
    ink = {label: placed(pen_ink(written[label], 60), random, 0.2, size) for label in range(10)}
    specks = ink[3].copy()
    for radius in (1, 1, 2, 2, 3):
        y, x = random.integers(8, 110), random.choice([random.integers(8, 35), 140])
        specks[y - radius : y + radius, x - radius : x + radius] = 1
    grain = 0.75 - 0.22 * ink[5] + random.normal(0, 0.05, ink[5].shape)
    other_sheet = np.where(np.arange(size[0]) > 128, 0.45, 0.9) * (1 - 0.8 * ink[7])
    # The head leaves the sheet and does not touch the rest, as a five's flag that is cut off.
    head = np.roll(ink[2], 4 - int(np.flatnonzero(ink[2].any(1))[0]), axis=0)
    head[14:18] = 0
    head[:7] = head[7]
    neighbour = np.maximum(ink[4], np.roll(ink[8], size[0] // 2 - 8, axis=1))
    # Close to the upper edge, a pale thing and a dark one that the picture cuts off.
    below_pale, below_dark = ink[6][18:].copy(), ink[8][18:].copy()
    for cut, grey, width in ((below_pale, 0.45, 24), (below_dark, 1.0, 50)):
        first, left = (int(np.flatnonzero(cut.any(axis))[0]) for axis in (1, 0))
        cut[: first - 3, left : left + width] = grey
    aside = np.roll(ink[1], -2 - int(np.flatnonzero(ink[1].any(0))[0]), axis=1)
    beside_band = np.where(np.arange(size[0]) > 135, 0.1, 0.9) * (1 - 0.8 * aside)
    page = placed(pen_ink(written[2], 40), random, 0.5, (1200, 900))
    sheet = np.full((150, 180), 0.15)
    sheet[30:120, 40:140] = 1 - 0.8 * placed(pen_ink(written[5], 45), random, 0.1, (100, 90))
    return {
        "3-specks.png": _grey(1 - 0.9 * specks),
        "5-grain.jpg": _file(Image.fromarray(_bytes(grain)), "JPEG", quality=70),
        "7-other-sheet.png": _grey(other_sheet),
        "2-head-cut-off.png": _grey(1 - 0.9 * head),
        "4-neighbour.png": _grey(1 - 0.9 * neighbour),
        "6-below-pale.png": _grey(1 - 0.9 * below_pale),
        "8-below-dark.png": _grey(1 - 0.9 * below_dark),
        "1-beside-band.png": _grey(beside_band),
        "2-small-on-page.png": _grey(1 - 0.9 * page),
        "5-sheet-on-desk.png": _grey(sheet),
    }


def draw_files() -> Files:
    """The same few digits in the modes that files come in, and scans of 16×16 pixels."""
    random = np.random.default_rng(3)
    ink = placed(pen_ink(_generated(seed=3)[2], 60), random, 0.3, (120, 100))
    grey = np.rint(255 * (1 - 0.9 * ink)).astype(np.uint8)
    paper = Image.fromarray(grey)
    turned = paper.transpose(Image.Transpose.ROTATE_90)
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned by 90° to the right
    clear = Image.new("RGBA", paper.size, (20, 30, 120, 0))
    clear.putalpha(Image.fromarray(255 - grey))
    palette = paper.convert("RGB").quantize(8)
    files = {
        "2-exif-turned.jpg": _file(turned, "JPEG", exif=exif, quality=80),
        "2-16-bit.png": _file(Image.fromarray(grey.astype(np.uint16) * 257), "PNG"),
        "2-transparent.png": _file(clear, "PNG"),
        "2-palette.gif": _file(palette, "GIF"),
        "2-bilevel.tiff": _file(paper.convert("1"), "TIFF", compression="group4"),
        "2-cmyk.jpg": _file(paper.convert("RGB").convert("CMYK"), "JPEG", quality=80),
        "2-tiny.png": png(reduced(on_sheet(ink, random), random, 24)),
        "5-scan-16.png": _file(_scan(_generated(seed=4)[5], 1), "PNG"),
    }
    for label in (0, 2, 3, 6):
        heavy = _scan(_generated(seed=4)[label], 5).point(lambda grey: 255 * (grey > 110))
        files[f"{label}-scan-16-heavy.png"] = _file(heavy, "PNG")
    return files


def _scan(digit: FloatArray, pen: int) -> Image.Image:
    """16×16 pixels whose every edge the ink touches; a pen of 5 covers half of them."""
    ink = Image.fromarray(_bytes(pen_ink(digit, 40, 0.25)))
    heavy = ink.crop(ink.getbbox()).filter(ImageFilter.MaxFilter(pen))
    return heavy.resize((16, 16), Image.Resampling.BOX)


def draw_others() -> Files:
    """What is no digit: letters, scribbles, textures, nothing at all, broken files."""
    files: Files = {}
    for number, sign in enumerate(("A", "K", "R", "W", "f", "Ω", "#")):
        random = np.random.default_rng([5, number])
        ways = LETTERS[sign]
        ink = draw(stroke_lines(ways[number % len(ways)], random, 0.2), any_pen(random))
        name = {"Ω": "omega", "#": "hash"}.get(sign, sign)
        files[f"x-letter-{name}.png"] = _grey(1 - ink)
    random = np.random.default_rng(6)
    sheet = Image.new("L", (160, 160), 0)
    places = [tuple(place) for place in random.uniform(20, 140, (18, 2))]
    ImageDraw.Draw(sheet).line(places, fill=255, width=6, joint="curve")
    files["x-scribble.png"] = _file(sheet, "PNG")
    y, x = np.mgrid[0:1:120j, 0:1:120j]
    files["x-texture.png"] = _grey(0.5 + 0.3 * np.sin(23 * x + 9 * y * x) + 0.15 * np.cos(11 * y))
    pair = _generated(seed=5)
    files["x-two-over-each-other.png"] = _grey(np.maximum(pair[4], pair[0]))
    files["x-half-3-half-4.png"] = _grey(np.concatenate([pair[3][:14], pair[4][14:]]))
    files["x-4-on-its-side.png"] = _grey(np.rot90(pair[4]))
    files["x-blank-white.png"] = _grey(np.ones((60, 80)))
    files["x-blank-black.png"] = _grey(np.zeros((28, 28)))
    files["x-blank-grain.png"] = _grey(np.clip(0.8 + random.normal(0, 0.08, (60, 80)), 0, 1))
    files["x-dot.png"] = _grey(np.pad(np.ones((3, 3)), 30))
    files["x-no-picture.png"] = b"this is a text"
    files["x-cut-short.jpg"] = jpeg(on_sheet(pen_ink(pair[8], 60), random))[:600]
    return files


def draw_numbers() -> Files:
    """Numbers in every layout and on every paper, a page, and what rules are for."""
    hand = _hand()
    files: Files = {}
    for number, (name, layout) in enumerate(LAYOUTS.items()):
        random = np.random.default_rng([8, number])
        ink, text = write_number(hand, layout, random, DIGIT_PX, 6)
        files[f"{text}-{name}.png"] = _grey(1 - 0.9 * ink)
    papers = ("ruled", "squared", "framed", "shadow", "photograph", "board", "pencil")
    for number, paper in enumerate(papers):
        random = np.random.default_rng([9, number])
        ink, text = write_number(hand, LAYOUTS["tight"], random, DIGIT_PX, 6)
        colours = Image.fromarray(on_paper(paper, ink, DIGIT_PX, random))
        files[f"{text}-{paper}.jpg"] = _file(colours, "JPEG", quality=75)
    for name, layout, count, seed in (
        ("postal", "apart", 5, 20),
        ("phone", "grouped", 10, 21),
        ("ten", "touching", 10, 22),
    ):
        ink, text = write_number(
            hand, LAYOUTS[layout], np.random.default_rng(seed), DIGIT_PX, count
        )
        files[f"{text}-{name}.png"] = _grey(1 - 0.9 * ink)
    return files | _card(hand) | _page(hand) | _with_a_letter(hand)


def _card(hand: Hand) -> Files:
    """Sixteen digits of which the last checks the others, and sixteen where it does not."""
    files: Files = {}
    for seed in range(100):
        random = np.random.default_rng([10, seed])
        ink, text = write_number(hand, LAYOUTS["tight"], random, DIGIT_PX, 16)
        name = "card" if passes_luhn(text) else "unchecked"
        if not any(other.endswith(f"-{name}.png") for other in files):
            files[f"{text}-{name}.png"] = _grey(1 - 0.9 * ink)
    return files


def _page(hand: Hand) -> Files:
    """Three lines below each other."""
    random = np.random.default_rng(11)
    lines = [write_number(hand, LAYOUTS["apart"], random, DIGIT_PX, count) for count in (4, 6, 3)]
    width = max(ink.shape[1] for ink, _ in lines)
    ink = np.concatenate([np.pad(ink, ((0, 0), (0, width - ink.shape[1]))) for ink, _ in lines])
    return {f"{'-'.join(text for _, text in lines)}-page.png": _grey(1 - 0.9 * ink)}


def _with_a_letter(hand: Hand) -> Files:
    """Two digits, an M, two digits."""
    random = np.random.default_rng(12)
    (left, before), (right, after) = (
        write_number(hand, LAYOUTS["apart"], random, DIGIT_PX, 2) for _ in range(2)
    )
    letter = draw(stroke_lines(LETTERS["M"][0], random, 0.1), any_pen(random))[::2, ::2]
    height = max(len(left), len(right))
    parts = [np.pad(part, ((0, height - len(part)), (0, 0))) for part in (left, right)]
    top = (height - len(letter)) // 2
    middle = np.pad(letter, ((top, height - len(letter) - top), (0, 0)))
    ink = np.concatenate([parts[0], middle, parts[1]], axis=1)
    return {f"{before}x{after}-letter.png": _grey(1 - 0.9 * ink)}


def _hand() -> Hand:
    """A writer of many ways of writing, from the program's strokes."""
    random = np.random.default_rng(13)
    drawings = [
        {
            "label": str(label),
            # Signs fill a square; digits are slimmer than high.
            "strokes": [line * (0.6, 1) for line in stroke_lines(way, random, 0.2)],
        }
        for label, ways in enumerate(DIGITS)
        for way in ways
    ]
    return replayed(drawings)


def _generated(seed: int) -> FloatArray:
    """The digits 0 to 9 by the program's own hand, float32, (10, 28, 28), in [0, 1]."""
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "generated.npz"
        arguments = ["--count", "10", "--seed", str(seed), "--output", str(output)]
        assert desktop_cvae(["generate", *arguments]) == 0
        with np.load(output) as data:
            return data["x"].astype(np.float32) / 255


def _bytes(values: np.ndarray) -> np.ndarray:
    return np.rint(255 * np.clip(values, 0, 1)).astype(np.uint8)


def _grey(values: np.ndarray) -> bytes:
    return _file(Image.fromarray(_bytes(values)), "PNG", optimize=True)


def _file(picture: Image.Image, kind: str, **options: object) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, kind, **options)
    return buffer.getvalue()


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else GOLDEN)
