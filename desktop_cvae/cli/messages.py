"""What people read: notes and complaints on standard error, tables on standard output."""

from __future__ import annotations

import sys
from collections.abc import Sequence


def note(text: str) -> None:
    """One line on standard error, at once."""
    print(text, file=sys.stderr, flush=True)


def complain(sentence: str) -> None:
    """One line on standard error that says which program speaks."""
    note(f"desktop-cvae: {' '.join(sentence.split())}")


def table(rows: Sequence[Sequence[str]], right: Sequence[int] = ()) -> str:
    """Rows of texts in aligned columns.

    Args:
        rows: all of one length.
        right: the columns that are aligned to the right.
    """
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    lines = (
        "  ".join(
            cell.rjust(width) if number in right else cell.ljust(width)
            for number, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    )
    return "\n".join(lines)


def quantities(facts: Sequence[tuple[str, str]]) -> str:
    """Names with a number and its unit: numbers end, and units start, in one column."""
    width = max(len(value.partition(" ")[0]) for _, value in facts)
    return table(
        [
            (name, f"{number:>{width}} {unit}")
            for name, (number, _, unit) in ((name, value.partition(" ")) for name, value in facts)
        ]
    )
