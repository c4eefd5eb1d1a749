"""A figure in the window: what is drawn when, in whose colours, how sharp."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

import pytest
from matplotlib.artist import Artist
from matplotlib.backends.backend_qtagg import FigureCanvasQTAgg
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from window_desk import Desk

from desktop_cvae.figures.plot_style import FALLBACK_FAMILY, Margins, PlotStyle, add_axes
from desktop_cvae.gui.plots.plot_canvas import PlotCanvas, plot_family, window_style
from desktop_cvae.gui.theme import DARK, LIGHT, Theme


class Cross(PlotCanvas):
    """A line that stands still, and one that moves."""

    x = 0.5

    def compose(self, figure: Figure, style: PlotStyle) -> None:
        axes = add_axes(figure, style, Margins(10, 10, 10, 10))
        axes.set(xlim=(0, 1), ylim=(0, 1))
        axes.axhline(0.5, color=style.theme.text)
        self.line: Line2D = axes.axvline(self.x, color=style.theme.accent, animated=True)

    def moving(self) -> Iterable[Artist]:
        self.line.set_xdata([self.x, self.x])
        return [self.line]


@pytest.fixture
def canvas(qtbot: QtBot) -> Cross:
    canvas = Cross()
    qtbot.addWidget(canvas)
    canvas.resize(200, 120)
    canvas.grab()
    return canvas


def test_what_moves_is_drawn_over_the_kept_picture(canvas: Cross) -> None:
    before = canvas.grab().toImage()
    canvas.x = 0.25
    assert canvas.grab().toImage() == before
    canvas.refresh()
    after = canvas.grab().toImage()
    assert after != before
    assert canvas.still_count == 1
    canvas.x = 0.5
    canvas.refresh()
    # Nothing is left of where it was.
    assert canvas.grab().toImage() == before


def test_many_changes_cost_one_drawing(canvas: Cross) -> None:
    for _ in range(5):
        canvas.redraw()
    canvas.grab()
    canvas.grab()
    assert canvas.still_count == 2


def test_a_theme_is_worn(canvas: Cross, use_theme: Callable[[Theme], None]) -> None:
    assert canvas.grab().toImage().pixelColor(3, 3).name() == LIGHT.surface
    use_theme(DARK)
    assert canvas.grab().toImage().pixelColor(3, 3).name() == DARK.surface


def test_the_figure_is_as_large_as_the_widget(canvas: Cross) -> None:
    canvas.resize(321, 123)
    assert canvas.grab().size() == canvas.size()
    width, height = canvas.figure.get_size_inches() * 72
    assert (round(float(width)), round(float(height))) == (321, 123)


def test_mouse_and_keys_are_not_matplotlibs(canvas: Cross) -> None:
    at, left = QPointF(20, 20), Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    press = QMouseEvent(QEvent.Type.MouseButtonPress, at, at, left, left, none)
    key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_S, none, "s")
    for event, take in ((press, canvas.mousePressEvent), (key, canvas.keyPressEvent)):
        event.accept()
        take(event)
        assert not event.isAccepted()


def test_an_unknown_font_is_replaced(canvas: Cross) -> None:
    assert plot_family("No such font") == FALLBACK_FAMILY
    assert plot_family(FALLBACK_FAMILY) == FALLBACK_FAMILY
    assert window_style(canvas).text_px > 8


def test_both_tabs_of_the_window_are_matplotlibs(desk: Desk) -> None:
    results = desk.window.results
    for panel in ("latent", "loss"):
        results.show_panel(panel)
        tab = results.tabs.currentWidget()
        assert tab is not None
        shown = partial(visible_plots, tab)
        desk.qtbot.waitUntil(lambda shown=shown: len(shown()) == 1)
        (canvas,) = shown()
        assert isinstance(canvas, FigureCanvasQTAgg)
        canvas.grab()
        assert canvas.figure.axes


def visible_plots(parent: QWidget) -> list[PlotCanvas]:
    return [plot for plot in parent.findChildren(PlotCanvas) if plot.isVisible()]
