"""A question where it arises, instead of a dialog over everything."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from desktop_cvae.gui.theme import SPACING
from desktop_cvae.gui.widgets.card import text_label


class QuestionBar(QFrame):
    """One sentence and two buttons; hidden until something is asked. Escape is no."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._on_yes: Callable[[], None] | None = None
        self.sentence = text_label("", "warning")
        self.sentence.setWordWrap(True)
        self.sentence.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.yes, self.no = QPushButton(), QPushButton("Keep")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACING)
        layout.addWidget(self.sentence, 1)
        for button in (self.no, self.yes):
            button.setAutoDefault(False)
            layout.addWidget(button)
        self.yes.clicked.connect(lambda _=False: self._answer(True))
        self.no.clicked.connect(lambda _=False: self._answer(False))
        self.hide()

    def ask(self, sentence: str, verb: str, on_yes: Callable[[], None]) -> None:
        """Ask; an earlier question is withdrawn.

        Args:
            sentence: the question.
            verb: what the button of yes says.
            on_yes: is called if the user says yes.
        """
        self._on_yes = on_yes
        self.sentence.setText(sentence)
        self.yes.setText(verb)
        self.show()
        # The answer that does no harm is under the Space key.
        self.no.setFocus(Qt.FocusReason.OtherFocusReason)

    def withdraw(self) -> None:
        """Ask nothing any more."""
        self._on_yes = None
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape says no; the dialog stays open."""
        if event.key() == Qt.Key.Key_Escape:
            self.withdraw()
        else:
            super().keyPressEvent(event)

    def _answer(self, is_yes: bool) -> None:
        on_yes = self._on_yes
        self.withdraw()
        if is_yes and on_yes is not None:
            on_yes()
