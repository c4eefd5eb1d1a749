"""``desktop-cvae data``."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from desktop_cvae.cli import data as data_command
from desktop_cvae.cli.main import main
from desktop_cvae.core.errors import DatasetProblem
from desktop_cvae.core.tasks import Progress, Task
from desktop_cvae.datasets.loading import load_dataset


@pytest.fixture
def npz(tmp_path: Path) -> Path:
    x = np.random.default_rng(0).integers(0, 256, (40, 28, 28), np.uint8)
    path = tmp_path / "letters.npz"
    np.savez(path, x=x, y=np.arange(40) % 4, names=np.array(list("ABCD")))
    return path


def test_import_list_and_remove(npz: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command = ["data", "import", str(npz), "--name", "letters"]
    assert main(command) == 0
    assert "36 training pictures and 4 held out, with 4 labels" in capsys.readouterr().err
    assert main(command) == 2
    capsys.readouterr()
    assert main([*command, "--overwrite", "--verbose"]) == 0
    told = capsys.readouterr().err
    assert f"\ndata: {npz} (letters.npz), 40 pictures with 4 labels, read in " in told
    assert main([*command, "--overwrite", "--quiet"]) == 0
    assert capsys.readouterr() == ("", "")
    assert main(["data", "list"]) == 0
    out, err = capsys.readouterr()
    assert out.splitlines()[1].split()[:4] == ["letters", "36", "4", "4"]
    assert "data download mnist" in err
    assert main(["data", "list", "--format", "json"]) == 0
    listed = json.loads(capsys.readouterr().out)
    (letters,) = [entry for entry in listed if entry["name"] == "letters"]
    assert letters["label_names"] == list("ABCD")
    assert (letters["train"], letters["test"]) == (36, 4)
    assert load_dataset("letters", "train").label_names == tuple("ABCD")
    assert main(["data", "remove", "letters"]) == 0
    assert main(["data", "remove", "letters"]) == 2


def test_the_list_names_the_folder_of_mnist(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DESKTOP_CVAE_MNIST", str(tmp_path))
    command = ["data", "list", "--format", "json"]
    assert main(command) == 0
    assert json.loads(capsys.readouterr().out) == []
    (tmp_path / "train-images-idx3-ubyte.gz").touch()
    assert main(command) == 0
    (mnist,) = json.loads(capsys.readouterr().out)
    assert (mnist["name"], mnist["train"], mnist["test"]) == ("mnist", 60_000, 10_000)
    assert mnist["source"] == str(tmp_path)
    assert mnist["label_names"] == list("0123456789")


def test_row_21_complaints_are_printed_row_by_row(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    x = np.zeros((4, 28, 28), np.uint8)
    np.savez(tmp_path / "bad.npz", x=x, y=np.array([0, 99, 1, 98]))
    assert main(["data", "import", str(tmp_path / "bad.npz"), "--name", "bad"]) == 5
    lines = capsys.readouterr().err.splitlines()
    assert [line.split(" has")[0] for line in lines[:2]] == ["Row 2", "Row 4"]
    assert lines[2].startswith("desktop-cvae: “bad.npz”: row 2")


def test_made_by_a_model(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["data", "make", "--count", "50", "--name", "made", "--seed", "3"]) == 0
    assert np.bincount(load_dataset("made", "train").labels).tolist() == [4] * 10
    command = ["data", "make", "--model", "plain", "--name", "other"]
    assert main(command) == 2
    assert "trained without labels" in capsys.readouterr().err


def task(result: Path, *steps: Progress) -> Task[Path]:
    yield from steps
    return result


def test_download(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(data_command, "download_mnist", lambda: task(tmp_path))
    assert main(["data", "download", "mnist"]) == 0
    assert f"MNIST is in {tmp_path}" in capsys.readouterr().err
    assert main(["data", "download", "cifar"]) == 2


def test_a_download_tells_programs_how_far_it_is(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail() -> Task[Path]:
        yield from ()
        raise DatasetProblem("No way.", "mirror: refused")

    command = ["data", "download", "mnist", "--events", "jsonl"]
    monkeypatch.setattr(data_command, "download_mnist", lambda: task(tmp_path, Progress(5, 20)))
    assert main(command) == 0
    assert [json.loads(line) for line in capsys.readouterr().out.splitlines()] == [
        {"event": "progress", "version": 1, "done": 5, "total": 20},
        {"event": "downloaded", "version": 1, "folder": str(tmp_path)},
    ]
    monkeypatch.setattr(data_command, "download_mnist", fail)
    assert main(command) == 5
    out, err = capsys.readouterr()
    failed = {"event": "failed", "version": 1, "sentence": "No way.", "details": "mirror: refused"}
    assert json.loads(out) == failed
    assert err == "desktop-cvae: No way.\n"


def test_dark_ink_on_white_is_turned(npz: Path) -> None:
    assert main(["data", "import", str(npz), "--name", "plain"]) == 0
    assert main(["data", "import", str(npz), "--name", "turned", "--invert"]) == 0
    plain, turned = (load_dataset(name, "train").images for name in ("plain", "turned"))
    assert np.array_equal(turned, 255 - plain)


def test_a_name_that_cannot_be_is_told_before_the_work(npz: Path) -> None:
    assert main(["data", "import", str(npz), "--name", "../up"]) == 2
    assert main(["data", "import", str(npz.with_name("gone.npz")), "--name", "gone"]) == 5


def test_letters_as_emnist_stores_them(tmp_path: Path) -> None:
    x = np.random.default_rng(0).integers(0, 256, (78, 28, 28), np.uint8)
    np.savez(tmp_path / "emnist.npz", x_train=x[:52], y_train=np.arange(52) % 26 + 1,
             x_test=x[52:], y_test=np.arange(26) // 2 + 1)  # fmt: skip
    letters = "A,B,C,D,E,F,G,H,I,J,K,L,M,N,O,P,Q,R,S,T,U,V,W,X,Y,Z"
    command = ["data", "import", str(tmp_path / "emnist.npz"), "--name", "letters"]
    assert main([*command, "--label-names", letters, "--transpose"]) == 0
    test = load_dataset("letters", "test")
    assert test.label_names == tuple(letters.split(","))
    assert test.labels.tolist() == [k // 2 for k in range(26)]
    assert np.array_equal(test.images, x[52:].transpose(0, 2, 1))
    assert main([*command, "--label-names", "A", "--overwrite"]) == 5


def test_a_bad_picture_is_left_out_and_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for label in "34":
        (tmp_path / "scans" / label).mkdir(parents=True)
        ink = np.full((40, 30), 255, np.uint8)
        ink[8:32, 12:16] = 0
        Image.fromarray(ink).save(tmp_path / "scans" / label / "one.png")
    bad = tmp_path / "scans" / "4" / "two.png"
    bad.write_bytes(b"no picture")
    assert main(["data", "import", str(tmp_path / "scans"), "--name", "scans"]) == 1
    assert f"left out: “{bad}”: " in capsys.readouterr().err
    assert load_dataset("scans", "train").left_out == ()
