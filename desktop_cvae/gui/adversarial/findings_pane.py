"""The result of a search: size of the change, evidence of both labels, and who would notice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from desktop_cvae.core.language import number, percent_text, tr, tr_n
from desktop_cvae.core.results import UNSURE, FloatArray, Recognition, Verdict
from desktop_cvae.evaluation.adversarial_robustness import NORMS, distances
from desktop_cvae.gui.theme import SPACING, enlarge_text, tabular_font
from desktop_cvae.gui.widgets.card import text_label
from desktop_cvae.gui.widgets.evidence_scale import nats_text
from desktop_cvae.gui.widgets.verdict import article, either

MOST_STRENGTH = 100
"""Largest amplification; more would show the rounding of grey levels."""


@dataclass(frozen=True, eq=False)
class AdversarialPair:
    """A picture before and after the change, with both readings.

    Attributes:
        before: float32, (28, 28), in [0, 1].
        after: the changed picture, of the same shape.
        readings: of both pictures.
    """

    before: FloatArray
    after: FloatArray
    readings: Sequence[Recognition]

    @property
    def labels(self) -> tuple[int, int]:
        """The label before, and the label that the change aims at."""
        first, last = self.readings
        before, after = int(first.evidence_nats.argmax()), int(last.evidence_nats.argmax())
        if after == before:
            others = last.evidence_nats.copy()
            others[before] = -np.inf
            after = int(others.argmax())
        return before, after

    @property
    def strength(self) -> int:
        """Factor that amplifies the change for the screen, up to full ink."""
        largest = float(np.abs(self.after - self.before).max())
        return int(np.clip(1 / max(largest, 1e-6), 1, MOST_STRENGTH))


def headline(fooled: AdversarialPair, names: Sequence[str]) -> str:
    """Return whether the model is fooled, as a heading."""
    before, after = fooled.readings
    if after.label == before.label:
        return tr("The model still reads {name}", name=article(names[fooled.labels[0]]))
    was, now = (article(names[label]) for label in fooled.labels)
    return tr("{was} is now read as {now}", was=was[:1].upper() + was[1:], now=now)


def notice(fooled: AdversarialPair, names: Sequence[str]) -> str:
    """Return whether the model would notice, as a sentence."""
    verdict = fooled.readings[1].verdict
    if verdict is None:
        return ""
    if not verdict.is_digit:
        sentence = tr("The program would notice: it rejects the picture as “not a digit”.")
    elif verdict.kind == UNSURE:
        sentence = tr(
            "The program would notice: it is unsure ({names}).", names=either(verdict.labels, names)
        )
    else:
        share = percent_text(verdict.probability)
        sentence = tr(
            "The program would not notice: it gives the wrong answer a probability of {share}.",
            share=share,
        )
    sentence = f"{sentence} {_digit_probabilities(fooled.readings[0].verdict, verdict)}".strip()
    return sentence.replace(" %", "\N{NO-BREAK SPACE}%")


def _digit_probabilities(before: Verdict | None, after: Verdict) -> str:
    first = before.digit_probability if before else None
    if first is None or after.digit_probability is None:
        return ""
    return tr(
        "Like a digit: {before} before, {after} after.",
        before=percent_text(first),
        after=percent_text(after.digit_probability),
    )


def size_of_change(fooled: AdversarialPair) -> str:
    """Return all three distances in one line."""
    pair = fooled.before[np.newaxis], fooled.after[np.newaxis]
    gaps = {norm: float(distances(*pair, norm)[0]) for norm in NORMS}
    pixels = tr_n("{n} pixel changed", "{n} pixels changed", int(gaps["l0"]))
    return tr(
        "L2 {all} · L∞ {largest} · {pixels}",
        all=number(gaps["l2"], ".2f"),
        largest=number(gaps["linf"], ".2f"),
        pixels=pixels,
    )


class FindingsPane(QWidget):
    """Shows heading, notice, size of the change, and a small table of evidence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.headline = text_label("", "title", wraps=True)
        enlarge_text(self.headline, 4, QFont.Weight.DemiBold)
        self.notice = text_label("", "", wraps=True)
        self.size_line = text_label("", "muted", wraps=True)
        self.size_line.setFont(tabular_font(self.font()))
        self.nats = QGridLayout()
        self.nats.setHorizontalSpacing(3 * SPACING)
        self.cells = [[self._cell(line, column) for column in range(4)] for line in range(3)]
        self.nats.setColumnStretch(4, 1)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(SPACING)
        for label in (self.headline, self.notice, self.size_line):
            down.addWidget(label)
        down.addLayout(self.nats)
        down.addStretch(1)
        self.show_found(None, ())

    def show_found(self, fooled: AdversarialPair | None, names: Sequence[str]) -> None:
        """Show a result, or nothing."""
        self.setVisible(fooled is not None)
        if fooled is None:
            return
        self.headline.setText(headline(fooled, names))
        self.notice.setText(notice(fooled, names))
        self.size_line.setText(size_of_change(fooled))
        rows = [[tr("Evidence, nats"), tr("before"), tr("after"), tr("change")]]
        for label in fooled.labels:
            before, after = (float(r.evidence_nats[label]) for r in fooled.readings)
            rows.append([names[label], *map(nats_text, (before, after, after - before))])
        for cells, texts in zip(self.cells, rows, strict=True):
            for cell, text in zip(cells, texts, strict=True):
                cell.setText(text)

    def _cell(self, line: int, column: int) -> QLabel:
        cell = text_label("", "muted" if line == 0 or column == 0 else "")
        cell.setFont(tabular_font(self.font()))
        side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
        self.nats.addWidget(cell, line, column, side)
        return cell
