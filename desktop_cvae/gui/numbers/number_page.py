"""What was read, which digit is looked at, and what was corrected by hand; no widget.

What reading a number asks of the worker thread stands here too: plain functions of values.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_cvae.core.calibration import DEFAULT_REFUSAL
from desktop_cvae.core.language import tr, tr_n
from desktop_cvae.core.results import UNSURE, FloatArray

if TYPE_CHECKING:
    from desktop_cvae.inference.field_rules import FieldRule
    from desktop_cvae.inference.number_reading import DigitReading, LineReading, PageReading
    from desktop_cvae.inference.opened_model import OpenedModel


MOST_DIGITS = 500
"""Digits of a page that are read; more are told."""


@dataclass(frozen=True, eq=False)
class NumberAnswer:
    """A picture that was read as a number.

    Attributes:
        picture: float32, (H, W), in [0, 1], as given.
        page: its lines and digits.
        rule: what every line must be, or None.
        is_number: False if the picture is one digit, or something else.
    """

    picture: FloatArray
    page: PageReading
    rule: FieldRule | None
    is_number: bool


def read_number(
    model: OpenedModel, picture: FloatArray, rule: str, refuse: float = DEFAULT_REFUSAL
) -> NumberAnswer:
    """Find and read all digits of a picture.

    Args:
        model: must know labels.
        picture: float32, (H, W), in [0, 1], either polarity.
        rule: as ``inference.field_rules.parse_rule`` takes it, or "" for none.
        refuse: share of real digits that may be taken for none, in [0, 0.05].

    Raises:
        UsageError: there is no such rule.
        MissingLabels: the model has no labels.
    """
    from desktop_cvae.inference.field_rules import parse_rule
    from desktop_cvae.inference.number_reading import holds_a_number

    parsed = parse_rule(rule) if rule else None
    page = model.read_page(picture, parsed, refuse, MOST_DIGITS)
    return NumberAnswer(picture, page, parsed, holds_a_number(page))


class NumberPage(QObject):
    """The digits of a picture in reading order, counted from 0 over all lines.

    Signals:
        answer_changed: another picture, another rule, another model, or nothing.
        current_changed: another digit is looked at.
        corrected: a digit was corrected, or a correction was taken back.
    """

    answer_changed = Signal()
    current_changed = Signal()
    corrected = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.answer: NumberAnswer | None = None
        self.current: int | None = None
        # Asked for thousands of times while a page is shown.
        self._digits: list[DigitReading] = []
        self._names: tuple[str, ...] = ()
        self._corrections: dict[int, int] = {}
        self._undone: list[tuple[int, int | None]] = []

    @property
    def lines(self) -> tuple[LineReading, ...]:
        """What was read, line by line."""
        return self.answer.page.lines if self.answer else ()

    @property
    def digits(self) -> list[DigitReading]:
        """All digits in reading order; not to be changed."""
        return self._digits

    @property
    def line_texts(self) -> list[str]:
        """Each line's text, corrections included."""
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
        """How many digits were corrected by hand."""
        return len(self._corrections)

    @property
    def unsure(self) -> int:
        """How many digits are marked as unsure."""
        return sum(self.is_unsure(index) for index in range(len(self.digits))) - self.refused

    @property
    def refused(self) -> int:
        """How many of them are no digits."""
        return sum(self.is_refused(index) for index in range(len(self.digits)))

    @property
    def is_bent(self) -> bool:
        """True if the rule had to bend the reading."""
        return any(digit.is_bent for digit in self.digits)

    @property
    def warnings(self) -> list[str]:
        """A sentence for each line that breaks the rule as it stands now, or that it has bent."""
        rule = self.answer.rule if self.answer else None
        if rule is None:
            return []
        told = []
        for at, (line, text) in enumerate(zip(self.lines, self.line_texts, strict=True), 1):
            words = line.warning
            if text != line.text:
                # Corrected by hand, it is no longer what the line's own warning speaks of.
                words = (
                    "" if rule.allows(text) else tr("This is not {title}.", title=tr(rule.title))
                )
            if words:
                is_one = len(self.lines) == 1
                told.append(words if is_one else tr("Line {line}: {words}", line=at, words=words))
        return told

    def set_answer(self, answer: NumberAnswer | None, names: tuple[str, ...]) -> None:
        """Show another reading; the same picture keeps the corrections of boxes that stayed.

        Args:
            answer: what was read, or None for nothing.
            names: of the model's labels.
        """
        kept: dict[tuple[int, int, int, int], int] = {}
        is_same = answer and self.answer and answer.picture is self.answer.picture
        if is_same and names == self._names:
            kept = {self.digits[index].box: label for index, label in self._corrections.items()}
        self.answer, self._names = answer, names
        self._digits = [digit for line in self.lines for digit in line.digits]
        boxes = enumerate(digit.box for digit in self.digits)
        self._corrections = {index: kept[box] for index, box in boxes if box in kept}
        self._undone = []
        self.current = None
        self.answer_changed.emit()

    def label_of(self, index: int) -> int:
        """The label that a digit is taken for."""
        return self._corrections.get(index, self.digits[index].label)

    def name_of(self, index: int) -> str:
        """Its name; ``?`` for what is no digit."""
        digit = self.digits[index]
        return self._names[self.label_of(index)] if self.is_corrected(index) else digit.sign

    def is_refused(self, index: int) -> bool:
        """True if it is no digit, and nobody has said which it is."""
        return not self.is_corrected(index) and self.digits[index].is_refused

    def is_corrected(self, index: int) -> bool:
        """True if the label was given by hand."""
        return index in self._corrections

    def is_unsure(self, index: int) -> bool:
        """True if nobody has corrected it and it is doubtful, bent by a rule, or refused."""
        is_doubtful = bool(self.doubt_of(index)) or self.digits[index].is_bent
        return not self.is_corrected(index) and is_doubtful

    def doubt_of(self, index: int) -> str:
        """What else a digit might be: "1 or 7", "not a digit"; "" if there is no doubt."""
        verdict = self.digits[index].recognition.verdict
        assert verdict is not None, "a model with labels"
        if not verdict.is_digit:
            return tr(verdict.kind)
        names = [self._names[label] for label in verdict.labels]
        return f" {tr('or')} ".join(names) if len(names) > 1 else ""

    def go_to(self, index: int) -> None:
        """Look at a digit."""
        if index != self.current and 0 <= index < len(self.digits):
            self.current = index
            self.current_changed.emit()

    def step(self, by: int) -> bool:
        """Look at the next or the last one; False at the end."""
        target = by - 1 if self.current is None else self.current + by
        if self.current is None and by < 0:
            target = len(self.digits) - 1
        is_there = 0 <= target < len(self.digits)
        if is_there:
            self.go_to(target)
        return is_there

    def step_line(self, by: int) -> None:
        """Look at the digit over or under this one: the nearest by its middle."""
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
        """Take the current digit for the label of that name; False if there is none."""
        if self.current is None or name not in self._names:
            return False
        self._set(self.current, self._names.index(name))
        return True

    def take_back(self) -> None:
        """Forget the current digit's correction."""
        if self.current is not None and self.is_corrected(self.current):
            self._set(self.current, None)

    def undo(self) -> None:
        """Take back the last correction, and look at its digit."""
        if self._undone:
            index, label = self._undone.pop()
            self._put(index, label)
            self.go_to(index)
            self.corrected.emit()

    def _set(self, index: int, label: int | None) -> None:
        self._undone.append((index, self._corrections.get(index)))
        self._put(index, label)
        self.corrected.emit()

    def _put(self, index: int, label: int | None) -> None:
        if label is None:
            self._corrections.pop(index, None)
        else:
            self._corrections[index] = label


def _middle(digit: DigitReading) -> float:
    return digit.box.x + digit.box.width / 2


def doubt_text(kind: str, count: int) -> str:
    """How many digits are ``UNSURE``, or ``NO_DIGIT``: "2 unsure"."""
    if kind == UNSURE:
        return tr_n("{n} unsure", "{n} unsure", count)
    return tr_n("{n} not a digit", "{n} not a digit", count)
