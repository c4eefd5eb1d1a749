"""Models side by side, in a dialog beside which one goes on drawing.

They answer with their saved weights or with those of an epoch, which one slider chooses for all
compared trainings.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from desktop_cvae.core.language import mark, tr
from desktop_cvae.core.latent_maps import LatentMap
from desktop_cvae.core.results import Answer, FloatArray, NoiseSetting
from desktop_cvae.evaluation.comparison import (
    Examined,
    Originals,
    compare_drawing,
    examine,
    reconstruct_digits,
)
from desktop_cvae.evaluation.measurement import ModelFindings
from desktop_cvae.gui.comparison.comparison_panes import ComparisonPanes, DrawingCard, Findings
from desktop_cvae.gui.comparison.opener import ModelWithRun, Opener, WeightsRequest, shared_stops
from desktop_cvae.gui.model_source import ModelSource
from desktop_cvae.gui.session import Session
from desktop_cvae.gui.theme import SPACING, current_theme
from desktop_cvae.gui.widgets.card import Card, row, text_label
from desktop_cvae.gui.widgets.work_dialog import WorkDialog, sentence_of
from desktop_cvae.inference.opened_model import OpenedModel
from desktop_cvae.library.run_models import distinct_names
from desktop_cvae.pictures.preparation import to_mnist_style
from desktop_cvae.workers.job_runner import JobRunner

if TYPE_CHECKING:
    from desktop_cvae.datasets.dataset import DigitDataset


class ShownWeights(QObject):
    """Follows the shared slider; what has been opened once is there at once.

    Signals:
        changed(int): the model at this place answers with other weights.

    Args:
        compared: what is compared.
        opener: brings the weights of epochs.
    """

    changed = Signal(int)

    def __init__(
        self, compared: Sequence[ModelWithRun], opener: Opener, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._compared, self._opener = tuple(compared), opener
        self.models = [one.model for one in compared]
        self.epochs: list[int | None] = [None] * len(self.models)
        self._wanted: list[int | None] = [None] * len(self.models)
        self._opened: dict[tuple[int, int], OpenedModel] = {}
        opener.opened.connect(self._on_opened)

    def choose(self, stop: int | None) -> None:
        """Show a stop of the slider; ``changed`` follows for each model, perhaps later."""
        self._wanted = [one.epoch_at(stop) for one in self._compared]
        requests = []
        for index, epoch in enumerate(self._wanted):
            model = self._at_hand(index, epoch)
            run = self._compared[index].run
            if model is not None:
                self._show(index, epoch, model)
            elif run is not None:
                requests.append(WeightsRequest(index, run, epoch))
        self._opener.want(requests)

    def name(self, index: int, name: str) -> str:
        """The name of a compared model with the epoch that it shows."""
        epoch = self.epochs[index]
        return name if epoch is None else tr("{name} · epoch {epoch}", name=name, epoch=epoch)

    def _at_hand(self, index: int, epoch: int | None) -> OpenedModel | None:
        if epoch is None:
            return self._compared[index].model
        return self._opened.get((index, epoch))

    def _show(self, index: int, epoch: int | None, model: OpenedModel) -> None:
        if self.epochs[index] != epoch:
            self.models[index], self.epochs[index] = model, epoch
            self.changed.emit(index)

    def _on_opened(self, request: WeightsRequest, one: ModelWithRun) -> None:
        if request.epoch is not None:
            self._opened[request.index, request.epoch] = one.model
            if self._wanted[request.index] == request.epoch:
                self._show(request.index, request.epoch, one.model)


HANDLE_PX = 16
LABELS_PX = 18
GAP_PX = 10
SAVED = mark("saved")
TIP = mark(
    "Move it to see the drawing and the ten digits through the weights that each training had "
    "after that epoch. “Saved” is what the model file holds."
)


class StopLabels(QWidget):
    """The stops' names under the handle's places; those without room are left out."""

    def __init__(self, texts: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts, self.chosen = tuple(texts), len(texts) - 1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(200, LABELS_PX)

    def set_chosen(self, chosen: int) -> None:
        """Set off the stop that is chosen."""
        self.chosen = chosen
        self.update()

    def drawn(self) -> list[tuple[QRectF, int]]:
        """Where which stops' names have room: the chosen, the ends, then the others."""
        last = len(self._texts) - 1
        order = dict.fromkeys((self.chosen, last, 0, *range(len(self._texts))))
        placed: list[tuple[QRectF, int]] = []
        for index in order:
            box = self._box(index)
            wide = box.adjusted(-GAP_PX / 2, 0, GAP_PX / 2, 0)
            if not any(wide.intersects(other) for other, _ in placed):
                placed.append((box, index))
        return placed

    def paintEvent(self, event: QPaintEvent) -> None:
        """Names in the text's colours, the chosen one stronger."""
        painter = QPainter(self)
        for box, index in self.drawn():
            theme = current_theme()
            painter.setPen(QColor(theme.text if index == self.chosen else theme.muted))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._texts[index])

    def _box(self, index: int) -> QRectF:
        width = self.fontMetrics().horizontalAdvance(self._texts[index]) + 2.0
        share = index / max(1, len(self._texts) - 1)
        middle = HANDLE_PX / 2 + share * (self.width() - HANDLE_PX)
        left = min(max(0.0, middle - width / 2), self.width() - width)
        return QRectF(left, 0, width, self.height())


class CheckpointBar(Card):
    """A slider whose stops are epochs, and “saved” at its right end.

    Signals:
        stop_chosen(int | None): an epoch, or None for the saved weights.

    Args:
        stops: the epochs, in order; one at least.
    """

    stop_chosen = Signal(object)

    def __init__(self, stops: Sequence[int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stops: tuple[int | None, ...] = (*stops, None)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, len(self._stops) - 1)
        self.slider.setPageStep(1)
        self.slider.setValue(len(self._stops) - 1)
        self.slider.setAccessibleName(tr("Weights after epoch"))
        self.slider.setToolTip(tr(TIP))
        self.labels = StopLabels([*map(str, stops), tr(SAVED)])
        self.status = text_label("", "muted")
        title = text_label(tr("Weights after epoch"), "title")
        title.setToolTip(tr(TIP))
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.slider)
        column.addWidget(self.labels)
        line = row(title, spacing=2 * SPACING)
        # Both keep their width whatever is said, so that the handle stays under the pointer.
        self.status.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        line.addLayout(column, 3)
        line.addWidget(self.status, 2)
        self.box.setContentsMargins(2 * SPACING, SPACING, 2 * SPACING, SPACING)
        self.box.addLayout(line)
        self.slider.valueChanged.connect(self._on_value_changed)

    @property
    def stop(self) -> int | None:
        """The chosen epoch, or None for the saved weights."""
        return self._stops[self.slider.value()]

    def say(self, text: str) -> None:
        """Tell what is being done; an empty text when all is done."""
        self.status.setText(text)
        self.status.setToolTip(text)

    def _on_value_changed(self, value: int) -> None:
        self.labels.set_chosen(value)
        self.stop_chosen.emit(self.stop)


DRAWING_WIDTH_PX = 326
SIZE = QSize(1160, 680)
DRAWING = "drawing"
NO_DIGITS = mark("Digits, latent spaces and results need MNIST's test digits, which are not here.")


class ComparisonDialog(WorkDialog):
    """The drawing at the left, plots and tables at the right, one slider above them.

    Args:
        parent: the window.
        session: its drawing, noise and label are followed.
        runner: the worker.
        source: where models and test digits come from.
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
        self.opener = Opener(runner, source, parent=self)
        self.weights = ShownWeights(compared, self.opener, self)
        self._is_examined = False
        self.drawing = DrawingCard(models, names)
        self.panes = ComparisonPanes(self.findings, runner)
        stops = shared_stops(compared)
        self.bar = CheckpointBar(stops) if stops else None
        self.message = text_label("", "warning")
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
        """True when every question is answered."""
        return self._is_examined and not self.opener.is_busy

    def _lay_out(self) -> None:
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self.drawing)
        bar = scroll.verticalScrollBar().sizeHint().width()
        needed = self.drawing.minimumSizeHint().width() + bar
        scroll.setFixedWidth(max(DRAWING_WIDTH_PX, needed))
        card = Card()
        card.box.setContentsMargins(1, 1, 1, 1)
        card.box.addWidget(self.panes)
        self.message.setWordWrap(True)
        self.message.hide()
        right = QVBoxLayout()
        right.setSpacing(2 * SPACING)
        right.addWidget(self.message)
        if self.bar is not None:
            right.addWidget(self.bar)
        right.addWidget(card, 1)
        across = QHBoxLayout()
        across.addWidget(scroll)
        across.addLayout(right, 1)
        self.lay_out(across, None, SIZE)

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

    def _on_examined(self, step: Originals | Examined) -> None:
        if isinstance(step, Originals):
            self._on_digits_found(step.digits)
        elif step.chunk is not None:
            self.findings.measured[step.at].add(step.chunk)
            self.panes.refresh_metrics()
        elif step.reconstructions is not None:
            self._on_looked(step.at, step.reconstructions, step.latent_map)

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

    def _on_looked(self, index: int, rebuilt: FloatArray, latent_map: LatentMap | None) -> None:
        # The slider may have been moved meanwhile; then other weights rebuild the digits.
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
        """Let a model rebuild the originals with the weights that it shows."""
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
        models = tuple(self.weights.models)
        job = partial(_read_through, models, session.image, session.noise, label)
        self.ask(job, self.drawing.show_answers, self._on_failed, about=DRAWING)

    def _on_finished(self) -> None:
        self.opener.stop()
        self.panes.stop()


def _read_through(
    models: Sequence[OpenedModel], image: FloatArray, noise: NoiseSetting, label: str | None
) -> list[Answer]:
    """The canvas's drawing, float32, (H, W), through all models."""
    return compare_drawing(models, to_mnist_style(image), noise, label)
