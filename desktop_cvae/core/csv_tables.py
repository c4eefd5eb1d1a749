"""Tables for spreadsheets: comma-separated values for a file, tab-separated text to be pasted.

A spreadsheet takes a text that begins like a formula for one, and a label or a model may be called
``=HYPERLINK(…)``. Such a text gets an apostrophe in front, which tells spreadsheets that it is text
(CSV injection: https://owasp.org/www-community/attacks/CSV_Injection).
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

Table = Sequence[Sequence[object]]
"""Rows of cells, the header first."""

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


def csv_bytes(rows: Table) -> bytes:
    """Return a table as comma-separated values (RFC 4180, except for the line end), UTF-8."""
    return _written(rows, ",").encode()


def tab_separated(rows: Table) -> str:
    """Return a table as tab-separated text to paste into a spreadsheet."""
    return _written(rows, "\t")


def _written(rows: Table, delimiter: str) -> str:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\n")
    writer.writerows([_cell(value) for value in row] for row in rows)
    return text.getvalue()


def _cell(value: object) -> object:
    if isinstance(value, str) and value.startswith(FORMULA_SIGNS) and not _is_number(value):
        return f"'{value}"
    return value


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True
