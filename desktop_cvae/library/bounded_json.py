"""JSON from strangers: bounded in size, depth and digits, every key once."""

from __future__ import annotations

import json
import re
from typing import Any

from desktop_cvae.core.errors import DamagedModelFile

MAX_BYTES = 1_000_000
MAX_DEPTH = 32
MAX_DIGITS = 18
"""Of a whole number: any longer one is no size, and ``float`` of it might overflow."""

# A string (also an unfinished one, so that no scan starts twice) or a bracket.
_TOKENS = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+(?:"|\\?\Z)|[\[{]|[\]}]', re.DOTALL)


def parse_json(data: bytes, file_name: str, part: str) -> Any:
    """Parse JSON that nobody vouches for.

    Args:
        data: UTF-8, at most ``MAX_BYTES`` long and ``MAX_DEPTH`` deep.
        file_name: the model file's name, for the message.
        part: the part of the file that is being read, for the message.

    Raises:
        DamagedModelFile: it is too long, too deep, no JSON, has a key twice, a number
            of too many digits, or one of JavaScript's non-numbers.
    """
    if len(data) > MAX_BYTES:
        raise DamagedModelFile(file_name, f"its {part} is too long")
    # The depth comes first: the parser itself calls itself for every level.
    if _depth(data) > MAX_DEPTH:
        raise DamagedModelFile(file_name, f"its {part} is nested too deeply")
    try:
        return json.loads(
            data.decode("utf-8"),
            object_pairs_hook=_each_key_once,
            parse_constant=_refuse_constant,
            parse_int=_short_int,
        )
    except ValueError as error:
        raise DamagedModelFile(file_name, f"its {part} cannot be read ({error!s:.80})") from error


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
        raise ValueError("an entry is there twice")
    return entries


def _refuse_constant(name: str) -> float:
    raise ValueError(f"{name} is no number")


def _short_int(digits: str) -> int:
    if len(digits.lstrip("-")) > MAX_DIGITS:
        raise ValueError("a number has too many digits")
    return int(digits)
