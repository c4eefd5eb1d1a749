"""The tab of the latent space: the map with its legend, and the digits beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop_cvae.core.language import mark, tr
from desktop_cvae.gui.icons import ToolButton
from desktop_cvae.gui.latent.cluster_explanation import ClusterExplanation
from desktop_cvae.gui.latent.digit_strip import DigitStrip
from desktop_cvae.gui.latent.explorer import LatentExplorer
from desktop_cvae.gui.latent.label_legend import LabelLegend
from desktop_cvae.gui.latent.map_view import MapView
from desktop_cvae.gui.latent.plane_chooser import PlaneChooser
from desktop_cvae.gui.theme import SPACING
from desktop_cvae.gui.widgets.card import column, text_label

NO_MODEL = mark("The map of the latent space appears here when a model is loaded.")


class MapPane(QWidget):
    """Legend, choice of the plane and map.

    Args:
        explorer: what is looked at.
    """

    def __init__(self, explorer: LatentExplorer) -> None:
        super().__init__()
        self._explorer = explorer
        self.legend = LabelLegend()
        self.chooser = PlaneChooser(explorer)
        self.view = MapView(explorer)
        self.setLayout(column(self.legend, self.chooser, self.view, fills=self.view))
        self.legend.changed.connect(
            lambda: explorer.set_legend(self.legend.hidden, self.legend.highlighted)
        )
        self.chooser.layers.chosen.connect(self.view.show_layer)
        explorer.legend_changed.connect(self._show_hidden)
        explorer.map_changed.connect(self._show_labels)
        self._show_labels()

    def _show_hidden(self) -> None:
        self.legend.set_hidden(self._explorer.hidden)

    def _show_labels(self) -> None:
        latent_map, names = self._explorer.map, self._explorer.session.label_names
        if latent_map is not None:
            known = max(len(names), int(latent_map.labels.max(initial=-1)) + 1)
            self.legend.set_names([self._explorer.name_of(label) for label in range(known)])


class MapOrMessage(QStackedWidget):
    """Shows the map, or a sentence while there is none.

    Args:
        explorer: its map is shown.
        content: is shown while there is a map.
    """

    def __init__(self, explorer: LatentExplorer, content: QWidget) -> None:
        super().__init__()
        self._explorer = explorer
        self.message = text_label(tr(NO_MODEL), "muted", wraps=True)
        self.message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.message.setContentsMargins(32, 0, 32, 0)
        self.addWidget(self.message)
        self.addWidget(content)
        explorer.map_changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        latent_map = self._explorer.map
        self.message.setText(self._explorer.session.latent_message or tr(NO_MODEL))
        self.setCurrentIndex(0 if latent_map is None or not len(latent_map.labels) else 1)


class LatentPanel(QWidget):
    """The latent space's tab: map and nearest digits.

    Args:
        explorer: what is looked at.

    Attributes:
        enlarge: the button for the latent space in a window of its own.
    """

    def __init__(self, explorer: LatentExplorer) -> None:
        super().__init__()
        self.map = MapPane(explorer)
        self.strip = DigitStrip(explorer, is_row=True)
        content = QWidget()
        items = (self.map, ClusterExplanation(explorer), self.strip)
        content.setLayout(column(*items, fills=self.map, margins=(SPACING, 0, SPACING, 0)))
        self.pages = MapOrMessage(explorer, content)
        self.setLayout(column(self.pages, margins=(SPACING, 2 * SPACING, SPACING, SPACING)))
        self.enlarge = ToolButton(
            "enlarge",
            tr("Open the latent space"),
            tr("Open the latent space in a window (Ctrl+Shift+L)"),
        )
        self.map.view.add_tool(self.enlarge)
