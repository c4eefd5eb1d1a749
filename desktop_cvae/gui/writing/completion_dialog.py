"""Rub out a part of the drawing, and see what the model puts there instead."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QWidget

from desktop_cvae.core.language import mark, tr
from desktop_cvae.core.results import Samples
from desktop_cvae.gui.controller import Controller
from desktop_cvae.gui.exporting.export import Export
from desktop_cvae.gui.exporting.samples_export import samples_export
from desktop_cvae.gui.icons import ToolButton
from desktop_cvae.gui.session import Picture, Session
from desktop_cvae.gui.widgets.card import Card, row, text_label
from desktop_cvae.gui.widgets.digit_grid import DigitGrid
from desktop_cvae.gui.widgets.number_box import NumberBox
from desktop_cvae.gui.widgets.segmented_choice import SegmentedChoice
from desktop_cvae.gui.widgets.work_dialog import WorkDialog, sentence_of
from desktop_cvae.gui.writing.generation_controls import SEED, random_seed
from desktop_cvae.gui.writing.missing_part import MissingPart

SIZE = QSize(940, 548)
COUNT, COLUMNS = 6, 3
ERASERS = {"1.5": mark("Fine"), "2.5": mark("Medium"), "4.5": mark("Broad")}
HINT = mark("Drag over the drawing to rub out a part. The model proposes what it may have been.")
NOTHING_DRAWN = mark("Draw a digit in the window, or open one, to rub out a part of it here.")
NOTHING_MISSING = mark("Six proposals will appear here.")


class CompletionDialog(WorkDialog):
    """The drawing at the left, proposals at the right; they follow the eraser.

    Args:
        parent: the window.
        session: has the drawing and the model; gets a picked proposal as picture.
        controller: has the worker.
    """

    def __init__(self, parent: QWidget, session: Session, controller: Controller) -> None:
        super().__init__(parent, "completion", tr("Erase and complete"), controller.runner)
        self._session = session
        self._exporter = controller.exporter
        self.proposals: Samples | None = None
        self.part = MissingPart()
        self.part.set_message(tr(NOTHING_DRAWN))
        self.eraser = SegmentedChoice(
            [(width, tr(text)) for width, text in ERASERS.items()], tr("Eraser")
        )
        self.eraser.set_value("2.5")
        self.restore_button = QPushButton(tr("Bring all back"))
        self.labels = QComboBox()
        self.seed = NumberBox(SEED)
        self.seed.setValue(1)
        self.dice = ToolButton("dice", tr("New seed"), tr("Throw a new seed"))
        self.dice.set_flat()
        self.grid = DigitGrid()
        self.save_button, self.copy_button = QPushButton(tr("Save…")), QPushButton(tr("Copy"))
        self.close_button = QPushButton(tr("Close"))
        self._lay_out()
        self._connect()
        self._on_model_changed()
        self._on_reply_changed()

    def export(self) -> Export | None:
        """The proposals as they can leave the window."""
        names = self._session.label_names
        if self.proposals is None:
            return None
        return samples_export(tr("the proposals"), "completed", self.proposals, names, COLUMNS)

    def _lay_out(self) -> None:
        self.labels.setAccessibleName(tr("Label"))
        self.labels.setToolTip(tr("What the digit is; Auto takes what explains the rest best"))
        self.restore_button.setToolTip(tr("Nothing is missing any more"))
        self.grid.setAccessibleName(tr("Proposals"))
        self.grid.setToolTip(tr("Click a proposal to make it the drawing"))
        self.save_button.setToolTip(tr("Save the proposals as PNG or SVG"))
        self.copy_button.setToolTip(tr("Copy the proposals as a picture"))
        drawing, found = Card(), Card()
        drawing.add_section(tr("Drawing"))
        drawing.box.addWidget(self.part, 1)
        drawing.box.addLayout(row(self.eraser, None, self.restore_button))
        found.add_section(tr("Proposals"))
        names = [text_label(text, "muted") for text in (tr("Label"), tr("Seed"))]
        for name, control in zip(names, (self.labels, self.seed), strict=True):
            name.setBuddy(control)
        found.box.addWidget(self.grid, 1)
        found.box.addLayout(row(names[0], self.labels, names[1], self.seed, self.dice, None))
        across = QHBoxLayout()
        across.addWidget(drawing, 4)
        across.addWidget(found, 5)
        hint = text_label(tr(HINT), "muted")
        hint.setWordWrap(True)
        below = row(hint, self.save_button, self.copy_button, self.close_button)
        below.setStretch(0, 1)
        self.lay_out(across, below, SIZE)

    def _connect(self) -> None:
        self.part.missing_changed.connect(self._ask)
        self.eraser.chosen.connect(self._on_eraser_chosen)
        self.restore_button.clicked.connect(lambda _=False: self._on_restore_clicked())
        self.labels.activated.connect(self._ask)
        self.seed.valueChanged.connect(self._ask)
        self.dice.clicked.connect(lambda _=False: self.seed.setValue(random_seed()))
        self.grid.digit_picked.connect(self._on_digit_picked)
        self._exporter.serve(self.export, self.save_button, self.copy_button)
        self._exporter.offer(self.grid, self.export)
        self.close_button.clicked.connect(self.close)
        self.follow(self._session.model_changed, self._on_model_changed)
        self.follow(self._session.reply_changed, self._on_reply_changed)

    def _on_model_changed(self) -> None:
        names = self._session.label_names
        self.labels.clear()
        self.labels.addItem(tr("Auto") if names else tr("No labels"), None)
        for index, name in enumerate(names):
            self.labels.addItem(name, index)
        self.labels.setEnabled(bool(names))
        self._ask()

    def _on_reply_changed(self) -> None:
        reply = self._session.reply
        image = reply.answer.prepared.image if reply and reply.answer.prepared.found else None
        # The same drawing is answered anew under another label or noise.
        if image is not self.part.image:
            self.part.set_image(image)

    def _on_eraser_chosen(self, value: str) -> None:
        self.part.radius = float(value)

    def _on_restore_clicked(self) -> None:
        self.part.set_missing(self.part.missing & False)

    def _ask(self) -> None:
        model, part = self._session.model, self.part
        self.restore_button.setEnabled(bool(part.missing.any()))
        if model is None or part.image is None or not part.missing.any():
            self.withdraw()
            self._show(None, tr(NOTHING_MISSING))
            return
        wish = (self.labels.currentData(), COUNT, int(self.seed.value()))
        job = partial(model.complete, part.image, part.missing, *wish)
        self.ask(job, self._show, self._on_failed)

    def _show(self, proposals: Samples | None, message: str = "") -> None:
        self.proposals = proposals
        self.grid.set_message(message)
        if proposals is None:
            self.grid.set_images(None)
        else:
            names = self._session.label_names
            self.grid.set_images(proposals.images, proposals.labels, names)
        for button in (self.save_button, self.copy_button):
            button.setEnabled(proposals is not None)

    def _on_failed(self, error: Exception) -> None:
        self._show(None, sentence_of(error))

    def _on_digit_picked(self, index: int) -> None:
        if self.proposals is not None:
            image = self.proposals.images[index]
            self._session.picture_opened.emit(Picture(image, tr("a completed digit")))
