"""A training's status, event by event."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_cvae.core.command_events import (
    Advised,
    CheckpointKept,
    Finishing,
    Paused,
    Resumed,
    Saved,
    Started,
    TrainingProgress,
)
from desktop_cvae.core.results import EpochRecord, LossTerms
from desktop_cvae.gui.training.training_status import (
    Phase,
    TrainingStatus,
    count_text,
    duration_text,
    finishing_fraction,
    short_status,
)

TERMS = LossTerms(3.0, 2.0, 1.0)


def progress(epoch: int, batch: int, *, ends: bool = False, is_best: bool = False) -> object:
    record = EpochRecord(epoch, TERMS, TERMS, 60.0) if ends else None
    return TrainingProgress(epoch, 4, batch, 10, TERMS, 50.0, record, (1.0,), 1, is_best)


def status(*events: object) -> TrainingStatus:
    found = TrainingStatus("a", 4, Phase.STARTING)
    for event in (Started("r1", Path("r1"), 10, 500), *events):
        found.take(event)  # type: ignore[arg-type]
    return found


def test_a_run_from_start_to_save() -> None:
    now = status()
    assert (now.phase, now.run, now.images, now.done_fraction) == (Phase.RUNNING, "r1", 500, 0.0)
    now.take(progress(1, 5))  # type: ignore[arg-type]
    assert now.done_fraction == pytest.approx(0.125)
    assert now.seconds_left == pytest.approx(3.5 * 500 / 50)
    now.take(progress(1, 10, ends=True, is_best=True))  # type: ignore[arg-type]
    assert (now.best_epoch, now.seconds_left, now.active_units) == (1, 180.0, 1)
    for epoch in (2, 3, 4):
        now.take(progress(epoch, 10, ends=True))  # type: ignore[arg-type]
    assert (now.phase, now.best_epoch, len(now.records)) == (Phase.FINISHING, 1, 4)
    now.take(Saved(Path("a.cvae"), "a"))
    assert (now.phase, now.is_busy) == (Phase.SAVED, False)


def test_the_first_batches_give_no_time_left() -> None:
    now = status()
    assert now.seconds_left is None
    now.take(TrainingProgress(1, 4, 1, 100, TERMS, 50.0))
    assert now.seconds_left is None


def test_pause_and_resume_only_while_it_trains() -> None:
    now = status(Paused())
    assert now.phase is Phase.PAUSED
    now.take(Resumed())
    assert now.phase is Phase.RUNNING
    now.phase = Phase.STOPPING
    now.take(Paused())
    assert now.phase is Phase.STOPPING


def test_a_checkpoint_can_be_resumed() -> None:
    assert not status().has_checkpoint
    assert status(CheckpointKept(0, 5)).has_checkpoint


def test_only_a_loss_that_is_no_number_needs_its_cure() -> None:
    assert status(Advised("nan", "s", {"beta": 0.5})).needs_cure
    assert not status(Advised("nan", "s")).needs_cure
    assert not status(Advised("collapse", "s", {"beta": 0.5})).needs_cure


def test_all_parts_after_the_training_count_the_same() -> None:
    now = Finishing("measuring", 250, 1000, ("saving", "measuring"))
    assert finishing_fraction(now) == pytest.approx((1 + 0.25) / 2)
    assert finishing_fraction(Finishing("unknown", 1, 2, ("saving",))) == 0.5
    assert count_text(now) == "250 of 1,000"
    assert count_text(Finishing("saving", 0, 1)) == ""


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0.2, "1 s"),
        (59.4, "59 s"),
        (60, "1 min"),
        (3599, "1 h"),
        (4800, "1 h 20 min"),
        (57600, "16 h"),
    ],
)
def test_a_duration_for_people(seconds: float, text: str) -> None:
    assert duration_text(seconds) == text


def test_the_status_line_names_phase_epoch_and_time() -> None:
    now = status(progress(1, 10, ends=True))
    assert short_status(now) == "Training a · epoch 1/4 · ETA 3 min"
    now.take(Paused())
    assert short_status(now) == "Paused a · epoch 1/4"
    now.fail("No.", "why")
    assert (short_status(now), now.sentence, now.details) == ("a stopped", "No.", "why")
