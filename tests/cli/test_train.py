from __future__ import annotations

import builtins
import dataclasses
import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from small_training import train_command, write_noise

from desktop_cvae.cli.main import main
from desktop_cvae.cli.parser import parse
from desktop_cvae.cli.train import portable_command, request_of, training_config
from desktop_cvae.core import paths
from desktop_cvae.core.command_events import TrainingProgress
from desktop_cvae.core.errors import InputOutputError
from desktop_cvae.core.network_presets import PRESETS
from desktop_cvae.core.results import EpochRecord, LossTerms
from desktop_cvae.library.checkpoint_file import read_newest_checkpoint
from desktop_cvae.library.latent_map_cache import find_latent_map
from desktop_cvae.library.model_file import read_model_file
from desktop_cvae.library.model_library import find_model
from desktop_cvae.library.run_library import list_runs
from desktop_cvae.training import training_run
from desktop_cvae.training.event_sentences import epoch_line
from desktop_cvae.training.training_run import starting_point


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Sixty random pictures to train on and twenty to test with."""
    return write_noise(tmp_path / "noise.npz")


def test_a_model_is_trained_measured_and_saved(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "new.cvae"
    assert main(train_command(data, output)) == 0
    out, err = capsys.readouterr()
    assert out == ""
    loading, first, second = err.splitlines()[:3]
    assert loading == "loading TensorFlow"
    assert first.startswith("training conv_cvae on 55 images, 5 held out; seed 3; run ")
    assert second.startswith("epoch 1/1  loss")
    model = read_model_file(output)
    manifest = model.manifest
    assert (manifest.name, manifest.spec.latent_dim, manifest.training.seed) == ("new", 2, 3)
    assert manifest.metrics["test_images"] == 20
    assert {"accuracy", "neg_elbo_nats", "reconstruction_nats", "kl_nats"} < set(manifest.metrics)
    assert str(tmp_path) not in manifest.to_json()
    assert manifest.command.endswith("--data noise.npz --output new.cvae")
    assert len(model.history) == 1
    assert model.preview is not None
    latent_map = find_latent_map(manifest.weights_sha256)
    assert latent_map is not None
    assert latent_map.points.shape == (20, 2)


def test_without_output_the_model_is_in_the_library(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = train_command(data, tmp_path)
    place = command.index("--output")
    del command[place : place + 2]
    assert main([*command, "--name", "my own"]) == 0
    assert find_model("my own").manifest.name == "my own"
    assert f"saved {find_model('my own').path}" in capsys.readouterr().err
    assert main([*command, "--name", "my own"]) == 2
    assert main([*command, "--name", "../mine"]) == 2


def test_a_model_without_a_name_gets_a_free_one_of_its_preset() -> None:
    def file() -> Path:
        arguments = parse(["train", "--preset", "conv_cvae"])
        arguments.command_line = []
        return request_of(arguments).output

    assert file() == paths.models_dir() / "conv_cvae.cvae"
    file().parent.mkdir(parents=True, exist_ok=True)
    file().touch()
    assert file() == paths.models_dir() / "conv_cvae-2.cvae"


def test_events_are_json_lines_and_data_without_a_test_part_is_not_measured(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "nice", lambda increment: increment)
    random = np.random.default_rng(0)
    path, maps = tmp_path / "whole.npz", tmp_path / "maps"
    np.savez(path, x=random.integers(0, 256, (30, 28, 28), np.uint8), y=np.arange(30) % 10)
    command = train_command(path, tmp_path / "new.cvae", "--no-labels", "--limit", "25")
    assert main([*command, "--events", "jsonl", "--map-folder", str(maps)]) == 0
    out, err = capsys.readouterr()
    events = [json.loads(line) for line in out.splitlines()]
    kinds = [event["event"] for event in events]
    assert (kinds[0], kinds[-1]) == ("started", "saved")
    assert {"epoch", "checkpoint"} < set(kinds)
    assert events[-1]["metrics"] == {}
    assert "no separate test part" in err
    manifest = read_model_file(tmp_path / "new.cvae").manifest
    assert not manifest.spec.conditional
    assert not maps.exists()


def test_an_output_is_not_replaced_and_nothing_starts(data: Path, tmp_path: Path) -> None:
    output = tmp_path / "old.cvae"
    output.write_bytes(b"precious")
    assert main(train_command(data, output)) == 2
    assert output.read_bytes() == b"precious"


def test_bad_data_is_refused_before_tensorflow_is_loaded(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    without_tensorflow(monkeypatch)
    path = tmp_path / "bad.npz"
    np.savez(path, x=np.zeros((4, 28, 28), np.uint8), y=np.zeros(4, np.int64))
    assert main(train_command(path, tmp_path / "new.cvae")) == 5
    assert capsys.readouterr().err.count("\n") == 1


def test_a_missing_tensorflow_is_named(
    data: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    without_tensorflow(monkeypatch)
    assert main(train_command(data, tmp_path / "new.cvae")) == 3
    assert "pip install tensorflow" in capsys.readouterr().err
    assert not (tmp_path / "new.cvae").exists()


def without_tensorflow(monkeypatch: pytest.MonkeyPatch) -> None:
    real_import = builtins.__import__

    def refuse(name: str, *arguments: Any, **keywords: Any) -> Any:
        if name.partition(".")[0] in ("tensorflow", "keras"):
            raise ModuleNotFoundError(f"No module named {name!r}")
        return real_import(name, *arguments, **keywords)

    monkeypatch.setattr(builtins, "__import__", refuse)


@pytest.mark.skipif(os.name == "nt", reason="POSIX signals")
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_an_interrupted_training_leaves_nothing(
    data: Path, tmp_path: Path, number: signal.Signals, code: int
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    command = train_command(data, folder / "new.cvae", "--events", "jsonl")
    command[command.index("--epochs") + 1] = "10000"
    pipe = subprocess.PIPE
    program = [sys.executable, "-m", "desktop_cvae", *command]
    with subprocess.Popen(program, stdout=pipe, stderr=pipe, text=True) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        started = json.loads(process.stdout.readline())
        assert started["event"] == "started"
        assert json.loads(process.stdout.readline())["epoch"] == 1
        process.send_signal(number)
        errors = process.communicate(timeout=60)[1]
        assert (process.returncode, errors) == (code, "")
    assert list(folder.iterdir()) == []
    (run,) = list_runs()
    assert (run.state, run.resumable) == ("interrupted", True)
    assert read_newest_checkpoint(run.checkpoints) is not None


@pytest.mark.parametrize(
    ("command", "state"), [("cancel", "cancelled"), ("suspend", "interrupted")]
)
def test_who_cancels_is_not_asked_to_resume_and_who_suspends_is(
    data: Path, tmp_path: Path, command: str, state: str
) -> None:
    program = [sys.executable, "-m", "desktop_cvae"]
    training = [*program, *train_command(data, tmp_path / "new.cvae", "--events", "jsonl")]
    done = subprocess.run(
        training, input=f"{command}\n", capture_output=True, text=True, check=True
    )
    kinds = [json.loads(line)["event"] for line in done.stdout.splitlines()]
    # The answer does not wait for TensorFlow.
    assert (kinds[0], kinds[-1]) == ("stopping", "checkpoint")
    (run,) = list_runs()
    assert (run.state, run.resumable, run.model_path) == (state, True, None)
    assert read_newest_checkpoint(run.checkpoints) is not None


@pytest.mark.skipif(os.name == "nt", reason="POSIX signals")
def test_a_killed_training_is_resumed_and_stops_with_the_best(data: Path, tmp_path: Path) -> None:
    command = train_command(data, tmp_path / "new.cvae", "--events", "jsonl")
    command[command.index("--epochs") + 1] = "10000"
    program, pipe = [sys.executable, "-m", "desktop_cvae"], subprocess.PIPE
    with subprocess.Popen([*program, *command], stdout=pipe, text=True) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if json.loads(line)["event"] == "checkpoint":
                break
        assert list_runs()[0].state == "running"
        process.kill()
    (run,) = list_runs()
    assert (run.state, run.resumable) == ("interrupted", True)
    resume = [*program, "train", "--resume", run.id, "--events", "jsonl"]
    done = subprocess.run(
        resume, input="pause\nresume\nstop\n", capture_output=True, text=True, check=True
    )
    events = [json.loads(line) for line in done.stdout.splitlines()]
    kinds = [event["event"] for event in events]
    assert kinds.index("paused") < kinds.index("resumed")
    # Heard at once, obeyed in turn.
    assert kinds[0] == "stopping"
    assert (kinds[-1], events[-1]["stopped_early"]) == ("saved", True)
    (run,) = list_runs()
    assert (run.state, run.model_path) == ("stopped", tmp_path / "new.cvae")


def test_a_disk_that_is_full_after_the_model_is_saved_is_only_noted(
    data: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(folder: Path, **changes: Any) -> None:
        raise InputOutputError("“run.json” could not be written: No space left on device.")

    monkeypatch.setattr(training_run, "change_run", refuse)
    assert main(train_command(data, tmp_path / "new.cvae")) == 0
    assert read_model_file(tmp_path / "new.cvae").manifest.name == "new"
    assert "could not be updated: “run.json” could not be written" in capsys.readouterr().err


def test_a_training_shows_what_it_makes_of_digits_and_of_the_canvas(
    data: Path, tmp_path: Path
) -> None:
    drawing = np.random.default_rng(1).integers(0, 256, (28, 28), np.uint8)
    np.save(tmp_path / "drawn here.npy", drawing)
    np.save(tmp_path / "bad.npy", drawing.astype(np.float32))
    command = train_command(data, tmp_path / "new.cvae", "--events", "jsonl")
    commands = f"canvas {tmp_path}/bad.npy\ncanvas {tmp_path}/drawn here.npy\n"
    program = [sys.executable, "-m", "desktop_cvae", *command]
    done = subprocess.run(program, input=commands, capture_output=True, text=True, check=True)
    events = [json.loads(line) for line in done.stdout.splitlines()]
    files = {
        event["event"]: Path(event["file"])
        for event in events
        if "epoch" in event and "file" in event
    }
    (run,) = list_runs()
    assert {file.parent for file in files.values()} == {run.folder}
    digits, canvas = np.load(files["reconstructions"]), np.load(files["canvas"])
    assert (digits.dtype, digits.shape[0], digits.shape[2:]) == (np.uint8, 2, (28, 28))
    assert (canvas.dtype, canvas.shape) == (np.uint8, (2, 28, 28))
    np.testing.assert_array_equal(canvas[0], drawing)
    assert "canvas ignored: “bad.npy”" in done.stderr


@pytest.mark.parametrize(
    ("options", "changes"),
    [
        ([], {}),
        (["--epochs", "3", "--beta", "0"], {"epochs": 3, "beta": 0.0}),
        (["--schedule", "constant"], {"schedule": "constant"}),
        (["--beta-warmup", "2.5"], {"beta_warmup_epochs": 2.5}),
        (["--validation-share", "0.1", "--seed", "9"], {"validation_share": 0.1, "seed": 9}),
        (
            ["--learning-rate", "5e-4", "--batch-size", "64"],
            {"learning_rate": 5e-4, "batch_size": 64},
        ),
    ],
)
@pytest.mark.parametrize("preset", ["studio", "dense_cvae"])
def test_options_change_the_presets_training(
    preset: str, options: list[str], changes: dict[str, Any]
) -> None:
    arguments = parse(["train", "--preset", preset, *options, "--output", "a.cvae"])
    expected = dataclasses.replace(PRESETS[preset].training, **changes)
    assert training_config(arguments) == expected


def request_for(*options: str) -> training_run.RunRequest:
    """What a command line asks for."""
    arguments = parse(["train", *options, "--output", "a.cvae"])
    arguments.command_line = []
    return request_of(arguments)


def test_options_change_the_presets_network() -> None:
    network = request_for("--latent-dim", "5", "--no-labels").network
    assert (network.latent_dim, network.conditional) == (5, False)
    spec, weights = starting_point(request_for(), ("a", "b"))
    assert (spec.label_names, weights) == (("a", "b"), None)


def test_the_kept_command_names_no_folder_of_this_machine() -> None:
    argv = ["train", "--data", "/home/me/my digits", "--output=/tmp/a.cvae", "--beta", "0.5"]
    expected = "desktop-cvae train --data 'my digits' --output=a.cvae --beta 0.5"
    assert portable_command(argv) == expected


def test_an_epochs_line_is_for_people() -> None:
    terms = LossTerms(101.234, 90.1, 11.1)
    record = EpochRecord(3, terms, LossTerms(99.5, 88.25, 11.25), 12.04)
    line = epoch_line(TrainingProgress(3, 20, 430, 430, terms, 4321.0, record), record)
    assert line == (
        "epoch  3/20  loss  101.23  validation   99.50"
        "  (reconstruction  88.25, KL 11.25)   4,321 images/s   12.0 s"
    )
