"""Colours, spacing and type of the window, in light and in dark.

The one stylesheet, made from a theme; and the window's type.

Light, dark, or as the system has it; can be changed at any time.
"""

from __future__ import annotations

from dataclasses import dataclass
from string import Template
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QToolTip

from desktop_cvae.core.paths import resources_dir
from desktop_cvae.figures.palette import LABEL_COLORS

if TYPE_CHECKING:
    from desktop_cvae.gui.session import Session

SPACING = 8
"""The grid of the window in logical pixels: gaps are multiples of it."""


@dataclass(frozen=True)
class Theme:
    """One set of colours, as ``#rrggbb``.

    Attributes:
        name: ``"light"`` or ``"dark"``.
        window: behind the cards.
        surface: of a card.
        raised: of a control on a card.
        border: hair lines.
        text: main text.
        muted: secondary text, 4.5:1 on ``surface``.
        accent: what is chosen or active.
        on_accent: text over ``accent``.
        paper: of canvas and digit pictures, an image's 0.
        ink: of canvas and digit pictures, an image's 1.
        too_much: where a reconstruction has ink that the input lacks.
        too_little: where it lacks ink that the input has.
        warning: text of a notice.
    """

    name: str
    window: str
    surface: str
    raised: str
    border: str
    text: str
    muted: str
    accent: str
    on_accent: str
    paper: str
    ink: str
    too_much: str
    too_little: str
    warning: str

    @property
    def is_dark(self) -> bool:
        """True for light text on dark ground."""
        return self.name == "dark"

    def palette(self) -> QPalette:
        """The same colours for Qt's own widgets."""
        palette = QPalette()
        roles = {
            QPalette.ColorRole.Window: self.window,
            QPalette.ColorRole.WindowText: self.text,
            QPalette.ColorRole.Base: self.surface,
            QPalette.ColorRole.AlternateBase: self.raised,
            QPalette.ColorRole.Text: self.text,
            QPalette.ColorRole.PlaceholderText: self.muted,
            QPalette.ColorRole.Button: self.raised,
            QPalette.ColorRole.ButtonText: self.text,
            QPalette.ColorRole.ToolTipBase: self.raised,
            QPalette.ColorRole.ToolTipText: self.text,
            QPalette.ColorRole.Highlight: self.accent,
            QPalette.ColorRole.HighlightedText: self.on_accent,
            QPalette.ColorRole.Link: self.accent,
            QPalette.ColorRole.Accent: self.accent,
        }
        for role, color in roles.items():
            palette.setColor(role, QColor(color))
        for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text):
            palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(self.muted))
        disabled = QPalette.ColorGroup.Disabled
        palette.setColor(disabled, QPalette.ColorRole.ButtonText, QColor(self.muted))
        return palette


LIGHT = Theme(
    name="light",
    window="#f3f4f6",
    surface="#ffffff",
    raised="#f3f4f6",
    border="#dde1e6",
    text="#1b2330",
    muted="#5c6878",
    accent="#2563c9",
    on_accent="#ffffff",
    paper="#fcfbf8",
    ink="#171c26",
    too_much="#c8402f",
    too_little="#2563c9",
    warning="#9a5b00",
)

DARK = Theme(
    name="dark",
    window="#14171c",
    surface="#1c2027",
    raised="#272c35",
    border="#323843",
    text="#e7eaef",
    muted="#98a3b3",
    accent="#6ea8ff",
    on_accent="#0d1420",
    paper="#101318",
    ink="#f1f3f7",
    too_much="#ff8a73",
    too_little="#6ea8ff",
    warning="#f0b35a",
)


def system_theme() -> Theme:
    """The theme that the desktop asks for."""
    hints = QGuiApplication.styleHints()
    return DARK if hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT


def label_color(label: int) -> QColor:
    """The colour of a label's index; repeats after ten."""
    return QColor(LABEL_COLORS[label % len(LABEL_COLORS)])


def tabular_font(base: QFont) -> QFont:
    """``base`` with figures of equal width, so that changing numbers do not jump."""
    font = QFont(base)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def fixed_font() -> QFont:
    """The desktop's fixed-width font."""
    return QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)


FAMILIES = ("Inter", "Segoe UI", "SF Pro Text", "Helvetica Neue", "Noto Sans", "DejaVu Sans")
TEXT_PX = 13
WIDE_FAMILIES = ("DejaVu Sans", "Bitstream Vera Sans", "Verdana")
"""Families that look a size larger than their number."""


def window_font() -> QFont:
    """The window's font: the first family that this machine has."""
    font = QFont()
    font.setFamilies(list(FAMILIES))
    font.setPixelSize(TEXT_PX)
    if QFontInfo(font).family() in WIDE_FAMILIES:
        font.setPixelSize(TEXT_PX - 1)
    return font


def sized(font: QFont, by_px: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """``font``, larger by so many pixels, in a weight."""
    other = QFont(font)
    other.setPixelSize(font.pixelSize() + by_px)
    other.setWeight(weight)
    return other


def apply_theme(app: QApplication, theme: Theme) -> None:
    """Give the whole application the theme's palette and stylesheet."""
    app.setPalette(theme.palette())
    QToolTip.setPalette(theme.palette())
    app.setStyleSheet(stylesheet(theme))


def stylesheet(theme: Theme) -> str:
    """The stylesheet in the theme's colours."""
    hover = _mixed(theme.raised, theme.text, 0.06)
    pressed = _mixed(theme.raised, theme.text, 0.12)
    chosen = _mixed(theme.surface, theme.accent, 0.14)
    colors = {**vars(theme), "hover": hover, "pressed": pressed, "chosen": chosen}
    icons = resources_dir() / "icons"
    colors["chevron"] = (icons / "chevron.svg").as_posix()
    colors["check"] = (icons / f"check_{theme.name}.svg").as_posix()
    return _SHEET.substitute(colors)


def _mixed(base: str, other: str, share: float) -> str:
    pairs = ((int(base[i : i + 2], 16), int(other[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(a + share * (b - a)):02x}" for a, b in pairs)


def is_dark(palette: QPalette) -> bool:
    """True for light text on dark ground."""
    return palette.windowText().color().lightness() > palette.window().color().lightness()


_SHEET = Template("""
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QMainWindow, QDialog { background: $window; }
QMenuBar { background: $window; border: none; padding: 2px 8px; }
QMenuBar::item { padding: 4px 8px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected { background: $hover; }
QMenu { background: $surface; border: 1px solid $border; padding: 4px; }
QMenu::item { padding: 5px 28px 5px 24px; border-radius: 4px; color: $text; }
QMenu::item:selected { background: $chosen; }
QMenu::item:disabled { color: $muted; }
QMenu::separator { height: 1px; background: $border; margin: 4px 8px; }
QToolTip { background: $surface; color: $text; border: 1px solid $border; padding: 4px 6px; }

QFrame#card { background: $surface; border: 1px solid $border; border-radius: 8px; }
QFrame#rule { background: $border; border: none; }
QLabel[role="title"] { color: $text; font-weight: 600; }
QLabel[role="muted"] { color: $muted; }
QLabel[role="warning"] { color: $warning; }

QScrollArea, QScrollArea > QWidget > QWidget#column { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: $border; border-radius: 3px; margin: 2px; min-height: 24px;
    min-width: 24px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QPushButton, QToolButton { background: $raised; border: 1px solid $border; border-radius: 6px;
    color: $text; padding: 4px 10px; min-height: 20px; }
QToolButton { padding: 4px; min-width: 20px; }
QPushButton:hover, QToolButton:hover { background: $hover; }
QPushButton:pressed, QToolButton:pressed { background: $pressed; }
QPushButton:checked, QToolButton:checked { background: $chosen; border-color: $accent; }
QPushButton:focus, QToolButton:focus { border-color: $accent; }
QPushButton:disabled, QToolButton:disabled { color: $muted; background: $surface; }
QPushButton:default { background: $accent; color: $on_accent; border-color: $accent; }
QToolButton[flat="true"] { background: transparent; border-color: transparent; }
QToolButton[flat="true"]:hover { background: $hover; }
QToolButton[flat="true"]:checked { background: $chosen; border-color: $accent; }
QToolButton[flat="true"]:focus { border-color: $accent; }

QCheckBox { spacing: 8px; }
QCheckBox::indicator { width: 14px; height: 14px; background: $raised; border: 1px solid $muted;
    border-radius: 4px; }
QCheckBox::indicator:hover, QCheckBox::indicator:focus { border-color: $accent; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent;
    image: url("$check"); }
QCheckBox::indicator:disabled { border-color: $border; }

QComboBox { background: $raised; border: 1px solid $border; border-radius: 6px;
    padding: 3px 8px; min-height: 22px; color: $text; }
QComboBox:hover { background: $hover; }
QComboBox:focus { border-color: $accent; }
QComboBox:disabled { color: $muted; }
QComboBox::drop-down { border: none; width: 22px; }
QComboBox::down-arrow { image: url("$chevron"); width: 14px; height: 14px; }
QComboBox QAbstractItemView { background: $surface; border: 1px solid $border; outline: none;
    selection-background-color: $chosen; selection-color: $text; padding: 4px; }
QComboBox QAbstractItemView::item { min-height: 26px; padding: 0 6px; }
QSpinBox, QDoubleSpinBox, QLineEdit { background: $raised; border: 1px solid $border;
    border-radius: 6px;
    padding: 3px 6px; min-height: 22px; selection-background-color: $accent; }
QSpinBox:focus, QDoubleSpinBox:focus, QLineEdit:focus { border-color: $accent; }
QSpinBox:disabled, QDoubleSpinBox:disabled, QLineEdit:disabled { color: $muted; }
QProgressBar { background: $raised; border: none; border-radius: 3px; max-height: 6px;
    min-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QPushButton#training_chip { padding: 0 10px; min-height: 0; border-radius: 11px;
    color: $accent; }

QSlider { min-height: 24px; }
QSlider::groove:horizontal { height: 4px; border-radius: 2px; background: $border; }
QSlider::sub-page:horizontal { background: $accent; border-radius: 2px; }
QSlider::sub-page:horizontal:disabled { background: $border; }
QSlider::handle:horizontal { width: 14px; height: 14px; margin: -6px 0; border-radius: 8px;
    background: $surface; border: 1px solid $muted; }
QSlider::handle:horizontal:hover, QSlider::handle:horizontal:focus { border-color: $accent; }

QTabWidget::pane { border: none; border-top: 1px solid $border; }
QTabWidget::tab-bar { left: 8px; }
QTabBar { background: transparent; qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; color: $muted; border: none; padding: 9px 10px 8px 10px;
    border-bottom: 2px solid transparent; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $text; border-bottom: 2px solid $accent; }
QTabBar::tab:focus { color: $accent; }

QTableWidget { background: $surface; border: none; color: $text;
    selection-background-color: $chosen; selection-color: $text; outline: none; }
QTableWidget::item { padding: 4px 8px; }
QHeaderView { background: $surface; }
QHeaderView::section { background: $surface; color: $muted; border: none; padding: 4px 8px;
    border-bottom: 1px solid $border; }

QPlainTextEdit, QTextBrowser { background: $surface; border: 1px solid $border;
    border-radius: 6px; }
""")


CHOICES = ("system", "light", "dark")


class Appearance(QObject):
    """Applies the chosen theme to the application and tells the session.

    Args:
        app: gets style, font, palette and stylesheet.
        session: its ``theme`` follows.
        choice: one of ``CHOICES``.
    """

    def __init__(self, app: QApplication, session: Session, choice: str) -> None:
        super().__init__(app)
        self._app, self._session = app, session
        self.choice = choice
        app.setStyle("Fusion")
        app.setFont(window_font())
        # The signal also comes when we set a palette; an equal theme changes nothing.
        app.styleHints().colorSchemeChanged.connect(self._apply)
        self._applied = ""
        self._apply()

    def choose(self, choice: str) -> None:
        """Take another of ``CHOICES``."""
        self.choice = choice
        self._apply()

    def toggle(self) -> None:
        """Dark instead of light, or light instead of dark."""
        self.choose("light" if self._session.theme.is_dark else "dark")

    def _apply(self) -> None:
        theme = {"light": LIGHT, "dark": DARK}.get(self.choice) or system_theme()
        if theme.name != self._applied:
            self._applied = theme.name
            apply_theme(self._app, theme)
            self._session.set_theme(theme)
