"""What reading a number asks of the worker thread: plain functions of values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_cvae.core.results import FloatArray

if TYPE_CHECKING:
    from desktop_cvae.core.ports import Engine
    from desktop_cvae.inference.field_rules import FieldRule
    from desktop_cvae.inference.number_reading import PageReading

MIN_DIGITS = 2
ALIKE = 0.5
"""Digits of one number are at least so high as a share of the highest; blots are not."""


@dataclass(frozen=True, eq=False)
class NumberAnswer:
    """A picture that was read as a number.

    Attributes:
        picture: float32, (H, W), in [0, 1], as given.
        page: its lines and digits.
        rule: what every line must be, or None.
    """

    picture: FloatArray
    page: PageReading
    rule: FieldRule | None

    @property
    def is_number(self) -> bool:
        """True if several of the digits are of alike height, as those of a number are."""
        boxes = [digit.box for line in self.page.lines for digit in line.digits]
        heights = [bottom - top for top, _, bottom, _ in boxes]
        alike = [height for height in heights if height >= ALIKE * max(heights)]
        return len(alike) >= MIN_DIGITS


def read_number(engine: Engine, picture: FloatArray, rule: str) -> NumberAnswer:
    """Find and read all digits of a picture.

    Args:
        engine: the loaded model; must know labels.
        picture: float32, (H, W), in [0, 1], either polarity.
        rule: as ``inference.field_rules.parse_rule`` takes it, or "" for none.

    Raises:
        UsageError: there is no such rule.
        MissingLabels: the model has no labels.
    """
    from desktop_cvae.inference.field_rules import parse_rule
    from desktop_cvae.inference.number_reading import read_page

    parsed = parse_rule(rule) if rule else None
    return NumberAnswer(picture, read_page(engine, picture, parsed), parsed)
