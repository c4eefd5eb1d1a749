"""One teaching at a time: the process, where it stands, and what becomes of its model.

It goes on when the dialog is closed, and a notice tells of its end. The model in use is only
read: going back to it is choosing it again and taking the taught copy away.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from desktop_cvae.core.language import mark, tr
from desktop_cvae.core.paths import VIEWER, is_viewer, models_dir
from desktop_cvae.gui.controller import Controller
from desktop_cvae.gui.session import NoticeAction, Session
from desktop_cvae.gui.training.training_request import numbered_name
from desktop_cvae.workers.processes import TrainingProcess
from desktop_cvae.workers.training_events import Advised, Finishing, Saved

if TYPE_CHECKING:
    from desktop_cvae.gui.model_source import ModelSource
    from desktop_cvae.gui.teaching.teaching_dialog import TeachingDialog

PARTS = {
    "asking": mark("Looking for the digits that it finds hard"),
    "learning": mark("Learning"),
    "writing": mark("Learning to write the new labels"),
    "fitting": mark("Fitting the prior"),
    "guarding": mark("Looking what was forgotten"),
    "calibrating": mark("Calibrating"),
    "measuring": mark("Measuring on MNIST’s test digits"),
    "saving": mark("Saving"),
}
RUNNING, DONE = "running", "done"


@dataclass(frozen=True)
class TeachingStatus:
    """Where a teaching stands.

    Attributes:
        phase: "" before and after, ``RUNNING``, or ``DONE``: a taught model is there.
        parent: the file of the model that is taught.
        parent_name: what that is called.
        output: the taught model's file.
        part: what is being done, a key of ``PARTS``.
        done: steps of it.
        total: of them.
        metrics: before and after.
        notes: what to know of the result.
        problem: why the last one failed.
    """

    phase: str = ""
    parent: str = ""
    parent_name: str = ""
    output: Path = field(default_factory=Path)
    part: str = ""
    done: int = 0
    total: int = 0
    metrics: dict[str, float] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    problem: str = ""

    @property
    def name(self) -> str:
        """What the taught model is called."""
        return self.output.stem


class TeachingRoom(QObject):
    """Teaches, and lets the user take the result or go back.

    Args:
        window: the dialog's parent.
        session: the model in use, notices.
        controller: has the worker, takes models into use.
        command: how the program is started; None for this very program.

    Signals:
        changed: the status is another.
        examples_changed: the archive holds other examples.
    """

    changed = Signal()
    examples_changed = Signal()

    def __init__(
        self,
        window: QWidget,
        session: Session,
        controller: Controller,
        command: Sequence[str] | None = None,
    ) -> None:
        super().__init__(window)
        self._window, self._session, self._controller = window, session, controller
        self.status = TeachingStatus()
        self.process = TrainingProcess(command, self)
        self._dialog: TeachingDialog | None = None
        self._question: QMessageBox | None = None
        self.process.event_received.connect(self._on_event)
        self.process.failed.connect(self._on_failed)
        self.process.finished.connect(self._on_finished)

    def open(self) -> None:
        """Show the dialog in front."""
        from desktop_cvae.gui.teaching.teaching_dialog import TeachingDialog

        if self._dialog is None:
            self._dialog = TeachingDialog(self._window, self._session, self._controller, self)
            self._dialog.destroyed.connect(self._on_dialog_gone)
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()

    def start(self) -> None:
        """Teach a copy of the model in use everything that the archive holds."""
        model = self._session.model
        if model is None or self.process.is_running:
            return
        if is_viewer():
            self._session.raise_notice(VIEWER)
            return
        taken = {entry.name for entry in self._session.models}
        output = models_dir() / f"{numbered_name(f'{model.name}-taught', taken)}.cvae"
        self._tell(TeachingStatus(RUNNING, str(model.entry.path), model.name, output))
        words = ["teach", str(model.entry.path), "--archive", "--output", str(output)]
        self.process.start([*words, "--events", "jsonl"])

    def cancel(self) -> None:
        """End it; nothing is written."""
        self.process.cancel()
        self._tell(TeachingStatus())

    def use(self) -> None:
        """Take the taught model into use."""
        self._controller.load_model(str(self.status.output))

    def undo(self) -> None:
        """Take the old model into use again, and the taught copy away."""
        status, source = self.status, self._controller.source
        self._controller.load_model(status.parent)
        job = partial(take_away, source, status.output)
        done = partial(self._on_taken_away, status)
        self._controller.runner.submit("teaching undone", job, done, self._controller.tell)
        self._tell(TeachingStatus())

    def may_close(self) -> bool:
        """True if nothing is being taught; else the user is asked, and False."""
        if self.status.phase != RUNNING:
            return True
        if self._question is None:
            self._question = QMessageBox(self._window)
            self._question.setObjectName("teaching_question")
            self._question.setWindowTitle(tr("Teaching goes on"))
            self._question.setText(
                tr("A copy of “{name}” is still being taught.", name=self.status.parent_name)
            )
            role = QMessageBox.ButtonRole
            keep = self._question.addButton(tr("Go on teaching"), role.RejectRole)
            end = self._question.addButton(tr("End it and close"), role.DestructiveRole)
            end.setObjectName("answer_end")
            self._question.setDefaultButton(keep)
            self._question.setEscapeButton(keep)
            end.clicked.connect(self._end_and_close)
            self._question.finished.connect(self._on_answered)
            self._question.open()
        return False

    def _end_and_close(self) -> None:
        self.cancel()
        self._window.close()

    def _on_answered(self) -> None:
        if self._question is not None:
            self._question.deleteLater()
            self._question = None

    def shut_down(self) -> None:
        """End what runs, without a question; nothing is written."""
        self.process.shut_down()

    def _tell(self, status: TeachingStatus) -> None:
        self.status = status
        self.changed.emit()

    def _on_event(self, event: object) -> None:
        if self.status.phase != RUNNING:
            return
        if isinstance(event, Finishing):
            now = replace(self.status, part=event.part, done=event.done, total=event.total)
            self._tell(now)
        elif isinstance(event, Advised):
            self._tell(replace(self.status, notes=(*self.status.notes, event.sentence)))
        elif isinstance(event, Saved):
            self._tell(replace(self.status, phase=DONE, metrics=event.metrics))
            self._controller.list_models()
            self._offer()

    def _offer(self) -> None:
        if self._dialog is not None and self._dialog.isVisible():
            return
        show = NoticeAction(tr("Show"), self.open, tr("What it has learned, and what that cost"))
        use = NoticeAction(tr("Use it"), self.use, tr("Let the taught model answer the canvas"))
        sentence = tr("The taught model “{name}” is ready.", name=self.status.name)
        self._session.raise_notice(sentence, is_warning=False, actions=(show, use))

    def _on_failed(self, sentence: str, details: str) -> None:
        self._tell(TeachingStatus(problem=sentence))
        if self._dialog is None or not self._dialog.isVisible():
            self._session.raise_notice(sentence, details)

    def _on_finished(self, _code: int) -> None:
        if self.status.phase == RUNNING:
            self._tell(TeachingStatus())

    def _on_dialog_gone(self) -> None:
        self._dialog = None

    def _on_taken_away(self, status: TeachingStatus, data: bytes) -> None:
        self._controller.list_models()
        again = NoticeAction(
            tr("Bring it back"),
            partial(self._bring_back, status, data),
            tr("The taught model is in the library again"),
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
            self._tell(status)

        job = partial(bring_back, status.output, data)
        self._controller.runner.submit("teaching undone", job, done, self._controller.tell)


def take_away(source: ModelSource, path: Path) -> bytes:
    """Delete a model of the library; what its file held.

    Raises:
        UsageError: there is no such model.
        InputOutputError: the file cannot be read or removed.
    """
    from desktop_cvae.core.errors import InputOutputError

    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputOutputError(
            tr("“{name}” could not be read.", name=path.name), str(error)
        ) from error
    source.remove(path.stem)
    return data


def bring_back(path: Path, data: bytes) -> None:
    """Write a deleted model's file again.

    Raises:
        InputOutputError: it cannot be written.
    """
    from desktop_cvae.core.atomic_files import write_atomically

    write_atomically(path, data)
