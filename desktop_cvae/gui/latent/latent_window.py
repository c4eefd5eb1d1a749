"""The latent space in a window of its own: map, manifold, digits and dimensions side by side."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QWidget

from desktop_cvae.core.language import tr
from desktop_cvae.gui.app_window import AppWindow
from desktop_cvae.gui.controls import make_combo
from desktop_cvae.gui.exporting.exporter import seen_export
from desktop_cvae.gui.exporting.plot_exports import explored_map_export
from desktop_cvae.gui.latent.cluster_explanation import ClusterExplanation
from desktop_cvae.gui.latent.digit_strip import DigitStrip
from desktop_cvae.gui.latent.dimension_sliders import DimensionSliders
from desktop_cvae.gui.latent.explorer import LatentExplorer
from desktop_cvae.gui.latent.latent_panel import MapOrMessage, MapPane
from desktop_cvae.gui.latent.map_view import MapView
from desktop_cvae.gui.theme import SPACING
from desktop_cvae.gui.widgets.card import Card, column, row
from desktop_cvae.gui.widgets.work_dialog import WorkDialog

SIZE = QSize(1600, 900)
WATCHER = "window"


class LatentWindow(WorkDialog):
    """The large view; drawing goes on in the main window beside it.

    Args:
        parent: the main window.
        explorer: what is looked at, in the tab too.
    """

    def __init__(self, parent: QWidget, explorer: LatentExplorer) -> None:
        super().__init__(parent, "latent_space", tr("Latent space"))
        self._explorer = explorer
        self.map = MapPane(explorer)
        self.manifold = MapView(explorer, "digits")
        self.manifold.setAccessibleName(tr("Generated digits all over the map"))
        self.strip = DigitStrip(explorer, is_row=False)
        self.sliders = DimensionSliders(explorer)
        self.label = _label_box()
        self._lay_out()
        points = self.map.view
        points.view_changed.connect(lambda: self.manifold.show_range_of(points))
        self.manifold.view_changed.connect(lambda: points.show_range_of(self.manifold))
        self.label.activated.connect(self._on_label_chosen)
        explorer.map_changed.connect(self._show_labels)
        explorer.session.label_changed.connect(self._show_label)
        self._show_labels()

    def showEvent(self, event: QShowEvent) -> None:
        self._explorer.watch(WATCHER, True)
        self.map.view.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        self._explorer.watch(WATCHER, False)

    def _lay_out(self) -> None:
        content = QWidget()
        across = row(spacing=2 * SPACING)
        content.setLayout(across)
        left, middle, right = Card(), Card(), Card()
        left.add_section(tr("Test digits"), topic="latent_map")
        left.box.addWidget(self.map, 1)
        left.box.addWidget(ClusterExplanation(self._explorer))
        middle.add_section(tr("What the model writes"))
        middle.box.addWidget(self.label, 0, Qt.AlignmentFlag.AlignLeft)
        middle.box.addWidget(self.manifold, 3)
        middle.add_gap()
        middle.box.addWidget(self.strip, 2)
        right.add_section(tr("Latent dimensions"), topic="posterior")
        right.box.addWidget(self.sliders, 1)
        for card, stretch in ((left, 11), (middle, 8), (right, 9)):
            across.addWidget(card, stretch)
        self.lay_out(column(MapOrMessage(self._explorer, content)), None, SIZE)

    def _show_labels(self) -> None:
        names = self._explorer.session.label_names
        self.label.clear()
        self.label.addItem(tr("recognised label"), None)
        for label, name in enumerate(names):
            self.label.addItem(tr("as {name}", name=name), label)
        self.label.setVisible(bool(names))
        self._show_label()

    def _show_label(self) -> None:
        label = self._explorer.session.label
        self.label.setCurrentIndex(0 if label is None else label + 1)

    def _on_label_chosen(self) -> None:
        self._explorer.session.set_label(self.label.currentData())


def build_dialog(window: AppWindow) -> LatentWindow:
    """Return the latent space in a window of its own."""
    dialog = LatentWindow(window, window.latent)
    exporter = window.controller.exporter
    for view in (dialog.map.view, dialog.manifold):
        exporter.offer(view, partial(explored_map_export, window.latent, view))
    for part, title in ((dialog.strip, tr("the digits")), (dialog.sliders, tr("the dimensions"))):
        exporter.offer(part, partial(seen_export, part, title, "latent-space"))
    return dialog


def _label_box() -> QComboBox:
    return make_combo(
        tr("Label for decoding the points"),
        tr("The label for encoding the drawing and decoding all points"),
    )
