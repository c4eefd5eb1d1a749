"""Data and places on a widget; matplotlib's global state stays out of the window."""

import subprocess
import sys

import matplotlib as mpl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QSizeF

from desktop_cvae.gui.plots.loss_panel import LossPanel
from desktop_cvae.gui.plots.plot_frame import PlotFrame

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
