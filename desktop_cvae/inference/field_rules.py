"""Rules for numbers: their length, a postal code, a phone or card number, a date, an amount.

Dots, commas and dashes between digits are not digits; rules that know such marks say which of them
belong to the number, and how it is written: decimals after a point, dates as 31.12.2026.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from desktop_cvae.core.checked_json import printable
from desktop_cvae.core.errors import InvalidData, UsageError
from desktop_cvae.core.language import tr, tr_n

RULES = "length:N, postal:N, phone, card, date, amount, decimal"
"""Notations of all rules."""
MARKS = ".,-/"
"""Characters that may separate the digits of a text checked against a rule."""
MOST_DIGITS = 15
"""Most digits of an amount or a decimal number."""
YEARS = (1900, 2100)
"""Valid years, the last one excluded; years of two digits are not checked."""
Marks = tuple[int, ...]
"""Indices of the digits that marks stand before, counted from 0, ascending."""
_LISTED = re.compile(rf"[0-9](?:[0-9 {re.escape(MARKS)}]*[0-9])?")
MOST_VALUES, MOST_VALUE_LETTERS = 10_000, 40
"""Most values of a list, and most characters of one."""
Separators = tuple[tuple[int, str], ...]
"""Pairs of a digit's index and the sign before it, ascending."""


class Counts(NamedTuple):
    """Range of digits that a rule may ask for."""

    least: int
    most: int
    usual: int


COUNTS = {"length": Counts(1, 40, 10), "postal": Counts(3, 10, 5)}
"""Ranges of the rules with a number; postal codes have 3 (Iceland) to 10 digits (Iran)."""


@dataclass(frozen=True)
class FieldRule:
    """A rule that every line of a field must keep.

    Attributes:
        name: as written, e.g. ``"length:10"``.
        title: for people, e.g. ``"a number of 10 digits"``.
        lengths: allowed numbers of digits, ascending.
        check: returns True for a correct text of such a length, e.g. by its check digit; None
            accepts any.
        punctuate: returns how a text of digits with marks between them is written, or None if it
            is not allowed; rules without it ignore marks.
        has_slashes: True if a stroke that looks like a 1 may be a mark.
        values: the texts of which it must be one, as they are written; empty for other rules.
    """

    name: str
    title: str
    lengths: tuple[int, ...]
    check: Callable[[str], bool] | None = None
    punctuate: Callable[[str, Marks], Separators | None] | None = None
    has_slashes: bool = False
    values: tuple[str, ...] = ()

    def separators(self, digits: str, marks: Marks = ()) -> Separators | None:
        """Return the separators of a text of digits, or None if it breaks the rule."""
        if len(digits) not in self.lengths or not digits.isdigit():
            return None
        if self.check is not None and not self.check(digits):
            return None
        return () if self.punctuate is None else self.punctuate(digits, marks)

    def allows(self, text: str) -> bool:
        """True if a text of digits keeps the rule; marks are allowed if the rule knows marks."""
        digits, marks = text, tuple[int, ...]()
        if self.punctuate is not None:
            digits = "".join(sign for sign in text if sign not in MARKS)
            indices = (at for at, sign in enumerate(text) if sign in MARKS)
            marks = tuple(at - number for number, at in enumerate(indices))
        return self.separators(digits, marks) is not None


def with_separators(signs: Sequence[str], separators: Separators) -> str:
    """Join the digits' signs with the separators between them."""
    before = dict(separators)
    return "".join(before.get(index, "") + sign for index, sign in enumerate(signs))


def parse_rule(notation: str) -> FieldRule:
    """Parse ``length:10``, ``postal:5``, ``phone``, ``card``, ``date``, … into a rule.

    Raises:
        UsageError: there is no such rule.
    """
    kind, _, size = notation.strip().lower().partition(":")
    if kind in ("length", "postal"):
        count = _count(
            notation, kind, size or (str(COUNTS[kind].usual) if kind == "postal" else "")
        )
        if kind == "postal":
            title = tr_n("a postal code of {n} digit", "a postal code of {n} digits", count)
        else:
            title = tr_n("{n} digit", "{n} digits", count)
        return FieldRule(f"{kind}:{count}", title, (count,))
    if kind in _PLAIN and not size:
        return _PLAIN[kind]()
    raise UsageError(
        tr("There is no rule “{name}”; rules are {rules}.", name=notation, rules=RULES)
    )


def list_rule(values: Sequence[str]) -> FieldRule:
    """Return the rule that a number is one of these values.

    Raises:
        InvalidData: as :func:`check_values` has it, or there is none.
    """
    check_values(values)
    if not values:
        raise InvalidData(tr("the list of values is empty"))
    allowed = frozenset(map(digits_of, values))
    title = tr_n("one of {n} listed value", "one of {n} listed values", len(values))
    lengths = tuple(sorted(set(map(len, allowed))))
    return FieldRule("list", title, lengths, allowed.__contains__, values=tuple(values))


def check_values(values: Sequence[str]) -> None:
    """Check a list of values: digits, with spaces and marks between them.

    Raises:
        InvalidData: there are too many, one is no number or too long, or two have equal digits.
    """
    if len(values) > MOST_VALUES:
        raise InvalidData(tr("the list has more than {most} values", most=MOST_VALUES))
    seen: dict[str, str] = {}
    for value in values:
        if len(value) > MOST_VALUE_LETTERS or not _LISTED.fullmatch(value):
            raise InvalidData(tr("“{value}” is not a number", value=printable(value, 40)))
        twin = seen.setdefault(digits_of(value), value)
        if twin is not value:
            raise InvalidData(tr("the digits of “{value}” are listed twice", value=value))


def digits_of(text: str) -> str:
    """Return the digits of a text without the signs between them."""
    return "".join(sign for sign in text if sign.isdigit())


def passes_luhn(text: str) -> bool:
    """True if the last digit is the check digit of the others (ISO/IEC 7812-1, annex B).

    Args:
        text: decimal digits.
    """
    total = 0
    for index, digit in enumerate(map(int, reversed(text))):
        total += digit if index % 2 == 0 else sum(divmod(2 * digit, 10))
    return total % 10 == 0


def _dialled(text: str) -> bool:
    return len(set(text)) > 1  # no subscriber has a number of one repeated digit


def _phone() -> FieldRule:
    # E.164 allows 15 digits; the shortest national numbers have 7.
    title = tr("a phone number of 7 to 15 digits")
    return FieldRule("phone", title, tuple(range(7, 16)), _dialled)


def _card() -> FieldRule:
    # ISO/IEC 7812: 12 to 19 digits, the last one by Luhn.
    title = tr("a card number with its check digit")
    return FieldRule("card", title, tuple(range(12, 20)), passes_luhn)


def _date() -> FieldRule:
    title = tr("a date as 31.12.2026 or 2026-12-31")
    return FieldRule("date", title, (6, 7, 8), None, _date_separators, has_slashes=True)


def _amount() -> FieldRule:
    title = tr("an amount as 1234.50")
    return FieldRule("amount", title, tuple(range(1, MOST_DIGITS + 1)), None, _amount_separators)


def _decimal() -> FieldRule:
    title = tr("a number with one decimal point or comma at most")
    return FieldRule("decimal", title, tuple(range(1, MOST_DIGITS + 1)), None, _decimal_separators)


_PLAIN = {"phone": _phone, "card": _card, "date": _date, "amount": _amount, "decimal": _decimal}
"""Rules without a number."""


def _date_separators(digits: str, marks: Marks) -> Separators | None:
    """Place day, month, year or year, month, day; marks that are seen decide which."""
    inner = _inner(digits, marks)
    # 31.12.2026 and 31.12.26, of whose marks some may be lost; 2026-12-31; then 1.2.2026, of
    # whose marks none may be.
    ends = [(2, 4)] if len(digits) != 7 else []
    found = [(*cut, ".") for cut in ends if set(inner) <= set(cut)]
    if len(digits) == 8 and set(inner) <= {4, 6}:
        found.append((4, 6, "-"))
    if len(inner) == 2 and inner not in ends:
        found.append((*inner, "."))
    for first, second, sign in found:
        parts = digits[:first], digits[first:second], digits[second:]
        if _is_date(*(parts if sign == "." else reversed(parts))):
            return (first, sign), (second, sign)
    return None


def _is_date(day: str, month: str, year: str) -> bool:
    if len(day) > 2 or len(month) > 2 or len(year) not in (2, 4):
        return False
    # Years of two digits may be of any century: 29.02.00 is a date.
    number = int(year) if len(year) == 4 else 2000 + int(year)
    if not YEARS[0] <= number < YEARS[1] or not 1 <= int(month) <= 12:
        return False
    return 1 <= int(day) <= calendar.monthrange(number, int(month))[1]


def _amount_separators(digits: str, marks: Marks) -> Separators | None:
    """Set two decimals after the last mark, if any; other marks group digits by three."""
    inner = _inner(digits, marks)
    whole, decimals = len(digits), False
    if inner and len(digits) - inner[-1] == 2:
        whole, decimals, inner = inner[-1], True, inner[:-1]
    if any((whole - mark) % 3 for mark in inner) or (whole > 1 and digits[0] == "0"):
        return None
    return ((whole, "."),) if decimals else ()


def _decimal_separators(digits: str, marks: Marks) -> Separators | None:
    inner = _inner(digits, marks)
    return None if len(inner) > 1 else tuple((mark, ".") for mark in inner)


def _inner(digits: str, marks: Marks) -> Marks:
    """Return the marks between digits without duplicates; a final full stop is ignored."""
    return tuple(sorted({mark for mark in marks if 0 < mark < len(digits)}))


def _count(notation: str, kind: str, size: str) -> int:
    counts = COUNTS[kind]
    is_number = size.isascii() and size.isdigit()
    # Four digits suffice to be refused; int() of a text of thousands raises an error of its own.
    if not is_number or not counts.least <= int(size[:4]) <= counts.most:
        raise UsageError(
            tr(
                "“{name}” needs a number of digits from {least} to {most}, as in "
                "“{example}:{usual}”.",
                name=notation,
                least=counts.least,
                most=counts.most,
                example=kind,
                usual=counts.usual,
            )
        )
    return int(size[:4])
