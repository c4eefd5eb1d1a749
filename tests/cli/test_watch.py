"""``watch``: what arrives in a folder is read into a file."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_cvae.bulk.record_formats import DIGIT_FORMATS
from desktop_cvae.cli import watch
from desktop_cvae.cli.main import main

Steps = list[Callable[[], object]]


@pytest.fixture
def between_looks(monkeypatch: pytest.MonkeyPatch) -> Steps:
    """What happens while the command waits; after the last step the user presses Ctrl+C."""
    steps: Steps = []

    def wait(_interval_s: float) -> None:
        if not steps:
            raise KeyboardInterrupt
        steps.pop(0)()

    monkeypatch.setattr(watch.time, "sleep", wait)
    return steps


def test_what_arrives_is_read_and_the_output_is_resumed(
    pictures: Path, tmp_path: Path, between_looks: Steps, capsys: pytest.CaptureFixture[str]
) -> None:
    inbox, output = tmp_path / "inbox", tmp_path / "out.csv"
    inbox.mkdir()
    seen: list[int] = []

    def arrive(name: str) -> None:
        seen.append(len(output.read_text().splitlines()))
        shutil.copy(pictures / name, inbox)

    between_looks += [lambda: arrive("1.png"), lambda: None, lambda: None, lambda: arrive("2.png")]
    between_looks += [lambda: None, lambda: (inbox / "bad.png").write_bytes(b"x"), lambda: None]
    command = ["watch", str(inbox), "--output", str(output), "--workers", "1"]
    assert main(command) == 130
    said = capsys.readouterr()
    assert [line.split()[1] for line in said.out.splitlines()] == ["1", "2"]
    assert f"Watching {inbox}" in said.err
    assert "bad.png" in said.err
    assert "\n2 pictures were read. 1 could not be read.\n" in said.err
    assert said.err.endswith("The same command continues where this one stopped.\n")
    header, *lines = output.read_text().splitlines(keepends=True)
    assert header == DIGIT_FORMATS.csv_header
    assert [line.split(",")[1] for line in lines] == ["1", "2", ""]
    # The first was in the file before the second arrived.
    assert seen[1] == 2
    before = output.read_bytes()
    between_looks += [lambda: shutil.copy(pictures / "3.png", inbox), lambda: None]
    assert main(command) == 130
    said = capsys.readouterr()
    assert "3 pictures are in the output already." in said.err
    assert "\n1 picture was read.\n" in said.err
    assert output.read_bytes().startswith(before)
    assert len(output.read_text().splitlines()) == 5


def test_json_lines_are_those_of_recognize(
    pictures: Path, tmp_path: Path, between_looks: Steps
) -> None:
    between_looks += [lambda: None]
    output = tmp_path / "out.jsonl"
    assert main(["watch", str(pictures), "--numbers", "--output", str(output)]) == 130
    found = [json.loads(line) for line in output.read_text().splitlines()]
    other = tmp_path / "other.jsonl"
    command = ["recognize", str(pictures), "--numbers", "--format", "jsonl"]
    assert main([*command, "--output", str(other)]) == 0
    assert output.read_bytes() == other.read_bytes()
    assert len(found) == 4


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["gone"], "is not a folder"),
        ([".", "--rule", "length:3"], "--rule needs --numbers"),
        ([".", "--numbers", "--form", "a.json"], "cannot be combined"),
    ],
)
def test_what_cannot_be_watched_is_said_at_once(
    arguments: list[str], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["watch", *arguments, "--output", str(tmp_path / "out.csv")]) == 2
    assert said in capsys.readouterr().err
    assert not (tmp_path / "out.csv").exists()


def test_another_kind_of_output_is_refused(tmp_path: Path) -> None:
    assert main(["watch", str(tmp_path), "--output", str(tmp_path / "out.xlsx")]) == 2
