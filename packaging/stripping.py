"""Takes the symbols that only debuggers read out of the libraries (Linux)."""

from __future__ import annotations

import struct
import subprocess
import tempfile
from pathlib import Path

from packaged_program import Failure

ELF64 = b"\x7fELF\x02\x01"
"""How libraries for 64-bit machines of the usual byte order begin."""

LOADED_SEGMENT = 1


def strip_libraries(folder: Path) -> None:
    """Strip every library below a folder; the executables carry their modules and stay.

    A library that would be spoilt is left as it is: ``strip`` misplaces the segments of those
    whose names were changed by the makers of wheels (NumPy's OpenBLAS is one), and the
    system then refuses to load them.

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
    """True if every segment lies in the file as it will lie in memory, counted in its pages."""
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
