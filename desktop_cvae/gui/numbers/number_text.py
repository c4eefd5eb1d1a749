"""The number in large digits, one cell a digit, under its picture."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_cvae.gui.numbers.digit_marks import mark_color, mark_pen
from desktop_cvae.gui.numbers.number_page import NumberPage
from desktop_cvae.gui.style import sized
from desktop_cvae.gui.theme import Theme, tabular_font

LARGER_PX, PAGE_PX = 21, 9
"""How much larger than the window's text: of a number, and of a page of numbers."""
LINES = 2
"""More lines are a page."""
UNDERLINE = 3
NAME = "The number"


class NumberText(QWidget):
    """Paints the lines; a click goes to the digit.

    Args:
        page: what is shown.
        theme: the colours.

    Signals:
        digit_picked(int): a digit was clicked.
    """

    digit_picked = Signal(int)

    def __init__(self, page: NumberPage, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("number_text")
        self.setAccessibleName(NAME)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._page, self._theme = page, theme
        self._names_shown: set[str] = set()
        self._base = self.font()
        self._set_size()
        page.answer_changed.connect(self._on_changed)
        page.corrected.connect(self._on_changed)
        page.current_changed.connect(self._on_current_changed)

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        self._theme = theme
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Long lines go on below."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Of all lines."""
        cells = self._cells(width)
        return cells[-1].bottom() + 1 if cells else self._cell_size().height()

    def sizeHint(self) -> QSize:
        """One line of ten digits."""
        cell = self._cell_size()
        return QSize(10 * cell.width(), self.heightForWidth(max(self.width(), cell.width())))

    def minimumSizeHint(self) -> QSize:
        """A few digits."""
        return QSize(4 * self._cell_size().width(), self.sizeHint().height())

    def cell(self, index: int) -> QRect:
        """Where a digit stands."""
        return self._cells(self.width())[index]

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the clicked digit."""
        place = event.position().toPoint()
        for index, cell in enumerate(self._cells(self.width())):
            if cell.contains(place):
                self.digit_picked.emit(index)
                return

    def paintEvent(self, event: QPaintEvent) -> None:
        """All digits in view."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index, cell in enumerate(self._cells(self.width())):
            if event.rect().intersects(cell):
                self._paint_digit(painter, index, cell)
        painter.end()

    def _paint_digit(self, painter: QPainter, index: int, cell: QRect) -> None:
        page, theme = self._page, self._theme
        if index == page.current:
            chosen = QColor(theme.accent)
            chosen.setAlphaF(0.18)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(chosen)
            painter.drawRoundedRect(QRectF(cell), 4, 4)
        painter.setPen(mark_color(page, index, theme, theme.text))
        painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, page.name_of(index))
        if page.is_unsure(index) or page.is_corrected(index):
            painter.setPen(mark_pen(page, index, theme, theme.text, 2))
            y = cell.bottom() - UNDERLINE
            painter.drawLine(cell.left() + 4, y, cell.right() - 4, y)

    def _cell_size(self) -> QSize:
        metrics = QFontMetrics(self.font())
        widest = max(map(metrics.horizontalAdvance, self._names_shown | {"0"}))
        return QSize(widest + 8, metrics.height() + 2 * UNDERLINE)

    def _cells(self, width: int) -> list[QRect]:
        size = self._cell_size()
        fitting = max(1, width // size.width())
        cells, y = [], 0
        for line in self._page.lines:
            for column in range(len(line.digits)):
                row, place = divmod(column, fitting)
                corner = (place * size.width(), y + row * size.height())
                cells.append(QRect(*corner, size.width(), size.height()))
            y += size.height() * -(-len(line.digits) // fitting)
        return cells

    def _set_size(self) -> None:
        larger = LARGER_PX if len(self._page.lines) <= LINES else PAGE_PX
        self.setFont(tabular_font(sized(self._base, larger, QFont.Weight.DemiBold)))

    def _on_changed(self) -> None:
        self._names_shown = set(map(self._page.name_of, range(len(self._page.digits))))
        self._set_size()
        self.setAccessibleName(f"{NAME}: {self._page.text}")
        self.updateGeometry()
        self.update()

    def _on_current_changed(self) -> None:
        self.update()
