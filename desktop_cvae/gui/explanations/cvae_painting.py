"""The painting of a CVAE: its boxes and arrows, with a digit running through them.

Tested in tests/gui/explanations/test_cvae_picture.py.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPolygonF

from desktop_cvae.core.language import mark, number, tr, tr_n
from desktop_cvae.core.results import FloatArray
from desktop_cvae.gui.latent.plane_view import signed
from desktop_cvae.gui.qimage_arrays import digit_image
from desktop_cvae.gui.theme import current_theme, sized
from desktop_cvae.gui.widgets.evidence_scale import nats_text
from desktop_cvae.inference.evidence_decomposition import ForwardPass

STEPS = ("picture", "label", "encoder", "code", "decoder", "elbo")
"""The steps in which the picture is explained, each with the boxes that come with it."""
LEAST_WIDTH, MOST_WIDTH, HEIGHT = 480, 712, 374
"""Size of the drawing, in pixels at the normal text size; a narrower widget shrinks it."""
DIGIT, NETWORK = 112, 116
"""Widths of a digit's picture, four pixels to a pixel, and of encoder and decoder."""
SLOPE = 16
"""Pixels by which a network's narrow side is lower at each end."""
LEFT, TOP, LOW = 20, 22, 226
"""Left edge of the digits, and the tops of the upper and the lower row."""
CELLS_TOP, CELL = 160, 24
GHOST = 0.16
"""Opacity of what is explained in a later step."""
PIXELS = mark("−log p(x | z, y) = {nats} nats")
PIXELS_PLAIN = mark("−log p(x | z) = {nats} nats")
_AXIS = 24
"""Width of the axis' words in a plot."""
_CENTER = Qt.AlignmentFlag.AlignCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class _Boxes:
    """Boxes of a painting of some width."""

    picture: QRectF
    encoder: QRectF
    posterior: QRectF
    cells: QRectF
    code: QRectF
    decoder: QRectF
    reconstruction: QRectF

    @classmethod
    def within(cls, width: float) -> _Boxes:
        plot = min(max(width - 314, 170), 330)
        gap = (width - LEFT - DIGIT - NETWORK - plot - 2) / 2
        middle, right = LEFT + DIGIT + gap, LEFT + DIGIT + NETWORK + 2 * gap
        cells = QRectF(LEFT, CELLS_TOP, middle + NETWORK - LEFT, CELL)
        return cls(
            QRectF(LEFT, TOP, DIGIT, DIGIT),
            QRectF(middle, TOP, NETWORK, DIGIT),
            QRectF(right, TOP, plot, DIGIT),
            cells,
            QRectF(right, LOW, plot, DIGIT),
            QRectF(middle, LOW, NETWORK, DIGIT),
            QRectF(LEFT, LOW, DIGIT, DIGIT),
        )


@dataclass(frozen=True, eq=False)
class CvaePainting:
    """Content and layout of a painting of a CVAE, in pixels at the normal text size.

    Attributes:
        width: of the whole painting.
        image: float32, (28, 28), in [0, 1]; None for empty boxes.
        way: the picture's way through the network; None for empty boxes.
        names: of the labels; none for a model without labels.
        step: one of ``STEPS``, the last that is explained; "" for all.
        limit: range of the z axis, ± in its units.
        dimension: index of the latent dimension in hand; −1 for none.
        has_focus: True if keys move z.
    """

    width: float = LEAST_WIDTH
    image: FloatArray | None = None
    way: ForwardPass | None = None
    names: tuple[str, ...] = ()
    step: str = ""
    limit: float = 1.0
    dimension: int = -1
    has_focus: bool = False

    def paint(self, painter: QPainter) -> None:
        """Paint all boxes and arrows; what a later step explains is faint."""
        # What is behind comes first: arrows end at boxes.
        for step, paint in (
            ("elbo", self._paint_comparison),
            ("decoder", self._paint_decoder),
            ("code", self._paint_code),
            ("encoder", self._paint_encoder),
            ("label", self._paint_label),
            ("picture", self._paint_picture),
        ):
            painter.setOpacity(1.0 if self._is_reached(step) else GHOST)
            self._painted(painter, paint, is_current=step == self.step)

    @cached_property
    def boxes(self) -> _Boxes:
        return _Boxes.within(min(self.width, MOST_WIDTH))

    @property
    def code_area(self) -> QRectF:
        """The plot of z, with its handles that stand at the edge."""
        return self.boxes.code.adjusted(_AXIS, -4, 0, 4)

    def cell(self, label: int) -> QRectF:
        """Return a label's place in the one-hot vector."""
        cells = self.boxes.cells
        width = cells.width() / max(1, len(self.names))
        return QRectF(cells.left() + label * width, cells.top(), width, cells.height())

    def cell_at(self, point: QPointF) -> int | None:
        """Return the label whose place in the one-hot vector is there."""
        return next((k for k in range(len(self.names)) if self.cell(k).contains(point)), None)

    def dimension_at(self, point: QPointF) -> int | None:
        """Return the index of the latent dimension whose bar is there."""
        if self.way is None or not self.code_area.contains(point):
            return None
        box = self.boxes.code
        at = int((point.x() - box.left() - _AXIS) / self._pitch(box))
        return min(max(at, 0), len(self.way.mean) - 1)

    def value_at(self, point: QPointF) -> float:
        """Return the value on the axis of z at that height."""
        box = self.boxes.code
        return self.limit * (box.center().y() - point.y()) / (box.height() / 2 - 6)

    def x(self, box: QRectF, dimension: int) -> float:
        """Return where a dimension stands in a plot."""
        return box.left() + _AXIS + (dimension + 0.5) * self._pitch(box)

    def y(self, box: QRectF, value: float) -> float:
        """Return where a value stands in a plot; beyond the axis, at its end."""
        fraction = min(max(value / self.limit, -1.0), 1.0)
        return box.center().y() - fraction * (box.height() / 2 - 6)

    def _is_reached(self, step: str) -> bool:
        return not self.step or STEPS.index(step) <= STEPS.index(self.step)

    def _painted(
        self, painter: QPainter, paint: Callable[[QPainter, bool], None], *, is_current: bool
    ) -> None:
        painter.save()
        paint(painter, is_current)
        painter.restore()

    def _paint_picture(self, painter: QPainter, is_current: bool) -> None:
        box = self.boxes.picture
        _title(painter, box, tr("picture x"))
        _digit(painter, box, self.image, is_current)

    def _paint_label(self, painter: QPainter, is_current: bool) -> None:
        theme, boxes = current_theme(), self.boxes
        if not self.names:
            return
        painter.setPen(QColor(theme.text))
        above = QRectF(LEFT, CELLS_TOP - 22, boxes.cells.width(), 20)
        painter.drawText(above, _LEFT, tr("label y, one-hot"))
        small = sized(painter.font(), -3)
        chosen = self.way.label if self.way is not None else -1
        for label, name in enumerate(self.names):
            cell = self.cell(label).adjusted(1, 0, -1, 0)
            is_on = label == chosen
            _box(painter, cell, is_current=False, radius=4)
            if is_on:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(theme.accent))
                painter.drawRoundedRect(cell, 4, 4)
            if cell.width() < 12:
                continue
            painter.setPen(QColor(theme.on_accent if is_on else theme.muted))
            painter.drawText(cell, _CENTER, "1" if is_on else "0")
            painter.save()
            painter.setFont(small)
            painter.setPen(QColor(theme.text if is_on else theme.muted))
            painter.drawText(cell.translated(0, CELL - 2), _CENTER, name)
            painter.restore()
        if is_current:
            painter.setPen(QPen(QColor(theme.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(boxes.cells.adjusted(-2, -3, 2, 3), 6, 6)

    def _paint_encoder(self, painter: QPainter, is_current: bool) -> None:
        boxes = self.boxes
        encoder, plot = boxes.encoder, boxes.posterior
        middle = encoder.center().y()
        _arrow(painter, QPointF(boxes.picture.right(), middle), QPointF(encoder.left(), middle))
        given = "q(z | x)"
        if self.names:
            at = encoder.center().x()
            _arrow(painter, QPointF(at, CELLS_TOP), QPointF(at, encoder.bottom() - SLOPE / 2))
            given = "q(z | x, y)"
        _network(painter, encoder, tr("Encoder"), given, is_current, narrows=True)
        _arrow(painter, QPointF(encoder.right(), middle), QPointF(plot.left(), middle))
        way = self.way
        size = "" if way is None else tr_n("{n} dimension", "{n} dimensions", len(way.mean))
        _title(painter, plot, tr("μ and σ"), size)
        self._plot(painter, plot, is_current)
        if way is None:
            return
        theme, pitch = current_theme(), self._pitch(plot)
        for index, (mean, spread) in enumerate(zip(way.mean, way.spread, strict=True)):
            x, y = self.x(plot, index), self.y(plot, float(mean))
            _bar(painter, QRectF(x, self.y(plot, 0.0), 0, 0), y, 0.62 * pitch, theme.accent)
            painter.setPen(QPen(QColor(theme.text), 1.6))
            top, bottom = (self.y(plot, float(mean + side * spread)) for side in (1, -1))
            painter.drawLine(QPointF(x, top), QPointF(x, bottom))

    def _paint_code(self, painter: QPainter, is_current: bool) -> None:
        theme, boxes, way = current_theme(), self.boxes, self.way
        plot, upper = boxes.code, boxes.posterior
        x = plot.left() + 12
        _arrow(painter, QPointF(x, upper.bottom()), QPointF(x, plot.top() - 22))
        painter.setPen(QColor(theme.text))
        words = QRectF(x + 12, upper.bottom() + 12, plot.right() - x - 12, 20)
        painter.drawText(words, _LEFT, "z = μ + σ·ε")
        if way is not None:
            kl = tr("KL(q ‖ p) = {nats} nats", nats=nats_text(way.kl_nats))
            _badge(painter, words.left(), words.bottom() + 5, kl, theme.foreign, plot.right())
        value = tr("drag a bar")
        if way is not None and self.dimension >= 0:
            value = f"z{_subscript(self.dimension + 1)} = "
            value += signed(float(way.latents[self.dimension]))
        _title(painter, plot, tr("code z"), value, is_strong=self.dimension >= 0)
        self._plot(painter, plot, is_current or self.has_focus)
        if way is None:
            return
        pitch = self._pitch(plot)
        for index, latent in enumerate(way.latents):
            x, y = self.x(plot, index), self.y(plot, float(latent))
            is_in_hand = index == self.dimension
            color = theme.accent
            _bar(painter, QRectF(x, self.y(plot, 0.0), 0, 0), y, 0.62 * pitch, color, 0.45)
            mean = self.y(plot, float(way.mean[index]))
            painter.setPen(QPen(QColor(theme.text), 1.2))
            painter.drawLine(QPointF(x - 0.31 * pitch, mean), QPointF(x + 0.31 * pitch, mean))
            painter.setPen(QPen(QColor(theme.surface), 1.2))
            painter.setBrush(QColor(theme.text if is_in_hand else theme.accent))
            radius = min(5.0, 0.45 * pitch) + 1.0 * is_in_hand
            painter.drawEllipse(QPointF(x, y), radius, radius)

    def _paint_decoder(self, painter: QPainter, is_current: bool) -> None:
        boxes = self.boxes
        decoder, shown = boxes.decoder, boxes.reconstruction
        middle = decoder.center().y()
        _arrow(painter, QPointF(boxes.code.left(), middle), QPointF(decoder.right(), middle))
        given = "p(x | z)"
        if self.names:
            at = decoder.center().x()
            foot = CELLS_TOP + CELL + 18
            _arrow(painter, QPointF(at, foot), QPointF(at, decoder.top() + SLOPE / 2))
            given = "p(x | z, y)"
        _network(painter, decoder, tr("Decoder"), given, is_current, narrows=False)
        _arrow(painter, QPointF(decoder.left(), middle), QPointF(shown.right(), middle))
        _title(painter, shown, tr("reconstruction x′"))
        drawn = None if self.way is None else self.way.reconstruction
        _digit(painter, shown, drawn, is_current)

    def _paint_comparison(self, painter: QPainter, is_current: bool) -> None:
        """Paint the bracket between x and x′, its nats, and the sum of both terms."""
        theme, boxes, way = current_theme(), self.boxes, self.way
        x, top = 6.0, boxes.picture.center().y()
        foot = boxes.reconstruction.bottom() + 22
        painter.setPen(QPen(QColor(theme.too_much), 1.6, Qt.PenStyle.DashLine))
        middle = boxes.reconstruction.center().y()
        corners = [QPointF(LEFT, top), QPointF(x, top), QPointF(x, foot), QPointF(LEFT, foot)]
        painter.drawPolyline(QPolygonF(corners))
        painter.drawLine(QPointF(x, middle), QPointF(LEFT, middle))
        if way is None:
            return
        given = PIXELS if self.names else PIXELS_PLAIN
        words = tr(given, nats=nats_text(way.reconstruction_nats))
        _badge(painter, LEFT, foot - 11, words, theme.too_much)
        painter.setFont(sized(painter.font(), 1, QFont.Weight.DemiBold))
        painter.setPen(QColor(theme.accent if is_current else theme.text))
        line = QRectF(LEFT, foot - 13, boxes.code.right() - LEFT, 26)
        painter.drawText(line, _RIGHT, elbo_text(way))

    def _plot(self, painter: QPainter, box: QRectF, is_current: bool) -> None:
        """Paint the frame, the axis and the prior's bands of a plot of all dimensions."""
        theme = current_theme()
        _box(painter, box, is_current=is_current)
        painter.setFont(sized(painter.font(), -3))
        tick = int(self.limit) - 1
        for value in (tick, 0, -tick):
            y = self.y(box, value)
            painter.setPen(QPen(QColor(theme.border), 1))
            painter.drawLine(QPointF(box.left() + _AXIS, y), QPointF(box.right() - 5, y))
            painter.setPen(QColor(theme.muted))
            words = number(value, "d").replace("-", "\N{MINUS SIGN}")
            painter.drawText(QRectF(box.left(), y - 8, _AXIS - 4, 16), _RIGHT, words)
        if self.way is None:
            return
        band = QColor(theme.muted)
        band.setAlphaF(0.2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(band)
        pitch = self._pitch(box)
        pairs = zip(self.way.prior_mean, self.way.prior_spread, strict=True)
        for index, (mean, spread) in enumerate(pairs):
            top, bottom = self.y(box, mean + spread), self.y(box, mean - spread)
            left = box.left() + _AXIS + index * pitch
            painter.drawRect(QRectF(left, top, pitch, bottom - top))

    def _pitch(self, box: QRectF) -> float:
        count = 1 if self.way is None else len(self.way.mean)
        return (box.width() - _AXIS - 5) / count


def elbo_text(way: ForwardPass) -> str:
    """Return "ELBO = −(75.3 + 14.2) = −89.5", with ≈ where the rounded numbers do not add up."""
    terms = way.reconstruction_nats, way.kl_nats
    first, second, total = (nats_text(value) for value in (*terms, way.elbo_nats))
    is_exact = abs(sum(round(term, 1) for term in terms) + round(way.elbo_nats, 1)) < 0.05
    terms_and_sum = f"−({first} + {second}) {'=' if is_exact else '≈'} {total}"
    return tr("ELBO = {terms_and_sum}", terms_and_sum=terms_and_sum)


def _subscript(n: int) -> str:
    return str(n).translate(str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉"))


def _box(painter: QPainter, box: QRectF, *, is_current: bool, radius: float = 6) -> None:
    theme = current_theme()
    painter.setPen(QPen(QColor(theme.accent if is_current else theme.border), 1 + is_current))
    painter.setBrush(QColor(theme.surface))
    painter.drawRoundedRect(box, radius, radius)


def _digit(painter: QPainter, box: QRectF, image: FloatArray | None, is_current: bool) -> None:
    theme = current_theme()
    if image is None:
        _box(painter, box, is_current=is_current, radius=2)
        return
    painter.drawImage(box, digit_image(image))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(theme.accent if is_current else theme.border), 1 + is_current))
    painter.drawRect(box)


def _title(
    painter: QPainter, box: QRectF, words: str, right: str = "", *, is_strong: bool = False
) -> None:
    """Paint words above a box, and others at the other end, muted unless they are strong."""
    line = QRectF(box.left(), box.top() - 21, box.width(), 20)
    painter.setPen(QColor(current_theme().text))
    # A caption may be wider than its digit; the gap beside it is free.
    painter.drawText(line.adjusted(0, 0, 0 if right else 40, 0), _LEFT, words)
    painter.setPen(QColor(current_theme().text if is_strong else current_theme().muted))
    painter.drawText(line, _RIGHT, right)


def _network(
    painter: QPainter, box: QRectF, name: str, given: str, is_current: bool, *, narrows: bool
) -> None:
    """Paint a trapezium that narrows from left to right, or widens."""
    theme = current_theme()
    left, right = (0, SLOPE) if narrows else (SLOPE, 0)
    corners = [
        box.topLeft() + QPointF(0, left),
        box.topRight() + QPointF(0, right),
        box.bottomRight() - QPointF(0, right),
        box.bottomLeft() - QPointF(0, left),
    ]
    fill = QColor(theme.accent)
    fill.setAlphaF(0.14)
    painter.setPen(QPen(QColor(theme.accent), 2 if is_current else 1))
    painter.setBrush(fill)
    painter.drawPolygon(QPolygonF(corners))
    painter.setPen(QColor(theme.text))
    font = QFont(painter.font())
    strong = sized(font, 0, QFont.Weight.DemiBold)
    # "Декодувальник" is the longest name, and fonts differ.
    while QFontMetrics(strong).horizontalAdvance(name) > box.width() - 6:
        strong = sized(strong, -1, QFont.Weight.DemiBold)
    painter.setFont(strong)
    half = box.adjusted(2, 34, -2, 0)
    half.setHeight(22)
    painter.drawText(half, _CENTER, name)
    painter.setFont(sized(font, -1))
    painter.setPen(QColor(theme.muted))
    painter.drawText(half.translated(0, 21), _CENTER, given)
    painter.setFont(font)


def _arrow(painter: QPainter, start: QPointF, end: QPointF) -> None:
    """Paint an arrow along an axis, with a little air at both ends."""
    way = end - start
    unit = way / max(1.0, abs(way.x()) + abs(way.y()))
    across = QPointF(-unit.y(), unit.x())
    start, end = start + unit * 4, end - unit * 3
    color = QColor(current_theme().muted)
    painter.setPen(QPen(color, 1.6))
    painter.drawLine(start, end - unit * 5)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    foot = end - unit * 8
    painter.drawPolygon(QPolygonF([end, foot + across * 4.5, foot - across * 4.5]))


def _bar(
    painter: QPainter, at: QRectF, y: float, width: float, color: str, opacity: float = 0.8
) -> None:
    """Paint a vertical bar from a point to a height."""
    fill = QColor(color)
    fill.setAlphaF(opacity)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(fill)
    painter.drawRect(QRectF(at.x() - width / 2, at.y(), width, y - at.y()).normalized())


def _badge(
    painter: QPainter, x: float, y: float, words: str, color: str, right: float = MOST_WIDTH
) -> None:
    """Paint words in a rounded frame of a term's colour, no farther than an edge."""
    fill = QColor(color)
    fill.setAlphaF(0.12)
    width = painter.fontMetrics().horizontalAdvance(words) + 18
    box = QRectF(min(x, right - width), y, width, 22)
    painter.setPen(QPen(QColor(color), 1.2))
    painter.setBrush(fill)
    painter.drawRoundedRect(box, 11, 11)
    painter.setPen(QColor(current_theme().text))
    painter.drawText(box, _CENTER, words)
