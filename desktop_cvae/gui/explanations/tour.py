"""The tour: six bubbles that point at parts of the window while it keeps working."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QShortcut,
)
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop_cvae.core.language import mark, tr
from desktop_cvae.gui.controls import make_button
from desktop_cvae.gui.theme import SPACING, current_theme, enlarge_text, text_scale
from desktop_cvae.gui.widgets.card import row, text_label

WIDTH = 300
GAP = 14
"""Distance between a part and its bubble, in pixels; holds the pointer."""


@dataclass(frozen=True)
class TourStop:
    """A stop of the tour.

    Attributes:
        part: the window's name for the widget.
        pane: pane of ``gui.widgets.window_panes.Panes`` that must be visible; "" if always visible.
        title: two or three words.
        text: two sentences at most.
    """

    part: str
    pane: str
    title: str
    text: str


STOPS = (
    TourStop(
        "canvas",
        "input",
        mark("Draw here"),
        mark(
            "Write a digit with a mouse, pen or finger, or open, paste or drop a picture. You "
            "can find examples under File ▸ Sample pictures."
        ),
    ),
    TourStop(
        "verdict",
        "answer",
        mark("The answer"),
        mark(
            "The answer follows as you draw: which digit it is and how probable, or that it "
            "is not a digit."
        ),
    ),
    TourStop(
        "evidence",
        "answer",
        mark("Why that digit?"),
        mark(
            "The label that explains the drawing best wins. Point at a row to see how a label "
            "explains it, and click a word with a dotted underline to learn what it means."
        ),
    ),
    TourStop(
        "noise",
        "input",
        mark("Make it harder"),
        mark(
            "Add noise and see what the model makes of it. “Denoise” replaces the drawing "
            "with its reconstruction."
        ),
    ),
    TourStop(
        "results",
        "results",
        mark("The model writes, too"),
        mark(
            "Here are the ten digits in your handwriting, a map of all digits, and how the model "
            "learned."
        ),
    ),
    TourStop(
        "help",
        "",
        mark("Want to know more?"),
        mark(
            "F1 opens a guide with short chapters about your own drawing. Help ▸ Tour shows "
            "this tour again."
        ),
    ),
)


def bubble_position(window: QSize, bubble: QSize, target: QRect) -> QPoint:
    """Return a bubble's position: beside, below or above the part it points at, else in a corner.

    Args:
        window: the window's area.
        bubble: the bubble's size.
        target: the part's area in the window.
    """
    whole = QRect(QPoint(SPACING, SPACING), window - QSize(2 * SPACING, 2 * SPACING))
    x = min(max(target.center().x() - bubble.width() // 2, whole.left()), whole.right())
    x = min(x, whole.right() - bubble.width() + 1)
    y = min(max(target.top(), whole.top()), whole.bottom() - bubble.height() + 1)
    positions = (
        QPoint(target.right() + GAP, y),
        QPoint(x, target.bottom() + GAP),
        QPoint(target.left() - GAP - bubble.width(), y),
        QPoint(x, target.top() - GAP - bubble.height()),
    )
    for position in positions:
        if whole.contains(QRect(position, bubble)):
            return position
    return QPoint(whole.right() - bubble.width() + 1, whole.bottom() - bubble.height() + 1)


class Spotlight(QWidget):
    """A frame around a part and a pointer to it, transparent for the mouse."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("tour_spot")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self._target = self._bubble = QRect()

    def point(self, target: QRect, bubble: QRect) -> None:
        """Point from a bubble at a part, both given in the window."""
        self._target, self._bubble = target, bubble
        self.setGeometry(QRect(QPoint(0, 0), self.window().size()))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        accent = QColor(current_theme().accent)
        painter.setPen(QPen(accent, 2))
        painter.drawRoundedRect(self._target.adjusted(-4, -4, 4, 4), 8, 8)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(accent)
        painter.drawPolygon(QPolygonF(_pointer(self._target, self._bubble)))


def _pointer(target: QRect, bubble: QRect) -> list[QPointF]:
    """Return a triangle from the bubble towards the part; empty for a bubble in a corner."""
    half, long = 8, GAP - 5
    x = min(max(target.center().x(), bubble.left() + 20), bubble.right() - 20)
    y = min(max(target.center().y(), bubble.top() + 20), bubble.bottom() - 20)
    if bubble.left() > target.right():
        edge = bubble.left()
        return [QPointF(edge - long, y), QPointF(edge, y - half), QPointF(edge, y + half)]
    if bubble.top() > target.bottom():
        edge = bubble.top()
        return [QPointF(x, edge - long), QPointF(x - half, edge), QPointF(x + half, edge)]
    if bubble.right() < target.left():
        edge = bubble.right() + 1
        return [QPointF(edge + long, y), QPointF(edge, y - half), QPointF(edge, y + half)]
    if bubble.bottom() < target.top():
        edge = bubble.bottom() + 1
        return [QPointF(x, edge + long), QPointF(x - half, edge), QPointF(x + half, edge)]
    return []


class Bubble(QFrame):
    """A stop's title and text, with buttons.

    Signals:
        stepped(int): 1 for the next stop, -1 for the previous one.
        skipped: the tour should end.
    """

    stepped = Signal(int)
    skipped = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("bubble")
        self.title, self.text = QLabel(), QLabel()
        enlarge_text(self.title, 1, QFont.Weight.DemiBold)
        self.text.setWordWrap(True)
        self.count = text_label("", "muted")
        self.skip = make_button(
            tr("Skip"), tr("End the tour (Esc)"), "tour_skip", on_click=self.skipped.emit
        )
        self.back = make_button(
            tr("Back"),
            tr("Previous (Left)"),
            "tour_back",
            on_click=lambda: self.stepped.emit(-1),
        )
        self.next = make_button(
            tr("Next"), tr("Next (Enter)"), "tour_next", on_click=lambda: self.stepped.emit(1)
        )
        for button in (self.skip, self.back, self.next):
            # Enter presses the button that has the focus; elsewhere it is Next.
            button.setAutoDefault(True)
        self.next.setProperty("role", "primary")
        down = QVBoxLayout(self)
        down.setContentsMargins(2 * SPACING, SPACING + 4, 2 * SPACING, SPACING + 4)
        down.setSpacing(SPACING)
        down.addLayout(row(self.title, None, self.count))
        down.addWidget(self.text)
        down.addLayout(row(self.skip, None, self.back, self.next))
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.skipped.emit)
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for key, step in ((Qt.Key.Key_Left, -1), (Qt.Key.Key_Right, 1)):
            shortcut = QShortcut(QKeySequence(key), self, context=inside)
            shortcut.activated.connect(lambda step=step: self.stepped.emit(step))

    def show_stop(self, stop: TourStop, number: int) -> None:
        """Show a stop; the first has number 0."""
        self.title.setText(tr(stop.title))
        self.text.setText(tr(stop.text))
        self.count.setText(tr("{number} of {count}", number=number + 1, count=len(STOPS)))
        self.setAccessibleName(f"{self.title.text()}. {self.text.text()}")
        self.back.setEnabled(number > 0)
        self.next.setText(tr("Done") if number == len(STOPS) - 1 else tr("Next"))
        layout = self.layout()
        assert layout is not None
        width = min(round(WIDTH * text_scale()), self.window().width() - 2 * SPACING)
        self.resize(width, layout.totalHeightForWidth(width))


class Tour(QObject):
    """Goes from stop to stop.

    Args:
        window: the bubbles float over it.
        parts: the widgets by the names that the stops use.
        bring: makes a pane visible.

    Signals:
        ended: the tour is over.
    """

    ended = Signal()

    def __init__(
        self, window: QWidget, parts: Mapping[str, QWidget], bring: Callable[[str], object]
    ) -> None:
        super().__init__(window)
        self._window, self._parts, self._bring = window, parts, bring
        self._number = 0
        self.spot, self.bubble = Spotlight(window), Bubble(window)
        self.bubble.stepped.connect(self._step)
        self.bubble.skipped.connect(self.end)
        window.installEventFilter(self)
        self._bring_target()
        self._show()

    @property
    def stop(self) -> TourStop:
        return STOPS[self._number]

    @property
    def target(self) -> QWidget:
        """The widget that the bubble points at."""
        return self._parts[self.stop.part]

    def end(self) -> None:
        """Remove everything."""
        self._window.removeEventFilter(self)
        for widget in (self.spot, self.bubble):
            widget.hide()
            widget.deleteLater()
        self.ended.emit()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay beside the part when the window is resized; Enter that nobody used is Next."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._update_positions()
        elif event.type() is QEvent.Type.KeyPress and _is_enter(event):
            self._step(1)
            return True
        return False

    def _step(self, step: int) -> None:
        """Go to the next stop whose part is visible."""
        number = self._number + step
        if number >= len(STOPS):
            self.end()
        elif number >= 0:
            self._number = number
            self._bring_target()
            if self.target.isVisible():
                self._show()
            else:
                self._step(step)

    def _bring_target(self) -> None:
        if self.stop.pane:
            self._bring(self.stop.pane)
        above = self.target.parentWidget()
        while above is not None:
            if isinstance(above, QScrollArea):
                _scroll_to(above, self.target)
            above = above.parentWidget()

    def _show(self) -> None:
        self.bubble.show_stop(self.stop, self._number)
        self._update_positions()
        for widget in (self.spot, self.bubble):
            widget.show()
            widget.raise_()
        self.bubble.next.setFocus(Qt.FocusReason.PopupFocusReason)
        # A pane that came to the front is laid out in the next event.
        QTimer.singleShot(0, self, self._update_positions)

    def _update_positions(self) -> None:
        target, window = self.target, self._window
        area = QRect(target.mapTo(window, QPoint(0, 0)), target.size()).intersected(window.rect())
        position = bubble_position(window.size(), self.bubble.size(), area)
        self.bubble.move(position)
        self.spot.point(area, QRect(position, self.bubble.size()))


def _is_enter(event: QEvent) -> bool:
    enter = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return isinstance(event, QKeyEvent) and event.key() in enter


def _scroll_to(area: QScrollArea, target: QWidget) -> None:
    """Scroll vertically until the widget's top is visible."""
    inner = area.widget()
    if inner is not None:
        top = target.mapTo(inner, QPoint(0, 0)).y()
        for y in (top + target.height(), top):
            area.ensureVisible(area.horizontalScrollBar().value(), y, 0, 0)
