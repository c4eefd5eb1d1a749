"""What one opening of the scorecard leaves in the memory of the program.

Usage: ``python tests/benchmarks/scorecard_memory.py [--openings 30]``

Counts the bytes that are allocated (glibc's ``mallinfo2``) and not the pages that the process
holds: freed memory stays with the process in pieces that the next opening takes again.
"""

from __future__ import annotations

import argparse
import ctypes
import gc
import os
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from fakes import FakeSource
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop_cvae.gui.controller import Controller
from desktop_cvae.gui.scorecard.scorecard_dialog import ScorecardDialog
from desktop_cvae.gui.session import Session
from desktop_cvae.gui.theme import Appearance
from desktop_cvae.workers.job_runner import JobRunner

MOST_KB = 10.0
WARM_UP, PATIENCE_S = 6, 30.0


class MallInfo(ctypes.Structure):
    """``struct mallinfo2``: ten sizes, of which two count what is in use: hblkhd, uordblks."""

    _fields_ = [(f"size_{number}", ctypes.c_size_t) for number in range(10)]


def used_kb() -> float:
    """Allocated bytes, in kB."""
    info = LIBC.mallinfo2()
    return float(info.size_4 + info.size_7) / 1024


def settle(runner: JobRunner) -> None:
    """Let the worker come to its end, and Qt delete what was to be deleted."""
    until = time.monotonic() + PATIENCE_S
    while runner.is_busy and time.monotonic() < until:
        QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()
    gc.collect()


def main() -> None:
    """Open and close the dialog, and print what stays."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--openings", type=int, default=30)
    openings = parser.parse_args().openings
    app = QApplication([])
    session, runner, window = Session(), JobRunner(), QWidget()
    controller = Controller(session, runner, FakeSource())
    appearance = Appearance(app, "light")
    controller.load_model("studio")
    controller.list_models()
    settle(runner)
    before = 0.0
    for number in range(WARM_UP + openings):
        if number == WARM_UP:
            before = used_kb()
        dialog = ScorecardDialog(window, session, controller)
        dialog.show()
        QCoreApplication.processEvents()
        dialog.close()
        settle(runner)
    kept_kb = (used_kb() - before) / openings
    print(f"{kept_kb:.1f} kB an opening stay, in the mean of {openings} ({appearance.choice})")
    runner.stop()
    sys.exit(int(kept_kb > MOST_KB))


LIBC = ctypes.CDLL("libc.so.6")
LIBC.mallinfo2.restype = MallInfo

if __name__ == "__main__":
    main()
