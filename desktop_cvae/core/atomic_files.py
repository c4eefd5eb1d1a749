"""Atomic writing of files: a file is written whole or not at all.

Bytes in memory → temporary file in the same folder → flush, fsync → rename →
fsync of the folder. A process killed at any moment leaves the old file or the
new one, and at worst a hidden ``.part`` file beside it.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from desktop_cvae.core.errors import InputOutputError, reason_of
from desktop_cvae.core.language import tr
from desktop_cvae.core.operating_system import replace_file, sync_folder


def write_atomically(path: Path, data: bytes) -> None:
    """Write a file; an older one stays until all bytes are on the disk.

    Args:
        path: the file; missing folders are made.
        data: its whole content.

    Raises:
        InputOutputError: the disk is full, the folder is read-only, …; the old file stays.
    """
    with explained(path):
        fill_atomically(path, lambda file: file.write(data))


def fill_atomically(path: Path, fill: Callable[[BinaryIO], object]) -> None:
    """Write a file as :func:`write_atomically`, without its whole content in memory.

    Args:
        path: the file; missing folders are made.
        fill: writes the content to the stream that it is called with.

    Raises:
        OSError: the disk is full, the folder is read-only, …; the old file stays.
    """
    _write(path, fill, _replace)


def write_new_file(path: Path, data: bytes) -> bool:
    """Write a file unless one of that name exists, even if another process is making it.

    Args:
        path: the file; missing folders are made.
        data: its whole content.

    Returns:
        False if a file of that name was there; it is left as it is.

    Raises:
        InputOutputError: the disk is full, the folder is read-only, …
    """
    with explained(path):
        return _write(path, lambda file: file.write(data), _rename_new)


def write_with_digest(path: Path, data: bytes) -> None:
    """Write a file of a cache, with its SHA-256 in a second file beside it.

    Raises:
        InputOutputError: as :func:`write_atomically`.
    """
    write_atomically(path, data)
    # Last: a process killed between the two leaves a digest that does not fit, and the cache is
    # made anew.
    write_atomically(_digest_of(path), hashlib.sha256(data).hexdigest().encode())


def read_with_digest(path: Path, max_bytes: int) -> bytes | None:
    """Return what :func:`write_with_digest` wrote; None if it is missing, damaged or too large."""
    try:
        if not path.is_file() or path.stat().st_size > max_bytes:
            return None
        data = path.read_bytes()
        expected = _digest_of(path).read_bytes()
    except OSError:
        return None
    return data if hashlib.sha256(data).hexdigest().encode() == expected.strip() else None


def _digest_of(path: Path) -> Path:
    return path.with_name(f"{path.name}.sha256")


def _write(
    path: Path, fill: Callable[[BinaryIO], object], rename: Callable[[Path, Path], bool]
) -> bool:
    # A short name of its own: the target's may already be as long as the disk allows.
    temporary = path.parent / f".{os.urandom(8).hex()}.part"
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with temporary.open("xb") as file:
            fill(file)
            file.flush()
            # Before the rename, or a power cut could leave the new name with an empty file.
            os.fsync(file.fileno())
        is_written = rename(temporary, path)
    finally:
        # A rename has moved it already; after a hard link this name is left over.
        temporary.unlink(missing_ok=True)
    sync_folder(path.parent)
    return is_written


def _replace(temporary: Path, path: Path) -> bool:
    replace_file(temporary, path)
    return True


def _rename_new(temporary: Path, path: Path) -> bool:
    # A hard link fails if the name is taken, where a rename would replace it.
    try:
        path.hardlink_to(temporary)
    except FileExistsError:
        return False
    except OSError:
        # No hard links here (FAT, some network drives): claim the name, then fill it.
        try:
            path.touch(exist_ok=False)
        except FileExistsError:
            return False
        return _replace(temporary, path)
    return True


@contextlib.contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn an OSError while a file is written into an InputOutputError.

    Raises:
        InputOutputError: writing failed; the sentence names the file and the reason.
    """
    try:
        yield
    except OSError as error:
        raise InputOutputError(
            tr("“{name}” could not be written: {reason}.", name=path.name, reason=reason_of(error)),
            str(error),
        ) from error
