"""How soon a training answers ``stop``, has really stopped, and has a model that can be used.

Usage: ``python tests/benchmarks/stop_latency.py [--model] [PRESET …]``; needs MNIST. Each preset is
trained in batches of 128 with some 20 moments: right after the process's start, right after
``started``, amid random batches, and in validation. From the line written on the process's
standard input to the event ``stopping`` (heard; promised within 0.5 s) and to the last
``checkpoint`` (what was learned is safe, saving the model begins).

With ``--model`` each preset is stopped once, after a few batches of the whole of MNIST: to the
moment when its file opens and reads a picture, and to the last word, ``saved``. In between the
prior is fitted, the test part is measured and mapped, and the probabilities are calibrated.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from desktop_cvae.inference.opened_model import open_model

PRESETS = ("dense_cvae", "conv_cvae", "studio")
MOMENTS = ["process", "process", "started", "started", *["batches"] * 12, *["validation"] * 4]


def measure(preset: str, moment: str, chance: random.Random) -> tuple[float, float]:
    """Seconds from the line to ``stopping`` and to the last ``checkpoint``."""
    # Validation takes its turn soon if there is little to learn from and much held out.
    more = ["--limit", "4000", "--validation-share", "0.5"] if moment == "validation" else []
    with tempfile.TemporaryDirectory() as home, training(preset, home, *more) as process:
        wait_for(process, moment, chance)
        # What ends a training is obeyed alike; this one does not go on to save a model.
        times = dict(events_after(process, "suspend"))
        assert process.wait() == 0
        return times["stopping"], times["checkpoint"]


def tell_model(preset: str) -> None:
    """Print the seconds from ``stop`` to a model that reads, and to the end of each part after."""
    with tempfile.TemporaryDirectory() as home, training(preset, home) as process:
        wait_for(process, "batches", random.Random(0))
        model, last = Path(home) / "a.cvae", ""
        for event, seconds in events_after(process, "stop"):
            if model.exists() and not last:
                open_model(str(model)).read(np.zeros((1, 28, 28), np.float32))
                print(f"{preset:10} usable after {seconds:.1f} s", flush=True)
            elif last not in ("", event):
                print(f"{preset:10} {last} done after {seconds:.1f} s", flush=True)
            last = event if model.exists() else ""
        assert process.wait() == 0


def training(preset: str, home: str, *more: str) -> subprocess.Popen[str]:
    """Start a training on MNIST."""
    program = [sys.executable, "-m", "desktop_cvae", "train", "--preset", preset, *more]
    settings = ["--batch-size", "128", "--data", "mnist", "--events", "jsonl"]
    return subprocess.Popen(
        [*program, *settings, "--output", str(Path(home) / "a.cvae")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"DESKTOP_CVAE_HOME": home},
        text=True,
    )


def events_after(process: subprocess.Popen[str], command: str) -> Iterator[tuple[str, float]]:
    """Write a command, and name each event with the seconds since then."""
    assert process.stdin is not None
    assert process.stdout is not None
    written = time.perf_counter()
    process.stdin.write(f"{command}\n")
    process.stdin.flush()
    for line in process.stdout:
        event = json.loads(line)
        yield event.get("part", event["event"]), time.perf_counter() - written


def wait_for(process: subprocess.Popen[str], moment: str, chance: random.Random) -> None:
    """Read events until the moment is there, then wait for a random part of a second."""
    if moment == "process":
        # The interpreter needs this long before any line of ours runs.
        time.sleep(chance.uniform(1.5, 4.0))
        return
    assert process.stdout is not None
    for line in process.stdout:
        event = json.loads(line)
        in_validation = event["event"] == "batch" and event["batch"] == event["batches"]
        if event["event"] == "started" and moment == "started":
            return
        if (event["event"] == "batch" and moment == "batches") or in_validation:
            break
    time.sleep(chance.uniform(0.0, 0.2 if moment == "validation" else 2.0))


def main() -> None:
    """Measure each preset at each moment, or to its model."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("presets", nargs="*", default=PRESETS, metavar="PRESET")
    parser.add_argument("--model", action="store_true", help="to a model that can be used")
    arguments = parser.parse_args()
    chance = random.Random(0)
    for preset in arguments.presets:
        if arguments.model:
            tell_model(preset)
        else:
            tell_moments(preset, chance)


def tell_moments(preset: str, chance: random.Random) -> None:
    """Measure a preset at each moment, and print medians and the largest."""
    times = {}
    for number, moment in enumerate(MOMENTS):
        times[f"{moment} {number}"] = measure(preset, moment, chance)
    for kind, name in enumerate(("stopping", "checkpoint")):
        worst = max(times, key=lambda moment: times[moment][kind])
        values = sorted(seconds[kind] for seconds in times.values())
        middle = values[len(values) // 2]
        print(
            f"{preset:10} {name:10} median {middle:.3f} s, largest {values[-1]:.3f} s "
            f"({worst.split()[0]})",
            flush=True,
        )


if __name__ == "__main__":
    main()
