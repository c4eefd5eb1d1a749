"""How soon and how often ``desktop-cvae train`` shows something on a terminal.

Usage: ``python tests/benchmarks/terminal.py [PRESET …]``; needs MNIST. Each training is started on
a pseudo-terminal, watched until its second epoch begins, and interrupted with Ctrl+C.
"""

from __future__ import annotations

import os
import sys
import tempfile
from itertools import pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from terminal_program import CTRL_C, TerminalProgram, on_terminal

PRESETS = ("conv_cvae", "dense_cvae")
LIMIT = 6000


def watch(preset: str) -> TerminalProgram:
    """Train until the second epoch, press Ctrl+C, and return all that was shown."""
    with tempfile.TemporaryDirectory() as home:
        os.environ["DESKTOP_CVAE_HOME"] = home
        options = ["--preset", preset, "--limit", str(LIMIT), "--epochs", "3", "--verbose"]
        with on_terminal("train", *options, "--output", str(Path(home) / "a.cvae")) as program:
            program.read_until("epoch 2/3, loss")
            pressed = program.pieces[-1][0]
            program.press(CTRL_C)
            code = program.read_to_end()
            print(f"{preset}: exit code {code}")
            told = program.seconds_to("Interrupted") - pressed
            print(f"  Ctrl+C → the sentence that says what is kept  {told:5.2f} s")
    return program


def main() -> None:
    """Measure each preset."""
    for preset in sys.argv[1:] or PRESETS:
        program = watch(preset)
        marks = {
            "start → loading TensorFlow": ("", "loading TensorFlow"),
            "start → TensorFlow is loaded": ("", ", loaded in"),
            "TensorFlow is loaded → first line": (", loaded in", "training "),
            "first line → first movement": ("training ", "epoch 1/3, loss"),
        }
        for name, (start, end) in marks.items():
            begun = program.seconds_to(start) if start else 0.0
            print(f"  {name:45} {program.seconds_to(end) - begun:5.2f} s")
        bars = [seconds for seconds, text in program.pieces if "epoch 1/3, loss" in text]
        first, last = bars[0], program.seconds_to("epoch 1/3  loss")
        silence = max(later - earlier for earlier, later in pairwise(bars))
        print(f"  {'longest silence between batches':45} {silence:5.2f} s")
        print(f"  {'last batch → epoch validated':45} {last - bars[-1]:5.2f} s")
        print(f"  {'first epoch, with validation':45} {last - first:5.2f} s")


if __name__ == "__main__":
    main()
