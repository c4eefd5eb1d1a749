"""Views of a number: its picture with a box around every digit, and its text in large digits.

Both mark unsure, rejected and corrected digits alike.

Tested in tests/gui/numbers/test_numbers.py.
"""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_cvae.core.language import mark, tr
from desktop_cvae.core.results import FloatArray
from desktop_cvae.gui.numbers.number_page import NumberPage
from desktop_cvae.gui.qimage_arrays import grey_image
from desktop_cvae.gui.theme import DARK, LIGHT, Theme, current_theme, enlarge_text, tabular_font

LARGER_PX, PAGE_PX = 21, 9
"""Pixels by which the text is larger than the window's: of a number, and of a page of numbers."""
LINES = 2
"""Most lines of a number; more are a page."""
UNDERLINE = 3
NAME = mark("The number")
MARGIN = 3
"""Distance of a box from its ink, in logical pixels."""
MAX_SCALE = 4.0
LEAST_DIGIT_PX = 24
"""A picture is shown whole while its median digit has at least this height, in pixels."""


def mark_color(page: NumberPage, index: int, theme: Theme, plain: str) -> QColor:
    """Return the colour of warnings for unsure digits, the accent for corrected, else ``plain``."""
    if page.is_corrected(index):
        return QColor(theme.accent)
    return QColor(theme.warning if page.is_unsure(index) else plain)


def mark_pen(page: NumberPage, index: int, theme: Theme, plain: str, width: float) -> QPen:
    """Return a pen of the mark's colour: dashed for unsure, dotted for rejected digits.

    The patterns tell them apart without colour.
    """
    pen = QPen(mark_color(page, index, theme, plain), width)
    if page.is_rejected(index):
        pen.setStyle(Qt.PenStyle.CustomDashLine)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setDashPattern([0.1, 2.2])
    elif page.is_unsure(index):
        pen.setStyle(Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([2.5, 2.0])
    return pen


class NumberText(QWidget):
    """Paints the lines of a number.

    Args:
        page: is shown.

    Signals:
        digit_picked(int): a digit was clicked.
    """

    digit_picked = Signal(int)

    def __init__(self, page: NumberPage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("number_text")
        self.setAccessibleName(tr(NAME))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._page = page
        self._names_shown: set[str] = set()
        self.setFont(tabular_font(self.font()))
        self._set_size()
        page.answer_changed.connect(self._on_changed)
        page.corrected.connect(self._on_changed)
        page.current_changed.connect(self.update)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        cells = self._cells(width)
        return cells[-1].bottom() + 1 if cells else self._cell_size().height()

    def sizeHint(self) -> QSize:
        cell = self._cell_size()
        return QSize(10 * cell.width(), self.heightForWidth(max(self.width(), cell.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(4 * self._cell_size().width(), self.sizeHint().height())

    def cell(self, index: int) -> QRect:
        return self._cells(self.width())[index]

    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        for index, cell in enumerate(self._cells(self.width())):
            if cell.contains(point):
                self.digit_picked.emit(index)
                return

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index, cell in enumerate(self._cells(self.width())):
            if event.rect().intersects(cell):
                self._paint_digit(painter, index, cell)
        painter.end()

    def _paint_digit(self, painter: QPainter, index: int, cell: QRect) -> None:
        page, theme = self._page, current_theme()
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
                row, across = divmod(column, fitting)
                corner = (across * size.width(), y + row * size.height())
                cells.append(QRect(*corner, size.width(), size.height()))
            y += size.height() * -(-len(line.digits) // fitting)
        return cells

    def _set_size(self) -> None:
        larger = LARGER_PX if len(self._page.lines) <= LINES else PAGE_PX
        enlarge_text(self, larger, QFont.Weight.DemiBold)

    def _on_changed(self) -> None:
        self._names_shown = set(map(self._page.name_of, range(len(self._page.digits))))
        self._set_size()
        self.setAccessibleName(f"{tr(NAME)}: {self._page.text}")
        self.updateGeometry()
        self.update()


class PagePicture(QWidget):
    """Paints the picture to scale, with boxes around its digits.

    Args:
        page: is shown.

    Signals:
        digit_picked(int): a box was clicked.
    """

    digit_picked = Signal(int)

    def __init__(self, page: NumberPage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page_picture")
        self.setAccessibleName(tr("The picture, with a box around every digit"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._page = page
        self._picture: QImage | None = None
        self._theme = LIGHT
        self._rendered: QPixmap | None = None
        self._scale = 1.0
        page.current_changed.connect(self.update)
        page.corrected.connect(self.update)
        page.answer_changed.connect(self.update)

    def set_picture(self, picture: FloatArray | None) -> None:
        """Show a picture, float32, (H, W), in [0, 1], or none."""
        self._picture, self._rendered = None, None
        if picture is not None:
            self._picture = grey_image(picture)
            # The boxes suit the picture's background, not the window's theme.
            self._theme = LIGHT if float(np.median(picture[::8, ::8])) > 0.5 else DARK
        self.update()

    def fit(self, room: QSize) -> None:
        """Scale the picture to fit; a page, whose digits would be too small, only in width."""
        if self._picture is None:
            return
        width, height = self._picture.width(), self._picture.height()
        across, down = room.width() / width, room.height() / height
        heights = [digit.box.height for digit in self._page.digits]
        is_page = bool(heights) and float(np.median(heights)) * down < LEAST_DIGIT_PX
        self._scale = min(across if is_page else down, across, MAX_SCALE)
        self.setFixedSize(max(1, round(width * self._scale)), max(1, round(height * self._scale)))
        self._rendered = None
        self.update()

    def box_at(self, index: int) -> QRectF:
        """Return a digit's box in the widget's pixels."""
        around = QRectF(*(side * self._scale for side in self._page.digits[index].box))
        margin = min(MARGIN, around.width() / 4 + 1)
        return around.adjusted(-margin, -margin, margin, margin)

    def digit_at(self, point: QPointF) -> int | None:
        """Return the digit at a point; of overlapping boxes, the one with the nearest middle."""
        boxes = [self.box_at(index) for index in range(len(self._page.digits))]
        hit = [index for index, box in enumerate(boxes) if box.contains(point)]
        gaps = {n: (boxes[n].center() - point).manhattanLength() for n in hit}
        return min(gaps, key=gaps.__getitem__) if gaps else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        is_over = self.digit_at(event.position()) is not None
        shape = Qt.CursorShape.PointingHandCursor if is_over else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.digit_at(event.position())
        if index is not None and event.button() is Qt.MouseButton.LeftButton:
            self.digit_picked.emit(index)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._picture is None:
            return
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._scaled_picture(self._picture))
        painter.setPen(QPen(QColor(self._theme.border), 1))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        page, theme = self._page, self._theme
        marked = [n for n in range(len(page.digits)) if page.is_unsure(n) or page.is_corrected(n)]
        for index in range(len(page.digits)):
            if index != page.current:
                self._paint_halo(painter, index)
                painter.setPen(mark_pen(page, index, theme, theme.muted, 1.5))
                painter.drawRoundedRect(self.box_at(index), 3, 3)
        if page.current is not None:
            self._paint_current(painter, page.current)
        for index in marked:
            self._paint_tag(painter, index)
        painter.end()

    def _paint_halo(self, painter: QPainter, index: int) -> None:
        """Paint a light border in the paper's colour, so that boxes show on grey photographs."""
        halo = QColor(self._theme.paper)
        halo.setAlphaF(0.55)
        painter.setPen(QPen(halo, 4))
        painter.drawRoundedRect(self.box_at(index), 3, 3)

    def _paint_current(self, painter: QPainter, index: int) -> None:
        self._paint_halo(painter, index)
        fill = QColor(self._theme.accent)
        fill.setAlphaF(0.14)
        painter.setBrush(fill)
        painter.setPen(QPen(QColor(self._theme.accent), 2.5 if self.hasFocus() else 2))
        painter.drawRoundedRect(self.box_at(index), 3, 3)

    def _paint_tag(self, painter: QPainter, index: int) -> None:
        """Paint a marked digit's name on the corner of its box."""
        name, box, metrics = self._page.name_of(index), self.box_at(index), self.fontMetrics()
        width = max(metrics.horizontalAdvance(name) + 8, metrics.height())
        tag = QRectF(box.right() - width / 2, box.top() - 7, width, metrics.height())
        tag.moveRight(min(tag.right(), self.width() - 1.0))
        tag.moveTop(max(tag.top(), 1.0))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(mark_color(self._page, index, self._theme, self._theme.muted))
        painter.drawRoundedRect(tag, 4, 4)
        painter.setPen(QColor(self._theme.on_accent))
        painter.drawText(tag, Qt.AlignmentFlag.AlignCenter, name)

    def _scaled_picture(self, picture: QImage) -> QPixmap:
        if self._rendered is None:
            ratio = self.devicePixelRatioF()
            size = QSize(round(self.width() * ratio), round(self.height() * ratio))
            smooth = Qt.TransformationMode.SmoothTransformation
            whole = Qt.AspectRatioMode.IgnoreAspectRatio
            self._rendered = QPixmap.fromImage(picture.scaled(size, whole, smooth))
            self._rendered.setDevicePixelRatio(ratio)
        return self._rendered
