"""The dialog that erases a part of the drawing and lets the model complete it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_cvae.core.language import mark, tr
from desktop_cvae.core.results import Samples
from desktop_cvae.gui.app_window import AppWindow
from desktop_cvae.gui.controller import Controller
from desktop_cvae.gui.controls import describe, make_button, make_combo
from desktop_cvae.gui.exporting.export import Export
from desktop_cvae.gui.exporting.samples_export import samples_export
from desktop_cvae.gui.session import Session
from desktop_cvae.gui.widgets.card import Card, row, text_label
from desktop_cvae.gui.widgets.digit_grid import DigitGrid
from desktop_cvae.gui.widgets.segmented_choice import SegmentedChoice
from desktop_cvae.gui.writing.generation_controls import make_seed_box
from desktop_cvae.gui.writing.missing_part import MissingPart
from desktop_cvae.gui.writing.writing_dialog import WritingDialog

SIZE = QSize(940, 548)
COUNT, COLUMNS = 6, 3
ERASERS = {"1.5": mark("Thin"), "2.5": mark("Medium"), "4.5": mark("Broad")}
HINT = mark("Drag over the drawing to erase a part. The model suggests what may have been there.")
NOTHING_DRAWN = mark("Draw or open a digit in the main window, then erase a part of it here.")
NOTHING_MISSING = mark("Six suggestions will appear here.")


class CompletionDialog(WritingDialog):
    """The drawing on the left, suggestions on the right; they follow the eraser.

    Args:
        parent: the window.
        session: holds the drawing and the model; gets a picked suggestion as its picture.
        controller: its worker completes the drawing.
    """

    def __init__(self, parent: QWidget, session: Session, controller: Controller) -> None:
        super().__init__(
            parent,
            "completion",
            tr("Erase and complete"),
            session,
            controller,
            tr("Save the suggestions as PNG or SVG"),
            tr("Copy the suggestions as a picture"),
        )
        self.proposals: Samples | None = None
        self.part = MissingPart()
        self.part.set_message(tr(NOTHING_DRAWN))
        self.eraser = SegmentedChoice(
            [(width, tr(text)) for width, text in ERASERS.items()], tr("Eraser")
        )
        self.eraser.set_value("2.5")
        self.restore_button = make_button(
            tr("Restore all"), tr("Undo all erasing"), on_click=self._on_restore_clicked
        )
        self.labels = make_combo(
            tr("Label"),
            tr("The label of the digit; Auto uses the one that best explains what is left"),
        )
        self.seed, self.dice = make_seed_box()
        self.grid = describe(
            DigitGrid(),
            title=tr("Suggestions"),
            tip=tr("Click a suggestion to use it as the drawing"),
        )
        self._lay_out()
        self._connect()
        self._on_model_changed()
        self._on_reply_changed()

    def export(self) -> Export | None:
        names = self._session.label_names
        if self.proposals is None:
            return None
        return samples_export(tr("the suggestions"), "completed", self.proposals, names, COLUMNS)

    def _lay_out(self) -> None:
        drawing, found = Card(), Card()
        drawing.add_section(tr("Drawing"))
        drawing.box.addWidget(self.part, 1)
        drawing.box.addLayout(row(self.eraser, None, self.restore_button))
        found.add_section(tr("Suggestions"))
        label = text_label(tr("Label"), "muted", buddy=self.labels)
        seed = text_label(tr("Seed"), "muted", buddy=self.seed)
        found.box.addWidget(self.grid, 1)
        found.box.addLayout(row(label, self.labels, seed, self.seed, self.dice, None))
        across = QHBoxLayout()
        across.addWidget(drawing, 4)
        across.addWidget(found, 5)
        hint = text_label(tr(HINT), "muted", wraps=True)
        below = row(hint, self.save_button, self.copy_button, self.close_button)
        below.setStretch(0, 1)
        self.lay_out(across, below, SIZE)

    def _connect(self) -> None:
        self.part.missing_changed.connect(self._ask)
        self.eraser.chosen.connect(self._on_eraser_chosen)
        self.labels.activated.connect(self._ask)
        self.seed.valueChanged.connect(self._ask)
        self.grid.digit_picked.connect(self._on_digit_picked)
        self._exporter.offer(self.grid, self.export)
        self.follow(self._session.model_changed, self._on_model_changed)
        self.follow(self._session.reply_changed, self._on_reply_changed)

    def _on_model_changed(self) -> None:
        self.fill_labels(self.labels, tr("Auto"))
        self._ask()

    def _on_reply_changed(self) -> None:
        reply = self._session.reply
        image = reply.answer.prepared.image if reply and reply.answer.prepared.found else None
        # Another label or noise gives a new reply for the same drawing.
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
            self.show_result(None, tr(NOTHING_MISSING))
            return
        request = (self.labels.currentData(), COUNT, int(self.seed.value()))
        self.write(partial(model.complete, part.image, part.missing, *request))

    def show_result(self, proposals: Samples | None, message: str = "") -> None:
        self.proposals = proposals
        self.grid.set_message(message)
        if proposals is None:
            self.grid.set_images(None)
        else:
            names = self._session.label_names
            self.grid.set_images(proposals.images, proposals.labels, names)
        self.set_exportable(proposals is not None)

    def _on_digit_picked(self, index: int) -> None:
        if self.proposals is not None:
            self.pick(self.proposals.images[index], tr("a completed digit"))


def build_dialog(window: AppWindow) -> CompletionDialog:
    """Return the drawing with what may be erased and completed."""
    return CompletionDialog(window, window.session, window.controller)
