"""Lists of values from the columns of CSV files of any program."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_cvae.core.csv_tables import excel_csv_bytes
from desktop_cvae.core.errors import DesktopCvaeError, UsageError
from desktop_cvae.inference.value_columns import read_value_column, read_value_columns


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "customers.csv"


def test_columns_of_numbers_are_found(file: Path) -> None:
    file.write_text("name,number,room\nAda,0042,\nBob,17-3,5\nCyd,0042,6\n")
    assert read_value_columns(file) == {"number": ("0042", "17-3"), "room": ("5", "6")}
    assert read_value_column(file, "room") == ("5", "6")
    with pytest.raises(UsageError, match="number, room"):
        read_value_column(file)
    with pytest.raises(UsageError, match="no column “name”"):
        read_value_column(file, "name")


@pytest.mark.parametrize(
    "data",
    [
        b"0042\n17\n",
        b"\xef\xbb\xbf0042\r\n17\r\n",
        b"\xff;0042\n\xff;17\n",
        excel_csv_bytes([["number"], ["0042"], ["17"]], ","),
    ],
)
def test_one_column_needs_no_name(file: Path, data: bytes) -> None:
    file.write_bytes(data)
    assert read_value_column(file) == ("0042", "17")


@pytest.mark.parametrize("data", [b"", b"name\nAda\n", b"\0\0", b'"' * 7, b"a\n1\n1.\n"])
def test_a_file_without_numbers_is_refused_in_one_sentence(file: Path, data: bytes) -> None:
    file.write_bytes(data)
    with pytest.raises(DesktopCvaeError, match=r"“customers\.csv”") as told:
        read_value_column(file)
    assert "\n" not in told.value.sentence
