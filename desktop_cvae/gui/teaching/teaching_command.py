"""Teaching in the background: the command ``teach``, its dialog, and what becomes of its model.

The model in use is only read: going back to it means choosing it again and deleting the taught
copy.

Tested in tests/gui/teaching/test_teaching_dialog.py.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QWidget

from desktop_cvae.core.atomic_files import write_atomically
from desktop_cvae.core.command_events import Advised, Event, Finishing, Saved
from desktop_cvae.core.errors import InputOutputError
from desktop_cvae.core.language import tr
from desktop_cvae.core.paths import models_dir
from desktop_cvae.gui.background_command import (
    BackgroundCommand,
    ClosingChoice,
    ClosingQuestion,
)
from desktop_cvae.gui.controller import Controller
from desktop_cvae.gui.session import NoticeAction, Session
from desktop_cvae.gui.teaching.teaching_status import DONE, RUNNING, TeachingStatus
from desktop_cvae.gui.training.training_request import numbered_name
from desktop_cvae.workers.command_process import TRAINING

if TYPE_CHECKING:
    from desktop_cvae.gui.model_source import ModelSource
    from desktop_cvae.gui.teaching.teaching_dialog import TeachingDialog


class TeachingCommand(BackgroundCommand):
    """Teaches, and lets the user take the result or go back.

    Args:
        window: the dialog's parent.
        session: the model in use, notices.
        controller: has the worker, loads models.
        program: how the program is started; None for this very program.
    """

    def __init__(
        self,
        window: QWidget,
        session: Session,
        controller: Controller,
        program: Sequence[str] | None = None,
    ) -> None:
        super().__init__(window, session, TRAINING, program)
        self._controller = controller
        self.status = TeachingStatus()

    @property
    def dialog(self) -> TeachingDialog:
        return cast("TeachingDialog", super().dialog)

    def build_dialog(self) -> TeachingDialog:
        """Return a new dialog that shows the examples and this teaching."""
        from desktop_cvae.gui.teaching.teaching_dialog import TeachingDialog

        dialog = TeachingDialog(self._window, self._session, self._controller)
        dialog.teach.clicked.connect(self.start)
        dialog.cancel.clicked.connect(self.cancel)
        dialog.use.clicked.connect(self.use)
        dialog.undo.clicked.connect(self.undo)
        dialog.show_status(self.status)
        return dialog

    def start(self) -> None:
        """Teach a copy of the model in use all examples in the archive."""
        model = self._session.model
        if model is None or not self.can_start():
            return
        taken = {entry.name for entry in self._session.models}
        output = models_dir() / f"{numbered_name(f'{model.name}-taught', taken)}.cvae"
        self._set_status(TeachingStatus(RUNNING, str(model.entry.path), model.name, output))
        parent = str(model.entry.path)
        self.process.start(["teach", parent, "--archive", "--output", str(output)])

    def cancel(self) -> None:
        """End the teaching; nothing is written."""
        self.process.stop("cancel")
        self._set_status(TeachingStatus())

    def use(self) -> None:
        """Let the taught model answer."""
        self._controller.load_model(str(self.status.output))

    def undo(self) -> None:
        """Load the old model again and delete the taught copy."""
        status, source = self.status, self._controller.source
        self._controller.load_model(status.parent)
        job = partial(take_away, source, status.output)
        done = partial(self._on_taken_away, status)
        self._controller.runner.submit("teaching undone", job, done, self._controller.tell)
        self._set_status(TeachingStatus())

    def refresh_examples(self) -> None:
        """Tell an open dialog that the archive holds other examples."""
        if self._dialog is not None:
            self.dialog.examples.read()

    def closing_question(self) -> ClosingQuestion | None:
        if self.status.phase != RUNNING:
            return None
        return ClosingQuestion(
            "teaching_question",
            tr("Teaching is still running"),
            tr("A copy of “{name}” is still being taught.", name=self.status.parent_name),
            tr("Continue teaching"),
            (ClosingChoice(tr("Stop teaching and close"), "answer_end", self.cancel),),
        )

    def on_event(self, event: Event) -> None:
        status = self.status
        # A cancelled process may still send what it had begun to say.
        if status.phase != RUNNING:
            return
        if isinstance(event, Finishing):
            self._set_status(replace(status, part=event.part, done=event.done, total=event.total))
        elif isinstance(event, Advised):
            self._set_status(replace(status, notes=(*status.notes, event.sentence)))
        elif isinstance(event, Saved):
            self._set_status(replace(status, phase=DONE, metrics=event.metrics))
            self._controller.list_models()
            if not self.is_shown:
                self._offer()

    def on_finished(self, sentence: str, details: str) -> None:
        """Go back to the examples, with the reason if there is one."""
        if sentence or self.status.phase == RUNNING:
            self._set_status(TeachingStatus(problem=sentence))

    def on_failed(self, sentence: str, details: str) -> None:
        """Tell why, unless the dialog shows it."""
        if not self.is_shown:
            super().on_failed(sentence, details)

    def _set_status(self, status: TeachingStatus) -> None:
        self.status = status
        if self._dialog is not None:
            self.dialog.show_status(status)
        self.changed.emit()

    def _offer(self) -> None:
        show = NoticeAction(
            tr("Show"), self.open, tr("Show what the model learned and what it forgot")
        )
        use = NoticeAction(tr("Use it"), self.use, tr("Use the taught model in the main window"))
        sentence = tr("The taught model “{name}” is ready.", name=self.status.name)
        self._session.raise_notice(sentence, is_warning=False, actions=(show, use))

    def _on_taken_away(self, status: TeachingStatus, data: bytes) -> None:
        self._controller.list_models()
        again = NoticeAction(
            tr("Restore it"),
            partial(self._bring_back, status, data),
            tr("Put the taught model back into the library"),
        )
        sentence = tr(
            "“{old}” answers again; the taught copy “{new}” is deleted.",
            old=status.parent_name,
            new=status.name,
        )
        self._session.raise_notice(sentence, is_warning=False, actions=(again,))

    def _bring_back(self, status: TeachingStatus, data: bytes) -> None:
        def done(_: object) -> None:
            self._controller.list_models()
            self._set_status(status)

        job = partial(write_atomically, status.output, data)
        self._controller.runner.submit("teaching undone", job, done, self._controller.tell)


def take_away(source: ModelSource, path: Path) -> bytes:
    """Delete a model of the library, and return the content of its file.

    Raises:
        UsageError: there is no such model.
        InputOutputError: the file cannot be read or removed.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputOutputError(
            tr("“{name}” could not be read.", name=path.name), str(error)
        ) from error
    source.remove(path.stem)
    return data
