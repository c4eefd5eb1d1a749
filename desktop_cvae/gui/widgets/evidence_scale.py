"""From evidence in nats to lengths of bars and to texts; pure functions."""

from __future__ import annotations

import numpy as np

from desktop_cvae.core.results import FloatArray

FLOOR = 0.04
"""The worst label's bar, so that it is seen that there is one."""
MIN_SPAN_NATS = 30.0
"""Bars of labels that all explain alike stay alike, instead of noise blown up to full length."""


def bar_lengths(evidence_nats: FloatArray) -> FloatArray:
    """Lengths in [FLOOR, 1], linear in the evidence, 1 for the best.

    Args:
        evidence_nats: float32, (K,).
    """
    behind = evidence_nats.max() - evidence_nats
    span = max(float(behind.max()), MIN_SPAN_NATS)
    return np.asarray(1.0 - (1.0 - FLOOR) * behind / span, np.float32)


def nats_text(value: float) -> str:
    """One decimal, with a real minus sign."""
    return f"{value:.1f}".replace("-", "\N{MINUS SIGN}")


def percent_text(share: float) -> str:
    """One decimal; what is possible is never 0.0 and what is not certain never 100.0."""
    if share > 0.9995:
        return "> 99.9 %"
    return "< 0.1 %" if share < 0.0005 else f"{100 * share:.1f} %"
