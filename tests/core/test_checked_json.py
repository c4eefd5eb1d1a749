"""Untrusted JSON is parsed within bounds."""

from __future__ import annotations

import contextlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_cvae.core.checked_json import MAX_BYTES, parse_json
from desktop_cvae.core.errors import MalformedJson

_LEAVES = st.none() | st.booleans() | st.integers(-(10**17), 10**17) | st.text()
_VALUES = st.recursive(
    _LEAVES | st.floats(allow_nan=False, allow_infinity=False),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=10,
)


@given(_VALUES)
def test_whatever_json_writes_is_read_back(value: object) -> None:
    assert parse_json(json.dumps(value).encode(), "manifest") == value


@given(st.binary(max_size=200))
def test_any_bytes_are_a_value_or_our_own_error(data: bytes) -> None:
    # Any other exception fails the test.
    with contextlib.suppress(MalformedJson):
        parse_json(data, "manifest")


@pytest.mark.parametrize(
    "data",
    [
        b"[" * 100_000 + b"]" * 100_000,
        b'{"a":' * 100_000 + b"1" + b"}" * 100_000,
        b'"' + b'\\"' * 450_000,
        b'{"a": "' + b"[" * 100,
        b'{"a": 1, "a": 2}',
        b'{"a": {"b": 1, "b": 1}}',
        b'{"a": NaN}',
        b'{"a": -Infinity}',
        b'{"a": ' + b"9" * 400 + b"}",
        b'{"a": "\xff"}',
        b" " * (MAX_BYTES + 1),
        b"",
    ],
)
def test_tricks_are_refused(data: bytes) -> None:
    with pytest.raises(MalformedJson, match="manifest"):
        parse_json(data, "manifest")


def test_brackets_inside_texts_are_no_depth() -> None:
    text = "[" * 1000 + '\\"' + "{" * 1000
    assert parse_json(json.dumps({"a": text}).encode(), "manifest") == {"a": text}
