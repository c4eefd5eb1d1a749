"""Training progress as JSON lines, for the window and for scripts."""

from __future__ import annotations

import dataclasses
import json

from desktop_cvae.core.results import TrainingProgress

EVENTS_VERSION = 1


def event_line(event: str, **entries: object) -> str:
    """One event without its line end: ``{"event": …, "version": 1, …}``."""
    return json.dumps({"event": event, "version": EVENTS_VERSION, **entries})


def progress_to_json_line(progress: TrainingProgress) -> str:
    """``batch``, or ``epoch`` with its record; the entries of :class:`TrainingProgress`."""
    entries = dataclasses.asdict(progress)
    record, per_dimension = entries.pop("record"), entries.pop("kl_per_dimension")
    active, best = entries.pop("active_units"), entries.pop("is_best")
    if record is None:
        return event_line("batch", **entries)
    record["kl_per_dimension"] = per_dimension
    return event_line("epoch", **entries, record=record, active_units=active, best=best)
