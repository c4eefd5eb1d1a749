"""``recognize`` over many pictures: killed and resumed, on a cluster whose workers are killed.

Usage: ``python tests/benchmarks/many_pictures.py [PICTURES] [--kills 3] [--rounds 1]``

The pictures are MNIST's, or digits that the model writes if those are not here, every second one
dark on light, as PNG files in folders of a thousand. Each command writes its own file of results:

* nobody interrupts it;
* it is killed (SIGKILL) when it has written a quarter, a half, three quarters, and goes on with
  ``--skip-existing`` each time; then one of its reading processes is killed;
* ``--cluster local``, of which a worker is killed at a third of the pictures, in the first round.

All files must be equal byte for byte, else the benchmark fails. Memory is the most that the
command's own process and the largest of its others ever had (VmHWM), looked up ten times a second;
the first and the last command take turns, and their times give the cost of distribution.
"""

from __future__ import annotations

import argparse
import filecmp
import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
from process_memory import memory_mb

from desktop_cvae.core.errors import DesktopCvaeError
from desktop_cvae.core.tasks import result_of
from desktop_cvae.datasets.mnist import load_mnist
from desktop_cvae.inference.engine import open_engine
from desktop_cvae.inference.generation import generate
from desktop_cvae.library.model_library import find_model
from desktop_cvae.pictures.contact_sheets import encode_png

LOOK_S = 0.1


def some_digits() -> np.ndarray:
    """Images of digits, (N, 28, 28), uint8."""
    try:
        return np.concatenate([load_mnist(part).images for part in ("train", "test")])
    except DesktopCvaeError:
        images = result_of(generate(open_engine(find_model("studio")), None, 2000, 1.0, 0)).images
        return np.rint(255 * images).astype(np.uint8)


def write_pictures(folder: Path, count: int) -> None:
    """Each a PNG of 28×28 pixels."""
    digits = some_digits()
    for number in range(count):
        place = folder / f"{number // 1000:04d}"
        place.mkdir(parents=True, exist_ok=True)
        image = digits[number % len(digits)]
        data = encode_png(255 - image if number % 2 else image)
        (place / f"{number:07d}.png").write_bytes(data)


def descendants(process: int) -> list[int]:
    """Processes that it started, and those that these did."""
    try:
        tasks = list(Path(f"/proc/{process}/task").iterdir())
        children = [int(c) for task in tasks for c in (task / "children").read_text().split()]
    except OSError:
        return []
    return [*children, *(other for child in children for other in descendants(child))]


def readers(process: int) -> list[int]:
    """Its processes that read pictures: those that have opened a model."""
    return [other for other in descendants(process) if memory_mb("VmHWM", other) > 80]


class Command:
    """One ``recognize``, watched while it runs."""

    def __init__(self, folder: Path, output: Path) -> None:
        self.folder, self.output = folder, output
        self.own_mb = self.others_mb = self.seconds = 0.0

    def run(self, *options: str, until: Callable[[int], bool] | None = None) -> bool:
        """Run it to its end, or kill it.

        Args:
            options: more arguments.
            until: is given the process's number ten times a second; True kills it.
        """
        command = [sys.executable, "-m", "desktop_cvae", "recognize", str(self.folder)]
        fixed = ["--recursive", "--format", "jsonl", "--output", str(self.output)]
        started = time.perf_counter()
        process = subprocess.Popen([*command, *fixed, *options], stderr=subprocess.DEVNULL)
        while process.poll() is None:
            self.own_mb = max(self.own_mb, memory_mb("VmHWM", process.pid))
            others = [memory_mb("VmHWM", other) for other in descendants(process.pid)]
            self.others_mb = max([self.others_mb, *others])
            if until is not None and until(process.pid):
                process.kill()
                process.wait()
            time.sleep(LOOK_S)
        self.seconds = time.perf_counter() - started
        return process.returncode == 0

    def lines(self) -> int:
        """What is written by now."""
        size = self.output.stat().st_size if self.output.exists() else 0
        return size // 330  # a line of this format is longer, by little

    def report(self, what: str, count: int) -> None:
        """Print what was measured."""
        rate = f"{count / self.seconds:8,.0f} pictures/s" if self.seconds else ""
        memory = f"{self.own_mb:6.0f} MB, others at most {self.others_mb:5.0f} MB each"
        print(f"  {what:34s} {rate:20s} {memory}", flush=True)


def killed_once(command: Command, at: int) -> Callable[[int], bool]:
    """Kills one of the command's reading processes when so many lines are written; never it."""
    left = [1]

    def look(process: int) -> bool:
        if left and command.lines() >= at and (there := readers(process)):
            left.pop()
            os.kill(there[-1], signal.SIGKILL)
            print(f"    a reading process killed at about {command.lines():,}", flush=True)
        return False

    return look


def killed_and_resumed(command: Command, count: int, kills: int) -> None:
    """Kill it several times, and let it go on."""
    for kill in range(1, kills + 1):
        at = count * kill // (kills + 1)
        command.run("--skip-existing", until=lambda _, at=at: command.lines() >= at)
        print(f"    killed at about {command.lines():,}", flush=True)
    command.run("--skip-existing", until=killed_once(command, count * 7 // 8))
    command.seconds = 0.0


def main() -> None:
    """Measure, and compare the files."""
    parser = argparse.ArgumentParser()
    parser.add_argument("pictures", type=int, nargs="?", default=10_000)
    parser.add_argument("--kills", type=int, default=3)
    parser.add_argument("--rounds", type=int, default=1)
    options = parser.parse_args()
    count, place = options.pictures, Path(tempfile.mkdtemp())
    try:
        write_pictures(place / "pictures", count)
        print(f"{count:,} pictures, load {os.getloadavg()[0]:.1f}", flush=True)
        plain = Command(place / "pictures", place / "plain.jsonl")
        resumed = Command(place / "pictures", place / "resumed.jsonl")
        cluster = Command(place / "pictures", place / "cluster.jsonl")
        ratios = []
        for round_ in range(options.rounds):
            assert plain.run("--overwrite")
            plain.report("uninterrupted", count)
            hurt = killed_once(cluster, count // 3) if round_ == 0 else None
            assert cluster.run("--overwrite", "--cluster", "local", until=hurt)
            cluster.report("--cluster local", count)
            ratios.append(cluster.seconds / plain.seconds)
        print(f"  --cluster local takes {statistics.median(ratios):.2f} × the time", flush=True)
        killed_and_resumed(resumed, count, options.kills)
        resumed.report("killed and resumed", count)
        for other in (resumed, cluster):
            same = filecmp.cmp(plain.output, other.output, shallow=False)
            print(f"  {other.output.name}: {'equal byte for byte' if same else 'DIFFERENT'}")
            assert same
    finally:
        shutil.rmtree(place)


if __name__ == "__main__":
    main()
