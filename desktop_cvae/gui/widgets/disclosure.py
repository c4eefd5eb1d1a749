"""A heading that folds and unfolds what is seldom needed.

Tested in tests/gui/widgets/test_disclosure.py.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton, QWidget

from desktop_cvae.core.language import tr


class Disclosure(QToolButton):
    """A heading that folds and unfolds its content, and names values that are not the usual ones.

    Args:
        text: the heading.
        content: hidden while folded, as it is at first.
    """

    def __init__(self, text: str, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content, self._heading = content, text
        self.setObjectName("disclosure")
        self.setToolTip(tr("Show or hide"))
        self.setCheckable(True)
        self.setProperty("flat", True)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.toggled.connect(self._on_toggled)
        self.show_changed("")
        self._on_toggled(False)

    def show_changed(self, values: str) -> None:
        """Show values that differ from the usual ones beside the heading; "" for none."""
        text = f"{self._heading}: {values}" if values else self._heading
        self.setText(text)
        self.setAccessibleName(text)

    def _on_toggled(self, is_open: bool) -> None:
        self.setArrowType(Qt.ArrowType.DownArrow if is_open else Qt.ArrowType.RightArrow)
        self.setAccessibleDescription(tr("unfolded") if is_open else tr("folded"))
        self._content.setVisible(is_open)
