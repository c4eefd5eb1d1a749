"""A sweep in the background: the command ``sweep`` and its dialog.

Tested in tests/gui/comparison/test_sweep_dialog.py.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QWidget

from desktop_cvae.core.command_events import Event
from desktop_cvae.core.language import tr
from desktop_cvae.gui.background_command import (
    BackgroundCommand,
    ClosingChoice,
    ClosingQuestion,
)
from desktop_cvae.gui.controller import Controller
from desktop_cvae.gui.session import Session
from desktop_cvae.workers.command_process import SWEEP

if TYPE_CHECKING:
    from desktop_cvae.gui.comparison.sweep_dialog import SweepDialog
    from desktop_cvae.library.model_library import ModelEntry


class SweepCommand(BackgroundCommand):
    """Starts and stops a sweep, one at a time; its state is on disk.

    Args:
        window: the dialog's parent.
        session: notices.
        controller: has the worker and the exporter, takes models into the library.
        folder: returns where to look for files.
        program: how the program is started; None for this very program.
    """

    def __init__(
        self,
        window: QWidget,
        session: Session,
        controller: Controller,
        folder: Callable[[], str],
        program: Sequence[str] | None = None,
    ) -> None:
        super().__init__(window, session, SWEEP, program)
        self._controller, self._folder = controller, folder
        self.file: Path | None = None
        self._installed: dict[Path, str] = {}
        """Models that were taken into the library, and their names there."""
        session.model_changed.connect(self._show_model_in_use)

    @property
    def dialog(self) -> SweepDialog:
        return cast("SweepDialog", super().dialog)

    def build_dialog(self) -> SweepDialog:
        from desktop_cvae.gui.comparison.sweep_dialog import SweepDialog

        controller, exporter = self._controller, self._controller.exporter
        dialog = SweepDialog(self._window, controller.runner, self._folder())
        dialog.install_requested.connect(self.install)
        dialog.start_requested.connect(self.start)
        dialog.stop.clicked.connect(self.stop)
        exporter.offer(dialog.plot, dialog.export)
        exporter.offer(dialog.table, dialog.table.export)
        self._show_process(dialog)
        dialog.show_model_in_use(self._model_in_use())
        return dialog

    def install(self, path: Path) -> None:
        """Take a training's model into the library and into use."""

        def remember(entry: ModelEntry) -> None:
            self._installed[path] = entry.name

        self._controller.add_model(path, remember)

    def start(self, file: Path) -> None:
        """Begin a file's sweep, or continue it."""
        if self.can_start():
            self.file = file
            self.process.start(["sweep", str(file)])
            self._tell()

    def stop(self) -> None:
        """End it so that it can continue later."""
        self.process.stop()
        self._tell()

    def closing_question(self) -> ClosingQuestion | None:
        if not self.process.is_running or self.file is None:
            return None
        return ClosingQuestion(
            "sweep_question",
            tr("A sweep is still running"),
            tr("“{name}” is still training its models.", name=self.file.stem),
            tr("Continue the sweep"),
            (ClosingChoice(tr("Quit, resume later"), "answer_end", self.stop, False),),
            tr(
                "If you quit now, every training saves a checkpoint and ends. “Continue” in the "
                "sweeps resumes them."
            ),
        )

    def on_event(self, event: Event) -> None:
        """Show the state on disk, which a training has changed."""
        self._tell()

    def on_finished(self, sentence: str, details: str) -> None:
        """Allow another sweep to be started."""
        self.file = None
        self._tell()

    def _model_in_use(self) -> Path | None:
        """Return the file of the sweep's model that is in use; None if it is another one."""
        model = self._session.model
        named = (path for path, name in self._installed.items() if model and name == model.name)
        return next(named, None)

    def _show_model_in_use(self) -> None:
        if self._dialog is not None:
            self.dialog.show_model_in_use(self._model_in_use())

    def _tell(self) -> None:
        if self._dialog is not None:
            self._show_process(self.dialog)
        self.changed.emit()

    def _show_process(self, dialog: SweepDialog) -> None:
        process = self.process
        stopping = self.file if process.is_running and process.is_stopped else None
        dialog.show_process(is_running=process.is_running, stopping=stopping)
