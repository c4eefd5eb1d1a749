"""A drawing as bytes: read back as it was, refused where it is not one."""

from __future__ import annotations

import contextlib
import json
import struct
import zlib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_cvae.core.drawing_record import (
    FARTHEST,
    MAX_BYTES,
    MAX_POINTS,
    MAX_STROKES,
    DrawingRecord,
    StrokeRecord,
    bounded,
)
from desktop_cvae.core.errors import DamagedDrawing, InvalidData


def png(width: int = 3, height: int = 2, depth: int = 8, kind: int = 0) -> bytes:
    """Greys of that size, by their header."""

    def chunk(name: bytes, data: bytes) -> bytes:
        check = zlib.crc32(name + data)
        return struct.pack(">L", len(data)) + name + data + struct.pack(">L", check)

    header = struct.pack(">LLBBBBB", width, height, depth, kind, 0, 0, 0)
    rows = zlib.compress(b"\0\1\2\3\0\4\5\6")
    parts = (chunk(b"IHDR", header), chunk(b"IDAT", rows), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


_PLACES = st.floats(-FARTHEST, FARTHEST)
_STROKES = st.builds(
    lambda width, erases, points: StrokeRecord(
        width, erases, tuple(p[:2] for p in points), tuple(p[2] for p in points)
    ),
    st.floats(1e-4, 1),
    st.booleans(),
    st.lists(st.tuples(_PLACES, _PLACES, st.floats(0, 1)), min_size=1, max_size=5),
)
_RECORDS = st.builds(
    DrawingRecord, st.lists(_STROKES, max_size=4).map(tuple), st.floats(0.25, 4)
) | st.builds(
    lambda strokes, name: DrawingRecord(tuple(strokes), 1.0, name, png()),
    st.lists(_STROKES, max_size=2),
    st.sampled_from(["", "sieben.png", "Три"]),
)
LINE = StrokeRecord(0.07, False, ((0.1, 0.2), (0.3, 0.4)))


@given(_RECORDS)
def test_a_drawing_comes_back_as_it_was(record: DrawingRecord) -> None:
    assert DrawingRecord.from_bytes(record.to_bytes()) == record


@given(st.binary(max_size=200))
def test_any_bytes_are_a_drawing_or_our_own_error(data: bytes) -> None:
    with contextlib.suppress(DamagedDrawing):
        DrawingRecord.from_bytes(data)


@given(st.data())
def test_a_changed_byte_is_a_drawing_in_range_or_refused(data: st.DataObject) -> None:
    whole = bytearray(DrawingRecord((LINE,), 1.0, "a.png", png()).to_bytes())
    place = data.draw(st.integers(0, len(whole) - 1))
    whole[place] = data.draw(st.integers(0, 255))
    with contextlib.suppress(DamagedDrawing):
        # Whatever is read can be written again.
        read = DrawingRecord.from_bytes(bytes(whole))
        assert DrawingRecord.from_bytes(read.to_bytes()) == read


def stroke(**changes: Any) -> dict[str, Any]:
    return {"width": 0.1, "erases": False, "points": [[0, 1]]} | changes


def drawing(*strokes: Any, **changes: Any) -> dict[str, Any]:
    return {"version": 1, "aspect": 1, "strokes": list(strokes)} | changes


@pytest.mark.parametrize(
    "data",
    [
        [],
        {},
        drawing(more=1),
        drawing(version=2),
        drawing(version=True),
        drawing(aspect=0),
        drawing(aspect=5),
        drawing(aspect="1"),
        drawing(strokes={}),
        drawing(strokes=None),
        drawing(3),
        drawing(stroke(width=0)),
        drawing(stroke(width=-1)),
        drawing(stroke(width=9)),
        drawing(stroke(erases=1)),
        drawing(stroke(points=[])),
        drawing(stroke(points=[[0]])),
        drawing(stroke(points=[[0, 1, 2]])),
        drawing(stroke(points=[[0, True]])),
        drawing(stroke(points=[[0, 101]])),
        drawing(stroke(points=[[0, None]])),
        drawing(stroke(points="ab")),
        drawing(stroke(pressures=[0.5, 0.5])),
        drawing(stroke(pressures=[2])),
        drawing(stroke(colour=1)),
        drawing(name="a.png"),
        drawing(is_prepared=True),
        drawing(png=7),
        drawing(png="!"),
        drawing(png="AAAA"),
        drawing(png="ä"),
    ],
)
def test_what_is_out_of_range_is_refused(data: Any) -> None:
    with pytest.raises(DamagedDrawing):
        DrawingRecord.from_bytes(json.dumps(data).encode())


def test_numbers_without_end_are_refused() -> None:
    data = json.dumps(drawing(stroke(points=[[0, 12345.5]])))
    for bad in ("1e999", "-1e999", "NaN", "Infinity", "9" * 400):
        with pytest.raises(DamagedDrawing):
            DrawingRecord.from_bytes(data.replace("12345.5", bad).encode())


@pytest.mark.parametrize(
    "picture", [png(3000, 3000), png(0, 5), png(depth=16), png(kind=2), png()[:20], b"GIF89a" * 9]
)
def test_only_greys_of_a_bounded_size_lie_under_strokes(picture: bytes) -> None:
    with pytest.raises(InvalidData):
        DrawingRecord(png=picture)


def test_a_prepared_picture_is_as_large_as_the_models() -> None:
    assert DrawingRecord(png=png(28, 28), is_prepared=True).is_prepared
    with pytest.raises(InvalidData):
        DrawingRecord(png=png(29, 28), is_prepared=True)


def test_a_name_is_one_short_printable_line() -> None:
    for name in ("a\nb", "x" * 256, "\x1b[2J"):
        with pytest.raises(InvalidData):
            DrawingRecord(name=name, png=png())


def test_a_drawing_has_as_many_strokes_as_can_be_read_again() -> None:
    long = StrokeRecord(0.1, False, ((0.123456789012345, 0.5),) * (MAX_POINTS // 2))
    assert bounded([long, LINE, long, LINE]) == (long, LINE)
    assert len(bounded([LINE] * (MAX_STROKES + 1))) == MAX_STROKES
    with pytest.raises(InvalidData):
        DrawingRecord((long, LINE, long))
    assert len(DrawingRecord((long, long)).to_bytes()) < MAX_BYTES


def test_paper_with_nothing_but_erasing_is_empty() -> None:
    rubbed = StrokeRecord(0.1, True, ((0.5, 0.5),))
    assert DrawingRecord((rubbed,)).is_empty
    assert not DrawingRecord((rubbed, LINE)).is_empty
    assert not DrawingRecord(png=png()).is_empty
