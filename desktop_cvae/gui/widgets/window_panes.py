"""The three panes of the window: side by side, or as tabs where there is less room."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QSplitter,
    QSplitterHandle,
    QWidget,
)

from desktop_cvae.core.language import mark, tr
from desktop_cvae.gui.theme import SPACING, current_theme, text_scale
from desktop_cvae.gui.widgets.card import Card, row
from desktop_cvae.gui.widgets.input_column import InputColumn
from desktop_cvae.gui.widgets.result_tabs import LeadingTab, ResultTabs

THREE_PX, TWO_PX = 1130, 690
"""Smallest widths for three and for two panes, in pixels, at the usual text size."""
LEAST_WIDTH, LEAST_HEIGHT = 240, 160
RATIOS = {"three": (10, 13, 13), "two": (10, 15), "number": (23, 13)}
"""Usual relative widths, by arrangement; a number's picture is wider than a digit's."""
GRIP = (3.0, 28.0)
TITLES = {
    "input": (mark("Draw"), mark("The input of the model (Ctrl+1)")),
    "number": (mark("Number"), mark("The digits of the number, one by one (Ctrl+1)")),
    "answer": (mark("Answer"), mark("Input, reconstruction and evidence (Ctrl+2)")),
}


class PaneGrip(QSplitterHandle):
    """A short grip in the gap between two panes."""

    def __init__(self, splitter: Splitter) -> None:
        super().__init__(Qt.Orientation.Horizontal, splitter)
        self._splitter = splitter
        self.setAccessibleName(tr("Border between two panes"))
        self.setToolTip(
            tr(
                "Drag to resize the panes, or to the edge to hide one (Ctrl+1, 2, 3 show it "
                "again); double-click for the default widths"
            )
        )

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._splitter.reset()
        self._splitter.moved.emit()

    def enterEvent(self, event: QEvent) -> None:
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.accent if self.underMouse() else theme.border))
        area = QRectF(0, 0, *GRIP)
        area.moveCenter(QPointF(self.rect().center()))
        painter.drawRoundedRect(area, GRIP[0] / 2, GRIP[0] / 2)
        painter.end()


class Splitter(QSplitter):
    """A splitter whose panes fold at the edge.

    Signals:
        moved: the user gave the panes other widths.
    """

    moved = Signal()

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setObjectName("panes")
        self.setHandleWidth(2 * SPACING)
        self.setChildrenCollapsible(True)
        self.ratios: tuple[int, ...] = ()
        self.splitterMoved.connect(lambda _position, _index: self.moved.emit())

    def createHandle(self) -> QSplitterHandle:
        return PaneGrip(self)

    def reset(self) -> None:
        """Give each pane its usual width."""
        room = max(1, self.width())
        self.setSizes([room * ratio // sum(self.ratios) for ratio in self.ratios])


class Panes(QWidget):
    """Arranges the three panes.

    With less room the answer becomes a tab beside the results, then the input too. A number's
    card takes the input's place.

    Args:
        input_column: left.
        answer: in the middle.
        results: right; its tabs take the others in.
    """

    def __init__(self, input_column: InputColumn, answer: QWidget, results: ResultTabs) -> None:
        super().__init__()
        self._input, self._answer, self._results = input_column, answer, results
        self._number: QWidget | None = None
        self._shows_number = self._is_wide = False
        self._arranged = ""
        self._sizes: dict[str, list[int]] = {}
        self._splitter = Splitter()
        self._splitter.moved.connect(self._keep_sizes)
        around = (2 * SPACING, SPACING, 2 * SPACING, SPACING)
        self.setLayout(row(self._splitter, margins=around))
        self.setMinimumSize(LEAST_WIDTH, LEAST_HEIGHT)
        self._arrange("three")

    @property
    def arrangement(self) -> str:
        """``"three"``, ``"two"``, ``"one"``, or ``"number"``: its card and the answer."""
        return self._arranged

    @property
    def sizes(self) -> str:
        """The panes' widths as text: ``"three:300,400,380 two:410,600"``."""
        return " ".join(f"{name}:{','.join(map(str, s))}" for name, s in self._sizes.items())

    def restore_sizes(self, text: str) -> None:
        for name, numbers in re.findall(r"(\w+):([\d,]+)", text):
            sizes = [int(number[:5]) for number in numbers.split(",") if number]
            if name in RATIOS and len(sizes) == len(RATIOS[name]) and any(sizes):
                self._sizes[name] = sizes
        self._apply_sizes()

    def add_number(self, view: QWidget) -> None:
        view.hide()
        view.setParent(self)
        self._number = view
        _put_first(view, self._input)

    def show_number(self, *, is_shown: bool) -> None:
        """Show the card of a number instead of the input, or the input again."""
        self._shows_number = is_shown
        self._fit()
        self.bring("input")

    def set_aspect(self, aspect: float) -> None:
        """Give a wide canvas the room that a number's card has."""
        self._is_wide = aspect > 1
        self._fit()

    def bring(self, name: str) -> None:
        """Unfold the pane ``"input"``, ``"answer"`` or ``"results"``, or bring its tab to front."""
        widget = {"input": self._first, "answer": self._answer}.get(name, self._results)
        index = self._splitter.indexOf(widget)
        sizes = self._splitter.sizes()
        if widget is not self._results and index < 0:
            self._results.bring(widget)
        elif widget is self._results and self._arranged in ("one", "two"):
            self._results.bring_panel()
        elif index >= 0 and sizes[index] == 0:
            self._splitter.reset()
            self._keep_sizes()

    def toggle(self, name: str) -> None:
        widget = {"input": self._first, "answer": self._answer}.get(name, self._results)
        index = self._splitter.indexOf(widget)
        sizes = self._splitter.sizes()
        is_tabbed = widget is self._results and self._results.is_behind
        if index < 0 or sizes[index] == 0 or sum(map(bool, sizes)) < 2 or is_tabbed:
            self.bring(name)
        else:
            sizes[index] = 0
            self._splitter.setSizes(sizes)
            self._keep_sizes()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        if self._arranged not in self._sizes:
            self._splitter.reset()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            # Not now: Qt may still be about to tell the splitter's handles, which this deletes.
            QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        self._arrange(self._fitting())

    @property
    def _first(self) -> QWidget:
        return self._number if self._shows_number and self._number is not None else self._input

    def _fitting(self) -> str:
        room = self.width() / text_scale()
        if room >= THREE_PX:
            return "number" if self._shows_number or self._is_wide else "three"
        return "two" if room >= TWO_PX else "one"

    def _arrange(self, arrangement: str) -> None:
        first, hidden = self._first, self._input if self._shows_number else self._number
        shown_panes: dict[str, list[QWidget]] = {
            "three": [first, self._answer, self._results],
            "number": [first, self._answer],
            "two": [first, self._results],
            "one": [self._results],
        }
        in_splitter = shown_panes[arrangement]
        shown = [self._splitter.widget(n) for n in range(self._splitter.count())]
        is_same = shown == in_splitter and arrangement == self._arranged
        if is_same and (hidden is None or hidden.parent() is self):
            return
        focus = QApplication.focusWidget()
        leading = [w for w in (first, self._answer) if w not in in_splitter]
        self._results.set_leading([self._tab(widget) for widget in leading])
        for widget in (*shown, hidden):
            if widget is not None and widget not in (*in_splitter, *leading):
                widget.hide()
                widget.setParent(self)
        for index, widget in enumerate(in_splitter):
            self._splitter.insertWidget(index, widget)
            widget.show()
        for pane in (first, self._answer):
            for card in pane.findChildren(Card):
                card.set_framed(pane in in_splitter)
        self._input.set_verdict_shown(arrangement == "one")
        self._arranged = arrangement
        self._splitter.ratios = RATIOS.get(arrangement, (1,))
        self._apply_sizes()
        if focus is not None and self.isAncestorOf(focus) and focus.isVisible():
            focus.setFocus()

    def _tab(self, widget: QWidget) -> LeadingTab:
        name = "answer" if widget is self._answer else "input"
        if widget is self._number:
            name = "number"
        return LeadingTab(widget, *map(tr, TITLES[name]))

    def _keep_sizes(self) -> None:
        sizes = self._splitter.sizes()
        if self._arranged in RATIOS and self.isVisible() and any(sizes):
            self._sizes[self._arranged] = sizes

    def _apply_sizes(self) -> None:
        if self._arranged in self._sizes:
            self._splitter.setSizes(self._sizes[self._arranged])
        else:
            self._splitter.reset()


def _put_first(view: QWidget, following: QWidget) -> None:
    """Put ``view`` before ``following`` in the tab order."""
    window = view.window()
    before = following.previousInFocusChain()
    while before is not None and not _takes_focus(before, window):
        before = before.previousInFocusChain()
    for part in view.findChildren(QWidget):
        if before is not None and _takes_focus(part, window):
            QWidget.setTabOrder(before, part)
            before = part


def _takes_focus(widget: QWidget, window: QWidget) -> bool:
    """Return True for widgets that Qt can chain: not for a drop-down list, which is a window."""
    return widget.focusPolicy() is not Qt.FocusPolicy.NoFocus and widget.window() is window
