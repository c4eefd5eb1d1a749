from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np
import pytest
from fake_calibration import fake_calibration
from fakes import draw_digit
from PIL import Image

from desktop_cvae.cli.main import main
from desktop_cvae.library.model_file import rewrite_calibration
from desktop_cvae.library.model_library import find_model


@pytest.fixture
def data(tmp_path: Path) -> str:
    """A data set of every drawn digit, three times."""
    images = np.stack([np.rint(255 * draw_digit(n % 10)).astype(np.uint8) for n in range(30)])
    np.savez(tmp_path / "digits.npz", x=images, y=np.arange(30) % 10)
    return str(tmp_path / "digits.npz")


def test_json_has_the_documented_entries(data: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluate", "studio", "--data", data, "--format", "json"]) == 0
    card = json.loads(capsys.readouterr().out)
    assert (card["n"], card["accuracy"], card["scale"]) == (30, 1.0, "grey-pixel BCE")
    assert card["confusion"] == np.diag([3] * 10).tolist()
    for name in ("neg_elbo_nats", "reconstruction_nats", "kl_nats", "images_per_second"):
        assert card[name] > 0
    assert card["neg_elbo_nats"] == pytest.approx(card["reconstruction_nats"] + card["kl_nats"])
    assert 0 <= card["expected_calibration_error"] <= 1
    assert 0 <= card["refused_fraction"] <= 1


def test_text_is_aligned(data: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluate", "studio", "--data", data, "--limit", "20"]) == 0
    out = capsys.readouterr().out
    assert "studio on" in out
    assert "20 images" in out
    facts = out.split("\n\n")[1].splitlines()
    assert "100.00 %" in facts[0]
    assert len({line.index(".") for line in facts if "." in line}) == 1
    table = out.split("\n\n")[2].splitlines()
    assert len(table) == 11
    assert len({len(line) for line in table}) == 1


def test_a_model_without_labels_has_no_accuracy(
    data: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["evaluate", "plain", "--data", data, "--format", "json"]) == 0
    card = json.loads(capsys.readouterr().out)
    assert card["accuracy"] is card["confusion"] is card["expected_calibration_error"] is None
    assert main(["evaluate", "plain", "--data", data]) == 0
    assert "no labels" in capsys.readouterr().out


def test_noise_shift_and_preparation_change_the_score(
    data: str, capsys: pytest.CaptureFixture[str]
) -> None:
    scores = {}
    for options in ("", "--noise gaussian:0.5", "--shift 3 --prepare never", "--shift 3"):
        command = ["evaluate", "studio", "--data", data, "--format", "json", *options.split()]
        assert main(command) == 0
        scores[options] = json.loads(capsys.readouterr().out)["neg_elbo_at_mean_nats"]
    assert scores["--noise gaussian:0.5"] > scores[""]
    assert scores["--shift 3 --prepare never"] > scores["--shift 3"]


def test_as_read_takes_the_files_of_a_folder_as_they_are(
    data: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for label in (1, 2):
        (tmp_path / "photos" / str(label)).mkdir(parents=True)
        for number in range(2):
            ink = np.kron(draw_digit(label), np.ones((3, 3)))
            picture = Image.fromarray(np.rint(255 - 200 * ink).astype(np.uint8))
            picture.save(tmp_path / "photos" / str(label) / f"{number}.png")
    # The fake model misreads some prepared digits, which it knows as they are.
    for source, n, right in ((data, 30, 21), (str(tmp_path / "photos"), 4, 4)):
        command = ["evaluate", "studio", "--data", source, "--as-read"]
        assert main([*command, "--format", "json"]) == 0
        found = json.loads(capsys.readouterr().out)["as_read"]
        assert (found["n"], found["right"], found["unmarked_errors"]) == (n, right, n - right)
        assert main(command) == 0
        assert f"as “recognize” reads {n} pictures\nread correctly" in capsys.readouterr().out
    assert main(["evaluate", "plain", "--data", data, "--as-read"]) == 2


def test_sweeps_are_told_and_written(
    data: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "card"
    command = ["evaluate", "studio", "--data", data, "--sweep", "noise", "--sweep", "shift"]
    assert main([*command, "--format", "json", "--output", str(folder)]) == 0
    out = capsys.readouterr().out
    sweeps = json.loads(out)["sweeps"]
    assert [point["level"] for point in sweeps["noise"]] == [0, 0.1, 0.2, 0.3, 0.4, 0.5]
    assert [point["level"] for point in sweeps["shift"]] == [0, 1, 2, 3]
    assert all(point["n"] == 30 for points in sweeps.values() for point in points)
    assert sweeps["noise"][0] == {"level": 0.0, "n": 30, "right": 30, "accuracy": 1.0}
    assert {path.name for path in folder.iterdir()} == {
        "scorecard.json",
        "confusion.csv",
        *(
            f"{name}.{kind}"
            for name in ("calibration", "noise", "shift")
            for kind in ("csv", "png")
        ),
    }
    assert (folder / "scorecard.json").read_text() == out
    lines = (folder / "noise.csv").read_text().splitlines()
    assert lines[0] == "noise,images,right,accuracy,Analysis by Synthesis"
    assert lines[1] == "0.0,30,30,1.0,0.9667"
    assert lines[5].endswith(",")
    assert (folder / "noise.png").read_bytes().startswith(b"\x89PNG")
    assert (folder / "confusion.csv").read_text().splitlines()[1] == "0,3" + 9 * ",0"
    assert main([*command, "--output", str(folder)]) == 2
    assert "--overwrite" in capsys.readouterr().err
    assert main(command) == 0
    assert "Analysis by Synthesis  96.67" in capsys.readouterr().out


@pytest.fixture
def refuses(data: str) -> None:
    """The model “studio” refuses what scores less than its thresholds; every picture scores 0.5."""
    rewrite_calibration(find_model("studio").path, fake_calibration(score=0.5))


@pytest.mark.usefixtures("refuses")
def test_refusals_are_told_drawn_and_written(
    data: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "card"
    command = ["evaluate", "studio", "--data", data, "--refuse", "0.05"]
    shown = ["--not-digits", data, "--output", str(folder), "--format", "json"]
    assert main([*command, *shown]) == 0
    told = json.loads(capsys.readouterr().out)["refusals"]
    assert told["may_be_refused"] == [0.001, 0.01, 0.05]
    assert told["digits"] == told["not_digits"]["refused"] == [0.0, 0.0, 1.0]
    assert (told["not_digits"]["n"], told["not_digits"]["auc"]) == (30, 0.5)
    lines = (folder / "refusals.csv").read_text().splitlines()
    assert lines[0] == "may be refused,threshold,digits refused,others refused"
    assert lines[3] == "0.05,1.0,1.0,1.0"
    assert (folder / "refusals.png").read_bytes().startswith(b"\x89PNG")
    assert main(command) == 0
    out = capsys.readouterr().out
    assert "rejected digits, % 0.00 0.00 100.00" in " ".join(out.split())
    assert "rejected others" not in out


@pytest.mark.usefixtures("refuses")
def test_what_should_be_refused_can_be_made(data: str, capsys: pytest.CaptureFixture[str]) -> None:
    command = ["evaluate", "studio", "--data", data, "--not-digits", "made", "--limit", "20"]
    assert main(command) == 0
    assert "not digits: made, 20 images; AUC 0.5000" in capsys.readouterr().out


def test_who_refuses_nothing_is_shown_nothing_to_refuse(
    data: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["evaluate", "studio", "--data", data, "--not-digits", "made"]) == 2
    assert "“studio” rejects nothing" in capsys.readouterr().err


@pytest.fixture
def parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A data set with a part to learn from, and judges and likelihoods that take little time."""
    from desktop_cvae.training import evaluation_classifier

    for name, value in (("CHANNELS", (4, 8)), ("STEPS", 40), ("BATCH", 32)):
        monkeypatch.setattr(evaluation_classifier, name, value)
    monkeypatch.setattr("desktop_cvae.evaluation.sample_quality.NLL_DIGITS", 1)
    hands = np.random.default_rng(0).normal(0, (0.15, 0.1), (360, 2))
    drawn = [draw_digit(at % 10, *hand) for at, hand in enumerate(hands)]
    images, labels = np.rint(255 * np.stack(drawn)).astype(np.uint8), np.arange(360) % 10
    arrays = {"x_train": images[:300], "y_train": labels[:300]}
    np.savez(tmp_path / "parts.npz", x_test=images[300:], y_test=labels[300:], **arrays)
    return str(tmp_path / "parts.npz")


def test_samples_are_judged_told_and_written(
    parts: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder = tmp_path / "card"
    command = ["evaluate", "studio", "--data", parts, "--generation", "--samples", "1000"]
    assert main([*command, "--format", "json", "--output", str(folder)]) == 0
    told = json.loads(capsys.readouterr().out)["generation"]
    assert json.loads((folder / "generation.json").read_text()) == told
    assert (told["judge"]["digits"], told["judge"]["seed"]) == (250, 0)
    assert told["judge"]["accuracy"] > 0.8
    samples, real = told["models"]["studio"], told["real_digits"]
    assert (samples["n"], real["n"]) == (1000, 50)
    assert samples["label_fidelity"] > 0.7
    assert samples["frechet_distance"] > 0
    assert set(samples["nll_nats"]) == {"50", "500"}
    assert real["nll_nats"] == {}
    # The second time the judge is there already; and who knows no labels is judged without.
    monkeypatch.setattr("desktop_cvae.training.evaluation_classifier.save_classifier", None)
    assert main([*command[:1], "plain", *command[2:]]) == 0
    told = capsys.readouterr().out.split("\n\n")[-1].splitlines()
    assert "a classifier trained on 250 digits (seed 0" in told[0]
    assert told[2].split()[:3] == ["plain", "1,000", "–"]
    assert told[3].split()[:3] == ["real", "digits", "50"]


def test_what_is_written_is_reported_beside_the_digits_most_like_it(
    parts: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, output = tmp_path / "report", tmp_path / "made.npz"
    command = ["generate", "--per-label", "6", "--data", parts, "--report", str(folder)]
    assert main([*command, "--output", str(output)]) == 0
    report = json.loads((folder / "report.json").read_text())
    assert report["models"]["studio"]["n"] == 60
    assert report["models"]["studio"]["label_fidelity"] > 0.7
    assert "real digits" in capsys.readouterr().out
    with Image.open(folder / "nearest.png") as sheet:
        pixels = np.asarray(sheet.convert("L"))
    # Each digit stands above the training digit that is most like it, all of them 56 pixels wide.
    first, below = pixels[:56, :56] / 255, pixels[60:116, :56] / 255
    with np.load(output, allow_pickle=False) as arrays, np.load(parts) as data:
        written, learned = arrays["x"] / 255, data["x_train"] / 255
    is_written = np.abs(written.repeat(2, 1).repeat(2, 2) - (1 - first)).max(axis=(1, 2)) < 0.01
    is_learned = np.abs(learned.repeat(2, 1).repeat(2, 2) - (1 - below)).max(axis=(1, 2)) < 0.01
    assert is_written.any()
    gaps = np.linalg.norm((written[is_written][0] - learned).reshape(len(learned), -1), axis=1)
    assert gaps[is_learned].min() == gaps.min()
    assert main([*command, "--output", str(tmp_path / "other.npz")]) == 2
    assert "report" in capsys.readouterr().err
    few = ["generate", "--count", "9", *command[3:], "--overwrite"]
    assert main([*few, "--output", str(tmp_path / "few.npz")]) == 5


def test_who_is_judged_needs_tensorflow(
    parts: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "tensorflow", None)
    assert main(["evaluate", "studio", "--data", parts, "--generation"]) == 3
    assert "TensorFlow is needed for this" in capsys.readouterr().err


def test_data_without_a_part_to_learn_from_judge_nothing(
    data: str, parts: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["evaluate", "studio", "--data", data, "--generation", "--limit", "20"]) == 5
    assert "needs both a training and a test part" in capsys.readouterr().err
    assert main(["evaluate", "studio", "--data", parts, "--generation", "--limit", "20"]) == 5
    assert "has too few digits to judge samples" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["none"], 2),
        (["studio", "--samples", "2000"], 2),
        (["studio", "--generation", "--samples", "999"], 2),
        (["studio", "--data", "gone.npz"], 5),
        (["studio", "--noise", "rain:1"], 2),
        (["studio", "--limit", "0"], 2),
        (["studio", "--sweep", "rain"], 2),
        (["studio", "--sweep", "noise", "--shift", "1"], 2),
    ],
)
def test_what_cannot_be_scored_is_said(
    arguments: list[str], code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["evaluate", *arguments]) == code
    assert capsys.readouterr().err.count("\n") == 1


def test_a_model_without_labels_is_not_swept(data: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluate", "plain", "--data", data, "--sweep", "noise"]) == 2
    assert "“plain” was trained without labels" in capsys.readouterr().err


def test_thinking_is_measured_beside_one_pass(
    data: str, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["evaluate", "studio", "--data", data, "--limit", "4", "--think", "1"]
    assert main([*command, "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)["thinking"]
    assert (found["n"], found["steps"], found["right_before"]) == (4, 1, 4)
    assert found["right"] == 4 + found["mended"] - found["spoiled"]
    assert found["seconds"] > 0
    assert main(command) == 0
    out = capsys.readouterr().out
    assert "4 digits, thought about for up to 1 steps\nin one pass" in out
    assert "after thinking" in out
    assert main(["evaluate", "plain", "--data", data, "--think"]) == 2


def test_the_likelihood_has_a_standard_error(data: str, capsys: pytest.CaptureFixture[str]) -> None:
    nats = []
    for model in ("studio", "plain"):
        command = ["evaluate", model, "--data", data, "--limit", "3", "--likelihood", "5"]
        assert main([*command, "--format", "json"]) == 0
        found = json.loads(capsys.readouterr().out)["likelihood"]
        assert (found["n"], found["samples"]) == (3, 5)
        assert found["standard_error"] > 0
        nats.append((found["nats"], found["nats_of_label"]))
    assert nats[0][1] < nats[0][0]
    assert nats[1][0] == nats[1][1]
    assert main(command) == 0
    assert "3 binarised digits, 5 importance samples a label\n−log p(x)" in capsys.readouterr().out
