"""Forms: the fields of a printed page and the picture of its sample, stored as ``form.json``.

The format is in ``docs/form_format.md``. A form may come from strangers: its size is bounded, and
the type and range of every value are checked before it is used.
"""

from __future__ import annotations

import base64
import io
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any

import numpy as np
import numpy.typing as npt

from desktop_cvae.core.atomic_files import write_atomically
from desktop_cvae.core.checked_json import parse_json
from desktop_cvae.core.errors import (
    DesktopCvaeError,
    FormFileError,
    ImageProblem,
    InputOutputError,
    InvalidData,
    MalformedJson,
)
from desktop_cvae.core.language import mark, tr
from desktop_cvae.core.schemas import Field, check_fields, from_json, one_of
from desktop_cvae.inference.field_rules import (
    MOST_VALUES,
    FieldRule,
    check_values,
    list_rule,
    parse_rule,
)
from desktop_cvae.pictures.bounded_files import read_bounded, shown_name
from desktop_cvae.pictures.picture_files import read_image
from desktop_cvae.pictures.registration import REFERENCE_SIDE, ShareBox

VERSION, FIRST_VERSION = 2, 1
"""Newest version, with lists of values, and that of forms without them."""
NUMBER, ONE_DIGIT, LISTED = "number", "digit", "list"
KINDS = {NUMBER: mark("A number"), ONE_DIGIT: mark("One digit"), LISTED: mark("One of a list")}
MOST_FIELDS, MOST_LETTERS = 200, 60
LEAST_SHARE = 0.002
"""Smallest width or height of a field, as a fraction of the page's."""
MAX_FORM_BYTES = 1_000_000
COLUMNS = ("file", "fit", "to_check", "model", "error")
"""Other columns of a table of records, which no field may have as its name."""
_FORBIDDEN = frozenset(',"')


@dataclass(frozen=True)
class FormField:
    """One field of a form.

    Attributes:
        name: unique on the form; the name of its column.
        box: x, y, width and height as fractions of the page's width and height.
        rule: what a number must be, as :func:`inference.field_rules.parse_rule` takes it, or "".
        kind: one of ``KINDS``.
        values: what a field of kind ``"list"`` may hold, see
            :func:`inference.field_rules.check_values`; empty for other kinds.
    """

    name: str
    box: Annotated[tuple[float, ...], Field(low=0, high=1)]
    rule: str = ""
    kind: Annotated[str, one_of(*KINDS)] = NUMBER
    values: Annotated[tuple[str, ...], Field(max_length=MOST_VALUES)] = ()

    def __post_init__(self) -> None:
        check_fields(self)
        name = self.name
        if not name.strip() or len(name) > MOST_LETTERS or not name.isprintable():
            raise InvalidData(tr("a field's name is empty, too long or not printable"))
        if name in COLUMNS or _FORBIDDEN & set(name):
            raise InvalidData(tr("a field may not be called “{name}”", name=name))
        if len(self.box) != 4:
            raise InvalidData(
                tr("the box of “{name}” is not four fractions of the page", name=name)
            )
        x, y, width, height = self.box
        # A little more than 1, because the sums are rounded.
        if min(width, height) < LEAST_SHARE or max(x + width, y + height) > 1 + 1e-6:
            raise InvalidData(tr("the box of “{name}” is not on the page", name=name))
        if self.rule and self.kind != NUMBER:
            raise InvalidData(tr("“{name}” is not a number, so it has no rule", name=name))
        if self.values and self.kind != LISTED:
            raise InvalidData(tr("“{name}” has values, but does not hold one of them", name=name))
        check_values(self.values)
        if self.rule:
            parse_rule(self.rule)

    @property
    def share_box(self) -> ShareBox:
        """The box, as four numbers."""
        x, y, width, height = self.box
        return x, y, width, height

    @property
    def parsed_rule(self) -> FieldRule | None:
        """The parsed rule, or that of the values; None for any number."""
        if self.kind == LISTED:
            return list_rule(self.values)
        return parse_rule(self.rule) if self.rule else None

    @property
    def columns(self) -> tuple[str, ...]:
        """Names of its columns in a table; a list's second best value has two of its own."""
        if self.kind != LISTED:
            return (self.name,)
        return self.name, f"{self.name}_second", f"{self.name}_nats"


@dataclass(frozen=True, eq=False)
class Form:
    """A form and its fields.

    Attributes:
        title: its name for people.
        fields: fields with unique names, in the order of their columns.
        reference: ink of the sample page, uint8, (h, w), see
            :func:`pictures.registration.reference_of`.
    """

    title: str
    fields: tuple[FormField, ...]
    reference: npt.NDArray[np.uint8] = field(repr=False)

    def __post_init__(self) -> None:
        if not self.title.isprintable() or len(self.title) > MOST_LETTERS:
            raise InvalidData(tr("the title is too long or not printable"))
        if len(self.fields) > MOST_FIELDS:
            raise InvalidData(tr("there are more than {most} fields", most=MOST_FIELDS))
        if len({one.name for one in self.fields}) < len(self.fields):
            raise InvalidData(tr("two fields have the same name"))
        columns = [column for one in self.fields for column in one.columns]
        if len(set(columns)) < len(columns):
            raise InvalidData(tr("a field has the name of another one's column"))
        for one in self.fields:
            if one.kind == LISTED and not one.values:
                raise InvalidData(tr("“{name}” has no values to choose from", name=one.name))

    @property
    def aspect(self) -> float:
        """Width of the page divided by its height."""
        height, width = self.reference.shape
        return float(width / height)


def read_form(path: Path) -> Form:
    """Read and check a form.

    Raises:
        FormFileError: the file is not a form, or a value is out of range.
        InputOutputError: the file cannot be read.
    """
    data = read_bounded(path, MAX_FORM_BYTES, InputOutputError)
    name = shown_name(path)
    try:
        return _form(parse_json(data, mark("text"), MAX_FORM_BYTES))
    except MalformedJson as error:
        raise FormFileError(name, error.details) from error
    except DesktopCvaeError as error:
        raise FormFileError(name, error.sentence.rstrip(".")) from error


@dataclass(frozen=True)
class _Entries:
    """Entries of ``form.json``."""

    version: int
    title: str
    aspect: float
    fields: Annotated[tuple[FormField, ...], Field(max_length=MOST_FIELDS)]
    sample: Annotated[str, Field(max_length=MAX_FORM_BYTES)]


def _form(data: Any) -> Form:
    # First, because a later version may have other entries.
    version = data.get("version") if isinstance(data, dict) else None
    if type(version) is int and version > VERSION:
        raise InvalidData(tr("a newer version of the program made it; update desktop-cvae"))
    entries = from_json(_Entries, data, "form")
    return Form(entries.title, entries.fields, _reference(entries.sample))


def _reference(text: str) -> npt.NDArray[np.uint8]:
    try:
        png = base64.b64decode(text, validate=True)
        # Width and height are checked in the PNG's header, before anything large is unpacked.
        sides = [int.from_bytes(png[start : start + 4]) for start in (16, 20)]
        if len(png) < 24 or max(sides) > REFERENCE_SIDE:
            raise ValueError(f"{len(png)} bytes, {sides}")
        image = read_image(png)
        if min(image.shape) < 8:
            raise ValueError(f"{image.shape}")
    except (ValueError, ImageProblem) as error:
        raise InvalidData(tr("its sample is damaged")) from error
    return np.rint(255 * image).astype(np.uint8)


def form_bytes(form: Form) -> bytes:
    """Return a form as a file; equal forms give equal bytes."""
    # Pillow is loaded late: the window starts without it.
    from PIL import Image

    png = io.BytesIO()
    Image.fromarray(form.reference).save(png, "PNG", optimize=True)
    entries = {
        # Older programs open what they can read.
        "version": VERSION if any(one.values for one in form.fields) else FIRST_VERSION,
        "title": form.title,
        "aspect": round(form.aspect, 4),
        "fields": [
            {
                "name": one.name,
                "box": [round(side, 5) for side in one.box],
                "rule": one.rule,
                "kind": one.kind,
                **({"values": one.values} if one.values else {}),
            }
            for one in form.fields
        ],
        "sample": base64.b64encode(png.getvalue()).decode("ascii"),
    }
    return (json.dumps(entries, indent=1, ensure_ascii=False) + "\n").encode("utf-8")


def write_form(path: Path, form: Form) -> None:
    """Write a form atomically.

    Raises:
        InputOutputError: the file cannot be written.
        FormFileError: it would be too large to be read again.
    """
    data = form_bytes(form)
    if len(data) > MAX_FORM_BYTES:
        raise FormFileError(shown_name(path), tr("its lists of values are too long"))
    write_atomically(path, data)
