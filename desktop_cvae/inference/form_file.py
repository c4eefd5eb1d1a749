"""A form: the fields of a printed page, and what its sample looks like; kept as ``form.json``.

The format is in ``docs/form_format.md``. A form may come from strangers: it is bounded, and every
value is typed and ranged, before any of it is used.
"""

from __future__ import annotations

import base64
import binascii
import io
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from desktop_cvae.core.checked_json import from_json, parse_json
from desktop_cvae.core.errors import DesktopCvaeError, FormFileError, ImageProblem, InvalidSpec
from desktop_cvae.core.language import mark, tr
from desktop_cvae.core.results import FloatArray
from desktop_cvae.inference.field_rules import FieldRule, parse_rule
from desktop_cvae.pictures.picture_files import read_bounded, read_image, shown_name
from desktop_cvae.pictures.registration import REFERENCE_SIDE, ShareBox, reference_of

VERSION = 1
NUMBER, ONE_DIGIT = "number", "digit"
KINDS = {NUMBER: mark("A number"), ONE_DIGIT: mark("One digit")}
MOST_FIELDS, MOST_LETTERS = 200, 60
LEAST_SHARE = 0.002
"""Of the page's width or height: a field is at least so large."""
MAX_FORM_BYTES = 1_000_000
COLUMNS = ("file", "fit", "to_check", "model", "error")
"""What else stands in a table of records; no field may be called so."""
_FORBIDDEN = frozenset(',"')


@dataclass(frozen=True)
class FormField:
    """One field.

    Attributes:
        name: unique on the form; the name of its column.
        box: x, y, width and height in shares of the page's width and height.
        rule: what a number must be, as :func:`inference.field_rules.parse_rule` reads it, or "".
        kind: one of ``KINDS``.
    """

    name: str
    box: tuple[float, ...]
    rule: str = ""
    kind: str = NUMBER

    def __post_init__(self) -> None:
        name = self.name
        if not name.strip() or len(name) > MOST_LETTERS or not name.isprintable():
            raise InvalidSpec(tr("a field's name is empty, too long or not printable"))
        if name in COLUMNS or _FORBIDDEN & set(name):
            raise InvalidSpec(tr("no field may be called “{name}”", name=name))
        if len(self.box) != 4 or not all(0 <= share <= 1 for share in self.box):
            raise InvalidSpec(tr("the box of “{name}” is not four shares of the page", name=name))
        x, y, width, height = self.box
        if min(width, height) < LEAST_SHARE or max(x + width, y + height) > 1 + 1e-6:
            raise InvalidSpec(tr("the box of “{name}” is not on the page", name=name))
        if self.kind not in KINDS:
            raise InvalidSpec(tr("“{name}” is of no known kind", name=name))
        if self.rule and self.kind != NUMBER:
            raise InvalidSpec(tr("“{name}” is one digit, which has no rule", name=name))
        _ = self.parsed_rule

    @property
    def share_box(self) -> ShareBox:
        """The box, as four numbers."""
        x, y, width, height = self.box
        return x, y, width, height

    @property
    def parsed_rule(self) -> FieldRule | None:
        """The rule, or None for any number."""
        return parse_rule(self.rule) if self.rule else None


@dataclass(frozen=True, eq=False)
class Form:
    """A form and its fields.

    Attributes:
        title: for people.
        fields: from top to bottom, as they were drawn; none is called as another.
        reference: the sample's ink, uint8, (h, w), see
            :func:`pictures.registration.reference_of`.
    """

    title: str
    fields: tuple[FormField, ...]
    reference: npt.NDArray[np.uint8] = field(repr=False)

    def __post_init__(self) -> None:
        if not self.title.isprintable() or len(self.title) > MOST_LETTERS:
            raise InvalidSpec(tr("the title is too long or not printable"))
        if len(self.fields) > MOST_FIELDS:
            raise InvalidSpec(tr("there are more than {most} fields", most=MOST_FIELDS))
        if len({one.name for one in self.fields}) < len(self.fields):
            raise InvalidSpec(tr("two fields have one name"))

    @property
    def aspect(self) -> float:
        """Width of the page over its height."""
        height, width = self.reference.shape
        return float(width / height)


def form_of(title: str, fields: tuple[FormField, ...], sample: FloatArray) -> Form:
    """The form that a sample page shows; float32, (H, W), in [0, 1], light is 1."""
    return Form(title, fields, reference_of(sample))


def read_form(path: Path) -> Form:
    """Read and check a form.

    Raises:
        FormFileError: it is no form, or makes no sense.
        InputOutputError: the file cannot be read.
    """
    from desktop_cvae.core.errors import InputOutputError

    data = read_bounded(path, MAX_FORM_BYTES, InputOutputError)
    name = shown_name(path)
    try:
        entries = parse_json(data, name, mark("text"), MAX_FORM_BYTES)
        return _form(entries)
    except DesktopCvaeError as error:
        raise FormFileError(name, error.sentence.rstrip(".")) from error


def _form(entries: Any) -> Form:
    known = {"version", "title", "aspect", "fields", "sample"}
    if not isinstance(entries, dict) or set(entries) != known:
        raise InvalidSpec(tr("its entries are not those of a form"))
    if type(entries["version"]) is not int or entries["version"] > VERSION:
        raise InvalidSpec(tr("a newer version of the program made it; update desktop-cvae"))
    title, fields, sample = (entries[key] for key in ("title", "fields", "sample"))
    if not isinstance(title, str) or not isinstance(fields, list) or not isinstance(sample, str):
        raise InvalidSpec(tr("its entries are not those of a form"))
    if len(fields) > MOST_FIELDS:
        raise InvalidSpec(tr("there are more than {most} fields", most=MOST_FIELDS))
    read = tuple(from_json(FormField, one, "fields") for one in fields)
    return Form(title, read, _reference(sample))


def _reference(text: str) -> npt.NDArray[np.uint8]:
    try:
        png = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as error:
        raise InvalidSpec(tr("its sample is damaged")) from error
    # The width and height of a PNG's header come first, so that none is unpacked that is large.
    if len(png) < 24 or max(int.from_bytes(png[at : at + 4]) for at in (16, 20)) > REFERENCE_SIDE:
        raise InvalidSpec(tr("its sample is damaged"))
    try:
        image = read_image(png)
    except ImageProblem as error:
        raise InvalidSpec(tr("its sample is damaged")) from error
    if min(image.shape) < 8:
        raise InvalidSpec(tr("its sample is damaged"))
    return np.rint(255 * image).astype(np.uint8)


def form_bytes(form: Form) -> bytes:
    """The form as its file has it; the same form gives the same bytes."""
    from PIL import Image

    png = io.BytesIO()
    Image.fromarray(form.reference).save(png, "PNG", optimize=True)
    entries = {
        "version": VERSION,
        "title": form.title,
        "aspect": round(form.aspect, 4),
        "fields": [
            {
                "name": one.name,
                "box": [round(share, 5) for share in one.box],
                "rule": one.rule,
                "kind": one.kind,
            }
            for one in form.fields
        ],
        "sample": base64.b64encode(png.getvalue()).decode("ascii"),
    }
    return (json.dumps(entries, indent=1, ensure_ascii=False) + "\n").encode("utf-8")


def write_form(path: Path, form: Form) -> None:
    """Write a form aside, and rename it over the old one.

    Raises:
        InputOutputError: the file cannot be written.
    """
    from desktop_cvae.core.atomic_files import write_atomically

    write_atomically(path, form_bytes(form))
