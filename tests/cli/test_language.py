"""What the command line says to people is looked up; what programs read is English for ever."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_cvae.bulk.record_formats import DIGIT_FORMATS, NUMBER_FORMATS, json_line
from desktop_cvae.cli import parser
from desktop_cvae.cli.main import main
from desktop_cvae.core import language
from desktop_cvae.core.errors import DesktopCvaeError, UsageError, reason_of
from desktop_cvae.core.results import NO_DIGIT, UNSURE, Box
from desktop_cvae.core.specs import TRAINING_SETTINGS
from desktop_cvae.datasets.mnist import parse_idx
from desktop_cvae.inference.field_rules import parse_rule
from desktop_cvae.inference.picture_records import (
    FoundDigit,
    NumberRecord,
    PictureRecord,
)
from desktop_cvae.pictures.picture_files import read_picture


@pytest.fixture(autouse=True)
def marked(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Every text that is looked up stands in brackets, and decimals have a comma."""
    monkeypatch.setattr("desktop_cvae.cli.main.speak", lambda: None)
    language.install(lambda text, _: text and f"‹{text}›", ",", " ")
    yield
    language.install(None)


EVERYWHERE = {"N", "P", "T", "X", "PX", "PNG", "PNG|SVG", "GIF|PNG", "A,B,…"}
"""Metavars that are the same in every language."""


def parsers_in(one: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    yield one
    for action in one._actions:
        if isinstance(action, argparse._SubParsersAction):
            for other in action.choices.values():
                yield from parsers_in(other)


def pages() -> list[argparse.ArgumentParser]:
    with pytest.raises(SystemExit):
        parser.parse(["--version"])
    return list(parsers_in(parser.build_parser()))


def test_every_text_of_every_help_page_is_looked_up() -> None:
    plain = []
    found = pages()
    assert len(found) > 30
    for page in found:
        texts = [page.description, *(group.title for group in page._action_groups)]
        for action in page._actions:
            texts.append(action.help)
            if isinstance(action, argparse._SubParsersAction):
                texts += [choice.help for choice in action._choices_actions]
        metavars = (action.metavar for action in page._actions)
        texts += [name for name in metavars if isinstance(name, str) and name not in EVERYWHERE]
        plain += [
            (page.prog, text)
            for text in texts
            if text and text != argparse.SUPPRESS and "‹" not in text
        ]
    assert plain == []


def test_every_value_has_a_name_that_is_looked_up() -> None:
    for page in pages():
        takes_one = [a for a in page._actions if a.nargs != 0 and a.choices is None]
        named_by_its_option = [a.option_strings for a in takes_one if a.metavar is None]
        assert named_by_its_option == [], page.prog


def test_argparse_speaks_the_language_too() -> None:
    page = pages()[0]
    assert page.format_usage().startswith("‹usage: ›")
    assert "‹options›" in page.format_help()
    for line, start in (
        ("models", "‹‹the following arguments are required: ‹ACTION››"),
        ("evaluate m --format x", "‹‹argument --format: ‹invalid choice: 'x'"),
        ("models info m more", "‹‹unrecognized arguments: more›"),
        ("evaluate m --limit 1.5", "‹‹argument --limit: ‹“1.5” is not a whole number›"),
        ("evaluate m --limit", "‹‹argument --limit: ‹expected one argument›"),
        ("walk 1", "‹‹the following arguments are required: ‹TO›, -o/--output›"),
    ):
        with pytest.raises(UsageError) as caught:
            parser.parse(line.split())
        assert caught.value.sentence.startswith(start)


def test_numbers_that_are_typed_keep_their_point() -> None:
    refuse = next(a for page in pages() for a in page._actions if a.dest == "refuse")
    assert refuse.help is not None
    assert "0.005" in refuse.help
    with pytest.raises(UsageError, match=r"0\.05, not 2"):
        parser.parse(["recognize", "a.png", "--refuse", "2"])
    assert parser.parse(["recognize", "a.png", "--refuse", "0.01"]).refuse == 0.01


def record_of(verdict: str) -> PictureRecord:
    is_rejected = verdict == NO_DIGIT
    label, probability = (None, None) if is_rejected else ("4", 0.5)
    labels = () if is_rejected else ("4", "9")
    digit = FoundDigit(label, probability, (-1.0,), Box(0, 0, 9, 9), verdict, labels)
    return PictureRecord("a.png", "4", (digit,), "studio")


def test_results_for_people_are_translated_and_those_for_programs_are_not() -> None:
    told = DIGIT_FORMATS.text_formatter(["a.png"])
    assert told(record_of(UNSURE)) == "a.png  4    50,0 %  ‹unsure›: 4‹ or ›9\n"
    assert told(record_of(NO_DIGIT)) == "a.png  –  ‹not a digit›\n"
    line = DIGIT_FORMATS.csv_line(record_of(UNSURE))
    assert line.startswith("a.png,4,unsure,4/9,0.500000,,,0,0,9,9")
    assert json.loads(json_line(record_of(NO_DIGIT)))["digits"][0]["verdict"] == "not a digit"


def test_remarks_of_a_number_are_translated() -> None:
    one = record_of(UNSURE).digits[0]
    number = NumberRecord("a.png", "44", (one, one), "studio", None, "", 0.25)
    assert NUMBER_FORMATS.text_formatter(["a.png"])(number).splitlines() == [
        "a.png  44  25,0 %",
        "       ‹digit 1 ‹unsure›: 4‹ or ›9›, ‹digit 2 ‹unsure›: 4‹ or ›9›",
    ]


def test_errors_are_raised_in_the_language(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"no picture")
    with pytest.raises(DesktopCvaeError, match=r"^‹‹“a\.png”› is not a picture that"):
        read_picture(tmp_path / "a.png")
    with pytest.raises(DesktopCvaeError, match=r"^‹“x” is not an IDX file\.›$"):
        parse_idx(b"no IDX", 1, "x")
    assert parse_rule("postal:5").title == "‹a postal code of 5 digits›"


def test_what_the_system_says_is_looked_up_where_we_know_it() -> None:
    assert reason_of(OSError(28, "No space left on device")) == "‹No space left on device›"
    assert reason_of(OSError(0, "The flux is low")) == "The flux is low"


def test_settings_say_everything_in_the_language() -> None:
    rate, warm_up = TRAINING_SETTINGS["learning_rate"], TRAINING_SETTINGS["beta_warmup_epochs"]
    assert rate.text(0.00025) == "0,00025"
    assert rate.tip == "‹Adam's first step size› (0,0000001 – 1)"
    assert warm_up.suffix == " ‹epochs›"
    assert warm_up.text(10_000) == "10 000 ‹epochs›"


def test_a_complaint_of_the_program_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["models", "info", "nobody"]) == UsageError.exit_code
    assert capsys.readouterr().err.startswith("desktop-cvae: ‹There is no model “nobody”")
