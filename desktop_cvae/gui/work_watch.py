"""Says in the status line what takes long on the worker, and lets it be given up."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from desktop_cvae.core.language import mark, number, tr
from desktop_cvae.gui.session import Session
from desktop_cvae.gui.widgets.status_strip import StatusStrip
from desktop_cvae.workers.job_runner import JobRunner

SHOWN_AFTER_S, CANCELLED_AFTER_S = 0.5, 2.0
LOOK_MS = 150
WORDS = {
    "model": mark("Opening the model"),
    "add model": mark("Checking the model file"),
    "picture": mark("Opening the picture"),
    "number": mark("Reading the numbers"),
    "map": mark("Mapping the test digits"),
    "samples": mark("Writing digits"),
    "replayed run": mark("Opening the training"),
    "comparison": mark("Opening the models"),
    "compare trained": mark("Opening the models"),
    "interrupted run": mark("Looking for trainings"),
    "latent digits": mark("Reading the test digits"),
    "latent agreement": mark("Measuring the map"),
    "report": mark("Collecting the report"),
}
"""Of the worker's slots; dialogs show the progress of their own. The answer follows the pen, and
is never a matter of seconds."""
EXPORT = "export "
"""Slots that begin so save, copy or print."""


class WorkWatch(QObject):
    """Looks at the worker while it is busy.

    Args:
        session: tells when it begins and ends.
        runner: the worker.
        status: shows it.
        give_up: cancels a slot, and lets what waits for it know.
        clock: seconds that only grow.
    """

    def __init__(
        self,
        session: Session,
        runner: JobRunner,
        status: StatusStrip,
        give_up: Callable[[str], None],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(status)
        self._runner, self._status, self._give_up = runner, status, give_up
        self._clock = clock
        self._since: dict[str, float] = {}
        self._shown = ""
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)
        session.working_changed.connect(self._on_working_changed)
        status.cancel.clicked.connect(self._on_cancel)

    def look(self) -> None:
        """Show what has been going on for longest."""
        now = self._clock()
        slots = [slot for slot in self._runner.slots if words_for(slot)]
        self._since = {slot: self._since.get(slot, now) for slot in slots}
        oldest = min(slots, key=self._since.__getitem__, default="")
        lasting_s = now - self._since[oldest] if oldest else 0.0
        self._shown = oldest if lasting_s >= SHOWN_AFTER_S else ""
        words = f"{words_for(oldest)} …" if self._shown else ""
        if lasting_s >= CANCELLED_AFTER_S:
            words += tr(" {seconds} s", seconds=number(lasting_s, ".0f"))
        self._status.show_work(words, can_cancel=lasting_s >= CANCELLED_AFTER_S)

    def _on_working_changed(self, is_working: bool) -> None:
        self._since.clear()
        if is_working:
            self.look()
            self._timer.start()
        else:
            self._timer.stop()
            self._status.show_work("", can_cancel=False)

    def _on_cancel(self) -> None:
        if self._shown:
            self._give_up(self._shown)
            self.look()


def words_for(slot: str) -> str:
    """What is said of a slot; empty for what nobody need know of."""
    return (
        tr("Preparing what is taken along") if slot.startswith(EXPORT) else tr(WORDS.get(slot, ""))
    )
