"""Model of a number that was read: its digits, the current one, and corrections by hand.

The job that reads it on the worker thread is here too.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from desktop_cvae.core.calibration import DEFAULT_FALSE_REJECTION_RATE
from desktop_cvae.core.language import mark, tr, tr_n
from desktop_cvae.core.results import UNSURE, Box, FloatArray
from desktop_cvae.gui.widgets.correction_step import CorrectionStep

if TYPE_CHECKING:
    from desktop_cvae.inference.field_rules import FieldRule
    from desktop_cvae.inference.number_reading import DigitReading, LineReading, PageReading
    from desktop_cvae.inference.opened_model import OpenedModel


NO_LABELS = mark("This model names no digits; choose one that was trained with labels.")
MOST_DIGITS = 500
"""Digits of a page that are read; the card says when there are more."""


@dataclass(frozen=True, eq=False)
class NumberAnswer:
    """Answer of the worker: a picture, read as a number.

    Attributes:
        picture: float32, (H, W), in [0, 1], as given.
        page: the lines and digits that were read.
        rule: what every line must be, or None.
        is_number: False if the picture holds one digit, or something else.
    """

    picture: FloatArray
    page: PageReading
    rule: FieldRule | None
    is_number: bool


def read_number(
    model: OpenedModel,
    picture: FloatArray,
    rule: str,
    false_rejection_rate: float = DEFAULT_FALSE_REJECTION_RATE,
) -> NumberAnswer:
    """Read all digits of a picture.

    Args:
        model: with labels.
        picture: float32, (H, W), in [0, 1], either polarity.
        rule: as ``inference.field_rules.parse_rule`` takes it, or "" for none.
        false_rejection_rate: fraction of real digits rejected, in [0, 0.05].

    Raises:
        UsageError: there is no such rule.
        MissingLabels: the model has no labels.
    """
    from desktop_cvae.inference.field_rules import parse_rule
    from desktop_cvae.inference.number_reading import holds_a_number

    parsed = parse_rule(rule) if rule else None
    page = model.read_page(picture, parsed, false_rejection_rate, MOST_DIGITS)
    return NumberAnswer(picture, page, parsed, holds_a_number(page))


class NumberPage(QObject):
    """The digits of a picture in reading order, counted from 0 over all lines.

    Signals:
        answer_changed: there is another answer, or none.
        current_changed: another digit is current.
        corrected: a digit was corrected, or a correction taken back.
    """

    answer_changed = Signal()
    current_changed = Signal()
    corrected = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.answer: NumberAnswer | None = None
        self.current: int | None = None
        # Kept: painting a page asks for it thousands of times.
        self._digits: list[DigitReading] = []
        self._names: tuple[str, ...] = ()
        self._corrections: dict[int, int] = {}
        self._undo_stack = QUndoStack(self)

    @property
    def lines(self) -> tuple[LineReading, ...]:
        return self.answer.page.lines if self.answer else ()

    @property
    def digits(self) -> list[DigitReading]:
        """All digits in reading order."""
        return self._digits

    @property
    def line_texts(self) -> list[str]:
        """Text of each line, with corrections."""
        from desktop_cvae.inference.field_rules import with_separators

        texts, start = [], 0
        for line in self.lines:
            end = start + len(line.digits)
            names = [self.name_of(index) for index in range(start, end)]
            texts.append(with_separators(names, line.separators))
            start = end
        return texts

    @property
    def text(self) -> str:
        """All lines, joined by line ends."""
        return "\n".join(self.line_texts)

    @property
    def corrections(self) -> int:
        """Number of digits corrected by hand."""
        return len(self._corrections)

    @property
    def unsure(self) -> int:
        """Number of digits marked as unsure."""
        return sum(self.is_unsure(index) for index in range(len(self.digits))) - self.rejected

    @property
    def rejected(self) -> int:
        """Number of pieces that are not digits."""
        return sum(self.is_rejected(index) for index in range(len(self.digits)))

    @property
    def is_bent(self) -> bool:
        """True if the rule changed the reading of a digit."""
        return any(digit.is_bent for digit in self.digits)

    @property
    def warnings(self) -> list[str]:
        """A sentence for each line that breaks the rule, that it changed, or of several numbers."""
        rule = self.answer.rule if self.answer else None
        warnings = []
        for at, (line, text) in enumerate(zip(self.lines, self.line_texts, strict=True), 1):
            words = line.warning
            if text != line.text:
                # The line's own warning is about the text before the correction.
                words = ""
                if rule is not None and not rule.allows(text):
                    words = tr("This is not {title}.", title=tr(rule.title))
            if words:
                is_one = len(self.lines) == 1
                warnings.append(
                    words if is_one else tr("Line {line}: {words}", line=at, words=words)
                )
        return warnings

    @property
    def numbers(self) -> list[tuple[str, Box]]:
        """Text and box of the numbers that stand side by side; [] if each line is one number."""
        return [number for line in self.lines if line.parts for number in line.numbers]

    def set_answer(self, answer: NumberAnswer | None, names: tuple[str, ...]) -> None:
        """Show another answer; for the same picture, corrections of unchanged boxes are kept.

        Args:
            answer: None for none.
            names: names of the model's labels.
        """
        kept: dict[tuple[int, int, int, int], int] = {}
        is_same = answer and self.answer and answer.picture is self.answer.picture
        if is_same and names == self._names:
            kept = {self.digits[index].box: label for index, label in self._corrections.items()}
        self.answer, self._names = answer, names
        self._digits = [digit for line in self.lines for digit in line.digits]
        boxes = enumerate(digit.box for digit in self.digits)
        self._corrections = {index: kept[box] for index, box in boxes if box in kept}
        self._undo_stack.clear()
        self.current = None
        self.answer_changed.emit()

    def label_of(self, index: int) -> int:
        """Return a digit's label, as corrected or read."""
        return self._corrections.get(index, self.digits[index].label)

    def name_of(self, index: int) -> str:
        """Return a digit's name; ``?`` if it was rejected."""
        digit = self.digits[index]
        return self._names[self.label_of(index)] if self.is_corrected(index) else digit.sign

    def is_rejected(self, index: int) -> bool:
        """Return True if a piece is not a digit, and was not corrected."""
        return not self.is_corrected(index) and self.digits[index].is_rejected

    def is_corrected(self, index: int) -> bool:
        """Return True if a digit was corrected by hand."""
        return index in self._corrections

    def is_unsure(self, index: int) -> bool:
        """Return True if an uncorrected digit is doubtful, changed by a rule, or rejected."""
        is_doubtful = bool(self.doubt_of(index)) or self.digits[index].is_bent
        return not self.is_corrected(index) and is_doubtful

    def doubt_of(self, index: int) -> str:
        """Return what a digit may be: “1 or 7”, “not a digit”; "" if there is no doubt."""
        verdict = self.digits[index].recognition.verdict
        assert verdict is not None, "a model with labels"
        if not verdict.is_digit:
            return tr(verdict.kind)
        names = [self._names[label] for label in verdict.labels]
        return f" {tr('or')} ".join(names) if len(names) > 1 else ""

    def go_to(self, index: int) -> None:
        if index != self.current and 0 <= index < len(self.digits):
            self.current = index
            self.current_changed.emit()

    def step(self, by: int) -> bool:
        """Go forward or back by some digits; return False at the end."""
        target = by - 1 if self.current is None else self.current + by
        if self.current is None and by < 0:
            target = len(self.digits) - 1
        is_there = 0 <= target < len(self.digits)
        if is_there:
            self.go_to(target)
        return is_there

    def step_line(self, by: int) -> None:
        """Go to the digit above or below whose middle is nearest."""
        starts, count = [], 0
        for line in self.lines:
            starts.append(count)
            count += len(line.digits)
        if self.current is None:
            self.step(by)
            return
        here = max(n for n, start in enumerate(starts) if start <= self.current)
        if not 0 <= here + by < len(starts):
            return
        x = _middle(self.digits[self.current])
        others = self.lines[here + by].digits
        nearest = min(range(len(others)), key=lambda n: abs(_middle(others[n]) - x))
        self.go_to(starts[here + by] + nearest)

    def correct(self, name: str) -> bool:
        """Correct the current digit to a label; return False if no label has this name."""
        if self.current is None or name not in self._names:
            return False
        self._correct(self.current, self._names.index(name))
        return True

    def take_back(self) -> None:
        """Take the current digit's correction back."""
        if self.current is not None and self.is_corrected(self.current):
            self._correct(self.current, None)

    def undo(self) -> None:
        """Undo the last correction, and go to its digit."""
        self._undo_stack.undo()

    def _correct(self, index: int, label: int | None) -> None:
        old = self._corrections.get(index)
        self._undo_stack.push(CorrectionStep(self._set_correction, index, old, label))

    def _set_correction(self, index: int, label: int | None) -> None:
        if label is None:
            self._corrections.pop(index, None)
        else:
            self._corrections[index] = label
        self.go_to(index)
        self.corrected.emit()


def _middle(digit: DigitReading) -> float:
    return digit.box.x + digit.box.width / 2


def doubt_text(kind: str, count: int) -> str:
    """Return how many digits have a verdict: “2 unsure”, “1 not a digit”."""
    if kind == UNSURE:
        return tr_n("{n} unsure", "{n} unsure", count)
    return tr_n("{n} not a digit", "{n} not a digit", count)
