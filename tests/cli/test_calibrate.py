"""``models calibrate``, ``--refuse``, and what ``recognize`` says of a calibrated model."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from fake_calibration import fake_calibration
from fakes import FakeEngine, draw_digit, fake_model

from desktop_cvae.cli import calibrate as command
from desktop_cvae.cli.main import main
from desktop_cvae.cli.records import csv_line, picture_record, text_formatter
from desktop_cvae.core.results import Box, PreparedDigit
from desktop_cvae.library.model_file import read_manifest


@pytest.fixture
def data(tmp_path: Path) -> Path:
    path = tmp_path / "digits.npz"
    labels = np.arange(60) % 10
    drawn = np.stack([draw_digit(int(label)) for label in labels])
    np.savez(path, x=np.rint(255 * drawn).astype(np.uint8), y=labels)
    return path


def test_a_model_is_calibrated(
    tiny_model: Path,
    data: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    engines = "desktop_cvae.inference.opened_model.open_engine"
    monkeypatch.setattr(engines, lambda entry, kind: FakeEngine(entry.manifest.spec))
    assert main(["models", "calibrate", str(tiny_model), "--data", str(data)]) == 0
    out, err = capsys.readouterr()
    calibration = read_manifest(tiny_model).calibration
    assert calibration is not None
    assert calibration.digits == 60
    assert f"temperature {calibration.temperature:.3g}" in out
    assert "refuses nothing" in out
    assert "trained on other data" in err


def test_the_table_is_shown() -> None:
    text = command.calibration_text(fake_calibration())
    assert "refuses 1 % of digits under 0.00" in text


@pytest.mark.parametrize("share", ["-0.1", "0.06", "nan", "much"])
def test_a_senseless_share_is_refused(share: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["recognize", "a.png", f"--refuse={share}"]) == 2
    assert "--refuse" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("score", "margin", "text", "line", "cells"),
    [
        (5.0, 0.0, "3", "a.png  3  ", ",true,digit,"),
        (5.0, 1e4, "3", " %  unsure: 3 or ", ",true,unsure: 3 or "),
        (-5.0, 0.0, "", "a.png  –  not a digit\n", ",false,not a digit,"),
    ],
)
def test_what_is_said_of_a_picture(
    score: float, margin: float, text: str, line: str, cells: str
) -> None:
    model = fake_model(calibration=fake_calibration(score=score, unsure_margin=margin))
    prepared = PreparedDigit(draw_digit(3), True, Box(4, 4, 20, 20), 1.0, (4.0, 4.0), False)
    (reading,) = model.read(prepared.image[None])
    record = picture_record("a.png", prepared, reading, model)
    assert record.text == text
    assert record.digits[0].label == 3
    assert record.digits[0].is_digit is bool(text)
    assert line in text_formatter(["a.png"])(record)
    assert cells in csv_line(record)
