from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageSequence

from desktop_cvae.cli.main import main
from desktop_cvae.cli.parser import parse
from desktop_cvae.inference.walks import KINDS


def walk(start: str, end: str, output: Path, *options: str) -> int:
    return main(["walk", start, end, *options, "--output", str(output)])


def strip_of(path: Path, count: int) -> np.ndarray:
    with Image.open(path) as opened:
        pixels = 255 - np.asarray(opened)
    return np.stack(
        [pixels[12:124:4, left : left + 112 : 4] for left in range(12, count * 124, 124)]
    )


def test_the_command_knows_the_kinds() -> None:
    for kind in KINDS:
        assert parse(["walk", "1", "2", "--kind", kind, "--output", "x.gif"]).kind == kind


@pytest.mark.parametrize("kind", KINDS)
def test_strip_and_film_show_the_same(
    tmp_path: Path, kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    options = ("--steps", "6", "--kind", kind)
    assert walk("3", "8", tmp_path / "x.png", *options) == 0
    assert walk("3", "8", tmp_path / "x.gif", *options) == 0
    assert capsys.readouterr().out.splitlines() == ["3 3 3 8 8 8"] * 2
    strip = strip_of(tmp_path / "x.png", 6)
    with Image.open(tmp_path / "x.gif") as film:
        frames = [255 - np.asarray(one.convert("L")) for one in ImageSequence.Iterator(film)]
        assert film.info["loop"] == 0
    # There and back, the ends once.
    assert len(frames) == 10
    for place, frame in zip([0, 1, 2, 3, 4, 5, 4, 3, 2, 1], frames, strict=True):
        np.testing.assert_array_equal(frame[::8, ::8], strip[place])


def test_a_walk_begins_at_a_picture(
    pictures: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert walk(str(pictures / "2.png"), "7", tmp_path / "x.png", "--steps", "4") == 0
    assert capsys.readouterr().out == "2 2 7 7\n"


def test_the_seed_draws_two_digits_of_one_label(tmp_path: Path) -> None:
    for name, seed in (("a", "1"), ("b", "1"), ("c", "2")):
        assert walk("3", "3", tmp_path / f"{name}.png", "--steps", "2", "--seed", seed) == 0
    one, again, other = (strip_of(tmp_path / f"{name}.png", 2) for name in "abc")
    np.testing.assert_array_equal(one, again)
    assert not np.array_equal(one, other)
    assert not np.array_equal(one[0], one[1])


def test_a_model_without_labels_walks_between_samples(tmp_path: Path) -> None:
    options = ("--steps", "3", "--model", "plain")
    assert walk("sample", "sample", tmp_path / "x.gif", *options) == 0
    assert walk("3", "sample", tmp_path / "y.gif", *options) == 2


def test_what_cannot_be_is_said(tmp_path: Path) -> None:
    assert walk("3", "no.png", tmp_path / "x.png") == 2
    assert walk("3", "4", tmp_path / "x.jpg") == 2
    (tmp_path / "there.gif").write_bytes(b"")
    assert walk("3", "4", tmp_path / "there.gif") == 2
