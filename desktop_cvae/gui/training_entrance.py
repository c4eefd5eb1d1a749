"""The way into the training studio, which is built when it is first wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QPushButton, QWidget

if TYPE_CHECKING:
    from desktop_cvae.gui.controller import Controller
    from desktop_cvae.gui.session import Session
    from desktop_cvae.gui.training.studio import TrainingStudio
    from desktop_cvae.library.run_library import RunEntry

LOOK_MS = 1000
"""The window is seen and answers first; then it looks for a training that broke off."""


class TrainingEntrance(QObject):
    """Stands for the studio until then; see :class:`TrainingStudio` for the arguments.

    Signals:
        built(TrainingStudio): its own signals can be connected.
    """

    built = Signal(object)

    def __init__(
        self, window: QWidget, session: Session, controller: Controller, chip: QPushButton
    ) -> None:
        super().__init__(window)
        self._window, self._session = window, session
        self._controller, self._chip = controller, chip
        self._studio: TrainingStudio | None = None
        QTimer.singleShot(LOOK_MS, self, self._look)

    @property
    def studio(self) -> TrainingStudio:
        """The studio itself."""
        if self._studio is None:
            # Imported when wanted: the window opens sooner without it.
            from desktop_cvae.gui.training.studio import TrainingStudio

            self._studio = TrainingStudio(self._window, self._session, self._controller, self._chip)
            self.built.emit(self._studio)
        return self._studio

    def open(self) -> None:
        """Show the training dialog."""
        self.studio.open()

    def resume(self, run: RunEntry) -> None:
        """Take a run up from its last checkpoint."""
        self.studio.resume(run)

    def may_close(self) -> bool:
        """True if nothing is being trained; else the user is asked, and False."""
        return self._studio is None or self._studio.may_close()

    def shut_down(self) -> None:
        """End what runs, without a question."""
        if self._studio is not None:
            self._studio.shut_down()

    def _look(self) -> None:
        self.studio.outcome.look_for_interrupted()
