"""A sweep's trainings are submitted, tried again, stopped and kept, whoever runs them."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desktop_cvae.core.errors import InputOutputError, UsageError
from desktop_cvae.library.run_library import hold_run
from desktop_cvae.library.sweep_file import SweepPlan
from desktop_cvae.library.sweep_library import Sweep, prepare_sweep, read_sweep, save_sweep_state
from desktop_cvae.training import sweep_run
from desktop_cvae.training.sweep_run import SweepRun, free_memory_bytes, jobs_and_threads
from desktop_cvae.training.sweep_worker import TrainingJob, TrainingOutcome

FAILED = TrainingOutcome(1, "The loss is no longer a number.")
KILLED = TrainingOutcome(-9, "It was killed.")


class FakeExecutor:
    """Every training ends at once with the next of its outcomes, the last of which stays."""

    def __init__(self, *outcomes: TrainingOutcome) -> None:
        self.outcomes = list(outcomes)
        self.jobs: list[TrainingJob] = []
        self.stops = self.closed = 0

    def submit(
        self, job: TrainingJob, tell: Callable[..., None], done: Callable[..., None]
    ) -> None:
        self.jobs.append(job)
        tell({"event": "epoch", "epoch": len(self.jobs)})
        done(self.outcomes[0] if len(self.outcomes) == 1 else self.outcomes.pop(0))

    def stop(self) -> None:
        self.stops += 1

    def close(self) -> None:
        self.closed += 1


@pytest.fixture
def sweep(home: Path, tmp_path: Path) -> Sweep:
    settings = ({"epochs": 1}, {"epochs": 2})
    return prepare_sweep(SweepPlan("s", tmp_path / "s.toml", "accuracy", settings))


def test_every_training_is_the_command_with_its_settings(sweep: Sweep) -> None:
    executor, seen = FakeExecutor(FAILED), list[tuple[int, dict[str, Any]]]()
    run = SweepRun(sweep, 3, lambda one, event: seen.append((one.number, event)), command=["x"])
    after = run.run(executor)
    first = sweep.trainings[0]
    output = ("--name", "s-001", "--output", str(first.model_path), "--overwrite")
    assert executor.jobs[0] == TrainingJob(
        ("train", "--epochs=1", *output), str(first.run_folder), 3, ("x",), False
    )
    assert [job.arguments[1] for job in executor.jobs] == ["--epochs=1", "--epochs=2"]
    ended = {"event": "ended", "exit_code": 1}
    epochs = [{"event": "epoch", "epoch": number} for number in (1, 2)]
    assert [event for number, event in seen if number == 1] == [epochs[0], ended]
    assert [event for number, event in seen if number == 2] == [epochs[1], ended]
    assert [(one.state, one.reason) for one in after.trainings] == [("failed", FAILED.sentence)] * 2
    assert read_sweep(sweep.folder) == after
    assert executor.closed == 1
    # What failed stays so, until it is tried again on request.
    for retry, jobs in ((False, 0), (True, 2)):
        executor = FakeExecutor(FAILED)
        SweepRun(after, 1, lambda *_: None, retry_failed=retry).run(executor)
        assert [job.anew for job in executor.jobs] == [True] * jobs


def test_a_killed_training_is_tried_once_more(sweep: Sweep) -> None:
    alone = dataclasses.replace(sweep, trainings=sweep.trainings[:1])
    for outcomes, state in (((KILLED, FAILED), "failed"), ((KILLED, KILLED, FAILED), "waiting")):
        executor, seen = FakeExecutor(*outcomes), list[dict[str, Any]]()
        run = SweepRun(alone, 1, lambda _, event, seen=seen: seen.append(event))
        run.run(executor)
        assert len(executor.jobs) == 2
        assert [event["event"] for event in seen].count("ended") == 1
        kept = next(one for one in read_sweep(sweep.folder).trainings if one.number == 1)
        assert kept.state == state
        save_sweep_state(sweep)


def test_a_full_disk_ends_the_sweep(sweep: Sweep) -> None:
    executor = FakeExecutor(TrainingOutcome(InputOutputError.exit_code, "The disk is full."))
    with pytest.raises(InputOutputError, match="The disk is full"):
        SweepRun(sweep, 1, lambda *_: None).run(executor)
    assert executor.stops == 3  # at each end, and at the sweep's
    assert executor.closed == 1


def test_a_sweep_that_is_stopped_or_held_elsewhere_ends(sweep: Sweep) -> None:
    executor = FakeExecutor(FAILED)
    with pytest.raises(KeyboardInterrupt):
        SweepRun(sweep, 1, lambda *_: None).run(executor, lambda: True)
    assert (executor.stops, executor.closed) == (1, 1)
    with hold_run(sweep.folder), pytest.raises(UsageError, match="Another process is running"):
        SweepRun(sweep, 1, lambda *_: None).run(executor)
    assert executor.closed == 2


@pytest.mark.parametrize(
    ("pending", "requested", "memory", "expected"),
    [
        (9, None, 100, (8, 1)),
        (9, None, 3.9, (2, 4)),
        (9, None, 0.1, (1, 8)),
        (3, None, 100, (3, 2)),
        (9, 5, 0.1, (5, 1)),
        (9, 20, 100, (9, 1)),
        (0, None, 100, (1, 8)),
    ],
)
def test_cores_are_shared_by_as_many_trainings_as_have_room(
    pending: int,
    requested: int | None,
    memory: float,
    expected: tuple[int, int],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sweep_run, "usable_cores", lambda: 8)
    monkeypatch.setattr(sweep_run, "free_memory_bytes", lambda: int(memory * 1e9))
    assert jobs_and_threads(pending, requested) == expected


def test_free_memory_is_what_linux_says(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    said = tmp_path / "meminfo"
    monkeypatch.setattr(sweep_run, "Path", lambda _: said)
    assert free_memory_bytes() == 2**60
    said.write_text("MemTotal: 9000 kB\nMemAvailable:   3000 kB\nSwapFree: 1 kB\n")
    assert free_memory_bytes() == 3_072_000
    said.write_text("MemAvailable: many kB\n")
    assert free_memory_bytes() == 2**60
