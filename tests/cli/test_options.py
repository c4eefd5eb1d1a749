"""The types of options: what they take, and the sentence for what they do not."""

from __future__ import annotations

from argparse import ArgumentTypeError
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_cvae.cli.options import (
    CommandParser,
    add_format,
    add_output,
    model_path,
    number,
    path_ending_in,
    whole_number,
)
from desktop_cvae.core.errors import UsageError

PICTURE = path_ending_in(".png", ".svg")


@pytest.mark.parametrize(
    ("type_", "text", "value"),
    [
        (whole_number(0, 9), "9", 9),
        (number(0, 1), "0.25", 0.25),
        (PICTURE, "a.SVG", Path("a.SVG")),
        (model_path, "folder/a.cvae", Path("folder/a.cvae")),
    ],
)
def test_values_in_range_are_taken(
    type_: Callable[[str], object], text: str, value: object
) -> None:
    assert type_(text) == value


@pytest.mark.parametrize(
    ("type_", "text", "sentence"),
    [
        (whole_number(0, 2**31 - 1), "-1", "must be between 0 and 2147483647, not -1"),
        (whole_number(1, 9), "1.5", "“1.5” is not a whole number"),
        (number(0, 0.5), "0.6", "must be between 0 and 0.5, not 0.6"),
        (number(0, 1), "nan", "must be between 0 and 1, not nan"),
        (number(0, 1), "x", "“x” is not a number"),
        (PICTURE, "folder/a.gif", "“a.gif” must end in .png or .svg"),
        (model_path, "a.CVAE", "“a.CVAE” must end in .cvae"),
    ],
)
def test_other_values_are_named(type_: Callable[[str], object], text: str, sentence: str) -> None:
    with pytest.raises(ArgumentTypeError) as raised:
        type_(text)
    assert str(raised.value) == sentence


def test_the_first_format_is_the_default_and_an_output_may_be_required() -> None:
    parser = CommandParser(prog="test")
    add_format(parser, "text", "json")
    add_output(parser, Path, "FILE")
    assert parser.parse_args(["--output", "a"]).format == "text"
    with pytest.raises(UsageError, match="--output"):
        parser.parse_args([])
