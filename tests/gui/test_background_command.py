"""A command in the background: its dialog, its notices, and the question when the window closes."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtWidgets import QDialog, QMessageBox, QPushButton
from window_desk import Desk

from desktop_cvae.core import paths
from desktop_cvae.core.command_events import SWEEP_EVENTS
from desktop_cvae.gui import background_command
from desktop_cvae.gui.background_command import BackgroundCommand, ClosingChoice, ClosingQuestion
from desktop_cvae.gui.widgets.work_dialog import WorkDialog
from desktop_cvae.workers.command_process import CommandKind

KIND = CommandKind(SWEEP_EVENTS, "It failed.", good_codes=frozenset({0}))
WAITS = "import sys; sys.stdin.read()"


class Waiting(BackgroundCommand):
    """Runs a line of Python, and asks before the window closes while that runs."""

    def __init__(self, desk: Desk, code: str) -> None:
        super().__init__(desk.window, desk.session, KIND, [sys.executable, "-c", code])
        self.ends: list[tuple[str, str]] = []

    def build_dialog(self) -> QDialog:
        return WorkDialog(self._window, "waiting", "Waiting")

    def on_finished(self, sentence: str, details: str) -> None:
        self.ends.append((sentence, details))

    def closing_question(self) -> ClosingQuestion | None:
        if not self.process.is_running:
            return None
        end = ClosingChoice("End it", "answer_end", self.process.stop, is_destructive=True)
        return ClosingQuestion("waiting_question", "Waiting", "It waits.", "Stay", (end,))


def wait_for_the_end(desk: Desk, command: Waiting) -> None:
    desk.qtbot.waitUntil(lambda: bool(command.ends), timeout=20_000)
    desk.settle()


def test_a_dialog_that_was_closed_is_built_anew(desk: Desk) -> None:
    command = Waiting(desk, "")
    assert not command.is_shown
    command.open()
    first = command.dialog
    command.open()
    assert command.dialog is first
    assert command.is_shown
    first.close()
    assert not command.is_shown
    command.open()
    assert command.dialog is not first
    command.dialog.close()


def test_a_failure_is_a_notice_and_a_good_end_is_none(desk: Desk) -> None:
    good = Waiting(desk, "")
    good.process.start([])
    wait_for_the_end(desk, good)
    assert not desk.notices
    bad = Waiting(desk, "import sys; sys.exit('desktop-cvae: no way')")
    bad.process.start([])
    wait_for_the_end(desk, bad)
    assert desk.notices[-1].sentence == "no way"


def test_it_is_started_once_and_not_in_a_viewer(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    command = Waiting(desk, WAITS)
    assert command.can_start()
    command.process.start([])
    assert not command.can_start()
    command.shut_down()
    monkeypatch.setattr(background_command, "is_viewer", lambda: True)
    assert not command.can_start()
    assert desk.notices[-1].sentence == paths.VIEWER


def test_the_window_waits_for_the_answer_and_the_end(desk: Desk) -> None:
    command = Waiting(desk, WAITS)
    command.process.start([])
    desk.window.close()
    assert desk.window.isVisible()
    assert command.question is not None
    command.question.reject()
    assert command.question is None
    assert command.process.is_running
    desk.window.close()
    with desk.qtbot.waitSignal(desk.window.closed):
        assert command.question is not None
        button = command.question.findChild(QPushButton, "answer_end")
        assert button is not None
        assert command.question.buttonRole(button) is QMessageBox.ButtonRole.DestructiveRole
        button.click()
    assert not command.process.is_running
    assert command.ends == [("", "")]


def test_an_end_takes_the_question_back(desk: Desk) -> None:
    command = Waiting(desk, WAITS)
    command.process.start([])
    desk.window.close()
    command.process.stop()
    wait_for_the_end(desk, command)
    assert command.question is None
    assert desk.window.isVisible()


def test_the_window_ends_what_runs(desk: Desk) -> None:
    command = Waiting(desk, WAITS)
    command.process.start([])
    desk.window.shut_down()
    assert not command.process.is_running
    assert not desk.notices
