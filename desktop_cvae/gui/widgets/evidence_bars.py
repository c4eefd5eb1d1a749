"""The evidence for each label, with mouse, keyboard and screen readers."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
)
from PySide6.QtWidgets import QToolTip

from desktop_cvae.core.language import percent_text, tr
from desktop_cvae.core.results import FloatArray, Recognition
from desktop_cvae.gui.accessibility import Part
from desktop_cvae.gui.widgets.evidence_scale import nats_text
from desktop_cvae.gui.widgets.evidence_table import EvidenceTable
from desktop_cvae.gui.widgets.explained_heading import TIP


class EvidenceBars(EvidenceTable):
    """The table of evidence, from which labels are chosen and headings explained.

    Signals:
        label_chosen(int): a row was clicked, or chosen with Up, Down and Enter.
        label_looked_at(int | None): the row under the pointer, or marked by Up and Down.
        heading_activated(str, QRect): a heading was clicked, or Shift+F1 pressed: the topic that
            explains it, and where it stands.
    """

    label_chosen = Signal(int)
    label_looked_at = Signal(object)
    heading_activated = Signal(str, QRect)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("evidence")
        self.setAccessibleName(tr("Evidence per label"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)

    def set_recognition(
        self,
        recognition: Recognition | None,
        chosen: int | None,
        explanations: FloatArray | None = None,
    ) -> None:
        super().set_recognition(recognition, chosen, explanations)
        self.setAccessibleDescription(self._spoken())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._set_hovered(self.row_at(event.position().y()))
        self._set_hovered_heading(self.heading_at(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        self._set_hovered(None)
        self._set_hovered_heading("")

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Mark a row when the focus comes by the Tab key."""
        super().focusInEvent(event)
        by_key = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        if event.reason() in by_key and self.hovered is None:
            self._set_hovered(self.chosen or 0)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._set_hovered(None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the clicked row's label, or ask what the heading means."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        row = self.row_at(event.position().y())
        topic = self.heading_at(event.position().toPoint())
        if row is not None:
            self.label_chosen.emit(row)
        elif topic:
            self.heading_activated.emit(topic, self.headings()[topic])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the mark with Up and Down, choose with Enter, explain the evidence with Shift+F1."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        key = Qt.Key(event.key())
        if key in steps:
            start = -1 if self.hovered is None else self.hovered
            self._set_hovered(min(max(start + steps[key], 0), len(self.names) - 1))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.hovered is not None:
            self.label_chosen.emit(self.hovered)
        elif event.matches(QKeySequence.StandardKey.WhatsThis):
            self.heading_activated.emit("evidence", self.headings()["evidence"])
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Show the row's tooltip where the row has no room for its two parts."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            if self.heading_at(event.pos()):
                QToolTip.showText(event.globalPos(), tr(TIP), self)
                return True
            row = self.row_at(event.pos().y())
            says_all = self.recognition is not None and self.parts_are_shown
            tip = "" if row is None or says_all else self.tip(row)
            QToolTip.showText(event.globalPos(), tip, self)
            return True
        return super().event(event)

    def tip(self, row: int) -> str:
        """Return the row in words: evidence and its two parts."""
        reading = self.recognition
        if reading is None:
            return tr("Draw a digit to see how well each label explains it.")
        return tr(
            "{name}: evidence {nats} nats\nreconstruction {reconstruction}, KL {kl}",
            name=self.names[row],
            nats=nats_text(float(reading.evidence_nats[row])),
            reconstruction=nats_text(float(reading.reconstruction_nats[row])),
            kl=nats_text(float(reading.kl_nats[row])),
        )

    def told_parts(self) -> list[Part]:
        return [
            Part(text, self.row_rect(row), row == self.hovered)
            for row, text in enumerate(self._spoken_rows())
        ]

    def _set_hovered_heading(self, topic: str) -> None:
        if topic != self.hovered_heading:
            self.hovered_heading = topic
            shape = Qt.CursorShape.PointingHandCursor if topic else Qt.CursorShape.ArrowCursor
            self.setCursor(shape)
            self.update()

    def _set_hovered(self, row: int | None) -> None:
        if row != self.hovered:
            self.hovered = row
            self.update()
            self.label_looked_at.emit(row)

    def _spoken(self) -> str:
        return "; ".join(self._spoken_rows()) or tr("Nothing is drawn yet.")

    def _spoken_rows(self) -> list[str]:
        reading = self.recognition
        if reading is None:
            return []
        rows = zip(self.names, reading.evidence_nats, reading.shares, strict=True)
        return [
            tr(
                "{name}: {nats} nats, {share}",
                name=name,
                nats=nats_text(float(nats)),
                share=percent_text(float(share)),
            )
            for name, nats, share in rows
        ]
