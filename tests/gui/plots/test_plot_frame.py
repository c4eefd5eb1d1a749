"""Data and places on a widget; matplotlib's global state stays out of the window."""

import subprocess
import sys

import matplotlib as mpl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF, QSize

from desktop_cvae.figures.plot_style import Margins
from desktop_cvae.gui.plots.loss_panel import LossPanel
from desktop_cvae.gui.plots.plot_frame import PlotFrame, axes_rect

FRAME = PlotFrame(QRectF(20, 20, 100, 50), (-1.0, 3.0), (0.0, 10.0))


@pytest.mark.parametrize(
    ("data", "place"), [((-1, 0), (20, 70)), ((3, 10), (120, 20)), ((1, 5), (70, 45))]
)
def test_corners_and_middle(data, place):
    at = FRAME.to_widget(*data)
    assert (at.x(), at.y()) == pytest.approx(place)


@given(st.floats(-50, 50), st.floats(-50, 50))
def test_there_and_back(x, y):
    assert FRAME.to_data(FRAME.to_widget(x, y)) == pytest.approx((x, y), abs=1e-6)


def test_axes_on_a_tiny_widget_are_not_empty():
    rect = axes_rect(QSize(3, 3), Margins(46, 10, 26, 24))
    assert rect.width() > 0
    assert rect.height() > 0


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
