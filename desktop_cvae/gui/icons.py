"""The program's own line icons, drawn from SVG in any colour."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from desktop_cvae.core.errors import EnvironmentProblem
from desktop_cvae.core.paths import resources_dir

SIZES_PX = (16, 20, 24, 32, 40, 48, 72)
"""Device pixels of the pictures of one icon: 16 to 24 logical at 1×, 1.5×, 2× and 3×."""

APP_SIZES_PX = (16, 20, 24, 32, 48, 64, 128, 256, 512)
SMALL_APP_SIZE_PX = 32
"""Up to this size the program's icon is drawn from a plainer picture."""

DISABLED_OPACITY = 0.4


@lru_cache(maxsize=256)
def icon(name: str, color: str) -> QIcon:
    """A line icon in one colour, sharp from 16 to 72 device pixels.

    Args:
        name: the file in ``resources/icons`` without its ending (``"open"``).
        color: ``#rrggbb``.

    Raises:
        EnvironmentProblem: the installation lacks the file.
    """
    renderer = _renderer(name, color)
    result = QIcon()
    for size in SIZES_PX:
        pixmap = _pixmap(renderer, size)
        result.addPixmap(pixmap)
        result.addPixmap(_faint(pixmap), QIcon.Mode.Disabled)
    return result


@lru_cache(maxsize=1)
def app_icon() -> QIcon:
    """The program's icon, in all sizes that desktops ask for.

    Raises:
        EnvironmentProblem: the installation lacks the files.
    """
    small, large = _renderer("app_small"), _renderer("app")
    result = QIcon()
    for size in APP_SIZES_PX:
        result.addPixmap(_pixmap(small if size <= SMALL_APP_SIZE_PX else large, size))
    return result


def _renderer(name: str, color: str = "#000000") -> QSvgRenderer:
    path = resources_dir() / "icons" / f"{name}.svg"
    try:
        source = path.read_text(encoding="utf-8")
    except OSError as error:
        raise EnvironmentProblem(
            f"The icon “{name}” is missing; install desktop-cvae again.", str(error)
        ) from error
    # QtSvg knows no currentColor of its own: the colour goes into the text.
    return QSvgRenderer(QByteArray(source.replace("currentColor", color).encode()))


def _pixmap(renderer: QSvgRenderer, size_px: int) -> QPixmap:
    pixmap = QPixmap(size_px, size_px)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, QRectF(0, 0, size_px, size_px))
    painter.end()
    return pixmap


def _faint(pixmap: QPixmap) -> QPixmap:
    # From the finished picture: painted faintly, the strokes would show where they cross.
    result = QPixmap(pixmap.size())
    result.fill(Qt.GlobalColor.transparent)
    painter = QPainter(result)
    painter.setOpacity(DISABLED_OPACITY)
    painter.drawPixmap(0, 0, pixmap)
    painter.end()
    return result
