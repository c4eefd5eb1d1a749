"""Every command has its arguments beside it, and parsing them loads nothing else."""

from __future__ import annotations

import shlex
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from desktop_cvae.cli.examples import EXAMPLES
from desktop_cvae.cli.parser import COMMANDS, parse
from desktop_cvae.core.errors import UsageError

NAMES = [name.replace("-", "_") for name in COMMANDS]


@pytest.mark.parametrize("name", NAMES)
def test_every_command_can_be_run(name: str) -> None:
    assert callable(import_module(f"desktop_cvae.cli.{name}").run)


@pytest.mark.parametrize(
    ("argv", "module"),
    [
        ([], "gui"),
        (["picture.png"], "gui"),
        (["self-test"], "self_test"),
        (["archive", "list"], "archive"),
        (["models", "info", "studio"], "models"),
    ],
)
def test_the_first_word_chooses_the_module(argv: list[str], module: str) -> None:
    assert parse(argv).module == module


def test_the_help_page_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parse(["--help"])
    listed = [
        line.split()[0] for line in capsys.readouterr().out.splitlines() if line[:4].isspace()
    ]
    assert [name for name in listed if name in COMMANDS] == list(COMMANDS)


@pytest.mark.parametrize(
    ("argv", "name"), [([], "gui"), (["walk", "1", "2", "--output", "a.gif"], "walk")]
)
def test_parsing_imports_the_arguments_of_one_command(argv: list[str], name: str) -> None:
    code = (
        f"import sys; from desktop_cvae.cli.parser import parse; parse({argv}); "
        "print(*(name for name in sys.modules if name.endswith('_arguments')))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == [f"desktop_cvae.cli.{name}_arguments"]


@pytest.mark.parametrize("argv", [["models"], ["models", "invent"], ["walk", "1"], ["gui", "--x"]])
def test_mistakes_are_usage_errors(argv: list[str]) -> None:
    with pytest.raises(UsageError, match="desktop-cvae"):
        parse(argv)


@pytest.mark.parametrize(
    ("argv", "known"),
    [
        (["recognise"], "recognize"),
        (["helpp", "models"], "help"),
        (["models", "lst"], "list"),
        (["recognize", "a.png", "--recursiv"], "--recursive"),
        (["train", "--overwite=1", "--output", "a.cvae"], "--overwrite"),
        (["sheet", "pror", "--output", "a.png"], "prior"),
    ],
)
def test_a_misspelled_word_is_corrected(argv: list[str], known: str) -> None:
    with pytest.raises(UsageError, match=f"; did you mean “{known}”\\?"):
        parse(argv)


def test_what_resembles_nothing_is_not_guessed() -> None:
    with pytest.raises(UsageError) as caught:
        parse(["models", "list", "--zzz"])
    assert "did you mean" not in caught.value.sentence


def test_a_file_with_the_name_of_a_misspelled_command_is_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("recognise").touch()
    assert parse(["recognise"]).module == "gui"


@pytest.mark.parametrize(
    ("argv", "usage"),
    [
        (["help"], "usage: desktop-cvae [-h]"),
        (["help", "walk"], "usage: desktop-cvae walk"),
        (["help", "models", "list"], "usage: desktop-cvae models list"),
    ],
)
def test_help_is_a_command(argv: list[str], usage: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        parse(argv)
    assert caught.value.code == 0
    assert capsys.readouterr().out.startswith(usage)


@pytest.mark.parametrize("words", EXAMPLES)
def test_every_help_page_has_examples_that_can_be_parsed(
    words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        parse([*words.split(), "--help"])
    page = capsys.readouterr().out
    for example in EXAMPLES[words]:
        assert f"  desktop-cvae {example}\n" in page
        assert example.startswith(words)
        parse(shlex.split(example))


def test_commands_load_no_training_library_and_no_window_before_they_run() -> None:
    modules = "; ".join(f"import desktop_cvae.cli.{name}" for name in NAMES)
    code = f"{modules}; import sys; print({{'tensorflow', 'keras', 'PySide6'}} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"
