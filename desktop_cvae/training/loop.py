"""The training run as a generator: ``yield`` is progress, ``return`` the trained model.

A caller cancels by not resuming the generator. Between two ``yield`` its state can be saved, and
a run resumed from that state ends with the same weights, bit by bit on one machine: shuffle,
augmentation, noise and sampling follow from (seed, step). After each epoch it measures the held-out
part, and which latent dimensions the network uses.
"""

from __future__ import annotations

import dataclasses
import math
import time
from collections.abc import Generator
from dataclasses import dataclass
from typing import Any

import numpy as np

from desktop_cvae.core.command_events import TrainingProgress
from desktop_cvae.core.errors import DesktopCvaeError, TrainingProblem
from desktop_cvae.core.language import tr
from desktop_cvae.core.results import DoubleArray, EpochRecord, FloatArray, LossTerms
from desktop_cvae.core.specs import ModelSpec, TrainingConfig
from desktop_cvae.datasets.dataset import DigitDataset, held_out_part, learned_part
from desktop_cvae.library.checkpoint_file import TrainingState
from desktop_cvae.model.cvae import CVAE
from desktop_cvae.training.augmentation import batch_count, epoch_dataset
from desktop_cvae.training.steps import (
    Trainer,
    beta_at,
    contrast_at,
    contrast_begins,
    learning_rate_at,
)

PROGRESS_INTERVAL_S = 0.2
EVALUATION_BATCH = 500
ACTIVE_VARIANCE = 0.01
"""Variance of the posterior mean below which a unit is inactive (Burda et al. 2016)."""


class Meter:
    """Running sums of an epoch; reads the device only on request.

    Args:
        resumed: the state from which counting continues in the middle of an epoch.
    """

    def __init__(self, resumed: TrainingState | None = None) -> None:
        self._sums = np.array(resumed.sums if resumed else (0.0, 0.0, 0.0))
        self.images = resumed.images if resumed else 0
        self._before_s = resumed.seconds if resumed else 0.0
        self._before_images = self.images
        self._started = self._reported = time.perf_counter()
        self._paused_s = 0.0
        self._waiting: list[tuple[Any, int, float]] = []

    def add(self, terms: Any, images: int, beta: float) -> None:
        """Count a batch: float32 (2,), mean reconstruction and KL, and its number of images."""
        # Not converted here: reading a tensor would wait for the step to finish.
        self._waiting.append((terms, images, beta))

    def is_due(self) -> bool:
        """Return True once per reporting interval."""
        now = time.perf_counter()
        if now - self._reported < PROGRESS_INTERVAL_S:
            return False
        self._reported = now
        return True

    def leave_out(self, seconds: float) -> None:
        """Leave out a time in which the caller held the training, as while it was paused."""
        self._paused_s += seconds

    def sums(self) -> tuple[float, ...]:
        """Return total, reconstruction and KL over all images so far, in nats."""
        for terms, images, beta in self._waiting:
            reconstruction, kl = np.asarray(terms, np.float64)
            self._sums += images * np.array([reconstruction + beta * kl, reconstruction, kl])
            self.images += images
        self._waiting.clear()
        return tuple(float(number) for number in self._sums)

    def mean(self) -> LossTerms:
        """Return the mean per image so far."""
        return LossTerms(*(number / max(self.images, 1) for number in self.sums()))

    def seconds(self) -> float:
        """Return the epoch's time so far."""
        return self._before_s + self._here_s()

    def speed(self) -> float:
        """Return images per second since the epoch began or was resumed."""
        return (self.images - self._before_images) / max(self._here_s(), 1e-9)

    def _here_s(self) -> float:
        return time.perf_counter() - self._started - self._paused_s


@dataclass(frozen=True)
class Validation:
    """Means over the held-out part.

    Attributes:
        terms: β in full.
        kl_per_dimension: nats.
        active_units: number of dimensions that carry information.
    """

    terms: LossTerms
    kl_per_dimension: tuple[float, ...] = ()
    active_units: int | None = None


def neg_elbo(record: EpochRecord) -> float:
    """Return the validation −ELBO in nats, whatever β was trained with; the best is the lowest."""
    return record.validation.reconstruction + record.validation.kl


def mean_of(parts: list[list[DoubleArray]], count: int, beta: float) -> Validation:
    """Return means over a held-out part.

    Args:
        parts: sums as :func:`evaluate_part` returns them, float64.
        count: number of images in all.
        beta: weight of the KL term in the total.
    """
    nats, kl, mean, square = (sum(values) / count for values in zip(*parts, strict=True))
    variance = square - mean**2
    reconstruction, kl_nats = float(nats), float(np.sum(kl))
    return Validation(
        LossTerms(reconstruction + beta * kl_nats, reconstruction, kl_nats),
        tuple(float(x) for x in kl),
        int(np.sum(variance > ACTIVE_VARIANCE)),
    )


def evaluate_part(trainer: Trainer, dataset: DigitDataset, start: int) -> list[DoubleArray]:
    """Return sums of ``Trainer.evaluate`` over at most ``EVALUATION_BATCH`` images.

    Args:
        trainer: has the network.
        dataset: the held-out part.
        start: the first image of the part; also seeds its posterior samples.
    """
    part = slice(start, start + EVALUATION_BATCH)
    images = dataset.images[part, ..., np.newaxis].astype(np.float32) / np.float32(255)
    labels = np.eye(len(dataset.label_names), dtype=np.float32)[dataset.labels[part]]
    return [np.asarray(x, np.float64) for x in trainer.evaluate(images, labels, start)]


@dataclass(frozen=True, eq=False)
class TrainedModel:
    """Result of a training.

    Attributes:
        weights: of the best epoch by validation −ELBO, by name, as ``ModelSpec.tensors``; the
            current ones if no epoch was finished.
        history: one record per epoch.
    """

    weights: dict[str, FloatArray]
    history: tuple[EpochRecord, ...]


def train(
    spec: ModelSpec,
    config: TrainingConfig,
    dataset: DigitDataset,
    resume: TrainingState | None = None,
) -> Generator[TrainingProgress, None, TrainedModel]:
    """Train a network on ``dataset``, part of which is held out for validation.

    Args:
        spec: the network.
        config: settings of the training.
        dataset: the training part; the test set is never seen here.
        resume: state of an earlier run with the same arguments; None starts a new one.

    Yields:
        progress every 0.2 s and, with its record, at the end of every epoch.

    Raises:
        TrainingProblem: there is too little data, or the loss is no longer a number.
    """
    training = Training(spec, config, dataset, resume)
    yield from training.run()
    return training.result()


class Training:
    """A training whose state can be saved whenever :meth:`run` has yielded.

    Args:
        spec: the network.
        config: settings of the training.
        dataset: the training part.
        resume: state of an earlier run with the same arguments; None starts a new one.
        weights: first weights by name, as ``ModelSpec.tensors``; None draws them.

    Attributes:
        train_part: the digits that are learned from.
        validation_part: the held-out digits.
        batches: number of batches per epoch.
        trainer: the network with its optimiser.
    """

    def __init__(
        self,
        spec: ModelSpec,
        config: TrainingConfig,
        dataset: DigitDataset,
        resume: TrainingState | None = None,
        weights: dict[str, FloatArray] | None = None,
    ) -> None:
        if len(dataset) < 2 or tuple(dataset.label_names) != spec.label_names:
            raise TrainingProblem(
                tr("The data set does not have the labels that the network expects.")
            )
        self.train_part = learned_part(dataset, config)
        self.validation_part = held_out_part(dataset, config)
        self.batches = batch_count(len(self.train_part), config)
        self.trainer = Trainer(CVAE(spec, config.seed), config)
        self._config, self._meter = config, Meter(resume)
        self._epoch = self._batch = self._best_epoch = 0
        self._history: tuple[EpochRecord, ...] = ()
        self._best: dict[str, FloatArray] = {}
        if resume is not None:
            self._restore(resume)
        elif weights is not None:
            self.trainer.model.assign_weights(weights)

    def run(self) -> Generator[TrainingProgress, None, None]:
        """Train to the end; see :func:`train`."""
        while self._epoch < self._config.epochs and not self._waited_long_enough():
            yield from self._train_batches()
            yield from self._end_epoch()

    def state(self) -> TrainingState:
        """Return copies of everything that the rest of the run depends on."""
        sums = self._meter.sums()
        return TrainingState(
            weights=self.trainer.model.named_weights(),
            optimizer=self.trainer.optimizer_state(),
            epoch=self._epoch,
            batch=self._batch,
            history=self._history,
            best_weights=self._best,
            best_epoch=self._best_epoch,
            sums=sums if self._batch else (0.0, 0.0, 0.0),
            images=self._meter.images if self._batch else 0,
            seconds=self._meter.seconds() if self._batch else 0.0,
        )

    def result(self) -> TrainedModel:
        """Return the best model so far."""
        weights = self._best or self.trainer.model.named_weights()
        return TrainedModel(weights, self._history)

    @property
    def epochs_done(self) -> int:
        """Number of finished epochs."""
        return self._epoch

    def has_best(self) -> bool:
        """Return whether an epoch has been finished."""
        return bool(self._best)

    def _restore(self, state: TrainingState) -> None:
        try:
            self.trainer.restore(state.weights, state.optimizer)
        except (KeyError, ValueError, DesktopCvaeError) as error:
            raise TrainingProblem(
                tr("The checkpoint belongs to another network."), str(error)
            ) from error
        self._epoch, self._batch, self._history = state.epoch, state.batch, state.history
        self._best, self._best_epoch = state.best_weights, state.best_epoch

    def _waited_long_enough(self) -> bool:
        patience = self._config.early_stopping_epochs
        return 0 < patience <= self._epoch - self._best_epoch

    def _train_batches(self) -> Generator[TrainingProgress, None, None]:
        config, epoch = self._config, self._epoch
        for images, labels in epoch_dataset(self.train_part, config, epoch, self._batch):
            step = epoch * self.batches + self._batch
            done = step / self.batches
            beta, rate = beta_at(config, done), learning_rate_at(config, done)
            contrast = contrast_at(config, done)
            terms = self.trainer.step(images, labels, step, beta, rate, contrast)
            self._meter.add(terms, int(images.shape[0]), beta)
            self._batch += 1
            if self._meter.is_due():
                yield from self._report()

    def _report(self) -> Generator[TrainingProgress, None, None]:
        terms = self._meter.mean()
        _require_finite(terms)
        asked = time.perf_counter()
        yield self._progress(terms)
        self._meter.leave_out(time.perf_counter() - asked)

    def _end_epoch(self) -> Generator[TrainingProgress, None, None]:
        terms = self._meter.mean()
        measured = yield from self._validate()
        _require_finite(terms)
        _require_finite(measured.terms)
        record = EpochRecord(self._epoch + 1, terms, measured.terms, self._meter.seconds())
        progress = self._progress(terms, record, measured)
        is_best = all(neg_elbo(record) < neg_elbo(earlier) for earlier in self._rivals())
        self._history = (*self._history, record)
        self._epoch, self._batch = self._epoch + 1, 0
        if is_best:
            self._best, self._best_epoch = self.trainer.model.named_weights(), self._epoch
        yield dataclasses.replace(progress, is_best=is_best)
        self._meter = Meter()

    def _rivals(self) -> tuple[EpochRecord, ...]:
        # The label contrast raises −ELBO a little. Epochs before it would win by that, so they
        # no longer compete once it has begun.
        first = contrast_begins(self.trainer.model.spec, self._config)
        if self._epoch < first:
            return self._history
        return tuple(record for record in self._history if record.epoch > first)

    def _validate(self) -> Generator[TrainingProgress, None, Validation]:
        # In parts, so that the caller gets control in between and can stop the training.
        held_out, parts = self.validation_part, []
        for start in range(0, len(held_out), EVALUATION_BATCH):
            parts.append(evaluate_part(self.trainer, held_out, start))
            if self._meter.is_due():
                yield from self._report()
        return mean_of(parts, len(held_out), self._config.beta)

    def _progress(
        self,
        terms: LossTerms,
        record: EpochRecord | None = None,
        measured: Validation | None = None,
    ) -> TrainingProgress:
        return TrainingProgress(
            self._epoch + 1,
            self._config.epochs,
            self._batch,
            self.batches,
            terms,
            self._meter.speed(),
            record,
            measured.kl_per_dimension if measured else (),
            measured.active_units if measured else None,
        )


def _require_finite(terms: LossTerms) -> None:
    if not math.isfinite(terms.total):
        raise TrainingProblem(tr("The loss is no longer a number; try a lower learning rate."))
