"""Round numbers for an axis."""

from __future__ import annotations

import math

STEPS = (1.0, 2.0, 5.0, 10.0)


def round_ticks(low: float, high: float, most: int) -> list[float]:
    """At most ``most`` + 1 round numbers in [low, high], evenly apart.

    Args:
        low: the axis' lower end, finite.
        high: its upper end, above ``low``.
        most: intervals that there is room for, at least 1.
    """
    rough = (high - low) / most
    scale = 10.0 ** math.floor(math.log10(rough))
    step = next(scale * s for s in STEPS if scale * s >= rough * (1 - 1e-9))
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    return [number * step for number in range(first, last + 1)]


def tick_text(value: float, ticks: list[float]) -> str:
    """A tick's number with as many decimals as the ticks' distance needs."""
    step = ticks[1] - ticks[0] if len(ticks) > 1 else abs(value) or 1.0
    decimals = max(0, -math.floor(math.log10(step) + 1e-9))
    return f"{value:.{decimals}f}".replace("-", "−")
