"""The whole window on a fake model, and hands to use it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fakes import STROKES, FakeEngine, FakeSource
from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_cvae.core.results import Answer
from desktop_cvae.gui.controller import Controller
from desktop_cvae.gui.exporting.export import Export
from desktop_cvae.gui.exporting.exporter import Exporter
from desktop_cvae.gui.main_window import MainWindow
from desktop_cvae.gui.session import Notice, Session
from desktop_cvae.gui.theme import Appearance
from desktop_cvae.workers.job_runner import JobRunner


@dataclass
class Desk:
    """The window with everything around it, and hands to use it."""

    qtbot: QtBot
    session: Session
    runner: JobRunner
    controller: Controller
    source: FakeSource
    appearance: Appearance
    window: MainWindow
    notices: list[Notice]

    @property
    def engine(self) -> FakeEngine:
        """The fake that answers."""
        return self.source.engine

    @property
    def answer(self) -> Answer:
        """What is shown."""
        assert self.session.reply is not None
        return self.session.reply.answer

    @property
    def headline(self) -> str:
        """What the verdict says."""
        return self.window.answer.verdict.headline.text()

    def stroke(self, points: Sequence[tuple[float, float]]) -> None:
        """Draw a line through places of the unit square."""
        canvas = self.window.input.canvas
        side = canvas.width()
        places = [QPoint(round(x * side), round(y * side)) for x, y in points]
        QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=places[0])
        for place in places[1:]:
            QTest.mouseMove(canvas, place)
        QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=places[-1])

    def draw(self, digit: int) -> None:
        """Draw a digit as the fakes write it, and wait for the answer."""
        for line in STROKES[digit]:
            self.stroke([(0.1 + 0.8 * x, 0.1 + 0.8 * y) for x, y in line])
        self.settle()

    def settle(self) -> None:
        """Wait until the worker has nothing left to do."""
        self.qtbot.waitUntil(lambda: not self.runner.is_busy)

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        """Press a key in the window."""
        held = modifier or Qt.KeyboardModifier.NoModifier
        QTest.keyClick(self.window, key, held)


MakeDesk = Callable[..., Desk]


class Office:
    """An exporter beside a widget, and what it said."""

    def __init__(self, qtbot: QtBot) -> None:
        self.session, self.runner = Session(), JobRunner()
        self.exporter = Exporter(self.session, self.runner)
        self.notices: list[Notice] = []
        self.session.notice_raised.connect(self.notices.append)
        self.widget = QWidget()
        qtbot.addWidget(self.widget)
        self._qtbot = qtbot

    def settle(self) -> Notice:
        """Wait until all is let out; the last sentence."""
        self._qtbot.waitUntil(lambda: not self.runner.is_busy)
        return self.notices[-1]

    def save(self, export: Export | None, path: Path, kind: int = 0) -> Notice:
        """Save as the dialog does, one of the kinds being chosen."""
        assert export is not None
        found, path = export.kind_for(path, export.kinds[kind])
        self.exporter.save(path, found)
        return self.settle()


class HeldRunner(QObject):
    """Keeps every job until it is told to run them."""

    busy_changed = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.jobs: dict[str, tuple[Callable[[], Any], Callable[[Any], object]]] = {}

    def submit(
        self,
        slot: str,
        task: Callable[[], Any],
        on_done: Callable[[Any], object],
        *_: Any,
        **__: Any,
    ) -> None:
        self.jobs[slot] = task, on_done

    def cancel(self, slot: str) -> None:
        self.jobs.pop(slot, None)

    def run(self) -> None:
        while self.jobs:
            task, on_done = self.jobs.pop(next(iter(self.jobs)))
            on_done(task())
