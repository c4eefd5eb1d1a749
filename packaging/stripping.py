"""Strip the symbols that only debuggers read from the libraries (Linux)."""

from __future__ import annotations

import struct
import subprocess
import tempfile
from pathlib import Path

from packaged_program import Failure

ELF64 = b"\x7fELF\x02\x01"
"""First bytes of a library for 64-bit little-endian machines."""
LOADED_SEGMENT = 1


def strip_libraries(folder: Path) -> None:
    """Strip every library below a folder; executables stay, because they contain their modules.

    A library that would be damaged stays as it is: ``strip`` misplaces the segments of those
    that were renamed for a wheel (NumPy's OpenBLAS is one), and the system then refuses to
    load them.

    Raises:
        Failure: ``strip`` is missing or refuses a file.
    """
    with tempfile.TemporaryDirectory() as temporary:
        stripped = Path(temporary) / "stripped"
        for path in sorted(folder.rglob("*")):
            if path.is_symlink() or not path.is_file() or not _is_elf(path):
                continue
            _strip(path, stripped)
            if is_loadable(stripped):
                path.write_bytes(stripped.read_bytes())


def is_loadable(path: Path) -> bool:
    """Return True if every loaded segment's offset and address agree modulo its alignment."""
    with path.open("rb") as file:
        (table,) = struct.unpack("<Q", file.read(64)[32:40])
        file.seek(54)
        size, count = struct.unpack("<HH", file.read(4))
        file.seek(table)
        segments = [file.read(size) for _ in range(count)]
    for segment in segments:
        kind, _, offset, address = struct.unpack("<IIQQ", segment[:24])
        (alignment,) = struct.unpack("<Q", segment[48:56])
        if kind == LOADED_SEGMENT and (address - offset) % max(alignment, 1):
            return False
    return True


def _strip(path: Path, result: Path) -> None:
    command = ["strip", "--strip-unneeded", "-o", str(result), str(path)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except FileNotFoundError as error:
        raise Failure("“strip” is missing; install it with “apt install binutils”") from error
    if done.returncode != 0:
        raise Failure(f"“{path}” could not be stripped: {done.stderr.strip()}")


def _is_elf(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(ELF64)) == ELF64
