"""What a drop or the clipboard offers, and which of it is taken; nothing is fetched."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData
from PySide6.QtGui import QImage

NOTHING = "There is no picture on the clipboard; copy one first."
REMOTE = "Only files on this computer are opened; nothing was fetched from the address."


@dataclass(frozen=True)
class Offer:
    """What was found.

    Attributes:
        source: a file, a picture's bytes, or None if there is nothing to take.
        name: what the user calls it.
        sentence: for the user; may be empty.
    """

    source: Path | bytes | None
    name: str = ""
    sentence: str = ""


def offer_of(mime: QMimeData) -> Offer:
    """Look at a drop or the clipboard: files first, then a picture's pixels."""
    files = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    if files:
        first = files[0].name
        many = f"{len(files)} files were offered; the first, “{first}”, is opened."
        return Offer(files[0], first, many if len(files) > 1 else "")
    image = mime.imageData()
    if isinstance(image, QImage) and not image.isNull():
        return Offer(_png(image), "the clipboard's picture")
    return Offer(None, sentence=REMOTE if mime.hasUrls() else NOTHING)


def is_interesting(mime: QMimeData) -> bool:
    """True for what is worth a drop, also if only to be told why it is not taken."""
    return mime.hasUrls() or mime.hasImage()


def _png(image: QImage) -> bytes:
    """The picture as a file, so that it takes the same way as one, transparency included."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(data.data())
