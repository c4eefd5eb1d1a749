"""A message over the window, with buttons for what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer
from PySide6.QtWidgets import QFrame, QLabel, QToolButton, QWidget

from desktop_cvae.core.language import tr
from desktop_cvae.gui.controls import make_button
from desktop_cvae.gui.session import Notice
from desktop_cvae.gui.theme import SPACING
from desktop_cvae.gui.widgets.card import row

INFORMATION_MS = 8000
OFFER_MS = 30_000
"""Time for which a message with buttons stays."""

MAX_ACTIONS = 3
SENTENCE_WIDTH = 120
"""Least width of the sentence beside the buttons where other widgets are left free, in logical
pixels."""
MAX_WIDTH = 640


class NoticeBar(QFrame):
    """Floats over its parent, so that nothing moves when it comes and goes.

    A warning stays until it is closed or replaced; information leaves by itself.

    Args:
        parent: is floated over.
        at_bottom: floats at the lower edge, where the head of the parent must stay visible.
        between: widgets of the parent that it leaves free, on its left and on its right, where
            there is room between them.
    """

    def __init__(
        self,
        parent: QWidget,
        *,
        at_bottom: bool = False,
        between: tuple[QWidget, QWidget] | None = None,
    ) -> None:
        super().__init__(parent)
        self._over, self._at_bottom, self._between = parent, at_bottom, between
        self.setObjectName("notice")
        self.notice: Notice | None = None
        self.sentence = QLabel()
        self.sentence.setObjectName("notice_sentence")
        self.sentence.setWordWrap(True)
        # A notice may name a stranger's file; Qt takes what looks like HTML for rich text.
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.actions_ = [make_button("", name=f"notice_action_{n + 1}") for n in range(MAX_ACTIONS)]
        self.details = make_button(tr("Details"), tr("Show the details"), "notice_details")
        self.details.setAccessibleName(tr("Details of the notice"))
        self.close_button = QToolButton()
        self.close_button.setText("\N{MULTIPLICATION SIGN}")
        self.close_button.setObjectName("notice_close")
        self.close_button.setAccessibleName(tr("Close notice"))
        self.close_button.setToolTip(tr("Close this notice (Esc)"))
        self.close_button.setProperty("flat", True)
        self._leaving = QTimer(self, singleShot=True)
        self._leaving.timeout.connect(self.hide)
        self._lay_out()
        self._connect()
        self.hide()
        parent.installEventFilter(self)

    def show_notice(self, notice: Notice) -> None:
        self.notice = notice
        self.sentence.setText(notice.sentence)
        self.setAccessibleName(notice.sentence)
        self.details.setVisible(bool(notice.details))
        for index, button in enumerate(self.actions_):
            action = notice.actions[index] if index < len(notice.actions) else None
            button.setVisible(action is not None)
            button.setText(action.text if action else "")
            button.setAccessibleName(button.text())
            button.setToolTip(action.tip if action else "")
        self._leaving.stop()
        if not notice.is_warning:
            self._leaving.start(OFFER_MS if notice.actions else INFORMATION_MS)
        # A rule of the stylesheet reads it.
        self.setProperty("warning", notice.is_warning)
        self.style().polish(self)
        self._place()
        self.show()
        self.raise_()

    def withdraw(self, notice: Notice) -> None:
        if notice is self.notice:
            self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._place()
        return False

    def _lay_out(self) -> None:
        items = (self.sentence, *self.actions_, self.details, self.close_button)
        around = (2 * SPACING, 3, SPACING, 3)
        self.setLayout(row(*items, fills=self.sentence, margins=around))

    def _connect(self) -> None:
        self.close_button.clicked.connect(self.hide)
        for index, button in enumerate(self.actions_):
            button.clicked.connect(lambda _=False, i=index: self._on_action(i))

    def _on_action(self, index: int) -> None:
        # Hidden first: what is done may raise a notice of its own.
        self.hide()
        if self.notice is not None:
            self.notice.actions[index].run()

    def _place(self) -> None:
        area = self._over.rect()
        left, right = self._free(area)
        width = min(MAX_WIDTH, right - left)
        height = max(self.sizeHint().height(), self.heightForWidth(width))
        x = min(max(left, (area.width() - width) // 2), right - width)
        y = area.height() - height - SPACING if self._at_bottom else 2
        self.setGeometry(x, y, width, height)

    def _free(self, area: QRect) -> tuple[int, int]:
        """Return the columns in which it may lie."""
        whole = 2 * SPACING, area.width() - 2 * SPACING
        if self._between is None:
            return whole
        before, after = self._between
        left = before.mapTo(self._over, before.rect().topRight()).x() + SPACING
        right = after.mapTo(self._over, after.rect().topLeft()).x() - SPACING
        buttons = [self.details, self.close_button, *self.actions_]
        shown = [
            button.sizeHint().width() + SPACING for button in buttons if button.isVisibleTo(self)
        ]
        needed = sum(shown) + SENTENCE_WIDTH + 3 * SPACING
        return (left, right) if right - left >= needed else whole
