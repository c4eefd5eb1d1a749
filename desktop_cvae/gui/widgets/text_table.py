"""A table of texts to read and to copy from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from desktop_cvae.gui.exporting.export import Export, file_name, table_export
from desktop_cvae.gui.theme import tabular_font

_LEADING = Qt.AlignmentFlag.AlignLeading


class TextTable(QTableWidget):
    """Rows of texts under a heading; cannot be edited.

    Args:
        name: for screen readers.
        numbers: columns after the first are numbers, aligned to the right.
    """

    def __init__(self, name: str, parent: QWidget | None = None, *, numbers: bool = False) -> None:
        super().__init__(parent)
        self._numbers = numbers
        self.setAccessibleName(name)
        self.setFont(tabular_font(self.font()))
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)

    def set_rows(self, heading: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Show other rows, each as long as the heading."""
        self.setColumnCount(len(heading))
        self.setRowCount(len(rows))
        for row, texts in enumerate(rows):
            for column, text in enumerate(texts):
                self.setItem(row, column, self._item(text, column))
        for column, title in enumerate(heading):
            self.setHorizontalHeaderItem(column, self._item(title, column))
        header, mode = self.horizontalHeader(), QHeaderView.ResizeMode
        header.setSectionResizeMode(mode.Stretch)
        header.setSectionResizeMode(0, mode.ResizeToContents)
        if self._numbers and len(heading) > 1:
            # Numbers cannot be wrapped: in a narrow place they are scrolled. The first column's
            # names have the room they need anyway.
            header.setMinimumSectionSize(max(map(self._least_width, range(1, len(heading)))))
        self.resizeRowsToContents()

    def export(self) -> Export | None:
        heading = [self.horizontalHeaderItem(at) for at in range(self.columnCount())]
        rows = [
            [self.item(row, at) for at in range(self.columnCount())]
            for row in range(self.rowCount())
        ]
        # With a minus that programs read.
        texts = [
            ["" if item is None else item.text().replace("−", "-") for item in cells]
            for cells in (heading, *rows)
        ]
        name = self.accessibleName()
        if not rows:
            return None
        return table_export(f"“{name}”", file_name(name.lower()), lambda: texts)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resizeRowsToContents()

    def _least_width(self, column: int) -> int:
        title: int = self.horizontalHeader().sectionSizeHint(column)
        return max(title, self.sizeHintForColumn(column))

    def _item(self, text: str, column: int) -> QTableWidgetItem:
        item = QTableWidgetItem(text)
        item.setToolTip(text)
        item.setTextAlignment(self._alignment(column))
        return item

    def _alignment(self, column: int) -> Qt.AlignmentFlag:
        across = Qt.AlignmentFlag.AlignRight if self._numbers and column else _LEADING
        return across | Qt.AlignmentFlag.AlignVCenter
