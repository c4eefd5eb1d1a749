"""Plain VAEs with two latent dimensions: decoded test digits, a walk, samples; and how long.

For ``dense_vae``, ``wide_vae`` (batch 64) and ``conv_vae`` it writes ``NAME_decoded.png`` (test
digits above their reconstructions), ``NAME_walk.png`` (20 × 20 places, evenly spaced in the
latent square) and ``NAME_samples.png`` (100 draws from the prior), and one line a network in
``finding.txt``: the validation loss after 10, 20, 50 and 100 epochs, as far as it was trained.
One run of 100 epochs holds the shorter ones: at a constant learning rate they have the same
first epochs, since shuffle and noise follow from seed and step.

Usage: ``python tests/experiments/vae_studies.py FOLDER [--only NAME] [--epochs N] [--quick]``
``--quick`` trains two epochs on 5,000 digits, to see that it works.
"""

from __future__ import annotations

import argparse
import dataclasses
import os
from pathlib import Path

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import numpy as np

from desktop_cvae.core.network_presets import PRESETS
from desktop_cvae.core.results import EpochRecord, FloatArray
from desktop_cvae.core.tasks import result_of
from desktop_cvae.datasets.dataset import DigitDataset
from desktop_cvae.datasets.loading import load_dataset
from desktop_cvae.evaluation.comparison import reconstruct_digits
from desktop_cvae.inference.generation import generate
from desktop_cvae.model.keras_engine import KerasEngine
from desktop_cvae.pictures.contact_sheets import tile_images, write_png
from desktop_cvae.training.loop import TrainedModel, train

NETWORKS = ("dense_vae", "wide_vae", "conv_vae")
MILESTONES = (10, 20, 50, 100)
WALK, EDGE = 20, 3.0


def trained(name: str, epochs: int, digits: DigitDataset) -> TrainedModel:
    """Train and tell of every epoch."""
    preset = PRESETS[name]
    run = train(preset.spec, dataclasses.replace(preset.training, epochs=epochs), digits)
    while True:
        try:
            record = next(run).record
        except StopIteration as end:
            model: TrainedModel = end.value
            return model
        if record is not None:
            print(f"{name} {line(record)}", flush=True)


def line(record: EpochRecord) -> str:
    return (
        f"epoch {record.epoch}: training {record.train.total:.2f}, "
        f"validation {record.validation.total:.2f} nats, {record.seconds:.1f} s"
    )


def walk_places() -> FloatArray:
    """Evenly spaced in the square, row by row from the top left, (400, 2)."""
    steps = np.linspace(-EDGE, EDGE, WALK, dtype=np.float32)
    x, y = np.meshgrid(steps, steps[::-1])
    return np.stack([x.ravel(), y.ravel()], axis=1)


def save_pictures(name: str, model: TrainedModel, test: DigitDataset, folder: Path) -> None:
    engine = KerasEngine(PRESETS[name].spec, model.weights)
    first = test.limit(10)
    pair = np.concatenate([first.floats(), reconstruct_digits(engine, first)])
    write_png(folder / f"{name}_decoded.png", tile_images(pair, columns=10))
    walk = engine.decode(walk_places(), None)
    write_png(folder / f"{name}_walk.png", tile_images(walk, columns=WALK, scale=1, gap=0))
    samples = result_of(generate(engine, None, 100, 1.0, seed=0)).images
    write_png(folder / f"{name}_samples.png", tile_images(samples, columns=10))


def finding(name: str, history: tuple[EpochRecord, ...]) -> str:
    """Validation losses at the milestones that were reached, and the best."""
    reached = [record for record in history if record.epoch in (*MILESTONES, len(history))]
    best = min(history, key=lambda record: record.validation.total)
    said = "; ".join(line(record) for record in reached)
    return f"{name}: {said}; best validation {best.validation.total:.2f} in epoch {best.epoch}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", choices=NETWORKS)
    parser.add_argument("--epochs", type=int, default=100)
    parser.add_argument("--quick", action="store_true")
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    digits, test = load_dataset("mnist", "train"), load_dataset("mnist", "test")
    if arguments.quick:
        digits = digits.limit(5000)
    with (arguments.folder / "finding.txt").open("a", encoding="utf-8") as notes:
        for name in [arguments.only] if arguments.only else NETWORKS:
            model = trained(name, 2 if arguments.quick else arguments.epochs, digits)
            save_pictures(name, model, test, arguments.folder)
            print(finding(name, model.history), file=notes, flush=True)


if __name__ == "__main__":
    main()
