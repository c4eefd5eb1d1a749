"""A training so small that a test can wait for it."""

from __future__ import annotations

from pathlib import Path

import numpy as np


def write_noise(path: Path) -> Path:
    """Sixty random pictures to train on and twenty to test with, as ``.npz``."""
    random = np.random.default_rng(0)
    np.savez(
        path,
        x_train=random.integers(0, 256, (60, 28, 28), np.uint8),
        y_train=np.arange(60) % 10,
        x_test=random.integers(0, 256, (20, 28, 28), np.uint8),
        y_test=np.arange(20) % 10,
    )
    return path


def train_command(data: Path, output: Path, *more: str) -> list[str]:
    """The arguments of one epoch of three batches; later options win."""
    network = ["--preset", "conv_cvae", "--latent-dim", "2"]
    schedule = ["--epochs", "1", "--batch-size", "20", "--seed", "3"]
    return ["train", *network, *schedule, "--data", str(data), "--output", str(output), *more]
