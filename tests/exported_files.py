"""Exports as other programs see them: Pillow, pypdf, Qt's reader of SVG, the csv module."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import numpy as np
from PIL import Image
from pypdf import PdfReader
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from desktop_cvae.gui.exporting.export import Export

GLYPH = "link #.* is undefined|Invalid path data|does not support (propagateSizeHints|raise)"
"""Qt tells that it passes over the space, a letter without an outline in matplotlib's files."""


def saved(export: Export, suffix: str, folder: Path, title: str = "") -> Path:
    """The file of an export's first kind of that suffix whose title begins so."""
    kinds = (k for k in export.kinds if k.suffix == suffix and k.title.startswith(title))
    path = folder / f"{export.stem}{suffix}"
    next(kinds).write(path)
    return path


def opened_png(data: bytes | Path) -> np.ndarray:
    """A picture's pixels, uint8, (H, W, 3)."""
    source = io.BytesIO(data) if isinstance(data, bytes) else data
    with Image.open(source) as picture:
        assert picture.format == "PNG"
        return np.asarray(picture.convert("RGB"))


def opened_svg(path: Path) -> np.ndarray:
    """What a reader of SVG paints, uint8, (H, W, 3)."""
    reader = QSvgRenderer(QByteArray(path.read_bytes()))
    assert reader.isValid()
    image = QImage(reader.defaultSize(), QImage.Format.Format_RGB888)
    image.fill(QColor("#00ff00"))
    painter = QPainter(image)
    reader.render(painter)
    painter.end()
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)
    return rows[:, : 3 * image.width()].reshape(image.height(), image.width(), 3)


def pdf_text(path: Path) -> str:
    """The words of a PDF file of one page."""
    (page,) = PdfReader(path).pages
    return page.extract_text()


def csv_rows(path: Path) -> list[list[str]]:
    """The cells of a table."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def has_content(pixels: np.ndarray) -> bool:
    """True for a drawing on light paper."""
    ground = pixels[1, 1].astype(int)
    differs = (np.abs(pixels.astype(int) - ground).sum(axis=2) > 30).mean()
    return bool(ground.min() > 240 and 0.01 < differs < 0.9)
