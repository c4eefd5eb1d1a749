"""The table of many pictures on the screen, and the actions that correct it and walk through it.

Tested in tests/gui/batch/test_batch_dialog.py.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QWidget,
)

from desktop_cvae.core.language import tr, tr_n
from desktop_cvae.gui.batch.picture_table import (
    FIRST_FIELD,
    THUMBNAIL_SIZE,
    UNTOUCHED,
    PictureColumn,
    PictureTable,
    copied_text,
)
from desktop_cvae.gui.controls import make_button, make_check_box
from desktop_cvae.gui.widgets.card import Card
from desktop_cvae.gui.widgets.readings_table import ReadingsView

ROW_PX = 44
EndEditHint = QAbstractItemDelegate.EndEditHint
WIDTHS = {PictureColumn.PICTURE: 180, PictureColumn.READING: 120, PictureColumn.PROBABILITY: 92}
FIELD_WIDTH, NARROW_PICTURE_WIDTH = 104, 160
"""Widths of a field's column, and of the pictures' beside fields."""


class BatchView(ReadingsView):
    """Selects whole rows, and edits only readings, whichever cell is current.

    The fields of a form are columns in place of the reading.

    A double click, F2 or typing corrects. Enter accepts what stands there, and goes to the next
    reading or field to check. Escape leaves a correction as it was.

    Signals:
        opening_requested(QModelIndex): Ctrl+Enter was pressed on a row.
        taking_back_requested: Delete was pressed.
    """

    opening_requested = Signal(QModelIndex)
    taking_back_requested = Signal()

    def __init__(self, table: PictureTable, parent: QWidget | None = None) -> None:
        title = tr("Pictures and their readings")
        super().__init__(table, title, "batch_table", THUMBNAIL_SIZE, ROW_PX, parent)
        self._table = table
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setWordWrap(False)
        self._lay_out_columns()
        table.modelReset.connect(self._show_fields)
        self.doubleClicked.connect(lambda _: self.edit(self.current_reading()))

    def go_to(self, line: int, column: int | None = None) -> None:
        """Make a line current, selected and visible; its reading, or the field of a column."""
        column = self._read_column() if column is None else column
        index = self.model().index(line, column)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def selected_lines(self) -> list[int]:
        """Return the selected lines from top to bottom."""
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        is_entered = hint is EndEditHint.SubmitModelCache
        super().closeEditor(editor, EndEditHint.NoHint if is_entered else hint)
        if is_entered:
            # Who empties the cell takes the correction back, and has accepted nothing.
            self._go_on(accepts=not isinstance(editor, QLineEdit) or bool(editor.text().strip()))

    def current_reading(self) -> QModelIndex:
        """Return the current row's reading, or the current one of its fields."""
        return self.currentIndex().siblingAtColumn(self._read_column())

    def go_to_next(self) -> bool:
        """Go to the next reading or field to check; return False if there is none."""
        index = self.current_reading()
        place = self._table.next_to_check(index.row(), index.column())
        if place is not None:
            self.go_to(*place)
        return place is not None

    def _go_on(self, *, accepts: bool) -> None:
        index = self.current_reading()
        if accepts and index.isValid():
            self._table.accept(index)
        below = index.row() + 1
        if not self.go_to_next() and below < self.model().rowCount():
            self.go_to(below)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.state() is QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)  # a key that the editor ignored
            return
        # Typing corrects the reading, whichever cell of the row was clicked.
        index = self.current_reading()
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        is_control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            if is_control:
                self.opening_requested.emit(index)
            else:
                self._go_on(accepts=True)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.taking_back_requested.emit()
        else:
            super().keyPressEvent(event)

    def _read_column(self) -> int:
        """Return the column that a correction goes to: the current field, or the first one."""
        if self.isColumnHidden(PictureColumn.READING):
            return max(FIRST_FIELD, self.currentIndex().column())
        return PictureColumn.READING

    def _show_fields(self) -> None:
        """Put the fields' columns where the reading was."""
        header, count = self.horizontalHeader(), self.model().columnCount()
        has_fields = count > FIRST_FIELD
        self.setColumnHidden(PictureColumn.READING, has_fields)
        width = NARROW_PICTURE_WIDTH if has_fields else WIDTHS[PictureColumn.PICTURE]
        self.setColumnWidth(PictureColumn.PICTURE, width)
        for column in range(FIRST_FIELD, count):
            place = PictureColumn.READING + column - FIRST_FIELD
            header.moveSection(header.visualIndex(column), place)
            self.setColumnWidth(column, FIELD_WIDTH)
        header.setSectionResizeMode(PictureColumn.REMARK, QHeaderView.ResizeMode.Stretch)

    def _lay_out_columns(self) -> None:
        header = self.horizontalHeader()
        # Pictures are read in the order of their names' bytes; people expect page 9 before page 10.
        header.setSortIndicator(PictureColumn.PICTURE, Qt.SortOrder.AscendingOrder)
        header.setSortIndicatorClearable(True)
        self.setSortingEnabled(True)
        for column, width in WIDTHS.items():
            self.setColumnWidth(column, width)
        header.setSectionResizeMode(PictureColumn.REMARK, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(60)


class TablePane(Card):
    """The table with its actions; the dialog lays the buttons out.

    Args:
        table: is shown and corrected.

    Signals:
        opening_requested(Path): a picture is to be shown in the window.
        copied(str): a sentence about what is on the clipboard.
    """

    opening_requested = Signal(Path)
    copied = Signal(str)

    def __init__(self, table: PictureTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table, self.view = table, BatchView(table)
        self.box.setContentsMargins(1, 1, 1, 1)
        self.box.addWidget(self.view)
        self.only = make_check_box(
            tr("Only those to check"), tr("Hide the rows that need no check"), "only_to_check"
        )
        self.by_doubt = make_check_box(
            tr("Doubtful first"), tr("Sort by doubt, the least probable first"), "by_doubt"
        )
        self.next = make_button(
            tr("Next to check"),
            tr("Go to the next reading or field to check (F3); Enter accepts this one first"),
            on_click=self.go_to_next,
        )
        self.back = make_button(
            tr("Original reading"),
            tr("Undo the correction or the check (Delete)"),
            on_click=self._take_back,
        )
        self.open_ = make_button(
            tr("Open in the window"),
            tr("Open this picture in the main window (Ctrl+Enter)"),
            on_click=lambda: self._open(self.view.currentIndex()),
        )
        self.copy = make_button(
            tr("Copy"), tr("Copy the selected rows, or all (Ctrl+C)"), on_click=self._copy
        )
        self.only.toggled.connect(table.show_only_to_check)
        self.by_doubt.toggled.connect(self._sort_by_doubt)
        self.view.horizontalHeader().sortIndicatorChanged.connect(self._on_sorted)
        self.view.opening_requested.connect(self._open)
        self.view.taking_back_requested.connect(self._take_back)
        self.view.selectionModel().selectionChanged.connect(self.update_actions)
        table.undo_stack.indexChanged.connect(self.update_actions)

    def add_shortcuts(self, window: QWidget) -> None:
        """Let the keys of the table work in its whole window."""
        stack, keys = self.table.undo_stack, QKeySequence.StandardKey
        for key, slot in (
            (QKeySequence(keys.Undo), stack.undo),
            (QKeySequence("Ctrl+Shift+Z"), stack.redo),
            (QKeySequence("Ctrl+Y"), stack.redo),
            (QKeySequence(keys.Copy), self._copy),
            (QKeySequence("F3"), self.go_to_next),
        ):
            QShortcut(key, window, slot)

    def update_actions(self) -> None:
        """Enable the buttons that have something to do."""
        for control in (self.next, self.copy, self.only, self.by_doubt):
            control.setEnabled(bool(self.table.rows))
        lines = self.view.selected_lines()
        selected = [self.table.row_at(self.table.index(line, 0)) for line in lines]
        self.back.setEnabled(any(one.state != UNTOUCHED for one in selected))
        self.open_.setEnabled(self.view.currentIndex().isValid())

    def go_to_next(self) -> None:
        """Go to the next reading or field to check."""
        if self.view.go_to_next():
            self.view.setFocus()

    def _sort_by_doubt(self, wanted: bool) -> None:
        column = PictureColumn.REMARK if wanted else PictureColumn.PICTURE
        self.view.sortByColumn(column, Qt.SortOrder.AscendingOrder)
        index = self.view.currentIndex()
        if index.isValid():
            self.view.scrollTo(index)

    def _on_sorted(self, column: int, order: Qt.SortOrder) -> None:
        """Follow a click on a heading."""
        is_by_doubt = column == PictureColumn.REMARK and order is Qt.SortOrder.AscendingOrder
        self.by_doubt.blockSignals(True)
        self.by_doubt.setChecked(is_by_doubt)
        self.by_doubt.blockSignals(False)

    def _take_back(self) -> None:
        self.table.take_back(self.view.selected_lines())

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opening_requested.emit(Path(self.table.row_at(index).name))

    def _copy(self) -> None:
        shown, selected = list(self.table.shown_rows()), self.view.selected_lines()
        rows = [shown[line] for line in selected] if len(selected) > 1 else shown
        if rows:
            QGuiApplication.clipboard().setText(copied_text(rows))
            self.copied.emit(
                tr_n("{n} row is on the clipboard.", "{n} rows are on the clipboard.", len(rows))
            )
