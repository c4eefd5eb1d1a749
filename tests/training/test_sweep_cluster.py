"""A sweep on the workers of a local cluster, one of which is killed; with a fake training."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any, ClassVar

import fake_training
import pytest
from small_training import write_noise

from desktop_cvae.bulk.cluster_connection import connect
from desktop_cvae.core.errors import InputOutputError, UsageError
from desktop_cvae.library.run_library import list_runs, read_description
from desktop_cvae.library.sweep_file import SweepPlan
from desktop_cvae.library.sweep_library import prepare_sweep
from desktop_cvae.training import sweep_cluster
from desktop_cvae.training.sweep_cluster import ClusterSweepExecutor, _report, train_on_worker
from desktop_cvae.training.sweep_run import SweepRun
from desktop_cvae.training.sweep_worker import TrainingJob, TrainingOutcome

pytest.importorskip("distributed")
WORKER_STATE = SimpleNamespace(nthreads=3)


def test_a_lost_workers_training_goes_on_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = tmp_path / "gate"
    monkeypatch.setenv("FAKE_TRAINING_GATE", str(gate))
    data = str(write_noise(tmp_path / "noise.npz"))
    settings = [
        {"preset": "dense_vae", "epochs": 3, "data": data, "beta": beta} for beta in (1.0, 2.0, 3.0)
    ]
    sweep = prepare_sweep(SweepPlan("far", tmp_path / "far.toml", "accuracy", tuple(settings)))

    with connect("local", workers=2) as client:
        executor = ClusterSweepExecutor(client, sweep.folder)
        assert executor.jobs == 2
        told: list[dict[str, Any]] = []

        killed: list[int] = []

        def kill_one_when_two_train() -> bool:
            runs = list_runs()
            if not killed and sum(len(run.history) for run in runs) == 2:
                killed.append(next(iter(client.run(os.getpid).values())))
                os.kill(killed[0], signal.SIGKILL)
            # Its training has noticed, or is gone on with already.
            elif killed and any(r.state == "interrupted" or len(r.history) > 1 for r in runs):
                gate.touch()
            return False

        run = SweepRun(sweep, 1, lambda _, event: told.append(event), command=fake_training.COMMAND)
        done = run.run(executor, kill_one_when_two_train)
    assert [one.state for one in done.trainings] == ["finished"] * 3
    assert [event["event"] for event in told] == ["ended"] * 3
    descriptions = [read_description(run.folder) for run in list_runs()]
    assert sorted(entry["resumed"] for entry in descriptions) == [0, 0, 1]


class OtherCluster:
    """A client of a cluster whose worker cannot train for this sweep."""

    def __init__(self, resources: dict[str, int]) -> None:
        self._workers = {"tls://far:1": {"resources": resources}}

    def scheduler_info(self, n_workers: int) -> dict[str, Any]:
        return {"workers": self._workers}

    def run(self, job: object, *arguments: object, workers: list[str]) -> dict[str, bool]:
        return dict.fromkeys(workers, False)


@pytest.mark.parametrize(
    ("resources", "said"),
    [({}, "--resources TRAIN=1"), ({"TRAIN": 1}, "tls://far:1 does not see")],
)
def test_a_cluster_that_cannot_train_for_the_sweep_is_told(
    tmp_path: Path, resources: dict[str, int], said: str
) -> None:
    with pytest.raises(UsageError, match=said):
        ClusterSweepExecutor(OtherCluster(resources), tmp_path)  # type: ignore[arg-type]


class StopEvent:
    """The cluster's event, in this process."""

    answers: ClassVar[list[bool | OSError]] = []

    def __init__(self, name: str) -> None:
        assert name == "stop"

    def is_set(self) -> bool:
        answer = self.answers.pop(0)
        if isinstance(answer, OSError):
            raise answer
        return answer


@pytest.mark.parametrize("last", [True, OSError("gone")])
def test_a_worker_asks_now_and_then_whether_the_sweep_wants_it_to_end(
    monkeypatch: pytest.MonkeyPatch, last: bool | OSError
) -> None:
    monkeypatch.setattr("distributed.Event", StopEvent)
    monkeypatch.setattr("distributed.get_worker", lambda: SimpleNamespace(state=WORKER_STATE))
    monkeypatch.setattr(StopEvent, "answers", [False, last])
    now = [100.0]
    monkeypatch.setattr(sweep_cluster.time, "monotonic", lambda: now[0])
    told: list[bool] = []

    def train(job: TrainingJob, _: object, should_stop: Callable[[], bool]) -> TrainingOutcome:
        assert job.threads == WORKER_STATE.nthreads
        for step_s in (0, 0.5, 0.6, 0, 5):
            now[0] += step_s
            told.append(should_stop())
        return TrainingOutcome(0)

    monkeypatch.setattr(sweep_cluster, "run_training", train)
    assert train_on_worker(TrainingJob((), "", 0), "stop") == TrainingOutcome(0)
    assert told == [False, False, True, True, True]
    assert StopEvent.answers == []


def test_a_lost_connection_is_one_line() -> None:
    ended: list[TrainingOutcome] = []

    class Lost:
        def result(self) -> None:
            raise ConnectionError("no\nroute")

    _report(ended.append, Lost())
    (outcome,) = ended
    assert outcome.exit_code == InputOutputError.exit_code
    assert "lost (ConnectionError: no route)" in outcome.sentence


def test_a_training_whose_workers_were_killed_ends_as_by_a_signal() -> None:
    ended: list[TrainingOutcome] = []

    class Killed:
        def result(self) -> None:
            from distributed import KilledWorker

            raise KilledWorker("training-1", None, 3)

    _report(ended.append, Killed())
    (outcome,) = ended
    assert outcome.exit_code == -9
    assert "were killed" in outcome.sentence
