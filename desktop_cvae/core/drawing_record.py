"""A drawing as a value and as bytes: strokes on blank paper or on a picture.

The bytes are JSON, with the picture as a greyscale PNG in Base64. They are read like a model file:
size limits, known keys only, every number of its type and range. Of the PNG only the header is
read, which gives its size.
"""

from __future__ import annotations

import base64
import binascii
import json
import math
import struct
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from desktop_cvae.core.checked_json import parse_json, printable
from desktop_cvae.core.errors import DamagedDrawing, InvalidData
from desktop_cvae.core.language import mark, tr

VERSION = 1
MAX_STROKES = 20_000
MAX_POINTS = 200_000
"""Largest number of points of all strokes, half an hour of drawing without a pause."""
FARTHEST = 100.0
"""Largest coordinate; the canvas has height 1, but a pen may leave it."""
WIDEST = 4.0
"""Largest aspect ratio of a canvas, and largest width of a pen."""
MAX_NAME = 255
MAX_PIXELS = 4_000_000
"""Largest number of pixels, to which larger pictures are scaled when they are opened."""
MAX_PNG_BYTES = 8_000_000
MAX_BYTES = 2 * MAX_PNG_BYTES + 80 * MAX_POINTS
_PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"
_HEADER = struct.Struct(">LLBBBBB")


@dataclass(frozen=True)
class StrokeRecord:
    """A stroke.

    Attributes:
        width: as a fraction of the canvas's height, in (0, 4].
        erases: True for the eraser.
        points: at least one point; the canvas has height 1, y points down.
        pressures: pressure of a tablet's pen at each point, in [0, 1]; empty if unknown.
    """

    width: float
    erases: bool
    points: tuple[tuple[float, float], ...]
    pressures: tuple[float, ...] = ()

    def __post_init__(self) -> None:
        _require(0 < self.width <= WIDEST, mark("a pen's width"))
        _require(0 < len(self.points) <= MAX_POINTS, mark("a stroke's number of points"))
        _require(all(_is_near(x) and _is_near(y) for x, y in self.points), mark("a coordinate"))
        _require(len(self.pressures) in (0, len(self.points)), mark("the number of pressures"))
        _require(all(0 <= each <= 1 for each in self.pressures), mark("a pressure"))


@dataclass(frozen=True)
class DrawingRecord:
    """A drawing.

    Attributes:
        strokes: in order.
        aspect: width by height of blank paper, in [0.25, 4]; 1 under a picture.
        name: the picture's name; empty without one.
        png: the picture under the strokes, 8-bit greyscale, light is white; None for blank paper.
        is_prepared: True if the picture is a 28×28 image of white ink that the model reads as
            it is, without cropping and centring.
    """

    strokes: tuple[StrokeRecord, ...] = ()
    aspect: float = 1.0
    name: str = ""
    png: bytes | None = None
    is_prepared: bool = False

    def __post_init__(self) -> None:
        _require(len(self.strokes) <= MAX_STROKES, mark("the number of strokes"))
        count = sum(len(stroke.points) for stroke in self.strokes)
        _require(count <= MAX_POINTS, mark("the number of points"))
        _require(1 / WIDEST <= self.aspect <= WIDEST, mark("the canvas's shape"))
        _require(self.name == printable(self.name, MAX_NAME), mark("the name"))
        _require(self.png is not None or not (self.name or self.is_prepared), mark("the picture"))
        if self.png is not None:
            _require_png(self.png, is_prepared=self.is_prepared)

    @property
    def is_empty(self) -> bool:
        """True if there is no ink and no picture."""
        return self.png is None and all(stroke.erases for stroke in self.strokes)

    def to_bytes(self) -> bytes:
        """Return the bytes that :meth:`from_bytes` reads."""
        return json.dumps(self.to_json(), allow_nan=False, separators=(",", ":")).encode()

    def to_json(self) -> dict[str, Any]:
        """Return the JSON object that :meth:`from_json` reads."""
        data: dict[str, Any] = {"version": VERSION, "aspect": self.aspect}
        if self.png is not None:
            data |= {"name": self.name, "is_prepared": self.is_prepared}
            data["png"] = base64.b64encode(self.png).decode("ascii")
        data["strokes"] = [_stroke_to_json(stroke) for stroke in self.strokes]
        return data

    @classmethod
    def from_bytes(cls, data: bytes) -> DrawingRecord:
        """Read an untrusted drawing.

        Raises:
            DamagedDrawing: it is too long, not JSON, of another version, or out of range.
        """
        try:
            return cls.from_json(parse_json(data, mark("content"), MAX_BYTES))
        except InvalidData as error:
            raise DamagedDrawing(error.sentence) from error

    @classmethod
    def from_json(cls, data: Any) -> DrawingRecord:
        """Read an untrusted drawing from parsed JSON.

        Raises:
            InvalidData: an entry is unknown, missing, of another type or out of range.
        """
        entries = _entries(data, {"version", "aspect", "strokes"}, {"name", "png", "is_prepared"})
        version = entries["version"]
        # True == 1 in Python.
        _require(type(version) is int and version == VERSION, mark("the version"))
        strokes = entries["strokes"]
        _require(isinstance(strokes, list) and len(strokes) <= MAX_STROKES, mark("the strokes"))
        name, is_prepared = entries.get("name", ""), entries.get("is_prepared", False)
        _require(
            isinstance(name, str) and isinstance(is_prepared, bool), mark("the picture's name")
        )
        return cls(
            tuple(_stroke_from_json(stroke) for stroke in strokes),
            _number(entries["aspect"], mark("the canvas's shape")),
            name,
            _png_from_json(entries["png"]) if "png" in entries else None,
            is_prepared,
        )


def bounded(strokes: Sequence[StrokeRecord]) -> tuple[StrokeRecord, ...]:
    """Return the first strokes, as many as a drawing may have."""
    kept, points = [], 0
    for stroke in strokes[:MAX_STROKES]:
        points += len(stroke.points)
        if points > MAX_POINTS:
            break
        kept.append(stroke)
    return tuple(kept)


def _require(is_right: bool, what: str) -> None:
    if not is_right:
        raise InvalidData(tr("In a drawing, {what} is out of range.", what=tr(what)))


def _is_near(coordinate: float) -> bool:
    return -FARTHEST <= coordinate <= FARTHEST


def _require_png(png: bytes, *, is_prepared: bool) -> None:
    _require(len(png) <= MAX_PNG_BYTES and png.startswith(_PNG), mark("the picture"))
    _require(len(png) >= len(_PNG) + _HEADER.size, mark("the picture"))
    width, height, depth, kind, *_ = _HEADER.unpack_from(png, len(_PNG))
    _require(
        (depth, kind) == (8, 0) and 0 < width * height <= MAX_PIXELS, mark("the picture's size")
    )
    _require(not is_prepared or (width, height) == (28, 28), mark("the picture's size"))


def _stroke_to_json(stroke: StrokeRecord) -> dict[str, Any]:
    data = {"width": stroke.width, "erases": stroke.erases, "points": stroke.points}
    return data | ({"pressures": stroke.pressures} if stroke.pressures else {})


def _stroke_from_json(data: Any) -> StrokeRecord:
    entries = _entries(data, {"width", "erases", "points"}, {"pressures"})
    points, pressures = entries["points"], entries.get("pressures", [])
    _require(isinstance(entries["erases"], bool), mark("the eraser"))
    _require(isinstance(points, list) and isinstance(pressures, list), mark("a stroke"))
    _require(len(points) <= MAX_POINTS and len(pressures) <= MAX_POINTS, mark("a stroke"))
    return StrokeRecord(
        _number(entries["width"], mark("a pen's width")),
        entries["erases"],
        tuple(_point(point) for point in points),
        tuple(_number(pressure, mark("a pressure")) for pressure in pressures),
    )


def _point(point: Any) -> tuple[float, float]:
    _require(isinstance(point, list) and len(point) == 2, mark("a coordinate"))
    return _number(point[0], mark("a coordinate")), _number(point[1], mark("a coordinate"))


def _entries(data: Any, needed: set[str], possible: set[str]) -> dict[str, Any]:
    _require(isinstance(data, dict), mark("an entry"))
    _require(needed <= set(data) <= needed | possible, mark("an entry"))
    entries: dict[str, Any] = data
    return entries


def _number(value: Any, what: str) -> float:
    # parse_json limits the length of integers, so that float() cannot overflow.
    _require(type(value) in (int, float) and math.isfinite(value), what)
    return float(value)


def _png_from_json(value: Any) -> bytes:
    _require(isinstance(value, str), mark("the picture"))
    try:
        return base64.b64decode(value, validate=True)
    except (binascii.Error, ValueError) as error:
        raise InvalidData(tr("In a drawing, the picture is not valid Base64.")) from error
