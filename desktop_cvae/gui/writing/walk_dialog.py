"""The dialog that walks from one digit to another: a film strip with a slider."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget

from desktop_cvae.core.language import mark, number, tr
from desktop_cvae.core.latent_maps import Plane
from desktop_cvae.core.results import FloatArray
from desktop_cvae.core.schemas import Field
from desktop_cvae.core.tasks import Progress, Task
from desktop_cvae.gui.app_window import AppWindow
from desktop_cvae.gui.controller import Controller
from desktop_cvae.gui.controls import make_slider
from desktop_cvae.gui.exporting.export import Export
from desktop_cvae.gui.exporting.samples_export import walk_export
from desktop_cvae.gui.session import Session
from desktop_cvae.gui.theme import SPACING
from desktop_cvae.gui.widgets.card import Card, column, row, text_label
from desktop_cvae.gui.widgets.number_box import NumberBox
from desktop_cvae.gui.widgets.segmented_choice import SegmentedChoice
from desktop_cvae.gui.writing.film_player import FilmPlayer
from desktop_cvae.gui.writing.film_strip import FilmStrip
from desktop_cvae.gui.writing.sheet_view import SheetView
from desktop_cvae.gui.writing.walk_ends import EndCard, WalkEnd
from desktop_cvae.gui.writing.writing_dialog import WritingDialog
from desktop_cvae.inference.opened_model import OpenedModel
from desktop_cvae.inference.walks import KINDS, Walk

SIZE = QSize(980, 610)
FRAME_MS = 90
STEP_PX = 320
STEPS = Field(mark("Steps"), mark("number of pictures, including both ends"), 4, 40)
NOTHING_DRAWN = mark("Draw a digit in the main window to start the walk there, or choose a sample.")
WALKING = mark("Computing the walk …")
TIPS = {
    "straight": mark("The shortest path between the two codes"),
    "spherical": mark("An arc that keeps the typical distance of codes from the centre"),
}


def walk_between(
    model: OpenedModel, start: WalkEnd, end: WalkEnd, kind: str, steps: int
) -> Task[Walk]:
    """Find both style latents and compute the walk; for the worker."""
    first = start.style(model)
    yield Progress(0, steps)
    return (yield from model.walk(first, end.style(model), kind, steps))


class WalkDialog(WritingDialog):
    """Both ends at the sides, the current step between them, the strip below.

    Args:
        parent: the window.
        session: holds the drawing and the model.
        controller: its worker computes the walk.
    """

    def __init__(self, parent: QWidget, session: Session, controller: Controller) -> None:
        super().__init__(
            parent,
            "walk",
            tr("Walk between digits"),
            session,
            controller,
            tr("Save the walk as a GIF animation or a PNG strip"),
            tr("Copy the strip as a picture"),
        )
        self.walk: Walk | None = None
        self._curve: tuple[Plane, FloatArray, int | None] | None = None
        has_drawing = session.reply is not None and session.reply.answer.prepared.found
        self.start = EndCard(
            tr("From"),
            tr("The digit at the start of the walk"),
            "drawing" if has_drawing else "sample",
            3,
        )
        self.end = EndCard(tr("To"), tr("The digit at the end of the walk"), "sample", 8)
        self.view = SheetView(tr("The current step"), STEP_PX)
        self.caption = text_label("", "muted")
        self.strip = FilmStrip()
        self.slider = make_slider(tr("Step"), tr("The step that is shown enlarged"))
        self.kinds = SegmentedChoice([(kind, tr(text)) for kind, text in KINDS.items()], tr("Path"))
        self.kinds.set_value("spherical")
        self.steps = NumberBox(STEPS)
        self.steps.setValue(16)
        tip = tr("Play the steps forwards and backwards")
        self._film = FilmPlayer(self.slider, FRAME_MS, tip, bounces=True)
        self.play_button = self._film.button
        self._lay_out()
        self._connect()
        self._on_model_changed()

    def show_curve(self, plane: Plane, points: FloatArray, label: int | None) -> None:
        """Walk along a curve on the latent map instead; choosing an end goes back.

        Args:
            plane: the map's plane.
            points: float, (M, 2), the curve's vertices.
            label: conditions the decoder.
        """
        self._curve = plane, points, label
        self._ask()

    def export(self) -> Export | None:
        return None if self.walk is None else walk_export(self.walk.samples)

    def _lay_out(self) -> None:
        self.caption.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.view.setToolTip(tr("Click to let the model read this step"))
        for kind, tip in TIPS.items():
            self.kinds.segment(kind).setToolTip(tr(tip))
        middle = Card()
        middle.box.addWidget(self.view, 1)
        middle.box.addWidget(self.caption)
        above = row(self.start, middle, self.end, fills=middle, spacing=2 * SPACING)
        film = Card()
        film.box.addWidget(self.strip)
        name = text_label(tr("Steps"), "muted", buddy=self.steps)
        film.box.addLayout(row(self.play_button, self.slider, name, self.steps, self.kinds))
        self.lay_out(
            column(above, film, fills=above),
            row(self.save_button, self.copy_button, None, self.close_button),
            SIZE,
        )

    def _connect(self) -> None:
        for card in (self.start, self.end):
            card.changed.connect(self._on_end_changed)
        self.kinds.chosen.connect(self._ask)
        self.steps.valueChanged.connect(self._ask)
        self.slider.valueChanged.connect(self._show_step)
        self.strip.step_chosen.connect(self.slider.setValue)
        self.view.digit_picked.connect(self._on_picked)
        for part in (self.view, self.strip):
            self._exporter.offer(part, self.export)
        self.follow(self._session.model_changed, self._on_model_changed)
        self.follow(self._session.reply_changed, self._on_reply_changed)
        self.finished.connect(self._film.stop)

    def _on_model_changed(self) -> None:
        self._curve = None
        for card in (self.start, self.end):
            card.set_labels(self._session.label_names)
        self._take_drawing()
        self._ask()

    def _on_reply_changed(self) -> None:
        self._take_drawing()
        if "drawing" in (self.start.source, self.end.source):
            self._ask()

    def _take_drawing(self) -> None:
        reply = self._session.reply
        found = reply is not None and reply.answer.prepared.found
        answer = reply.answer if reply and found else None
        for card in (self.start, self.end):
            card.set_drawing(
                answer.prepared.image if answer else None, answer.label if answer else None
            )

    def _on_end_changed(self) -> None:
        self._curve = None
        self._ask()

    def _ask(self) -> None:
        model, start, end = self._session.model, self.start.end(), self.end.end()
        steps = int(self.steps.value())
        self.kinds.setEnabled(self._curve is None)
        if model is not None and self._curve is not None:
            job = partial(model.walk_along, *self._curve, steps)
        elif model is not None and start is not None and end is not None:
            job = partial(walk_between, model, start, end, self.kinds.value, steps)
        else:
            self.withdraw()
            self.show_result(None, tr(NOTHING_DRAWN))
            return
        if self.walk is None:
            self.show_result(None, tr(WALKING))
        self.write(job)

    def show_result(self, walk: Walk | None, message: str = "") -> None:
        self.walk = walk
        self.view.set_message(message)
        images = walk.samples.images if walk else None
        self.strip.set_frames(images, walk.read if walk else None, self._session.label_names)
        self.start.show_picture(None if images is None else images[0])
        self.end.show_picture(None if images is None else images[-1])
        for part in (self.play_button, self.slider):
            part.setEnabled(walk is not None)
        self.set_exportable(walk is not None)
        if images is None:
            self._film.end()
            self.view.set_sheet(None)
            self.caption.clear()
            return
        self.slider.setMaximum(len(images) - 1)
        self._show_step()

    def _show_step(self) -> None:
        walk, step = self.walk, self.slider.value()
        if walk is None:
            return
        self.view.set_sheet(walk.samples.images[step : step + 1])
        self.strip.set_current(step)
        text = tr("Step {step} of {steps}", step=step + 1, steps=len(walk.samples.images))
        if walk.read is not None and walk.probabilities is not None:
            name = self._session.label_names[walk.read[step]]
            text += " · " + tr(
                "read as {name}, {percent} %",
                name=name,
                percent=number(100 * walk.probabilities[step], ".0f"),
            )
        self.caption.setText(text)

    def _on_picked(self) -> None:
        if self.walk is not None:
            self.pick(self.walk.samples.images[self.slider.value()], tr("a step of the walk"))


def build_dialog(window: AppWindow) -> WalkDialog:
    """Return the walk between digits."""
    return WalkDialog(window, window.session, window.controller)
