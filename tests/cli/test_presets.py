from __future__ import annotations

import json

import pytest

from desktop_cvae.cli.main import main
from desktop_cvae.core.network_presets import PRESETS
from desktop_cvae.core.specs import TRAINING_SETTINGS, option_of


def test_presets_are_listed_with_their_size(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["presets", "list"]) == 0
    heading, *rows = capsys.readouterr().out.splitlines()
    assert [row.split()[0] for row in rows] == list(PRESETS)
    (small,) = [row for row in rows if row.startswith("conv_cvae")]
    assert small.split()[1:5] == ["CVAE", "16", "26,697", "20"]
    assert heading.split()[:5] == ["name", "kind", "latent", "weights", "epochs"]


def test_a_presets_settings_are_shown_as_options(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["presets", "show", "dense_vae"]) == 0
    lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert ["--batch-size", str(PRESETS["dense_vae"].training.batch_size)] in lines
    assert {option_of(name) for name in TRAINING_SETTINGS} <= {line[0] for line in lines if line}


def test_presets_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["presets", "list", "--format", "json"]) == 0
    listed = json.loads(capsys.readouterr().out)
    assert [entry["name"] for entry in listed] == list(PRESETS)
    assert main(["presets", "show", "studio", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == listed[0]
    assert listed[0]["training"] == PRESETS["studio"].training.to_json()


def test_an_unknown_preset_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["presets", "show", "huge"]) == 2
    assert "conv_cvae" in capsys.readouterr().err
