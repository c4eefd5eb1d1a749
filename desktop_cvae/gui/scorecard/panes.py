"""The tabs of the scorecard: results, confusions, calibration, refusals, the laboratory.

The worker draws their plots; matplotlib is imported there.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QScrollArea, QTabWidget, QVBoxLayout, QWidget

from desktop_cvae.core.calibration import DEFAULT_REFUSAL
from desktop_cvae.core.csv_tables import Table
from desktop_cvae.core.language import mark, number, tr
from desktop_cvae.evaluation.measurement import ModelFindings
from desktop_cvae.evaluation.scorecard import Reliability
from desktop_cvae.evaluation.sweeps import (
    ACCURACIES,
    NEG_ELBOS_NATS,
    NOISE,
    SHIFT,
    Sweep,
    SweepPoint,
)
from desktop_cvae.gui.exporting.export import Draw
from desktop_cvae.gui.exporting.exporter import Exporter, seen_export
from desktop_cvae.gui.plots.plot_picture import PlotPicture
from desktop_cvae.gui.scorecard.confusion_pane import ConfusionPane
from desktop_cvae.gui.theme import SPACING
from desktop_cvae.gui.widgets.card import text_label
from desktop_cvae.gui.widgets.explained_heading import ExplainedHeading
from desktop_cvae.gui.widgets.text_table import TextTable
from desktop_cvae.workers.job_runner import JobRunner

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from desktop_cvae.evaluation.rejection import Refusals
    from desktop_cvae.figures.plot_style import PlotStyle


def sweep_plot(sweep: Sweep, curves: Sequence[tuple[int, str, Sequence[SweepPoint]]]) -> Draw:
    """Accuracy over a sweep's levels, a curve a model."""

    def draw(figure: Figure, style: PlotStyle) -> None:
        from desktop_cvae.figures.scorecard_figures import draw_sweep

        draw_sweep(figure, sweep, curves, style)

    return draw


def reliability_plot(diagrams: Sequence[tuple[int, str, Reliability]]) -> Draw:
    """Reliability diagrams over each other."""

    def draw(figure: Figure, style: PlotStyle) -> None:
        from desktop_cvae.figures.scorecard_figures import draw_reliability

        draw_reliability(figure, diagrams, style)

    return draw


def refusal_plot(models: Sequence[tuple[int, str, Refusals, float]], refuse: float) -> Draw:
    """Shares refused over the threshold, each model's own marked; see ``RefusalCurves``."""

    def draw(figure: Figure, style: PlotStyle) -> None:
        from desktop_cvae.figures.scorecard_figures import RefusalCurves, draw_refusals

        draw_refusals(figure, [RefusalCurves(*one) for one in models], refuse, style)

    return draw


def elbo_plot(bars: Sequence[tuple[int, str, float, float]]) -> Draw:
    """−ELBO in its parts, a bar a model."""

    def draw(figure: Figure, style: PlotStyle) -> None:
        from desktop_cvae.figures.scorecard_figures import draw_elbo

        draw_elbo(figure, bars, style)

    return draw


THRESHOLDS = tuple(range(-12, 13))
"""Of the table of refusals, log odds."""
METRICS = ("", mark("digits"), mark("right"), "ECE", mark("refused"), "−ELBO", mark("recon."), "KL")
ROW_PX = 32
LEAST_COLUMN_PX, LEAST_PLOT_PX = 76, 210
CALIBRATION_HINT = mark(
    "Answers sorted by their probability: on the dashed line, those given with 90 % are right "
    "nine times in ten. Larger dots hold more answers."
)
RESULTS_HINT = mark(
    "Right: read right. ECE: expected calibration error, 15 bins. Refused: answered “not a "
    "digit” at the setting that should cost {percent} % of digits. −ELBO in nats "
    "per image: grey-pixel BCE, true label, one posterior sample; its reconstruction and KL parts. "
    "Dashed: {sources}."
)
REFUSAL_HINT = mark(
    "Answered “not a digit” if the score is under the threshold. Lines: test digits. Dashed: "
    "letters, signs, outlines and areas that the program draws, a few of them digits by accident. "
    "Dots: the setting in use."
)
NOISE_HINT = mark("Gaussian noise on the 28×28 pixels that the model reads.")
SHIFT_HINT = mark(
    "Moved in one of eight directions, then prepared as every opened picture is: "
    "found, scaled, centred."
)


class ScorecardPanes(QTabWidget):
    """Shows findings; call :meth:`refresh` after they have changed.

    Args:
        runner: the worker, which draws and looks behind cells.
    """

    def __init__(self, runner: JobRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._models: Sequence[ModelFindings] = ()
        self._rows: list[tuple[str, ...]] = []
        self.results = TextTable(tr("Results on held-out digits"), numbers=True)
        self.elbo = PlotPicture(
            tr("−ELBO and its parts"), self._compose_elbo, runner, self._elbo_table
        )
        self.confusion = ConfusionPane(runner)
        self.calibration = PlotPicture(
            tr("Calibration curves"), self._compose_reliability, runner, self._reliability_table
        )
        self.refusals = PlotPicture(
            tr("Refusals"), self._compose_refusals, runner, self._refusal_table
        )
        self.noise = self._sweep_plot(tr("Accuracy under noise"), NOISE, runner)
        self.shift = self._sweep_plot(tr("Accuracy after shifts"), SHIFT, runner)
        sources = "; ".join(tr(one.source) for one in NEG_ELBOS_NATS)
        self.elbo.setToolTip(sources)
        self.elbo.setMinimumHeight(LEAST_PLOT_PX)
        results = tr(RESULTS_HINT, percent=number(100 * DEFAULT_REFUSAL, "g"), sources=sources)
        pane = _pane(self.results, self.elbo, _hint(results))
        self._results_page = _scrolling(pane)
        self.addTab(self._results_page, tr("Results"))
        self.addTab(self.confusion, tr("Confusions"))
        calibrated = ExplainedHeading(tr("What is calibrated?"), "calibrated", "muted")
        likeness = ExplainedHeading(tr("What is not a digit?"), "likeness", "muted")
        calibration = _pane(_hint(tr(CALIBRATION_HINT)), calibrated, self.calibration)
        self.addTab(calibration, tr("Calibration"))
        self.addTab(_pane(_hint(tr(REFUSAL_HINT)), likeness, self.refusals), tr("Refusals"))
        self.addTab(_laboratory(NOISE, NOISE_HINT, self.noise), tr("Noise"))
        self.addTab(_laboratory(SHIFT, SHIFT_HINT, self.shift), tr("Shift"))
        self.currentChanged.connect(lambda _: self._show_seen())
        self._fill_table(())

    @property
    def plots(self) -> tuple[PlotPicture, ...]:
        """Those that are drawn."""
        return self.elbo, self.calibration, self.refusals, self.noise, self.shift

    def offer_exports(self, exporter: Exporter) -> None:
        """Let plots and tables be taken along."""
        for plot in self.plots:
            exporter.offer(plot, plot.export, drags=True)
        exporter.offer(self.results, self.results.export)
        exporter.offer(self.confusion.matrix, self.confusion.export)
        pictures = self.confusion.pictures
        exporter.offer(
            pictures, partial(seen_export, pictures, tr("the digits"), "confused-digits")
        )

    def set_models(self, models: Sequence[ModelFindings]) -> None:
        """Show other models' findings."""
        self._models = models
        self.confusion.set_models(models)
        self.refresh()

    def refresh(self) -> None:
        """Show what was found meanwhile, in the tab that is seen; the others follow when they are.

        Whatever asks Qt for something may have to wait for the worker's Python: so as little
        is asked as can be.
        """
        self._show_seen()
        for plot in self.plots:
            plot.refresh()

    def _show_seen(self) -> None:
        seen = self.currentWidget()
        if seen is self._results_page:
            self._show_results()
        elif seen is self.confusion:
            self.confusion.refresh()

    def _show_results(self) -> None:
        """The table: anew for other models, else what has changed in it."""
        rows = [(found.name, *_metrics(found)) for found in self._models]
        if [row[0] for row in rows] == [row[0] for row in self._rows] and self._rows:
            for at, (row, before) in enumerate(zip(rows, self._rows, strict=True)):
                self._change_row(at, row, before)
        else:
            self._fill_table(rows)
        self._rows = rows

    def _change_row(self, at: int, row: tuple[str, ...], before: tuple[str, ...]) -> None:
        for column, (text, old) in enumerate(zip(row, before, strict=True)):
            item = self.results.item(at, column)
            if text != old and item is not None:
                item.setText(text)
                item.setToolTip(text)

    def _fill_table(self, rows: Sequence[tuple[str, ...]]) -> None:
        others = [
            (tr(one.name), "", f"{number(100 * one.value, '.2f')} %", *("",) * (len(METRICS) - 3))
            for one in ACCURACIES
        ]
        self.results.set_rows([tr(title) for title in METRICS], [*rows, *others])
        header = self.results.horizontalHeader()
        # Figures come into rows that are narrow yet.
        header.setMinimumSectionSize(max(header.minimumSectionSize(), LEAST_COLUMN_PX))
        for row, one in enumerate(ACCURACIES, len(rows)):
            for column in range(len(METRICS)):
                item = self.results.item(row, column)
                if item is not None:
                    item.setToolTip(tr(one.source))
        self.results.setFixedHeight(ROW_PX * (len(rows) + len(others) + 1) + 16)

    def stop(self) -> None:
        """Have nothing drawn any more."""
        self.confusion.stop()
        for plot in self.plots:
            plot.stop()

    def _sweep_plot(self, name: str, sweep: Sweep, runner: JobRunner) -> PlotPicture:
        compose, tabulate = partial(self._compose_sweep, sweep), partial(self._sweep_table, sweep)
        return PlotPicture(name, compose, runner, tabulate)

    def _compose_elbo(self) -> Draw:
        return elbo_plot(self._bars())

    def _bars(self) -> list[tuple[int, str, float, float]]:
        return [
            (at, found.name, found.mean("reconstruction_nats"), found.mean("kl_nats"))
            for at, found in enumerate(self._models)
            if found.chunks
        ]

    def _elbo_table(self) -> Table:
        heading = ("model", "reconstruction_nats", "kl_nats")
        return [heading, *(bar[1:] for bar in self._bars())]

    def _compose_reliability(self) -> Draw:
        diagrams = [(at, found.name, found.reliability) for at, found in enumerate(self._models)]
        return reliability_plot([(at, name, one) for at, name, one in diagrams if one is not None])

    def _reliability_table(self) -> Table:
        rows = [
            (found.name, *map(float, point))
            for found in self._models
            if found.reliability is not None
            for point in zip(*found.reliability.points(), strict=True)
        ]
        return [("model", "probability", "share_right", "answers"), *rows]

    def _compose_refusals(self) -> Draw:
        return refusal_plot(self._refusals(), DEFAULT_REFUSAL)

    def _refusals(self) -> list[tuple[int, str, Refusals, float]]:
        models = []
        for at, found in enumerate(self._models):
            refusals, calibration = found.refusals, found.model.calibration
            if refusals is not None and calibration is not None:
                models.append((at, found.name, refusals, calibration.threshold(DEFAULT_REFUSAL)))
        return models

    def _refusal_table(self) -> Table:
        rows = [
            (name, threshold, *found.refused(threshold))
            for _, name, found, own in self._refusals()
            for threshold in sorted((*THRESHOLDS, own))
        ]
        return [("model", "threshold", "digits_refused", "others_refused"), *rows]

    def _compose_sweep(self, sweep: Sweep) -> Draw:
        return sweep_plot(
            sweep, [(at, found.name, found.points(sweep)) for at, found in enumerate(self._models)]
        )

    def _sweep_table(self, sweep: Sweep) -> Table:
        rows = [
            (found.name, point.level, point.n, point.right, point.accuracy)
            for found in self._models
            for point in found.points(sweep)
        ]
        return [("model", "level", "images", "right", "accuracy"), *rows]


def _metrics(found: ModelFindings) -> tuple[str, ...]:
    if not found.chunks:
        return ("…",) * (len(METRICS) - 1)
    accuracy, reliability = found.accuracy, found.reliability
    refused = found.refused(DEFAULT_REFUSAL)
    nats = (
        number(found.mean(f"{name}_nats"), ".2f") for name in ("neg_elbo", "reconstruction", "kl")
    )
    return (
        number(found.n),
        "–" if accuracy is None else f"{number(100 * accuracy, '.2f')} %",
        "–" if reliability is None else f"{number(100 * reliability.error, '.2f')} %",
        "–" if refused is None else f"{number(100 * refused, '.2f')} %",
        *nats,
    )


def _hint(text: str) -> QWidget:
    label = text_label(text, "muted")
    label.setWordWrap(True)
    return label


def _laboratory(sweep: Sweep, hint: str, plot: PlotPicture) -> QWidget:
    sources = "\n".join(tr(reference.source) for reference in sweep.references)
    plot.setToolTip(sources)
    return _pane(_hint(tr(hint)), plot, _hint(tr("Dashed: {sources}.", sources=sources)))


def _scrolling(pane: QWidget) -> QScrollArea:
    """On small screens the rest is scrolled to."""
    pane.setObjectName("column")
    scroll = QScrollArea()
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setWidgetResizable(True)
    scroll.setWidget(pane)
    return scroll


def _pane(*widgets: QWidget) -> QWidget:
    pane = QWidget()
    down = QVBoxLayout(pane)
    down.setContentsMargins(*(2 * SPACING,) * 4)
    down.setSpacing(SPACING)
    for widget in widgets:
        down.addWidget(widget, int(isinstance(widget, PlotPicture)))
    return pane
