"""The latent space in a window of its own: map, manifold, digits and dimensions side by side."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from desktop_cvae.core.language import tr
from desktop_cvae.gui.latent.digit_strip import DigitStrip
from desktop_cvae.gui.latent.dimension_sliders import DimensionSliders
from desktop_cvae.gui.latent.explorer import LatentExplorer
from desktop_cvae.gui.latent.latent_panel import MapOrMessage, MapPane
from desktop_cvae.gui.latent.map_view import MapView
from desktop_cvae.gui.latent.understanding import Understanding
from desktop_cvae.gui.theme import SPACING
from desktop_cvae.gui.widgets.card import Card
from desktop_cvae.gui.widgets.work_dialog import WorkDialog

SIZE = QSize(1600, 900)
WATCHER = "window"


class LatentWindow(WorkDialog):
    """Beside the main window, where one goes on drawing.

    Args:
        parent: the main window.
        explorer: what is looked at, in the tab too.
    """

    def __init__(self, parent: QWidget, explorer: LatentExplorer) -> None:
        super().__init__(parent, "latent_space", tr("Latent space"))
        self._explorer = explorer
        self.map = MapPane(explorer)
        self.manifold = MapView(explorer, "digits")
        self.manifold.setAccessibleName(tr("What the model writes over the map"))
        self.strip = DigitStrip(explorer, is_row=False)
        self.sliders = DimensionSliders(explorer)
        self.label = _label_box()
        self._lay_out()
        self.map.view.view_changed.connect(self._follow_map)
        self.manifold.view_changed.connect(self._follow_manifold)
        self.label.activated.connect(self._on_label_chosen)
        explorer.map_changed.connect(self._show_labels)
        explorer.session.label_changed.connect(self._show_label)
        self._show_labels()

    def showEvent(self, event: QShowEvent) -> None:
        """Somebody looks."""
        self._explorer.watch(WATCHER, True)
        self.map.view.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks here."""
        self._explorer.watch(WATCHER, False)

    def _lay_out(self) -> None:
        content = QWidget()
        across = QHBoxLayout(content)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(2 * SPACING)
        left, middle, right = Card(), Card(), Card()
        left.add_section(tr("Test digits"), topic="latent_map")
        left.box.addWidget(self.map, 1)
        left.box.addWidget(Understanding(self._explorer))
        middle.add_section(tr("What the model writes"), self.label)
        middle.box.addWidget(self.manifold, 3)
        middle.add_gap()
        middle.box.addWidget(self.strip, 2)
        right.add_section(tr("Latent dimensions"), topic="posterior")
        right.box.addWidget(self.sliders, 1)
        for card, stretch in ((left, 11), (middle, 8), (right, 9)):
            across.addWidget(card, stretch)
        pages = MapOrMessage(self._explorer, content)
        body = QVBoxLayout()
        body.addWidget(pages)
        self.lay_out(body, None, SIZE)

    def _follow_map(self) -> None:
        self.manifold.show_range_of(self.map.view)

    def _follow_manifold(self) -> None:
        self.map.view.show_range_of(self.manifold)

    def _show_labels(self) -> None:
        names = self._explorer.session.label_names
        self.label.clear()
        self.label.addItem(tr("as it is read"), None)
        for label, name in enumerate(names):
            self.label.addItem(tr("as {name}", name=name), label)
        self.label.setVisible(bool(names))
        self._show_label()

    def _show_label(self) -> None:
        label = self._explorer.session.label
        self.label.setCurrentIndex(0 if label is None else label + 1)

    def _on_label_chosen(self) -> None:
        self._explorer.session.set_label(self.label.currentData())


def _label_box() -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(tr("Label under which places are decoded"))
    box.setToolTip(tr("Under which label the drawing is read and all places are decoded"))
    return box
