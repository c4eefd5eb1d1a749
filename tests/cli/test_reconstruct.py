from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from desktop_cvae.cli.main import main
from desktop_cvae.cli.reconstruct import GAP, SCALE


def tiles(path: Path) -> list[np.ndarray]:
    """The four pictures of a sheet, 28×28, in [0, 1]."""
    with Image.open(path) as image:
        sheet = np.asarray(image.convert("L"), np.float32) / 255
    step = 28 * SCALE + GAP
    return [sheet[::SCALE, n * step : n * step + 28 * SCALE : SCALE] for n in range(4)]


def test_the_sheet_shows_input_noisy_reconstruction_difference(
    pictures: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "sheet.png"
    command = ["reconstruct", str(pictures / "2.png"), "--noise", "gaussian:0.4"]
    assert main([*command, "--output", str(output)]) == 0
    clean, noisy, reconstruction, difference = tiles(output)
    assert 0.2 < np.abs(noisy - clean).std() < 0.5
    np.testing.assert_allclose(difference, np.abs(reconstruction - noisy), atol=0.01)
    assert "read as 2" in capsys.readouterr().out


def test_the_seed_decides_the_noise(pictures: Path, tmp_path: Path) -> None:
    sheets = []
    for number, seed in enumerate(["1", "1", "2"]):
        output = tmp_path / f"{number}.png"
        command = ["reconstruct", str(pictures / "2.png"), "--noise", "speckle:0.5"]
        main([*command, "--seed", seed, "--output", str(output)])
        sheets.append(output.read_bytes())
    assert sheets[0] == sheets[1] != sheets[2]


def test_a_label_conditions_the_reconstruction(
    pictures: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "sheet.png"
    command = ["reconstruct", str(pictures / "2.png"), "--label", "1", "--output", str(output)]
    assert main(command) == 0
    assert "read as 2" in (out := capsys.readouterr().out)
    assert "drawn as 1" in out


def test_a_model_without_labels_reconstructs(pictures: Path, tmp_path: Path) -> None:
    command = ["reconstruct", str(pictures / "2.png"), "--model", "plain"]
    assert main([*command, "--output", str(tmp_path / "a.png")]) == 0
    assert main([*command, "--label", "1", "--output", str(tmp_path / "b.png")]) == 2
    assert not (tmp_path / "b.png").exists()


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (["--label", "seven"], 2),
        (["--noise", "rain:0.3"], 2),
        (["--noise", "gaussian:9"], 2),
        (["--model", "none"], 2),
    ],
)
def test_wrong_wishes_write_nothing(
    pictures: Path, tmp_path: Path, options: list[str], code: int
) -> None:
    output = tmp_path / "sheet.png"
    assert main(["reconstruct", str(pictures / "2.png"), *options, "--output", str(output)]) == code
    assert not output.exists()


def test_an_empty_picture_and_a_missing_one_are_errors(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Image.new("L", (30, 30)).save(tmp_path / "blank.png")
    for name in ("blank.png", "gone.png"):
        command = ["reconstruct", str(tmp_path / name), "--output", str(tmp_path / "sheet.png")]
        assert main(command) == 5
        assert name in capsys.readouterr().err
