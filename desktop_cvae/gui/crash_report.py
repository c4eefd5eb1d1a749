"""Where a crash of the libraries below Python leaves its trace, beside the log."""

from __future__ import annotations

import faulthandler
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

NAME = "desktop-cvae-crash.log"
MAX_BYTES = 500_000
_log = logging.getLogger(__name__)


@contextmanager
def crash_report(folder: Path) -> Iterator[None]:
    """While this lasts, a crash appends to a file where every thread was.

    Nobody else would tell: the process is gone at once, and started from a menu it has no
    terminal. Nothing is written if all goes well.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / NAME
        is_long = path.is_file() and path.stat().st_size > MAX_BYTES
        file = path.open("w" if is_long else "a", encoding="utf-8")
    except OSError as error:
        _log.warning("A crash would leave no report: %s", error)
        yield
        return
    with file:
        faulthandler.enable(file)
        try:
            yield
        finally:
            faulthandler.disable()
