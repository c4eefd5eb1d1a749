"""A drawing: strokes, perhaps on a picture, as the array that the model is given."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QTransform

from desktop_cvae.core.results import FloatArray
from desktop_cvae.gui.ink_surface import InkSurface
from desktop_cvae.gui.qimage_arrays import grey_array
from desktop_cvae.gui.strokes import BLANK, Ground, Stroke, StrokeHistory
from desktop_cvae.gui.values import Picture

MODEL_SIDE = 280
"""Side of the drawn image: ten pixels for each of the model's 28."""
GROUND_PIXELS = 100
"""Of so many pixels along a side the ground's grey is the median."""
MAX_SIDE = 1200
"""A picture with strokes over it is scaled down to this; ample for 28×28."""


class Drawing:
    """The canvas' content without the canvas."""

    def __init__(self) -> None:
        self.history = StrokeHistory()
        self._surface: InkSurface | None = None

    @property
    def picture(self) -> Picture | None:
        """The picture under the strokes."""
        return self.history.picture

    def begin(self, stroke: Stroke) -> None:
        """Put a stroke of at least one point on the drawing; it may grow."""
        self.history.add(stroke)
        self._paint(stroke, 0)

    def extend(self, stroke: Stroke, point: QPointF) -> None:
        """Let the last stroke grow by a point."""
        stroke.points.append(point)
        self._paint(stroke, len(stroke.points) - 1)

    def end(self, stroke: Stroke) -> None:
        """Finish the last stroke."""
        stroke.is_ended = True
        self._paint(stroke, len(stroke.points))

    def open(self, picture: Picture) -> None:
        """Begin anew on a picture."""
        self._change(lambda: self.history.add(Ground(picture)))

    def clear(self) -> None:
        """Begin anew on blank paper."""
        if self.history.strokes or self.picture is not None:
            self._change(lambda: self.history.add(BLANK))

    def undo(self) -> None:
        """Take back the last stroke, clearing or opening."""
        self._change(self.history.undo)

    def redo(self) -> None:
        """Bring it back."""
        self._change(self.history.redo)

    def image(self) -> FloatArray | None:
        """The content as float32, (H, W), in [0, 1], or None for blank paper.

        Ink is 1 on 0 in a drawing; light is 1 in a picture.
        """
        picture = self.picture
        if picture is not None and not self.history.strokes:
            return picture.image
        return None if self.history.is_blank else grey_array(self._painted().image)

    def ink_and_paper(self) -> tuple[QColor, QColor]:
        """The colours that strokes have on the picture: its ground's, and the opposite."""
        assert self.picture is not None
        image = self.picture.image
        # A few thousand pixels tell it as well as millions, and the window does not wait.
        step = 1 + max(image.shape) // GROUND_PIXELS
        ground = float(np.median(image[::step, ::step]))
        paper = QColor.fromRgbF(ground, ground, ground)
        return QColor(Qt.GlobalColor.black if ground > 0.5 else Qt.GlobalColor.white), paper

    def _change(self, step: Callable[[], None]) -> None:
        step()
        self._surface = None

    def _paint(self, stroke: Stroke, first: int) -> None:
        if self._surface is not None:
            self._surface.paint(stroke, first)

    def _painted(self) -> InkSurface:
        """The surface with all strokes; afterwards they are painted as they grow."""
        if self._surface is None:
            self._surface = self._blank_surface()
            for stroke in self.history.strokes:
                self._surface.paint(stroke)
        return self._surface

    def _blank_surface(self) -> InkSurface:
        if self.picture is None:
            image = QImage(MODEL_SIDE, MODEL_SIDE, QImage.Format.Format_Grayscale8)
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


def fit(width: int, height: int) -> QRectF:
    """Where a picture of that size lies in the unit square: whole, centred."""
    longest = max(width, height)
    w, h = width / longest, height / longest
    return QRectF((1 - w) / 2, (1 - h) / 2, w, h)


def grey_image(image: FloatArray) -> QImage:
    """A picture (H, W) in [0, 1] as a QImage of its greys."""
    # In few passes, since large pictures come here on the window's own thread.
    scaled = np.multiply(image, np.float32(255), dtype=np.float32)
    np.clip(np.rint(scaled, out=scaled), 0, 255, out=scaled)
    grey = np.ascontiguousarray(scaled.astype(np.uint8))
    height, width = grey.shape
    return QImage(grey.data, width, height, width, QImage.Format.Format_Grayscale8).copy()
