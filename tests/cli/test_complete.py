from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from desktop_cvae.cli.complete import missing_part
from desktop_cvae.cli.main import main
from desktop_cvae.core.errors import UsageError


def complete(picture: Path, output: Path, *options: str) -> int:
    return main(["complete", str(picture), *options, "--output", str(output)])


def digits_of(path: Path, count: int) -> list[np.ndarray]:
    with Image.open(path) as opened:
        pixels = 255 - np.asarray(opened)
    return [pixels[12:124:4, left : left + 112 : 4] for left in range(12, count * 124, 124)]


def test_the_rest_and_the_proposals_stand_side_by_side(
    pictures: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "x.png"
    assert complete(pictures / "1.png", output, "--missing", "0,14,28,14", "--count", "3") == 0
    labels = capsys.readouterr().out.split()
    assert len(labels) == 3
    assert labels[0] == "1"
    rest, *proposals = digits_of(output, 4)
    assert not rest[14:].any()
    for proposal in proposals:
        np.testing.assert_array_equal(proposal[:14], rest[:14])
        assert proposal[14:].any()


def test_svg_and_a_chosen_label(
    pictures: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "x.svg"
    options = ("--missing", "0,14,28,14", "--label", "3", "--count", "2")
    assert complete(pictures / "2.png", output, *options) == 0
    assert capsys.readouterr().out == "3 3\n"
    assert output.read_text().count("<image") == 3
    plain = ("--missing", "0,14,28,14", "--model", "plain", "--overwrite")
    assert complete(pictures / "2.png", output, *plain) == 0
    assert capsys.readouterr().out == ""


def test_a_part_is_a_rectangle_or_a_mask(tmp_path: Path) -> None:
    rectangle = missing_part("3,14,10,40")
    assert rectangle[14:, 3:13].all()
    assert rectangle.sum() == 14 * 10
    large = np.kron(rectangle, np.ones((4, 4), bool))
    Image.fromarray(np.where(large, 255, 0).astype(np.uint8)).save(tmp_path / "mask.png")
    np.testing.assert_array_equal(missing_part(str(tmp_path / "mask.png")), rectangle)


@pytest.mark.parametrize("wish", ["1,2,3", "a,b,c,d", "28,0,4,4", "-1,0,4,4", "2,2,0,4", "no.png"])
def test_another_part_is_refused(wish: str) -> None:
    with pytest.raises(UsageError):
        missing_part(wish)


def test_what_cannot_be_is_said(pictures: Path, tmp_path: Path) -> None:
    output = tmp_path / "x.png"
    assert complete(pictures / "2.png", output, "--missing", "0,0,28,28") == 2
    assert complete(pictures / "2.png", output, "--missing", "0,0,9,9", "--label", "x") == 2
    assert not output.exists()
