"""The pictures of a walk side by side, each above its reading."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from desktop_cvae.core.language import tr
from desktop_cvae.core.results import FloatArray, IntArray
from desktop_cvae.gui.accessibility import Part
from desktop_cvae.gui.qimage_arrays import digit_image
from desktop_cvae.gui.theme import current_theme, label_color
from desktop_cvae.gui.widgets.painted_view import PaintedView

GAP_PX, STROKE_PX = 3, 2
LARGEST_PX, SMALLEST_PX = 64, 16


class FilmStrip(PaintedView):
    """A row of pictures; a click or drag chooses one. The keyboard uses the slider beside it.

    Signals:
        step_chosen(int): index of a picture.
    """

    step_chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._images: FloatArray | None = None
        self._frames: list[QImage] = []
        self._read: IntArray | None = None
        self._names: Sequence[str] = ()
        self._current = 0
        self.setAccessibleName(tr("Film strip"))
        self.setToolTip(tr("Every step with its reading; click a step to enlarge it"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_frames(
        self, images: FloatArray | None, read: IntArray | None, names: Sequence[str]
    ) -> None:
        """Show pictures, or nothing.

        Args:
            images: float32, (N, 28, 28), in [0, 1], or None.
            read: int64, (N,), the label read in each picture, or None.
            names: the labels' names by index.
        """
        self._images, self._read, self._names = images, read, names
        told = "" if read is None else " ".join(names[label] for label in read)
        self.setAccessibleDescription(tr("Read as {names}", names=told) if told else "")
        self.draw()

    def set_current(self, index: int) -> None:
        """Mark the picture that is shown enlarged."""
        self._current = index
        self.update()

    def cell_rect(self, index: int) -> QRect:
        count, room = max(1, len(self._frames)), self.width() - 2 * STROKE_PX
        pitch = min(LARGEST_PX + GAP_PX, (room + GAP_PX) / count)
        left = (self.width() - count * pitch + GAP_PX) / 2
        side = round(max(SMALLEST_PX, pitch - GAP_PX))
        return QRect(round(left + index * pitch), STROKE_PX, side, side)

    def told_parts(self) -> list[Part]:
        parts = []
        for index in range(len(self._frames)):
            if self._read is None:
                told = tr("step {step}", step=index + 1)
            else:
                name = self._names[self._read[index]]
                told = tr("step {step}, read as {name}", step=index + 1, name=name)
            parts.append(Part(told, self.cell_rect(index), index == self._current))
        return parts

    def sizeHint(self) -> QSize:
        return QSize(640, LARGEST_PX + 2 * STROKE_PX + self.fontMetrics().height() + 6)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for index, frame in enumerate(self._frames):
            cell = self.cell_rect(index)
            painter.drawImage(cell, frame)
            is_current = index == self._current
            color = current_theme().accent if is_current else current_theme().border
            painter.setPen(QPen(QColor(color), STROKE_PX if is_current else 1))
            painter.drawRoundedRect(QRectF(cell).adjusted(-0.5, -0.5, 0.5, 0.5), 3, 3)
            if self._read is not None:
                self._paint_reading(painter, cell, int(self._read[index]))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._choose(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._choose(event)

    def _paint_reading(self, painter: QPainter, cell: QRect, label: int) -> None:
        below = QRect(
            cell.left() - 2, cell.bottom() + 3, cell.width() + 4, self.fontMetrics().height()
        )
        name = self.fontMetrics().elidedText(
            self._names[label], Qt.TextElideMode.ElideRight, below.width()
        )
        painter.setPen(QColor(current_theme().text))
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, name)
        painter.fillRect(cell.left(), below.bottom() + 1, cell.width(), 2, label_color(label))

    def _choose(self, event: QMouseEvent) -> None:
        x = event.position().x()
        count = len(self._frames)
        if count:
            first, second = (self.cell_rect(index).left() for index in (0, 1))
            pitch = max(1, second - first)
            self.step_chosen.emit(min(max(int((x - first) // pitch), 0), count - 1))

    def draw(self) -> None:
        self._frames = [] if self._images is None else [digit_image(one) for one in self._images]
        self.update()
