"""The whole window on a fake model; leaked threads, timers and windows fail a test."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from fakes import FakeSource
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from window_desk import Desk, MakeDesk, Office

from desktop_cvae.gui.controller import Controller
from desktop_cvae.gui.main_window import SIZE, MainWindow
from desktop_cvae.gui.session import Notice, Session
from desktop_cvae.gui.settings import Settings
from desktop_cvae.gui.theme import LIGHT, Appearance, Theme
from desktop_cvae.workers.job_runner import JobRunner


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Qt's offscreen screen warns whenever a window with a least size is shown on it."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(
                pytest.mark.qt_log_ignore("does not support (propagateSizeHints|raise)")
            )


@pytest.fixture(autouse=True)
def one_core(monkeypatch: pytest.MonkeyPatch) -> None:
    """Other processes could not open the fake models."""
    monkeypatch.setattr("desktop_cvae.bulk.process_executor.usable_cores", lambda: 1)


@pytest.fixture(autouse=True)
def no_line_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fake models read what they like; the real line network would contradict them."""
    monkeypatch.setattr("desktop_cvae.inference.number_reading.DIGITS", set())


@pytest.fixture
def make_desk(qtbot: QtBot, qapp: QApplication) -> Iterator[MakeDesk]:
    """Build windows; they are closed, and their threads ended, after the test."""
    desks: list[Desk] = []

    def make(settings: Settings | None = None, model: str = "studio") -> Desk:
        session, runner, source = Session(), JobRunner(), FakeSource()
        controller = Controller(session, runner, source)
        appearance = Appearance(qapp, "light")
        window = MainWindow(session, controller, appearance, settings or Settings())
        notices: list[Notice] = []
        session.notice_raised.connect(notices.append)
        desk = Desk(qtbot, session, runner, controller, source, appearance, window, notices)
        desks.append(desk)
        controller.load_model(model)
        controller.list_models()
        if settings is None:
            # Three panes, also on an offscreen screen, which is 800 pixels wide.
            window.resize(SIZE)
        window.show()
        qtbot.waitUntil(lambda: session.model is not None and not runner.is_busy)
        return desk

    yield make
    for desk in desks:
        desk.engine.gate.set()
        desk.runner.stop()
        desk.window.close()
        desk.window.deleteLater()
        desk.appearance.deleteLater()
        desk.session.deleteLater()


@pytest.fixture
def office(qtbot: QtBot) -> Iterator[Office]:
    """What lets things out, without a window."""
    office = Office(qtbot)
    yield office
    office.runner.stop()


@pytest.fixture
def use_theme(qtbot: QtBot, qapp: QApplication) -> Iterator[Callable[[Theme], None]]:
    """Change the colours of everything, and wait until all wears them; light again afterwards."""
    appearance = Appearance(qapp, "light")
    polishing = appearance.findChild(QTimer)

    def use(theme: Theme) -> None:
        appearance.choose(theme.name)
        qtbot.waitUntil(lambda: not polishing.isActive())

    yield use
    use(LIGHT)
    appearance.deleteLater()


@pytest.fixture
def desk(make_desk: MakeDesk) -> Desk:
    """The window with the model ready and an empty canvas."""
    return make_desk()


@pytest.fixture(autouse=True)
def nothing_is_left(qapp: QApplication) -> Iterator[None]:
    """Fail on a thread or a window that a test left behind."""
    threads_before = set(threading.enumerate())
    windows_before = set(map(id, qapp.topLevelWidgets()))
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    left = [w for w in qapp.topLevelWidgets() if id(w) not in windows_before and w.isVisible()]
    assert not left, f"windows left open: {left}"
    # Qt's threads show up as dummies once Python has run on them, and stay listed.
    threads = set(threading.enumerate()) - threads_before
    alive = [t for t in threads if t.is_alive() and not t.name.startswith("Dummy")]
    assert not alive, f"threads left running: {alive}"
