import subprocess
import sys

import matplotlib as mpl
from PySide6.QtGui import QFont

from desktop_cvae.figures.plot_style import FALLBACK_FAMILY
from desktop_cvae.gui.plots.latent_panel import LatentPanel
from desktop_cvae.gui.plots.style import plot_style
from desktop_cvae.gui.theme import DARK, LIGHT


def test_the_type_is_the_windows(qapp):
    font = QFont("DejaVu Sans")
    font.setPixelSize(17)
    style = plot_style(LIGHT, font)
    assert style.text_px == 17
    assert style.tick_px == 16


def test_a_family_that_matplotlib_lacks_is_replaced(qapp, monkeypatch):
    monkeypatch.setattr("desktop_cvae.gui.plots.style._known_families", lambda: frozenset())
    assert plot_style(LIGHT, QFont()).family == FALLBACK_FAMILY


def test_global_settings_stay(qtbot):
    before = dict(mpl.rcParams)
    qtbot.addWidget(LatentPanel(DARK))
    assert dict(mpl.rcParams) == before


def test_pyplot_is_never_imported():
    code = (
        "import sys, desktop_cvae.gui.plots.latent_panel, desktop_cvae.gui.plots.loss_panel;"
        "sys.exit('matplotlib.pyplot' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
