"""The card beside a heading: floats over the window, follows the pen, and goes with Escape."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QAbstractSlider,
    QFrame,
    QLabel,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop_cvae.core.language import tr
from desktop_cvae.gui.explanations.situation import Situation
from desktop_cvae.gui.explanations.topic_view import TopicView
from desktop_cvae.gui.explanations.topics import Topic
from desktop_cvae.gui.theme import SPACING, sized, text_scale
from desktop_cvae.gui.widgets.card import row
from desktop_cvae.gui.widgets.drawing_canvas import DrawingCanvas
from desktop_cvae.gui.widgets.evidence_bars import EvidenceBars
from desktop_cvae.gui.widgets.label_bar import LabelBar

WIDTH = 420
MARGIN = 2 * SPACING
EDGE = SPACING
"""Between the card and the window's edges, and beside what it explains."""
KEEPERS = (DrawingCanvas, EvidenceBars, LabelBar, QAbstractSlider)
"""A click on what changes the drawing or its label leaves the card open: it follows."""


def card_place(window: QSize, card: QSize, anchor: QRect, host: QRect, kept: QRect) -> QPoint:
    """Where a card goes.

    Beside the card of the window that has the heading, at its right if there is room, else at its
    left; if neither, at the window's right edge or under the heading. The canvas stays free if
    that can be.

    Args:
        window: all there is.
        card: of the card.
        anchor: the heading, in the window.
        host: the window's card that has it.
        kept: the canvas; may be empty.
    """
    top = min(max(EDGE, anchor.top()), max(EDGE, window.height() - card.height() - EDGE))
    right = QPoint(host.right() + EDGE, top)
    left = QPoint(host.left() - EDGE - card.width(), top)
    under = QPoint(anchor.left(), anchor.bottom() + EDGE // 2)
    # Over the right of what it explains: names and pictures stand at the left of a row.
    end = QPoint(window.width() - card.width() - EDGE, top)
    whole = QRect(QPoint(0, 0), window)
    places = (right, left, end, under)
    for is_free in (True, False):
        for place in places:
            taken = QRect(place, card)
            if whole.contains(taken) and not (is_free and taken.intersects(kept)):
                return place
    x = min(max(EDGE, under.x()), max(EDGE, window.width() - card.width() - EDGE))
    y = min(under.y(), max(EDGE, window.height() - card.height() - EDGE))
    return QPoint(x, max(EDGE, y))


class ExplanationCard(QFrame):
    """Title, topic, the way to the guide; a child of the window, so that no desktop places it.

    Args:
        topic: what is explained.
        anchor: whose heading was activated; gets the focus back.
        place: of the anchor, where the heading stands.

    Signals:
        closed: it is gone.
        guide_wanted(str): more about the topic, in that chapter.
    """

    closed = Signal()
    guide_wanted = Signal(str)

    def __init__(self, topic: Topic, anchor: QWidget, place: QRect) -> None:
        super().__init__(anchor.window())
        self.topic, self._anchor, self._place = topic, anchor, place
        self.setObjectName("explanation_card")
        self.setAccessibleName(tr("{title}, explained", title=tr(topic.title)))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.view = TopicView(topic)
        self.close_button = QToolButton()
        self._scroll = QScrollArea()
        self._lay_out()
        self._least = 0
        window = anchor.window()
        window.installEventFilter(self)
        self._handle = window.windowHandle()
        if self._handle is not None:
            self._handle.installEventFilter(self)

    def show_situation(self, situation: Situation) -> None:
        """Say and show it; the card grows where it must, and does not shrink under the pen."""
        self.view.show_situation(situation)
        self._place_itself()

    def open(self) -> None:
        """Come up beside the heading and take the focus."""
        self._place_itself()
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_card(self) -> None:
        """Go, and give the focus back."""
        had_focus = self.isAncestorOf(self.window().focusWidget() or self) or self.hasFocus()
        self.window().removeEventFilter(self)
        if self._handle is not None:
            self._handle.removeEventFilter(self)
        self.hide()
        if had_focus:
            self._anchor.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()
        self.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_card()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A click elsewhere and Escape close, another size moves it."""
        kind = event.type()
        if kind is QEvent.Type.Resize and watched is self.window():
            self._place_itself()
        elif kind is QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            if watched is self._handle and not self._keeps(event.position().toPoint()):
                self.close_card()
        elif (
            kind is QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and watched is self._handle
            and event.key() == Qt.Key.Key_Escape
        ):
            self.close_card()
            return True
        return False

    def _keeps(self, place: QPoint) -> bool:
        under = self.window().childAt(place)
        while under is not None:
            if under is self or under is self._anchor or isinstance(under, KEEPERS):
                return True
            under = under.parentWidget()
        return False

    def _lay_out(self) -> None:
        title = QLabel(tr(self.topic.title))
        title.setFont(sized(title.font(), 2, title.font().Weight.DemiBold))
        self.close_button.setText("\N{MULTIPLICATION SIGN}")
        self.close_button.setProperty("flat", True)
        self.close_button.setAccessibleName(tr("Close the card"))
        self.close_button.setToolTip(tr("Close (Esc)"))
        self.close_button.clicked.connect(self.close_card)
        self._scroll.setWidget(self.view)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setObjectName("column")
        self._head = row(title, None, self.close_button)
        more = QLabel(f'<a href="guide">{tr("More in the guide")}</a>')
        more.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByMouse | _BY_KEYS)
        more.linkActivated.connect(lambda _: self.guide_wanted.emit(self.topic.chapter))
        more.setVisible(bool(self.topic.chapter))
        self._more = more
        self._down = QVBoxLayout(self)
        self._down.setContentsMargins(MARGIN, SPACING, SPACING, SPACING + 2)
        self._down.setSpacing(SPACING // 2)
        self._down.addLayout(self._head)
        self._down.addWidget(self._scroll, 1)
        self._down.addWidget(more)

    def _place_itself(self) -> None:
        window = self.window()
        width = min(round(WIDTH * text_scale()), window.width() - 2 * EDGE)
        inner = width - MARGIN - SPACING - 2
        # As the layout has it at that width, with room for a scroll bar that may come.
        layout = self.view.layout()
        assert layout is not None
        layout.setContentsMargins(0, 0, SPACING, 0)
        body = layout.totalHeightForWidth(inner)
        rest = self._head.sizeHint().height() + self._more.sizeHint().height() + 4 * SPACING
        self._least = max(self._least, body + rest)
        height = min(self._least, window.height() - 2 * EDGE)
        size = QSize(width, height)
        corner = self._anchor.mapTo(window, self._place.topLeft())
        anchor = QRect(corner, self._place.size())
        at = card_place(window.size(), size, anchor, _host(self._anchor), _canvas(window))
        self.setGeometry(QRect(at, size))


_BY_KEYS = Qt.TextInteractionFlag.LinksAccessibleByKeyboard


def _host(anchor: QWidget) -> QRect:
    """The card of the window that the heading stands on, in the window."""
    window, host = anchor.window(), anchor
    for parent in _parents(anchor):
        if parent.objectName() == "card":
            host = parent
            break
    return QRect(host.mapTo(window, QPoint(0, 0)), host.size())


def _parents(widget: QWidget) -> Sequence[QWidget]:
    found: list[QWidget] = []
    above: QWidget | None = widget
    while above is not None and not above.isWindow():
        found.append(above)
        above = above.parentWidget()
    return found


def _canvas(window: QWidget) -> QRect:
    canvas = window.findChild(DrawingCanvas)
    if canvas is None or not canvas.isVisible():
        return QRect()
    return QRect(canvas.mapTo(window, QPoint(0, 0)), canvas.size())
