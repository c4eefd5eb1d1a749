"""The slider of a comparison that chooses the epoch whose weights are shown."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_cvae.core.language import mark, tr
from desktop_cvae.gui.controls import make_slider
from desktop_cvae.gui.theme import SPACING, current_theme
from desktop_cvae.gui.widgets.card import Card, column, row, text_label
from desktop_cvae.gui.widgets.painted_view import PaintedView

HANDLE_PX = 16
LABELS_PX = 18
GAP_PX = 10
SAVED = mark("saved")
TIP = mark(
    "Move the slider to see the drawing and the ten digits with the weights that each model had "
    "after that epoch. “Saved” stands for the weights in the model file."
)


class StopLabels(PaintedView):
    """Names of the stops under the slider; those without room are left out."""

    SIZE = QSize(200, LABELS_PX)

    def __init__(self, texts: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts, self.chosen = tuple(texts), len(texts) - 1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_chosen(self, chosen: int) -> None:
        self.chosen = chosen
        self.update()

    def drawn(self) -> list[tuple[QRectF, int]]:
        """Return the boxes and indices of the names that fit: the chosen one and the ends first."""
        last = len(self._texts) - 1
        order = dict.fromkeys((self.chosen, last, 0, *range(len(self._texts))))
        placed: list[tuple[QRectF, int]] = []
        for index in order:
            box = self._box(index)
            wide = box.adjusted(-GAP_PX / 2, 0, GAP_PX / 2, 0)
            if not any(wide.intersects(other) for other, _ in placed):
                placed.append((box, index))
        return placed

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for box, index in self.drawn():
            theme = current_theme()
            painter.setPen(QColor(theme.text if index == self.chosen else theme.muted))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._texts[index])

    def _box(self, index: int) -> QRectF:
        width = self.fontMetrics().horizontalAdvance(self._texts[index]) + 2.0
        fraction = index / max(1, len(self._texts) - 1)
        middle = HANDLE_PX / 2 + fraction * (self.width() - HANDLE_PX)
        left = min(max(0.0, middle - width / 2), self.width() - width)
        return QRectF(left, 0, width, self.height())


class CheckpointBar(Card):
    """A slider whose stops are epochs, and “saved” at its right end.

    Signals:
        stop_chosen(int | None): an epoch, or None for the saved weights.

    Args:
        stops: the epochs, in order; one at least.
    """

    stop_chosen = Signal(object)

    def __init__(self, stops: Sequence[int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stops: tuple[int | None, ...] = (*stops, None)
        self.slider = make_slider(tr("Weights after epoch"), tr(TIP), high=len(self._stops) - 1)
        self.slider.setPageStep(1)
        self.slider.setValue(len(self._stops) - 1)
        self.labels = StopLabels([*map(str, stops), tr(SAVED)])
        self.status = text_label("", "muted")
        title = text_label(tr("Weights after epoch"), "title")
        title.setToolTip(tr(TIP))
        line = row(title, spacing=2 * SPACING)
        # Both keep their width whatever the text, so that the handle stays under the pointer.
        self.status.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        line.addLayout(column(self.slider, self.labels, spacing=0), 3)
        line.addWidget(self.status, 2)
        self.box.setContentsMargins(2 * SPACING, SPACING, 2 * SPACING, SPACING)
        self.box.addLayout(line)
        self.slider.valueChanged.connect(self._on_value_changed)

    @property
    def stop(self) -> int | None:
        """The chosen epoch, or None for the saved weights."""
        return self._stops[self.slider.value()]

    def say(self, text: str) -> None:
        """Show what is being opened; an empty text at the end."""
        self.status.setText(text)
        self.status.setToolTip(text)

    def _on_value_changed(self, value: int) -> None:
        self.labels.set_chosen(value)
        self.stop_chosen.emit(self.stop)
