"""A program that quits in the middle of a download, and tells what is left.

Usage: ``python quitting_program.py DOWNLOAD_PLAYER``.
"""

from __future__ import annotations

import sys

from fakes import FakeSource
from PySide6.QtWidgets import QApplication, QWidget

from desktop_cvae.gui.data.data_dialog import DataDialog
from desktop_cvae.gui.session import Session
from desktop_cvae.gui.theme import Appearance

app = QApplication([])
session = Session()
appearance = Appearance(app, "light")
window = QWidget()
dialog = DataDialog(window, session, FakeSource(), [sys.executable, sys.argv[1], "hold"])
process, runner = dialog.process, dialog.runner
left: list[str] = []


def look() -> None:
    """After everybody else who wants to know of the end."""
    left.append(f"download: {'runs' if process.is_running else 'ended'}")
    left.append(f"thread: {'ended' if runner.has_ended else 'runs'}")


app.aboutToQuit.connect(look)
process.event_received.connect(lambda *_: app.exit(0))
dialog.show()
dialog.look.download.start.click()
app.exec()
print("\n".join(left))
