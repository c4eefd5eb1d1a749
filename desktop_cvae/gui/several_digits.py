"""The way into the mode for several digits, which is built when it is first wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal

from desktop_cvae.core.language import mark, tr
from desktop_cvae.core.results import FloatArray
from desktop_cvae.gui.drawing import MODEL_SIDE
from desktop_cvae.gui.session import NoticeAction, Picture, Session

if TYPE_CHECKING:
    from desktop_cvae.gui.controller import Controller
    from desktop_cvae.gui.exporting.export import Export
    from desktop_cvae.gui.numbers.numbers_mode import NumbersMode


PATIENCE_MS = 900
"""So long nothing is drawn before a number is offered to be read."""
OFFER = mark("Several digits: read them as a number?")
LEAST_GAP = 0.02
"""Between two digits, as a share of the sheet's height."""
LEAST_HEIGHT = 0.4
"""Of the tallest, for a digit: what is lower is a dot or a part of another one."""


def stand_side_by_side(image: FloatArray) -> bool:
    """True if a drawing falls apart into parts side by side that are about alike high.

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
    """Stands for the mode as long as nobody has asked for it: few ever do, and never at once.

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
        """The mode itself."""
        if self._mode is None:
            self._mode = self._build()
        return self._mode

    @property
    def is_active(self) -> bool:
        """True while its card is shown instead of the canvas."""
        return self._mode is not None and self._mode.is_active

    @property
    def has_digits(self) -> bool:
        """True if there is a number to copy."""
        return self._mode is not None and bool(self._mode.page.digits)

    def enter(self) -> None:
        """Read what is on the canvas as a number."""
        self.mode.enter()

    def leave(self) -> None:
        """Show the canvas again."""
        if self._mode is not None:
            self._mode.leave()

    def toggle(self) -> None:
        """Enter, or leave."""
        self.mode.toggle()

    def undo(self) -> None:
        """Take the last correction back."""
        if self._mode is not None:
            self._mode.page.undo()

    def export(self) -> Export | None:
        """The number as it can leave the window; None while none is shown."""
        return None if self._mode is None else self._mode.export()

    def copy_text(self) -> None:
        """Put the number on the clipboard."""
        if self._mode is not None:
            self._mode.copy_text()

    def _build(self) -> NumbersMode:
        # Imported when wanted: the window opens sooner without it.
        from desktop_cvae.gui.numbers.numbers_mode import NumbersMode

        # Whoever has asked for the mode himself does not want it again when he has left it.
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
        """Once for each drawing: who wants its digits one by one has been asked."""
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
