"""The confusion matrix of one model, and beside it the digits of the chosen cell.

Each digit comes with its ten reconstructions and what speaks for each label.

Tested in tests/gui/scorecard/test_scorecard_dialog.py.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_cvae.core.language import mark, number, tr
from desktop_cvae.core.results import FloatArray, Recognition
from desktop_cvae.datasets.dataset import DigitDataset
from desktop_cvae.evaluation.measurement import ModelFindings, pictures_at
from desktop_cvae.gui.controls import make_combo
from desktop_cvae.gui.exporting.export import Export
from desktop_cvae.gui.exporting.plot_exports import confusion_export
from desktop_cvae.gui.qimage_arrays import digit_image
from desktop_cvae.gui.scorecard.confusion_matrix import ConfusionMatrix, cell_text
from desktop_cvae.gui.theme import SPACING, current_theme, tabular_font
from desktop_cvae.gui.widgets.card import column, row, scrolling, text_label
from desktop_cvae.gui.widgets.painted_view import PaintedView
from desktop_cvae.workers.job_runner import JobRunner

ORIGINAL_PX, GAP_PX = 56, 6
LEFT_PX = ORIGINAL_PX + 2 * SPACING
LEAST_PX, MOST_PX = 24, 42
SHOWN = 24
"""Most digits shown of a cell; they are scored in one job of 50 ms."""
HINT = mark("Choose a cell to see its digits.")
NO_LABELS = mark("This model has no labels, so it has nothing to confuse.")


@dataclass(frozen=True, eq=False)
class CellDigits:
    """The digits behind a cell.

    Attributes:
        images: float32, (n, 28, 28), in [0, 1].
        readings: one a picture.
        label: the true one.
        names: of the labels.
    """

    images: FloatArray
    readings: Sequence[Recognition]
    label: int
    names: Sequence[str]


class CellPictures(PaintedView):
    """A row for each digit: the digit, then its reconstruction under every label.

    The text under each reconstruction says how many nats its label is behind the best. The true
    label is framed in the accent's colour, and the label read, if it is another, in red.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown: CellDigits | None = None
        self._rows: list[tuple[QImage, list[QImage]]] = []
        self.setAccessibleName(tr("Digits of the cell with their reconstructions"))
        self.setFont(tabular_font(self.font()))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(LEFT_PX + 5 * (LEAST_PX + GAP_PX))

    def show_digits(self, shown: CellDigits | None) -> None:
        self.shown = shown
        self.draw()

    def sizeHint(self) -> QSize:
        return QSize(ORIGINAL_PX + 10 * (MOST_PX + GAP_PX), len(self._rows) * self._row_px())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the height: a narrow widget shows the reconstructions in two lines."""
        self.setFixedHeight(max(1, len(self._rows) * self._row_px()))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.shown is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        height = self._row_px()
        first, last = event.rect().top() // height, event.rect().bottom() // height
        for index in range(max(first, 0), min(last + 1, len(self._rows))):
            self._paint_row(painter, index, index * height)

    def _row_px(self) -> int:
        per_line, side = self._line()
        lines = -(-self._label_count() // per_line)
        return max(ORIGINAL_PX, lines * self._line_px(side)) + SPACING

    def _line_px(self, side: int) -> int:
        return side + 2 * self.fontMetrics().height() + 4

    def _label_count(self) -> int:
        return max(1, len(self._rows[0][1]) if self._rows else 0)

    def _line(self) -> tuple[int, int]:
        """Return the number of reconstructions in a line, and their side in pixels."""
        room, count = self.width() - LEFT_PX, self._label_count()
        fit = max(5, room // (LEAST_PX + GAP_PX))
        # Lines of equal length, as few as there is room for.
        per_line = -(-count // -(-count // fit))
        return per_line, min(max(room // per_line - GAP_PX, LEAST_PX), MOST_PX)

    def draw(self) -> None:
        shown = self.shown
        self._rows = []
        if shown is not None:
            for image, reading in zip(shown.images, shown.readings, strict=True):
                explained = [digit_image(one) for one in reading.reconstructions]
                self._rows.append((digit_image(image), explained))
        self.setFixedHeight(max(1, len(self._rows) * self._row_px()))
        self.update()

    def _paint_row(self, painter: QPainter, index: int, top: int) -> None:
        assert self.shown is not None
        original, explained = self._rows[index]
        reading = self.shown.readings[index]
        self._paint_picture(painter, QRect(0, top + 2, ORIGINAL_PX, ORIGINAL_PX), original, None)
        per_line, side = self._line()
        best = float(reading.evidence_nats.max())
        for label, picture in enumerate(explained):
            down, across = divmod(label, per_line)
            head = top + down * self._line_px(side) + self.fontMetrics().height() + 2
            square = QRect(LEFT_PX + across * (side + GAP_PX), head, side, side)
            self._paint_picture(painter, square, picture, self._frame(label, reading))
            behind = best - float(reading.evidence_nats[label])
            self._paint_text(painter, square, self.shown.names[label], behind)

    def _frame(self, label: int, reading: Recognition) -> str | None:
        assert self.shown is not None
        if label == self.shown.label:
            return current_theme().accent
        return current_theme().too_much if label == reading.label else None

    def _paint_picture(
        self, painter: QPainter, square: QRect, picture: QImage, frame: str | None
    ) -> None:
        painter.drawImage(square, picture)
        painter.setPen(QPen(QColor(frame or current_theme().border), 2 if frame else 1))
        inset = 1.0 if frame else 0.5
        painter.drawRect(QRectF(square).adjusted(inset, inset, -inset, -inset))

    def _paint_text(self, painter: QPainter, square: QRect, name: str, behind: float) -> None:
        below = QRect(square.left() - GAP_PX // 2, square.bottom() + 2, square.width() + GAP_PX, 0)
        below.setHeight(self.fontMetrics().height())
        painter.setPen(QColor(current_theme().text if behind == 0 else current_theme().muted))
        form = ".0f" if behind >= 9.95 else ".1f"
        text = tr("best") if behind == 0 else f"−{number(behind, form)}"
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, text)
        above = QRect(below)
        above.moveBottom(square.top() - 1)
        painter.setPen(QColor(current_theme().muted))
        painter.drawText(above, Qt.AlignmentFlag.AlignCenter, name)


class ConfusionPane(QWidget):
    """Asks the worker about the digits behind a cell.

    Args:
        runner: the worker.
    """

    def __init__(self, runner: JobRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._slot = f"confusion {id(self)}"
        self._models: Sequence[ModelFindings] = ()
        self.digits: DigitDataset | None = None
        self.chooser = make_combo(tr("Model"))
        self.matrix = ConfusionMatrix()
        self.pictures = CellPictures()
        self.title = text_label(tr(HINT), "muted", wraps=True)
        self._lay_out()
        self.chooser.currentIndexChanged.connect(lambda _: self._on_model_chosen())
        self.matrix.cell_chosen.connect(self._on_cell_chosen)

    @property
    def found(self) -> ModelFindings | None:
        index = self.chooser.currentIndex()
        return self._models[index] if 0 <= index < len(self._models) else None

    def set_models(self, models: Sequence[ModelFindings]) -> None:
        self._models = models
        self.chooser.blockSignals(True)
        self.chooser.clear()
        self.chooser.addItems([found.name for found in models])
        self.chooser.blockSignals(False)
        self.chooser.setVisible(len(models) > 1)
        self._on_model_chosen()

    def refresh(self) -> None:
        found = self.found
        confusion = None if found is None else found.confusion
        self.matrix.set_counts(confusion, () if found is None else found.model.label_names)
        if found is not None and not found.model.has_labels:
            self.title.setText(tr(NO_LABELS))

    def export(self) -> Export | None:
        found = self.found
        if found is None or found.confusion is None:
            return None
        return confusion_export(found.confusion, found.model.label_names, found.name)

    def stop(self) -> None:
        self._runner.cancel(self._slot)

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setLayout(column(self.pictures, None, margins=(0, 0, SPACING, 0)))
        scroll = scrolling(inside)
        heading = text_label(tr("True label ↓, label read →"), "muted", wraps=True)
        gap = 2 * SPACING
        left = column(self.chooser, heading, self.matrix, fills=self.matrix, spacing=gap)
        right = column(self.title, scroll, fills=scroll, spacing=gap)
        across = row(spacing=gap, margins=(gap,) * 4)
        self.setLayout(across)
        across.addLayout(left, 4)
        across.addLayout(right, 5)

    def _on_model_chosen(self) -> None:
        self.title.setText(tr(HINT))
        self.pictures.show_digits(None)
        self.matrix.chosen = None
        self.refresh()

    def _on_cell_chosen(self, label: int, read: int) -> None:
        found, digits = self.found, self.digits
        if found is None or digits is None:
            return
        indices = found.indices_of(label, read)
        names = found.model.label_names
        self.title.setText(_title(names[label], names[read], len(indices)))
        if not len(indices):
            self._runner.cancel(self._slot)
            self.pictures.show_digits(None)
            return
        images = pictures_at(digits, indices[:SHOWN])
        # Read as they were counted: augmentation might read another label than the cell's.
        job = partial(found.model.read, images, test_time_augmentation=False)
        done = partial(self._on_read, images, label, names)
        self._runner.submit(self._slot, job, done, self._on_failed)

    def _on_read(
        self, images: FloatArray, label: int, names: Sequence[str], readings: list[Recognition]
    ) -> None:
        self.pictures.show_digits(CellDigits(images, readings, label=label, names=names))

    def _on_failed(self, _: Exception) -> None:
        self.title.setText(tr("These digits could not be shown; see the log."))


def _title(label: str, read: str, count: int) -> str:
    words = cell_text(label, read, count)
    if not count:
        return f"{words}."
    words = (
        tr("{words}; {shown} shown.", words=words, shown=SHOWN) if count > SHOWN else f"{words}."
    )
    sentences = [words, tr("Below each: nats behind the best.")]
    if label != read:
        sentences.insert(1, tr("Blue: the true label. Red: the label read."))
    return " ".join(sentences)
