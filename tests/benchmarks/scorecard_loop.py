"""The event loop's gaps while the scorecard measures models and a pen goes on drawing.

Usage: ``python tests/benchmarks/scorecard_loop.py [--seconds S] [--models NAME …] [--still]
[--slow MS]``

The dialog's tabs are looked at in turn. ``--still`` lets the pen rest. See ``event_loop.py`` for
what a gap is; offscreen unless ``QT_QPA_PLATFORM`` is set.
"""

from __future__ import annotations

import argparse
import math

from event_loop import PEN_INTERVAL_MS, Clock, Pen, open_window, report
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from desktop_cvae.gui.main_window import MainWindow
from desktop_cvae.gui.scorecard.scorecard_dialog import ScorecardDialog

SETTLING_MS, TAB_MS = 4000, 1500


class Visit:
    """Opens the scorecard, measures, looks at one tab after the other."""

    def __init__(self, window: MainWindow, models: list[str], clock: Clock) -> None:
        self.window, self.models, self.clock = window, models, clock
        self.dialog: ScorecardDialog | None = None
        self.turning = QTimer(interval=TAB_MS)
        self.turning.timeout.connect(self.turn)

    def begin(self) -> None:
        """The clock runs from the moment when everything is measured and drawn."""
        self.window.run("scorecard")
        self.dialog = self.window.findChild(ScorecardDialog)
        assert self.dialog is not None
        for name in self.models:
            self.dialog.request.boxes[name].setChecked(True)
        self.dialog.request.button.click()
        self.turning.start()
        QTimer.singleShot(SETTLING_MS, self.clock.start)

    def turn(self) -> None:
        """The next tab."""
        assert self.dialog is not None
        panes = self.dialog.panes
        panes.setCurrentIndex((panes.currentIndex() + 1) % panes.count())

    def end(self) -> None:
        """Say how far it came."""
        assert self.dialog is not None
        self.turning.stop()
        found = {one.name: one.n for one in self.dialog.findings}
        print(f"digits measured: {found}; still at it: {self.dialog.is_running}")
        self.dialog.close()
        QApplication.exit(0)


def main() -> None:
    """Open the window on the real model, let it settle, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=12.0)
    parser.add_argument("--models", nargs="*", default=[])
    parser.add_argument("--still", action="store_true")
    parser.add_argument("--slow", type=float, default=math.inf, metavar="MS")
    options = parser.parse_args()
    app = QApplication([])
    _, runner, controller, window = open_window(app)
    controller.list_models()
    controller.load_plotting()
    clock, pen, drawing = Clock(), Pen(window), QTimer()
    drawing.timeout.connect(pen.move)
    visit = Visit(window, options.models, clock)
    QTimer.singleShot(SETTLING_MS, visit.begin)
    if not options.still:
        QTimer.singleShot(SETTLING_MS, lambda: drawing.start(PEN_INTERVAL_MS))
    QTimer.singleShot(int(2 * SETTLING_MS + 1000 * options.seconds), visit.end)
    app.exec()
    runner.stop()
    report(clock, options.slow)


if __name__ == "__main__":
    main()
