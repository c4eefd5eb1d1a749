"""Time to the window and to the first answer: the packaged program beside the installed one.

Usage: ``python tests/benchmarks/packaged_start.py FOLDER`` with the folder that
``packaging/build.py`` leaves; offscreen unless ``QT_QPA_PLATFORM`` is set. The runs take turns,
each in a fresh process; medians are printed. Ends with 1 if the packaged one is more than 1.5 times
slower.
"""

from __future__ import annotations

import statistics
import sys
from pathlib import Path

from start import INSTALLED, start_window

from desktop_cvae.core import paths

ROUNDS = 7
LIMIT = 1.5


def main() -> None:
    """Run in turns and print medians and ratios."""
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    packaged = (str(Path(sys.argv[1]).resolve() / "desktop-cvae-gui"),)
    picture = min((paths.resources_dir() / "samples").glob("7*"))
    commands = {"installed": INSTALLED, "packaged": packaged}
    for command in commands.values():
        start_window(picture, command)
    runs = {name: [] for name in commands}
    for _ in range(ROUNDS):
        for name, command in commands.items():
            runs[name].append(start_window(picture, command))
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
