"""Time to the window and to the first answer: the packaged program beside the installed one.

Usage: ``python tests/benchmarks/packaged_start.py FOLDER`` with the folder that
``packaging/build.py`` leaves; needs Xvfb and xdotool, which read the window's title bar. The runs
take turns, each in a fresh process; medians are printed. Ends with 1 if the packaged one is more
than 1.5 times slower.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from process_memory import memory_mb
from start import as_installed

sys.path.append(str(Path(__file__).resolve().parents[1]))
from virtual_screen import RunningProgram, VirtualScreen, wait_for

from desktop_cvae.core import paths

ROUNDS = 7
LIMIT = 1.5
INSTALLED = (sys.executable, "-m", "desktop_cvae")


def start_window(screen: VirtualScreen, picture: Path, command: Sequence[str]) -> dict[str, float]:
    """Start the program on a picture; seconds to window and answer, and megabytes then."""
    with tempfile.TemporaryDirectory() as folder:
        variables = {**as_installed(), "DESKTOP_CVAE_HOME": folder}
        started = time.monotonic()
        program = RunningProgram(screen, [*command, str(picture)], variables)
        try:
            wait_for("the window", program.title)
            window_s = time.monotonic() - started
            wait_for("its answer", lambda: program.title().startswith("7 "))
            answer_s = time.monotonic() - started
            peak_mb = memory_mb("VmHWM", program.process.pid)
            return {"window_s": window_s, "answer_s": answer_s, "memory_mb": peak_mb}
        finally:
            program.process.terminate()
            program.process.wait()


def main() -> None:
    """Run in turns and print medians and ratios."""
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    packaged = (str(Path(sys.argv[1]).resolve() / "desktop-cvae-gui"),)
    picture = min((paths.resources_dir() / "samples").glob("7*"))
    commands = {"installed": INSTALLED, "packaged": packaged}
    screen = VirtualScreen()
    try:
        for command in commands.values():
            start_window(screen, picture, command)
        runs = {name: [] for name in commands}
        for _ in range(ROUNDS):
            for name, command in commands.items():
                runs[name].append(start_window(screen, picture, command))
    finally:
        screen.stop()
    print(f"median of {ROUNDS} starts in turns      installed   packaged")
    worst = 0.0
    for key, title in (
        ("window_s", "to the window, s"),
        ("answer_s", "to the first answer, s"),
        ("memory_mb", "peak memory then, MB"),
    ):
        ours, theirs = (statistics.median(run[key] for run in runs[name]) for name in commands)
        print(f"  {title:28s} {ours:9.2f}  {theirs:9.2f}   {theirs / ours:.2f} ×")
        if key != "memory_mb":
            worst = max(worst, theirs / ours)
    raise SystemExit(worst > LIMIT)


if __name__ == "__main__":
    main()
