"""Facts about the data to train on, read from the disk by the worker."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject

from desktop_cvae.core.command_events import TrainingProgress
from desktop_cvae.gui.controller import Controller
from desktop_cvae.gui.training.estimate import Speeds, is_contrasted, keep_speed, read_speeds
from desktop_cvae.gui.training.settings_form import SettingsForm


@dataclass(frozen=True)
class DataFacts:
    """Facts about stored data and past trainings.

    Attributes:
        stored: names of the stored data sets.
        data: the chosen data set.
        images: number of its training images; None if unknown.
        speeds: speeds of past trainings.
    """

    stored: tuple[str, ...]
    data: str
    images: int | None
    speeds: Speeds


class DataWatch(QObject):
    """Reads the facts when other data are chosen, and on request.

    Args:
        form: shows the facts.
        controller: has the worker.
    """

    def __init__(self, form: SettingsForm, controller: Controller, parent: QObject) -> None:
        super().__init__(parent)
        self._form, self._controller = form, controller
        form.data.changed.connect(self.look)

    def look(self) -> None:
        """Let the worker read the facts."""
        job = partial(read_facts, self._form.data.value)
        self._controller.runner.submit("data facts", job, self._on_read, self._controller.tell)

    def keep_speed(self, epoch: TrainingProgress) -> None:
        """Store the measured speed of the form's network."""
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
    """Read the facts; for the worker.

    Args:
        data: the chosen data set.
    """
    from desktop_cvae.datasets.loading import count_images
    from desktop_cvae.datasets.stored import list_stored

    stored = tuple(dataset.name for dataset in list_stored())
    return DataFacts(stored, data, count_images(data), read_speeds())
