"""The pictures that a command was given: files, folders, standard input."""

from __future__ import annotations

import glob
import os
import sys
from pathlib import Path

from desktop_cvae.core.errors import ImageProblem, UsageError
from desktop_cvae.core.results import PreparedDigit

STANDARD_INPUT = "-"
_MAX_INPUT_BYTES = 64 * 2**20


def find_pictures(wishes: list[str], *, recursive: bool = False) -> list[str]:
    """Every picture that was meant, in the order given, a folder's sorted by name.

    A file that is not there stays in the list, so that reading it says so, while the
    others go on.

    Args:
        wishes: files, folders, patterns, ``-``.
        recursive: a folder's own folders count too.

    Raises:
        UsageError: nothing that was named is there.
    """
    found = {wish: _matches(wish, recursive) for wish in wishes}
    if not any(found.values()):
        named = ", ".join(f"“{wish}”" for wish in wishes[:3])
        raise UsageError(f"No picture matches {named}.")
    return [
        picture
        for wish in wishes
        for picture in found[wish] or ([] if _is_folder(wish) else [wish])
    ]


def read_prepared(picture: str) -> PreparedDigit:
    """Read one picture as the model sees it.

    Raises:
        ImageProblem: it cannot be read.
    """
    from desktop_cvae.images.mnist_style import to_mnist_style
    from desktop_cvae.images.reading import read_image

    source = standard_input() if picture == STANDARD_INPUT else Path(picture)
    return to_mnist_style(read_image(source))


def read_found(picture: str) -> PreparedDigit:
    """As :func:`read_prepared`, for a command that needs a digit.

    Raises:
        ImageProblem: it cannot be read, or nothing is written in it.
    """
    prepared = read_prepared(picture)
    if not prepared.found:
        raise ImageProblem(f"Nothing was found in “{picture}”.")
    return prepared


def _matches(wish: str, recursive: bool) -> list[str]:
    path = Path(wish)
    if wish == STANDARD_INPUT:
        return [wish]
    if path.is_dir():
        return _folder_pictures(path, recursive)
    if path.exists():
        return [wish]
    # Some shells leave patterns to the program.
    return sorted(glob.glob(wish)) if glob.has_magic(wish) else []  # noqa: PTH207 - keeps “./”


def _folder_pictures(folder: Path, recursive: bool) -> list[str]:
    from desktop_cvae.images.reading import SUFFIXES

    # Names as plain text: a path object a picture would take ten times the memory.
    within = os.walk(folder) if recursive else [next(os.walk(folder), (str(folder), [], []))]
    return sorted(
        os.path.join(place, name).removeprefix("./")  # noqa: PTH118
        for place, _, names in within
        for name in names
        if os.path.splitext(name)[1].lower() in SUFFIXES  # noqa: PTH122
    )


def _is_folder(wish: str) -> bool:
    return Path(wish).is_dir()


def standard_input() -> bytes:
    """The picture on standard input.

    Raises:
        UsageError: there is none.
        ImageProblem: it is too large.
    """
    if sys.stdin is None or sys.stdin.isatty():
        raise UsageError("“-” reads a picture from standard input, but there is none.")
    data = sys.stdin.buffer.read(_MAX_INPUT_BYTES + 1)
    if len(data) > _MAX_INPUT_BYTES:
        raise ImageProblem("The picture on standard input is too large.")
    return data
