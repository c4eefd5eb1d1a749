"""Columns of a CSV file from which a form's field takes its list of values.

Tested in tests/inference/test_value_columns.py.
"""

from __future__ import annotations

import csv
import io
from pathlib import Path

from desktop_cvae.core.csv_tables import from_spreadsheet_cell
from desktop_cvae.core.errors import DesktopCvaeError, InputOutputError, InvalidData, UsageError
from desktop_cvae.core.language import tr
from desktop_cvae.inference.field_rules import check_values
from desktop_cvae.pictures.bounded_files import read_bounded, shown_name

MAX_CSV_BYTES = 20_000_000
Values = tuple[str, ...]


def read_value_columns(path: Path) -> dict[str, Values]:
    """Read the columns of a CSV file that can be lists of values.

    The separator is a comma, a semicolon or a tab. The first row names the columns, unless it holds
    values itself; columns without a name are called by their number. Empty cells and repetitions
    are left out.

    Raises:
        InputOutputError: the file cannot be read.
        InvalidData: it is no text, or no column holds numbers alone.
    """
    data = read_bounded(path, MAX_CSV_BYTES, InputOutputError)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        # Excel writes the system's code page; digits are the same in all of them.
        text = data.decode("latin-1")
    first, _, _ = text.partition("\n")
    delimiter = max(",;\t", key=first.count)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=False))
    except csv.Error as error:
        raise InvalidData(
            tr("“{name}” is not a CSV file.", name=shown_name(path)), str(error)
        ) from error
    columns: dict[str, Values] = {}
    for at in range(max(map(len, rows), default=0)):
        cells = [_text_of(row[at]) if at < len(row) else "" for row in rows]
        name, values = _column(cells)
        if values:
            name = name if name and name not in columns else str(at + 1)
            columns.setdefault(name, values)
    if not columns:
        raise InvalidData(tr("“{name}” has no column of numbers.", name=shown_name(path)))
    return columns


def read_value_column(path: Path, name: str = "") -> Values:
    """Read one column of a CSV file.

    Args:
        path: the file.
        name: of the column; "" for a file with a single column of numbers.

    Raises:
        InputOutputError: the file cannot be read.
        InvalidData: it holds no such values.
        UsageError: there is no such column, or the name of one is needed.
    """
    columns = read_value_columns(path)
    names, file = ", ".join(columns), shown_name(path)
    if not name and len(columns) == 1:
        return next(iter(columns.values()))
    if not name:
        raise UsageError(
            tr("Name one of the columns of “{file}”: {names}.", file=file, names=names)
        )
    if name not in columns:
        raise UsageError(
            tr(
                "“{file}” has no column “{name}” of numbers; it has {names}.",
                file=file,
                name=name,
                names=names,
            )
        )
    return columns[name]


def _text_of(cell: str) -> str:
    """Return a cell as a value: Excel's ``="0042"`` is 0042."""
    cell = from_spreadsheet_cell(cell.strip())
    return cell[2:-1].strip() if cell.startswith('="') and cell.endswith('"') else cell


def _column(cells: list[str]) -> tuple[str, Values]:
    """Return a column's name and values; no values if it holds other texts."""
    for name, rest in (("", cells), (cells[0], cells[1:])):
        values = tuple(dict.fromkeys(filter(None, rest)))
        try:
            check_values(values)
        except DesktopCvaeError:
            continue
        return name, values
    return "", ()
