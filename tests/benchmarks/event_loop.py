"""The event loop's gaps while a pen draws for ten seconds and every movement is answered.

Usage: ``python tests/benchmarks/event_loop.py [--training [PRESET]] [SECONDS]``; offscreen
unless ``QT_QPA_PLATFORM`` is set. With ``--training`` the training dialog is opened in the
midst of the drawing, a preset (``studio``) is started there, and the pen goes on drawing
while a real process trains on MNIST (``DESKTOP_CVAE_MNIST``) and the dialog shows it.
``--slow MS`` prints when gaps as long came.
A precise 1 ms timer notes when it is served; a gap is the time between two services.
"""

from __future__ import annotations

import argparse
import math
import os
import tempfile
import time
from pathlib import Path

import numpy as np

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("DESKTOP_CVAE_HOME", tempfile.mkdtemp())
os.environ.setdefault(
    "DESKTOP_CVAE_MNIST", str(Path(__file__).resolve().parents[3] / "shared" / "mnist")
)

from PySide6.QtCore import QEvent, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from desktop_cvae.core.paths import mnist_dir
from desktop_cvae.gui.controller import Controller
from desktop_cvae.gui.main_window import MainWindow
from desktop_cvae.gui.model_source import LibrarySource
from desktop_cvae.gui.session import Session
from desktop_cvae.gui.settings import Settings
from desktop_cvae.gui.theme import Appearance
from desktop_cvae.workers.job_runner import JobRunner

PEN_INTERVAL_MS = 8
STROKE_S = 1.2
SETTLING_MS = 3000
OPENING_MS = 1500
DIGITS = 6000
"""Few, so that epochs end and pictures come within seconds."""


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


class Clock:
    """Notes every service of a precise 1 ms timer."""

    def __init__(self) -> None:
        self.started = self.last = 0.0
        self.gaps: list[tuple[float, float]] = []
        self.timer = QTimer()
        self.timer.setTimerType(Qt.TimerType.PreciseTimer)
        self.timer.timeout.connect(self.tick)

    def start(self) -> None:
        """Begin to measure."""
        self.started = self.last = time.perf_counter()
        self.timer.start(1)

    def tick(self) -> None:
        """The loop is served."""
        now = time.perf_counter()
        self.gaps.append((self.last - self.started, 1000 * (now - self.last)))
        self.last = now


def train(window: MainWindow, preset: str) -> None:
    """Open the dialog, choose the preset and press Start, as a user does."""
    window.run("train")
    form = window.training.dialog.form
    form.preset.setCurrentIndex(form.preset.findData(preset))
    form.limit.setValue(DIGITS)
    QTimer.singleShot(1000, window.training.dialog.start.click)


def open_window(
    app: QApplication, model: str = "studio"
) -> tuple[Session, JobRunner, Controller, MainWindow]:
    """Open the window on a real model."""
    session, runner = Session(), JobRunner()
    controller = Controller(session, runner, LibrarySource())
    controller.load_model(model)
    window = MainWindow(session, controller, Appearance(app, "light"), Settings())
    window.show()
    return session, runner, controller, window


def parse_options() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser()
    parser.add_argument("seconds", nargs="?", type=float, default=10.0)
    parser.add_argument("--training", nargs="?", const="studio", metavar="PRESET")
    parser.add_argument("--slow", type=float, default=math.inf, metavar="MS")
    options = parser.parse_args()
    if options.training and mnist_dir() is None:
        parser.error("there is no MNIST; DESKTOP_CVAE_MNIST names its folder")
    return options


def report(clock: Clock, slow_ms: float) -> None:
    """Print the quantiles."""
    measured = np.array([gap for _, gap in clock.gaps[1:]])
    print(f"  event-loop gap   median {np.median(measured):6.1f} ms")
    print(f"                   p99    {np.percentile(measured, 99):6.1f} ms")
    print(f"                   max    {measured.max():6.1f} ms")
    for moment, gap in clock.gaps[1:]:
        if gap >= slow_ms:
            print(f"  {gap:6.1f} ms at {moment:6.2f} s")


def main() -> None:
    """Open the window on the real model, let it settle, draw, print."""
    options = parse_options()
    app = QApplication([])
    session, runner, controller, window = open_window(app)
    controller.load_plotting()
    pen, clock, answers, events = Pen(window), Clock(), [], []
    session.reply_changed.connect(lambda: answers.append(session.reply is not None))
    window.training.process.event_received.connect(events.append)
    drawing = QTimer()
    drawing.timeout.connect(pen.move)

    def begin() -> None:
        pen.started = time.perf_counter()
        clock.start()
        drawing.start(PEN_INTERVAL_MS)
        if options.training:
            QTimer.singleShot(OPENING_MS, lambda: train(window, options.training))
        # To quit would ask first what becomes of the training.
        QTimer.singleShot(int(1000 * options.seconds), lambda: app.exit(0))

    QTimer.singleShot(SETTLING_MS, begin)
    app.exec()
    epochs = len(window.training.state.records)
    window.training.shut_down()
    runner.stop()
    print(f"a pen drew for {options.seconds:g} s; {sum(answers)} answers were shown")
    if options.training:
        print(f"{options.training} was trained meanwhile: {len(events)} events, {epochs} epochs")
    report(clock, options.slow)


if __name__ == "__main__":
    main()
