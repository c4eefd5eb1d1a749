"""Rows that move keep their selection; cells tell their texts to eyes and ears."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QSize, Qt
from pytestqt.qtbot import QtBot

from desktop_cvae.gui.widgets.readings_table import (
    Heading,
    Index,
    ReadingsTable,
    ReadingsView,
    RowModel,
    one_line,
)

ROLE = Qt.ItemDataRole


class Letters(ReadingsTable):
    """A letter and its place in the alphabet."""

    def __init__(self) -> None:
        super().__init__({0: Heading("Letter", "a letter"), 1: Heading("Place", "its place", True)})

    def text(self, index: Index) -> str:
        return f"{index.row()}/{index.column()}"


def test_rows_that_move_stay_selected_and_those_that_go_do_not(qtbot: QtBot) -> None:
    table = Letters()
    view = ReadingsView(table, "Letters", "letters", QSize(20, 20), 24)
    qtbot.addWidget(view)
    table.set_ids([7, 8, 9])
    rows = QItemSelectionModel.SelectionFlag.Rows | QItemSelectionModel.SelectionFlag.Select
    for line in (0, 2):
        view.selectionModel().select(table.index(line, 0), rows)
    table.set_ids([9, 8, 5, 4])
    assert [index.row() for index in view.selectionModel().selectedRows()] == [0]
    assert [table.line_of(row) for row in (9, 8, 4, 7)] == [0, 1, 3, None]
    added: list[tuple[int, int]] = []
    table.rowsInserted.connect(lambda _, first, last: added.append((first, last)))
    table.append_ids([1, 2])
    assert (added, table.rowCount()) == ([(4, 5)], 6)
    assert [table.line_of(row) for row in (9, 1, 2)] == [0, 4, 5]
    changed: list[tuple[int, int, int]] = []
    table.dataChanged.connect(
        lambda first, last: changed.append((first.row(), first.column(), last.column()))
    )
    table.notify(2)
    table.notify(7)
    assert changed == [(5, 0, 1)]


def test_headings_and_cells_say_what_they_are() -> None:
    table, across = Letters(), Qt.Orientation.Horizontal
    table.set_ids([3])
    assert (table.rowCount(), table.columnCount()) == (1, 2)
    inside = table.index(0, 0)
    assert (table.rowCount(inside), table.columnCount(inside)) == (0, 0)
    plain = RowModel()
    plain.set_ids([1])
    assert (plain.columnCount(), plain.columnCount(plain.index(0, 0))) == (1, 0)
    assert plain.rowCount(plain.index(0, 0)) == 0
    assert table.headerData(1, across) == "Place"
    assert table.headerData(1, across, ROLE.ToolTipRole) == "its place"
    assert table.headerData(1, Qt.Orientation.Vertical) is None
    for column, side in ((0, Qt.AlignmentFlag.AlignLeft), (1, Qt.AlignmentFlag.AlignRight)):
        assert table.headerData(column, across, ROLE.TextAlignmentRole) & side
        assert table.index(0, column).data(ROLE.TextAlignmentRole) & side
    cell = table.index(0, 1)
    assert (cell.data(), cell.data(ROLE.ToolTipRole)) == ("0/1", "0/1")
    assert cell.data(ROLE.AccessibleTextRole) == "Place: 0/1"
    assert cell.data(ROLE.DecorationRole) is None
    assert "\n" not in one_line("1\n2")
