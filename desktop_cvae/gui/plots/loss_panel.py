"""The panel of a model's history: how the loss fell while it trained."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from matplotlib.figure import Figure
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from desktop_cvae.core.training_results import EpochRecord
from desktop_cvae.figures.loss_curves import TERMS, LossCurves, loss_curves
from desktop_cvae.figures.loss_figure import draw_loss
from desktop_cvae.gui.plots.figure_canvas import FigureCanvas
from desktop_cvae.gui.plots.loss_overlay import LossOverlay
from desktop_cvae.gui.plots.loss_readout import LossReadout
from desktop_cvae.gui.plots.style import plot_style
from desktop_cvae.gui.theme import SPACING, Theme
from desktop_cvae.gui.widgets.segmented_choice import SegmentedChoice

NO_HISTORY = "This model comes without a history of its training."


class LossPanel(QWidget):
    """Training and validation loss over the epochs; the mouse reads off exact values.

    Args:
        theme: the colours.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._records: tuple[EpochRecord, ...] = ()
        self._curves: LossCurves | None = None
        self.title = QLabel()
        self.term_choice = SegmentedChoice(TERMS, theme, "Term of the loss")
        self.readout = LossReadout(theme)
        self.canvas = FigureCanvas(self._compose)
        self.overlay = LossOverlay(self.canvas, theme)
        self.message = QLabel(NO_HISTORY)
        self._pages = QStackedWidget()
        self._explain_terms()
        self._lay_out()
        self.canvas.set_ground(theme.surface)
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

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        for part in (self.term_choice, self.overlay, self.readout):
            part.set_theme(theme)
        self.canvas.set_ground(theme.surface)

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
        return draw_loss(figure, self._curves, plot_style(self._theme, QFont(self.font())))
