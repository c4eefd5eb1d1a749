"""Cards, their small parts, and a scrolling column of cards.

The cards are tested in tests/gui/test_dialog_sizes.py, the rest in tests/gui/widgets/test_card.py.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias, TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLayoutItem,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import invalidate

from desktop_cvae.gui.theme import SPACING, tabular_font
from desktop_cvae.gui.widgets.explained_heading import ExplainedHeading

Item: TypeAlias = QWidget | QLayout | int | None
Box = TypeVar("Box", bound=QBoxLayout)
NO_MARGINS = (0, 0, 0, 0)


class Card(QFrame):
    """A rounded surface with a vertical layout, 16 px inside its border."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        margin = 2 * SPACING
        self.box = column(margins=(margin, margin - 4, margin, margin))
        self.setLayout(self.box)

    def add_section(self, title: str, right: QWidget | None = None, topic: str = "") -> QWidget:
        """Add a heading, with a widget at the other end of its line; return the heading.

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
        """Add a gap before the next section, with a stretch if given."""
        self.box.addSpacing(SPACING)
        if stretch:
            self.box.addStretch(stretch)

    def set_framed(self, is_framed: bool) -> None:
        if is_framed != (self.property("framed") is not False):
            # A rule of the stylesheet reads it.
            self.setProperty("framed", is_framed)
            self.style().polish(self)

    @property
    def inset(self) -> int:
        """Pixels by which the content is narrower than the card."""
        margins = self.box.contentsMargins()
        return margins.left() + margins.right() + 2 * self.frameWidth()


class Rule(QFrame):
    """A hairline."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("rule")
        self.setFixedHeight(1)


def text_label(
    text: str, role: str, *, wraps: bool = False, name: str = "", buddy: QWidget | None = None
) -> QLabel:
    """Return a label in one of the stylesheet's roles: ``title``, ``muted``, ``warning``.

    Args:
        text: shown on it.
        role: "" for plain text.
        wraps: long text takes several lines.
        name: the object name.
        buddy: the control that it names.
    """
    label = QLabel(text)
    label.setProperty("role", role)
    label.setWordWrap(wraps)
    label.setObjectName(name)
    if buddy is not None:
        label.setBuddy(buddy)
    return label


def caption_of(field: QWidget) -> QLabel:
    """Return the label of a field, which screen readers call the same."""
    return text_label(field.accessibleName(), "muted", buddy=field)


class ValueLabel(QLabel):
    """A right-aligned number in a field as wide as its widest value.

    Args:
        widest: that value.
    """

    def __init__(self, widest: str) -> None:
        super().__init__()
        self._widest = widest
        self.setFont(tabular_font(self.font()))
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self._widest) + 4, metrics.height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


def items_of(layout: QLayout) -> Iterator[QLayoutItem]:
    """Yield the items of a layout, each of which is valid until the next.

    Qt deletes an item when its widget moves to another layout. Shiboken is not told, and its record
    of the item ends the program in ``releaseWrapper`` when another object gets the same address.
    """
    for index in range(layout.count()):
        item = layout.itemAt(index)
        if item is not None:
            yield item
            # A layout in a layout is an item itself, of which Shiboken is told.
            if not isinstance(item, QLayout):
                invalidate(item)


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and the layouts in it.

    The widgets are hidden at once and deleted with the next event: one of them may have been
    clicked just now. What was moved to another layout before is not touched.
    """
    while (item := layout.takeAt(0)) is not None:
        if (inner := item.layout()) is not None:
            clear(inner)
        elif (widget := item.widget()) is not None:
            # Deleted later, since the click that empties the layout may come from it; until then it
            # would be seen in the corner.
            widget.hide()
            widget.deleteLater()


def row(
    *items: Item,
    spacing: int = SPACING,
    margins: tuple[int, int, int, int] = NO_MARGINS,
    fills: QWidget | QLayout | None = None,
) -> QHBoxLayout:
    """Return a layout of widgets and layouts side by side.

    Args:
        items: from left to right; None is a stretch, a number a gap of so many pixels.
        spacing: pixels between two items.
        margins: pixels left, above, right and below.
        fills: the item that takes the room that is left.
    """
    return _filled(QHBoxLayout(), items, spacing, margins, fills)


def column(
    *items: Item,
    spacing: int = SPACING,
    margins: tuple[int, int, int, int] = NO_MARGINS,
    fills: QWidget | QLayout | None = None,
) -> QVBoxLayout:
    """Return a layout of items one above the other, otherwise like :func:`row`."""
    return _filled(QVBoxLayout(), items, spacing, margins, fills)


def _filled(
    layout: Box,
    items: Iterable[Item],
    spacing: int,
    margins: tuple[int, int, int, int],
    fills: QWidget | QLayout | None,
) -> Box:
    layout.setContentsMargins(*margins)
    layout.setSpacing(spacing)
    for item in items:
        if item is None:
            layout.addStretch(1)
        elif isinstance(item, int):
            layout.addSpacing(item)
        elif isinstance(item, QLayout):
            layout.addLayout(item, int(item is fills))
        else:
            layout.addWidget(item, int(item is fills))
    return layout


def scrolling(content: QWidget) -> QScrollArea:
    """Return a frameless area that scrolls the content on small screens."""
    content.setObjectName("column")
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setWidget(content)
    return area


class Column(QScrollArea):
    """Cards one above the other.

    Args:
        width: the least width of the cards.
    """

    def __init__(self, width: int) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumWidth(width)
        self._inner = inner = QWidget()
        inner.setObjectName("column")
        self.box = column(spacing=2 * SPACING)
        inner.setLayout(self.box)
        self.setWidget(inner)

    def sizeHint(self) -> QSize:
        return self._inner.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(self.minimumWidth(), 120)

    def fit_width(self) -> None:
        """Fit the width to the changed cards and a scroll bar."""
        bar = self.verticalScrollBar().sizeHint().width()
        self.setMinimumWidth(self._inner.minimumSizeHint().width() + bar)
