"""Colours, spacing and type of the window: light, dark, or as the system has it.

The application's palette says which theme is in use; everything that is painted reads it
there (:func:`current_theme`), and the stylesheet (:mod:`desktop_cvae.gui.stylesheet`)
takes its colours from it.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from functools import lru_cache

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from shiboken6 import isValid

from desktop_cvae.figures import palette
from desktop_cvae.gui.settings import MAX_TEXT_SCALE, MIN_TEXT_SCALE
from desktop_cvae.gui.stylesheet import stylesheet

SPACING = 8
"""Base unit of gaps, in logical pixels."""
FAMILIES = ("Inter", "Segoe UI", "SF Pro Text", "Helvetica Neue", "Noto Sans", "DejaVu Sans")
TEXT_PX, LEAST_PX = 13, 8
"""Height of the window's usual text and of its smallest, in pixels."""
WIDE_FAMILIES = ("DejaVu Sans", "Bitstream Vera Sans", "Verdana")
"""Families that look larger than their size says."""
CHOICES = ("system", "light", "dark")
TEXT_SCALES = (MIN_TEXT_SCALE, 0.9, 1.0, 1.15, 1.3, 1.5, 1.75, MAX_TEXT_SCALE)
_IS_DARK: dict[int, bool] = {}
"""Whether the last palette is dark, by its cache key."""
POLISHED = "polished_for"
"""Property of a window: the theme for which its widgets are polished."""
_IS_POLISHED = Qt.WidgetAttribute.WA_WState_Polished
_FONTS_PROPAGATE = Qt.ApplicationAttribute.AA_UseStyleSheetPropagationInWidgetStyles
LARGER_BY = "text_larger_by_px"
"""Property of a widget: see :func:`enlarge_text`."""


@dataclass(frozen=True)
class Theme(palette.Palette):
    """The colours of figures and those that only the window has, as ``#rrggbb``.

    Attributes:
        name: ``"light"`` or ``"dark"``.
        window: behind the cards.
        control: the edge of what is written into, ticked or dragged, 3:1 on ``raised``.
        on_accent: text over ``accent``.
        warning: text of a notice.
    """

    name: str
    window: str
    control: str
    on_accent: str
    warning: str

    @property
    def is_dark(self) -> bool:
        return self.name == "dark"

    def palette(self) -> QPalette:
        """The colours as a Qt palette, by whose roles the stylesheet names them."""
        role = QPalette.ColorRole
        colors = {
            role.Window: self.window,
            role.WindowText: self.text,
            role.Base: self.surface,
            role.AlternateBase: self.raised,
            role.Text: self.text,
            role.PlaceholderText: self.muted,
            role.Button: self.raised,
            role.ButtonText: self.text,
            role.ToolTipBase: self.raised,
            role.ToolTipText: self.text,
            role.Highlight: self.accent,
            role.HighlightedText: self.on_accent,
            role.Link: self.accent,
            role.Accent: self.accent,
            role.BrightText: self.warning,
            role.Mid: self.border,
            role.Shadow: self.control,
            # States of a control: under the pointer, pressed, chosen.
            role.Midlight: _mixed(self.raised, self.text, 0.06),
            role.Dark: _mixed(self.raised, self.text, 0.12),
            role.Light: _mixed(self.surface, self.accent, 0.14),
        }
        palette = QPalette()
        for key, color in colors.items():
            palette.setColor(key, QColor(color))
        for key in (role.WindowText, role.Text, role.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, key, QColor(self.muted))
        return palette


def _mixed(base: str, other: str, fraction: float) -> str:
    pairs = ((int(base[i : i + 2], 16), int(other[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(a + fraction * (b - a)):02x}" for a, b in pairs)


LIGHT = Theme(
    **asdict(palette.LIGHT_PAGE),
    name="light",
    window="#f3f4f6",
    control="#828b98",
    on_accent="#ffffff",
    warning="#905500",
)

DARK = Theme(
    **asdict(palette.DARK_PAGE),
    name="dark",
    window="#14171c",
    control="#7a8494",
    on_accent="#0d1420",
    warning="#f0b35a",
)


def system_theme() -> Theme:
    """Return the theme that the desktop asks for."""
    hints = QGuiApplication.styleHints()
    return DARK if hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT


def current_theme() -> Theme:
    """Return the current theme, as the application's palette has it.

    Painting code asks each time; Qt repaints everything when the palette changes. Widgets that
    keep colours renew them on ``QEvent.Type.PaletteChange``.
    """
    return DARK if is_dark(QGuiApplication.palette()) else LIGHT


def is_dark(palette: QPalette) -> bool:
    """Return True for light text on a dark background."""
    # Asked hundreds of times for one repaint.
    key = palette.cacheKey()
    if key not in _IS_DARK:
        _IS_DARK.clear()
        _IS_DARK[key] = (
            palette.windowText().color().lightness() > palette.window().color().lightness()
        )
    return _IS_DARK[key]


def label_color(label: int) -> QColor:
    """Return the colour of a label by its index; repeats after ten."""
    return QColor(palette.label_color(label))


def tabular_font(base: QFont) -> QFont:
    """Return ``base`` with tabular figures, so that changing numbers do not jump."""
    font = QFont(base)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def fixed_font() -> QFont:
    """Return a font of the desktop's fixed-width family, for widgets; its size is the window's."""
    font = QFont()
    # Nothing else is set: what a widget's font leaves open follows the window's font.
    font.setFamilies(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).families())
    font.setFixedPitch(True)
    return font


def window_font(scale: float = 1.0) -> QFont:
    """Return the window's font: the first family that is installed.

    Args:
        scale: of the text; 1 is the usual size.
    """
    font = QFont()
    font.setFamilies(list(FAMILIES))
    font.setPixelSize(round(scale * _usual_px(FAMILIES)))
    return font


@lru_cache(maxsize=4)
def _usual_px(families: tuple[str, ...]) -> int:
    """Return the usual text size; cached, since every painting needs it."""
    font = QFont()
    font.setFamilies(list(families))
    font.setPixelSize(TEXT_PX)
    return TEXT_PX - 1 if QFontInfo(font).family() in WIDE_FAMILIES else TEXT_PX


def text_scale() -> float:
    """Return the scale of the window's text; 1 is usual."""
    return QFontInfo(QGuiApplication.font()).pixelSize() / _usual_px(FAMILIES)


def sized(font: QFont, by_px: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Return ``font``, larger by that many pixels, in a weight; never below ``LEAST_PX``."""
    other = QFont(font)
    # The desktop's own fonts have a size in points, and pixelSize() is −1.
    px = font.pixelSize() if font.pixelSize() > 0 else QFontInfo(font).pixelSize()
    other.setPixelSize(max(px + by_px, LEAST_PX))
    other.setWeight(weight)
    return other


def enlarge_text(widget: QWidget, by_px: int, weight: QFont.Weight = QFont.Weight.Normal) -> None:
    """Make a widget's text larger than the window's, by that many pixels at every text size.

    A font with a size of its own does not follow the window's, so :class:`Appearance` renews it.
    Painting code calls :func:`sized` with the widget's font each time instead.
    """
    widget.setProperty(LARGER_BY, by_px)
    font = QFont(widget.font())
    font.setPixelSize(sized(QGuiApplication.font(), by_px).pixelSize())
    font.setWeight(weight)
    widget.setFont(font)


class Appearance(QObject):
    """Applies style, font, stylesheet and the chosen theme's palette.

    A rule keeps the colours that the palette had when its widget was polished, and another
    stylesheet would lay out every window anew (1.5 s with all dialogs open). So the rules stay,
    and one window after the other is polished again, with the event loop in between.

    Args:
        app: gets it all.
        choice: one of ``CHOICES``.
        scale: of the window's text, from the first to the last of ``TEXT_SCALES``.

    Signals:
        text_scaled(float): the text has another size.
    """

    text_scaled = Signal(float)

    def __init__(self, app: QApplication, choice: str, scale: float = 1.0) -> None:
        super().__init__(app)
        self._app, self.choice = app, choice
        self._polishing = QTimer(self, interval=0)
        self._polishing.timeout.connect(self._polish_next)
        if app.styleSheet() != stylesheet():
            # Without it, a widget keeps the font that it had when the stylesheet was applied.
            app.setAttribute(_FONTS_PROPAGATE)
            # Native styles draw some controls by themselves, whatever the stylesheet says.
            app.setStyle("Fusion")
            app.setFont(window_font())
            app.setStyleSheet(stylesheet())
        # The signal also comes when we set a palette; an equal theme changes nothing.
        app.styleHints().colorSchemeChanged.connect(self._apply)
        self._applied = ""
        self._apply()
        self.set_text_scale(scale)

    def choose(self, choice: str) -> None:
        self.choice = choice
        self._apply()

    def toggle(self) -> None:
        self.choose("light" if current_theme().is_dark else "dark")

    def set_text_scale(self, scale: float) -> None:
        """Scale all text, from 0.8 to 2 times its usual size."""
        scale = min(max(scale, TEXT_SCALES[0]), TEXT_SCALES[-1])
        font = window_font(scale)
        if font.pixelSize() == self._app.font().pixelSize():
            return
        self._app.setFont(font)
        for widget in self._app.allWidgets():
            # Some are deleted by now: larger text makes the window rearrange itself.
            if isValid(widget) and (by_px := widget.property(LARGER_BY)) is not None:
                enlarge_text(widget, by_px, widget.font().weight())
        self.text_scaled.emit(scale)

    def step_text(self, step: int) -> None:
        """Use the next larger (1) or smaller (−1) text size."""
        nearest = min(TEXT_SCALES, key=lambda scale: abs(scale - text_scale()))
        index = TEXT_SCALES.index(nearest) + step
        self.set_text_scale(TEXT_SCALES[min(max(index, 0), len(TEXT_SCALES) - 1)])

    def _apply(self) -> None:
        theme = {"light": LIGHT, "dark": DARK}.get(self.choice) or system_theme()
        if theme.name != self._applied:
            self._applied = theme.name
            self._app.setPalette(theme.palette())
            QToolTip.setPalette(theme.palette())
            self._polishing.start()

    def _polish_next(self) -> None:
        """Polish the widgets of one window, visible ones first."""
        windows = [w for w in self._app.topLevelWidgets() if w.property(POLISHED) != self._applied]
        if not windows:
            self._polishing.stop()
            return
        window = min(windows, key=lambda w: (not w.isVisible(), not w.isActiveWindow()))
        window.setProperty(POLISHED, self._applied)
        style = self._app.style()
        for widget in (window, *window.findChildren(QWidget)):
            # Dialogs are children of the main window, too.
            if widget.window() is window and widget.testAttribute(_IS_POLISHED):
                style.unpolish(widget)
                style.polish(widget)
