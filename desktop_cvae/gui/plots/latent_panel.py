"""The panel of the latent space: test digits, the drawing among them, and what lies between."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from matplotlib.figure import Figure
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from desktop_cvae.core.results import FloatArray, LatentMap
from desktop_cvae.figures.latent_figure import draw_latent_map, finite_points
from desktop_cvae.gui.plots.figure_canvas import FigureCanvas
from desktop_cvae.gui.plots.label_legend import LabelLegend
from desktop_cvae.gui.plots.latent_overlay import LatentOverlay, Place
from desktop_cvae.gui.plots.style import plot_style
from desktop_cvae.gui.theme import SPACING, Theme

NO_MODEL = "The map of the latent space appears here when a model is loaded."


class LatentPanel(QWidget):
    """The map is drawn once; marker, picked place and its digit move over it.

    Signals:
        place_picked(x, y): a place of the plane, in the map's coordinates, is to be decoded.

    Args:
        theme: the colours.
    """

    place_picked = Signal(float, float)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._map: LatentMap | None = None
        self._names: tuple[str, ...] = ()
        self.legend = LabelLegend(theme)
        self.canvas = FigureCanvas(self._compose)
        self.overlay = LatentOverlay(self.canvas, theme)
        self.message = QLabel(NO_MODEL)
        self._pages = QStackedWidget()
        self._lay_out()
        self.canvas.set_ground(theme.surface)
        self.legend.highlighted.connect(lambda _: self.canvas.refresh())
        self.overlay.place_picked.connect(self.place_picked)

    def set_map(self, latent_map: LatentMap | None, label_names: Sequence[str]) -> None:
        """Show a map, or the message.

        Args:
            latent_map: the encoded test digits; points that are not finite are left out.
            label_names: the labels' names by index; missing ones are numbered.
        """
        self._map, self._names = latent_map, tuple(label_names)
        points = 0
        if latent_map is not None:
            _, labels = finite_points(latent_map)
            points = len(labels)
            known = max(len(label_names), int(labels.max()) + 1 if points else 0)
            self.legend.set_names([self._name(index) for index in range(known)])
        self.overlay.forget()
        self.overlay.setToolTip("")
        self._pages.setCurrentIndex(1 if points else 0)
        self.canvas.refresh()

    def set_marker(self, place: Place | None, label: int | None) -> None:
        """Set where the drawing lies in the plane, and its label's index."""
        self.overlay.set_marker(place, label, "" if label is None else self._name(label))

    def show_decoded(self, image: FloatArray | None, place: Place | None) -> None:
        """Show what the model decodes at the picked place.

        Args:
            image: float32, (28, 28), in [0, 1], or None for nothing.
            place: where it belongs; the card follows the mouse, which may be ahead of it.
        """
        self.overlay.show_decoded(image if place is not None else None)

    def set_message(self, text: str) -> None:
        """Set the sentence that stands here while there is no map."""
        self.message.setText(text or NO_MODEL)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.legend.set_theme(theme)
        self.overlay.set_theme(theme)
        self.canvas.set_ground(theme.surface)

    def _lay_out(self) -> None:
        self.message.setProperty("role", "muted")
        self.message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.message.setWordWrap(True)
        self.message.setContentsMargins(32, 0, 32, 0)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(SPACING, 0, SPACING, 0)
        column.setSpacing(SPACING)
        column.addWidget(self.legend)
        column.addWidget(self.canvas, 1)
        self._pages.addWidget(self.message)
        self._pages.addWidget(content)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(SPACING, 2 * SPACING, SPACING, SPACING)
        outer.addWidget(self._pages)

    def _compose(self, figure: Figure) -> Any:
        assert self._map is not None
        style = plot_style(self._theme, self.font())
        return draw_latent_map(figure, self._map, style, self.legend.chosen)

    def _name(self, label: int) -> str:
        return self._names[label] if label < len(self._names) else str(label)
