"""Deterministic zip of stored members: every byte follows from their names and contents.

Of two such files with the same members no byte differs, whichever program or system wrote them;
so a reader can compare a file's structure with what it should be. PKWARE, APPNOTE.TXT 6.3.10.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping, Sequence
from typing import NamedTuple

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_VERSION, _TIME, _DATE = 20, 0, 0x21
"""Version that PKZIP 2.0 reads; 1 January 1980, midnight."""


class StoredMember(NamedTuple):
    """Header of a stored member.

    Attributes:
        name: ASCII.
        size: bytes.
        checksum: CRC-32.
    """

    name: str
    size: int
    checksum: int


def stored_zip(members: Mapping[str, bytes]) -> bytes:
    """Return a zip's bytes."""
    stored = [StoredMember(name, len(data), zlib.crc32(data)) for name, data in members.items()]
    headers, directory = structure_of(stored)
    parts = (part for pair in zip(headers, members.values(), strict=True) for part in pair)
    return b"".join([*parts, directory])


def structure_of(members: Sequence[StoredMember]) -> tuple[list[bytes], bytes]:
    """Return a zip's bytes except the contents: the header of each member, and the directory.

    Args:
        members: in order.
    """
    headers, entries, offset = [], [], 0
    for name, size, checksum in members:
        encoded = name.encode("ascii", "replace")
        rest = (_TIME, _DATE, checksum, size, size, len(encoded), 0)
        header = _LOCAL.pack(b"PK\x03\x04", _VERSION, 0, 0, *rest) + encoded
        entry = _CENTRAL.pack(b"PK\x01\x02", _VERSION, _VERSION, 0, 0, *rest, 0, 0, 0, 0, offset)
        headers.append(header)
        entries.append(entry + encoded)
        offset += len(header) + size
    directory = b"".join(entries)
    count = len(headers)
    end = _END.pack(b"PK\x05\x06", 0, 0, count, count, len(directory), offset, 0)
    return headers, directory + end
