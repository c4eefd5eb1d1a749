"""Records of every kind, and their documented schema."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import jsonschema
import pytest
from fake_calibration import fake_calibration
from fakes import draw_digit, fake_model

from desktop_cvae.core.results import DIGIT, NO_DIGIT, UNSURE, Box, PreparedDigit, Verdict
from desktop_cvae.inference.line_hypotheses import ListedValue
from desktop_cvae.inference.picture_records import (
    FieldRecord,
    FormRecord,
    FoundDigit,
    NumberRecord,
    PictureRecord,
    box_around,
    number_record,
    picture_record,
    probability_of,
    record_fields,
    record_schema,
    verdict_on,
)

DOCUMENT = Path(__file__).parents[2] / "docs" / "records.md"
BOX = Box(1, 2, 10, 20)
SURE = FoundDigit("4", 0.99, (-1.0,), BOX, DIGIT, ("4",))
DOUBTFUL = FoundDigit("4", 0.6, (-1.0,), BOX, UNSURE, ("4", "9"), 1)
REJECTED = FoundDigit(None, None, (-1.0,), BOX, NO_DIGIT)
ALONE = PictureRecord("a.png", "4", (SURE,), "studio", preparation="ink")
FIELD = FieldRecord("meter", "4", 0.9, "", (SURE,), ListedValue("4", "9", 1.25))
FORM = FormRecord("a.png", "4\n", (), "studio", fit=0.9, fields=(FIELD, FieldRecord("day", "")))
NUMBER = NumberRecord("a.png", "4\n4?", (SURE, DOUBTFUL, REJECTED), "studio", None, "odd", 0.5)
EVERY = {
    "digit": ALONE,
    "rejected": PictureRecord("a.png", "", (REJECTED,), "studio"),
    "nothing": PictureRecord("a.png", "", (), "studio"),
    "error": PictureRecord("a.png", "", (), "studio", "It is damaged."),
    "number": NUMBER,
    "form": FORM,
}


def test_the_document_has_the_schema() -> None:
    schema = DOCUMENT.read_text(encoding="utf-8").split("```json\n")[1].split("```")[0]
    assert json.loads(schema) == json.loads(json.dumps(record_schema()))


@pytest.mark.parametrize("kind", EVERY)
def test_every_record_fits_the_schema(kind: str) -> None:
    record = json.loads(json.dumps(record_fields(EVERY[kind])))
    jsonschema.Draft202012Validator(record_schema()).validate(record)


@pytest.mark.parametrize("spoiled", [{"version": 2}, {"probability": 1.5}, {"verdict": "sure"}])
def test_other_records_do_not(spoiled: dict[str, object]) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(
            {**json.loads(json.dumps(record_fields(ALONE))), **spoiled}, record_schema()
        )


def test_a_number_has_the_worst_verdict_of_its_digits() -> None:
    assert verdict_on(()) == "nothing found"
    assert verdict_on((SURE,)) == DIGIT
    assert verdict_on((DOUBTFUL, SURE)) == UNSURE
    assert record_fields(NUMBER)["verdict"] == NO_DIGIT
    assert record_fields(EVERY["error"])["verdict"] is None


def test_only_what_was_read_has_a_probability() -> None:
    shown = {kind: record_fields(record)["probability"] for kind, record in EVERY.items()}
    assert shown == {
        "digit": 0.99,
        "rejected": None,
        "nothing": None,
        "error": None,
        "number": 0.5,
        "form": 0.9,
    }
    blank = replace(FORM, fields=(FieldRecord("day", ""),))
    assert record_fields(blank)["probability"] is None


def test_records_are_made_of_readings() -> None:
    model = fake_model(calibration=fake_calibration())
    (reading,) = model.read(draw_digit(7)[None])
    prepared = PreparedDigit(draw_digit(7), True, BOX, 1.0, (0.0, 0.0), False, "inverted")
    record = picture_record("a.png", prepared, reading, model)
    assert (record.text, record.model, record.preparation) == ("7", "studio", "inverted")
    (digit,) = record.digits
    assert (digit.label, digit.box, digit.line, digit.verdict) == ("7", BOX, 0, DIGIT)
    assert digit.probability == round(reading.verdict.probability, 6)
    assert digit.evidence_nats == tuple(round(float(n), 3) for n in reading.evidence_nats)
    rejected = replace(reading, verdict=Verdict(NO_DIGIT, (), 0.9))
    record = picture_record("a.png", prepared, rejected, model)
    assert (record.text, record.digits[0].label, record.digits[0].probability) == ("", None, None)
    # Two lines, on a page that is half as large as the file.
    four = SimpleNamespace(recognition=reading, label=4, box=Box(3, 2, 4, 5))
    lines = [SimpleNamespace(digits=[four]), SimpleNamespace(digits=[four, four])]
    page = SimpleNamespace(lines=lines, text="4\n44", probability=0.12345678, warning="odd")
    number = number_record("b.png", page, "studio", model.label_names, 2)  # type: ignore[arg-type]
    assert [(one.label, one.line) for one in number.digits] == [("4", 0), ("4", 1), ("4", 1)]
    assert number.digits[0].box == Box(6, 4, 8, 10)
    assert (number.text, number.probability, number.warning) == ("4\n44", 0.123457, "odd")


@pytest.mark.parametrize(
    ("field", "is_to_check"),
    [
        (FieldRecord("a", "4", 0.3, "", (SURE,)), False),
        (FieldRecord("a", "4", 0.99, "", (SURE, DOUBTFUL)), True),
        (FieldRecord("a", "4", 0.99, "too long", (SURE,)), True),
        (FieldRecord("a", "4", 0.99, "", (DOUBTFUL,), ListedValue("4", "9", 1.0)), False),
        (FieldRecord("a", "4", 0.97, "", (SURE,), ListedValue("4", "9", 1.0)), True),
        (FieldRecord("a", "4", 0.99, "odd", (SURE,), ListedValue("4", "9", 1.0)), True),
        (FieldRecord("a", ""), False),
    ],
)
def test_a_field_is_checked_where_it_is_in_doubt(field: FieldRecord, is_to_check: bool) -> None:
    assert field.is_to_check == is_to_check


def test_a_form_is_right_where_all_of_its_fields_are() -> None:
    fields = (replace(FIELD, probability=0.5), replace(FIELD, probability=0.4), FORM.fields[1])
    assert probability_of(replace(FORM, fields=fields)) == pytest.approx(0.2)
    assert probability_of(replace(FORM, fields=FORM.fields[1:])) is None


def test_the_box_of_a_number_holds_all_of_its_digits() -> None:
    boxes = (Box(5, 9, 4, 6), Box(12, 2, 3, 5), Box(7, 4, 2, 13))
    assert box_around([replace(SURE, box=box) for box in boxes]) == Box(5, 2, 10, 15)
