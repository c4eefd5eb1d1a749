"""Schemas: the fields of files, requests and forms, each declared once with type, range and help.

A schema is a frozen dataclass whose annotations say what a field may hold::

    seed: Annotated[int, Field(help="the same seed gives the same", low=0)] = 0

Reading (:func:`from_json`), checking (:func:`check_fields`), form fields and command-line options
(:func:`fields_of`) and JSON Schema (:func:`json_schema`) all derive from it. Where annotations are
texts (``from __future__ import annotations``), a declaration costs nothing until it is needed.
"""

from __future__ import annotations

import contextlib
import dataclasses
import math
import types
import typing
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, TypeVar

from desktop_cvae.core.checked_json import printable
from desktop_cvae.core.errors import InvalidData
from desktop_cvae.core.language import mark, number, tr

MAX_TEXT = 500
MAX_ITEMS = 20_000
MAX_ENTRIES = 1000
"""Default limits of a text in characters, of a list and of a dictionary."""
T = TypeVar("T")
Schema = dict[str, Any]
"""A JSON Schema (draft 2020-12), as a JSON object."""
_NAMES = {
    bool: mark("true or false"),
    int: mark("a whole number"),
    float: mark("a finite number"),
    str: mark("a text"),
}
_JSON_TYPES = {
    bool: "boolean",
    int: "integer",
    float: "number",
    str: "string",
    types.NoneType: "null",
}
_cache: dict[type, dict[str, tuple[Any, Field]]] = {}


@dataclass(frozen=True)
class Field:
    """Range and description of a field, for its check, forms, options and JSON Schema.

    Attributes:
        label: name for people; marked, as all texts here, and translated where it is shown.
        help: what it does, in lower case and without a full stop.
        low: smallest value, also of a list's numbers.
        high: largest value.
        unit: unit after the number: ``"epochs"``, ``"nats"``.
        decimals: number of decimals that are shown; 0 for whole numbers.
        step: step of the arrow keys; 0 grows with the number.
        scale: shown value by real value; 100 shows per cent.
        zero: text that is shown instead of 0.
        choices: the values that a text may have, each with what it does.
        old_high: largest value in older model files, if that was larger.
        max_length: most characters of a text, or items of a list; 0 for the default.
    """

    label: str = ""
    help: str = ""
    low: float = -math.inf
    high: float = math.inf
    unit: str = ""
    decimals: int = 0
    step: float = 1.0
    scale: float = 1.0
    zero: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    old_high: float = -math.inf
    max_length: int = 0

    @property
    def suffix(self) -> str:
        """Text after the shown number: `` epochs``, `` %``."""
        unit = "%" if self.scale == 100 else tr(self.unit)
        return f" {unit}" if unit else ""

    @property
    def tip(self) -> str:
        """Help and range: "Digits a step (1 – 8,192)"."""
        low, high = (_plain(self.scale * end) for end in (self.low, self.high))
        help_text = tr(self.help)
        return f"{help_text[:1].upper()}{help_text[1:]} ({low} – {high}{self.suffix})"

    def text(self, value: float) -> str:
        """Return a value for people: "0.00025", "5 epochs", "10 %"."""
        return f"{_plain(self.scale * value)}{self.suffix}"

    def check(self, owner: object, name: str) -> None:
        """Raise :class:`InvalidData` unless the owner's value of that name is allowed."""
        value = getattr(owner, name)
        if self.choices:
            if value not in dict(self.choices):
                raise _not_a_choice(name, [choice for choice, _ in self.choices])
        elif isinstance(value, str | tuple) and 0 < self.max_length < len(value):
            raise InvalidData(tr("“{where}” is too long.", where=name))
        elif isinstance(value, tuple) and self.is_ranged:
            if not all(self.low <= each <= self.high for each in value):
                raise InvalidData(
                    tr(
                        "“{name}” has a number outside {low} to {high}.",
                        name=name,
                        low=number(self.low, "g"),
                        high=number(self.high, "g"),
                    )
                )
        elif self.is_ranged:
            require_range(owner, name, self.low, max(self.high, self.old_high))

    @property
    def is_ranged(self) -> bool:
        """True if numbers have a smallest or largest value."""
        return self.low > -math.inf or self.high < math.inf


def one_of(*names: str) -> Field:
    """Return the field of a text that is one of these names."""
    return Field(choices=tuple((name, "") for name in names))


_ANY = Field()


def _plain(value: float) -> str:
    """Return a number without an exponent: 10,000 and 0.0000001."""
    decimals = f"{value:.7f}".rstrip("0").partition(".")[2]
    return number(value, f",.{len(decimals)}f")


def require_range(owner: object, name: str, low: float, high: float) -> None:
    """Raise :class:`InvalidData` unless ``owner.name`` is a number in [low, high]."""
    value = getattr(owner, name)
    if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
        raise InvalidData(
            tr(
                "“{name}” must lie between {low} and {high}, not {value}.",
                name=name,
                low=number(low, "g"),
                high=number(high, "g"),
                value=repr(value)[:40],
            )
        )


def _not_a_choice(name: str, choices: Iterable[str]) -> InvalidData:
    allowed = tr(" or ").join(tr("“{name}”", name=choice) for choice in choices if choice)
    return InvalidData(tr("“{name}” must be {allowed}.", name=name, allowed=allowed))


def _declared(cls: type) -> dict[str, tuple[Any, Field]]:
    """Return type and field of each entry of a dataclass, by name and in order."""
    # Kept, because annotations that are texts are compiled each time.
    if cls not in _cache:
        hints = typing.get_type_hints(cls, include_extras=True)
        fields = dataclasses.fields(cls)
        _cache[cls] = {field.name: _unwrapped(hints[field.name]) for field in fields}
    return _cache[cls]


def _unwrapped(hint: Any) -> tuple[Any, Field]:
    if typing.get_origin(hint) is not typing.Annotated:
        return hint, _ANY
    found = [each for each in hint.__metadata__ if isinstance(each, Field)]
    return hint.__origin__, found[-1] if found else _ANY


def fields_of(cls: type) -> dict[str, Field]:
    """Return the fields of a schema that have a label, by name and in order."""
    return {name: field for name, (_, field) in _declared(cls).items() if field.label}


def types_of(cls: type) -> dict[str, Any]:
    """Return the types of a schema's fields, by name and in order."""
    return {name: hint for name, (hint, _) in _declared(cls).items()}


def check_fields(owner: object) -> None:
    """Check the values of a schema's fields; for its ``__post_init__``.

    Raises:
        InvalidData: a value is out of range, too long or none of the choices.
    """
    for name, (hint, field) in _declared(type(owner)).items():
        if field is not _ANY:
            field.check(owner, name)
        elif typing.get_origin(hint) is Literal and getattr(owner, name) not in hint.__args__:
            raise _not_a_choice(name, hint.__args__)


def from_json(cls: type[T], data: Any, where: str, *, is_complete: bool = False) -> T:
    """Build a schema from a JSON object.

    Fields may be ``bool``, ``int``, ``float``, ``str``, ``Path``, ``Literal``, a union of these,
    ``tuple[X, ...]``, ``dict[str, X]``, another schema, or a class with ``from_json(data)``.
    ``X | None`` is read as ``X``: an entry may be missing, but not null.

    Args:
        cls: a dataclass.
        data: value from :func:`desktop_cvae.core.checked_json.parse_json`.
        where: name of the object, for the message (``"training"``).
        is_complete: True if no default may stand for a missing entry.

    Raises:
        InvalidData: an entry is unknown or missing, of the wrong type or out of range.
    """
    if not isinstance(data, dict):
        raise InvalidData(
            tr("“{where}” should be an object, not {kind}.", where=where, kind=type(data).__name__)
        )
    declared = _declared(cls)
    for key in data:
        if key not in declared:
            key = printable(str(key), 40)
            raise InvalidData(tr("“{where}” has an unknown entry “{key}”.", where=where, key=key))
    for field in dataclasses.fields(cls):  # type: ignore[arg-type]
        # A chained comparison: False only if both are MISSING.
        has_default = not field.default is field.default_factory is dataclasses.MISSING
        if field.name not in data and (is_complete or not has_default):
            raise InvalidData(
                tr("“{where}” lacks the entry “{name}”.", where=where, name=field.name)
            )
    return cls(
        **{key: _read(value, *declared[key], f"{where}.{key}") for key, value in data.items()}
    )


def _read(value: Any, hint: Any, field: Field, where: str) -> Any:
    origin = typing.get_origin(hint)
    if origin in (typing.Union, types.UnionType):
        hint = _member_for(value, hint)
        origin = typing.get_origin(hint)
    if origin is tuple or origin is dict:
        return _read_many(value, hint, field, where)
    if hasattr(hint, "from_json"):
        return hint.from_json(value)
    if dataclasses.is_dataclass(hint):
        return from_json(typing.cast("type", hint), value, where)
    if hint is Path:
        return Path(_read_plain(value, str, field, where))
    return _read_plain(value, str if origin is Literal else hint, field, where)


def _member_for(value: Any, hint: Any) -> Any:
    """Return the union's member that a value is of; else the first one, which it will not fit."""
    members = [member for member in typing.get_args(hint) if member is not types.NoneType]
    return next((member for member in members if type(value) is member), members[0])


def _read_many(value: Any, hint: Any, field: Field, where: str) -> Any:
    """Read ``tuple[X, ...]`` or ``dict[str, X]``."""
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    item = arguments[0] if origin is tuple else arguments[1]
    if origin is tuple and isinstance(value, list | tuple):
        if len(value) <= (field.max_length or MAX_ITEMS):
            return tuple(_read(each, item, _ANY, where) for each in value)
        raise InvalidData(tr("“{where}” is too long.", where=where))
    if origin is dict and isinstance(value, dict) and len(value) <= MAX_ENTRIES:
        return {
            _read_plain(key, str, _ANY, where): _read(each, item, _ANY, where)
            for key, each in value.items()
        }
    raise _wrong_type(value, where)


def _read_plain(value: Any, hint: Any, field: Field, where: str) -> Any:
    if hint is float and type(value) is int:
        # An integer beyond every float stays one, and is refused below.
        with contextlib.suppress(OverflowError):
            value = float(value)
    if hint not in _NAMES:
        raise _wrong_type(value, where)
    # Not isinstance(): JSON's true would pass for the number 1.
    if type(value) is not hint or (hint is float and not math.isfinite(value)):
        raise InvalidData(tr("“{where}” should be {wanted}.", where=where, wanted=tr(_NAMES[hint])))
    if hint is str and len(value) > (field.max_length or MAX_TEXT):
        raise InvalidData(tr("“{where}” is too long.", where=where))
    return value


def _wrong_type(value: Any, where: str) -> InvalidData:
    kind = type(value).__name__
    return InvalidData(tr("“{where}” has the wrong type ({kind}).", where=where, kind=kind))


Refer = Callable[[type], str]
"""Returns the reference to the schema of a TypedDict, and notes that it is needed."""


def json_schema(hint: Any, refer: Refer | None = None) -> Schema:
    """Describe a type as JSON Schema.

    A dataclass becomes an object that takes no other entries, a TypedDict one that may.

    Args:
        hint: the type.
        refer: gives TypedDicts within it a reference; None describes them where they stand.
    """
    hint, field = _unwrapped(hint)
    return _json_schema(hint, refer) | _limits(field)


def named_schemas(types_: Iterable[type], prefix: str) -> dict[str, Schema]:
    """Describe TypedDicts, and those within them, each once, by its name and its first sentence.

    Args:
        types_: TypedDicts; ``ReadingResponse`` has the name ``Reading``, ``DigitFields`` ``Digit``.
        prefix: what stands before a name in a reference: ``"#/$defs/"``.
    """
    needed, schemas = list(types_), dict[str, Schema]()

    def refer(cls: type) -> str:
        needed.append(cls)
        return prefix + schema_name(cls)

    while needed:
        cls = needed.pop(0)
        if schema_name(cls) not in schemas:
            summary = (cls.__doc__ or "").partition("\n")[0].rstrip(".")
            schemas[schema_name(cls)] = {"description": summary} | _object_schema(cls, refer)
    return schemas


def schema_name(cls: type) -> str:
    """Return the name of a TypedDict's schema."""
    return cls.__name__.removesuffix("Response").removesuffix("Fields")


def _json_schema(hint: Any, refer: Refer | None) -> Schema:
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if hint is Path:
        hint = str
    if hint in _JSON_TYPES:
        return {"type": _JSON_TYPES[hint]}
    if origin is Literal:
        return {"enum": list(arguments)}
    if origin in (typing.Union, types.UnionType):
        return {"anyOf": [json_schema(member, refer) for member in arguments]}
    if origin is dict:
        return {"type": "object", "additionalProperties": json_schema(arguments[1], refer)}
    if origin in (list, tuple):
        schema: Schema = {"type": "array", "items": json_schema(arguments[0], refer)}
        is_fixed = origin is tuple and arguments[-1] is not Ellipsis
        count = {"minItems": len(arguments), "maxItems": len(arguments)}
        return schema | count if is_fixed else schema
    if refer is not None and typing.is_typeddict(hint):
        return {"$ref": refer(hint)}
    return _object_schema(hint, refer)


def _object_schema(cls: type, refer: Refer | None) -> Schema:
    is_closed = dataclasses.is_dataclass(cls)
    fields = dataclasses.fields(cls) if is_closed else ()
    properties: dict[str, Schema] = {}
    optional = set(getattr(cls, "__optional_keys__", ()))
    for name, hint in typing.get_type_hints(cls, include_extras=True).items():
        if typing.get_origin(hint) is typing.NotRequired:
            (hint,) = typing.get_args(hint)
            optional.add(name)
        properties[name] = json_schema(hint, refer)
    for field in fields:
        if field.default is not dataclasses.MISSING:
            properties[field.name]["default"] = field.default
            optional.add(field.name)
    required = [name for name in properties if name not in optional]
    schema: Schema = {"type": "object", "properties": properties, "required": required}
    return schema | ({"additionalProperties": False} if is_closed else {})


def _limits(field: Field) -> Schema:
    limits = {
        "description": field.help or None,
        "minimum": field.low if field.low > -math.inf else None,
        "maximum": field.high if field.high < math.inf else None,
        "enum": [choice for choice, _ in field.choices] or None,
    }
    return {name: value for name, value in limits.items() if value is not None}
