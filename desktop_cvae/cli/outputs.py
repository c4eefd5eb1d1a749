"""Files that a command writes: never over something without being told to."""

from __future__ import annotations

from pathlib import Path

from desktop_cvae.core.errors import UsageError


def require_free(path: Path | None, *, overwrite: bool) -> None:
    """Ask before the work starts, not after it.

    Args:
        path: the output; None is standard output.
        overwrite: the user allowed to replace what is there.

    Raises:
        UsageError: something is there, or the name is a folder's.
    """
    if path is None:
        return
    if path.is_dir():
        raise UsageError(f"“{path}” is a folder; name a file.")
    if path.exists() and not overwrite:
        raise UsageError(f"“{path}” exists; --overwrite replaces it.")


def require_free_folder(path: Path, *, overwrite: bool) -> None:
    """As :func:`require_free` for a folder: an empty one is free.

    Raises:
        UsageError: it holds files, or a file has that name.
    """
    if path.exists() and not path.is_dir():
        raise UsageError(f"“{path}” is a file; name a folder.")
    if path.is_dir() and any(path.iterdir()) and not overwrite:
        raise UsageError(f"The folder “{path}” is not empty; --overwrite writes into it.")
