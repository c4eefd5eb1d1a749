"""A picture of a number, and a search for digits that knows where its digits are."""

from __future__ import annotations

import numpy as np
from fakes import draw_digit

from desktop_cvae.core.results import Box, FloatArray, PreparedDigit
from desktop_cvae.pictures.line_pieces import FieldPiece, PiecedLine

SCALE = 3
TILE = 28 * SCALE


def number_picture(*lines: str) -> FloatArray:
    """Dark digits on white paper, a tile each; "?" is half a 3 and half an 8, " " is blank."""
    paper = np.ones((TILE * len(lines), TILE * max(map(len, lines))), np.float32)
    for row, line in enumerate(lines):
        for column, name in enumerate(line):
            if name == " ":
                continue
            ink = (draw_digit(3) + draw_digit(8)) / 2 if name == "?" else draw_digit(int(name))
            place = np.s_[row * TILE : (row + 1) * TILE, column * TILE : (column + 1) * TILE]
            paper[place] = 1 - ink.repeat(SCALE, 0).repeat(SCALE, 1)
    return paper


def find_tiles(
    picture: FloatArray, limit: int = 500, is_dark: bool | None = None
) -> list[PiecedLine]:
    """The lines of such a picture, where every tile is a piece that nothing crosses."""
    fields = []
    for top in range(0, picture.shape[0] - TILE + 1, TILE):
        lefts = range(0, picture.shape[1] - TILE + 1, TILE)
        boxes = [Box(left, top, TILE, TILE) for left in lefts]
        inks = [(box, 1 - picture[box.window][::SCALE, ::SCALE]) for box in boxes]
        written = [(box, ink) for box, ink in inks if ink.max() > 0.5]
        pieces = tuple(_piece(place, *tile) for place, tile in enumerate(written))
        if pieces:
            fields.append(PiecedLine(pieces, len(pieces) + 1))
    return fields


def _piece(place: int, box: Box, ink: FloatArray) -> FieldPiece:
    prepared = PreparedDigit(ink, True, box, 1 / SCALE, (0.0, 0.0), inverted=True)
    return FieldPiece(place, place + 1, prepared, ink, 0.6, 1.0, 0.0, 0.0)
