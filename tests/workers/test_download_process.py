"""The download process: progress, cancelling, failures. A script plays the program."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_cvae.workers import download_process
from desktop_cvae.workers.download_process import NO_REASON, DownloadProcess

PLAYER = Path(__file__).with_name("download_player.py")


class Played:
    """A download that a script plays, and what came of it."""

    def __init__(self, qtbot: QtBot, command: list[str]) -> None:
        self.qtbot = qtbot
        self.process = DownloadProcess(command)
        self.steps: list[tuple[int, int]] = []
        self.ends: list[tuple[str, str]] = []
        self.process.progressed.connect(lambda *step: self.steps.append(step))
        self.process.finished.connect(lambda *end: self.ends.append(end))
        self.process.start()

    def wait_for_a_step(self) -> None:
        self.qtbot.waitUntil(lambda: bool(self.steps), timeout=20_000)

    def wait_for_the_end(self) -> tuple[str, str]:
        self.qtbot.waitUntil(lambda: bool(self.ends), timeout=20_000)
        assert not self.process.is_running
        assert len(self.ends) == 1
        return self.ends[0]


Play = Callable[[str], Played]


@pytest.fixture
def play(qtbot: QtBot) -> Iterator[Play]:
    played: list[Played] = []

    def make(script: str) -> Played:
        played.append(Played(qtbot, [sys.executable, str(PLAYER), script]))
        return played[-1]

    yield make
    for one in played:
        one.process.shut_down()


def test_what_has_come_is_told(play: Play) -> None:
    played = play("whole")
    assert played.wait_for_the_end() == ("", "")
    assert played.steps == [(11_594_722, 11_594_722)]
    assert not played.process.is_cancelled


def test_cancelled_is_no_failure_and_it_can_be_taken_up(play: Play) -> None:
    played = play("hold")
    played.wait_for_a_step()
    played.process.cancel()
    assert played.wait_for_the_end() == ("", "")
    assert played.process.is_cancelled
    played.process.start()
    assert played.process.is_running
    assert not played.process.is_cancelled


def test_row_26_offline_is_the_programs_own_sentence(play: Play) -> None:
    sentence, details = play("offline").wait_for_the_end()
    assert sentence == "MNIST could not be downloaded; check the connection."
    assert details == "a: no"


def test_what_is_unknown_is_passed_over(play: Play) -> None:
    played = play("junk")
    assert played.wait_for_the_end() == (NO_REASON, "desktop-cvae: what a day")
    assert played.steps == []


def test_a_crash_is_a_sentence(play: Play) -> None:
    assert play("crash").wait_for_the_end()[0] == NO_REASON


def test_what_cannot_be_started_is_a_sentence(qtbot: QtBot, tmp_path: Path) -> None:
    played = Played(qtbot, [str(tmp_path / "nothing")])
    assert played.wait_for_the_end()[0] == "The download could not be started."


def test_who_hears_nothing_is_killed(play: Play, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(download_process, "CANCEL_MS", 50)
    played = play("deaf")
    played.wait_for_a_step()
    played.process.cancel()
    assert played.wait_for_the_end() == ("", "")


def test_the_end_of_the_program_does_not_wait_for_the_network(play: Play) -> None:
    played = play("deaf")
    played.wait_for_a_step()
    played.process.shut_down(limit_ms=50)
    assert not played.process.is_running
