from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from desktop_cvae.core.errors import ImageProblem
from desktop_cvae.pictures.contact_sheets import encode_png
from desktop_cvae.pictures.picture_files import KEPT_PIXELS
from desktop_cvae.pictures.picture_sources import read_source

GREY = np.random.default_rng(0).integers(0, 256, (20, 30), np.uint8)
GREY[0, 0] = 255


def test_all_forms_of_a_picture_give_the_same_grey(tmp_path: Path) -> None:
    path = tmp_path / "grey.png"
    path.write_bytes(encode_png(GREY))
    expected = GREY.astype(np.float32) / 255
    forms: list[Any] = [path, str(path), path.read_bytes(), Image.open(path), GREY, GREY / 255]
    forms += [GREY.astype(np.float32), GREY.astype(np.int64), np.stack([GREY] * 3, axis=-1)]
    for form in forms:
        picture = read_source(form)
        assert picture.reduction == 1
        assert picture.image.dtype == np.float32
        np.testing.assert_allclose(picture.image, expected, atol=1e-6)


def test_colours_weigh_as_in_pillow() -> None:
    colours = np.random.default_rng(1).integers(0, 256, (20, 30, 3), np.uint8)
    colours[0, 0] = 255
    expected = np.asarray(Image.fromarray(colours).convert("L"), np.float32) / 255
    np.testing.assert_allclose(read_source(colours).image, expected, atol=1 / 255)


@pytest.mark.parametrize("dtype", [np.bool_, np.uint8, np.float64])
def test_one_is_white_in_a_mask(dtype: type) -> None:
    assert read_source(np.eye(5, dtype=dtype)).image.max() == 1


def test_sixteen_bits_have_their_own_white() -> None:
    assert read_source(np.full((2, 2), 65535, np.uint16)).image.max() == 1


def test_a_photograph_is_turned_upright() -> None:
    photograph = Image.fromarray(GREY)
    exif = photograph.getexif()
    exif[0x0112] = 6
    photograph.info["exif"] = exif.tobytes()
    expected = np.rot90(GREY, -1).astype(np.float32) / 255
    np.testing.assert_allclose(read_source(photograph).image, expected, atol=1e-6)


def test_a_large_array_is_reduced() -> None:
    picture = read_source(np.zeros((2000, KEPT_PIXELS // 1000), np.uint8))
    assert picture.reduction == 2
    assert picture.image.shape == (1000, KEPT_PIXELS // 2000)


@pytest.mark.parametrize(
    "source",
    [
        np.zeros((5, 28, 28)),
        np.zeros(784),
        np.zeros((0, 3)),
        np.zeros((3, 3), complex),
        np.full((3, 3), np.nan),
        7,
        None,
        b"",
    ],
)
def test_what_is_no_picture_is_refused(source: Any) -> None:
    with pytest.raises(ImageProblem):
        read_source(source)
