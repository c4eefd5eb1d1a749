"""The digits behind a cell, each with its ten reconstructions and what speaks for each label."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_cvae.core.results import FloatArray, Recognition
from desktop_cvae.gui.qimage_arrays import digit_image
from desktop_cvae.gui.theme import SPACING, Theme, tabular_font

ORIGINAL_PX, GAP_PX = 56, 6
LEFT_PX = ORIGINAL_PX + 2 * SPACING
LEAST_PX, MOST_PX = 24, 42


@dataclass(frozen=True, eq=False)
class CellDigits:
    """What is shown.

    Attributes:
        images: float32, (n, 28, 28), in [0, 1].
        readings: one a picture.
        label: the true one.
        names: of the labels.
    """

    images: FloatArray
    readings: Sequence[Recognition]
    label: int
    names: Sequence[str]


class CellPictures(QWidget):
    """One row a digit: the digit, then its reconstruction under every label.

    Under each reconstruction stands by how many nats its label is behind the best. The
    true label is framed in the accent's colour, the label read, if another, in red.

    Args:
        theme: the colours.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.shown: CellDigits | None = None
        self._rows: list[tuple[QImage, list[QImage]]] = []
        self.setAccessibleName("Digits of the cell with their reconstructions")
        self.setFont(tabular_font(self.font()))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(LEFT_PX + 5 * (LEAST_PX + GAP_PX))

    def show_digits(self, shown: CellDigits | None) -> None:
        """Show other digits, or none."""
        self.shown = shown
        self._render()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self._render()

    def sizeHint(self) -> QSize:
        """As high as its rows."""
        return QSize(ORIGINAL_PX + 10 * (MOST_PX + GAP_PX), len(self._rows) * self._row_px())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow place the reconstructions stand in two lines, and the rows are higher."""
        self.setFixedHeight(max(1, len(self._rows) * self._row_px()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows that are seen."""
        if self.shown is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        height = self._row_px()
        first, last = event.rect().top() // height, event.rect().bottom() // height
        for index in range(max(first, 0), min(last + 1, len(self._rows))):
            self._paint_row(painter, index, index * height)

    def _row_px(self) -> int:
        per_line, side = self._line()
        lines = -(-self._label_count() // per_line)
        return max(ORIGINAL_PX, lines * self._line_px(side)) + SPACING

    def _line_px(self, side: int) -> int:
        return side + 2 * self.fontMetrics().height() + 4

    def _label_count(self) -> int:
        return max(1, len(self._rows[0][1]) if self._rows else 0)

    def _line(self) -> tuple[int, int]:
        """How many reconstructions stand in a line, and their side in pixels."""
        room, count = self.width() - LEFT_PX, self._label_count()
        fit = max(5, room // (LEAST_PX + GAP_PX))
        # Lines of equal length, as few as there is room for.
        per_line = -(-count // -(-count // fit))
        return per_line, min(max(room // per_line - GAP_PX, LEAST_PX), MOST_PX)

    def _render(self) -> None:
        shown = self.shown
        self._rows = []
        if shown is not None:
            for image, reading in zip(shown.images, shown.readings, strict=True):
                explained = [digit_image(one, self._theme) for one in reading.reconstructions]
                self._rows.append((digit_image(image, self._theme), explained))
        self.setFixedHeight(max(1, len(self._rows) * self._row_px()))
        self.update()

    def _paint_row(self, painter: QPainter, index: int, top: int) -> None:
        assert self.shown is not None
        original, explained = self._rows[index]
        reading = self.shown.readings[index]
        self._paint_picture(painter, QRect(0, top + 2, ORIGINAL_PX, ORIGINAL_PX), original, None)
        per_line, side = self._line()
        best = float(reading.evidence_nats.max())
        for label, picture in enumerate(explained):
            down, across = divmod(label, per_line)
            head = top + down * self._line_px(side) + self.fontMetrics().height() + 2
            square = QRect(LEFT_PX + across * (side + GAP_PX), head, side, side)
            self._paint_picture(painter, square, picture, self._frame(label, reading))
            behind = best - float(reading.evidence_nats[label])
            self._paint_text(painter, square, self.shown.names[label], behind)

    def _frame(self, label: int, reading: Recognition) -> str | None:
        assert self.shown is not None
        if label == self.shown.label:
            return self._theme.accent
        return self._theme.too_much if label == reading.label else None

    def _paint_picture(
        self, painter: QPainter, square: QRect, picture: QImage, frame: str | None
    ) -> None:
        painter.drawImage(square, picture)
        painter.setPen(QPen(QColor(frame or self._theme.border), 2 if frame else 1))
        inset = 1.0 if frame else 0.5
        painter.drawRect(QRectF(square).adjusted(inset, inset, -inset, -inset))

    def _paint_text(self, painter: QPainter, square: QRect, name: str, behind: float) -> None:
        below = QRect(square.left() - GAP_PX // 2, square.bottom() + 2, square.width() + GAP_PX, 0)
        below.setHeight(self.fontMetrics().height())
        painter.setPen(QColor(self._theme.text if behind == 0 else self._theme.muted))
        text = "best" if behind == 0 else f"−{behind:.0f}" if behind >= 9.95 else f"−{behind:.1f}"
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, text)
        above = QRect(below)
        above.moveBottom(square.top() - 1)
        painter.setPen(QColor(self._theme.muted))
        painter.drawText(above, Qt.AlignmentFlag.AlignCenter, name)
