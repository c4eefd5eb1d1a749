"""Parsing of untrusted JSON: bounded in size, depth and digits, each key once.

:mod:`desktop_cvae.core.schemas` checks types and ranges.
"""

from __future__ import annotations

import json
import re
from typing import Any

from desktop_cvae.core.errors import MalformedJson
from desktop_cvae.core.language import tr

MAX_BYTES = 1_000_000
MAX_DEPTH = 32
MAX_DIGITS = 18
"""Most digits of an integer; ``float`` of a longer one might overflow."""

# A string, also an unterminated one, so that no scan starts twice; or a bracket.
_TOKENS = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+(?:"|\\?\Z)|[\[{]|[\]}]', re.DOTALL)


def parse_json(data: bytes, part: str, max_bytes: int = MAX_BYTES) -> Any:
    """Parse untrusted JSON.

    Args:
        data: UTF-8, at most ``max_bytes`` long and ``MAX_DEPTH`` deep.
        part: name of the part of the file that is read, for the message; marked.
        max_bytes: longer data are refused.

    Raises:
        MalformedJson: the data are too long, too deep or no JSON, have a key twice, a number of
            too many digits, or NaN or infinity. Readers of files raise an error that names theirs.
    """
    if len(data) > max_bytes:
        raise MalformedJson(tr("its {part} is too long", part=tr(part)))
    # Before parsing, because the parser recurses once per level.
    if _depth(data) > MAX_DEPTH:
        raise MalformedJson(tr("its {part} is nested too deeply", part=tr(part)))
    try:
        return json.loads(
            data.decode("utf-8"),
            object_pairs_hook=_unique_keys,
            parse_constant=_refuse_constant,
            parse_int=_short_int,
        )
    except ValueError as error:
        reason = str(error)[:80]
        raise MalformedJson(
            tr("its {part} cannot be read ({reason})", part=tr(part), reason=reason)
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


def _unique_keys(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    # json keeps the last of two equal keys where other parsers keep the first: two programs would
    # read two files.
    entries = dict(pairs)
    if len(entries) < len(pairs):
        raise ValueError(tr("an entry is repeated"))
    return entries


def _refuse_constant(name: str) -> float:
    raise ValueError(tr("{name} is not a number", name=name))


def _short_int(digits: str) -> int:
    # Before int(), whose time grows with the square of the length.
    if len(digits.lstrip("-")) > MAX_DIGITS:
        raise ValueError(tr("a number has too many digits"))
    return int(digits)


def printable(text: str, most: int = 80) -> str:
    """Return untrusted text for use in a message: one line, no control characters, not long."""
    shown = text[:most]
    # False for escapes of a terminal, line ends, and marks that turn the direction of writing
    # (U+202E).
    if shown.isprintable():
        return shown
    return "".join(c if c.isprintable() else "\ufffd" for c in shown)
