"""Contact sheets and PNG files."""

import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from desktop_cvae.core.errors import ImageProblem
from desktop_cvae.pictures.contact_sheets import encode_png, tile_images, write_png


def test_images_lie_in_rows_with_gaps() -> None:
    images = np.stack([np.full((28, 28), level, np.float32) for level in (0.2, 0.6, 1.0)])
    sheet = tile_images(images, columns=2, scale=3, gap=4)
    assert sheet.shape == (2 * 84 + 4, 2 * 84 + 4)
    assert sheet.dtype == np.uint8
    assert (sheet[:84, :84] == 51).all()
    assert (sheet[:84, 88:] == 153).all()
    assert (sheet[88:, :84] == 255).all()
    assert not sheet[84:88].any()
    assert not sheet[88:, 88:].any()


@pytest.mark.parametrize(("count", "shape"), [(0, (28, 28)), (1, (28, 28)), (3, (28, 84))])
def test_few_images_make_a_small_sheet(count: int, shape: tuple[int, int]) -> None:
    assert tile_images(np.zeros((count, 28, 28), np.float32), 10, 1, 0).shape == shape


def test_values_out_of_range_are_clipped() -> None:
    sheet = tile_images(np.array([[[-1.0, 2.0]]], np.float32), 1, 1, 0)
    assert sheet.tolist() == [[0, 255]]


@pytest.mark.parametrize("shape", [(5, 7), (5, 7, 3)])
def test_png_bytes_read_back(shape: tuple[int, ...]) -> None:
    pixels = np.random.default_rng(0).integers(0, 256, shape, np.uint8)
    with Image.open(io.BytesIO(encode_png(pixels))) as picture:
        assert np.array_equal(np.asarray(picture), pixels)


def test_png_files_are_replaced_and_leave_no_rest(tmp_path: Path) -> None:
    file = tmp_path / "sheet.png"
    file.write_text("old")
    write_png(file, np.zeros((3, 4), np.uint8))
    assert file.read_bytes().startswith(b"\x89PNG")
    assert [f.name for f in tmp_path.iterdir() if f.is_file()] == ["sheet.png"]


def test_an_unwritable_place_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(ImageProblem, match=r"“sheet\.png” cannot be written"):
        write_png(tmp_path / "missing" / "sheet.png", np.zeros((3, 4), np.uint8))
