"""The middle column: what the model reads and rebuilds, its verdict, the evidence."""

from __future__ import annotations

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from desktop_cvae.core.results import Answer
from desktop_cvae.gui.qimage_arrays import difference_image, digit_image
from desktop_cvae.gui.session import Session
from desktop_cvae.gui.widgets.card import Card, Rule
from desktop_cvae.gui.widgets.column import Column
from desktop_cvae.gui.widgets.digit_strip import DigitStrip
from desktop_cvae.gui.widgets.digit_view import DigitView
from desktop_cvae.gui.widgets.evidence_bars import EvidenceBars
from desktop_cvae.gui.widgets.verdict import Verdict

WIDTH = 420
CAPTIONS = {
    "Input": "The picture as the model is given it: 28 × 28, centred",
    "Noisy": "The same with the noise: this is what the model reads",
    "Reconstruction": "What the model writes when it explains the picture by the label",
    "Difference": "Where the reconstruction has too much or too little ink",
}


class AnswerColumn(Column):
    """Shows the session's reply; a clicked row chooses its label."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(WIDTH, parent)
        self._session = session
        theme = session.theme
        self.views = {name: DigitView(name, tip, theme) for name, tip in CAPTIONS.items()}
        self.verdict = Verdict(self.font())
        self.bars = EvidenceBars(theme)
        pictures = Card()
        pictures.add_section("What the model sees")
        pictures.box.addWidget(DigitStrip(self.views))
        answer = Card()
        answer.box.addWidget(self.verdict)
        answer.box.addSpacing(4)
        answer.box.addWidget(Rule())
        answer.box.addWidget(self.bars, 1)
        self.box.addWidget(pictures)
        self.box.addWidget(answer, 1)
        self.verdict.show_loading()
        self.bars.label_chosen.connect(self._on_row_chosen)
        session.reply_changed.connect(self._show)
        session.model_failed.connect(self.verdict.show_missing)
        session.model_changed.connect(self._on_model_changed)
        session.theme_changed.connect(self._on_theme_changed)

    def _on_model_changed(self) -> None:
        self.bars.set_names(self._session.label_names)
        self._show()

    def _on_theme_changed(self) -> None:
        for view in self.views.values():
            view.set_theme(self._session.theme)
        self.bars.set_theme(self._session.theme)
        self._show()

    def _on_row_chosen(self, row_index: int) -> None:
        label = None if row_index == self._session.label else row_index
        self._session.set_label(label)

    def _show(self) -> None:
        session = self._session
        answer = session.reply.answer if session.reply else None
        for name, image in zip(self.views, self._images(answer), strict=True):
            self.views[name].set_image(image)
        if answer is None:
            self.bars.set_recognition(None, None)
            if session.model is not None:
                self.verdict.show_idle(has_labels=session.model.has_labels)
            return
        self.bars.set_recognition(answer.recognition, answer.label)
        self.verdict.show_answer(answer, session.label_names, session.label)

    def _images(self, answer: Answer | None) -> tuple[QImage | None, ...]:
        if answer is None:
            return (None,) * len(self.views)
        theme, rebuilt = self._session.theme, answer.reconstruction
        read = (digit_image(answer.prepared.image, theme), digit_image(answer.noisy, theme))
        if rebuilt is None:
            return (*read, None, None)
        difference = difference_image(rebuilt, answer.prepared.image, theme)
        return (*read, digit_image(rebuilt, theme), difference)
