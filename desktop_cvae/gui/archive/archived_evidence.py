"""The evidence of an archived answer: a bar and nats for each label, as beside the canvas.

Tested in tests/gui/archive/test_archive_dialog.py.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from desktop_cvae.core.language import tr
from desktop_cvae.gui.accessibility import Part
from desktop_cvae.gui.theme import SPACING, current_theme, sized, tabular_font
from desktop_cvae.gui.widgets.evidence_scale import bar_lengths, nats_text
from desktop_cvae.gui.widgets.evidence_table import MAX_NAME, paint_bar

LEAST_ROW, MOST_SHOWN = 18, 10
LEAST_BAR = 60


class ArchivedEvidence(QWidget):
    """One row per label, at most the ten best. Read-only, as the answer was given in the past."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("archived_evidence")
        self.setAccessibleName(tr("Evidence for each label"))
        self.setFont(tabular_font(self.font()))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._names: tuple[str, ...] = ()
        self._nats = np.zeros(0, np.float32)
        self._order: list[int] = []

    def show_evidence(self, names: Sequence[str], nats: Sequence[float]) -> None:
        """Show evidence.

        Args:
            names: names of the labels.
            nats: evidence of each label; empty for none.
        """
        self._names, self._nats = tuple(names), np.array(nats, np.float32)
        best = np.argsort(-self._nats, kind="stable")[:MOST_SHOWN]
        self._order = sorted(best.tolist())
        self.setAccessibleDescription("; ".join(part.text for part in self.told_parts()))
        self.setVisible(bool(self._order))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, self._pitch() * len(self._order))

    def minimumSizeHint(self) -> QSize:
        return QSize(LEAST_BAR + 120, self.sizeHint().height())

    def told_parts(self) -> list[Part]:
        return [
            Part(
                tr(
                    "{name}: {nats} nats", name=self._names[k], nats=nats_text(float(self._nats[k]))
                ),
                QRect(0, row * self._pitch(), self.width(), self._pitch()),
                False,
            )
            for row, k in enumerate(self._order)
        ]

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._order:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lengths, best = bar_lengths(self._nats), int(self._nats.argmax())
        bold = sized(self.font(), 0, QFont.Weight.DemiBold)
        for row, label in enumerate(self._order):
            is_best = label == best
            area = QRect(0, row * self._pitch(), self.width(), self._pitch())
            name, bar, nats = self._columns(area)
            if is_best:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(current_theme().raised))
                painter.drawRoundedRect(QRectF(area).adjusted(0, 1, 0, -1), 4, 4)
            painter.setFont(bold if is_best else self.font())
            painter.setPen(QColor(current_theme().text))
            text = painter.fontMetrics().elidedText(
                self._names[label], Qt.TextElideMode.ElideRight, name.width()
            )
            painter.drawText(name, Qt.AlignmentFlag.AlignCenter, text)
            length = float(lengths[label])
            paint_bar(painter, bar, self.layoutDirection(), label, length, is_best=is_best)
            painter.setPen(QColor(current_theme().text if is_best else current_theme().muted))
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(nats, right, nats_text(float(self._nats[label])))
        painter.end()

    def _pitch(self) -> int:
        return max(LEAST_ROW, self.fontMetrics().height() + 3)

    def _columns(self, area: QRect) -> tuple[QRect, QRect, QRect]:
        """Return the areas of name, bar and nats, mirrored in right-to-left layouts."""
        metrics = self.fontMetrics()
        widest = max(map(metrics.horizontalAdvance, self._names))
        name = min(max(24, widest + 8), MAX_NAME)
        nats = metrics.horizontalAdvance("\N{MINUS SIGN}8888.8") + 4
        rects = (
            QRect(area.x(), area.y(), name, area.height()),
            QRect(area.x() + name + SPACING, area.y(), 0, area.height()),
            QRect(area.right() - nats - 4, area.y(), nats, area.height()),
        )
        rects[1].setRight(rects[2].left() - SPACING)
        direction = self.layoutDirection()
        name_at, bar_at, nats_at = (QStyle.visualRect(direction, area, rect) for rect in rects)
        return name_at, bar_at, nats_at
