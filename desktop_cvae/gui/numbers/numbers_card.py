"""The card of a number: picture, text, rule, and the ways to take it along or back."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QSizePolicy, QWidget

from desktop_cvae.core.results import FloatArray
from desktop_cvae.gui.icons import icon
from desktop_cvae.gui.numbers.digit_keys import DigitKeys
from desktop_cvae.gui.numbers.number_page import NumberPage
from desktop_cvae.gui.numbers.number_text import NumberText
from desktop_cvae.gui.numbers.page_picture import PagePicture
from desktop_cvae.gui.numbers.rule_chooser import RuleChooser
from desktop_cvae.gui.numbers.summary import position_of, summary_of
from desktop_cvae.gui.session import Session
from desktop_cvae.gui.theme import SPACING, tabular_font
from desktop_cvae.gui.widgets.card import Card, Rule, row, text_label

TEXT_LINES = 4
"""More lines of text are scrolled."""
HINT = "Click a digit or use the arrow keys; type to correct it, Backspace takes that back."


class NumbersCard(Card):
    """Shows a :class:`NumberPage`.

    Signals:
        copy_wanted: the text is to be copied.
        leaving_wanted: back to the canvas.
    """

    copy_wanted = Signal()
    leaving_wanted = Signal()

    def __init__(self, session: Session, page: NumberPage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._page = session, page
        self.picture = PagePicture(page)
        self.text = NumberText(page, session.theme)
        self.rules = RuleChooser()
        self.keys = DigitKeys(page, self)
        self.copy = _button("Copy text", "copy_number", "Copy the number as text (Ctrl+C)")
        self.back = _button("Back to the canvas", "leave_numbers", "Show the canvas again (Esc)")
        self.summary = text_label("", "muted")
        self.summary.setObjectName("number_summary")
        self.position = text_label("", "muted")
        self.position.setObjectName("number_position")
        self.position.setFont(tabular_font(self.position.font()))
        self.warning = text_label("", "warning")
        self.warning.setObjectName("number_warning")
        self.warning.setWordWrap(True)
        self.picture_area = _FittingArea(self.picture)
        self.text_area = _LowArea(self.text)
        self._lay_out()
        self._connect()
        self._on_theme_changed()

    def show_picture(self, picture: FloatArray) -> None:
        """Show a picture, float32, (H, W), in [0, 1]; its boxes come when they are found."""
        self.picture.set_picture(picture)
        self.picture_area.fit()
        self.summary.setText("Reading the digits …")
        self.warning.setText("")

    def _lay_out(self) -> None:
        self.add_section("Number", self.back)
        self.box.addWidget(self.picture_area, 1)
        self.box.addLayout(row(self.summary, None, self.position))
        self.box.addWidget(Rule())
        self.box.addWidget(self.text_area)
        self.box.addWidget(self.warning)
        hint = text_label(HINT, "muted")
        hint.setWordWrap(True)
        self.box.addWidget(hint)
        self.box.addLayout(row(text_label("Must be", "title"), self.rules, None, self.copy))

    def _connect(self) -> None:
        page = self._page
        for part in (self.picture, self.text):
            part.installEventFilter(self.keys)
            part.digit_picked.connect(page.go_to)
        self.rules.kinds.installEventFilter(self.keys)
        page.answer_changed.connect(self._show)
        page.corrected.connect(self._show)
        page.current_changed.connect(self._on_current_changed)
        self.copy.clicked.connect(self.copy_wanted)
        self.back.clicked.connect(self.leaving_wanted)
        self._session.theme_changed.connect(self._on_theme_changed)

    def _show(self) -> None:
        page = self._page
        self.keys.names = self._session.label_names
        self.summary.setText(summary_of(page, self._session.theme))
        warnings = page.warnings
        more = f" ({len(warnings) - 1} more lines do not fit either.)" if warnings[1:] else ""
        self.warning.setText(f"{warnings[0]}{more}" if warnings else "")
        self.copy.setEnabled(bool(page.digits))
        self._show_position()
        self.text_area.updateGeometry()

    def _show_position(self) -> None:
        words = position_of(self._page)
        self.position.setText(words)
        for part in (self.picture, self.text):
            part.setAccessibleDescription(words)

    def _on_current_changed(self) -> None:
        self._show_position()
        if (index := self._page.current) is not None:
            _reveal(self.picture_area, self.picture.box_at(index).toAlignedRect())
            _reveal(self.text_area, self.text.cell(index))

    def _on_theme_changed(self) -> None:
        theme = self._session.theme
        self.text.set_theme(theme)
        self.copy.setIcon(icon("copy", theme.text))
        self.back.setIcon(icon("pen", theme.text))
        self.summary.setText(summary_of(self._page, theme))


class _FittingArea(QScrollArea):
    """Scrolls a page, shows a line whole."""

    def __init__(self, picture: PagePicture) -> None:
        super().__init__()
        self._picture = picture
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.setWidget(picture)
        picture.setAutoFillBackground(False)

    def fit(self) -> None:
        """Give the picture the size that suits the area."""
        self._picture.fit(self.maximumViewportSize() - QSize(self._bar(), 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit again."""
        super().resizeEvent(event)
        self.fit()

    def sizeHint(self) -> QSize:
        """Little: what the window has to spare is its."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Enough for a line."""
        return QSize(320, 96)

    def _bar(self) -> int:
        return self.verticalScrollBar().sizeHint().width()


class _LowArea(QScrollArea):
    """As high as its text, up to some lines."""

    def __init__(self, text: NumberText) -> None:
        super().__init__()
        self._text = text
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.viewport().setAutoFillBackground(False)
        self.setWidgetResizable(True)
        self.setWidget(text)
        text.setAutoFillBackground(False)

    def sizeHint(self) -> QSize:
        """The text's height, within bounds."""
        line = self._text.fontMetrics().height() + 6
        wanted = self._text.heightForWidth(max(self.viewport().width(), 1))
        return QSize(320, min(wanted, TEXT_LINES * line))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other lines fit."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()


def _reveal(area: QScrollArea, place: QRect) -> None:
    center = place.center()
    area.ensureVisible(center.x(), center.y(), SPACING, place.height() // 2 + SPACING)


def _button(text: str, name: str, tip: str) -> QPushButton:
    button = QPushButton(text)
    button.setObjectName(name)
    button.setToolTip(tip)
    button.setAccessibleName(text)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
