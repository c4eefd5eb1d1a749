from __future__ import annotations

import base64
import io
import re
from pathlib import Path

import numpy as np
import pytest
from fakes import draw_digit
from PIL import Image

from desktop_cvae.cli.main import main
from desktop_cvae.cli.parser import parse
from desktop_cvae.inference.latent_grids import LATENT_GRIDS


def sheet(kind: str, output: Path, *options: str) -> int:
    return main(["sheet", kind, *options, "--output", str(output)])


def digits_of_svg(path: Path) -> tuple[list[np.ndarray], list[str]]:
    """The pictures of an SVG sheet as white ink on black, and their titles."""
    text = path.read_text()
    pictures = [
        255 - np.asarray(Image.open(io.BytesIO(base64.b64decode(data))))
        for data in re.findall(r"base64,([^\"]+)", text)
    ]
    return pictures, re.findall(r"<title>(.*?)</title>", text)


def test_the_command_knows_the_sheets() -> None:
    for kind in LATENT_GRIDS:
        assert parse(["sheet", kind, "--output", "x.png"]).kind == kind


@pytest.mark.parametrize("kind", ["uniform", "random", "prior"])
def test_png_and_svg_hold_the_same_digits(kind: str, tmp_path: Path) -> None:
    png, svg = tmp_path / "x.png", tmp_path / "x.svg"
    assert sheet(kind, png, "--label", "3", "--count", "9") == 0
    assert sheet(kind, svg, "--label", "3", "--count", "9") == 0
    pictures, titles = digits_of_svg(svg)
    assert titles == ["3"] * 9
    with Image.open(png) as opened:
        pixels = 255 - np.asarray(opened)
    # Margins and gaps of 12 pixels, digits of 4 × 28.
    for number, picture in enumerate(pictures):
        top, left = (12 + n * (112 + 12) for n in divmod(number, 3))
        np.testing.assert_array_equal(pixels[top : top + 112 : 4, left : left + 112 : 4], picture)


def test_reconstructions_are_of_the_data_that_is_named(tmp_path: Path) -> None:
    labels = np.arange(20) % 10
    images = np.stack([np.rint(255 * draw_digit(int(n))).astype(np.uint8) for n in labels])
    np.savez(tmp_path / "data.npz", x_test=images, y_test=labels, x_train=images, y_train=labels)
    svg = tmp_path / "x.svg"
    data = ("--data", str(tmp_path / "data.npz"))
    assert sheet("reconstructions", svg, "--count", "5", "--label", "7", *data) == 0
    pictures, titles = digits_of_svg(svg)
    assert titles == ["7"] * 4
    np.testing.assert_array_equal(pictures[0], images[7])
    assert sheet("reconstructions", tmp_path / "y.svg") == 3 or not (tmp_path / "y.svg").exists()


def test_what_cannot_be_is_said(tmp_path: Path) -> None:
    there = tmp_path / "there.png"
    there.write_bytes(b"")
    assert sheet("prior", there) == 2
    assert sheet("prior", tmp_path / "x.jpg") == 2
    assert sheet("prior", tmp_path / "x.png", "--label", "12") == 2
    assert sheet("prior", tmp_path / "x.png", "--model", "plain", "--label", "1") == 2
    assert sheet("prior", tmp_path / "x.png", "--model", "plain", "--count", "4") == 0
