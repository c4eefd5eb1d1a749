"""What a number must be: so many digits, a postal code, a phone number, a card number."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from desktop_cvae.core.errors import UsageError
from desktop_cvae.core.language import tr, tr_n

RULES = "length:N, postal:N, phone, card"
"""How rules are written."""


class Counts(NamedTuple):
    """How many digits a rule may ask for."""

    least: int
    most: int
    usual: int


COUNTS = {"length": Counts(1, 40, 10), "postal": Counts(3, 10, 5)}
"""Of the rules that are given a number; postal codes have 3 (Iceland) to 10 digits (Iran)."""


@dataclass(frozen=True)
class FieldRule:
    """What every line of a field must be.

    Attributes:
        name: as written, e.g. ``"length:10"``.
        title: for people, e.g. ``"a number of 10 digits"``.
        lengths: how many digits it may have, ascending.
        check: True for a text of such a length that is right, e.g. by its check digit; None
            if any is.
    """

    name: str
    title: str
    lengths: tuple[int, ...]
    check: Callable[[str], bool] | None = None

    def allows(self, text: str) -> bool:
        """True if a text of digits keeps the rule."""
        if len(text) not in self.lengths or not text.isdigit():
            return False
        return self.check is None or self.check(text)


def parse_rule(wish: str) -> FieldRule:
    """``length:10``, ``postal:5``, ``phone`` or ``card`` → the rule.

    Raises:
        UsageError: there is no such rule.
    """
    kind, _, size = wish.strip().lower().partition(":")
    if kind in ("length", "postal"):
        count = _count(wish, kind, size or (str(COUNTS[kind].usual) if kind == "postal" else ""))
        if kind == "postal":
            title = tr_n("a postal code of {n} digit", "a postal code of {n} digits", count)
        else:
            title = tr_n("{n} digit", "{n} digits", count)
        return FieldRule(f"{kind}:{count}", title, (count,))
    if kind == "phone" and not size:
        # E.164 allows 15; the shortest national numbers have 7.
        return FieldRule(
            "phone", tr("a phone number of 7 to 15 digits"), tuple(range(7, 16)), _dialled
        )
    if kind == "card" and not size:
        # ISO/IEC 7812: 12 to 19 digits, the last one by Luhn.
        title = tr("a card number with its check digit")
        return FieldRule("card", title, tuple(range(12, 20)), passes_luhn)
    raise UsageError(tr("There is no rule “{name}”; rules are {rules}.", name=wish, rules=RULES))


def passes_luhn(text: str) -> bool:
    """True if the last digit is the check digit of the others (ISO/IEC 7812-1, annex B).

    Args:
        text: decimal digits.
    """
    total = 0
    for place, digit in enumerate(map(int, reversed(text))):
        total += digit if place % 2 == 0 else sum(divmod(2 * digit, 10))
    return total % 10 == 0


def _dialled(text: str) -> bool:
    return len(set(text)) > 1  # nobody's number is one digit over and over


def _count(wish: str, kind: str, size: str) -> int:
    counts = COUNTS[kind]
    is_number = size.isascii() and size.isdigit()
    if not is_number or not counts.least <= int(size[:4]) <= counts.most:
        raise UsageError(
            tr(
                "“{name}” needs a number of digits from {least} to {most}, as in "
                "“{example}:{usual}”.",
                name=wish,
                least=counts.least,
                most=counts.most,
                example=kind,
                usual=counts.usual,
            )
        )
    return int(size[:4])
