"""Commands on a terminal: the first line, progress within an epoch, and Ctrl+C.

The terminal is a pseudo-terminal that the program is started on, so that Ctrl+C is a key.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from small_training import train_command

from desktop_cvae.library.run_library import list_runs

termios = pytest.importorskip("termios", reason="POSIX terminals")
CTRL_C = b"\x03"
_ON_TERMINAL = """
import os, sys
os.login_tty(int(sys.argv[1]))
os.execv(sys.executable, [sys.executable, "-m", "desktop_cvae", *sys.argv[2:]])
"""


@dataclass
class TerminalProgram:
    """A program on a terminal: what it has shown, and its process."""

    process: subprocess.Popen[bytes]
    master: int
    shown: str = ""

    def read_until(self, text: str) -> None:
        """Read until the text is shown; fail if the program ends before."""
        while text not in self.shown:
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
            self.shown += data.decode("utf-8", "replace")
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


def test_a_training_shows_its_progress_and_says_how_to_continue(tmp_path: Path) -> None:
    data, output = tmp_path / "noise.npz", tmp_path / "new.cvae"
    images = np.random.default_rng(0).integers(0, 256, (6000, 28, 28), np.uint8)
    np.savez(data, x=images, y=np.arange(6000) % 10)
    with on_terminal(*train_command(data, output, "--epochs", "9")) as program:
        program.read_until("epoch 1/9, loss ")
        first = program.shown.splitlines()[0]
        assert "epoch 1/9  loss" not in program.shown, "the first epoch had ended already"
        program.press(CTRL_C)
        assert program.read_to_end() == 130
    (run,) = list_runs()
    assert first.startswith("training conv_cvae on 5,500 images, 500 held out")
    assert first.endswith(f"seed 3; run {run.id}")
    assert "images/s" in program.shown
    last = program.shown.splitlines()[-1].rpartition("\r")[2]
    assert last.endswith(f"“desktop-cvae train --resume {run.id}” continues it.")
    assert (run.state, run.resumable) == ("interrupted", True)


def test_an_interrupted_measurement_says_that_nothing_is_left(tmp_path: Path) -> None:
    data = tmp_path / "noise.npz"
    images = np.random.default_rng(0).integers(0, 256, (20_000, 28, 28), np.uint8)
    np.savez(data, x=images, y=np.arange(len(images)) % 10)
    with on_terminal("evaluate", "studio", "--data", str(data)) as program:
        program.read_until("images/s")
        program.press(CTRL_C)
        assert program.read_to_end() == 130
    assert "Interrupted; nothing was written." in program.shown
