"""The white card on which controls stand, its small parts, and a column of cards that scrolls."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop_cvae.gui.theme import SPACING, tabular_font
from desktop_cvae.gui.widgets.explained_heading import ExplainedHeading


class Card(QFrame):
    """A rounded surface with a vertical layout, 16 px inside its border."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.box = QVBoxLayout(self)
        margin = 2 * SPACING
        self.box.setContentsMargins(margin, margin - 4, margin, margin)
        self.box.setSpacing(SPACING)

    def add_section(self, title: str, right: QWidget | None = None, topic: str = "") -> QWidget:
        """Add a heading, with a widget at the other end of its line; its parent is the line.

        Args:
            title: its words.
            right: the widget.
            topic: the heading opens the card that explains this; "" for words alone.
        """
        label = ExplainedHeading(title, topic) if topic else text_label(title, "title")
        line = QWidget()
        line.setLayout(row(label, None, *([right] if right else [])))
        self.box.addWidget(line)
        return label

    def add_gap(self, stretch: int = 0) -> None:
        """Set the next section apart, by more if there is room."""
        self.box.addSpacing(SPACING)
        if stretch:
            self.box.addStretch(stretch)

    def set_framed(self, is_framed: bool) -> None:
        """Without its frame a card belongs to the card that it lies on."""
        if is_framed != (self.property("framed") is not False):
            # A rule of the stylesheet reads it.
            self.setProperty("framed", is_framed)
            self.style().polish(self)

    @property
    def inset(self) -> int:
        """How much narrower than the card its content is: margins and border."""
        margins = self.box.contentsMargins()
        return margins.left() + margins.right() + 2 * self.frameWidth()


class Rule(QFrame):
    """A hair line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rule")
        self.setFixedHeight(1)


def text_label(text: str, role: str) -> QLabel:
    """A label in one of the stylesheet's roles: ``title``, ``muted``, ``warning``."""
    label = QLabel(text)
    label.setProperty("role", role)
    return label


class ValueLabel(QLabel):
    """A number at the right of a field that is always as wide as its widest value.

    Args:
        widest: that value.
    """

    def __init__(self, widest: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._widest = widest
        self.setFont(tabular_font(self.font()))
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Room for the widest value."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self._widest) + 4, metrics.height())

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()


def row(*items: QWidget | QLayout | None, spacing: int = SPACING) -> QHBoxLayout:
    """Widgets and layouts side by side; None is a stretch."""
    layout = QHBoxLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)
    for item in items:
        if item is None:
            layout.addStretch(1)
        elif isinstance(item, QLayout):
            layout.addLayout(item)
        else:
            layout.addWidget(item)
    return layout


class Column(QScrollArea):
    """Cards one above the other.

    Args:
        width: the least width of the cards.
    """

    def __init__(self, width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumWidth(width)
        self._inner = inner = QWidget()
        inner.setObjectName("column")
        self.box = QVBoxLayout(inner)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(2 * SPACING)
        self.setWidget(inner)

    def sizeHint(self) -> QSize:
        """The cards' own."""
        return self._inner.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Low: it scrolls."""
        return QSize(self.minimumWidth(), 120)

    def fit_width(self) -> None:
        """Be as wide as the cards need beside a scroll bar; they were changed."""
        bar = self.verticalScrollBar().sizeHint().width()
        self.setMinimumWidth(self._inner.minimumSizeHint().width() + bar)
