"""The window's columns: the input or a number's card, the answer, what the model makes of it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QWidget

from desktop_cvae.gui.theme import SPACING

STRETCH = (10, 13, 13)
NUMBER_STRETCH = 23
"""A number's card takes the room of the first and the last column."""
LEAST_WIDTH, LEAST_HEIGHT = 240, 160


class Columns(QScrollArea):
    """Three columns side by side, scrolled where the window is too small for them.

    Args:
        input_column: left; makes room for a number's card.
        answer: in the middle; always seen.
        results: right; makes room for a number's card.
    """

    def __init__(self, input_column: QWidget, answer: QWidget, results: QWidget) -> None:
        super().__init__()
        self._single = [input_column, results]
        self._number: QWidget | None = None
        columns = QWidget()
        columns.setObjectName("column")
        self._across = QHBoxLayout(columns)
        self._across.setContentsMargins(2 * SPACING, SPACING, 2 * SPACING, SPACING)
        self._across.setSpacing(2 * SPACING)
        for widget, stretch in zip((input_column, answer, results), STRETCH, strict=True):
            self._across.addWidget(widget, stretch)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setWidget(columns)
        self.setMinimumSize(LEAST_WIDTH, LEAST_HEIGHT)

    def add_number(self, view: QWidget) -> None:
        """Give a number's card its place; it is hidden at first."""
        view.hide()
        self._number = view
        self._across.insertWidget(0, view, NUMBER_STRETCH)
        _put_first(view, self._single[0])

    def show_number(self, *, is_shown: bool) -> None:
        """Show a number's card instead of input and results, or those again."""
        assert self._number is not None
        shown, hidden = [self._number], self._single
        if not is_shown:
            shown, hidden = hidden, shown
        # These go first, so that the window is never asked for the room of all.
        for widget in hidden:
            widget.hide()
        for widget in shown:
            widget.show()


def _put_first(view: QWidget, following: QWidget) -> None:
    """Let the Tab key come to ``view`` before ``following``, though it was added later."""
    window = view.window()
    before = following.previousInFocusChain()
    while before is not None and not _takes_focus(before, window):
        before = before.previousInFocusChain()
    for part in view.findChildren(QWidget):
        if before is not None and _takes_focus(part, window):
            QWidget.setTabOrder(before, part)
            before = part


def _takes_focus(widget: QWidget, window: QWidget) -> bool:
    """True for what Qt lets be chained: not a list that drops down, a window of its own."""
    return widget.focusPolicy() is not Qt.FocusPolicy.NoFocus and widget.window() is window
