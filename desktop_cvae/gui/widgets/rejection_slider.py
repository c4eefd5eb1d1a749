"""The digit score of the drawing and, folded away, a slider for the rejection threshold."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop_cvae.core.calibration import DEFAULT_FALSE_REJECTION_RATE, FALSE_REJECTION_RATES
from desktop_cvae.core.language import mark, number, percent_text, tr
from desktop_cvae.gui.controls import make_slider
from desktop_cvae.gui.session import Session
from desktop_cvae.gui.widgets.card import ValueLabel, column, row, text_label
from desktop_cvae.gui.widgets.disclosure import Disclosure
from desktop_cvae.gui.widgets.explained_heading import ExplainedHeading

STEPS = (0.0, *FALSE_REJECTION_RATES)
"""False rejection rates of the slider's steps; calibration finds a threshold for each."""
TIP = mark(
    "How digit-like a drawing must be. Anything less is rejected as “not a digit”. The higher the "
    "threshold, the more real digits are rejected by mistake: {share}."
)
UNKNOWN = "–"


class RejectionSlider(QWidget):
    """Digit score and a disclosure in one line; slider and false rejection rate below them.

    Args:
        session: its answer is shown, its false rejection rate set.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.score = ValueLabel("> 99.9 %")
        self.score.setObjectName("likeness")
        self.slider = make_slider(
            tr("Rejection: share of real digits rejected by mistake"),
            name="strictness",
            high=len(STEPS) - 1,
        )
        self.slider.setPageStep(1)
        self.slider.setMinimumWidth(56)
        self.slider.setMaximumWidth(160)
        self.rate = text_label("", "muted", name="strictness_price")
        folded = QWidget()
        folded.setLayout(row(self.slider, self.rate, None))
        self.disclosure = Disclosure(tr("Rejection"), folded)
        heading = ExplainedHeading(tr("Like a digit"), "likeness", "muted")
        self.setLayout(column(row(heading, self.score, None, self.disclosure), folded, spacing=0))
        self.slider.valueChanged.connect(lambda step: session.set_false_rejection_rate(STEPS[step]))
        session.false_rejection_rate_changed.connect(self._show_rate)
        session.model_changed.connect(self._on_model_changed)
        session.reply_changed.connect(self._show_score)
        self._show_rate()
        self._show_score()
        self._on_model_changed()

    def _on_model_changed(self) -> None:
        model = self._session.model
        can_reject = bool(model and model.calibration and model.calibration.can_reject)
        self.setVisible(can_reject or model is None)

    def _show_rate(self) -> None:
        rate = self._session.false_rejection_rate
        self.slider.setValue(min(range(len(STEPS)), key=lambda step: abs(STEPS[step] - rate)))
        self.rate.setText(rejection_text(rate))
        is_usual = rate == DEFAULT_FALSE_REJECTION_RATE
        self.disclosure.show_changed("" if is_usual else share_text(rate))
        for widget in (self.slider, self.rate):
            widget.setToolTip(tr(TIP, share=share_text(rate)))

    def _show_score(self) -> None:
        reply = self._session.reply
        reading = reply.answer.recognition if reply else None
        score = reading.verdict.digit_probability if reading and reading.verdict else None
        self.score.setText(UNKNOWN if score is None else percent_text(score))


def rejection_text(false_rejection_rate: float) -> str:
    """Return the price of the threshold: "rejects 0.5 % of real digits"."""
    if not false_rejection_rate:
        return tr("rejects no picture")
    return tr("rejects {share} of real digits", share=share_text(false_rejection_rate))


def share_text(false_rejection_rate: float) -> str:
    """Return the share of real digits that are rejected: "0.5 %"."""
    return f"{number(100 * false_rejection_rate, 'g')} %"
