"""Adversarial attacks: the smallest change of a picture that makes it misread.

By Foolbox (Rauber et al. 2017, arXiv:1707.04131), whose minimum-norm attacks work on whole batches
of TensorFlow tensors, with a target or without: DDN (Rony et al. 2019, arXiv:1811.09600) and the
fast minimum-norm attacks (Pintor et al. 2021, arXiv:2102.12827). The Adversarial Robustness
Toolbox, which was compared, brings scikit-learn along, attacks pictures one by one, and has
nothing for L0 that takes less than minutes a picture.

The gradient is that of the evidence itself, under all labels and with nothing in between
(``model.differentiable_evidence``): a defence that hides gradients would only look like one.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import tensorflow as tf

from desktop_cvae.core.errors import EnvironmentProblem, UsageError
from desktop_cvae.core.language import tr
from desktop_cvae.core.results import FloatArray, IntArray
from desktop_cvae.evaluation.adversarial_robustness import NO_FOOLBOX, SURE, Attack
from desktop_cvae.inference.engine import open_engine
from desktop_cvae.inference.opened_model import OpenedModel
from desktop_cvae.model.differentiable_evidence import DifferentiableEvidence, ThinkingEvidence
from desktop_cvae.model.keras_engine import KerasEngine

Tensor = Any
Evidence = DifferentiableEvidence | ThinkingEvidence
BATCH = 50
"""Pictures attacked per batch."""
STEPS = 200
LEAST_MARGIN_NATS = 0.01
"""Ten times the tolerance between the engines, so that a change that fools one fools the other."""
NATS_A_LOGIT = 30.0
"""Nats per unit of the logits that DDN gets: it follows the soft-max, whose gradient is lost to
rounding where a label leads by a hundred nats, as most do."""
L0_STEP = 10.0
"""Largest step in grey levels, in L2: one step must be able to invert a pixel."""


@dataclass(frozen=True)
class AttackGoal:
    """Goal of an attack.

    Attributes:
        target: the label that it should be read as; None takes any but its own.
        margin_nats: lead that this label's evidence needs over every other.
    """

    target: int | None = None
    margin_nats: float = LEAST_MARGIN_NATS


def smallest_changes(
    evidence: Evidence,
    images: FloatArray,
    labels: IntArray,
    norm: str,
    aim: AttackGoal | None = None,
    tell: Callable[[float, int], object] = lambda _done, _total: None,
    steps: int = STEPS,
) -> FloatArray:
    """Find for every picture the smallest change that makes it read as another label.

    Args:
        evidence: of the reader.
        images: float32, (N, 28, 28), in [0, 1].
        labels: int64, (N,), the true labels.
        norm: norm to minimise, ``"l2"``, ``"linf"`` or ``"l0"``.
        aim: goal of the attack; None takes any other label.
        tell: receives the number of pictures changed so far, and their total.
        steps: number of optimisation steps.

    Returns:
        float32, (N, 28, 28), in [0, 1]; a picture that withstood is unchanged.

    Raises:
        EnvironmentProblem: Foolbox is missing.
    """
    foolbox = require_foolbox()
    attack = _attack(foolbox, norm, steps)

    def change(start: int) -> FloatArray:
        before = tf.constant(images[start : start + BATCH, ..., np.newaxis])
        count = len(before)
        logits = _Logits(evidence, steps, lambda part: tell(start + part * count, len(images)))
        model = foolbox.TensorFlowModel(logits, bounds=(0, 1), device="/CPU:0")
        criterion = _criterion(foolbox, labels[start : start + BATCH], aim or AttackGoal())
        after = attack.run(model, before, criterion)
        if norm == "l0":
            after = _without_needless(model, criterion, before, after)
        return np.asarray(after)[..., 0]

    parts = [change(start) for start in range(0, len(images), BATCH)]
    return np.concatenate(parts) if parts else images


def attack_on(
    model: OpenedModel, norm: str, until: str, *, has_views: bool = False, thinking_steps: int = 0
) -> Attack:
    """Return the attack on a model.

    Args:
        model: has labels.
        norm: one of ``NORMS``.
        until: ``MISREAD``, or ``SURE`` to exceed the model's margin for “unsure”, too.
        has_views: True attacks answers with test-time augmentation, False those of one pass.
        thinking_steps: attacks answers that were thought about for so many steps; 0 for none.

    Raises:
        EnvironmentProblem: Foolbox is missing.
        UsageError: ``SURE`` was asked of a model that is never unsure.
    """
    require_foolbox()
    margin = LEAST_MARGIN_NATS
    if until == SURE:
        if model.calibration is None or not model.calibration.unsure_margin:
            raise UsageError(
                tr("“{name}” is never unsure; “models calibrate” fits the limit.", name=model.name)
            )
        margin += model.calibration.unsure_margin
    engine = open_engine(model.entry, "keras")
    assert isinstance(engine, KerasEngine)
    evidence: Evidence = DifferentiableEvidence(engine, has_views=has_views)
    if thinking_steps:
        evidence = ThinkingEvidence(engine, model.engine, thinking_steps)

    def attack(
        images: FloatArray,
        labels: IntArray,
        target: int | None,
        tell: Callable[[float, int], object],
    ) -> FloatArray:
        return smallest_changes(evidence, images, labels, norm, AttackGoal(target, margin), tell)

    return attack


def require_foolbox() -> Any:
    """Load Foolbox.

    Raises:
        EnvironmentProblem: it is missing.
    """
    # Foolbox imports GitPython, which fails to import where git is not installed.
    os.environ.setdefault("GIT_PYTHON_REFRESH", "quiet")
    try:
        import foolbox
    except ImportError as error:
        raise EnvironmentProblem(tr(NO_FOOLBOX), str(error)) from error
    return foolbox


def _attack(foolbox: Any, norm: str, steps: int) -> Any:
    # Foolbox 3.3.4's fast minimum-norm attack for L2 does not project, and its changes are twice as
    # large.
    if norm == "l2":
        return foolbox.attacks.DDNAttack(steps=steps)
    if norm == "linf":
        return foolbox.attacks.LInfFMNAttack(steps=steps)
    return foolbox.attacks.L0FMNAttack(steps=steps, max_stepsize=L0_STEP)


class _Logits:
    """Model that Foolbox attacks; it counts its calls."""

    def __init__(self, evidence: Evidence, steps: int, tell: Callable[[float], object]) -> None:
        self._evidence, self._steps, self._tell, self._calls = evidence, steps, tell, 0

    def __call__(self, images: Tensor) -> Tensor:
        self._calls += 1
        self._tell(min(1.0, self._calls / self._steps))
        return self._evidence(images) / NATS_A_LOGIT


def _criterion(foolbox: Any, labels: IntArray, aim: AttackGoal) -> Any:
    """Return a criterion with a margin, which Foolbox's own criteria lack."""
    import eagerpy

    criteria = foolbox.criteria
    is_aimed = aim.target is not None
    kind = criteria.TargetedMisclassification if is_aimed else criteria.Misclassification
    wanted = tf.constant(np.full_like(labels, aim.target) if is_aimed else labels)

    class ByMargin(kind):  # type: ignore[misc, valid-type]
        def __call__(self, perturbed: Any, outputs: Any) -> Any:
            logits, restored = eagerpy.astensor_(outputs)
            best = tf.math.top_k(logits.raw, 2)
            leads = (best.values[:, 0] - best.values[:, 1]) * NATS_A_LOGIT >= aim.margin_nats
            is_wanted = tf.equal(tf.cast(best.indices[:, 0], wanted.dtype), wanted)
            return restored(eagerpy.astensor(leads & (is_wanted if is_aimed else ~is_wanted)))

    return ByMargin(wanted)


def _without_needless(model: Any, criterion: Any, before: Tensor, after: Tensor) -> Tensor:
    """Restore every changed pixel that is not needed, the least changed first."""
    clean, kept = (part.numpy().reshape(len(before), -1) for part in (before, after))
    order = np.abs(kept - clean).argsort(axis=1)
    most = int((kept != clean).sum(axis=1).max())
    every = np.arange(len(kept))
    for column in range(order.shape[1] - most, order.shape[1]):
        pixels = order[:, column]
        tried = kept.copy()
        tried[every, pixels] = clean[every, pixels]
        batch = tf.constant(tried.reshape(before.shape))
        holds = criterion(batch, model(batch)).numpy()
        kept[holds] = tried[holds]
    return tf.constant(kept.reshape(before.shape))
