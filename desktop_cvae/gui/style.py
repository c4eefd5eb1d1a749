"""The one stylesheet, made from a theme; and the window's type."""

from __future__ import annotations

from string import Template

from PySide6.QtGui import QFont, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QToolTip

from desktop_cvae.core.paths import resources_dir
from desktop_cvae.gui.theme import Theme

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
