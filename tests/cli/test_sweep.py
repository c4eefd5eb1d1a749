"""Sweeps with a fake training command, but for one small real one."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import fake_training
import pytest
from small_training import write_noise

from desktop_cvae.cli.main import main
from desktop_cvae.core import paths
from desktop_cvae.core.errors import InputOutputError
from desktop_cvae.library import sweep_library
from desktop_cvae.library.model_library import find_model
from desktop_cvae.library.run_library import list_runs, read_description
from desktop_cvae.library.sweep_library import list_sweeps, read_sweep, sweep_folder
from desktop_cvae.training import sweep_worker

PROGRAM = Path(__file__).parents[1] / "training" / "sweep_of_fakes.py"
Write = Callable[[str], Path]


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """Writes a sweep's file over noise; its trainings are fakes."""
    monkeypatch.setattr(sweep_worker, "program_command", lambda: list(fake_training.COMMAND))
    data = write_noise(tmp_path / "noise.npz")

    def file(text: str) -> Path:
        path = tmp_path / "small.toml"
        base = f"base = {{preset = 'dense_vae', epochs = 3, data = '{data.name}'}}\n"
        path.write_text(base + text, encoding="utf-8")
        return path

    return file


@pytest.fixture
def begun(tmp_path: Path) -> Iterator[Callable[[Path], subprocess.Popen[str]]]:
    """Starts a sweep in a process of its own, whose trainings wait after their first epoch."""
    processes = []

    def start(file: Path) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, str(PROGRAM), "sweep", str(file), "--jobs", "2", "--events", "jsonl"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=os.environ | {"FAKE_TRAINING_GATE": str(tmp_path / "gate")},
        )
        processes.append(process)
        return process

    yield start
    for process in processes:
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            pipe.close()


def until_two_train(process: subprocess.Popen[str]) -> None:
    assert process.stdout is not None
    told = set()
    while len(told) < 2:
        event = json.loads(process.stdout.readline())
        if event["event"] == "training":
            told.add(event["number"])


def wait_until_free(name: str) -> None:
    """The trainings of a sweep that was killed notice it by themselves."""
    until = time.monotonic() + 30
    while any(run.state == "running" for run in list_runs()):
        assert time.monotonic() < until


def table(capsys: pytest.CaptureFixture[str]) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(capsys.readouterr().out)))


def described(run: Any) -> dict[str, Any]:
    return read_description(run.folder)


def test_a_sweep_trains_all_ranks_them_and_installs_the_best(
    write: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    file = write("grid = {beta = [2.0, 0.5, 1.0]}")
    assert main(["sweep", str(file), "--jobs", "2", "--format", "csv", "--install", "best"]) == 0
    rows = table(capsys)
    assert [(row["number"], row["beta"], row["accuracy"]) for row in rows] == [
        ("2", "0.5", "0.95"),
        ("3", "1.0", "0.9"),
        ("1", "2.0", "0.8"),
    ]
    # −ELBO of the held-out digits without the training's own β, of its best epoch; its time.
    assert float(rows[0]["validation_neg_elbo_nats"]) == pytest.approx(105 + 10 / 3)
    assert float(rows[0]["seconds"]) == 4.5
    assert {run.name for run in list_runs()} == {"small-001", "small-002", "small-003"}
    assert find_model("small-002").manifest.training.beta == 0.5
    # Again: nothing is left to do, and another order is the same sweep.
    before = {run.id: described(run) for run in list_runs()}
    file = write("grid = {beta = [1.0, 0.5, 2.0, 4.0]}")
    assert main(["sweep", str(file), "--format", "json"]) == 0
    assert {run.id: described(run) for run in list_runs()}.items() > before.items()
    said = json.loads(capsys.readouterr().out)
    assert [one["number"] for one in said["trainings"]] == [2, 3, 1, 4]


def test_a_sweep_that_is_killed_goes_on_where_each_training_was(
    write: Write,
    begun: Callable[[Path], subprocess.Popen[str]],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    file = write("grid = {beta = [1.0, 2.0, 3.0]}")
    process = begun(file)
    until_two_train(process)
    assert main(["sweep", str(file)]) == 2
    assert "Another process is running the sweep" in capsys.readouterr().err
    assert main(["sweep", str(file), "--table"]) == 0
    shown = capsys.readouterr().out
    assert shown.count("running, epoch 1/3") == 2
    assert shown.count("waiting") == 1
    process.kill()
    process.wait()
    wait_until_free("small")
    (tmp_path / "gate").touch()
    assert main(["sweep", str(file), "--format", "csv"]) == 0
    assert [row["state"] for row in table(capsys)] == ["finished"] * 3
    resumed = sorted(described(run)["resumed"] for run in list_runs())
    assert resumed == [0, 1, 1]


def test_a_sweep_that_is_told_to_stop_leaves_trainings_that_can_be_resumed(
    write: Write, begun: Callable[[Path], subprocess.Popen[str]]
) -> None:
    process = begun(write("grid = {beta = [1.0, 2.0, 3.0]}"))
    until_two_train(process)
    process.send_signal(signal.SIGINT)
    assert process.wait() == 130
    (sweep,) = list_sweeps()
    states = [(one.state, one.epochs_done) for one in sweep.trainings]
    assert states == [("interrupted", 1), ("interrupted", 1), ("waiting", 0)]
    process = begun(write("grid = {beta = [1.0, 2.0, 3.0]}"))
    assert process.stdin is not None
    until_two_train(process)
    out, _ = process.communicate("suspend\n")
    assert process.returncode == 130
    assert "stopping" in out


def test_a_training_that_dies_is_gone_on_with_and_one_that_fails_stops_no_other(
    write: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    seeds = [fake_training.DIES_ONCE, fake_training.DIES, fake_training.FAILS_ONCE, 1]
    file = write(f"grid = {{seed = {seeds}}}")
    assert main(["sweep", str(file), "--format", "csv"]) == 1
    states = {int(row["seed"]): row["state"] for row in table(capsys)}
    assert [states[seed] for seed in seeds] == ["finished", "interrupted", "failed", "finished"]
    failed = read_sweep(sweep_folder("small")).trainings[2]
    assert failed.reason == "The loss is no longer a number."
    # It dies after every epoch, and has its last one behind it by now.
    assert main(["sweep", str(file), "--retry-failed", "--format", "csv"]) == 0
    assert [row["state"] for row in table(capsys)] == ["finished"] * 4


def test_a_full_disk_stops_the_sweep_and_loses_nothing(
    write: Write, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = write(f"grid = {{seed = [1, {fake_training.FULL_DISK}, 2, 3]}}")
    assert main(["sweep", str(file), "--jobs", "1"]) == 5
    assert "No space left on device." in capsys.readouterr().err
    states = [one.state for one in read_sweep(sweep_folder("small")).trainings]
    assert states == ["finished", "interrupted", "waiting", "waiting"]
    # Nor does the state file need room: the runs know.
    file = write("grid = {seed = [1, 2, 3]}")
    keep, kept = sweep_library.write_atomically, []

    def full(path: Path, data: bytes) -> None:
        if kept:
            raise InputOutputError("No space left on device.")
        kept.append(path)
        keep(path, data)

    monkeypatch.setattr(sweep_library, "write_atomically", full)
    assert main(["sweep", str(file)]) == 5
    states = [one.state for one in read_sweep(sweep_folder("small")).trainings]
    assert states == ["finished"] * 3


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("grid = {data = ['nowhere']}", "small.toml"),
        ("list = [{start_from = 'none'}]", "start_from none"),
        ("list = [{contrast = 500.0}]", "contrast 500"),
    ],
)
def test_what_the_training_command_would_refuse_is_refused_before_anything_starts(
    write: Write, text: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["sweep", str(write(text))]) == 2
    assert said in capsys.readouterr().err
    assert not list_runs()
    assert not list_sweeps()


def test_a_sweep_of_the_real_command(
    write: Write, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sweep_worker, "program_command", paths.program_command)
    file = write("grid = {epochs = [1], batch_size = [20], latent_dim = [2]}")
    assert main(["sweep", str(file), "--format", "csv"]) == 0
    (row,) = table(capsys)
    assert row["state"] == "finished"
    assert float(row["neg_elbo_nats"]) > 0
    (run,) = list_runs()
    assert run.model_path == Path(row["model"])
