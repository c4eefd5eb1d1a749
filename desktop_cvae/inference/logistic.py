"""Logistic regression with a ridge penalty, by Newton's method with step halving."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.float64]
MOST_STEPS = 30
MOST_HALVINGS = 20
CLOSE_ENOUGH = 1e-6
"""Of the loss: a step that gains a smaller share of it is the last one."""


def fit_logistic(
    inputs: Numbers,
    is_one: npt.NDArray[np.bool_],
    penalty: float,
    start: Numbers | None = None,
) -> Numbers:
    """The weights w of log p(1 | x)/p(0 | x) = w·x that explain the classes best.

    Args:
        inputs: float64, (N, P).
        is_one: bool, (N,), the class.
        penalty: of ½|w|², > 0.
        start: float64, (P,), weights near the result, for fewer steps; None for zeros.

    Returns:
        float64, (P,).
    """
    weights = np.zeros(inputs.shape[1]) if start is None else start
    loss = _loss(inputs, is_one, penalty, weights)
    for _ in range(MOST_STEPS):
        step = _newton_step(inputs, is_one, penalty, weights)
        before = loss
        # Far from the result, or between separable classes, a whole step may overshoot.
        for _ in range(MOST_HALVINGS):
            loss = _loss(inputs, is_one, penalty, weights + step)
            if loss <= before:
                weights = weights + step
                break
            step = step / 2
        if before - loss < CLOSE_ENOUGH * before:
            break
    return weights


def _newton_step(
    inputs: Numbers, is_one: npt.NDArray[np.bool_], penalty: float, weights: Numbers
) -> Numbers:
    share = 1 / (1 + np.exp(-np.clip(inputs @ weights, -30, 30)))
    curvature = (inputs * (share * (1 - share))[:, np.newaxis]).T @ inputs
    curvature[np.diag_indices_from(curvature)] += penalty
    gradient = inputs.T @ (is_one - share) - penalty * weights
    return np.asarray(np.linalg.solve(curvature, gradient), np.float64)


def _loss(
    inputs: Numbers, is_one: npt.NDArray[np.bool_], penalty: float, weights: Numbers
) -> float:
    margins = np.where(is_one, 1, -1) * (inputs @ weights)
    return float(np.logaddexp(0, -margins).sum() + penalty * (weights @ weights) / 2)
