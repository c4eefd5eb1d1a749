"""Untrusted picture files → grey arrays, upright.

Order of the checks: a plain file of bounded size, read without ever blocking on a pipe, a device
or a folder → known content by its first bytes, whatever its name (allow-list) → size from the
header → decode, truncation is an error → grey float32 in [0, 1], light is 1 → orientation.
"""

from __future__ import annotations

import io
import struct
import warnings
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from desktop_cvae.core.errors import ImageProblem
from desktop_cvae.core.language import mark, number, tr
from desktop_cvae.core.results import FloatArray
from desktop_cvae.pictures.bounded_files import read_bounded, shown_name
from desktop_cvae.pictures.file_formats import (
    FORMATS,
    SUPPORTED,
    lacks_its_end,
    supported_format,
    unsupported_format,
)
from desktop_cvae.pictures.grey_values import grey_values
from desktop_cvae.pictures.pages import is_pdf, split_page, with_first_page

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFile import ImageFile
    from PIL.TiffImagePlugin import TiffImageFile

MAX_FILE_BYTES = 200_000_000
MAX_PIXELS = 64_000_000
"""Largest picture that is decoded, by its header: 8000 × 8000, 256 MB as RGBA."""
MAX_SIDE = 500_000
"""Longest side of a picture; Pillow spends eight bytes on every row, however short."""
MAX_MEMORY_BYTES = 390_000_000
"""Most bytes of a file and its decoder's memory together."""
MAX_SCANNED_PIXELS = 20 * MAX_PIXELS
"""Most pixels that the scans of a progressive JPEG draw, each over the whole picture."""
KEPT_PIXELS = 4_000_000
"""Larger pictures are reduced to fewer pixels than this; a digit needs 28 × 28."""
_ORIENTATION = 0x0112
_BITS_PER_SAMPLE, _ROWS_PER_STRIP, _TILE_WIDTH, _TILE_HEIGHT = 258, 278, 322, 323
_BYTES_IN_MODE = {"1": 1, "L": 1, "P": 1, "I;16": 2, "I;16B": 2}
"""A pixel in Pillow's memory; 4 in all other modes."""
_WEBP_BYTES = 31
"""A pixel in the several copies of its decoder, measured with tests/attacks/crafted.py."""
_SCAN = b"\xff\xda"
_TILE_PX = (16_384, 64)
"""Width and height that are taken at once, multiples of every reduction."""
# What Pillow's decoders raise on malformed files, found by fuzzing them.
_DECODER_FAULTS = (
    *(OSError, SyntaxError, ValueError, TypeError, KeyError, IndexError, EOFError),
    *(OverflowError, AttributeError, ZeroDivisionError, RuntimeError, MemoryError),
    *(struct.error, zlib.error, AssertionError),
)


@dataclass(frozen=True, eq=False)
class ReadPicture:
    """A picture as read.

    Attributes:
        image: float32, (H, W), in [0, 1], light is 1, upright.
        reduction: how many pixels of the file's side one pixel of ``image`` is (1, 2, 4).
    """

    image: FloatArray
    reduction: int


def read_image(source: Path | bytes) -> FloatArray:
    """Read a picture: float32, (H, W), in [0, 1], light is 1, upright.

    Args:
        source: a file, a page of one (``scan.pdf#3``), or a picture file's bytes.

    Raises:
        ImageProblem: unreadable, unsupported, damaged or too large; one sentence says which.
        EnvironmentProblem: there is no library for PDF files.
    """
    return read_picture(source).image


def read_picture(source: Path | bytes) -> ReadPicture:
    """Read a picture and say by how much it was reduced; see :func:`read_image`."""
    if isinstance(source, bytes):
        name, data = tr("The picture"), source
    else:
        file, page = split_page(str(source))
        name, path = tr("“{name}”", name=shown_name(source)), Path(file)
        if is_pdf(path):
            from desktop_cvae.pictures.pdf_pages import draw_pdf_page

            return ReadPicture(draw_pdf_page(path, page or 1, name), 1)
        data = read_bounded(path, MAX_FILE_BYTES, ImageProblem)
        if page and data[:2] in (b"II", b"MM"):
            data = with_first_page(data, page, name)
        elif page:
            raise ImageProblem(tr("{name} has no such page.", name=name))
    _require_supported(data, name)
    with warnings.catch_warnings():
        # Pillow warns of odd metadata, which is of no use here, and of large pictures,
        # which are refused below.
        warnings.simplefilter("ignore")
        try:
            return _decode(data, name)
        except _DECODER_FAULTS as error:
            raise ImageProblem(
                tr("{name} is damaged or cut short.", name=name), repr(error)
            ) from error


def _require_supported(data: bytes, name: str) -> None:
    if not data:
        raise ImageProblem(tr("{name} is empty.", name=name))
    if supported_format(data):
        if lacks_its_end(data):
            raise ImageProblem(
                tr("{name} is damaged or cut short.", name=name), tr("the end mark is missing")
            )
        return
    known = unsupported_format(data)
    if known is None:
        raise ImageProblem(
            tr(
                "{name} is not a picture that can be read; {supported} can.",
                name=name,
                supported=tr(SUPPORTED),
            )
        )
    if known[0] in "AEIOi":
        sentence = mark("{name} is an {known} file, which cannot be read; {supported} can.")
    else:
        sentence = mark("{name} is a {known} file, which cannot be read; {supported} can.")
    raise ImageProblem(tr(sentence, name=name, known=tr(known), supported=tr(SUPPORTED)))


def _decode(data: bytes, name: str) -> ReadPicture:
    # Imported here, because Image.open() loads all of Pillow's plugins at a format whose plugin is
    # not loaded yet.
    from PIL import Image, TiffImagePlugin, WebPImagePlugin  # noqa: F401

    try:
        picture = Image.open(io.BytesIO(data), formats=FORMATS)
    except Image.DecompressionBombError as error:
        raise ImageProblem(_too_large(name), str(error)) from error
    width, height = picture.size
    if width * height > MAX_PIXELS:
        raise ImageProblem(_too_large(name), f"{width} × {height} pixels")
    if max(width, height) > MAX_SIDE:
        raise ImageProblem(
            tr(
                "{name} is {side} pixels long; at most {most} can be opened. Shrink or crop it "
                "first.",
                name=name,
                side=number(max(width, height)),
                most=number(MAX_SIDE),
            )
        )
    _require_cheap(picture, data, name)
    reduction = reduction_of(width * height)
    # A JPEG is decoded at the smaller size at once, four times as fast.
    # Checked by the header above, so that nothing large has been allocated so far.
    picture.draft(None, (width // reduction, height // reduction))
    rest = reduction // max(1, round(width / picture.width))
    picture.load()
    orientation = _orientation(picture)
    # Then the whole picture's memory is needed again.
    kept: Image.Image = picture if rest == 1 else _reduced(picture, rest)
    del picture
    return ReadPicture(_upright(grey_values(kept), orientation), reduction)


def _require_cheap(picture: ImageFile, data: bytes, name: str) -> None:
    """Refuse, by its header, what would take too much memory or time to decode."""
    from PIL.JpegImagePlugin import JpegImageFile
    from PIL.TiffImagePlugin import TiffImageFile

    pixels = picture.width * picture.height
    scans = data.count(_SCAN)  # never within a scan; a photograph's thumbnail has its own
    if isinstance(picture, JpegImageFile):
        if scans * pixels > MAX_SCANNED_PIXELS:
            raise ImageProblem(
                tr(
                    "{name} is a progressive JPEG with too many scans to open; save it as PNG "
                    "first.",
                    name=name,
                )
            )
        areas = [across * down for _, across, down, _ in picture.layer]
        # Two bytes a coefficient, which all wait for the last scan.
        decoder = 2 * pixels * sum(areas) // max(areas) if scans > 1 else 0
        decoder += 4 * pixels // reduction_of(pixels) ** 2
    elif picture.format == "WEBP":
        decoder = _WEBP_BYTES * pixels
    else:
        decoder = _BYTES_IN_MODE.get(picture.mode, 4) * pixels
    if isinstance(picture, TiffImageFile) and picture.info.get("compression") != "raw":
        decoder += _strip_bytes(picture)
    if len(data) + decoder > MAX_MEMORY_BYTES:
        needed = (len(data) + decoder) // 1_000_000
        raise ImageProblem(
            tr(
                "{name} would take {needed} MB of memory, too much to open; shrink or crop it "
                "first.",
                name=name,
                needed=number(needed),
            )
        )


def _strip_bytes(tiff: TiffImageFile) -> int:
    """Return the bytes that libtiff unpacks at once, a TIFF strip or a tile."""
    tags = tiff.tag_v2
    bits = sum(int(bits) for bits in tags.get(_BITS_PER_SAMPLE, (1,)))
    rows = min(int(tags.get(_ROWS_PER_STRIP, tiff.height)), tiff.height)
    pixels = int(tags.get(_TILE_WIDTH, tiff.width)) * int(tags.get(_TILE_HEIGHT, rows))
    return pixels * bits // 8


def _too_large(name: str) -> str:
    return tr(
        "{name} has more than {most} million pixels, too many to open; shrink or crop it first.",
        name=name,
        most=MAX_PIXELS // 1_000_000,
    )


def reduction_of(pixels: int) -> int:
    """Return the factor by which a picture's sides are reduced: 1, 2, 4 and so on."""
    reduction = 1
    while pixels / reduction**2 > KEPT_PIXELS:
        reduction *= 2
    return reduction


def _reduced(picture: Image, factor: int) -> Image:
    """Means of ``factor`` × ``factor`` blocks, transparent pixels weighing nothing.

    Tile by tile: a second copy of the whole picture in another mode would double the memory.
    """
    from PIL import Image

    width, height = picture.size
    small: Image.Image | None = None
    for top in range(0, height, _TILE_PX[1]):
        for left in range(0, width, _TILE_PX[0]):
            right, bottom = min(left + _TILE_PX[0], width), min(top + _TILE_PX[1], height)
            tile = _reducible(picture.crop((left, top, right, bottom))).reduce(factor)
            if small is None:
                small = Image.new(tile.mode, (-(-width // factor), -(-height // factor)))
            small.paste(tile, (left // factor, top // factor))
    assert small is not None
    return small


def _reducible(tile: Image) -> Image:
    """The same in a mode whose values may be averaged."""
    if tile.mode.startswith("I;16"):
        return tile.convert("I")
    if tile.mode == "LAB":
        return tile.getchannel(0)
    if tile.has_transparency_data:
        return tile.convert("RGBA")
    if tile.mode in ("I", "F", "L", "RGB"):
        return tile
    return tile.convert("L" if tile.mode == "1" else "RGB")


def _orientation(picture: Image) -> int:
    try:
        return int(picture.getexif().get(_ORIENTATION, 1))
    except _DECODER_FAULTS:
        return 1  # damaged metadata is no reason to refuse a whole picture


def _upright(grey: FloatArray, orientation: int) -> FloatArray:
    """Undo the camera's turn, EXIF 2.3 tag 274."""
    turned = {
        2: grey[:, ::-1],
        3: grey[::-1, ::-1],
        4: grey[::-1],
        5: grey.T,
        6: grey.T[:, ::-1],
        7: grey.T[::-1, ::-1],
        8: grey.T[::-1],
    }
    return np.ascontiguousarray(turned.get(orientation, grey))
