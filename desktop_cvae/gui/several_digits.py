"""The entrance to the mode for several digits, which is built when first needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal

from desktop_cvae.core.language import mark, tr
from desktop_cvae.core.results import FloatArray
from desktop_cvae.gui.drawing import MODEL_SIDE
from desktop_cvae.gui.picture import Picture
from desktop_cvae.gui.session import NoticeAction, Session

if TYPE_CHECKING:
    from desktop_cvae.gui.controller import Controller
    from desktop_cvae.gui.exporting.export import Export
    from desktop_cvae.gui.numbers.numbers_mode import NumbersMode


PATIENCE_MS = 900
"""Pause in drawing after which reading a number is offered."""
OFFER = mark("Several digits: read them as a number?")
LEAST_GAP = 0.02
"""Smallest gap between two digits, as a fraction of the canvas height."""
LEAST_HEIGHT = 0.4
"""Smallest height of a digit, as a fraction of the tallest; anything lower is a dot or a part."""


def stand_side_by_side(image: FloatArray) -> bool:
    """Return True if a drawing has several parts of similar height side by side.

    Args:
        image: float32, (H, W), in [0, 1], ink 1 on 0.
    """
    ink = image > 0.5
    filled = np.flatnonzero(ink.any(axis=0))
    if not len(filled):
        return False
    breaks = np.flatnonzero(np.diff(filled) > LEAST_GAP * len(ink)) + 1
    parts = np.split(filled, breaks)
    heights = [np.ptp(np.flatnonzero(ink[:, part[0] : part[-1] + 1].any(axis=1))) for part in parts]
    return bool(sum(height >= LEAST_HEIGHT * max(heights) for height in heights) > 1)


class SeveralDigits(QObject):
    """Builds the mode for several digits when it is first needed.

    An opened picture may hold a number. It is looked through when its first digit is answered,
    so that building the mode delays no answer.

    Args:
        session: pictures and answers; is handed on.
        controller: is handed on.

    Signals:
        built(NumbersMode): its view is to be given its place.
        entered, left: of the mode.
        answer_changed: of its page.
    """

    built = Signal(object)
    entered = Signal()
    left = Signal()
    answer_changed = Signal()

    def __init__(
        self, session: Session, controller: Controller, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._controller = session, controller
        self._mode: NumbersMode | None = None
        self._opened: Picture | None = None
        self._has_offered = False
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._offer)
        session.image_changed.connect(self._on_image_changed)
        session.picture_opened.connect(self._on_picture_opened)
        session.reply_changed.connect(self._on_reply_changed)

    @property
    def mode(self) -> NumbersMode:
        if self._mode is None:
            self._mode = self._build()
        return self._mode

    @property
    def is_active(self) -> bool:
        return self._mode is not None and self._mode.is_active

    @property
    def has_digits(self) -> bool:
        return self._mode is not None and bool(self._mode.page.digits)

    @property
    def rule(self) -> str:
        """The chosen rule in its written form, such as ``"length:10"``, or ""."""
        return "" if self._mode is None else self._mode.card.rules.rule

    def enter(self) -> None:
        self.mode.enter()

    def leave(self) -> None:
        if self._mode is not None:
            self._mode.leave()

    def toggle(self) -> None:
        self.mode.toggle()

    def undo(self) -> None:
        if self._mode is not None:
            self._mode.page.undo()

    def export(self) -> Export | None:
        return None if self._mode is None else self._mode.export()

    def copy_text(self) -> None:
        if self._mode is not None:
            self._mode.copy_text()

    def _build(self) -> NumbersMode:
        # Imported when wanted: the window opens sooner without it.
        from desktop_cvae.gui.numbers.numbers_mode import NumbersMode

        # A user who entered the mode by hand does not want it again after leaving it.
        self._opened = None
        mode = NumbersMode(self._session, self._controller, self)
        mode.entered.connect(self.entered)
        mode.left.connect(self.left)
        mode.page.answer_changed.connect(self.answer_changed)
        self._session.picture_opened.disconnect(self._on_picture_opened)
        self._session.reply_changed.disconnect(self._on_reply_changed)
        self.built.emit(mode)
        return mode

    def _on_image_changed(self) -> None:
        """Start waiting for a pause; the offer is made once for each drawing."""
        image = self._session.image
        if image is None:
            self._has_offered = False
            self._patience.stop()
        elif not self._has_offered and not self.is_active and len(image) == MODEL_SIDE:
            self._patience.start()

    def _offer(self) -> None:
        session = self._session
        if session.image is None or self.is_active or not session.label_names:
            return
        if stand_side_by_side(session.image):
            self._has_offered = True
            tip = tr("Find the digits and read each of them (N)")
            action = NoticeAction(tr("Read the number"), self.enter, tip)
            session.raise_notice(tr(OFFER), is_warning=False, actions=(action,))

    def _on_picture_opened(self, picture: Picture) -> None:
        self._opened = picture

    def _on_reply_changed(self) -> None:
        if self._opened is not None and self._session.reply is not None:
            # The answer is painted first.
            QTimer.singleShot(0, self, self._look_through)

    def _look_through(self) -> None:
        opened, self._opened = self._opened, None
        if opened is not None:
            self.mode.look_through(opened)
