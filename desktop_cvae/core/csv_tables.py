"""Tables for spreadsheets: comma-separated values for a file, tab-separated text to be pasted.

A spreadsheet takes a text that begins like a formula for one, and a label or a model may be called
``=HYPERLINK(…)``. Such a text gets an apostrophe in front, which tells spreadsheets that it is text
(CSV injection: https://owasp.org/www-community/attacks/CSV_Injection).

Excel also takes 0042072 for the number 42072, keeps only 15 digits of a long one and makes a date
of 3-4. CSV cannot say that a cell is text, so :func:`excel_csv_bytes` writes ``="0042072"``. Other
programs show that as it is, so it is a format of its own.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Sequence
from numbers import Number

ENCODING_ERRORS = "backslashreplace"
"""Error handler for file names, which may hold bytes that are not text."""

Table = Sequence[Sequence[object]]
"""Rows of cells, the header first."""

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
_LIKE_A_NUMBER = re.compile(r"[0-9 .,:/+\-eE%]*[0-9][0-9 .,:/+\-eE%]*")
"""Texts that Excel may take for numbers, dates or times."""


def csv_bytes(rows: Table) -> bytes:
    """Return a table as comma-separated values (RFC 4180, except for the line end), UTF-8."""
    return "".join(map(csv_row, rows)).encode("utf-8", errors=ENCODING_ERRORS)


def csv_row(cells: Sequence[object], delimiter: str = ",") -> str:
    """Write cells as one line of comma-separated values (RFC 4180 except for the line end)."""
    line = io.StringIO()
    # Python quotes only the characters of its own line end; a name may hold either.
    writer = csv.writer(line, delimiter=delimiter, lineterminator="\r\n")
    writer.writerow(map(spreadsheet_cell, cells))
    return line.getvalue().removesuffix("\r\n") + "\n"


def excel_csv_bytes(rows: Table, decimal_mark: str = ".") -> bytes:
    """Return a table as CSV for Excel: UTF-8 with a byte order mark, texts quoted.

    Args:
        rows: the table; only numbers by type count as numbers, texts of digits stay texts.
        decimal_mark: the system's; where it is a comma, Excel expects semicolons between cells.
    """
    delimiter = ";" if decimal_mark == "," else ","
    lines = (delimiter.join(_excel_cell(value, decimal_mark) for value in row) for row in rows)
    text = "".join(f"{line}\r\n" for line in lines)
    return codecs.BOM_UTF8 + text.encode("utf-8", errors=ENCODING_ERRORS)


def _excel_cell(value: object, decimal_mark: str) -> str:
    if not isinstance(value, str):
        text = "" if value is None else str(value)
        return text.replace(".", decimal_mark) if isinstance(value, Number) else text
    text = f'="{value}"' if _LIKE_A_NUMBER.fullmatch(value) else str(spreadsheet_cell(value))
    doubled = text.replace('"', '""')
    return f'"{doubled}"'


def tab_separated(rows: Table) -> str:
    """Return a table as tab-separated text to paste into a spreadsheet."""
    return "".join(csv_row(row, "\t") for row in rows)


def spreadsheet_cell(value: object) -> object:
    """Return a cell that no spreadsheet takes for a formula: an apostrophe stands before it."""
    # Apostrophes of the text's own are looked behind, so that a text that begins with one gets a
    # second and from_spreadsheet_cell() gives back exactly what went in.
    if isinstance(value, str) and _is_formula(value.lstrip("'")):
        return f"'{value}"
    return value


def from_spreadsheet_cell(cell: str) -> str:
    """Return the text of which :func:`spreadsheet_cell` made a cell."""
    return cell[1:] if cell.startswith("'") and _is_formula(cell.lstrip("'")) else cell


def _is_formula(text: str) -> bool:
    # −0.5 in a column of numbers has to stay a number.
    return text.startswith(FORMULA_SIGNS) and not _is_number(text)


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True
