"""A training that goes on from a model."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from small_training import train_command, write_noise

from desktop_cvae.cli.main import main
from desktop_cvae.cli.parser import parse
from desktop_cvae.cli.train import request_of
from desktop_cvae.core.errors import UsageError
from desktop_cvae.core.specs import DIGIT_NAMES
from desktop_cvae.library.model_file import read_model_file
from desktop_cvae.library.model_library import find_model
from desktop_cvae.training.run_request import RunRequest
from desktop_cvae.training.training_run import starting_point


def test_it_takes_over_network_and_weights(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data, first, second = (
        write_noise(tmp_path / "noise.npz"),
        tmp_path / "a.cvae",
        tmp_path / "b.cvae",
    )
    assert main(train_command(data, first)) == 0
    command = ["train", "--data", str(data), "--start-from", str(first), "--epochs", "1"]
    settings = ["--learning-rate", "1e-7", "--contrast", "0", "--output", str(second)]
    assert main([*command, *settings]) == 0
    capsys.readouterr()
    before, after = read_model_file(first), read_model_file(second)
    assert after.manifest.spec == before.manifest.spec
    for name, weights in before.weights.items():
        if "moving" not in name:
            np.testing.assert_allclose(after.weights[name], weights, atol=1e-5)
    # Its history goes on after that of the first.
    assert [replace(one, model="") for one in after.history[:-1]] == list(before.history)
    last = before.history[-1].epoch
    assert [(one.epoch, one.model) for one in after.history[-2:]] == [(last, "a"), (last + 1, "")]
    # A third training goes on from both, under a name that it takes over.
    command[command.index(str(first))] = str(second)
    assert main([*command, *settings, "--overwrite"]) == 0
    third = read_model_file(second).history
    assert [one.model for one in third] == ["a"] * len(before.history) + ["b", ""]
    assert [one.epoch for one in third] == list(range(1, last + 3))


def request_for(*options: str) -> RunRequest:
    """What a command line asks for."""
    arguments = parse(["train", *options, "--output", "x.cvae"])
    arguments.command_line = []
    return request_of(arguments)


def test_what_contradicts_the_model_is_refused() -> None:
    for option in (["--latent-dim", "3"], ["--no-labels"]):
        with pytest.raises(UsageError, match="keeps the model's network"):
            request_for("--start-from", "studio", *option)
    request = request_for("--start-from", "studio")
    with pytest.raises(UsageError, match="does not have the labels"):
        starting_point(request, ("cat", "dog"))
    model = read_model_file(find_model("studio").path)
    spec, weights = starting_point(request, DIGIT_NAMES)
    assert spec == model.manifest.spec
    assert weights is not None
    assert weights.keys() == model.weights.keys()


def test_a_file_is_remembered_by_its_whole_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.cvae").touch()
    asked = request_for("--start-from", "a.cvae").to_json()
    assert asked["start_from"] == str(tmp_path / "a.cvae")
    assert request_for("--start-from", "studio").to_json()["start_from"] == "studio"
    assert request_for().to_json()["start_from"] is None
