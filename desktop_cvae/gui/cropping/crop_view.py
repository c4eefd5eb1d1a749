"""A picture with a crop frame, moved and resized by mouse and keys.

Tested in tests/gui/cropping/test_crop_dialog.py.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_cvae.core.language import tr
from desktop_cvae.gui.controls import ARROW_STEPS
from desktop_cvae.gui.theme import current_theme
from desktop_cvae.gui.widgets.painted_view import PaintedView
from desktop_cvae.pictures.cropping import Crop

PREVIEW_PX = 1000
HANDLE_PX, REACH_PX = 10, 14
"""Side of a handle, and distance at which it is grabbed, in pixels."""
LEAST_FRACTION = 0.02
STEP, FINE_STEP = 0.02, 0.002
"""Steps of an arrow key, as fractions of the picture."""
GRIPS = [(x, y) for x in (-1, 0, 1) for y in (-1, 0, 1) if x or y]
"""Sides and corners of the frame: left (−1) or right (1), top (−1) or bottom (1)."""
SHADE = QColor(0, 0, 0, 140)
Shift, Control = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


class CropView(PaintedView):
    """Shows the picture and its frame, which is kept in fractions of the turned picture's box.

    Arrow keys move it, with Shift they stretch it, with Ctrl in fine steps.

    Args:
        image: the picture; a large one is shown in few enough pixels to follow the mouse.

    Signals:
        changed: the frame or the rotation has changed.
    """

    SIZE = QSize(560, 400)
    LEAST_SIZE = QSize(200, 150)

    changed = Signal()

    def __init__(self, image: QImage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("crop_view")
        self.setAccessibleName(tr("Picture with the frame of the part to read"))
        self.setAccessibleDescription(tr("Arrow keys move the frame; with Shift, they resize it."))
        self.setToolTip(tr("Drag the frame, its sides or corners; or draw a new one"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._full = QSizeF(image.size())
        smooth = Qt.TransformationMode.SmoothTransformation
        is_large = max(image.width(), image.height()) > PREVIEW_PX
        keep = Qt.AspectRatioMode.KeepAspectRatio
        self._image = image.scaled(PREVIEW_PX, PREVIEW_PX, keep, smooth) if is_large else image
        self.crop = Crop()
        self._grip: tuple[int, int] | None = None
        self._pressed = QPointF()
        self._before = QRectF()

    def turn(self, quarters: int) -> None:
        """Turn picture and frame by 90°, clockwise or back."""
        box = self._frame()
        for _ in range(quarters % 4):
            box = QRectF(1 - box.bottom(), box.x(), box.height(), box.width())
        turned = replace(self.crop, quarter_turns=(self.crop.quarter_turns + quarters) % 4)
        self._set(turned, box)

    def set_angle(self, degrees: float) -> None:
        self._set(replace(self.crop, angle_degrees=degrees), self._frame())

    def show_whole(self) -> None:
        self._set(Crop(), QRectF(0, 0, 1, 1))

    def chosen_pixels(self) -> QSize:
        across, down = self.crop.turned_size(self._full.width(), self._full.height())
        return QSize(round(self.crop.width * across), round(self.crop.height * down))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        arrow = ARROW_STEPS.get(Qt.Key(event.key()))
        if arrow is None:
            super().keyPressEvent(event)
            return
        step = FINE_STEP if event.modifiers() & Control else STEP
        box, dx, dy = self._frame(), arrow[0] * step, arrow[1] * step
        if event.modifiers() & Shift:
            box.setSize(QSizeF(box.width() + dx, box.height() + dy))
            self._set(self.crop, _inside(box))
        else:
            self._set(self.crop, _moved(box, QPointF(dx, dy)))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        self._pressed, self._before = self._fraction(event.position()), self._frame()
        self._grip = self._grip_at(event.position())
        if self._grip is None:
            self._before = QRectF(self._pressed, QSizeF(0, 0))
            self._grip = (1, 1)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not event.buttons() & Qt.MouseButton.LeftButton or self._grip is None:
            self.setCursor(_cursor(self._grip_at(event.position())))
            return
        offset = self._fraction(event.position()) - self._pressed
        if self._grip == (0, 0):
            self._set(self.crop, _moved(self._before, offset))
            return
        box = QRectF(self._before)
        across, down = self._grip
        left, right = (offset.x() if across == side else 0.0 for side in (-1, 1))
        top, bottom = (offset.y() if down == side else 0.0 for side in (-1, 1))
        self._set(self.crop, _inside(box.adjusted(left, top, right, bottom).normalized()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grip = None

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        area, frame = self._area(), self._in_widget(self._frame())
        painter.save()
        painter.setClipRect(area)
        painter.fillRect(area, QColor(current_theme().raised))
        painter.translate(area.center())
        painter.rotate(90 * self.crop.quarter_turns + self.crop.angle_degrees)
        scale = self._scale() * self._full.width() / self._image.width()
        painter.scale(scale, scale)
        painter.drawImage(QPointF(-self._image.width() / 2, -self._image.height() / 2), self._image)
        painter.restore()
        outside = QPainterPath()
        outside.addRect(area)
        outside.addRect(frame)
        # Where the two overlap is not filled: a path's rule is odd-even unless it is changed.
        painter.fillPath(outside, SHADE)
        self._draw_frame(painter, frame)

    def _draw_frame(self, painter: QPainter, frame: QRectF) -> None:
        painter.setPen(QPen(QColor(255, 255, 255, 110), 1))
        for third in (1 / 3, 2 / 3):
            x, y = frame.x() + third * frame.width(), frame.y() + third * frame.height()
            painter.drawLine(QPointF(x, frame.top()), QPointF(x, frame.bottom()))
            painter.drawLine(QPointF(frame.left(), y), QPointF(frame.right(), y))
        accent = QColor(current_theme().accent)
        painter.setPen(QPen(accent, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(frame)
        painter.setPen(QPen(accent, 1.5))
        painter.setBrush(QColor(current_theme().surface))
        for grip in GRIPS:
            center = _grip_position(frame, grip)
            corner = center - QPointF(HANDLE_PX / 2, HANDLE_PX / 2)
            painter.drawRect(QRectF(corner, QSizeF(HANDLE_PX, HANDLE_PX)))

    def _set(self, crop: Crop, box: QRectF) -> None:
        self.crop = replace(crop, left=box.x(), top=box.y(), width=box.width(), height=box.height())
        self.update()
        self.changed.emit()

    def _frame(self) -> QRectF:
        return QRectF(self.crop.left, self.crop.top, self.crop.width, self.crop.height)

    def _scale(self) -> float:
        across, down = self.crop.turned_size(self._full.width(), self._full.height())
        room = QSizeF(self.width() - HANDLE_PX, self.height() - HANDLE_PX)
        return min(room.width() / across, room.height() / down)

    def _area(self) -> QRectF:
        across, down = self.crop.turned_size(self._full.width(), self._full.height())
        size = QSizeF(across, down) * self._scale()
        area = QRectF(QPointF(), size)
        area.moveCenter(QRectF(self.rect()).center())
        return area

    def _in_widget(self, box: QRectF) -> QRectF:
        area = self._area()
        corner = area.topLeft() + QPointF(box.x() * area.width(), box.y() * area.height())
        return QRectF(corner, QSizeF(box.width() * area.width(), box.height() * area.height()))

    def _fraction(self, position: QPointF) -> QPointF:
        area = self._area()
        x = (position.x() - area.x()) / area.width()
        y = (position.y() - area.y()) / area.height()
        return QPointF(min(max(x, 0.0), 1.0), min(max(y, 0.0), 1.0))

    def _grip_at(self, position: QPointF) -> tuple[int, int] | None:
        """Return a side or corner as (−1, 0 or 1, …), (0, 0) for the inside, None outside."""
        frame = self._in_widget(self._frame())
        for grip in GRIPS:
            offset = position - _grip_position(frame, grip)
            if max(abs(offset.x()), abs(offset.y())) <= REACH_PX:
                return grip
        # A frame around everything would leave no room for a new one.
        is_whole = self.crop.width > 0.99 and self.crop.height > 0.99
        return (0, 0) if frame.contains(position) and not is_whole else None


def _grip_position(frame: QRectF, grip: tuple[int, int]) -> QPointF:
    x = frame.center().x() + grip[0] * frame.width() / 2
    return QPointF(x, frame.center().y() + grip[1] * frame.height() / 2)


def _inside(box: QRectF) -> QRectF:
    """Return the part of a frame on the picture, large enough to be grabbed again."""
    left, top = (min(max(at, 0.0), 1 - LEAST_FRACTION) for at in (box.left(), box.top()))
    width = max(min(box.right(), 1.0) - left, LEAST_FRACTION)
    return QRectF(left, top, width, max(min(box.bottom(), 1.0) - top, LEAST_FRACTION))


def _moved(box: QRectF, offset: QPointF) -> QRectF:
    x = min(max(box.x() + offset.x(), 0.0), 1 - box.width())
    y = min(max(box.y() + offset.y(), 0.0), 1 - box.height())
    return QRectF(x, y, box.width(), box.height())


def _cursor(grip: tuple[int, int] | None) -> Qt.CursorShape:
    if grip is None:
        return Qt.CursorShape.CrossCursor
    if grip == (0, 0):
        return Qt.CursorShape.SizeAllCursor
    if 0 in grip:
        return Qt.CursorShape.SizeHorCursor if grip[0] else Qt.CursorShape.SizeVerCursor
    is_falling = grip[0] == grip[1]
    return Qt.CursorShape.SizeFDiagCursor if is_falling else Qt.CursorShape.SizeBDiagCursor
