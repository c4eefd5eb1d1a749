"""The tabs of the scorecard: results, confusions, calibration, rejection, the laboratory.

The worker draws their plots; matplotlib is imported there.

Tested in tests/gui/scorecard/test_scorecard_dialog.py.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QTabWidget, QWidget

from desktop_cvae.core.calibration import DEFAULT_FALSE_REJECTION_RATE
from desktop_cvae.core.csv_tables import Table
from desktop_cvae.core.language import mark, number, tr
from desktop_cvae.evaluation.corruption_curves import (
    NOISE,
    SHIFT,
    Corruption,
)
from desktop_cvae.evaluation.measurement import ModelFindings
from desktop_cvae.evaluation.published_values import ACCURACIES, NEG_ELBOS_NATS
from desktop_cvae.figures.scorecard_figures import (
    RejectionCurves,
    draw_corruption_curves,
    draw_elbo,
    draw_rejection_curves,
    draw_reliability,
)
from desktop_cvae.gui.exporting.export import DrawFigure
from desktop_cvae.gui.exporting.exporter import Exporter, seen_export
from desktop_cvae.gui.plots.plot_picture import PlotPicture
from desktop_cvae.gui.scorecard.confusion_pane import ConfusionPane
from desktop_cvae.gui.theme import SPACING
from desktop_cvae.gui.widgets.card import column, scrolling, text_label
from desktop_cvae.gui.widgets.explained_heading import ExplainedHeading
from desktop_cvae.gui.widgets.text_table import TextTable
from desktop_cvae.workers.job_runner import JobRunner

THRESHOLDS = tuple(range(-12, 13))
"""Thresholds in the exported table of rejections, in log odds."""
METRICS = (
    "",
    mark("digits"),
    mark("right"),
    mark("as read"),
    "ECE",
    mark("rejected"),
    "−ELBO",
    mark("recon."),
    "KL",
)
ROW_PX = 32
LEAST_COLUMN_PX, LEAST_PLOT_PX = 60, 210
CALIBRATION_HINT = mark(
    "Answers grouped by their probability. On the dashed line, answers with 90 % are right nine "
    "times in ten. Larger dots stand for more answers."
)
RESULTS_HINT = mark(
    "Right: read correctly in one pass. As read: read correctly with the program's preparations "
    "and test-time augmentation, measured on one digit in four. ECE: expected calibration error, "
    "15 bins. Rejected: answered “not a digit” at a false rejection rate of {percent} %. −ELBO "
    "in nats per image: grey-pixel BCE, true label, one posterior sample; its reconstruction and "
    "KL parts. Dashed: {sources}."
)
REJECTION_HINT = mark(
    "A picture is rejected as “not a digit” if its score is below the threshold. Lines: test "
    "digits. Dashed: letters, signs, outlines and areas that the program draws; a few of them "
    "happen to be digits. Dots: the current setting."
)
NOISE_HINT = mark("Gaussian noise on the 28×28 pixels that the model reads.")
SHIFT_HINT = mark(
    "Digits shifted in one of eight directions, then prepared like every opened picture: found, "
    "scaled, centred."
)


class ScorecardPanes(QTabWidget):
    """Shows findings; call :meth:`refresh` after they have changed.

    Args:
        runner: the worker, which draws plots and scores the digits of a cell.
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
        self.rejection = PlotPicture(
            tr("Rejection"), self._compose_rejection, runner, self._rejection_table
        )
        self.noise = self._corruption_plot(tr("Accuracy under noise"), NOISE, runner)
        self.shift = self._corruption_plot(tr("Accuracy after shifts"), SHIFT, runner)
        sources = "; ".join(tr(one.source) for one in NEG_ELBOS_NATS)
        self.elbo.setToolTip(sources)
        self.elbo.setMinimumHeight(LEAST_PLOT_PX)
        results = tr(
            RESULTS_HINT, percent=number(100 * DEFAULT_FALSE_REJECTION_RATE, "g"), sources=sources
        )
        pane = _pane(self.results, self.elbo, _hint(results))
        self._results_page = scrolling(pane)
        self.addTab(self._results_page, tr("Results"))
        self.addTab(self.confusion, tr("Confusions"))
        calibrated = ExplainedHeading(tr("What does “calibrated” mean?"), "calibrated", "muted")
        rejected = ExplainedHeading(tr("When is a drawing rejected?"), "likeness", "muted")
        calibration = _pane(_hint(tr(CALIBRATION_HINT)), calibrated, self.calibration)
        self.addTab(calibration, tr("Calibration"))
        self.addTab(_pane(_hint(tr(REJECTION_HINT)), rejected, self.rejection), tr("Rejection"))
        self.addTab(_laboratory(NOISE, NOISE_HINT, self.noise), tr("Noise"))
        self.addTab(_laboratory(SHIFT, SHIFT_HINT, self.shift), tr("Shift"))
        self.currentChanged.connect(lambda _: self._show_seen())
        self._fill_table(())

    @property
    def plots(self) -> tuple[PlotPicture, ...]:
        return self.elbo, self.calibration, self.rejection, self.noise, self.shift

    def offer_exports(self, exporter: Exporter) -> None:
        for plot in self.plots:
            exporter.offer(plot, plot.export, drags=True)
        exporter.offer(self.results, self.results.export)
        exporter.offer(self.confusion.matrix, self.confusion.export)
        pictures = self.confusion.pictures
        exporter.offer(
            pictures, partial(seen_export, pictures, tr("the digits"), "confused-digits")
        )

    def set_models(self, models: Sequence[ModelFindings]) -> None:
        self._models = models
        self.confusion.set_models(models)
        self.refresh()

    def refresh(self) -> None:
        """Show the latest findings in the visible tab; another tab shows them when it is opened."""
        # Each call of Qt may wait until the worker gives Python's lock back, so make few of them.
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
        """Fill the table for other models; for the same models, only change cells."""
        rows = [(found.name, *_metrics(found)) for found in self._models]
        if [row[0] for row in rows] == [row[0] for row in self._rows] and self._rows:
            for at, (row, before) in enumerate(zip(rows, self._rows, strict=True)):
                self._change_row(at, row, before)
        else:
            self._fill_table(rows)
        self._rows = rows

    def _change_row(self, at: int, row: tuple[str, ...], before: tuple[str, ...]) -> None:
        for at_column, (text, old) in enumerate(zip(row, before, strict=True)):
            if text != old:
                self.results.texts.set_text(at, at_column, text)

    def _fill_table(self, rows: Sequence[tuple[str, ...]]) -> None:
        others = [
            (tr(one.name), "", f"{number(100 * one.value, '.2f')} %", *("",) * (len(METRICS) - 3))
            for one in ACCURACIES
        ]
        self.results.set_rows([tr(title) for title in METRICS], [*rows, *others])
        header = self.results.horizontalHeader()
        # The columns are sized before the figures arrive, so keep room for them.
        header.setMinimumSectionSize(max(header.minimumSectionSize(), LEAST_COLUMN_PX))
        for row, one in enumerate(ACCURACIES, len(rows)):
            for at_column in range(len(METRICS)):
                self.results.texts.set_tip(row, at_column, tr(one.source))
        self.results.setFixedHeight(ROW_PX * (len(rows) + len(others) + 1) + 16)

    def stop(self) -> None:
        self.confusion.stop()
        for plot in self.plots:
            plot.stop()

    def _corruption_plot(self, name: str, corruption: Corruption, runner: JobRunner) -> PlotPicture:
        compose = partial(self._compose_curves, corruption)
        return PlotPicture(name, compose, runner, partial(self._curve_table, corruption))

    def _compose_elbo(self) -> DrawFigure:
        return partial(draw_elbo, bars=self._bars())

    def _bars(self) -> list[tuple[int, str, float, float]]:
        return [
            (at, found.name, found.mean("reconstruction_nats"), found.mean("kl_nats"))
            for at, found in enumerate(self._models)
            if found.chunks
        ]

    def _elbo_table(self) -> Table:
        heading = ("model", "reconstruction_nats", "kl_nats")
        return [heading, *(bar[1:] for bar in self._bars())]

    def _compose_reliability(self) -> DrawFigure:
        models = ((at, one.name, one.reliability) for at, one in enumerate(self._models))
        diagrams = [(at, name, found) for at, name, found in models if found is not None]
        return partial(draw_reliability, diagrams=diagrams)

    def _reliability_table(self) -> Table:
        rows = [
            (found.name, *map(float, point))
            for found in self._models
            if found.reliability is not None
            for point in zip(*found.reliability.points(), strict=True)
        ]
        return [("model", "probability", "share_right", "answers"), *rows]

    def _compose_rejection(self) -> DrawFigure:
        return partial(
            draw_rejection_curves,
            curves=self._rejection_curves(),
            false_rejection_rate=DEFAULT_FALSE_REJECTION_RATE,
        )

    def _rejection_curves(self) -> list[RejectionCurves]:
        curves = []
        for at, one in enumerate(self._models):
            calibration = one.model.calibration
            if one.rejection is not None and calibration is not None:
                threshold = calibration.rejection_threshold(DEFAULT_FALSE_REJECTION_RATE)
                curves.append(RejectionCurves(at, one.name, one.rejection, threshold))
        return curves

    def _rejection_table(self) -> Table:
        rows = [
            (one.name, threshold, *one.found.rejected_fraction(threshold))
            for one in self._rejection_curves()
            for threshold in sorted((*THRESHOLDS, one.threshold))
        ]
        return [("model", "threshold", "digits_refused", "others_refused"), *rows]

    def _compose_curves(self, corruption: Corruption) -> DrawFigure:
        curves = [(at, one.name, one.points(corruption)) for at, one in enumerate(self._models)]
        return partial(draw_corruption_curves, corruption=corruption, curves=curves)

    def _curve_table(self, corruption: Corruption) -> Table:
        rows = [
            (found.name, point.level, point.n, point.right, point.accuracy)
            for found in self._models
            for point in found.points(corruption)
        ]
        return [("model", "level", "images", "right", "accuracy"), *rows]


def _metrics(found: ModelFindings) -> tuple[str, ...]:
    if not found.chunks:
        return ("…",) * (len(METRICS) - 1)
    accuracy, reliability = found.accuracy, found.reliability
    rejected = found.rejected_fraction(DEFAULT_FALSE_REJECTION_RATE)
    nats = (
        number(found.mean(f"{name}_nats"), ".2f") for name in ("neg_elbo", "reconstruction", "kl")
    )
    read = found.as_read
    return (
        number(found.n),
        "–" if accuracy is None else f"{number(100 * accuracy, '.2f')} %",
        f"{number(100 * read.right / read.n, '.2f')} %" if read.n else "–",
        "–" if reliability is None else f"{number(100 * reliability.error, '.2f')} %",
        "–" if rejected is None else f"{number(100 * rejected, '.2f')} %",
        *nats,
    )


def _hint(text: str) -> QWidget:
    return text_label(text, "muted", wraps=True)


def _laboratory(corruption: Corruption, hint: str, plot: PlotPicture) -> QWidget:
    sources = "\n".join(tr(reference.source) for reference in corruption.references)
    plot.setToolTip(sources)
    return _pane(_hint(tr(hint)), plot, _hint(tr("Dashed: {sources}.", sources=sources)))


def _pane(*widgets: QWidget) -> QWidget:
    pane = QWidget()
    plot = next((widget for widget in widgets if isinstance(widget, PlotPicture)), None)
    pane.setLayout(column(*widgets, fills=plot, margins=(2 * SPACING,) * 4))
    return pane
