"""How fast the latent map answers, with real engines and the real window, offscreen.

``python tests/benchmarks/latent_map.py [MODEL …]`` prints, for every model, the times from the
mouse's move to the repaint that shows the decoded digit (hover), from the end of a zoom to the
repaint with about 400 decoded digits (manifold, without the pause that is waited for), and of a
repaint of the ground with all points; then the same with the map's points repeated, a little moved,
to 70,000, as a whole and zoomed in until the digits themselves are drawn. The map must be kept or
MNIST be found; a drawing lies on the canvas, and the map is the tab's.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")
sys.path.insert(0, str(Path(__file__).parents[1]))

import numpy as np
from fakes import draw_digit
from PySide6.QtCore import QEvent, QEventLoop, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication

from desktop_cvae.gui.controller import Controller
from desktop_cvae.gui.latent import map_view
from desktop_cvae.gui.latent.latent_jobs import Grid
from desktop_cvae.gui.latent.map_view import MapView
from desktop_cvae.gui.latent.plane_view import PlaneView
from desktop_cvae.gui.main_window import MainWindow
from desktop_cvae.gui.model_source import LibrarySource
from desktop_cvae.gui.session import Session
from desktop_cvae.gui.settings import Settings
from desktop_cvae.gui.theme import Appearance
from desktop_cvae.workers.job_runner import JobRunner

HOVERS, MANIFOLDS, GROUNDS = 400, 30, 30
ALL_DIGITS = 70_000
PATIENCE_S = 20.0


class WatchedMap(MapView):
    """Says when it has painted what was asked."""

    painted_s = 0.0
    is_due = False

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.is_due:
            self.is_due, self.painted_s = False, time.perf_counter()

    def await_digit(self, *_: object) -> None:
        """The next painting shows the digit."""
        self.is_due = True


def wait(app: QApplication, is_done: Callable[[], bool]) -> None:
    """Let events happen until it is so."""
    end = time.monotonic() + PATIENCE_S
    while not is_done():
        # With a time limit it would not wait but spin, against the worker.
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        if time.monotonic() > end:
            raise SystemExit("it took too long")


def hover(app: QApplication, view: WatchedMap, seed: int = 0) -> list[float]:
    """Seconds from moves to repaints."""
    rng, times = np.random.default_rng(seed), []
    rect = view.frame.rect
    at = np.array([rect.center().x(), rect.center().y()])
    for _ in range(HOVERS):
        at += rng.normal(0, 12, 2)
        at = np.clip(
            at, (rect.left() + 60, rect.top() + 60), (rect.right() - 60, rect.bottom() - 60)
        )
        point = QPointF(*at)
        none = Qt.MouseButton.NoButton
        move = QMouseEvent(
            QEvent.Type.MouseMove,
            point,
            view.mapToGlobal(point),
            none,
            none,
            Qt.KeyboardModifier.NoModifier,
        )
        view.painted_s = 0.0
        started = time.perf_counter()
        QApplication.sendEvent(view, move)
        wait(app, lambda: view.painted_s > 0)
        times.append(view.painted_s - started)
    return times


def manifold(app: QApplication, view: WatchedMap) -> list[float]:
    """Seconds from asking for 20×20 digits to the repaint that shows them."""
    times = []
    for index in range(MANIFOLDS):
        part = 2.0 - 0.03 * index
        view.painted_s = 0.0
        started = time.perf_counter()
        view.explorer.decode_manifold(view, Grid(-part, part, -part, part, 20, 20))
        wait(app, lambda: view.painted_s > 0)
        times.append(view.painted_s - started)
    return times


def ground(view: WatchedMap) -> list[float]:
    """Seconds of a repaint of the points."""
    times = []
    for _ in range(GROUNDS):
        view.redraw()
        started = time.perf_counter()
        view.repaint()
        times.append(time.perf_counter() - started)
    return times


def crowd(app: QApplication, view: WatchedMap) -> str:
    """Repaints of 70,000 points, and of the digits in a part of them."""
    explorer, rng = view.explorer, np.random.default_rng(0)
    assert explorer.map is not None
    few = explorer.map
    rows = np.arange(ALL_DIGITS) % len(few.labels)
    codes = few.codes[rows] + 0.1 * rng.standard_normal((ALL_DIGITS, few.codes.shape[1]))
    many = replace(
        few, codes=codes.astype(np.float32), labels=few.labels[rows], digits=few.digits[rows]
    )
    view._layer = "points"
    explorer._set_map(many)
    wait(app, lambda: explorer.digits is not None and not explorer._controller.runner.is_busy)
    view.repaint()
    whole = summary("70,000 points", ground(view))
    home = view.home
    view.show_view(PlaneView(home.x, home.y, 40 * home.unit_px))
    zoomed = summary("zoomed in", ground(view))
    assert view._plot is not None
    return f"{whole}; {zoomed} ({len(view._plot.pictured)} digits drawn)"


def summary(name: str, times: list[float]) -> str:
    """Median and 95th percentile in milliseconds."""
    median, high = np.percentile(1000 * np.array(times), (50, 95))
    return f"{name} {median:.1f} ms, p95 {high:.1f} ms"


def main(names: list[str]) -> None:
    """Measure each model."""
    app = QApplication([])
    map_view.MapView = WatchedMap  # type: ignore[misc]
    awake = QTimer(interval=100)
    awake.start()
    session, runner = Session(), JobRunner()
    controller = Controller(session, runner, LibrarySource())
    window = MainWindow(session, controller, Appearance(app, "light"), Settings())
    window.resize(1366, 768)
    window.show()
    window.results.show_panel("latent")
    explorer = window.latent
    for name in names:
        before = session.model
        controller.load_model(name)
        wait(app, lambda before=before: session.model is not before)
        wait(app, lambda: explorer.map is not None and not runner.is_busy)
        session.set_image(np.pad(draw_digit(5), 20))
        wait(app, lambda: explorer.drawing is not None and not runner.is_busy)
        view = window.results.latent.map.view
        assert isinstance(view, WatchedMap)
        view._settled.setInterval(10**6)
        explorer.point_decoded.connect(view.await_digit)
        hovered = summary("hover", hover(app, view))
        explorer.point_decoded.disconnect(view.await_digit)
        view._layer = "both"
        explorer.manifold_decoded.connect(view.await_digit)
        decoded = summary("manifold", manifold(app, view))
        explorer.manifold_decoded.disconnect(view.await_digit)
        print(f"{name}: {hovered}; {decoded}; {summary('points', ground(view))}", flush=True)
        print(f"{name}: {crowd(app, view)}", flush=True)
        session.set_image(None)
    runner.stop()
    window.close()


if __name__ == "__main__":
    main(sys.argv[1:] or ["studio", "conv_cvae", "dense_cvae"])
