"""“Fool it”: search for the smallest change that is misread, and show if the model would notice."""

from __future__ import annotations

import importlib.util
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import numpy as np
from PySide6.QtCore import QSize, QTemporaryDir
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_cvae.core.command_events import Event, SearchEnded, StepsDone
from desktop_cvae.core.language import mark, tr
from desktop_cvae.core.paths import VIEWER, is_viewer
from desktop_cvae.core.results import FloatArray, Samples
from desktop_cvae.evaluation.adversarial_robustness import NO_FOOLBOX
from desktop_cvae.gui.adversarial.findings_pane import AdversarialPair, FindingsPane
from desktop_cvae.gui.app_window import AppWindow
from desktop_cvae.gui.controller import Controller
from desktop_cvae.gui.controls import make_button, make_combo, make_progress_bar
from desktop_cvae.gui.exporting.export import Export
from desktop_cvae.gui.exporting.samples_export import samples_export
from desktop_cvae.gui.session import Session
from desktop_cvae.gui.theme import SPACING
from desktop_cvae.gui.widgets.card import Card, row, text_label
from desktop_cvae.gui.widgets.digit_view import SIDE, DigitView, side_for
from desktop_cvae.gui.widgets.segmented_choice import SegmentedChoice
from desktop_cvae.gui.widgets.work_dialog import WorkDialog, sentence_of
from desktop_cvae.workers.command_process import SEARCH, CommandProcess

SIZE = QSize(900, 600)
BESIDE_PX, BELOW_PX = 40, 428
"""Room that the dialog needs beside each picture, and above and below it."""
NORMS = {
    "l2": (mark("Sum (L2)"), mark("Minimise the sum of the squared changes (L2)")),
    "linf": (mark("Largest (L∞)"), mark("Minimise the largest change of a pixel (L∞)")),
    "l0": (mark("Number (L0)"), mark("Minimise the number of changed pixels (L0)")),
}
UNTIL = {
    "misread": (mark("misread"), mark("Another label explains the picture better")),
    "sure": (
        mark("misread confidently"),
        mark("Another label explains the picture better, and the answer is not “unsure”"),
    ),
}
HINT = mark(
    "How small a change makes the model misread this digit? The search follows the evidence of "
    "every label and takes about half a minute."
)
NOTHING_DRAWN = mark("Draw a digit in the window, or open one, to fool the model with it.")
NO_LABELS = mark("This model names no digits, so it cannot be fooled.")
READY = mark(
    "Press “Fool it” to see the changed picture, the evidence of both labels, and whether the "
    "program would notice."
)
SEARCHING = mark("Searching …")
THE_CHANGE = mark("Added ink (striped) and removed ink, in two colours")
WITHSTOOD = mark("No change was found that makes the model misread this drawing.")


def obstacle() -> str:
    """Return why no search is possible here, or an empty text; imports nothing heavy."""
    if is_viewer():
        return tr(VIEWER)
    is_there = all(importlib.util.find_spec(name) for name in ("foolbox", "tensorflow"))
    return "" if is_there else tr(NO_FOOLBOX)


class AdversarialDialog(WorkDialog):
    """Shows the drawing, the changed drawing and the change above the settings and the result.

    Args:
        parent: the window, which owns the process, so that closing the dialog does not wait for it.
        session: has the drawing and the model.
        controller: has the worker.
        program: how the program is started; None for this very program.
    """

    def __init__(
        self,
        parent: QWidget,
        session: Session,
        controller: Controller,
        program: Sequence[str] | None = None,
    ) -> None:
        super().__init__(parent, "adversarial", tr("Fool it"), controller.runner)
        self._session, self._exporter = session, controller.exporter
        self._obstacle = obstacle()
        self._image: FloatArray | None = None
        self.fooled: AdversarialPair | None = None
        self.process = CommandProcess(SEARCH, program, parent)
        self._folder = QTemporaryDir()
        self.views = [
            DigitView(tr("Drawing"), tr("The drawing as the model sees it")),
            DigitView(tr("Changed"), tr("The drawing with the smallest change found")),
            DigitView(tr("The change"), tr(THE_CHANGE)),
        ]
        self.labels = make_combo(tr("Read as"), tr("The label that the model should read instead"))
        self.norms = SegmentedChoice([(k, tr(v[0])) for k, v in NORMS.items()], tr("Minimise"))
        self.until = SegmentedChoice([(k, tr(v[0])) for k, v in UNTIL.items()], tr("Until"))
        for choice, texts in ((self.norms, NORMS), (self.until, UNTIL)):
            for value, (_, tip) in texts.items():
                choice.segment(value).setToolTip(tr(tip))
        self.bar = make_progress_bar(tr("Progress"))
        self.message = text_label("", "muted", wraps=True)
        self.findings = FindingsPane()
        self.start_button = make_button(
            tr("Fool it"), tr("Search for the smallest change"), on_click=self._start
        )
        self.start_button.setProperty("role", "primary")
        self.cancel_button = make_button(
            tr("Cancel"), tr("End the search"), on_click=self.process.stop
        )
        self.save_button = make_button(tr("Save…"), tr("Save both pictures as PNG or SVG"))
        self.copy_button = make_button(tr("Copy"), tr("Copy both pictures as one image"))
        self.close_button = make_button(tr("Close"), on_click=self.close)
        self._lay_out()
        self._connect()
        self._on_model_changed()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = min(self.width() // len(self.views) - BESIDE_PX, self.height() - BELOW_PX)
        side = side_for(room)
        for view in self.views:
            caption = view.fontMetrics().horizontalAdvance(view.caption) + SPACING
            view.setFixedSize(max(side, min(caption, side + SIDE - 1)), view.height_for_side(side))

    def export(self) -> Export | None:
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

    def _lay_out(self) -> None:
        pictures, settings, found = Card(), Card(), Card()
        pictures.box.addLayout(
            row(None, self.views[0], None, self.views[1], None, self.views[2], None)
        )
        settings.add_section(tr("Search settings"))
        settings.box.addWidget(text_label(tr(HINT), "muted", wraps=True))
        named = ((tr("Read as"), self.labels), (tr("Minimise"), self.norms))
        for name, control in (*named, (tr("Until"), self.until)):
            settings.box.addWidget(text_label(name, "muted", buddy=control))
            settings.box.addLayout(row(control, None))
        settings.box.addStretch(1)
        found.add_section(tr("Result"))
        found.box.addWidget(self.message)
        found.box.addWidget(self.bar)
        found.box.addWidget(self.findings)
        found.box.addStretch(1)
        below = QHBoxLayout()
        below.addWidget(settings, 5)
        below.addWidget(found, 6)
        down = QVBoxLayout()
        down.addWidget(pictures)
        down.addLayout(below, 1)
        buttons = row(
            self.save_button,
            self.copy_button,
            None,
            self.cancel_button,
            self.start_button,
            self.close_button,
        )
        self.lay_out(down, buttons, SIZE)

    def _connect(self) -> None:
        self.process.event_received.connect(self._on_event)
        self.process.finished.connect(self._on_finished)
        self._exporter.serve(self.export, self.save_button, self.copy_button)
        self.finished.connect(self.process.retire)
        self.follow(self._session.model_changed, self._on_model_changed)
        self.follow(self._session.reply_changed, self._on_reply_changed)

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
            # The same drawing was answered again under another label.
            return
        self._image = image
        self.process.stop()
        self._show_idle()

    def _problem(self) -> str:
        """Return why no search can be started, or an empty text."""
        model = self._session.model
        if self._obstacle or model is None:
            return self._obstacle
        if not model.has_labels:
            return tr(NO_LABELS)
        return "" if self._image is not None else tr(NOTHING_DRAWN)

    def _show_idle(self) -> None:
        self._show(None, self._problem() or tr(READY))

    def _start(self) -> None:
        model = self._session.model
        if model is None or self._image is None or self.process.is_running:
            return
        path = Path(self._folder.path()) / "picture.npy"
        try:
            np.save(path, self._image)
        except OSError as error:
            self._on_finished(tr(SEARCH.failure), str(error))
            return
        self._show(None, tr(SEARCHING))
        # The bar only moves to and fro until the first steps are reported: TensorFlow loads.
        self.bar.setRange(0, 0)
        goal = ["--norm", self.norms.value, "--until", self.until.value]
        target = ["--into", self.labels.currentData(), "--model", str(model.entry.path)]
        self.process.start(["fool", str(path), *goal, *target])
        self._show_buttons()

    def _on_event(self, event: Event) -> None:
        if isinstance(event, StepsDone):
            self.bar.setRange(0, event.total)
            self.bar.setValue(event.done)
        elif isinstance(event, SearchEnded) and not self.process.is_stopped:
            image = np.array(event.image, np.float32).reshape(28, 28).clip(0, 1)
            self._on_found(image if event.fooled else None)

    def _on_found(self, changed: FloatArray | None) -> None:
        model, image = self._session.model, self._image
        if model is None or image is None:
            return
        if changed is None:
            self._show(None, tr(WITHSTOOD))
            return
        read = partial(model.read, np.stack([image, changed]), self._session.false_rejection_rate)
        self.ask(
            read,
            lambda readings: self._show(AdversarialPair(image, changed, readings)),
            lambda error: self._show(None, sentence_of(error)),
        )

    def _on_finished(self, sentence: str, details: str) -> None:
        if sentence:
            self._show(None, sentence)
            self.message.setToolTip(details)
        elif self.process.is_stopped:
            self._show_idle()
        self._show_buttons()

    def _show(self, fooled: AdversarialPair | None, message: str = "") -> None:
        self.fooled = fooled
        self.message.setText(message)
        self.message.setToolTip("")
        self.message.setVisible(bool(message))
        self.views[0].set_image(self._image)
        self.views[1].set_image(None if fooled is None else fooled.after)
        self._show_change(fooled)
        self.findings.show_found(fooled, self._session.label_names)
        self._show_buttons()

    def _show_change(self, fooled: AdversarialPair | None) -> None:
        """Show the change amplified, because it would be too faint to be seen."""
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
        self.start_button.setEnabled(not self._problem())
        for control in (self.labels, self.norms, self.until):
            control.setEnabled(not is_running and not self._obstacle)
        for button in (self.save_button, self.copy_button):
            button.setEnabled(self.fooled is not None)


def build_dialog(window: AppWindow) -> AdversarialDialog:
    """Return the search for the smallest change that is misread."""
    return AdversarialDialog(window, window.session, window.controller)
