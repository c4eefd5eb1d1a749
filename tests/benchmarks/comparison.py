"""The event loop's gaps while models are opened, compared and looked at tab by tab.

Usage: ``python tests/benchmarks/comparison.py [MODEL ...]``; names of the library's models,
two at least (default: studio conv_cvae dense_cvae); offscreen unless ``QT_QPA_PLATFORM`` is
set. Maps and digits need MNIST: ``DESKTOP_CVAE_MNIST`` names its folder.
A precise 1 ms timer notes when it is served; a gap is the time between two services. Beside
it stands what the window's own thread computed meanwhile, which other programs cannot stretch.
"""

from __future__ import annotations

import sys
import time
from collections import defaultdict
from collections.abc import Callable

import numpy as np
from event_loop import open_window
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication

from desktop_cvae.gui.comparison.comparison_dialog import ComparisonDialog
from desktop_cvae.gui.library.library_dialog import LibraryDialog
from desktop_cvae.gui.main_window import MainWindow
from desktop_cvae.workers.job_runner import JobRunner

SETTLING_MS = 300
PATIENCE_MS = 60_000


class Gaps:
    """A precise 1 ms timer's gaps, by what was going on."""

    def __init__(self) -> None:
        self.phase = ""
        self.measured: dict[str, list[tuple[float, float]]] = defaultdict(list)
        self._last = self._now()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start(1)

    def begin(self, phase: str) -> None:
        """Call what follows so."""
        self.phase, self._last = phase, self._now()

    def _now(self) -> tuple[float, float]:
        return 1000 * time.perf_counter(), 1000 * time.thread_time()

    def _tick(self) -> None:
        now = self._now()
        if self.phase:
            self.measured[self.phase].append((now[0] - self._last[0], now[1] - self._last[1]))
        self._last = now


def wait(condition: Callable[[], bool]) -> None:
    """Let the event loop run until the condition holds, and a little longer."""
    loop, asking = QEventLoop(), QTimer()
    asking.timeout.connect(lambda: loop.quit() if condition() else None)
    QTimer.singleShot(PATIENCE_MS, loop.quit)
    asking.start(20)
    loop.exec()
    asking.stop()
    QTimer.singleShot(SETTLING_MS, loop.quit)
    loop.exec()


def main() -> None:
    """Open the window, the library, the comparison and each of its tabs; print."""
    names = sys.argv[1:] or ["studio", "conv_cvae", "dense_cvae"]
    app = QApplication([])
    session, runner, controller, window = open_window(app)
    controller.list_models()
    controller.load_plotting()
    wait(lambda: session.model is not None and not runner.is_busy)
    gaps = Gaps()
    walk(gaps, window, runner, names)
    window.close()
    runner.stop()
    for phase, pairs in gaps.measured.items():
        wall, own = np.array(pairs).T
        print(
            f"{phase:18s} gap p99 {np.percentile(wall, 99):6.1f} ms  max {wall.max():6.1f} ms"
            f"   computed at most {own.max():6.1f} ms"
        )


def walk(gaps: Gaps, window: MainWindow, runner: JobRunner, names: list[str]) -> None:
    """Do what a user does."""
    gaps.begin("library")
    window.run("library")
    library = window.findChild(LibraryDialog)
    wait(lambda: not runner.is_busy)
    gaps.begin("opening")
    library.models.table.choose(names)
    library.compare.click()
    wait(lambda: window.findChild(ComparisonDialog) is not None)
    dialog = window.findChild(ComparisonDialog)
    gaps.begin("scoring")
    wait(lambda: dialog.is_complete and not runner.is_busy)
    for tab in (1, 2, 3, 0):
        gaps.begin(f"tab {dialog.panes.tabText(tab)}")
        dialog.panes.setCurrentIndex(tab)
        wait(lambda: not runner.is_busy)
    gaps.begin("closing")
    dialog.close()
    library.close()
    wait(lambda: not runner.is_busy)
    gaps.begin("")


if __name__ == "__main__":
    main()
