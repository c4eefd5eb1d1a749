"""A table of texts in a narrow place."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from desktop_cvae.gui.widgets.text_table import TextTable

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
