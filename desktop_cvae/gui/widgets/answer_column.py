"""The middle column: what the model reads and rebuilds, its verdict, the evidence."""

from __future__ import annotations

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from desktop_cvae.core.results import Answer, FloatArray
from desktop_cvae.gui.qimage_arrays import difference_image, digit_image
from desktop_cvae.gui.session import Session
from desktop_cvae.gui.theme import SPACING
from desktop_cvae.gui.widgets.card import Card, Rule
from desktop_cvae.gui.widgets.column import Column
from desktop_cvae.gui.widgets.digit_strip import DigitStrip
from desktop_cvae.gui.widgets.digit_view import DigitView
from desktop_cvae.gui.widgets.evidence_bars import EvidenceBars
from desktop_cvae.gui.widgets.reason_line import ReasonLine
from desktop_cvae.gui.widgets.verdict import Verdict, article

WIDTH = 420
CAPTIONS = {
    "Input": "The picture as the model is given it: 28 × 28, centred",
    "Noisy": "The same with the noise: this is what the model reads",
    "Reconstruction": "What the model writes when it explains the picture by the label",
    "Difference": "Where the drawing lacks ink that the reconstruction has, and the reverse",
}
SPREAD = "Where reconstructions from samples of the posterior differ: what the model is unsure of"
SPREAD_GAIN = 2.5
"""Pixels in [0, 1] spread by 0.5 at most, and by 0.4 in earnest."""


class AnswerColumn(Column):
    """Shows the session's reply; a clicked row chooses its label."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(WIDTH, parent)
        self._session = session
        theme = session.theme
        self.views = {name: DigitView(name, tip, theme) for name, tip in CAPTIONS.items()}
        self.verdict = Verdict(self.font())
        self.reason = ReasonLine(theme)
        self.bars = EvidenceBars(theme)
        pictures = Card()
        pictures.add_section("What the model sees")
        pictures.box.addWidget(DigitStrip(self.views))
        pictures.box.addSpacing(2 - SPACING)
        pictures.box.addWidget(self.reason)
        answer = Card()
        answer.box.addWidget(self.verdict)
        answer.box.addSpacing(4)
        answer.box.addWidget(Rule())
        answer.box.addWidget(self.bars, 1)
        self.box.addWidget(pictures)
        self.box.addWidget(answer, 1)
        self.verdict.show_loading()
        self.bars.label_chosen.connect(self._on_row_chosen)
        self.bars.label_looked_at.connect(session.look_at)
        session.looked_at_changed.connect(self._show_pictures)
        session.spread_changed.connect(self._show_pictures)
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
        self.reason.set_theme(self._session.theme)
        self._show()

    def _on_row_chosen(self, row_index: int) -> None:
        label = None if row_index == self._session.label else row_index
        self._session.set_label(label)

    def _show(self) -> None:
        session = self._session
        answer = session.reply.answer if session.reply else None
        self._show_pictures()
        if session.reply is None or answer is None:
            self.bars.set_recognition(None, None)
            if session.model is not None:
                self.verdict.show_idle(has_labels=session.model.has_labels)
            return
        self.bars.set_recognition(answer.recognition, answer.label)
        self.verdict.show_reply(session.reply, session.label_names, session.label)

    def _show_pictures(self) -> None:
        """Under the label that is looked at, else under the answer's."""
        session = self._session
        answer = session.reply.answer if session.reply else None
        captions = self._captions(answer)
        for view, texts, image in zip(
            self.views.values(), captions, self._images(answer), strict=True
        ):
            view.set_caption(*texts)
            view.set_image(image)
        reading = answer.recognition if answer else None
        self.reason.show_gap(reading, session.shown_label, session.label_names)

    def _captions(self, answer: Answer | None) -> list[tuple[str, str]]:
        texts = list(CAPTIONS.items())
        if not self._shows_noise():
            # Without noise the second picture would be the first again.
            texts[1] = ("Spread", SPREAD)
        reading, label = answer.recognition if answer else None, self._session.shown_label
        if reading is not None and label is not None and label != reading.label:
            name = article(self._session.label_names[label])
            texts[2] = (f"As {name}", f"What the model writes when it explains this as {name}")
            texts[3] = (f"Why not {name}", f"What speaks against {name}: ink missing, ink too much")
        return texts

    def _shows_noise(self) -> bool:
        return self._session.noise.level > 0 and self._session.looked_at is None

    def _images(self, answer: Answer | None) -> tuple[QImage | None, ...]:
        if answer is None:
            return (None,) * len(self.views)
        theme, rebuilt = self._session.theme, self._rebuilt(answer)
        read = digit_image(answer.prepared.image, theme)
        noisy = digit_image(answer.noisy, theme)
        if rebuilt is None:
            return (read, noisy, None, None)
        second = noisy if self._shows_noise() else self._spread_image()
        difference = difference_image(rebuilt, answer.prepared.image, theme)
        return (read, second, digit_image(rebuilt, theme), difference)

    def _rebuilt(self, answer: Answer) -> FloatArray | None:
        label = self._session.shown_label
        if answer.recognition is None or label is None or label == answer.label:
            return answer.reconstruction
        other: FloatArray = answer.recognition.reconstructions[label]
        return other

    def _spread_image(self) -> QImage | None:
        """The last one stays for the milliseconds until the next is there: no flicker."""
        session, spread = self._session, self._session.spread
        return None if spread is None else digit_image(SPREAD_GAIN * spread.image, session.theme)
