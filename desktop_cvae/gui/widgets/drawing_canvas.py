"""The canvas on which digits are drawn and pictures are shown.

Tested in tests/gui/test_drawing.py, tests/gui/test_example.py and tests/gui/test_main_window.py.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTabletEvent,
    QTransform,
)
from PySide6.QtWidgets import QSizePolicy
from shiboken6 import isValid

from desktop_cvae.core.drawing_record import DrawingRecord
from desktop_cvae.core.language import mark, tr
from desktop_cvae.core.results import Box
from desktop_cvae.gui.drawing import (
    MEDIUM_PEN,
    Drawing,
    Ground,
    InkSurface,
    Snapshot,
    Stroke,
    fit,
)
from desktop_cvae.gui.picture import Picture
from desktop_cvae.gui.qimage_arrays import digit_image, grey_image
from desktop_cvae.gui.theme import current_theme
from desktop_cvae.gui.widgets.painted_view import PaintedView

HINT = mark("Draw a digit here")
WIDE_HINT = mark("Write a number here")
HINT_BELOW = mark("or drop a picture")
EXAMPLE_HINT = mark("Example: draw your own digit")
EXAMPLE_SHARE = 0.3
"""Share of ink in the colour of an example's strokes; the rest is paper."""
HINT_GAP = 8
RADIUS = 6.0
MIN_SIDE = 128


class DrawingCanvas(PaintedView):
    """Paints strokes on paper or on a picture, live.

    Signals:
        image_drawn(object): float32 (H, W) as :meth:`Drawing.image` says, or None.
        history_changed: what can be undone or redone is another.
        picture_undone(Picture), picture_redone(Picture): one has gone, or come, by that.
    """

    SIZE = QSize(312, 312)
    LEAST_SIZE = QSize(MIN_SIDE, MIN_SIDE)

    image_drawn = Signal(object)
    history_changed = Signal()
    picture_undone = Signal(object)
    picture_redone = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("canvas")
        self.setAccessibleName(tr("Drawing canvas"))
        self.setAccessibleDescription(tr("Draw a digit with the mouse, a pen or a finger."))
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.drawing = Drawing()
        self._is_marking = False
        self._marks: tuple[Stroke | Ground, ...] = ()
        self.drawing.history.stack.indexChanged.connect(self._on_history_moved)
        self.pen_width = MEDIUM_PEN
        self.erases = False
        self.takes_pictures = True
        self._stroke: Stroke | None = None
        self._box: QRectF | None = None
        self._surface: InkSurface | None = None
        self._example: Drawing | None = None

    @property
    def shows_example(self) -> bool:
        """True while the example stands in place of a drawing."""
        return self._example is not None

    @property
    def is_drawing(self) -> bool:
        return self._stroke is not None

    def set_box(self, box: Box | None, shape: tuple[int, int]) -> None:
        """Frame the digit found in the opened picture.

        Args:
            box: in the read picture's pixels, or None.
            shape: (height, width) of that picture.
        """
        self._box = None
        if box is not None and self.drawing.picture is not None:
            height, width = shape
            fitted = fit(width, height)
            scale = fitted.width() / width
            x, y, w, h = (scale * value for value in box)
            self._box = QRectF(fitted.x() + x, fitted.y() + y, w, h)
        self.update()

    def open_picture(self, picture: Picture) -> None:
        with self._marking():
            self.drawing.open(picture)
        self._changed()

    def restore(self, record: DrawingRecord | Snapshot, picture: Picture | None) -> None:
        """Start over with a saved drawing; one undo takes it back."""
        with self._marking():
            self.drawing.restore(record, picture)
        self._changed()

    def show_example(self, record: DrawingRecord) -> None:
        """Show a faint example on blank paper until anything else comes; it is read meanwhile.

        It belongs neither to the drawing nor to its history.
        """
        if self.drawing.history.is_blank and not self.is_drawing:
            self._example = Drawing()
            self._example.restore(record, None)
            self.draw()
            self.image_drawn.emit(self._example.image())

    def clear(self) -> None:
        """Clear the canvas; can be undone."""
        with self._marking():
            self.drawing.clear()
        self._changed()

    def undo(self) -> None:
        self.drawing.history.stack.undo()

    def redo(self) -> None:
        self.drawing.history.stack.redo()

    def _on_history_moved(self, _index: int) -> None:
        """Follow an undo or redo; a mark that was just made is painted already."""
        # QUndoStack clears itself in its destructor and emits indexChanged then.
        if not isValid(self.drawing.history.stack):
            return
        before, marks = self._marks, self.drawing.history.marks
        self._marks = marks
        self.history_changed.emit()
        if self._is_marking or marks == before:
            return
        self.drawing.follow_history()
        self._changed()
        gone, come = before[len(marks) :], marks[len(before) :]
        for step in gone[:1] + come[:1]:
            picture = step.picture if isinstance(step, Ground) else None
            if picture is not None:
                (self.picture_undone if gone else self.picture_redone).emit(picture)

    def set_aspect(self, aspect: float) -> None:
        """Start over on a square or wide canvas; can be undone."""
        if aspect != self.drawing.aspect:
            with self._marking():
                self.drawing.set_aspect(aspect)
            self._changed()

    def begin_stroke(self, stroke: Stroke) -> None:
        self._stroke = stroke
        if self._example is not None:
            self._example = self._surface = None
        with self._marking():
            self.drawing.begin(stroke)
        self._paint_piece(0)
        self.image_drawn.emit(self.drawing.image())
        self.history_changed.emit()

    def extend_stroke(self, point: QPointF, pressure: float | None = None) -> None:
        """Extend the current stroke, if there is one, by a point."""
        if self._stroke is not None:
            self.drawing.extend(self._stroke, point, pressure)
            self._paint_piece(len(self._stroke.points) - 1)
            self.image_drawn.emit(self.drawing.image())

    def end_stroke(self) -> None:
        if self._stroke is not None:
            self.drawing.end(self._stroke)
            self._paint_piece(len(self._stroke.points))
            self._stroke = None
            self.image_drawn.emit(self.drawing.image())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._begin(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._extend(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.end_stroke()

    def tabletEvent(self, event: QTabletEvent) -> None:
        """Draw with a tablet pen; pressure makes the stroke broader."""
        kind = event.type()
        if kind is QEvent.Type.TabletPress:
            self._begin(event.position(), event.pressure())
        elif kind is QEvent.Type.TabletMove:
            self._extend(event.position(), event.pressure())
        elif kind is QEvent.Type.TabletRelease:
            self.end_stroke()
        # Of a tablet event that nobody accepts Qt makes a mouse event, too.
        event.accept()

    @contextmanager
    def in_one_step(self, text: str) -> Iterator[None]:
        """Group everything put on the undo stack meanwhile into one step."""
        with self._marking():
            stack = self.drawing.history.stack
            stack.beginMacro(text)
            yield
            stack.endMacro()

    @contextmanager
    def _marking(self) -> Iterator[None]:
        was_marking, self._is_marking = self._is_marking, True
        yield
        self._is_marking = was_marking

    def _begin(self, point: QPointF, pressure: float | None = None) -> None:
        stroke = Stroke(self.pen_width, self.erases, [self._on_sheet(point)])
        if pressure is not None and not self.erases:
            stroke.pressures = [pressure]
        self.begin_stroke(stroke)

    def _extend(self, point: QPointF, pressure: float | None = None) -> None:
        self.extend_stroke(self._on_sheet(point), pressure)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._surface = None

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        outline = QPainterPath()
        outline.addRoundedRect(frame, RADIUS, RADIUS)
        painter.setClipPath(outline)
        painter.drawImage(self.rect(), self._painted().image)
        if self._box is not None:
            self._draw_box(painter, self._box)
        if self.drawing.history.is_blank and self._stroke is None:
            self._draw_hint(painter)
        painter.setClipping(False)
        painter.setPen(QPen(QColor(current_theme().border), 1))
        painter.drawPath(outline)
        painter.end()

    def _changed(self) -> None:
        self._stroke = self._box = self._example = None
        self.draw()
        self.image_drawn.emit(self.drawing.image())
        self.history_changed.emit()

    def _on_sheet(self, point: QPointF) -> QPointF:
        return point / self.height()

    def draw(self) -> None:
        self._surface = None
        self.update()

    def _paint_piece(self, first: int) -> None:
        assert self._stroke is not None
        painted = self._painted().paint(self._stroke, first)
        area = QTransform.fromScale(self.height(), self.height()).mapRect(painted)
        # The hint goes with the first dot, so then everything is painted.
        self.update(area.toAlignedRect() if first else self.rect())

    def _painted(self) -> InkSurface:
        if self._surface is None:
            self._surface = self._blank_surface()
            for stroke in (self._example or self.drawing).history.strokes:
                self._surface.paint(stroke)
        return self._surface

    def _blank_surface(self) -> InkSurface:
        ratio = self.devicePixelRatioF()
        width, height = (max(1, round(side * ratio)) for side in (self.width(), self.height()))
        image = QImage(width, height, QImage.Format.Format_RGB32)
        image.fill(QColor(current_theme().paper))
        picture = self.drawing.picture
        if picture is None or picture.is_ink:
            ink, paper = QColor(current_theme().ink), QColor(current_theme().paper)
            if self._example is not None:
                ink = _mixed(ink, paper, EXAMPLE_SHARE)
        else:
            ink, paper = self.drawing.ink_and_paper()
        if picture is not None:
            _draw_picture(image, picture)
        return InkSurface(image, QTransform.fromScale(height, height), ink, paper)

    def _draw_box(self, painter: QPainter, box: QRectF) -> None:
        painter.setPen(QPen(QColor(current_theme().accent), 1))
        painter.drawRect(QTransform.fromScale(self.width(), self.height()).mapRect(box))

    def _draw_hint(self, painter: QPainter) -> None:
        painter.setPen(QColor(current_theme().muted))
        center = Qt.AlignmentFlag.AlignCenter
        if self._example is not None:
            area = self.rect().adjusted(HINT_GAP, HINT_GAP, -HINT_GAP, -HINT_GAP)
            low = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom
            painter.drawText(area, low | Qt.TextFlag.TextWordWrap, tr(EXAMPLE_HINT))
            return
        hint = HINT if self.drawing.aspect == 1 else WIDE_HINT
        shown = (hint, HINT_BELOW) if self.takes_pictures else (hint,)
        painter.drawText(self.rect(), center, "\n".join(map(tr, shown)))


def _mixed(ink: QColor, paper: QColor, share: float) -> QColor:
    """Return paper with that share of ink."""
    rest = 1 - share
    return QColor.fromRgbF(
        share * ink.redF() + rest * paper.redF(),
        share * ink.greenF() + rest * paper.greenF(),
        share * ink.blueF() + rest * paper.blueF(),
    )


def _draw_picture(image: QImage, picture: Picture) -> None:
    source = (digit_image if picture.is_ink else grey_image)(picture.image)
    fitted = fit(source.width(), source.height())
    painter = QPainter(image)
    # Pictures of few pixels, such as MNIST's, keep their square pixels.
    smooth = max(source.width(), source.height()) > 64
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
    painter.drawImage(QTransform.fromScale(image.width(), image.height()).mapRect(fitted), source)
    painter.end()
