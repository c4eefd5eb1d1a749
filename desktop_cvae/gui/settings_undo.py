"""Undo and redo of noise, label and preparation, on the drawing's undo stack."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from weakref import WeakKeyDictionary

from PySide6.QtCore import QElapsedTimer, QObject
from PySide6.QtGui import QUndoCommand

from desktop_cvae.core.language import tr
from desktop_cvae.gui.drawing import Ground
from desktop_cvae.gui.picture import Picture
from desktop_cvae.gui.session import Session
from desktop_cvae.gui.widgets.drawing_canvas import DrawingCanvas

MERGE_MS = 1000
"""Changes of one setting within this time are one undo step, as for a moving slider."""
NOISE, LABEL, PREPARATION = 1, 2, 3


class _Change(QUndoCommand):
    """One changed setting.

    Args:
        kind: ``NOISE``, ``LABEL`` or ``PREPARATION``.
        text: for "Undo …".
        old: value before.
        new: value after, which is set already.
        put: sets a value.
    """

    def __init__(
        self, kind: int, text: str, old: object, new: object, put: Callable[[Any], None]
    ) -> None:
        super().__init__(text)
        self._kind, self._old, self._new, self._put = kind, old, new, put
        self._is_set = True
        self._age = QElapsedTimer()
        self._age.start()

    def id(self) -> int:
        return self._kind

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Merge a change that follows at once."""
        if not isinstance(other, _Change) or self._age.elapsed() > MERGE_MS:
            return False
        self._new = other._new
        self._age.restart()
        return True

    def redo(self) -> None:
        if not self._is_set:
            self._put(self._new)
        self._is_set = True

    def undo(self) -> None:
        self._is_set = False
        self._put(self._old)


class SettingsUndo(QObject):
    """Puts the user's changes of settings onto the undo stack.

    Args:
        session: is watched, and changed by undo and redo.
        canvas: its drawing has the stack.
        parent: of this object.
    """

    def __init__(self, session: Session, canvas: DrawingCanvas, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._history = session, canvas.drawing.history
        self._stack = self._history.stack
        self._noise, self._label, self._model = session.noise, session.label, session.model
        self._preparation = session.preparation
        # The chosen preparation of each picture; an empty canvas has none.
        self._wishes: WeakKeyDictionary[Ground, str] = WeakKeyDictionary()
        self._ground: Ground | None = None
        session.noise_changed.connect(self._on_noise_changed)
        session.label_changed.connect(self._on_label_changed)
        session.model_changed.connect(self._on_model_changed)
        session.image_changed.connect(self._on_image_changed)
        session.preparation_changed.connect(self._on_preparation_changed)
        canvas.picture_undone.connect(self._on_picture_undone)
        canvas.picture_redone.connect(self._on_picture_redone)

    def _on_noise_changed(self) -> None:
        old, new = self._noise, self._session.noise
        self._noise = new
        # Denoising takes the noise away itself, and gives it back when its picture is undone.
        is_denoised = self._session.before is not None and new.level == 0
        if old != new and not is_denoised:
            self._stack.push(_Change(NOISE, tr("noise"), old, new, self._put_noise))

    def _on_label_changed(self) -> None:
        old, new = self._label, self._session.label
        self._label = new
        # Another model, and a number's digits, set the label by themselves.
        is_users = self._session.model is self._model and not self._session.number
        if old != new and is_users:
            self._stack.push(_Change(LABEL, tr("label"), old, new, self._put_label))

    def _on_image_changed(self) -> None:
        """Keep a preparation while its picture is drawn on, not for another picture."""
        last, self._ground = self._ground, self._history.ground
        if self._session.image is None:
            self._wishes.pop(self._ground, None)
            self._ground, self._preparation = None, ""
            return
        # A preparation that was chosen on an empty canvas holds for the first picture.
        unset = self._session.preparation if last is None else ""
        self._put_preparation(self._wishes.setdefault(self._ground, unset))

    def _on_preparation_changed(self) -> None:
        old, new = self._preparation, self._session.preparation
        self._preparation = new
        if self._ground is None or old == new:
            return
        self._wishes[self._ground] = new
        self._stack.push(_Change(PREPARATION, tr("preparation"), old, new, self._put_preparation))

    def _on_model_changed(self) -> None:
        self._model = self._session.model

    def _on_picture_undone(self, picture: Picture) -> None:
        """Restore the noise together with the picture that was denoised."""
        if picture.before is not None:
            self._put_noise(picture.before.noise)

    def _on_picture_redone(self, picture: Picture) -> None:
        if picture.before is not None:
            self._put_noise(replace(picture.before.noise, level=0.0))

    def _put_noise(self, noise: Any) -> None:
        self._noise = noise
        self._session.put_noise(noise)

    def _put_preparation(self, name: Any) -> None:
        self._preparation = name
        if self._ground is not None:
            self._wishes[self._ground] = name
        self._session.set_preparation(name)

    def _put_label(self, label: Any) -> None:
        self._label = label
        self._session.set_label(label)
