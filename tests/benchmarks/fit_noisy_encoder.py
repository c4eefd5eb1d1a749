"""Teach a generator's encoder to see through noise, and write it into a model file.

Usage: ``python tests/benchmarks/fit_noisy_encoder.py MODEL OUTPUT [--epochs N]``

The decoder and the prior stay as they are, so the model writes as before. The encoder sees a
share of MNIST's training digits under noise and has to give the latents of the clean digit
(a denoising criterion, Im et al. 2017, arXiv:1511.06406). Needs TensorFlow.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path

import keras
import numpy as np
import tensorflow as tf

from desktop_cvae.core.results import NoiseSetting
from desktop_cvae.core.tasks import result_of
from desktop_cvae.datasets.loading import load_dataset
from desktop_cvae.evaluation.scorecard import score_pictures
from desktop_cvae.inference.opened_model import open_model
from desktop_cvae.library.model_file import (
    WRITER,
    ModelFile,
    join_model_files,
    read_model_file,
    rewrite_model_file,
)
from desktop_cvae.library.model_zip import open_members
from desktop_cvae.model.cvae import CVAE, bernoulli_nats, gaussian_kl_nats
from desktop_cvae.pictures.noise import KINDS, add_noise

LEARNED = 55_000
"""MNIST's training digits after these are for validation."""
BATCH, ALIKE = 250, 10
"""Digits of a step, and of them those under one noise."""
CLEAN, MAX_LEVEL = 0.4, 0.6
"""Share of digits without noise, and the highest level of noise."""
RATE = 1e-3


def noisy(images: np.ndarray, random: np.random.Generator) -> np.ndarray:
    """Return the images, (B, 28, 28), a part of them under noise of several kinds and levels."""
    found = images.copy()
    for at in range(0, len(images), ALIKE):
        if random.random() < CLEAN:
            continue
        kind = "gaussian" if random.random() < 0.5 else str(random.choice(KINDS))
        level = float(random.uniform(0, MAX_LEVEL if kind == "gaussian" else 0.4))
        setting = NoiseSetting(kind, level, int(random.integers(2**31)))
        found[at : at + ALIKE] = add_noise(images[at : at + ALIKE], setting)
    return found


def fit(file: ModelFile, epochs: int) -> dict[str, np.ndarray]:
    """Return the weights of a generator whose encoder has learned noise."""
    digits = load_dataset("mnist", "train")
    images = digits.images.astype(np.float32) / 255
    labels = digits.labels.astype(np.int64)
    model = CVAE(file.manifest.spec)
    model.assign_weights(file.weights)
    variables = model.encoder.trainable_variables
    beta, count = file.manifest.training.beta, model.spec.label_count
    steps = LEARNED // BATCH
    optimizer = keras.optimizers.Adam(keras.optimizers.schedules.CosineDecay(RATE, epochs * steps))

    @tf.function
    def step(seen, clean, shown):
        one_hot = tf.one_hot(shown, count)
        with tf.GradientTape() as tape:
            mean, log_var = model.encoder(seen[..., tf.newaxis], one_hot, training=True)
            latents = mean + tf.exp(0.5 * log_var) * tf.random.normal(tf.shape(mean))
            logits = model.decoder(latents, one_hot, training=False)
            nats = bernoulli_nats(logits, tf.reshape(clean, (-1, 784)))
            loss = tf.reduce_mean(nats + beta * gaussian_kl_nats(mean, log_var))
        optimizer.apply_gradients(zip(tape.gradient(loss, variables), variables, strict=True))
        return loss

    def errors(level: float) -> float:
        clean, shown = images[LEARNED:], tf.one_hot(labels[LEARNED:], count)
        seen = add_noise(clean, NoiseSetting("gaussian", level, 1))
        mean, _ = model.encoder(tf.constant(seen)[..., tf.newaxis], shown)
        meant = tf.sigmoid(model.decoder(mean, shown)).numpy().reshape(clean.shape)
        return float(np.mean((meant - clean) ** 2))

    random, started = np.random.default_rng(1), time.monotonic()
    for epoch in range(epochs + 1):
        shown = ", ".join(f"{level}: {errors(level):.4f}" for level in (0, 0.1, 0.3, 0.5))
        print(f"epoch {epoch}, {time.monotonic() - started:.0f} s, error {shown}", flush=True)
        if epoch == epochs:
            break
        order = random.permutation(LEARNED)
        for at in range(steps):
            chosen = order[at * BATCH : (at + 1) * BATCH]
            step(noisy(images[chosen], random), images[chosen], labels[chosen])
    return model.named_weights()


def main() -> None:
    """Fit, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path, help="a model file with a generator of its own")
    parser.add_argument("output", type=Path, help="the same model with the new encoder")
    parser.add_argument("--epochs", type=int, default=12)
    arguments = parser.parse_args()
    file = read_model_file(arguments.model)
    assert file.generator is not None, "no generator of its own"
    weights = fit(file.generator, arguments.epochs)
    with tempfile.TemporaryDirectory() as folder:
        generator = Path(folder) / "generator.cvae"
        with open_members(arguments.model) as archive:
            generator.write_bytes(archive.read(WRITER))
        own = file.generator
        rewrite_model_file(generator, own.prior, own.manifest.calibration, weights=weights)
        metrics = measured(generator)
        rewrite_model_file(generator, own.prior, own.manifest.calibration, metrics)
        join_model_files(arguments.model, generator, arguments.output)


def measured(path: Path) -> dict[str, float]:
    """Return what a model file says of MNIST's test digits."""
    model = open_model(str(path))
    test = load_dataset("mnist", "test")
    card, _ = result_of(score_pictures(model, test.floats(), test.labels))
    return card.metrics()


if __name__ == "__main__":
    main()
