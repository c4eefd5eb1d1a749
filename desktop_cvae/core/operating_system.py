"""Differences between Linux, macOS and Windows, each behind one function.

What exists on some systems only is looked up by name, so that the types are checked for all three
and a test can pretend to run on each. The process that draws PDF files bounds itself: it may load
nothing of the house (:mod:`desktop_cvae.pictures.pdf_process`).
"""

from __future__ import annotations

import contextlib
import errno
import importlib
import os
import signal
import socket
import sys
import time
from pathlib import Path
from typing import Any

SYSTEM: str = sys.platform
"""``linux``, ``darwin`` or ``win32``. Asked here, and not in ``sys``, where a type checker would
hold the code for the other systems to be unreachable."""
RENAME_PATIENCE_S = 2.0
"""Longest time in which Windows may refuse to replace a file that a virus scanner, an indexer or
another reader has open."""
RENAME_PAUSE_S = 0.02
"""Pause between two attempts to replace it."""
ANSWER_S = 2.0
"""Longest time to wait for a local socket."""
BELOW_NORMAL = 0x00004000
"""Windows' priority class for work that must not slow down a window."""


def usable_cores() -> int:
    """Return the number of processor cores that this process may use."""
    # cpu_count() counts the machine's cores; a container or a cluster's job may allow fewer.
    affinity: Any = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def lower_priority(niceness: int) -> None:
    """Let other processes go first.

    Args:
        niceness: as of Unix, 0 to 19; a process that is nicer already stays so. Windows has one
            step, whatever the number.
    """
    if SYSTEM == "win32":
        kernel = windows_kernel()
        kernel.SetPriorityClass(kernel.GetCurrentProcess(), BELOW_NORMAL)
        return
    nice: Any = getattr(os, "nice", None)
    # Some containers refuse it, and the work is done all the same.
    with contextlib.suppress(OSError):
        if nice:
            nice(max(0, niceness - nice(0)))


def lower_priority_of(process_id: int, niceness: int) -> None:
    """Let other processes go before one that this process has started; Windows leaves it as it is.

    Args:
        process_id: of the process.
        niceness: as of :func:`lower_priority`.
    """
    set_priority: Any = getattr(os, "setpriority", None)
    # The process may have ended meanwhile.
    with contextlib.suppress(OSError):
        if set_priority:
            set_priority(getattr(os, "PRIO_PROCESS", 0), process_id, niceness)


def ending_signals() -> tuple[signal.Signals, ...]:
    """Return the signals that ask a process to end.

    On Windows, where SIGTERM never arrives, SIGBREAK comes with Ctrl+Break and a closed console.
    """
    names = ("SIGINT", "SIGTERM", *(("SIGBREAK",) if SYSTEM == "win32" else ()))
    return tuple(getattr(signal, name) for name in names)


def hold_file(descriptor: int, *, shared: bool = False) -> bool:
    """Lock an open file until it is closed; return False if another process holds it.

    On a file system without locks, every process holds it.

    Args:
        descriptor: of the file.
        shared: True to hold it together with other processes that share it, and to keep out those
            that want it alone. On Windows this always succeeds: open files cannot be moved there.
    """
    try:
        if SYSTEM == "win32":
            if not shared:
                windows: Any = importlib.import_module("msvcrt")
                windows.locking(descriptor, windows.LK_NBLCK, 1)
        else:
            posix: Any = importlib.import_module("fcntl")
            kind = posix.LOCK_SH if shared else posix.LOCK_EX
            posix.flock(descriptor, kind | posix.LOCK_NB)
    except OSError as error:
        return error.errno in (errno.ENOLCK, errno.ENOTSUP, errno.EINVAL, errno.ENOSYS)
    return True


def take_lock(path: Path) -> int | None:
    """Create and lock a file.

    Returns:
        The descriptor, which holds the lock until it is closed; None if another process holds it.

    Raises:
        OSError: the file cannot be opened.
    """
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    if hold_file(descriptor):
        return descriptor
    os.close(descriptor)
    return None


def replaces_open_files() -> bool:
    """Return True if a file can be replaced while this process has it open."""
    return SYSTEM != "win32"


def replace_file(source: Path, target: Path) -> None:
    """Rename a file to a name that another file may have, which is gone then.

    Windows refuses while another program has that file open: it is asked again for
    :data:`RENAME_PATIENCE_S`.

    Raises:
        OSError: the rename is refused.
    """
    ends = time.monotonic() + RENAME_PATIENCE_S
    while True:
        try:
            source.replace(target)
        except PermissionError:
            if replaces_open_files() or time.monotonic() >= ends:
                raise
            time.sleep(RENAME_PAUSE_S)
        else:
            return


def sync_folder(folder: Path) -> None:
    """Put a rename in a folder onto the disk. Windows cannot open folders and need not."""
    if SYSTEM == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        # Some network file systems refuse; the file itself is already safe.
        with contextlib.suppress(OSError):
            os.fsync(descriptor)
    finally:
        os.close(descriptor)


def local_socket_answers(address: str) -> bool:
    """Return True if a program listens at a socket of the file system, or an abstract one.

    Windows has none that Python could open.
    """
    family: Any = getattr(socket, "AF_UNIX", None)
    if family is None:
        return False
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.settimeout(ANSWER_S)
        return probe.connect_ex(address) == 0


def windows_kernel() -> Any:
    """Return Windows' own functions; there are none on other systems."""
    ctypes: Any = importlib.import_module("ctypes")
    return ctypes.windll.kernel32
