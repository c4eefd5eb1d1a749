"""The language that people read: each text is looked up by its English wording.

The source says everything in English, in :func:`tr`; the entrance installs a lookup, as Qt
Linguist's translations give one. Without it, and for what it does not know, English stays. What
machines read (JSON, CSV, keys of settings, log files) is never looked up.
"""

from __future__ import annotations

from collections.abc import Callable

Lookup = Callable[[str, int], str]
"""English text and count (-1 for none) → the translation, or "" for an unknown text."""


def _english(_text: str, _count: int) -> str:
    return ""


_lookup: Lookup = _english
_marks = (".", ",")


def install(lookup: Lookup | None, decimal: str = ".", group: str = ",") -> None:
    """Say everything in another language from now on.

    Args:
        lookup: finds a translation; None for English.
        decimal: before the decimals of a number.
        group: between thousands.
    """
    global _lookup, _marks
    _lookup = lookup or _english
    _marks = (decimal, group)


def tr(text: str, /, **values: object) -> str:
    """A text in the user's language.

    Args:
        text: the English one, a literal here or marked by :func:`mark`; names of values in braces.
        values: set into the text; with none, braces are as they are.
    """
    found = _lookup(text, -1) or text
    return found.format(**values) if values else found


def tr_n(one: str, many: str, count: int, /, **values: object) -> str:
    """A text that counts, in the plural form that the language has for the number.

    Args:
        one: English, for 1.
        many: English, for other numbers; the text that is looked up.
        count: set in for ``{n}``, as :func:`number` writes it.
        values: set into the text too.
    """
    found = _lookup(many, count) or (one if count == 1 else many)
    return found.format(n=number(count), **values)


def mark(text: str) -> str:
    """Mark a literal as one that is given to :func:`tr` where it is shown."""
    return text


def number(value: float, form: str = ",") -> str:
    """A number as the language writes it.

    Args:
        value: the number.
        form: Python's format specification, with points and commas as in English.
    """
    decimal, group = _marks
    return format(value, form).translate({ord("."): decimal, ord(","): group})
