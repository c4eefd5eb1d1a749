"""What a data set looks like."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_cvae.gui.data.class_bars import ClassBars
from desktop_cvae.gui.data.values import Preview
from desktop_cvae.gui.theme import SPACING, Theme
from desktop_cvae.gui.widgets.digit_grid import DigitGrid
from desktop_cvae.gui.widgets.grid_layout import GAP_PX

CELL_PX = 38
"""Pictures are not shown smaller; there are rather fewer of them."""
WIDE_CELL_PX = 76
"""The same under names that are longer than ``SHORT_NAME``, which need the room."""
SHORT_NAME = 4


class PreviewPane(QWidget):
    """As many pictures with their labels as there is room for, and bars of the counts.

    Args:
        theme: the colours.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preview: Preview | None = None
        self._shown = 0
        self.grid = DigitGrid(theme)
        # The pictures are there to be seen; a click has nothing to do here.
        self.grid.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.bars = ClassBars(theme)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(SPACING)
        box.addWidget(self.grid, 1)
        box.addWidget(self.bars)
        self.grid.resized.connect(self._fill)
        self.show_preview(None)

    def show_preview(self, preview: Preview | None, message: str = "") -> None:
        """Show pictures, or a message in their place."""
        self._preview, self._shown = preview, 0
        self.bars.setVisible(preview is not None)
        self.grid.set_message(message)
        if preview is None:
            self.grid.set_images(None)
            return
        self.bars.set_counts(preview.label_names, preview.train, preview.held_out)
        self._fill()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.grid.set_theme(theme)
        self.bars.set_theme(theme)

    def _fill(self) -> None:
        preview = self._preview
        if preview is None:
            return
        shown = min(self._room(preview), len(preview.images))
        if shown != self._shown:
            self._shown = shown
            labels = preview.labels[:shown]
            self.grid.set_images(preview.images[:shown], labels, preview.label_names)

    def _room(self, preview: Preview) -> int:
        """Pictures that fit; whole turns of all labels, if one fits at all."""
        longest = max(map(len, preview.label_names))
        cell = CELL_PX if longest <= SHORT_NAME else WIDE_CELL_PX
        caption = self.grid.fontMetrics().height() + 2
        across = (self.grid.width() + GAP_PX) // (cell + GAP_PX)
        down = (self.grid.height() + GAP_PX) // (cell + caption + GAP_PX)
        count, kinds = max(1, across * down), len(preview.label_names)
        return count - count % kinds if count > kinds else count
