"""JSON from strangers: bounded in size, depth and digits, every key once, every value typed.

Read into frozen dataclasses; only what the project's own specs need: ``bool``, ``int``, ``float``,
``str``, ``tuple[str, ...]`` and ``dict[str, float]``. Ranges are the dataclass's own affair
(``__post_init__``).
"""

from __future__ import annotations

import contextlib
import dataclasses
import json
import math
import re
import typing
from typing import Any, TypeVar

from desktop_cvae.core.errors import DamagedModelFile, InvalidSpec
from desktop_cvae.core.language import mark, tr

MAX_BYTES = 1_000_000
MAX_DEPTH = 32
MAX_DIGITS = 18
"""Of a whole number: any longer one is no size, and ``float`` of it might overflow."""

# A string (also an unfinished one, so that no scan starts twice) or a bracket.
_TOKENS = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+(?:"|\\?\Z)|[\[{]|[\]}]', re.DOTALL)


def parse_json(data: bytes, file_name: str, part: str, max_bytes: int = MAX_BYTES) -> Any:
    """Parse JSON that nobody vouches for.

    Args:
        data: UTF-8, at most ``max_bytes`` long and ``MAX_DEPTH`` deep.
        file_name: the model file's name, for the message.
        part: the part of the file that is being read, for the message; marked.
        max_bytes: more is refused.

    Raises:
        DamagedModelFile: it is too long, too deep, no JSON, has a key twice, a number
            of too many digits, or one of JavaScript's non-numbers.
    """
    if len(data) > max_bytes:
        raise DamagedModelFile(file_name, tr("its {part} is too long", part=tr(part)))
    # The depth comes first: the parser itself calls itself for every level.
    if _depth(data) > MAX_DEPTH:
        raise DamagedModelFile(file_name, tr("its {part} is nested too deeply", part=tr(part)))
    try:
        return json.loads(
            data.decode("utf-8"),
            object_pairs_hook=_each_key_once,
            parse_constant=_refuse_constant,
            parse_int=_short_int,
        )
    except ValueError as error:
        raise DamagedModelFile(
            file_name,
            tr("its {part} cannot be read ({reason})", part=tr(part), reason=str(error)[:80]),
        ) from error


def _depth(data: bytes) -> int:
    depth = deepest = 0
    for token in _TOKENS.finditer(data):
        first = data[token.start()]
        if first in b"[{":
            depth += 1
            deepest = max(deepest, depth)
        elif first in b"]}":
            depth -= 1
    return deepest


def _each_key_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    entries = dict(pairs)
    if len(entries) < len(pairs):
        raise ValueError(tr("an entry is there twice"))
    return entries


def _refuse_constant(name: str) -> float:
    raise ValueError(tr("{name} is no number", name=name))


def _short_int(digits: str) -> int:
    if len(digits.lstrip("-")) > MAX_DIGITS:
        raise ValueError(tr("a number has too many digits"))
    return int(digits)


def printable(text: str, most: int = 80) -> str:
    """A stranger's text inside our sentence: on one line, no control characters, not long."""
    shown = text[:most]
    if shown.isprintable():
        return shown
    return "".join(c if c.isprintable() else "\ufffd" for c in shown)


T = TypeVar("T")


def from_json(cls: type[T], data: Any, where: str) -> T:
    """Build the dataclass ``cls`` from a JSON object.

    Args:
        cls: a dataclass whose fields have the types named in the module docstring.
        data: what ``json.loads`` returned.
        where: the object's place, for the message (``"training"``).

    Raises:
        InvalidSpec: a key is unknown or missing, or a value has the wrong type.
    """
    if not isinstance(data, dict):
        raise InvalidSpec(
            tr("“{where}” should be an object, not {kind}.", where=where, kind=type(data).__name__)
        )
    fields = {f.name: f for f in dataclasses.fields(cls)}  # type: ignore[arg-type]
    hints = typing.get_type_hints(cls)
    for key in data:
        if key not in fields:
            raise InvalidSpec(
                tr(
                    "“{where}” has an unknown entry “{key}”.",
                    where=where,
                    key=printable(str(key), 40),
                )
            )
    for name, field in fields.items():
        if name not in data and field.default is field.default_factory is dataclasses.MISSING:
            raise InvalidSpec(tr("“{where}” lacks the entry “{name}”.", where=where, name=name))
    return cls(**{k: _typed(v, hints[k], f"{where}.{k}") for k, v in data.items()})


def _typed(value: Any, hint: Any, where: str) -> Any:
    if hint is float and isinstance(value, int) and not isinstance(value, bool):
        # A number too large for it stays whole, and is refused as such.
        with contextlib.suppress(OverflowError):
            value = float(value)
    if hint in (bool, int, float, str):
        if type(value) is not hint or (hint is float and not math.isfinite(value)):
            raise InvalidSpec(
                tr("“{where}” should be {wanted}.", where=where, wanted=tr(_NAMES[hint]))
            )
        if hint is str and len(value) > 500:
            raise InvalidSpec(tr("“{where}” is too long.", where=where))
        return value
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin is tuple and isinstance(value, list | tuple) and len(value) <= 20_000:
        return tuple(_typed(item, arguments[0], where) for item in value)
    if origin is dict and isinstance(value, dict) and len(value) <= 1000:
        return {_typed(k, str, where): _typed(v, arguments[1], where) for k, v in value.items()}
    raise InvalidSpec(
        tr("“{where}” has the wrong type ({kind}).", where=where, kind=type(value).__name__)
    )


_NAMES = {
    bool: mark("true or false"),
    int: mark("a whole number"),
    float: mark("a finite number"),
    str: mark("a text"),
}
