"""What requests ask for: fields of forms and JSON, believed only as far as they were checked."""

from __future__ import annotations

import base64
import binascii
import dataclasses
import re
import struct
import typing
from collections.abc import Mapping
from typing import Any, TypeVar

import numpy as np

from desktop_cvae.core.calibration import DEFAULT_REFUSAL, LARGEST_REFUSAL
from desktop_cvae.core.checked_json import from_json, parse_json, printable
from desktop_cvae.core.errors import DamagedModelFile, InvalidSpec, UsageError
from desktop_cvae.core.language import number, tr
from desktop_cvae.core.preparations import PREPARATIONS
from desktop_cvae.core.results import Hand
from desktop_cvae.core.specs import ModelSpec

MOST_LETTERS = 200
"""Of any field."""
MOST_JSON_BYTES = 20_000
MOST_SAMPLES = 64
MOST_ENTRIES = 100
"""Of a page of the archive."""
MOST_EXPORTED = 5000
_SEEDS = (0, 2**31 - 1)
_FAR = 100.0
"""No code lies farther out, in a latent dimension, whose prior is about 1 wide."""
_WHOLE, _NUMBER = (
    re.compile(r"-?\d{1,15}", re.ASCII),
    re.compile(r"-?\d{1,9}(\.\d{1,17})?", re.ASCII),
)
_YES, _NO = ("1", "true", "on"), ("0", "false", "off")
T = TypeVar("T")


def require(is_so: bool, sentence: str) -> None:
    """Raise :class:`UsageError` with the sentence unless it is so."""
    if not is_so:
        raise UsageError(sentence)


def _within(name: str, value: float, low: float, high: float) -> None:
    sentence = tr(
        "“{field}” lies between {low} and {high}.",
        field=name,
        low=number(low, "g"),
        high=number(high, "g"),
    )
    require(low <= value <= high, sentence)


@dataclasses.dataclass(frozen=True)
class ReadWish:
    """How one digit is read.

    Attributes:
        model: of the library; "" for the server's.
        noise: as ``pictures.noise.parse_noise`` reads it; "" for none.
        seed: of the noise.
        label: that the reconstruction is made under; "" for the one that is read.
        refuse: share of real digits that may be refused.
        keep: True if the archive is to keep it.
        entry: of the archive, which this one replaces: the same drawing, a little later; 0: none.
        preparation: what the picture is to be taken for; "" lets the evidence decide.
    """

    model: str = ""
    noise: str = ""
    seed: int = 0
    label: str = ""
    refuse: float = DEFAULT_REFUSAL
    keep: bool = False
    entry: int = 0
    preparation: str = ""

    def __post_init__(self) -> None:
        _within("seed", self.seed, *_SEEDS)
        _within("refuse", self.refuse, 0, LARGEST_REFUSAL)
        _within("entry", self.entry, 0, 2**53)
        known = ", ".join(PREPARATIONS)
        require(
            self.preparation in ("", *PREPARATIONS),
            tr("“preparation” should be one of {known}.", known=known),
        )


@dataclasses.dataclass(frozen=True)
class NumberWish:
    """How numbers are read; see :class:`ReadWish`.

    Attributes:
        rule: as ``inference.field_rules.parse_rule`` reads it; "" for any number.
    """

    model: str = ""
    rule: str = ""
    refuse: float = DEFAULT_REFUSAL
    keep: bool = False

    def __post_init__(self) -> None:
        _within("refuse", self.refuse, 0, LARGEST_REFUSAL)


@dataclasses.dataclass(frozen=True)
class SamplesWish:
    """What is written.

    Attributes:
        model: of the library; "" for the server's.
        label: of all samples; "" for all labels in turn.
        count: how many; 0 with a hand and no label writes every label once in that hand.
        temperature: scales the prior's deviations.
        seed: the same seed gives the same samples.
        hand: as :func:`pack_hand` gives it; "" for all hands.
    """

    model: str = ""
    label: str = ""
    count: int = 0
    temperature: float = 1.0
    seed: int = 0
    hand: str = ""

    def __post_init__(self) -> None:
        _within("count", self.count, 0, MOST_SAMPLES)
        _within("temperature", self.temperature, 0, 2)
        _within("seed", self.seed, *_SEEDS)


@dataclasses.dataclass(frozen=True)
class PlaceWish:
    """A place of the latent map, and the label it is decoded under."""

    x: float
    y: float
    model: str = ""
    label: str = ""

    def __post_init__(self) -> None:
        _within("x", self.x, -_FAR, _FAR)
        _within("y", self.y, -_FAR, _FAR)


@dataclasses.dataclass(frozen=True)
class MapWish:
    """Which model's latent map."""

    model: str = ""


@dataclasses.dataclass(frozen=True)
class ArchiveWish:
    """What is searched for in the archive; "" and 0 do not matter."""

    text: str = ""
    label: str = ""
    verdict: str = ""
    starred: bool = False
    offset: int = 0
    limit: int = 40

    def __post_init__(self) -> None:
        _within("offset", self.offset, 0, 10**9)
        _within("limit", self.limit, 1, MOST_ENTRIES)
        known = ("", "digit", "unsure", "not a digit")
        require(self.verdict in known, tr("There is no verdict “{name}”.", name=self.verdict))


@dataclasses.dataclass(frozen=True)
class ExportWish(ArchiveWish):
    """What of the archive is downloaded, and how: all that is found, whatever the limit."""

    format: str = "csv"

    def __post_init__(self) -> None:
        super().__post_init__()
        require(
            self.format in ("csv", "jsonl"),
            tr("The archive is downloaded as csv or jsonl, not as “{name}”.", name=self.format),
        )


def read_fields(cls: type[T], fields: Mapping[str, list[str]]) -> T:
    """A wish from a form's or an address's fields.

    Raises:
        UsageError: a field is unknown, there twice, too long, of the wrong type or out of range.
    """
    hints = typing.get_type_hints(cls)
    found: dict[str, Any] = {}
    for name, values in fields.items():
        if name not in hints:
            raise UsageError(tr("There is no field “{field}”.", field=printable(name, 40)))
        require(len(values) == 1, tr("The field “{field}” is there twice.", field=name))
        if values[0]:
            found[name] = _typed(name, values[0], hints[name])
    return _checked(cls, found)


def _typed(name: str, text: str, kind: type) -> object:
    require(len(text) <= 20 * MOST_LETTERS, tr("The field “{field}” is too long.", field=name))
    if kind is int and _WHOLE.fullmatch(text):
        return int(text)
    if kind is float and _NUMBER.fullmatch(text):
        return float(text)
    if kind is bool and text.lower() in (*_YES, *_NO):
        return text.lower() in _YES
    require(kind is str, tr("The field “{field}” makes no sense.", field=name))
    return text


def read_json(cls: type[T], data: bytes) -> T:
    """A wish from a JSON object; what is null does not matter.

    Raises:
        UsageError: it is no such object.
    """
    try:
        found = parse_json(data, "", "request", MOST_JSON_BYTES)
    except DamagedModelFile as error:
        reason = error.details
        raise UsageError(tr("The request is no JSON: {reason}.", reason=reason), reason) from error
    if not isinstance(found, dict):
        raise UsageError(tr("The request is no JSON object."))
    return _checked(cls, {name: value for name, value in found.items() if value is not None})


def _checked(cls: type[T], found: dict[str, Any]) -> T:
    try:
        wish = from_json(cls, found, "request")
    except InvalidSpec as error:
        raise UsageError(error.sentence) from error
    for name, value in vars(wish).items():
        if isinstance(value, str) and name != "hand":
            require(len(value) <= MOST_LETTERS, tr("The field “{field}” is too long.", field=name))
    return wish


def pack_hand(hand: Hand, digest: str) -> str:
    """A hand as text: which weights, which label, the latent vector.

    Args:
        hand: of a drawing.
        digest: SHA-256 of the weights that encoded it, hexadecimal.
    """
    head = bytes.fromhex(digest)[:8] + struct.pack("<H", hand.label)
    return base64.urlsafe_b64encode(head + hand.latent.astype("<f4").tobytes()).decode()


def unpack_hand(text: str, digest: str, spec: ModelSpec) -> Hand:
    """The hand that :func:`pack_hand` packed.

    Raises:
        UsageError: it is no hand, or of another model.
    """
    sentence = tr("The hand is not of this model; read the drawing again.")
    try:
        data = base64.b64decode(text, altchars=b"-_", validate=True)
    except (binascii.Error, ValueError) as error:
        raise UsageError(sentence, str(error)) from error
    require(
        len(data) == 10 + 4 * spec.latent_dim and data[:8] == bytes.fromhex(digest)[:8], sentence
    )
    (label,) = struct.unpack("<H", data[8:10])
    latent = np.frombuffer(data[10:], "<f4").astype(np.float32)
    is_near = bool(np.isfinite(latent).all() and np.abs(latent).max() <= _FAR)
    require(label < spec.score_count and is_near, sentence)
    return Hand(latent, label)
