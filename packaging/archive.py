"""Pack the folder into one file; the same contents give the same bytes."""

from __future__ import annotations

import lzma
import platform
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path
from typing import IO

EPOCH = 315_532_800
"""Time stamp of every file in the archive: 1980, the earliest that every program can unpack."""

IS_X86 = platform.machine().lower() in {"x86_64", "amd64"}
DICTIONARY_MB = 64
LONG_ENOUGH = 128
"""Length in bytes of a repetition at which the search for a longer one ends."""

# The x86 filter writes jumps as absolute addresses, which repeat more often; it saves 3 %.
OPTIONS = (
    *(["--x86"] if IS_X86 else []),
    f"--lzma2=preset=6,dict={DICTIONARY_MB}MiB,nice={LONG_ENOUGH}",
    "--threads=0",
    # Two blocks: larger ones pack better, one alone would leave every other core without work.
    "--block-size=160MiB",
)
FILTERS = (
    *([{"id": lzma.FILTER_X86}] if IS_X86 else []),
    {
        "id": lzma.FILTER_LZMA2,
        "preset": 6,
        "dict_size": DICTIONARY_MB << 20,
        "nice_len": LONG_ENOUGH,
    },
)


def pack(folder: Path, name: str) -> Path:
    """Write ``name.tar.xz`` (on Windows ``name.zip``) beside the folder, with the folder in it."""
    if sys.platform == "win32":
        return Path(
            shutil.make_archive(str(folder.with_name(name)), "zip", folder.parent, folder.name)
        )
    path = folder.with_name(f"{name}.tar.xz")
    program = shutil.which("xz")
    if program is None:
        with lzma.open(path, "wb", filters=FILTERS) as stream:
            _write(folder, stream)
        return path
    with path.open("wb") as file:
        # Python's own lzma uses one core, this program all of them.
        compressor = subprocess.Popen(
            [program, *OPTIONS, "--stdout"], stdin=subprocess.PIPE, stdout=file
        )
        assert compressor.stdin is not None
        with compressor.stdin as stream:
            _write(folder, stream)
        if compressor.wait() != 0:
            raise OSError(f"{program} ended with {compressor.returncode}")
    return path


def _write(folder: Path, stream: IO[bytes]) -> None:
    with tarfile.open(fileobj=stream, mode="w|", format=tarfile.PAX_FORMAT) as archive:
        for path in [folder, *sorted(folder.rglob("*"))]:
            name = path.relative_to(folder.parent).as_posix()
            archive.add(path, name, recursive=False, filter=_anonymous)


def _anonymous(member: tarfile.TarInfo) -> tarfile.TarInfo:
    member.uid = member.gid = 0
    member.uname = member.gname = ""
    member.mtime = EPOCH
    return member
