"""The tabs of a comparison: digits, latent spaces, loss, numbers.

Beside them the canvas's drawing goes through all compared models at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QTabWidget, QVBoxLayout, QWidget

from desktop_cvae.core.csv_tables import Table
from desktop_cvae.core.language import mark, number, tr
from desktop_cvae.core.latent_maps import LatentMap
from desktop_cvae.core.results import Answer, EpochRecord, FloatArray, Recognition
from desktop_cvae.core.specs import TRAINING_SETTINGS, ModelSpec, settings_of
from desktop_cvae.evaluation.comparison import ModelSettings, differing_settings
from desktop_cvae.evaluation.measurement import ModelFindings
from desktop_cvae.gui.comparison.opener import ModelWithRun
from desktop_cvae.gui.exporting.answer_export import view_export
from desktop_cvae.gui.exporting.export import Draw
from desktop_cvae.gui.exporting.exporter import Exporter
from desktop_cvae.gui.exporting.plot_exports import histories_table, loss_plot, map_table
from desktop_cvae.gui.plots.plot_picture import PlotPicture, digits_plot, maps_plot
from desktop_cvae.gui.theme import SPACING, tabular_font
from desktop_cvae.gui.widgets.card import Card, text_label
from desktop_cvae.gui.widgets.digit_view import DigitView
from desktop_cvae.gui.widgets.evidence_scale import nats_text, percent_text
from desktop_cvae.gui.widgets.text_table import TextTable
from desktop_cvae.gui.widgets.verdict import either
from desktop_cvae.inference.opened_model import OpenedModel
from desktop_cvae.workers.job_runner import JobRunner

ROW_PX = 32
BAR_PX = 18
"""For the scroll bar that a narrow table has."""
METRICS = (
    mark("model"),
    mark("images"),
    mark("read right"),
    mark("−ELBO (nats)"),
    mark("reconstruction"),
    "KL",
)
OF_SAVED = mark("Of the saved weights: the slider moves only the drawing and the digits.")


@dataclass
class Findings:
    """What is known so far of the models, by their place.

    Attributes:
        compared: what is compared.
        names: of them, each another.
        measured: their results on held-out digits, which grow.
        label_names: of the originals' labels.
        originals: float32, (N, 28, 28), in [0, 1], or None.
        reconstructions: the same, of each model with the weights that are shown.
        shown_names: of those whose digits were rebuilt anew, with the epoch.
        maps: with the saved weights, like all that follows.
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
    """Shows findings; call a ``refresh`` method after they have changed.

    Args:
        findings: are read, never changed.
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
        self.message = text_label("", "muted")
        self.message.setWordWrap(True)
        self.saved_notes = [text_label(tr(OF_SAVED), "muted") for _ in range(2)]
        self.show_saved_notes(False)
        self.addTab(_pane(self.digits), tr("Digits"))
        self.addTab(_pane(self.saved_notes[0], self.maps), tr("Latent spaces"))
        loss_hint = text_label(tr("Lines: validation. Dots: training."), "muted")
        self.addTab(_pane(loss_hint, self.loss), tr("Loss"))
        self.addTab(self._numbers(), tr("Results and settings"))
        self.refresh_metrics()
        self._fill_settings()

    @property
    def plots(self) -> tuple[PlotPicture, ...]:
        """The three that are drawn."""
        return self.digits, self.maps, self.loss

    def offer_exports(self, exporter: Exporter) -> None:
        """Let plots and tables be taken along."""
        for plot in self.plots:
            exporter.offer(plot, plot.export, drags=True)
        for table in (self.metrics, self.settings):
            exporter.offer(table, table.export)

    def refresh_metrics(self) -> None:
        """Show the results so far."""
        rows = [(found.name, *_metrics(found)) for found in self._findings.measured]
        self.metrics.set_rows([tr(title) for title in METRICS], rows)

    def show_saved_notes(self, is_other: bool) -> None:
        """Say, while other weights are looked at, what is of the saved ones."""
        for note in self.saved_notes:
            note.setVisible(is_other)

    def stop(self) -> None:
        """Have nothing drawn any more."""
        for plot in self.plots:
            plot.stop()

    def _numbers(self) -> QWidget:
        results = text_label(tr("Held-out results"), "title")
        differences = text_label(tr("Settings that differ"), "title")
        self.metrics.setFixedHeight(ROW_PX * (len(self._findings.names) + 1) + BAR_PX)
        note = self.saved_notes[1]
        return _pane(results, self.metrics, note, self.message, differences, self.settings)

    def _fill_settings(self) -> None:
        manifests = [one.model.entry.manifest for one in self._findings.compared]
        rows = differing_settings(
            [ModelSettings(m.spec, m.training, m.dataset_name) for m in manifests]
        )
        heading = (tr("setting"), *self._findings.names)
        self.settings.set_rows(
            heading, [(setting_name(row.name), *map(value_text, row.values)) for row in rows]
        )

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

    def _map_table(self) -> Table:
        found = self._findings
        rows: list[tuple[object, ...]] = [("model", "digit", "label", "x", "y")]
        for at, plane in sorted(found.maps.items()):
            name = found.names[at]
            rows += [(name, *row) for row in map_table(plane, found.label_names)[1:]]
        return rows

    def _compose_loss(self) -> Draw:
        return loss_plot(self._histories())

    def _loss_table(self) -> Table:
        return histories_table(self._histories())

    def _histories(self) -> list[tuple[str, tuple[EpochRecord, ...]]]:
        histories = [one.model.history for one in self._findings.compared]
        return list(zip(self._findings.names, histories, strict=True))


SETTINGS = {**settings_of(ModelSpec), **TRAINING_SETTINGS}
OTHER_NAMES = {
    "preset": mark("preset"),
    "conditional": mark("conditional"),
    "heads_see_label": mark("heads_see_label"),
    "label_names": mark("label_names"),
    "trained weights": mark("trained weights"),
    "encoder": mark("encoder"),
    "decoder": mark("decoder"),
    "data set": mark("data set"),
}
YES_AND_NO = {"yes": mark("yes"), "no": mark("no")}


def setting_name(name: str) -> str:
    """A setting as the command line calls it; in another language, its label."""
    if name not in SETTINGS:
        return tr(OTHER_NAMES.get(name, name))
    label = tr(SETTINGS[name].label)
    return name if label == SETTINGS[name].label else label


def value_text(value: str) -> str:
    """A value as it stands in the table of the settings."""
    return tr(YES_AND_NO.get(value, value))


def _metrics(found: ModelFindings) -> tuple[str, ...]:
    """Images, share read right, −ELBO, reconstruction, KL (nats), so far."""
    if not found.n:
        return ("…",) * 5
    read = "–" if found.accuracy is None else f"{number(100 * found.accuracy, '.1f')} %"
    nats = (
        number(found.mean(f"{name}_nats"), ".2f") for name in ("neg_elbo", "reconstruction", "kl")
    )
    return (number(found.n), read, *nats)


def _pane(*widgets: QWidget) -> QWidget:
    pane = QWidget()
    column = QVBoxLayout(pane)
    column.setContentsMargins(*(2 * SPACING,) * 4)
    column.setSpacing(SPACING)
    for widget in widgets:
        column.addWidget(widget, 0 if isinstance(widget, QLabel) else 1)
    return pane


HINT = mark("Draw in the main window: every model answers here.")
CALIBRATED = mark("How probable that is by evidence, calibrated on validation digits")
NOT_CALIBRATED = mark(
    "How probable that is by evidence alone: these weights were not calibrated, "
    "so they may be too sure."
)
_VIEWS = {
    mark("Rebuilt"): mark("The model's reconstruction of the drawing"),
    mark("Difference"): mark(
        "Red, striped: ink that the drawing lacks; blue: ink that it has too much"
    ),
    mark("To the first"): mark(
        "Where it has more or less ink than the first model's reconstruction"
    ),
}


class DrawingCard(Card):
    """One row a model: its reading, its reconstruction, and two differences.

    Args:
        models: the opened models.
        names: what they are called.
    """

    def __init__(
        self,
        models: Sequence[OpenedModel],
        names: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._models = tuple(models)
        self._answers: Sequence[Answer] = ()
        self.drawing = DigitView(tr("Read"), tr("The drawing as all models read it"))
        self.titles: list[QLabel] = []
        self.verdicts: list[QLabel] = []
        self.views: list[list[DigitView]] = []
        self.add_section(tr("Your drawing"))
        self.box.addLayout(_row([self.drawing]))
        self.hint = text_label(tr(HINT), "muted")
        self.hint.setWordWrap(True)
        self.box.addWidget(self.hint)
        for index, name in enumerate(names):
            self._add_model(name, is_first=index == 0)
        self.box.addStretch(1)

    def show_answers(self, answers: Sequence[Answer]) -> None:
        """Show what the models say; none, or a drawing without ink, empties the views."""
        self._answers = [answer for answer in answers if answer.prepared.found]
        self.hint.setVisible(not self._answers)
        self._paint()

    def offer_exports(self, exporter: Exporter) -> None:
        """Let each picture be taken along."""
        for view in (self.drawing, *(view for row in self.views for view in row)):
            exporter.offer(view, partial(view_export, view), drags=True)

    def set_title(self, index: int, title: str) -> None:
        """Call a model otherwise, as when it answers with the weights of an epoch."""
        self.titles[index].setText(title)
        self.titles[index].setToolTip(title)

    def _add_model(self, name: str, *, is_first: bool) -> None:
        self.add_gap()
        verdict = text_label("", "muted")
        verdict.setFont(tabular_font(self.font()))
        title = text_label("", "title")
        # A long name must not widen the card; the tooltip has all of it.
        title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.titles.append(title)
        self.set_title(len(self.titles) - 1, name)
        self.box.addWidget(title)
        self.box.addWidget(verdict)
        captions = list(_VIEWS)[: 2 if is_first else 3]
        views = [DigitView(tr(caption), tr(_VIEWS[caption])) for caption in captions]
        self.box.addLayout(_row(views))
        self.verdicts.append(verdict)
        self.views.append(views)

    def _paint(self) -> None:
        answers = self._answers
        if not answers:
            for view in (self.drawing, *(view for row in self.views for view in row)):
                view.set_image(None)
            for label in self.verdicts:
                label.setText("")
                label.setToolTip("")
            return
        self.drawing.set_image(answers[0].noisy)
        first = answers[0].reconstruction
        for model, answer, label, views in zip(
            self._models, answers, self.verdicts, self.views, strict=True
        ):
            assert answer.recognition is not None, "the drawing is not empty"
            label.setText(verdict_text(answer.recognition, model.label_names))
            label.setToolTip(_tip(model))
            others = (answer.prepared.image, first)
            self._paint_views(views, answer.reconstruction, others)

    def _paint_views(
        self,
        views: list[DigitView],
        rebuilt: FloatArray | None,
        others: Sequence[FloatArray | None],
    ) -> None:
        assert rebuilt is not None, "the drawing is not empty"
        views[0].set_image(rebuilt)
        for view, other in zip(views[1:], others, strict=False):
            assert other is not None, "the drawing is not empty"
            view.set_image(rebuilt, other)


def verdict_text(recognition: Recognition, names: Sequence[str]) -> str:
    """A reading in a few words: "7 · 99.8 % · −92.4 nats", "4 or 9 · …", "not a digit · …"."""
    verdict = recognition.verdict
    nats = tr("{nats} nats", nats=nats_text(float(recognition.evidence_nats.max())))
    if verdict is None:
        return nats
    if not verdict.is_digit:
        return f"{tr(verdict.kind)} · {nats}"
    said = either(verdict.labels, names)
    return f"{said} · {percent_text(verdict.probability)} · {nats}"


def _tip(model: OpenedModel) -> str:
    if not model.has_labels:
        return tr("A model without labels names no digit.")
    return tr(NOT_CALIBRATED if model.calibration is None else CALIBRATED)


def _row(views: Sequence[DigitView]) -> QHBoxLayout:
    layout = QHBoxLayout()
    layout.setSpacing(SPACING)
    for view in views:
        view.setFixedSize(view.sizeHint())
        layout.addWidget(view)
    layout.addStretch(1)
    return layout
