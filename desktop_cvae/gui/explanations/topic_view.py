"""A topic as a widget: sentences, chart and formula, which follow the drawing.

Tested in tests/gui/explanations/test_cards.py.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from desktop_cvae.core.language import number, percent_text, tr
from desktop_cvae.gui.explanations.nats_picture import NatsPicture
from desktop_cvae.gui.explanations.sentences import gap_text, mean_nats
from desktop_cvae.gui.explanations.situation import TEMPERATURES, Situation
from desktop_cvae.gui.explanations.small_charts import (
    Bar,
    BarList,
    DigitRow,
    DimensionBars,
    Intervals,
    Scale,
)
from desktop_cvae.gui.explanations.topics import Topic
from desktop_cvae.gui.theme import SPACING, enlarge_text
from desktop_cvae.gui.widgets.card import text_label
from desktop_cvae.gui.widgets.evidence_scale import bar_lengths, nats_text
from desktop_cvae.gui.widgets.preparation_strip import ranked
from desktop_cvae.inference.evidence import softmax

Show = Callable[[Any, Situation], bool]
"""Shows a situation in a chart; returns False if there is nothing to show."""
PARAGRAPH = '<p style="margin-top:0; margin-bottom:6px; line-height:118%">{text}</p>'
SHOWN_LABELS = 4
SHOWN_VARIANTS = 5


def _show_nats(picture: NatsPicture, situation: Situation) -> bool:
    picture.set_parts(situation.parts, situation.image, situation.name)
    return situation.parts is not None


def _show_pictures(digits: DigitRow, situation: Situation) -> bool:
    reply, reading = situation.reply, situation.reading
    if reply is None or reading is None:
        return False
    answer = reply.answer
    images = [answer.prepared.image, reading.reconstructions[situation.index]]
    captions = ["28 × 28", tr("reconstruction")]
    is_noisy = reply.question.noise.level > 0
    if is_noisy:
        images.insert(1, answer.noisy)
        captions.insert(1, tr("noisy"))
    digits.set_digits(images, captions, reading.foreign, int(is_noisy))
    return True


def _show_candidates(digits: DigitRow, situation: Situation) -> bool:
    candidates = situation.reply.answer.candidates if situation.reply else ()
    few = ranked(candidates)[:SHOWN_VARIANTS]
    digits.set_digits([one.prepared.image for one in few], [percent_text(one.share) for one in few])
    return len(few) > 1


def _show_foreign(digits: DigitRow, situation: Situation) -> bool:
    reading, image = situation.reading, situation.image
    if reading is None or image is None or reading.foreign is None:
        return False
    images = (image, image, reading.reconstructions[situation.index])
    captions = (tr("as read"), tr("foreign"), tr("reconstruction"))
    digits.set_digits(images, captions, reading.foreign, 1)
    return True


def _show_dimensions(bars: DimensionBars, situation: Situation) -> bool:
    parts = situation.parts
    if parts is None:
        return False
    values = [float(value) for value in parts.kl.dimensions]
    names = [str(n + 1) for n in range(len(values))]
    extra = ""
    if situation.model is not None and situation.model.engine.prior.components > 1:
        values.append(parts.kl.component)
        names.append(extra := tr("group"))
    bars.set_values(values, names, extra)
    return True


def _show_gaps(bars: BarList, situation: Situation) -> bool:
    reading, model = situation.reading, situation.model
    if reading is None or model is None or reading.label is None:
        return False
    evidence = reading.evidence_nats
    lengths = 1 - bar_lengths(evidence)
    order = np.argsort(-evidence)[1 : SHOWN_LABELS + 1]
    best = float(evidence[reading.label])
    bars.set_bars(
        [
            Bar(
                model.label_names[label],
                float(lengths[label]),
                f"{nats_text(best - float(evidence[label]))}    "
                f"{gap_text(best - float(evidence[label]))}",
            )
            for label in order
        ]
    )
    return True


def _show_probabilities(bars: BarList, situation: Situation) -> bool:
    reading, model = situation.reading, situation.model
    if reading is None or model is None or reading.label is None:
        return False
    raw = softmax(reading.evidence_nats[np.newaxis])[0]
    order = np.argsort(-reading.evidence_nats)[: SHOWN_LABELS - 1]
    shown = []
    for label in order:
        plain, calibrated = float(raw[label]), float(reading.probabilities[label])
        name = model.label_names[label]
        shown.append(Bar(tr("{name}, raw", name=name), plain, percent_text(plain), is_strong=False))
        shown.append(Bar(tr("{name}, calibrated", name=name), calibrated, percent_text(calibrated)))
    bars.set_bars(shown)
    return True


def _show_digit_probability(scale: Scale, situation: Situation) -> bool:
    model, odds = situation.model, situation.odds
    reply = situation.reply
    if odds is None or reply is None or model is None or model.calibration is None:
        return False
    scale.set_value(
        odds, model.calibration.rejection_threshold(reply.question.false_rejection_rate)
    )
    return True


def _show_variants(digits: DigitRow, situation: Situation) -> bool:
    variants = situation.variants
    if variants is None:
        return False
    spread = 2.5 * variants.std(axis=0, dtype=np.float32)
    captions = [tr("code {number}", number=n + 1) for n in range(SHOWN_VARIANTS)]
    digits.set_digits([*variants[:SHOWN_VARIANTS], spread], [*captions, tr("spread")])
    return True


def _show_temperatures(digits: DigitRow, situation: Situation) -> bool:
    if situation.temperatures is None:
        return False
    digits.set_digits(
        list(situation.temperatures), [number(value, ".1f") for value in TEMPERATURES]
    )
    return True


def _show_prior(digits: DigitRow, situation: Situation) -> bool:
    if situation.prior is None:
        return False
    captions = [tr("sample {number}", number=n + 1) for n in range(len(situation.prior))]
    digits.set_digits(list(situation.prior), captions)
    return True


def _show_elbo(bars: BarList, situation: Situation) -> bool:
    if situation.parts is None or situation.variants is None:
        return False
    middle, mean = float(situation.parts.pixel_nats.sum()), mean_nats(situation)
    most = max(middle, mean, 1e-9)
    bars.set_bars(
        [
            Bar(tr("mean code"), middle / most, nats_text(middle)),
            Bar(tr("mean over 16 codes"), mean / most, nats_text(mean), is_strong=False),
        ]
    )
    return True


def _show_intervals(intervals: Intervals, situation: Situation) -> bool:
    if situation.parts is None:
        return False
    posterior = situation.parts.posterior
    intervals.set_intervals(posterior.mean[0], np.exp(0.5 * posterior.log_var[0]))
    return True


def _show_agreement(bars: BarList, situation: Situation) -> bool:
    found = situation.agreement
    if found is None:
        return False
    bars.set_bars(
        [
            Bar(tr("on this map"), found.on_plane, percent_text(found.on_plane)),
            Bar(tr("in the whole space"), found.of_codes, percent_text(found.of_codes)),
            Bar(tr("by chance"), found.chance, percent_text(found.chance), is_strong=False),
        ]
    )
    return True


def _show_loss(bars: BarList, situation: Situation) -> bool:
    model = situation.model
    if model is None or not model.history:
        return False
    last = model.history[-1]
    most = max(last.train.total, last.validation.total, 1e-9)
    bars.set_bars(
        [
            Bar(name, terms.total / most, nats_text(terms.total), is_strong=strong)
            for name, terms, strong in (
                (tr("training"), last.train, False),
                (tr("validation"), last.validation, True),
            )
        ]
    )
    return True


GRAPHICS: dict[str, tuple[Callable[[], QWidget], Show]] = {
    "nats": (NatsPicture, _show_nats),
    "pictures": (
        lambda: DigitRow(tr("Drawing, what the model reads, reconstruction")),
        _show_pictures,
    ),
    "candidates": (
        lambda: DigitRow(tr("Versions of the picture, most probable first")),
        _show_candidates,
    ),
    "foreign": (
        lambda: DigitRow(tr("What the model reads, foreign ink, reconstruction")),
        _show_foreign,
    ),
    "dimensions": (
        lambda: DimensionBars(tr("KL of each number of the code, in nats")),
        _show_dimensions,
    ),
    "gaps": (
        lambda: BarList(tr("Nats behind the best label, and the corresponding odds")),
        _show_gaps,
    ),
    "probabilities": (lambda: BarList(tr("Probability: raw and calibrated")), _show_probabilities),
    "likeness": (
        lambda: Scale(tr("not a digit"), tr("a digit"), tr("How digit-like the drawing is")),
        _show_digit_probability,
    ),
    "variants": (
        lambda: DigitRow(tr("Samples from the posterior and their spread")),
        _show_variants,
    ),
    "temperatures": (
        lambda: DigitRow(tr("The same random code at four temperatures")),
        _show_temperatures,
    ),
    "prior": (lambda: DigitRow(tr("Samples from the prior")), _show_prior),
    "elbo": (lambda: BarList(tr("Reconstruction, in nats")), _show_elbo),
    "intervals": (
        lambda: Intervals(tr("Each number of the code: mean ± one standard deviation")),
        _show_intervals,
    ),
    "agreement": (
        lambda: BarList(tr("Digits whose nearest neighbour has the same label")),
        _show_agreement,
    ),
    "loss": (lambda: BarList(tr("Loss in the last epoch, in nats per image")), _show_loss),
}
"""The chart of each key, and the function that shows a situation in it."""


class TopicView(QWidget):
    """Sentences, chart and formula of a topic.

    Args:
        topic: what it explains.
    """

    def __init__(self, topic: Topic, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.topic = topic
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.RichText)
        self.text.setObjectName("explanation_text")
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(SPACING)
        down.addWidget(self.text)
        self.graphic: QWidget | None = None
        self._show_graphic: Show | None = None
        if topic.graphic:
            make_graphic, self._show_graphic = GRAPHICS[topic.graphic]
            self.graphic = make_graphic()
            down.addSpacing(2)
            down.addWidget(self.graphic)
        if topic.formula:
            down.addSpacing(2)
            down.addWidget(_formula(topic))
        # A card does not shrink while drawing, so spare room goes to the bottom.
        down.addStretch(1)

    def show_situation(self, situation: Situation) -> None:
        self.text.setText("".join(PARAGRAPH.format(text=t) for t in self.topic.says(situation)))
        if self.graphic is not None and self._show_graphic is not None:
            self.graphic.setVisible(self._show_graphic(self.graphic, situation))


def _formula(topic: Topic) -> QWidget:
    """Return a label with the formula and the meaning of its letters."""
    box = QFrame()
    box.setObjectName("formula")
    down = QVBoxLayout(box)
    down.setContentsMargins(SPACING + 4, 6, SPACING + 4, 6)
    down.setSpacing(2)
    formula = QLabel(tr(topic.formula))
    formula.setWordWrap(True)
    formula.setTextFormat(Qt.TextFormat.RichText)
    enlarge_text(formula, 1)
    down.addWidget(formula)
    if topic.words:
        down.addWidget(text_label(tr(topic.words), "muted", wraps=True))
    return box
