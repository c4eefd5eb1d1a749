"""Files made to deceive: small ones that promise much, and well-signed ones that say nonsense.

What was found once stays here by name, so that no luck is needed to find it again.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import struct
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from doors import DOORS, idx, npy
from mutation import Files, join_png, png_chunks, write_zip
from PIL import Image

SIDE = 7937
"""63 million pixels, as many as a picture may have."""
MEGABYTE = 1 << 20


@dataclass(frozen=True)
class Crafted:
    """A hostile file.

    Attributes:
        door: the name of the door it is brought to.
        make: lays it into a folder.
        is_quick: made and judged in two seconds, so that every test run has it.
        must_be_refused: it is nonsense.
    """

    door: str
    make: Callable[[Path], Any]
    is_quick: bool = True
    must_be_refused: bool = False


def _files(door: str, make: Callable[[], Files], **more: bool) -> Crafted:
    def lay(folder: Path) -> None:
        for name, data in make().items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)

    return Crafted(door, lay, **more)


def _sparse(door: str, name: str, size: int, start: bytes = b"", **more: bool) -> Crafted:
    """A file of zeros that takes no room on the disk."""

    def lay(folder: Path) -> None:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(start)
        with path.open("r+b") as file:
            file.truncate(size)

    return Crafted(door, lay, **more)


def deflated_zeros(size: int, start: bytes = b"") -> tuple[bytes, int]:
    """A raw deflate stream of ``start`` and zeros, and the Adler-32 sum of what it inflates to."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    first = packer.compress(start) + packer.flush(zlib.Z_FULL_FLUSH)
    # A block that refers to nothing before it can be repeated as it is.
    block = packer.compress(bytes(MEGABYTE)) + packer.flush(zlib.Z_FULL_FLUSH)
    count, rest = divmod(size - len(start), MEGABYTE)
    last = packer.compress(bytes(rest)) + packer.flush()
    total = zlib.adler32(start)
    for _ in range(count):
        total = zlib.adler32(_ZEROS, total)
    return first + block * count + last, zlib.adler32(bytes(rest), total)


_ZEROS = bytes(MEGABYTE)


def _crc(size: int, start: bytes) -> int:
    count, rest = divmod(size - len(start), MEGABYTE)
    total = zlib.crc32(start)
    for _ in range(count):
        total = zlib.crc32(_ZEROS, total)
    return zlib.crc32(bytes(rest), total)


# -- pictures ----------------------------------------------------------------------------------


def png(
    kind: int, depth: int, *, side: int = SIDE, interlaced: bool = False, **chunks: bytes
) -> bytes:
    """A black PNG of any colour type and depth."""
    values = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}[kind]
    line = 1 + (side * values * depth + 7) // 8
    packed, adler = deflated_zeros(side * line + (8 * side if interlaced else 0))
    head = struct.pack(">2I5B", side, side, depth, kind, 0, 0, interlaced)
    content = b"\x78\xda" + packed + adler.to_bytes(4, "big")
    middle = [(name.encode(), data) for name, data in chunks.items()]
    return join_png([(b"IHDR", head), *middle, (b"IDAT", content), (b"IEND", b"")])


def tiff(
    depths: tuple[int, ...], photometric: int, sample: int = 1, strip_rows: int = SIDE
) -> bytes:
    """A TIFF of zeros, deflated."""
    bytes_a_row = SIDE * sum(depths) // 8
    strips = []
    for top in range(0, SIDE, strip_rows):
        packed, adler = deflated_zeros(min(strip_rows, SIDE - top) * bytes_a_row)
        strips.append(b"\x78\xda" + packed + adler.to_bytes(4, "big"))
    count = len(strips)
    places = np.cumsum([8, *map(len, strips)]).tolist()
    extra = io.BytesIO()
    at = places[-1] + places[-1] % 2
    entries = [(256, 4, [SIDE]), (257, 4, [SIDE]), (258, 3, list(depths)), (259, 3, [8])]
    entries += [(262, 3, [photometric]), (273, 4, places[:-1]), (277, 3, [len(depths)])]
    entries += [(278, 4, [strip_rows]), (279, 4, list(map(len, strips))), (284, 3, [1])]
    entries += [(338, 3, [2])] if len(depths) in (2, 4) and photometric < 5 else []
    entries += [(339, 3, [sample] * len(depths))]
    table = struct.pack("<H", len(entries))
    after = at + 2 + 12 * len(entries) + 4
    for tag, kind, values in entries:
        data = struct.pack(f"<{len(values)}{'H' if kind == 3 else 'I'}", *values)
        if len(data) > 4:
            place = after + extra.tell()
            extra.write(data + b"\0" * (len(data) % 2))
            data = struct.pack("<I", place)
        table += struct.pack("<HHI", tag, kind, len(values)) + data.ljust(4, b"\0")
    body = b"".join(strips)
    body += b"\0" * (at - 8 - len(body))
    assert count == len(strips)
    return b"II*\0" + struct.pack("<I", at) + body + table + b"\0" * 4 + extra.getvalue()


def _saved(mode: str, kind: str, **options: Any) -> bytes:
    buffer = io.BytesIO()
    Image.new(mode, (SIDE, SIDE)).save(buffer, kind, **options)
    return buffer.getvalue()


def _many_scans() -> bytes:
    """A progressive JPEG whose last scan comes three hundred times."""
    data = _saved("L", "JPEG", progressive=True)
    last = data.rfind(b"\xff\xda")
    return data[:-2] + data[last:-2] * 300 + data[-2:]


def _bitmap_of_runs() -> bytes:
    """A BMP of eight bits whose lines are runs."""
    runs, rest = divmod(SIDE, 255)
    line = b"\xff\0" * runs + bytes((rest, 0)) + b"\0\0"
    body = line * SIDE + b"\0\1"
    palette = bytes(1024)
    head = struct.pack("<IiiHHIIiiII", 40, SIDE, SIDE, 1, 8, 1, len(body), 0, 0, 256, 0)
    start = 14 + len(head) + len(palette)
    return b"BM" + struct.pack("<IHHI", start + len(body), 0, 0, start) + head + palette + body


def _plain_bitmap_head() -> bytes:
    stride = (SIDE * 3 + 3) // 4 * 4
    head = struct.pack("<IiiHHIIiiII", 40, SIDE, SIDE, 1, 24, 0, stride * SIDE, 0, 0, 0, 0)
    return b"BM" + struct.pack("<IHHI", 54 + stride * SIDE, 0, 0, 54) + head


def _cut_png() -> bytes:
    """A header of 63 million pixels, and nothing behind it."""
    chunks = [(kind, data) for kind, data in png_chunks(png(6, 16)) if kind != b"IDAT"]
    return join_png([*chunks[:1], (b"IDAT", zlib.compress(b"\0" * 9)), *chunks[1:]])


def _picture(suffix: str, make: Callable[[], bytes], *, is_quick: bool = False) -> Crafted:
    return _files("picture", lambda: {f"a.{suffix}": make()}, is_quick=is_quick)


def _thin(width: int, height: int) -> bytes:
    """A picture of one long side, black."""
    packed, adler = deflated_zeros((width + 1) * height)
    head = struct.pack(">2I5B", width, height, 8, 0, 0, 0, 0)
    content = b"\x78\xda" + packed + adler.to_bytes(4, "big")
    return join_png([(b"IHDR", head), (b"IDAT", content), (b"IEND", b"")])


PICTURES = {
    "PNG RGBA of 16 bit": _picture("png", lambda: png(6, 16), is_quick=True),
    "PNG RGBA of 16 bit, interlaced": _picture("png", lambda: png(6, 16, interlaced=True)),
    "PNG RGBA": _picture("png", lambda: png(6, 8)),
    "PNG RGB of 16 bit": _picture("png", lambda: png(2, 16)),
    "PNG RGB": _picture("png", lambda: png(2, 8)),
    "PNG RGB with a transparent colour": _picture("png", lambda: png(2, 8, tRNS=bytes(6))),
    "PNG grey and alpha of 16 bit": _picture("png", lambda: png(4, 16)),
    "PNG grey and alpha": _picture("png", lambda: png(4, 8)),
    "PNG grey of 16 bit": _picture("png", lambda: png(0, 16), is_quick=True),
    "PNG grey with a transparent grey": _picture("png", lambda: png(0, 8, tRNS=bytes(2))),
    "PNG of one bit": _picture("png", lambda: png(0, 1), is_quick=True),
    "PNG palette": _picture("png", lambda: png(3, 8, PLTE=bytes(768))),
    "PNG palette with alpha": _picture("png", lambda: png(3, 8, PLTE=bytes(768), tRNS=bytes(256))),
    "PNG with nothing behind its header": _picture("png", _cut_png, is_quick=True),
    **{
        f"PNG of {width} × {height}": _picture("png", partial(_thin, width, height), is_quick=True)
        for width, height in (
            *((60_000_000, 1), (1, 63_000_000), (3_100_000, 20), (400_000, 10)),
            *((10, 400_000), (500_000, 120), (120, 500_000), (500_000, 3)),
        )
    },
    "TIFF grey of 16 bit": _picture("tif", lambda: tiff((16,), 1)),
    "TIFF floats": _picture("tif", lambda: tiff((32,), 1, 3)),
    "TIFF floats in strips": _picture("tif", lambda: tiff((32,), 1, 3, 64)),
    "TIFF RGBA of 16 bit": _picture("tif", lambda: tiff((16,) * 4, 2)),
    "TIFF CMYK": _picture("tif", lambda: tiff((8,) * 4, 5)),
    "TIFF LAB": _picture("tif", lambda: tiff((8,) * 3, 8)),
    "BMP of runs": _picture("bmp", _bitmap_of_runs),
    "BMP of 189 MB": _sparse(
        "picture", "a.bmp", 54 + 23_812 * SIDE, _plain_bitmap_head(), is_quick=False
    ),
    "GIF": _picture("gif", lambda: _saved("L", "GIF")),
    "WebP": _picture("webp", lambda: _saved("RGBA", "WEBP", lossless=True, method=0, quality=0)),
    "JPEG CMYK, progressive": _picture("jpg", lambda: _saved("CMYK", "JPEG", progressive=True)),
    "JPEG of 300 scans": _picture("jpg", _many_scans),
}


# -- data sets -----------------------------------------------------------------------------------


def npy_header(shape: str, kind: str = "|u1") -> bytes:
    """The beginning of an array's file."""
    text = f"{{'descr': '{kind}', 'fortran_order': False, 'shape': {shape}}}".encode()
    text = text.ljust(117) + b"\n"
    return b"\x93NUMPY\1\0" + struct.pack("<H", len(text)) + text


def packed_zip(*members: tuple[str, bytes, int, int, int]) -> bytes:
    """A zip of packed members: name, packed bytes, method, promised size and CRC."""
    body, directory = b"", b""
    for name, packed, method, size, crc in members:
        rest = struct.pack("<5H3L2H", 20, 0, method, 0, 33, crc, len(packed), size, len(name), 0)
        directory += b"PK\1\2" + struct.pack("<H", 20) + rest
        directory += struct.pack("<3H2L", 0, 0, 0, 0, len(body)) + name.encode()
        body += b"PK\3\4" + rest + name.encode() + packed
    count = len(members)
    end = struct.pack("<4H2LH", 0, 0, count, count, len(directory), len(body), 0)
    return body + directory + b"PK\5\6" + end


def _zeros_npz(shape: str, size: int, kind: str = "|u1", labels: int = 10) -> Files:
    """Pictures that are zeros, as many as the shape says."""
    start = npy_header(shape, kind)
    packed, _ = deflated_zeros(len(start) + size, start)
    x = "x.npy", packed, zipfile.ZIP_DEFLATED, len(start) + size, _crc(len(start) + size, start)
    y_start = npy_header(f"({labels},)")
    y_packed, _ = deflated_zeros(len(y_start) + labels, y_start)
    y_crc = _crc(len(y_start) + labels, y_start)
    y = "y.npy", y_packed, zipfile.ZIP_DEFLATED, len(y_start) + labels, y_crc
    return {"a.npz": packed_zip(x, y)}


def _promising_npz() -> Files:
    """An array and a directory that promise three gigabytes which are not there."""
    start = npy_header("(4000000, 28, 28)")
    stored = start + bytes(100)
    packed = zlib.compress(stored)[2:-4]
    x = "x.npy", packed, zipfile.ZIP_DEFLATED, len(start) + 4_000_000 * 784, 0
    return {"a.npz": packed_zip(x, ("y.npy", npy(np.arange(9)), 0, 200, 0))}


def _long_texts() -> Files:
    """Labels of a hundred thousand letters each."""
    start = npy_header("(1000,)", "<U100000")
    size = len(start) + 400_000_000
    packed, _ = deflated_zeros(size, start)
    x = write_zip({"x.npy": npy(np.zeros((1000, 28, 28), np.uint8))}, zipfile.ZIP_DEFLATED)
    with zipfile.ZipFile(io.BytesIO(x)) as archive:
        info = archive.getinfo("x.npy")
        begin = 30 + len("x.npy")
        pictures = x[begin : begin + info.compress_size]
    y = "y.npy", packed, zipfile.ZIP_DEFLATED, size, _crc(size, start)
    return {"a.npz": packed_zip(("x.npy", pictures, 8, info.file_size, info.CRC), y)}


def _many_members(count: int) -> Files:
    """A directory of a million empty members."""
    entry = b"PK\1\2" + struct.pack("<6H3L5H2L", 20, 20, 0, 0, 0, 33, 0, 0, 0, 7, 0, 0, 0, 0, 0, 0)
    directory = b"".join(entry + b"%07d" % number for number in range(count))
    end64 = b"PK\6\6" + struct.pack("<Q2H2L4Q", 44, 45, 45, 0, 0, count, count, len(directory), 0)
    locator = b"PK\6\7" + struct.pack("<LQL", 0, len(directory), 1)
    end = b"PK\5\6" + struct.pack("<4H2LH", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    return {"a.npz": directory + end64 + locator + end}


def _greedy_lzma() -> Files:
    """A member whose decompressor wants four gigabytes, and one that is no LZMA at all."""
    data = b"\x09\x04\x05\0\x5d\xff\xff\xff\xff" + bytes(200)
    return {"a.npz": packed_zip(*((f"{k}.npy", data, zipfile.ZIP_LZMA, 10_000, 0) for k in "xy"))}


def _npz_of(header: bytes, content: bytes = b"", version: bytes = b"\1\0") -> Files:
    """An archive whose arrays have this header."""
    array = b"\x93NUMPY" + version + struct.pack("<H", len(header)) + header + content
    return {"a.npz": write_zip({"x.npy": array, "y.npy": npy(np.arange(10) % 10)})}


def _packed_idx(shape: tuple[int, ...], size: int, labels: int = 10) -> Files:
    start = bytes((0, 0, 8, len(shape))) + b"".join(n.to_bytes(4, "big") for n in shape)
    packed, _ = deflated_zeros(len(start) + size, start)
    total = len(start) + size
    tail = struct.pack("<2I", _crc(total, start), total & 0xFFFFFFFF)
    return {
        "train-images-idx3-ubyte.gz": b"\x1f\x8b\x08\0\0\0\0\0\2\xff" + packed + tail,
        "train-labels-idx1-ubyte.gz": gzip.compress(idx(np.arange(labels) % 10)),
    }


def _csv_rows(rows: int, columns: int) -> Files:
    line = b",0" * (columns - 1) + b"\n"
    return {"a.csv": (b"1" + line) * (rows - 1) + b"2" + line}


def _header(shape: str, kind: str = "|u1") -> bytes:
    return f"{{'descr': '{kind}', 'fortran_order': False, 'shape': {shape}}}\n".encode()


NONSENSE_ARRAYS = {
    "an open bracket": (b"{'descr': ('|u1', 'shape': (\n",),
    "a foreign sign": (b"{'descr': '|u1\n",),
    "a set for a shape": (_header("{[]}"),),
    "a key that cannot be one": (b"{[]: '|u1'}\n",),
    "keys that have no order": (b"{1: 2, 'a': 3}\n",),
    "a header of brackets": (b"(" * 9000 + b")" * 9000,),
    "negative sizes": (_header("(-10, 28, 28)"), bytes(7840)),
    "a side of nothing": (_header(f"({2**40}, 0)"),),
    "a size beyond all": (_header(f"(0, {2**63 - 1}, {2**63 - 1})"),),
    "values without size": (_header("(10, 28, 28)", "|S0"),),
}
"""By what is wrong: a header's text and the numbers behind it."""

DATASETS = {
    "NPZ of a million black pictures": _files(
        "npz", lambda: _zeros_npz("(1000000, 28, 28)", 784_000_000), is_quick=False
    ),
    "NPZ of five million black pictures": _files(
        "npz", lambda: _zeros_npz("(5000000, 28, 28)", 3_920_000_000), is_quick=False
    ),
    "NPZ of black doubles": _files(
        "npz", lambda: _zeros_npz("(100000, 28, 28)", 627_200_000, "<f8"), is_quick=False
    ),
    "NPZ of a million tiny pictures": _files(
        "npz", lambda: _zeros_npz("(1000000, 4, 4)", 16_000_000, labels=1_000_000)
    ),
    "NPZ that promises three gigabytes": _files("npz", _promising_npz),
    "NPZ of labels without end": _files("npz", _long_texts, is_quick=False),
    "NPZ of a million members": _files("npz", lambda: _many_members(1_000_000), is_quick=False),
    "NPZ of greedy LZMA": _files("npz", _greedy_lzma, must_be_refused=True),
    **{
        f"NPZ with {name}": _files("npz", partial(_npz_of, *content), must_be_refused=True)
        for name, content in NONSENSE_ARRAYS.items()
    },
    "NPZ with a version of its own": _files(
        "npz", lambda: _npz_of(b"{}\n", version=b"\7\7"), must_be_refused=True
    ),
    "NPZ with an encrypted member": _files("npz", lambda: _encrypted(), must_be_refused=True),
    "packed IDX of a million black pictures": _files(
        "idx", lambda: _packed_idx((1_000_000, 28, 28), 784_000_000), is_quick=False
    ),
    "packed IDX of a million tiny pictures": _files(
        "idx", lambda: _packed_idx((1_000_000, 4, 4), 16_000_000, 1_000_000)
    ),
    "packed IDX that promises a million": _files(
        "idx", lambda: _packed_idx((1_000_000, 28, 28), 100), must_be_refused=True
    ),
    "packed IDX of sides beyond all": _files(
        "idx", lambda: _packed_idx((0, 2**32 - 1, 2**32 - 1), 0), must_be_refused=True
    ),
    "CSV of 900 MB of nothing": _sparse(
        "csv", "a.csv", 900_000_000, is_quick=False, must_be_refused=True
    ),
    "CSV of a million tiny pictures": _files(
        "csv", lambda: _csv_rows(1_000_000, 17), is_quick=False
    ),
    "CSV of 20,000 digits": _files("csv", lambda: _csv_rows(20_000, 785), is_quick=False),
    "CSV of thirty million columns": _files(
        "csv", lambda: _csv_rows(1, 30_000_000), is_quick=False, must_be_refused=True
    ),
    "CSV of empty lines": _files(
        "csv", lambda: {"a.csv": b"\n" * 100_000_000}, is_quick=False, must_be_refused=True
    ),
    "CSV of one long number": _files(
        "csv",
        lambda: {"a.csv": b"label," + b"9" * 50_000_000},
        is_quick=False,
        must_be_refused=True,
    ),
    "CSV of three million labels": _files(
        "csv", lambda: {"a.csv": b"3\n" * 3_000_000}, is_quick=False, must_be_refused=True
    ),
}


def _encrypted() -> Files:
    data = bytearray(write_zip({"x.npy": npy(np.zeros((2, 28, 28))), "y.npy": npy(np.arange(2))}))
    for mark, place in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        data[data.find(mark) + place] |= 1
    return {"a.npz": bytes(data)}


# -- checkpoints, runs, models, events -----------------------------------------------------------


def _checkpoint(change: Callable[[dict[str, Any]], Any]) -> Callable[[], Files]:
    """A checkpoint whose header is what ``change`` returns, under its right SHA-256."""

    def make() -> Files:
        ((name, data),) = DOORS["checkpoint"].sound()["between epochs"].items()
        header, _, tensors = data.partition(b"\n")[2].partition(b"\n")
        body = json.dumps(change(json.loads(header))).encode() + b"\n" + tensors
        return {name: hashlib.sha256(body).hexdigest().encode() + b"\n" + body}

    return make


def _deep_checkpoint() -> Files:
    body = b"[" * 50_000_000 + b"\n"
    return {"00001-00000000.checkpoint": hashlib.sha256(body).hexdigest().encode() + b"\n" + body}


def _long_history() -> Files:
    files = DOORS["run"].sound()["run"]
    name = next(name for name in files if name.endswith("history.jsonl"))
    return files | {name: files[name] * 500_000}


def _event(**entries: Any) -> Callable[[], Files]:
    """A finished epoch with other entries, in its record where that has them."""

    def make() -> Files:
        event = json.loads(DOORS["event"].sound()["epoch"]["a.json"])
        event["record"] |= {k: v for k, v in entries.items() if k in event["record"]}
        return {"a.json": json.dumps(event | entries).encode()}

    return make


def _with(entry: str, value: Any, header: dict[str, Any]) -> dict[str, Any]:
    return header | {entry: value}


NAN, INFINITY = float("nan"), float("inf")
NONSENSE_ENTRIES: dict[str, tuple[Any, ...]] = {
    "shapes": ([], {}, 7),
    "epoch": (-3, INFINITY, NAN, 10**30, "1"),
    "batch": (-1,),
    "iterations": (-1, 0.5),
    "best_epoch": (-1, 99),
    "images": (-1,),
    "seconds": (-1.0, INFINITY, NAN, 10**400),
    "sums": ([NAN, 1, 2], [1], 7),
    "history": (7, ["x"], [{}], {}),
    "dropout_seeds": (7, [7], [["x"]], [[-1]]),
}
"""What a checkpoint's header may not say."""
KEPT = {
    "checkpoint whose header is a list": _files(
        "checkpoint", _checkpoint(lambda header: [header]), must_be_refused=True
    ),
    **{
        f"checkpoint with {entry} {value!s:.20}": _files(
            "checkpoint", _checkpoint(partial(_with, entry, value)), must_be_refused=True
        )
        for entry, values in NONSENSE_ENTRIES.items()
        for value in values
    },
    "checkpoint of 50 million brackets": _files(
        "checkpoint", _deep_checkpoint, is_quick=False, must_be_refused=True
    ),
    "checkpoint of 390 MB of nothing": _sparse(
        "checkpoint",
        "00001-00000000.checkpoint",
        390 * MEGABYTE,
        is_quick=False,
        must_be_refused=True,
    ),
    "run of a million records": _files("run", _long_history, is_quick=False),
    "run with a history of a gigabyte": _sparse(
        "run", "runs/one/history.jsonl", 10**9, is_quick=False, must_be_refused=True
    ),
    "run with a description of 15 MB": _sparse(
        "run", "runs/one/run.json", 15_000_000, must_be_refused=True
    ),
    "model of 120 MB of nothing": _sparse(
        "model", "a.cvae", 120 * MEGABYTE, b"PK\3\4", must_be_refused=True
    ),
    "model of a million members": _files(
        "model",
        lambda: {"a.cvae": _many_members(1_000_000)["a.npz"]},
        is_quick=False,
        must_be_refused=True,
    ),
    "settings of a gigabyte": _sparse("settings", "settings.json", 10**9),
    "speeds beyond all": _files(
        "speeds", lambda: {"cache/training_speed.json": b'{"studio": ' + b"9" * 400 + b"}"}
    ),
    "pairs with an open bracket": _files(
        "pairs", lambda: {"a.npy": b"\x93NUMPY\1\0\x0a\0{'descr': ("}
    ),
    **{
        f"event with {name} {value}": _files("event", _event(**{name: value}))
        for name in ("images_per_second", "epoch", "batches", "active_units")
        for value in (NAN, INFINITY, -1)
    },
    "event with a divergence that is none": _files("event", _event(kl_per_dimension=[NAN])),
    "event of endless seconds": _files("event", _event(seconds=INFINITY)),
    "event with metrics that are none": _files(
        "event", _event(event="saved", file="a", metrics={"accuracy": NAN})
    ),
    "event with a cure that is none": _files(
        "event", _event(event="advice", code="a", sentence="b", cure={"beta": NAN})
    ),
}

CRAFTED = PICTURES | DATASETS | KEPT
