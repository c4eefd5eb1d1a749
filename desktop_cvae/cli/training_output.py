"""What a training prints: events for programs, or a line an epoch for people."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from dataclasses import dataclass

from desktop_cvae.cli.output import note
from desktop_cvae.core.errors import DesktopCvaeError
from desktop_cvae.core.results import TrainingProgress
from desktop_cvae.training.events import event_line, progress_to_json_line

# The thread that reads the commands answers too, and lines must not mix.
_printing = threading.Lock()


@dataclass(frozen=True)
class Output:
    """Where a training's news go.

    Attributes:
        say: takes event lines.
        report: takes progress.
    """

    say: Callable[[str], None]
    report: Callable[[TrainingProgress], None]


def output_for(*, has_events: bool) -> Output:
    """JSON lines on standard output, or for people on standard error."""
    if has_events:
        return Output(print_line, lambda now: print_line(progress_to_json_line(now)))
    return Output(_note_advice, _note_epoch)


def print_line(line: str) -> None:
    """One whole line on standard output, at once, from any thread."""
    with _printing:
        print(line, flush=True)


def print_failure(error: DesktopCvaeError) -> None:
    """The event that says why the training ended."""
    print_line(event_line("failed", sentence=error.sentence, exit_code=error.exit_code))


def _note_advice(line: str) -> None:
    event = json.loads(line)
    if event["event"] == "advice":
        note(event["sentence"])


def _note_epoch(progress: TrainingProgress) -> None:
    if progress.record is not None:
        note(epoch_line(progress))


def epoch_line(progress: TrainingProgress) -> str:
    """A finished epoch for people: losses in nats an image, speed, time."""
    record = progress.record
    assert record is not None, "only finished epochs have a line"
    width = len(str(progress.epochs))
    held_out = record.validation
    return (
        f"epoch {progress.epoch:{width}}/{progress.epochs}"
        f"  loss {record.train.total:7.2f}"
        f"  validation {held_out.total:7.2f}"
        f"  (reconstruction {held_out.reconstruction:6.2f}, KL {held_out.kl:5.2f})"
        f"  {progress.images_per_second:6,.0f} images/s  {record.seconds:5.1f} s"
    )
