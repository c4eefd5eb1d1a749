"""The event loop's gaps while a pen draws for ten seconds and every movement is answered.

Usage: ``python tests/benchmarks/event_loop.py [SECONDS]``; offscreen unless
``QT_QPA_PLATFORM`` is set.
A precise 1 ms timer notes when it is served; a gap is the time between two services.
"""

from __future__ import annotations

import math
import os
import sys
import tempfile
import time

import numpy as np

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("DESKTOP_CVAE_HOME", tempfile.mkdtemp())

from PySide6.QtCore import QEvent, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from desktop_cvae.gui.appearance import Appearance
from desktop_cvae.gui.controller import Controller
from desktop_cvae.gui.main_window import MainWindow
from desktop_cvae.gui.model_source import LibrarySource
from desktop_cvae.gui.session import Session
from desktop_cvae.gui.settings import Settings
from desktop_cvae.workers.job_runner import JobRunner

PEN_INTERVAL_MS = 8
STROKE_S = 1.2
SETTLING_MS = 3000


class Pen:
    """Draws loops on the canvas, a stroke every 1.2 s, through real mouse events."""

    def __init__(self, window: MainWindow) -> None:
        self.canvas = window.input.canvas
        self.window = window
        self.started = 0.0
        self.stroke = -1

    def move(self) -> None:
        """One movement of the pen; every stroke begins on blank paper."""
        now = time.perf_counter() - self.started
        stroke, share = int(now / STROKE_S), (now % STROKE_S) / STROKE_S
        place = self._place(share)
        if stroke != self.stroke:
            if self.stroke >= 0:
                self._send(QEvent.Type.MouseButtonRelease, place)
                self.canvas.clear()
            self.stroke = stroke
            self._send(QEvent.Type.MouseButtonPress, place)
        self._send(QEvent.Type.MouseMove, place)

    def _place(self, share: float) -> QPointF:
        side, angle = self.canvas.width(), 4 * math.pi * share
        x = 0.5 + 0.22 * math.sin(angle)
        y = 0.2 + 0.6 * share + 0.08 * math.cos(angle)
        return QPointF(x * side, y * side)

    def _send(self, kind: QEvent.Type, place: QPointF) -> None:
        button = Qt.MouseButton.LeftButton
        held = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseButtonRelease else button
        own = button if kind is not QEvent.Type.MouseMove else Qt.MouseButton.NoButton
        world = self.canvas.mapToGlobal(place)
        event = QMouseEvent(kind, place, world, own, held, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(self.canvas, event)


def main() -> None:
    """Open the window on the real model, let it settle, draw, print."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 10.0
    app = QApplication([])
    session, runner = Session(), JobRunner()
    controller = Controller(session, runner, LibrarySource())
    controller.load_model("studio")
    appearance = Appearance(app, session, "light")
    window = MainWindow(session, controller, appearance, Settings())
    window.show()
    controller.load_plotting()
    pen, gaps, answers = Pen(window), [], []
    session.reply_changed.connect(lambda: answers.append(session.reply is not None))
    drawing, ticking = QTimer(), QTimer()
    ticking.setTimerType(Qt.TimerType.PreciseTimer)
    drawing.timeout.connect(pen.move)
    last = 0.0

    def tick() -> None:
        nonlocal last
        now = time.perf_counter()
        gaps.append(1000 * (now - last))
        last = now

    def begin() -> None:
        nonlocal last
        pen.started = last = time.perf_counter()
        ticking.timeout.connect(tick)
        ticking.start(1)
        drawing.start(PEN_INTERVAL_MS)
        QTimer.singleShot(int(1000 * seconds), app.quit)

    QTimer.singleShot(SETTLING_MS, begin)
    app.exec()
    runner.stop()
    measured = np.array(gaps[1:])
    print(f"a pen drew for {seconds:g} s; {sum(answers)} answers were shown")
    print(f"  event-loop gap   median {np.median(measured):6.1f} ms")
    print(f"                   p99    {np.percentile(measured, 99):6.1f} ms")
    print(f"                   max    {measured.max():6.1f} ms")


if __name__ == "__main__":
    main()
