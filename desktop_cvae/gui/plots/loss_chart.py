"""The loss over the epochs, of a finished training or of one that goes on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from matplotlib.artist import Artist
from matplotlib.figure import Figure
from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent

from desktop_cvae.core.command_events import TrainingProgress
from desktop_cvae.core.language import mark, number, tr
from desktop_cvae.core.results import EpochRecord
from desktop_cvae.figures.loss_figure import (
    LossCurves,
    LossPlot,
    Range,
    chart_margins,
    loss_curves,
    run_curves,
)
from desktop_cvae.figures.plot_style import PlotStyle, add_message
from desktop_cvae.gui.plots.plot_canvas import PlotCanvas
from desktop_cvae.gui.plots.plot_frame import PlotFrame, axes_rect

TERMS = (("total", mark("Total")), ("reconstruction", mark("Reconstruction")), ("kl", mark("KL")))
TERM_TIPS = {
    "total": mark("Training minimises this: reconstruction + β · KL"),
    "reconstruction": mark("−log p(x | z, y): how far the reconstruction is from the digit"),
    "kl": mark("KL(q ‖ p): how much the latent vector tells beyond the prior"),
}
NOTHING_YET = mark(
    "The loss appears here while the model learns, from the first batches on.\nYou can keep "
    "drawing: after every epoch, your digit is reconstructed here too."
)
LEAST_FILLED, HEADROOM = 0.75, 0.15
"""While a training runs, the value axis stays as long as the curves fill this share of it; where
they leave it, it grows by more than they need."""


class LossChart(PlotCanvas):
    """Training loss as a line, each epoch's validation with dots.

    With mouse tracking it points at the epoch under the mouse, with a focus also by the keys.

    Attributes:
        curves: what is shown.
        index: of the epoch's record that is pointed at, or None.

    Signals:
        epoch_hovered(int | None): another record is pointed at.
    """

    epoch_hovered = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.curves = loss_curves((), "total")
        self.index: int | None = None
        self._ranges: tuple[Range, Range] = ((0.0, 1.0), (0.0, 1.0))
        self._plot: LossPlot | None = None
        self.setAccessibleName(tr("Loss over the epochs"))

    def set_run(
        self,
        points: Sequence[TrainingProgress],
        records: Sequence[EpochRecord],
        epochs: int,
        term: str,
    ) -> None:
        """Show one term of the loss while it falls.

        Args:
            points: running means, ascending.
            records: of the finished epochs.
            epochs: where the axis ends.
            term: ``"total"``, ``"reconstruction"`` or ``"kl"``.
        """
        curves = run_curves(points, records, term)
        values = _steady_range(curves.value_range(), self._ranges[1])
        self._show(curves, ((0.0, max(1.0, epochs)), values))

    def set_history(self, records: Sequence[EpochRecord], term: str) -> None:
        """Show one term of a finished training's loss; a pointed record stays if it is there.

        Args:
            records: one an epoch, ascending; may be empty.
            term: ``"total"``, ``"reconstruction"`` or ``"kl"``.
        """
        curves = loss_curves(records, term)
        self._show(curves, (curves.epoch_range(), curves.value_range()))

    @property
    def frame(self) -> PlotFrame:
        return PlotFrame(axes_rect(self.size(), chart_margins(self.height())), *self._ranges)

    def compose(self, figure: Figure, style: PlotStyle) -> None:
        if self._is_empty(self.curves):
            self._plot = None
            add_message(figure, tr(NOTHING_YET), style)
        else:
            self._plot = LossPlot(figure, style)
            self._plot.show(self.curves, *self._ranges)

    def moving(self) -> Iterable[Artist]:
        if self._plot is None:
            return ()
        epochs = self.curves.validation.epochs
        self._plot.point_at(None if self.index is None else float(epochs[self.index]))
        return self._plot.moving

    def sizeHint(self) -> QSize:
        return QSize(420, 190)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 120)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        epoch, _ = self.frame.to_data(event.position())
        epochs = self.curves.validation.epochs
        self._point_at(int(abs(epochs - epoch).argmin()) if len(epochs) else None)

    def leaveEvent(self, event: QEvent) -> None:
        self._point_at(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk over the epochs with left and right; other keys are the window's."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        count = len(self.curves.validation.epochs)
        if step is None or not count:
            super().keyPressEvent(event)
            return
        index = count - 1 if self.index is None else self.index + step
        self._point_at(min(max(index, 0), count - 1))

    def _show(self, curves: LossCurves, ranges: tuple[Range, Range]) -> None:
        was_empty, had = self._is_empty(self.curves), (self._ranges, self.curves.breaks)
        self.curves, self._ranges = curves, ranges
        if self.index is not None and self.index >= len(curves.validation.epochs):
            self._point_at(None)
        self.setAccessibleDescription(self._spoken())
        if was_empty or self._is_empty(curves):
            self.recompose()
        elif self._plot is not None:
            self._plot.show(curves, *ranges)
            (self.refresh if (ranges, curves.breaks) == had else self.redraw)()

    def _point_at(self, index: int | None) -> None:
        if index != self.index:
            self.index = index
            self.epoch_hovered.emit(index)
            self.refresh()

    def _spoken(self) -> str:
        epochs, values = self.curves.validation
        if not len(epochs):
            return tr("No epoch is finished yet.")
        return tr(
            "Validation after epoch {epoch}: {value} nats per image.",
            epoch=number(float(epochs[-1]), ".0f"),
            value=number(float(values[-1]), ".1f"),
        )

    @staticmethod
    def _is_empty(curves: LossCurves) -> bool:
        return not len(curves.train.epochs) and not len(curves.validation.epochs)


def _steady_range(needed: Range, shown: Range) -> Range:
    """Return a range that holds the needed one and seldom changes.

    The curves are drawn anew with every event of a training, the axes only when this range changes.
    """
    (low, high), (bottom, top) = needed, shown
    room = HEADROOM * (high - low)
    grown = (low - room if low < bottom else bottom, high + room if high > top else top)
    return grown if high - low >= LEAST_FILLED * (grown[1] - grown[0]) else needed
