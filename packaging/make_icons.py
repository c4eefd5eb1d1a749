"""Make the program's icon in every size and format that desktops need, from its two drawings.

Usage: ``python packaging/make_icons.py FOLDER``.
"""

from __future__ import annotations

import io
import os
import shutil
import sys
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QGuiApplication, QPixmap

from desktop_cvae.core.paths import resources_dir
from desktop_cvae.gui.icons import APP_SIZES_PX, app_icon

NAME = "desktop-cvae"
ICO_SIZES_PX = (16, 20, 24, 32, 48, 64, 128, 256)
ICNS_SIZES_PX = (16, 32, 64, 128, 256, 512)


def make_icons(folder: Path) -> None:
    """Write ``hicolor/*/apps/*.png`` and ``*.svg``, one ``.ico`` and one ``.icns``."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication.instance() or QGuiApplication([])
    pictures = {size: app_icon().pixmap(size, size) for size in APP_SIZES_PX}
    for size, picture in pictures.items():
        _icon_path(folder, f"{size}x{size}", "png").write_bytes(_png(picture))
    shutil.copyfile(resources_dir() / "icons" / "app.svg", _icon_path(folder, "scalable", "svg"))
    for suffix, sizes in (("ico", ICO_SIZES_PX), ("icns", ICNS_SIZES_PX)):
        images = [Image.open(io.BytesIO(_png(pictures[size]))) for size in sizes]
        images[-1].save(
            folder / f"{NAME}.{suffix}",
            sizes=[image.size for image in images],
            append_images=images[:-1],
        )
    del application


def _icon_path(folder: Path, size: str, suffix: str) -> Path:
    path = folder / "hicolor" / size / "apps" / f"{NAME}.{suffix}"
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def _png(picture: QPixmap) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")
    return bytes(buffer.data().data())


if __name__ == "__main__":
    make_icons(Path(sys.argv[1]))
