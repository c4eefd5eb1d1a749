"""Records as JSON Lines, CSV and text; corrected records."""

from __future__ import annotations

import csv
import json
from dataclasses import replace

import numpy as np
import pytest

from desktop_cvae.bulk.batch_reader import Content, RecognitionRequest
from desktop_cvae.bulk.record_formats import (
    DIGIT_FORMATS,
    MOST_REMARKS,
    NUMBER_FORMATS,
    corrected,
    escaped,
    form_formats,
    formats_for,
    json_line,
    name_width,
)
from desktop_cvae.core.csv_tables import csv_row, from_spreadsheet_cell
from desktop_cvae.core.results import DIGIT, NO_DIGIT, UNSURE, Box
from desktop_cvae.inference.form_file import LISTED, Form, FormField
from desktop_cvae.inference.line_hypotheses import ListedValue
from desktop_cvae.inference.picture_records import (
    FieldRecord,
    FormRecord,
    FoundDigit,
    NumberRecord,
    PictureRecord,
    record_fields,
)

FORM = Form(
    "A card",
    (FormField("meter", (0.1, 0.1, 0.2, 0.1)), FormField("day", (0.1, 0.5, 0.2, 0.1))),
    np.zeros((9, 9), np.uint8),
)


def digit(label: str, verdict: str = DIGIT, *labels: str, x: int = 0) -> FoundDigit:
    box = Box(x, 2, 10, 20)
    return FoundDigit(label, 0.5, (-1.0,), box, verdict, labels or (label,))


def rejected(x: int = 0) -> FoundDigit:
    return FoundDigit(None, None, (-1.0,), Box(x, 2, 10, 20), NO_DIGIT)


def form_record() -> FormRecord:
    fields = (
        FieldRecord("meter", "12", 0.5, "", (digit("1"), digit("2", UNSURE, "2", "7"))),
        FieldRecord("day", ""),
    )
    return FormRecord("a.png", "12\n", (), "studio", fit=0.875, fields=fields)


def cells(line: str) -> list[str]:
    (row,) = csv.reader([line], strict=True)
    return row


def test_the_request_decides_the_columns() -> None:
    assert formats_for(RecognitionRequest("m")) is DIGIT_FORMATS
    for content in (Content.NUMBERS, Content.AUTOMATIC):
        assert formats_for(RecognitionRequest("m", content=content)) is NUMBER_FORMATS
    header = formats_for(RecognitionRequest("m", form=FORM)).csv_header
    assert header == "file,meter,day,to_check,fit,model,error\n"


def test_every_line_of_csv_has_the_columns_of_its_header() -> None:
    records = [
        PictureRecord("a.png", "4", (digit("4", UNSURE, "4", "9"),), "studio"),
        PictureRecord("a.png", "", (), "studio", "damaged"),
        NumberRecord("a.png", "1?", (digit("1"), rejected(x=30)), "studio", None, "odd"),
        form_record(),
    ]
    for formats in (DIGIT_FORMATS, NUMBER_FORMATS, form_formats(FORM)):
        count = formats.csv_header.count(",") + 1
        assert [len(cells(formats.csv_line(record))) for record in records] == [count] * 4


def test_a_digit_has_the_columns_of_a_number() -> None:
    record = PictureRecord("a.png", "4", (digit("4", UNSURE, "4", "9"),), "studio")
    line = DIGIT_FORMATS.csv_line(record)
    assert line == "a.png,4,unsure,4/9,0.500000,,,0,2,10,20,studio,\n"
    assert NUMBER_FORMATS.csv_line(record) == line


def test_a_number_has_its_worst_verdict_and_one_box() -> None:
    digits = (digit("1"), rejected(x=30), digit("7", UNSURE, "1", "7", x=15))
    record = NumberRecord("a.png", "1?7", digits, "studio", None, "odd", 0.25)
    line = NUMBER_FORMATS.csv_line(record)
    assert line == "a.png,1?7,not a digit,1 ? 1/7,0.250000,odd,,0,2,40,20,studio,\n"


def test_a_rejected_picture_has_no_probability() -> None:
    for record in (
        PictureRecord("a.png", "", (rejected(),), "studio"),
        NumberRecord("a.png", "?", (rejected(),), "studio", None, "", 0.9),
    ):
        assert cells(DIGIT_FORMATS.csv_line(record))[2:5] == ["not a digit", "?", ""]
        fields = json.loads(json_line(record))
        assert fields["probability"] is fields["digits"][0]["probability"] is None
        assert (fields["digits"][0]["label"], fields["digits"][0]["labels"]) == (None, [])
        assert "%" not in NUMBER_FORMATS.text_formatter([])(record)


def test_forms_name_the_fields_to_check() -> None:
    assert form_formats(FORM).csv_line(form_record()) == "a.png,12,,meter,0.875,studio,\n"
    fields = record_fields(form_record())
    assert (fields["text"], fields["verdict"], fields["digits"]) == ("12\n", "unsure", [])
    assert (fields["fields"]["meter"]["text"], fields["fit"]) == ("12", 0.875)
    assert fields["fields"]["day"]["verdict"] == "nothing found"


def test_the_second_of_a_list_is_written_beside_the_first() -> None:
    who = FormField("who", (0.1, 0.1, 0.2, 0.1), kind=LISTED, values=("12", "72"))
    formats = form_formats(replace(FORM, fields=(who, FORM.fields[1])))
    listed = ListedValue("12", "72", 1.25)
    # One of its digits is unsure, but all of them together are not.
    digits = (digit("1", UNSURE, "1", "7"), digit("2"))
    read = FieldRecord("who", "12", 0.99, "", digits, listed)
    record = replace(form_record(), fields=(read, FieldRecord("day", "")))
    assert formats.csv_header == "file,who,who_second,who_nats,day,to_check,fit,model,error\n"
    assert formats.csv_line(record) == "a.png,12,72,1.250,,,0.875,studio,\n"
    doubtful = replace(record, fields=(replace(read, probability=0.97), record.fields[1]))
    assert formats.csv_line(doubtful) == "a.png,12,72,1.250,,who,0.875,studio,\n"
    fields = record_fields(record)["fields"]
    assert (fields["who"]["second"], fields["who"]["second_nats"]) == ("72", 1.25)
    assert "second" not in fields["day"]
    told = formats.text_formatter([])(record)
    assert "who  12  99.0 %  then 72, 1.2 nats behind\n" in told
    empty = FormRecord("b.png", "", (), "studio", "not this form")
    assert formats.csv_line(empty) == "b.png,,,,,,,studio,not this form\n"


def test_json_has_neither_entries_nor_thumbnails() -> None:
    thumbnail = np.zeros((2, 2), np.uint8)
    record = PictureRecord("\udcffa.png", "4", (digit("4"),), "studio", thumbnail=thumbnail)
    line = json_line(record)
    assert line.isascii()
    assert line.endswith("}\n")
    alone = json.loads(line)
    assert not {"entry", "thumbnail"} & alone.keys()
    number = json.loads(json_line(NumberRecord("a.png", "4", (digit("4"),), "studio")))
    assert list(number) == list(alone)


def test_text_explains_a_few_doubts() -> None:
    digits = (digit("4", UNSURE, "4", "9"),) * (MOST_REMARKS + 2)
    record = NumberRecord("a.png", "4" * len(digits), digits, "studio")
    told = NUMBER_FORMATS.text_formatter(["a.png"])(record)
    assert "digit 5 unsure: 4 or 9, and 2 more" in told
    assert "digit 6" not in told
    assert form_formats(FORM).text_formatter([])(form_record()).splitlines() == [
        "a.png",
        "  meter  12  50.0 %  to check",
        "  day    –",
    ]


@pytest.mark.parametrize("name", ["a\nb", 'a"b', "a,b", "\r", "ü"])
def test_any_name_is_one_cell(name: str) -> None:
    (row,) = csv.reader(csv_row([name, 1]).splitlines(keepends=True), strict=True)
    assert [from_spreadsheet_cell(row[0]), row[1]] == [name, "1"]
    assert "\n" not in escaped(name)


def test_names_share_a_column_of_bounded_width() -> None:
    assert name_width(["a\n.png", "b.png"]) == len("a\\n.png")
    assert name_width([]) == 0
    assert name_width(["x" * 500]) == 60


def test_a_correction_replaces_texts_and_nothing_else() -> None:
    record = PictureRecord("a.png", "4", (digit("4"),), "studio")
    assert corrected(record, "9") == PictureRecord("a.png", "9", (digit("4"),), "studio")
    for text, expected in (("7", ["7", ""]), ("7\n8\n9", ["7", "8"])):
        form = corrected(form_record(), text)
        assert isinstance(form, FormRecord)
        assert [field.text for field in form.fields] == expected
        assert form.fields[0].digits == form_record().fields[0].digits


def test_a_digit_is_a_line_for_people() -> None:
    line = DIGIT_FORMATS.text_formatter(["long name.png", "a.png"])
    sure = PictureRecord("a.png", "4", (digit("4"),), "studio")
    assert line(sure) == "a.png          4    50.0 %\n"
    unsure = PictureRecord("a\n.png", "4", (digit("4", UNSURE, "4", "9"),), "studio")
    assert line(unsure) == "a\\n.png        4    50.0 %  unsure: 4 or 9\n"
    assert line(PictureRecord("a.png", "", (rejected(),), "m")) == "a.png          –  not a digit\n"
    assert line(PictureRecord("a.png", "", (), "m")) == "a.png          –  nothing found\n"
    assert line(PictureRecord("a.png", "", (), "m", "damaged")) == ""
    assert line(PictureRecord("a longer name.png", "", (), "m")).startswith("a longer name.png  –")
