"""The mode for several digits: enters and leaves it, and has the digits read.

Tested in tests/gui/numbers/test_numbers.py.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np
from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QGuiApplication

from desktop_cvae.core.language import mark, tr, tr_n
from desktop_cvae.core.results import Box, FloatArray, PreparedDigit
from desktop_cvae.gui.controller import Controller
from desktop_cvae.gui.exporting.export import Export
from desktop_cvae.gui.exporting.number_export import number_export
from desktop_cvae.gui.numbers.number_page import NO_LABELS, NumberAnswer, NumberPage, read_number
from desktop_cvae.gui.numbers.number_views import PagePicture
from desktop_cvae.gui.numbers.numbers_card import NumbersCard
from desktop_cvae.gui.picture import Picture
from desktop_cvae.gui.session import Session
from desktop_cvae.gui.widgets.card import Column

SLOT = "number"
WIDTH = 360
ROOM = (0.15, 0.3)
"""Paper beside, and above and below, a number that is cut out, over its height."""
SAVED = QSize(1600, 1600)
"""Room for a saved picture, in pixels."""
SMALL_SIDE = 64
"""Longest side, in pixels, of opened pictures that hold one digit, such as MNIST's."""
NOTHING_TO_READ = mark("Open a picture of a number, or draw one, to read its digits one by one.")


class NumbersMode(QObject):
    """Mediates between the session, the page and its card.

    An opened picture is read in the background; if it holds a number, the card is shown. Any other
    change of the canvas is read again, and the canvas returns if it holds no number.

    Signals:
        entered: the card is to be shown.
        left: the canvas is to be shown.
    """

    entered = Signal()
    left = Signal()

    def __init__(
        self, session: Session, controller: Controller, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._controller = session, controller
        self.page = NumberPage(self)
        self.card = NumbersCard(session, self.page)
        self.view = Column(WIDTH)
        self.view.box.addWidget(self.card)
        self.is_active = False
        self._whole: FloatArray | None = None
        self._prepared: PreparedDigit | None = None
        self._opened: FloatArray | None = None
        session.picture_opened.connect(self.look_through)
        session.image_changed.connect(self._on_image_changed)
        session.model_changed.connect(self._on_model_changed)
        session.false_rejection_rate_changed.connect(self._read_anew)
        self.page.current_changed.connect(self._inspect)
        self.page.corrected.connect(self._on_corrected)
        self.page.answer_changed.connect(self._publish_text)
        self.card.rules.rule_chosen.connect(self._read_anew)
        for part in (self.card.picture, self.card.text):
            controller.exporter.offer(part, self.export, drags=part is self.card.picture)
        self.card.copying_requested.connect(self.copy_text)
        self.card.leaving_requested.connect(self.leave)
        self.card.number_picked.connect(self._read_alone)

    def toggle(self) -> None:
        """Enter or leave the mode."""
        if self.is_active:
            self.leave()
        else:
            self.enter()

    def enter(self) -> None:
        """Read the canvas as a number, or say why that is impossible."""
        session = self._session
        if session.image is None:
            session.raise_notice(tr(NOTHING_TO_READ), is_warning=False)
        elif session.model is None or not session.model.has_labels:
            session.raise_notice(tr(NO_LABELS), is_warning=False)
        else:
            self._show(session.image)
            self._read(session.image, self._on_read)

    def leave(self) -> None:
        """Show the canvas again, as it was before."""
        if self.is_active:
            whole, prepared = self._whole, self._prepared
            self._end()
            self._session.set_image(whole, prepared)

    def look_through(self, picture: Picture) -> None:
        """Read an opened picture, and show the card if it holds a number."""
        self._opened = picture.image if max(picture.image.shape) > SMALL_SIDE else None
        if self._opened is not None and not self.is_active:
            self._read(self._opened, self._on_canvas_read)

    def export(self) -> Export | None:
        """Return the number for export; None while none is shown."""
        if not self.is_active:
            return None
        # A widget of its own: the card's picture is only as large as the window allows.
        picture = PagePicture(self.page)
        picture.set_picture(self._whole)
        picture.fit(SAVED)
        image = picture.grab().toImage()
        picture.deleteLater()
        return number_export(self.page, image)

    def copy_text(self) -> None:
        if self.is_active and self.page.digits:
            QGuiApplication.clipboard().setText(self.page.text)
            done = tr_n(
                "{n} digit is on the clipboard.",
                "{n} digits are on the clipboard.",
                len(self.page.digits),
            )
            self._session.raise_notice(done, is_warning=False)

    def _show(self, image: FloatArray) -> None:
        reply = self._session.reply
        is_answered = reply is not None and reply.question.image is image
        # Saves preparing it again when the canvas returns.
        self._prepared = reply.answer.prepared if reply and is_answered else None
        self._whole = image
        if not self.is_active:
            self.is_active = True
            self.entered.emit()
        self.page.set_answer(None, ())
        self.card.show_picture(image)

    def _end(self) -> None:
        self.is_active, self._whole = False, None
        self._controller.runner.cancel(SLOT)
        self.page.set_answer(None, ())
        self._session.set_label(None)
        self.left.emit()

    def _read(self, image: FloatArray, on_done: Callable[[NumberAnswer], None]) -> None:
        model = self._session.model
        if model is not None and model.has_labels:
            rule, false_rejection_rate = self.card.rules.rule, self._session.false_rejection_rate
            job = partial(read_number, model, image, rule, false_rejection_rate)
            self._controller.runner.cancel(SLOT)
            self._controller.runner.submit(
                SLOT, job, on_done, self._on_failed, status=tr("Reading the numbers")
            )

    def _on_read(self, answer: NumberAnswer) -> None:
        if self.is_active and answer.picture is self._whole:
            last = self.page.current
            self.page.set_answer(answer, self._session.label_names)
            is_there = last is not None and last < len(self.page.digits)
            self.page.go_to(last if last is not None and is_there else self._first_unsure())

    def _on_canvas_read(self, answer: NumberAnswer) -> None:
        """Show the card if the picture is a number, else the canvas."""
        if answer.is_number and answer.picture is self._canvas_image():
            self._show(answer.picture)
            self._on_read(answer)
        elif self.is_active:
            self.leave()

    def _read_alone(self, box: Box) -> None:
        """Cut one of several numbers out of the picture, and read it."""
        if self._whole is None:
            return
        beside, above = (round(share * box.height) for share in ROOM)
        around = Box(
            box.x - beside, box.y - above, box.width + 2 * beside, box.height + 2 * above
        ).within(self._whole.shape[1], self._whole.shape[0])
        self._session.set_image(np.ascontiguousarray(self._whole[around.window]))

    def _canvas_image(self) -> FloatArray | None:
        return self._whole if self.is_active else self._session.image

    def _on_failed(self, error: Exception) -> None:
        self._controller.tell(error)
        self.leave()

    def _on_image_changed(self) -> None:
        """Read the canvas again if its content changed; inspecting a digit is no change."""
        session = self._session
        if not self.is_active and session.image is not self._opened:
            # What is read in the background is no longer there, and the pen's answers wait for it.
            self._controller.runner.cancel(SLOT)
        if not self.is_active or session.prepared is not None or session.image is self._whole:
            return
        if session.image is None:
            self._end()
        else:
            self._whole, self._prepared = session.image, None
            self._read(session.image, self._on_canvas_read)

    def _on_model_changed(self) -> None:
        model = self._session.model
        if model is None:
            return
        if self.is_active and not model.has_labels:
            self.leave()
        elif self.is_active and self._whole is not None:
            self._read(self._whole, self._on_read)
        elif self._opened is not None and self._opened is self._session.image:
            self._read(self._opened, self._on_canvas_read)

    def _read_anew(self) -> None:
        if self.is_active and self._whole is not None:
            self._read(self._whole, self._on_read)

    def _first_unsure(self) -> int:
        """Return the index of the first unsure digit, else 0."""
        indexes = range(len(self.page.digits))
        return next((index for index in indexes if self.page.is_unsure(index)), 0)

    def _inspect(self) -> None:
        """Show the current digit as a drawing is shown: explanations, reconstruction."""
        if self.page.current is None:
            return
        digit = self.page.digits[self.page.current]
        self._session.set_image(digit.prepared.image, digit.prepared, digit.recognition)
        self._condition()

    def _condition(self) -> None:
        """Condition the model on the digit's label if that is not the most likely one."""
        index = self.page.current
        if index is not None:
            label = self.page.label_of(index)
            evident = self.page.digits[index].recognition.label
            self._session.set_label(None if label == evident else label)

    def _on_corrected(self) -> None:
        self._condition()
        self._publish_text()

    def _publish_text(self) -> None:
        self._session.set_number(self.page.text)
