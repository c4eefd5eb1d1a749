"""The one stylesheet of the window.

Tested in tests/gui/test_theme.py.
"""

from __future__ import annotations

from string import Template

from desktop_cvae.core.paths import resources_dir

ROLES = {
    "window": "window",
    "surface": "base",
    "raised": "button",
    "border": "mid",
    "control": "shadow",
    "text": "text",
    "muted": "placeholder-text",
    "accent": "accent",
    "on_accent": "highlighted-text",
    "warning": "bright-text",
    "hover": "midlight",
    "pressed": "dark",
    "chosen": "light",
}
"""Colour names of the theme and their palette roles in a stylesheet."""
_SHEET = Template("""
QFrame#notice, QFrame#advice { background: $surface; border: 1px solid $warning;
    border-radius: 8px; }
QFrame#notice[warning="false"] { border-color: $accent; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QMainWindow, QDialog { background: $window; }
QMenuBar { background: $window; border: none; padding: 2px 8px; }
QMenuBar::item { padding: 4px 8px; border-radius: 4px; background: transparent; }
QDialog#command_palette { background: $surface; border: 1px solid $control; }
QMenuBar::item:selected { background: $hover; }
QMenu { background: $surface; border: 1px solid $border; padding: 4px; }
QMenu::item { padding: 5px 28px 5px 24px; border-radius: 4px; color: $text; }
QMenu::item:selected { background: $chosen; }
QMenu::item:disabled { color: $muted; }
QMenu::separator { height: 1px; background: $border; margin: 4px 8px; }
QToolTip { background: $surface; color: $text; border: 1px solid $border; padding: 4px 6px; }

QFrame#card { background: $surface; border: 1px solid $border; border-radius: 8px; }
QFrame#explanation_card, QFrame#bubble { background: $surface; border: 1px solid $accent;
    border-radius: 8px; }
QFrame#formula { background: $raised; border: none; border-radius: 6px; }
QFrame#card[framed="false"] { border-color: transparent; }
QFrame#rule { background: $border; border: none; }
QLabel[role="title"] { color: $text; font-weight: 600; }
QLabel[role="muted"] { color: $muted; }
QLabel[role="warning"] { color: $warning; }

QScrollArea, QScrollArea > QWidget > QWidget#column, DigitGrid {
    background: transparent; border: none; }
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
QPushButton:focus { border: 2px solid $accent; padding: 3px 9px; }
QToolButton:focus { border: 2px solid $accent; padding: 3px; }
QPushButton:disabled, QToolButton:disabled { color: $muted; background: $surface; }
QPushButton:default, QPushButton[role="primary"] { background: $accent; color: $on_accent;
    border-color: $accent; }
QPushButton:default:focus, QPushButton[role="primary"]:focus { border: 2px solid $text; }
QPushButton:default:disabled, QPushButton[role="primary"]:disabled { background: $surface;
    color: $muted; border-color: $border; }
QToolButton[flat="true"] { background: transparent; border-color: transparent; }
QToolButton[flat="true"]:hover { background: $hover; }
QToolButton[flat="true"]:checked { background: $chosen; border-color: $accent; }
QToolButton[flat="true"]:focus { border: 2px solid $accent; padding: 3px; }
QToolButton#disclosure { color: $muted; padding: 0 4px; }
QToolButton#disclosure:checked { background: transparent; border-color: transparent; }
QToolButton#disclosure:checked:hover { background: $hover; }
QToolButton#disclosure:focus { border: 2px solid $accent; padding: 0 3px; }

QCheckBox { spacing: 8px; }
QCheckBox::indicator { width: 14px; height: 14px; background: $raised;
    border: 1px solid $control; border-radius: 4px; }
QCheckBox::indicator:hover { border-color: $accent; }
QCheckBox::indicator:focus { width: 12px; height: 12px; border: 2px solid $accent; }
QCheckBox:focus { color: $accent; }
QCheckBox::indicator:checked { border-color: $accent; image: url("$icons/check.svg"); }
QCheckBox::indicator:disabled { border-color: $border; }
QRadioButton#lesson_choice::indicator { width: 12px; height: 12px; background: $raised;
    border: 1px solid $control; border-radius: 7px; }
QRadioButton#lesson_choice::indicator:hover { border-color: $accent; }
QRadioButton#lesson_choice::indicator:checked { width: 6px; height: 6px; background: $raised;
    border: 4px solid $accent; }
QRadioButton#lesson_choice:focus { color: $accent; }

QComboBox { background: $raised; border: 1px solid $control; border-radius: 6px;
    padding: 3px 8px; min-height: 22px; color: $text; }
QComboBox:hover { background: $hover; }
QComboBox:focus, QComboBox:on { border: 2px solid $accent; padding: 2px 7px; }
QComboBox:disabled { color: $muted; border-color: $border; }
QComboBox { combobox-popup: 0; }
QComboBox::drop-down { border: none; width: 22px; }
QComboBox::down-arrow { image: url("$icons/chevron.svg"); width: 14px; height: 14px; }
QComboBox QAbstractItemView { background: $surface; border: 1px solid $border; outline: none;
    selection-background-color: $chosen; selection-color: $text; padding: 4px; }
QComboBox QAbstractItemView::item { min-height: 26px; padding: 0 6px; border: none;
    border-radius: 4px; color: $text; }
QComboBox QAbstractItemView::item:hover { background: $hover; }
QComboBox QAbstractItemView::item:selected { background: $chosen; border: none; }
QComboBox QAbstractItemView::item:disabled { color: $muted; }
QSpinBox, QDoubleSpinBox, QDateEdit, QLineEdit { background: $raised; border: 1px solid $control;
    border-radius: 6px; padding: 3px 6px; min-height: 22px; selection-background-color: $accent; }
QSpinBox:focus, QDoubleSpinBox:focus, QDateEdit:focus, QLineEdit:focus { border: 2px solid $accent;
    padding: 2px 5px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { width: 0; border: none; }
QSpinBox:disabled, QDoubleSpinBox:disabled, QLineEdit:disabled { color: $muted;
    border-color: $border; }
QProgressBar { background: $raised; border: none; border-radius: 3px; max-height: 6px;
    min-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QPushButton#training_chip, QPushButton#sharing_chip { padding: 0 10px; min-height: 0;
    border-radius: 11px; color: $accent; }

QSlider { min-height: 24px; }
QSlider::groove:horizontal { height: 4px; border-radius: 2px; background: $border; }
QSlider::sub-page:horizontal { background: $accent; border-radius: 2px; }
QSlider::sub-page:horizontal:disabled { background: $border; }
QSlider::handle:horizontal { width: 14px; height: 14px; margin: -6px 0; border-radius: 8px;
    background: $surface; border: 1px solid $muted; }
QSlider::handle:horizontal:hover { border-color: $accent; }
QSlider::handle:horizontal:focus { width: 14px; height: 14px; margin: -8px 0; border-radius: 10px;
    background: $chosen; border: 3px solid $accent; }

QTabWidget::pane { border: none; border-top: 1px solid $border; }
QTabWidget::tab-bar { left: 8px; }
QTabBar { background: transparent; qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; color: $muted; border: none; padding: 9px 10px 8px 10px;
    border-bottom: 2px solid transparent; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $text; border-bottom: 2px solid $accent; }
QTabBar::tab:focus { color: $accent; border: 2px solid $accent; border-radius: 6px;
    padding: 7px 8px 6px 8px; }
QAbstractItemView:focus { border: 2px solid $accent; border-radius: 6px; }
QComboBox QAbstractItemView:focus { border: 1px solid $control; border-radius: 0; }
QTableView { background: $surface; border: 2px solid transparent; color: $text;
    selection-background-color: $chosen; selection-color: $text; outline: none; }
QTableView::item { padding: 4px 8px; }
QListView#libraries { background: $surface; border: 1px solid $border; border-radius: 6px;
    outline: none; padding: 4px; }
QListView#libraries::item { padding: 3px 6px; border-radius: 4px; color: $text; }
QListView#libraries::item:selected { background: $chosen; color: $text; }
QHeaderView { background: $surface; }
QHeaderView::section { background: $surface; color: $muted; border: none; padding: 4px 8px;
    border-bottom: 1px solid $border; }
QTableView::item:focus { border: 2px solid $accent; padding: 2px 6px; }
QListView#chapters, QListView#page_list, QListView#hand_in_answers,
QListView#lesson_steps { background: $surface; border: 1px solid $border; border-radius: 8px;
    padding: 4px; outline: none; }
QListView#chapters::item, QListView#page_list::item,
QListView#lesson_steps::item { padding: 6px 8px; border-radius: 6px; color: $text; }
QListView#chapters::item:hover, QListView#page_list::item:hover,
QListView#lesson_steps::item:hover { background: $hover; }
QListView#chapters::item:selected, QListView#page_list::item:selected,
QListView#lesson_steps::item:selected { background: $chosen; color: $text; }
QListView#chapters:focus, QListView#page_list:focus, QListView#hand_in_answers:focus,
QListView#lesson_steps:focus { border-color: $accent; }
QPlainTextEdit, QTextBrowser { background: $surface; border: 1px solid $border;
    border-radius: 6px; }
QPlainTextEdit#lesson_notes { background: transparent; border: 2px solid transparent; }
QPlainTextEdit:focus, QTextBrowser:focus { border: 2px solid $accent; }
QPlainTextEdit#lesson_notes:focus { border: 2px solid $accent; }
""")


def stylesheet() -> str:
    """Return the stylesheet; its colours are palette roles, so that it suits every theme."""
    colors = {name: f"palette({role})" for name, role in ROLES.items()}
    return _SHEET.substitute(colors, icons=(resources_dir() / "icons").as_posix())
