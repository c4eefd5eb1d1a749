"""Looks at every finished epoch and says, once, what goes wrong and which setting cures it."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

from desktop_cvae.core.language import tr, tr_n
from desktop_cvae.core.results import EpochRecord, TrainingProgress
from desktop_cvae.core.specs import TrainingConfig

Cure = dict[str, float | int | str]
BLIND_GUESS_NATS = 543.4
"""784 ln 2: what a network loses that says grey to every pixel."""
OVERFITTING_EPOCHS = 3
SETTLING_EPOCHS = 3
JUMP = 1.1


@dataclass(frozen=True)
class Advice:
    """A finding.

    Attributes:
        code: ``nan``, ``collapse``, ``overfitting``, ``learning_rate`` or ``disk``.
        sentence: for people.
        cure: :class:`TrainingConfig` fields with the values to try.
    """

    code: str
    sentence: str
    cure: Cure


class Diagnostics:
    """Sees a run's epochs; tells each finding once.

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
        self._told: set[str] = set()

    def examine(self, progress: TrainingProgress) -> list[Advice]:
        """What a finished epoch shows; progress within an epoch shows nothing."""
        if progress.record is None:
            return []
        self._history.append(progress.record)
        findings = (
            self._collapse(progress.active_units),
            self._overfitting(),
            self._learning_rate(),
        )
        new = [advice for advice in findings if advice and advice.code not in self._told]
        self._told |= {advice.code for advice in new}
        return new

    def _collapse(self, active: int | None) -> Advice | None:
        settled = self._config.beta_warmup_epochs + SETTLING_EPOCHS
        wanted = max(1, min(self._latent_dim, 16) // 4)
        if active is None or active >= wanted or len(self._history) < settled:
            return None
        cure: Cure = {"beta_warmup_epochs": max(10.0, 2 * self._config.beta_warmup_epochs)}
        if self._config.beta > 1:
            cure = {"beta": 1.0}
        return Advice(
            "collapse",
            tr(
                "Only {active} of {count} latent dimensions carry information "
                "(posterior collapse); a smaller β, or one that rises slowly, wakes them.",
                active=active,
                count=self._latent_dim,
            ),
            cure,
        )

    def _overfitting(self) -> Advice | None:
        recent = self._history[-OVERFITTING_EPOCHS - 1 :]
        pairs = list(itertools.pairwise(recent))
        # While β rises both totals rise with it.
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
        return Advice(
            "overfitting",
            tr_n(
                "For {n} epoch the validation loss has risen while the training loss falls: "
                "the network learns its examples by heart; stop early and distort more.",
                "For {n} epochs the validation loss has risen while the training loss falls: "
                "the network learns its examples by heart; stop early and distort more.",
                OVERFITTING_EPOCHS,
            ),
            {
                "early_stopping_epochs": 5,
                "augmentation": round(min(1.0, self._config.augmentation + 0.25), 2),
            },
        )

    def _learning_rate(self) -> Advice | None:
        last = self._history[-1].train.total
        before = [r.train.total for r in self._history[:-1]]
        jumped = len(self._history) > self._config.beta_warmup_epochs + 1 and last > JUMP * min(
            before
        )
        if last <= BLIND_GUESS_NATS and not jumped:
            return None
        return Advice(
            "learning_rate",
            tr(
                "The training loss does not fall as it should; the learning rate is probably "
                "too high."
            ),
            {"learning_rate": _lower(self._config)},
        )


def nan_advice(config: TrainingConfig, epoch: int) -> Advice:
    """What to say when the loss is no number any more.

    Args:
        config: how the run was trained.
        epoch: the one that is gone back to, counted from 1; 0 if there is none.
    """
    kept = tr("no epoch was finished")
    if epoch:
        kept = tr("the best epoch so far ({epoch}) is kept", epoch=epoch)
    return Advice(
        "nan",
        tr("The loss is no number any more; {kept}. Try a lower learning rate.", kept=kept),
        {"learning_rate": _lower(config)},
    )


def _lower(config: TrainingConfig) -> float:
    return max(1e-7, float(f"{config.learning_rate / 4:.2g}"))
