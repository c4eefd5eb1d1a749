"""Training progress as JSON lines, for the window and for scripts."""

from __future__ import annotations

import dataclasses
import json

from desktop_cvae.core.results import TrainingProgress

EVENTS_VERSION = 1


def progress_to_json_line(progress: TrainingProgress) -> str:
    """One event without its line end: ``{"event": "batch" | "epoch", "version": 1, …}``.

    The other entries are those of :class:`TrainingProgress`; ``record`` only with ``epoch``.
    """
    entries = dataclasses.asdict(progress)
    event = "epoch" if progress.record else "batch"
    if progress.record is None:
        del entries["record"]
    return json.dumps({"event": event, "version": EVENTS_VERSION, **entries})
