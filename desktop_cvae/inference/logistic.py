"""Logistic regression with a ridge penalty, by Newton's method."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.float64]
MOST_STEPS = 15
CLOSE_ENOUGH = 1e-3


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
    for _ in range(MOST_STEPS):
        share = 1 / (1 + np.exp(-np.clip(inputs @ weights, -30, 30)))
        curvature = (inputs * (share * (1 - share))[:, np.newaxis]).T @ inputs
        curvature[np.diag_indices_from(curvature)] += penalty
        gradient = inputs.T @ (is_one - share) - penalty * weights
        step = np.linalg.solve(curvature, gradient)
        weights = weights + step
        if float(abs(step).max()) < CLOSE_ENOUGH:
            break
    return weights
