"""Picture file formats, told by a file's first bytes, whatever its name.

Tested in tests/pictures/test_picture_files.py.
"""

from __future__ import annotations

from typing import Literal

from desktop_cvae.core.language import mark

FORMATS = ("PNG", "JPEG", "BMP", "GIF", "TIFF", "WEBP")
"""Pillow's names of the formats that are read; no other decoder ever sees a file."""
SUFFIXES = (".png", ".jpg", ".jpeg", ".bmp", ".gif", ".tif", ".tiff", ".webp")
"""File name extensions of the supported formats; the content decides, not the name."""
SUPPORTED = mark("PNG, JPEG, BMP, GIF, TIFF and WebP")
OPENED_SUFFIXES = (*SUFFIXES, ".pdf")
"""Extensions looked for in folders and file dialogs; each page of a PDF is a picture."""
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
    """Return Pillow's name of the supported format that ``data`` begins as, or None."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "WEBP"
    return next((name for magic, name in _READ if data.startswith(magic)), None)


def unsupported_format(data: bytes) -> str | None:
    """Return the name of a known format that is not read (``"PDF"``), or None."""
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
        # With its checksum, which is always the same: the four letters may stand in other data.
        return b"IEND\xaeB`\x82" not in data
    if kind == "JPEG":
        return b"\xff\xd9" not in data
    if kind == "GIF":
        return b"\0;" not in data[-64:]  # the last block's end, then the trailer
    if kind == "TIFF" and data[2:4] != b"+\0" and data[2:4] != b"\0+":
        return _directory_end(data) > len(data)
    return False


def _directory_end(tiff: bytes) -> int:
    """Return the end of the first directory: 2 bytes of count, 12 an entry, 4 of an offset."""
    order: Literal["little", "big"] = "little" if tiff[:2] == b"II" else "big"
    start = int.from_bytes(tiff[4:8], order)
    return start + 2 + 12 * int.from_bytes(tiff[start : start + 2], order) + 4
