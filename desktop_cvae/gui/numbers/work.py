"""What reading a number asks of the worker thread: plain functions of values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_cvae.core.results import FloatArray

if TYPE_CHECKING:
    from desktop_cvae.core.calibration import Calibration
    from desktop_cvae.core.ports import Engine
    from desktop_cvae.inference.field_rules import FieldRule
    from desktop_cvae.inference.number_reading import DigitReading, PageReading

UNSURE_BELOW = 0.9
"""Without a calibration: digits less probable than this are marked, so that they are looked at."""
MOST_DIGITS = 500
"""Digits of a page that are read; more are told."""
NO_DIGIT, NO_DIGIT_SIGN = "not a digit", "?"


@dataclass(frozen=True)
class Trust:
    """How far a digit's reading can be believed.

    Attributes:
        probability: of the label it is taken for, in [0, 1]; calibrated if the model is.
        doubt: "" for none, else what it might be instead: "1 or 7", "not a digit".
        is_digit: False for what was refused.
    """

    probability: float
    doubt: str
    is_digit: bool = True


@dataclass(frozen=True, eq=False)
class NumberAnswer:
    """A picture that was read as a number.

    Attributes:
        picture: float32, (H, W), in [0, 1], as given.
        page: its lines and digits.
        trusts: one a digit, in reading order.
        rule: what every line must be, or None.
        is_number: False if the picture is one digit, or something else.
    """

    picture: FloatArray
    page: PageReading
    trusts: tuple[Trust, ...]
    rule: FieldRule | None
    is_number: bool


def read_number(
    engine: Engine, calibration: Calibration | None, picture: FloatArray, rule: str
) -> NumberAnswer:
    """Find and read all digits of a picture.

    Args:
        engine: the loaded model; must know labels.
        calibration: the model's, if it has one.
        picture: float32, (H, W), in [0, 1], either polarity.
        rule: as ``inference.field_rules.parse_rule`` takes it, or "" for none.

    Raises:
        UsageError: there is no such rule.
        MissingLabels: the model has no labels.
    """
    from desktop_cvae.inference.field_rules import parse_rule
    from desktop_cvae.inference.number_reading import read_page
    from desktop_cvae.inference.number_verdicts import holds_a_number, judged

    parsed = parse_rule(rule) if rule else None
    page = judged(read_page(engine, picture, parsed, MOST_DIGITS), calibration, rule=parsed)
    digits = [digit for line in page.lines for digit in line.digits]
    names = engine.spec.label_names
    trusts = tuple(_trust(digit, names) for digit in digits)
    return NumberAnswer(picture, page, trusts, parsed, holds_a_number(page))


def _trust(digit: DigitReading, names: tuple[str, ...]) -> Trust:
    from desktop_cvae.inference.verdicts import DIGIT

    verdict = digit.verdict
    if verdict is not None and not verdict.is_digit:
        return Trust(verdict.probability, NO_DIGIT, is_digit=False)
    overruled = digit.label != digit.recognition.label
    is_sure = verdict is None or verdict.kind == DIGIT
    if is_sure and not overruled and digit.probability >= UNSURE_BELOW:
        return Trust(digit.probability, "")
    first, second = (-digit.recognition.evidence_nats).argsort()[:2]
    return Trust(digit.probability, f"{names[first]} or {names[second]}")
