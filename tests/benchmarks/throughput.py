"""Our training loop beside stock Keras ``fit``: same network, loss, pipeline and batches.

Where PyTorch is installed (``pip install torch``), beside the same network and batches in
PyTorch on the processor as well.

Usage: ``python tests/benchmarks/throughput.py``; noise for digits, batches of 128, in turns.
"""

from __future__ import annotations

import dataclasses
import importlib.util
import os
import statistics
import time
from collections.abc import Callable

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import keras
import numpy as np
import tensorflow as tf

from desktop_cvae.core.network_presets import preset_named
from desktop_cvae.core.specs import ModelSpec, TrainingConfig
from desktop_cvae.datasets.dataset import DigitDataset
from desktop_cvae.model.cvae import CVAE
from desktop_cvae.training.augmentation import epoch_dataset
from desktop_cvae.training.loop import Training

BATCHES = {"conv_cvae": 40, "dense_cvae": 200, "studio": 20}
ROUNDS, BATCH = 15, 128


class FittedCVAE(keras.Model):
    """The network as somebody writes it for ``fit``: ``call`` adds the loss."""

    def __init__(self, spec: ModelSpec) -> None:
        super().__init__()
        self.cvae = CVAE(spec)

    def call(self, inputs: tuple, training: bool = False) -> object:
        images, labels = inputs
        noise = tf.random.normal((tf.shape(images)[0], self.cvae.spec.latent_dim))
        nats, kl = self.cvae.elbo_terms(images, labels, noise, training=training)
        self.add_loss(tf.reduce_mean(nats) + tf.reduce_mean(kl))
        return nats


def digits(count: int) -> DigitDataset:
    """Grey noise with labels in turn; the speed does not depend on what is drawn."""
    images = np.random.default_rng(0).integers(0, 256, (count, 28, 28), np.uint8)
    return DigitDataset(images=images, labels=np.arange(count, dtype=np.int64) % 10)


def ours(spec: ModelSpec, config: TrainingConfig, data: DigitDataset) -> Callable[[], None]:
    """An epoch's batches through our loop, with its progress reports, without validation."""
    training = Training(spec, config, data)

    def epoch() -> None:
        training._batch = 0
        for _ in training._train_batches():
            pass
        training._meter.sums()

    return epoch


def fitted(spec: ModelSpec, config: TrainingConfig, data: DigitDataset) -> Callable[[], None]:
    """The same through ``fit`` with its defaults: Adam, a compiled step, no bar."""
    model = FittedCVAE(spec)
    model.compile(optimizer=keras.optimizers.Adam(config.learning_rate))
    train = Training(spec, config, data).train_part

    pipeline = epoch_dataset(train, config, 0).map(lambda x, y: ((x, y),))

    def epoch() -> None:
        model.fit(pipeline, epochs=1, verbose=0)

    return epoch


def torched(spec: ModelSpec, config: TrainingConfig, data: DigitDataset) -> Callable[[], None]:
    """The same in PyTorch's usual loop, fed with the same batches, channels first."""
    import torch
    from torch_cvae import TorchCVAE

    model = TorchCVAE(spec)
    optimizer = torch.optim.Adam(model.parameters(), config.learning_rate)
    train = Training(spec, config, data).train_part

    def epoch() -> None:
        for images, labels in epoch_dataset(train, config, 0).as_numpy_iterator():
            optimizer.zero_grad()
            picture = torch.from_numpy(images.reshape(-1, 1, 28, 28))
            loss = model(picture, torch.from_numpy(labels))
            loss.backward()
            optimizer.step()

    return epoch


def seconds(epoch: Callable[[], None]) -> float:
    """Time of one call."""
    started = time.perf_counter()
    epoch()
    return time.perf_counter() - started


def ratios(theirs: list[float], ours: list[float]) -> str:
    """How many times as fast we are, round by round: the median, the least and the most."""
    found = [their / our for their, our in zip(theirs, ours, strict=True)]
    return f"{statistics.median(found):.2f} ×, {min(found):.2f} to {max(found):.2f}"


def main() -> None:
    """Measure in turns, so that a busy moment meets everybody."""
    ways = [ours, fitted, torched] if importlib.util.find_spec("torch") else [ours, fitted]
    for name, batches in BATCHES.items():
        preset = preset_named(name)
        # The plain ELBO: what ``fit`` trains here has no contrast, noise or damage in its step.
        config = dataclasses.replace(
            preset.training,
            batch_size=BATCH,
            validation_share=1e-4,
            contrast=0.0,
            noise_share=0.0,
            damage=0.0,
        )
        data = digits(batches * BATCH + 1)
        runs = {build.__name__: build(preset.spec, config, data) for build in ways}
        for epoch in runs.values():
            epoch()
        times: dict[str, list[float]] = {who: [] for who in runs}
        for _ in range(ROUNDS):
            for who, epoch in runs.items():
                times[who].append(seconds(epoch))
        speeds = {who: batches * BATCH / statistics.median(t) for who, t in times.items()}
        columns = [
            f"{who} {speed:7,.0f} images/s ({ratios(times[who], times['ours'])})"
            for who, speed in speeds.items()
        ]
        print(f"{name:10s} " + "   ".join(columns), flush=True)


if __name__ == "__main__":
    main()
