"""Forms on disk: what comes back, and what is refused."""

from __future__ import annotations

import base64
import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from printed_forms import form

from desktop_cvae.core.errors import DesktopCvaeError, FormFileError, InvalidData
from desktop_cvae.inference.form_file import (
    LISTED,
    Form,
    FormField,
    form_bytes,
    read_form,
    write_form,
)

RULES = {"customer": "length:8", "meter": "postal:6"}


def test_a_form_comes_back_as_it_was(tmp_path: Path) -> None:
    kept = form(RULES)
    write_form(tmp_path / "form.json", kept)
    back = read_form(tmp_path / "form.json")
    assert (tmp_path / "form.json").stat().st_size < 60_000
    assert [(one.name, one.rule, one.kind) for one in back.fields] == [
        (one.name, one.rule, one.kind) for one in kept.fields
    ]
    for was, now in zip(kept.fields, back.fields, strict=True):
        assert now.box == pytest.approx(was.box, abs=1e-5)
    assert np.array_equal(back.reference, kept.reference)
    assert back.aspect == pytest.approx(1240 / 1754, abs=0.001)
    assert form_bytes(back) == form_bytes(kept)


def test_a_list_of_values_comes_back_in_a_newer_version(tmp_path: Path) -> None:
    listed = FormField("who", (0.1, 0.1, 0.2, 0.1), kind=LISTED, values=("0042", "17-3"))
    kept = Form("", (listed,), form().reference)
    write_form(tmp_path / "form.json", kept)
    assert read_form(tmp_path / "form.json").fields == (listed,)
    assert json.loads(form_bytes(kept))["version"] == 2
    assert json.loads(form_bytes(form()))["version"] == 1
    assert listed.columns == ("who", "who_second", "who_nats")
    with pytest.raises(InvalidData, match="another one's column"):
        Form(
            "", (listed, replace(listed, name="who_nats", kind="digit", values=())), kept.reference
        )


def test_what_could_not_be_read_again_is_not_written(tmp_path: Path) -> None:
    values = tuple(f"{number:039d}" for number in range(9000))
    fields = [FormField(name, (0.1, 0.1, 0.2, 0.1), kind=LISTED, values=values) for name in "abc"]
    with pytest.raises(FormFileError, match="too long"):
        write_form(tmp_path / "form.json", Form("", tuple(fields), form().reference))
    assert not (tmp_path / "form.json").exists()


def changed(**changes: Any) -> bytes:
    entries = json.loads(form_bytes(form()))
    return json.dumps(entries | changes).encode()


def field(**changes: Any) -> list[dict[str, Any]]:
    return [{"name": "a", "box": [0.1, 0.1, 0.2, 0.1]} | changes]


def png(width: int, height: int) -> str:
    file = io.BytesIO()
    Image.new("L", (width, height)).save(file, "PNG")
    return base64.b64encode(file.getvalue()).decode()


HOSTILE = {
    "no JSON": b"{",
    "a list": b"[]",
    "deep": b"[" * 40 + b"]" * 40,
    "too long": b" " * 1_000_001,
    "newer": changed(version=3),
    "unknown entry": changed(program="rm"),
    "no list": changed(fields={}),
    "too many": changed(fields=field() * 201),
    "twice": changed(fields=field() * 2),
    "no name": changed(fields=field(name=" ")),
    "lines in a name": changed(fields=field(name="a\nb")),
    "a comma": changed(fields=field(name="a,b")),
    "our column": changed(fields=field(name="error")),
    "off the page": changed(fields=field(box=[0.9, 0.1, 0.2, 0.1])),
    "three numbers": changed(fields=field(box=[0.9, 0.1, 0.2])),
    "no size": changed(fields=field(box=[0.1, 0.1, 0, 0.1])),
    "no number": changed(fields=field(box=[0.1, 0.1, "1", 0.1])),
    "no rule": changed(fields=field(rule="length:99")),
    "rule for a digit": changed(fields=field(kind="digit", rule="phone")),
    "no values": changed(fields=field(kind="list")),
    "values of a number": changed(fields=field(values=["12"])),
    "rule for a list": changed(fields=field(kind="list", values=["12"], rule="phone")),
    "a word as a value": changed(fields=field(kind="list", values=["abc"])),
    "other digits": changed(fields=field(kind="list", values=["١٢"])),
    "a number as a value": changed(fields=field(kind="list", values=[12])),
    "text as values": changed(fields=field(kind="list", values="12")),
    "long value": changed(fields=field(kind="list", values=["1" * 41])),
    "same digits": changed(fields=field(kind="list", values=["1-2", "12"])),
    "many values": changed(fields=field(kind="list", values=[str(n) for n in range(10_001)])),
    "no kind": changed(fields=field(kind="word")),
    "long title": changed(title="t" * 61),
    "no picture": changed(sample="AAAA"),
    "no base64": changed(sample="é"),
    "large picture": changed(sample=png(20_000, 20_000)),
    "small picture": changed(sample=png(3, 700)),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_what_is_no_form_is_refused_in_one_sentence(kind: str, tmp_path: Path) -> None:
    (tmp_path / "form.json").write_bytes(HOSTILE[kind])
    with pytest.raises(DesktopCvaeError, match=r"“form\.json” (cannot be used|is larger)") as told:
        read_form(tmp_path / "form.json")
    assert "\n" not in told.value.sentence


shares = st.floats(allow_nan=True)


@given(st.tuples(shares, shares, shares, shares), st.text(max_size=70))
def test_a_field_is_on_the_page_or_refused(box: tuple[float, ...], name: str) -> None:
    try:
        one = FormField(name, box)
    except InvalidData:
        return
    x, y, width, height = one.share_box
    assert 0 <= x < x + width <= 1.001
    assert 0 <= y < y + height <= 1.001
    assert one.name.isprintable()


def test_errors_end_with_the_code_of_a_bad_file() -> None:
    assert FormFileError("a", "b").exit_code == 4
    assert Form("", (), np.zeros((9, 9), np.uint8)).aspect == 1
