"""Composed lines of numbers that look like those on cheques, forms and registers.

Pen strokes of many writers and digits of a data set are written side by side with one hand's
slant, size and pen: joined zeros, ligatures, points, commas, dashes and filling strokes. The line
then lies on printed or plain paper, with rules, borders and pieces of its neighbours, and is
scanned at a low resolution. The line network learns from such lines
(``tests/benchmarks/fit_line_network.py``).
"""

from __future__ import annotations

import gzip
import io
import json
import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from desktop_cvae.core.results import FloatArray, IntArray
from desktop_cvae.synthesis.pens import CURSIVE_DIGITS, DIGITS, LETTERS, stroke_lines

Random = np.random.Generator
Strokes = list[FloatArray]
"""Polylines of one digit, (P, 2) each, x and y; its height is 1 and its left edge is 0."""
Bytes = npt.NDArray[np.uint8]

FINE = 3
"""Pixels of the drawn line for one of the finished picture, for soft edges."""
HELD_BACK = 10
"""One file of pen strokes in this many is held back for measuring."""
POINT, DASH = ".", "-"
"""Marks in a composed text: a point or comma, and a dash or any other filling stroke."""
LENGTHS = (0.02, 0.04, 0.1, 0.2, 0.26, 0.15, 0.09, 0.06, 0.04, 0.02, 0.02)
"""Probabilities of one to eleven digits."""
FIRST = tuple(math.log10(1 + 1 / digit) for digit in range(1, 10))
"""Probabilities of 1 to 9 as the first digit of an amount (Benford's law)."""
OWN_WAY = 0.9
"""Probability that a digit is written in the way its line has for it."""
CELLS = 0.16
"""Probability that a line is a cell of a table, with rules and pieces of the entries around it."""
SHORT = 0.65
"""Probability that a cell holds nothing but one to four digits."""
SHORT_LENGTHS = (0.25, 0.35, 0.3, 0.1)
TALLEST_WIDTH = 1.5
"""Width over height from which a digit's width, not its height, gives its size."""


@dataclass(frozen=True)
class PenDigits:
    """Digits as pen strokes, by writer and label.

    Attributes:
        writers: for each writer the digits of each label, 0 to 9.
        by_label: all digits of each label.
    """

    writers: tuple[tuple[tuple[Strokes, ...], ...], ...]
    by_label: tuple[tuple[Strokes, ...], ...]

    def draw(self, label: int, writer: int, random: Random) -> Strokes:
        """Return a digit of this writer, or of any other who wrote that label."""
        own = self.writers[writer][label]
        found = own if own and random.random() < 0.9 else self.by_label[label]
        return found[int(random.integers(len(found)))]


def read_pen_digits(file: Path, *, held_back: bool = False) -> PenDigits:
    """Read ``unipen_digits.json.gz``.

    Args:
        file: a list of ``{label, writer, strokes}``.
        held_back: True returns the files that no network learns from.
    """
    with gzip.open(file, "rt", encoding="utf-8") as stream:
        entries = json.load(stream)
    names = sorted({entry["writer"] for entry in entries})
    chosen = {name for n, name in enumerate(names) if (n % HELD_BACK == 0) is held_back}
    found: dict[str, dict[int, list[Strokes]]] = defaultdict(lambda: defaultdict(list))
    for entry in entries:
        strokes = _normalised([np.array(s, np.float32) for s in entry["strokes"] if s])
        if entry["writer"] in chosen and strokes:
            found[entry["writer"]][entry["label"]].append(strokes)
    writers = tuple(tuple(tuple(own[label]) for label in range(10)) for own in found.values())
    by_label = tuple(tuple(d for own in writers for d in own[label]) for label in range(10))
    return PenDigits(writers, by_label)


def _normalised(strokes: Strokes) -> Strokes:
    """Scale to a height of 1 (a wide digit to a width of 1.5) and move to the origin."""
    if not strokes:
        return []
    points = np.concatenate(strokes)
    low, size = points.min(0), np.ptp(points, axis=0)
    scale = 1 / max(float(size[1]), float(size[0]) / TALLEST_WIDTH, 1e-3)
    return [((s - low) * scale).astype(np.float32) for s in strokes]


@dataclass(frozen=True)
class LineStyle:
    """Style of one written line; lengths are multiples of the digits' height.

    Attributes:
        height: of the digits, in pixels.
        pen: width of the stroke.
        slant: columns to the left for each row down.
        slope: rows down for each column to the right.
        stretch: width over the width as written.
        gap: mean and standard deviation of the space between digits.
        jitter: standard deviation of a digit's size.
        bounce: standard deviation of a digit's base line.
        ligatures: probability that the pen stays on the paper between two digits.
        zeros: height of zeros after the first digit; small ones stand at the foot or in the middle.
        ways: for each label the cursive way it is written throughout the line, or "".
    """

    height: float
    pen: float
    slant: float
    slope: float
    stretch: float
    gap: tuple[float, float]
    jitter: float
    bounce: float
    ligatures: float
    zeros: float
    ways: tuple[str, ...]

    @classmethod
    def any(cls, random: Random) -> LineStyle:
        """Draw a style by chance."""
        cursive = random.choice([0, 0.15, 0.5, 0.9], p=[0.4, 0.25, 0.2, 0.15])
        return cls(
            height=float(random.uniform(18, 44)),
            pen=float(np.clip(random.lognormal(math.log(0.085), 0.4), 0.03, 0.22)),
            slant=float(random.normal(0.12, 0.22)),
            slope=float(random.normal(0, 0.03)),
            stretch=float(np.clip(random.lognormal(0, 0.18), 0.6, 1.6)),
            gap=(float(random.choice([0.02, 0.12, 0.22, 0.4])), float(random.uniform(0.02, 0.12))),
            jitter=float(random.uniform(0, 0.16)),
            bounce=float(random.uniform(0, 0.1)),
            ligatures=float(random.choice([0, 0, 0.1, 0.5])),
            zeros=float(random.uniform(0.35, 0.9)) if random.random() < 0.35 else 1.0,
            ways=tuple(
                str(random.choice(ways)) if random.random() < cursive else ""
                for ways in CURSIVE_DIGITS
            ),
        )


class _Sheet:
    """A line under the pen: greys of ink, drawn larger than it will be."""

    def __init__(self, style: LineStyle, room: float, width: float) -> None:
        self.style = style
        self.room = room
        rows = math.ceil(FINE * style.height * (1 + 2 * room))
        columns = math.ceil(FINE * style.height * width)
        self.image = Image.new("L", (columns, rows))
        self._pen = ImageDraw.Draw(self.image)
        self.x = room
        """Right edge of what is written, over the digits' height."""
        self.last: tuple[float, float] | None = None
        """Where the pen left the paper."""

    def pixel(self, x: float, y: float) -> tuple[float, float]:
        """Return the pixel of a point; y is 0 at the top of the digits and 1 at their foot."""
        style = self.style
        across = x - style.slant * (y - 0.5)
        down = y + self.room + style.slope * (x - self.image.width / (2 * FINE * style.height))
        return FINE * style.height * across, FINE * style.height * down

    def stroke(self, points: Sequence[tuple[float, float]] | FloatArray, pen: float) -> None:
        """Draw a polyline; ``pen`` is its width over the digits' height."""
        pixels = [self.pixel(float(x), float(y)) for x, y in points]
        width = max(1, round(FINE * self.style.height * pen))
        if len(pixels) > 1:
            self._pen.line(pixels, fill=255, width=width, joint="curve")
        for x, y in (pixels[0], pixels[-1]):
            self._dot(x, y, width / 2)

    def _dot(self, x: float, y: float, radius: float) -> None:
        self._pen.ellipse((x - radius, y - radius, x + radius, y + radius), fill=255)

    def paste(self, ink: FloatArray, x: float, y: float, height: float) -> float:
        """Write a scanned digit; returns its width over the digits' height."""
        style, across = self.style, FINE * self.style.height
        rows = max(3, round(across * height))
        columns = max(2, round(rows * ink.shape[1] / ink.shape[0] * style.stretch))
        lean = style.slant * rows
        wide = columns + math.ceil(abs(lean)) + 2
        source = Image.fromarray(np.rint(255 * ink).astype(np.uint8))
        ratio = ink.shape[1] / columns, ink.shape[0] / rows
        offset = max(0.0, lean)
        data = (ratio[0], ratio[0] * style.slant, -ratio[0] * offset, 0, ratio[1], 0)
        digit = source.transform(
            (wide, rows), Image.Transform.AFFINE, data, Image.Resampling.BICUBIC
        )
        left, top = self.pixel(x, y)
        self.image.paste(255, (round(left - offset), round(top)), digit)
        return float(columns / across)


def compose_number_line(
    pens: PenDigits, scans: tuple[Bytes, IntArray], random: Random
) -> tuple[Bytes, str]:
    """Write a number by chance and scan it.

    Args:
        pens: digits as strokes.
        scans: images uint8, (N, 28, 28), white on black, and their labels, (N,).
        random: source of all chance.

    Returns:
        a picture, uint8, (H, W), either polarity, and its text: digits and marks.
    """
    style = LineStyle.any(random)
    is_cell = random.random() < CELLS
    is_short = is_cell and random.random() < SHORT
    signs = _short_number(random) if is_short else _signs(random)
    sheet = _Sheet(style, 0.75, 2.5 + sum(1.3 if s.isdigit() else 1.1 for s in signs))
    _write(sheet, signs, pens, scans, random)
    if is_cell:
        ink, printed = _cell(sheet, pens, random)
    else:
        ink, printed = _clipped(sheet, random), None
    return _scanned(ink, printed, style, random), _text(signs)


def _text(signs: list[str]) -> str:
    """Return digits and marks; several filling strokes in a row are one dash."""
    text = ""
    for sign in signs:
        mark = sign if sign.isdigit() else _mark(sign)
        text += mark if mark != DASH or not text.endswith(DASH) else ""
    return text


def _mark(sign: str) -> str:
    return {".": POINT, ",": POINT, ":": POINT, " ": "", "$": ""}.get(sign, DASH)


def _short_number(random: Random) -> list[str]:
    count = 1 + int(random.choice(len(SHORT_LENGTHS), p=SHORT_LENGTHS))
    return [str(digit) for digit in random.integers(10, size=count)]


def _signs(random: Random) -> list[str]:
    """Draw a number with its punctuation and what fills the field around it."""
    count = 1 + int(random.choice(len(LENGTHS), p=LENGTHS))
    digits = [str(d) for d in random.integers(10, size=count)]
    if random.random() < 0.5:
        digits[0] = str(random.choice(np.arange(1, 10), p=FIRST))
    if count > 1 and random.random() < 0.35:
        zeros = int(random.integers(1, min(4, count)))
        digits[-zeros:] = "0" * zeros
    if random.random() < 0.12:
        at, run = int(random.integers(count)), int(random.integers(2, 5))
        digits[at : at + run] = [digits[at]] * len(digits[at : at + run])
    signs: list[str] = []
    kind = random.choice(["plain", "grouped", "scattered"], p=[0.42, 0.45, 0.13])
    point = str(random.choice([".", ",", " ", "'"], p=[0.68, 0.14, 0.15, 0.03]))
    for index, digit in enumerate(digits):
        left = count - index
        is_group = kind == "grouped" and left % 3 == 0 and index
        if is_group or (kind == "scattered" and index and random.random() < 0.2):
            signs.append(point if kind == "grouped" else str(random.choice([".", ",", "-", " "])))
        signs.append(digit)
    ends = ["", ".", ",", "-", "=", ".-", ",-", "--", "__", ".=", "#", "***", ":"]
    odds = [0.48, 0.15, 0.04, 0.08, 0.06, 0.05, 0.02, 0.03, 0.03, 0.03, 0.01, 0.01, 0.01]
    signs += list(str(random.choice(ends, p=odds)))
    starts = ["", "$", "#", "*", "=", "-"]
    signs[:0] = list(str(random.choice(starts, p=[0.84, 0.06, 0.02, 0.02, 0.03, 0.03])))
    return signs


def _write(
    sheet: _Sheet, signs: list[str], pens: PenDigits, scans: tuple[Bytes, IntArray], random: Random
) -> None:
    source = random.choice(["strokes", "scans", "drawn", "mixed"], p=[0.6, 0.2, 0.08, 0.12])
    writer = int(random.integers(len(pens.writers)))
    style, previous = sheet.style, ""
    for index, sign in enumerate(signs):
        if not sign.isdigit():
            _write_mark(sheet, sign, random)
            previous, sheet.last = sign, None
            continue
        own = source if source != "mixed" else random.choice(["strokes", "scans", "drawn"])
        way = style.ways[int(sign)] if random.random() < OWN_WAY else ""
        gap = random.normal(*style.gap)
        joins = sign == "0" == previous and random.random() < 0.3
        if joins:
            gap = random.uniform(-0.08, 0.05)
        if not previous.isdigit():
            gap = max(gap, 0.02)
        height = float(np.clip(random.normal(1, style.jitter), 0.55, 1.5))
        top = 1 - height + random.normal(0, style.bounce)
        if sign == "0" and index:
            rise = (1 - style.zeros) * random.uniform(0, 0.6)
            height, top = height * style.zeros, top + (1 - style.zeros) * height - rise
        x = sheet.x + gap
        if own == "scans" and not way:
            x = _write_scan(sheet, int(sign), scans, (x, top, height), random)
            sheet.last = None
        else:
            if way or own != "strokes":
                strokes = _drawn(way or int(sign), random)
            else:
                strokes = pens.draw(int(sign), writer, random)
            is_joined = joins or random.random() < style.ligatures
            x = _write_strokes(sheet, strokes, (x, top, height), is_joined, random)
        sheet.x, previous = max(sheet.x + 0.05, x), sign


def _write_scan(
    sheet: _Sheet,
    label: int,
    scans: tuple[Bytes, IntArray],
    place: tuple[float, float, float],
    random: Random,
) -> float:
    images, labels = scans
    while labels[index := int(random.integers(len(labels)))] != label:
        pass
    x, top, height = place
    inked = images[index] > 40
    rows, columns = np.flatnonzero(inked.any(1)), np.flatnonzero(inked.any(0))
    ink = images[index][rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1] / np.float32(255)
    return x + sheet.paste(ink, x, top, height)


def _drawn(sign: int | str, random: Random) -> Strokes:
    """Draw a label in any way, or a given way."""
    way = sign if isinstance(sign, str) else str(random.choice(DIGITS[sign]))
    lines = stroke_lines(way, random, random.uniform(0.1, 0.5))
    width = np.array([random.uniform(0.45, 0.85), 1.0], np.float32)
    return _normalised([line * width for line in lines])


def _write_strokes(
    sheet: _Sheet,
    strokes: Strokes,
    place: tuple[float, float, float],
    is_joined: bool,
    random: Random,
) -> float:
    """Write a digit from strokes; returns its right edge."""
    x, top, height = place
    style = sheet.style
    scale = np.array([height * style.stretch * random.normal(1, 0.06), height], np.float32)
    turn = random.normal(0, 0.04)
    cos, sin = math.cos(turn), math.sin(turn)
    turned = np.array([[cos, sin], [-sin, cos]], np.float32)
    wave = random.uniform(0, 2 * np.pi, 4)
    size = random.normal(0, 0.02, 4)
    placed = []
    for stroke in strokes:
        own = (stroke - 0.5) @ turned + 0.5
        bent = own + np.stack(
            [
                size[0] * np.sin(5 * own[:, 1] + wave[0])
                + size[1] * np.sin(9 * own[:, 0] + wave[1]),
                size[2] * np.sin(5 * own[:, 0] + wave[2])
                + size[3] * np.sin(9 * own[:, 1] + wave[3]),
            ],
            axis=1,
        )
        placed.append(bent * scale)
    left = min(float(s[:, 0].min()) for s in placed)
    placed = [s + np.array([x - left, top], np.float32) for s in placed]
    pen = style.pen * float(random.normal(1, 0.08))
    for stroke in placed:
        sheet.stroke(stroke, pen)
    if is_joined and sheet.last is not None:
        start, end = sheet.last, placed[0][0]
        if random.random() < 0.25:
            # A chain: a line along the feet of both.
            foot = max(float(s[:, 1].max()) for s in placed)
            start, end = (start[0] - 0.3, foot), (float(placed[0][0, 0]) + 0.2, foot)
        bow = random.uniform(-0.12, 0.15)
        middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2 + bow)
        sheet.stroke([start, middle, tuple(end)], 0.8 * pen)
    sheet.last = (float(placed[-1][-1, 0]), float(placed[-1][-1, 1]))
    return max(float(s[:, 0].max()) for s in placed)


def _write_mark(sheet: _Sheet, sign: str, random: Random) -> None:
    """Write a point, a comma, a dash or another sign that is no digit."""
    pen, x = sheet.style.pen, sheet.x + random.uniform(0.0, 0.25)
    foot = random.normal(0.95, 0.07)
    if sign == " ":
        sheet.x += random.uniform(0.2, 0.6)
        return
    if sign in ".:":
        size = random.uniform(0.6, 1.6) * pen
        for y in (foot,) if sign == "." else (foot, foot - 0.45):
            sheet.stroke([(x, y), (x + random.uniform(0, 0.06), y + random.uniform(0, 0.04))], size)
        width = 0.05
    elif sign in ",'":
        y = foot if sign == "," else 0.1
        fall, back = random.uniform(0.1, 0.4), random.uniform(-0.02, 0.15)
        sheet.stroke([(x + back, y), (x, y + fall)], pen)
        width = back
    elif sign in "-_=":
        width = random.uniform(0.15, 0.7) if sign != "_" else random.uniform(0.6, 1.6)
        y, tilt = random.uniform(0.35, 0.85), random.normal(0, 0.06)
        for down in (0.0,) if sign != "=" else (-0.1, 0.1):
            bow = random.normal(0, 0.04)
            points = [(x, y + down), (x + width / 2, y + down + bow), (x + width, y + down + tilt)]
            sheet.stroke(points, pen)
    else:
        width = _write_sign(sheet, sign, x, random)
    sheet.x = max(sheet.x, x + width)


def _write_sign(sheet: _Sheet, sign: str, x: float, random: Random) -> float:
    """Write a currency or filling sign; returns its width."""
    pen, width = sheet.style.pen, random.uniform(0.35, 0.6)
    shapes = {
        "#": ["28 70", "58 90", "33 93", "36 96"],
        "*": ["41 49", "24 86", "84 26"],
        "$": ["82 51 22 23 54 76 57 28", "40 49"],
    }
    for line in shapes[sign]:
        points = [(x + width * int(p[0]) / 9, int(p[1]) / 9) for p in line.split()]
        sheet.stroke([(px + random.normal(0, 0.02), py) for px, py in points], pen)
    return width


def _clipped(sheet: _Sheet, random: Random) -> FloatArray:
    """Cut the sheet near its ink, blur it a little and reduce it; (H, W), in [0, 1]."""
    style, box = sheet.style, sheet.image.getbbox()
    if box is None:
        box = (0, 0, FINE * 8, FINE * 8)
    fine = FINE * style.height
    # Margins of a cropped line: tight ones cut into the ink now and then.
    sides = np.clip(random.normal(0.16, 0.14, 4), -0.04, 0.7) * fine
    crop = (
        math.floor(box[0] - sides[0]),
        math.floor(box[1] - sides[1]),
        math.ceil(box[2] + sides[2]),
        math.ceil(box[3] + sides[3]),
    )
    image = sheet.image.crop(crop)
    size = (max(8, round(image.width / FINE)), max(8, round(image.height / FINE)))
    reduced = image.resize(size, Image.Resampling.BOX)
    return np.asarray(reduced, np.float32) / np.float32(255)


def _cell(sheet: _Sheet, pens: PenDigits, random: Random) -> tuple[FloatArray, FloatArray]:
    """Cut a cell of a table, roughly.

    Returns:
        the ink, and what of the paper's light the rules and the bed of the scanner leave, both
        (H, W), in [0, 1].
    """
    box = sheet.image.getbbox() or (0, 0, FINE * 8, FINE * 8)
    fine = FINE * sheet.style.height
    first, last = box[0] / fine, box[2] / fine
    before, after = first - random.uniform(0.05, 0.6), last + random.uniform(0.05, 0.5)
    _write_entries(sheet, pens, (before, after), random)
    top, foot = box[1] / fine - random.uniform(0.05, 0.5), box[3] / fine + random.uniform(0, 0.2)
    printed = Image.new("L", sheet.image.size, 255)
    pen = ImageDraw.Draw(printed)
    grey, thick = int(random.integers(60, 225)), max(1, round(fine * random.uniform(0.01, 0.05)))
    tilt = random.normal(0, 0.008) * fine
    for x in (before, after):
        for beside in (0, 3 * thick) if random.random() < 0.15 else (0,):
            if random.random() < 0.8:
                at = fine * x + beside
                pen.line((at + tilt, 0, at - tilt, printed.height), fill=grey, width=thick)
    for y in (top, foot):
        if random.random() < 0.8:
            pen.line((0, fine * y - tilt, printed.width, fine * y + tilt), fill=grey, width=thick)
    left, right = min(before, first - 0.02), after + random.uniform(-0.05, 0.8)
    if random.random() < 0.5:
        left = before - random.uniform(0.05, 0.6)
        edge = fine * (before - random.uniform(0, 0.15))
        bed = int(random.integers(5, 70))
        if random.random() < 0.75:
            pen.polygon(
                [(0, 0), (edge + tilt, 0), (edge - tilt, printed.height), (0, printed.height)],
                fill=bed,
            )
    crop = (
        round(fine * left),
        round(fine * (top + random.normal(-0.05, 0.1))),
        round(fine * max(right, last)),
        round(fine * (foot + random.normal(0.05, 0.1))),
    )
    size = max(8, round((crop[2] - crop[0]) / FINE)), max(8, round((crop[3] - crop[1]) / FINE))
    parts = [
        np.asarray(image.crop(crop).resize(size, Image.Resampling.BOX), np.float32)
        / np.float32(255)
        for image in (sheet.image, ImageChops.invert(printed))
    ]
    return parts[0], 1 - parts[1]


def _write_entries(
    sheet: _Sheet, pens: PenDigits, columns: tuple[float, float], random: Random
) -> None:
    """Write what stands in the next columns and in the rows above and below."""
    writer = int(random.integers(len(pens.writers)))
    before, after = columns
    if random.random() < 0.8:
        x = after + random.uniform(0.03, 0.45)
        while x < after + 0.9:
            x = _write_entry(sheet, x, 1, random) + random.uniform(0.03, 0.2)
    if random.random() < 0.2:
        _write_entry(sheet, before - random.uniform(0.4, 0.7), 1, random)
    for row in (-1, 1):
        x, foot = before + random.uniform(0, 0.6), 1 + row * random.uniform(1.15, 1.8)
        while random.random() < 0.7 and x < after - 0.3:
            strokes = pens.draw(int(random.integers(10)), writer, random)
            x = _write_strokes(sheet, strokes, (x, foot - 1, 1), False, random) + 0.15


def _write_entry(sheet: _Sheet, x: float, foot: float, random: Random) -> float:
    """Write a letter or a digit of another column; returns its right edge."""
    ways = LETTERS[str(random.choice(list(LETTERS)))] if random.random() < 0.8 else DIGITS[1]
    height = random.uniform(0.5, 1.3)
    place = (x, foot - height, height)
    return _write_strokes(sheet, _drawn(str(random.choice(ways)), random), place, False, random)


def _scanned(
    ink: FloatArray, printed: FloatArray | None, style: LineStyle, random: Random
) -> Bytes:
    """Lay ink on paper and scan it; ``printed`` is what it leaves of the paper's light."""
    rows, columns = ink.shape
    paper = np.full((rows, columns), random.uniform(0.45, 1.0), np.float32)
    kind = random.random()
    if kind < 0.62:
        for _ in range(int(random.integers(1, 4))):
            paper -= _guilloche(rows, columns, random)
    if random.random() < 0.3:
        y, x = np.mgrid[0:rows, 0:columns].astype(np.float32)
        paper += random.normal(0, 0.1) * (y / rows - 0.5) + random.normal(0, 0.12) * (
            x / columns - 0.5
        )
    if random.random() < 0.5:
        paper = np.minimum(paper, _printed(rows, columns, style, paper, random))
    dark = float(random.uniform(0.02, 0.35)) if random.random() < 0.6 else 0.0
    contrast = random.uniform(0.25, 0.95) if dark == 0 else 1.0
    grain = 1 + 0.15 * random.standard_normal((rows, columns)).astype(np.float32)
    strength = np.clip(ink * contrast * grain, 0, 1)
    if random.random() < 0.25:
        neighbours = _neighbours(rows, columns, style, random)
        strength = np.maximum(strength, neighbours * contrast)
    level = min(dark, float(paper.mean()) - 0.12)
    if printed is not None:
        paper *= printed
    picture = paper * (1 - strength) + level * strength
    picture += random.uniform(0, 0.04) * random.standard_normal(picture.shape).astype(np.float32)
    image = Image.fromarray(np.rint(255 * np.clip(picture, 0, 1)).astype(np.uint8))
    if random.random() < 0.6:
        image = image.filter(ImageFilter.GaussianBlur(random.uniform(0.3, 1.1)))
    if random.random() < 0.5:
        file = io.BytesIO()
        image.save(file, "JPEG", quality=int(random.integers(25, 95)))
        image = Image.open(file)
    found = np.array(image, np.uint8)
    return 255 - found if random.random() < 0.06 else found


def _guilloche(rows: int, columns: int, random: Random) -> FloatArray:
    """One family of the wavy lines of security paper; darkness to subtract."""
    y, x = np.mgrid[0:rows, 0:columns].astype(np.float32)
    turn = random.normal(0, 0.25) if random.random() < 0.6 else random.uniform(0, np.pi)
    along, across = np.cos(turn) * x + np.sin(turn) * y, np.cos(turn) * y - np.sin(turn) * x
    pitch = random.uniform(2.5, 9)
    wave = random.uniform(0, 0.8) * pitch
    length = random.uniform(12, 90)
    phase = random.uniform(0, 2 * np.pi)
    bend = wave * np.sin(2 * np.pi * along / length + phase)
    if random.random() < 0.3:
        bend += wave * np.sin(2 * np.pi * along / (0.37 * length))
    lines = np.cos(2 * np.pi * (across + bend) / pitch)
    thin = random.uniform(0.0, 0.9)
    lines = np.clip((lines - thin) / (1 - thin), 0, 1)
    if random.random() < 0.2:
        lines = lines * (np.cos(2 * np.pi * along / random.uniform(2.5, 8)) > 0)
    return np.asarray(lines * random.uniform(0.03, 0.3), np.float32)


def _printed(
    rows: int, columns: int, style: LineStyle, paper: FloatArray, random: Random
) -> FloatArray:
    """Rules, borders of cells, dark edges of a page; greys, as the paper where there is none."""
    found = paper.copy()
    dark = random.uniform(0.0, 0.5)
    thick = max(1, round(style.height * random.uniform(0.02, 0.1)))
    slope = random.normal(0, 0.01)
    x = np.arange(columns)
    for _ in range(int(random.integers(1, 3))):
        side = random.random()
        if side < 0.65:
            # A rule at the foot or the head, rarely through the digits.
            low = (
                random.uniform(0.8, 1.02) if random.random() < 0.7 else random.uniform(-0.02, 0.15)
            )
            if random.random() < 0.08:
                low = random.uniform(0.2, 0.8)
            at = np.rint(low * rows + slope * (x - columns / 2)).astype(int)
            broken = random.random() < 0.15
            for down in range(thick):
                row = at + down
                inside = (row >= 0) & (row < rows)
                if broken:
                    inside &= (x // max(2, thick) % 2) == 0
                found[row[inside], x[inside]] = dark
        elif side < 0.9:
            left = round(
                columns * random.choice([random.uniform(-0.01, 0.04), random.uniform(0.96, 1)])
            )
            found[:, max(0, left) : max(0, left + thick)] = dark
        else:
            # The end of the page, or a shadow.
            depth = max(1, round(rows * random.uniform(0.03, 0.12)))
            if random.random() < 0.5:
                found[:depth] = dark
            else:
                found[-depth:] = dark
    return found


def _neighbours(rows: int, columns: int, style: LineStyle, random: Random) -> FloatArray:
    """Parts of other entries that reach into the picture from its edges."""
    image = Image.new("L", (FINE * columns, FINE * rows))
    pen = ImageDraw.Draw(image)
    width = max(1, round(FINE * style.height * style.pen))
    for _ in range(int(random.integers(1, 5))):
        is_top = random.random() < 0.5
        edge = 0.0 if is_top else float(image.height)
        reach = random.uniform(0.03, 0.16) * image.height * (1 if is_top else -1)
        x = random.uniform(0, image.width)
        across = random.normal(0, 0.25 * FINE * style.height)
        bow = random.normal(0, 0.15 * FINE * style.height)
        points = [(x, edge), (x + across / 2 + bow, edge + reach), (x + across, edge)]
        if random.random() < 0.5:
            points = points[:2]
        pen.line(points, fill=255, width=width, joint="curve")
    found = image.resize((columns, rows), Image.Resampling.BOX)
    return np.asarray(found, np.float32) / np.float32(255)
