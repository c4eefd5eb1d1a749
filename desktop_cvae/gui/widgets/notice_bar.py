"""One sentence over the model's strip, with details and a way to close it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QWidget,
)

from desktop_cvae.gui.theme import SPACING, Theme
from desktop_cvae.gui.values import Notice

INFORMATION_MS = 8000
MAX_WIDTH = 640


class NoticeBar(QFrame):
    """Floats over its parent, so that nothing moves when it comes and goes.

    A warning stays until it is closed or replaced; information leaves by itself.
    """

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.setObjectName("notice")
        self.notice: Notice | None = None
        self.sentence = QLabel()
        self.sentence.setObjectName("notice_sentence")
        self.sentence.setWordWrap(True)
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.details = QPushButton("Details")
        self.details.setObjectName("notice_details")
        self.details.setAccessibleName("Details of the notice")
        self.details.setToolTip("Show what exactly happened")
        self.close_button = QToolButton()
        self.close_button.setText("\N{MULTIPLICATION SIGN}")
        self.close_button.setObjectName("notice_close")
        self.close_button.setAccessibleName("Close notice")
        self.close_button.setToolTip("Close this notice (Esc)")
        self.close_button.setProperty("flat", True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2 * SPACING, 3, SPACING, 3)
        layout.setSpacing(SPACING)
        layout.addWidget(self.sentence, 1)
        layout.addWidget(self.details)
        layout.addWidget(self.close_button)
        self._leaving = QTimer(self)
        self._leaving.setSingleShot(True)
        self._leaving.setInterval(INFORMATION_MS)
        self._leaving.timeout.connect(self.hide)
        self.close_button.clicked.connect(self.hide)
        self.set_theme(theme)
        self.hide()
        parent.installEventFilter(self)

    def show_notice(self, notice: Notice) -> None:
        """Show a notice in place of the last one."""
        self.notice = notice
        self.sentence.setText(notice.sentence)
        self.setAccessibleName(notice.sentence)
        self.details.setVisible(bool(notice.details))
        self._leaving.stop()
        if not notice.is_warning:
            self._leaving.start()
        self._color()
        self._place()
        self.show()
        self.raise_()

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        self._theme = theme
        self._color()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in place when the parent's size changes."""
        if event.type() is QEvent.Type.Resize:
            self._place()
        return False

    def _color(self) -> None:
        theme = self._theme
        edge = theme.warning if self.notice is None or self.notice.is_warning else theme.accent
        self.setStyleSheet(
            f"QFrame#notice {{ background: {theme.surface}; border: 1px solid {edge};"
            " border-radius: 8px; }"
        )

    def _place(self) -> None:
        area = self._over.rect()
        width = min(MAX_WIDTH, area.width() - 4 * SPACING)
        height = max(self.sizeHint().height(), self.heightForWidth(width))
        x = (area.width() - width) // 2
        self.setGeometry(x, 2, width, height)
