"""The tabs of a comparison: digits, latent spaces, loss, results and settings.

Tested in tests/gui/comparison/test_comparison_dialog.py.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial

from PySide6.QtWidgets import QLabel, QTabWidget, QWidget

from desktop_cvae.core.csv_tables import Table
from desktop_cvae.core.language import mark, number, tr
from desktop_cvae.core.latent_maps import LatentMap
from desktop_cvae.core.results import EpochRecord, FloatArray
from desktop_cvae.evaluation.comparison import (
    LEARNED,
    ModelSettings,
    differing_settings,
    settings_of,
)
from desktop_cvae.evaluation.measurement import ModelFindings
from desktop_cvae.figures.comparison_figures import draw_reconstructions
from desktop_cvae.figures.latent_figure import draw_latent_maps
from desktop_cvae.figures.loss_figure import draw_losses
from desktop_cvae.gui.comparison.setting_names import setting_name, value_text
from desktop_cvae.gui.comparison.weights_opener import ModelWithRun
from desktop_cvae.gui.exporting.export import DrawFigure
from desktop_cvae.gui.exporting.exporter import Exporter
from desktop_cvae.gui.exporting.plot_exports import histories_table, map_table
from desktop_cvae.gui.plots.plot_picture import PlotPicture
from desktop_cvae.gui.theme import SPACING
from desktop_cvae.gui.widgets.card import column, text_label
from desktop_cvae.gui.widgets.text_table import TextTable
from desktop_cvae.workers.job_runner import JobRunner

ROW_PX = 32
BAR_PX = 18
"""Height of the scroll bar of a narrow table."""
MOST_POINTS = 1000
"""Points of each map; Python waits while matplotlib's C code draws them."""
METRICS = (
    mark("model"),
    mark("images"),
    mark("read correctly"),
    mark("−ELBO (nats)"),
    mark("reconstruction"),
    "KL",
)
SAVED_ONLY = mark("For the saved weights: the slider changes only the drawing and the digits.")


@dataclass
class Findings:
    """Findings so far, by the index of the model.

    Attributes:
        compared: the compared models.
        names: their names, all different.
        measured: their results on held-out digits so far.
        label_names: names of the originals' labels.
        originals: float32, (N, 28, 28), in [0, 1], or None.
        reconstructions: of the originals, with the weights that are shown.
        shown_names: names with the epoch, of models whose reconstructions were renewed.
        maps: latent maps of the saved weights.
    """

    compared: tuple[ModelWithRun, ...]
    names: tuple[str, ...]
    measured: tuple[ModelFindings, ...]
    label_names: tuple[str, ...] = ()
    originals: FloatArray | None = None
    reconstructions: dict[int, FloatArray] = field(default_factory=dict)
    shown_names: dict[int, str] = field(default_factory=dict)
    maps: dict[int, LatentMap] = field(default_factory=dict)


class ComparisonPanes(QTabWidget):
    """Shows findings; call a ``refresh`` method after they change.

    Args:
        findings: are only read.
        runner: the worker, which draws.
    """

    def __init__(
        self, findings: Findings, runner: JobRunner, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._findings = findings
        self.digits = PlotPicture(tr("Originals and reconstructions"), self._compose_digits, runner)
        self.maps = PlotPicture(tr("Latent spaces"), self._compose_maps, runner, self._map_table)
        self.loss = PlotPicture(
            tr("Loss over the epochs"), self._compose_loss, runner, self._loss_table
        )
        self.metrics = TextTable(tr("Held-out results"), numbers=True)
        self.settings = TextTable(tr("Settings that differ"))
        self.message = text_label("", "muted", wraps=True)
        self.saved_notes = [text_label(tr(SAVED_ONLY), "muted") for _ in range(2)]
        self.show_saved_notes(False)
        self.addTab(_pane(self.digits), tr("Digits"))
        self.addTab(_pane(self.saved_notes[0], self.maps), tr("Latent spaces"))
        self.loss_hint = text_label("", "muted", wraps=True)
        self.addTab(_pane(self.loss_hint, self.loss), tr("Loss"))
        self.addTab(self._numbers(), tr("Results and settings"))
        self.refresh_metrics()
        self._fill_settings()

    @property
    def plots(self) -> tuple[PlotPicture, ...]:
        return self.digits, self.maps, self.loss

    def offer_exports(self, exporter: Exporter) -> None:
        """Let the user save and copy plots and tables."""
        for plot in self.plots:
            exporter.offer(plot, plot.export, drags=True)
        for table in (self.metrics, self.settings):
            exporter.offer(table, table.export)

    def refresh_metrics(self) -> None:
        """Show the results so far."""
        rows = [(found.name, *_metrics(found)) for found in self._findings.measured]
        self.metrics.set_rows([tr(title) for title in METRICS], rows)

    def show_saved_notes(self, is_other: bool) -> None:
        for note in self.saved_notes:
            note.setVisible(is_other)

    def stop(self) -> None:
        """Draw nothing more."""
        for plot in self.plots:
            plot.stop()

    def _numbers(self) -> QWidget:
        results = text_label(tr("Held-out results"), "title")
        differences = text_label(tr("Settings that differ"), "title")
        self.metrics.setFixedHeight(ROW_PX * (len(self._findings.names) + 1) + BAR_PX)
        note = self.saved_notes[1]
        return _pane(results, self.metrics, note, self.message, differences, self.settings)

    def _fill_settings(self) -> None:
        rows = differing_settings([_settings(one) for one in self._findings.compared])
        heading = (tr("setting"), *self._findings.names)
        self.settings.set_rows(
            heading, [(setting_name(row.name), *map(value_text, row.values)) for row in rows]
        )
        # Losses of trainings on fewer digits are not those of a worse network.
        hint = [tr("Lines: validation. Dots: training.")]
        learned = [row.values for row in rows if row.name == LEARNED]
        counts = [
            f"{name} {number(int(count)) if count.isdecimal() else count}"
            for values in learned
            for name, count in zip(self._findings.names, values, strict=True)
        ]
        if counts:
            hint.append(tr("Digits learned from: {counts}.", counts=", ".join(counts)))
        self.loss_hint.setText(" ".join(hint))

    def _compose_digits(self) -> DrawFigure | None:
        found = self._findings
        if found.originals is None:
            return None
        rows = [
            (found.shown_names.get(at, found.names[at]), images)
            for at, images in sorted(found.reconstructions.items())
        ]
        return partial(draw_reconstructions, originals=found.originals, rows=rows)

    def _compose_maps(self) -> DrawFigure | None:
        found = self._findings
        maps = [(found.names[at], plane) for at, plane in sorted(found.maps.items())]
        names = found.label_names
        draw = partial(draw_latent_maps, maps=maps, label_names=names, most=MOST_POINTS)
        return draw if maps else None

    def _map_table(self) -> Table:
        found = self._findings
        rows: list[tuple[object, ...]] = [("model", "digit", "label", "x", "y")]
        for at, plane in sorted(found.maps.items()):
            name = found.names[at]
            rows += [(name, *row) for row in map_table(plane, found.label_names)[1:]]
        return rows

    def _compose_loss(self) -> DrawFigure:
        return partial(draw_losses, histories=self._histories(), term="total")

    def _loss_table(self) -> Table:
        return histories_table(self._histories())

    def _histories(self) -> list[tuple[str, tuple[EpochRecord, ...]]]:
        histories = [one.model.history for one in self._findings.compared]
        return list(zip(self._findings.names, histories, strict=True))


def _settings(one: ModelWithRun) -> ModelSettings:
    limit = None if one.run is None else one.run.request.get("limit")
    return settings_of(one.model.manifest, limit)


def _metrics(found: ModelFindings) -> tuple[str, ...]:
    """Return the results so far: images, accuracy, −ELBO, reconstruction and KL in nats."""
    if not found.n:
        return ("…",) * 5
    read = "–" if found.accuracy is None else f"{number(100 * found.accuracy, '.1f')} %"
    nats = (
        number(found.mean(f"{name}_nats"), ".2f") for name in ("neg_elbo", "reconstruction", "kl")
    )
    return (number(found.n), read, *nats)


def _pane(*widgets: QWidget) -> QWidget:
    pane, box = QWidget(), column(margins=(2 * SPACING,) * 4)
    for widget in widgets:
        box.addWidget(widget, 0 if isinstance(widget, QLabel) else 1)
    pane.setLayout(box)
    return pane
