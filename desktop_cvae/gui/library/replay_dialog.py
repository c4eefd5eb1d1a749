"""The time machine: a slider over a training's epochs, and what the network was after each."""

from __future__ import annotations

from collections.abc import Generator
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from desktop_cvae.core.language import mark, number, tr
from desktop_cvae.core.results import Answer, FloatArray, IntArray
from desktop_cvae.core.specs import DIGIT_NAMES
from desktop_cvae.gui.controller import Controller
from desktop_cvae.gui.exporting.answer_export import view_export
from desktop_cvae.gui.exporting.export import Export, file_name
from desktop_cvae.gui.exporting.exporter import seen_export
from desktop_cvae.gui.exporting.samples_export import samples_export
from desktop_cvae.gui.latent.label_legend import LabelLegend
from desktop_cvae.gui.session import Picture, Session
from desktop_cvae.gui.theme import SPACING, current_theme, label_color
from desktop_cvae.gui.widgets.card import Card, row, text_label
from desktop_cvae.gui.widgets.digit_view import DigitView
from desktop_cvae.gui.widgets.work_dialog import WorkDialog, sentence_of
from desktop_cvae.gui.writing.sheet_view import SheetView
from desktop_cvae.inference.replay import ReplayedEpoch, extent, replay

if TYPE_CHECKING:
    from desktop_cvae.gui.model_source import ModelSource
    from desktop_cvae.library.run_library import RunEntry


SIZE = QSize(1000, 560)
DRAWING = "drawing"
FRAME_MS, COLUMNS, SEED = 500, 10, 1
MAP_DIGITS = 600
"""Enough to see clouds; a slow network encodes them in a fraction of a second."""
MARK_PX, DOT_PX, FAINT = 5.0, 2.0, 0.15
OPENING = mark("Opening what was kept of the epochs …")
NO_MAP = mark("The map needs MNIST's test digits; see File ▸ Data sets…")
OTHER_DIGITS = mark("This network knows other labels than MNIST's digits.")
NO_DRAWING = mark("Draw a digit in the window to see how it was rebuilt.")


class EpochMap(QWidget):
    """Test digits in the latent plane of one epoch, and the drawing's place among them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Latent map of this epoch"))
        self.setToolTip(tr("Test digits in the plane of the last epoch; the ring is your drawing"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.places: FloatArray | None = None
        self.mark: FloatArray | None = None
        self.labels: IntArray = np.zeros(0, np.int64)
        self.reach = 1.0
        """Half the side of the square that is shown."""
        self._message = tr(OPENING)
        self._hidden: frozenset[int] = frozenset()
        self._highlighted: int | None = None

    def set_message(self, text: str) -> None:
        """Set the sentence that stands here without a map."""
        self._message = text
        self.setAccessibleDescription(text)
        self.update()

    def set_places(self, places: FloatArray | None) -> None:
        """Show another epoch's places, (N, 2)."""
        self.places = places
        self.update()

    def set_legend(self, hidden: frozenset[int], highlighted: int | None) -> None:
        """Leave out labels, and let one stand out."""
        self._hidden, self._highlighted = hidden, highlighted
        self.update()

    def set_mark(self, place: FloatArray | None) -> None:
        """Show where the drawing lies, (2,)."""
        self.mark = place
        self.update()

    def minimumSizeHint(self) -> QSize:
        """Room for clouds."""
        return QSize(220, 220)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A dot a digit, in its label's colour."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(QColor(current_theme().border), 1))
        painter.setBrush(QColor(current_theme().paper))
        painter.drawRoundedRect(frame, SPACING / 2, SPACING / 2)
        if self.places is None:
            painter.setPen(QColor(current_theme().muted))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect().adjusted(24, 0, -24, 0), flags, self._message)
            return
        painter.setClipRect(frame)
        painter.setPen(Qt.PenStyle.NoPen)
        for label in np.unique(self.labels):
            if int(label) in self._hidden:
                continue
            is_faint = self._highlighted not in (None, int(label))
            painter.setOpacity(FAINT if is_faint else 1.0)
            painter.setBrush(label_color(int(label)))
            for place in self.places[self.labels == label]:
                painter.drawEllipse(self._point(place), DOT_PX, DOT_PX)
        painter.setOpacity(1.0)
        if self.mark is not None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(current_theme().text), 2))
            painter.drawEllipse(self._point(self.mark), MARK_PX, MARK_PX)

    def _point(self, place: FloatArray) -> QPointF:
        scale = 0.46 * min(self.width(), self.height()) / self.reach
        x, y = float(place[0]), float(place[1])
        return QPointF(self.width() / 2 + scale * x, self.height() / 2 - scale * y)


def read_digits(source: ModelSource, run: RunEntry) -> tuple[FloatArray, IntArray] | str:
    """Test digits and the run's labels of them, or why there are none; for the worker."""
    from desktop_cvae.core.errors import DatasetProblem
    from desktop_cvae.datasets.dataset import labels_of_model

    dataset = source.test_digits()
    if dataset is None:
        return tr(NO_MAP)
    dataset = dataset.limit(MAP_DIGITS)
    try:
        # A network without labels is shown in the digits' own colours.
        labels = labels_of_model(dataset, run.spec) if run.spec.conditional else dataset.labels
    except DatasetProblem:
        return tr(OTHER_DIGITS)
    return dataset.floats(), labels


Found = tuple[FloatArray, IntArray] | str


def replay_run(source: ModelSource, run: RunEntry) -> Generator[Found | ReplayedEpoch, None, None]:
    """The digits of the map, or why there are none, and then the epochs; for the worker."""
    found = read_digits(source, run)
    yield found
    yield from replay(run, None if isinstance(found, str) else found, SEED)


class ReplayDialog(WorkDialog):
    """Map, samples and the drawing above, the epochs' slider below.

    Args:
        parent: the window.
        session: has the drawing.
        controller: has the worker and the test digits.
        run: which training.
    """

    def __init__(
        self, parent: QWidget, session: Session, controller: Controller, run: RunEntry
    ) -> None:
        super().__init__(parent, "replay", tr("Epochs of {name}", name=run.name), controller.runner)
        self._session, self._run = session, run
        self._exporter = controller.exporter
        self.epochs: list[ReplayedEpoch] = []
        self._is_whole = False
        self.map = EpochMap()
        self.legend = LabelLegend()
        self.legend.set_names(run.spec.label_names if run.spec.conditional else DIGIT_NAMES)
        self.samples = SheetView(tr("Samples of this epoch"))
        self.samples.set_message(tr(OPENING))
        self.samples.setToolTip(
            tr(
                "Digits of the same latent vectors in every epoch; "
                "click one to let the model read it"
            )
        )
        self.input = DigitView(tr("Input"), tr("What the network reads"))
        self.rebuilt = DigitView(
            tr("Rebuilt"), tr("Your drawing, as the network of this epoch rebuilds it")
        )
        self.reading = text_label(tr(NO_DRAWING), "muted")
        self.caption = text_label(tr(OPENING), "muted")
        self.caption.setWordWrap(True)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.play_button, self.close_button = QPushButton(tr("Play")), QPushButton(tr("Close"))
        self._film = QTimer(self, interval=FRAME_MS)
        self._lay_out()
        self._connect()
        job = partial(replay_run, controller.source, run)
        self.ask(job, self._on_all_opened, self._on_failed, on_progress=self._on_step)
        self.close_button.setFocus()

    @property
    def shown(self) -> ReplayedEpoch | None:
        """The epoch at which the slider stands."""
        return self.epochs[self.slider.value()] if self.epochs else None

    def export(self) -> Export | None:
        """This epoch's samples as they can leave the window."""
        one = self.shown
        if one is None:
            return None
        stem = file_name(self._run.name, f"epoch {one.epoch}")
        return samples_export(tr("the samples"), stem, one.samples, one.model.label_names, COLUMNS)

    def _lay_out(self) -> None:
        self.slider.setAccessibleName(tr("Epoch"))
        self.slider.setToolTip(tr("Which of the epochs that were kept is shown"))
        self.play_button.setToolTip(tr("Show the epochs one after the other"))
        self.reading.setWordWrap(True)
        self.reading.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.slider.setPageStep(1)
        self._enable()
        above = QHBoxLayout()
        above.setSpacing(2 * SPACING)
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
        body = QVBoxLayout()
        body.addLayout(above, 1)
        body.addWidget(below)
        buttons = row(self.caption, self.close_button)
        buttons.setStretch(0, 1)
        self.lay_out(body, buttons, SIZE)

    def _connect(self) -> None:
        self.legend.changed.connect(
            lambda: self.map.set_legend(self.legend.hidden, self.legend.highlighted)
        )
        self.slider.valueChanged.connect(self._show)
        self.samples.digit_picked.connect(self._on_picked)
        self.play_button.clicked.connect(lambda _=False: self._on_play_clicked())
        self.close_button.clicked.connect(self.close)
        self._film.timeout.connect(self._on_tick)
        self.follow(self._session.reply_changed, self._rebuild)
        exporter = self._exporter
        exporter.offer(self.samples, self.export)
        exporter.offer(self.map, partial(seen_export, self.map, tr("the map"), "epoch-map"))
        for view in (self.input, self.rebuilt):
            exporter.offer(view, partial(view_export, view), drags=True)
        self.finished.connect(self._film.stop)

    def _on_step(self, step: Found | ReplayedEpoch) -> None:
        if isinstance(step, str):
            self.map.set_message(step)
        elif isinstance(step, tuple):
            self.map.labels = step[1]
        else:
            self._add(step)

    def _add(self, one: ReplayedEpoch) -> None:
        """The last comes first, the others before it in their order."""
        if not self.epochs and one.places is not None:
            self.map.reach = extent(one.places)
        self.epochs.insert(max(0, len(self.epochs) - 1) if self.epochs else 0, one)
        self.slider.blockSignals(True)
        self.slider.setMaximum(len(self.epochs) - 1)
        # Whoever looks at the last goes on looking at it, while the others come in.
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
                Picture(image, tr("a digit of epoch {epoch}", epoch=one.epoch))
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
        self.map.set_places(one.places)
        self.samples.set_sheet(one.samples.images, COLUMNS)
        losses = {record.epoch: record.validation for record in self._run.history}
        text = tr("Epoch {epoch} of {epochs}", epoch=one.epoch, epochs=len(self._run.history))
        if one.epoch in losses:
            found = losses[one.epoch]
            nats = found.reconstruction + found.kl
            text += " · " + tr(
                "validation −ELBO {nats} nats, of which {kl} KL",
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
        self.ask(job, self._show_rebuilt, self._on_failed, about=DRAWING)

    def _show_rebuilt(self, answer: Answer | None) -> None:
        reading = answer.recognition if answer else None
        self.input.set_image(answer.noisy if answer else None)
        self.rebuilt.set_image(answer.reconstruction if answer else None)
        one = self.shown
        if answer is None or reading is None or one is None:
            self.map.set_mark(None)
            self.reading.setText(tr(NO_DRAWING))
            return
        text = tr("Rebuilt without a label")
        if reading.label is not None:
            name = one.model.label_names[reading.label]
            text = tr(
                "Read as {name}, {probability} %",
                name=name,
                probability=number(100 * reading.probability, ".1f"),
            )
        self.reading.setText(text)
        if one.plane is not None and answer.hand is not None:
            self.map.set_mark(one.plane.project(answer.hand.latent[np.newaxis])[0])

    def _on_failed(self, error: Exception) -> None:
        sentence = sentence_of(error)
        self.caption.setText(sentence)
        if not self.epochs:
            self.samples.set_message(sentence)
            self.samples.set_sheet(None)
            self.map.set_message("")
        self._enable()

    def _on_play_clicked(self) -> None:
        if self._film.isActive():
            self._stop()
            return
        if self.slider.value() == self.slider.maximum():
            self.slider.setValue(0)
        self._film.start()
        self.play_button.setText(tr("Stop"))

    def _stop(self) -> None:
        self._film.stop()
        self.play_button.setText(tr("Play"))

    def _on_tick(self) -> None:
        self.slider.setValue(self.slider.value() + 1)
        if self.slider.value() == self.slider.maximum():
            self._stop()
