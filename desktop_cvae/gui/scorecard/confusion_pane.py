"""The confusion matrix of one model, and beside it the digits of the chosen cell."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_cvae.core.results import FloatArray, IntArray, Recognition
from desktop_cvae.gui.scorecard import work
from desktop_cvae.gui.scorecard.cell_pictures import CellDigits, CellPictures
from desktop_cvae.gui.scorecard.confusion_matrix import ConfusionMatrix
from desktop_cvae.gui.scorecard.findings import ModelFindings
from desktop_cvae.gui.theme import SPACING, Theme
from desktop_cvae.gui.widgets.card import text_label
from desktop_cvae.workers.job_runner import JobRunner

if TYPE_CHECKING:
    from desktop_cvae.datasets.digit_dataset import DigitDataset

SHOWN = 24
"""Digits of a cell that are looked at; scored in one job, in a twentieth of a second."""
HINT = "Choose a cell to see its digits."
NO_LABELS = "This model has no labels: it confuses none."


class ConfusionPane(QWidget):
    """Asks the worker about the digits behind a cell.

    Args:
        runner: the worker.
        theme: the colours.
    """

    def __init__(self, runner: JobRunner, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._slot = f"confusion {id(self)}"
        self._models: Sequence[ModelFindings] = ()
        self.digits: DigitDataset | None = None
        self.chooser = QComboBox()
        self.chooser.setAccessibleName("Model")
        self.matrix = ConfusionMatrix(theme)
        self.pictures = CellPictures(theme)
        self.title = text_label(HINT, "muted")
        self.title.setWordWrap(True)
        self._lay_out()
        self.chooser.currentIndexChanged.connect(lambda _: self._on_model_chosen())
        self.matrix.cell_chosen.connect(self._on_cell_chosen)

    @property
    def found(self) -> ModelFindings | None:
        """The model that is looked at."""
        index = self.chooser.currentIndex()
        return self._models[index] if 0 <= index < len(self._models) else None

    def set_models(self, models: Sequence[ModelFindings]) -> None:
        """Show other models."""
        self._models = models
        self.chooser.blockSignals(True)
        self.chooser.clear()
        self.chooser.addItems([found.name for found in models])
        self.chooser.blockSignals(False)
        self.chooser.setVisible(len(models) > 1)
        self._on_model_chosen()

    def refresh(self) -> None:
        """Show what was found meanwhile."""
        found = self.found
        confusion = None if found is None else found.confusion
        self.matrix.set_counts(confusion, () if found is None else found.model.label_names)
        if found is not None and not found.model.has_labels:
            self.title.setText(NO_LABELS)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.matrix.set_theme(theme)
        self.pictures.set_theme(theme)

    def stop(self) -> None:
        """Ask nothing more."""
        self._runner.cancel(self._slot)

    def _lay_out(self) -> None:
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        column = QWidget()
        column.setObjectName("column")
        inside = QVBoxLayout(column)
        inside.setContentsMargins(0, 0, SPACING, 0)
        inside.addWidget(self.pictures)
        inside.addStretch(1)
        scroll.setWidget(column)
        left = QVBoxLayout()
        heading = text_label("True label ↓, label read →", "muted")
        heading.setWordWrap(True)
        left.addWidget(self.chooser)
        left.addWidget(heading)
        left.addWidget(self.matrix, 1)
        right = QVBoxLayout()
        right.addWidget(self.title)
        right.addWidget(scroll, 1)
        across = QHBoxLayout(self)
        across.setContentsMargins(*(2 * SPACING,) * 4)
        across.setSpacing(2 * SPACING)
        across.addLayout(left, 4)
        across.addLayout(right, 5)

    def _on_model_chosen(self) -> None:
        self.title.setText(HINT)
        self.pictures.show_digits(None)
        self.matrix.chosen = None
        self.refresh()

    def _on_cell_chosen(self, label: int, read: int) -> None:
        found, digits = self.found, self.digits
        if found is None or digits is None:
            return
        places = found.places_of(label, read)
        names = found.model.label_names
        self.title.setText(_title(names[label], names[read], len(places)))
        if not len(places):
            self._runner.cancel(self._slot)
            self.pictures.show_digits(None)
            return
        shown = places[:SHOWN]
        job = partial(work.look_behind_cell, found.model, digits, shown)
        done = partial(self._on_looked, shown, label, names)
        self._runner.submit(self._slot, job, done, self._on_failed)

    def _on_looked(
        self,
        _places: IntArray,
        label: int,
        names: Sequence[str],
        seen: tuple[FloatArray, list[Recognition]],
    ) -> None:
        self.pictures.show_digits(CellDigits(*seen, label=label, names=names))

    def _on_failed(self, _: Exception) -> None:
        self.title.setText("These digits could not be shown; the log has more.")


def _title(label: str, read: str, count: int) -> str:
    how = "read right" if label == read else f"read as “{read}”"
    said = f"{count:,} {'digit' if count == 1 else 'digits'} “{label}” {how}"
    if not count:
        return said + "."
    shown = f"; {SHOWN} of them. " if count > SHOWN else ". "
    frames = "" if label == read else "Blue: the true label. Red: the label read. "
    return f"{said}{shown}{frames}Below each: nats behind the best."
