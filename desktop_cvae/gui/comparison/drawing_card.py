"""The canvas's drawing through all compared models at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from desktop_cvae.core.results import FloatArray
from desktop_cvae.gui.qimage_arrays import difference_image, digit_image
from desktop_cvae.gui.theme import SPACING, Theme, tabular_font
from desktop_cvae.gui.values import LoadedModel
from desktop_cvae.gui.widgets.card import Card, text_label
from desktop_cvae.gui.widgets.digit_view import DigitView
from desktop_cvae.gui.widgets.evidence_scale import nats_text, percent_text
from desktop_cvae.gui.widgets.verdict import either

if TYPE_CHECKING:
    from desktop_cvae.inference.drawing_comparison import DrawingComparison, DrawingReading

HINT = "Draw in the main window: every model answers here."
CALIBRATED = "How probable that is by evidence, calibrated on validation digits"
NOT_CALIBRATED = (
    "How probable that is by evidence alone: these weights were not calibrated, "
    "so they may be too sure."
)
_VIEWS = {
    "Rebuilt": "The model's reconstruction of the drawing",
    "Difference": "Where the reconstruction has more or less ink than the drawing",
    "To the first": "Where it has more or less ink than the first model's reconstruction",
}


class DrawingCard(Card):
    """One row a model: its reading, its reconstruction, and two differences.

    Args:
        models: the opened models.
        names: what they are called.
        theme: the colours.
    """

    def __init__(
        self,
        models: Sequence[LoadedModel],
        names: Sequence[str],
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._models, self._theme = tuple(models), theme
        self._result: DrawingComparison | None = None
        self.drawing = DigitView("Read", "The drawing as all models read it", theme)
        self.titles: list[QLabel] = []
        self.verdicts: list[QLabel] = []
        self.views: list[list[DigitView]] = []
        self.add_section("Your drawing")
        self.box.addLayout(_row([self.drawing]))
        self.hint = text_label(HINT, "muted")
        self.hint.setWordWrap(True)
        self.box.addWidget(self.hint)
        for index, name in enumerate(names):
            self._add_model(name, is_first=index == 0)
        self.box.addStretch(1)

    def show_result(self, result: DrawingComparison | None) -> None:
        """Show what the models say; None or a drawing without ink empties the views."""
        self._result = result if result is not None and result.readings else None
        self.hint.setVisible(self._result is None)
        self._paint()

    def set_title(self, index: int, title: str) -> None:
        """Call a model otherwise, as when it answers with the weights of an epoch."""
        self.titles[index].setText(title)
        self.titles[index].setToolTip(title)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        for view in (self.drawing, *(view for row in self.views for view in row)):
            view.set_theme(theme)
        self._paint()

    def _add_model(self, name: str, *, is_first: bool) -> None:
        self.add_gap()
        verdict = text_label("", "muted")
        verdict.setFont(tabular_font(self.font()))
        title = text_label("", "title")
        # A long name must not widen the card; the tooltip has all of it.
        title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.titles.append(title)
        self.set_title(len(self.titles) - 1, name)
        self.box.addWidget(title)
        self.box.addWidget(verdict)
        captions = list(_VIEWS)[: 2 if is_first else 3]
        views = [DigitView(caption, _VIEWS[caption], self._theme) for caption in captions]
        self.box.addLayout(_row(views))
        self.verdicts.append(verdict)
        self.views.append(views)

    def _paint(self) -> None:
        result, theme = self._result, self._theme
        if result is None:
            for view in (self.drawing, *(view for row in self.views for view in row)):
                view.set_image(None)
            for label in self.verdicts:
                label.setText("")
                label.setToolTip("")
            return
        self.drawing.set_image(digit_image(result.noisy, theme))
        first = result.readings[0].reconstruction
        for model, reading, label, views in zip(
            self._models, result.readings, self.verdicts, self.views, strict=True
        ):
            label.setText(verdict_text(model, reading))
            label.setToolTip(_tip(reading))
            self._paint_views(views, reading.reconstruction, result.prepared.image, first)

    def _paint_views(
        self, views: list[DigitView], rebuilt: FloatArray, drawn: FloatArray, first: FloatArray
    ) -> None:
        views[0].set_image(digit_image(rebuilt, self._theme))
        for view, other in zip(views[1:], (drawn, first), strict=False):
            view.set_image(difference_image(rebuilt, other, self._theme))


def verdict_text(model: LoadedModel, reading: DrawingReading) -> str:
    """A reading in a few words: "7 · 99.8 % · −92.4 nats", "4 or 9 · …", "not a digit · …"."""
    recognition, verdict = reading.recognition, reading.verdict
    nats = f"{nats_text(float(recognition.evidence_nats.max()))} nats"
    if verdict is None:
        return nats
    if not verdict.is_digit:
        return f"{verdict.kind} · {nats}"
    said = either(verdict.labels, model.engine.spec.label_names)
    return f"{said} · {percent_text(recognition.probability)} · {nats}"


def _tip(reading: DrawingReading) -> str:
    if reading.verdict is None:
        return "A model without labels names no digit."
    return CALIBRATED if reading.is_calibrated else NOT_CALIBRATED


def _row(views: Sequence[DigitView]) -> QHBoxLayout:
    layout = QHBoxLayout()
    layout.setSpacing(SPACING)
    for view in views:
        view.setFixedSize(view.sizeHint())
        layout.addWidget(view)
    layout.addStretch(1)
    return layout
