"""The table of many pictures on the screen, and the keys with which it is corrected."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QTableView,
    QWidget,
)

from desktop_cvae.core.language import tr
from desktop_cvae.gui.batch.picture_table import NOWHERE, THUMBNAIL_PX, Column, PictureTable
from desktop_cvae.gui.theme import tabular_font

ROW_PX = 44
EndEditHint = QAbstractItemDelegate.EndEditHint
WIDTHS = {Column.PICTURE: 250, Column.READING: 190, Column.PROBABILITY: 104}


class BatchView(QTableView):
    """Whole rows are chosen, and only readings are edited, wherever the current cell is.

    Enter begins a correction, or ends it and goes one row down; so does the first letter typed.

    Signals:
        opening_wanted(QModelIndex): a row was clicked twice, or Ctrl+Enter pressed on it.
        taking_back_wanted: Delete was pressed.
    """

    opening_wanted = Signal(QModelIndex)
    taking_back_wanted = Signal()

    def __init__(self, table: PictureTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("batch_table")
        self.setAccessibleName(tr("Pictures and their readings"))
        self.setModel(table)
        self.setFont(tabular_font(self.font()))
        self.setIconSize(QSize(THUMBNAIL_PX, THUMBNAIL_PX))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_PX)
        self._lay_out_columns()
        self.doubleClicked.connect(self.opening_wanted)

    def go_to(self, line: int) -> None:
        """Let a line be the current one, seen and chosen."""
        index = self.model().index(line, Column.READING)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def chosen_lines(self) -> list[int]:
        """From top to bottom."""
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """After Enter comes the next row."""
        is_entered = hint is EndEditHint.SubmitModelCache
        super().closeEditor(editor, EndEditHint.NoHint if is_entered else hint)
        line = self.currentIndex().row() + 1
        if is_entered and line < self.model().rowCount(NOWHERE):
            self.go_to(line)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter corrects, Ctrl+Enter opens, Delete takes back."""
        if self.state() is QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)  # what the editor itself had no use for
            return
        # Wherever the row was clicked, what is typed goes into its reading.
        index = self.currentIndex().siblingAtColumn(Column.READING)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        is_control = event.modifiers() & _CONTROL
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            if is_control:
                self.opening_wanted.emit(index)
            else:
                self.edit(index)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.taking_back_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _lay_out_columns(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSortIndicatorClearable(True)
        self.setSortingEnabled(True)
        for column, width in WIDTHS.items():
            self.setColumnWidth(column, width)
        header.setSectionResizeMode(Column.REMARK, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(60)


_CONTROL = Qt.KeyboardModifier.ControlModifier
