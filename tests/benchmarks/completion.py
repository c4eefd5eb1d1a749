"""How well a missing part of a digit is found again, by two methods.

MNIST's test digits lose their lower half, or 10×10 pixels at a place of their middle. Printed for
every model: the mean squared error of the missing pixels of the best proposal, the share of
digits that the model reads rightly afterwards, with the label given and with the label open, and
milliseconds for six proposals.

Usage: ``python tests/benchmarks/completion.py [MODEL …] [--digits 200]``.
"""

from __future__ import annotations

import argparse
import time

import numpy as np

from desktop_cvae.core.results import FloatArray, IntArray
from desktop_cvae.core.tasks import result_of
from desktop_cvae.datasets.loading import load_dataset
from desktop_cvae.inference.engine import Engine
from desktop_cvae.inference.opened_model import OpenedModel, open_model

COUNT = 6
CHAIN_STEPS = 15


def missing_parts(kind: str, count: int, rng: np.random.Generator) -> np.ndarray:
    """Bool, (N, 28, 28)."""
    missing = np.zeros((count, 28, 28), bool)
    for one in missing:
        if kind == "lower half":
            one[14:] = True
        else:
            top, left = rng.integers(4, 15, 2)
            one[top : top + 10, left : left + 10] = True
    return missing


def chain(engine: Engine, images: FloatArray, missing: np.ndarray, labels: IntArray) -> FloatArray:
    """x_missing ← decode(encode(x)) from nothing (Rezende et al. 2014, appendix F)."""
    given = labels if engine.spec.conditional else None
    whole = np.where(missing, 0, images).astype(np.float32)
    for _ in range(CHAIN_STEPS):
        decoded = engine.decode(engine.encode(whole, given).mean, given)
        whole = np.where(missing, decoded, images).astype(np.float32)
    return whole


def report(
    name: str,
    model: OpenedModel,
    whole: FloatArray,
    images: FloatArray,
    missing: np.ndarray,
    labels: IntArray,
    seconds: float,
) -> None:
    """One line."""
    errors = ((whole - images) ** 2 * missing).sum(axis=(1, 2)) / missing.sum(axis=(1, 2))
    line = f"  {name:24} error {errors.mean():.4f}"
    if model.has_labels:
        readings = model.read(whole.astype(np.float32), test_time_augmentation=False)
        right = np.mean([one.label == label for one, label in zip(readings, labels, strict=True)])
        line += f"   read rightly {100 * right:5.1f} %"
    print(f"{line}   {1000 * seconds / len(images):6.1f} ms a digit")


def measure(model: OpenedModel, images: FloatArray, labels: IntArray) -> None:
    """The table of one model."""
    for kind in ("lower half", "10×10 patch"):
        print(f"{model.name}, {kind} missing")
        missing = missing_parts(kind, len(images), np.random.default_rng(1))
        erased = np.where(missing, 0, images).astype(np.float32)
        report("left empty", model, erased, images, missing, labels, 0.0)
        started = time.perf_counter()
        whole = chain(model.generator, images, missing, labels)
        report("steps alone", model, whole, images, missing, labels, time.perf_counter() - started)
        for name, is_given in (("drawn codes, refined", True), ("the same, label open", False)):
            started = time.perf_counter()
            best = []
            for seed, (image, part, label) in enumerate(zip(images, missing, labels, strict=True)):
                given = int(label) if is_given and model.has_labels else None
                best.append(result_of(model.complete(image, part, given, COUNT, seed)).images[0])
            seconds = time.perf_counter() - started
            report(name, model, np.stack(best), images, missing, labels, seconds)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("models", nargs="*", default=["studio", "conv_cvae", "dense_cvae"])
    parser.add_argument("--digits", type=int, default=200)
    arguments = parser.parse_args()
    digits = load_dataset("mnist", "test")
    chosen = np.random.default_rng(0).permutation(len(digits))[: arguments.digits]
    for name in arguments.models:
        measure(open_model(name), digits.floats()[chosen], digits.labels[chosen])


if __name__ == "__main__":
    main()
