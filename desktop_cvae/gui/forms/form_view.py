"""The page of a form, on which the boxes of its fields are drawn, moved and resized.

Tested in tests/gui/forms/test_form_dialog.py.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from desktop_cvae.core.language import mark, tr
from desktop_cvae.gui.controls import ARROW_STEPS
from desktop_cvae.gui.forms.form_draft import FormDraft
from desktop_cvae.gui.theme import current_theme
from desktop_cvae.gui.widgets.painted_view import PaintedView, paint_message
from desktop_cvae.pictures.registration import ShareBox

HANDLE_PX, REACH_PX = 8, 10
"""Side of a handle, and distance from which it can be grabbed."""
LEAST_DRAG_PX = 6
STEP, FINE_STEP = 0.01, 0.001
"""Fractions of the page by which an arrow key moves or resizes a box."""
NEW_BOX = (0.35, 0.45, 0.3, 0.05)
MOST_ZOOM = 4.0
PAPER = QColor("#ffffff")
WELCOME = mark(
    "Open an empty form, as a scan or a PDF file. Then draw a box around each of its fields."
)
Shift, Control = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
_GRIPS = [(x, y) for x in (-1, 0, 1) for y in (-1, 0, 1) if x or y]
Grip = tuple[int, int]


class FormView(PaintedView):
    """Draws and edits the boxes of a form.

    Arrow keys move the selected box, with Shift they resize it, with Ctrl in fine steps. Insert
    adds a box in the middle, Delete removes it, Page Up and Page Down select another one. Ctrl and
    the wheel, + and − zoom about the middle of the selected box.

    Args:
        draft: the fields.
    """

    SIZE = QSize(520, 560)
    LEAST_SIZE = QSize(220, 200)

    def __init__(self, draft: FormDraft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("form_view")
        self.setAccessibleName(tr("The sample form with the boxes of its fields"))
        self.setAccessibleDescription(
            tr(
                "Arrow keys move the box; with Shift, they resize it. Insert adds a box, Delete "
                "removes it, Page Up and Page Down select another."
            )
        )
        self.setToolTip(tr("Draw a box around each field; drag the box, its sides or its corners"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.readings: Mapping[str, tuple[str, bool]] = {}
        self._draft = draft
        self._image: QImage | None = None
        self._zoom, self._middle = 1.0, QPointF(0.5, 0.5)
        self._grip: Grip | None = None
        self._pressed: QPointF | None = None
        self._drawn: QRectF | None = None
        self._before = QRectF()
        draft.changed.connect(self.update)

    def show_page(self, image: QImage | None) -> None:
        """Show a page; None shows the welcome text."""
        self._image = image
        self._zoom, self._middle = 1.0, QPointF(0.5, 0.5)
        self.update()

    def show_readings(self, readings: Mapping[str, tuple[str, bool]]) -> None:
        """Show beside the boxes what was read in them, by field, and whether it is doubtful."""
        self.readings = readings
        self.update()

    def zoom(self, factor: float) -> None:
        field = self._draft.field
        if self._zoom == 1.0 and field is not None:
            x, y, width, height = field.share_box
            self._middle = QPointF(x + width / 2, y + height / 2)
        self._zoom = min(max(self._zoom * factor, 1.0), MOST_ZOOM)
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        turns = event.angleDelta().y() / 120
        if event.modifiers() & Control:
            self._middle = self._on_page(event.position())
            self.zoom(1.25**turns)
        elif self._zoom > 1:
            self._middle -= QPointF(0, 0.1 * turns / self._zoom)
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in ARROW_STEPS and self._draft.field is not None:
            self._push(*ARROW_STEPS[key], event.modifiers())
        elif key == Qt.Key.Key_Insert and self._image is not None:
            self._draft.add(NEW_BOX)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._draft.remove()
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self._draft.step(1 if key == Qt.Key.Key_PageDown else -1)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Minus):
            self.zoom(1.25 if key == Qt.Key.Key_Plus else 0.8)
        else:
            super().keyPressEvent(event)

    def _push(self, across: int, down: int, held: Qt.KeyboardModifier) -> None:
        field = self._draft.field
        assert field is not None, "the caller has checked it"
        step = FINE_STEP if held & Control else STEP
        x, y, width, height = field.share_box
        if held & Shift:
            self._draft.move((x, y, width + across * step, height + down * step))
        else:
            x = min(max(x + across * step, 0.0), 1 - width)
            y = min(max(y + down * step, 0.0), 1 - height)
            self._draft.move((x, y, width, height))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton or self._image is None:
            return
        point = event.position()
        self._pressed, self._grip = point, self._grip_at(point)
        if self._grip is None:
            index = self._field_at(point)
            if index is not None:
                self._draft.choose(index)
                self._grip = (0, 0)
        if (field := self._draft.field) is not None:
            self._before = self._frame_of(field.share_box)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position()
        if self._pressed is None:
            self.setCursor(self._cursor(point))
            return
        way = point - self._pressed
        if self._grip is None:
            self._drawn = QRectF(self._pressed, point).normalized() & self._area()
        elif self._grip == (0, 0):
            self._drawn = self._before.translated(way)
        else:
            left, right = (way.x() if self._grip[0] == side else 0.0 for side in (-1, 1))
            top, bottom = (way.y() if self._grip[1] == side else 0.0 for side in (-1, 1))
            self._drawn = self._before.adjusted(left, top, right, bottom).normalized()
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        drawn, grip = self._drawn, self._grip
        is_moved = self._pressed is not None and (
            (event.position() - self._pressed).manhattanLength() >= LEAST_DRAG_PX
        )
        self._pressed = self._drawn = self._grip = None
        if drawn is not None and is_moved:
            box = self._box_of(drawn)
            if grip is None:
                self._draft.add(box)
            elif grip == (0, 0):
                x, y = min(max(box[0], 0.0), 1 - box[2]), min(max(box[1], 0.0), 1 - box[3])
                self._draft.move((x, y, box[2], box[3]))
            else:
                self._draft.move(box)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._image is None:
            paint_message(painter, self.rect().adjusted(24, 24, -24, -24), tr(WELCOME))
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        area = self._area()
        painter.fillRect(area, PAPER)
        painter.drawImage(area, self._image)
        painter.setPen(QPen(QColor(current_theme().border), 1))
        painter.drawRect(area)
        for index, field in enumerate(self._draft.fields):
            is_chosen = index == self._draft.chosen
            is_held = is_chosen and self._drawn is not None and self._grip is not None
            frame = self._drawn if is_held and self._drawn else self._frame_of(field.share_box)
            self._paint_box(painter, frame, field.name, is_chosen)
        if self._drawn is not None and self._grip is None:
            self._paint_box(painter, self._drawn, "", False)

    def _paint_box(self, painter: QPainter, frame: QRectF, name: str, is_chosen: bool) -> None:
        # The page is white in every theme, so the colours of the boxes follow none.
        color = QColor("#0b62d6") if is_chosen else QColor("#5b6470")
        fill = QColor(color)
        fill.setAlpha(38 if is_chosen else 18)
        painter.setPen(QPen(color, 2 if is_chosen else 1.4))
        painter.setBrush(fill)
        painter.drawRoundedRect(frame, 2, 2)
        text, is_doubtful = self.readings.get(name, ("", False))
        self._paint_tag(painter, frame, f"{name}:  {text}" if text else name, color, is_doubtful)
        if is_chosen:
            painter.setBrush(PAPER)
            painter.setPen(QPen(color, 1.4))
            for grip in _GRIPS:
                corner = _grip_point(frame, grip) - QPointF(HANDLE_PX / 2, HANDLE_PX / 2)
                painter.drawRect(QRectF(corner, QSizeF(HANDLE_PX, HANDLE_PX)))

    def _paint_tag(
        self, painter: QPainter, frame: QRectF, text: str, color: QColor, is_doubtful: bool
    ) -> None:
        if not text:
            return
        metrics = painter.fontMetrics()
        tag = QRectF(0, 0, metrics.horizontalAdvance(text) + 10, metrics.height() + 2)
        tag.moveBottomLeft(frame.topLeft() - QPointF(0, 2))
        if tag.top() < 0:
            tag.moveTopLeft(frame.bottomLeft() + QPointF(0, 2))
        tag.moveRight(min(tag.right(), float(self.width())))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor("#a03c00") if is_doubtful else color)
        painter.drawRoundedRect(tag, 3, 3)
        painter.setPen(PAPER)
        painter.drawText(tag, Qt.AlignmentFlag.AlignCenter, text)

    def _area(self) -> QRectF:
        """Return the rectangle of the page; when zoomed in, parts of it are outside the widget."""
        if self._image is None:
            return QRectF(self.rect())
        room = QSizeF(self.width() - 2.0, self.height() - 2.0)
        size = QSizeF(self._image.size()).scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        size *= self._zoom
        corner = QRectF(self.rect()).center() - QPointF(
            self._middle.x() * size.width(), self._middle.y() * size.height()
        )
        left = _kept_in(corner.x(), size.width(), self.width())
        return QRectF(QPointF(left, _kept_in(corner.y(), size.height(), self.height())), size)

    def _frame_of(self, box: ShareBox) -> QRectF:
        """Return the rectangle of a box on the widget."""
        area = self._area()
        corner = area.topLeft() + QPointF(box[0] * area.width(), box[1] * area.height())
        return QRectF(corner, QSizeF(box[2] * area.width(), box[3] * area.height()))

    def _on_page(self, point: QPointF) -> QPointF:
        """Return a point of the widget in fractions of the page."""
        area = self._area()
        return QPointF(
            (point.x() - area.x()) / area.width(), (point.y() - area.y()) / area.height()
        )

    def _box_of(self, frame: QRectF) -> ShareBox:
        """Return a rectangle of the widget in fractions of the page."""
        corner, end = self._on_page(frame.topLeft()), self._on_page(frame.bottomRight())
        return corner.x(), corner.y(), end.x() - corner.x(), end.y() - corner.y()

    def _field_at(self, point: QPointF) -> int | None:
        """Return the smallest box at a point, as boxes may be nested."""
        fields = enumerate(self._draft.fields)
        found = [(self._frame_of(f.share_box), index) for index, f in fields]
        hit = [(box.width() * box.height(), index) for box, index in found if box.contains(point)]
        return min(hit)[1] if hit else None

    def _grip_at(self, point: QPointF) -> Grip | None:
        """Return the side or corner of the selected box at a point, as two of −1, 0 and 1."""
        if (field := self._draft.field) is None:
            return None
        frame = self._frame_of(field.share_box)
        for grip in sorted(_GRIPS, key=lambda grip: 0 in grip):
            way = point - _grip_point(frame, grip)
            # The handles of a small box must leave a middle by which it can be moved.
            reach_x, reach_y = (min(REACH_PX, max(3.0, s / 4)) for s in frame.size().toTuple())
            if abs(way.x()) <= reach_x and abs(way.y()) <= reach_y:
                return grip
        return None

    def _cursor(self, point: QPointF) -> Qt.CursorShape:
        grip = self._grip_at(point)
        if grip is None:
            over = self._field_at(point) is not None
            return Qt.CursorShape.SizeAllCursor if over else Qt.CursorShape.CrossCursor
        if 0 in grip:
            return Qt.CursorShape.SizeHorCursor if grip[0] else Qt.CursorShape.SizeVerCursor
        is_falling = grip[0] == grip[1]
        return Qt.CursorShape.SizeFDiagCursor if is_falling else Qt.CursorShape.SizeBDiagCursor


def _grip_point(frame: QRectF, grip: Grip) -> QPointF:
    x = frame.center().x() + grip[0] * frame.width() / 2
    return QPointF(x, frame.center().y() + grip[1] * frame.height() / 2)


def _kept_in(start: float, size: float, room: float) -> float:
    """Centre what is smaller than its room; keep what is larger from leaving a gap."""
    return (room - size) / 2 if size <= room else min(max(start, room - size), 0.0)
