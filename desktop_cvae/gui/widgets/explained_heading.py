"""A heading with a dotted underline; a click opens the card that explains it.

The question climbs from the widget through its parents until somebody takes it, as Qt's own
"What's this?" does: a heading deep in a tab need not know who explains.

Tested in tests/gui/explanations/test_cards.py.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop_cvae.core.language import mark, tr
from desktop_cvae.gui.theme import current_theme, sized

TIP = mark("What is this? Explained with your drawing")


class ExplanationRequested(QEvent):
    """Asks for the explanation of a word; a widget that can explain it accepts the event.

    Args:
        topic: a key of ``gui.explanations.topics.TOPICS``.
        anchor: the card opens beside it.
        rect: of it, where the word stands; None for all of it.
    """

    KIND = QEvent.Type(QEvent.registerEventType())

    def __init__(self, topic: str, anchor: QWidget, rect: QRect | None = None) -> None:
        super().__init__(self.KIND)
        self.topic, self.anchor = topic, anchor
        self.rect = anchor.rect() if rect is None else rect


def request_explanation(topic: str, anchor: QWidget, rect: QRect | None = None) -> None:
    """Send the request to the window of ``anchor`` and the windows below until one accepts it."""
    event = ExplanationRequested(topic, anchor, rect)
    # An event begins as accepted.
    event.ignore()
    asked: QWidget | None = anchor
    while asked is not None and not event.isAccepted():
        window = asked.window()
        QCoreApplication.sendEvent(window, event)
        asked = window.parentWidget()


def paint_explained(
    painter: QPainter, area: QRect, flags: Qt.AlignmentFlag, text: str, *, is_active: bool = False
) -> QRect:
    """Paint words with a dotted underline in the painter's colour; return their rectangle.

    Args:
        painter: with font and pen.
        area: where.
        flags: how the words lie in it.
        text: the words.
        is_active: the pointer is over them, or they have the focus.
    """
    if is_active:
        painter.setPen(QColor(current_theme().accent))
    painter.drawText(area, flags, text)
    words = painter.boundingRect(area, flags, text)
    painter.save()
    # Not by colour alone: the dots become a line.
    style = Qt.PenStyle.SolidLine if is_active else Qt.PenStyle.DotLine
    painter.setPen(QPen(painter.pen().color(), 1, style))
    y = min(words.bottom() + 1, area.bottom())
    painter.drawLine(words.left(), y, words.right(), y)
    painter.restore()
    return words


class ExplainedHeading(QAbstractButton):
    """A label that opens the card of its topic.

    Args:
        text: the words.
        topic: a key of ``gui.explanations.topics.TOPICS``.
        role: ``title`` or ``muted``, as of :func:`desktop_cvae.gui.widgets.card.text_label`.
        least_px: so much is shown at least, and an ellipsis; 0 for all of it.
    """

    def __init__(
        self,
        text: str,
        topic: str,
        role: str = "title",
        *,
        least_px: int = 0,
    ) -> None:
        super().__init__()
        self._role, self._least_px = role, least_px
        self.topic = topic
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setText(text)
        self.set_topic(topic)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._on_clicked)

    def set_topic(self, topic: str) -> None:
        self.topic = topic
        self.setToolTip(tr(TIP))
        self.setAccessibleDescription(tr(TIP))

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._font())
        return QSize(metrics.horizontalAdvance(self.text()) + 2, metrics.height())

    def minimumSizeHint(self) -> QSize:
        """Return the full width, unless the heading may be elided."""
        hint = self.sizeHint()
        return QSize(min(hint.width(), self._least_px), hint.height()) if self._least_px else hint

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the card with Enter too, not only with Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self._font())
        theme = current_theme()
        painter.setPen(QColor(theme.muted if self._role == "muted" else theme.text))
        start = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        is_active = self.hasFocus() or self.underMouse()
        elide = Qt.TextElideMode.ElideRight
        words = painter.fontMetrics().elidedText(self.text(), elide, self.width())
        paint_explained(painter, self.rect(), start, words, is_active=is_active)
        painter.end()

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Enter, QEvent.Type.Leave):
            self.update()
        return super().event(event)

    def _font(self) -> QFont:
        weight = QFont.Weight.DemiBold if self._role == "title" else self.font().weight()
        return sized(self.font(), 0, QFont.Weight(weight))

    def _on_clicked(self) -> None:
        request_explanation(self.topic, self)
