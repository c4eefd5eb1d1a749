"""How β, the step size and the label contrast change while a network trains."""

from __future__ import annotations

import math

from desktop_cvae.core.specs import ModelSpec, TrainingConfig


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


def contrast_at(config: TrainingConfig, epochs_done: float) -> float:
    """The label contrast's step, in learning rates, after so many epochs."""
    return config.contrast if epochs_done >= config.contrast_after_epochs else 0.0


def contrast_begins(spec: ModelSpec, config: TrainingConfig) -> int:
    """How many epochs are trained without the label contrast first; 0 where it never comes."""
    if not (config.contrast and spec.conditional) or config.contrast_after_epochs >= config.epochs:
        return 0
    return math.ceil(config.contrast_after_epochs)
