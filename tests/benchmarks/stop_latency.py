"""How soon a training answers ``stop``, and how soon it has really stopped.

Usage: ``python tests/benchmarks/stop_latency.py [PRESET …]``; needs MNIST. Each preset is
trained in batches of 128 with some 20 moments: right after the process's start, right after
``started``, amid random batches, and in validation. From the line written on the process's
standard input to the event ``stopping`` (heard; promised within 0.5 s) and to the last
``checkpoint`` (what was learned is safe, saving the model begins).
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PRESETS = ("dense_cvae", "conv_cvae", "studio")
MOMENTS = ["process", "process", "started", "started", *["batches"] * 12, *["validation"] * 4]


def measure(preset: str, moment: str, chance: random.Random) -> tuple[float, float]:
    """Seconds from the line to ``stopping`` and to the last ``checkpoint``."""
    with tempfile.TemporaryDirectory() as home:
        # Validation takes its turn soon if there is little to learn from and much held out.
        more = ["--limit", "4000", "--validation-share", "0.5"] if moment == "validation" else []
        program = [sys.executable, "-m", "desktop_cvae", "train", "--preset", preset, *more]
        settings = ["--batch-size", "128", "--data", "mnist", "--events", "jsonl"]
        with subprocess.Popen(
            [*program, *settings, "--output", str(Path(home) / "a.cvae")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=os.environ | {"DESKTOP_CVAE_HOME": home},
            text=True,
        ) as process:
            assert process.stdin is not None
            assert process.stdout is not None
            wait_for(process, moment, chance)
            written = time.perf_counter()
            # What ends a training is obeyed alike; this one does not go on to save a model.
            process.stdin.write("suspend\n")
            process.stdin.flush()
            times = {}
            for line in process.stdout:
                times[json.loads(line)["event"]] = time.perf_counter() - written
            assert process.wait() == 0
            return times["stopping"], times["checkpoint"]


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
    """Measure each preset at each moment."""
    chance = random.Random(0)
    for preset in sys.argv[1:] or PRESETS:
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
