"""Thinks longer about what is on the canvas, step by step, as long as nothing changes."""

from __future__ import annotations

from collections import deque
from functools import partial

from PySide6.QtCore import QObject, QTimer

from desktop_cvae.gui import jobs
from desktop_cvae.gui.session import Reply, Session
from desktop_cvae.workers.job_runner import JobRunner

SLOT = "thinking"
REST_MS = 300
"""Pause of the pen after which thinking starts."""
STEP_MS = 90
"""Shortest time for which a step is shown: most are computed in less, and could not be followed."""


class Thinker(QObject):
    """Replaces the session's reply by better ones while the user lets it think.

    A digit of a number keeps its number's reading, which was made in context.

    Args:
        session: its reply is thought about, for ``thinking_steps``.
        runner: the worker.
    """

    def __init__(self, session: Session, runner: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._runner = session, runner
        self._steps: deque[Reply] = deque()
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._start)
        self._pace = QTimer(self, interval=STEP_MS)
        self._pace.timeout.connect(self._show_next)
        session.reply_changed.connect(self._on_reply_changed)
        session.thinking_changed.connect(self._on_reply_changed)

    def _on_reply_changed(self) -> None:
        reply = self._session.reply
        if reply is not None and reply.is_thought:
            return
        self._stop()
        if self._is_wanted(reply):
            self._rest.start()

    def _is_wanted(self, reply: Reply | None) -> bool:
        session = self._session
        has_reading = reply is not None and reply.answer.recognition is not None
        return has_reading and session.thinking_steps > 0 and session.known is None

    def _stop(self) -> None:
        self._rest.stop()
        self._pace.stop()
        self._steps.clear()
        self._runner.cancel(SLOT)

    def _start(self) -> None:
        model, reply = self._session.model, self._session.reply
        if model is None or reply is None:
            return
        job = partial(jobs.think_longer, model, reply, self._session.thinking_steps)
        # One pass has answered already: if thinking fails, the log has it, and nobody is disturbed.
        self._runner.submit(
            SLOT, job, self._on_step, lambda _: None, on_progress=self._on_step, can_wait=True
        )

    def _on_step(self, reply: Reply) -> None:
        self._steps.append(reply)
        if not self._pace.isActive():
            self._pace.start()
            self._show_next()

    def _show_next(self) -> None:
        if not self._steps:
            self._pace.stop()
            return
        self._session.set_reply(self._steps.popleft())
