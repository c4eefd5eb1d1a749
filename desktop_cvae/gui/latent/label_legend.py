"""The labels' names and colours: the pointer makes one stand out, a click hides it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_cvae.core.language import tr
from desktop_cvae.gui.accessibility import Part
from desktop_cvae.gui.theme import current_theme, label_color, tabular_font

CHIP_PX = 26
GAP_PX = 1
DOT_PX = 9
SIDE_PX = 6
TEXT_GAP_PX = 4
"""Gap between dot and name; ten digits fit in one row of the narrowest panel."""
_RIGHT_TO_LEFT = Qt.LayoutDirection.RightToLeft
# Absolute: the dot is at the left in every direction of writing.
_TEXT_FLAGS = (
    Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
)


class LabelLegend(QWidget):
    """Chips of dot and name, in as many rows as they need.

    Signals:
        changed: ``hidden`` or ``highlighted`` is another.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._names: tuple[str, ...] = ()
        self._hidden: frozenset[int] = frozenset()
        self._hovered: int | None = None
        self._current = 0
        self.setMouseTracking(True)
        self.setFont(tabular_font(self.font()))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(tr("Labels"))
        self.setToolTip(
            tr(
                "Point at a label to see its digits; "
                "click to hide them, Shift+click to see only them"
            )
        )
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def hidden(self) -> frozenset[int]:
        return self._hidden

    @property
    def highlighted(self) -> int | None:
        """The label that stands out: under the pointer, or current with the keyboard."""
        label = self._hovered
        if label is None and self.hasFocus() and self._names:
            label = self._current
        return None if label in self._hidden else label

    def set_names(self, names: Sequence[str]) -> None:
        """Set the labels' names by index; all are shown."""
        if tuple(names) != self._names:
            self._names = tuple(names)
            self._current, self._hovered = 0, None
            self.updateGeometry()
        self.set_hidden(frozenset())

    def set_hidden(self, hidden: frozenset[int]) -> None:
        """Show which labels are hidden, without telling."""
        self._hidden = hidden
        self.update()

    def chip_rects(self, width: int) -> list[QRectF]:
        """Return the chips' rectangles in a legend of that width."""
        rects, x, y = [], 0.0, 0.0
        for name in self._names:
            needed = self._chip_width(name)
            if x > 0 and x + needed > width:
                x, y = 0.0, y + CHIP_PX + GAP_PX
            left = width - x - needed if self.layoutDirection() == _RIGHT_TO_LEFT else x
            rects.append(QRectF(left, y, needed, CHIP_PX))
            x += needed + GAP_PX
        return rects

    def told_parts(self) -> list[Part]:
        chips = zip(self._names, self.chip_rects(self.width()), strict=True)
        return [
            Part(self._told(index), rect.toAlignedRect(), index == self._current)
            for index, (_, rect) in enumerate(chips)
        ]

    def heightForWidth(self, width: int) -> int:
        rects = self.chip_rects(width)
        return round(rects[-1].bottom()) if rects else 0

    def sizeHint(self) -> QSize:
        return QSize(360, self.heightForWidth(360))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, CHIP_PX if self._names else 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index, rect in enumerate(self.chip_rects(self.width())):
            self._paint_chip(painter, rect, index)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._index_at(event))

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Hide or show the label; with Shift, all others."""
        index = self._index_at(event)
        if index is not None:
            self._toggle(index, event.modifiers())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move, Enter hides or shows, with Shift all others; other keys are the window's."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        key = Qt.Key(event.key())
        if key in steps and self._names:
            self._current = (self._current + steps[key]) % len(self._names)
            self._describe()
            self.update()
            self.changed.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._names:
            self._toggle(self._current, event.modifiers())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()
        self.changed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()
        self.changed.emit()

    def _toggle(self, index: int, modifiers: Qt.KeyboardModifier) -> None:
        self._current = index
        if modifiers & Qt.KeyboardModifier.ShiftModifier:
            others = frozenset(range(len(self._names))) - {index}
            self._hidden = frozenset() if self._hidden == others else others
        else:
            self._hidden ^= {index}
        self._describe()
        self.update()
        self.changed.emit()

    def _describe(self) -> None:
        self.setAccessibleDescription(self._told(self._current))

    def _told(self, index: int) -> str:
        return (
            tr("{name}, hidden", name=self._names[index])
            if index in self._hidden
            else self._names[index]
        )

    def _hover(self, index: int | None) -> None:
        if index != self._hovered:
            self._hovered = index
            self.update()
            self.changed.emit()

    def _index_at(self, event: QMouseEvent) -> int | None:
        rects = self.chip_rects(self.width())
        at = event.position()
        return next((k for k, rect in enumerate(rects) if rect.contains(at)), None)

    def _chip_width(self, name: str) -> int:
        return self.fontMetrics().horizontalAdvance(name) + DOT_PX + TEXT_GAP_PX + 2 * SIDE_PX

    def _paint_chip(self, painter: QPainter, rect: QRectF, index: int) -> None:
        theme, is_hidden = current_theme(), index in self._hidden
        frame = rect.adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(Qt.PenStyle.NoPen)
        if index == self._hovered:
            painter.setBrush(QColor(theme.raised))
        if self.hasFocus() and index == self._current:
            painter.setPen(QPen(QColor(theme.accent), 2))
        painter.drawRoundedRect(frame, CHIP_PX / 2, CHIP_PX / 2)
        # A hidden label's dot is hollow and its name struck out: not by colour alone.
        dot = QRectF(rect.left() + SIDE_PX, rect.center().y() - DOT_PX / 2, DOT_PX, DOT_PX)
        color = label_color(index)
        painter.setPen(QPen(color, 1.5) if is_hidden else Qt.PenStyle.NoPen)
        painter.setBrush(Qt.BrushStyle.NoBrush if is_hidden else color)
        painter.drawEllipse(dot.adjusted(1, 1, -1, -1) if is_hidden else dot)
        font = self.font()
        font.setStrikeOut(is_hidden)
        painter.setFont(font)
        painter.setPen(QColor(theme.muted if is_hidden else theme.text))
        text = rect.adjusted(SIDE_PX + DOT_PX + TEXT_GAP_PX, 0, 0, 0)
        painter.drawText(text, _TEXT_FLAGS, self._names[index])
