""""""

import subprocess
import sys

import matplotlib as mpl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QWidget

from desktop_cvae.figures.plot_style import FALLBACK_FAMILY, Margins, add_axes
from desktop_cvae.gui.plots.figure_canvas import FigureCanvas, Overlay, PlotFrame, plot_style
from desktop_cvae.gui.plots.loss_panel import LossPanel
from desktop_cvae.gui.theme import DARK


@pytest.fixture
def canvas(qtbot):
    def compose(figure):
        axes = add_axes(figure, plot_style(widget.font()), Margins(40, 10, 10, 50))
        axes.set_xlim(0, 4)
        axes.set_ylim(0, 2)
        return axes

    widget = FigureCanvas(compose)
    qtbot.addWidget(widget)
    widget.resize(300, 200)
    return widget


def test_it_draws_when_first_seen_and_not_again(canvas):
    assert canvas.draw_count == 0
    canvas.grab()
    canvas.grab()
    assert canvas.draw_count == 1


def test_many_refreshes_cost_one_drawing(canvas):
    canvas.grab()
    for _ in range(5):
        canvas.refresh()
    canvas.grab()
    assert canvas.draw_count == 2


def test_a_resize_draws_once_when_it_has_settled(qtbot, canvas):
    canvas.grab()
    for width in range(310, 400, 10):
        canvas.resize(width, 200)
        canvas.grab()
    assert canvas.draw_count == 1
    qtbot.waitUntil(lambda: canvas.grab() is not None and canvas.draw_count == 2)


def test_the_frame_is_where_the_margins_are(canvas):
    canvas.grab()
    rect = canvas.frame.rect(QSizeF(300, 200))
    assert (rect.left(), rect.top()) == pytest.approx((40, 10))
    assert (rect.right(), rect.bottom()) == pytest.approx((290, 150))
    assert canvas.frame.x_range == (0, 4)


def test_an_overlay_covers_the_canvas_and_costs_no_drawing(canvas):
    overlay = Overlay(canvas)
    canvas.grab()
    canvas.resize(320, 240)
    canvas.grab()
    assert overlay.size() == canvas.size()
    overlay.update()
    canvas.grab()
    assert canvas.draw_count == 1


def test_a_collapsed_canvas_is_not_drawn(canvas):
    canvas.setMinimumSize(0, 0)
    canvas.resize(3, 3)
    canvas.grab()
    assert canvas.draw_count == 0


def test_the_background_is_the_themes(canvas, use_theme):
    use_theme(DARK)
    canvas.setMinimumSize(0, 0)
    canvas.resize(30, 30)
    assert canvas.grab().toImage().pixelColor(2, 2) == QColor(DARK.surface)


def test_keys_go_to_the_window(qtbot, canvas):
    seen = []

    class Parent(QWidget):
        def keyPressEvent(self, event):
            seen.append(event.key())

    parent = Parent()
    qtbot.addWidget(parent)
    canvas.setParent(parent)
    qtbot.keyClick(canvas, Qt.Key.Key_Space)
    assert seen == [Qt.Key.Key_Space]
    canvas.setParent(None)


FRAME = PlotFrame(0.1, 0.2, 0.5, 0.5, (-1.0, 3.0), (0.0, 10.0))
SIZE = QSizeF(200, 100)


@pytest.mark.parametrize(
    ("data", "place"), [((-1, 0), (20, 70)), ((3, 10), (120, 20)), ((1, 5), (70, 45))]
)
def test_corners_and_middle(data, place):
    at = FRAME.to_widget(*data, SIZE)
    assert (at.x(), at.y()) == pytest.approx(place)


@given(st.floats(-50, 50), st.floats(-50, 50), st.floats(50, 2000), st.floats(50, 2000))
def test_there_and_back(x, y, width, height):
    size = QSizeF(width, height)
    assert FRAME.to_data(FRAME.to_widget(x, y, size), size) == pytest.approx((x, y), abs=1e-6)


def test_an_empty_widget_does_not_divide_by_zero():
    x, y = FRAME.to_data(QPointF(3, 3), QSizeF(0, 0))
    assert x == x
    assert y == y


def test_the_type_is_the_windows(qapp):
    font = QFont("DejaVu Sans")
    font.setPixelSize(17)
    style = plot_style(font)
    assert style.text_px == 17
    assert style.tick_px == 16


def test_a_family_that_matplotlib_lacks_is_replaced(qapp, monkeypatch):
    monkeypatch.setattr("desktop_cvae.gui.plots.figure_canvas._known_families", lambda: frozenset())
    assert plot_style(QFont()).family == FALLBACK_FAMILY


def test_global_settings_stay(qtbot):
    before = dict(mpl.rcParams)
    qtbot.addWidget(LossPanel())
    assert dict(mpl.rcParams) == before


def test_pyplot_is_never_imported():
    code = (
        "import sys, desktop_cvae.gui.latent.latent_panel, desktop_cvae.gui.plots.loss_panel;"
        "sys.exit('matplotlib.pyplot' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
