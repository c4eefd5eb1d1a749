"""Translation of the texts that people read, looked up by their English wording.

The source says everything in English, in :func:`tr`; the entrance installs a lookup, as Qt
Linguist's translations give one. Without it, and for what it does not know, English stays. What
machines read (JSON, CSV, keys of settings, log files) is never looked up.

A server speaks to each of its visitors in their language: :func:`speak_here` chooses one for the
current context (``contextvars``) alone.
"""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar
from typing import NamedTuple

Lookup = Callable[[str, int], str]
"""English text and count (-1 for none) → the translation, or "" for an unknown text."""


def _english(_text: str, _count: int) -> str:
    return ""


class Speech(NamedTuple):
    """A language.

    Attributes:
        lookup: finds a translation.
        decimal: before the decimals of a number.
        group: between thousands.
    """

    lookup: Lookup = _english
    decimal: str = "."
    group: str = ","


ENGLISH = Speech()
# Two levels: the window has one language, while a server answers each visitor in theirs.
_everywhere = ENGLISH
_here: ContextVar[Speech | None] = ContextVar("speech", default=None)


def install(lookup: Lookup | None, decimal: str = ".", group: str = ",") -> None:
    """Use another language from now on; None for English."""
    global _everywhere
    _everywhere = Speech(lookup or _english, decimal, group)


def speak_here(speech: Speech | None) -> None:
    """Use another language in this context; None for the installed one."""
    _here.set(speech)


def _speech() -> Speech:
    return _here.get() or _everywhere


def tr(text: str, /, **values: object) -> str:
    """Return a text in the user's language.

    Args:
        text: the English one, a literal here or marked by :func:`mark`; names of values in braces.
        values: set into the text; with none, braces are as they are.
    """
    found = _speech().lookup(text, -1) or text
    return found.format(**values) if values else found


def tr_n(one: str, many: str, count: int, /, **values: object) -> str:
    """Return a text with a number, in the plural form that the language has for it.

    Args:
        one: English, for 1.
        many: English, for other numbers; the text that is looked up.
        count: set in for ``{n}``, as :func:`number` writes it.
        values: set into the text too.
    """
    found = _speech().lookup(many, count) or (one if count == 1 else many)
    return found.format(n=number(count), **values)


def mark(text: str) -> str:
    """Mark a literal that :func:`tr` translates where it is shown."""
    return text


def number(value: float, form: str = ",") -> str:
    """Return a number in the language's notation.

    Args:
        value: the number.
        form: Python's format specification, with points and commas as in English.
    """
    _, decimal, group = _speech()
    # Both at once: one after the other would turn new points into commas again.
    return format(value, form).translate({ord("."): decimal, ord(","): group})


def percent_text(probability: float) -> str:
    """Return a probability in per cent with one decimal; “> 99.9 %” and “< 0.1 %” at the ends."""
    sign = "> " if probability > 0.9995 else "< " if probability < 0.0005 else ""
    possible = min(max(probability, 0.001), 0.999) if sign else probability
    return f"{sign}{number(100 * possible, '.1f')} %"
