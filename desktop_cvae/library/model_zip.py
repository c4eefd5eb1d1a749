"""Zip container of model files, read as strictly as it is written.

Only stored members of known names, each once, side by side from the first byte to the directory,
nothing encrypted, nothing longer than its limit. All of this is checked before the first member
is read, so a hostile file costs neither time nor memory.

Tested in tests/library/test_model_file.py.
"""

from __future__ import annotations

import contextlib
import stat
import struct
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from desktop_cvae.core.errors import (
    DamagedModelFile,
    InputOutputError,
    ModelFileError,
    NotAModelFile,
)
from desktop_cvae.core.language import tr
from desktop_cvae.core.specs import MAX_PARAMETERS, MAX_PRIOR_NUMBERS
from desktop_cvae.library.manifest import PRIOR, WEIGHTS, WRITER
from desktop_cvae.library.stored_zip import StoredMember, structure_of

MANIFEST, HISTORY, PREVIEW = "manifest.json", "history.jsonl", "preview.png"
MAX_FILE_BYTES = 128 * 2**20
MEMBER_LIMITS = {
    MANIFEST: 1_000_000,
    WEIGHTS: 4 * MAX_PARAMETERS + 1_000_000,
    PRIOR: 4 * MAX_PRIOR_NUMBERS + 100_000,
    HISTORY: 8_000_000,
    PREVIEW: 4_000_000,
    WRITER: MAX_FILE_BYTES,
}
MODEL = "model.cvae"
"""Member of a lesson that is a whole model file."""
_END = struct.Struct("<4s4H2LH")
_LOCAL = struct.Struct("<4s5H3L2H")
_ZIP64_LOCATOR = b"PK\x06\x07"
_MAX_DIRECTORY_BYTES = 4096
_KERAS_SUFFIXES = (".keras", ".h5", ".hdf5")
_KERAS_MEMBERS = {"config.json", "metadata.json", "model.weights.h5"}


@dataclass(frozen=True)
class ZipRules:
    """Rules for the members of one kind of file.

    Attributes:
        manifest: the member by which it is known.
        needed: one more that it cannot lack.
        limits: every possible member's most bytes.
        max_file_bytes: of the whole.
        is_exact: True if every byte of the zip's own structure is as
            :mod:`desktop_cvae.library.stored_zip` writes it, so that no change goes unseen.
    """

    manifest: str
    needed: str
    limits: Mapping[str, int]
    max_file_bytes: int
    is_exact: bool = False


MODEL_RULES = ZipRules(MANIFEST, WEIGHTS, MEMBER_LIMITS, MAX_FILE_BYTES)


@contextlib.contextmanager
def open_members(path: Path, rules: ZipRules = MODEL_RULES) -> Iterator[zipfile.ZipFile]:
    """Open a model file, or another kind of zip, and check its members before reading them.

    Yields:
        an archive whose members are few, stored and of limited size.

    Raises:
        InputOutputError: there is no such file, or it cannot be read.
        NotAModelFile: it is something else (also a folder, a pipe or a device).
        DamagedModelFile: it is cut off, altered or made to deceive.
        ModelFileError: it is a Keras file.
    """
    size = _require_plain_file(path, rules)
    try:
        with path.open("rb") as file, checked_members(file, size, path.name, rules) as archive:
            yield archive
    except OSError as error:
        raise InputOutputError(
            tr("“{name}” could not be read.", name=path.name), str(error)
        ) from error


@contextlib.contextmanager
def checked_members(
    file: BinaryIO, size: int, name: str, rules: ZipRules = MODEL_RULES
) -> Iterator[zipfile.ZipFile]:
    """Do the same with an opened file of ``size`` bytes; errors use ``name``."""
    try:
        _check_ends(file, size, name, rules)
        with zipfile.ZipFile(file) as archive:
            _check_names(archive, name, rules)
            _check_members(archive, file, size, name, rules)
            if rules.is_exact:
                _check_structure(archive, file, size, name)
            yield archive
    except (zipfile.BadZipFile, struct.error, EOFError, RuntimeError, ValueError) as error:
        raise DamagedModelFile(name, tr("its contents were altered")) from error


def _require_plain_file(path: Path, rules: ZipRules) -> int:
    # Checked before opening: opening a pipe would wait for a writer, and a device has no end.
    try:
        status = path.stat()
    except (OSError, ValueError) as error:
        raise InputOutputError(
            tr("There is no file “{name}”.", name=path.name), str(error)
        ) from error
    if not stat.S_ISREG(status.st_mode):
        raise NotAModelFile(path.name, tr("It is not a regular file."))
    if path.suffix.lower() in _KERAS_SUFFIXES:
        raise _keras_file(path.name)
    if status.st_size > rules.max_file_bytes:
        raise NotAModelFile(path.name, tr("It is too large."))
    return status.st_size


def _check_ends(file: BinaryIO, size: int, name: str, rules: ZipRules) -> None:
    start = file.read(8)
    if start.startswith(b"\x89HDF\r\n\x1a\n"):
        raise _keras_file(name)
    if not start.startswith(b"PK\x03\x04"):
        raise NotAModelFile(
            name,
            tr("It is empty.")
            if not size
            else tr("Its first bytes are not those of a model file."),
        )
    # The directory's size is checked before zipfile reads it, as it may list millions.
    file.seek(max(0, size - _END.size - 20))
    tail = file.read()
    if len(tail) != _END.size + 20 or tail[:4] == _ZIP64_LOCATOR:
        raise DamagedModelFile(name, tr("it is truncated or was altered"))
    mark, disk, first_disk, here, count, length, start_at, comment = _END.unpack(tail[20:])
    if mark != b"PK\x05\x06" or disk or first_disk or here != count or comment:
        raise DamagedModelFile(name, tr("it is truncated or was altered"))
    if count > len(rules.limits) or length > _MAX_DIRECTORY_BYTES:
        raise NotAModelFile(name, tr("It is another kind of zip file."))
    if start_at + length + _END.size != size:
        raise DamagedModelFile(name, tr("it is truncated or was altered"))


def _check_names(archive: zipfile.ZipFile, name: str, rules: ZipRules) -> None:
    names = archive.namelist()
    if rules.manifest not in names:
        if _KERAS_MEMBERS & set(names):
            raise _keras_file(name)
        raise NotAModelFile(name, tr("It is another kind of zip file."))
    if rules.needed not in names:
        raise DamagedModelFile(name, tr("it lacks “{name}”", name=rules.needed))
    for member in names:
        if member not in rules.limits:
            raise DamagedModelFile(
                name, tr("it has an unknown member “{name}”", name=str(member)[:40])
            )
    if len(set(names)) < len(names):
        raise DamagedModelFile(name, tr("a member is repeated"))


def _check_members(
    archive: zipfile.ZipFile, file: BinaryIO, size: int, name: str, rules: ZipRules
) -> None:
    expected_at = 0
    for member in sorted(archive.infolist(), key=lambda member: member.header_offset):
        # 0x800: the name is UTF-8; all other flags mean encryption, sizes that follow later, or
        # patches.
        if member.compress_type != zipfile.ZIP_STORED or member.flag_bits & ~0x800:
            raise DamagedModelFile(
                name, tr("“{name}” is compressed or encrypted", name=member.filename)
            )
        if member.file_size != member.compress_size:
            raise DamagedModelFile(name, tr("“{name}” has two sizes", name=member.filename))
        if member.file_size > min(rules.limits[member.filename], size):
            raise DamagedModelFile(name, tr("“{name}” is too large", name=member.filename))
        if member.header_offset != expected_at:
            raise DamagedModelFile(name, tr("its members overlap or leave gaps"))
        file.seek(member.header_offset)
        local = _LOCAL.unpack(file.read(_LOCAL.size))
        # Lengths of the name and of the extra field as the local header has them, which may differ
        # from the directory's.
        expected_at += _LOCAL.size + local[-2] + local[-1] + member.file_size
    if expected_at != archive.start_dir:
        raise DamagedModelFile(name, tr("its members overlap or leave gaps"))


def _check_structure(archive: zipfile.ZipFile, file: BinaryIO, size: int, name: str) -> None:
    """Compare all bytes between the members with what the program writes."""
    members = [StoredMember(one.filename, one.file_size, one.CRC) for one in archive.infolist()]
    headers, directory = structure_of(members)
    for member, header in zip(archive.infolist(), headers, strict=True):
        file.seek(member.header_offset)
        if file.read(len(header)) != header:
            raise DamagedModelFile(
                name, tr("the header of “{name}” is not as expected", name=member.filename)
            )
    file.seek(archive.start_dir)
    if file.read(size) != directory:
        raise DamagedModelFile(name, tr("its directory is not as expected"))


def _keras_file(name: str) -> ModelFileError:
    return ModelFileError(
        tr(
            "“{name}” is a Keras file, not a model file of this program; it may carry code "
            "and is never opened (use a .cvae file).",
            name=name,
        )
    )
