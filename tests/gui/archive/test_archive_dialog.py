"""The archive's window: search, look, star, note, correct, delete and undo, open again."""

from __future__ import annotations

import csv
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from archived_answers import NOON, some_entry
from fakes import STROKES, draw_digit
from pointer import move_mouse
from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMenu, QPushButton
from window_desk import Desk

from desktop_cvae.core import paths
from desktop_cvae.core.drawing_record import DrawingRecord, StrokeRecord
from desktop_cvae.core.results import NoiseSetting
from desktop_cvae.gui.archive.archive_dialog import ArchiveDialog
from desktop_cvae.gui.archive.rereading_dialog import RereadingColumn, RereadingDialog
from desktop_cvae.gui.exporting.export import Export
from desktop_cvae.gui.preferences_dialog import PreferencesDialog
from desktop_cvae.library.archive_entries import PICTURE, pixels_of
from desktop_cvae.library.reading_archive import Archive
from desktop_cvae.pictures.contact_sheets import encode_png

OpenArchive = Callable[[], ArchiveDialog]
THREE = DrawingRecord(tuple(StrokeRecord(0.08, False, tuple(line)) for line in STROKES[3]))


@pytest.fixture
def archive(home: Path) -> Iterator[Archive]:
    """Twelve entries: 0 to 9, and 0 and 1 again."""
    with Archive(paths.archive_file()) as archive:
        with archive.together():
            for number in range(12):
                archive.add(some_entry(number))
        yield archive


@pytest.fixture
def open_archive(desk: Desk) -> OpenArchive:
    """Show the archive as the menu does."""

    def opened() -> ArchiveDialog:
        desk.key(Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
        desk.settle()
        (dialog,) = desk.window.findChildren(ArchiveDialog)
        desk.qtbot.waitUntil(dialog.isVisible)
        desk.settle()
        return dialog

    return opened


@pytest.fixture
def dialog(archive: Archive, open_archive: OpenArchive) -> ArchiveDialog:
    """The twelve, shown."""
    return open_archive()


def texts(dialog: ArchiveDialog) -> str:
    """What stands on the tiles, as far as it is known, in order."""
    found = [dialog.entries.summary(line) for line in range(dialog.entries.rowCount())]
    return "".join("·" if each is None else each.label for each in found)


def shown(desk: Desk, dialog: ArchiveDialog) -> str:
    """The same, when all is known."""
    desk.settle()
    desk.qtbot.waitUntil(lambda: "·" not in texts(dialog))
    return texts(dialog)


def type_search(desk: Desk, dialog: ArchiveDialog, text: str) -> None:
    with desk.qtbot.waitSignal(dialog.bar.changed):
        dialog.bar.text.setText(text)


def test_the_newest_stands_first_and_is_looked_at(desk: Desk, dialog: ArchiveDialog) -> None:
    assert shown(desk, dialog) == "109876543210"
    assert dialog.pane.entry is not None
    assert dialog.pane.entry.kept_at.minute == 11
    assert dialog.pane.answer.text() == "1"
    assert dialog.state.text() == "12 entries"
    assert dialog.pane.evidence.accessibleDescription().startswith("0: −80.0 nats")


def test_words_and_choices_narrow_the_search(desk: Desk, dialog: ArchiveDialog) -> None:
    type_search(desk, dialog, "drawing 1")
    assert shown(desk, dialog) == "101"  # 1, 10 and 11
    assert dialog.state.text() == "3 of 12 found"
    dialog.bar.label.setCurrentIndex(dialog.bar.label.findData("0"))
    dialog.bar.label.activated.emit(1)
    assert shown(desk, dialog) == "0"
    QTest.mouseClick(dialog.show_all, Qt.MouseButton.LeftButton)
    assert shown(desk, dialog) == "109876543210"
    dialog.bar.order.setCurrentIndex(dialog.bar.order.findData("surest"))
    dialog.bar.order.activated.emit(0)
    dialog.bar.certainty.setCurrentIndex(dialog.bar.certainty.findData("doubtful"))
    dialog.bar.certainty.activated.emit(0)
    assert shown(desk, dialog) == "109876543210"
    type_search(desk, dialog, "nothing of that kind")
    desk.settle()
    assert dialog.entries.rowCount() == 0
    assert dialog.pane.entry is None
    assert "Nothing matches" in dialog.list.accessibleDescription()


def test_a_span_of_days_takes_both_of_them_whole(
    desk: Desk, archive: Archive, dialog: ArchiveDialog
) -> None:
    bar = dialog.bar
    bar.when.setCurrentIndex(bar.when.findData("span"))
    bar.when.activated.emit(0)
    assert bar.first.isVisible()
    day = QDate.fromString(NOON.astimezone().date().isoformat(), Qt.DateFormat.ISODate)
    bar.first.setDate(day)
    bar.last.setDate(day)
    assert len(shown(desk, dialog)) == 12
    bar.first.setDate(day.addDays(1))
    bar.last.setDate(day.addDays(1))
    desk.settle()
    assert dialog.entries.rowCount() == 0


def test_a_star_a_note_and_a_correction_are_kept_and_undone(
    desk: Desk, archive: Archive, dialog: ArchiveDialog
) -> None:
    number = dialog.list.current
    assert number is not None
    QTest.keyClick(dialog.list, Qt.Key.Key_S)
    QTest.keyClick(dialog.list, Qt.Key.Key_4)
    dialog.pane.note.setPlainText("my odd four")
    dialog.pane.note.end()
    desk.settle()
    kept = archive.get(number)
    assert (kept.is_starred, kept.given_label, kept.note) == (True, "4", "my odd four")
    assert dialog.pane.star.isChecked()
    assert dialog.pane.given.currentText() == "4"
    assert shown(desk, dialog).startswith("4")
    for _ in range(3):
        QTest.keyClick(dialog.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    desk.settle()
    kept = archive.get(number)
    assert (kept.is_starred, kept.given_label, kept.note) == (False, None, "")
    assert dialog.pane.note.toPlainText() == ""


def test_a_label_that_the_model_does_not_know_is_typed(
    desk: Desk, archive: Archive, dialog: ArchiveDialog
) -> None:
    number, line = dialog.list.current, dialog.pane.given.lineEdit()
    assert number is not None
    assert line is not None
    line.selectAll()
    QTest.keyClicks(line, "A")
    QTest.keyClick(line, Qt.Key.Key_Return)
    dialog.list.setFocus()
    desk.settle()
    assert archive.get(number).given_label == "A"
    assert dialog.edits.undo_stack.count() == 1
    assert shown(desk, dialog).startswith("A")
    # The first item takes the reading as it is.
    dialog.pane.given.setCurrentIndex(0)
    dialog.pane.given.activated.emit(0)
    desk.settle()
    assert archive.get(number).given_label is None


def test_many_are_deleted_at_once_and_brought_back(
    desk: Desk, archive: Archive, dialog: ArchiveDialog
) -> None:
    before = dialog.entries.ids
    dialog.list.choose(before[2:6])
    assert dialog.list.chosen() == list(before[2:6])
    QTest.keyClick(dialog.list, Qt.Key.Key_Delete)
    assert dialog.entries.rowCount() == 8
    desk.settle()
    assert archive.count() == 8
    assert dialog.toast.sentence.text() == "4 entries deleted."
    assert dialog.list.current == before[6]
    dialog.toast.actions_[0].click()
    desk.settle()
    assert archive.count() == 12
    assert dialog.entries.ids == before


def test_what_is_changed_last_is_written_when_the_window_is_closed(
    desk: Desk, archive: Archive, dialog: ArchiveDialog
) -> None:
    number = dialog.list.current
    assert number is not None
    dialog.pane.note.setPlainText("typed at last")
    dialog.close()
    desk.settle()
    assert archive.get(number).note == "typed at last"


def test_what_somebody_else_keeps_comes_up_and_the_choice_stays(
    desk: Desk, archive: Archive, dialog: ArchiveDialog
) -> None:
    dialog.list.choose([dialog.entries.ids[3]])
    chosen = dialog.list.chosen()
    archive.add(some_entry(20, text="8"))
    desk.qtbot.waitUntil(lambda: dialog.entries.rowCount() == 13)
    assert dialog.list.chosen() == chosen
    archive.set_note(chosen[0], "by another window")
    desk.qtbot.waitUntil(lambda: dialog.pane.note.toPlainText() == "by another window")


def test_a_drawing_is_opened_with_its_noise_and_label_and_can_be_drawn_on(
    desk: Desk, archive: Archive, open_archive: OpenArchive
) -> None:
    noise = NoiseSetting("gaussian", 0.02, 7)
    archive.add(some_entry(30, input=THREE.to_bytes(), noise=noise, chosen_label="1"))
    dialog = open_archive()
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    desk.settle()
    assert desk.window.input.canvas.drawing.record() == THREE
    assert (desk.session.noise, desk.session.label) == (noise, 1)
    assert desk.answer.label == 1  # it was read anew, under the label that was chosen
    desk.window.input.canvas.undo()
    assert desk.window.input.canvas.drawing.history.is_blank


def test_a_picture_is_opened_and_what_is_not_whole_as_the_model_saw_it(
    desk: Desk, archive: Archive, open_archive: OpenArchive
) -> None:
    three = draw_digit(3)
    paper = encode_png(255 - np.pad(pixels_of(three), 8).repeat(3, 0).repeat(3, 1))
    none = {"input": b"", "input_kind": "", "noise": NoiseSetting(), "chosen_label": None}
    archive.add(some_entry(40, **none, image=pixels_of(draw_digit(6)), name=""))
    more = {"source": PICTURE, "input": paper, "input_kind": "picture", "name": "three.png"}
    archive.add(some_entry(41, **{**none, **more}))
    dialog = open_archive()
    dialog.open_current()
    desk.settle()
    picture = desk.window.input.canvas.drawing.picture
    assert picture is not None
    assert picture.name == "three.png"
    assert desk.headline == "It is a 3"
    dialog.list.go_to(1)
    dialog.open_current()
    desk.settle()
    assert desk.headline == "It is a 6"


def test_another_model_reads_them_again(
    desk: Desk, archive: Archive, open_archive: OpenArchive
) -> None:
    archive.remove(archive.ids())
    clean = {"noisy": None, "noise": NoiseSetting()}
    for number, (digit, text) in enumerate([(3, "3"), (5, "6"), (8, "8")]):
        image = pixels_of(draw_digit(digit))
        archive.add(some_entry(50 + number, **clean, image=image, text=text))
    archive.set_given_label(archive.ids()[1], "5")
    dialog = open_archive()
    dialog.actions_.read_again()
    (reading,) = dialog.findChildren(RereadingDialog)
    assert [reading.model.itemText(at) for at in range(reading.model.count())] == ["studio"]
    reading.start()
    desk.settle()
    table = reading.table
    assert reading.state.text() == "3 read again, 1 changed, 1 now match your corrections."
    assert table.rowCount() == 1
    row = [table.index(0, column).data() for column in RereadingColumn]
    assert row[1:4] == ["6", "5", "5"]
    reading.only.setChecked(False)
    assert table.rowCount() == 3
    assert archive.get(archive.ids()[1]).text == "6"  # what is kept stays as it is
    reading.view.activated.emit(table.index(0, 0))
    assert dialog.list.chosen() == [table.rows[0].id]


@pytest.mark.parametrize("kind", ["csv", "jsonl", "dataset", "png"])
def test_what_was_found_is_saved(
    desk: Desk, archive: Archive, dialog: ArchiveDialog, tmp_path: Path, kind: str
) -> None:
    path = tmp_path / f"out.{kind}"
    dialog.actions_.write(tuple(dialog.entries.ids), path, kind)
    desk.settle()
    assert dialog.toast.sentence.text() == f"12 entries are saved as “out.{kind}”."
    if kind == "csv":
        rows = list(csv.DictReader(path.read_text().splitlines()))
        assert [row["text"] for row in rows] == list("109876543210")
    elif kind == "jsonl":
        assert len(path.read_text().splitlines()) == 12
    elif kind == "dataset":
        with np.load(path) as arrays:
            assert arrays["x"].shape == (12, 28, 28)
    else:
        assert len(list(path.glob("*.png"))) == 12


@pytest.mark.parametrize(("chosen", "saved"), [(0, 12), (1, 12), (2, 2)])
def test_all_are_saved_unless_several_are_chosen(
    dialog: ArchiveDialog, tmp_path: Path, desk: Desk, chosen: int, saved: int
) -> None:
    dialog.list.choose(list(dialog.entries.ids[:chosen]))
    dialog.actions_.save()
    (asked,) = dialog.findChildren(QFileDialog)
    assert asked.windowTitle() == f"Save {saved} entries"
    csv_filter = next(one for one in asked.nameFilters() if "*.csv" in one)
    asked.selectNameFilter(csv_filter)
    asked.fileSelected.emit(str(tmp_path / "out.csv"))
    asked.reject()
    desk.settle()
    assert len(list(csv.DictReader((tmp_path / "out.csv").read_text().splitlines()))) == saved


def test_the_current_picture_is_copied_or_saved(
    desk: Desk, dialog: ArchiveDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    exporter, let_out = desk.controller.exporter, list[Export]()
    monkeypatch.setattr(exporter, "copy_picture", let_out.append)
    monkeypatch.setattr(exporter, "ask", lambda _, export: let_out.append(export))
    dialog.actions_.copy()
    dialog.actions_.save_picture()
    assert [export.png is not None for export in let_out] == [True, True]


def test_an_empty_archive_says_what_to_do(desk: Desk, open_archive: OpenArchive) -> None:
    dialog = open_archive()
    assert dialog.welcome.sentence.text().startswith("The archive is empty.")
    assert not dialog.welcome.turn_on.isVisible()
    assert not dialog.save.isEnabled()
    desk.window.preferences.request("keeps_archive", False)
    dialog.search()
    desk.settle()
    dialog.welcome.turn_on.click()
    desk.settle()
    (preferences,) = desk.window.findChildren(PreferencesDialog)
    preferences.archive.keeps.click()
    assert desk.window.preferences.settings.keeps_archive


def test_an_archive_of_tomorrow_is_left_alone_and_the_cure_is_named(
    desk: Desk, archive: Archive, open_archive: OpenArchive
) -> None:
    archive.close()
    with sqlite3.connect(paths.archive_file()) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    dialog = open_archive()
    assert "newer version" in dialog.welcome.sentence.text()
    assert dialog.welcome.retry.isVisible()
    with sqlite3.connect(paths.archive_file()) as connection:
        connection.execute("PRAGMA user_version = 1")
    connection.close()
    dialog.welcome.retry.click()
    desk.settle()
    assert dialog.entries.rowCount() == 12


def test_a_damaged_archive_is_set_aside_with_a_sentence(
    desk: Desk, home: Path, open_archive: OpenArchive
) -> None:
    home.mkdir(exist_ok=True)
    paths.archive_file().write_bytes(b"SQLite format 3\0" + b"garbage" * 4000)
    dialog = open_archive()
    assert "kept as “archive.bad.sqlite”" in dialog.toast.sentence.text()
    assert dialog.toast.isVisible()
    assert dialog.welcome.sentence.text().startswith("The archive is empty.")


def test_everything_can_be_deleted_after_a_question(
    desk: Desk, archive: Archive, dialog: ArchiveDialog
) -> None:
    archive.set_star(archive.ids()[0], True)
    desk.window.run("preferences")
    desk.settle()
    (preferences,) = desk.window.findChildren(PreferencesDialog)
    assert preferences.archive.extent.text().startswith("12 entries, ")
    question = preferences.archive.ask_to_delete()
    assert question.text() == "Delete all 12 archived entries?"
    question.reject()
    assert archive.count() == 12
    question = preferences.archive.ask_to_delete()
    question.findChild(QPushButton, "delete_everything").click()
    desk.settle()
    assert archive.count() == 0
    assert not preferences.archive.delete.isEnabled()
    assert preferences.archive.extent.text() == "Nothing leaves this computer."
    desk.qtbot.waitUntil(lambda: dialog.welcome.isVisible())


def test_of_many_only_what_is_seen_is_read(
    desk: Desk, archive: Archive, open_archive: OpenArchive
) -> None:
    with archive.together():
        for number in range(12, 600):
            archive.add(some_entry(number % 12))
    dialog = open_archive()
    assert dialog.entries.rowCount() == 600
    known = [number for number in dialog.entries.ids if number in dialog.entries._known]
    assert 0 < len(known) < 100
    dialog.list.scrollToBottom()
    desk.qtbot.waitUntil(lambda: dialog.entries.ids[599] in dialog.entries._known)
    assert len(dialog.entries._known) < 200


def test_a_picture_is_dragged_out_as_it_was_drawn(
    desk: Desk,
    archive: Archive,
    open_archive: OpenArchive,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pulled: list[Export] = []
    monkeypatch.setattr(desk.controller.exporter, "pull", lambda _, export: pulled.append(export))
    archive.add(some_entry(30, input=THREE.to_bytes()))
    view = open_archive().list
    place = view.visualRect(view.entries.index(0, 0)).center()
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    move_mouse(view.viewport(), place + QPoint(40, 30), Qt.MouseButton.LeftButton)
    move_mouse(view.viewport(), place + QPoint(60, 40), Qt.MouseButton.LeftButton)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert pulled
    assert pulled[0].png is not None
    picture = QImage.fromData(pulled[0].png())
    assert picture.width() == 280  # the drawing's own, and not what the model saw
    assert picture.pixelColor(0, 0).lightness() == 255


def test_keys_lead_from_tile_to_tile_and_choose_between(desk: Desk, dialog: ArchiveDialog) -> None:
    view, none, shift = dialog.list, Qt.KeyboardModifier(0), Qt.KeyboardModifier.ShiftModifier
    columns = view.columns
    assert columns > 1
    for key, held, line, count in (
        (Qt.Key.Key_Right, none, 1, 1),
        (Qt.Key.Key_Down, none, 1 + columns, 1),
        (Qt.Key.Key_Left, none, columns, 1),
        (Qt.Key.Key_End, shift, 11, 12 - columns),
        (Qt.Key.Key_Home, none, 0, 1),
    ):
        QTest.keyClick(view, key, held)
        assert (view.currentIndex().row(), view.chosen_count) == (line, count), key
    place = view.visualRect(dialog.entries.index(2, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert view.chosen() == [dialog.entries.ids[2]]


def test_the_menu_of_an_entry_acts_on_it(
    desk: Desk, archive: Archive, dialog: ArchiveDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    number, actions = dialog.list.current, dialog.actions_
    assert number is not None
    menu = actions.build()
    offered = {action.text(): action for action in menu.actions()}
    assert [text for text in offered if text] == [
        *("Open", "Star", "It is", "Copy the picture", "Save the picture…", "Read again…"),
        *("Save as…", "Delete"),
    ]
    assert all(action.isEnabled() for action in menu.actions())
    labels = offered["It is"].menu()
    assert [action.text() for action in labels.actions()] == [
        *("0123456789"),
        "",
        "Original reading",
    ]
    offered["Star"].trigger()
    labels.actions()[7].trigger()
    desk.settle()
    kept = archive.get(number)
    assert (kept.is_starred, kept.given_label) == (True, "7")
    desk.qtbot.waitUntil(
        lambda: "Remove star" in [each.text() for each in actions.build().actions()]
    )
    labels.actions()[-1].trigger()
    desk.settle()
    assert archive.get(number).given_label is None
    # Keys and the mouse open it; nothing can be done where no entry is.
    opened: list[QPoint] = []
    monkeypatch.setattr(QMenu, "popup", lambda _, place: opened.append(place))
    dialog.list.setFocus()
    QTest.keyClick(dialog.list, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    dialog.list.customContextMenuRequested.emit(QPoint(9, 9))
    view = dialog.list.viewport()
    assert opened == [
        dialog.list.mapToGlobal(dialog.list.rect().center()),
        view.mapToGlobal(QPoint(9, 9)),
    ]
    type_search(desk, dialog, "nothing of that kind")
    desk.settle()
    assert not any(action.isEnabled() for action in actions.build().actions())
    actions.star()
    actions.give_label("3")
    actions.give_label_to_current("3")
    actions.remove()
    actions.save()
    actions.save_picture()
    assert dialog.edits.undo_stack.count() == 3
    assert not dialog.findChildren(QFileDialog)


def test_the_keys_of_the_window_lead_to_its_parts(desk: Desk, dialog: ArchiveDialog) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    type_search(desk, dialog, "drawing 1")
    desk.settle()
    QTest.keyClick(dialog, Qt.Key.Key_F2)
    assert dialog.focusWidget() is dialog.pane.note
    QTest.keyClick(dialog, Qt.Key.Key_F, control)
    assert dialog.focusWidget() is dialog.bar.text
    assert dialog.bar.text.selectedText() == "drawing 1"
    QTest.keyClick(dialog.bar.text, Qt.Key.Key_Return)
    assert dialog.focusWidget() is dialog.list
    QTest.keyClick(dialog.list, Qt.Key.Key_S)
    stack = dialog.edits.undo_stack
    both = control | Qt.KeyboardModifier.ShiftModifier
    for key, held, index in (
        (Qt.Key.Key_Z, control, 0),
        (Qt.Key.Key_Y, control, 1),
        (Qt.Key.Key_Z, control, 0),
        (Qt.Key.Key_Z, both, 1),
    ):
        QTest.keyClick(dialog, key, held)
        assert stack.index() == index, "on Windows the standard key for redo is Ctrl+Y too"
    QTest.keyClick(dialog, Qt.Key.Key_S, control)
    (asked,) = dialog.findChildren(QFileDialog)
    asked.reject()
    QTest.keyClick(dialog, Qt.Key.Key_R, control)
    (reading,) = dialog.findChildren(RereadingDialog)
    assert reading.isVisible()
    desk.settle()


def test_buttons_and_state_follow_what_is_found_and_chosen(
    desk: Desk, dialog: ArchiveDialog
) -> None:
    buttons = (dialog.open_, dialog.again, dialog.save, dialog.delete, dialog.show_all)

    def possible() -> list[bool]:
        return [button.isEnabled() and button.isVisible() for button in buttons]

    assert possible() == [True, True, True, True, False]
    dialog.list.choose(list(dialog.entries.ids[:3]))
    assert dialog.state.text() == "12 entries · 3 selected"
    dialog.list.clearSelection()
    assert dialog.state.text() == "12 entries"
    type_search(desk, dialog, "drawing 11")
    desk.settle()
    assert dialog.state.text() == "1 of 12 found"
    assert possible()[-1]
    type_search(desk, dialog, "nothing of that kind")
    desk.settle()
    assert possible() == [False, False, False, False, True]
    assert dialog.state.text() == "0 of 12 found"
    # What cannot be undone is told without a button.
    dialog.tell("Done.")
    assert not dialog.toast.actions_[0].isVisible()
    dialog.tell("Gone.", undoable=True)
    assert dialog.toast.actions_[0].isVisible()
