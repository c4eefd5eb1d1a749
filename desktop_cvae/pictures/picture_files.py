"""Untrusted picture files → grey arrays, upright.

Order of the checks: a plain file of bounded size, read without ever blocking on a pipe, a device
or a folder → known content by its first bytes, whatever its name (allow-list) → size from the
header → decode, truncation is an error → grey float32 in [0, 1], light is 1 → orientation.

``convert("L")`` alone is silently wrong on 16-bit and float pictures (it clips at
255) and on transparent ones (it shows the colours hidden under transparency).
"""

from __future__ import annotations

import io
import stat
import struct
import warnings
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import numpy as np
import numpy.typing as npt

from desktop_cvae.core.checked_json import printable
from desktop_cvae.core.errors import ImageProblem, InputOutputError
from desktop_cvae.core.language import mark, number, tr
from desktop_cvae.core.results import FloatArray
from desktop_cvae.pictures.pages import is_pdf, split_page, with_first_page

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFile import ImageFile
    from PIL.TiffImagePlugin import TiffImageFile


_KINDS = {
    stat.S_IFDIR: mark("a folder"),
    stat.S_IFIFO: mark("a pipe"),
    stat.S_IFSOCK: mark("a socket"),
    stat.S_IFCHR: mark("a device"),
    stat.S_IFBLK: mark("a device"),
}


def read_bounded(path: Path, limit_bytes: int, problem: type[InputOutputError]) -> bytes:
    """Read a regular file of at most ``limit_bytes``.

    Args:
        path: any path; looked at before it is opened, since opening a pipe would wait.
        limit_bytes: largest size that is read.
        problem: the error to raise.

    Raises:
        InputOutputError: of class ``problem``; missing, unreadable, no plain file, too large.
    """
    name = shown_name(path)
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            kind = _KINDS.get(stat.S_IFMT(status.st_mode), mark("no plain file"))
            raise problem(tr("“{name}” is {kind}, not a file.", name=name, kind=tr(kind)))
        with path.open("rb") as file:
            data = file.read(limit_bytes + 1)
    except FileNotFoundError as error:
        raise problem(tr("There is no file “{name}”.", name=name), str(error)) from error
    except PermissionError as error:
        raise problem(tr("“{name}” may not be read by you.", name=name), str(error)) from error
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        raise problem(tr("“{name}” cannot be read.", name=name), str(error)) from error
    if len(data) > limit_bytes:
        megabytes = limit_bytes // 1_000_000
        raise problem(
            tr(
                "“{name}” is larger than {limit} MB, the most that is read.",
                name=name,
                limit=megabytes,
            )
        )
    return data


def shown_name(path: Path) -> str:
    """The file's name as it can be printed on one line."""
    return printable(path.name or str(path), 120)


FORMATS = ("PNG", "JPEG", "BMP", "GIF", "TIFF", "WEBP")
"""Pillow's names of the formats that are read; no other decoder ever sees a file."""

SUFFIXES = (".png", ".jpg", ".jpeg", ".bmp", ".gif", ".tif", ".tiff", ".webp")
"""File name endings of the supported formats (content decides, not the name)."""

SUPPORTED = mark("PNG, JPEG, BMP, GIF, TIFF and WebP")

OPENED_SUFFIXES = (*SUFFIXES, ".pdf")
"""What is looked for in folders and offered to be opened: each page of a PDF file is a picture."""

_READ = (
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"\xff\xd8", "JPEG"),
    (b"BM", "BMP"),
    (b"GIF8", "GIF"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"II+\0", "TIFF"),
    (b"MM\0+", "TIFF"),
)
_NOT_READ = (
    (b"%!PS", "EPS"),
    (b"\xc5\xd0\xd3\xc6", "EPS"),
    (b"%PDF", "PDF"),
    (b"8BPS", "Photoshop"),
    (b"\xff\x0a", "JPEG XL"),
    (b"\0\0\0\x0cJXL ", "JPEG XL"),
    (b"\0\0\0\x0cjP  ", "JPEG 2000"),
    (b"\xff\x4f\xff\x51", "JPEG 2000"),
    (b"\0\0\1\0", mark("icon (ICO)")),
    (b"qoif", "QOI"),
    (b"P1", "Netpbm"),
    (b"P2", "Netpbm"),
    (b"P3", "Netpbm"),
    (b"P4", "Netpbm"),
    (b"P5", "Netpbm"),
    (b"P6", "Netpbm"),
    (b"v/1\1", "OpenEXR"),
    (b"gimp xcf", "GIMP"),
    (b"\xd7\xcd\xc6\x9a", "WMF"),
)
_ISO_MEDIA = {
    b"avif": "AVIF",
    b"avis": "AVIF",
    b"heic": "HEIC",
    b"heix": "HEIC",
    b"heim": "HEIC",
    b"heis": "HEIC",
    b"hevc": "HEIC",
    b"hevx": "HEIC",
    b"mif1": "HEIC",
    b"msf1": "HEIC",
}


def supported_format(data: bytes) -> str | None:
    """Pillow's name of the supported format that ``data`` begins as, or None."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "WEBP"
    return next((name for magic, name in _READ if data.startswith(magic)), None)


def unsupported_format(data: bytes) -> str | None:
    """The name of a known format that is not read (``"PDF"``), or None."""
    if data[4:8] == b"ftyp":
        return _ISO_MEDIA.get(data[8:12], "video")
    if data[128:132] == b"DICM":
        return "DICOM"
    if b"<svg" in data[:4096].lower():
        return "SVG"
    # Some EPS and PDF files begin with a few bytes of something else.
    if b"%PDF-" in data[:1024]:
        return "PDF"
    return next((name for magic, name in _NOT_READ if data.startswith(magic)), None)


def lacks_its_end(data: bytes) -> bool:
    """True if a file of a supported format stops before the mark or table at its end.

    Pillow reads a PNG without its IEND without a word, and libtiff writes to standard error
    when a TIFF's directory is cut. Data after the end (a phone's motion photograph) is fine.
    """
    kind = supported_format(data)
    if kind == "PNG":
        return b"IEND\xaeB`\x82" not in data
    if kind == "JPEG":
        return b"\xff\xd9" not in data
    if kind == "GIF":
        return b"\0;" not in data[-64:]  # the last block's end, then the trailer
    if kind == "TIFF" and data[2:4] != b"+\0" and data[2:4] != b"\0+":
        return _directory_end(data) > len(data)
    return False


def _directory_end(tiff: bytes) -> int:
    """Where the first directory ends: 2 bytes of count, 12 an entry, 4 of the next's offset."""
    order: Literal["little", "big"] = "little" if tiff[:2] == b"II" else "big"
    start = int.from_bytes(tiff[4:8], order)
    return start + 2 + 12 * int.from_bytes(tiff[start : start + 2], order) + 4


__all__ = [
    *("MAX_PIXELS", "OPENED_SUFFIXES", "SUFFIXES"),
    *("ReadPicture", "read_image", "read_picture"),
]

MAX_FILE_BYTES = 200_000_000
MAX_PIXELS = 64_000_000
"""Largest picture that is decoded, by its header: 8000 × 8000, 256 MB as RGBA."""
MAX_MEMORY_BYTES = 390_000_000
"""What a file and the memory of its decoder may take together."""
MAX_SCANNED_PIXELS = 20 * MAX_PIXELS
"""What the scans of a progressive JPEG may draw, each over the whole picture."""
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
    # Named here, because for a format that Pillow does not know at once it loads all it has.
    from PIL import Image, TiffImagePlugin, WebPImagePlugin  # noqa: F401

    try:
        picture = Image.open(io.BytesIO(data), formats=FORMATS)
    except Image.DecompressionBombError as error:
        raise ImageProblem(_too_large(name), str(error)) from error
    width, height = picture.size
    if width * height > MAX_PIXELS:
        raise ImageProblem(_too_large(name), f"{width} × {height} pixels")
    _require_cheap(picture, data, name)
    reduction = _reduction(width * height)
    # A JPEG is decoded at the smaller size at once, four times as fast.
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
            raise ImageProblem(tr("{name} is drawn in too many passes to be opened.", name=name))
        areas = [across * down for _, across, down, _ in picture.layer]
        # Two bytes a coefficient, which all wait for the last scan.
        decoder = 2 * pixels * sum(areas) // max(areas) if scans > 1 else 0
        decoder += 4 * pixels // _reduction(pixels) ** 2
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
                "{name} would take {needed} MB of memory, too much to open.",
                name=name,
                needed=number(needed),
            )
        )


def _strip_bytes(tiff: TiffImageFile) -> int:
    """What is unpacked at once: a strip, or a tile."""
    tags = tiff.tag_v2
    bits = sum(int(bits) for bits in tags.get(_BITS_PER_SAMPLE, (1,)))
    rows = min(int(tags.get(_ROWS_PER_STRIP, tiff.height)), tiff.height)
    pixels = int(tags.get(_TILE_WIDTH, tiff.width)) * int(tags.get(_TILE_HEIGHT, rows))
    return pixels * bits // 8


def _too_large(name: str) -> str:
    return tr(
        "{name} has more than {most} million pixels, too many to open.",
        name=name,
        most=MAX_PIXELS // 1_000_000,
    )


def _reduction(pixels: int) -> int:
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


_FULL_SCALES = (255.0, 4095.0, 65535.0, 2.0**31 - 1, 2.0**32 - 1)
"""White of 8-bit, 12-bit scanner, 16-bit and 32-bit values."""


def grey_values(picture: Image) -> FloatArray:
    """Grey values as seen, float32, (H, W), in [0, 1].

    Transparent pictures are laid on a ground that their ink stands out from.

    Raises:
        ImageProblem: a float picture holds values that are no numbers.
    """
    if picture.mode in ("I", "F") or picture.mode.startswith("I;16"):
        return _scaled(np.asarray(picture), whole=picture.mode != "F")
    if picture.has_transparency_data:
        rgba = picture.convert("RGBA")
        return _composite(_unit(rgba.convert("RGB").convert("L")), _unit(rgba.getchannel("A")))
    if picture.mode == "LAB":
        return _unit(picture.getchannel(0))
    if picture.mode not in ("L", "1"):
        picture = picture.convert("RGB")
    return _unit(picture.convert("L"))


def _unit(picture: Image) -> FloatArray:
    return np.asarray(picture, np.float32) / np.float32(255)


def _scaled(values: npt.NDArray[np.generic], whole: bool) -> FloatArray:
    """Numbers of an unnamed range: the smallest usual full scale that holds them is white."""
    numbers = values.astype(np.float64)
    low, high = float(numbers.min()), float(numbers.max())
    if not np.isfinite(low) or not np.isfinite(high):
        raise ImageProblem(tr("The picture holds values that are not numbers."))
    if low < 0:  # signed data has no agreed black
        return ((numbers - low) / (high - low)).astype(np.float32)
    scales = _FULL_SCALES if whole else (1.0, *_FULL_SCALES)
    white = next((scale for scale in scales if high <= scale), high)
    return (numbers / white).astype(np.float32)


def _composite(light: FloatArray, alpha: FloatArray) -> FloatArray:
    return light * alpha + (1 - alpha) * _ground(light, alpha)


def _ground(light: FloatArray, alpha: FloatArray) -> np.float32:
    """The grey to show through: far from the ink, or the paper's own where paper is drawn.

    Ink on nothing is of one colour or covers little; white paper with cut-out corners
    is neither, and goes on in its own colour.
    """
    opaque = light[alpha > 0.5]
    if opaque.size == 0:
        opaque = light[alpha > 0]
    if opaque.size == 0:
        return np.float32(1)
    if opaque.size > 0.5 * light.size and opaque.std() > 0.1:
        return np.float32(np.median(opaque))
    return np.float32(1 if opaque.mean() < 0.5 else 0)
