"""Spoils files as accidents and strangers do: bytes, and what the format says with sums put right.

A mutation that leaves a wrong checksum behind shows only that the checksum is looked at. So
JSON is spoiled node by node, and archives, checkpoints, PNG and gzip are taken apart, spoiled
inside, and closed with the checksums that then are right. All chance comes from one generator.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import re
import struct
import warnings
import zipfile
import zlib
from collections.abc import Callable
from pathlib import PurePath
from random import Random
from typing import Any

Files = dict[str, bytes]
"""What lies in a folder: contents by relative path."""
Spoil = Callable[[bytes, Random], bytes]

RAW = "@raw:"
"""A text that begins so is written into JSON without its quotes."""
HOSTILE_VALUES: tuple[Any, ...] = (
    *(RAW + text for text in ("NaN", "Infinity", "-Infinity", "1e999", "-1e999", "1E400")),
    *(RAW + "9" * digits for digits in (19, 30, 400, 5000)),
    *(RAW + "[" * 200 + "]" * 200, RAW + "[" * 100_000, RAW + '{"a":1,"a":2}'),
    *(0, -1, 1, 2, 3, 255, 2**31 - 1, 2**31, 2**32, 2**53, 2**63, -(2**63), 10**18),
    *(0.5, -0.5, 1e-300, 1e300, 5e-324, -0.0, True, False, None, [], {}, [[]], [None], {"": 0}),
    *("", " ", "0", "nan", "inf", "x" * 600, "x" * 20_000, "\0", "\ud800", "\u202e", "a\nb"),
    *("../../../etc/passwd", "/dev/zero", "/", "CON", "running", "F32", "F64", "float32"),
)
HOSTILE_TOKENS = (
    *(b"", b"-1", b"0", b"1", b"nan", b"inf", b"-inf", b"1e999", b"9" * 25, b"9" * 5000, b"1_000"),
    *(
        b"0x10",
        b"1j",
        b"'",
        b'"',
        b'"""',
        b"(",
        b")",
        b"((((",
        b"[",
        b"{",
        b"#",
        b"\\",
        b"\0",
        b"\n",
    ),
    *(
        b"True",
        b"None",
        b"\xff\xfe",
        "１２".encode(),
        "é".encode(),
        b"|O",
        b"<f8",
        b"<U9999",
        b"|S0",
    ),
    *(b"|V8", b"<M8[ns]", b"<c16", b"|b1", b"<i2", b">u4", b"<f2", b",,", b"()", b"(2,)", b"(-1,)"),
    *(
        b"4294967296",
        b"2147483648",
        b"x y",
        b";",
        b"\t",
        b"\r",
        b"\x0c",
        b"f4,f4",
        b"[('a','<f4')]",
    ),
)
HOSTILE_BYTES = (
    *(b"\0" * 4, b"\xff" * 4, b"\x7f\xff\xff\xff", b"\x80\0\0\0", b"\0\0\0\1", b"\1\0\0\0"),
    *(b"\xff" * 8, b"\0" * 64, b"PK\3\4", b"PK\1\2", b"PK\5\6", b"PK\6\7", b"\x93NUMPY"),
)


def spoiled(files: Files, random: Random) -> Files:
    """A copy of the files, one of them spoiled, once or a few times."""
    name = random.choice(sorted(files))
    data = files[name]
    for _ in range(random.choice((1, 1, 1, 2, 5))):
        data = spoil_named(name, data, random)
    return files | {name: data}


def spoil_named(name: str, data: bytes, random: Random) -> bytes:
    """One mutation, two thirds of them by the format that the file's name tells."""
    suffix = PurePath(name).suffix.lower()
    by_format = _BY_SUFFIX.get(suffix)
    if by_format is None or random.random() < 1 / 3:
        return spoil_bytes(data, random)
    try:
        return by_format(data, random)
    except Exception:  # noqa: BLE001 - what an earlier mutation broke may fail in any way
        return spoil_bytes(data, random)


def spoil_bytes(data: bytes, random: Random) -> bytes:
    """Flip, overwrite, cut, insert, repeat or move bytes; the beginning is hit most often."""
    place = int(len(data) * random.random() ** random.choice((1, 1, 4)))
    length = min(random.choice((1, 1, 2, 4, 8, 64, 1000)), len(data) - place)
    before, piece, after = data[:place], data[place : place + length], data[place + length :]
    match random.randrange(8):
        case 0:
            flipped = bytes(byte ^ 1 << random.randrange(8) for byte in piece[:1])
            return before + flipped + piece[1:] + after
        case 1:
            return before + random.randbytes(length) + after
        case 2:
            hostile = random.choice(HOSTILE_BYTES)
            return before + hostile + data[place + len(hostile) :]
        case 3:
            return before
        case 4:
            return before + after
        case 5:
            return before + piece * random.choice((2, 3, 100)) + after
        case 6:
            return (
                before + random.choice((random.choice(HOSTILE_BYTES), b" ", b"\n")) + data[place:]
            )
        case _:
            other = random.randrange(len(data) + 1)
            return before + data[other : other + length] + after


def spoil_text(data: bytes, random: Random) -> bytes:
    """Put something hostile in the place of a number, a word or a sign."""
    tokens = list(re.finditer(rb"[-+.\w]+|[^\w\s]", data))
    if not tokens:
        return random.choice(HOSTILE_TOKENS)
    token = random.choice(tokens[: random.choice((5, 50, len(tokens)))])
    return data[: token.start()] + random.choice(HOSTILE_TOKENS) + data[token.end() :]


def spoil_json(data: bytes, random: Random) -> bytes:
    """Change a node, leave one out, or add one that nobody knows."""
    return to_bytes(spoil_value(json.loads(data), random))


def spoil_json_lines(data: bytes, random: Random) -> bytes:
    """One line's node, or the lines' order."""
    lines = data.splitlines(keepends=True)
    number = random.randrange(len(lines))
    if random.random() < 0.1:
        return b"".join([*lines[number:], *lines])
    return b"".join(
        [*lines[:number], spoil_json(lines[number], random), b"\n", *lines[number + 1 :]]
    )


def spoil_value(value: Any, random: Random) -> Any:
    """The same for what JSON was parsed to; ``value`` itself stays."""
    if not isinstance(value, dict | list) or not value or random.random() < 0.1:
        if type(value) in (int, float) and random.random() < 0.3:
            return value * random.choice((-1, 2, 1000, 0.5, 1e9)) + random.choice((0, 1, -1, 4))
        return random.choice(HOSTILE_VALUES)
    if isinstance(value, list):
        copy = list(value)
        place = random.randrange(len(copy))
        match random.randrange(8):
            case 0:
                del copy[place]
            case 1:
                copy.insert(place, random.choice(HOSTILE_VALUES))
            case 2:
                copy = copy * random.choice((2, 50))
            case _:
                copy[place] = spoil_value(copy[place], random)
        return copy
    key = random.choice(list(value))
    match random.randrange(10):
        case 0:
            return {name: inner for name, inner in value.items() if name != key}
        case 1:
            return value | {random.choice(("x", "", "__class__", "\ud800")): value[key]}
        case 2:
            return value | {key: value[random.choice(list(value))]}
        case _:
            return value | {key: spoil_value(value[key], random)}


def to_bytes(value: Any) -> bytes:
    """JSON with what no parsed value can hold: numbers that are none, depth, keys twice."""
    text = json.dumps(value)
    return re.sub(rf'"{RAW}((?:[^"\\]|\\.)*)"', lambda m: m[1].replace('\\"', '"'), text).encode()


def spoil_safetensors(data: bytes, random: Random) -> bytes:
    """The table of tensors (with its right length), or the numbers."""
    length = int.from_bytes(data[:8], "little")
    header, numbers = data[8 : 8 + length], data[8 + length :]
    if random.random() < 0.8:
        header = spoil_json(header, random)
    else:
        numbers = spoil_bytes(numbers, random)
    return len(header).to_bytes(8, "little") + header + numbers


def spoil_checkpoint(data: bytes, random: Random) -> bytes:
    """Position, history or numbers, under their right SHA-256."""
    _, _, body = data.partition(b"\n")
    header, _, tensors = body.partition(b"\n")
    if random.random() < 0.7:
        header = spoil_json(header, random)
    else:
        tensors = spoil_safetensors(tensors, random)
    body = header + b"\n" + tensors
    return hashlib.sha256(body).hexdigest().encode() + b"\n" + body


def spoil_model_file(data: bytes, random: Random) -> bytes:
    """A member, most often with the manifest's SHA-256 put right."""
    members = read_zip(data)
    name = random.choice(sorted(members))
    members[name] = spoil_named(name, members[name], random)
    if name != "manifest.json" and random.random() < 0.9:
        manifest = json.loads(members["manifest.json"])
        manifest["members"][name] = hashlib.sha256(members[name]).hexdigest()
        members["manifest.json"] = json.dumps(manifest).encode()
    stored = zipfile.ZIP_STORED
    return write_zip(members, stored if random.random() < 0.9 else random.choice(_PACKINGS))


def spoil_npz(data: bytes, random: Random) -> bytes:
    """An array, packed in any of zip's ways; or the packed bytes under their right CRC."""
    members = read_zip(data)
    name = random.choice(sorted(members))
    match random.randrange(10):
        case 0:
            del members[name]
        case 1:
            members[random.choice((name.upper(), "x.npy", "y.npy", "../x.npy", ""))] = members[name]
        case 2:
            members[name] = members[random.choice(sorted(members))]
        case _:
            members[name] = spoil_named(name, members[name], random)
    packed = write_zip(members, random.choice(_PACKINGS))
    return spoil_bytes(packed, random) if random.random() < 0.3 else packed


def spoil_npy(data: bytes, random: Random) -> bytes:
    """The header's text (with its right length), or its version."""
    length = int.from_bytes(data[8:10], "little")
    header, numbers = data[10 : 10 + length], data[10 + length :]
    header = spoil_text(header, random)
    version = random.choice((b"\1\0",) * 8 + (b"\2\0", b"\3\0", b"\4\0", b"\0\0"))
    size = (
        struct.pack("<H", len(header) & 0xFFFF)
        if version < b"\2\0"
        else struct.pack("<I", len(header))
    )
    return b"\x93NUMPY" + version + size + header + numbers


def spoil_gzip(data: bytes, random: Random) -> bytes:
    """What is packed, packed again."""
    return gzip.compress(spoil_bytes(gzip.decompress(data), random), 1)


def spoil_png(data: bytes, random: Random) -> bytes:
    """A chunk, with its right CRC; the header is hit most often."""
    chunks = png_chunks(data)
    place = random.choice((0, 0, random.randrange(len(chunks))))
    kind, content = chunks[place]
    match random.randrange(8):
        case 0:
            del chunks[place]
        case 1:
            chunks.insert(random.randrange(len(chunks) + 1), (kind, content))
        case 2:
            chunks.insert(
                1,
                (
                    random.choice(
                        (
                            b"tRNS",
                            b"PLTE",
                            b"iCCP",
                            b"acTL",
                            b"fdAT",
                            b"eXIf",
                            b"zTXt",
                            b"gAMA",
                            b"cHRM",
                            b"pHYs",
                        )
                    ),
                    random.randbytes(random.choice((0, 1, 9, 99))),
                ),
            )
        case 3 if kind == b"IDAT":
            chunks[place] = kind, zlib.compress(spoil_bytes(zlib.decompress(content), random))
        case _:
            chunks[place] = kind, spoil_bytes(content, random)
    return join_png(chunks)


def png_chunks(data: bytes) -> list[tuple[bytes, bytes]]:
    """A PNG's chunks: kind and content."""
    chunks, place = [], 8
    while place + 8 <= len(data):
        length = int.from_bytes(data[place : place + 4], "big")
        chunks.append((data[place + 4 : place + 8], data[place + 8 : place + 8 + length]))
        place += 12 + length
    return chunks


def join_png(chunks: list[tuple[bytes, bytes]]) -> bytes:
    """The inverse of :func:`png_chunks`."""
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(content))
        + kind
        + content
        + struct.pack(">I", zlib.crc32(kind + content))
        for kind, content in chunks
    )


def read_zip(data: bytes) -> Files:
    """An archive's members."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def write_zip(members: Files, packing: int = zipfile.ZIP_STORED) -> bytes:
    """An archive of members."""
    buffer = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(buffer, "w", packing) as archive:
        warnings.simplefilter("ignore")  # a name twice
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name), data, packing)
    return buffer.getvalue()


_PACKINGS = (
    zipfile.ZIP_STORED,
    zipfile.ZIP_DEFLATED,
    zipfile.ZIP_DEFLATED,
    zipfile.ZIP_BZIP2,
    zipfile.ZIP_LZMA,
)
_BY_SUFFIX: dict[str, Spoil] = {
    ".json": spoil_json,
    ".jsonl": spoil_json_lines,
    ".safetensors": spoil_safetensors,
    ".checkpoint": spoil_checkpoint,
    ".cvae": spoil_model_file,
    ".npz": spoil_npz,
    ".npy": spoil_npy,
    ".gz": spoil_gzip,
    ".png": spoil_png,
    ".csv": spoil_text,
}
