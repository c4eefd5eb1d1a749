"""One line under the pictures: what the two colours mean, and how far a label is behind."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from desktop_cvae.core.results import Recognition
from desktop_cvae.gui.theme import SPACING, Theme, tabular_font
from desktop_cvae.gui.widgets.card import text_label
from desktop_cvae.gui.widgets.evidence_scale import nats_text

SQUARE = "\N{BLACK SQUARE}"


class ReasonLine(QWidget):
    """Of one line's height, whatever it says."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reason")
        self.key = text_label("", "muted")
        self.key.setTextFormat(Qt.TextFormat.RichText)
        self.key.setToolTip(
            "The label's reconstruction against the drawing: ink that the drawing lacks, "
            "and ink that it has too much"
        )
        self.words: QLabel = text_label("", "muted")
        self.words.setFont(tabular_font(self.words.font()))
        self.words.setToolTip("The gap in evidence; a nat less is e times less probable")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACING)
        layout.addWidget(self.key)
        layout.addStretch(1)
        layout.addWidget(self.words)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Change the colours of the key."""
        missing, too_much = (
            f'<span style="color:{color}">{SQUARE}</span>&nbsp;{words}'
            for color, words in ((theme.too_much, "missing"), (theme.too_little, "too much"))
        )
        self.key.setText(f"{missing}&nbsp;&nbsp;&nbsp;{too_much}")

    def show_gap(
        self, reading: Recognition | None, label: int | None, names: tuple[str, ...]
    ) -> None:
        """Say how far a label is behind the best one, or the best ahead of the next.

        Args:
            reading: the model's, or None for nothing.
            label: the label that is looked at.
            names: of all labels.
        """
        self.key.setVisible(reading is not None)
        self.words.setText(gap_words(reading, label, names))
        self.setAccessibleName(self.words.text())


def gap_words(reading: Recognition | None, label: int | None, names: tuple[str, ...]) -> str:
    """“31.2 nats behind 4”, or “12.3 nats ahead of 9” for the best label; empty if neither."""
    if reading is None or reading.label is None or label is None or len(names) < 2:
        return ""
    evidence = reading.evidence_nats
    best = reading.label
    if label != best:
        return f"{nats_text(float(evidence[best] - evidence[label]))} nats behind {names[best]}"
    second = int(evidence.argsort()[-2])
    gap = float(evidence[best] - evidence[second])
    return f"{nats_text(gap)} nats ahead of {names[second]}"
