"""A table of texts in a narrow place."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_cvae.gui.widgets.text_table import TextTable, _cell

HEADING = ("model", "read right", "−ELBO (nats)", "reconstruction")
ROW = ("studio", "99.3 %", "105.01", "90.93")


def test_numbers_are_scrolled_and_never_cut(qtbot: QtBot) -> None:
    table = TextTable("Results", numbers=True)
    qtbot.addWidget(table)
    table.resize(220, 120)
    table.set_rows(HEADING, [ROW])
    table.show()
    header = table.horizontalHeader()
    for column in range(1, len(HEADING)):
        assert header.sectionSize(column) >= header.sectionSizeHint(column)
    assert table.horizontalScrollBar().maximum() > 0
    table.resize(900, 120)
    assert table.horizontalScrollBar().maximum() == 0


def test_a_long_name_does_not_widen_the_numbers(qtbot: QtBot) -> None:
    table = TextTable("Results", numbers=True)
    qtbot.addWidget(table)
    table.resize(800, 120)
    table.set_rows(HEADING, [("a name that is much longer than any number", *ROW[1:])])
    table.show()
    assert table.horizontalScrollBar().maximum() == 0
    assert table.columnWidth(1) < table.columnWidth(0)


def test_texts_get_more_lines_where_columns_are_narrow(qtbot: QtBot) -> None:
    table = TextTable("Settings")
    qtbot.addWidget(table)
    table.resize(900, 300)
    table.set_rows(("setting", "a"), [("encoder", "conv 32 kernel 5 stride 2 relu " * 3)])
    table.show()
    wide = table.rowHeight(0)
    table.resize(260, 300)
    assert table.rowHeight(0) > 1.5 * wide


def test_rows_come_and_go_and_the_current_cell_stays(qtbot: QtBot) -> None:
    table = TextTable("Results")
    qtbot.addWidget(table)
    texts, added, gone, reset = table.texts, list[int](), list[int](), list[bool]()
    texts.rowsInserted.connect(lambda _, first, last: added.extend((first, last)))
    texts.rowsRemoved.connect(lambda _, first, last: gone.extend((first, last)))
    texts.modelReset.connect(lambda: reset.append(True))
    table.set_rows(("a", "b"), [("1", "2"), ("3", "4")])
    assert (reset, added, gone) == ([True], [], [])
    table.setCurrentIndex(texts.index(1, 1))
    table.set_rows(("a", "b"), [("1", "2"), ("3", "4"), ("5", "6"), ("7", "8")])
    assert (added, gone, texts.rowCount()) == ([2, 3], [], 4)
    changed: list[tuple[int, int]] = []
    texts.dataChanged.connect(lambda _, last: changed.append((last.row(), last.column())))
    table.set_rows(("a", "b"), [("9", "2"), ("3", "0")])
    assert (gone, changed) == ([2, 3], [(1, 1)])
    assert table.currentIndex().data() == "0"
    assert (texts.rowCount(texts.index(0, 0)), texts.columnCount(texts.index(0, 0))) == (0, 0)
    assert len(reset) == 1
    table.set_rows(("a", "c"), [("9", "2")])
    assert len(reset) == 2


def test_cells_have_texts_tips_and_sides(qtbot: QtBot) -> None:
    table = TextTable("Results", numbers=True)
    qtbot.addWidget(table)
    table.set_rows(HEADING, [ROW, ("other", *ROW[1:])], editable=[1])
    texts, role = table.texts, Qt.ItemDataRole
    texts.set_tip(0, 2, "in nats")
    texts.set_text(0, 1, "98 %")
    cell = texts.index(0, 2)
    assert texts.index(0, 1).data() == "98 %"
    assert (cell.data(role.ToolTipRole), cell.data(role.DecorationRole)) == ("in nats", None)
    assert texts.index(0, 3).data(role.ToolTipRole) == ROW[3]
    right, left = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignLeft
    for column, side in ((0, left), (1, right), (3, right)):
        assert texts.index(0, column).data(role.TextAlignmentRole) & side
        assert texts.headerData(column, Qt.Orientation.Horizontal, role.TextAlignmentRole) & side
    assert texts.headerData(3, Qt.Orientation.Horizontal) == HEADING[3]
    assert texts.headerData(3, Qt.Orientation.Horizontal, role.ToolTipRole) == HEADING[3]
    assert texts.headerData(4, Qt.Orientation.Horizontal) is None
    assert texts.headerData(0, Qt.Orientation.Vertical) is None
    editable = Qt.ItemFlag.ItemIsEditable
    places = [(row, column) for row in range(2) for column in range(2)]
    assert [bool(texts.index(*place).flags() & editable) for place in places] == [
        *(False, False),
        *(True, False),
    ]
    edited: list[tuple[int, str]] = []
    texts.edited.connect(lambda row, text: edited.append((row, text)))
    assert texts.setData(texts.index(1, 0), "named")
    assert (edited, texts.rows[1][0]) == ([(1, "named")], "named")


def test_what_is_exported_has_numbers_that_programs_read(qtbot: QtBot, tmp_path: Path) -> None:
    table = TextTable("Held-out results", numbers=True)
    qtbot.addWidget(table)
    assert table.export() is None
    table.set_rows(HEADING, [("12", "99.3 %", "−105.01", "0090")])
    export = table.export()
    assert export is not None
    csv = next(kind for kind in export.kinds if kind.suffix == ".csv")
    csv.write(tmp_path / "table.csv")
    assert (tmp_path / "table.csv").read_text().splitlines() == [
        "model,read right,−ELBO (nats),reconstruction",
        "12,99.3 %,-105.01,0090",
    ]
    assert [type(_cell(text)) for text in ("−1.50", "0090", "1e3", "x")] == [
        *(Decimal, str, str, str),
    ]
