"""Every command has its arguments beside it, and parsing them loads nothing else."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module

import pytest

from desktop_cvae.cli.parser import COMMANDS, parse
from desktop_cvae.core.errors import UsageError

NAMES = [arguments.__name__.rpartition(".")[2].removesuffix("_arguments") for arguments in COMMANDS]


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


@pytest.mark.parametrize("argv", [["models"], ["models", "invent"], ["walk", "1"], ["gui", "--x"]])
def test_mistakes_are_usage_errors(argv: list[str]) -> None:
    with pytest.raises(UsageError, match="desktop-cvae"):
        parse(argv)


def test_commands_load_no_training_library_and_no_window_before_they_run() -> None:
    modules = "; ".join(f"import desktop_cvae.cli.{name}" for name in NAMES)
    code = f"{modules}; import sys; print({{'tensorflow', 'keras', 'PySide6'}} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"
