"""Compiling beside the window: done, refused, crashed, given up. A script plays the program."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_cvae.workers.model_compiler import NO_TENSORFLOW, ModelCompiler


class Told:
    """A compiler that runs a line of Python, and what it told."""

    def __init__(self, qtbot: QtBot, line: str) -> None:
        self.qtbot = qtbot
        self.compiler = ModelCompiler([sys.executable, "-c", line])
        self.heard: list[tuple[str, ...]] = []
        self.compiler.compiled.connect(lambda: self.heard.append(("compiled",)))
        self.compiler.failed.connect(lambda *told: self.heard.append(told))

    def run(self) -> tuple[str, ...]:
        self.compiler.start("night", Path("night.cvae"))
        self.qtbot.waitUntil(lambda: bool(self.heard), timeout=20_000)
        (told,) = self.heard
        return told


@pytest.fixture
def told(qtbot: QtBot, request: pytest.FixtureRequest) -> Iterator[Told]:
    playing = Told(qtbot, request.param)
    yield playing
    playing.compiler.stop()


@pytest.mark.parametrize(
    "told",
    ["import sys; assert sys.argv[1:] == ['models', 'compile', 'night.cvae']"],
    indirect=True,
)
def test_the_command_is_the_programs_own(told: Told) -> None:
    assert told.run() == ("compiled",)
    assert not told.compiler.is_running


@pytest.mark.parametrize("told", ["raise SystemExit('no room')"], indirect=True)
def test_a_refusal_is_a_sentence_with_details(told: Told) -> None:
    sentence, details = told.run()
    assert sentence == "The weights of “night” could not be prepared."
    assert "no room" in details


@pytest.mark.parametrize("told", ["raise SystemExit(3)"], indirect=True)
def test_missing_tensorflow_is_named(told: Told) -> None:
    assert told.run()[0] == NO_TENSORFLOW


@pytest.mark.parametrize("told", ["import time; time.sleep(60)"], indirect=True)
def test_what_is_given_up_ends_at_once_and_tells_nothing(told: Told) -> None:
    told.compiler.start("night", Path("night.cvae"))
    assert told.compiler.is_running
    before = time.monotonic()
    told.compiler.stop()
    assert time.monotonic() - before < 2
    assert not told.compiler.is_running
    assert told.heard == []


def test_a_program_that_cannot_be_started_is_told(qtbot: QtBot) -> None:
    playing = Told(qtbot, "")
    playing.compiler = ModelCompiler(["/nowhere/at/all"])
    playing.compiler.failed.connect(lambda *told: playing.heard.append(told))
    assert playing.run()[0] == "The weights of “night” could not be prepared."
