"""Commands on a terminal: the first line, progress within an epoch, and Ctrl+C.

The terminal is a pseudo-terminal that the program is started on, so that Ctrl+C is a key.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from small_training import train_command

from desktop_cvae.library.run_library import list_runs

pytest.importorskip("termios", reason="POSIX terminals")

from terminal_program import CTRL_C, on_terminal

BAR_UPDATES = 4
"""Movements of the bar within one epoch, which takes seconds on any machine."""


def test_a_training_shows_its_progress_and_says_how_to_continue(tmp_path: Path) -> None:
    data, output = tmp_path / "noise.npz", tmp_path / "new.cvae"
    images = np.random.default_rng(0).integers(0, 256, (6000, 28, 28), np.uint8)
    np.savez(data, x=images, y=np.arange(6000) % 10)
    with on_terminal(*train_command(data, output, "--epochs", "9")) as program:
        program.read_until("epoch 1/9, loss ", BAR_UPDATES)
        loading, first = program.shown.splitlines()[:2]
        assert "epoch 1/9  loss" not in program.shown, "the first epoch had ended already"
        program.press(CTRL_C)
        assert program.read_to_end() == 130
    (run,) = list_runs()
    for text in (loading, first, "epoch 1/9, loss ", "Interrupted"):
        print(f"{program.seconds_to(text):6.1f} s  {text}")
    assert loading == "loading TensorFlow"
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
