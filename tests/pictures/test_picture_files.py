"""Untrusted pictures: faults rows 7–10 and 12."""

import io
import os
import socket
import struct
import subprocess
import sys
import time
import zlib
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw, ImageFilter

from desktop_cvae.core.errors import ImageProblem
from desktop_cvae.pictures.file_formats import SUFFIXES
from desktop_cvae.pictures.picture_files import MAX_PIXELS, read_image, read_picture
from desktop_cvae.pictures.preparation import to_mnist_style


def seven() -> Image.Image:
    """Dark ink on light paper, (160, 120), no symmetry."""
    picture = Image.new("L", (120, 160), 240)
    ImageDraw.Draw(picture).line([(30, 30), (90, 34), (50, 130)], fill=20, width=9)
    return picture.filter(ImageFilter.GaussianBlur(1))


SEVEN = np.asarray(seven(), np.float32) / 255


def encode(picture: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, kind, **options)
    return buffer.getvalue()


def png_header(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        crc = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + crc

    size = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress(bytes((width + 1) * min(height, 200)))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", size) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def ink_alpha() -> Image.Image:
    return Image.fromarray(np.uint8(255 * (240 - SEVEN * 255).clip(0) / 220))


def inked(color: tuple[int, int, int]) -> Image.Image:
    picture = Image.new("RGB", (120, 160), color)
    picture.putalpha(ink_alpha())
    return picture


def grey(scale: float, dtype: str) -> Image.Image:
    return Image.fromarray((np.asarray(seven()).astype(np.float64) * scale).astype(dtype))


def two_tone() -> Image.Image:
    return seven().point(lambda value: 255 if value > 128 else 0)


MODES = {
    "8-bit": lambda: encode(seven()),
    "16-bit PNG": lambda: encode(grey(257, "uint16")),
    "16-bit TIFF": lambda: encode(grey(257, "uint16"), "TIFF"),
    "16-bit big-endian": lambda: encode(
        Image.frombytes(
            "I;16B", (120, 160), np.asarray(grey(257, "uint16")).astype(">u2").tobytes()
        ),
        "TIFF",
    ),
    "12-bit in 16": lambda: encode(grey(16, "uint16")),
    "32-bit": lambda: encode(grey(257, "int32"), "TIFF"),
    "float to 1": lambda: encode(grey(1 / 255, "float32"), "TIFF"),
    "float to 255": lambda: encode(grey(1, "float32"), "TIFF"),
    "CMYK JPEG": lambda: encode(seven().convert("RGB").convert("CMYK"), "JPEG", quality=95),
    "CMYK TIFF": lambda: encode(seven().convert("RGB").convert("CMYK"), "TIFF"),
    "YCbCr": lambda: encode(seven().convert("YCbCr"), "TIFF"),
    "palette": lambda: encode(seven().convert("P", palette=Image.Palette.ADAPTIVE)),
    "palette, transparent": lambda: encode(two_tone().convert("P"), transparency=255),
    "GIF, transparent": lambda: encode(two_tone().convert("P"), "GIF", transparency=255),
    "grey, transparent": lambda: encode(seven(), transparency=240),
    "LA": lambda: encode(Image.merge("LA", (Image.new("L", (120, 160), 0), ink_alpha()))),
    "black ink on nothing": lambda: encode(inked((0, 0, 0))),
    "black ink on nothing, WebP": lambda: encode(inked((0, 0, 0)), "WEBP", lossless=True),
    "white ink on nothing": lambda: encode(inked((255, 255, 255))),
    "1-bit": lambda: encode(seven().convert("1", dither=Image.Dither.NONE)),
    "1-bit fax": lambda: encode(
        seven().convert("1", dither=Image.Dither.NONE), "TIFF", compression="group4"
    ),
}


@pytest.mark.parametrize("mode", MODES)
def test_row_9_every_pixel_mode_gives_the_same_digit(mode: str) -> None:
    expected = to_mnist_style(SEVEN).image
    image = read_image(MODES[mode]())
    assert image.shape == SEVEN.shape
    assert image.dtype == np.float32
    digit = to_mnist_style(image)
    assert digit.found
    coarse = 0.07 if mode.startswith(("1-bit", "palette, t", "GIF")) else 0.02
    assert np.abs(digit.image - expected).mean() < coarse


def test_white_paper_with_cut_out_corners_stays_paper() -> None:
    picture = seven().convert("RGBA")
    alpha = Image.new("L", picture.size, 255)
    ImageDraw.Draw(alpha).rectangle((0, 0, 25, 25), fill=0)
    picture.putalpha(alpha)
    assert read_image(encode(picture))[5, 5] == pytest.approx(240 / 255, abs=0.01)


def test_nothing_at_all_is_blank_paper() -> None:
    blank = read_image(encode(Image.new("RGBA", (40, 30), (9, 9, 9, 0))))
    assert np.ptp(blank) == 0


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF", "WEBP"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_row_9_exif_orientation_is_undone(kind: str, orientation: int) -> None:
    turn = Image.Transpose
    stored = {
        1: None,
        2: turn.FLIP_LEFT_RIGHT,
        3: turn.ROTATE_180,
        4: turn.FLIP_TOP_BOTTOM,
        5: turn.TRANSPOSE,
        6: turn.ROTATE_90,
        7: turn.TRANSVERSE,
        8: turn.ROTATE_270,
    }[orientation]
    picture = seven().convert("RGB")
    exif = Image.Exif()
    exif[0x0112] = orientation
    data = encode(picture.transpose(stored) if stored is not None else picture, kind, exif=exif)
    image = read_image(data)
    assert image.shape == SEVEN.shape
    assert np.abs(image - SEVEN).mean() < 0.02


@pytest.mark.parametrize(("width", "height"), [(15_000, 10_000), (60_000, 60_000), (8001, 8000)])
def test_row_7_an_image_bomb_is_refused_from_its_header(width: int, height: int) -> None:
    data = png_header(width, height)
    start = time.perf_counter()
    with pytest.raises(ImageProblem, match="more than 64 million pixels"):
        read_image(data)
    assert time.perf_counter() - start < 0.2


@pytest.mark.parametrize("size", [(1, 60_000_000), (20, 3_100_000), (3_100_000, 20)])
def test_a_picture_longer_than_any_scan_is_refused_from_its_header(size: tuple[int, int]) -> None:
    with pytest.raises(ImageProblem, match="pixels long"):
        read_image(png_header(*size))


def test_the_stated_cap_is_the_cap() -> None:
    assert MAX_PIXELS == 64_000_000


@pytest.mark.parametrize("size", [(60_000, 1), (1, 60_000), (1, 1), (2, 3)])
def test_row_7_odd_sizes_are_read_and_hold_nothing(size: tuple[int, int]) -> None:
    image = read_image(encode(Image.new("L", size, 128)))
    assert image.shape == size[::-1]
    assert not to_mnist_style(image).found


@pytest.mark.parametrize("kind", ["L", "RGB", "RGBA", "P", "I;16"])
def test_a_large_picture_is_reduced_by_whole_steps(kind: str) -> None:
    small = Image.fromarray(
        np.uint16([[0, 60000], [60000, 0]]) if kind == "I;16" else SEVEN[:2, :2]
    )
    picture = small if kind == "I;16" else seven().convert(kind)
    large = picture.resize((2400, 2000), Image.Resampling.NEAREST)
    read = read_picture(encode(large))
    assert read.reduction == 2
    assert read.image.shape == (1000, 1200)


def test_a_large_jpeg_is_decoded_small() -> None:
    picture = seven().convert("RGB").resize((3000, 4000))
    read = read_picture(encode(picture, "JPEG"))
    assert (read.reduction, read.image.shape) == (2, (2000, 1500))
    assert to_mnist_style(read.image).found


WRITERS = {
    "PNG": {},
    "JPEG": {},
    "JPEG progressive": {"progressive": True},
    "BMP": {},
    "GIF": {},
    "TIFF": {},
    "TIFF lzw": {"compression": "tiff_lzw"},
    "WEBP": {},
    "WEBP lossless": {"lossless": True},
}


@pytest.mark.parametrize("writer", WRITERS)
def test_row_8_a_truncated_file_is_an_error_wherever_it_is_cut(writer: str) -> None:
    grain = np.random.default_rng(0).normal(0, 0.05, SEVEN.shape)
    picture = Image.fromarray(np.uint8(255 * np.clip(SEVEN + grain, 0, 1)))
    data = encode(picture.convert("RGB"), writer.split()[0], **WRITERS[writer])
    read_image(data)
    cuts = [*range(0, len(data), max(1, len(data) // 40)), *range(len(data) - 9, len(data))]
    for cut in cuts:
        with pytest.raises(ImageProblem):
            read_image(data[:cut])


def test_data_after_a_jpegs_end_is_no_fault() -> None:
    data = encode(seven(), "JPEG") + b"\0\0\0\x18ftypmp42" + bytes(200_000)
    assert read_image(data).shape == SEVEN.shape


UNSUPPORTED = {
    "EPS": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n",
    "SVG": b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>',
    "HEIC": b"\0\0\0\x18ftypheic\0\0\0\0mif1heic",
    "AVIF": b"\0\0\0\x1cftypavif\0\0\0\0avifmif1",
    "Photoshop": b"8BPS\0\1" + bytes(20),
    "JPEG 2000": b"\0\0\0\x0cjP  \r\n\x87\n",
}


@pytest.mark.parametrize("kind", UNSUPPORTED)
def test_row_10_unsupported_formats_are_named(kind: str, tmp_path: Path) -> None:
    file = tmp_path / "looks-like.png"
    file.write_bytes(UNSUPPORTED[kind])
    with pytest.raises(ImageProblem, match=rf"“looks-like.png” is an? {kind} file.*PNG, JPEG"):
        read_image(file)


@pytest.mark.parametrize("data", [b"hello, I am a text\n" * 9, b"PK\3\4" + bytes(60), bytes(500)])
def test_row_10_what_is_no_picture_says_what_can_be_read(data: bytes) -> None:
    with pytest.raises(ImageProblem, match="not a picture that can be read; PNG, JPEG, BMP"):
        read_image(data)


def test_row_10_the_content_decides_not_the_name(tmp_path: Path) -> None:
    file = tmp_path / "seven.pdf"
    file.write_bytes(encode(seven(), "JPEG", quality=95))
    assert np.abs(read_image(file) - SEVEN).mean() < 0.02


def test_decoders_off_the_list_are_never_asked() -> None:
    with pytest.raises(ImageProblem):
        read_image(encode(seven(), "PPM"))
    with pytest.raises(ImageProblem):
        read_image(encode(seven(), "ICO"))


@pytest.mark.parametrize("name", ["семь.png", "sept à l’encre.png", "7️⃣ 🖋.png", "a b\tc.png"])
def test_row_12_names_of_all_kinds_are_read(name: str, tmp_path: Path) -> None:
    file = tmp_path / name
    file.write_bytes(encode(seven()))
    assert np.array_equal(read_image(file), SEVEN)


def test_row_12_a_folder_a_missing_file_and_an_empty_one_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ImageProblem, match="is a folder, not a file"):
        read_image(tmp_path)
    with pytest.raises(ImageProblem, match=r"There is no file “gone\.png”"):
        read_image(tmp_path / "gone.png")
    (tmp_path / "empty.png").touch()
    with pytest.raises(ImageProblem, match=r"“empty\.png” is empty"):
        read_image(tmp_path / "empty.png")
    with pytest.raises(ImageProblem, match="cannot be read"):
        read_image(tmp_path / "nul\0.png")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_row_12_a_pipe_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.png")
    start = time.perf_counter()
    with pytest.raises(ImageProblem, match="is a pipe, not a file"):
        read_image(tmp_path / "pipe.png")
    assert time.perf_counter() - start < 0.5


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no devices here")
def test_row_12_a_device_is_refused_at_once() -> None:
    with pytest.raises(ImageProblem, match="is a device, not a file"):
        read_image(Path("/dev/zero"))


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="no sockets with names here")
def test_row_12_a_socket_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # socket paths are short
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("s.png")
        with pytest.raises(ImageProblem, match="is a socket, not a file"):
            read_image(tmp_path / "s.png")


def test_a_name_with_line_breaks_stays_on_one_line(tmp_path: Path) -> None:
    with pytest.raises(ImageProblem) as caught:
        read_image(tmp_path / "a\nb.png")
    assert "\n" not in str(caught.value)


def test_float_pictures_with_nan_are_refused() -> None:
    values = SEVEN.copy()
    values[3, 3] = np.nan
    with pytest.raises(ImageProblem, match="not numbers"):
        read_image(encode(Image.fromarray(values), "TIFF"))


@settings(max_examples=150, deadline=None)
@given(
    kind=st.sampled_from(["PNG", "JPEG", "GIF", "BMP", "WEBP"]),
    places=st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), max_size=6),
)
def test_damaged_bytes_give_a_picture_or_our_error(
    kind: str, places: list[tuple[float, int]]
) -> None:
    data = bytearray(encode(seven().resize((40, 50)), kind))
    for share, value in places:
        data[int(share * (len(data) - 1))] = value
    try:
        image = read_image(bytes(data))
    except ImageProblem:
        return
    assert image.ndim == 2
    assert image.dtype == np.float32
    assert image.min() >= 0
    assert image.max() <= 1


@settings(max_examples=100, deadline=None)
@given(data=st.binary(max_size=200))
def test_any_bytes_give_a_picture_or_our_error(data: bytes) -> None:
    with pytest.raises(ImageProblem):
        read_image(data)


def test_suffixes_name_the_supported_formats() -> None:
    assert {".png", ".jpg", ".jpeg", ".bmp", ".gif", ".tif", ".tiff", ".webp"} == set(SUFFIXES)


def test_only_the_decoders_that_are_needed_are_loaded(tmp_path: Path) -> None:
    path = tmp_path / "seven.tiff"
    path.write_bytes(encode(seven(), "TIFF"))
    code = (
        "import sys; from pathlib import Path;"
        "from desktop_cvae.pictures.picture_files import read_image;"
        f"read_image(Path({str(path)!r})); sys.exit('PIL.PdfImagePlugin' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
