"""The form editor: boxes by mouse and keys, names, rules, undo, trying it, saving it."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from fakes import draw_digit
from PIL import Image
from printed_forms import FIELDS, Laid, blank, form, scanned
from printed_forms import written as write_on
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMessageBox
from window_desk import Desk

from desktop_cvae.gui.batch.batch_dialog import BatchDialog
from desktop_cvae.gui.batch.picture_table import FIRST_FIELD
from desktop_cvae.gui.forms.form_dialog import FormDialog
from desktop_cvae.inference.form_file import LISTED, ONE_DIGIT, read_form

Left = Qt.MouseButton.LeftButton
Shift = Qt.KeyboardModifier.ShiftModifier
OpenForm = Callable[[], FormDialog]


@pytest.fixture
def card(tmp_path: Path) -> Path:
    blank().save(tmp_path / "card.png")
    return tmp_path / "card.png"


@pytest.fixture
def editor(desk: Desk, card: Path) -> Iterator[FormDialog]:
    action = desk.window.findChild(QAction, "action_form_editor")
    assert action is not None
    action.trigger()
    dialog = desk.window.findChild(FormDialog)
    assert dialog is not None
    dialog.open_sample(card)
    desk.settle()
    yield dialog
    desk.settle()
    dialog.draft.undo_stack.setClean()
    dialog.close()


def at(dialog: FormDialog, x: float, y: float) -> QPoint:
    """The view's pixel of a place in shares of the page."""
    area = dialog.view._area()
    return QPointF(area.x() + x * area.width(), area.y() + y * area.height()).toPoint()


def drag(dialog: FormDialog, *places: tuple[float, float]) -> None:
    first, *others = [at(dialog, *place) for place in places]
    QTest.mousePress(dialog.view, Left, pos=first)
    for place in others:
        QTest.mouseMove(dialog.view, place)
    QTest.mouseRelease(dialog.view, Left, pos=others[-1])


def box(dialog: FormDialog) -> tuple[float, ...]:
    assert dialog.draft.field is not None
    return dialog.draft.field.box


def choose_kind(dialog: FormDialog, kind: str) -> None:
    dialog.fields.kind.setCurrentIndex(dialog.fields.kind.findData(kind))


def test_boxes_are_drawn_moved_stretched_and_undone(editor: FormDialog) -> None:
    assert editor.title.text() == "card"
    drag(editor, (0.3, 0.2), (0.5, 0.3), (0.7, 0.4))
    assert box(editor) == pytest.approx((0.3, 0.2, 0.4, 0.2), abs=0.005)
    drag(editor, (0.5, 0.3), (0.55, 0.4))
    assert box(editor) == pytest.approx((0.35, 0.3, 0.4, 0.2), abs=0.006)
    drag(editor, (0.75, 0.5), (0.9, 0.6))
    assert box(editor) == pytest.approx((0.35, 0.3, 0.55, 0.3), abs=0.01)
    drag(editor, (0.1, 0.8), (0.2, 0.9))
    assert [one.name for one in editor.draft.fields] == ["field 1", "field 2"]
    editor.draft.undo_stack.undo()
    editor.draft.undo_stack.undo()
    assert len(editor.draft.fields) == 1
    editor.draft.undo_stack.redo()
    editor.draft.undo_stack.redo()
    assert box(editor) == pytest.approx((0.1, 0.8, 0.1, 0.1), abs=0.005)
    # A click draws nothing, but chooses; over the edge a box stays on the page.
    QTest.mouseClick(editor.view, Left, pos=at(editor, 0.5, 0.5))
    assert (editor.draft.chosen, len(editor.draft.fields)) == (0, 2)
    drag(editor, (0.5, 0.5), (1.4, 1.4))
    x, y, width, height = box(editor)
    assert x + width <= 1.0001
    assert y + height <= 1.0001


def test_keys_alone_do_it_too(editor: FormDialog) -> None:
    view = editor.view
    QTest.keyClick(view, Qt.Key.Key_Insert)
    x, y, width, height = box(editor)
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(view, Qt.Key.Key_Right, Shift)
    assert box(editor) == pytest.approx((x + 0.01, y + 0.001, width + 0.01, height))
    QTest.keyClick(view, Qt.Key.Key_Insert)
    QTest.keyClick(view, Qt.Key.Key_PageUp)
    assert editor.draft.chosen == 0
    QTest.keyClick(view, Qt.Key.Key_Delete)
    assert [one.name for one in editor.draft.fields] == ["field 2"]
    QTest.keyClick(view, Qt.Key.Key_Plus)
    assert view._area().width() > view.width() or view._area().height() > view.height()


def test_names_and_rules_are_checked_and_saved(
    desk: Desk, editor: FormDialog, tmp_path: Path
) -> None:
    drag(editor, (0.1, 0.1), (0.4, 0.2))
    drag(editor, (0.1, 0.3), (0.4, 0.4))
    for wish, told in (("field 1", "Another field"), ("a,b", "may not be called"), ("meter", "")):
        editor.fields.name.setText(wish)
        editor.fields.name.editingFinished.emit()
        assert told in editor.state.text()
    assert editor.fields.list.texts[1] == "meter"
    editor.fields.rules.kinds.setCurrentIndex(editor.fields.rules.kinds.findData("length"))
    editor.fields.rules.count.setValue(6)
    editor.fields.list.set_row(0)
    assert editor.fields.rules.rule == ""
    choose_kind(editor, ONE_DIGIT)
    assert not editor.fields.rules.isEnabled()
    editor.save_as(tmp_path / "form.json")
    desk.settle()
    assert editor.draft.undo_stack.isClean()


def test_what_is_saved_is_opened_again(desk: Desk, editor: FormDialog, tmp_path: Path) -> None:
    editor.draft.begin(form({"meter": "length:6"}).fields)
    editor.save_as(tmp_path / "form.json")
    desk.settle()
    saved = read_form(tmp_path / "form.json")
    assert [one.name for one in saved.fields] == list(FIELDS)
    editor.draft.begin(())
    editor.open_form(tmp_path / "form.json")
    desk.settle()
    editor.fields.list.set_row(1)
    assert editor.fields.rules.rule == "length:6"
    assert not editor.read.isEnabled()  # the page itself is not in the file
    assert editor.other.isEnabled()
    (tmp_path / "form.json").write_text("{}")
    editor.open_form(tmp_path / "form.json")
    desk.settle()
    assert "cannot be used" in editor.state.text()


def test_the_form_is_tried_and_reads_a_table(
    desk: Desk, editor: FormDialog, tmp_path: Path
) -> None:
    texts = {"customer": "31415926", "phone": "533215664"}
    page = scanned(write_on(blank(), texts, draw_digit), Laid(2, 0.98))
    scan = tmp_path / "scan.png"
    Image.fromarray(np.uint8(255 * page)).save(scan)
    editor.draft.begin(form().fields)
    editor.read_page()
    desk.settle()
    assert editor.view.readings["customer"] == ("–", False)
    editor.try_page(scan)
    desk.settle()
    read = {name: text for name, (text, _) in editor.view.readings.items()}
    assert set(read) == set(FIELDS)
    assert len(read["customer"]) == 8
    assert read["meter"] == "–"
    assert editor.grab().width()  # with the readings painted
    editor.many.click()
    batch = desk.window.findChild(BatchDialog)
    assert batch is not None
    batch.read([str(scan)])
    desk.qtbot.waitUntil(lambda: not batch.reader.is_busy)
    row = batch.table.rows[0]
    assert row.text.split(" / ")[0] == read["customer"]
    assert batch.content.value == "form"
    columns = range(FIRST_FIELD, batch.table.columnCount())
    assert [batch.table.headerData(at, Qt.Orientation.Horizontal) for at in columns] == list(FIELDS)
    before = batch.table.rows[0].field_texts
    batch.table.setData(batch.table.index(0, FIRST_FIELD + 1), "271828")
    batch.save_as(tmp_path / "table.csv")
    desk.qtbot.waitUntil((tmp_path / "table.csv").exists)
    (saved,) = csv.DictReader((tmp_path / "table.csv").read_text().splitlines())
    assert [saved[name] for name in FIELDS] == [before[0], "271828", *before[2:]]
    assert not batch.archive.isEnabled()
    batch.discard()
    batch.close()


def test_unsaved_boxes_are_asked_about(editor: FormDialog) -> None:
    editor.view.setFocus()
    QTest.keyClick(editor.view, Qt.Key.Key_Insert)
    editor.reject()
    question = editor.findChild(QMessageBox)
    assert question is not None
    question.button(QMessageBox.StandardButton.Cancel).click()
    assert editor.isVisible()


def test_closing_the_window_asks_about_unsaved_boxes(desk: Desk, editor: FormDialog) -> None:
    editor.view.setFocus()
    QTest.keyClick(editor.view, Qt.Key.Key_Insert)
    desk.window.close()
    assert desk.window.isVisible()
    question = editor.findChild(QMessageBox)
    assert question is not None
    question.button(QMessageBox.StandardButton.Cancel).click()
    editor.discard()
    with desk.qtbot.waitSignal(desk.window.closed):
        desk.window.close()


@pytest.mark.parametrize(("title", "stem"), [(" Order ", "Order"), ("", "form")])
def test_a_file_is_named_like_the_form(editor: FormDialog, title: str, stem: str) -> None:
    editor.title.setText(title)
    editor.offer_saving()
    editor._ask_for_sheet()
    asked = editor.findChildren(QFileDialog)
    assert [Path(one.selectedFiles()[0]).name for one in asked] == [f"{stem}.json", f"{stem}.pdf"]
    for one in asked:
        one.reject()


def test_what_is_drawn_while_it_is_saved_is_not_saved(
    desk: Desk, editor: FormDialog, tmp_path: Path
) -> None:
    editor.view.setFocus()
    QTest.keyClick(editor.view, Qt.Key.Key_Insert)
    editor.save_as(tmp_path / "form.json")
    assert editor.unsaved()
    desk.settle()
    assert not editor.unsaved()
    editor.save_as(tmp_path / "form.json")
    QTest.keyClick(editor.view, Qt.Key.Key_Insert)
    desk.settle()
    assert editor.unsaved()
    editor.discard()


def test_a_field_takes_its_values_from_the_keyboard_or_a_file(
    desk: Desk, editor: FormDialog, tmp_path: Path
) -> None:
    pane, draft = editor.fields, editor.draft
    drag(editor, (0.1, 0.1), (0.4, 0.2))
    assert not pane.values.isVisible()
    choose_kind(editor, LISTED)
    assert pane.values.isVisible()
    assert not pane.rules.isVisible()
    editor.save_as(tmp_path / "form.json")
    assert "has no values to choose from" in editor.state.text()
    pane.values.setFocus()
    QTest.keyClicks(pane.values, "0042")
    QTest.keyClick(pane.values, Qt.Key.Key_Return)
    QTest.keyClicks(pane.values, "17-3")
    assert draft.field is not None
    assert draft.field.values == ("0042", "17-3")
    assert pane.count.text() == "2 values"
    QTest.keyClicks(pane.values, "x")
    assert pane.count.text() == "“17-3x” is not a number"
    assert draft.field.values == ("0042", "17-3")
    # All that was typed is one step.
    draft.undo_stack.undo()
    assert draft.field.values == ()
    assert pane.values.toPlainText() == ""
    (tmp_path / "list.csv").write_text("name,number,room\nAda,0042,1\nBob,17,2\n")
    editor.open_values(tmp_path / "list.csv")
    desk.settle()
    assert pane.values.toPlainText() == "0042\n17"
    assert [pane.columns.itemText(at) for at in range(pane.columns.count())] == ["number", "room"]
    pane.columns.setCurrentIndex(1)
    assert draft.field.values == ("1", "2")
    drag(editor, (0.1, 0.4), (0.4, 0.5))
    assert not pane.columns.isVisible()
    choose_kind(editor, "number")
    pane.list.set_row(0)
    assert pane.columns.isVisible()
    editor.save_as(tmp_path / "form.json")
    desk.settle()
    assert [one.values for one in read_form(tmp_path / "form.json").fields] == [("1", "2"), ()]
    (tmp_path / "list.csv").write_text("name\nAda\n")
    editor.open_values(tmp_path / "list.csv")
    desk.settle()
    assert "has no column of numbers" in editor.state.text()
    editor.discard()


def test_the_second_best_value_is_shown(desk: Desk, editor: FormDialog, tmp_path: Path) -> None:
    scan = tmp_path / "scan.png"
    page = scanned(write_on(blank(), {"customer": "31415926"}, draw_digit), Laid(2, 0.98))
    Image.fromarray(np.uint8(255 * page)).save(scan)
    values = ("31415926", "31415920", "11111111")
    listed = replace(form().fields[0], kind=LISTED, values=values)
    editor.draft.begin([listed, *form().fields[1:]])
    editor.try_page(scan)
    desk.settle()
    text, _ = editor.view.readings["customer"]
    first, second = text.split(" · ")
    assert first in values
    assert second.startswith("then ")
    assert second.endswith(" nats behind")
    editor.many.click()
    batch = desk.window.findChild(BatchDialog)
    assert batch is not None
    batch.read([str(scan)])
    desk.qtbot.waitUntil(lambda: not batch.reader.is_busy)
    cell = batch.table.index(0, FIRST_FIELD)
    batch.pane.view.setCurrentIndex(cell)
    assert second in batch.review.remark.text()
    assert second in cell.data(Qt.ItemDataRole.ToolTipRole)
    batch.close()
    editor.discard()


def test_a_form_of_ones_own_is_printed_and_read(
    desk: Desk, editor: FormDialog, tmp_path: Path
) -> None:
    editor.empty.click()
    assert not editor.sheet.isEnabled()
    drag(editor, (0.2, 0.2), (0.7, 0.25))
    editor.title.setText("My card")
    editor.save_as(tmp_path / "form.json")
    desk.settle()
    assert not editor.unsaved()
    editor.save_sheet(tmp_path / "card.pdf")
    desk.settle()
    assert "“card.pdf”" in editor.state.text()
    assert (tmp_path / "card.pdf").read_bytes().startswith(b"%PDF")
    # The saved form has no print yet by which a scan of the sheet is found.
    assert editor.unsaved()
    editor.save_as(tmp_path / "form.json")
    desk.settle()
    assert not editor.unsaved()
    assert read_form(tmp_path / "form.json").reference.max() > 200
    editor.try_page(tmp_path / "card.pdf")
    desk.settle()
    assert list(editor.view.readings.values()) == [("–", False)]
    editor.save_sheet(tmp_path / "nowhere" / "card.png")
    desk.settle()
    assert "nowhere" in editor.state.text() or "card.png" in editor.state.text()
