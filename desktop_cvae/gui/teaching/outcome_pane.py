"""The result of teaching: before and after, on the examples, on MNIST and on the drawing.

Tested in tests/gui/teaching/test_teaching_dialog.py.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QFont, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_cvae.core.language import number, tr
from desktop_cvae.core.results import FloatArray, Recognition
from desktop_cvae.gui.model_source import ModelSource
from desktop_cvae.gui.teaching.teaching_status import TeachingStatus
from desktop_cvae.gui.theme import SPACING, enlarge_text, tabular_font
from desktop_cvae.gui.widgets.card import Card, clear, column, row, text_label
from desktop_cvae.gui.widgets.evidence_bars import EvidenceBars

FIGURES_WIDTH = 220
Readings = list[tuple[tuple[str, ...], Recognition]]


def read_twice(source: ModelSource, files: tuple[str, str], image: FloatArray) -> Readings:
    """Return how the old and the taught model read a picture: label names and reading of each.

    Args:
        source: loads models.
        files: their files.
        image: float32, (28, 28), in [0, 1].

    Raises:
        UsageError, ModelFileError: one of them cannot be opened.
    """
    models = [source.load(file, "onnx") for file in files]
    return [
        (model.label_names, model.read(image[None], false_rejection_rate=0)[0]) for model in models
    ]


def outcome_figures(metrics: dict[str, float]) -> list[tuple[str, str, str]]:
    """Return a title, the accuracy and the evidence before and after, of each measurement."""
    own = tr("Your examples that the model had not seen")
    if not metrics.get("own_held_out"):
        own = tr("Your examples that the model learned from")
    found = []
    for title, name, form in ((own, "own", ".1%"), (tr("MNIST’s test digits"), "test", ".2%")):
        read = _change(metrics, f"{name}_accuracy", form)
        nats = _change(metrics, f"{name}_evidence", ".1f")
        if read:
            found.append((title, read, tr("{nats} nats of evidence", nats=nats) if nats else ""))
    return found


def _change(metrics: dict[str, float], name: str, form: str) -> str:
    """Return “85.0 % → 100.0 %”; without a value before only the other, and "" without either."""
    values = [metrics.get(f"{name}_{when}") for when in ("before", "after")]
    texts = [number(value, form).replace("%", " %") for value in values if value is not None]
    return " → ".join(texts).replace("-", "−")


class OutcomePane(QWidget):
    """Shows the measurements beside the evidence for the current drawing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.figures = QVBoxLayout()
        self.figures.setSpacing(SPACING // 2)
        self.notes = text_label("", "muted", wraps=True)
        self.bars = (EvidenceBars(), EvidenceBars())
        self.hint = text_label(
            tr("Draw something in the main window to see its evidence before and after."),
            "muted",
            wraps=True,
        )
        found, drawing = Card(), Card()
        found.add_section(tr("What it has learned"))
        found.box.addLayout(self.figures)
        found.box.addWidget(self.notes)
        found.box.addStretch(1)
        self._found = found
        drawing.add_section(tr("The drawing in the window"))
        drawing.box.addWidget(self.hint)
        across = row(spacing=2 * SPACING)
        self._columns = []
        for bars, title in zip(self.bars, (tr("Before"), tr("After")), strict=True):
            bars.setAccessibleName(f"{tr('Evidence')}: {title}")
            side = QWidget()
            side.setLayout(column(text_label(title, "muted"), bars, fills=bars))
            across.addWidget(side, 1)
            self._columns.append(side)
        drawing.box.addLayout(across, 1)
        beside = row(spacing=2 * SPACING)
        beside.addWidget(found, 2)
        beside.addWidget(drawing, 5)
        self.setLayout(beside)
        self.show_readings(None)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            # Some parts get their fonts only after this.
            QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        """Let the figures be no narrower than their texts, which have their fonts only now."""
        found = self._found
        found.setMinimumWidth(max(FIGURES_WIDTH, found.minimumSizeHint().width()))

    def show_status(self, status: TeachingStatus) -> None:
        clear(self.figures)
        for title, read, evidence in outcome_figures(status.metrics):
            shown = text_label(read, "")
            shown.setFont(tabular_font(self.font()))
            enlarge_text(shown, 4, QFont.Weight.DemiBold)
            above = text_label(title, "", wraps=True)
            below = text_label(evidence, "muted", wraps=True)
            below.setFont(tabular_font(self.font()))
            for label in (above, shown, below):
                self.figures.addWidget(label)
            self.figures.addSpacing(2 * SPACING)
        self.notes.setText(" ".join(status.notes))
        self.notes.setVisible(bool(status.notes))

    def show_readings(self, readings: Readings | None) -> None:
        """Show how both models read the drawing, or that there is none."""
        self.hint.setVisible(readings is None)
        for at, (bars, side) in enumerate(zip(self.bars, self._columns, strict=True)):
            side.setVisible(readings is not None)
            if readings is not None:
                names, reading = readings[at]
                bars.set_names(names)
                bars.set_recognition(reading, None)
