"""The digit score of the drawing, and a slider for the threshold below which it is rejected."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QWidget

from desktop_cvae.core.calibration import FALSE_REJECTION_RATES
from desktop_cvae.core.language import mark, number, tr
from desktop_cvae.gui.controls import make_slider
from desktop_cvae.gui.session import Session
from desktop_cvae.gui.theme import SPACING
from desktop_cvae.gui.widgets.card import ValueLabel, row, text_label
from desktop_cvae.gui.widgets.evidence_scale import percent_text
from desktop_cvae.gui.widgets.explained_heading import ExplainedHeading

STEPS = (0.0, *FALSE_REJECTION_RATES)
"""False rejection rates of the slider's steps; calibration finds a threshold for each."""
TIP = mark(
    "How digit-like a drawing must be. Anything less is rejected as “not a digit”. The higher the "
    "threshold, the more real digits are rejected by mistake: {share}."
)
UNKNOWN = "–"


class RejectionSlider(QWidget):
    """One line: digit score, slider, false rejection rate.

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
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(SPACING)
        heading = ExplainedHeading(tr("Like a digit"), "likeness", "muted")
        self._layout.addLayout(row(heading, self.score, None))
        self._layout.addLayout(row(text_label(tr("Rejection"), "muted"), self.slider))
        self._layout.addWidget(self.rate)
        self.slider.valueChanged.connect(lambda step: session.set_false_rejection_rate(STEPS[step]))
        session.false_rejection_rate_changed.connect(self._show_rate)
        session.model_changed.connect(self._on_model_changed)
        session.reply_changed.connect(self._show_score)
        self._show_rate()
        self._show_score()
        self._on_model_changed()

    def set_stacked(self, is_stacked: bool) -> None:
        """Use three lines where there is little width."""
        direction = QBoxLayout.Direction
        self._layout.setDirection(direction.TopToBottom if is_stacked else direction.LeftToRight)
        self._layout.setSpacing(0 if is_stacked else SPACING)

    def _on_model_changed(self) -> None:
        model = self._session.model
        can_reject = bool(model and model.calibration and model.calibration.can_reject)
        self.setVisible(can_reject or model is None)

    def _show_rate(self) -> None:
        rate = self._session.false_rejection_rate
        self.slider.setValue(min(range(len(STEPS)), key=lambda step: abs(STEPS[step] - rate)))
        self.rate.setText(rejection_text(rate))
        share = tr("one in {count}", count=number(round(1 / rate))) if rate else tr("none")
        for widget in (self.slider, self.rate):
            widget.setToolTip(tr(TIP, share=share))

    def _show_score(self) -> None:
        reply = self._session.reply
        reading = reply.answer.recognition if reply else None
        score = reading.verdict.digit_probability if reading and reading.verdict else None
        self.score.setText(UNKNOWN if score is None else percent_text(score))


def rejection_text(false_rejection_rate: float) -> str:
    """Return the share of real digits that are rejected: "rejects 1 in 200"."""
    if not false_rejection_rate:
        return tr("rejects none")
    return tr("rejects 1 in {count}", count=number(round(1 / false_rejection_rate)))
