"""Teaching: a copy of a network goes on learning from a few examples of one hand, or of new signs.

A few steps on the examples alone would make it forget all else (catastrophic interference:
McCloskey and Cohen 1989). So most of every batch is rehearsal: digits that it has learned from
before, half of them those that it found hardest, because these are forgotten first (as in Aljundi
et al. 2019, arXiv:1908.04742). The examples are bent, turned and redrawn by other pens every time.
New labels are new rows of the layers that see the label, which begin as the mean of the other rows:
as a copy of the most similar label, a new one would take that label's own pictures. At first only
these rows learn, so that the knowledge of the other labels stays as it is.
"""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import tensorflow as tf

from desktop_cvae.core.errors import TrainingProblem
from desktop_cvae.core.language import tr
from desktop_cvae.core.results import FloatArray
from desktop_cvae.core.specs import ModelSpec, TrainingConfig
from desktop_cvae.core.tasks import Progress, Task
from desktop_cvae.model.cvae import CVAE
from desktop_cvae.training.augmentation import random_affine, random_pen, random_warp
from desktop_cvae.training.rehearsal import Digits
from desktop_cvae.training.steps import Trainer

Weights = dict[str, FloatArray]
BATCH, OWN_FRACTION, HARD_FRACTION = 64, 0.25, 0.5
"""Pictures a step; the fraction of examples; the fraction of hard ones among the rest."""
WARMUP_STEPS = 10
AFFINE, BENDING, PEN = 0.7, 0.5, 0.3
"""Strengths of the examples' random distortions; stronger than in a training, as they are few."""
REHEARSAL_STRENGTH = 0.3
"""Strength of distortion for rehearsal, relative to the training's: rehearsal needs no more
variety, and with less of it the evidence of usual digits stays nearer to its old value."""
_DRAW_STREAM, _OWN_STREAM, _REHEARSAL_STREAM = 51, 52, 53


@dataclass(frozen=True, eq=False)
class Network:
    """A network to be taught.

    Attributes:
        spec: the network.
        weights: float32 arrays by name, as ``spec.tensors()``.
        config: how it was trained.
        new: number of its last labels that are new.
    """

    spec: ModelSpec
    weights: Weights
    config: TrainingConfig
    new: int = 0

    def grown(self, names: tuple[str, ...]) -> Network:
        """Return the network with more labels, which begin as the mean of the others.

        Raises:
            InvalidData: a name is taken, or there are too many labels.
        """
        if not names:
            return self
        spec = dataclasses.replace(self.spec, label_names=(*self.spec.label_names, *names))
        weights = {
            name: np.concatenate([own, np.tile(own.mean(axis=0), (len(names), 1))])
            if sees_label(name)
            else own
            for name, own in self.weights.items()
        }
        return Network(spec, weights, self.config, len(names))

    def towards(self, taught: Weights, fraction: float) -> Weights:
        """Return weights on the straight line to those of a taught copy.

        Fine-tuned networks lie in one basin with what they come from; a step back along the line
        gives up little of what was learned and regains much of what was forgotten (Wortsman et
        al. 2022, arXiv:2109.01903).
        """
        if fraction == 1:
            return taught
        between = {
            name: (own + fraction * (taught[name] - own)).astype(np.float32)
            for name, own in self.weights.items()
        }
        return self.with_new_rows(between, taught)

    def with_new_rows(self, weights: Weights, other: Weights) -> Weights:
        """Return the weights with the new labels' rows of another network."""
        if not self.new:
            return weights
        old = self.spec.label_count - self.new
        return {
            name: np.concatenate([array[:old], other[name][old:]]) if sees_label(name) else array
            for name, array in weights.items()
        }


def sees_label(name: str) -> bool:
    """Return whether a tensor has a row for every label."""
    return name.rpartition(".")[2] in ("label_kernel", "label_gain")


@dataclass(frozen=True)
class TeachingPlan:
    """Hyperparameters of a teaching.

    Attributes:
        steps: number of batches.
        step_size: Adam's largest.
        contrast: step of the label contrast, in step sizes.
        row_steps: number of the first batches from which only the rows of new labels learn.
        row_step_size: Adam's largest in these.
        seed: seed of all random choices.
    """

    steps: int
    step_size: float
    contrast: float
    row_steps: int = 60
    row_step_size: float = 3e-3
    seed: int = 0


def learn(
    network: Network, examples: Digits, rehearsal: Digits, hard: Digits, plan: TeachingPlan
) -> Task[Weights]:
    """Teach a copy.

    Args:
        network: the original; it has all labels.
        examples: new digits.
        rehearsal: rehearsal digits, which it must not forget.
        hard: the hardest of the rehearsal digits.
        plan: hyperparameters.

    Yields:
        steps done.

    Raises:
        TrainingProblem: the loss is no longer a number.
    """
    config = dataclasses.replace(network.config, seed=plan.seed, contrast=plan.contrast)
    model = CVAE(network.spec, plan.seed)
    model.assign_weights(network.weights)
    trainer = Trainer(model, config)
    first = plan.row_steps if network.new else 0
    for step in range(plan.steps):
        images, labels = _batch(network, examples, rehearsal, hard, plan.seed, step)
        if step < first:
            rate = plan.row_step_size * _schedule(step, first)
        else:
            rate = plan.step_size * _schedule(step - first, plan.steps - first)
        terms = trainer.step(images, labels, step, config.beta, rate, plan.contrast)
        if not np.isfinite(terms.numpy()).all():
            raise TrainingProblem(tr("The loss is no longer a number."))
        if step < first:
            model.assign_weights(network.with_new_rows(network.weights, model.named_weights()))
        yield Progress(step + 1, plan.steps)
    return model.named_weights()


def _schedule(step: int, steps: int) -> float:
    """Return the schedule: a short warm-up while Adam's moments settle, then down to zero."""
    return min(1.0, (step + 1) / WARMUP_STEPS) * 0.5 * (1 + math.cos(math.pi * step / steps))


def _batch(
    network: Network, examples: Digits, rehearsal: Digits, hard: Digits, seed: int, step: int
) -> tuple[Any, Any]:
    """Return shuffled images, float32 (B, 28, 28, 1), and one-hot labels, float32 (B, K)."""
    rng = np.random.default_rng([seed, _DRAW_STREAM, step])
    own = round(OWN_FRACTION * BATCH)
    hardest = round(HARD_FRACTION * (BATCH - own))
    shown = examples.at(rng.integers(len(examples), size=own))
    recalled = rehearsal.at(rng.integers(len(rehearsal), size=BATCH - own - hardest)).and_then(
        hard.at(rng.integers(len(hard), size=hardest))
    )
    config = network.config
    usual = tuple(REHEARSAL_STRENGTH * s for s in (config.augmentation, config.elastic, config.pen))
    images = tf.concat(
        [
            changed(shown, (AFFINE, BENDING, PEN), [seed + _OWN_STREAM, step]),
            changed(recalled, usual, [seed + _REHEARSAL_STREAM, step]),
        ],
        axis=0,
    )
    order = rng.permutation(BATCH)
    labels = np.concatenate([shown.labels, recalled.labels])[order]
    return tf.gather(images, order), tf.one_hot(labels, network.spec.label_count)


def changed(digits: Digits, strengths: Sequence[float], seed: list[int]) -> Any:
    """Return randomly distorted pictures, float32, (N, 28, 28, 1), in [0, 1].

    Args:
        digits: the pictures.
        strengths: of affine change, bending and another pen, in [0, 1].
        seed: two numbers.
    """
    first, second = seed
    images = tf.constant(digits.floats()[..., np.newaxis])
    for number, (change, strength) in enumerate(
        zip((random_affine, random_warp, random_pen), strengths, strict=True)
    ):
        key = tf.constant([(first * 1_000_003 + number) % 2**31, second], tf.int32)
        images = change(images, strength, key)
    return images


def many_of(examples: Digits, each: int, seed: int) -> Digits:
    """Return a number of randomly distorted pictures of every label among the examples.

    Args:
        examples: few.
        each: of every label.
        seed: of the distortions.
    """
    rng = np.random.default_rng([seed, _DRAW_STREAM])
    indices = [
        rng.choice(np.flatnonzero(examples.labels == label), each)
        for label in np.unique(examples.labels)
    ]
    chosen = examples.at(np.concatenate(indices))
    images = changed(chosen, (AFFINE, BENDING, PEN), [seed + _OWN_STREAM, 2**20])
    return Digits(np.rint(255 * images.numpy()[..., 0]).astype(np.uint8), chosen.labels)
