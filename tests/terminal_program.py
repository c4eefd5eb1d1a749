"""The program on a pseudo-terminal of its own, where Ctrl+C is a key and progress is shown."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from dataclasses import dataclass, field

CTRL_C = b"\x03"
_ON_TERMINAL = """
import os, sys
os.login_tty(int(sys.argv[1]))
os.execv(sys.executable, [sys.executable, "-m", "desktop_cvae", *sys.argv[2:]])
"""


@dataclass
class TerminalProgram:
    """A program on a terminal: what it has shown and when, and its process.

    Attributes:
        process: the program.
        master: descriptor of the terminal's other end.
        pieces: texts in the order in which they were shown, each with the seconds since the start.
    """

    process: subprocess.Popen[bytes]
    master: int
    pieces: list[tuple[float, str]] = field(default_factory=list)
    begun: float = field(default_factory=time.perf_counter)

    @property
    def shown(self) -> str:
        """All that was shown."""
        return "".join(text for _, text in self.pieces)

    def seconds_to(self, text: str) -> float:
        """Return when a text was first shown whole, in seconds since the start."""
        shown = ""
        for seconds, piece in self.pieces:
            shown += piece
            if text in shown:
                return seconds
        raise AssertionError(f"no {text!r} in {shown!r}")

    def read_until(self, text: str, times: int = 1) -> None:
        """Read until the text is shown so many times; fail if the program ends before."""
        while self.shown.count(text) < times:
            assert self._read(), f"no {text!r} in {self.shown!r}"

    def read_to_end(self) -> int:
        """Read all, and return the exit code."""
        while self._read():
            pass
        return self.process.wait()

    def press(self, key: bytes) -> None:
        """Press a key."""
        os.write(self.master, key)

    def _read(self) -> bool:
        # Linux reports a terminal that its last program has left as an input error.
        with contextlib.suppress(OSError):
            data = os.read(self.master, 65_536)
            text = data.decode("utf-8", "replace")
            self.pieces.append((time.perf_counter() - self.begun, text))
            return bool(data)
        return False


@contextlib.contextmanager
def on_terminal(*command: str) -> Iterator[TerminalProgram]:
    """Start the program on a terminal of its own."""
    master, slave = os.openpty()
    # Without a size no bar fits on it.
    termios.tcsetwinsize(slave, (24, 120))
    program = [sys.executable, "-c", _ON_TERMINAL, str(slave), *command]
    with subprocess.Popen(program, pass_fds=[slave]) as process:
        os.close(slave)
        try:
            yield TerminalProgram(process, master)
        finally:
            process.kill()
            os.close(master)
