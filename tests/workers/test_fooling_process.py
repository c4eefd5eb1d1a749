"""The process that fools the model: its progress, its picture, its end. A script plays it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from fakes import draw_digit
from pytestqt.qtbot import QtBot

from desktop_cvae.workers.fooling_process import NO_REASON, FoolingProcess

PLAYER = Path(__file__).with_name("fooling_player.py")


class Search:
    """A search that a script plays, and what came of it."""

    def __init__(self, qtbot: QtBot, mood: str) -> None:
        self.qtbot = qtbot
        self.process = FoolingProcess([sys.executable, str(PLAYER), mood])
        self.steps: list[tuple[int, int]] = []
        self.pictures: list[Any] = []
        self.ends: list[tuple[str, str]] = []
        self.process.progressed.connect(lambda *step: self.steps.append(step))
        self.process.found.connect(self.pictures.append)
        self.process.finished.connect(lambda *end: self.ends.append(end))
        self.process.start(draw_digit(7), ["--norm", "l2"])

    def end(self) -> tuple[str, str]:
        self.qtbot.waitUntil(lambda: bool(self.ends), timeout=20_000)
        assert not self.process.is_running
        return self.ends[-1]


@pytest.mark.parametrize("mood", ["well", "junk"])
def test_the_picture_goes_there_and_the_changed_one_comes_back(qtbot: QtBot, mood: str) -> None:
    search = Search(qtbot, mood)
    assert search.end() == ("", "")
    assert search.steps == [(40, 100)]
    (found,) = search.pictures
    assert np.array_equal(found, draw_digit(7)[::-1])


def test_a_picture_that_withstood_is_none(qtbot: QtBot) -> None:
    search = Search(qtbot, "withstood")
    assert search.end() == ("", "")
    assert search.pictures == [None]


def test_it_can_be_cancelled_and_started_again(qtbot: QtBot) -> None:
    search = Search(qtbot, "slow")
    qtbot.waitUntil(lambda: bool(search.steps), timeout=20_000)
    search.process.stop()
    assert search.end() == ("", "")
    assert search.process.is_stopped
    search.process._command[-1] = "well"
    search.ends.clear()
    search.process.start(draw_digit(1), [])
    assert search.end() == ("", "")
    assert len(search.pictures) == 1


@pytest.mark.parametrize(
    ("mood", "sentence"), [("missing", "Attacks need Foolbox."), ("crash", NO_REASON)]
)
def test_why_it_failed_is_a_sentence(qtbot: QtBot, mood: str, sentence: str) -> None:
    search = Search(qtbot, mood)
    assert search.end()[0] == sentence
    assert search.pictures == []
