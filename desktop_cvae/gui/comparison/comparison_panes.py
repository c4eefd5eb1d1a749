"""The tabs of a comparison: digits, latent spaces, loss, numbers."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from matplotlib.figure import Figure
from PySide6.QtWidgets import QLabel, QTabWidget, QVBoxLayout, QWidget

from desktop_cvae.core.results import FloatArray, LatentMap, Scorecard
from desktop_cvae.figures.comparison_figures import label_legend
from desktop_cvae.figures.latent_comparison import draw_latent_maps
from desktop_cvae.figures.loss_comparison import draw_losses
from desktop_cvae.figures.plot_style import figure_size
from desktop_cvae.figures.reconstruction_rows import draw_reconstructions
from desktop_cvae.gui.comparison.text_table import TextTable
from desktop_cvae.gui.comparison.work import metrics_row
from desktop_cvae.gui.plots.figure_canvas import FigureCanvas
from desktop_cvae.gui.plots.style import plot_style
from desktop_cvae.gui.theme import SPACING, Theme
from desktop_cvae.gui.values import LoadedModel
from desktop_cvae.gui.widgets.card import text_label
from desktop_cvae.inference.setting_differences import ModelSettings, differing_settings

LEGEND_PX = 30.0
ROW_PX = 32
METRICS = ("model", "images", "read right", "−ELBO (nats)", "reconstruction", "KL")


@dataclass
class Findings:
    """What is known so far of the models, by their place."""

    models: tuple[LoadedModel, ...]
    label_names: tuple[str, ...] = ()
    originals: FloatArray | None = None
    reconstructions: dict[int, FloatArray] = field(default_factory=dict)
    maps: dict[int, LatentMap] = field(default_factory=dict)
    cards: dict[int, list[Scorecard]] = field(default_factory=dict)

    def name(self, index: int) -> str:
        """A model's name."""
        return self.models[index].entry.name


class ComparisonPanes(QTabWidget):
    """Shows findings; call a ``refresh`` method after they have changed.

    Args:
        findings: are read, never changed.
        theme: the colours.
    """

    def __init__(self, findings: Findings, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._findings, self._theme = findings, theme
        self.digits = FigureCanvas(self._compose_digits)
        self.maps = FigureCanvas(self._compose_maps)
        self.loss = FigureCanvas(self._compose_loss)
        self.metrics = TextTable("Held-out results", numbers=True)
        self.settings = TextTable("Settings that differ")
        self.message = text_label("", "muted")
        self.message.setWordWrap(True)
        for canvas in (self.digits, self.maps, self.loss):
            canvas.set_ground(theme.surface)
        self.addTab(_pane(self.digits), "Digits")
        self.addTab(_pane(self.maps), "Latent spaces")
        loss_hint = text_label("Lines: validation. Dots: training.", "muted")
        self.addTab(_pane(loss_hint, self.loss), "Loss")
        self.addTab(self._numbers(), "Results and settings")
        self.refresh_metrics()
        self._fill_settings()

    def refresh_pictures(self) -> None:
        """Draw digits and maps anew."""
        self.digits.refresh()
        self.maps.refresh()

    def refresh_metrics(self) -> None:
        """Show the results so far."""
        findings = self._findings
        rows = [
            (findings.name(index), *metrics_row(findings.cards.get(index, [])))
            for index in range(len(findings.models))
        ]
        self.metrics.set_rows(METRICS, rows)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        for canvas in (self.digits, self.maps, self.loss):
            canvas.set_ground(theme.surface)

    def _numbers(self) -> QWidget:
        results = text_label("Held-out results", "title")
        differences = text_label("Settings that differ", "title")
        self.metrics.setFixedHeight(ROW_PX * (len(self._findings.models) + 1) + 8)
        return _pane(results, self.metrics, self.message, differences, self.settings)

    def _fill_settings(self) -> None:
        models = [model.entry.manifest for model in self._findings.models]
        rows = differing_settings(
            [ModelSettings(m.spec, m.training, m.dataset_name) for m in models]
        )
        heading = ("setting", *(model.entry.name for model in self._findings.models))
        self.settings.set_rows(heading, [(row.name, *row.values) for row in rows])

    def _compose_digits(self, figure: Figure) -> Any:
        found = self._findings
        if found.originals is None:
            return _empty(figure)
        rows = [(found.name(k), images) for k, images in sorted(found.reconstructions.items())]
        draw_reconstructions(figure, found.originals, rows, plot_style(self._theme, self.font()))
        return figure.axes[0]

    def _compose_maps(self, figure: Figure) -> Any:
        found, style = self._findings, plot_style(self._theme, self.font())
        maps = [(found.name(index), plane) for index, plane in sorted(found.maps.items())]
        if not maps:
            return _empty(figure)
        draw_latent_maps(figure, maps, style, LEGEND_PX)
        label_legend(figure, found.label_names, figure_size(figure)[1] - LEGEND_PX + 4, style)
        return figure.axes[0]

    def _compose_loss(self, figure: Figure) -> Any:
        histories = [(model.entry.name, model.history) for model in self._findings.models]
        return draw_losses(figure, histories, "total", plot_style(self._theme, self.font()))


def _pane(*widgets: QWidget) -> QWidget:
    pane = QWidget()
    column = QVBoxLayout(pane)
    column.setContentsMargins(*(2 * SPACING,) * 4)
    column.setSpacing(SPACING)
    for widget in widgets:
        column.addWidget(widget, 0 if isinstance(widget, QLabel) else 1)
    return pane


def _empty(figure: Figure) -> Any:
    """Nothing to see yet, on the window's ground."""
    figure.patch.set_alpha(0.0)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_axis_off()
    return axes
