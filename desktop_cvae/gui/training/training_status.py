"""The status of a training, built from its events."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from desktop_cvae.core.command_events import (
    Advised,
    CheckpointKept,
    Event,
    Finishing,
    Paused,
    Resumed,
    Saved,
    Started,
    TrainingProgress,
)
from desktop_cvae.core.language import mark, number, tr
from desktop_cvae.core.results import EpochRecord

WARM = 0.05
"""Fraction of the first epoch's batches during which the speed is only that of tracing."""
PARTS = {
    "saving": mark("saving the model"),
    "encoding": mark("encoding the style of each digit"),
    "fitting": mark("learning the styles of each label (the prior)"),
    "measuring": mark("measuring the model on test digits"),
    "mapping": mark("drawing the latent map"),
    "calibrating": mark("calibrating its probabilities"),
}
"""Parts of the work after a training in words, by their names in the events."""
SHORT_PARTS = {
    "saving": mark("saving"),
    "encoding": mark("encoding"),
    "fitting": mark("fitting"),
    "measuring": mark("measuring"),
    "mapping": mark("mapping"),
    "calibrating": mark("calibrating"),
}
"""The same parts in one word."""


class Phase(Enum):
    """State of a training."""

    IDLE = "idle"
    STARTING = "starting"
    RUNNING = "running"
    PAUSED = "paused"
    FINISHING = "finishing"
    STOPPING = "stopping"
    CANCELLING = "cancelling"
    SAVED = "saved"
    FAILED = "failed"
    CANCELLED = "cancelled"


TRAINING_PHASES = frozenset({Phase.STARTING, Phase.RUNNING, Phase.PAUSED})
"""Phases in which the training can be stopped or cancelled."""
BUSY_PHASES = TRAINING_PHASES | {Phase.FINISHING, Phase.STOPPING, Phase.CANCELLING}
"""Phases in which the process runs."""


@dataclass
class TrainingStatus:
    """The status of one run, from its start to its end.

    Attributes:
        name: name of the new model.
        epochs: number of epochs in all.
        phase: what the training is doing.
        run: the run's id; empty before the start.
        images: number of images of the training part; 0 before the start.
        progress: the latest progress.
        points: all progress so far, for the curve.
        records: records of the finished epochs.
        kl_per_dimension: of the last epoch, in nats; may be empty.
        active_units: of the last epoch.
        best_epoch: the best so far.
        checkpoint_epoch: the last epoch that can be resumed.
        advice: the last advice.
        finishing: progress of the work after the last epoch.
        saved: the model's file.
        sentence: why it failed.
        details: more about the failure.
    """

    name: str = ""
    epochs: int = 0
    phase: Phase = Phase.IDLE
    run: str = ""
    images: int = 0
    progress: TrainingProgress | None = None
    points: list[TrainingProgress] = field(default_factory=list)
    records: list[EpochRecord] = field(default_factory=list)
    kl_per_dimension: tuple[float, ...] = ()
    active_units: int | None = None
    best_epoch: int | None = None
    checkpoint_epoch: int | None = None
    advice: Advised | None = None
    finishing: Finishing | None = None
    saved: Saved | None = None
    sentence: str = ""
    details: str = ""

    @property
    def is_busy(self) -> bool:
        """True while the process is alive."""
        return self.phase in BUSY_PHASES

    @property
    def has_checkpoint(self) -> bool:
        """True if there is a checkpoint to resume from."""
        return self.checkpoint_epoch is not None

    @property
    def can_resume(self) -> bool:
        """True if the run can go on after it was suspended, which itself writes a checkpoint."""
        # A new training may be suspended before its run exists.
        return self.has_checkpoint or self.phase in (Phase.RUNNING, Phase.PAUSED)

    @property
    def needs_cure(self) -> bool:
        """True if the same settings would fail again: the loss was not a number."""
        return self.advice is not None and self.advice.code == "nan" and bool(self.advice.cure)

    @property
    def done_fraction(self) -> float:
        """Done fraction of the training, in [0, 1], and later of the work after it."""
        if self.finishing is not None and self.is_busy:
            return finishing_fraction(self.finishing)
        if self.progress is None or not self.epochs:
            return 0.0
        return min(1.0, epochs_done(self.progress) / self.epochs)

    @property
    def seconds_left(self) -> float | None:
        """Time until the end of the last epoch; None while unknown."""
        now = self.progress
        if now is None:
            return None
        left = self.epochs - epochs_done(now)
        if self.records:
            return max(0.0, left * self.records[-1].seconds)
        # Before the first epoch has ended, only the measured speed tells.
        if not self.images or now.images_per_second <= 0 or now.batch < WARM * now.batches:
            return None
        return max(0.0, left * self.images / now.images_per_second)

    def fail(self, sentence: str, details: str) -> None:
        """Store why the training failed."""
        self.phase, self.sentence, self.details = Phase.FAILED, sentence, details

    def take(self, event: Event) -> None:
        match event:
            case Started():
                self.images, self.run = event.images, event.run
                self._run()
            case TrainingProgress():
                self._progress(event)
            case Paused() if self.phase in TRAINING_PHASES:
                self.phase = Phase.PAUSED
            case Resumed() if self.phase in TRAINING_PHASES:
                self.phase = Phase.RUNNING
            case CheckpointKept():
                self.checkpoint_epoch = event.epoch
            case Advised():
                self.advice = event
            case Finishing():
                self.finishing = event
                if self.phase is Phase.RUNNING:
                    self.phase = Phase.FINISHING
            case Saved():
                self.saved, self.phase = event, Phase.SAVED

    def _run(self) -> None:
        if self.phase is Phase.STARTING:
            self.phase = Phase.RUNNING

    def _progress(self, now: TrainingProgress) -> None:
        self._run()
        self.progress, self.epochs = now, now.epochs
        self.points.append(now)
        if now.record is None:
            return
        self.records.append(now.record)
        self.kl_per_dimension, self.active_units = now.kl_per_dimension, now.active_units
        if now.is_best:
            self.best_epoch = now.epoch
        if now.epoch >= now.epochs and self.phase is Phase.RUNNING:
            self.phase = Phase.FINISHING


def epochs_done(progress: TrainingProgress) -> float:
    """Return the epochs done, with a fraction: 2.5 in the middle of the third."""
    return progress.epoch - 1 + progress.batch / max(1, progress.batches)


def finishing_fraction(now: Finishing) -> float:
    """Return the done fraction of the work after a training, in [0, 1]; parts count the same."""
    part = min(1.0, now.done / max(1, now.total))
    if now.part not in now.parts:
        return part
    return (now.parts.index(now.part) + part) / len(now.parts)


def duration_text(seconds: float) -> str:
    """Return a duration for people: "35 s", "4 min", "1 h 20 min"."""
    if seconds < 59.5:
        return tr("{seconds} s", seconds=max(1, round(seconds)))
    minutes = round(seconds / 60)
    if minutes < 60:
        return tr("{minutes} min", minutes=minutes)
    hours, minutes = divmod(minutes, 60)
    return (
        tr("{hours} h {minutes} min", hours=hours, minutes=minutes)
        if minutes and hours < 10
        else tr("{hours} h", hours=hours)
    )


def part_text(part: str) -> str:
    """Return a part in words; an unknown part's own name."""
    return tr(PARTS.get(part, part))


def count_text(now: Finishing) -> str:
    """Return a text such as "2,560 of 10,000"; empty for a part of a single step."""
    return (
        tr("{done} of {total}", done=number(now.done), total=number(now.total))
        if now.total > 1
        else ""
    )


def finishing_text(state: TrainingStatus) -> str:
    """Return a text such as "measuring 2,560 of 10,000"; empty before the last epoch's end."""
    now = state.finishing
    if now is None or not state.is_busy:
        return ""
    return " ".join(
        word for word in (tr(SHORT_PARTS.get(now.part, now.part)), count_text(now)) if word
    )


def short_status(state: TrainingStatus) -> str:
    """Return the status line's text: "Training my-cvae · epoch 3/20 · ETA 4 min"."""
    words = {
        Phase.IDLE: "",
        Phase.STARTING: tr("Training {name} · starting", name=state.name),
        Phase.RUNNING: tr("Training {name}", name=state.name),
        Phase.PAUSED: tr("Paused {name}", name=state.name),
        Phase.FINISHING: tr("Saving and measuring {name}", name=state.name),
        Phase.STOPPING: tr("Saving {name}", name=state.name),
        Phase.CANCELLING: tr("Cancelling {name}", name=state.name),
        Phase.SAVED: tr("{name} is ready · use it", name=state.name),
        Phase.FAILED: tr("{name} stopped", name=state.name),
        Phase.CANCELLED: "",
    }[state.phase]
    if follows := finishing_text(state):
        return f"{words} · {follows}"
    if state.phase not in (Phase.RUNNING, Phase.PAUSED) or state.progress is None:
        return words
    parts = [words, tr("epoch {epoch}/{epochs}", epoch=state.progress.epoch, epochs=state.epochs)]
    if state.phase is Phase.RUNNING and state.seconds_left is not None:
        parts.append(tr("ETA {duration}", duration=duration_text(state.seconds_left)))
    return " · ".join(parts)
