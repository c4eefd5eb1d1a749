"""Tables as other programs read them."""

from __future__ import annotations

import csv
import io
import sys
import zipfile
from decimal import Decimal
from xml.etree import ElementTree

import numpy as np
import pytest

from desktop_cvae.core import xlsx_tables
from desktop_cvae.core.csv_tables import csv_bytes, excel_csv_bytes, tab_separated
from desktop_cvae.core.errors import EnvironmentProblem, UsageError
from desktop_cvae.core.xlsx_tables import xlsx_bytes

ROWS = [("label", "nats"), ("7, perhaps", np.float32(-92.4)), ('"quoted"', 3), ("é\n", 0.5)]


def test_another_reader_finds_the_same_cells() -> None:
    read = list(csv.reader(io.StringIO(csv_bytes(ROWS).decode("utf-8"), newline="")))
    assert read == [
        ["label", "nats"],
        ["7, perhaps", "-92.4"],
        ['"quoted"', "3"],
        ["é\n", "0.5"],
    ]


def test_pasted_text_falls_into_cells() -> None:
    assert tab_separated(ROWS[:2]) == "label\tnats\n7, perhaps\t-92.4\n"


@pytest.mark.parametrize("text", ["=1+2", "+cmd", "@SUM(A1)", "-2+3", "\t=1"])
def test_a_name_is_no_formula(text: str) -> None:
    ((cell,),) = csv.reader(io.StringIO(csv_bytes([(text,)]).decode()))
    assert cell == f"'{text}"


@pytest.mark.parametrize("text", ["-92.4", "+1", "−3", "a=b"])
def test_a_number_and_a_harmless_name_stay(text: str) -> None:
    ((cell,),) = csv.reader(io.StringIO(csv_bytes([(text,)]).decode()))
    assert cell == text


def test_excel_keeps_zeros_long_numbers_and_what_looks_like_a_date() -> None:
    row = ["0042072", "12345678901234567890", "3-4", "1?7", "30\n6", Decimal("0.50"), None]
    assert excel_csv_bytes([["text"], row]) == (
        b'\xef\xbb\xbf"text"\r\n"=""0042072""","=""12345678901234567890""","=""3-4""","1?7","30\n6",0.50,\r\n'
    )


def test_where_a_comma_stands_before_decimals_semicolons_stand_between_cells() -> None:
    row = ["a,b;c", 0.5, np.float32(0.25), 7]
    assert excel_csv_bytes([row], ",")[3:] == b'"a,b;c";0,5;0,25;7\r\n'


@pytest.mark.parametrize("text", ["=1+2", "+cmd", "@SUM(A1)", "-2+3", '=HYPERLINK("a")'])
def test_excel_computes_nothing(text: str) -> None:
    ((cell,),) = csv.reader(io.StringIO(excel_csv_bytes([(text,)]).decode("utf-8-sig")))
    assert cell in (f"'{text}", f'="{text}"')


def test_plain_csv_has_no_mark_and_digits_as_they_are() -> None:
    assert csv_bytes([["0042072", "\udc80"]]) == b"0042072,\\udc80\n"


def sheet_of(data: bytes) -> list[list[tuple[str, str]]]:
    """Type and content of a workbook's cells, as Excel finds them."""
    space = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        strings = ElementTree.fromstring(book.read("xl/sharedStrings.xml"))
        sheet = ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml"))
    texts = ["".join(one.itertext()) for one in strings]
    found = []
    for row in sheet.iter(f"{space}row"):
        cells = [(c.get("t", "n"), c.findtext(f"{space}v") or "") for c in row.iter(f"{space}c")]
        found.append([(kind, texts[int(v)] if kind == "s" else v) for kind, v in cells])
    return found


def test_a_workbook_has_texts_and_numbers() -> None:
    rows = [["text", "probability"], ["0042072", Decimal("0.50")], ["=1+2", np.float32(7)]]
    assert sheet_of(xlsx_bytes(rows)) == [
        [("s", "text"), ("s", "probability")],
        [("s", "0042072"), ("n", "0.5")],
        [("s", "=1+2"), ("n", "7")],
    ]


def test_a_name_that_is_no_text_and_a_long_one_can_be_written() -> None:
    ((name, long),) = sheet_of(xlsx_bytes([["a\udc80", "x" * 40_000]]))
    assert name == ("s", "a\\udc80")
    assert len(long[1]) == xlsx_tables.MOST_LETTERS


def test_what_no_workbook_can_hold_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx_tables, "MOST_ROWS", 1)
    with pytest.raises(UsageError, match="at most 1 rows"):
        xlsx_bytes([["a"], ["b"]])
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(EnvironmentProblem, match="CSV for Excel"):
        xlsx_bytes([["a"]])
