"""What the window looks like in its main states, sizes and themes, small and grey.

``python tests/golden_pictures.py`` renews the kept pictures and says which have changed.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import matplotlib
import numpy as np
from PIL import Image
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFontDatabase, QImage
from PySide6.QtWidgets import QApplication
from window_desk import Desk

from desktop_cvae.gui import theme

RENEWS = "DESKTOP_CVAE_RENEW_PICTURES"
"""The environment variable that lets the test write pictures."""
KEPT = Path(__file__).with_name("golden") / "window"
SIZES = ((660, 720), (960, 510), (960, 600), (1366, 720), (1920, 1080))
THEMES = ("light", "dark")
STATES = ("empty", "drawn", "number", "samples", "loss")
SHRINK = 3
"""So many pixels each way are one of a kept picture."""
BLOCK = 8
"""Kept pixels each way that are looked at together: fonts may differ by a hair."""
TOLERANCE_GREY = 10.0
"""Of 255, between the means of two blocks."""


def arrange(desk: Desk, state: str) -> None:
    """Bring the window into one of ``STATES``."""
    results = desk.window.results
    if state != "empty":
        desk.draw(3)
    if state == "number":
        desk.key(Qt.Key.Key_N)
        desk.settle()
    if state == "samples":
        results.generated.mode_choice.segment("samples").click()
        desk.settle()
    if state == "loss":
        results.show_panel("loss")


def picture(desk: Desk, state: str, width: int, height: int) -> np.ndarray:
    """The window at a size, uint8 greys, shrunk."""
    desk.window.resize(width, height)
    QApplication.processEvents()
    desk.window.panes.bring("results" if state in ("samples", "loss") else "answer")
    settling = desk.window.results.generated.findChildren(QTimer)
    for _ in range(3):
        QApplication.processEvents()
        # A grid that has become larger asks for more digits when it has settled.
        desk.qtbot.waitUntil(lambda: not any(timer.isActive() for timer in settling))
        desk.settle()
    # How long an answer took is another number each time.
    desk.window.status.set_elapsed(None)
    grabbed = desk.window.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    rows, columns = grabbed.height(), grabbed.width()
    pixels = np.frombuffer(bytes(grabbed.constBits()), np.uint8)
    pixels = pixels.reshape(rows, grabbed.bytesPerLine())[:, :columns]
    shape = (rows // SHRINK, SHRINK, columns // SHRINK, SHRINK)
    cut = pixels[: shape[0] * SHRINK, : shape[2] * SHRINK]
    return cut.reshape(shape).mean(axis=(1, 3)).round().astype(np.uint8)


def differing_blocks(found: np.ndarray, kept: np.ndarray) -> float:
    """The share of blocks whose means differ by more than the tolerance; 1 for other sizes."""
    if found.shape != kept.shape:
        return 1.0
    rows, columns = (side // BLOCK for side in found.shape)

    def means(image: np.ndarray) -> np.ndarray:
        cut = image[: rows * BLOCK, : columns * BLOCK].astype(float)
        return cut.reshape(rows, BLOCK, columns, BLOCK).mean(axis=(1, 3))

    return float((abs(means(found) - means(kept)) > TOLERANCE_GREY).mean())


def kept_file(state: str, size: tuple[int, int], name: str) -> Path:
    """Where a picture is kept."""
    return KEPT / f"{state}-{size[0]}x{size[1]}-{name}.png"


def read_kept(path: Path) -> np.ndarray:
    """A kept picture, uint8, (H, W)."""
    with Image.open(path) as image:
        return np.asarray(image.convert("L"))


@contextmanager
def one_font(app: QApplication) -> Iterator[None]:
    """The same letters on every machine: those that matplotlib brings along."""
    folder = Path(matplotlib.get_data_path()) / "fonts" / "ttf"
    for name in ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf"):
        assert QFontDatabase.addApplicationFont(str(folder / name)) >= 0
    families, font = theme.FAMILIES, app.font()
    theme.FAMILIES = ("DejaVu Sans",)
    app.setFont(theme.window_font())
    yield
    theme.FAMILIES = families
    app.setFont(font)


def renew() -> int:
    """Run the test, letting it write what differs."""
    test = Path(__file__).parent / "gui" / "test_golden_pictures.py"
    command = [sys.executable, "-m", "pytest", "-q", "-s", "-p", "no:cacheprovider", str(test)]
    return subprocess.run(command, env={**os.environ, RENEWS: "1"}, check=False).returncode


if __name__ == "__main__":
    sys.exit(renew())
