"""The state of exploring the latent space, shared by the tab and the large window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeVar

import numpy as np
from PySide6.QtCore import QObject, Signal

from desktop_cvae.core.language import tr
from desktop_cvae.core.latent_maps import LatentMap
from desktop_cvae.core.results import FloatArray, IntArray
from desktop_cvae.gui.controller import Controller
from desktop_cvae.gui.latent import latent_jobs
from desktop_cvae.gui.latent.latent_jobs import (
    Agreement,
    ByteArray,
    FocusedCode,
    Grid,
    Point,
    Selection,
)
from desktop_cvae.gui.picture import Picture
from desktop_cvae.gui.session import Session

T = TypeVar("T")


class LatentExplorer(QObject):
    """Plane, pinned point, selection and legend; asks the worker what belongs to them.

    Attributes:
        map: the digits on the chosen plane; None while there is no map.
        drawing: the drawing's posterior; None without a drawing.
        pinned: the pinned point of the plane.
        spot: the code that is looked at: of the pinned point, else of the drawing, else the mean
            of the label's prior.
        pointed: index in the map of the digit whose picture is pointed at, or None.
        selection: the digits that were picked out.
        hidden: labels that are not shown.
        highlighted: the label that stands out.
        agreement: how far digits of one label lie together; None until it is known.

    Signals:
        map_changed: another map, another plane, or none.
        legend_changed, drawing_changed, pinned_changed, spot_changed, selection_changed,
        pointed_changed, agreement_changed.
        digits_read: the digits' own pictures are there, or are known to be missing.
        label_changed: points are decoded under another label.
        point_decoded(Point, FloatArray): what the model writes at a point of the plane.
        manifold_decoded(QObject, Manifold): the same all over a part of the plane, for a view.
        training_requested: a model without labels is to be trained.
        walk_requested(Plane, FloatArray, label or None): a line of points (N, 2) is to be walked.
    """

    map_changed = Signal()
    legend_changed = Signal()
    drawing_changed = Signal()
    pinned_changed = Signal()
    spot_changed = Signal()
    selection_changed = Signal()
    pointed_changed = Signal()
    agreement_changed = Signal()
    label_changed = Signal()
    digits_read = Signal()
    training_requested = Signal()
    walk_requested = Signal(object, object, object)
    point_decoded = Signal(object, object)
    manifold_decoded = Signal(object, object)

    def __init__(
        self, session: Session, controller: Controller, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.session, self._controller = session, controller
        self.map: LatentMap | None = None
        self.drawing: FocusedCode | None = None
        self.pinned: Point | None = None
        self.spot: FocusedCode | None = None
        self.selection: Selection | None = None
        self.pointed: int | None = None
        self.hidden: frozenset[int] = frozenset()
        self.highlighted: int | None = None
        self.agreement: Agreement | None = None
        self._digits: ByteArray | None = None
        self._label: int | None = None
        self._slots: set[str] = set()
        self._watchers: set[str] = set()
        session.panel_changed.connect(lambda: self.watch("tab", session.panel == "latent"))
        session.model_changed.connect(self._on_model_changed)
        session.latent_map_changed.connect(self._on_map_changed)
        session.reply_changed.connect(self._on_reply_changed)
        session.label_changed.connect(self._on_reply_changed)

    @property
    def label(self) -> int | None:
        """Label under which points are decoded; None for a model without labels."""
        if not self.session.label_names:
            return None
        return self.session.reading_label or 0

    @property
    def has_pictures(self) -> bool:
        """True if the digits' own pictures are on this machine."""
        return self._digits is not None

    @property
    def digits(self) -> ByteArray | None:
        """All test digits, uint8, (M, 28, 28), once they are read; None without them."""
        return self._digits

    def name_of(self, label: int) -> str:
        names = self.session.label_names
        return names[label] if label < len(names) else str(label)

    def watch(self, watcher: str, is_watching: bool) -> None:
        """Note that a view is shown or hidden; while none is, no jobs are submitted."""
        was_watched = bool(self._watchers)
        (self._watchers.add if is_watching else self._watchers.discard)(watcher)
        if self._watchers and not was_watched:
            if self.session.latent_map is None:
                self._controller.find_map()
            self._inspect_drawing()

    def choose_plane(self, dimensions: tuple[int, int] | None) -> None:
        """Show two latent dimensions, counted from 0, or the principal directions with None."""
        whole = self.session.latent_map
        if whole is not None:
            self._cancel()
            self._set_map(whole if dimensions is None else whole.of_dimensions(*dimensions))

    def set_legend(self, hidden: frozenset[int], highlighted: int | None) -> None:
        if (hidden, highlighted) != (self.hidden, self.highlighted):
            self.hidden, self.highlighted = hidden, highlighted
            self.legend_changed.emit()

    def decode_point(self, point: Point) -> None:
        if (model := self.session.model) is not None and self.map is not None:
            points = np.array([point], np.float32)
            job = partial(model.decode_positions, self.map.plane, points, self.label)
            self.submit("place", job, lambda images: self.point_decoded.emit(point, images[0]))

    def decode_manifold(self, view: QObject, grid: Grid) -> None:
        """Ask for the pictures of a part of the plane, in one call."""
        if (model := self.session.model) is not None and self.map is not None:
            job = partial(latent_jobs.decode_manifold, model, self.map.plane, grid, self.label)
            shown = partial(self.manifold_decoded.emit, view)
            self.submit(f"manifold {id(view)}", job, shown, can_wait=True)

    def pin(self, point: Point | None) -> None:
        if point != self.pinned:
            self.pinned = point
            self.pinned_changed.emit()
            self._inspect()

    def select(self, indices: IntArray) -> None:
        """Pick digits out by their indices in the map; none of them ends the selection."""
        model, latent_map = self.session.model, self.map
        if model is None or latent_map is None or not len(indices):
            self._slots.discard("selection")
            self._controller.runner.cancel("latent selection")
            self._set_selection(None)
        else:
            job = partial(latent_jobs.select, model, latent_map, self._digits, indices)
            self.submit("selection", job, self._set_selection)

    def point_at(self, index: int | None) -> None:
        if index != self.pointed:
            self.pointed = index
            self.pointed_changed.emit()

    def walk(self, line: Sequence[Point]) -> None:
        """Walk along a line on the plane, if it is one."""
        if self.map is not None and len(set(line)) > 1:
            self.walk_requested.emit(self.map.plane, np.array(line, np.float32), self.label)

    def use(self, image: FloatArray, name: str) -> None:
        self.session.picture_opened.emit(Picture(image, name))

    def submit(
        self,
        slot: str,
        job: Callable[[], T],
        on_done: Callable[[T], object],
        *,
        can_wait: bool = False,
        status: str = "",
    ) -> None:
        """Submit a job to the worker; it is cancelled with the model or plane in use."""
        self._slots.add(slot)
        runner, tell = self._controller.runner, self._controller.tell
        runner.submit(f"latent {slot}", job, on_done, tell, can_wait=can_wait, status=status)

    def open_model(self, name: str) -> None:
        self._controller.load_model(name)

    def _cancel(self) -> None:
        for slot in self._slots:
            self._controller.runner.cancel(f"latent {slot}")
        self._slots.clear()

    def _on_model_changed(self) -> None:
        self._cancel()
        self._digits = None
        self.set_legend(frozenset(), None)
        if self._watchers:
            self._controller.find_map()

    def _on_map_changed(self) -> None:
        self._cancel()
        self._set_map(self.session.latent_map)

    def _set_map(self, latent_map: LatentMap | None) -> None:
        self.map = latent_map
        self.pinned = self.drawing = self.spot = self.selection = self.agreement = None
        self.pointed = None
        self._label = self.label
        self.map_changed.emit()
        for signal in (self.pinned_changed, self.drawing_changed, self.selection_changed):
            signal.emit()
        self.spot_changed.emit()
        if latent_map is None:
            return
        measure = partial(latent_jobs.neighbour_agreement, latent_map)
        self.submit("agreement", measure, self._set_agreement, status=tr("Measuring the map"))
        read = partial(latent_jobs.read_digits, self._controller.source, latent_map)
        self.submit("digits", read, self._on_digits_read, status=tr("Reading the test digits"))

    def _on_digits_read(self, digits: ByteArray | None) -> None:
        self._digits = digits
        self.digits_read.emit()
        self._inspect_drawing()
        self._inspect()

    def _on_reply_changed(self) -> None:
        if self.label != self._label:
            self._label = self.label
            self.label_changed.emit()
            if self.pinned is not None:
                self._inspect()
        self._inspect_drawing()

    def _inspect_drawing(self) -> None:
        session, latent_map = self.session, self.map
        if latent_map is None or session.model is None or not self._watchers:
            return
        reply = session.reply
        if reply is None or reply.answer.style is None:
            self._controller.runner.cancel("latent drawing")
            self._set_drawing(None)
            return
        # The code under the label by which it is read or was chosen.
        label = reply.answer.label if session.label_names else None
        noisy = reply.answer.noisy
        job = partial(
            latent_jobs.inspect_drawing, session.model, latent_map, self._digits, noisy, label
        )
        self.submit("drawing", job, self._set_drawing)

    def _set_drawing(self, drawing: FocusedCode | None) -> None:
        if drawing is not self.drawing or drawing is None:
            self.drawing = drawing
            self.drawing_changed.emit()
            if self.pinned is None:
                self._inspect()

    def _inspect(self) -> None:
        """Ask for the code in focus."""
        model, latent_map = self.session.model, self.map
        if model is None or latent_map is None:
            return
        if self.pinned is None and self.drawing is not None:
            self._controller.runner.cancel("latent spot")
            self._set_spot(self.drawing)
            return
        job = partial(latent_jobs.inspect_mean, model, latent_map, self._digits, self.label)
        if self.pinned is not None:
            job = partial(
                latent_jobs.inspect_point, model, latent_map, self._digits, self.pinned, self.label
            )
        self.submit("spot", job, self._set_spot)

    def _set_spot(self, spot: FocusedCode) -> None:
        self.spot = spot
        self.spot_changed.emit()

    def _set_selection(self, selection: Selection | None) -> None:
        if selection is not self.selection:
            self.selection = selection
            self.selection_changed.emit()

    def _set_agreement(self, agreement: Agreement) -> None:
        self.agreement = agreement
        self.agreement_changed.emit()
