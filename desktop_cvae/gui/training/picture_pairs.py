"""Pictures of a training: originals over their reconstructions, the canvas's drawing first.

Tested in tests/gui/training/test_training_dialog.py.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_cvae.core.errors import DatasetProblem
from desktop_cvae.core.language import tr
from desktop_cvae.core.results import FloatArray
from desktop_cvae.datasets.array_files import read_array_file
from desktop_cvae.gui.qimage_arrays import digit_image
from desktop_cvae.gui.theme import SPACING, current_theme

SIDE_PX, GAP_PX = 42, 4
"""Side of a digit, 1.5 screen pixels per pixel; less in a narrow row."""
LEAST_PX = 20

GROUP_GAP_PX = 2 * SPACING
CAPTION_PX = 18
MAX_PAIRS = 10
MAX_FILE_BYTES = 2_000_000
Pairs = tuple[FloatArray, FloatArray]


def read_pairs(path: Path) -> Pairs | None:
    """Return originals and reconstructions, each float32, (N, 28, 28), in [0, 1]; None if invalid.

    Args:
        path: ``.npy``, uint8, (2, N, 28, 28) or (2, 28, 28).
    """
    try:
        pixels = read_array_file(path, MAX_FILE_BYTES)
    except DatasetProblem:
        return None
    if pixels.dtype != np.uint8 or pixels.shape[:1] != (2,) or pixels.shape[-2:] != (28, 28):
        return None
    if pixels.ndim not in (3, 4):
        return None
    floats = pixels.reshape(2, -1, 28, 28).astype(np.float32) / np.float32(255)
    return floats[0], floats[1]


class PicturePairs(QWidget):
    """Two rows: originals, and the model's reconstructions after the last epoch."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pairs: dict[str, Pairs | None] = {"canvas": None, "validation": None}
        self._drawn: dict[str, list[tuple[QImage, QImage]]] = {"canvas": [], "validation": []}
        self.setAccessibleName(tr("Originals and reconstructions"))
        self.setToolTip(tr("Originals above, the model’s reconstructions below"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_pairs(self, kind: str, pairs: Pairs | None) -> None:
        """Show pairs of the kind ``"canvas"`` or ``"validation"``; None removes them."""
        self._pairs[kind] = pairs
        self._draw(kind)

    def pair_count(self, kind: str) -> int:
        return len(self._drawn[kind])

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.PaletteChange:
            for kind in self._pairs:
                self._draw(kind)
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(_width(SIDE_PX), 2 * (SIDE_PX + GAP_PX) + CAPTION_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(_width(LEAST_PX), self.sizeHint().height())

    @property
    def side_px(self) -> int:
        """Side of a digit, in pixels, such that all fit."""
        return min(SIDE_PX, (self.width() - _width(0)) // (MAX_PAIRS + 1))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        x = self._paint_group(painter, 0, tr("Canvas"), "canvas", 1)
        self._paint_group(
            painter, x + GROUP_GAP_PX, tr("Validation digits"), "validation", MAX_PAIRS
        )
        painter.end()

    def _draw(self, kind: str) -> None:
        pairs = self._pairs[kind]
        self._drawn[kind] = (
            []
            if pairs is None
            else [
                (digit_image(original), digit_image(made))
                for original, made in zip(pairs[0][:MAX_PAIRS], pairs[1][:MAX_PAIRS], strict=True)
            ]
        )
        self.update()

    def _paint_group(self, painter: QPainter, x: int, name: str, kind: str, count: int) -> int:
        side = self.side_px
        step = side + GAP_PX
        painter.setPen(QColor(current_theme().muted))
        caption = QRect(x, 0, max(count * step, 80), CAPTION_PX - 2)
        painter.drawText(caption, Qt.AlignmentFlag.AlignLeft, name)
        for column in range(count):
            shown = self._drawn[kind][column] if column < len(self._drawn[kind]) else (None, None)
            for line, image in enumerate(shown):
                square = QRect(x + column * step, CAPTION_PX + line * step, side, side)
                self._paint_digit(painter, square, image)
        return x + count * step - GAP_PX

    def _paint_digit(self, painter: QPainter, square: QRect, image: QImage | None) -> None:
        painter.fillRect(square, QColor(current_theme().paper))
        if image is not None:
            painter.drawImage(square, image)
        painter.setPen(QPen(QColor(current_theme().border), 1))
        painter.drawRect(square.adjusted(0, 0, -1, -1))


def _width(side_px: int) -> int:
    """Return the width of the canvas and all digits."""
    return (MAX_PAIRS + 1) * side_px + (MAX_PAIRS - 1) * GAP_PX + GROUP_GAP_PX
