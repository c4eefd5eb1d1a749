"""A training that goes on from a model."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from small_training import train_command, write_noise

from desktop_cvae.cli.main import main
from desktop_cvae.cli.parser import parse
from desktop_cvae.cli.starting_weights import place_of, started_from
from desktop_cvae.core.errors import UsageError
from desktop_cvae.core.specs import DIGIT_NAMES
from desktop_cvae.library.model_file import read_model_file
from desktop_cvae.library.model_library import find_model


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


def test_what_contradicts_the_model_is_refused() -> None:
    for option in (["--latent-dim", "3"], ["--no-labels"]):
        arguments = parse(["train", "--start-from", "studio", *option, "--output", "x.cvae"])
        with pytest.raises(UsageError, match="keeps the model's network"):
            started_from(arguments, DIGIT_NAMES)
    arguments = parse(["train", "--start-from", "studio", "--output", "x.cvae"])
    with pytest.raises(UsageError, match="does not have the labels"):
        started_from(arguments, ("cat", "dog"))
    start = started_from(arguments, DIGIT_NAMES)
    assert start is not None
    assert start.spec == find_model("studio").manifest.spec


def test_without_the_option_there_is_none() -> None:
    assert started_from(parse(["train", "--output", "x.cvae"]), DIGIT_NAMES) is None


def test_a_file_is_remembered_by_its_whole_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.cvae").touch()
    assert place_of("a.cvae") == str(tmp_path / "a.cvae")
    assert place_of("studio") == "studio"
    assert place_of(None) is None
