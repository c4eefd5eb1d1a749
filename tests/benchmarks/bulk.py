"""Bulk reading: pictures a second through the whole command, and scoring alone beside Keras.

Usage: ``python tests/benchmarks/bulk.py [MODEL] [PICTURES]``

The pictures are digits that the model writes itself, as PNG files of 28×28 and of 200×200 pixels.
Scoring is ten reconstructions and ten scores an image, by the same network: Keras ``predict`` in
large batches (its encoder, then its decoder), Keras as one ``tf.function``, ONNX Runtime on
one thread, and ONNX Runtime in as many processes as there are cores, as ``recognize`` does.
"""

from __future__ import annotations

import multiprocessing
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import numpy as np

from desktop_cvae.core.tasks import result_of
from desktop_cvae.inference.engine import open_engine
from desktop_cvae.inference.generation import generate
from desktop_cvae.library.model_library import find_model
from desktop_cvae.pictures.sheets import encode_png
from desktop_cvae.workers.cluster import usable_cores

ROUNDS, SCORED, KERAS_BATCH, PROCESS_BATCH = 3, 1024, 2560, 64
ENLARGED = (1, 7)


def write_pictures(folder: Path, digits: np.ndarray, times: int) -> None:
    """Each digit as a PNG, every pixel a square of ``times`` pixels."""
    folder.mkdir()
    large = np.kron(digits, np.ones((1, times, times), np.float32))
    for number, image in enumerate(np.rint(255 * large).astype(np.uint8)):
        (folder / f"{number:05d}.png").write_bytes(encode_png(image))


def command_seconds(model: str, folder: Path, workers: int) -> float:
    """Wall-clock time of the whole command, start and model included."""
    command = [sys.executable, "-m", "desktop_cvae", "recognize", str(folder)]
    output = folder.parent / "out.jsonl"
    options = ["--model", model, "--format", "jsonl", "--output", str(output), "--overwrite"]
    started = time.perf_counter()
    subprocess.run([*command, *options, "--workers", str(workers)], check=True)
    return time.perf_counter() - started


def whole_command(model: str, digits: np.ndarray) -> None:
    """Pictures a second of ``recognize``, by one process and by all."""
    with tempfile.TemporaryDirectory() as place:
        for times in ENLARGED:
            folder = Path(place) / str(times)
            write_pictures(folder, digits, times)
            for workers in sorted({1, usable_cores()}):
                seconds = [command_seconds(model, folder, workers) for _ in range(ROUNDS)]
                rate = len(digits) / statistics.median(seconds)
                side = 28 * times
                print(f"  recognize, {side}×{side} PNG, {workers} workers {rate:10,.0f} pictures/s")


def keras_questions(model: str) -> dict[str, Callable[[np.ndarray], object]]:
    """Keras' two ways to ask the same."""
    import keras

    from desktop_cvae.library.model_file import read_model_file
    from desktop_cvae.model.cvae import CVAE

    entry = find_model(model)
    file = read_model_file(entry.path)
    cvae = CVAE(file.manifest.spec)
    cvae.assign_weights(file.weights)
    count, latent_dim = cvae.spec.label_count, cvae.spec.latent_dim
    picture, label = keras.Input((28, 28, 1)), keras.Input((count,))
    latent = keras.Input((latent_dim,))
    encoder = keras.Model([picture, label], cvae.encoder(picture, label))
    decoder = keras.Model([latent, label], cvae.decoder(latent, label))

    def predict(images: np.ndarray) -> object:
        ten = np.repeat(images[..., np.newaxis], count, axis=0)
        labels = np.tile(np.eye(count, dtype=np.float32), (len(images), 1))
        mean, _ = encoder.predict([ten, labels], batch_size=KERAS_BATCH, verbose=0)
        return decoder.predict([mean, labels], batch_size=KERAS_BATCH, verbose=0)

    reference = open_engine(entry, "keras")

    def function(images: np.ndarray) -> object:
        return [reference.score(images[at : at + 256]) for at in range(0, len(images), 256)]

    return {"Keras predict, large batches": predict, "Keras as one tf.function": function}


_engines: list = []


def open_here(model: str) -> None:
    """The engine of one of the processes."""
    _engines.append(open_engine(find_model(model)))


def score_here(images: np.ndarray) -> int:
    """Score there; what comes back is as small as a record."""
    return int(_engines[0].score(images).evidence_nats.argmax(axis=1).sum())


def main() -> None:
    """Measure in turns, so that a busy moment meets everybody."""
    model = sys.argv[1] if len(sys.argv) > 1 else "studio"
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 2000
    engine = open_engine(find_model(model))
    digits = result_of(generate(engine, None, count, 1.0, 0)).images
    print(f"“{model}”, {count:,} pictures, {usable_cores()} cores, median of {ROUNDS}")
    whole_command(model, digits)
    images = digits[:SCORED]
    parts = [images[at : at + PROCESS_BATCH] for at in range(0, len(images), PROCESS_BATCH)]
    spawn = multiprocessing.get_context("spawn")
    with spawn.Pool(usable_cores(), open_here, (model,)) as pool:
        questions = keras_questions(model) | {
            "ONNX Runtime, one thread": engine.score,
            "ONNX Runtime, all processes": lambda _: pool.map(score_here, parts, chunksize=1),
        }
        for question in questions.values():
            question(images)
        rates: dict[str, list[float]] = {name: [] for name in questions}
        for _ in range(ROUNDS):
            for name, question in questions.items():
                started = time.perf_counter()
                question(images)
                rates[name].append(len(images) / (time.perf_counter() - started))
    base = statistics.median(rates["Keras predict, large batches"])
    for name, measured in rates.items():
        median = statistics.median(measured)
        print(f"  {name:32s} {median:10,.0f} images/s   {median / base:6.2f} ×")


if __name__ == "__main__":
    main()
