"""The tabs of a comparison: digits, latent spaces, loss, numbers."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtWidgets import QLabel, QTabWidget, QVBoxLayout, QWidget

from desktop_cvae.core.results import FloatArray, LatentMap, Scorecard
from desktop_cvae.gui.comparison.contenders import Contender
from desktop_cvae.gui.comparison.plot_picture import PlotPicture
from desktop_cvae.gui.comparison.plotting import Draw, digits_plot, loss_plot, maps_plot
from desktop_cvae.gui.comparison.text_table import TextTable
from desktop_cvae.gui.comparison.work import metrics_row
from desktop_cvae.gui.theme import SPACING, Theme
from desktop_cvae.gui.widgets.card import text_label
from desktop_cvae.inference.setting_differences import ModelSettings, differing_settings
from desktop_cvae.workers.job_runner import JobRunner

ROW_PX = 32
BAR_PX = 18
"""For the scroll bar that a narrow table has."""
METRICS = ("model", "images", "read right", "−ELBO (nats)", "reconstruction", "KL")
OF_SAVED = "Of the saved weights: the slider moves only the drawing and the digits."


@dataclass
class Findings:
    """What is known so far of the models, by their place.

    Attributes:
        contenders: what is compared.
        names: of them, each another.
        label_names: of the originals' labels.
        originals: float32, (N, 28, 28), in [0, 1], or None.
        reconstructions: the same, of each model with the weights that are shown.
        shown_names: of those whose digits were rebuilt anew, with the epoch.
        maps: with the saved weights, like all that follows.
        cards: results on one chunk of digits after the other.
    """

    contenders: tuple[Contender, ...]
    names: tuple[str, ...]
    label_names: tuple[str, ...] = ()
    originals: FloatArray | None = None
    reconstructions: dict[int, FloatArray] = field(default_factory=dict)
    shown_names: dict[int, str] = field(default_factory=dict)
    maps: dict[int, LatentMap] = field(default_factory=dict)
    cards: dict[int, list[Scorecard]] = field(default_factory=dict)


class ComparisonPanes(QTabWidget):
    """Shows findings; call a ``refresh`` method after they have changed.

    Args:
        findings: are read, never changed.
        runner: the worker, which draws.
        theme: the colours.
    """

    def __init__(
        self, findings: Findings, runner: JobRunner, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._findings = findings
        self.digits = PlotPicture(
            "Originals and reconstructions", self._compose_digits, runner, theme
        )
        self.maps = PlotPicture("Latent spaces", self._compose_maps, runner, theme)
        self.loss = PlotPicture("Loss over the epochs", self._compose_loss, runner, theme)
        self.metrics = TextTable("Held-out results", numbers=True)
        self.settings = TextTable("Settings that differ")
        self.message = text_label("", "muted")
        self.message.setWordWrap(True)
        self.saved_notes = [text_label(OF_SAVED, "muted") for _ in range(2)]
        self.show_saved_notes(False)
        self.addTab(_pane(self.digits), "Digits")
        self.addTab(_pane(self.saved_notes[0], self.maps), "Latent spaces")
        loss_hint = text_label("Lines: validation. Dots: training.", "muted")
        self.addTab(_pane(loss_hint, self.loss), "Loss")
        self.addTab(self._numbers(), "Results and settings")
        self.refresh_metrics()
        self._fill_settings()

    @property
    def plots(self) -> tuple[PlotPicture, ...]:
        """The three that are drawn."""
        return self.digits, self.maps, self.loss

    def refresh_metrics(self) -> None:
        """Show the results so far."""
        cards = self._findings.cards
        rows = [
            (name, *metrics_row(cards.get(index, [])))
            for index, name in enumerate(self._findings.names)
        ]
        self.metrics.set_rows(METRICS, rows)

    def show_saved_notes(self, is_other: bool) -> None:
        """Say, while other weights are looked at, what is of the saved ones."""
        for note in self.saved_notes:
            note.setVisible(is_other)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        for plot in self.plots:
            plot.set_theme(theme)

    def stop(self) -> None:
        """Have nothing drawn any more."""
        for plot in self.plots:
            plot.stop()

    def _numbers(self) -> QWidget:
        results = text_label("Held-out results", "title")
        differences = text_label("Settings that differ", "title")
        self.metrics.setFixedHeight(ROW_PX * (len(self._findings.names) + 1) + BAR_PX)
        note = self.saved_notes[1]
        return _pane(results, self.metrics, note, self.message, differences, self.settings)

    def _fill_settings(self) -> None:
        manifests = [contender.model.entry.manifest for contender in self._findings.contenders]
        rows = differing_settings(
            [ModelSettings(m.spec, m.training, m.dataset_name) for m in manifests]
        )
        heading = ("setting", *self._findings.names)
        self.settings.set_rows(heading, [(row.name, *row.values) for row in rows])

    def _compose_digits(self) -> Draw | None:
        found = self._findings
        if found.originals is None:
            return None
        rows = [
            (found.shown_names.get(at, found.names[at]), images)
            for at, images in sorted(found.reconstructions.items())
        ]
        return digits_plot(found.originals, rows)

    def _compose_maps(self) -> Draw | None:
        found = self._findings
        maps = [(found.names[at], plane) for at, plane in sorted(found.maps.items())]
        return maps_plot(maps, found.label_names) if maps else None

    def _compose_loss(self) -> Draw:
        found = self._findings
        histories = [contender.model.history for contender in found.contenders]
        return loss_plot(list(zip(found.names, histories, strict=True)))


def _pane(*widgets: QWidget) -> QWidget:
    pane = QWidget()
    column = QVBoxLayout(pane)
    column.setContentsMargins(*(2 * SPACING,) * 4)
    column.setSpacing(SPACING)
    for widget in widgets:
        column.addWidget(widget, 0 if isinstance(widget, QLabel) else 1)
    return pane
