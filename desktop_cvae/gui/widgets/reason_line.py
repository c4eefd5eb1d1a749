"""The line under the pictures: colour key, and how far a label is behind."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QWidget

from desktop_cvae.core.language import mark, tr
from desktop_cvae.core.results import Recognition
from desktop_cvae.gui.theme import SPACING, current_theme, tabular_font
from desktop_cvae.gui.widgets.card import row, text_label
from desktop_cvae.gui.widgets.elided_label import ElidedLabel
from desktop_cvae.gui.widgets.evidence_scale import nats_text
from desktop_cvae.gui.widgets.explained_heading import TIP, ExplainedHeading

SQUARE, STRIPED = "\N{BLACK SQUARE}", "\N{SQUARE WITH UPPER RIGHT TO LOWER LEFT FILL}"
HATCHED = "\N{SQUARE WITH DIAGONAL CROSSHATCH FILL}"
FOREIGN = mark(
    "Hatched: foreign ink. No label explains it, so it does not belong to the digit and does not "
    "count against any label."
)


class _Gap(ElidedLabel):
    """A spacer as high as the words beside it."""

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.fontMetrics().height())


class ReasonLine(QWidget):
    """A line of constant height."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("reason")
        self.key = text_label("", "muted")
        self.key.setTextFormat(Qt.TextFormat.RichText)
        self.key.setToolTip(
            tr("The drawing compared with the label's reconstruction: missing ink and extra ink")
        )
        self._swatch = text_label(HATCHED, "muted")
        self._swatch.setToolTip(tr(FOREIGN))
        self.foreign = ExplainedHeading(tr("foreign ink"), "foreign", "muted")
        self.foreign.setObjectName("foreign_ink")
        self.foreign.setToolTip(f"{tr(FOREIGN)}\n{tr(TIP)}")
        self.foreign.setAccessibleDescription(tr(FOREIGN))
        tip = tr("The gap in evidence; one nat less means e times less probable")
        self.words = _Gap("muted", tip=tip)
        self.words.setFont(tabular_font(self.words.font()))
        beside = row(self._swatch, self.foreign, spacing=SPACING // 2)
        self._layout = layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACING)
        layout.addWidget(self.key)
        layout.addLayout(row(beside, self.words, fills=self.words), 1)
        self.set_stacked(False)
        self._show_foreign(False)
        self._color_key()

    def set_stacked(self, is_stacked: bool) -> None:
        """Stack the two parts where there is little width."""
        direction, flags = QBoxLayout.Direction, Qt.AlignmentFlag
        self._layout.setDirection(direction.TopToBottom if is_stacked else direction.LeftToRight)
        side = flags.AlignLeading if is_stacked else flags.AlignTrailing
        self.words.setAlignment(side | flags.AlignVCenter)

    def changeEvent(self, event: QEvent) -> None:
        """Rebuild the colour key, whose colours are in its text."""
        if event.type() is QEvent.Type.PaletteChange:
            self._color_key()
        super().changeEvent(event)

    def show_gap(
        self, reading: Recognition | None, label: int | None, names: tuple[str, ...]
    ) -> None:
        """Show how far a label is behind the best one, or the best ahead of the next.

        Args:
            reading: the model's, or None for nothing.
            label: the label that is looked at.
            names: of all labels.
        """
        self.key.setVisible(reading is not None)
        self._show_foreign(reading is not None and reading.foreign is not None)
        self.words.say(gap_words(reading, label, names))
        self.setAccessibleName(self.words.text())

    def _show_foreign(self, is_shown: bool) -> None:
        self._swatch.setVisible(is_shown)
        self.foreign.setVisible(is_shown)

    def _color_key(self) -> None:
        theme = current_theme()
        missing, too_much = (
            f'<span style="color:{color}">{square}</span>&nbsp;{words}'
            for color, square, words in (
                (theme.too_much, STRIPED, tr("missing")),
                (theme.too_little, SQUARE, tr("extra")),
            )
        )
        self.key.setText(f"{missing}&nbsp;&nbsp;&nbsp;{too_much}")
        self._swatch.setText(f'<span style="color:{theme.foreign}">{HATCHED}</span>')


def gap_words(reading: Recognition | None, label: int | None, names: tuple[str, ...]) -> str:
    """Return “31.2 nats behind 4”, or “12.3 nats ahead of 9” for the best label, or ""."""
    if reading is None or reading.label is None or label is None or len(names) < 2:
        return ""
    evidence = reading.evidence_nats
    best = reading.label
    if label != best:
        return tr(
            "{nats} nats behind {name}",
            nats=nats_text(float(evidence[best] - evidence[label])),
            name=names[best],
        )
    second = int(evidence.argsort()[-2])
    gap = float(evidence[best] - evidence[second])
    return tr("{nats} nats ahead of {name}", nats=nats_text(gap), name=names[second])
