"""The training run as a generator: ``yield`` is progress, ``return`` the trained model.

Not resuming the generator is cancelling; nothing is left behind.
"""

from __future__ import annotations

import math
import time
from collections.abc import Generator
from dataclasses import dataclass

import numpy as np
import tensorflow as tf

from desktop_cvae.core.errors import TrainingProblem
from desktop_cvae.core.results import EpochRecord, FloatArray, LossTerms, TrainingProgress
from desktop_cvae.core.specs import ModelSpec, TrainingConfig
from desktop_cvae.datasets.digit_dataset import DigitDataset
from desktop_cvae.model.cvae import CVAE
from desktop_cvae.training.pipeline import Split, batch_count, epoch_batches, split_dataset
from desktop_cvae.training.steps import Trainer

PROGRESS_INTERVAL_S = 0.2
EVALUATION_BATCH = 500


@dataclass(frozen=True, eq=False)
class TrainedModel:
    """What a run leaves.

    Attributes:
        weights: by name, as ``ModelSpec.tensors``.
        history: one record an epoch.
    """

    weights: dict[str, FloatArray]
    history: tuple[EpochRecord, ...]


def train(
    spec: ModelSpec, config: TrainingConfig, dataset: DigitDataset
) -> Generator[TrainingProgress, None, TrainedModel]:
    """Train a fresh network on ``dataset``, part of which is held out for validation.

    Args:
        spec: the network.
        config: how to train it.
        dataset: the training part; the test set is never seen here.

    Yields:
        progress every 0.2 s and, with its record, at the end of every epoch.

    Raises:
        TrainingProblem: there is too little to learn from, or the loss is no number any more.
    """
    if len(dataset) < 2 or tuple(dataset.label_names) != spec.label_names:
        raise TrainingProblem("The data set does not have the labels that the network expects.")
    split = split_dataset(dataset, config)
    trainer = Trainer(CVAE(spec, config.seed), config)
    history: list[EpochRecord] = []
    for epoch in range(config.epochs):
        record = yield from _train_epoch(trainer, config, split, epoch)
        history.append(record)
    return TrainedModel(trainer.model.named_weights(), tuple(history))


def _train_epoch(
    trainer: Trainer, config: TrainingConfig, split: Split, epoch: int
) -> Generator[TrainingProgress, None, EpochRecord]:
    """One pass over the training part, batch by batch, then the validation."""
    batches = batch_count(len(split.train), config)
    meter = _Meter(config, epoch, batches)
    for position, (images, labels) in enumerate(epoch_batches(split.train, config, epoch)):
        step = epoch * batches + position
        beta, rate = beta_at(config, step / batches), learning_rate_at(config, step / batches)
        terms = trainer.step(images, labels, step, beta, rate)
        meter.add(terms, int(images.shape[0]), beta)
        if meter.is_due():
            yield meter.progress()
    train_terms = meter.mean()
    record = EpochRecord(
        epoch + 1, train_terms, validate(trainer, config, split.validation), meter.seconds()
    )
    if not math.isfinite(record.validation.total):
        raise TrainingProblem("The loss is no number any more; try a lower learning rate.")
    yield meter.progress(record)
    return record


def validate(trainer: Trainer, config: TrainingConfig, dataset: DigitDataset) -> LossTerms:
    """Mean loss terms over a held-out set; the same noise every time, β in full."""
    sums = np.zeros(2)
    for start in range(0, len(dataset), EVALUATION_BATCH):
        part = slice(start, start + EVALUATION_BATCH)
        images = dataset.images[part, ..., np.newaxis].astype(np.float32) / np.float32(255)
        labels = np.eye(len(dataset.label_names), dtype=np.float32)[dataset.labels[part]]
        sums += np.asarray(trainer.evaluate(images, labels, start))
    reconstruction, kl = (float(x) for x in sums / len(dataset))
    return LossTerms(reconstruction + config.beta * kl, reconstruction, kl)


def beta_at(config: TrainingConfig, epochs_done: float) -> float:
    """β after so many epochs: a straight line up to its value (Bowman et al. 2016)."""
    if epochs_done >= config.beta_warmup_epochs:
        return config.beta
    return config.beta * epochs_done / config.beta_warmup_epochs


def learning_rate_at(config: TrainingConfig, epochs_done: float) -> float:
    """The step size after so many epochs (cosine: Loshchilov and Hutter 2017, eq. 5)."""
    if config.schedule == "constant":
        return config.learning_rate
    done = min(epochs_done / config.epochs, 1.0)
    return config.learning_rate * 0.5 * (1.0 + math.cos(math.pi * done))


class _Meter:
    """Running means and speed of one epoch; reads the device only when asked to report."""

    def __init__(self, config: TrainingConfig, epoch: int, batches: int) -> None:
        self._config, self._epoch, self._batches = config, epoch, batches
        self._started = self._reported = time.perf_counter()
        self._waiting: list[tf.Tensor] = []
        self._weights: list[tuple[int, float]] = []
        self._sums, self._images, self._batch = np.zeros(3), 0, 0

    def add(self, terms: tf.Tensor, images: int, beta: float) -> None:
        self._waiting.append(terms)
        self._weights.append((images, beta))
        self._batch += 1

    def is_due(self) -> bool:
        now = time.perf_counter()
        if now - self._reported < PROGRESS_INTERVAL_S:
            return False
        self._reported = now
        return True

    def mean(self) -> LossTerms:
        for terms, (images, beta) in zip(self._waiting, self._weights, strict=True):
            reconstruction, kl = np.asarray(terms, np.float64)
            self._sums += images * np.array([reconstruction + beta * kl, reconstruction, kl])
            self._images += images
        self._waiting.clear()
        self._weights.clear()
        return LossTerms(*(float(x) for x in self._sums / max(self._images, 1)))

    def seconds(self) -> float:
        return time.perf_counter() - self._started

    def progress(self, record: EpochRecord | None = None) -> TrainingProgress:
        train = record.train if record else self.mean()
        speed = self._images / max(self.seconds(), 1e-9)
        return TrainingProgress(
            self._epoch + 1, self._config.epochs, self._batch, self._batches, train, speed, record
        )
