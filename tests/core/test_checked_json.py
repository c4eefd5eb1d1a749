""""""

from __future__ import annotations

import contextlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_cvae.core.checked_json import MAX_BYTES, from_json, parse_json
from desktop_cvae.core.errors import DamagedModelFile, InvalidSpec
from desktop_cvae.core.results import EpochRecord, LossTerms

_LEAVES = st.none() | st.booleans() | st.integers(-(10**17), 10**17) | st.text()
_VALUES = st.recursive(
    _LEAVES | st.floats(allow_nan=False, allow_infinity=False),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=10,
)


@given(_VALUES)
def test_whatever_json_writes_is_read_back(value: object) -> None:
    assert parse_json(json.dumps(value).encode(), "m.cvae", "manifest") == value


@given(st.binary(max_size=200))
def test_any_bytes_are_a_value_or_our_own_error(data: bytes) -> None:
    # Any other exception fails the test.
    with contextlib.suppress(DamagedModelFile):
        parse_json(data, "m.cvae", "manifest")


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
    with pytest.raises(DamagedModelFile, match="manifest"):
        parse_json(data, "m.cvae", "manifest")


def test_brackets_inside_texts_are_no_depth() -> None:
    text = "[" * 1000 + '\\"' + "{" * 1000
    assert parse_json(json.dumps({"a": text}).encode(), "m.cvae", "manifest") == {"a": text}


def test_a_whole_number_beyond_all_floats_is_no_finite_number() -> None:
    with pytest.raises(InvalidSpec, match="should be a finite number"):
        from_json(LossTerms, {"total": 10**400, "reconstruction": 1, "kl": 1}, "loss")


def test_an_unknown_entry_is_named_on_one_line() -> None:
    with pytest.raises(InvalidSpec, match="unknown entry") as caught:
        from_json(LossTerms, {"a\nb\x1b": 1}, "loss")
    assert str(caught.value).isprintable()


@pytest.mark.parametrize(
    ("epoch", "seconds"), [(0, 1.0), (-1, 1.0), (10**9, 1.0), (1, -0.5), (1, 1e12)]
)
def test_a_record_of_no_epoch_is_refused(epoch: int, seconds: float) -> None:
    terms = {"total": 1.0, "reconstruction": 1.0, "kl": 0.0}
    record = {"epoch": epoch, "train": terms, "validation": terms, "seconds": seconds}
    with pytest.raises(InvalidSpec, match="from 1"):
        EpochRecord.from_json(record)
