"""Pictures of digits beside the map: the nearest ones, or those that were picked out.

Tested in tests/gui/latent/test_latent_panel.py.
"""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtWidgets import QWidget

from desktop_cvae.core.language import mark, tr, tr_n
from desktop_cvae.gui.icons import ToolButton
from desktop_cvae.gui.latent.explorer import LatentExplorer
from desktop_cvae.gui.theme import SPACING
from desktop_cvae.gui.widgets.card import column, row
from desktop_cvae.gui.widgets.digit_grid import DigitGrid
from desktop_cvae.gui.widgets.elided_label import ElidedLabel

DECODED = mark("decoded from their codes")
"""Note shown where MNIST's own pictures are not on this machine."""
NEAREST = {
    "drawing": mark("Nearest test digits to the drawing"),
    "place": mark("Nearest test digits to the pinned point"),
    "mean": mark("Nearest test digits to the prior's mean"),
}
ROW_PX = 42
SELECTION_PX = 150


class DigitStrip(QWidget):
    """The digits with the nearest codes, or the selection; a click makes one the input.

    Args:
        explorer: what is looked at.
        is_row: the nearest digits stand in one low row, where there is little room.
    """

    def __init__(self, explorer: LatentExplorer, *, is_row: bool) -> None:
        super().__init__()
        self._explorer, self._is_row = explorer, is_row
        self.title = ElidedLabel("muted")
        self.close_button = ToolButton(
            "clear", tr("Clear the selection"), tr("Back to the nearest digits")
        )
        self.close_button.set_flat()
        self.grid = DigitGrid()
        self.grid.setAccessibleName(tr("Digits beside the map"))
        self.grid.setToolTip(tr("Click a digit to make it the input"))
        self.grid.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        across = row(self.title, self.close_button, fills=self.title)
        self.setLayout(column(across, self.grid, spacing=SPACING // 2))
        self.grid.digit_picked.connect(self._on_picked)
        self.grid.resized.connect(self._on_resized)
        self.close_button.clicked.connect(lambda: explorer.select(np.zeros(0, np.int64)))
        self.grid.entered.connect(self._on_entered)
        self.grid.viewportEntered.connect(self._on_left)
        self.grid.viewport().installEventFilter(self)
        explorer.spot_changed.connect(self._show)
        explorer.selection_changed.connect(self._show)
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Point at nothing when the mouse leaves the pictures."""
        if event.type() is QEvent.Type.Leave:
            self._on_left()
        return False

    def _on_entered(self, index: QModelIndex) -> None:
        shown = self._explorer.selection
        spot = self._explorer.spot
        if shown is not None:
            self._explorer.point_at(int(shown.indices[index.row()]))
        elif spot is not None:
            self._explorer.point_at(int(spot.neighbours[index.row()]))

    def _on_left(self) -> None:
        self._explorer.point_at(None)

    def _show(self) -> None:
        spot, selection = self._explorer.spot, self._explorer.selection
        self._on_left()
        self.close_button.setVisible(selection is not None)
        self.grid.setVisible(spot is not None or selection is not None)
        if self._is_row:
            self.grid.setFixedHeight(ROW_PX if selection is None else SELECTION_PX)
        if selection is not None:
            shown, total = len(selection.pictures), selection.total
            told = tr_n("{n} test digit selected", "{n} test digits selected", total)
            if shown != total:
                told = f"{told}, {tr('{shown} of them here', shown=shown)}"
            self.title.say(told + self._source)
            self.grid.set_images(selection.pictures)
        elif spot is not None:
            self.title.say(tr(NEAREST[spot.kind]) + self._source)
            count = self._fitting() if self._is_row else len(spot.pictures)
            self.grid.set_images(spot.pictures[:count])
        else:
            self.title.say("")
            self.grid.set_images(None)

    @property
    def _source(self) -> str:
        return "" if self._explorer.has_pictures else f", {tr(DECODED)}"

    def _fitting(self) -> int:
        return max(1, self.grid.width() // (ROW_PX + 6))

    def _on_resized(self) -> None:
        spot = self._explorer.spot
        if not self._is_row or self._explorer.selection is not None or spot is None:
            return
        if self.grid.count != min(self._fitting(), len(spot.pictures)):
            self._show()

    def _on_picked(self, index: int) -> None:
        images = self.grid.images
        if images is not None:
            self._explorer.use(images[index], tr("a test digit"))
