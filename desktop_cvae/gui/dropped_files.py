"""What a drop or the clipboard offers, looked through for what may be taken; nothing is fetched."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage

from desktop_cvae.core.language import mark, tr, tr_n
from desktop_cvae.gui.qimage_arrays import png_bytes

MODEL_SUFFIX, LESSON_SUFFIX = ".cvae", ".cvae-lesson"
NOTHING = mark("There is no picture on the clipboard; copy one first.")
REMOTE = mark("Only files on this computer are opened; nothing was fetched from the address.")


@dataclass(frozen=True)
class Offer:
    """What was found.

    Attributes:
        source: a file, a picture's bytes, or None if there is nothing to take.
        name: what the user calls it.
        sentence: for the user; may be empty.
        many: several files, or folders, to be read into a table.
    """

    source: Path | bytes | None
    name: str = ""
    sentence: str = ""
    many: tuple[Path, ...] = ()


def offer_of(mime: QMimeData) -> Offer:
    """Look at a drop or the clipboard: files first, then a picture's pixels."""
    files = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    if len(files) == 1 and not files[0].is_dir():
        return Offer(files[0], files[0].name)
    if files:
        return offer_of_many(files)
    image = mime.imageData()
    if isinstance(image, QImage) and not image.isNull():
        return Offer(png_bytes(image), tr("the clipboard's picture"))
    return Offer(None, sentence=tr(REMOTE) if mime.hasUrls() else tr(NOTHING))


def offer_of_many(files: Sequence[Path]) -> Offer:
    """Several files or folders: pictures for the table; models are opened one at a time."""
    alone = (MODEL_SUFFIX, LESSON_SUFFIX)
    pictures = tuple(file for file in files if file.suffix.lower() not in alone)
    if not pictures:
        name = files[0].name
        return Offer(
            files[0],
            name,
            tr_n(
                "Only the first of {n} models is opened: “{name}”.",
                "Only the first of {n} models is opened: “{name}”.",
                len(files),
                name=name,
            ),
        )
    left_out = len(files) - len(pictures)
    told = tr("Model files among pictures are left out; drop one alone to open it.")
    return Offer(None, sentence=told if left_out else "", many=pictures)


def is_interesting(mime: QMimeData) -> bool:
    """True for what is worth a drop, also if only to be told why it is not taken."""
    return mime.hasUrls() or mime.hasImage()
