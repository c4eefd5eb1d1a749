"""Colours, spacing and type of the window, in light and in dark."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette

from desktop_cvae.figures.palette import LABEL_COLORS

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
