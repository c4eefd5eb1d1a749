"""Events of a command as JSON lines on standard output, and the commands that answer on its input.

Tested in tests/cli/test_train.py.
"""

from __future__ import annotations

import contextlib
import os
import sys
import threading
from collections.abc import Iterator

from desktop_cvae.cli.output import note
from desktop_cvae.core.command_events import Event, Failed, Stopping, event_line
from desktop_cvae.core.errors import DesktopCvaeError
from desktop_cvae.training.events import ReaderGone, Reporter
from desktop_cvae.training.input_commands import ENDS, CommandReader


def print_event(event: Event) -> None:
    """Print an event at once."""
    print(event_line(event), flush=True)


@contextlib.contextmanager
def reporting_failure(reporter: Reporter) -> Iterator[None]:
    """Report an error that ends the work in this context, and raise it again."""
    try:
        yield
    except DesktopCvaeError as error:
        with contextlib.suppress(ReaderGone):
            reporter.say(Failed(error.sentence, error.exit_code))
        raise


class EventLines:
    """Reports events as JSON lines on standard output, from any thread."""

    def __init__(self) -> None:
        self._printing = threading.Lock()
        self._is_gone = False

    def say(self, event: Event) -> None:
        """Print an event at once; raises :class:`ReaderGone` once the reader has gone."""
        with self._printing:
            if not self._is_gone:
                try:
                    print_event(event)
                except BrokenPipeError:
                    self._is_gone = True
                    # Otherwise the interpreter would try once more when it exits.
                    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            if self._is_gone:
                raise ReaderGone

    def note(self, sentence: str) -> None:
        """Print a line on standard error, which may be closed, too."""
        with contextlib.suppress(OSError):
            note(sentence)


class StopCommands:
    """Commands on standard input that end the work; each is answered with an event at once.

    Args:
        events: where the answer goes.
    """

    def __init__(self, events: EventLines) -> None:
        self._events = events
        self._commands = CommandReader(self._answer, lambda: None)

    def _answer(self) -> None:
        with contextlib.suppress(ReaderGone):
            self._events.say(Stopping())

    def has_come(self) -> bool:
        """Return True after a command that ends the work."""
        while (command := self._commands.next()) is not None:
            if command in ENDS:
                return True
        return False
