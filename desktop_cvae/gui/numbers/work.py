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
MIN_DIGITS = 2
ALIKE = 0.5
"""Digits of one number are at least so high as a share of the highest; blots are not."""


@dataclass(frozen=True)
class Trust:
    """How far a digit's reading can be believed.

    Attributes:
        probability: of the label it is taken for, in [0, 1]; calibrated if the model is.
        doubt: "" for none, else what it might be instead: "1 or 7", "perhaps no digit".
    """

    probability: float
    doubt: str


@dataclass(frozen=True, eq=False)
class NumberAnswer:
    """A picture that was read as a number.

    Attributes:
        picture: float32, (H, W), in [0, 1], as given.
        page: its lines and digits.
        trusts: one a digit, in reading order.
        rule: what every line must be, or None.
    """

    picture: FloatArray
    page: PageReading
    trusts: tuple[Trust, ...]
    rule: FieldRule | None

    @property
    def is_number(self) -> bool:
        """True if several digits are of alike height, and not most of them doubtful.

        Grain and letters fall apart into pieces that the model has doubts about.
        """
        boxes = [digit.box for line in self.page.lines for digit in line.digits]
        heights = [bottom - top for top, _, bottom, _ in boxes]
        alike = [height for height in heights if height >= ALIKE * max(heights)]
        sure = [trust for trust in self.trusts if not trust.doubt]
        return len(alike) >= MIN_DIGITS and 2 * len(sure) >= len(boxes)


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

    parsed = parse_rule(rule) if rule else None
    page = read_page(engine, picture, parsed, MOST_DIGITS)
    digits = [digit for line in page.lines for digit in line.digits]
    names = engine.spec.label_names
    trusts = tuple(_trust(digit, calibration, names) for digit in digits)
    return NumberAnswer(picture, page, trusts, parsed)


def _trust(digit: DigitReading, calibration: Calibration | None, names: tuple[str, ...]) -> Trust:
    from desktop_cvae.inference.verdicts import DIGIT, NO_DIGIT, believed, judge

    probability = float(believed(digit.recognition, calibration).probabilities[digit.label])
    verdict = judge(digit.recognition, digit.prepared.image, calibration)
    if verdict.kind == NO_DIGIT:
        return Trust(probability, "perhaps no digit")
    overruled = digit.label != digit.recognition.label
    if verdict.kind == DIGIT and not overruled and probability >= UNSURE_BELOW:
        return Trust(probability, "")
    first, second = (-digit.recognition.evidence_nats).argsort()[:2]
    return Trust(probability, f"{names[first]} or {names[second]}")
