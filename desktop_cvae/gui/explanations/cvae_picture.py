"""The picture of a CVAE with a digit running through it; z can be dragged."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_cvae.core.language import tr
from desktop_cvae.core.results import FloatArray
from desktop_cvae.gui.controls import ARROW_STEPS
from desktop_cvae.gui.explanations.cvae_painting import (
    HEIGHT,
    LEAST_WIDTH,
    CvaePainting,
    elbo_text,
)
from desktop_cvae.gui.latent.plane_view import signed
from desktop_cvae.gui.theme import tabular_font, text_scale
from desktop_cvae.gui.widgets.evidence_scale import nats_text
from desktop_cvae.inference.evidence_decomposition import ForwardPass

SHRUNK_WIDTH = 330
"""Least width of the widget, in pixels."""
LEAST_LIMIT, KEY_STEP = 3.0, 0.1
"""Smallest range of the z axis, ± in its units, and what an arrow key moves."""


class CvaePicture(QWidget):
    """Picture and label, encoder, μ and σ, z, decoder, reconstruction, and the ELBO's two terms.

    Signals:
        code_moved(FloatArray): the user moved z, float32, (L,).
        label_chosen(int): the user clicked a label's place in the one-hot vector.
    """

    code_moved = Signal(object)
    label_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = CvaePainting(limit=LEAST_LIMIT)
        self._is_dragging = False
        self.setFont(tabular_font(self.font()))
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(tr("Picture of the CVAE"))

    @property
    def latents(self) -> FloatArray | None:
        """The shown z, float32, (L,)."""
        return None if self._shown.way is None else self._shown.way.latents

    @property
    def dimension(self) -> int:
        """Index of the latent dimension in hand; −1 for none."""
        return self._shown.dimension

    def show_pass(
        self, image: FloatArray | None, way: ForwardPass | None, names: tuple[str, ...]
    ) -> None:
        """Show a picture's way through a network.

        Args:
            image: float32, (28, 28), in [0, 1]; None for empty boxes.
            way: the way; None for empty boxes.
            names: of the labels; none for a model without labels.
        """
        before = self._shown.way
        self._shown = replace(self._shown, image=image, way=way, names=names)
        if way is not None and (before is None or before.mean is not way.mean):
            # Kept while z is dragged: an axis that follows the hand could not be read.
            reach = np.abs(way.mean) + way.spread
            self._shown = replace(
                self._shown,
                limit=max(LEAST_LIMIT, float(np.ceil(reach.max(initial=0.0)))),
                dimension=min(self.dimension, len(way.mean) - 1),
            )
        self._describe()
        self.update()

    def set_step(self, step: str) -> None:
        """Show what one of ``STEPS`` and those before it explain; "" for all."""
        self._shown = replace(self._shown, step=step)
        self.update()

    def cell_center(self, label: int) -> QPointF:
        """Return the middle of a label's place in the one-hot vector, in the widget."""
        return self._painting.cell(label).center() * self._scale

    def bar_point(self, dimension: int, value: float) -> QPointF:
        """Return the place of a value of z in the widget."""
        painting = self._painting
        box = painting.boxes.code
        return QPointF(painting.x(box, dimension), painting.y(box, value)) * self._scale

    def sizeHint(self) -> QSize:
        return QSize(LEAST_WIDTH, HEIGHT) * text_scale()

    def minimumSizeHint(self) -> QSize:
        return QSize(SHRUNK_WIDTH, round(HEIGHT * SHRUNK_WIDTH / LEAST_WIDTH))

    def heightForWidth(self, width: int) -> int:
        return round(HEIGHT * _scale_for(width))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        painting, point = self._painting, event.position() / self._scale
        label, dimension = painting.cell_at(point), painting.dimension_at(point)
        if label is not None:
            self.label_chosen.emit(label)
        elif dimension is not None:
            self._is_dragging = True
            self._hold(dimension)
            self._move(dimension, painting.value_at(point))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        painting, point = self._painting, event.position() / self._scale
        if self._is_dragging:
            self._move(self.dimension, painting.value_at(point))
            return
        dimension, shape = painting.dimension_at(point), Qt.CursorShape
        cursor = shape.ArrowCursor if dimension is None else shape.SizeVerCursor
        is_over_cell = painting.cell_at(point) is not None
        self.setCursor(shape.PointingHandCursor if is_over_cell else cursor)
        if dimension not in (None, self.dimension):
            self._hold(dimension)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._is_dragging = False

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Put the dimension back to its μ."""
        dimension = self._painting.dimension_at(event.position() / self._scale)
        if dimension is not None and self._shown.way is not None:
            self._move(dimension, float(self._shown.way.mean[dimension]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose a dimension with left and right, move it with up and down, reset with Home."""
        key, way = Qt.Key(event.key()), self._shown.way
        if way is None or key not in (*ARROW_STEPS, Qt.Key.Key_Home):
            super().keyPressEvent(event)
            return
        right, down = ARROW_STEPS.get(key, (0, 0))
        self._hold(min(max(self.dimension + right, 0), len(way.mean) - 1))
        if key == Qt.Key.Key_Home:
            self._move(self.dimension, float(way.mean[self.dimension]))
        elif down:
            self._move(self.dimension, float(way.latents[self.dimension]) - down * KEY_STEP)
        self._describe()

    def leaveEvent(self, event: QEvent) -> None:
        if not self.hasFocus():
            self._hold(-1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, scale = QPainter(self), self._scale
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(scale, scale)
        font = QFont(self.font())
        font.setPixelSize(round(font.pixelSize() / text_scale()))
        painter.setFont(font)
        self._painting.paint(painter)

    @property
    def _scale(self) -> float:
        return _scale_for(self.width())

    @property
    def _painting(self) -> CvaePainting:
        width = self.width() / self._scale
        return replace(self._shown, width=width, has_focus=self.hasFocus())

    def _hold(self, dimension: int) -> None:
        self._shown = replace(self._shown, dimension=dimension)
        self.update()

    def _move(self, dimension: int, value: float) -> None:
        if self._shown.way is not None:
            latents, limit = self._shown.way.latents.copy(), self._shown.limit
            latents[dimension] = min(max(value, -limit), limit)
            self.code_moved.emit(latents)

    def _describe(self) -> None:
        way = self._shown.way
        if way is None:
            self.setAccessibleDescription("")
            return
        words = [
            tr("KL(q ‖ p) = {nats} nats", nats=nats_text(way.kl_nats)),
            elbo_text(way),
        ]
        if self.dimension >= 0:
            words.append(f"z{self.dimension + 1} = {signed(float(way.latents[self.dimension]))}")
        self.setAccessibleDescription("; ".join(words))


def _scale_for(width: int) -> float:
    return min(text_scale(), width / LEAST_WIDTH)
