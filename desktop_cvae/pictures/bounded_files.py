"""Read regular files of bounded size, without waiting on a pipe or a device."""

from __future__ import annotations

import stat
from pathlib import Path

from desktop_cvae.core.checked_json import printable
from desktop_cvae.core.errors import InputOutputError
from desktop_cvae.core.language import mark, tr

_KINDS = {
    stat.S_IFDIR: mark("a folder"),
    stat.S_IFIFO: mark("a pipe"),
    stat.S_IFSOCK: mark("a socket"),
    stat.S_IFCHR: mark("a device"),
    stat.S_IFBLK: mark("a device"),
}


def read_bounded(path: Path, limit_bytes: int, problem: type[InputOutputError]) -> bytes:
    """Read a regular file of at most ``limit_bytes``.

    Args:
        path: any path; its kind is checked before it is opened, since opening a pipe would wait.
        limit_bytes: largest size that is read.
        problem: the error to raise.

    Raises:
        InputOutputError: of class ``problem``; missing, unreadable, no plain file, too large.
    """
    name = shown_name(path)
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            kind = _KINDS.get(stat.S_IFMT(status.st_mode), mark("a special file"))
            raise problem(tr("“{name}” is {kind}, not a file.", name=name, kind=tr(kind)))
        with path.open("rb") as file:
            data = file.read(limit_bytes + 1)
    except FileNotFoundError as error:
        raise problem(tr("There is no file “{name}”.", name=name), str(error)) from error
    except PermissionError as error:
        raise problem(
            tr("You do not have permission to read “{name}”.", name=name), str(error)
        ) from error
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        raise problem(tr("“{name}” cannot be read.", name=name), str(error)) from error
    if len(data) > limit_bytes:
        megabytes = limit_bytes // 1_000_000
        raise problem(
            tr(
                "“{name}” is larger than the limit of {limit} MB.",
                name=name,
                limit=megabytes,
            )
        )
    return data


def shown_name(path: Path) -> str:
    """Return the file's name so that it prints on one line."""
    return printable(path.name or str(path), 120)
