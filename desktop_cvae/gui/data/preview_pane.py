"""Preview of a data set: some of its pictures, and a bar for the count of each label."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop_cvae.core.language import number, tr
from desktop_cvae.core.results import Samples
from desktop_cvae.gui.data.data_jobs import Preview
from desktop_cvae.gui.exporting.export import Export, table_export
from desktop_cvae.gui.exporting.samples_export import samples_export
from desktop_cvae.gui.theme import current_theme, enlarge_text, label_color, tabular_font
from desktop_cvae.gui.widgets.card import column
from desktop_cvae.gui.widgets.digit_grid import GAP_PX, DigitGrid

BARS_PX = 84
"""Height of the largest bar with its number."""
BAR_PX = 20.0
"""Largest width of a bar, in pixels."""
MAX_UPRIGHT_PX = 72.0
"""Largest length of an upright name, in pixels; longer ones are cut in the middle, because their
ends tell series apart."""
HELD_OUT_ALPHA = 110
BARS_GAP_PX = 3.0
LEEWAY_PX = 2.0
"""Pixels by which a single letter may exceed its column: few are as wide as a W."""
CELL_PX = 38
"""Least side of a picture; fewer pictures are shown before they get smaller."""
WIDE_CELL_PX = 76
"""The same for names longer than ``SHORT_NAME``, which need more room."""
SHORT_NAME = 4


class ClassBars(QWidget):
    """One bar per label with its name and count; its paler top is the held-out part.

    Names that are too long stand upright; where there are too many even for that, only the
    tooltip tells them.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ()
        self._train: tuple[int, ...] = ()
        self._held_out: tuple[int, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Pictures by label"))
        self.setFont(tabular_font(self.font()))
        enlarge_text(self, -2)

    def set_counts(
        self, names: Sequence[str], train: Sequence[int], held_out: Sequence[int] = ()
    ) -> None:
        """Show other counts, one per label; an empty ``held_out`` means zero."""
        self._names, self._train = tuple(names), tuple(train)
        self._held_out = tuple(held_out) or (0,) * len(self._train)
        counts = map(self.sentence, range(len(self._names)))
        self.setAccessibleDescription("; ".join(counts))
        self.updateGeometry()
        self.update()

    def sentence(self, index: int) -> str:
        """Return the counts of one label in words."""
        held_out = self._held_out[index]
        name, count = self._names[index], number(self._train[index])
        if not held_out:
            return tr("{label}: {count} for training", label=name, count=count)
        return tr(
            "{label}: {count} for training and {held_out} held out",
            label=name,
            count=count,
            held_out=number(held_out),
        )

    def sizeHint(self) -> QSize:
        return QSize(360, BARS_PX + round(self._names_height()))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip and self._names:
            index = int(event.pos().x() * len(self._names) / max(1, self.width()))
            QToolTip.showText(event.globalPos(), self.sentence(min(index, len(self._names) - 1)))
            return True
        return super().event(event)

    def resizeEvent(self, event: object) -> None:
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._names:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = QFontMetricsF(self.font())
        totals = [a + b for a, b in zip(self._train, self._held_out, strict=True)]
        across = self.width() / len(totals)
        has_numbers = (
            max(metrics.horizontalAdvance(number(n)) for n in totals) < across - BARS_GAP_PX
        )
        bottom = self.height() - self._names_height()
        scale = (bottom - (metrics.height() + BARS_GAP_PX if has_numbers else 0)) / max(1, *totals)
        step = self._step()
        for index, total in enumerate(totals):
            area = QRectF(index * across, 0, across, bottom)
            self._paint_bar(painter, index, area, scale)
            painter.setPen(QColor(current_theme().muted))
            if index % step == 0:
                self._paint_name(painter, self._names[index], area, step)
            if has_numbers:
                above = area.adjusted(0, 0, 0, -total * scale - 1)
                flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom
                painter.drawText(above, flags, number(total))

    def _paint_bar(self, painter: QPainter, index: int, area: QRectF, scale: float) -> None:
        width = min(BAR_PX, 0.7 * area.width())
        left = area.center().x() - width / 2
        train, rest = self._train[index] * scale, self._held_out[index] * scale
        color = label_color(index)
        painter.fillRect(QRectF(left, area.bottom() - train, width, train), color)
        color.setAlpha(HELD_OUT_ALPHA)
        painter.fillRect(QRectF(left, area.bottom() - train - rest, width, rest), color)

    def _paint_name(self, painter: QPainter, name: str, area: QRectF, step: int) -> None:
        metrics = QFontMetricsF(self.font())
        height = self._names_height()
        if not self._stands():
            more = (step - 1) * area.width() / 2
            below = QRectF(area.left(), area.bottom() + BARS_GAP_PX, area.width(), height)
            below.adjust(-more, 0, more, 0)
            painter.drawText(below, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, name)
        elif area.width() >= metrics.height() - BARS_GAP_PX:
            shown = metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, MAX_UPRIGHT_PX)
            painter.save()
            painter.translate(area.center().x(), area.bottom() + 2 * BARS_GAP_PX)
            painter.rotate(90)
            box = QRectF(0, -metrics.height() / 2, MAX_UPRIGHT_PX + 1, metrics.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
            painter.restore()

    def _widest(self) -> float:
        metrics = QFontMetricsF(self.font())
        return max((metrics.horizontalAdvance(name) for name in self._names), default=0.0)

    def _stands(self) -> bool:
        """Return True if a name is too long to lie under its bar."""
        across = self.width() / max(1, len(self._names))
        return not self._are_letters() and self._widest() > across - BARS_GAP_PX

    def _are_letters(self) -> bool:
        return all(len(name) == 1 for name in self._names)

    def _step(self) -> int:
        """Return 2 if only every second of the single letters has room, else 1."""
        across = self.width() / max(1, len(self._names))
        return 2 if self._are_letters() and self._widest() > across + LEEWAY_PX else 1

    def _names_height(self) -> float:
        line = QFontMetricsF(self.font()).height()
        if not self._stands():
            return line + BARS_GAP_PX
        if self.width() / max(1, len(self._names)) < line - BARS_GAP_PX:
            return BARS_GAP_PX
        return min(self._widest(), MAX_UPRIGHT_PX) + 3 * BARS_GAP_PX


class PreviewPane(QWidget):
    """Shows as many labelled pictures as fit, and bars for the counts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preview: Preview | None = None
        self._shown = 0
        self.grid = DigitGrid()
        # A click on a picture does nothing here.
        self.grid.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.bars = ClassBars()
        self.setLayout(column(self.grid, self.bars, fills=self.grid))
        self.grid.resized.connect(self._fill)
        self.show_preview(None)

    def show_preview(self, preview: Preview | None, message: str = "") -> None:
        """Show pictures, or a message in their place."""
        self._preview, self._shown = preview, 0
        self.bars.setVisible(preview is not None)
        self.grid.set_message(message)
        if preview is None:
            self.grid.set_images(None)
            return
        self.bars.set_counts(preview.label_names, preview.train, preview.held_out)
        self._fill()

    def export(self) -> Export | None:
        """Return the pictures and counts for saving; None without a data set."""
        preview = self._preview
        if preview is None:
            return None
        shown, names = self._shown, preview.label_names
        no_latents = np.zeros((shown, 0), np.float32)
        samples = Samples(preview.images[:shown], preview.labels[:shown], no_latents)
        pictures = samples_export(tr("the preview"), "data-set", samples, names, self.grid.columns)
        held_out = preview.held_out or (0,) * len(names)
        rows: list[tuple[object, ...]] = [("label", "train", "held_out")]
        rows += zip(names, preview.train, held_out, strict=True)
        counts = table_export(tr("the counts"), "data-set", lambda: rows)
        return replace(pictures, kinds=(*pictures.kinds, *counts.kinds), text=counts.text)

    def _fill(self) -> None:
        preview = self._preview
        if preview is None:
            return
        shown = min(self._room(preview), len(preview.images))
        if shown != self._shown:
            self._shown = shown
            labels = preview.labels[:shown]
            self.grid.set_images(preview.images[:shown], labels, preview.label_names)

    def _room(self, preview: Preview) -> int:
        """Return the number of pictures that fit: whole turns of all labels, if one turn fits."""
        longest = max(map(len, preview.label_names))
        cell = CELL_PX if longest <= SHORT_NAME else WIDE_CELL_PX
        caption = self.grid.fontMetrics().height() + 2
        across = (self.grid.width() + GAP_PX) // (cell + GAP_PX)
        down = (self.grid.height() + GAP_PX) // (cell + caption + GAP_PX)
        count, kinds = max(1, across * down), len(preview.label_names)
        return count - count % kinds if count > kinds else count
