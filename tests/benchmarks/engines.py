"""Engines side by side: first answer in a fresh process, memory, one image, 64 and 1000 images.

Usage: ``python tests/benchmarks/engines.py [--engines onnx keras] [--models studio …]``. They take
turns, so that a busy moment meets all of them; medians, and ratios to the first engine named.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable

import numpy as np
from process_memory import memory_mb

from desktop_cvae.core.results import FloatArray
from desktop_cvae.inference.engine import Engine, open_engine
from desktop_cvae.library.model_library import find_model

STARTS = 9
ROUNDS = {1: 400, 64: 30, 1000: 3}
"""Questions by number of images."""


def pictures(count: int) -> FloatArray:
    """Smooth blobs on black, as much ink as digits have: float32, (count, 28, 28)."""
    rng = np.random.default_rng(3)
    rows, columns = np.mgrid[:28, :28]
    centres = rng.uniform(6, 22, (2, count, 3, 1, 1))
    widths = rng.uniform(2, 12, (count, 3, 1, 1))
    distances = (rows - centres[0]) ** 2 + (columns - centres[1]) ** 2
    return np.clip(np.exp(-distances / widths).sum(axis=1), 0, 1).astype(np.float32)


def start(kind: str, name: str) -> None:
    """In a fresh process: print seconds to the first answer, and the peak of the memory, in MB."""
    images = pictures(64)
    before_mb, started = memory_mb("VmHWM"), time.perf_counter()
    engine = open_engine(find_model(name), kind)
    engine.score(images[:1])
    seconds, one_mb = time.perf_counter() - started, memory_mb("VmHWM")
    for _ in range(3):
        engine.score(images)
    measured = {
        "start_s": seconds,
        "one_mb": one_mb - before_mb,
        "bulk_mb": memory_mb("VmHWM") - before_mb,
    }
    print(json.dumps(measured))


def starts(kinds: list[str], name: str) -> dict[str, dict[str, float]]:
    """Medians over fresh processes that take turns."""
    measured: dict[str, list[dict[str, float]]] = {kind: [] for kind in kinds}
    for turn in range(STARTS + 1):
        for kind in kinds:
            command = [sys.executable, __file__, "--start", kind, name]
            output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
            if turn:  # the first start finds the files on the disk
                measured[kind].append(json.loads(output))
    return {
        kind: {key: statistics.median(run[key] for run in runs) for key in runs[0]}
        for kind, runs in measured.items()
    }


def answers(engines: dict[str, Engine], count: int) -> dict[str, float]:
    """Median seconds of one question about so many images, in turns."""
    images = pictures(count)
    questions: dict[str, Callable[[FloatArray], object]] = {k: e.score for k, e in engines.items()}
    times: dict[str, list[float]] = {kind: [] for kind in engines}
    for ask in questions.values():
        ask(images)
    for _ in range(ROUNDS[count]):
        for kind, ask in questions.items():
            started = time.perf_counter()
            ask(images)
            times[kind].append(time.perf_counter() - started)
    return {kind: statistics.median(seconds) for kind, seconds in times.items()}


def row(title: str, values: dict[str, float], unit: str, factor: float = 1.0) -> None:
    """Print one line: each engine's value and how it stands to the first one's."""
    base = next(iter(values.values()))
    cells = [f"{kind} {v * factor:8.2f} {unit} ({v / base:4.2f} ×)" for kind, v in values.items()]
    print(f"  {title:30s} " + "   ".join(cells), flush=True)


def compare(kinds: list[str], name: str) -> None:
    """Print all about one model."""
    print(name)
    measured = starts(kinds, name)
    row("open and first answer", {k: t["start_s"] for k, t in measured.items()}, "ms", 1000)
    row("memory after one image", {k: t["one_mb"] for k, t in measured.items()}, "MB")
    row("memory after 64 images", {k: t["bulk_mb"] for k, t in measured.items()}, "MB")
    engines = {kind: open_engine(find_model(name), kind) for kind in kinds}
    for count in ROUNDS:
        row(f"images: {count}", answers(engines, count), "ms", 1000)
    images = pictures(200)
    scores = [engine.score(images) for engine in engines.values()]
    for kind, other in zip(kinds[1:], scores[1:], strict=True):
        nats = np.abs(scores[0].evidence_nats - other.evidence_nats).max()
        pixel = np.abs(scores[0].reconstructions - other.reconstructions).max()
        print(f"  {kinds[0]} and {kind} differ by {nats:.1e} nats, {pixel:.1e} a pixel at most")


def main() -> None:
    """Read the arguments and compare."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--engines", nargs="+", default=["onnx", "keras"])
    parser.add_argument("--models", nargs="+", default=["studio", "conv_cvae", "dense_cvae"])
    parser.add_argument("--start", nargs=2, metavar=("ENGINE", "MODEL"), help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.start:
        start(*arguments.start)
        return
    for name in arguments.models:
        compare(arguments.engines, name)


if __name__ == "__main__":
    main()
