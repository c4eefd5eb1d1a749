"""The panel of a model's history: how the loss fell while it trained.

What moves over the loss curves: the epoch under the mouse.

One epoch's exact values, always at the same place.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from matplotlib.figure import Figure
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from desktop_cvae.core.results import EpochRecord
from desktop_cvae.figures.loss_figure import (
    NAMES,
    TERMS,
    LossCurves,
    curve_colors,
    draw_loss,
    loss_curves,
)
from desktop_cvae.gui.plots.figure_canvas import FigureCanvas, Overlay, plot_style
from desktop_cvae.gui.theme import SPACING, current_theme, tabular_font
from desktop_cvae.gui.widgets.segmented_choice import SegmentedChoice


class LossOverlay(Overlay):
    """A hair line at one epoch and a dot on each curve.

    Signals:
        epoch_hovered(int | None): the index of the record under the mouse.
    """

    epoch_hovered = Signal(object)

    def __init__(self, canvas: FigureCanvas) -> None:
        super().__init__(canvas)
        self._curves: LossCurves | None = None
        self._index: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName("Loss over the epochs")

    @property
    def index(self) -> int | None:
        """The record that is pointed at."""
        return self._index

    def set_curves(self, curves: LossCurves | None) -> None:
        """Take other curves; the mouse's place stays if there is still a record."""
        self._curves = curves
        if curves is None or (self._index is not None and self._index >= len(curves.epochs)):
            self._point_at(None)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The hair line and the dots."""
        if self.frame is None or self._curves is None or self._index is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = self.frame.rect(self.extent)
        epoch = float(self._curves.epochs[self._index])
        x = round(self.frame.to_widget(epoch, 0.0, self.extent).x()) + 0.5
        painter.setPen(QPen(QColor(current_theme().muted), 1))
        painter.drawLine(QPointF(x, rect.top()), QPointF(x, rect.bottom()))
        curves = (self._curves.train, self._curves.validation)
        for values, color in zip(curves, curve_colors(current_theme()), strict=True):
            value = float(values[self._index])
            if math.isfinite(value):
                y = self.frame.to_widget(epoch, value, self.extent).y()
                self._paint_dot(painter, QPointF(x, y), rect, QColor(color))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Point at the nearest epoch."""
        if self.frame is not None and self._curves is not None:
            epoch, _ = self.frame.to_data(event.position(), self.extent)
            self._point_at(self._curves.nearest(epoch))

    def leaveEvent(self, event: QEvent) -> None:
        """Point at none."""
        self._point_at(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right walk over the epochs; other keys are the window's."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None or self._curves is None:
            super().keyPressEvent(event)
            return
        last = len(self._curves.epochs) - 1
        index = last if self._index is None else self._index + step
        self._point_at(min(max(index, 0), last))

    def _point_at(self, index: int | None) -> None:
        if index != self._index:
            self._index = index
            self.epoch_hovered.emit(index)
            self.update()

    def _paint_dot(self, painter: QPainter, at: QPointF, rect: QRectF, color: QColor) -> None:
        painter.setPen(QPen(QColor(current_theme().surface), 2))
        painter.setBrush(color)
        if rect.top() <= at.y() <= rect.bottom():
            painter.drawEllipse(at, 5, 5)
            return
        # Beyond the range: an arrow at the edge says where the value is.
        up = at.y() < rect.top()
        edge, way = (rect.top(), 1) if up else (rect.bottom(), -1)
        tip = QPointF(at.x(), edge)
        sides = (QPointF(at.x() + d, edge + way * 9) for d in (-6, 6))
        painter.drawPolygon(QPolygonF([tip, *sides]))


HEIGHT_PX = 24
DOT_PX = 8
_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight


class LossReadout(QWidget):
    """Epoch, training and validation value in three columns that do not move."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._epoch = 0
        self._values = (math.nan, math.nan)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Values of the epoch")

    @property
    def text(self) -> str:
        """What is shown, as one line."""
        parts = (f"{n} {_number(v)}" for n, v in zip(NAMES, self._values, strict=True))
        return ", ".join((f"epoch {self._epoch}", *parts))

    def set_values(self, epoch: int, train: float, validation: float) -> None:
        """Set the epoch and its two values in nats per image; NaN shows a dash."""
        self._epoch, self._values = epoch, (train, validation)
        self.setAccessibleDescription(self.text)
        self.update()

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(300, HEIGHT_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The three columns."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(tabular_font(self.font()))
        advance = painter.fontMetrics().horizontalAdvance
        x = self._paint_pair(painter, 0.0, "epoch", str(self._epoch), advance("0000"))
        for name, color, value in zip(
            NAMES, curve_colors(current_theme()), self._values, strict=True
        ):
            x += 20
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(color))
            painter.drawEllipse(QRectF(x, (HEIGHT_PX - DOT_PX) / 2, DOT_PX, DOT_PX))
            x = self._paint_pair(painter, x + DOT_PX + 6, name, _number(value), advance("000.00"))

    def _paint_pair(
        self, painter: QPainter, x: float, name: str, number: str, room_px: int
    ) -> float:
        """Paint a name and a number flush right in its room; return where they end."""
        width = painter.fontMetrics().horizontalAdvance(name)
        # Absolute: the columns keep their places in every direction of writing.
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        left, right = (middle | side for side in (_LEFT, _RIGHT))
        painter.setPen(QColor(current_theme().muted))
        painter.drawText(QRectF(x, 0, width + 1, HEIGHT_PX), left, name)
        painter.setPen(QColor(current_theme().text))
        room = QRectF(x + width + 6, 0, room_px, HEIGHT_PX)
        painter.drawText(room, right, number)
        return room.right()


def _number(value: float) -> str:
    return f"{value:.2f}" if math.isfinite(value) else "—"


NO_HISTORY = "This model comes without a history of its training."


class LossPanel(QWidget):
    """Training and validation loss over the epochs; the mouse reads off exact values."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._records: tuple[EpochRecord, ...] = ()
        self._curves: LossCurves | None = None
        self.title = QLabel()
        self.term_choice = SegmentedChoice(TERMS, "Term of the loss")
        self.readout = LossReadout()
        self.canvas = FigureCanvas(self._compose)
        self.overlay = LossOverlay(self.canvas)
        self.message = QLabel(NO_HISTORY)
        self._pages = QStackedWidget()
        self._explain_terms()
        self._lay_out()
        self.term_choice.chosen.connect(self._show_term)
        self.overlay.epoch_hovered.connect(self._show_epoch)

    def set_history(self, records: Sequence[EpochRecord], title: str) -> None:
        """Show a history, or say that there is none.

        Args:
            records: one an epoch, ascending; may be empty.
            title: whose history it is.
        """
        self._records = tuple(records)
        self.title.setText(title)
        self.title.setToolTip(title)
        self._pages.setCurrentIndex(1 if records else 0)
        self._show_term()

    def _explain_terms(self) -> None:
        tips = {
            "total": "What training makes small: reconstruction + β · KL",
            "reconstruction": "−log p(x | z, y): how far the reconstruction is from the digit",
            "kl": "KL(q ‖ p): how much the latent vector tells beyond the prior",
        }
        for term, tip in tips.items():
            self.term_choice.segment(term).setToolTip(tip)

    def _lay_out(self) -> None:
        self.title.setProperty("role", "title")
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        # A long title is cut; it must not widen the window.
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.message.setProperty("role", "muted")
        self.message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.message.setWordWrap(True)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        column.addWidget(self.title)
        column.addWidget(self.term_choice, 0, Qt.AlignmentFlag.AlignLeading)
        column.addSpacing(SPACING // 2)
        column.addWidget(self.readout)
        column.addWidget(self.canvas, 1)
        self._pages.addWidget(self.message)
        self._pages.addWidget(content)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(2 * SPACING, 2 * SPACING, 2 * SPACING, SPACING)
        outer.addWidget(self._pages)

    def _show_term(self) -> None:
        term = self.term_choice.value
        self._curves = loss_curves(self._records, term) if self._records else None
        self.overlay.set_curves(self._curves)
        self._show_epoch(self.overlay.index)
        self.canvas.refresh()

    def _show_epoch(self, index: int | None) -> None:
        """Read off one epoch; without a mouse, the last one."""
        if self._curves is None:
            return
        at = len(self._records) - 1 if index is None else index
        record, curves = self._records[at], self._curves
        self.readout.set_values(record.epoch, float(curves.train[at]), float(curves.validation[at]))

    def _compose(self, figure: Figure) -> Any:
        assert self._curves is not None
        return draw_loss(figure, self._curves, plot_style(QFont(self.font())))
