"""The card of a number: its picture and text, a summary, its rule, and buttons to copy and leave.

The keys of picture and text take precedence over the window's shortcuts.

Tested in tests/gui/numbers/test_numbers.py.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QScrollArea,
    QSizePolicy,
    QSpacerItem,
    QWidget,
)

from desktop_cvae.core.language import mark, percent_text, tr, tr_n
from desktop_cvae.core.results import NO_DIGIT, UNSURE, Box, FloatArray
from desktop_cvae.gui.controls import make_button
from desktop_cvae.gui.icons import icon
from desktop_cvae.gui.numbers.number_page import MOST_DIGITS, NumberPage, doubt_text
from desktop_cvae.gui.numbers.number_views import NumberText, PagePicture
from desktop_cvae.gui.numbers.rule_chooser import RuleChooser
from desktop_cvae.gui.session import Session
from desktop_cvae.gui.theme import SPACING, current_theme, tabular_font
from desktop_cvae.gui.widgets.card import Card, Rule, clear, row, text_label
from desktop_cvae.gui.widgets.focus_ring import RING_PX

STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Backtab: -1, Qt.Key.Key_Tab: 1}
LINES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
TAKING_BACK = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
TABS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
MODIFIERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
TEXT_LINES = 4
"""Lines of text that are shown without scrolling."""
MOST_NUMBERS = 4
"""Numbers of one picture that can be read alone by a click."""
HINT = mark(
    "Click a digit or use the arrow keys; type to correct it, press Backspace to undo the "
    "correction."
)


class DigitKeys(QObject):
    """Event filter: arrows and Tab go from digit to digit, typing corrects, Backspace takes back.

    After the last digit, Tab moves the focus on, so that the keyboard reaches the whole window.

    Args:
        page: is walked and corrected.

    Attributes:
        names: names of labels that can be typed.
    """

    def __init__(self, page: NumberPage, parent: QWidget) -> None:
        super().__init__(parent)
        self._page = page
        self.names: tuple[str, ...] = ()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.modifiers() & MODIFIERS:
            return False
        if isinstance(watched, QComboBox) and event.text() not in self.names:
            return False  # a combo box needs its own arrows and Tab
        # Accepted here, the key comes as a key press; else a shortcut of the window would get it.
        if event.type() is QEvent.Type.ShortcutOverride and self._is_ours(event):
            event.accept()
            return True
        return event.type() is QEvent.Type.KeyPress and self._do(event)

    def _is_ours(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        return key in STEPS or key in LINES or key in TAKING_BACK or event.text() in self.names

    def _do(self, event: QKeyEvent) -> bool:
        key, page = Qt.Key(event.key()), self._page
        if key in STEPS:
            return page.step(STEPS[key]) or key not in TABS
        if key in LINES:
            page.step_line(LINES[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            page.go_to(0 if key is Qt.Key.Key_Home else len(page.digits) - 1)
        elif key in TAKING_BACK:
            page.take_back()
        else:
            return bool(event.text()) and page.correct(event.text())
        return True


def summary_of(page: NumberPage) -> str:
    """Return “10 digits · 2 unsure · 1 not a digit · 1 corrected by hand” as rich text.

    The counts have the colours of their marks. Without an answer the text is empty.
    """
    theme = current_theme()
    if page.answer is None:
        return ""
    if not page.digits:
        return tr("No digits were found.")
    count = len(page.digits) - page.rejected
    if len(page.digits) >= MOST_DIGITS:
        parts = [tr_n("the first {n} digit", "the first {n} digits", count)]
    else:
        parts = [tr_n("{n} digit", "{n} digits", count)]
    if len(page.lines) > 1:
        parts[0] += " " + tr_n("in {n} line", "in {n} lines", len(page.lines))
    for kind, count in ((UNSURE, page.unsure), (NO_DIGIT, page.rejected)):
        if count:
            words = doubt_text(kind, count)
            parts.append(f'<span style="color:{theme.warning}">{words}</span>')
    if page.corrections:
        words = tr("{count} corrected by hand", count=page.corrections)
        parts.append(f'<span style="color:{theme.accent}">{words}</span>')
    return " · ".join(parts)


def position_of(page: NumberPage) -> str:
    """Return “Digit 3 of 10: 7, 99.8 %”, and what else it may be; "" if no digit is current."""
    index = page.current
    if index is None:
        return ""
    digit, doubt = page.digits[index], page.doubt_of(index)
    reason = percent_text(digit.probability)
    if page.is_corrected(index):
        reason = tr("by hand")
    elif page.is_rejected(index):
        reason = tr("not a digit; most like {label}", label=digit.label_name)
    elif digit.is_bent:
        reason = tr("by the rule, {reason}", reason=reason)
    elif doubt:
        reason += f" ({doubt})"
    return tr(
        "Digit {index} of {count}: {label}, {reason}",
        index=index + 1,
        count=len(page.digits),
        label=page.name_of(index),
        reason=reason,
    )


class NumbersCard(Card):
    """Shows a :class:`NumberPage`.

    Signals:
        copying_requested: the text is to be copied.
        leaving_requested: the canvas is to be shown again.
        number_picked: the number in this :class:`Box` is to be read alone.
    """

    number_picked = Signal(object)
    copying_requested = Signal()
    leaving_requested = Signal()

    def __init__(self, session: Session, page: NumberPage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._page = session, page
        self.picture = PagePicture(page)
        self.text = NumberText(page)
        self.rules = RuleChooser()
        self.keys = DigitKeys(page, self)
        self.copy = make_button(
            tr("Copy text"),
            tr("Copy the number as text (Ctrl+C)"),
            "copy_number",
            on_click=self.copying_requested.emit,
            takes_focus=False,
        )
        self.back = make_button(
            tr("Back to the canvas"),
            tr("Show the canvas again (Esc)"),
            "leave_numbers",
            on_click=self.leaving_requested.emit,
            takes_focus=False,
        )
        # An icon is enough: title and both texts do not fit side by side in every language.
        self.copy.setText("")
        self.copy.setIcon(icon("copy"))
        self.copy.setFixedWidth(self.copy.sizeHint().height())
        self.back.setIcon(icon("pen"))
        self.summary = text_label("", "muted", name="number_summary")
        self.position = text_label("", "muted", name="number_position")
        self.position.setFont(tabular_font(self.position.font()))
        self.warning = text_label("", "warning", wraps=True, name="number_warning")
        self.without_rule = make_button(
            tr("Read without the rule"),
            tr("Accept any number and use the most probable digits"),
            "read_without_rule",
            on_click=self.rules.reset,
            takes_focus=False,
        )
        self.without_rule.hide()
        self.numbers = QWidget()
        self.numbers.setLayout(row())
        self.numbers.hide()
        self.picture_area = _FittingArea(self.picture)
        self.text_area = _LowArea(self.text)
        self._lay_out()
        self._connect()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.PaletteChange:  # the summary's text holds colours
            self.summary.setText(summary_of(self._page))
        super().changeEvent(event)

    def show_picture(self, picture: FloatArray) -> None:
        """Show a picture, float32, (H, W), in [0, 1], before its digits are read."""
        self.picture.set_picture(picture)
        self.picture_area.fit()
        self.summary.setText(tr("Reading the digits …"))
        self.warning.setText("")
        self.without_rule.hide()
        self.numbers.hide()

    def _lay_out(self) -> None:
        buttons = QWidget()
        buttons.setLayout(row(self.copy, self.back))
        self.add_section(tr("Number"), buttons)
        self.box.addWidget(self.picture_area, 1)
        self.box.addLayout(row(self.summary, None, self.position))
        self.box.addWidget(Rule())
        self.box.addWidget(self.text_area)
        self.box.addLayout(row(self.warning, self.without_rule, fills=self.warning))
        self.box.addWidget(self.numbers)
        self.box.addWidget(text_label(tr(HINT), "muted", wraps=True))
        self.box.addLayout(row(text_label(tr("Format"), "title"), self.rules, None))

    def _connect(self) -> None:
        page = self._page
        for part in (self.picture, self.text):
            part.installEventFilter(self.keys)
            part.digit_picked.connect(page.go_to)
        self.rules.kinds.installEventFilter(self.keys)
        page.answer_changed.connect(self.picture_area.fit)
        page.answer_changed.connect(self._show)
        page.corrected.connect(self._show)
        page.current_changed.connect(self._on_current_changed)

    def _show(self) -> None:
        page = self._page
        self.keys.names = self._session.label_names
        self.summary.setText(summary_of(page))
        warnings = page.warnings
        more = ""
        if warnings[1:]:
            more = " " + tr_n(
                "({n} more line does not fit either.)",
                "({n} more lines do not fit either.)",
                len(warnings) - 1,
            )
        self.warning.setText(f"{warnings[0]}{more}" if warnings else "")
        self.without_rule.setVisible(page.is_bent)
        self._offer(page.numbers[:MOST_NUMBERS])
        self.copy.setEnabled(bool(page.digits))
        self._show_position()
        self.text_area.updateGeometry()

    def _offer(self, numbers: list[tuple[str, Box]]) -> None:
        """Offer to read one of several numbers alone."""
        layout = self.numbers.layout()
        assert layout is not None
        clear(layout)
        self.numbers.setVisible(bool(numbers))
        if numbers:
            layout.addWidget(text_label(tr("Read one alone:"), "muted"))
        for index, (text, box) in enumerate(numbers):
            layout.addWidget(
                make_button(
                    text,
                    tr("Read only the number {text}", text=text),
                    f"read_alone_{index}",
                    on_click=partial(self.number_picked.emit, box),
                    takes_focus=False,
                )
            )
        layout.addItem(QSpacerItem(0, 0, QSizePolicy.Policy.Expanding))

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


class _FittingArea(QScrollArea):
    """Scrolls a page; shows a single line whole."""

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
        # Always without the bar's width: otherwise the bar could come and go with the scale.
        bar = self.verticalScrollBar().sizeHint().width()
        ring = 2 * RING_PX
        self._picture.fit(self.maximumViewportSize() - QSize(max(bar, ring), ring))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 96)


class _LowArea(QScrollArea):
    """Scroll area as high as its text, up to :data:`TEXT_LINES`."""

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
        line = self._text.fontMetrics().height() + 6
        wanted = self._text.heightForWidth(max(self.viewport().width(), 1))
        return QSize(320, min(wanted, TEXT_LINES * line))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()


def _reveal(area: QScrollArea, part: QRect) -> None:
    center = part.center()
    area.ensureVisible(center.x(), center.y(), SPACING, part.height() // 2 + SPACING)
