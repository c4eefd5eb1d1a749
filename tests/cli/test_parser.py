"""Every command has its arguments beside it, and parsing them loads nothing else."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module

import pytest

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


def test_commands_load_no_training_library_and_no_window_before_they_run() -> None:
    modules = "; ".join(f"import desktop_cvae.cli.{name}" for name in NAMES)
    code = f"{modules}; import sys; print({{'tensorflow', 'keras', 'PySide6'}} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"
