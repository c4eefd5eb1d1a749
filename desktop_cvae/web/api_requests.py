"""Requests of the API: the fields of forms, addresses and JSON bodies, each declared once.

The declarations check a request and describe it in OpenAPI; their help is English, as the API is.
"""

from __future__ import annotations

import base64
import binascii
import re
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Literal, TypeVar

import numpy as np

from desktop_cvae.core.calibration import DEFAULT_FALSE_REJECTION_RATE, MAX_FALSE_REJECTION_RATE
from desktop_cvae.core.checked_json import parse_json, printable
from desktop_cvae.core.errors import InvalidData, MalformedJson, UsageError
from desktop_cvae.core.language import mark, tr
from desktop_cvae.core.preparation_names import PREPARATIONS
from desktop_cvae.core.results import Style
from desktop_cvae.core.schemas import Field, check_fields, from_json, types_of
from desktop_cvae.core.specs import ModelSpec
from desktop_cvae.web.limits import (
    MAX_JSON_BYTES,
    MAX_LATENT,
    MAX_LENGTH,
    MAX_PAGE_ENTRIES,
    MAX_SAMPLES,
    MAX_STYLE_LENGTH,
)

_WHOLE, _NUMBER = (
    re.compile(r"-?\d{1,15}", re.ASCII),
    re.compile(r"-?\d{1,9}(\.\d{1,17})?", re.ASCII),
)
_YES, _NO = ("1", "true", "on"), ("0", "false", "off")
T = TypeVar("T")

Text = Annotated[str, Field(max_length=MAX_LENGTH)]
Model = Annotated[
    str, Field(help="name of a model in status; the server's by default", max_length=MAX_LENGTH)
]
Label = Annotated[str, Field(help="name of a label", max_length=MAX_LENGTH)]
Noise = Annotated[str, Field(help="kind:level, such as gaussian:0.3", max_length=MAX_LENGTH)]
Seed = Annotated[int, Field(help="the same seed gives the same result", low=0, high=2**31 - 1)]
Coordinate = Annotated[
    float, Field(help="in the map's coordinates", low=-MAX_LATENT, high=MAX_LATENT)
]
FalseRejectionRate = Annotated[
    float,
    Field(
        help="fraction of real digits that may be rejected; 0 rejects nothing",
        low=0,
        high=MAX_FALSE_REJECTION_RATE,
    ),
]
Pictures = Annotated[bool, Field(help="whether the answer has pictures; without, it is short")]
Keep = Annotated[bool, Field(help="whether the archive keeps the answer")]
Preparation = Annotated[
    str,
    Field(
        help="how the picture is prepared; the evidence decides by default",
        choices=(("", ""), *PREPARATIONS.items()),
    ),
]


class Request:
    """Base of all requests: their fields are checked when one is made."""

    def __post_init__(self) -> None:
        check_fields(self)


@dataclass(frozen=True)
class ReadRequest(Request):
    """Request to read one digit; the reconstruction is made under ``label``, if one is given."""

    model: Model = ""
    noise: Noise = ""
    seed: Seed = 0
    label: Label = ""
    refuse: FalseRejectionRate = DEFAULT_FALSE_REJECTION_RATE
    keep: Keep = False
    entry: Annotated[
        int,
        Field(help="entry of the archive, made by this page, to replace", low=0, high=2**53),
    ] = 0
    preparation: Preparation = ""
    pictures: Pictures = True


@dataclass(frozen=True)
class BatchRequest(Request):
    """Request to read several pictures of one digit each; nothing is kept."""

    model: Model = ""
    refuse: FalseRejectionRate = DEFAULT_FALSE_REJECTION_RATE
    preparation: Preparation = ""
    pictures: Pictures = False


@dataclass(frozen=True)
class NumberRequest(Request):
    """Request to read numbers."""

    model: Model = ""
    rule: Annotated[
        str,
        Field(
            help="length:N, postal:N, phone, card, date, amount or decimal", max_length=MAX_LENGTH
        ),
    ] = ""
    refuse: FalseRejectionRate = DEFAULT_FALSE_REJECTION_RATE
    keep: Keep = False


@dataclass(frozen=True)
class SamplesRequest(Request):
    """Request to generate digits."""

    model: Model = ""
    label: Label = ""
    count: Annotated[
        int,
        Field(
            help="0 with a hand and no label: every label once in that hand; else 10",
            low=0,
            high=MAX_SAMPLES,
        ),
    ] = 0
    temperature: Annotated[float, Field(help="scales the prior's deviations", low=0, high=2)] = 1.0
    seed: Seed = 0
    hand: Annotated[
        str, Field(help="the hand that read returned, unchanged", max_length=MAX_STYLE_LENGTH)
    ] = ""


@dataclass(frozen=True)
class DecodeRequest(Request):
    """Request to decode a point of the latent map."""

    x: Coordinate
    y: Coordinate
    model: Model = ""
    label: Label = ""


@dataclass(frozen=True)
class MapRequest(Request):
    """Request for a model's latent map."""

    model: Model = ""


@dataclass(frozen=True)
class ArchiveRequest(Request):
    """Search in the archive; empty fields match everything."""

    text: Annotated[
        str, Field(help="words in name, reading, label, note or model", max_length=MAX_LENGTH)
    ] = ""
    label: Label = ""
    verdict: Literal["", "digit", "unsure", "not a digit"] = ""
    starred: Annotated[bool, Field(help="only entries with a star")] = False
    offset: Annotated[int, Field(low=0, high=10**9)] = 0
    limit: Annotated[int, Field(low=1, high=MAX_PAGE_ENTRIES)] = 40


@dataclass(frozen=True)
class ExportRequest(ArchiveRequest):
    """Download of all that a search finds, whatever the limit."""

    format: Literal["csv", "jsonl"] = "csv"


def require(condition: bool, sentence: str) -> None:
    """Raise :class:`UsageError` with the sentence unless the condition holds."""
    if not condition:
        raise UsageError(sentence)


def read_fields(cls: type[T], fields: Mapping[str, list[str]]) -> T:
    """Read a request from the fields of a form or an address.

    Raises:
        UsageError: a field is unknown, repeated, too long, of the wrong type or out of range.
    """
    hints = types_of(cls)
    found: dict[str, Any] = {}
    for name, values in fields.items():
        if name not in hints:
            raise UsageError(tr("There is no field “{field}”.", field=printable(name, 40)))
        require(len(values) == 1, tr("The field “{field}” is given twice.", field=name))
        if values[0]:
            found[name] = _parsed(name, values[0], hints[name])
    return _checked(cls, found)


def _parsed(name: str, text: str, kind: type) -> object:
    if kind is int and _WHOLE.fullmatch(text):
        return int(text)
    if kind is float and _NUMBER.fullmatch(text):
        return float(text)
    if kind is bool and text.lower() in (*_YES, *_NO):
        return text.lower() in _YES
    is_text = kind not in (int, float, bool)
    require(is_text, tr("The field “{field}” has an invalid value.", field=name))
    return text


def read_json(cls: type[T], data: bytes) -> T:
    """Read a request from a JSON object; entries that are null count as missing.

    Raises:
        UsageError: the data are no JSON object, or have an invalid entry.
    """
    try:
        found = parse_json(data, mark("content"), MAX_JSON_BYTES)
    except MalformedJson as error:
        reason = error.details
        raise UsageError(
            tr("The request is not valid JSON: {reason}.", reason=reason), reason
        ) from error
    require(isinstance(found, dict), tr("The request is not a JSON object."))
    return _checked(cls, {name: value for name, value in found.items() if value is not None})


def _checked(cls: type[T], found: dict[str, Any]) -> T:
    try:
        return from_json(cls, found, "request")
    except InvalidData as error:
        raise UsageError(error.sentence) from error


def pack_style(style: Style, digest: str) -> str:
    """Return a style as text: the weights' digest, the label and the latent vector.

    Args:
        style: style of a drawing.
        digest: SHA-256 of the weights that encoded it, hexadecimal.
    """
    head = bytes.fromhex(digest)[:8] + struct.pack("<H", style.label)
    return base64.urlsafe_b64encode(head + style.latent.astype("<f4").tobytes()).decode()


def unpack_style(text: str, digest: str, spec: ModelSpec) -> Style:
    """Return the style that :func:`pack_style` packed.

    Raises:
        UsageError: the text is no style, or of another model.
    """
    sentence = tr("This handwriting belongs to another model; read the drawing again.")
    try:
        data = base64.b64decode(text, altchars=b"-_", validate=True)
    except (binascii.Error, ValueError) as error:
        raise UsageError(sentence, str(error)) from error
    is_ours = len(data) == 10 + 4 * spec.latent_dim and data[:8] == bytes.fromhex(digest)[:8]
    require(is_ours, sentence)
    (label,) = struct.unpack("<H", data[8:10])
    latent = np.frombuffer(data[10:], "<f4").astype(np.float32)
    is_near = bool(np.isfinite(latent).all() and np.abs(latent).max() <= MAX_LATENT)
    require(label < spec.score_count and is_near, sentence)
    return Style(latent, label)
