from __future__ import annotations

import os
import signal
import subprocess
import sys
from argparse import Namespace

import pytest

import desktop_cvae
from desktop_cvae.cli import models as models_command
from desktop_cvae.cli.main import Terminated, main
from desktop_cvae.core.errors import (
    DamagedModelFile,
    DesktopCvaeError,
    EnvironmentProblem,
    FormFileError,
    InputOutputError,
    InvalidData,
    NotALesson,
    TrainingProblem,
    UsageError,
)


def fail_with(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    def run(arguments: Namespace) -> int:
        raise error

    monkeypatch.setattr(models_command, "run", run)


@pytest.mark.parametrize(
    ("error", "code", "line"),
    [
        (UsageError("Wrong."), 2, "desktop-cvae: Wrong.\n"),
        (EnvironmentProblem("Two\nlines."), 3, "desktop-cvae: Two lines.\n"),
        (DesktopCvaeError("Other."), 1, "desktop-cvae: Other.\n"),
        (InvalidData("Data."), 4, "Data.\n"),
        (DamagedModelFile("a.cvae", "cut off"), 4, "“a.cvae” is damaged: cut off.\n"),
        (NotALesson("a.cvae-lesson", "Cut off"), 4, "“a.cvae-lesson” is not a lesson.\n"),
        (FormFileError("a.json", "Cut off"), 4, "“a.json” cannot be used: Cut off.\n"),
        (TrainingProblem("It diverged."), 1, "It diverged.\n"),
        (InputOutputError("Full."), 5, "Full.\n"),
        (
            PermissionError(13, "Permission denied"),
            5,
            "The operating system reported an error: Permission denied.\n",
        ),
        (
            ModuleNotFoundError("No module named 'matplotlib.figure'", name="matplotlib.figure"),
            3,
            "This needs the Python package “matplotlib”, which is not installed.\n",
        ),
        (
            ModuleNotFoundError("No module", name="desktop_cvae.gone"),
            1,
            "set DESKTOP_CVAE_DEBUG=1 in the environment to see where.\n",
        ),
        (KeyboardInterrupt(), 130, ""),
        (KeyboardInterrupt("All is kept."), 130, "All is kept.\n"),
        (Terminated(), 143, ""),
        (BrokenPipeError(), 0, ""),
    ],
)
def test_every_error_has_its_exit_code_and_one_line(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    error: BaseException,
    code: int,
    line: str,
) -> None:
    fail_with(monkeypatch, error)
    assert main(["models", "list"]) == code
    out, err = capsys.readouterr()
    assert out == ""
    assert err.endswith(line)
    assert err.count("\n") == bool(line)


def test_the_unexpected_is_one_line_too(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    fail_with(monkeypatch, ZeroDivisionError("by\nzero"))
    assert main(["models", "list"]) == 1
    err = capsys.readouterr().err
    assert "ZeroDivisionError: by zero" in err
    assert err.count("\n") == 1
    monkeypatch.setenv("DESKTOP_CVAE_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        main(["models", "list"])


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_handlers_are_given_back(
    monkeypatch: pytest.MonkeyPatch, number: signal.Signals, code: int
) -> None:
    def run(arguments: Namespace) -> int:
        signal.raise_signal(number)
        return 0

    before = signal.getsignal(number)
    monkeypatch.setattr(models_command, "run", run)
    assert main(["models", "list"]) == code
    assert signal.getsignal(number) is before


def test_an_ignored_signal_stays_ignored(monkeypatch: pytest.MonkeyPatch) -> None:
    def run(arguments: Namespace) -> int:
        signal.raise_signal(signal.SIGINT)
        return 0

    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        monkeypatch.setattr(models_command, "run", run)
        assert main(["models", "list"]) == 0
    finally:
        signal.signal(signal.SIGINT, before)


def test_help_and_version_need_no_heavy_imports() -> None:
    code = (
        "import sys; from desktop_cvae.cli.main import main; main(['train', '--help']);"
        "heavy = {'numpy', 'PIL', 'tensorflow', 'PySide6', 'matplotlib', 'safetensors'};"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "--preset" in done.stdout


def test_help_and_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"desktop-cvae {desktop_cvae.__version__}\n"
    assert main(["--help"]) == 0
    out = capsys.readouterr().out
    for command in ("gui", "recognize", "reconstruct", "generate", "train", "evaluate", "models"):
        assert f"\n    {command}" in out
    assert "exit codes" in out


@pytest.mark.parametrize(
    "arguments",
    [
        ["recognize"],
        ["recognize", "a.png", "--format", "xml"],
        ["recognize", "a.png", "--field", "page"],
        ["generate", "--count", "0", "--output", "a.png"],
        ["generate", "--temperature", "nan", "--output", "a.png"],
        ["train", "--epochs", "many", "--output", "a.cvae"],
        ["train", "--output", "a.keras"],
        ["train", "--preset", "none", "--output", "a.cvae"],
        ["reconstruct", "a.png", "--output", "a.jpg"],
        ["models"],
        ["models", "steal"],
        ["gui", "--frobnicate"],
        ["no-such-command"],
        ["no-such-command", "a.png"],
    ],
)
def test_wrong_usage_is_one_line_and_exit_code_2(
    capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    assert main(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("desktop-cvae: ")
    assert err.count("\n") == 1


@pytest.mark.skipif(os.name == "nt", reason="pipes of a POSIX shell")
@pytest.mark.parametrize("output", ["| head -c 0", "> /dev/full"])
def test_a_closed_or_full_output_leaves_no_traceback(output: str) -> None:
    done = subprocess.run(
        ["sh", "-c", f"'{sys.executable}' -m desktop_cvae --help {output}"],
        capture_output=True,
        text=True,
        check=False,
        env={name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"},
    )
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr
    assert done.stderr.count("\n") <= 1


_CLOSED = """
import os, sys
from desktop_cvae.cli import main, models
def run(arguments):
    print("result")
    print("note", file=sys.stderr)
    assert os.open(os.devnull, os.O_RDONLY) > 2
    return 0
def say_nothing(arguments):
    return 0
models.run = {command}
sys.exit(main.main(["models", "list"]))
"""


@pytest.mark.skipif(os.name == "nt", reason="streams of a POSIX shell")
@pytest.mark.parametrize(
    ("closed", "command", "code", "out", "err"),
    [
        ("<&-", "run", 0, "result\n", "note\n"),
        ("2>&-", "run", 0, "result\n", ""),
        (">&-", "run", 5, "", "standard output is closed"),
        (">&-", "say_nothing", 0, "", ""),
        ("<&- >&- 2>&-", "run", 5, "", ""),
        ("<&- 2>&-", "run", 0, "result\n", ""),
    ],
)
def test_closed_streams_are_an_answer_and_no_traceback(
    closed: str, command: str, code: int, out: str, err: str
) -> None:
    script = _CLOSED.format(command=command)
    shell = ["sh", "-c", f'exec "$0" -c "$1" {closed}', sys.executable, script]
    done = subprocess.run(shell, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (code, out), done.stderr
    assert err in done.stderr
    assert done.stderr.count("\n") == bool(err)


_WAITING = """
import sys
from desktop_cvae.cli import main, models
models.run = lambda arguments: (print("ready", flush=True), sys.stdin.read())
sys.exit(main.main(["models", "list"]))
"""


@pytest.mark.skipif(os.name == "nt", reason="POSIX signals")
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_an_interrupted_command_ends_quietly(number: signal.Signals, code: int) -> None:
    pipe = subprocess.PIPE
    program = [sys.executable, "-c", _WAITING]
    with subprocess.Popen(program, stdin=pipe, stdout=pipe, stderr=pipe, text=True) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline() == "ready\n"
        process.send_signal(number)
        assert process.wait(20) == code
        assert process.stderr.read() == ""
