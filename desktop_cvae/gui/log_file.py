"""The log file, which rolls over, and the report of a crash.

A crash in a library below Python leaves a report of its own beside the log.
"""

from __future__ import annotations

import faulthandler
import logging
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

NAME = "desktop-cvae.log"
MAX_BYTES, BACKUPS = 500_000, 2
_log = logging.getLogger(__name__)
CRASH_NAME, LAST_CRASH_NAME = "desktop-cvae-crash.log", "desktop-cvae-last-crash.log"
MAX_CRASH_BYTES = 500_000


def start_log(folder: Path) -> logging.Handler | None:
    """Log to a file; return its handler, or None if the file cannot be written."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            folder / NAME, maxBytes=MAX_BYTES, backupCount=BACKUPS, encoding="utf-8"
        )
    except OSError as error:
        _log.warning("There is no log file: %s", error)
        return None
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger("desktop_cvae")
    root.setLevel(logging.INFO)
    root.addHandler(handler)
    return handler


def log_qt_messages() -> None:
    """Send Qt's messages to the log instead of the terminal."""
    levels = {QtMsgType.QtCriticalMsg: logging.ERROR, QtMsgType.QtFatalMsg: logging.CRITICAL}

    def handle(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        _log.log(levels.get(kind, logging.INFO), "Qt: %s", message)

    qInstallMessageHandler(handle)


def stop_log(handler: logging.Handler | None) -> None:
    """Close the log."""
    if handler is not None:
        logging.getLogger("desktop_cvae").removeHandler(handler)
        handler.close()


def catch_the_rest(tell: Callable[[BaseException], None]) -> None:
    """Log uncaught errors and report them; Qt would only print them."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        _log.critical("Nobody caught this.", exc_info=(kind, error, trace))
        tell(error)

    sys.excepthook = hook


def take_last_crash(folder: Path) -> bool:
    """Return True if the last run left a crash report; rename it, so that it is reported once."""
    path = folder / CRASH_NAME
    try:
        if not path.is_file() or not path.stat().st_size:
            return False
        path.replace(folder / LAST_CRASH_NAME)
    except OSError as error:
        _log.warning("The report of a crash cannot be looked at: %s", error)
        return False
    return True


@contextmanager
def crash_report(folder: Path) -> Iterator[None]:
    """Let a crash write the stack of each thread to a file.

    Nobody else would tell: the process is gone at once, and started from a menu it has no
    terminal. Nothing is written if all goes well.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / CRASH_NAME
        is_long = path.is_file() and path.stat().st_size > MAX_CRASH_BYTES
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
