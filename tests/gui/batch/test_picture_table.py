"""The model of the table: rows, doubts, corrections, order and filter."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop_cvae.bulk.record_formats import corrected
from desktop_cvae.core.results import DIGIT, NO_DIGIT, UNSURE, Box
from desktop_cvae.gui.batch.batch_view import BatchView
from desktop_cvae.gui.batch.picture_table import (
    FIRST_FIELD,
    PictureColumn,
    PictureTable,
    copied_text,
    doubt_of,
    natural_key,
)
from desktop_cvae.inference.picture_records import (
    FieldRecord,
    FormRecord,
    FoundDigit,
    NumberRecord,
    PictureRecord,
)

Role = Qt.ItemDataRole


def digit(label: str, verdict: str = DIGIT, *labels: str) -> FoundDigit:
    box = Box(0, 0, 10, 20)
    if verdict == NO_DIGIT:
        return FoundDigit(None, None, (-1.0,), box, verdict)
    return FoundDigit(label, 0.5, (-1.0,), box, verdict, labels or (label,))


def record(name: str, text: str = "4", verdict: str = DIGIT) -> PictureRecord:
    return PictureRecord(name, text, (digit("4", verdict, "4", "9"),), "studio")


@pytest.fixture
def table(qapp: object) -> PictureTable:
    table = PictureTable()
    table.add(["p10.png", "p9.png", "a.png", "p9.png"])
    return table


def shown(table: PictureTable, column: PictureColumn = PictureColumn.PICTURE) -> list[str]:
    return [table.index(line, column).data() for line in range(table.rowCount())]


def test_rows_fill_in_any_order_and_each_picture_once(table: PictureTable) -> None:
    assert shown(table) == ["p10.png", "p9.png", "a.png"]
    assert shown(table, PictureColumn.READING) == ["…"] * 3
    told: list[int] = []
    table.dataChanged.connect(lambda first, _: told.append(first.row()))
    table.sort(PictureColumn.PICTURE)
    table.add_records([record("p9.png", "9"), record("p10.png", "")])
    assert told == [1, 2]
    assert shown(table) == ["a.png", "p9.png", "p10.png"]
    assert shown(table, PictureColumn.READING) == ["…", "9", "–"]
    assert table.read_count == 2
    table.forget_readings()
    assert table.read_count == 0


def test_a_correction_can_be_undone_and_survives_another_reading(table: PictureTable) -> None:
    table.add_records([record("p9.png", "9")])
    index = table.index(1, PictureColumn.READING)
    assert table.flags(index) & Qt.ItemFlag.ItemIsEditable
    assert not table.flags(table.index(0, PictureColumn.READING)) & Qt.ItemFlag.ItemIsEditable
    assert not table.setData(table.index(0, PictureColumn.READING), "1")
    assert table.setData(index, "7")
    assert table.setData(index, " 12 / 3 ")
    table.undo_stack.undo()
    assert index.data() == "7"
    table.undo_stack.redo()
    assert table.rows[1].correction == "12\n3"
    assert index.data() == "12 / 3"
    assert index.data(Role.FontRole).bold()
    assert table.index(1, PictureColumn.REMARK).data() == "corrected, was “9”"
    table.forget_readings()
    table.add_records([record("p9.png", "8")])
    assert index.data() == "12 / 3"
    for _ in range(2):
        table.undo_stack.undo()
    assert index.data() == "8"
    for _ in range(2):
        table.undo_stack.redo()
    table.take_back([1])
    assert table.rows[1].correction is None


def test_what_was_read_is_no_correction(table: PictureTable) -> None:
    table.add_records([record("a.png", "4")])
    for text in ("4", " ", ""):
        table.setData(table.index(2, PictureColumn.READING), text)
    assert not table.undo_stack.count()


def test_only_rows_to_check_are_shown_as_they_come(table: PictureTable) -> None:
    table.show_only_to_check(True)
    assert table.rowCount() == 0
    table.add_records([record("a.png"), record("p9.png", "4", UNSURE)])
    table.add_records([record("p9.png", "9", UNSURE)])
    assert shown(table) == ["p9.png"]
    assert table.next_to_check(-1) == (0, PictureColumn.READING)
    table.setData(table.index(0, PictureColumn.READING), "8")
    assert table.next_to_check(0) is None
    table.show_only_to_check(False)
    assert table.rowCount() == 3


def test_sorting_keeps_the_rows_that_are_selected(table: PictureTable) -> None:
    kept = QPersistentModelIndex(table.index(0, PictureColumn.READING))
    table.sort(PictureColumn.PICTURE, Qt.SortOrder.DescendingOrder)
    assert shown(table) == ["p10.png", "p9.png", "a.png"]
    table.sort(PictureColumn.PICTURE)
    assert kept.row() == 2
    table.add_records([record("a.png", "12"), record("p9.png", "3")])
    table.sort(PictureColumn.READING, Qt.SortOrder.DescendingOrder)
    assert shown(table, PictureColumn.READING)[:2] == ["12", "3"]
    table.sort(-1)
    assert shown(table) == ["p10.png", "p9.png", "a.png"]


def test_page_10_comes_after_page_9() -> None:
    names = ["p10", "p9", "p009", "q", "p" + "1" * 5000, ""]
    assert sorted(names, key=natural_key)[1:4] == ["p9", "p009", "p10"]


def test_doubts_are_named() -> None:
    assert doubt_of(record("a.png")) == ""
    assert doubt_of(record("a.png", "4", UNSURE)) == "unsure: 4 or 9"
    assert doubt_of(record("a.png", "", NO_DIGIT)) == "not a digit"
    assert doubt_of(PictureRecord("a.png", "", (), "m")) == "nothing found"
    assert doubt_of(PictureRecord("a.png", "", (), "m", "It is damaged.")) == "It is damaged."
    digits = (
        digit("1", UNSURE, "1", "7"),
        digit("4"),
        digit("1", UNSURE, "1", "7"),
        digit("8", NO_DIGIT),
    )
    number = NumberRecord("a.png", "141?", digits, "m", None, "Too short.")
    assert doubt_of(number) == "2 unsure, 1 not a digit, Too short."
    fields = (FieldRecord("day", "4"), FieldRecord("meter", "1", warning="Too short."))
    assert doubt_of(FormRecord("a.png", "", (), "m", fields=fields)) == "to check: meter"


def test_rows_are_copied_as_cells(table: PictureTable) -> None:
    table.add_records([record("a.png", "1\n2")])
    assert copied_text([table.rows[2], table.rows[0]]) == "a.png\t1 / 2\np10.png\t\n"


def test_probabilities_are_of_what_was_found(table: PictureTable) -> None:
    table.add_records([record("a.png"), PictureRecord("p9.png", "", (), "m")])
    assert shown(table, PictureColumn.PROBABILITY) == ["", "", "50.0 %"]


def form_table() -> PictureTable:
    fields = (
        FieldRecord("customer", "42071", 0.9, "", (digit("4"),)),
        FieldRecord("meter", "004217", 0.9, "", (digit("4", UNSURE, "4", "9"),)),
        FieldRecord("paid", "true"),
    )
    text = "\n".join(field.text for field in fields)
    table = PictureTable()
    table.set_field_names([field.name for field in fields])
    table.add(["card.png", "letter.png"])
    table.add_records([FormRecord("card.png", text, (), "m", None, fields=fields)])
    table.add_records([FormRecord("letter.png", "", (), "m", "not this form")])
    return table


def test_the_fields_of_a_form_are_columns(qapp: object) -> None:
    table = form_table()
    places = range(FIRST_FIELD, table.columnCount())
    assert [table.headerData(at, Qt.Orientation.Horizontal) for at in places] == [
        "customer",
        "meter",
        "paid",
    ]
    assert [table.index(0, at).data() for at in places] == ["42071", "004217", "true"]
    assert [table.index(1, at).data() for at in places] == ["", "", ""]
    assert table.index(0, FIRST_FIELD).flags() & Qt.ItemFlag.ItemIsEditable
    assert not table.index(1, FIRST_FIELD).flags() & Qt.ItemFlag.ItemIsEditable
    assert table.index(0, FIRST_FIELD + 1).data(Role.ForegroundRole) is not None
    table.set_field_names(())
    assert table.columnCount() == len(PictureColumn)


def test_correcting_a_field_leaves_the_others(qapp: object) -> None:
    table = form_table()
    first = table.index(0, FIRST_FIELD)
    assert table.setData(first, "42072")
    assert table.rows[0].correction == "42072\n004217\ntrue"
    shown_record = corrected(table.rows[0].record, table.rows[0].correction)
    assert [field.text for field in shown_record.fields] == ["42072", "004217", "true"]
    assert first.data(Role.FontRole).bold()
    assert table.setData(table.index(0, FIRST_FIELD + 1), "")
    assert table.rows[0].field_texts == ["42072", "", "true"]
    assert copied_text(table.rows[:1]) == "card.png\t42072\t\ttrue\n"
    table.undo_stack.undo()
    assert table.setData(first, "42071")
    assert table.rows[0].correction is None
    table.sort(FIRST_FIELD)
    assert shown(table) == ["letter.png", "card.png"]


def test_a_field_is_typed_into_and_the_next_page_is_current(qtbot: QtBot) -> None:
    table = form_table()
    view = BatchView(table)
    qtbot.addWidget(view)
    view.resize(1000, 300)
    # The view saw no change of the columns.
    table.set_field_names(())
    table.set_field_names(["customer", "meter", "paid"])
    view.show()
    header = view.horizontalHeader()
    order = [header.logicalIndex(at) for at in range(header.count())]
    fields = [FIRST_FIELD, FIRST_FIELD + 1, FIRST_FIELD + 2]
    assert order == [
        PictureColumn.PICTURE,
        *fields,
        PictureColumn.READING,
        PictureColumn.PROBABILITY,
        PictureColumn.REMARK,
    ]
    assert view.isColumnHidden(PictureColumn.READING)
    view.setCurrentIndex(table.index(0, FIRST_FIELD + 2))
    QTest.keyClick(view, Qt.Key.Key_F2)
    editor = view.findChild(QLineEdit)
    assert editor is not None
    editor.setText("false")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: view.currentIndex().row() == 1)
    assert table.rows[0].field_texts == ["42071", "004217", "false"]
    # The page that does not show the form comes first, then round to the doubtful field.
    assert (view.currentIndex().row(), view.currentIndex().column()) == (1, FIRST_FIELD)
    assert table.index(0, PictureColumn.REMARK).data() == "to check: meter"
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert (view.currentIndex().row(), view.currentIndex().column()) == (0, FIRST_FIELD + 1)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert [row.open_fields for row in table.rows] == [(), ()]
    assert table.rows[0].field_texts == ["42071", "004217", "false"]
    table.take_back([0, 1])
    assert [row.open_fields for row in table.rows] == [(1,), (0,)]
    table.set_field_names(())
    assert not view.isColumnHidden(PictureColumn.READING)


def test_doubtful_fields_are_walked_one_by_one(qapp: object) -> None:
    fields = tuple(
        FieldRecord(name, "4", 0.5, "", (digit("4", verdict),))
        for name, verdict in (("a", UNSURE), ("b", DIGIT), ("c", UNSURE))
    )
    table = PictureTable()
    table.set_field_names(["a", "b", "c"])
    table.add(["1.png", "2.png"])
    table.add_records(
        FormRecord(n, "4\n4\n4", (), "m", None, fields=fields) for n in ("1.png", "2.png")
    )
    walk, place = [], (-1, 0)
    for _ in range(5):
        place = table.next_to_check(*place)
        walk.append((place[0], place[1] - FIRST_FIELD))
    assert walk == [(0, 0), (0, 2), (1, 0), (1, 2), (0, 0)]
    table.accept(table.index(0, FIRST_FIELD))
    table.setData(table.index(0, FIRST_FIELD + 2), "9")
    assert table.next_to_check(-1) == (1, FIRST_FIELD)
    assert table.index(0, PictureColumn.REMARK).data().startswith("corrected")
    table.undo_stack.undo()
    assert table.next_to_check(-1) == (0, FIRST_FIELD + 2)


def test_the_most_doubtful_come_first(table: PictureTable) -> None:
    sure, unsure, nothing = (
        record("a.png"),
        record("p9.png", "4", UNSURE),
        PictureRecord("p10.png", "", (), "m"),
    )
    table.add_records([sure, unsure, nothing])
    table.sort(PictureColumn.REMARK)
    assert shown(table) == ["p10.png", "p9.png", "a.png"]
    table.accept(table.index(0, PictureColumn.READING))
    table.sort(PictureColumn.REMARK)
    assert shown(table)[0] == "p9.png"
