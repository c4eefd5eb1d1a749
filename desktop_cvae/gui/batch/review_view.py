"""The picture of the current row with the boxes of its digits, zoomed to what is in doubt."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop_cvae.core.language import tr
from desktop_cvae.core.results import DIGIT, Box
from desktop_cvae.gui.batch.batch_view import BatchView
from desktop_cvae.gui.batch.picture_table import FIRST_FIELD, PictureTable, field_remark
from desktop_cvae.gui.controls import make_check_box
from desktop_cvae.gui.qimage_arrays import grey_image
from desktop_cvae.gui.widgets.card import Card, text_label
from desktop_cvae.gui.widgets.painted_view import PaintedView, paint_message
from desktop_cvae.gui.widgets.work_dialog import sentence_of
from desktop_cvae.inference.picture_records import (
    FormRecord,
    FoundDigit,
    PictureRecord,
    box_around,
)
from desktop_cvae.pictures.picture_files import read_picture
from desktop_cvae.workers.job_runner import JobRunner

AROUND = 0.8
"""Margin around what is shown, as a fraction of its height."""
LEAST_SIDE_PX = 40
"""Shortest side of the part that is shown, in pixels of the picture."""
MAX_SCALE = 12.0
PAPER = QColor("#ffffff")
DOUBT, CURRENT, OTHER = QColor("#a03c00"), QColor("#0b62d6"), QColor("#5b6470")
"""Colours of boxes; pictures keep theirs in every theme, and so do these."""


@dataclass(frozen=True)
class Marks:
    """Marks in a picture.

    Attributes:
        doubtful: boxes of digits to check.
        current: boxes of the other digits of the current reading or field.
        others: boxes of the digits of other fields.
        focus: the part to be shown; None for the whole picture.
    """

    doubtful: tuple[Box, ...] = ()
    current: tuple[Box, ...] = ()
    others: tuple[Box, ...] = ()
    focus: Box | None = None


def marks_of(record: PictureRecord | None, field: int | None) -> Marks:
    """Return what to mark of a record.

    Args:
        record: what was read; None before that.
        field: index of a form's field, or None for no form.
    """
    if record is None:
        return Marks()
    digits = record.digits
    others: tuple[Box, ...] = ()
    if isinstance(record, FormRecord):
        here = field if field is not None and field < len(record.fields) else None
        parts = enumerate(record.fields)
        others = tuple(d.box for at, one in parts if at != here for d in one.digits)
        digits = record.fields[here].digits if here is not None else ()
    doubtful = tuple(digit for digit in digits if digit.verdict != DIGIT)
    sure = tuple(digit for digit in digits if digit.verdict == DIGIT)
    # A form's field is seen whole, of a page of numbers only the digits in doubt.
    shown: tuple[FoundDigit, ...] = digits
    if not isinstance(record, FormRecord) and doubtful:
        shown = doubtful
    return Marks(
        tuple(digit.box for digit in doubtful),
        tuple(digit.box for digit in sure),
        others,
        box_around(shown) if shown else None,
    )


class ReviewView(PaintedView):
    """Shows a picture and marks digits in it."""

    SIZE = QSize(360, 360)
    LEAST_SIZE = QSize(180, 120)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("review_view")
        self.setAccessibleName(tr("The picture of the current row, with the boxes of its digits"))
        self.marks, self.is_whole = Marks(), False
        self.image: QImage | None = None
        self._reduction = 1
        self._sentence = ""

    def show_picture(self, image: QImage, reduction: int) -> None:
        """Show a picture; a pixel of it is so many pixels of its file, on each side."""
        self.image, self._reduction, self._sentence = image, reduction, ""
        self.update()

    def show_sentence(self, sentence: str) -> None:
        self.image, self._sentence = None, sentence
        self.update()

    def set_marks(self, marks: Marks) -> None:
        """Mark digits, and move to them."""
        self.marks = marks
        self.update()

    def show_whole(self, wanted: bool) -> None:
        """Show the whole picture, or the part in doubt."""
        self.is_whole = wanted
        self.update()

    def shown_part(self) -> QRectF:
        """Return the part of the picture to be shown, in its own pixels."""
        assert self.image is not None, "only asked with a picture"
        page = QRectF(self.image.rect())
        if self.is_whole or self.marks.focus is None:
            return page
        part = self._in_picture(self.marks.focus)
        margin = max(AROUND * part.height(), (LEAST_SIDE_PX - part.height()) / 2)
        return part.adjusted(-margin, -margin, margin, margin) & page

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.image is None:
            paint_message(painter, self.rect().adjusted(12, 12, -12, -12), self._sentence)
            return
        part = self.shown_part()
        scale = min(self.width() / part.width(), self.height() / part.height(), MAX_SCALE)
        corner = QRectF(self.rect()).center() - part.center() * scale
        area = QRectF(corner, QSizeF(self.image.size()) * scale)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(area, PAPER)
        painter.drawImage(area, self.image)
        marks = ((self.marks.others, OTHER), (self.marks.current, CURRENT))
        for boxes, color in (*marks, (self.marks.doubtful, DOUBT)):
            painter.setPen(QPen(color, 2.5 if color is DOUBT else 1.2))
            for box in boxes:
                frame = self._in_picture(box)
                at = corner + frame.topLeft() * scale - QPointF(2, 2)
                painter.drawRoundedRect(QRectF(at, frame.size() * scale + QSizeF(4, 4)), 3, 3)

    def _in_picture(self, box: Box) -> QRectF:
        return QRectF(*(side / self._reduction for side in box))


class ReviewPane(Card):
    """Shows the picture of the row that is current in a table.

    Args:
        table: has the records.
        view: has the current row.
        runner: opens pictures in the background.
    """

    def __init__(
        self, table: PictureTable, view: BatchView, runner: JobRunner, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._table, self._batch, self._runner = table, view, runner
        self._name = ""
        self.view = ReviewView()
        self.whole = make_check_box(
            tr("Whole picture"), tr("Show all of the picture instead of what is in doubt"), "whole"
        )
        self.remark = text_label("", "muted", wraps=True, name="review_remark")
        self.box.addWidget(self.view, 1)
        self.box.addWidget(self.remark)
        self.box.addWidget(self.whole)
        self.whole.toggled.connect(self.view.show_whole)
        view.selectionModel().currentChanged.connect(self._follow)
        table.dataChanged.connect(self._follow)
        table.modelReset.connect(self._follow)

    def _follow(self) -> None:
        index = self._batch.currentIndex()
        if not index.isValid():
            return
        row = self._table.row_at(index)
        field = index.column() - FIRST_FIELD
        self.view.set_marks(marks_of(row.record, field if field >= 0 else None))
        fields = row.read_fields
        self.remark.setText(field_remark(fields[field]) if 0 <= field < len(fields) else "")
        if row.name != self._name:
            self._name = row.name
            self._runner.submit(
                "review",
                partial(open_picture, row.name),
                partial(self._on_opened, row.name),
                self._on_failed,
            )

    def _on_opened(self, name: str, opened: tuple[QImage, int]) -> None:
        if name == self._name:
            self.view.show_picture(*opened)

    def _on_failed(self, error: Exception) -> None:
        self.view.show_sentence(sentence_of(error))


def open_picture(name: str) -> tuple[QImage, int]:
    """Open a picture to look at it; return it, and how many pixels of its file one of it is.

    Raises:
        ImageProblem: it cannot be read.
    """
    picture = read_picture(Path(name))
    return grey_image(picture.image), picture.reduction
