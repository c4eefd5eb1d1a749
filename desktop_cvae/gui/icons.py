"""Line icons, drawn from SVG in the text colour, and the tool button that shows them."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QToolButton, QWidget

from desktop_cvae.core.errors import EnvironmentProblem
from desktop_cvae.core.paths import resources_dir
from desktop_cvae.gui.theme import current_theme

APP_SIZES_PX = (16, 20, 24, 32, 48, 64, 128, 256, 512)
SMALL_APP_SIZE_PX = 32
"""Largest size, in pixels, at which the program's icon is the simplified one."""

DISABLED_OPACITY = 0.4
ICON_PX = 18


def icon(name: str) -> QIcon:
    """Return a line icon in the text colour, sharp at every size.

    Args:
        name: the file in ``resources/icons`` without its ending (``"open"``).

    Raises:
        EnvironmentProblem: the installation lacks the file.
    """
    _renderer(name)
    return QIcon(_LineIcon(name))


class _LineIcon(QIconEngine):
    """Paints an SVG in the current text colour, so that it follows the theme."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name

    def clone(self) -> QIconEngine:
        """Return a copy; Qt asks for it when an icon is altered."""
        return _LineIcon(self._name)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        size = rect.size() * painter.device().devicePixelRatio()
        painter.drawPixmap(rect, self.pixmap(size, mode, state))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Return the lines on a transparent ground; the size is in device pixels."""
        side = min(size.width(), size.height())
        return _line_pixmap(self._name, current_theme().text, side, mode is QIcon.Mode.Disabled)

    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        return self.pixmap(size * scale, mode, state)


@lru_cache(maxsize=256)
def _line_pixmap(name: str, color: str, side_px: int, is_faint: bool) -> QPixmap:
    pixmap = _pixmap(_renderer(name, color), side_px)
    return _faint(pixmap) if is_faint else pixmap


@lru_cache(maxsize=1)
def app_icon() -> QIcon:
    """Return the program's icon, in all sizes that desktops ask for.

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


class ToolButton(QToolButton):
    """A button with an icon, a tooltip and an accessible name.

    Args:
        icon_name: of ``gui.icons``.
        name: for tests and screen readers; the object name is made of it.
        tip: the tooltip.
    """

    def __init__(self, icon_name: str, name: str, tip: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name.lower().replace(" ", "_"))
        self.setAccessibleName(name)
        self.setToolTip(tip)
        self.setIconSize(QSize(ICON_PX, ICON_PX))
        self.setIcon(icon(icon_name))

    def set_flat(self) -> None:
        self.setProperty("flat", True)
