"""The panel of a model's history: the loss over its training.

The exact values of one epoch always stand at the same position.
"""

from __future__ import annotations

import math
import shlex
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStackedWidget, QWidget

from desktop_cvae.core.language import mark, number, tr
from desktop_cvae.core.results import EpochRecord
from desktop_cvae.figures.comparison_figures import short_name
from desktop_cvae.gui.exporting.export import Export
from desktop_cvae.gui.exporting.plot_exports import history_export
from desktop_cvae.gui.plots.loss_chart import TERM_TIPS, TERMS, LossChart
from desktop_cvae.gui.theme import SPACING, current_theme, tabular_font
from desktop_cvae.gui.widgets.card import column, row, text_label
from desktop_cvae.gui.widgets.explained_heading import ExplainedHeading
from desktop_cvae.gui.widgets.painted_view import PaintedView
from desktop_cvae.gui.widgets.segmented_choice import SegmentedChoice
from desktop_cvae.library.model_file import SUFFIX

NAMES = (mark("training"), mark("validation"))
HEIGHT_PX = 24
DOT_PX = 8
_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
NO_HISTORY = mark("This model has no training history.")
MOST_NAMED, LONGEST_NAME = 3, 24
"""Averaged models that are named, and letters of a name."""


def earlier_epochs(command: str) -> str:
    """Say which epochs of a model's making its file lacks; "" if it has all, as far as is known.

    Args:
        command: the command line that made the model, of its manifest.
    """
    try:
        words = shlex.split(command.replace("--start-from=", "--start-from "))
    except ValueError:
        return ""
    if words[1:3] == ["models", "average"] and len(words) > 4:
        models = [word for word in words[3:] if word.endswith(SUFFIX)]
        if len(models) > MOST_NAMED or not models:
            return tr("An average of several models. The file has only the epochs of the last one.")
        names = " + ".join(map(_model_name, models))
        return tr(
            "The average of {names}. The file has only the epochs of the last one.", names=names
        )
    if "--start-from" in words[1:-1]:
        name = _model_name(words[words.index("--start-from") + 1])
        return tr("Continued from {name}, whose epochs are not in the file.", name=name)
    return ""


def continued(records: Sequence[EpochRecord]) -> str:
    """Say which epochs are those of the models from which a training continued; "" for none."""
    names = list(dict.fromkeys(record.model for record in records if record.model))
    if not names:
        return ""
    last = max(record.epoch for record in records if record.model)
    return tr(
        "Continued from {names} after epoch {epoch}, at the dashed line.",
        names=" → ".join(short_name(name, LONGEST_NAME) for name in names[-MOST_NAMED:]),
        epoch=last,
    )


def _model_name(file: str) -> str:
    return short_name(Path(file).name.removesuffix(SUFFIX), LONGEST_NAME)


class LossReadout(PaintedView):
    """Epoch, training and validation value in three columns that do not move."""

    SIZE = QSize(300, HEIGHT_PX)

    def __init__(self) -> None:
        super().__init__()
        self._epoch = 0
        self._values = (math.nan, math.nan)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Values of the epoch"))

    @property
    def text(self) -> str:
        parts = (f"{tr(n)} {_number(v)}" for n, v in zip(NAMES, self._values, strict=True))
        return ", ".join((tr("epoch {epoch}", epoch=self._epoch), *parts))

    def set_values(self, epoch: int, train: float, validation: float) -> None:
        """Set the epoch and its two values in nats per image; NaN shows a dash."""
        self._epoch, self._values = epoch, (train, validation)
        self.setAccessibleDescription(self.text)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(tabular_font(self.font()))
        advance = painter.fontMetrics().horizontalAdvance
        x = self._paint_pair(painter, 0.0, tr("epoch"), str(self._epoch), advance("0000"))
        colors = current_theme().muted, current_theme().accent
        for name, color, value in zip(NAMES, colors, self._values, strict=True):
            x += 20
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(color))
            painter.drawEllipse(QRectF(x, (HEIGHT_PX - DOT_PX) / 2, DOT_PX, DOT_PX))
            x = self._paint_pair(
                painter, x + DOT_PX + 6, tr(name), _number(value), advance("000.00")
            )

    def _paint_pair(
        self, painter: QPainter, x: float, name: str, figure: str, room_px: int
    ) -> float:
        """Paint a name and a number flush right in its room; return where they end."""
        width = painter.fontMetrics().horizontalAdvance(name)
        # Absolute: the columns keep their positions in every direction of writing.
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        left, right = (middle | side for side in (_LEFT, _RIGHT))
        painter.setPen(QColor(current_theme().muted))
        painter.drawText(QRectF(x, 0, width + 1, HEIGHT_PX), left, name)
        painter.setPen(QColor(current_theme().text))
        room = QRectF(x + width + 6, 0, room_px, HEIGHT_PX)
        painter.drawText(room, right, figure)
        return room.right()


def _number(value: float) -> str:
    return number(value, ".2f") if math.isfinite(value) else "—"


class LossPanel(QWidget):
    """Training and validation loss over the epochs; the mouse reads off exact values."""

    def __init__(self) -> None:
        super().__init__()
        self._records: tuple[EpochRecord, ...] = ()
        self.title = QLabel()
        self.origin = text_label("", "muted", wraps=True)
        self.term_choice = SegmentedChoice(
            [(term, tr(text)) for term, text in TERMS], tr("Term of the loss")
        )
        self.readout = LossReadout()
        self.chart = LossChart()
        self.chart.setMouseTracking(True)
        self.chart.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.message = QLabel(tr(NO_HISTORY))
        self._pages = QStackedWidget()
        for term, tip in TERM_TIPS.items():
            self.term_choice.segment(term).setToolTip(tr(tip))
        self._lay_out()
        self.term_choice.chosen.connect(self._show_term)
        self.chart.epoch_hovered.connect(self._show_epoch)

    def set_history(self, records: Sequence[EpochRecord], title: str, command: str = "") -> None:
        """Show a history, or say that there is none.

        Args:
            records: one an epoch, ascending; may be empty.
            title: whose history it is.
            command: the command line that made the model.
        """
        self.origin.setText(continued(records) or earlier_epochs(command))
        self.origin.setVisible(bool(self.origin.text()))
        self._records = tuple(records)
        self.title.setText(title)
        self.title.setToolTip(title)
        self._pages.setCurrentIndex(1 if records else 0)
        self._show_term()

    def export(self) -> Export | None:
        return history_export(self.title.text(), self._records, self.term_choice.value)

    def _lay_out(self) -> None:
        self.title.setProperty("role", "title")
        # The names of models come from the file.
        self.origin.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        # A long title is cut; it must not widen the window.
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.message.setProperty("role", "muted")
        self.message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.message.setWordWrap(True)
        content = QWidget()
        what = row(self.term_choice, None, ExplainedHeading(tr("What is this?"), "loss", "muted"))
        items = (self.title, self.origin, what, SPACING // 2, self.readout, self.chart)
        content.setLayout(column(*items, fills=self.chart))
        self._pages.addWidget(self.message)
        self._pages.addWidget(content)
        around = (2 * SPACING, 2 * SPACING, 2 * SPACING, SPACING)
        self.setLayout(column(self._pages, margins=around))

    def _show_term(self) -> None:
        self.chart.set_history(self._records, self.term_choice.value)
        self._show_epoch(self.chart.index)

    def _show_epoch(self, index: int | None) -> None:
        """Read off one epoch; without a mouse, the last one."""
        if self._records:
            record, term = self._records[-1 if index is None else index], self.term_choice.value
            values = (getattr(part, term) for part in (record.train, record.validation))
            self.readout.set_values(record.epoch, *values)
