"""A user without a plan: commands, clicks, keys, strokes, languages, themes and text sizes.

Usage: ``python tests/attacks/window.py [--minutes N] [--seed N] [--rounds N]``

The window has fake models, so that most of the time goes into the window itself; commands that
would start another process say that this is a viewer. After ``--rounds`` rounds of opening and
closing one dialog after the other with text sizes changing, it does what comes until the time is
over. Each exception, warning of Qt and dialog that stays is a fault; the exit code is then 1.

As in the program, garbage is collected in the GUI thread alone: without that most seeds end within
minutes with a segmentation fault in Shiboken (``releaseWrapper``).
"""

from __future__ import annotations

import argparse
import faulthandler
import os
import sys
import tempfile
import time
import traceback
from pathlib import Path
from random import Random

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.append(str(Path(__file__).parents[1]))
HOME = tempfile.TemporaryDirectory()
os.environ["DESKTOP_CVAE_HOME"] = HOME.name

# ruff: noqa: E402
from fakes import FakeSource
from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QPoint,
    Qt,
    QTimer,
    qInstallMessageHandler,
)
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from desktop_cvae.gui import background_command
from desktop_cvae.gui.commands import all_commands
from desktop_cvae.gui.controller import Controller
from desktop_cvae.gui.main_window import MainWindow
from desktop_cvae.gui.session import Session
from desktop_cvae.gui.settings import Settings
from desktop_cvae.gui.theme import Appearance
from desktop_cvae.workers.garbage_collection import GarbageCollection
from desktop_cvae.workers.job_runner import JobRunner
from desktop_cvae.workers.language_selection import speak

LEFT_OUT = ("quit",)
"""Commands that end the window."""
SIZES = ("larger_text", "smaller_text", "usual_text")
KEYS = (
    *(Qt.Key.Key_Tab, Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Delete),
    *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home),
    *(Qt.Key.Key_PageDown, Qt.Key.Key_N, Qt.Key.Key_7, Qt.Key.Key_F2, Qt.Key.Key_Question),
)
IGNORED = ("This plugin does not support", "QFont::setPointSizeF: Point size <= 0 (-0.25")
"""What the offscreen platform says of itself, and Qt's print dialog of its preview: it takes a
quarter of the window font's points, which are -1 for a font in pixels."""
BLOCKED_MS = 1000
"""Time after which a menu or question that holds up the program is closed."""
MOST_OPEN = 6
"""Dialogs that may be open before one is closed."""


class RandomUser:
    """Uses a window, and notes what goes wrong."""

    def __init__(self, application: QApplication, seed: int) -> None:
        self.random, self.faults, self.did = Random(seed), 0, "started"
        self.session, self.runner = Session(), JobRunner()
        controller = Controller(self.session, self.runner, FakeSource())
        self.appearance = Appearance(application, "light")
        self.window = MainWindow(self.session, controller, self.appearance, Settings())
        controller.load_model("studio")
        controller.list_models()
        self.window.show()
        self.unblocking = QTimer(interval=BLOCKED_MS)
        self.unblocking.timeout.connect(self.unblock)
        self.unblocking.start()
        self.commands = [one.id for one, _ in all_commands() if one.id not in LEFT_OUT]

    def note(self, fault: str) -> None:
        """Tell a fault with what was done last."""
        self.faults += 1
        print(f"after {self.did}:\n{fault}", flush=True)

    def dialogs(self) -> list[QDialog]:
        """Return what is open beside the window."""
        return [dialog for dialog in self.window.findChildren(QDialog) if dialog.isVisible()]

    def close_dialogs(self) -> None:
        """Close all of them, questions too, as Escape and then *discard* do."""
        for _ in range(4 * MOST_OPEN):
            found = self.dialogs()
            if not found:
                return
            for widget in found:
                widget.discard() if hasattr(widget, "discard") else None
                widget.close()
            self.wait()
        self.note(f"stays open: {self.dialogs()}")

    def unblock(self) -> None:
        """Close the menu, or else the question, that has an event loop of its own."""
        widget = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if widget is not None:
            widget.close()

    def wait(self, ms: int = 15) -> None:
        """Let the window do what is due."""
        QTest.qWait(ms)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def run(self, command: str) -> None:
        """Run a command of the window."""
        self.did = command
        self.window.run(command)
        self.wait()

    def act(self) -> None:
        """Do one thing."""
        roll = self.random.random()
        if roll < 0.35:
            self.run(self.random.choice(self.commands))
        elif roll < 0.6:
            self.click()
        elif roll < 0.8:
            self.press()
        elif roll < 0.9:
            self.draw()
        elif roll < 0.93:
            language = self.random.choice(("en", "uk"))
            self.did = f"language {language}"
            speak(language)
        elif roll < 0.97:
            self.appearance.choose(self.random.choice(("light", "dark", "system")))
            self.did = "theme"
        else:
            self.window.resize(self.random.randint(400, 1900), self.random.randint(300, 1100))
            self.did = "size"
        self.wait()
        if len(self.dialogs()) > MOST_OPEN:
            self.close_dialogs()

    def click(self) -> None:
        """Click somewhere, mostly in what was opened last."""
        top = self.random.choice([self.window, *self.dialogs()[-2:]])
        size = top.windowHandle().size()
        place = QPoint(self.random.randrange(size.width()), self.random.randrange(size.height()))
        self.did = f"a click at {place.toTuple()} of {top.objectName()}"
        # By the window: Python objects for Qt's own widgets would be more than users have.
        QTest.mouseClick(top.windowHandle(), Qt.MouseButton.LeftButton, pos=place)

    def press(self) -> None:
        """Press a key where the focus is."""
        top = self.random.choice([self.window, *self.dialogs()[-2:]])
        key = self.random.choice(KEYS)
        self.did = f"{key.name} on {top.objectName()}"
        QTest.keyClick(top.windowHandle(), key)

    def draw(self) -> None:
        """Draw a stroke on the canvas."""
        canvas = self.window.input.canvas
        self.did = "a stroke"
        places = [
            QPoint(self.random.randrange(canvas.width()), self.random.randrange(canvas.height()))
            for _ in range(5)
        ]
        QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=places[0])
        for place in places[1:]:
            QTest.mouseMove(canvas, place)
        QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=places[-1])

    def open_and_close(self, number: int) -> None:
        """Open a dialog, close it with Escape, press a key: lists once died with their dialog."""
        self.run(self.random.choice(SIZES) if number % 3 == 0 else "about")
        self.run(self.commands[number % len(self.commands)])
        for dialog in self.dialogs():
            QTest.keyClick(dialog, Qt.Key.Key_Escape)
        self.close_dialogs()
        QTest.keyClick(self.window, Qt.Key.Key_N)
        self.wait()


def main() -> int:
    """Use the window until the time is over."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--minutes", type=float, default=1)
    parser.add_argument("--rounds", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    faulthandler.enable()
    os.chdir(HOME.name)
    application = QApplication([])
    collection = GarbageCollection(application)
    background_command.is_viewer = lambda: True
    QDesktopServices.openUrl = lambda _: True
    user = RandomUser(application, arguments.seed)

    def on_message(_kind: object, _context: object, text: str) -> None:
        if not any(known in text for known in IGNORED):
            user.note(f"Qt: {text}")

    def on_error(kind: type[BaseException], error: BaseException, trace: object) -> None:
        user.note("".join(traceback.format_exception(kind, error, error.__traceback__)))

    qInstallMessageHandler(on_message)
    sys.excepthook = on_error
    began, actions = time.monotonic(), 0
    for number in range(arguments.rounds):
        user.open_and_close(number)
    while time.monotonic() < began + 60 * arguments.minutes:
        user.act()
        actions += 1
    user.close_dialogs()
    user.window.close()
    user.runner.stop()
    user.wait(2000)
    collection.deleteLater()
    print(f"{arguments.rounds} rounds, {actions:,} actions, {user.faults} faults")
    return 1 if user.faults else 0


if __name__ == "__main__":
    sys.exit(main())
