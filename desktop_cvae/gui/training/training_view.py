"""The training dialog, built when it is first wanted, and what is read for it.

The worker reads the data sets and speeds; the form is kept up to date about them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop_cvae.gui.controller import Controller
from desktop_cvae.gui.session import Session
from desktop_cvae.gui.training.estimate import Speeds, is_contrasted, keep_speed, read_speeds
from desktop_cvae.gui.training.picture_pairs import read_pairs
from desktop_cvae.gui.training.settings_form import SettingsForm
from desktop_cvae.gui.training.state import TrainingStatus

if TYPE_CHECKING:
    from desktop_cvae.gui.training.training_dialog import TrainingDialog
    from desktop_cvae.workers.training_events import Pictured, Progressed


PICTURES = ("canvas", "validation")


class TrainingView(QObject):
    """What cannot be seen yet is not built: nothing is shown before :attr:`dialog` is asked for.

    Args:
        window: the dialog's parent.
        session: names of models, data sets.
        controller: has the worker, who reads pictures and data sets.

    Signals:
        built(TrainingDialog): its buttons can be connected.
    """

    built = Signal(object)

    def __init__(
        self, window: QWidget, session: Session, controller: Controller, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._window, self._session, self._controller = window, session, controller
        self._dialog: TrainingDialog | None = None
        self._watch: DataWatch | None = None

    @property
    def dialog(self) -> TrainingDialog:
        """The dialog."""
        if self._dialog is None:
            self._dialog = self._build()
            self.built.emit(self._dialog)
        return self._dialog

    def open(self) -> None:
        """Show the dialog in front."""
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()

    def show_state(self, state: TrainingStatus) -> None:
        """Show where the training stands."""
        if self._dialog is not None:
            self._dialog.show_state(state)

    def offer(self, sentence: str) -> None:
        """Offer to resume; an empty sentence takes the offer back."""
        if self._dialog is not None:
            self._dialog.offer(sentence)

    def refresh_names(self) -> None:
        """Tell the form which names the library has by now."""
        if self._dialog is not None:
            names = [entry.name for entry in self._session.models]
            self._dialog.form.set_taken_names(names)

    def keep_speed(self, epoch: Progressed) -> None:
        """Remember how fast this machine trained an epoch of what the form says."""
        if self._watch is not None:
            self._watch.keep_speed(epoch)

    def read_pictures(self, event: Pictured) -> None:
        """Let the worker read an epoch's pictures, and show them."""
        kind = "canvas" if event.kind == "canvas" else "validation"
        shown = partial(self.dialog.progress.show_pairs, kind)
        runner, tell = self._controller.runner, self._controller.tell
        runner.submit(f"pictures {kind}", partial(read_pairs, event.file), shown, tell)

    def forget_pictures(self) -> None:
        """Another training begins."""
        for kind in PICTURES:
            self._controller.runner.cancel(f"pictures {kind}")
            self.dialog.progress.show_pairs(kind, None)

    def _build(self) -> TrainingDialog:
        # Imported when wanted: the window opens sooner without it.
        from desktop_cvae.gui.training.training_dialog import TrainingDialog

        dialog = TrainingDialog(self._window)
        dialog.form.set_taken_names([entry.name for entry in self._session.models])
        self._watch = DataWatch(dialog.form, self._controller, dialog)
        dialog.came_to_front.connect(self._watch.look)
        self._session.data_sets_changed.connect(self._watch.look)
        return dialog


@dataclass(frozen=True)
class DataFacts:
    """What the disk says.

    Attributes:
        stored: names of the stored data sets.
        data: the chosen one.
        images: how many pictures that has to train with; None if it is not known.
        speeds: of former trainings.
    """

    stored: tuple[str, ...]
    data: str
    images: int | None
    speeds: Speeds


class DataWatch(QObject):
    """Asks the worker anew when a choice is made, and whenever it is told to look.

    Args:
        form: is told.
        controller: has the worker.
    """

    def __init__(self, form: SettingsForm, controller: Controller, parent: QObject) -> None:
        super().__init__(parent)
        self._form, self._controller = form, controller
        form.data.changed.connect(self.look)

    def look(self) -> None:
        """Ask."""
        job = partial(read_facts, self._form.data.value)
        self._controller.runner.submit("data facts", job, self._on_read, self._controller.tell)

    def keep_speed(self, epoch: Progressed) -> None:
        """Keep what was measured with the form's network."""
        spec, config = self._form.request.spec(), self._form.request.config
        contrasted = is_contrasted(spec, config, epoch.epoch)
        job = partial(keep_speed, spec, epoch.images_per_second, contrasted=contrasted)
        runner, tell = self._controller.runner, self._controller.tell
        runner.submit("training speed", job, self._form.set_speeds, tell)

    def _on_read(self, facts: DataFacts) -> None:
        self._form.data.set_stored(facts.stored)
        self._form.set_speeds(facts.speeds)
        self._form.set_images(facts.data, facts.images)


def read_facts(data: str) -> DataFacts:
    """Look at the disk; runs on the worker thread.

    Args:
        data: the chosen data set.
    """
    from desktop_cvae.datasets.loading import count_images
    from desktop_cvae.datasets.stored import list_stored

    stored = tuple(dataset.name for dataset in list_stored())
    return DataFacts(stored, data, count_images(data), read_speeds())
