"""Signals by the thousand do not wear out None and True."""

from __future__ import annotations

import subprocess
import sys

CODE = """
import desktop_cvae.workers
from PySide6.QtCore import QObject, Signal
class Teller(QObject):
    told = Signal(bool)
teller = Teller()
teller.told.connect(lambda _: None)
for _ in range(50_000):
    teller.told.emit(True)
    teller.setObjectName("teller")
print("alive")
"""


def test_fifty_thousand_signals_leave_the_interpreter_alive() -> None:
    told = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, check=False)
    assert told.stdout == "alive\n", told.stderr
    assert told.returncode == 0
