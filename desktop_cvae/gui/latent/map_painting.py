"""How the map is painted: its points, its axes, pictures under them, a posterior's ellipse."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPolygonF, QTransform

from desktop_cvae.core.language import number, tr
from desktop_cvae.core.latent_maps import LatentMap
from desktop_cvae.core.results import FloatArray
from desktop_cvae.figures.latent_figure import equal_ranges, finite_points
from desktop_cvae.gui.latent.latent_jobs import Manifold, Place, Spot
from desktop_cvae.gui.plots.plot_frame import PlotFrame
from desktop_cvae.gui.qimage_arrays import digit_image
from desktop_cvae.gui.theme import current_theme, label_color, tabular_font

LEFT_PX, RIGHT_PX, TOP_PX, BOTTOM_PX = 44.0, 8.0, 6.0, 40.0
"""Around the axes: numbers and titles."""
TICKS = 5
TICK_PX = 4.0
LAYERS = 6
"""Each label's points are painted in so many turns, so that no label lies on top of all others."""
ALPHA, ALPHA_OVER_PICTURES, ALPHA_FAINT = 0.62, 0.9, 0.12
SIGMAS = 2.0
"""An ellipse holds 86 % of a posterior."""
ELLIPSE_POINTS = 64
MARKER_RADIUS_PX = 4.0
DIGIT_PX = 84
"""Three times 28, so that every pixel is a whole one."""
CARD_PADDING_PX = 6
CARD_DISTANCE_PX = 18
TOOLS_PX = 56.0
"""At the right edge stand the buttons, which no card may lie under."""


@dataclass(frozen=True)
class View:
    """The part of the plane that is seen; both axes have one scale.

    Attributes:
        x, y: in the middle, in the plane's coordinates.
        unit_px: logical pixels a unit.
    """

    x: float
    y: float
    unit_px: float

    def frame(self, size: QSizeF) -> PlotFrame:
        """The same for a widget of that size."""
        width = max(1.0, size.width() - LEFT_PX - RIGHT_PX)
        height = max(1.0, size.height() - TOP_PX - BOTTOM_PX)
        across, up = width / self.unit_px / 2, height / self.unit_px / 2
        return PlotFrame(
            LEFT_PX / size.width(),
            TOP_PX / size.height(),
            width / size.width(),
            height / size.height(),
            (self.x - across, self.x + across),
            (self.y - up, self.y + up),
        )

    def zoomed(self, factor: float, at: Place) -> View:
        """Nearer by a factor; the place stays where it is on the screen."""
        x, y = (at[0] + (self.x - at[0]) / factor, at[1] + (self.y - at[1]) / factor)
        return View(x, y, self.unit_px * factor)

    def moved(self, right_px: float, down_px: float) -> View:
        """With its content shifted by so many logical pixels."""
        return View(self.x - right_px / self.unit_px, self.y + down_px / self.unit_px, self.unit_px)


def whole_view(latent_map: LatentMap | None, size: QSizeF) -> View:
    """The part of the plane that nearly all points fill."""
    width = max(1.0, size.width() - LEFT_PX - RIGHT_PX)
    height = max(1.0, size.height() - TOP_PX - BOTTOM_PX)
    points = np.zeros((0, 2), np.float32) if latent_map is None else finite_points(latent_map)[0]
    (left, right), (bottom, top) = equal_ranges(points, width / height)
    return View((left + right) / 2, (bottom + top) / 2, width / (right - left))


class Points:
    """A map's points, ready to be painted.

    Args:
        latent_map: points that are not finite are left out.
    """

    def __init__(self, latent_map: LatentMap) -> None:
        good = np.isfinite(latent_map.points).all(axis=1)
        order = np.random.default_rng(0).permutation(np.flatnonzero(good))
        self.count = len(order)
        self._turns: list[tuple[int, QPolygonF]] = []
        for turn in np.array_split(order, LAYERS):
            labels = latent_map.labels[turn]
            for label in np.unique(labels).tolist():
                places = latent_map.points[turn[labels == label]].tolist()
                self._turns.append((label, QPolygonF([QPointF(x, y) for x, y in places])))

    def paint(
        self,
        painter: QPainter,
        to_widget: QTransform,
        hidden: frozenset[int],
        highlighted: int | None,
        alpha: float,
    ) -> None:
        """Paint the labels that are not hidden; the highlighted one last.

        Args:
            painter: of the widget.
            to_widget: the plane's coordinates → logical pixels.
            hidden: labels that are left out.
            highlighted: all others are faint; None for all alike.
            alpha: of a point, in [0, 1].
        """
        diameter = float(np.clip(4.2 - self.count / 4000, 2.6, 3.8))
        shown = [turn for turn in self._turns if turn[0] not in hidden]
        for label, places in sorted(shown, key=lambda turn: turn[0] == highlighted):
            color = label_color(label)
            color.setAlphaF(alpha)
            if highlighted is not None and label != highlighted:
                color = QColor(current_theme().muted)
                color.setAlphaF(ALPHA_FAINT)
            pen = QPen(color, diameter)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawPoints(to_widget.map(places))


def transform_of(frame: PlotFrame, size: QSizeF) -> QTransform:
    """The plane's coordinates → logical pixels."""
    origin = frame.to_widget(0, 0, size)
    rect = frame.rect(size)
    across = rect.width() / (frame.x_range[1] - frame.x_range[0])
    up = rect.height() / (frame.y_range[1] - frame.y_range[0])
    return QTransform(across, 0, 0, -up, origin.x(), origin.y())


def paint_manifold(painter: QPainter, manifold: Manifold, frame: PlotFrame, size: QSizeF) -> None:
    """Paint the pictures where they were decoded, in paper and ink."""
    height, width = manifold.pixels.shape
    image = QImage(manifold.pixels.data, width, height, width, QImage.Format.Format_Indexed8)
    image.setColorTable(_greys())
    grid = manifold.grid
    place = QRectF(
        frame.to_widget(grid.left, grid.top, size), frame.to_widget(grid.right, grid.bottom, size)
    )
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(place, image)


def _greys() -> list[int]:
    paper, ink = QColor(current_theme().paper), QColor(current_theme().ink)
    shares = np.linspace(0, 1, 256)[:, np.newaxis]
    ends = [np.array([c.red(), c.green(), c.blue()]) for c in (paper, ink)]
    mixed = np.rint((1 - shares) * ends[0] + shares * ends[1]).astype(int)
    return [QColor(*color).rgb() for color in mixed.tolist()]


def paint_axes(painter: QPainter, frame: PlotFrame, size: QSizeF, titles: tuple[str, str]) -> None:
    """Paint numbers, titles and the frame."""
    theme, rect, metrics = current_theme(), frame.rect(size), painter.fontMetrics()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(theme.border), 1))
    painter.drawRect(rect)
    painter.setPen(QColor(theme.muted))
    line = metrics.height()
    for value, text in _ticks(frame.x_range):
        x = frame.to_widget(value, 0, size).x()
        painter.drawLine(QPointF(x, rect.bottom()), QPointF(x, rect.bottom() + TICK_PX))
        box = QRectF(x - 40, rect.bottom() + TICK_PX, 80, line)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
    for value, text in _ticks(frame.y_range):
        y = frame.to_widget(0, value, size).y()
        painter.drawLine(QPointF(rect.left() - TICK_PX, y), QPointF(rect.left(), y))
        box = QRectF(line, y - line / 2, rect.left() - TICK_PX - 2 - line, line)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box, right | Qt.AlignmentFlag.AlignAbsolute, text)
    elide = Qt.TextElideMode.ElideRight
    below = QRectF(0, size.height() - line - 1, size.width(), line)
    x_title = titles[0]
    if metrics.horizontalAdvance(x_title) > size.width():
        x_title = x_title.partition(" · ")[0]
    x_title = metrics.elidedText(x_title, elide, round(size.width()))
    painter.drawText(below, Qt.AlignmentFlag.AlignCenter, x_title)
    painter.save()
    painter.translate(0, rect.bottom())
    painter.rotate(-90)
    beside = QRectF(0, 0, rect.height(), line)
    y_title = metrics.elidedText(titles[1], elide, round(rect.height()))
    painter.drawText(beside, Qt.AlignmentFlag.AlignCenter, y_title)
    painter.restore()


def _ticks(ends: tuple[float, float]) -> list[tuple[float, str]]:
    """Round values between the ends, with as many digits as tell them apart."""
    raw = (ends[1] - ends[0]) / TICKS
    power = 10.0 ** math.floor(math.log10(raw))
    step = next(n * power for n in (1, 2, 5, 10) if n * power >= 0.75 * raw)
    digits = max(0, -math.floor(math.log10(step) + 1e-9))
    first, last = math.ceil(ends[0] / step), math.floor(ends[1] / step)
    return [(k * step, signed(k * step, digits)) for k in range(first, last + 1)]


def signed(value: float, digits: int = 2) -> str:
    """A number with a real minus sign."""
    return number(round(value, digits) + 0.0, f".{digits}f").replace("-", "−")


def ellipse(center: FloatArray, covariance: FloatArray) -> QPolygonF:
    """The curve of ``SIGMAS`` standard deviations of a Gaussian in the plane.

    Args:
        center: (2,).
        covariance: (2, 2), symmetric, not negative.
    """
    values, directions = np.linalg.eigh(covariance.astype(np.float64))
    angles = np.linspace(0, 2 * np.pi, ELLIPSE_POINTS, endpoint=False)
    circle = np.stack([np.cos(angles), np.sin(angles)], axis=1)
    curve = center + SIGMAS * (circle * np.sqrt(np.maximum(values, 0))) @ directions.T
    return QPolygonF([QPointF(x, y) for x, y in curve.tolist()])


def paint_posterior(
    painter: QPainter,
    drawing: Spot,
    latent_map: LatentMap,
    frame: PlotFrame,
    size: QSizeF,
    name: str,
) -> None:
    """Paint the drawing's posterior: its ellipse, and its label at the middle."""
    (center,) = latent_map.plane.project(drawing.code[np.newaxis])
    if drawing.log_var is None or not np.isfinite(center).all():
        return
    theme, rect = current_theme(), frame.rect(size)
    color = QColor(theme.text) if drawing.label is None else label_color(drawing.label)
    spread = latent_map.plane.project_variances(np.exp(drawing.log_var))
    curve = transform_of(frame, size).map(ellipse(center, spread))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(theme.surface), 4))
    painter.drawPolygon(curve)
    fill = QColor(color)
    fill.setAlphaF(0.25)
    painter.setBrush(fill)
    painter.setPen(QPen(QColor(theme.text), 1.5))
    painter.drawPolygon(curve)
    at = frame.to_widget(float(center[0]), float(center[1]), size)
    # A drawing unlike all test digits may lie outside: it stays hollow at the edge.
    painter.setBrush(color if rect.contains(at) else QColor(theme.surface))
    at = QPointF(
        min(max(at.x(), rect.left() + MARKER_RADIUS_PX), rect.right() - MARKER_RADIUS_PX),
        min(max(at.y(), rect.top() + MARKER_RADIUS_PX), rect.bottom() - MARKER_RADIUS_PX),
    )
    painter.setPen(QPen(QColor(theme.text), 2))
    painter.drawEllipse(at, MARKER_RADIUS_PX, MARKER_RADIUS_PX)
    if name:
        _paint_name(painter, at, rect, name)


def _paint_name(painter: QPainter, at: QPointF, rect: QRectF, name: str) -> None:
    theme, font = current_theme(), tabular_font(painter.font())
    font.setBold(True)
    painter.setFont(font)
    metrics = painter.fontMetrics()
    width, height = metrics.horizontalAdvance(name) + 10, metrics.height() + 2
    left = at.x() + MARKER_RADIUS_PX + 5
    if left + width > rect.right():
        left = at.x() - MARKER_RADIUS_PX - 5 - width
    tag = QRectF(left, at.y() - height / 2, width, height)
    painter.setPen(QPen(QColor(theme.border), 1))
    painter.setBrush(QColor(theme.surface))
    painter.drawRoundedRect(tag, 4, 4)
    painter.setPen(QColor(theme.text))
    painter.drawText(tag, Qt.AlignmentFlag.AlignCenter, name)


def paint_origin(painter: QPainter, frame: PlotFrame, size: QSizeF) -> None:
    """Paint the lines where a coordinate is 0."""
    origin, rect = frame.to_widget(0, 0, size), frame.rect(size)
    painter.setPen(QPen(QColor(current_theme().border), 1))
    painter.drawLine(QPointF(origin.x(), rect.top()), QPointF(origin.x(), rect.bottom()))
    painter.drawLine(QPointF(rect.left(), origin.y()), QPointF(rect.right(), origin.y()))


def paint_ring(painter: QPainter, at: QPointF, radius: float, color: str, width: float) -> None:
    """Paint a ring that is seen on points and on pictures."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for ring, breadth in ((current_theme().surface, width + 2), (color, width)):
        painter.setPen(QPen(QColor(ring), breadth))
        painter.drawEllipse(at, radius, radius)


def paint_outline(painter: QPainter, outline: QPolygonF, *, is_closed: bool = True) -> None:
    """Paint a lasso, or a line."""
    fill = QColor(current_theme().accent)
    fill.setAlphaF(0.12)
    painter.setPen(QPen(QColor(current_theme().accent), 1.5, Qt.PenStyle.DashLine))
    painter.setBrush(fill)
    (painter.drawPolygon if is_closed else painter.drawPolyline)(outline)


def caption(place: Place) -> str:
    """A place as text."""
    return tr("{x}, {y}", x=signed(place[0]), y=signed(place[1]))


def circle(middle: tuple[float, float], radius: float) -> list[tuple[float, float]]:
    """Places on a circle."""
    angles = np.linspace(0, 2 * np.pi, 48, endpoint=False)
    places = radius * np.stack([np.cos(angles), np.sin(angles)], axis=1) + middle
    return [(x, y) for x, y in places.tolist()]


def paint_card(
    painter: QPainter, at: QPointF, size: QSizeF, image: FloatArray, lines: Sequence[str]
) -> None:
    """Paint a digit over lines of text, beside the place that it belongs to."""
    theme, line = current_theme(), painter.fontMetrics().height()
    width = DIGIT_PX + 2 * CARD_PADDING_PX
    height = width + len(lines) * line + 2
    left = at.x() + CARD_DISTANCE_PX
    if left + width > size.width() - TOOLS_PX:
        left = at.x() - CARD_DISTANCE_PX - width
    top = at.y() - CARD_DISTANCE_PX - height
    if top < 2:
        top = at.y() + CARD_DISTANCE_PX
    # Whole pixels keep the digit crisp.
    card = QRectF(round(max(2.0, left)), round(top), width, height)
    painter.setPen(QPen(QColor(theme.border), 1))
    painter.setBrush(QColor(theme.surface))
    painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)
    inset = CARD_PADDING_PX
    painter.drawImage(
        QRectF(card.left() + inset, card.top() + inset, DIGIT_PX, DIGIT_PX), digit_image(image)
    )
    painter.setPen(QColor(theme.muted))
    below = QRectF(card.left(), card.top() + inset + DIGIT_PX + 2, width, line * len(lines))
    painter.drawText(below, Qt.AlignmentFlag.AlignCenter, "\n".join(lines))
