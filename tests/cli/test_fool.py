"""``fool`` and ``evaluate --attack`` on the fakes; what finds the change is played."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from fakes import draw_digit
from PIL import Image

from desktop_cvae.cli import fool, robustness_report
from desktop_cvae.cli.main import main
from desktop_cvae.core.errors import EnvironmentProblem
from desktop_cvae.core.results import FloatArray, IntArray
from desktop_cvae.evaluation.adversarial_robustness import Attack
from desktop_cvae.inference.opened_model import OpenedModel

DIGITS = [1, 4, 7]


@pytest.fixture
def data(tmp_path: Path) -> str:
    """Three digits, each under its name."""
    images = np.stack([np.rint(255 * draw_digit(label)).astype(np.uint8) for label in DIGITS])
    np.savez(tmp_path / "digits.npz", x=images, y=np.array(DIGITS))
    return str(tmp_path / "digits.npz")


@pytest.fixture
def attacked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """Every attack puts half of the wished digit, or of an 8, over the picture."""
    asked: list[tuple[str, str]] = []

    def load_attack(
        model: OpenedModel,
        norm: str,
        until: str,
        *,
        has_views: bool = False,
        thinking_steps: int = 0,
    ) -> Attack:
        asked.append((norm, until))

        def attack(
            images: FloatArray,
            labels: IntArray,
            target: int | None,
            tell: Callable[[float, int], object],
        ) -> FloatArray:
            tell(0.5, 1)
            other = draw_digit(8 if target is None else target)
            return (0.45 * images + 0.55 * other).astype(np.float32)

        return attack

    for module in (robustness_report, fool):
        monkeypatch.setattr(module, "load_attack", load_attack)
    return asked


def test_an_attack_is_a_part_of_the_scorecard(
    data: str,
    tmp_path: Path,
    attacked: list[tuple[str, str]],
    capsys: pytest.CaptureFixture[str],
) -> None:
    folder = tmp_path / "card"
    command = ["evaluate", "studio", "--data", data, "--attack", "linf", "--digits", "2"]
    assert main([*command, "--seed", "4", "--format", "json", "--output", str(folder)]) == 0
    told = json.loads(capsys.readouterr().out)["attack"]
    assert (told["norm"], told["n"], told["fooled"], told["seed"]) == ("linf", 2, 2, 4)
    assert told["median"] == pytest.approx(0.55)
    assert told["still_right"][0] == 1.0
    lines = (folder / "attack.csv").read_text("utf-8").splitlines()
    assert lines[0] == "linf,still right"
    assert len(lines) == 6
    assert main(command) == 0
    text = capsys.readouterr().out
    assert "attacked 2 digits" in text
    assert "median distance 0.55 (Analysis by Synthesis: 0.23)" in text
    assert attacked == [("linf", "misread")] * 2


def test_a_picture_is_fooled_and_shown(
    tmp_path: Path, attacked: list[tuple[str, str]], capsys: pytest.CaptureFixture[str]
) -> None:
    picture, sheet = tmp_path / "seven.npy", tmp_path / "sheet.png"
    np.save(picture, draw_digit(7))
    assert main(["fool", str(picture), "--into", "1", "--output", str(sheet)]) == 0
    out = capsys.readouterr().out
    assert out.startswith("before: 7, digit\nafter: 1, digit\n")
    with Image.open(sheet) as shown:
        assert shown.width == pytest.approx(3 * shown.height, rel=0.05)


def test_events_bring_progress_and_the_picture_itself(
    tmp_path: Path, attacked: list[tuple[str, str]], capsys: pytest.CaptureFixture[str]
) -> None:
    np.save(tmp_path / "seven.npy", draw_digit(7))
    command = ["fool", str(tmp_path / "seven.npy"), "--norm", "l0", "--until", "sure"]
    assert main([*command, "--events", "jsonl"]) == 0
    progress, ended = map(json.loads, capsys.readouterr().out.splitlines())
    assert (progress["event"], progress["done"], progress["total"]) == ("progress", 50, 100)
    assert (ended["event"], ended["fooled"]) == ("ended", True)
    assert (ended["before"]["label"], ended["after"]["label"]) == ("7", "8")
    expected = 0.45 * draw_digit(7) + 0.55 * draw_digit(8)
    np.testing.assert_allclose(np.reshape(ended["image"], (28, 28)), expected, atol=1e-6)
    assert attacked == [("l0", "sure")]


@pytest.mark.parametrize(
    ("options", "code", "sentence"),
    [
        (["--into", "7"], 2, "It is already read as “7”."),
        (["--into", "x"], 2, "There is no label “x”"),
        (["--model", "plain"], 2, "trained without labels"),
    ],
)
def test_what_makes_no_sense_is_said(
    options: list[str],
    code: int,
    sentence: str,
    tmp_path: Path,
    attacked: list[tuple[str, str]],
    capsys: pytest.CaptureFixture[str],
) -> None:
    np.save(tmp_path / "seven.npy", draw_digit(7))
    assert main(["fool", str(tmp_path / "seven.npy"), *options, "--events", "jsonl"]) == code
    told = capsys.readouterr()
    assert sentence in told.err
    assert sentence in json.loads(told.out)["sentence"]


@pytest.mark.parametrize(
    "values", [np.zeros((3, 3)), np.full((28, 28), np.nan), np.ones((28, 28)) * 2]
)
def test_numbers_that_are_no_picture_are_refused(
    values: FloatArray, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    np.save(tmp_path / "odd.npy", values)
    assert main(["fool", str(tmp_path / "odd.npy")]) == 5
    assert "not an array of 28 × 28 numbers" in capsys.readouterr().err


def test_options_of_attacks_need_an_attack(data: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluate", "studio", "--data", data, "--digits", "3"]) == 2
    assert "--attack" in capsys.readouterr().err


def test_without_the_library_one_sentence_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    attacks = pytest.importorskip("desktop_cvae.training.adversarial_attacks")
    monkeypatch.setitem(sys.modules, "foolbox", None)
    with pytest.raises(EnvironmentProblem, match=r"pip install '.\[attack\]'") as raised:
        attacks.require_foolbox()
    assert raised.value.exit_code == 3
