"""Steps of thinking longer about a picture (``inference.thinking``)."""

from __future__ import annotations

from dataclasses import dataclass

THINKING_STEPS, MOST_THINKING_STEPS = 12, 100
"""Usual and largest number of steps of thinking; most pictures have arrived after eight."""


@dataclass(frozen=True)
class Thought:
    """State of a reading that is thought about; see :func:`inference.thinking.think`.

    Attributes:
        step: steps taken.
        steps: the most that were allowed.
        first: index of the label read in one pass; None for a model without labels.
        changed_at: the step since which another label leads; None while ``first`` leads.
        is_done: True once no step follows.
    """

    step: int
    steps: int
    first: int | None
    changed_at: int | None = None
    is_done: bool = False
