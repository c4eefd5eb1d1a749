"""Rows 13, 16, 19 and 20: a training that goes wrong says so in one sentence and loses nothing."""

from __future__ import annotations

import dataclasses
import functools
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from small_training import train_command, write_noise

from desktop_cvae.cli.main import main
from desktop_cvae.core.atomic_files import write_atomically
from desktop_cvae.core.errors import InputOutputError
from desktop_cvae.core.specs import TrainingConfig
from desktop_cvae.library import run_library
from desktop_cvae.library.checkpoint_file import read_newest_checkpoint
from desktop_cvae.library.model_file import read_model_file
from desktop_cvae.library.run_library import list_runs, read_run
from desktop_cvae.training import training_run

Event = dict[str, Any]


@pytest.fixture(autouse=True)
def unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tests' own process keeps its priority."""
    monkeypatch.setattr(os, "nice", lambda increment: increment)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Sixty random pictures to train on and twenty to test with."""
    return write_noise(tmp_path / "noise.npz")


def run_with_events(
    capsys: pytest.CaptureFixture[str], command: list[str]
) -> tuple[int, list[Event], str]:
    """Exit code, events and the complaint."""
    code = main([*command, "--events", "jsonl"])
    out, err = capsys.readouterr()
    complaints = [line for line in err.splitlines() if line.startswith("desktop-cvae: ")]
    assert len(complaints) == (1 if code else 0)
    return code, [json.loads(line) for line in out.splitlines()], "".join(complaints)


def advice(events: list[Event], code: str) -> Event:
    """The only advice of that code; its cure makes valid settings."""
    (found,) = (e for e in events if e["event"] == "advice" and e["code"] == code)
    dataclasses.replace(TrainingConfig(), **found["cure"])
    return found


def test_an_absurd_learning_rate_fails_with_a_sentence_and_a_cure(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    absurd = ["--preset", "studio", "--learning-rate", "1", "--beta-warmup", "0"]
    command = train_command(data, tmp_path / "a.cvae", *absurd, "--epochs", "30")
    code, events, complaint = run_with_events(capsys, command)
    sentence = "The loss is no longer a number; try a lower learning rate."
    assert (code, complaint) == (1, f"desktop-cvae: {sentence}")
    assert advice(events, "nan")["cure"] == {"learning_rate": 0.25}
    assert events[-1] == {"event": "failed", "version": 1, "sentence": sentence, "exit_code": 1}
    assert list_runs()[0].state == "failed"
    assert not (tmp_path / "a.cvae").exists()


def test_a_loss_that_is_lost_later_goes_back_to_the_best_epoch(
    data: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from desktop_cvae.training import loop

    monkeypatch.setattr(loop, "learning_rate_at", lambda _, done: 1e-3 if done < 1 else 1e30)
    command = train_command(data, tmp_path / "a.cvae", "--epochs", "9")
    code, events, _ = run_with_events(capsys, command)
    assert "the best epoch so far (1) is kept" in advice(events, "nan")["sentence"]
    assert (code, events[-1]["event"], events[-1]["stopped_early"]) == (0, "saved", True)
    # Reading checks that every weight is a number.
    assert len(read_model_file(tmp_path / "a.cvae").history) == 1
    assert list_runs()[0].state == "stopped"


def test_a_collapsed_posterior_is_told_with_a_cure(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    heavy = ["--beta", "100", "--beta-warmup", "0", "--learning-rate", "0.02", "--epochs", "12"]
    code, events, _ = run_with_events(capsys, train_command(data, tmp_path / "a.cvae", *heavy))
    assert code == 0
    assert "posterior collapse" in advice(events, "collapse")["sentence"]
    assert advice(events, "collapse")["cure"] == {"beta": 1.0}


@pytest.mark.parametrize("is_tensorflows", [False, True])
def test_too_little_memory_is_a_sentence_and_the_run_can_be_resumed(
    data: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    *,
    is_tensorflows: bool,
) -> None:
    import tensorflow as tf

    from desktop_cvae.training.loop import Training

    def run_out(self: Training) -> Iterator[None]:
        yield from ()
        raise (
            tf.errors.ResourceExhaustedError(None, None, "OOM when allocating")
            if is_tensorflows
            else MemoryError
        )

    monkeypatch.setattr(Training, "run", run_out)
    code, events, complaint = run_with_events(capsys, train_command(data, tmp_path / "a.cvae"))
    assert (code, events[-1]["event"], events[-1]["exit_code"]) == (3, "failed", 3)
    assert "not enough memory" in complaint
    assert (list_runs()[0].state, list_runs()[0].resumable) == ("interrupted", True)


def test_row_29_a_training_whose_reader_goes_away_is_interrupted(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading, writing = os.pipe()
    with os.fdopen(writing, "w") as pipe:
        monkeypatch.setattr(sys, "stdout", pipe)
        monkeypatch.setattr(training_run, "require_tensorflow", lambda: os.close(reading))
        assert main(train_command(data, tmp_path / "a.cvae", "--events", "jsonl")) == 5
    (run,) = list_runs()
    assert (run.state, run.resumable) == ("interrupted", True)


def test_a_refused_start_is_an_event_too(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.cvae").write_bytes(b"precious")
    code, events, complaint = run_with_events(capsys, train_command(data, tmp_path / "a.cvae"))
    assert (code, [event["event"] for event in events]) == (2, ["failed"])
    assert complaint == f"desktop-cvae: {events[0]['sentence']}"


def test_what_another_training_saved_meanwhile_is_not_replaced(
    data: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Row 16."""
    output, real = tmp_path / "a.cvae", training_run.require_tensorflow

    def be_slower() -> str:
        output.write_bytes(b"precious")
        return real()

    monkeypatch.setattr(training_run, "require_tensorflow", be_slower)
    code, events, _ = run_with_events(capsys, train_command(data, output))
    assert (code, output.read_bytes()) == (0, b"precious")
    assert events[-1]["file"] == str(tmp_path / "a-2.cvae")
    assert list_runs()[0].model_path == tmp_path / "a-2.cvae"


def test_the_last_words_have_room_on_a_full_disk(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def write_if_there_is_room(path: Path, content: bytes) -> None:
        if (path.parent / "reserve").exists():
            raise InputOutputError(f"“{path.name}” could not be written: No space left on device.")
        write_atomically(path, content)

    monkeypatch.setattr(run_library, "write_atomically", write_if_there_is_room)
    assert main(train_command(data, tmp_path / "a.cvae")) == 0
    assert json.loads((list_runs()[0].folder / "run.json").read_text())["state"] == "finished"


@pytest.mark.skipif(os.name == "nt", reason="POSIX limits")
def test_without_room_for_checkpoint_and_model_the_training_goes_on_and_can_be_resumed(
    data: Path, tmp_path: Path
) -> None:
    """Row 13: no file may become longer than 40 kB."""
    import resource

    output = tmp_path / "a.cvae"
    command = train_command(data, output, "--epochs", "2", "--events", "jsonl")
    limit = functools.partial(resource.setrlimit, resource.RLIMIT_FSIZE, (40_000, 40_000))
    done = subprocess.run(
        [sys.executable, "-m", "desktop_cvae", *command],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=limit,
    )
    events = [json.loads(line) for line in done.stdout.splitlines()]
    assert (done.returncode, done.stderr.count("\n")) == (5, 1)
    assert "training continues" in advice(events, "disk")["sentence"]
    assert [event["event"] for event in events].count("epoch") == 2
    assert "“a.cvae” could not be written" in events[-1]["sentence"]
    (run,) = list_runs()
    assert (run.state, run.resumable, output.exists()) == ("interrupted", True, False)
    assert json.loads((run.folder / "run.json").read_text())["state"] == "interrupted"
    assert len(run.history) == 2


@pytest.mark.skipif(os.name == "nt", reason="POSIX pipes")
def test_a_training_that_nobody_reads_any_more_is_interrupted_and_can_be_resumed(
    data: Path, tmp_path: Path
) -> None:
    command = train_command(data, tmp_path / "a.cvae", "--epochs", "10000", "--events", "jsonl")
    pipe, program = subprocess.PIPE, [sys.executable, "-m", "desktop_cvae", *command]
    with subprocess.Popen(program, stdout=pipe, stderr=pipe, text=True) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert json.loads(process.stdout.readline())["event"] == "started"
        process.stdout.close()
        errors = process.stderr.read()
    sentence = (
        "The window or program that started this training is gone; the training can be resumed."
    )
    assert (process.returncode, errors) == (5, f"desktop-cvae: {sentence}\n")
    (run,) = list_runs()
    assert (run.state, run.resumable, run.reason) == ("interrupted", True, sentence)
    assert read_newest_checkpoint(run.checkpoints) is not None


def test_a_run_in_a_folder_of_its_own_is_resumed_as_it_was_asked_for(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, maps, output = tmp_path / "my run", tmp_path / "maps", tmp_path / "a.cvae"
    places = ["--run-folder", str(folder), "--map-folder", str(maps)]
    command = train_command(data, output, *places, "--events", "jsonl")
    program = [sys.executable, "-m", "desktop_cvae", *command]
    subprocess.run(program, input="suspend\n", capture_output=True, text=True, check=True)
    assert (list_runs(), read_run(folder).state) == ([], "interrupted")
    # Another run there would go on from the first one's checkpoints.
    assert main(train_command(data, output, *places)) == 2
    assert "“my run” already contains a run" in capsys.readouterr().err
    assert main(["train", "--resume", str(folder)]) == 0
    assert (read_run(folder).state, read_run(folder).model_path) == ("finished", output)
    endings = sorted(path.name.partition(".")[2] for path in maps.iterdir())
    assert endings == ["v2.map.npz", "v2.map.npz.sha256"]
