"""The epoch history of a training run: a slider shows the network after each saved epoch."""

from __future__ import annotations

from collections.abc import Generator
from functools import partial

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_cvae.core.errors import DatasetProblem
from desktop_cvae.core.language import mark, number, tr
from desktop_cvae.core.results import Answer, FloatArray, IntArray
from desktop_cvae.core.specs import DIGIT_NAMES
from desktop_cvae.datasets.dataset import labels_of_model
from desktop_cvae.gui.app_window import AppWindow
from desktop_cvae.gui.controller import Controller
from desktop_cvae.gui.controls import make_button, make_slider
from desktop_cvae.gui.exporting.answer_export import view_export
from desktop_cvae.gui.exporting.export import Export, file_name
from desktop_cvae.gui.exporting.exporter import seen_export
from desktop_cvae.gui.exporting.samples_export import samples_export
from desktop_cvae.gui.latent.label_legend import LabelLegend
from desktop_cvae.gui.model_source import ModelSource
from desktop_cvae.gui.picture import Picture
from desktop_cvae.gui.session import Session
from desktop_cvae.gui.theme import SPACING, current_theme, label_color
from desktop_cvae.gui.widgets.card import Card, column, row, text_label
from desktop_cvae.gui.widgets.digit_view import DigitView
from desktop_cvae.gui.widgets.painted_view import PaintedView, paint_message
from desktop_cvae.gui.widgets.work_dialog import WorkDialog, sentence_of
from desktop_cvae.gui.writing.film_player import FilmPlayer
from desktop_cvae.gui.writing.sheet_view import SheetView
from desktop_cvae.inference.epoch_history import EpochSnapshot, extent, open_epoch_history
from desktop_cvae.library.run_library import RunEntry, find_run

SIZE = QSize(1000, 560)
DRAWING = "drawing"
FRAME_MS, COLUMNS, SEED = 500, 10, 1
MAP_DIGITS = 600
"""Number of test digits on the map: enough to form clusters, few enough to encode fast."""
MARK_PX, DOT_PX, FAINT = 5.0, 2.0, 0.15
OPENING = mark("Opening the saved epochs …")
NO_MAP = mark("The map needs MNIST's test digits; File ▸ Data sets… (Ctrl+D) downloads them.")
OTHER_DIGITS = mark("The labels of this network are not MNIST's digits.")
NO_DRAWING = mark("Draw a digit in the main window to see its reconstruction in each epoch.")
Found = tuple[FloatArray, IntArray] | str
"""Test digits with their labels, or why there are none."""


class EpochMap(PaintedView):
    """Test digits in the latent plane of one epoch, with the drawing's position."""

    LEAST_SIZE = QSize(220, 220)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Latent map of this epoch"))
        self.setToolTip(
            tr("Test digits, shown in the plane of the last epoch; the ring marks your drawing")
        )
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.points: FloatArray | None = None
        self.mark: FloatArray | None = None
        self.labels: IntArray = np.zeros(0, np.int64)
        # Half the side of the square that is shown.
        self.reach = 1.0
        self._message = tr(OPENING)
        self._hidden: frozenset[int] = frozenset()
        self._highlighted: int | None = None

    def set_message(self, text: str) -> None:
        """Set the sentence that is shown without a map."""
        self._message = text
        self.setAccessibleDescription(text)
        self.update()

    def set_points(self, points: FloatArray | None) -> None:
        """Show an epoch's points, (N, 2); None for the message."""
        self.points = points
        self.update()

    def set_legend(self, hidden: frozenset[int], highlighted: int | None) -> None:
        """Hide labels, and highlight one."""
        self._hidden, self._highlighted = hidden, highlighted
        self.update()

    def set_mark(self, point: FloatArray | None) -> None:
        """Mark the drawing's position, (2,)."""
        self.mark = point
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(QColor(current_theme().border), 1))
        painter.setBrush(QColor(current_theme().paper))
        painter.drawRoundedRect(frame, SPACING / 2, SPACING / 2)
        if self.points is None:
            paint_message(painter, self.rect().adjusted(24, 0, -24, 0), self._message)
            return
        painter.setClipRect(frame)
        painter.setPen(Qt.PenStyle.NoPen)
        for label in np.unique(self.labels):
            if int(label) in self._hidden:
                continue
            is_faint = self._highlighted not in (None, int(label))
            painter.setOpacity(FAINT if is_faint else 1.0)
            painter.setBrush(label_color(int(label)))
            for point in self.points[self.labels == label]:
                painter.drawEllipse(self._position(point), DOT_PX, DOT_PX)
        painter.setOpacity(1.0)
        if self.mark is not None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(current_theme().text), 2))
            painter.drawEllipse(self._position(self.mark), MARK_PX, MARK_PX)

    def _position(self, point: FloatArray) -> QPointF:
        scale = 0.46 * min(self.width(), self.height()) / self.reach
        x, y = float(point[0]), float(point[1])
        return QPointF(self.width() / 2 + scale * x, self.height() / 2 - scale * y)


def read_digits(source: ModelSource, run: RunEntry) -> Found:
    """Return test digits with the run's labels, or why there are none; for the worker."""
    dataset = source.test_digits()
    if dataset is None:
        return tr(NO_MAP)
    dataset = dataset.limit(MAP_DIGITS)
    try:
        # For a network without labels, dots have the colours of MNIST's labels.
        labels = labels_of_model(dataset, run.spec) if run.spec.conditional else dataset.labels
    except DatasetProblem:
        return tr(OTHER_DIGITS)
    return dataset.floats(), labels


def load_epochs(source: ModelSource, run: RunEntry) -> Generator[Found | EpochSnapshot, None, None]:
    """Yield the digits of the map, or why there are none, then the epochs; for the worker."""
    found = read_digits(source, run)
    yield found
    yield from open_epoch_history(run, None if isinstance(found, str) else found, SEED)


class EpochHistoryDialog(WorkDialog):
    """Map, samples and drawing above a slider of epochs.

    Args:
        parent: the window.
        session: holds the drawing.
        controller: its worker loads epochs; its source has the test digits.
        run: the training run.
    """

    def __init__(
        self, parent: QWidget, session: Session, controller: Controller, run: RunEntry
    ) -> None:
        super().__init__(parent, "replay", tr("Epochs of {name}", name=run.name), controller.runner)
        self._session, self._run = session, run
        self._exporter = controller.exporter
        self.epochs: list[EpochSnapshot] = []
        self._is_whole = False
        self.map = EpochMap()
        self.legend = LabelLegend()
        self.legend.set_names(run.spec.label_names if run.spec.conditional else DIGIT_NAMES)
        self.samples = SheetView(tr("Samples of this epoch"))
        self.samples.set_message(tr(OPENING))
        self.samples.setToolTip(
            tr(
                "The same latent vectors, decoded in every epoch; click a digit to let the "
                "model read it"
            )
        )
        self.input = DigitView(tr("Input"), tr("What the network reads"))
        self.rebuilt = DigitView(
            tr("Reconstruction"), tr("Your drawing as the network of this epoch reconstructs it")
        )
        self.reading = text_label(tr(NO_DRAWING), "muted", wraps=True)
        self.caption = text_label(tr(OPENING), "muted", wraps=True)
        self.slider = make_slider(tr("Epoch"), tr("Choose one of the saved epochs"))
        tip = tr("Play the epochs one after another")
        self._film = FilmPlayer(self.slider, FRAME_MS, tip, bounces=False)
        self.play_button = self._film.button
        self.close_button = make_button(tr("Close"), on_click=self.close)
        self._lay_out()
        self._connect()
        job = partial(load_epochs, controller.source, run)
        self.ask(job, self._on_all_opened, self._on_opening_failed, on_progress=self._on_step)
        self.close_button.setFocus()

    @property
    def shown(self) -> EpochSnapshot | None:
        """The epoch that is shown; None while loading."""
        return self.epochs[self.slider.value()] if self.epochs else None

    def export(self) -> Export | None:
        one = self.shown
        if one is None:
            return None
        stem = file_name(self._run.name, f"epoch {one.epoch}")
        return samples_export(tr("the samples"), stem, one.samples, one.model.label_names, COLUMNS)

    def _lay_out(self) -> None:
        self.reading.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.slider.setPageStep(1)
        self._enable()
        above = row(spacing=2 * SPACING)
        for title, parts, stretch in (
            (tr("Latent map"), [self.map, self.legend], 4),
            (tr("Samples"), [self.samples], 4),
            (tr("Your drawing"), [self.input, self.rebuilt, self.reading], 2),
        ):
            card = Card()
            card.add_section(title)
            for part in parts:
                is_large = part in (self.map, self.samples, self.reading)
                card.box.addWidget(part, 1 if is_large else 0)
            above.addWidget(card, stretch)
        for view in (self.input, self.rebuilt):
            view.setMinimumWidth(140)
            view.setFixedHeight(view.height_for_side(140))
        below = Card()
        below.box.addLayout(row(self.play_button, self.slider))
        buttons = row(self.caption, self.close_button, fills=self.caption)
        self.lay_out(column(above, below, fills=above), buttons, SIZE)

    def _connect(self) -> None:
        self.legend.changed.connect(
            lambda: self.map.set_legend(self.legend.hidden, self.legend.highlighted)
        )
        self.slider.valueChanged.connect(self._show)
        self.samples.digit_picked.connect(self._on_picked)
        self.follow(self._session.reply_changed, self._rebuild)
        exporter = self._exporter
        exporter.offer(self.samples, self.export)
        exporter.offer(self.map, partial(seen_export, self.map, tr("the map"), "epoch-map"))
        for view in (self.input, self.rebuilt):
            exporter.offer(view, partial(view_export, view), drags=True)
        self.finished.connect(self._film.stop)

    def _on_step(self, step: Found | EpochSnapshot) -> None:
        if isinstance(step, str):
            self.map.set_message(step)
        elif isinstance(step, tuple):
            self.map.labels = step[1]
        else:
            self._add(step)

    def _add(self, one: EpochSnapshot) -> None:
        """Add an epoch; the last one arrives first, then the others in order."""
        if not self.epochs and one.positions is not None:
            self.map.reach = extent(one.positions)
        self.epochs.insert(max(0, len(self.epochs) - 1) if self.epochs else 0, one)
        self.slider.blockSignals(True)
        self.slider.setMaximum(len(self.epochs) - 1)
        # The last epoch stays in view while the others arrive.
        self.slider.setValue(len(self.epochs) - 1)
        self.slider.blockSignals(False)
        if len(self.epochs) == 1:
            self._show()

    def _on_all_opened(self, _: None) -> None:
        self._is_whole = True
        self._enable()
        self.slider.setFocus()

    def _on_picked(self, index: int) -> None:
        if (one := self.shown) is not None:
            image = one.samples.images[index]
            self._session.picture_opened.emit(
                Picture(image, tr("a digit from epoch {epoch}", epoch=one.epoch))
            )

    def _enable(self) -> None:
        for part in (self.slider, self.play_button):
            part.setEnabled(len(self.epochs) > 1)
        if self.epochs:
            self._show()

    def _show(self) -> None:
        one = self.shown
        if one is None:
            return
        self.map.set_points(one.positions)
        self.samples.set_sheet(one.samples.images, COLUMNS)
        losses = {record.epoch: record.validation for record in self._run.history}
        text = tr("Epoch {epoch} of {epochs}", epoch=one.epoch, epochs=len(self._run.history))
        if one.epoch in losses:
            found = losses[one.epoch]
            nats = found.reconstruction + found.kl
            text += " · " + tr(
                "validation −ELBO: {nats} nats, including {kl} nats KL",
                nats=number(nats, ".2f"),
                kl=number(found.kl, ".2f"),
            )
        self.caption.setText(text if self._is_whole else f"{text} · {tr(OPENING)}")
        self._rebuild()

    def _rebuild(self) -> None:
        one, reply = self.shown, self._session.reply
        if one is None or reply is None or not reply.answer.prepared.found:
            self.withdraw(DRAWING)
            self._show_rebuilt(None)
            return
        job = partial(one.model.answer, reply.answer.prepared, reply.question.noise, None)
        self.ask(job, self._show_rebuilt, self._on_rebuilding_failed, about=DRAWING)

    def _on_rebuilding_failed(self, error: Exception) -> None:
        self._show_rebuilt(None)
        self.reading.setText(sentence_of(error))

    def _show_rebuilt(self, answer: Answer | None) -> None:
        reading = answer.recognition if answer else None
        self.input.set_image(answer.noisy if answer else None)
        self.rebuilt.set_image(answer.reconstruction if answer else None)
        one = self.shown
        if answer is None or reading is None or one is None:
            self.map.set_mark(None)
            self.reading.setText(tr(NO_DRAWING))
            return
        text = tr("Reconstructed without a label")
        if reading.label is not None:
            name = one.model.label_names[reading.label]
            text = tr(
                "Read as {name}, {probability} %",
                name=name,
                probability=number(100 * reading.probability, ".1f"),
            )
        self.reading.setText(text)
        if one.plane is not None and answer.style is not None:
            self.map.set_mark(one.plane.project(answer.style.latent[np.newaxis])[0])

    def _on_opening_failed(self, error: Exception) -> None:
        sentence = sentence_of(error)
        if not self.epochs:
            self.samples.set_message(sentence)
            self.map.set_message("")
        self._is_whole = True  # no more epochs come
        self._enable()
        self.caption.setText(sentence)


def show_epoch_history(window: AppWindow, run: RunEntry) -> EpochHistoryDialog:
    """Show the epochs of a training."""
    dialog = EpochHistoryDialog(window, window.session, window.controller, run)
    dialog.show()
    return dialog


def find_epoch_history(window: AppWindow, run_id: str) -> None:
    """Show the epochs of the training with that id, once it is found."""
    window.controller.runner.submit(
        "epoch history run",
        partial(find_run, run_id),
        partial(show_epoch_history, window),
        window.controller.tell,
        status=tr("Opening the training"),
    )
