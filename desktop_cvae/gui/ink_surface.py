"""An image into which strokes are painted piece by piece as they grow."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QTransform

from desktop_cvae.gui.strokes import Stroke


class InkSurface:
    """Paints strokes of the unit square into an image.

    The pieces are quadratic Bézier curves between the middles of neighbouring
    points with the point itself as control, so the line is smooth, passes close
    to every point, and never changes where it is painted already.

    Args:
        image: is painted into.
        to_pixels: unit square → pixels of ``image``.
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
            The painted part of the unit square.
        """
        painter = QPainter(self.image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setTransform(self._to_pixels)
        color = self._paper if stroke.erases else self._ink
        pen = QPen(color, stroke.width, Qt.PenStyle.SolidLine)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painted = QRectF()
        # One by one, so that a stroke painted anew has the very pixels it had as it grew.
        for piece in _pieces(stroke, first):
            painter.strokePath(piece, pen)
            painted = painted.united(piece.controlPointRect())
        painter.end()
        margin = stroke.width
        return painted.adjusted(-margin, -margin, margin, margin)


def _pieces(stroke: Stroke, first: int) -> Iterator[QPainterPath]:
    points = stroke.points
    for k in range(first, len(points)):
        if k == 0:
            # A line of no length with round caps is a dot; exactly zero paints nothing.
            yield _line(points[0], points[0] + QPointF(1e-4, 0.0))
        elif k == 1:
            yield _line(points[0], _middle(points, 1))
        else:
            path = QPainterPath(_middle(points, k - 1))
            path.quadTo(points[k - 1], _middle(points, k))
            yield path
    if stroke.is_ended and len(points) > 1:
        yield _line(_middle(points, len(points) - 1), points[-1])


def _line(start: QPointF, end: QPointF) -> QPainterPath:
    path = QPainterPath(start)
    path.lineTo(end)
    return path


def _middle(points: list[QPointF], k: int) -> QPointF:
    return (points[k - 1] + points[k]) / 2
