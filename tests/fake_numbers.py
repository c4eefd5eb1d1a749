"""A picture of a number, and a reader that knows where its digits are."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from fakes import draw_digit

from desktop_cvae.core.results import Box, FloatArray, PreparedDigit
from desktop_cvae.inference.engine import Engine
from desktop_cvae.inference.field_rules import FieldRule
from desktop_cvae.inference.number_reading import DigitReading, LineReading, PageReading
from desktop_cvae.inference.recognition import recognize

SCALE = 3
TILE = 28 * SCALE


def number_picture(*lines: str) -> FloatArray:
    """Dark digits on white paper, a tile each; "?" is half a 3 and half an 8."""
    paper = np.ones((TILE * len(lines), TILE * max(map(len, lines))), np.float32)
    for row, line in enumerate(lines):
        for column, name in enumerate(line):
            ink = (draw_digit(3) + draw_digit(8)) / 2 if name == "?" else draw_digit(int(name))
            place = np.s_[row * TILE : (row + 1) * TILE, column * TILE : (column + 1) * TILE]
            paper[place] = 1 - ink.repeat(SCALE, 0).repeat(SCALE, 1)
    return paper


def read_tiles(
    engine: Engine, picture: FloatArray, rule: FieldRule | None = None, limit: int = 500
) -> PageReading:
    """Read as the real one does, with tiles for boxes."""
    lines = []
    for top in range(0, picture.shape[0] - TILE + 1, TILE):
        lefts = range(0, picture.shape[1] - TILE + 1, TILE)
        tiles = [
            (left, 1 - picture[top : top + TILE : SCALE, left::SCALE][:, :28]) for left in lefts
        ]
        digits = [_digit(engine, top, left, ink) for left, ink in tiles if ink.max() > 0.5]
        if digits:
            lines.append(_line(digits[:limit], rule))
    return PageReading(tuple(lines))


def _digit(engine: Engine, top: int, left: int, ink: FloatArray) -> DigitReading:
    box = Box(left, top, TILE, TILE)
    prepared = PreparedDigit(ink, True, box, 1 / SCALE, (0.0, 0.0), inverted=True)
    reading = recognize(engine, ink[None])[0]
    assert reading.label is not None
    return DigitReading(box, prepared, reading, reading.label, str(reading.label))


def _line(digits: Sequence[DigitReading], rule: FieldRule | None) -> LineReading:
    text = "".join(digit.label_name for digit in digits)
    warning = "" if rule is None or rule.allows(text) else f"This is not {rule.title}."
    return LineReading(tuple(digits), text, 0.9, warning)
