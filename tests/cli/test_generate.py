from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from desktop_cvae.cli.main import main
from desktop_cvae.cli.parser import parse
from desktop_cvae.datasets.generated_files import FORMATS, export_number
from desktop_cvae.datasets.loading import load_dataset
from desktop_cvae.inference.opened_model import open_model
from desktop_cvae.pictures.picture_files import read_image
from desktop_cvae.pictures.preparation import to_mnist_style


def generate(output: Path, *options: str) -> int:
    return main(["generate", *options, "--output", str(output)])


def test_a_sheet_has_a_column_for_every_label(tmp_path: Path) -> None:
    output = tmp_path / "sheet.png"
    assert generate(output, "--count", "30") == 0
    with Image.open(output) as sheet:
        width, height = sheet.size
    assert width / height == pytest.approx(10 / 3, rel=0.05)


def test_arrays_are_a_data_set(tmp_path: Path) -> None:
    output = tmp_path / "digits.npz"
    assert generate(output, "--count", "25", "--seed", "4") == 0
    with np.load(output, allow_pickle=False) as arrays:
        assert arrays["x"].shape == (25, 28, 28)
        assert arrays["x"].dtype == np.uint8
        assert arrays["y"].tolist() == [n % 10 for n in range(25)]
        assert arrays["latents"].shape == (25, 2)


def test_a_folder_gets_a_file_for_every_digit(tmp_path: Path) -> None:
    output = tmp_path / "digits"
    assert generate(output, "--label", "7", "--count", "3") == 0
    names = sorted(path.name for path in output.iterdir())
    assert names == ["00000-7.png", "00001-7.png", "00002-7.png"]
    assert generate(output, "--count", "3") == 2
    assert generate(output, "--label", "7", "--count", "3", "--overwrite") == 0


def test_seed_and_temperature_decide_the_samples(tmp_path: Path) -> None:
    def latents(name: str, *options: str) -> np.ndarray:
        assert generate(tmp_path / f"{name}.npz", "--count", "50", *options) == 0
        with np.load(tmp_path / f"{name}.npz") as arrays:
            return arrays["latents"]

    first = latents("a", "--seed", "1")
    np.testing.assert_array_equal(first, latents("b", "--seed", "1"))
    assert not np.array_equal(first, latents("c", "--seed", "2"))
    np.testing.assert_allclose(latents("d", "--seed", "1", "--temperature", "0.5"), first / 2)
    assert not latents("e", "--temperature", "0").any()


def test_a_style_writes_every_digit_in_one_hand(pictures: Path, tmp_path: Path) -> None:
    output = tmp_path / "style.npz"
    assert generate(output, "--style", str(pictures / "3.png")) == 0
    with np.load(output) as arrays:
        assert arrays["y"].tolist() == list(range(10))
        assert (arrays["latents"] == arrays["latents"][0]).all()
    assert generate(tmp_path / "5.npz", "--style", str(pictures / "3.png"), "--label", "5") == 0
    with np.load(tmp_path / "5.npz") as arrays:
        assert arrays["y"].tolist() == [5]


def test_samples_keep_a_style(pictures: Path, tmp_path: Path) -> None:
    style = ("--style", str(pictures / "3.png"), "--label", "5")

    def latents(*options: str) -> np.ndarray:
        output = tmp_path / "style.npz"
        assert generate(output, *style, *options, "--overwrite") == 0
        with np.load(output) as arrays:
            assert set(arrays["y"]) == {5}
            return arrays["latents"]

    (own,) = latents()
    near, far = latents("--count", "6"), latents("--count", "6", "--temperature", "2")
    assert len(near) == len(far) == 6
    np.testing.assert_allclose(far - own, 2 * (near - own), atol=1e-6)
    assert 0 < np.abs(near - own).max() < 1
    np.testing.assert_array_equal(latents("--per-label", "2", "--temperature", "0"), [own, own])


def test_a_number_is_written_in_a_hand(pictures: Path, tmp_path: Path) -> None:
    style = ("--style", str(pictures / "3.png"))
    for kind in ("png", "svg"):
        output = tmp_path / f"number.{kind}"
        assert generate(output, *style, "--text", "017 23", "--seed", "5") == 0
        model = open_model("studio")
        image = to_mnist_style(read_image(pictures / "3.png")).image
        hand = model.style_of(image, model.read(image[None])[0].label or 0)
        number = model.write_number(hand, "017 23", 1.0, 5)
        export_number(tmp_path / f"expected.{kind}", kind, number)
        assert output.read_bytes() == (tmp_path / f"expected.{kind}").read_bytes()
    calm = tmp_path / "calm.png"
    assert generate(calm, *style, "--text", "017 23", "--seed", "5", "--temperature", "0") == 0
    assert calm.read_bytes() != (tmp_path / "number.png").read_bytes()
    assert generate(tmp_path / "a.png", *style, "--text", "12a") == 2
    assert generate(tmp_path / "a.png", *style, "--text", "1", "--model", "plain") == 2


def test_a_model_without_labels_writes_what_it_will(pictures: Path, tmp_path: Path) -> None:
    assert generate(tmp_path / "a.npz", "--model", "plain", "--count", "4") == 0
    with np.load(tmp_path / "a.npz") as arrays:
        assert set(arrays) == {"x", "latents"}
    assert generate(tmp_path / "b.png", "--model", "plain", "--label", "3") == 2
    assert generate(tmp_path / "c.png", "--model", "plain", "--style", str(pictures / "3.png")) == 2


@pytest.mark.parametrize("kind", ["npz", "idx"])
def test_labels_are_balanced_and_read_back(tmp_path: Path, kind: str) -> None:
    output = tmp_path / f"digits{FORMATS[kind].suffix}"
    assert generate(output, "--per-label", "3", "--format", kind) == 0
    assert np.bincount(load_dataset(str(output), "train").labels).tolist() == [3] * 10
    one = tmp_path / f"one{FORMATS[kind].suffix}"
    assert generate(one, "--per-label", "3", "--label", "7", "--format", kind) == 0
    file = one if kind == "npz" else one / "train-images-idx3-ubyte.gz"
    assert load_dataset(str(file), "test").labels.tolist() == [7] * 3


@pytest.mark.parametrize("kind", list(FORMATS))
def test_every_format_can_be_wished(kind: str) -> None:
    assert parse(["generate", "--format", kind, "--output", "x"]).format == kind


def test_digits_are_drawn_until_the_model_reads_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "clear.npz"
    options = ("--label", "8", "--count", "200", "--min-probability", "0.99")
    assert generate(output, *options) == 0
    redrawn = int(re.search(r"(\d+) redrawn", capsys.readouterr().err)[1])
    assert redrawn > 0
    with np.load(output) as arrays:
        images = (arrays["x"] / 255).astype(np.float32)
    readings = open_model("studio").read(images)
    assert {reading.label for reading in readings} == {8}
    assert min(reading.probabilities[8] for reading in readings) >= 0.99


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("a.gif", []),
        ("a.npz", ["--format", "svg"]),
        ("a", ["--format", "png"]),
        ("a.png", ["--count", "3", "--per-label", "3"]),
        ("a.png", ["--text", "12"]),
        ("a.npz", ["--style", "x.png", "--text", "12"]),
        ("a", ["--style", "x.png", "--text", "12"]),
        ("a.png", ["--style", "x.png", "--text", "  "]),
        ("a.png", ["--style", "x.png", "--text", "12", "--count", "3"]),
        ("a.png", ["--model", "plain", "--per-label", "3"]),
        ("a.png", ["--model", "plain", "--min-probability", "0.9"]),
        ("a", ["--model", "plain", "--format", "idx"]),
        ("a.png", ["--label", "11"]),
    ],
)
def test_wrong_wishes_write_nothing(tmp_path: Path, name: str, options: list[str]) -> None:
    assert generate(tmp_path / name, *options) == 2
    assert not (tmp_path / name).exists()


def test_nothing_is_replaced_unasked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    output = tmp_path / "sheet.png"
    output.write_bytes(b"precious")
    assert generate(output) == 2
    assert output.read_bytes() == b"precious"
    assert "--overwrite" in capsys.readouterr().err
