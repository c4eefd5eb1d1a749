"""The canvas's drawing in a comparison: what each model reads and how it reconstructs it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from desktop_cvae.core.language import mark, percent_text, tr
from desktop_cvae.core.results import Answer, FloatArray, Recognition
from desktop_cvae.gui.exporting.answer_export import view_export
from desktop_cvae.gui.exporting.exporter import Exporter
from desktop_cvae.gui.theme import tabular_font
from desktop_cvae.gui.widgets.card import Card, row, text_label
from desktop_cvae.gui.widgets.digit_view import DigitView
from desktop_cvae.gui.widgets.evidence_scale import nats_text
from desktop_cvae.gui.widgets.verdict import either
from desktop_cvae.inference.opened_model import OpenedModel

HINT = mark("Draw in the main window: every model answers here.")
CALIBRATED = mark("Probability, calibrated on validation digits")
NOT_CALIBRATED = mark("Probability, not calibrated: these weights may be overconfident.")
_VIEWS = {
    mark("Reconstruction"): mark("The model's reconstruction of the drawing"),
    mark("Difference"): mark("Red stripes: ink missing from the drawing; blue: extra ink"),
    mark("Against the first"): mark(
        "Where this reconstruction has more or less ink than the first model's"
    ),
}


class DrawingCard(Card):
    """One row per model: its reading, its reconstruction, and two differences.

    Args:
        models: the opened models.
        names: their names.
    """

    def __init__(
        self,
        models: Sequence[OpenedModel],
        names: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._models = tuple(models)
        self._answers: Sequence[Answer] = ()
        self.drawing = DigitView(tr("Read"), tr("The drawing as all models read it"))
        self.titles: list[QLabel] = []
        self.verdicts: list[QLabel] = []
        self.views: list[list[DigitView]] = []
        self.add_section(tr("Your drawing"))
        self.box.addLayout(_row([self.drawing]))
        self.hint = text_label(tr(HINT), "muted", wraps=True)
        self.box.addWidget(self.hint)
        for index, name in enumerate(names):
            self._add_model(name, is_first=index == 0)
        self.box.addStretch(1)

    def show_answers(self, answers: Sequence[Answer]) -> None:
        """Show the models' answers; none, or a drawing without ink, empties the views."""
        self._answers = [answer for answer in answers if answer.prepared.found]
        self.hint.setVisible(not self._answers)
        self._paint()

    def offer_exports(self, exporter: Exporter) -> None:
        """Let the user save and copy each picture."""
        for view in (self.drawing, *(view for views in self.views for view in views)):
            exporter.offer(view, partial(view_export, view), drags=True)

    def set_title(self, index: int, title: str) -> None:
        """Set the title of a model's row, such as its name with an epoch."""
        self.titles[index].setText(title)
        self.titles[index].setToolTip(title)

    def _add_model(self, name: str, *, is_first: bool) -> None:
        self.add_gap()
        verdict = text_label("", "muted")
        verdict.setFont(tabular_font(self.font()))
        title = text_label("", "title")
        # A long name must not widen the card; the tooltip shows all of it.
        title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.titles.append(title)
        self.set_title(len(self.titles) - 1, name)
        self.box.addWidget(title)
        self.box.addWidget(verdict)
        captions = list(_VIEWS)[: 2 if is_first else 3]
        views = [DigitView(tr(caption), tr(_VIEWS[caption])) for caption in captions]
        self.box.addLayout(_row(views))
        self.verdicts.append(verdict)
        self.views.append(views)

    def _paint(self) -> None:
        answers = self._answers
        if not answers:
            for view in (self.drawing, *(view for views in self.views for view in views)):
                view.set_image(None)
            for label in self.verdicts:
                label.setText("")
                label.setToolTip("")
            return
        self.drawing.set_image(answers[0].noisy)
        first = answers[0].reconstruction
        for model, answer, label, views in zip(
            self._models, answers, self.verdicts, self.views, strict=True
        ):
            assert answer.recognition is not None, "the drawing is not empty"
            label.setText(verdict_text(answer.recognition, model.label_names))
            label.setToolTip(_tip(model))
            others = (answer.prepared.image, first)
            self._paint_views(views, answer.reconstruction, others)

    def _paint_views(
        self,
        views: list[DigitView],
        rebuilt: FloatArray | None,
        others: Sequence[FloatArray | None],
    ) -> None:
        assert rebuilt is not None, "the drawing is not empty"
        views[0].set_image(rebuilt)
        for view, other in zip(views[1:], others, strict=False):
            assert other is not None, "the drawing is not empty"
            view.set_image(rebuilt, other)


def verdict_text(recognition: Recognition, names: Sequence[str]) -> str:
    """Return a reading in a few words: "7 · 99.8 % · −92.4 nats", "4 or 9 · …"."""
    verdict = recognition.verdict
    nats = tr("{nats} nats", nats=nats_text(float(recognition.evidence_nats.max())))
    if verdict is None:
        return nats
    if not verdict.is_digit:
        return f"{tr(verdict.kind)} · {nats}"
    reading = either(verdict.labels, names)
    return f"{reading} · {percent_text(verdict.probability)} · {nats}"


def _tip(model: OpenedModel) -> str:
    if not model.has_labels:
        return tr("A model without labels names no digit.")
    return tr(NOT_CALIBRATED if model.calibration is None else CALIBRATED)


def _row(views: Sequence[DigitView]) -> QHBoxLayout:
    for view in views:
        view.setFixedSize(view.sizeHint())
    return row(*views, None)
