"""A drawing: strokes, perhaps on a picture, as the model's input array.

Strokes with undo and redo, and the image into which they are painted as they grow; no widget.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from weakref import WeakKeyDictionary

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QImage,
    QPainter,
    QPainterPath,
    QPen,
    QTransform,
    QUndoCommand,
    QUndoStack,
)

from desktop_cvae.core.checked_json import printable
from desktop_cvae.core.drawing_record import (
    FARTHEST,
    MAX_NAME,
    DrawingRecord,
    StrokeRecord,
    bounded,
)
from desktop_cvae.core.language import tr
from desktop_cvae.core.results import FloatArray
from desktop_cvae.gui.picture import Picture
from desktop_cvae.gui.qimage_arrays import grey_array, grey_image, png_bytes

LIGHTEST = 0.4
"""Fraction of its width that a tablet pen keeps at the lightest touch."""
WIDE_ASPECT = 2.6
"""Width by height of the wide canvas, for numbers; the usual one is square."""
MODEL_SIDE = 280
"""Side of the drawn image: ten pixels for each of the model's 28."""
MEDIUM_PEN = 20 / MODEL_SIDE
"""Width of the medium pen as a fraction of the canvas' height; gives MNIST's line width."""
GROUND_PIXELS = 100
"""Pixels along a side that are sampled for the median grey of the ground."""
MAX_SIDE = 1200
"""Longest side, in pixels, of a picture with strokes; ample for 28×28."""

MAX_KEPT_BYTES = 300_000_000
"""Most bytes of opened pictures that can be undone; twenty of 4 million pixels."""

EXAMPLE = DrawingRecord(
    (
        StrokeRecord(
            MEDIUM_PEN,
            False,
            ((0.34, 0.25), (0.45, 0.18), (0.6, 0.2), (0.64, 0.32), (0.56, 0.42), (0.44, 0.46)),
        ),
        StrokeRecord(
            MEDIUM_PEN,
            False,
            ((0.44, 0.46), (0.59, 0.48), (0.68, 0.59), (0.63, 0.74), (0.48, 0.81), (0.32, 0.74)),
        ),
    )
)
"""The digit that the window starts with if there is nothing else to show."""


@dataclass(eq=False)
class Stroke:
    """One movement of the pen; it grows while the button is down.

    Attributes:
        width: as a fraction of the canvas' height.
        erases: True for the eraser.
        points: positions on the paper, whose height is 1, y down.
        is_ended: True when the pen was lifted.
        pressures: of a tablet's pen at the points, in [0, 1]; empty where it is not known.
    """

    width: float
    erases: bool
    points: list[QPointF] = field(default_factory=list)
    is_ended: bool = False
    pressures: list[float] = field(default_factory=list)

    def width_at(self, k: int) -> float:
        """Return the width between points ``k - 1`` and ``k``; half pressure gives ``width``."""
        if not self.pressures:
            return self.width
        near = self.pressures[max(0, k - 1) : k + 1]
        return self.width * (LIGHTEST + 2 * (1 - LIGHTEST) * sum(near) / len(near))

    def record(self) -> StrokeRecord:
        points = tuple((_near(point.x()), _near(point.y())) for point in self.points)
        # If a mouse took over from a pen, the last pressure holds for the rest.
        missing = len(points) - len(self.pressures) if self.pressures else 0
        pressures = (*self.pressures, *self.pressures[-1:] * missing)
        return StrokeRecord(self.width, self.erases, points, pressures)

    @classmethod
    def of(cls, record: StrokeRecord) -> Stroke:
        points = [QPointF(*point) for point in record.points]
        return cls(record.width, record.erases, points, True, list(record.pressures))


def _near(coordinate: float) -> float:
    return min(max(coordinate, -FARTHEST), FARTHEST)


@dataclass(frozen=True, eq=False)
class Ground:
    """The base of a drawing: an opened picture, or blank paper of some aspect."""

    picture: Picture | None
    aspect: float = 1.0


BLANK = Ground(None)


@dataclass(frozen=True, eq=False)
class Snapshot:
    """The content of the canvas at one moment, safe to read in any thread.

    Attributes:
        strokes: in order.
        aspect: width by height of the canvas.
        picture: under the strokes, if any.
    """

    strokes: tuple[StrokeRecord, ...]
    aspect: float
    picture: Picture | None

    @property
    def is_empty(self) -> bool:
        return self.picture is None and all(stroke.erases for stroke in self.strokes)

    def record(self) -> DrawingRecord:
        """Return the drawing as a record; encoding a large picture takes a moment."""
        picture = self.picture
        if picture is None:
            return DrawingRecord(self.strokes, self.aspect)
        name, png = printable(picture.name, MAX_NAME), _picture_png(picture)
        return DrawingRecord(self.strokes, 1.0, name, png, picture.before is not None)


@lru_cache(maxsize=2)
def _picture_png(picture: Picture) -> bytes:
    """Encode a picture once for all strokes on it."""
    return png_bytes(grey_image(picture.image))


class _Marking(QUndoCommand):
    """Adds a mark to the list, or removes it."""

    def __init__(self, marks: list[Stroke | Ground], mark: Stroke | Ground, text: str) -> None:
        super().__init__(text)
        self._marks, self._mark = marks, mark

    def redo(self) -> None:
        self._marks.append(self._mark)

    def undo(self) -> None:
        self._marks.pop()


def _bytes_of(ground: Ground) -> int:
    picture = ground.picture
    return 0 if picture is None else picture.image.nbytes


class StrokeHistory:
    """Strokes and grounds in order, each of which can be undone.

    Attributes:
        stack: their commands; others that the window can undo stand between them.
    """

    def __init__(self) -> None:
        self.stack = QUndoStack()
        self._marks: list[Stroke | Ground] = []
        self._texts: WeakKeyDictionary[Stroke | Ground, str] = WeakKeyDictionary()

    @property
    def marks(self) -> tuple[Stroke | Ground, ...]:
        """Everything that was not undone."""
        return tuple(self._marks)

    @property
    def ground(self) -> Ground:
        return self._since_ground()[0]

    @property
    def picture(self) -> Picture | None:
        """The picture under the strokes, if any."""
        return self._since_ground()[0].picture

    @property
    def aspect(self) -> float:
        """Width by height of the canvas."""
        return self._since_ground()[0].aspect

    @property
    def strokes(self) -> list[Stroke]:
        """The strokes on the present ground, in order."""
        return self._since_ground()[1]

    @property
    def is_blank(self) -> bool:
        ground, strokes = self._since_ground()
        return ground.picture is None and all(stroke.erases for stroke in strokes)

    def add(self, mark: Stroke | Ground, text: str) -> None:
        """Add a mark, with a text for "Undo …"; undone marks are dropped."""
        self._texts[mark] = text
        self.stack.push(_Marking(self._marks, mark, text))
        self._forget()

    def _forget(self) -> None:
        """Forget all steps up to the last picture that is too much to keep."""
        kept_bytes, first = 0, 0
        for index in range(len(self._marks) - 1, -1, -1):
            mark = self._marks[index]
            if isinstance(mark, Ground):
                kept_bytes += _bytes_of(mark)
                if kept_bytes > MAX_KEPT_BYTES:
                    break
                first = index
        else:
            return
        base, *later = self._marks[first:]
        # Qt lets nobody drop the first commands: the others are made again.
        self.stack.clear()
        self._marks[:] = [base]
        for mark in later:
            self.stack.push(_Marking(self._marks, mark, self._texts[mark]))

    def _since_ground(self) -> tuple[Ground, list[Stroke]]:
        strokes: list[Stroke] = []
        for mark in reversed(self._marks):
            if isinstance(mark, Ground):
                return mark, strokes[::-1]
            strokes.append(mark)
        return BLANK, strokes[::-1]


class InkSurface:
    """Paints strokes into an image.

    The line is a centripetal Catmull-Rom spline (Yuksel, Schaefer and Keyser 2011): smooth,
    through every point, and never changed where it is painted already. For a fast stroke on a
    busy machine, which has a third of its points, it misses a fifth less ink than curves through
    the midpoints did.

    Args:
        image: is painted into.
        to_pixels: canvas, whose height is 1 → pixels of ``image``.
        ink: the pen's colour.
        paper: the eraser's colour.
    """

    def __init__(self, image: QImage, to_pixels: QTransform, ink: QColor, paper: QColor) -> None:
        self.image = image
        self._to_pixels = to_pixels
        self._ink, self._paper = ink, paper

    def paint(self, stroke: Stroke, first: int = 0) -> QRectF:
        """Paint the stroke's pieces from point number ``first`` on.

        Returns:
            The painted part of the canvas.
        """
        painter = QPainter(self.image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setTransform(self._to_pixels)
        color = self._paper if stroke.erases else self._ink
        pen = QPen(color, stroke.width, Qt.PenStyle.SolidLine)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painted = QRectF()
        # Piece by piece, so that a repainted stroke has exactly the pixels that it had as it grew.
        for k, piece in _pieces(stroke, first):
            pen.setWidthF(stroke.width_at(k))
            painter.strokePath(piece, pen)
            painted = painted.united(piece.controlPointRect())
        painter.end()
        margin = 2 * stroke.width if stroke.pressures else stroke.width
        return painted.adjusted(-margin, -margin, margin, margin)


def _pieces(stroke: Stroke, first: int) -> Iterator[tuple[int, QPainterPath]]:
    """Yield the curve pieces that are final once the points from ``first`` on are known.

    A piece ends at the last but one point: how it bends depends on the one after.
    """
    points = stroke.points
    for k in range(first, len(points)):
        if k == 0:
            # A line of no length with round caps is a dot; exactly zero paints nothing.
            yield 0, _line(points[0], points[0] + QPointF(1e-4, 0.0))
        elif k > 1:
            yield k - 1, _piece(points, k - 1)
    if stroke.is_ended and len(points) > 1:
        yield len(points) - 1, _piece(points, len(points) - 1)


def _piece(points: list[QPointF], k: int) -> QPainterPath:
    """Return the Bézier curve from point ``k - 1`` to point ``k``."""
    start, end = points[k - 1], points[k]
    span = _span(start, end)
    path = QPainterPath(start)
    path.cubicTo(
        _control(points[k - 2] if k > 1 else None, start, end, span),
        _control(points[k + 1] if k + 1 < len(points) else None, end, start, span),
        end,
    )
    return path


def _control(before: QPointF | None, at: QPointF, other: QPointF, span: float) -> QPointF:
    """Return the control point beside ``at``, in the direction given by its other neighbour."""
    if before is None:
        return at + (other - at) / 3
    far = _span(before, at)
    weighted = other * far**2 - before * span**2 + at * (2 * far**2 + 3 * far * span + span**2)
    return weighted / (3 * far * (far + span))


def _span(start: QPointF, end: QPointF) -> float:
    """Return the square root of the distance: centripetal, so that the curve makes no loops."""
    way = end - start
    return math.sqrt(max(math.hypot(way.x(), way.y()), 1e-8))


def _line(start: QPointF, end: QPointF) -> QPainterPath:
    path = QPainterPath(start)
    path.lineTo(end)
    return path


class Drawing:
    """The content of the canvas, without its widget."""

    def __init__(self) -> None:
        self.history = StrokeHistory()
        self._surface: InkSurface | None = None
        # Records of ended strokes are kept: the drawing is recorded after every stroke.
        self._records: WeakKeyDictionary[Stroke, StrokeRecord] = WeakKeyDictionary()

    @property
    def picture(self) -> Picture | None:
        return self.history.picture

    def begin(self, stroke: Stroke) -> None:
        self.history.add(stroke, _text_of(stroke.erases))
        self._paint(stroke, 0)

    def extend(self, stroke: Stroke, point: QPointF, pressure: float | None = None) -> None:
        """Extend the last stroke by a point; pressure is given for all points or none."""
        stroke.points.append(point)
        if pressure is not None and stroke.pressures:
            stroke.pressures.append(pressure)
        self._paint(stroke, len(stroke.points) - 1)

    def end(self, stroke: Stroke) -> None:
        stroke.is_ended = True
        self._paint(stroke, len(stroke.points))

    def open(self, picture: Picture) -> None:
        self.history.add(Ground(picture), tr("opening"))
        self._surface = None

    def clear(self) -> None:
        if self.history.strokes or self.picture is not None:
            self.history.add(Ground(None, self.aspect), tr("clearing"))
            self._surface = None

    @property
    def aspect(self) -> float:
        """Width by height of the canvas; 1 for a square."""
        return self.history.aspect

    def set_aspect(self, aspect: float) -> None:
        """Start over on blank paper with that aspect."""
        if aspect != self.aspect:
            self.history.add(Ground(None, aspect), tr("blank canvas"))
            self._surface = None

    def snapshot(self) -> Snapshot:
        """Return the content now; costs next to nothing."""
        history = self.history
        strokes = bounded([self._record_of(stroke) for stroke in history.strokes])
        return Snapshot(strokes, history.aspect, history.picture)

    def record(self) -> DrawingRecord:
        """Return the content as a record; a large picture takes a moment, see :meth:`snapshot`."""
        return self.snapshot().record()

    def restore(self, record: DrawingRecord | Snapshot, picture: Picture | None) -> None:
        """Start over with a recorded drawing; one undo takes it back.

        Args:
            record: of a drawing.
            picture: the record's, as ``jobs.read_recorded_picture`` reads it.
        """
        self.history.stack.beginMacro(tr("opening"))
        self.history.add(Ground(picture, record.aspect), tr("opening"))
        for stroke in record.strokes:
            self.history.add(Stroke.of(stroke), _text_of(stroke.erases))
        self.history.stack.endMacro()
        self._surface = None

    def _record_of(self, stroke: Stroke) -> StrokeRecord:
        if not stroke.is_ended:
            return stroke.record()
        if stroke not in self._records:
            self._records[stroke] = stroke.record()
        return self._records[stroke]

    def follow_history(self) -> None:
        """Repaint after an undo or redo."""
        self._surface = None

    def image(self) -> FloatArray | None:
        """Return the content as float32, (H, W), in [0, 1], or None for blank paper.

        Ink is 1 on 0 in a drawing; light is 1 in a picture.
        """
        picture = self.picture
        if picture is not None and not self.history.strokes:
            return picture.image
        return None if self.history.is_blank else grey_array(self._painted().image)

    def ink_and_paper(self) -> tuple[QColor, QColor]:
        """Return the colours of ink and paper that suit the picture under the strokes."""
        assert self.picture is not None
        image = self.picture.image
        # A few thousand pixels give the same median as millions, and the window does not wait.
        step = 1 + max(image.shape) // GROUND_PIXELS
        ground = float(np.median(image[::step, ::step]))
        paper = QColor.fromRgbF(ground, ground, ground)
        return QColor(Qt.GlobalColor.black if ground > 0.5 else Qt.GlobalColor.white), paper

    def _paint(self, stroke: Stroke, first: int) -> None:
        if self._surface is not None:
            self._surface.paint(stroke, first)

    def _painted(self) -> InkSurface:
        if self._surface is None:
            self._surface = self._blank_surface()
            for stroke in self.history.strokes:
                self._surface.paint(stroke)
        return self._surface

    def _blank_surface(self) -> InkSurface:
        if self.picture is None:
            width = round(MODEL_SIDE * self.aspect)
            image = QImage(width, MODEL_SIDE, QImage.Format.Format_Grayscale8)
            image.fill(Qt.GlobalColor.black)
            scale = QTransform.fromScale(MODEL_SIDE, MODEL_SIDE)
            ink, paper = QColor(Qt.GlobalColor.white), QColor(Qt.GlobalColor.black)
            return InkSurface(image, scale, ink, paper)
        image = grey_image(self.picture.image)
        if max(image.width(), image.height()) > MAX_SIDE:
            smooth = Qt.TransformationMode.SmoothTransformation
            keep = Qt.AspectRatioMode.KeepAspectRatio
            image = image.scaled(MAX_SIDE, MAX_SIDE, keep, smooth)
        fitted = fit(image.width(), image.height())
        to_pixels = QTransform.fromScale(image.width(), image.height())
        to_pixels = QTransform.fromScale(1 / fitted.width(), 1 / fitted.height()) * to_pixels
        to_pixels = QTransform.fromTranslate(-fitted.x(), -fitted.y()) * to_pixels
        return InkSurface(image, to_pixels, *self.ink_and_paper())


def _text_of(erases: bool) -> str:
    return tr("erasing") if erases else tr("stroke")


def fit(width: int, height: int) -> QRectF:
    """Return the rectangle of a centred picture of that size in the unit square."""
    longest = max(width, height)
    w, h = width / longest, height / longest
    return QRectF((1 - w) / 2, (1 - h) / 2, w, h)
