"""Schemas read, check and describe what their annotations declare."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal, NotRequired, TypedDict

import pytest

from desktop_cvae.core.errors import InvalidData
from desktop_cvae.core.results import EpochRecord, LossTerms
from desktop_cvae.core.schemas import (
    Field,
    check_fields,
    fields_of,
    from_json,
    json_schema,
    named_schemas,
)


@dataclass(frozen=True)
class Pen:
    """A nested schema."""

    width: Annotated[float, Field("Width", "of the line", 0, 4, "mm")]


@dataclass(frozen=True)
class Drawing:
    """A schema with a field of each kind."""

    title: Annotated[str, Field(max_length=5)]
    pens: Annotated[tuple[Pen, ...], Field(max_length=2)] = ()
    heights: Annotated[tuple[float, ...], Field(low=-1, high=1)] = ()
    paper: Literal["white", "grey"] = "white"
    mode: Annotated[str, Field(choices=(("ink", "Ink"), ("chalk", "Chalk")))] = "ink"
    metrics: dict[str, float] | None = None
    folder: Path = Path()
    value: bool | int | str = 0

    def __post_init__(self) -> None:
        check_fields(self)


def read(**entries: Any) -> Drawing:
    """Read a drawing with these entries beside its title."""
    return from_json(Drawing, {"title": "a"} | entries, "drawing")


def test_each_kind_of_field_is_read() -> None:
    drawing = read(
        pens=[{"width": 1}],
        heights=[0, 0.5],
        paper="grey",
        mode="chalk",
        metrics={"loss": 1},
        folder="runs",
        value=True,
    )
    assert drawing.pens == (Pen(1.0),)
    assert drawing.heights == (0.0, 0.5)
    assert drawing.metrics == {"loss": 1.0}
    assert drawing.folder == Path("runs")
    assert drawing.value is True
    assert (drawing.paper, drawing.mode) == ("grey", "chalk")


@pytest.mark.parametrize(
    ("entries", "message"),
    [
        ({"title": 1}, "“drawing.title” should be a text"),
        ({"title": "longer"}, "title” is too long"),
        ({"pens": [{"width": 1}] * 3}, "pens” is too long"),
        ({"pens": [{}]}, "“drawing.pens” lacks the entry “width”"),
        ({"pens": {}}, "“drawing.pens” has the wrong type"),
        ({"heights": [2]}, "“heights” has a number outside -1 to 1"),
        ({"paper": "black"}, "“paper” must be “white” or “grey”"),
        ({"mode": "oil"}, "“mode” must be “ink” or “chalk”"),
        ({"metrics": None}, "“drawing.metrics” has the wrong type"),
        ({"metrics": {"loss": "1"}}, "“drawing.metrics” should be a finite number"),
        ({"value": 0.5}, "“drawing.value” should be true or false"),
        ({"a\nb\x1b": 1}, "unknown entry"),
    ],
)
def test_a_wrong_entry_is_named(entries: dict[str, Any], message: str) -> None:
    with pytest.raises(InvalidData, match=message) as caught:
        read(**entries)
    assert str(caught.value).isprintable()


def test_a_complete_object_lacks_nothing() -> None:
    with pytest.raises(InvalidData, match="lacks the entry “pens”"):
        from_json(Drawing, {"title": "a"}, "drawing", is_complete=True)
    with pytest.raises(InvalidData, match="should be an object, not list"):
        from_json(Drawing, [], "drawing")


def test_an_integer_beyond_all_floats_is_not_finite() -> None:
    with pytest.raises(InvalidData, match="should be a finite number"):
        from_json(LossTerms, {"total": 10**400, "reconstruction": 1, "kl": 1}, "loss")


@pytest.mark.parametrize(
    ("epoch", "seconds"), [(0, 1.0), (-1, 1.0), (10**9, 1.0), (1, -0.5), (1, 1e12)]
)
def test_a_record_of_no_epoch_is_refused(epoch: int, seconds: float) -> None:
    terms = {"total": 1.0, "reconstruction": 1.0, "kl": 0.0}
    record = {"epoch": epoch, "train": terms, "validation": terms, "seconds": seconds}
    with pytest.raises(InvalidData, match="must lie between"):
        EpochRecord.from_json(record)


def test_only_fields_with_a_label_are_shown() -> None:
    assert fields_of(Drawing) == {}
    assert fields_of(Pen)["width"].tip == "Of the line (0 – 4 mm)"


class Answer(TypedDict):
    """A response."""

    kind: Literal["digit", "unsure"]
    labels: list[str] | None
    corner: tuple[int, int]
    entry: NotRequired[Annotated[int, Field(help="number of the entry", low=1)]]


def test_a_schema_becomes_a_closed_json_schema() -> None:
    schema = json_schema(Pen)
    assert schema == {
        "type": "object",
        "properties": {
            "width": {"type": "number", "description": "of the line", "minimum": 0, "maximum": 4}
        },
        "required": ["width"],
        "additionalProperties": False,
    }
    properties = json_schema(Drawing)["properties"]
    assert json_schema(Drawing)["required"] == ["title"]
    assert properties["mode"] == {"type": "string", "enum": ["ink", "chalk"], "default": "ink"}
    assert properties["paper"]["enum"] == ["white", "grey"]


def test_a_typed_dictionary_becomes_an_open_json_schema() -> None:
    schema = json_schema(Answer)
    assert schema["required"] == ["kind", "labels", "corner"]
    assert "additionalProperties" not in schema
    properties = schema["properties"]
    labels = {"type": "array", "items": {"type": "string"}}
    assert properties["labels"] == {"anyOf": [labels, {"type": "null"}]}
    assert properties["corner"] == {
        "type": "array",
        "items": {"type": "integer"},
        "minItems": 2,
        "maxItems": 2,
    }
    assert properties["entry"]["minimum"] == 1


class WheelFields(TypedDict):
    """A wheel."""

    spokes: Annotated[int, Field(low=3)]


class BicycleResponse(TypedDict):
    """A bicycle with its wheels.

    The second paragraph is not part of the summary.
    """

    front: WheelFields
    others: list[WheelFields]
    lamp: NotRequired[WheelFields | None]


def test_dictionaries_within_others_are_described_once_by_name() -> None:
    named = named_schemas([BicycleResponse, WheelFields], "#/at/")
    assert list(named) == ["Bicycle", "Wheel"]
    wheel = {"$ref": "#/at/Wheel"}
    assert named["Bicycle"]["description"] == "A bicycle with its wheels"
    properties = named["Bicycle"]["properties"]
    assert properties["front"] == wheel
    assert properties["others"] == {"type": "array", "items": wheel}
    assert properties["lamp"] == {"anyOf": [wheel, {"type": "null"}]}
    assert named["Bicycle"]["required"] == ["front", "others"]
    assert named["Wheel"]["properties"]["spokes"] == {"type": "integer", "minimum": 3}
