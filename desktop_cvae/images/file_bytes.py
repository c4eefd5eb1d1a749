"""A file's bytes, without ever blocking on a pipe, a device or a folder."""

from __future__ import annotations

import stat
from pathlib import Path

from desktop_cvae.core.errors import InputOutputError

_KINDS = {
    stat.S_IFDIR: "a folder",
    stat.S_IFIFO: "a pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
}


def read_bounded(path: Path, limit_bytes: int, problem: type[InputOutputError]) -> bytes:
    """Read a regular file of at most ``limit_bytes``.

    Args:
        path: any path; looked at before it is opened, since opening a pipe would wait.
        limit_bytes: largest size that is read.
        problem: the error to raise.

    Raises:
        InputOutputError: of class ``problem``; missing, unreadable, no plain file, too large.
    """
    name = shown_name(path)
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            kind = _KINDS.get(stat.S_IFMT(status.st_mode), "no plain file")
            raise problem(f"“{name}” is {kind}, not a file.")
        with path.open("rb") as file:
            data = file.read(limit_bytes + 1)
    except FileNotFoundError as error:
        raise problem(f"There is no file “{name}”.", str(error)) from error
    except PermissionError as error:
        raise problem(f"“{name}” may not be read by you.", str(error)) from error
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        raise problem(f"“{name}” cannot be read.", str(error)) from error
    if len(data) > limit_bytes:
        megabytes = limit_bytes // 1_000_000
        raise problem(f"“{name}” is larger than {megabytes} MB, the most that is read.")
    return data


def shown_name(path: Path) -> str:
    """The file's name as it can be printed on one line."""
    name = path.name or str(path)
    return "".join(c if c.isprintable() else "�" for c in name)[:120]
