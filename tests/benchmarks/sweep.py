"""Eight short trainings: whole, killed and resumed, and on a cluster that loses a worker.

Usage: ``python tests/benchmarks/sweep.py [--limit N] [--epochs N] [--ways WAY …]``; needs MNIST
and, for the cluster, Dask. Each way starts in a home of its own. Printed are the time, how many
runs there are, the largest process's memory, and the largest difference of a metric to the sweep
that nobody interrupted. The way ``alone`` is one training at a time, with all cores.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil

COUNTED = ("accuracy", "neg_elbo_nats", "validation_neg_elbo_nats")
GRID = """
[base]
preset = "dense_cvae"
limit = {limit}
epochs = {epochs}
[grid]
beta = [0.3, 1.0, 3.0, 10.0]
latent_dim = [2, 16]
"""


@dataclass
class Home:
    """A fresh home with the sweep's file in it."""

    folder: Path
    file: Path

    @property
    def environment(self) -> dict[str, str]:
        return os.environ | {"DESKTOP_CVAE_HOME": str(self.folder)}

    def begin(self, *options: str) -> subprocess.Popen[str]:
        """Start the sweep in the background, with events."""
        return subprocess.Popen(
            [*PROGRAM, "sweep", str(self.file), *options, "--events", "jsonl"],
            env=self.environment,
            stdout=subprocess.PIPE,
            text=True,
        )

    def results(self) -> list[dict[str, Any]]:
        """Its trainings by number."""
        command = [*PROGRAM, "sweep", str(self.file), "--table", "--format", "json"]
        out = subprocess.run(command, env=self.environment, capture_output=True, check=True).stdout
        return sorted(json.loads(out)["trainings"], key=lambda one: one["number"])


PROGRAM = [sys.executable, "-m", "desktop_cvae"]


def finish(process: subprocess.Popen[str]) -> None:
    process.communicate()
    assert process.returncode == 0, process.returncode


def wait_for(process: subprocess.Popen[str], event: str, count: int) -> None:
    assert process.stdout is not None
    while count:
        count -= json.loads(process.stdout.readline())["event"] == event


def whole(home: Home, *options: str) -> None:
    finish(home.begin(*options))


def killed(home: Home, *options: str) -> None:
    """Kill -9 after two have ended, amid two others; then go on."""
    process = home.begin(*options)
    wait_for(process, "ended", 2)
    wait_for(process, "training", 1)
    process.kill()
    process.communicate()
    whole(home, *options)


def with_a_lost_worker(home: Home, *options: str) -> None:
    """Kill -9 one of the cluster's workers after two trainings have ended."""
    process = home.begin("--cluster", "local", *options)
    wait_for(process, "ended", 2)
    children = psutil.Process(process.pid).children()
    # Dask's workers call themselves so.
    workers = [one for one in children if "dask worker" in " ".join(one.cmdline())]
    workers[-1].kill()
    finish(process)


def difference(results: list[dict[str, Any]], reference: list[dict[str, Any]]) -> float:
    """The largest of all metrics."""
    return max(
        abs(one["metrics"][name] - other["metrics"][name])
        for one, other in zip(results, reference, strict=True)
        for name in COUNTED
    )


TWO = ("--jobs", "2")
WAYS: dict[str, tuple[Any, tuple[str, ...]]] = {
    "whole": (whole, TWO),
    "killed": (killed, TWO),
    "cluster": (with_a_lost_worker, TWO),
    "alone": (whole, ("--jobs", "1")),
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--limit", type=int, default=4000)
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--ways", nargs="*", default=["killed", "cluster"], choices=[*WAYS][1:])
    asked = parser.parse_args()
    reference: list[dict[str, Any]] = []
    with tempfile.TemporaryDirectory() as base:
        for name in ("whole", *asked.ways):
            way, options = WAYS[name]
            home = Home(Path(base) / name, Path(base) / "eight.toml")
            home.file.write_text(GRID.format(limit=asked.limit, epochs=asked.epochs))
            start = time.perf_counter()
            way(home, *options)
            seconds = time.perf_counter() - start
            results = home.results()
            reference = reference or results
            runs = len(list((home.folder / "runs").glob("*/run.json")))
            states = {one["state"] for one in results}
            memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
            print(
                f"{name:8} {seconds:6.1f} s  {runs} runs, {'/'.join(sorted(states))}, "
                f"{memory:.0f} MB at most, metrics differ by {difference(results, reference):.2g}",
                flush=True,
            )


if __name__ == "__main__":
    main()
