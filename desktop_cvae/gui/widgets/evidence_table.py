"""The evidence for each label, painted as one table: a row has a picture, a bar and numbers.

Tested in tests/gui/widgets/test_evidence_bars.py.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QImage,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from desktop_cvae.core.language import mark, percent_text, tr
from desktop_cvae.core.results import FloatArray, Recognition
from desktop_cvae.core.specs import DIGIT_NAMES
from desktop_cvae.gui.qimage_arrays import digit_image
from desktop_cvae.gui.theme import (
    SPACING,
    current_theme,
    label_color,
    sized,
    tabular_font,
    text_scale,
)
from desktop_cvae.gui.widgets.evidence_scale import (
    COLUMNS,
    TICKS_NATS,
    axis_position,
    bar_lengths,
    nats_text,
)
from desktop_cvae.gui.widgets.explained_heading import paint_explained
from desktop_cvae.gui.widgets.painted_view import PaintedView

LEAST_THUMB, MOST_THUMB = 18, 56
BAR = 10
MAX_NAME = 92
MIN_BAR = 96
"""Smallest width of a bar, in pixels; below it the two parts of the evidence are left out."""
FADED = 0.55
"""Opacity of the bars of labels that are not the answer."""
LEAST_AXIS_PX = 84
"""Smallest width of an axis with numbers, in pixels."""
TICK_GAP_PX = 4
COMFORTABLE_ROW, MOST_ROW = 36, 64
HEADER = 28
TITLE = mark("Evidence")
AXIS_TITLES = (mark("nats behind the best"), mark("behind best"))
"""Names of the bars' axis; the first that fits is shown."""
HEADINGS = {"reconstruction": "reconstruction", "kl": "kl", "nats": "nats", "share": "probability"}
"""Explanation topics of the columns."""
NO_NAME = ""
"""Name of the single row of a model without labels."""


class EvidenceTable(PaintedView):
    """Label, reconstruction, bar, evidence and probability of every label.

    Attributes:
        names: of the labels, a row each.
        recognition: the reading that is shown; None for empty rows.
        chosen: the row of the label that conditions.
        hovered: the row that is looked at.
        hovered_heading: the topic of the heading under the pointer; "" for none.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setFont(tabular_font(self.font()))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.names: tuple[str, ...] = DIGIT_NAMES
        self.recognition: Recognition | None = None
        self.chosen: int | None = None
        self.hovered: int | None = None
        self.hovered_heading = ""
        self._explanations: FloatArray | None = None
        self._lengths: FloatArray | None = None
        self._thumbs: list[QImage] = []

    def set_names(self, names: tuple[str, ...]) -> None:
        """Set the labels' names; none for a model without labels, which has one row."""
        self.names = names or (NO_NAME,)
        self.updateGeometry()
        self.update()

    def set_recognition(
        self,
        recognition: Recognition | None,
        chosen: int | None,
        explanations: FloatArray | None = None,
    ) -> None:
        """Show a reading, or empty rows.

        Args:
            recognition: the reading.
            chosen: the label that conditions.
            explanations: float32, (K, 28, 28), the rows' pictures; None takes the reading's own.
        """
        self.recognition, self.chosen = recognition, chosen
        self._explanations = explanations
        self._lengths = None if recognition is None else bar_lengths(recognition.evidence_nats)
        self.draw()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(260, self._height(self._least_row()))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def comfortable_height(self) -> int:
        return self._height(round(COMFORTABLE_ROW * text_scale()))

    def row_at(self, y: float) -> int | None:
        row = int((y - HEADER) // self._pitch())
        return row if 0 <= row < len(self.names) else None

    def row_rect(self, row: int) -> QRect:
        return QRect(0, HEADER + row * self._pitch(), self.width(), self._pitch())

    def headings(self) -> dict[str, QRect]:
        """Return where each topic's heading stands."""
        columns = self._across()
        rects = {HEADINGS[name]: columns[name] for name in HEADINGS if name in columns}
        if self.names == (NO_NAME,):
            rects.pop("probability")
        words = QFontMetrics(sized(self.font(), 0, QFont.Weight.DemiBold))
        area = QRect(0, 0, self.width(), HEADER)
        title = QRect(0, 0, words.horizontalAdvance(tr(TITLE)), HEADER)
        return {"evidence": QStyle.visualRect(self.layoutDirection(), area, title), **rects}

    def heading_at(self, point: QPoint) -> str:
        if not 0 <= point.y() < HEADER:
            return ""
        return next((topic for topic, r in self.headings().items() if r.contains(point)), "")

    def axis_title(self) -> str:
        """Return the longest name of the bars' axis that fits beside the table's title, or ""."""
        metrics, title = QFontMetrics(sized(self.font(), -2)), self.headings()["evidence"]
        bars = self._across()["bar"]
        if bars.width() < LEAST_AXIS_PX:
            return ""
        is_ltr = self.layoutDirection() == Qt.LayoutDirection.LeftToRight
        room = (bars.right() - title.right() if is_ltr else title.left() - bars.left()) - SPACING
        texts = (tr(text) for text in AXIS_TITLES)
        return next((text for text in texts if metrics.horizontalAdvance(text) <= room), "")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # Numbers read from left to right everywhere; the columns are mirrored by row_columns.
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        # Once for all rows: it measures texts.
        across = self._across()
        self._paint_header(painter, across)
        for index in range(len(self.names)):
            self._paint_row(painter, index, across)
        painter.end()

    @property
    def parts_are_shown(self) -> bool:
        """True if the rows have room for the two parts of the evidence."""
        return "kl" in self._across()

    def draw(self) -> None:
        self._thumbs = []
        if self.recognition is not None:
            own = self.recognition.reconstructions
            images = own if self._explanations is None else self._explanations
            self._thumbs = [digit_image(image) for image in images]

    def _least_row(self) -> int:
        return max(LEAST_THUMB + 2, self.fontMetrics().height() + 3)

    def _height(self, row: int) -> int:
        return HEADER + row * len(self.names)

    def _pitch(self) -> int:
        """Return the height of a row: the rows share the height of the widget."""
        shared = (self.height() - HEADER) // len(self.names)
        return min(max(shared, self._least_row()), round(MOST_ROW * text_scale()))

    def _across(self) -> dict[str, QRect]:
        thumb = min(max(self._pitch() - 4, LEAST_THUMB), MOST_THUMB)
        return row_columns(self, QRect(0, 0, self.width(), HEADER), self.names, thumb)

    def _paint_header(self, painter: QPainter, columns: dict[str, QRect]) -> None:
        area = QRect(0, 0, self.width(), HEADER)
        start = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
        painter.setFont(sized(self.font(), 0, QFont.Weight.DemiBold))
        self._paint_heading(painter, area, start, tr(TITLE), "evidence", current_theme().text)
        painter.setFont(self.font())
        self._paint_axis(painter, columns["bar"])
        texts = {name: tr(heading) for name, (heading, _) in COLUMNS.items()}
        if self.names == (NO_NAME,):
            texts.pop("share")
        for name, words in texts.items():
            if name in columns:
                color = current_theme().muted
                right = Qt.AlignmentFlag.AlignRight
                self._paint_heading(painter, columns[name], right, words, HEADINGS[name], color)

    def _paint_axis(self, painter: QPainter, column: QRect) -> None:
        """Paint nats behind the best, as numbers over the bars and as hair lines through them."""
        rows = self._pitch() * len(self.names)
        ltr = Qt.LayoutDirection.LeftToRight
        painter.setFont(sized(self.font(), -2))
        metrics = painter.fontMetrics()
        end = -TICK_GAP_PX
        middle = HEADER // 2
        if title := self.axis_title():
            middle = HEADER * 3 // 4
            painter.setPen(QColor(current_theme().muted))
            above = QRect(0, 0, column.right() + 1, HEADER // 2 + 1)
            if self.layoutDirection() != ltr:
                above = QRect(column.left(), 0, self.width() - column.left(), HEADER // 2 + 1)
            side = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignRight)
            painter.drawText(above, side | Qt.AlignmentFlag.AlignVCenter, title)
        for tick in TICKS_NATS:
            along = round(column.width() * float(axis_position(tick)))
            line = QRect(column.x() + along, HEADER, 1, rows)
            line = QStyle.visualRect(self.layoutDirection(), column, line)
            painter.fillRect(line, QColor(current_theme().border))
            text = f"\N{MINUS SIGN}{tick}" if tick else "0"
            text_rect = QRect(0, 0, metrics.horizontalAdvance(text) + 2, HEADER)
            text_rect.moveCenter(QPoint(line.x(), middle))
            has_room = abs(line.x() - end) > text_rect.width() / 2 + TICK_GAP_PX
            if column.width() >= LEAST_AXIS_PX and has_room:
                end = text_rect.right() if self.layoutDirection() == ltr else text_rect.left()
                painter.setPen(QColor(current_theme().muted))
                painter.drawText(text_rect, Qt.AlignmentFlag.AlignCenter, text)
        painter.setFont(self.font())

    def _paint_heading(
        self,
        painter: QPainter,
        area: QRect,
        side: Qt.AlignmentFlag,
        text: str,
        topic: str,
        color: str,
    ) -> None:
        painter.setPen(QColor(color))
        flags = side | Qt.AlignmentFlag.AlignVCenter
        paint_explained(painter, area, flags, text, is_active=topic == self.hovered_heading)

    def _paint_row(self, painter: QPainter, index: int, across: dict[str, QRect]) -> None:
        area = self.row_rect(index)
        if index in (self.hovered, self.chosen):
            # The keyboard's row has an edge as well.
            is_marked = self.hasFocus() and index == self.hovered
            edge = QPen(QColor(current_theme().accent), 2)
            painter.setPen(edge if is_marked else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(current_theme().raised))
            painter.drawRoundedRect(QRectF(area).adjusted(1, 2, -1, -2), 4, 4)
        reading = self.recognition
        is_best = reading is not None and reading.label == index
        weight = QFont.Weight.DemiBold if is_best else QFont.Weight.Normal
        painter.setFont(sized(self.font(), 0, weight))
        columns = {
            name: QRect(rect.x(), area.y(), rect.width(), area.height())
            for name, rect in across.items()
        }
        painter.setPen(QColor(current_theme().text))
        name = painter.fontMetrics().elidedText(
            self.names[index], Qt.TextElideMode.ElideRight, columns["name"].width()
        )
        painter.drawText(columns["name"], Qt.AlignmentFlag.AlignCenter, name)
        thumb = self._thumbs[index] if index < len(self._thumbs) else None
        paint_thumb(painter, columns["thumb"], thumb)
        length = None if self._lengths is None else float(self._lengths[index])
        direction = self.layoutDirection()
        paint_bar(painter, columns["bar"], direction, index, length, is_best=is_best)
        if reading is not None:
            shares = reading.shares
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.setPen(QColor(current_theme().muted))
            for part, values in _parts(reading).items():
                if part in columns:
                    painter.drawText(columns[part], right, nats_text(float(values[index])))
            painter.setPen(QColor(current_theme().text if is_best else current_theme().muted))
            painter.drawText(columns["nats"], right, nats_text(float(reading.evidence_nats[index])))
            if reading.label is not None:
                share = percent_text(float(shares[index]))
                painter.drawText(columns["share"], right, share)


def row_columns(widget: QWidget, area: QRect, names: Sequence[str], thumb: int) -> dict[str, QRect]:
    """Return the parts of a row, mirrored for right-to-left; the widths depend on the font alone.

    Args:
        widget: has the font and the direction.
        area: of the row.
        names: of all labels; the widest decides.
        thumb: side of the small pictures.

    Returns:
        ``name``, ``thumb``, ``bar``, ``nats`` and ``share``; where there is room, also
        ``reconstruction`` and ``kl`` before ``nats``.
    """
    metrics = QFontMetrics(sized(widget.font(), 0, QFont.Weight.DemiBold))
    longest = max(map(metrics.horizontalAdvance, names))
    usual = QFontMetrics(widget.font())
    rooms = {
        name: max(metrics.horizontalAdvance(widest), usual.horizontalAdvance(tr(heading)))
        for name, (heading, widest) in COLUMNS.items()
    }
    widths = {
        "name": min(max(24, longest), MAX_NAME),
        "thumb": thumb,
        "bar": 0,
        "nats": rooms["nats"],
        "share": rooms["share"],
    }
    widths["bar"] = area.width() - sum(widths.values()) - SPACING * len(widths) - 4
    parts = {name: rooms[name] for name in ("reconstruction", "kl")}
    needed = sum(parts.values()) + SPACING * len(parts)
    if widths["bar"] - needed >= MIN_BAR:
        widths = _inserted(widths, parts)
        widths["bar"] -= needed
    widths["bar"] = max(20, widths["bar"])
    columns, x = {}, 0
    for name, width in widths.items():
        rect = QRect(x, area.y(), width, area.height())
        columns[name] = QStyle.visualRect(widget.layoutDirection(), area, rect)
        x += width + SPACING + (4 if name == "thumb" else 0)
    return columns


def _inserted(widths: dict[str, int], parts: dict[str, int]) -> dict[str, int]:
    names = ("name", "thumb", "bar", *parts, "nats", "share")
    return {name: {**widths, **parts}[name] for name in names}


def paint_thumb(painter: QPainter, column: QRect, thumb: QImage | None) -> None:
    """Paint the label's reconstruction in a frame; an empty frame without one."""
    theme = current_theme()
    side = column.width()
    square = QRect(column.x(), column.y() + (column.height() - side) // 2, side, side)
    painter.fillRect(square, QColor(theme.paper))
    if thumb is not None:
        painter.drawImage(square, thumb)
    painter.setPen(QPen(QColor(theme.border), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(QRectF(square).adjusted(0.5, 0.5, -0.5, -0.5))


def paint_bar(
    painter: QPainter,
    column: QRect,
    direction: Qt.LayoutDirection,
    index: int,
    length: float | None,
    *,
    is_best: bool,
) -> None:
    """Paint a track, and on it the bar in the label's colour.

    Args:
        painter: of the widget.
        column: where.
        direction: in which texts run, and the bar grows.
        index: of the label.
        length: in [0, 1]; None for the track alone.
        is_best: False fades it.
    """
    track = QRect(column.x(), column.center().y() - BAR // 2 + 1, column.width(), BAR)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(current_theme().raised))
    painter.drawRoundedRect(track, 3, 3)
    if length is None:
        return
    filled = QRect(track)
    filled.setWidth(max(4, round(track.width() * length)))
    painter.setBrush(label_color(index))
    painter.setOpacity(1.0 if is_best else FADED)
    painter.drawRoundedRect(QStyle.visualRect(direction, track, filled), 3, 3)
    painter.setOpacity(1.0)


def _parts(reading: Recognition) -> dict[str, FloatArray]:
    return {"reconstruction": reading.reconstruction_nats, "kl": reading.kl_nats}
