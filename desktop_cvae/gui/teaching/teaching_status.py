"""State of a teaching, as its command keeps it and its dialog shows it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from desktop_cvae.core.language import mark

RUNNING, DONE = "running", "done"
PARTS = {
    "asking": mark("Finding the digits that are hard for the model"),
    "learning": mark("Learning"),
    "writing": mark("Learning to write the new labels"),
    "fitting": mark("Fitting the prior"),
    "guarding": mark("Checking what the model has forgotten"),
    "calibrating": mark("Calibrating"),
    "measuring": mark("Measuring on MNIST’s test digits"),
    "saving": mark("Saving"),
}
"""Parts of a teaching in words, by their names in the events."""


@dataclass(frozen=True)
class TeachingStatus:
    """State of a teaching.

    Attributes:
        phase: "" before and after, ``RUNNING``, or ``DONE`` when there is a taught model.
        parent: the file of the model that is taught.
        parent_name: name of that model.
        output: the taught model's file.
        part: the part that is being done, a key of ``PARTS``.
        done: steps of the part that are done.
        total: steps of the part in all.
        metrics: measurements before and after, by name.
        notes: sentences about the result.
        problem: why the last teaching failed.
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
        """Name of the taught model."""
        return self.output.stem
