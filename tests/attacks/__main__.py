"""All attacks, one after the other, each round with another seed, for as long as it is told.

Usage: ``python tests/attacks --minutes N [--seed N]``; Linux. The exit code is 1 if any round of
any program found a fault; the programs say what each round tried.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from pathlib import Path

PROGRAMS = (
    ("mutated_files.py", "--count", "1000"),
    ("faults.py", "--count", "1000"),
    ("command_line.py", "--count", "1"),
    ("page.py",),
    ("window.py", "--minutes", "10", "--rounds", "500"),
)


def main() -> int:
    """Rounds until the time is over; a round that was begun is finished."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1, help="of the first round")
    arguments = parser.parse_args()
    end, seed, faulty = time.monotonic() + 60 * arguments.minutes, arguments.seed, 0
    while True:
        for name, *options in PROGRAMS:
            print(f"{name}, seed {seed}", flush=True)
            program = [sys.executable, str(Path(__file__).with_name(name))]
            faulty += bool(subprocess.call([*program, *options, "--seed", str(seed)]))
            if time.monotonic() > end:
                print(f"{faulty} programs found faults")
                return 1 if faulty else 0
        seed += 1


if __name__ == "__main__":
    sys.exit(main())
