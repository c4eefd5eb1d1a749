"""Choice of the plane that the map shows, and of points or digits.

Tested in tests/gui/latent/test_latent_panel.py.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QWidget

from desktop_cvae.core.language import mark, number, tr
from desktop_cvae.gui.controls import make_combo
from desktop_cvae.gui.latent.explorer import LatentExplorer
from desktop_cvae.gui.widgets.card import row
from desktop_cvae.gui.widgets.segmented_choice import SegmentedChoice

LAYERS = (("points", mark("Points")), ("digits", mark("Digits")), ("both", mark("Both")))
LAYER_TIPS = {
    "points": mark("The test digits, coloured by label"),
    "digits": mark("Generated digits all over the visible part"),
    "both": mark("The test digits over the generated digits"),
}

KEYS_TIP = mark(
    "Point: see what the model writes there\nClick: pin the point\nWheel: zoom\nDrag: move the "
    "map\nShift+drag: select digits\nW, then drag: walk along the line\n\nArrows: move the pin, "
    "with Shift the map\n+, −, Home: zoom\nS: select the digits around the pin\nEnter: make the "
    "pinned digit the input\nEsc: clear the selection or the pin"
)
"""Help for the map's mouse and keyboard controls."""


class PlaneChooser(QWidget):
    """Principal directions, or two latent dimensions; those with the most nats come first.

    Args:
        explorer: its plane is chosen.
    """

    def __init__(self, explorer: LatentExplorer) -> None:
        super().__init__()
        self._explorer = explorer
        self.across = _box(
            tr("Horizontal axis"),
            tr(
                "The direction from left to right: principal directions (PCA) or one latent "
                "dimension; the nats are its mean KL"
            ),
        )
        self.up = _box(tr("Vertical axis"), tr("The latent dimension from bottom to top"))
        self.layers = SegmentedChoice(
            [(layer, tr(text)) for layer, text in LAYERS], tr("What the map shows")
        )
        for layer, tip in LAYER_TIPS.items():
            self.layers.segment(layer).setToolTip(tr(tip))
        self.setLayout(row(self.across, self.up, None, self.layers))
        self.across.activated.connect(lambda _: self._on_chosen(self.across))
        self.up.activated.connect(lambda _: self._on_chosen(self.up))
        explorer.map_changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        latent_map = self._explorer.map
        self.setEnabled(latent_map is not None)
        if latent_map is None:
            return
        size = len(latent_map.kl_nats)
        for box in (self.across, self.up):
            box.clear()
            if box is self.across and size > 2:
                box.addItem("PCA", -1)
            for dimension in latent_map.order.tolist():
                box.addItem(f"z{dimension + 1}", dimension)
                told = tr(
                    "latent dimension {dimension}: {nats} nats",
                    dimension=dimension + 1,
                    nats=number(latent_map.kl_nats[dimension], ".2f"),
                )
                box.setItemData(box.count() - 1, told, Qt.ItemDataRole.ToolTipRole)
        chosen = latent_map.plane.dimensions
        first, second = chosen or (-1, int(latent_map.order[0]))
        self.across.setCurrentIndex(max(0, self.across.findData(first)))
        self.up.setCurrentIndex(self.up.findData(second))
        self.up.setVisible(chosen is not None and size > 1)
        self.across.setEnabled(size > 1)

    def _on_chosen(self, box: QComboBox) -> None:
        latent_map = self._explorer.map
        if latent_map is None:
            return
        first, second = int(self.across.currentData()), int(self.up.currentData())
        if first < 0:
            self._explorer.choose_plane(None)
            return
        if first == second or latent_map.plane.dimensions is None:
            # The other axis takes the strongest dimension that is left.
            other = next(d for d in latent_map.order.tolist() if d != int(box.currentData()))
            first, second = (first, other) if box is self.across else (other, second)
        self._explorer.choose_plane((first, second))


def _box(name: str, tip: str) -> QComboBox:
    box = make_combo(name, tip, follows_items=True)
    box.setMaxVisibleItems(16)
    return box
