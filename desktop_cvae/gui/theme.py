"""Colours, spacing and type of the window: light, dark, or as the system has it.

The application's palette says which theme is in use; everything that is painted reads it
there (:func:`current_theme`), and the one stylesheet takes its colours from it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from string import Template

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QToolTip, QWidget
from shiboken6 import isValid

from desktop_cvae.core.paths import resources_dir
from desktop_cvae.figures import palette
from desktop_cvae.gui.settings import MAX_TEXT_SCALE, MIN_TEXT_SCALE

SPACING = 8
"""Base unit of gaps, in logical pixels."""
FAMILIES = ("Inter", "Segoe UI", "SF Pro Text", "Helvetica Neue", "Noto Sans", "DejaVu Sans")
TEXT_PX = 13
WIDE_FAMILIES = ("DejaVu Sans", "Bitstream Vera Sans", "Verdana")
"""Families that look larger than their size says."""
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
CHOICES = ("system", "light", "dark")
TEXT_SCALES = (MIN_TEXT_SCALE, 0.9, 1.0, 1.15, 1.3, 1.5, 1.75, MAX_TEXT_SCALE)
_IS_DARK: dict[int, bool] = {}
"""Whether the last palette is dark, by its cache key."""
POLISHED = "polished_for"
"""Property of a window: the theme for which its widgets are polished."""
_IS_POLISHED = Qt.WidgetAttribute.WA_WState_Polished


@dataclass(frozen=True)
class Theme:
    """A set of colours, as ``#rrggbb``.

    Attributes:
        name: ``"light"`` or ``"dark"``.
        window: behind the cards.
        surface: of a card.
        raised: of a control on a card.
        border: hair lines.
        control: the edge of what is written into, ticked or dragged, 3:1 on ``raised``.
        text: main text.
        muted: secondary text, 4.5:1 on ``surface``.
        accent: what is chosen or active.
        on_accent: text over ``accent``.
        paper: of canvas and digit pictures, an image's 0.
        ink: of canvas and digit pictures, an image's 1.
        too_much: where a reconstruction has ink that the input lacks.
        too_little: where it lacks ink that the input has.
        foreign: what belongs to something else than the digit.
        warning: text of a notice.
    """

    name: str
    window: str
    surface: str
    raised: str
    border: str
    control: str
    text: str
    muted: str
    accent: str
    on_accent: str
    paper: str
    ink: str
    too_much: str
    too_little: str
    foreign: str
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
    name="light",
    window="#f3f4f6",
    surface="#ffffff",
    raised="#f3f4f6",
    border="#dde1e6",
    control="#828b98",
    text="#1b2330",
    muted="#5c6878",
    accent="#2563c9",
    on_accent="#ffffff",
    paper="#fcfbf8",
    ink="#171c26",
    too_much="#c8402f",
    too_little="#2563c9",
    foreign="#0b857a",
    warning="#905500",
)

DARK = Theme(
    name="dark",
    window="#14171c",
    surface="#1c2027",
    raised="#272c35",
    border="#323843",
    control="#7a8494",
    text="#e7eaef",
    muted="#98a3b3",
    accent="#6ea8ff",
    on_accent="#0d1420",
    paper="#101318",
    ink="#f1f3f7",
    too_much="#ff8a73",
    too_little="#6ea8ff",
    foreign="#45c4b0",
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
    """Return the desktop's fixed-width font."""
    return QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)


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
    """Return ``font``, larger by that many pixels, in a weight."""
    other = QFont(font)
    # The desktop's own fonts have a size in points, and pixelSize() is −1.
    px = font.pixelSize() if font.pixelSize() > 0 else QFontInfo(font).pixelSize()
    other.setPixelSize(px + by_px)
    other.setWeight(weight)
    return other


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
        by_px = font.pixelSize() - self._app.font().pixelSize()
        if not by_px:
            return
        widgets = self._app.allWidgets()
        before = [widget.font().pixelSize() for widget in widgets]
        self._app.setFont(font)
        for widget, px in zip(widgets, before, strict=True):
            # A font that a widget or the stylesheet has set does not follow the application's.
            # Some widgets are deleted by now: larger text makes the window rearrange itself.
            # The line in a number box follows its box, but only later.
            if (
                isValid(widget)
                and not isinstance(widget.parent(), QAbstractSpinBox)
                and widget.font().pixelSize() == px
            ):
                widget.setFont(sized(widget.font(), by_px, widget.font().weight()))
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
