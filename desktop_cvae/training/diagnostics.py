"""Diagnosis of every finished epoch: the problem, and the setting that cures it."""

from __future__ import annotations

import itertools

import numpy as np

from desktop_cvae.core.command_events import Advised, Plain, TrainingProgress
from desktop_cvae.core.language import tr, tr_n
from desktop_cvae.core.results import EpochRecord
from desktop_cvae.core.specs import TrainingConfig
from desktop_cvae.datasets.dataset import ByteArray

Cure = dict[str, Plain]
OVERFITTING_EPOCHS = 3
SETTLING_EPOCHS = 3
JUMP = 1.1
STUCK = 0.99
"""An epoch whose loss is a larger share of the one before no longer learns."""


class Diagnostics:
    """Examines a run's epochs, and reports each finding once.

    Args:
        config: how the run is trained.
        latent_dim: number of latent dimensions.
        mean_picture_nats: loss of a network that always predicts the data's mean picture.
        history: the epochs before a resume.
    """

    def __init__(
        self,
        config: TrainingConfig,
        latent_dim: int,
        mean_picture_nats: float,
        history: tuple[EpochRecord, ...] = (),
    ) -> None:
        self._mean_picture_nats = mean_picture_nats
        self._config, self._latent_dim = config, latent_dim
        self._history = list(history)
        self._reported: set[str] = set()

    def examine(self, progress: TrainingProgress) -> list[Advised]:
        """Return the findings of a finished epoch; progress within an epoch has none."""
        if progress.record is None:
            return []
        self._history.append(progress.record)
        findings = (
            self._collapse(progress.active_units),
            self._overfitting(),
            self._learning_rate(),
        )
        new = [advice for advice in findings if advice and advice.code not in self._reported]
        self._reported |= {advice.code for advice in new}
        return new

    def _collapse(self, active: int | None) -> Advised | None:
        settled = self._config.beta_warmup_epochs + SETTLING_EPOCHS
        wanted = max(1, min(self._latent_dim, 16) // 4)
        if active is None or active >= wanted or len(self._history) < settled:
            return None
        cure: Cure = {"beta_warmup_epochs": max(10.0, 2 * self._config.beta_warmup_epochs)}
        if self._config.beta > 1:
            cure = {"beta": 1.0}
        return Advised(
            "collapse",
            tr(
                "Only {active} of {count} latent dimensions carry information (posterior "
                "collapse); a smaller β, or a slow warm-up, can revive them.",
                active=active,
                count=self._latent_dim,
            ),
            cure,
        )

    def _overfitting(self) -> Advised | None:
        recent = self._history[-OVERFITTING_EPOCHS - 1 :]
        pairs = list(itertools.pairwise(recent))
        # While β warms up, both totals rise with it.
        if (
            len(pairs) < OVERFITTING_EPOCHS
            or len(self._history) - len(recent) < self._config.beta_warmup_epochs
        ):
            return None
        if not all(
            after.validation.total > before.validation.total
            and after.train.total < before.train.total
            for before, after in pairs
        ):
            return None
        return Advised(
            "overfitting",
            tr_n(
                "The validation loss has risen for {n} epoch while the training loss falls: the "
                "network is overfitting; stop early or use more augmentation.",
                "The validation loss has risen for {n} epochs while the training loss falls: the "
                "network is overfitting; stop early or use more augmentation.",
                OVERFITTING_EPOCHS,
            ),
            {
                "early_stopping_epochs": 5,
                "augmentation": round(min(1.0, self._config.augmentation + 0.25), 2),
            },
        )

    def _learning_rate(self) -> Advised | None:
        last = self._history[-1].train.total
        before = [r.train.total for r in self._history[:-1]]
        jumped = len(self._history) > self._config.beta_warmup_epochs + 1 and last > JUMP * min(
            before
        )
        # A small or faint data set begins far above it, and is fine as long as it falls.
        settled = len(self._history) >= self._config.beta_warmup_epochs + SETTLING_EPOCHS
        stuck = settled and last > max(self._mean_picture_nats, STUCK * before[-1])
        if not stuck and not jumped:
            return None
        return Advised(
            "learning_rate",
            tr(
                "The training loss does not fall as it should; the learning rate is probably "
                "too high."
            ),
            {"learning_rate": _lower(self._config)},
        )


def mean_picture_nats(images: ByteArray) -> float:
    """Return the mean cross-entropy of images to their mean picture, in nats per image.

    Args:
        images: uint8, (N, 28, 28), N ≥ 1.
    """
    # Cross-entropy is linear in the target, so that the mean picture's own entropy is the mean.
    ink = images.mean(axis=0) / 255
    certain = (ink == 0) | (ink == 1)
    ink = ink[~certain]
    return float(-(ink * np.log(ink) + (1 - ink) * np.log(1 - ink)).sum())


def nan_advice(config: TrainingConfig, epoch: int) -> Advised:
    """Return the advice for a loss that is no longer a number.

    Args:
        config: settings of the run.
        epoch: the best epoch, which is kept, counted from 1; 0 if there is none.
    """
    kept = tr("no epoch was finished")
    if epoch:
        kept = tr("the best epoch so far ({epoch}) is kept", epoch=epoch)
    return Advised(
        "nan",
        tr("The loss is no longer a number; {kept}. Try a lower learning rate.", kept=kept),
        {"learning_rate": _lower(config)},
    )


def _lower(config: TrainingConfig) -> float:
    return max(1e-7, float(f"{config.learning_rate / 4:.2g}"))
