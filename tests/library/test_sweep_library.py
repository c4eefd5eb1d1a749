"""The state of a sweep, its trainings' states and ranks, and faults of its file."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import pytest
from fake_runs import MakeRun
from fake_sweeps import make_sweep

from desktop_cvae.core.errors import SweepProblem, UsageError
from desktop_cvae.core.specs import ModelSpec
from desktop_cvae.library.sweep_file import SweepPlan, read_sweep_file
from desktop_cvae.library.sweep_library import (
    SweepTraining,
    list_sweeps,
    prepare_sweep,
    read_sweep,
    refresh,
    save_sweep_state,
    sweep_folder,
)


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "3", "[" * 100_000, '{"best_by": []}', '{"name": 1, "name": 2}'],
)
def test_a_fault_of_the_state_is_the_sweeps_own_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    monkeypatch.setenv("DESKTOP_CVAE_HOME", str(tmp_path))
    file = tmp_path / "small.toml"
    file.write_text("[grid]\nepochs = [1, 2]\n")
    sweep = prepare_sweep(read_sweep_file(file))
    assert [one.settings for one in sweep.trainings] == [{"epochs": 1}, {"epochs": 2}]
    assert [one.name for one in list_sweeps()] == ["small"]
    (sweep.folder / "sweep.json").write_text(text)
    with pytest.raises(SweepProblem, match="cannot be read"):
        read_sweep(sweep.folder)
    assert list_sweeps() == []


def test_trainings_are_ranked_by_the_metric_and_the_best_has_a_model(
    tmp_path: Path, tiny_spec: ModelSpec
) -> None:
    sweep = make_sweep(tiny_spec, tmp_path / "wide.toml")
    assert sweep.varying == ("preset", "latent_dim", "beta", "learning_rate")
    assert (sweep.done, sweep.ranked_by) == (6, "accuracy")
    # The accuracies of the first six are 91, 94, 97, 93, 96 and 92 %; the rest have none.
    assert [one.number for one in sweep.ranked()] == [3, 5, 2, 4, 6, 1, 7, 8, 9]
    assert sweep.best == sweep.trainings[2]
    sweep.trainings[2].model_path.unlink()
    assert sweep.best == sweep.trainings[4]
    by_loss = dataclasses.replace(sweep, best_by="neg_elbo_nats")
    assert [one.number for one in by_loss.ranked()][:3] == [5, 2, 6]
    # A training that failed late has metrics and no model.
    failed = dataclasses.replace(sweep.trainings[4], state="failed")
    others = tuple(one for one in sweep.trainings if one.number not in (3, 5))
    assert dataclasses.replace(sweep, trainings=(failed, *others)).ranked()[0].number == 2
    waiting = dataclasses.replace(sweep, trainings=sweep.trainings[7:])
    assert (waiting.best, waiting.done, waiting.ranked_by) == (None, 0, "accuracy")
    timed = dataclasses.replace(sweep.trainings[0], metrics={"seconds": 3.0})
    assert dataclasses.replace(sweep, trainings=(timed,)).ranked_by == "seconds"


def test_settings_that_are_equal_only_as_numbers_differ(tmp_path: Path) -> None:
    plan = SweepPlan("s", tmp_path / "s.toml", "accuracy", ({"beta": 1}, {"beta": True}))
    assert prepare_sweep(plan).varying == ("beta",)


def test_a_sweep_keeps_its_numbers_when_its_file_changes(tmp_path: Path) -> None:
    def plan(*epochs: int, file: str = "s.toml") -> SweepPlan:
        settings = tuple({"epochs": count} for count in epochs)
        return SweepPlan("a sweep, ж", tmp_path / file, "accuracy", settings)

    first = prepare_sweep(plan(1, 2))
    assert first.folder == sweep_folder("a sweep, ж")
    assert first.folder.name == "a_sweep__ж"
    assert [one.name for one in first.trainings] == ["a_sweep__ж-001", "a_sweep__ж-002"]
    changed = prepare_sweep(plan(3, 2))
    assert [(one.number, one.settings["epochs"]) for one in changed.trainings] == [(2, 2), (3, 3)]
    again = prepare_sweep(plan(1, 3))
    assert [(one.number, one.settings["epochs"]) for one in again.trainings] == [(1, 1), (3, 3)]
    # Trainings that the file no longer asks for stay in the state.
    save_sweep_state(dataclasses.replace(again, trainings=again.trainings[:1]))
    kept = json.loads((first.folder / "sweep.json").read_text())["trainings"]
    assert [one["number"] for one in kept] == [1, 2, 3]
    # The name is another file's while that file is there.
    moved = plan(1, 3, file="moved.toml")
    assert prepare_sweep(moved).file == moved.file
    moved.file.touch()
    with pytest.raises(UsageError, match="belongs to"):
        prepare_sweep(plan(1))


def test_a_training_has_the_state_of_its_run(make_run: MakeRun, tiny_model: Path) -> None:
    run = make_run("s", losses=(120.0, 90.0, 95.0), state="running", epochs=7)
    training = SweepTraining(1, {}, run.folder, tiny_model)
    current = refresh(training)
    assert (current.epochs_done, current.epochs) == (3, 7)
    # The best epoch, and the time of all.
    known = {"validation_neg_elbo_nats": 90.0, "seconds": 3.0}
    assert current.metrics == known
    finished = refresh(dataclasses.replace(training, run_folder=make_run("t").folder))
    assert finished.is_done
    assert finished.metrics == {"accuracy": 0.5}
    # What has a result stays so, even without its run.
    gone = dataclasses.replace(finished, run_folder=run.folder / "gone")
    assert refresh(gone) == gone
    unrun = dataclasses.replace(gone, metrics={}, state="interrupted", reason="x", epochs_done=2)
    assert refresh(unrun) == dataclasses.replace(unrun, state="waiting", reason="", epochs_done=0)
    failed = dataclasses.replace(unrun, state="failed")
    assert refresh(failed) == failed
    (run.folder / "run.json").write_text("{")
    damaged = refresh(training)
    assert damaged.state == "failed"
    assert damaged.reason
    tiny_model.write_bytes(b"no model")
    assert refresh(dataclasses.replace(finished, metrics={})).metrics == {}
