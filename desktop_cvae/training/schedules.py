"""How β and the step size change while a network trains."""

from __future__ import annotations

import math

from desktop_cvae.core.specs import TrainingConfig


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
