import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage

from desktop_cvae.core.errors import EnvironmentProblem
from desktop_cvae.core.paths import resources_dir
from desktop_cvae.gui.icons import APP_SIZES_PX, app_icon, icon
from desktop_cvae.gui.theme import DARK, LIGHT

FILES = sorted((resources_dir() / "icons").glob("*.svg"))
NAMES = [path.stem for path in FILES if "currentColor" in path.read_text(encoding="utf-8")]


def strongest(image: QImage) -> QColor:
    pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return max(pixels, key=QColor.alpha)


def test_all_promised_icons_are_there():
    promised = "open paste clear undo redo pen eraser dice save copy model help sun moon settings"
    assert {*promised.split(), "play", "hand"} <= set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_an_icon_has_the_theme_s_colour_and_clear_corners(use_theme, name):
    made = icon(name)
    for theme in (DARK, LIGHT):
        use_theme(theme)
        image = made.pixmap(QSize(24, 24), 2.0).toImage()
        assert image.width() == 48
        color = strongest(image)
        assert color.rgb() == QColor(theme.text).rgb()
        assert image.pixelColor(0, 0).alpha() == 0


def test_a_disabled_icon_is_fainter(qapp):
    normal, disabled = (
        icon("open").pixmap(QSize(24, 24), 1.0, mode).toImage()
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Disabled)
    )
    assert strongest(disabled).alpha() < strongest(normal).alpha() / 2


def test_the_program_icon_has_every_size(qapp):
    sizes = {size.width() for size in app_icon().availableSizes()}
    assert sizes == set(APP_SIZES_PX)


def test_a_missing_icon_names_itself(qapp):
    with pytest.raises(EnvironmentProblem, match="unheard of"):
        icon("unheard of")
