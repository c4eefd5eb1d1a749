"""Noise on a digit, and how near the shown reconstruction comes to the clean digit.

Usage: ``python tests/benchmarks/denoising.py [--count N] [--epochs N] [MODEL ...]``

For each kind and level of noise: the mean squared error of the noisy picture and of each model's
reconstruction against the clean digit, and the share of digits that is read rightly. A plain
denoising autoencoder with 32 latent dimensions, which has learned the same noise for some epochs,
stands beside (0 epochs leave it out; it needs TensorFlow).
"""

from __future__ import annotations

import argparse
from dataclasses import replace
from typing import Any

import numpy as np

from desktop_cvae.core.results import Box, NoiseSetting, PreparedDigit
from desktop_cvae.datasets.loading import load_dataset
from desktop_cvae.inference.opened_model import OpenedModel, open_model
from desktop_cvae.pictures.noise import add_noise

LEVELS = [("gaussian", level) for level in (0.0, 0.1, 0.2, 0.3, 0.4, 0.5)]
LEVELS += [("salt and pepper", level) for level in (0.1, 0.2, 0.3)]


def shown(
    model: OpenedModel, digits: np.ndarray, noise: NoiseSetting
) -> tuple[np.ndarray, np.ndarray]:
    """Return the reconstructions that the window shows, (N, 28, 28), and the labels read, (N,)."""
    box = Box(0, 0, 28, 28)
    pictures, labels = [], []
    for number, digit in enumerate(digits):
        prepared = PreparedDigit(digit, True, box, 1.0, (0.0, 0.0), False)
        setting = replace(noise, seed=noise.seed + number)
        answer = model.answer(prepared, setting, None)
        assert answer.reconstruction is not None
        pictures.append(answer.reconstruction)
        labels.append(answer.label)
    return np.stack(pictures), np.array(labels)


def plain_autoencoder(images: np.ndarray, epochs: int) -> Any:
    """Return a denoising autoencoder (Vincent et al. 2008), trained."""
    import keras
    from fit_noisy_encoder import BATCH, noisy

    network = keras.Sequential(
        [
            keras.Input((28, 28)),
            keras.layers.Reshape((28, 28, 1)),
            keras.layers.Conv2D(32, 4, 2, "same", activation="relu"),
            keras.layers.Conv2D(64, 4, 2, "same", activation="relu"),
            keras.layers.Flatten(),
            keras.layers.Dense(256, activation="relu"),
            keras.layers.Dense(32),
            keras.layers.Dense(512, activation="relu"),
            keras.layers.Dense(784, activation="sigmoid"),
            keras.layers.Reshape((28, 28)),
        ]
    )
    network.compile("adam", "binary_crossentropy")
    random = np.random.default_rng(2)
    for _ in range(epochs):
        order = random.permutation(len(images))
        seen = noisy(images[order], random)
        network.fit(seen, images[order], BATCH, verbose=0, shuffle=False)
    return network


def main() -> None:
    """Add noise, reconstruct, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("models", nargs="*", default=["studio", "conv_cvae"])
    parser.add_argument("--count", type=int, default=500, help="MNIST's first test digits")
    parser.add_argument("--epochs", type=int, default=4)
    arguments = parser.parse_args()
    test = load_dataset("mnist", "test")
    digits = test.images[: arguments.count].astype(np.float32) / 255
    truth = test.labels[: arguments.count]
    models = [(name, open_model(name)) for name in arguments.models]
    plain = None
    if arguments.epochs:
        learned = load_dataset("mnist", "train").images[:55_000].astype(np.float32) / 255
        plain = plain_autoencoder(learned, arguments.epochs)
    for kind, level in LEVELS:
        noise = NoiseSetting(kind, level, 1)
        found = [f"{kind} {level}"]
        settings = [replace(noise, seed=1 + number) for number in range(len(digits))]
        noisy = np.stack([add_noise(*each) for each in zip(digits, settings, strict=True)])
        found.append(f"noisy picture {error(noisy, digits):.4f}")
        for name, model in models:
            pictures, labels = shown(model, digits, noise)
            right = float(np.mean(labels == truth))
            found.append(f"{name} {error(pictures, digits):.4f}, read rightly {right:.1%}")
        if plain is not None:
            found.append(f"plain autoencoder {error(plain.predict(noisy, verbose=0), digits):.4f}")
        print("; ".join(found), flush=True)


def error(pictures: np.ndarray, digits: np.ndarray) -> float:
    """Return the mean squared error."""
    return float(np.mean((pictures - digits) ** 2))


if __name__ == "__main__":
    main()
