"""The card beside a heading: floats over the window and follows the drawing; Escape closes it.

Tested in tests/gui/explanations/test_cards.py.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QAbstractSlider,
    QFrame,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop_cvae.core.language import tr
from desktop_cvae.gui.controls import make_tool_button
from desktop_cvae.gui.explanations.situation import Situation
from desktop_cvae.gui.explanations.topic_view import TopicView
from desktop_cvae.gui.explanations.topics import Topic
from desktop_cvae.gui.theme import SPACING, enlarge_text, text_scale
from desktop_cvae.gui.widgets.card import row
from desktop_cvae.gui.widgets.drawing_canvas import DrawingCanvas
from desktop_cvae.gui.widgets.evidence_bars import EvidenceBars
from desktop_cvae.gui.widgets.label_bar import LabelBar

WIDTH = 420
MARGIN = 2 * SPACING
EDGE = SPACING
"""Distance of the card from the window's edges and from what it explains, in pixels."""
KEEPERS = (DrawingCanvas, EvidenceBars, LabelBar, QAbstractSlider)
"""Widgets on which a click leaves the card open, because the card follows their change."""
_BY_KEYS = Qt.TextInteractionFlag.LinksAccessibleByKeyboard


def card_position(window: QSize, card: QSize, anchor: QRect, host: QRect, kept: QRect) -> QPoint:
    """Return the position of a card in the window.

    It goes beside the window's card that has the heading, on the right if there is room, else on
    the left; else at the window's right edge or under the heading. It avoids the canvas if it can.

    Args:
        window: the window's area.
        card: the card's size.
        anchor: the heading's area in the window.
        host: area of the window's card that has the heading.
        kept: the canvas's area; may be empty.
    """
    top = min(max(EDGE, anchor.top()), max(EDGE, window.height() - card.height() - EDGE))
    right = QPoint(host.right() + EDGE, top)
    left = QPoint(host.left() - EDGE - card.width(), top)
    under = QPoint(anchor.left(), anchor.bottom() + EDGE // 2)
    # Cover the right part of what it explains, as rows have names and pictures on the left.
    end = QPoint(window.width() - card.width() - EDGE, top)
    whole = QRect(QPoint(0, 0), window)
    positions = (right, left, end, under)
    for is_free in (True, False):
        for position in positions:
            taken = QRect(position, card)
            if whole.contains(taken) and not (is_free and taken.intersects(kept)):
                return position
    x = min(max(EDGE, under.x()), max(EDGE, window.width() - card.width() - EDGE))
    y = min(under.y(), max(EDGE, window.height() - card.height() - EDGE))
    return QPoint(x, max(EDGE, y))


class ExplanationCard(QFrame):
    """Title, topic and a link to the guide, as a child of the window and not a window of its own.

    Args:
        topic: what it explains.
        anchor: the widget whose heading was activated; gets the focus back.
        area: the heading's area in that widget.

    Signals:
        closed: the card was closed.
        guide_requested(str): the guide should open at that chapter.
    """

    closed = Signal()
    guide_requested = Signal(str)

    def __init__(self, topic: Topic, anchor: QWidget, area: QRect) -> None:
        super().__init__(anchor.window())
        self.topic, self._anchor, self._area = topic, anchor, area
        self.setObjectName("explanation_card")
        self.setAccessibleName(tr("{title}, explained", title=tr(topic.title)))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.view = TopicView(topic)
        self.close_button = make_tool_button(
            tr("Close the card"), tr("Close (Esc)"), on_click=self.close_card
        )
        self._scroll = QScrollArea()
        self._lay_out()
        self._least = 0
        window = anchor.window()
        window.installEventFilter(self)
        # The native window's handle sees each press and key before any widget takes it.
        self._handle = window.windowHandle()
        if self._handle is not None:
            self._handle.installEventFilter(self)

    def show_situation(self, situation: Situation) -> None:
        """Show the explanation; the card grows if it must, but does not shrink while drawing."""
        self.view.show_situation(situation)
        self._update_geometry()

    def open(self) -> None:
        """Show the card beside the heading and take the focus."""
        self._update_geometry()
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_card(self) -> None:
        """Close the card and give the focus back."""
        had_focus = self.isAncestorOf(self.window().focusWidget() or self) or self.hasFocus()
        self.window().removeEventFilter(self)
        if self._handle is not None:
            self._handle.removeEventFilter(self)
        # Hidden at once: it is deleted only when the event loop gets there.
        self.hide()
        if had_focus:
            self._anchor.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()
        self.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_card()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close after a click elsewhere or Escape; move when the window is resized."""
        kind = event.type()
        if kind is QEvent.Type.Resize and watched is self.window():
            self._update_geometry()
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

    def _keeps(self, position: QPoint) -> bool:
        under = self.window().childAt(position)
        while under is not None:
            if under is self or under is self._anchor or isinstance(under, KEEPERS):
                return True
            under = under.parentWidget()
        return False

    def _lay_out(self) -> None:
        title = QLabel(tr(self.topic.title))
        enlarge_text(title, 2, QFont.Weight.DemiBold)
        self.close_button.setText("\N{MULTIPLICATION SIGN}")
        self.close_button.setProperty("flat", True)
        self._scroll.setWidget(self.view)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setObjectName("column")
        self._head = row(title, None, self.close_button)
        more = QLabel(f'<a href="guide">{tr("More in the guide")}</a>')
        more.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByMouse | _BY_KEYS)
        more.linkActivated.connect(lambda _: self.guide_requested.emit(self.topic.chapter))
        more.setVisible(bool(self.topic.chapter))
        self._more = more
        self._down = QVBoxLayout(self)
        self._down.setContentsMargins(MARGIN, SPACING, SPACING, SPACING + 2)
        self._down.setSpacing(SPACING // 2)
        self._down.addLayout(self._head)
        self._down.addWidget(self._scroll, 1)
        self._down.addWidget(more)

    def _update_geometry(self) -> None:
        window = self.window()
        width = min(round(WIDTH * text_scale()), window.width() - 2 * EDGE)
        inner = width - MARGIN - SPACING - 2
        # The height that the layout needs at this width, with room for a scroll bar.
        layout = self.view.layout()
        assert layout is not None
        layout.setContentsMargins(0, 0, SPACING, 0)
        body = layout.totalHeightForWidth(inner)
        rest = self._head.sizeHint().height() + self._more.sizeHint().height() + 4 * SPACING
        self._least = max(self._least, body + rest)
        height = min(self._least, window.height() - 2 * EDGE)
        size = QSize(width, height)
        corner = self._anchor.mapTo(window, self._area.topLeft())
        anchor = QRect(corner, self._area.size())
        at = card_position(window.size(), size, anchor, _host(self._anchor), _canvas(window))
        self.setGeometry(QRect(at, size))


def _host(anchor: QWidget) -> QRect:
    """Return the area of the window's card that holds the heading."""
    window, host = anchor.window(), anchor
    above: QWidget | None = anchor
    while above is not None and not above.isWindow():
        if above.objectName() == "card":
            host = above
            break
        above = above.parentWidget()
    return QRect(host.mapTo(window, QPoint(0, 0)), host.size())


def _canvas(window: QWidget) -> QRect:
    canvas = window.findChild(DrawingCanvas)
    if canvas is None or not canvas.isVisible():
        return QRect()
    return QRect(canvas.mapTo(window, QPoint(0, 0)), canvas.size())
