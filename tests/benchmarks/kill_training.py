"""Kill a training 20 times at random moments; it must always resume, and end as if never killed.

Usage: ``python tests/benchmarks/kill_training.py [--seed N] [--kills N]``; needs MNIST. A
``dense_cvae`` is trained once without interruption and twice with ``kill -9`` of its whole
process group, amid start-up, batches, a checkpoint's writing, validation and the model's saving.
Checkpoints are written every 0.3 s instead of every 30 s, so that there is something to hit.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

from desktop_cvae.core.results import FloatArray
from desktop_cvae.library.checkpoint_file import read_newest_checkpoint
from desktop_cvae.library.model_file import read_model_file
from desktop_cvae.library.run_library import RunEntry, list_runs

PROGRAM = """
import sys
from desktop_cvae.training import checkpoint_schedule, loop
checkpoint_schedule.INTERVAL_S, loop.PROGRESS_INTERVAL_S = 0.3, 0.05
from desktop_cvae.cli.main import main
sys.exit(main())
"""
RUNS, EPOCHS = 2, 4
SIZE = ["--preset", "dense_cvae", "--limit", "12000", "--epochs", str(EPOCHS)]
SETTINGS = [*SIZE, "--seed", "7", "--data", "mnist"]
MOMENTS = ("start-up", "batches", "checkpoint", "validation", "saving")


class Training:
    """A training process in a group of its own, and the last event that it printed."""

    def __init__(self, arguments: list[str], output: Path) -> None:
        self.output = output
        self.process = subprocess.Popen(
            [sys.executable, "-c", PROGRAM, "train", *arguments, "--events", "jsonl"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
        assert self.process.stdout is not None
        os.set_blocking(self.process.stdout.fileno(), False)
        self._rest = b""
        self.event: dict = {}

    def is_alive(self) -> bool:
        """True until the process has ended; takes in what it printed."""
        assert self.process.stdout is not None
        *lines, self._rest = (self._rest + (self.process.stdout.read() or b"")).split(b"\n")
        for line in lines:
            self.event = json.loads(line)
        return self.process.poll() is None

    def wait(self, is_there: Callable[[], bool]) -> bool:
        """Wait for a moment; False if the process ended before."""
        while self.is_alive():
            if is_there():
                return True
            time.sleep(0.0005)
        return False

    def kill(self) -> None:
        """-9 to the process and its children."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.communicate()

    def end(self) -> int:
        """Let it end; its exit code."""
        self.wait(lambda: False)
        complaints = self.process.stderr.read() if self.process.stderr else b""
        if self.process.returncode:
            print(complaints.decode())
        return self.process.returncode


def is_writing(folder: Path) -> bool:
    """True while a file is being written there."""
    return any(folder.glob(".*.part"))


def reached(training: Training, moment: str, epoch: int, chance: random.Random) -> bool:
    """Wait for a random moment of a kind, in that epoch; False if the training ended before."""

    def is_there(kind: str) -> bool:
        now = training.event
        return now.get("event") == kind and now["epoch"] >= epoch

    if moment == "start-up":
        return training.wait(delay(chance.uniform(0.0, 4.0)))
    if moment == "saving":
        is_last = training.wait(
            lambda: (
                training.output.exists()
                or (is_there("epoch") and training.event["epoch"] == EPOCHS)
            )
        )
        return is_last and training.wait(delay(chance.uniform(0.0, 2.5)))
    if moment == "validation":
        return training.wait(
            lambda: is_there("batch") and training.event["batch"] == training.event["batches"]
        )
    if not training.wait(lambda: is_there("batch")):
        return False
    if moment == "checkpoint":
        folder = list_runs()[0].checkpoints
        hit = training.wait(lambda: is_writing(folder))
        return hit and training.wait(delay(chance.uniform(0.0, 0.03)))
    return training.wait(delay(chance.uniform(0.0, 1.0)))


def delay(seconds: float) -> Callable[[], bool]:
    """True after so long."""
    until = time.perf_counter() + seconds
    return lambda: time.perf_counter() >= until


def check(run: RunEntry | None) -> str:
    """Whatever lies there can be gone on from; where that is, in words."""
    if run is None:
        return "no run yet: begin again"
    assert run.resumable, f"{run.state} run is not resumable"
    damaged: list = []
    state = read_newest_checkpoint(run.checkpoints, damaged.append)
    assert not damaged, f"broken: {damaged}"
    return f"resumes from epoch {state.epoch} batch {state.batch}" if state else "from the start"


def killed_training(home: Path, moments: list[str], chance: random.Random) -> dict:
    """A training that is killed at every moment and resumed each time; its weights."""
    os.environ["DESKTOP_CVAE_HOME"] = str(home)
    output = home / "killed.cvae"
    waiting, kills = list(moments), 0
    while True:
        run = newest_run()
        if run is not None and run.state == "finished":
            break
        start = ["--resume", run.id] if run else [*SETTINGS, "--output", str(output)]
        training = Training(start, output)
        moment = waiting.pop(0) if waiting else ""
        # Forward through the epochs, so that each of them is hit.
        epoch = 1 + kills * EPOCHS // len(moments)
        if moment and reached(training, moment, epoch, chance):
            last = training.event.get("event", "nothing said")
            training.kill()
            kills += 1
            print(f"  kill {kills:2} in {moment:10} after “{last}”: {check(newest_run())}")
        else:
            code = training.end()
            assert code == 0, f"resumed training ended with {code}"
            print(f"  ended{' before: ' + moment if moment else ''}")
    assert kills == len(moments), "it ended before all kills were done; train for longer"
    return read_model_file(output).weights


def newest_run() -> RunEntry | None:
    """The only run of the home."""
    return next(iter(list_runs()), None)


def whole_training(home: Path) -> dict[str, FloatArray]:
    """The weights of a training that nobody interrupted."""
    os.environ["DESKTOP_CVAE_HOME"] = str(home)
    output = home / "whole.cvae"
    assert Training([*SETTINGS, "--output", str(output)], output).end() == 0
    return read_model_file(output).weights


def main() -> None:
    """Train once whole and twice with kills; print the largest difference."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--kills", type=int, default=20)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    early = [moment for moment in MOMENTS if moment != "saving"]
    share = options.kills // RUNS
    with contextlib.ExitStack() as stack:
        folder = Path(tempfile.mkdtemp())
        stack.callback(shutil.rmtree, folder)
        print("training without interruption")
        weights = whole_training(folder / "whole")
        for number in range(RUNS):
            moments = (early * share)[: share - share // 4]
            chance.shuffle(moments)
            moments += ["saving"] * (share // 4)
            print(f"training with {len(moments)} kills")
            again = killed_training(folder / str(number), moments, chance)
            assert again.keys() == weights.keys()
            largest = max(float(np.abs(again[name] - weights[name]).max()) for name in weights)
            print(f"  largest difference of a weight: {largest!r}")
            assert largest == 0.0


if __name__ == "__main__":
    main()
