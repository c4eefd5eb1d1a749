"""How like a digit the drawing is, and how strict the program is about it, with its price."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QSlider, QWidget

from desktop_cvae.core.calibration import REFUSED_SHARES
from desktop_cvae.core.language import mark, number, tr
from desktop_cvae.gui.session import Session
from desktop_cvae.gui.theme import SPACING
from desktop_cvae.gui.widgets.card import ValueLabel, row, text_label
from desktop_cvae.gui.widgets.evidence_scale import percent_text
from desktop_cvae.gui.widgets.explained_heading import ExplainedHeading

STEPS = (0.0, *REFUSED_SHARES)
"""Shares of real digits that are refused by mistake; a model's thresholds were found for these."""
TIP = mark(
    "How strict: what is less like a digit is answered “not a digit”. The stricter, the more real "
    "digits are refused by mistake: {share}."
)
UNTOLD = "–"


class Strictness(QWidget):
    """One line: likeness, slider, price.

    Args:
        session: its answer is shown, its strictness set.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.likeness = ValueLabel("> 99.9 %")
        self.likeness.setObjectName("likeness")
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setObjectName("strictness")
        self.slider.setAccessibleName(tr("Strictness: share of real digits refused"))
        self.slider.setRange(0, len(STEPS) - 1)
        self.slider.setPageStep(1)
        self.slider.setMinimumWidth(56)
        self.slider.setMaximumWidth(160)
        self.price = text_label("", "muted")
        self.price.setObjectName("strictness_price")
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(SPACING)
        heading = ExplainedHeading(tr("Like a digit"), "likeness", "muted")
        self._layout.addLayout(row(heading, self.likeness, None))
        self._layout.addLayout(row(text_label(tr("Strictness"), "muted"), self.slider))
        self._layout.addWidget(self.price)
        self.slider.valueChanged.connect(lambda step: session.set_refusal(STEPS[step]))
        session.refusal_changed.connect(self._show_strictness)
        session.model_changed.connect(self._on_model_changed)
        session.reply_changed.connect(self._show_likeness)
        self._show_strictness()
        self._show_likeness()
        self._on_model_changed()

    def set_stacked(self, is_stacked: bool) -> None:
        """In three lines where there is little width."""
        direction = QBoxLayout.Direction
        self._layout.setDirection(direction.TopToBottom if is_stacked else direction.LeftToRight)
        self._layout.setSpacing(0 if is_stacked else SPACING)

    def _on_model_changed(self) -> None:
        """Only a model that has learnt what digits are can be strict."""
        model = self._session.model
        can_tell = bool(model and model.calibration and model.calibration.refuses)
        self.setVisible(can_tell or model is None)

    def _show_strictness(self) -> None:
        refuse = self._session.refuse
        self.slider.setValue(min(range(len(STEPS)), key=lambda step: abs(STEPS[step] - refuse)))
        self.price.setText(price_of(refuse))
        cost = tr("one in {count}", count=number(round(1 / refuse))) if refuse else tr("none")
        for widget in (self.slider, self.price):
            widget.setToolTip(tr(TIP, share=cost))

    def _show_likeness(self) -> None:
        reply = self._session.reply
        reading = reply.answer.recognition if reply else None
        like = reading.verdict.likeness if reading and reading.verdict else None
        self.likeness.setText(UNTOLD if like is None else percent_text(like))


def price_of(refuse: float) -> str:
    """What strictness costs: "refuses 1 in 200", of real digits."""
    if not refuse:
        return tr("refuses none")
    return tr("refuses 1 in {count}", count=number(round(1 / refuse)))
