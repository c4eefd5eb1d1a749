"""An image into which strokes are painted piece by piece as they grow."""

from __future__ import annotations

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
        path = _pieces(stroke, first)
        painter = QPainter(self.image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setTransform(self._to_pixels)
        color = self._paper if stroke.erases else self._ink
        pen = QPen(color, stroke.width, Qt.PenStyle.SolidLine)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.strokePath(path, pen)
        painter.end()
        margin = stroke.width
        return path.controlPointRect().adjusted(-margin, -margin, margin, margin)


def _pieces(stroke: Stroke, first: int) -> QPainterPath:
    points, path = stroke.points, QPainterPath()
    for k in range(first, len(points)):
        if k == 0:
            # A line of no length with round caps is a dot; exactly zero paints nothing.
            path.moveTo(points[0])
            path.lineTo(points[0] + QPointF(1e-4, 0.0))
        elif k == 1:
            path.moveTo(points[0])
            path.lineTo(_middle(points, 1))
        else:
            path.moveTo(_middle(points, k - 1))
            path.quadTo(points[k - 1], _middle(points, k))
    if stroke.is_ended and len(points) > 1:
        path.moveTo(_middle(points, len(points) - 1))
        path.lineTo(points[-1])
    return path


def _middle(points: list[QPointF], k: int) -> QPointF:
    return (points[k - 1] + points[k]) / 2
