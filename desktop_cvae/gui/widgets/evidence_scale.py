"""Evidence in nats and probabilities as people see them: lengths on one axis, and texts."""

from __future__ import annotations

import numpy as np

from desktop_cvae.core.language import mark, number
from desktop_cvae.core.results import FloatArray

FLOOR = 0.04
"""Length of the worst label's bar, so that it stays visible."""
SPAN_NATS = 1000.0
"""Nats behind the best at which nothing is left of a bar."""
TICKS_NATS = (100, 10, 1, 0)
"""Marks of the bars' axis: nats behind the best label."""

COLUMNS = {
    "reconstruction": (mark("recon."), "8888.8"),
    "kl": (mark("KL"), "888.8"),
    "nats": (mark("nats"), "−8888.8"),
    "share": (mark("prob."), "> 99.9 %"),
}
"""Headings of the columns, each with its widest value."""


def bar_lengths(evidence_nats: FloatArray) -> FloatArray:
    """Return lengths in [FLOOR, 1], 1 for the best, on one axis for all drawings.

    The axis is logarithmic in the nats behind the best: 1 nat (e times less probable) already
    costs a tenth of the bar, 10 a third. A linear one would show a label of a ten-thousandth of
    the probability as nearly as long as the best, where others lie hundreds of nats behind.

    Args:
        evidence_nats: float32, (K,).
    """
    behind = evidence_nats.max() - evidence_nats
    return np.asarray(np.maximum(axis_position(behind), FLOOR), np.float32)


def axis_position(behind_nats: FloatArray | float) -> FloatArray:
    """Return the position of nats behind the best on the axis: 1 for 0, 0 for ``SPAN_NATS``."""
    position = 1.0 - np.log1p(np.asarray(behind_nats, np.float32)) / np.log1p(SPAN_NATS)
    return np.asarray(position, np.float32)


def nats_text(value: float) -> str:
    """Return nats with one decimal and a true minus sign."""
    return number(value, ".1f").replace("-", "\N{MINUS SIGN}")
