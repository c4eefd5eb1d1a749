"""A few bytes that a run sets aside, so that a full disk cannot keep it from saying how it ended.

``run.json`` is replaced, never changed in place, and that needs room beside the old one.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

_NAME = "reserve"
_BYTES = 65_536


def keep_reserve(folder: Path) -> None:
    """Set the bytes aside; where even that fails the run goes on without."""
    with contextlib.suppress(OSError), (folder / _NAME).open("wb") as file:
        # Random, because some file systems keep no room for zeros.
        file.write(os.urandom(_BYTES))
        file.flush()
        os.fsync(file.fileno())


def spend_reserve(folder: Path) -> None:
    """Give the bytes back to the disk, for the last words."""
    with contextlib.suppress(OSError):
        (folder / _NAME).unlink()
