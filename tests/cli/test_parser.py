"""Every command has its arguments beside it, and parsing them loads nothing else."""

from __future__ import annotations

import logging
import shlex
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest
from cli import kept_options

from desktop_cvae.cli.command_examples import EXAMPLES
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


@pytest.mark.parametrize(
    ("argv", "meant"),
    [
        (["recognise"], "recognize"),
        (["help", "trian"], "train"),
        (["models", "lst"], "list"),
        (["generate", "--ouput", "a.png"], "--output"),
        (["recognize", "a.png", "--formt=csv"], "--format"),
        (["models", "export", "studio", "--fromat", "onnx", "-o", "a.onnx"], "--format"),
    ],
)
def test_a_mistyped_word_gets_the_one_that_was_meant(argv: list[str], meant: str) -> None:
    with pytest.raises(UsageError, match=f"Did you mean “{meant}”"):
        parse(argv)


def test_what_is_like_nothing_gets_no_guess() -> None:
    for argv in (["help", "zzz"], ["models", "zzz"], ["train", "--zzz"]):
        with pytest.raises(UsageError) as raised:
            parse(argv)
        assert "Did you mean" not in raised.value.sentence


def test_a_picture_named_almost_like_a_command_opens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("recognise").touch()
    assert parse(["recognise"]).module == "gui"


@pytest.mark.parametrize("command", [[], ["train"], ["models", "info"]])
def test_help_is_the_page_of_the_command(
    command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    pages = []
    for argv in (["help", *command], [*command, "--help"]):
        with pytest.raises(SystemExit) as ended:
            parse(argv)
        assert not ended.value.code
        pages.append(capsys.readouterr().out)
    assert pages[0] == pages[1] != ""


def test_output_and_model_have_short_options() -> None:
    arguments = parse(["walk", "1", "2", "-o", "a.gif", "-m", "plain"])
    assert (arguments.output, arguments.model) == (Path("a.gif"), "plain")


@pytest.mark.parametrize("words", EXAMPLES)
def test_every_command_can_be_quiet_or_verbose(words: str) -> None:
    given = shlex.split(EXAMPLES[words][0])
    assert parse(given).log_level == logging.WARNING
    for option, level in (("-q", logging.ERROR), ("-v", logging.INFO)):
        assert parse([*given, option]).log_level == level
        # Before an action, too.
        assert parse([given[0], option, *given[1:]]).log_level == level
    with pytest.raises(UsageError, match="not allowed with argument"):
        parse([*given, "--quiet", "--verbose"])


def test_options_take_what_scripts_rely_on() -> None:
    kept = kept_options.FILE.read_text(encoding="utf-8").splitlines()
    found = list(kept_options.options())
    assert [line for line in found if line not in kept] == []
    assert [line for line in kept if line not in found] == []
