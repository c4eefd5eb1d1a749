"""Tables as Excel workbooks.

Tested in tests/core/test_csv_tables.py.
"""

from __future__ import annotations

import io
from numbers import Number

from desktop_cvae.core.csv_tables import ENCODING_ERRORS, Table
from desktop_cvae.core.errors import EnvironmentProblem, UsageError
from desktop_cvae.core.language import number, tr

MOST_ROWS, MOST_LETTERS = 2**20, 2**15 - 1
"""Rows of a sheet and characters of a cell that Excel takes."""
WIDEST_PX = 420
"""Widest column, in pixels of Excel."""


def xlsx_bytes(rows: Table) -> bytes:
    """Return a table as a workbook of one sheet; texts of digits stay texts, with their zeros.

    Args:
        rows: the table; only numbers by type become numbers.

    Raises:
        UsageError: more rows than a sheet has.
        EnvironmentProblem: this installation has no XlsxWriter.
    """
    # Only where a workbook is written: the window starts without it, and the viewer may lack it.
    try:
        from xlsxwriter import Workbook
    except ImportError:
        raise EnvironmentProblem(
            tr("Excel workbooks need the package XlsxWriter; save as CSV for Excel instead.")
        ) from None
    if len(rows) > MOST_ROWS:
        raise UsageError(
            tr(
                "An Excel sheet has at most {most} rows; save the table as CSV.",
                most=number(MOST_ROWS),
            )
        )
    data = io.BytesIO()
    # XlsxWriter otherwise puts parts into temporary files, and raises TypeError on NaN.
    with Workbook(data, {"in_memory": True, "nan_inf_to_errors": True}) as book:
        sheet, heading = book.add_worksheet(), book.add_format({"bold": True})
        # Without a format, a text that is edited in Excel would become a number.
        text_format = book.add_format({"num_format": "@"})
        sheet.freeze_panes(1, 0)
        for line, row in enumerate(rows):
            for column, value in enumerate(row):
                if isinstance(value, Number):
                    # By its text: float(np.float32(0.1)) is 0.10000000149011612.
                    sheet.write_number(line, column, float(str(value)))
                elif value is not None:
                    text = str(value).encode("utf-8", ENCODING_ERRORS).decode()[:MOST_LETTERS]
                    sheet.write_string(line, column, text, text_format if line else heading)
        sheet.autofit(WIDEST_PX)
    return data.getvalue()
