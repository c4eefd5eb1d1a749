"""The confusion matrix in the window: cells to point at, click and walk with the keys.

Tested in tests/gui/scorecard/test_scorecard_dialog.py.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from matplotlib.artist import Artist
from matplotlib.figure import Figure
from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QToolTip, QWidget

from desktop_cvae.core.language import tr, tr_n
from desktop_cvae.core.results import IntArray
from desktop_cvae.figures.confusion_figure import HEAD_PX, Cell, CellLayout, ConfusionFigure
from desktop_cvae.figures.plot_style import PlotStyle
from desktop_cvae.gui.accessibility import Part
from desktop_cvae.gui.controls import ARROW_STEPS
from desktop_cvae.gui.plots.plot_canvas import PlotCanvas


def cell_text(label: str, read: str, count: int) -> str:
    """Describe a cell's count, such as "12 digits “4” read as “9”"."""
    if label == read:
        return tr_n(
            "{n} digit “{label}” read correctly",
            "{n} digits “{label}” read correctly",
            count,
            label=label,
        )
    return tr_n(
        "{n} digit “{label}” read as “{read}”",
        "{n} digits “{label}” read as “{read}”",
        count,
        label=label,
        read=read,
    )


class ConfusionMatrix(PlotCanvas):
    """Rows: true labels; columns: what was read.

    Attributes:
        chosen: the true label and the label read of the chosen cell, or None.

    Signals:
        cell_chosen(int, int): the true label and the label read.
    """

    cell_chosen = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chosen: Cell | None = None
        self._counts: IntArray | None = None
        self._names: Sequence[str] = ()
        self._plot: ConfusionFigure | None = None
        self.setAccessibleName(tr("Confusion matrix"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def set_counts(self, counts: IntArray | None, names: Sequence[str]) -> None:
        """Show other counts, int64, (K, K), with the labels' names."""
        self._counts, self._names = counts, names
        if self.chosen is not None and max(self.chosen) >= len(names):
            self.chosen = None
        self.recompose()

    def choose(self, cell: Cell) -> None:
        self.chosen = cell
        self.setAccessibleDescription(self._text(cell))
        self.refresh()
        self.cell_chosen.emit(*cell)

    def cell_rect(self, cell: Cell) -> QRect:
        area = self._layout.area(cell)
        return QRect(int(area.left), int(area.top), int(area.width), int(area.height))

    def told_parts(self) -> list[Part]:
        if self._counts is None:
            return []
        labels = range(len(self._names))
        cells = [(true, read) for true in labels for read in labels]
        return [Part(self._text(cell), self.cell_rect(cell), cell == self.chosen) for cell in cells]

    def compose(self, figure: Figure, style: PlotStyle) -> None:
        figure.set_facecolor(style.theme.surface)
        self._plot = None
        if self._counts is not None:
            self._plot = ConfusionFigure(figure, self._counts, self._names, style)

    def moving(self) -> Iterable[Artist]:
        if self._plot is None:
            return ()
        self._plot.choose(self.chosen)
        return self._plot.moving

    def sizeHint(self) -> QSize:
        return QSize(HEAD_PX + 340, HEAD_PX + 340)

    def minimumSizeHint(self) -> QSize:
        return QSize(HEAD_PX + 192, HEAD_PX + 192)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        cell = self._cell_at(event.position().x(), event.position().y())
        if cell is not None:
            self.choose(cell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with the arrow keys; other keys are the dialog's."""
        step = ARROW_STEPS.get(Qt.Key(event.key()))
        if step is None or self._counts is None:
            super().keyPressEvent(event)
            return
        if self.chosen is None:
            self.choose((0, 0))
            return
        last = len(self._names) - 1
        row, column = self.chosen[0] + step[1], self.chosen[1] + step[0]
        self.choose((min(max(row, 0), last), min(max(column, 0), last)))

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            cell = self._cell_at(event.pos().x(), event.pos().y())
            if cell is None:
                QToolTip.hideText()
            else:
                QToolTip.showText(event.globalPos(), self._text(cell), self)
            return True
        return super().event(event)

    @property
    def _layout(self) -> CellLayout:
        return CellLayout(self.width(), self.height(), len(self._names))

    def _cell_at(self, x: float, y: float) -> Cell | None:
        return None if self._counts is None else self._layout.cell_at(x, y)

    def _text(self, cell: Cell) -> str:
        if self._counts is None:
            return ""
        label, read = (self._names[index] for index in cell)
        return cell_text(label, read, int(self._counts[cell]))
