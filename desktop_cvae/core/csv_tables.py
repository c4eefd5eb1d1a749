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
    writer.writerows([spreadsheet_cell(value) for value in row] for row in rows)
    return text.getvalue()


def spreadsheet_cell(value: object) -> object:
    """Return a cell that no spreadsheet takes for a formula: an apostrophe stands before it."""
    if isinstance(value, str) and _is_formula(value.lstrip("'")):
        return f"'{value}"
    return value


def from_spreadsheet_cell(cell: str) -> str:
    """Return the text of which :func:`spreadsheet_cell` made a cell."""
    return cell[1:] if cell.startswith("'") and _is_formula(cell.lstrip("'")) else cell


def _is_formula(text: str) -> bool:
    return text.startswith(FORMULA_SIGNS) and not _is_number(text)


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True
