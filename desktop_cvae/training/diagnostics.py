"""Diagnosis of every finished epoch: the problem, and the setting that cures it."""

from __future__ import annotations

import itertools

from desktop_cvae.core.command_events import Advised, Plain, TrainingProgress
from desktop_cvae.core.language import tr, tr_n
from desktop_cvae.core.results import EpochRecord
from desktop_cvae.core.specs import TrainingConfig

Cure = dict[str, Plain]
BLIND_GUESS_NATS = 543.4
"""784 ln 2: loss of a network that predicts mid-grey for every pixel."""
OVERFITTING_EPOCHS = 3
SETTLING_EPOCHS = 3
JUMP = 1.1


class Diagnostics:
    """Examines a run's epochs, and reports each finding once.

    Args:
        config: how the run is trained.
        latent_dim: number of latent dimensions.
        history: the epochs before a resume.
    """

    def __init__(
        self, config: TrainingConfig, latent_dim: int, history: tuple[EpochRecord, ...] = ()
    ) -> None:
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
        if last <= BLIND_GUESS_NATS and not jumped:
            return None
        return Advised(
            "learning_rate",
            tr(
                "The training loss does not fall as it should; the learning rate is probably "
                "too high."
            ),
            {"learning_rate": _lower(self._config)},
        )


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
