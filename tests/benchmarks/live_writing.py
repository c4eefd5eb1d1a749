"""From a movement of the pen to ten digits in that hand on the screen.

Usage: ``python tests/benchmarks/live_writing.py [--model MODEL] [SECONDS]``; offscreen unless
``QT_QPA_PLATFORM`` is set. A pen draws as in ``event_loop.py``, while the panel shows the ten
digits and a number. What is timed: a mouse event reaches the canvas … the ten digits that were
written for the drawing with it are painted. Movements that a newer one overtook are counted.
"""

from __future__ import annotations

import argparse
import os
import time
from collections import deque

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the window is started

import numpy as np
from event_loop import PEN_INTERVAL_MS, SETTLING_MS, Pen, open_window
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from desktop_cvae.gui.main_window import MainWindow
from desktop_cvae.gui.session import Session

KEPT = 64
"""Drawings that may still be waited for."""


class Watch(QObject):
    """Knows when each drawing came to be, and when its ten digits were painted."""

    def __init__(self, session: Session, window: MainWindow) -> None:
        super().__init__()
        self._session = session
        self.moved = 0.0
        self.moves = 0
        self._drawn: deque[tuple[object, float]] = deque(maxlen=KEPT)
        self._pending: float | None = None
        self.waits_ms: dict[str, list[float]] = {"answer": [], "ten digits": []}
        window.results.generated.grid.viewport().installEventFilter(self)
        window.input.canvas.image_drawn.connect(self._on_drawn)
        session.reply_changed.connect(self._on_replied)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The digits are about to be painted; then the event loop is free again."""
        if event.type() is QEvent.Type.Paint and self._pending is not None:
            moved, self._pending = self._pending, None
            QTimer.singleShot(0, self, lambda: self._note("ten digits", moved))
        return False

    def _note(self, what: str, moved: float) -> None:
        self.waits_ms[what].append(1000 * (time.perf_counter() - moved))

    def _on_drawn(self, image: object) -> None:
        self.moves += 1
        self._drawn.append((image, self.moved))

    def _on_replied(self) -> None:
        reply = self._session.reply
        for image, moved in self._drawn:
            if reply is not None and image is reply.question.image:
                self._note("answer", moved)
                if reply.digits is not None and reply.digits is self._session.samples:
                    self._pending = moved


def main() -> None:
    """Open the window on the real model, draw, print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("seconds", nargs="?", type=float, default=10.0)
    parser.add_argument("--model", default="studio")
    options = parser.parse_args()
    app = QApplication([])
    session, runner, _, window = open_window(app, options.model)
    window.resize(1366, 768)
    watch, pen, drawing = Watch(session, window), Pen(window), QTimer()

    def move() -> None:
        watch.moved = time.perf_counter()
        pen.move()

    def begin() -> None:
        pen.started = time.perf_counter()
        drawing.start(PEN_INTERVAL_MS)
        QTimer.singleShot(int(1000 * options.seconds), lambda: app.exit(0))

    drawing.timeout.connect(move)
    QTimer.singleShot(SETTLING_MS, begin)
    app.exec()
    runner.stop()
    print(f"{options.model}: a pen moved {watch.moves} times in {options.seconds:g} s")
    for what, waits in watch.waits_ms.items():
        shares = np.percentile(waits, (50, 95, 99))
        percentiles = "  ".join(
            f"{name} {ms:5.1f} ms" for name, ms in zip(("p50", "p95", "p99"), shares, strict=True)
        )
        print(f"  movement → {what:11}  {percentiles}  ({len(waits)} seen)")


if __name__ == "__main__":
    main()
