"""Records of every kind, and their documented schema."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest

from desktop_cvae.core.results import DIGIT, NO_DIGIT, UNSURE, Box
from desktop_cvae.inference.line_hypotheses import ListedValue
from desktop_cvae.inference.picture_records import (
    FieldRecord,
    FormRecord,
    FoundDigit,
    NumberRecord,
    PictureRecord,
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
