"""Fool it: the smallest change that turns this 7 into a 1, and whether the model would notice."""

from __future__ import annotations

import importlib.util
from collections.abc import Sequence
from functools import partial

import numpy as np
from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_cvae.core.language import mark, tr
from desktop_cvae.core.paths import VIEWER, is_viewer
from desktop_cvae.core.results import FloatArray, Samples
from desktop_cvae.evaluation.adversarials import NO_FOOLBOX
from desktop_cvae.gui.controller import Controller
from desktop_cvae.gui.exporting.export import Export
from desktop_cvae.gui.exporting.samples_export import samples_export
from desktop_cvae.gui.fooling.findings import FindingsPane, Fooled
from desktop_cvae.gui.session import Session
from desktop_cvae.gui.theme import SPACING
from desktop_cvae.gui.widgets.card import Card, row, text_label
from desktop_cvae.gui.widgets.digit_view import SIDE, DigitView, side_for
from desktop_cvae.gui.widgets.segmented_choice import SegmentedChoice
from desktop_cvae.gui.widgets.work_dialog import WorkDialog, sentence_of
from desktop_cvae.workers.fooling_process import FoolingProcess

SIZE = QSize(900, 600)
BESIDE_PX, BELOW_PX = 40, 428
"""What the dialog has beside each picture, and over and under it."""
NORMS = {
    "l2": (mark("All together"), mark("The sum of all changes, squared (L2)")),
    "linf": (mark("The largest"), mark("No pixel may change by much (L∞)")),
    "l0": (mark("Their number"), mark("Few pixels, each as much as it takes (L0)")),
}
UNTIL = {
    "misread": (mark("misread"), mark("Another label explains the picture better")),
    "sure": (mark("misread for sure"), mark("The wrong answer is not called unsure either")),
}
HINT = mark(
    "How little has to change until the model reads something else? The search follows the "
    "evidence of every label, for about half a minute."
)
NOTHING_DRAWN = mark("Draw a digit in the window, or open one, to fool the model with it.")
NO_LABELS = mark("This model names no digits, so it cannot be fooled.")
READY = mark(
    "Press “Fool it”: the changed picture, both labels' evidence and whether the program would "
    "notice are shown here."
)
SEARCHING = mark("Searching …")
THE_CHANGE = mark("What was added and what was taken away, in two colours; added is striped")
WITHSTOOD = mark("No change was found: this drawing withstands.")


def obstacle() -> str:
    """Why nothing can be searched for here, or an empty text; imports nothing heavy."""
    if is_viewer():
        return VIEWER
    is_there = all(importlib.util.find_spec(name) for name in ("foolbox", "tensorflow"))
    return "" if is_there else tr(NO_FOOLBOX)


class FoolingDialog(WorkDialog):
    """The drawing, the changed one and the change, over what is wished and what came of it.

    Args:
        parent: the window; the search's process is its child, so that closing waits for nothing.
        session: has the drawing and the model.
        controller: has the worker.
        command: how the program is started; None for this very program.
    """

    def __init__(
        self,
        parent: QWidget,
        session: Session,
        controller: Controller,
        command: Sequence[str] | None = None,
    ) -> None:
        super().__init__(parent, "fooling", tr("Fool it"), controller.runner)
        self._session, self._exporter = session, controller.exporter
        self._obstacle = obstacle()
        self._image: FloatArray | None = None
        self.fooled: Fooled | None = None
        self.process = FoolingProcess(command, parent)
        self.views = [
            DigitView(tr("Drawing"), tr("The drawing as the model sees it")),
            DigitView(tr("Changed"), tr("The drawing with the smallest change that was found")),
            DigitView(tr("The change"), tr(THE_CHANGE)),
        ]
        self.labels = QComboBox()
        self.norms = SegmentedChoice([(k, tr(v[0])) for k, v in NORMS.items()], tr("Keep small"))
        self.until = SegmentedChoice([(k, tr(v[0])) for k, v in UNTIL.items()], tr("Until it is"))
        self.bar = QProgressBar()
        self.said = text_label("", "muted")
        self.findings = FindingsPane()
        self.start_button, self.cancel_button = (
            QPushButton(tr("Fool it")),
            QPushButton(tr("Cancel")),
        )
        self.save_button, self.copy_button = QPushButton(tr("Save…")), QPushButton(tr("Copy"))
        self.close_button = QPushButton(tr("Close"))
        self._name_parts()
        self._lay_out()
        self._connect()
        self._on_model_changed()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The pictures have what room the rest leaves."""
        super().resizeEvent(event)
        room = min(self.width() // len(self.views) - BESIDE_PX, self.height() - BELOW_PX)
        side = side_for(room)
        for view in self.views:
            caption = view.fontMetrics().horizontalAdvance(view.caption) + SPACING
            view.setFixedSize(max(side, min(caption, side + SIDE - 1)), view.height_for_side(side))

    def export(self) -> Export | None:
        """Both pictures as they can leave the window."""
        fooled = self.fooled
        if fooled is None:
            return None
        labels = np.array([reading.label for reading in fooled.readings], np.int64)
        images = np.stack([fooled.before, fooled.after])
        pairs = zip(fooled.readings, labels.tolist(), strict=True)
        latents = np.stack([reading.latent_means[label] for reading, label in pairs])
        names = self._session.label_names
        return samples_export(
            tr("the fooled digit"), "fooled", Samples(images, labels, latents), names, 2
        )

    def _name_parts(self) -> None:
        self.labels.setAccessibleName(tr("Read as"))
        self.labels.setToolTip(tr("What the model should read instead"))
        for choice, texts in ((self.norms, NORMS), (self.until, UNTIL)):
            for value, (_, tip) in texts.items():
                choice.segment(value).setToolTip(tr(tip))
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Progress"))
        self.said.setWordWrap(True)
        self.start_button.setProperty("role", "primary")
        self.start_button.setToolTip(tr("Search for the smallest change"))
        self.cancel_button.setToolTip(tr("End the search"))
        self.save_button.setToolTip(tr("Save both pictures as PNG or SVG"))
        self.copy_button.setToolTip(tr("Copy both pictures as one"))

    def _lay_out(self) -> None:
        pictures, wishes, found = Card(), Card(), Card()
        pictures.box.addLayout(
            row(None, self.views[0], None, self.views[1], None, self.views[2], None)
        )
        wishes.add_section(tr("What to search for"))
        hint = text_label(tr(HINT), "muted")
        hint.setWordWrap(True)
        wishes.box.addWidget(hint)
        named = ((tr("Read as"), self.labels), (tr("Keep small"), self.norms))
        for name, control in (*named, (tr("Until it is"), self.until)):
            label = text_label(name, "muted")
            label.setBuddy(control)
            wishes.box.addWidget(label)
            wishes.box.addLayout(row(control, None))
        wishes.box.addStretch(1)
        found.add_section(tr("What came of it"))
        found.box.addWidget(self.said)
        found.box.addWidget(self.bar)
        found.box.addWidget(self.findings)
        found.box.addStretch(1)
        below = QHBoxLayout()
        below.addWidget(wishes, 5)
        below.addWidget(found, 6)
        down = QVBoxLayout()
        down.addWidget(pictures)
        down.addLayout(below, 1)
        buttons = row(
            self.start_button,
            self.cancel_button,
            None,
            self.save_button,
            self.copy_button,
            self.close_button,
        )
        self.lay_out(down, buttons, SIZE)

    def _connect(self) -> None:
        self.start_button.clicked.connect(lambda _=False: self._start())
        self.cancel_button.clicked.connect(self.process.stop)
        self.process.progressed.connect(self._on_progress)
        self.process.found.connect(self._on_found)
        self.process.finished.connect(self._on_finished)
        self._exporter.serve(self.export, self.save_button, self.copy_button)
        self.close_button.clicked.connect(self.close)
        self.finished.connect(self._end_search)
        if (app := QCoreApplication.instance()) is not None:
            app.aboutToQuit.connect(self.process.shut_down)
        self.follow(self._session.model_changed, self._on_model_changed)
        self.follow(self._session.reply_changed, self._on_reply_changed)

    def _end_search(self) -> None:
        for signal in (self.process.progressed, self.process.found, self.process.finished):
            signal.disconnect()
        if self.process.is_running:
            # It ends while the dialog is gone already.
            self.process.finished.connect(self.process.deleteLater)
            self.process.stop()
        else:
            self.process.deleteLater()

    def _on_model_changed(self) -> None:
        self.labels.clear()
        self.labels.addItem(tr("Any other"), "any")
        for name in self._session.label_names:
            self.labels.addItem(name, name)
        self._image = None
        self._on_reply_changed()

    def _on_reply_changed(self) -> None:
        reply = self._session.reply
        image = reply.answer.noisy if reply and reply.answer.prepared.found else None
        if image is not None and self._image is not None and np.array_equal(image, self._image):
            # The same drawing is answered anew under another label.
            return
        self._image = image
        self.process.stop()
        self._show_idle()

    def _why_not(self) -> str:
        """Why no search can be started, or an empty text."""
        model = self._session.model
        if self._obstacle or model is None:
            return self._obstacle
        if not model.has_labels:
            return tr(NO_LABELS)
        return "" if self._image is not None else tr(NOTHING_DRAWN)

    def _show_idle(self) -> None:
        self._show(None, self._why_not() or tr(READY))

    def _start(self) -> None:
        model = self._session.model
        if model is None or self._image is None or self.process.is_running:
            return
        self._show(None, tr(SEARCHING))
        self.bar.setRange(0, 0)
        wish = ["--norm", self.norms.value, "--until", self.until.value]
        into = ["--into", self.labels.currentData(), "--model", str(model.entry.path)]
        self.process.start(self._image, [*wish, *into])
        self._show_buttons()

    def _on_progress(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def _on_found(self, changed: FloatArray | None) -> None:
        model, image = self._session.model, self._image
        if model is None or image is None:
            return
        if changed is None:
            self._show(None, tr(WITHSTOOD))
            return
        read = partial(model.read, np.stack([image, changed]), self._session.refuse)
        self.ask(
            read,
            lambda readings: self._show(Fooled(image, changed, readings)),
            lambda error: self._show(None, sentence_of(error)),
        )

    def _on_finished(self, sentence: str, details: str) -> None:
        if sentence:
            self._show(None, sentence)
            self.said.setToolTip(details)
        elif self.process.is_stopped:
            self._show_idle()
        self._show_buttons()

    def _show(self, fooled: Fooled | None, message: str = "") -> None:
        self.fooled = fooled
        self.said.setText(message)
        self.said.setToolTip("")
        self.said.setVisible(bool(message))
        self.views[0].set_image(self._image)
        self.views[1].set_image(None if fooled is None else fooled.after)
        self._show_change(fooled)
        self.findings.show_found(fooled, self._session.label_names)
        self._show_buttons()

    def _show_change(self, fooled: Fooled | None) -> None:
        """As much stronger as it can be: the smallest change could not be seen."""
        view, strength = self.views[2], fooled.strength if fooled else 1
        stronger = tr("The change, {times} ×", times=strength)
        view.set_caption(stronger if strength > 1 else tr("The change"), tr(THE_CHANGE))
        if fooled is None:
            view.set_image(None)
        else:
            change = strength * (fooled.after - fooled.before)
            view.set_image(fooled.before + change, fooled.before)

    def _show_buttons(self) -> None:
        is_running = self.process.is_running
        self.bar.setVisible(is_running)
        self.start_button.setVisible(not is_running)
        self.cancel_button.setVisible(is_running)
        self.start_button.setEnabled(not self._why_not())
        for control in (self.labels, self.norms, self.until):
            control.setEnabled(not is_running and not self._obstacle)
        for button in (self.save_button, self.copy_button):
            button.setEnabled(self.fooled is not None)
