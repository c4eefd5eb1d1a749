"""The card of a number: picture, text, rule, and the ways to take it along or back.

One line sums the number up: how many digits, how many unsure, how many corrected. The rule says
what it must be: nothing, so many digits, a postal code, a date, an amount and so on. Keys belong to
the digits of picture and text before the window's menus get them.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QSpinBox,
    QWidget,
)

from desktop_cvae.core.language import mark, tr, tr_n
from desktop_cvae.core.results import NO_DIGIT, UNSURE, FloatArray
from desktop_cvae.gui.icons import icon
from desktop_cvae.gui.numbers.number_page import MOST_DIGITS, NumberPage, doubt_text
from desktop_cvae.gui.numbers.number_views import NumberText, PagePicture
from desktop_cvae.gui.session import Session
from desktop_cvae.gui.theme import SPACING, current_theme, tabular_font
from desktop_cvae.gui.widgets.card import Card, Rule, row, text_label
from desktop_cvae.gui.widgets.evidence_scale import percent_text
from desktop_cvae.inference.field_rules import COUNTS

STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Backtab: -1, Qt.Key.Key_Tab: 1}
LINES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
TAKING_BACK = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
TABS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
MODIFIERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class DigitKeys(QObject):
    """Arrows and Tab go from digit to digit, a label's name corrects, Backspace takes back.

    Tab leaves after the last digit, so that the keyboard reaches the rest of the window.

    Args:
        page: is walked and corrected.
        names: gives the labels' names that can be typed.
    """

    def __init__(self, page: NumberPage, parent: QWidget) -> None:
        super().__init__(parent)
        self._page = page
        self.names: tuple[str, ...] = ()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Claim the keys before shortcuts, then do what they mean."""
        if not isinstance(event, QKeyEvent) or event.modifiers() & MODIFIERS:
            return False
        if isinstance(watched, QComboBox) and event.text() not in self.names:
            return False  # its arrows and Tab are its own
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


RULES = {
    "": mark("Any number"),
    "length": mark("Fixed length"),
    "postal": mark("Postal code"),
    "phone": mark("Phone number"),
    "card": mark("Card number"),
    "date": mark("Date"),
    "amount": mark("Amount of money"),
    "decimal": mark("Decimal number"),
}


LEAST_RULE_PX = 96


class RuleChooser(QWidget):
    """A list of rules, and a count beside it for those that need one.

    Signals:
        rule_chosen(str): as ``inference.field_rules.parse_rule`` takes it; "" for none.
    """

    rule_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kinds = QComboBox()
        # Where there is little room its end is cut, and its list tells all.
        self.kinds.setMinimumWidth(LEAST_RULE_PX)
        self.kinds.setObjectName("number_rule")
        self.kinds.setAccessibleName(tr("What the number must be"))
        self.kinds.setToolTip(tr("Among the likely readings, take one that keeps this rule"))
        for kind, text in RULES.items():
            self.kinds.addItem(tr(text), kind)
        self.count = QSpinBox()
        self.count.setObjectName("number_rule_count")
        self.count.setAccessibleName(tr("Count of digits"))
        self.count.setToolTip(tr("How many digits the number has"))
        self.count.setSuffix(" " + tr("digits"))
        self.count.hide()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACING)
        layout.addWidget(self.kinds)
        layout.addWidget(self.count)
        self.kinds.currentIndexChanged.connect(self._on_kind_chosen)
        self.count.valueChanged.connect(self._tell)

    @property
    def rule(self) -> str:
        """The rule as it is written, e.g. ``"length:10"``, or ""."""
        kind = str(self.kinds.currentData())
        return f"{kind}:{self.count.value()}" if kind in COUNTS else kind

    def drop(self) -> None:
        """Take any number."""
        self.kinds.setCurrentIndex(0)

    def show_rule(self, rule: str) -> None:
        """Show a rule as :attr:`rule` gives it, without a signal."""
        kind, _, count = rule.partition(":")
        was_blocked = self.blockSignals(True)
        self.kinds.setCurrentIndex(max(self.kinds.findData(kind), 0))
        if count:
            self.count.setValue(int(count))
        self.blockSignals(was_blocked)

    def _on_kind_chosen(self) -> None:
        kind = str(self.kinds.currentData())
        self.count.setVisible(kind in COUNTS)
        if kind in COUNTS:
            counts = COUNTS[kind]
            self.count.blockSignals(True)
            self.count.setRange(counts.least, counts.most)
            self.count.setValue(counts.usual)
            self.count.blockSignals(False)
        self._tell()

    def _tell(self) -> None:
        self.rule_chosen.emit(self.rule)


def summary_of(page: NumberPage) -> str:
    """“10 digits · 2 unsure · 1 not a digit · 1 corrected by hand”, in the colours of their marks.

    Args:
        page: what was read.

    Returns:
        rich text; empty while nothing was read.
    """
    theme = current_theme()
    if page.answer is None:
        return ""
    if not page.digits:
        return tr("No digits were found.")
    count = len(page.digits) - page.refused
    if len(page.digits) >= MOST_DIGITS:
        parts = [tr_n("the first {n} digit", "the first {n} digits", count)]
    else:
        parts = [tr_n("{n} digit", "{n} digits", count)]
    if len(page.lines) > 1:
        parts[0] += " " + tr_n("in {n} line", "in {n} lines", len(page.lines))
    for kind, count in ((UNSURE, page.unsure), (NO_DIGIT, page.refused)):
        if count:
            words = doubt_text(kind, count)
            parts.append(f'<span style="color:{theme.warning}">{words}</span>')
    if page.corrections:
        words = tr("{count} corrected by hand", count=page.corrections)
        parts.append(f'<span style="color:{theme.accent}">{words}</span>')
    return " · ".join(parts)


def position_of(page: NumberPage) -> str:
    """“Digit 3 of 10: 7, 99.8 %”, and what else it might be; empty if none is looked at."""
    index = page.current
    if index is None:
        return ""
    digit, doubt = page.digits[index], page.doubt_of(index)
    reason = percent_text(digit.probability)
    if page.is_corrected(index):
        reason = tr("by hand")
    elif page.is_refused(index):
        reason = tr("not a digit; the likest is {label}", label=digit.label_name)
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


TEXT_LINES = 4
"""More lines of text are scrolled."""
HINT = mark("Click a digit or use the arrow keys; type to correct it, Backspace takes that back.")


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
        self.text = NumberText(page)
        self.rules = RuleChooser()
        self.keys = DigitKeys(page, self)
        self.copy = _button(tr("Copy text"), "copy_number", tr("Copy the number as text (Ctrl+C)"))
        self.back = _button(
            tr("Back to the canvas"), "leave_numbers", tr("Show the canvas again (Esc)")
        )
        # Its picture tells enough: both texts and the title do not fit side by side everywhere.
        self.copy.setText("")
        self.copy.setIcon(icon("copy"))
        self.copy.setFixedWidth(self.copy.sizeHint().height())
        self.back.setIcon(icon("pen"))
        self.summary = text_label("", "muted")
        self.summary.setObjectName("number_summary")
        self.position = text_label("", "muted")
        self.position.setObjectName("number_position")
        self.position.setFont(tabular_font(self.position.font()))
        self.warning = text_label("", "warning")
        self.warning.setObjectName("number_warning")
        self.warning.setWordWrap(True)
        self.without_rule = _button(
            tr("Read without the rule"),
            "read_without_rule",
            tr("Take any number, as the ink suggests"),
        )
        self.without_rule.hide()
        self.picture_area = _FittingArea(self.picture)
        self.text_area = _LowArea(self.text)
        self._lay_out()
        self._connect()

    def changeEvent(self, event: QEvent) -> None:
        """The summary's colours are in its text."""
        if event.type() is QEvent.Type.PaletteChange:
            self.summary.setText(summary_of(self._page))
        super().changeEvent(event)

    def show_picture(self, picture: FloatArray) -> None:
        """Show a picture, float32, (H, W), in [0, 1]; its boxes come when they are found."""
        self.picture.set_picture(picture)
        self.picture_area.fit()
        self.summary.setText(tr("Reading the digits …"))
        self.warning.setText("")
        self.without_rule.hide()

    def _lay_out(self) -> None:
        buttons = QWidget()
        buttons.setLayout(row(self.copy, self.back))
        self.add_section(tr("Number"), buttons)
        self.box.addWidget(self.picture_area, 1)
        self.box.addLayout(row(self.summary, None, self.position))
        self.box.addWidget(Rule())
        self.box.addWidget(self.text_area)
        warned = row(self.warning, self.without_rule)
        warned.setStretch(0, 1)
        self.box.addLayout(warned)
        hint = text_label(tr(HINT), "muted")
        hint.setWordWrap(True)
        self.box.addWidget(hint)
        self.box.addLayout(row(text_label(tr("Must be"), "title"), self.rules, None))

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
        self.without_rule.clicked.connect(self.rules.drop)
        self.copy.clicked.connect(self.copy_wanted)
        self.back.clicked.connect(self.leaving_wanted)

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
