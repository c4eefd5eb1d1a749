"""Bulk reading: pictures a second through the whole command, and scoring alone beside Keras.

Also pictures a CPU second: what a core that does nothing else would do, also where others work
beside it. With ``--profile``, where one process spends it.

Usage: ``python tests/benchmarks/bulk.py [MODEL] [PICTURES] [--profile]``

The pictures are digits that the model writes itself, as PNG files of 28×28 and of 200×200 pixels.
Scoring is ten reconstructions and ten scores an image, by the same network: Keras ``predict`` in
large batches (its encoder, then its decoder), Keras as one ``tf.function`` in two sizes of
batches, the faster of which counts as 1, ONNX Runtime on one thread, and ONNX Runtime in as many
processes as there are cores, as ``recognize`` does.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import numpy as np

from desktop_cvae.bulk.batches import BATCH
from desktop_cvae.bulk.record_formats import json_line
from desktop_cvae.core.calibration import DEFAULT_FALSE_REJECTION_RATE
from desktop_cvae.core.operating_system import usable_cores
from desktop_cvae.core.tasks import result_of
from desktop_cvae.inference.engine import Engine, open_engine
from desktop_cvae.inference.evidence import average_over_views, score_evidence
from desktop_cvae.inference.generation import generate
from desktop_cvae.inference.opened_model import OpenedModel, open_model
from desktop_cvae.inference.picture_records import picture_record
from desktop_cvae.library.model_library import find_model
from desktop_cvae.pictures.contact_sheets import encode_png
from desktop_cvae.pictures.picture_files import read_image
from desktop_cvae.pictures.preparation import to_mnist_style

ROUNDS, SCORED, KERAS_BATCH = 3, 1024, 2560
FUNCTION, FUNCTION_BATCHES = "Keras as one tf.function", (64, 256)
ENLARGED = (1, 7)


def write_pictures(folder: Path, digits: np.ndarray, times: int) -> None:
    """Each digit as a PNG, every pixel a square of ``times`` pixels."""
    folder.mkdir()
    large = np.kron(digits, np.ones((1, times, times), np.float32))
    for number, image in enumerate(np.rint(255 * large).astype(np.uint8)):
        (folder / f"{number:05d}.png").write_bytes(encode_png(image))


def cpu_seconds() -> float:
    """What this process and those that it waited for have used."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def command_seconds(model: str, folder: Path, workers: int) -> tuple[float, float]:
    """Wall-clock and CPU time of the whole command, start and model included."""
    command = [sys.executable, "-m", "desktop_cvae", "recognize", str(folder)]
    output = folder.parent / "out.jsonl"
    options = ["--model", model, "--format", "jsonl", "--output", str(output), "--overwrite"]
    started, used = time.perf_counter(), cpu_seconds()
    subprocess.run([*command, *options, "--workers", str(workers)], check=True)
    return time.perf_counter() - started, cpu_seconds() - used


def whole_command(model: str, digits: np.ndarray) -> None:
    """Pictures a second of ``recognize``, by one process and by all."""
    with tempfile.TemporaryDirectory() as place:
        for times in ENLARGED:
            folder = Path(place) / str(times)
            write_pictures(folder, digits, times)
            for workers in sorted({1, usable_cores()}):
                seconds = [command_seconds(model, folder, workers) for _ in range(ROUNDS)]
                wall, cpu = (
                    len(digits) / statistics.median(some) for some in zip(*seconds, strict=True)
                )
                name = f"recognize, {28 * times}×{28 * times} PNG, {workers} workers"
                print(f"  {name:41s} {wall:8,.0f} pictures/s {cpu:8,.0f} a CPU second")


def profile(model: str, digits: np.ndarray) -> None:
    """CPU time a picture of each step, by one process."""
    opened = open_model(model)
    with tempfile.TemporaryDirectory() as place:
        for times in ENLARGED:
            folder = Path(place) / str(times)
            write_pictures(folder, digits, times)
            spent: dict[str, float] = {}
            for _ in range(ROUNDS):
                for name, seconds in steps(opened, sorted(folder.iterdir())):
                    spent[name] = min(seconds, spent.get(name, seconds))
            rate, side = len(digits) / sum(spent.values()), 28 * times
            print(f"  {side}×{side}: {rate:,.0f} a CPU second")
            for name, seconds in spent.items():
                print(f"    {name:24s} {1000 * seconds / len(digits):7.3f} ms")


def steps(model: OpenedModel, files: list[Path]) -> Iterator[tuple[str, float]]:
    """What ``recognize`` does, step by step over all pictures; its CPU seconds."""
    clock = time.process_time()

    def passed() -> float:
        nonlocal clock
        before, clock = clock, time.process_time()
        return clock - before

    images = [read_image(file) for file in files]
    yield "read files", passed()
    prepared = [to_mnist_style(image) for image in images]
    yield "prepare", passed()
    found = [digit for digit in prepared if digit.found]
    every = np.array([digit.image for digit in found])
    parts = [every[at : at + BATCH] for at in range(0, len(every), BATCH)]
    scores = [score_evidence(model.engine, part) for part in parts]
    yield "score", passed()
    pairs = zip(parts, scores, strict=True)
    averaged = [average_over_views(model.engine, part, score) for part, score in pairs]
    yield "average close calls", passed()
    readings = [
        reading
        for part, (score, views) in zip(parts, averaged, strict=True)
        for reading in model.recogniser.recognise(score, part, views, DEFAULT_FALSE_REJECTION_RATE)
    ]
    yield "probabilities, verdicts", passed()
    for digit, reading in zip(found, readings, strict=True):
        json_line(picture_record("a.png", digit, reading, model))
    yield "records, lines", passed()


def keras_questions(model: str) -> dict[str, Callable[[np.ndarray], object]]:
    """Keras' two ways to ask the same."""
    from score import predict_twice

    from desktop_cvae.library.model_file import read_model_file
    from desktop_cvae.model.cvae import CVAE

    entry = find_model(model)
    file = read_model_file(entry.path)
    cvae = CVAE(file.manifest.spec)
    cvae.assign_weights(file.weights)
    predict = predict_twice(cvae, KERAS_BATCH)
    reference = open_engine(entry, "keras")

    def function(batch: int, images: np.ndarray) -> object:
        return [reference.score(images[at : at + batch]) for at in range(0, len(images), batch)]

    functions = {f"{FUNCTION}, {batch}": partial(function, batch) for batch in FUNCTION_BATCHES}
    return {"Keras predict, large batches": predict, **functions}


_engines: list = []


def open_here(model: str) -> None:
    """The engine of one of the processes."""
    _engines.append(open_engine(find_model(model)))


def score_here(images: np.ndarray) -> float:
    """Score there; the CPU seconds."""
    started = time.process_time()
    _engines[0].score(images)
    return time.process_time() - started


def main() -> None:
    """Measure in turns, so that a busy moment meets everybody."""
    options = argparse.ArgumentParser()
    options.add_argument("model", nargs="?", default="studio")
    options.add_argument("count", nargs="?", type=int, default=2000)
    options.add_argument("--profile", action="store_true")
    chosen = options.parse_args()
    model, count = chosen.model, chosen.count
    engine = open_engine(find_model(model))
    digits = result_of(generate(engine, None, count, 1.0, 0)).images
    print(f"“{model}”, {count:,} pictures, {usable_cores()} cores, median of {ROUNDS}")
    if chosen.profile:
        return profile(model, digits)
    whole_command(model, digits)
    scoring(model, engine, digits[:SCORED])
    return None


def scoring(model: str, engine: Engine, images: np.ndarray) -> None:
    """Images a second and a CPU second, by everybody."""
    parts = [images[at : at + BATCH] for at in range(0, len(images), BATCH)]
    spawn = multiprocessing.get_context("spawn")
    with spawn.Pool(usable_cores(), open_here, (model,)) as pool:
        elsewhere = "ONNX Runtime, all processes"
        questions = keras_questions(model) | {
            "ONNX Runtime, one thread": engine.score,
            elsewhere: lambda _: sum(pool.map(score_here, parts, chunksize=1)),
        }
        for question in questions.values():
            question(images)
        seconds: dict[str, list[tuple[float, float]]] = {name: [] for name in questions}
        for _ in range(ROUNDS):
            for name, question in questions.items():
                started, used = time.perf_counter(), cpu_seconds()
                answer = question(images)
                cpu = answer if name == elsewhere else cpu_seconds() - used
                seconds[name].append((time.perf_counter() - started, cpu))
    rates = {
        name: [len(images) / statistics.median(some) for some in zip(*measured, strict=True)]
        for name, measured in seconds.items()
    }
    walls, cpus = zip(*(rates[name] for name in rates if name.startswith(FUNCTION)), strict=True)
    for name, (wall, cpu) in rates.items():
        print(
            f"  {name:30s} {wall:8,.0f} images/s {wall / max(walls):6.2f} ×"
            f" {cpu:8,.0f} a CPU second {cpu / max(cpus):6.2f} ×"
        )


if __name__ == "__main__":
    main()
