"""Writes a checkpoint once for every moment, in a process that dies at that moment.

Usage: ``python killed_writer.py FOLDER``. Makes ``FOLDER/<moment>``, each with the checkpoint
of epoch 1, and in a child process that is killed amid it, perhaps that of epoch 2. Prints
one line a moment: its name, the signal that killed the child, 0 if nothing did.
"""

from __future__ import annotations

import os
import resource
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np

from desktop_cvae.library.checkpoint_file import OptimizerState, TrainingState, write_checkpoint

SIZE = 20_000
BYTES = (0, 1, 64, 65, 100, 4_096, 60_000, 140_000, 240_000)
"""From the first one to nearly the last; a checkpoint here is some 240 kB long."""


def state(epoch: int) -> TrainingState:
    """A training after so many epochs."""
    weights = {"w": np.full(SIZE, epoch, np.float32)}
    return TrainingState(weights, OptimizerState(weights, epoch, ()), epoch, 0, (), weights, epoch)


def die(*_: object, **__: object) -> None:
    """As by ``kill -9``."""
    os.kill(os.getpid(), signal.SIGKILL)


def after_bytes(count: int) -> Callable[[], None]:
    """Be killed by the system as soon as a file would become longer than that."""

    def prepare() -> None:
        # Python ignores the signal; its default action ends the process on the spot.
        signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
        resource.setrlimit(resource.RLIMIT_FSIZE, (count, resource.RLIM_INFINITY))

    return prepare


def at_call(owner: object, name: str, *, calls: int = 1, before: bool = True) -> Callable[[], None]:
    """Die at a call of a function: before it or after it."""

    def prepare() -> None:
        real, left = getattr(owner, name), [calls]

        def hooked(*arguments: object) -> object:
            left[0] -= 1
            if before and not left[0]:
                die()
            result = real(*arguments)
            if not left[0]:
                die()
            return result

        setattr(owner, name, hooked)

    return prepare


MOMENTS: dict[str, Callable[[], None]] = {
    **{f"byte-{count}": after_bytes(count) for count in BYTES},
    "before-sync": at_call(os, "fsync"),
    "after-sync": at_call(os, "fsync", before=False),
    "before-rename": at_call(Path, "replace"),
    "after-rename": at_call(Path, "replace", before=False),
    "before-folder-sync": at_call(os, "fsync", calls=2),
}


def main() -> None:
    """Die at every moment once."""
    for name, prepare in MOMENTS.items():
        folder = Path(sys.argv[1]) / name
        write_checkpoint(folder, state(1))
        child = os.fork()
        if child == 0:
            prepare()
            write_checkpoint(folder, state(2))
            os._exit(0)
        _, status = os.waitpid(child, 0)
        print(name, os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0)


if __name__ == "__main__":
    main()
