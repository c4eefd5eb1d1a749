"""Typed reading of JSON into frozen dataclasses: every key known, every value of its type.

Only what the project's own specs need: ``bool``, ``int``, ``float``, ``str``,
``tuple[str, ...]`` and ``dict[str, float]``. Ranges are the dataclass's own
affair (``__post_init__``).
"""

from __future__ import annotations

import dataclasses
import math
import typing
from typing import Any, TypeVar

from desktop_cvae.core.errors import InvalidSpec

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
        raise InvalidSpec(f"“{where}” should be an object, not {type(data).__name__}.")
    fields = {f.name: f for f in dataclasses.fields(cls)}  # type: ignore[arg-type]
    hints = typing.get_type_hints(cls)
    for key in data:
        if key not in fields:
            raise InvalidSpec(f"“{where}” has an unknown entry “{str(key)[:40]}”.")
    for name, field in fields.items():
        if name not in data and field.default is field.default_factory is dataclasses.MISSING:
            raise InvalidSpec(f"“{where}” lacks the entry “{name}”.")
    return cls(**{k: _typed(v, hints[k], f"{where}.{k}") for k, v in data.items()})


def _typed(value: Any, hint: Any, where: str) -> Any:
    if hint is float and isinstance(value, int) and not isinstance(value, bool):
        value = float(value)
    if hint in (bool, int, float, str):
        if type(value) is not hint or (hint is float and not math.isfinite(value)):
            raise InvalidSpec(f"“{where}” should be {_NAMES[hint]}.")
        if hint is str and len(value) > 500:
            raise InvalidSpec(f"“{where}” is too long.")
        return value
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin is tuple and isinstance(value, list | tuple) and len(value) <= 20_000:
        return tuple(_typed(item, arguments[0], where) for item in value)
    if origin is dict and isinstance(value, dict) and len(value) <= 1000:
        return {_typed(k, str, where): _typed(v, arguments[1], where) for k, v in value.items()}
    raise InvalidSpec(f"“{where}” has the wrong type ({type(value).__name__}).")


_NAMES = {bool: "true or false", int: "a whole number", float: "a finite number", str: "a text"}
