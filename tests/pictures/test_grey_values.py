"""Which numbers are white, what shows through, and how large pictures are reduced."""

from __future__ import annotations

import io
import struct
from pathlib import Path
from typing import Literal

import numpy as np
import pytest
from PIL import Image

from desktop_cvae.core.errors import ImageProblem
from desktop_cvae.core.results import FloatArray
from desktop_cvae.pictures import picture_files
from desktop_cvae.pictures.bounded_files import read_bounded, shown_name
from desktop_cvae.pictures.file_formats import lacks_its_end
from desktop_cvae.pictures.grey_values import grey_values
from desktop_cvae.pictures.picture_files import read_image, read_picture

RANDOM = np.random.default_rng(0)


def encoded(picture: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, kind, **options)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("high", "white"),
    [
        *[(200, 255), (255, 255), (256, 4095), (4095, 4095), (4096, 65535), (65535, 65535)],
        *[(65536, 2**31 - 1), (2**31 - 1, 2**31 - 1)],
    ],
)
def test_the_smallest_full_scale_that_holds_whole_numbers_is_white(high: int, white: int) -> None:
    grey = grey_values(Image.fromarray(np.array([[0, high]], np.int32)))
    assert grey.tolist() == [[0, pytest.approx(high / white)]]


@pytest.mark.parametrize(
    ("high", "white"),
    [(0.5, 1), (1, 1), (1.5, 255), (2.0**31, 2.0**32 - 1), (2.0**33, 2.0**33)],
)
def test_a_float_picture_may_end_at_1(high: float, white: float) -> None:
    grey = grey_values(Image.fromarray(np.array([[0, high]], np.float32)))
    assert grey.tolist() == [[0, pytest.approx(high / white)]]


def test_signed_values_have_their_lowest_as_black() -> None:
    grey = grey_values(Image.fromarray(np.array([[-1, 0, 3]], np.int32)))
    assert grey.tolist() == [[0, 0.25, 1]]


@pytest.mark.parametrize("wrong", [np.nan, np.inf, -np.inf])
def test_values_that_are_no_numbers_are_refused(wrong: float) -> None:
    with pytest.raises(ImageProblem, match="not numbers"):
        grey_values(Image.fromarray(np.array([[0, wrong]], np.float32)))


def laid(light: list[float], alpha: list[float]) -> list[float]:
    """Grey values of a transparent picture of one row, in 255ths."""
    layers = [Image.fromarray(np.array([row], np.uint8)) for row in (light, alpha)]
    return np.rint(255 * grey_values(Image.merge("LA", layers)))[0].tolist()


@pytest.mark.parametrize(
    ("light", "alpha", "seen"),
    [
        ([9, 9, 9], [0, 0, 0], [255, 255, 255]),  # nothing is drawn: blank paper
        ([0, 0, 0], [255, 0, 0], [0, 255, 255]),  # dark ink on nothing: white
        ([127, 0, 0], [255, 0, 0], [127, 255, 255]),
        ([128, 0, 0], [255, 0, 0], [128, 0, 0]),  # light ink on nothing: black
        ([90, 0, 0], [102, 0, 0], [189, 255, 255]),  # ink that is faint all over
        (
            [60, 240, 0, 0, 0],
            [255, 128, 0, 0, 0],
            [60, 120, 0, 0, 0],
        ),  # half-covered pixels are ink too
        ([250, 250, 20, 0], [255, 255, 255, 0], [250, 250, 20, 250]),  # paper goes on
        ([250, 20, 0, 0], [255, 255, 0, 0], [250, 20, 0, 0]),  # half of the picture is no paper
        ([250, 240, 240, 0], [255, 255, 255, 0], [250, 240, 240, 0]),  # one colour is no paper
    ],
)
def test_ink_stands_out_from_what_shows_through(
    light: list[float], alpha: list[float], seen: list[float]
) -> None:
    assert laid(light, alpha) == seen


def test_colours_are_weighed_as_eyes_do() -> None:
    row = np.array([[(255, 0, 0), (0, 255, 0), (0, 0, 255)]], np.uint8)
    assert grey_values(Image.fromarray(row))[0] == pytest.approx([0.299, 0.587, 0.114], abs=0.003)
    assert grey_values(Image.fromarray(row).convert("LAB"))[0] == pytest.approx(
        [0.54, 0.88, 0.30], abs=0.03
    )


def reduced(
    picture: Image.Image, kept: int, patch: pytest.MonkeyPatch, kind: str
) -> tuple[int, FloatArray]:
    patch.setattr(picture_files, "KEPT_PIXELS", kept)
    patch.setattr(picture_files, "_TILE_PX", (32, 16))
    read = read_picture(encoded(picture, kind, **({"quality": 98} if kind == "JPEG" else {})))
    return read.reduction, read.image


@pytest.mark.parametrize(
    ("kept", "reduction"),
    [(4800, 1), (4799, 2), (1200, 2), (1199, 4), (300, 4), (299, 8), (75, 8), (74, 16)],
)
@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF"])
def test_pictures_are_reduced_by_the_least_power_of_2(
    kept: int, reduction: int, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    slope = np.add.outer(np.arange(60), np.arange(80)).astype(np.uint8)
    found, image = reduced(Image.fromarray(slope), kept, monkeypatch, kind)
    assert found == reduction
    assert image.shape == (-(-60 // reduction), -(-80 // reduction))
    middles = [(np.arange(-(-side // reduction)) + 0.5) * reduction - 0.5 for side in (60, 80)]
    whole = tuple(slice(0, side // reduction) for side in (60, 80))
    expected = np.add.outer(*middles)[whole] / 255
    assert image[whole] == pytest.approx(expected, abs=0.012)


@pytest.mark.parametrize("mode", ["L", "RGB", "1", "P", "I;16", "F", "LAB"])
def test_tiles_meet_without_a_seam(mode: str, monkeypatch: pytest.MonkeyPatch) -> None:
    values = RANDOM.integers(0, 256, (50, 101), np.uint8)
    if mode == "I;16":
        picture = Image.fromarray((values * np.uint16(257)).astype(np.uint16))
    else:
        picture = Image.fromarray(values).convert("RGB" if mode == "LAB" else mode)
        picture = picture.convert("LAB") if mode == "LAB" else picture
    shown = grey_values(picture)
    kind = "PNG" if mode in ("L", "RGB", "1", "P", "I;16") else "TIFF"
    found, image = reduced(picture, 50 * 101 // 4 + 1, monkeypatch, kind)
    assert found == 2
    full = shown / 255 if mode == "F" and shown.max() > 1 else shown
    blocks = full[:, :100].reshape(25, 2, 50, 2).mean((1, 3))
    assert image[:, :50] == pytest.approx(blocks, abs=0.006)
    assert image[:, 50] == pytest.approx(full[:, 100].reshape(25, 2).mean(1), abs=0.006)


def test_transparent_pixels_weigh_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    light = np.full((40, 40), 200, np.uint8)
    alpha = np.zeros((40, 40), np.uint8)
    light[10:20, 10:20:2], alpha[10:20, 10:20:2] = 20, 255
    layers = [Image.fromarray(part) for part in (light, alpha)]
    _, image = reduced(Image.merge("LA", layers), 400, monkeypatch, "PNG")
    assert image[5:10, 5:10] == pytest.approx(np.full((5, 5), (20 / 255 + 1) / 2), abs=0.01)
    assert image[0, 0] == 1


GREY = Image.fromarray(RANDOM.integers(0, 256, (32, 48), np.uint8))
PIXELS = 32 * 48


@pytest.mark.parametrize(
    ("mode", "kind", "options", "decoder"),
    [
        ("1", "PNG", {}, PIXELS),
        ("L", "PNG", {}, PIXELS),
        ("P", "PNG", {}, PIXELS),
        ("RGB", "PNG", {}, 4 * PIXELS),
        ("I;16", "PNG", {}, 2 * PIXELS),
        ("RGB", "WEBP", {}, 31 * PIXELS),
        ("L", "JPEG", {}, 4 * PIXELS),
        ("L", "JPEG", {"progressive": True}, 2 * PIXELS + 4 * PIXELS),
        ("RGB", "JPEG", {"progressive": True, "subsampling": "4:2:0"}, 3 * PIXELS + 4 * PIXELS),
        ("RGB", "JPEG", {"progressive": True, "subsampling": "4:4:4"}, 6 * PIXELS + 4 * PIXELS),
        ("L", "TIFF", {}, PIXELS),
        ("L", "TIFF", {"compression": "tiff_lzw"}, 2 * PIXELS),
        ("RGB", "TIFF", {"compression": "tiff_lzw"}, 4 * PIXELS + 3 * PIXELS),
        ("1", "TIFF", {"compression": "group4"}, PIXELS + PIXELS // 8),
    ],
)
def test_memory_is_told_from_the_header(
    mode: str,
    kind: str,
    options: dict[str, object],
    decoder: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sixteen = Image.fromarray(np.asarray(GREY).astype(np.uint16))
    data = encoded(sixteen if mode == "I;16" else GREY.convert(mode), kind, **options)
    monkeypatch.setattr(picture_files, "MAX_MEMORY_BYTES", len(data) + decoder)
    assert read_image(data).shape == (32, 48)
    monkeypatch.setattr(picture_files, "MAX_MEMORY_BYTES", len(data) + decoder - 1)
    with pytest.raises(ImageProblem, match="MB of memory"):
        read_image(data)


def test_the_scans_of_a_jpeg_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    data = encoded(GREY, "JPEG", progressive=True)
    scans = data.count(b"\xff\xda")
    assert scans > 1
    monkeypatch.setattr(picture_files, "MAX_SCANNED_PIXELS", scans * PIXELS)
    assert read_image(data).shape == (32, 48)
    monkeypatch.setattr(picture_files, "MAX_SCANNED_PIXELS", scans * PIXELS - 1)
    with pytest.raises(ImageProblem, match="too many scans"):
        read_image(data)


@pytest.mark.parametrize(("limit", "is_read"), [(3, False), (4, True), (5, True)])
def test_a_file_of_the_limit_is_read(limit: int, is_read: bool, tmp_path: Path) -> None:
    file = tmp_path / "four"
    file.write_bytes(b"1234")
    if is_read:
        assert read_bounded(file, limit, ImageProblem) == b"1234"
    else:
        with pytest.raises(ImageProblem, match=r"“four” is larger than the limit of 0 MB"):
            read_bounded(file, limit, ImageProblem)


def test_names_are_shown_short_and_on_one_line(tmp_path: Path) -> None:
    assert shown_name(tmp_path / ("a\n" + 200 * "b")) == "a�" + 118 * "b"
    assert shown_name(Path("/")) == "/"


@pytest.mark.parametrize(
    ("data", "named"),
    [
        (b" " * 4000 + b"<SVG>", "a SVG"),
        (b" " * 4092 + b"<svg", "a SVG"),
        (b" " * 4093 + b"<svg", None),
        (b"\n" * 1019 + b"%PDF-", "a PDF"),
        (b"\n" * 1020 + b"%PDF-", None),
        (bytes(128) + b"DICM", "a DICOM"),
        (bytes(127) + b"DICM", None),
        (b"\0\0\0\x18ftypisom", "a video"),
        (b"\0\0\0\x18ftypmif1", "a HEIC"),
        (b"\0\0\0\x18ftypavis", "an AVIF"),
        (b"\0\0\1\0\1\0", "an icon"),
        (b"v/1\1", "an OpenEXR"),
        (b"\xff\x0a", "a JPEG XL"),
        (b"RIFF\0\0\0\0WAVE", None),
        (b"qoif", "a QOI"),
        (b"P5 1 1 255 x", "a Netpbm"),
    ],
)
def test_formats_that_are_not_read_are_named(data: bytes, named: str | None) -> None:
    said = "not a picture" if named is None else f"is {named}.* file"
    with pytest.raises(ImageProblem, match=said):
        read_image(data)


@pytest.mark.parametrize(("rest", "lacks"), [(0, False), (62, False), (63, True)])
def test_a_gif_ends_near_the_files_end(rest: int, lacks: bool) -> None:
    assert lacks_its_end(encoded(GREY, "GIF") + b"x" * rest) == lacks


@pytest.mark.parametrize("order", ["little", "big"])
@pytest.mark.parametrize("entries", [1, 300])
def test_a_tiff_holds_its_whole_directory(order: Literal["little", "big"], entries: int) -> None:
    number = 20
    mark = b"II*\0" if order == "little" else b"MM\0*"
    start = number.to_bytes(4, order)
    count = entries.to_bytes(2, order)
    tiff = mark + start + bytes(12) + count + bytes(12 * entries + 4)
    assert not lacks_its_end(tiff)
    assert lacks_its_end(tiff[:-1])


def test_an_orientation_that_is_no_number_turns_nothing() -> None:
    entry = struct.pack("<HHHI4sI", 1, 0x0112, 2, 4, b"abc", 0)  # one tag, of type text
    data = encoded(GREY, "JPEG", exif=b"Exif\0\0II*\0\x08\0\0\0" + entry)
    assert np.array_equal(read_image(data), read_image(encoded(GREY, "JPEG")))


def test_the_memory_is_told_in_megabytes(monkeypatch: pytest.MonkeyPatch) -> None:
    data = encoded(Image.new("RGB", (1000, 499))).ljust(4000, b"x")
    monkeypatch.setattr(picture_files, "MAX_MEMORY_BYTES", 1_999_999)
    with pytest.raises(ImageProblem, match="would take 2 MB of memory"):
        read_image(data)
