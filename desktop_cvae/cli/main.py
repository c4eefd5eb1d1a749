"""From arguments to an exit code: never a traceback, one line on standard error.

Exit codes: 0 all done · 1 some inputs failed (the others are done) · 2 usage ·
3 environment · 4 bad model file · 5 input/output · 130/143 interrupted.
``DESKTOP_CVAE_DEBUG=1`` shows the traceback of an unexpected error.

SIGINT and SIGTERM are exceptions here, so that an interrupted command cleans up behind itself.
A training must not rely on that: an exception that a handler raises in the middle of a C++
library's callback gets lost there (seen with TensorFlow's). It asks for signals between its steps.
"""

from __future__ import annotations

import contextlib
import errno
import importlib
import io
import logging
import os
import signal
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import FrameType

from desktop_cvae import __version__
from desktop_cvae.cli.output import complain, note, shown_from
from desktop_cvae.cli.parser import parse
from desktop_cvae.core.errors import (
    DesktopCvaeError,
    EnvironmentProblem,
    InputOutputError,
    reason_of,
)
from desktop_cvae.core.language import mark, tr
from desktop_cvae.core.operating_system import ending_signals
from desktop_cvae.workers.language_selection import speak

INTERRUPTED, TERMINATED = 130, 143
"""Exit codes: 128 and the number of the signal, as shells report it."""
_LIBRARIES = ("numpy", "onnxruntime", "Pillow")
"""Libraries that every answer needs; TensorFlow logs its version when it is loaded."""
_log = logging.getLogger(__name__)


class Terminated(BaseException):
    """The process was asked to end (SIGTERM); like ``KeyboardInterrupt`` for SIGINT."""


@contextlib.contextmanager
def interruptible() -> Iterator[None]:
    """Raise ``KeyboardInterrupt`` or :class:`Terminated` where the signal arrives.

    The old handlers return afterwards. A signal that the process ignores stays ignored.
    """
    # Signals can be handled on the main thread only.
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {number: signal.getsignal(number) for number in ending_signals()}
    for number, handler in before.items():
        if handler is not signal.SIG_IGN:
            signal.signal(number, _raise)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _raise(number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt if number == signal.SIGINT else Terminated


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        argv: the arguments after the program's name; None takes the process's own.

    Returns:
        the exit code.
    """
    _fill_closed_streams()
    _accept_any_character()
    speak()
    try:
        code = _run(list(sys.argv[1:] if argv is None else argv))
        # Flushed here, where a full disk or a closed pipe is still reported in a line.
        sys.stdout.flush()
        return code
    except DesktopCvaeError as error:
        complain(error.sentence)
        return error.exit_code
    except KeyboardInterrupt as interrupt:
        for sentence in interrupt.args:
            note(sentence)
        return INTERRUPTED
    except Terminated:
        return TERMINATED
    except BrokenPipeError:
        # The reader has seen enough (“| head”): nothing went wrong.
        _drop_output()
        return 0
    except OSError as error:
        _drop_output()
        complain(tr("The operating system reported an error: {reason}.", reason=reason_of(error)))
        return InputOutputError.exit_code
    except ModuleNotFoundError as error:
        return _missing_package(error)
    except Exception as error:  # noqa: BLE001 - the last resort before the user
        return _unexpected(error)


def _run(argv: list[str]) -> int:
    try:
        arguments = parse(argv)
    except SystemExit as after_help:
        return after_help.code if isinstance(after_help.code, int) else 0
    arguments.command_line = argv
    command = importlib.import_module(f"desktop_cvae.cli.{arguments.module}")
    # Qt's event loop seldom runs Python code, and Python runs handlers only between its own steps.
    guard = contextlib.nullcontext() if arguments.module == "gui" else interruptible()
    begun = time.perf_counter()
    with guard, shown_from(arguments.log_level):
        if _log.isEnabledFor(logging.INFO):
            _log_versions()
        code: int = command.run(arguments)
        _log.info("exit code %d after %.1f s", code, time.perf_counter() - begun)
    return code


def _log_versions() -> None:
    # Imported for this line only: they take longer than parsing.
    import platform

    from desktop_cvae.core.notices import version_of

    libraries = [f"{name} {version}" for name in _LIBRARIES if (version := version_of(name))]
    python = f"Python {platform.python_version()} on {platform.system()}"
    _log.info("%s", ", ".join([f"desktop-cvae {__version__}", python, *libraries]))


class _ClosedOutput(io.TextIOBase):
    """Replacement for a closed standard output: the first write reports it."""

    def write(self, text: str, /) -> int:
        raise OSError(errno.EBADF, mark("standard output is closed"))


def _fill_closed_streams() -> None:
    # The next opened file would take the number of a closed stream, and print would write into it.
    for descriptor in range(3):
        try:
            os.fstat(descriptor)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
    if sys.stdout is None:
        sys.stdout = _ClosedOutput()
    if sys.stderr is None:
        # Otherwise print(file=None) would write notes among the results.
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - to the end


def _accept_any_character() -> None:
    # File names may hold bytes that are not text, and terminals may lack a character.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _drop_output() -> None:
    # Otherwise the interpreter would flush once more when it exits, and complain.
    with contextlib.suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _missing_package(error: ModuleNotFoundError) -> int:
    package = (error.name or "").partition(".")[0]
    if package in ("", "desktop_cvae"):
        return _unexpected(error)
    complain(tr("This needs the Python package “{name}”, which is not installed.", name=package))
    return EnvironmentProblem.exit_code


def _unexpected(error: Exception) -> int:
    if os.environ.get("DESKTOP_CVAE_DEBUG"):
        raise error
    summary = " ".join(f"{type(error).__name__}: {error}".split())
    complain(
        tr(
            "Something unexpected went wrong ({summary}); set DESKTOP_CVAE_DEBUG=1 in "
            "the environment to see where.",
            summary=summary[:200],
        )
    )
    return DesktopCvaeError.exit_code
