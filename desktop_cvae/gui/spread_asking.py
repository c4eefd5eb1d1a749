"""Asks for the spread of the posterior after every answer."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_cvae.gui.session import Session
from desktop_cvae.gui.values import Reply, Spread
from desktop_cvae.workers.job_runner import JobRunner

if TYPE_CHECKING:
    from desktop_cvae.core.ports import Engine

SLOT = "spread"


class SpreadAsker(QObject):
    """Listens to the session, asks the worker, tells the session.

    Args:
        session: the reply and the label that is looked at.
        runner: the worker.
    """

    def __init__(self, session: Session, runner: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._runner = session, runner
        session.reply_changed.connect(self._ask)
        session.looked_at_changed.connect(self._ask)

    def _ask(self) -> None:
        session = self._session
        reply, model = session.reply, session.model
        if model is None or reply is None or reply.answer.recognition is None:
            return
        if session.spread is not None and session.spread.is_of(reply, session.shown_label):
            return
        job = partial(_find_spread, model.engine, reply, session.shown_label)
        # The picture is an extra: if it fails, the log has it, and nobody is disturbed.
        self._runner.submit(SLOT, job, session.set_spread, lambda _: None)


def _find_spread(engine: Engine, reply: Reply, label: int | None) -> Spread:
    from desktop_cvae.inference.posterior_spread import posterior_spread

    return Spread(reply, label, posterior_spread(engine, reply.answer.noisy, label))
