"""The comparison of models: a dialog that follows the drawing in the window.

The models answer with their saved weights or with those of an epoch; one slider chooses the
epoch for all of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QSize, QTimer
from PySide6.QtWidgets import QWidget

from desktop_cvae.core.language import mark, tr
from desktop_cvae.core.latent_maps import LatentMap
from desktop_cvae.core.results import Answer, FloatArray
from desktop_cvae.datasets.dataset import DigitDataset
from desktop_cvae.evaluation.comparison import (
    ComparisonStep,
    compare_drawing,
    examine,
    reconstruct_digits,
)
from desktop_cvae.evaluation.measurement import ModelFindings
from desktop_cvae.gui.app_window import AppWindow
from desktop_cvae.gui.comparison.checkpoint_bar import CheckpointBar
from desktop_cvae.gui.comparison.comparison_panes import ComparisonPanes, Findings
from desktop_cvae.gui.comparison.drawing_card import DrawingCard
from desktop_cvae.gui.comparison.weights_opener import (
    ModelWithRun,
    ShownWeights,
    WeightsOpener,
    find_compared,
    shared_stops,
)
from desktop_cvae.gui.model_source import ModelSource
from desktop_cvae.gui.session import Session
from desktop_cvae.gui.theme import SPACING
from desktop_cvae.gui.widgets.card import Card, Column, column, row, text_label
from desktop_cvae.gui.widgets.work_dialog import WorkDialog, sentence_of
from desktop_cvae.inference.opened_model import OpenedModel
from desktop_cvae.library.run_models import distinct_names
from desktop_cvae.pictures.preparation import to_mnist_style
from desktop_cvae.workers.job_runner import JobRunner

DRAWING_WIDTH_PX = 326
SIZE = QSize(1160, 680)
DRAWING = "drawing"
NO_DIGITS = mark(
    "Digits, latent spaces and results need MNIST's test digits, which are not on this computer; "
    "File ▸ Data sets… (Ctrl+D) downloads them."
)


class ComparisonDialog(WorkDialog):
    """Shows the drawing on the left, plots and tables on the right, and one slider above them.

    Args:
        parent: the window.
        session: has the drawing, noise and label.
        runner: the worker.
        source: has models and test digits.
        compared: the opened models, two or more.
    """

    def __init__(
        self,
        parent: QWidget,
        session: Session,
        runner: JobRunner,
        source: ModelSource,
        compared: Sequence[ModelWithRun],
    ) -> None:
        names = tuple(distinct_names([one.name for one in compared]))
        super().__init__(
            parent, "comparison", tr("Comparison — {names}", names=", ".join(names)), runner
        )
        models = [one.model for one in compared]
        self._session = session
        self._originals: DigitDataset | None = None
        measured = tuple(map(ModelFindings, models, names))
        self.findings = Findings(tuple(compared), names, measured)
        self.opener = WeightsOpener(runner, source, parent=self)
        self.weights = ShownWeights(compared, self.opener, self)
        self._is_examined = False
        self.drawing = DrawingCard(models, names)
        self.panes = ComparisonPanes(self.findings, runner)
        stops = shared_stops(compared)
        self.bar = CheckpointBar(stops) if stops else None
        self.message = text_label("", "warning", wraps=True)
        self._left = Column(DRAWING_WIDTH_PX)
        self._lay_out()
        self._connect()
        self._read_drawing()
        self.ask(
            partial(examine, models, source.test_digits, source.latent_map),
            self._on_all_examined,
            self._on_failed,
            on_progress=self._on_examined,
        )

    @property
    def is_complete(self) -> bool:
        """True when all answers are there."""
        return self._is_examined and not self.opener.is_busy

    def _lay_out(self) -> None:
        self._left.box.addWidget(self.drawing)
        content = self._left.widget()
        assert content is not None, "a column has content"
        content.installEventFilter(self)
        card = Card()
        card.box.setContentsMargins(1, 1, 1, 1)
        card.box.addWidget(self.panes)
        self.message.hide()
        above = (self.message,) if self.bar is None else (self.message, self.bar)
        right = column(*above, card, spacing=2 * SPACING, fills=card)
        self.lay_out(row(self._left, right, fills=right), None, SIZE)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # A reading's names and values, or larger text, make the card wider.
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit_left()
        return super().eventFilter(watched, event)

    def _fit_left(self) -> None:
        self._left.fit_width()
        self._left.setFixedWidth(max(DRAWING_WIDTH_PX, self._left.minimumWidth()))

    def _connect(self) -> None:
        session = self._session
        for change in (session.image_changed, session.noise_changed, session.label_changed):
            self.follow(change, self._read_drawing)
        self.weights.changed.connect(self._on_weights_changed)
        self.opener.failed.connect(self._on_failed)
        if self.bar is not None:
            self.bar.stop_chosen.connect(self._on_stop_chosen)
            self.opener.progressed.connect(self.bar.say)
            self.opener.finished.connect(lambda: self._say_progress(""))
        self.finished.connect(self._on_finished)

    def _on_examined(self, step: DigitDataset | ComparisonStep) -> None:
        if isinstance(step, DigitDataset):
            self._on_digits_found(step)
        elif step.chunk is not None:
            self.findings.measured[step.at].add(step.chunk)
            self.panes.refresh_metrics()
        elif step.reconstructions is not None:
            self._on_model_examined(step.at, step.reconstructions, step.latent_map)

    def _on_all_examined(self, has_digits: bool) -> None:
        self._is_examined = True
        if not has_digits:
            self._say(tr(NO_DIGITS))

    def _on_digits_found(self, originals: DigitDataset) -> None:
        self._originals = originals
        self.findings.originals = originals.floats()
        self.findings.label_names = originals.label_names
        for index, epoch in enumerate(self.weights.epochs):
            if epoch is not None:
                self._rebuild(index)

    def _on_model_examined(
        self, index: int, rebuilt: FloatArray, latent_map: LatentMap | None
    ) -> None:
        # If the slider was moved meanwhile, other weights reconstruct the digits.
        if self.weights.epochs[index] is None:
            self.findings.reconstructions[index] = rebuilt
        if latent_map is not None:
            self.findings.maps[index] = latent_map
        self.panes.digits.refresh()
        self.panes.maps.refresh()

    def _on_stop_chosen(self, stop: int | None) -> None:
        self.message.hide()
        self.panes.show_saved_notes(stop is not None)
        self.weights.choose(stop)

    def _on_weights_changed(self, index: int) -> None:
        self.drawing.set_title(index, self.weights.name(index, self.findings.names[index]))
        self._read_drawing()
        self._rebuild(index)

    def _rebuild(self, index: int) -> None:
        """Reconstruct the originals with the weights that are shown."""
        if self._originals is not None:
            engine = self.weights.models[index].engine
            job = partial(reconstruct_digits, engine, self._originals)
            done = partial(self._on_rebuilt, index)
            self.ask(job, done, self._on_failed, about=f"digits {index}")

    def _on_rebuilt(self, index: int, rebuilt: FloatArray) -> None:
        self.findings.reconstructions[index] = rebuilt
        self.findings.shown_names[index] = self.weights.name(index, self.findings.names[index])
        self.panes.digits.refresh()

    def _on_failed(self, error: Exception) -> None:
        self._is_examined = True
        self._say_progress("")
        self._say(sentence_of(error))

    def _say(self, sentence: str) -> None:
        self.message.setText(sentence)
        self.message.show()

    def _say_progress(self, text: str) -> None:
        if self.bar is not None:
            self.bar.say(text)

    def _read_drawing(self) -> None:
        session = self._session
        if session.image is None:
            self.withdraw(DRAWING)
            self.drawing.show_answers(())
            return
        label = None if session.label is None else session.label_names[session.label]
        models, image, noise = tuple(self.weights.models), session.image, session.noise

        def job() -> list[Answer]:
            return compare_drawing(models, to_mnist_style(image), noise, label)

        self.ask(job, self.drawing.show_answers, self._on_failed, about=DRAWING)

    def _on_finished(self) -> None:
        self.opener.stop()
        self.panes.stop()


def show_comparison(window: AppWindow, compared: Sequence[ModelWithRun]) -> ComparisonDialog:
    """Show opened models side by side."""
    runner, source = window.controller.runner, window.controller.source
    dialog = ComparisonDialog(window, window.session, runner, source, compared)
    exporter = window.controller.exporter
    dialog.panes.offer_exports(exporter)
    dialog.drawing.offer_exports(exporter)
    # The dialog is built now and shown in the next turn, so that the pen can move in between.
    QTimer.singleShot(0, dialog, dialog.show)
    return dialog


def compare_models(window: AppWindow, models: tuple[OpenedModel, ...]) -> None:
    """Show opened models side by side, with the epochs that their trainings kept."""
    window.controller.runner.submit(
        "comparison",
        partial(find_compared, models),
        partial(show_comparison, window),
        window.controller.tell,
        status=tr("Opening the models"),
    )
