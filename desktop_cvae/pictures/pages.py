"""Files of several pages: each page is a picture of its own, called ``scan.pdf#3``.

Names are yielded one by one and a page is drawn when it is read, so that a file of thousands of
pages takes no more memory than its largest page.
"""

from __future__ import annotations

import io
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Literal

from desktop_cvae.core.errors import DesktopCvaeError, ImageProblem
from desktop_cvae.core.language import number, tr
from desktop_cvae.pictures.bounded_files import shown_name
from desktop_cvae.pictures.file_formats import supported_format
from desktop_cvae.pictures.pdf_process import MAX_PAGES

PAGED_SUFFIXES = (".pdf", ".tif", ".tiff")
"""File name extensions of files that may have several pages."""

_PAGE = re.compile(
    r"(?P<file>.+\.(?:pdf|tiff?))#(?P<page>[1-9][0-9]{0,5})", re.IGNORECASE | re.DOTALL
)
_HEAD_BYTES = 1024
_SUBFILE, _IS_REDUCED = 254, 1


def split_page(name: str) -> tuple[str, int]:
    """Split ``scan.pdf#3`` into file and 3; any other name, or an existing file's, gets 0."""
    match = _PAGE.fullmatch(name)
    if match is None or os.path.lexists(name):
        return name, 0
    return match["file"], int(match["page"])


def page_names(name: str) -> Iterator[str]:
    """Yield the names of a file's pages, or its own name if it has one page or is unreadable.

    Reading it then raises the error.
    """
    if not name.lower().endswith(PAGED_SUFFIXES):
        yield name
        return
    path = Path(name)
    try:
        is_one_of_many = is_pdf(path)
        pages = count_pages(path)
    except DesktopCvaeError:
        is_one_of_many, pages = False, 1
    if pages == 1 and not is_one_of_many:
        yield name
        return
    for page in range(1, pages + 1):
        yield f"{name}#{page}"


def count_pages(path: Path) -> int:
    """Count a file's pages; 1 for a picture, even if it cannot be read.

    Raises:
        ImageProblem: a PDF file is damaged or locked, or a file has more than ``MAX_PAGES``.
        EnvironmentProblem: there is no library for PDF files.
    """
    if is_pdf(path):
        from desktop_cvae.pictures.pdf_pages import count_pdf_pages

        return count_pdf_pages(path, tr("“{name}”", name=shown_name(path)))
    if not _head(path).startswith((b"II", b"MM")):
        return 1
    try:
        with path.open("rb") as file:
            return max(1, len(tiff_pages(file, tr("“{name}”", name=shown_name(path)))))
    except OSError:
        return 1


def is_pdf(path: Path) -> bool:
    """True if a plain file begins as a PDF file, whatever its name."""
    head = _head(path)
    # Pictures may say in their metadata which file they were taken from.
    return b"%PDF-" in head and supported_format(head) is None


def _head(path: Path) -> bytes:
    try:
        # Opening a pipe would wait.
        if not path.is_file():
            return b""
        with path.open("rb") as file:
            return file.read(_HEAD_BYTES)
    except (OSError, ValueError):
        return b""


def tiff_pages(file: BinaryIO, name: str) -> list[int]:
    """Return the offsets of the directories of a TIFF file's pages, in bytes.

    A smaller version of another page does not count. Directories that form a circle end where
    they meet; one beyond the file's end is counted, and reading it raises the error.

    Args:
        file: can be sought in.
        name: what it is called in messages.

    Raises:
        ImageProblem: there are more than ``MAX_PAGES``.
    """
    head = file.read(16)
    order = _order(head)
    is_big = head[2:4] in (b"+\0", b"\0+")
    count_size, entry_size, offset_size = (8, 20, 8) if is_big else (2, 12, 4)
    offset = int.from_bytes(head[8:16] if is_big else head[4:8], order)
    found: list[int] = []
    seen: set[int] = set()
    while offset and offset not in seen:
        seen.add(offset)
        if len(seen) > MAX_PAGES:
            raise ImageProblem(
                tr(
                    "{name} has more than {most} pages, too many to open; split it.",
                    name=name,
                    most=number(MAX_PAGES),
                )
            )
        file.seek(offset)
        count = int.from_bytes(file.read(count_size), order)
        # Pillow's own pages have some twenty entries; 65,535 is what the format allows.
        entries = file.read(min(count, 0xFFFF) * entry_size)
        following = file.read(offset_size)
        if not found or not _is_reduced(entries, entry_size, order):
            found.append(offset)
        offset = int.from_bytes(following, order) if len(following) == offset_size else 0
    return found


def _is_reduced(entries: bytes, size: int, order: Literal["little", "big"]) -> bool:
    """True if a directory marks a smaller version of another page."""
    for start in range(0, len(entries) - size + 1, size):
        if int.from_bytes(entries[start : start + 2], order) == _SUBFILE:
            at = start + (8 if size == 12 else 12)
            return bool(int.from_bytes(entries[at : at + 4], order) & _IS_REDUCED)
    return False


def with_first_page(tiff: bytes, page: int, name: str) -> bytes:
    """Return the same TIFF file with another of its pages as its first one.

    Args:
        tiff: the whole file.
        page: from 1.
        name: what it is called in messages.

    Raises:
        ImageProblem: it has no such page.
    """
    pages = tiff_pages(io.BytesIO(tiff), name)
    if page > len(pages):
        raise ImageProblem(tr("{name} has no such page.", name=name))
    if page == 1:
        return tiff
    order = _order(tiff)
    if tiff[2:4] in (b"+\0", b"\0+"):
        return tiff[:8] + pages[page - 1].to_bytes(8, order) + tiff[16:]
    return tiff[:4] + pages[page - 1].to_bytes(4, order) + tiff[8:]


def _order(tiff: bytes) -> Literal["little", "big"]:
    return "little" if tiff[:2] == b"II" else "big"
