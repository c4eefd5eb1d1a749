"""Who trains holds the run's lock; the system takes it back when the process ends, however."""

from __future__ import annotations

import contextlib
import importlib
import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from desktop_cvae.core.errors import InputOutputError, UsageError

_NAME = "lock"
_PATIENCE_S = 1.0


@contextlib.contextmanager
def hold_run(folder: Path) -> Iterator[None]:
    """Keep other processes from training the same run.

    Raises:
        UsageError: one does already.
        InputOutputError: the folder cannot be written to.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(folder / _NAME, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise InputOutputError(
            f"“{folder.name}” could not be written: {error.strerror}.", str(error)
        ) from error
    try:
        # Who only asks whether a run is held has it for a moment too.
        until = time.monotonic() + _PATIENCE_S
        while not _lock(descriptor):
            if time.monotonic() > until:
                raise UsageError(f"The run “{folder.name}” is being trained by another process.")
            time.sleep(0.02)
        yield
    finally:
        os.close(descriptor)


def is_held(folder: Path) -> bool:
    """True while a living process trains the run."""
    try:
        descriptor = os.open(folder / _NAME, os.O_RDWR)
    except OSError:
        return False
    try:
        return not _lock(descriptor)
    finally:
        os.close(descriptor)


def _lock(descriptor: int) -> bool:
    # By name: each module is there on one kind of system only. Closing the file unlocks.
    try:
        if os.name == "nt":
            windows: Any = importlib.import_module("msvcrt")
            windows.locking(descriptor, windows.LK_NBLCK, 1)
        else:
            posix: Any = importlib.import_module("fcntl")
            posix.flock(descriptor, posix.LOCK_EX | posix.LOCK_NB)
    except OSError:
        return False
    return True
