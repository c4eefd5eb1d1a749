"""Tables as other programs read them."""

from __future__ import annotations

import csv
import io

import numpy as np
import pytest

from desktop_cvae.core.csv_tables import csv_bytes, tab_separated

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
