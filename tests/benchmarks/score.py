"""One answer by each engine beside Keras ``predict`` twice, in turns in one run.

Usage: ``python tests/benchmarks/score.py [MODEL]``
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections.abc import Callable

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import keras
import numpy as np

from desktop_cvae.inference.engine import open_engine
from desktop_cvae.library.model_file import read_model_file
from desktop_cvae.library.model_library import find_model
from desktop_cvae.model.cvae import CVAE

ROUNDS, REPEATS = 7, 10


def predict_twice(model: CVAE, batch_size: int = 32) -> Callable[[np.ndarray], object]:
    """The obvious way: an encoder and a decoder as Keras models, ``predict`` on each."""
    count = model.spec.label_count
    picture, label = keras.Input((28, 28, 1)), keras.Input((count,))
    latent = keras.Input((model.spec.latent_dim,))
    encoder = keras.Model([picture, label], model.encoder(picture, label))
    decoder = keras.Model([latent, label], model.decoder(latent, label))

    def ask(images: np.ndarray) -> object:
        ten = np.repeat(images[..., np.newaxis], count, axis=0)
        labels = np.tile(np.eye(count, dtype=np.float32), (len(images), 1))
        mean, _ = encoder.predict([ten, labels], batch_size=batch_size, verbose=0)
        return decoder.predict([mean, labels], batch_size=batch_size, verbose=0)

    return ask


def milliseconds(question: Callable[[], object]) -> float:
    """Mean time of one call over ``REPEATS`` calls."""
    started = time.perf_counter()
    for _ in range(REPEATS):
        question()
    return 1000 * (time.perf_counter() - started) / REPEATS


def main() -> None:
    """Measure in turns, so that a busy moment meets everybody."""
    entry = find_model(sys.argv[1] if len(sys.argv) > 1 else "studio")
    file = read_model_file(entry.path)
    model = CVAE(file.manifest.spec)
    model.assign_weights(file.weights)
    image = np.random.default_rng(0).random((1, 28, 28), np.float32)
    everyday, reference = open_engine(entry), open_engine(entry, "keras")
    twice = predict_twice(model)
    questions = {
        "ONNX Runtime score": lambda: everyday.score(image),
        "Keras score (tf.function)": lambda: reference.score(image),
        "Keras predict twice": lambda: twice(image),
    }
    for question in questions.values():
        question()
    times = {name: [] for name in questions}
    for _ in range(ROUNDS):
        for name, question in questions.items():
            times[name].append(milliseconds(question))
    base = statistics.median(times["ONNX Runtime score"])
    print(f"one answer of “{entry.name}”: ten reconstructions and ten scores, median of {ROUNDS}")
    for name, measured in times.items():
        median = statistics.median(measured)
        print(f"  {name:28s} {median:8.2f} ms   {median / base:7.1f} ×")


if __name__ == "__main__":
    main()
