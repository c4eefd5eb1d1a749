"""What a training says while it runs; the window and scripts read it as JSON lines.

The events are listed in ``docs/training_events.md``.
"""

from __future__ import annotations

import dataclasses
import json
from typing import Any, Protocol

from desktop_cvae.core.errors import InputOutputError
from desktop_cvae.core.language import tr
from desktop_cvae.core.results import TrainingProgress

EVENTS_VERSION = 1


class Reporter(Protocol):
    """Who listens to a training: the window's pipe, or a person at a terminal."""

    def say(self, event: str, **entries: Any) -> None:
        """An event with its entries; raises :class:`ReaderGone`. Called from any thread."""

    def note(self, sentence: str) -> None:
        """A sentence that no program reads."""


class ReaderGone(InputOutputError):
    """Nobody reads the events any more: the window was killed, or a pipe was closed."""

    def __init__(self) -> None:
        super().__init__(
            tr("The window or program that followed this training is gone; it can be resumed.")
        )


def event_line(event: str, **entries: object) -> str:
    """One event without its line end: ``{"event": …, "version": 1, …}``."""
    return json.dumps({"event": event, "version": EVENTS_VERSION, **entries})


def progress_event(progress: TrainingProgress) -> dict[str, Any]:
    """``batch``, or ``epoch`` with its record: the event's name and entries."""
    entries = dataclasses.asdict(progress)
    record, per_dimension = entries.pop("record"), entries.pop("kl_per_dimension")
    active, best = entries.pop("active_units"), entries.pop("is_best")
    if record is None:
        return {"event": "batch", **entries}
    record["kl_per_dimension"] = list(per_dimension)
    return {"event": "epoch", **entries, "record": record, "active_units": active, "best": best}
