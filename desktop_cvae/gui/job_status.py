"""Shows long jobs of the worker in the status line and lets the user cancel them."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from desktop_cvae.core.language import number, tr
from desktop_cvae.gui.session import Session
from desktop_cvae.gui.widgets.status_strip import StatusStrip
from desktop_cvae.workers.job_runner import JobRunner

SHOWN_AFTER_S, CANCELLED_AFTER_S = 0.5, 2.0
LOOK_MS = 150


class JobStatus(QObject):
    """Watches the worker while it is busy.

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
        """Show the job that has been going on for longest."""
        now = self._clock()
        statuses = self._runner.statuses
        self._since = {slot: self._since.get(slot, now) for slot in statuses}
        oldest = min(statuses, key=self._since.__getitem__, default="")
        lasting_s = now - self._since[oldest] if oldest else 0.0
        self._shown = oldest if lasting_s >= SHOWN_AFTER_S else ""
        words = f"{statuses[oldest]} …" if self._shown else ""
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
