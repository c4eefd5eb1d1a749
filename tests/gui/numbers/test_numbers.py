"""A picture of several digits: boxes, text, correcting by mouse and keys, rules, and back."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from fake_numbers import TILE, number_picture
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from window_desk import Desk, MakeDesk

from desktop_cvae.core.deadlines import check_deadline
from desktop_cvae.core.language import percent_text
from desktop_cvae.gui.numbers.number_views import NumberText, PagePicture
from desktop_cvae.gui.numbers.numbers_card import NumbersCard
from desktop_cvae.gui.widgets.focus_ring import RING_PX
from desktop_cvae.inference import evidence, line_hypotheses, number_reading
from desktop_cvae.inference.field_rules import passes_luhn

OpenNumber = Callable[..., Desk]
PHONE = "0612345678"


def card(desk: Desk) -> NumbersCard:
    return desk.window.numbers.card


def press(desk: Desk, key: Qt.Key) -> None:
    """On the widget that has the focus, so that shortcuts have their chance too."""
    widget = desk.window.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, key)
    desk.settle()


def click_box(desk: Desk, index: int) -> None:
    picture = card(desk).picture
    click(picture, picture.box_at(index).center().toPoint())
    desk.settle()


def click(widget: QWidget, place: QPoint) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=place)


def choose_rule(desk: Desk, kind: str) -> None:
    kinds = card(desk).rules.kinds
    kinds.setCurrentIndex(kinds.findData(kind))
    desk.settle()


def test_a_picture_of_a_number_is_shown_with_boxes_and_text(open_number: OpenNumber) -> None:
    desk = open_number(PHONE)
    assert card(desk).isVisible()
    assert not desk.window.input.isVisible()
    assert desk.window.numbers.page.text == PHONE
    assert desk.window.windowTitle().startswith(PHONE)
    assert card(desk).text.accessibleName().endswith(PHONE)
    assert card(desk).summary.text() == "10 digits"
    assert desk.headline == "It is a 0"
    picture = card(desk).picture
    assert [picture.digit_at(picture.box_at(n).center()) for n in range(10)] == list(range(10))
    card(desk).show_picture(np.ones((900, 300), np.float32))
    viewport = card(desk).picture_area.viewport().rect()
    ring = picture.geometry().adjusted(-RING_PX, -RING_PX, RING_PX, RING_PX)
    assert viewport.contains(ring), "the focus ring has room"


def test_a_picture_of_one_digit_stays_on_the_canvas(open_number: OpenNumber) -> None:
    desk = open_number("3")
    assert not card(desk).isVisible()
    assert desk.window.input.canvas.isVisible()
    assert desk.headline == "It is a 3"


def test_clicking_a_box_inspects_that_digit(open_number: OpenNumber) -> None:
    desk = open_number(PHONE)
    click_box(desk, 7)
    assert desk.headline == "It is a 6"
    prepared = desk.window.numbers.page.digits[7].prepared
    assert desk.answer.prepared is prepared
    text = card(desk).text
    click(text, text.cell(3).center())
    desk.settle()
    assert desk.headline == "It is a 2"
    assert desk.window.numbers.page.current == 3


def test_keys_walk_and_correct(open_number: OpenNumber) -> None:
    desk = open_number(PHONE)
    page = desk.window.numbers.page
    press(desk, Qt.Key.Key_Right)
    press(desk, Qt.Key.Key_Tab)
    assert page.current == 2
    press(desk, Qt.Key.Key_7)
    assert page.text == "0672345678"
    assert page.is_corrected(2)
    assert card(desk).summary.text().startswith("10 digits · <span")
    assert "1 corrected by hand" in card(desk).summary.text()
    assert desk.window.windowTitle().startswith("0672345678")
    assert desk.answer.label == 7
    press(desk, Qt.Key.Key_Left)
    assert desk.answer.label == 6
    press(desk, Qt.Key.Key_Right)
    press(desk, Qt.Key.Key_Backspace)
    assert page.text == PHONE
    assert desk.session.label is None
    press(desk, Qt.Key.Key_Backtab)
    assert page.current == 1
    press(desk, Qt.Key.Key_End)
    assert page.current == 9


def test_it_is_said_which_digit_and_why(open_number: OpenNumber) -> None:
    desk = open_number(PHONE)
    press(desk, Qt.Key.Key_Right)
    assert card(desk).position.text() == "Digit 2 of 10: 6, > 99.9 %"
    press(desk, Qt.Key.Key_8)
    assert card(desk).position.text() == "Digit 2 of 10: 8, by hand"
    assert card(desk).picture.accessibleDescription() == card(desk).position.text()


def test_undo_takes_corrections_back_and_spares_the_canvas(open_number: OpenNumber) -> None:
    desk = open_number("42")
    page = desk.window.numbers.page
    press(desk, Qt.Key.Key_1)
    press(desk, Qt.Key.Key_3)
    press(desk, Qt.Key.Key_Right)
    press(desk, Qt.Key.Key_5)
    press(desk, Qt.Key.Key_Backspace)
    texts = []
    for _ in range(6):
        desk.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        texts.append(page.text)
    assert texts == ["35", "32", "12", "42", "42", "42"]
    assert page.current == 0
    assert card(desk).isVisible()
    assert not desk.window.menus.actions["clear"].isEnabled()
    desk.settle()


def test_a_typed_digit_corrects_from_the_list_of_rules_too(open_number: OpenNumber) -> None:
    desk = open_number("42")
    card(desk).rules.kinds.setFocus()
    press(desk, Qt.Key.Key_7)
    assert desk.window.numbers.page.text == "72"
    press(desk, Qt.Key.Key_Down)
    assert card(desk).rules.rule == "length:10"


def test_a_rule_keeps_the_digit_that_is_looked_at(open_number: OpenNumber) -> None:
    desk = open_number("12345")
    press(desk, Qt.Key.Key_End)
    choose_rule(desk, "postal")
    assert desk.window.numbers.page.current == 4
    assert desk.headline == "It is a 5"


def test_tab_leaves_after_the_last_digit(open_number: OpenNumber) -> None:
    desk = open_number("42")
    assert card(desk).picture.hasFocus()
    press(desk, Qt.Key.Key_Tab)
    assert desk.window.numbers.page.current == 1
    press(desk, Qt.Key.Key_Tab)
    assert not card(desk).picture.hasFocus()


def test_delete_takes_a_correction_back_and_leaves_the_canvas(open_number: OpenNumber) -> None:
    desk = open_number("42")
    press(desk, Qt.Key.Key_9)
    press(desk, Qt.Key.Key_Delete)
    assert desk.window.numbers.page.text == "42"
    assert desk.window.input.canvas.drawing.picture is not None


def test_the_text_is_copied(open_number: OpenNumber) -> None:
    desk = open_number("314", "159")
    press(desk, Qt.Key.Key_9)
    desk.key(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "914\n159"
    assert "6 digits" in desk.notices[-1].sentence
    QGuiApplication.clipboard().clear()
    click(card(desk).copy, card(desk).copy.rect().center())
    assert QGuiApplication.clipboard().text() == "914\n159"


def test_up_and_down_change_the_line(open_number: OpenNumber) -> None:
    desk = open_number("3141", "59", "2653")
    page = desk.window.numbers.page
    assert card(desk).summary.text() == "10 digits in 3 lines"
    assert desk.window.windowTitle().startswith("3141 … — ")
    press(desk, Qt.Key.Key_End)
    assert page.current == 9
    press(desk, Qt.Key.Key_Up)
    assert page.current == 5
    press(desk, Qt.Key.Key_Up)
    assert page.current == 1
    press(desk, Qt.Key.Key_Up)
    assert page.current == 1


def test_unsure_digits_are_marked_and_looked_at_first(open_number: OpenNumber) -> None:
    desk = open_number("12?4")
    page = desk.window.numbers.page
    assert [page.is_unsure(index) for index in range(4)] == [False, False, True, False]
    assert page.current == 2
    assert "1 unsure" in card(desk).summary.text()
    assert card(desk).position.text().endswith(("(3 or 8)", "(8 or 3)"))
    press(desk, Qt.Key.Key_3)
    assert page.unsure == 0
    assert page.text == "1234"


MISREAD_CARD = "4539578763621487"


def test_a_broken_rule_is_told_until_the_number_keeps_it(
    open_number: OpenNumber, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(line_hypotheses, "MOST_LOST", 0.0)
    desk = open_number(MISREAD_CARD)
    choose_rule(desk, "card")
    assert "cannot be read as one" in card(desk).warning.text()
    assert not card(desk).without_rule.isVisible()
    press(desk, Qt.Key.Key_End)
    press(desk, Qt.Key.Key_6)
    assert card(desk).warning.text() == ""
    choose_rule(desk, "length")
    assert card(desk).rules.rule == "length:10"
    count = card(desk).rules.count
    assert count.isVisible()
    assert count.lineEdit().width() >= count.fontMetrics().horizontalAdvance("10 digits")
    assert "10 digits" in card(desk).warning.text()
    assert desk.window.numbers.page.is_corrected(15)
    card(desk).rules.count.setValue(16)
    desk.settle()
    assert card(desk).warning.text() == ""
    choose_rule(desk, "")
    assert not card(desk).rules.count.isVisible()


def test_one_of_several_numbers_can_be_read_alone(open_number: OpenNumber) -> None:
    desk = open_number("61  278")
    assert desk.window.numbers.page.text == "61278"
    assert card(desk).warning.text() == "These may be several numbers: “61”, “278”."
    button = card(desk).numbers.findChild(QPushButton, "read_alone_1")
    assert button is not None
    assert button.text() == "278"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    desk.settle()
    answer = desk.window.numbers.page.answer
    assert answer is not None
    alone = number_picture("61  278")[:, 4 * TILE - round(0.15 * TILE) :]
    assert answer.picture.shape == alone.shape
    assert np.allclose(answer.picture, alone, atol=1 / 255)


def test_a_line_without_gaps_is_one_number(open_number: OpenNumber) -> None:
    desk = open_number("61 278")
    assert not card(desk).warning.text()
    assert not card(desk).numbers.isVisible()


def test_what_a_rule_has_bent_is_told_marked_and_can_be_had_without(
    open_number: OpenNumber,
) -> None:
    desk = open_number(MISREAD_CARD)
    choose_rule(desk, "card")
    page = desk.window.numbers.page
    assert page.text != MISREAD_CARD
    assert passes_luhn(page.text)
    assert f"Without the rule, this is read as {MISREAD_CARD}" in card(desk).warning.text()
    bent = [
        n
        for n, (one, other) in enumerate(zip(page.text, MISREAD_CARD, strict=True))
        if one != other
    ]
    assert [n for n in range(16) if page.is_unsure(n)] == bent
    page.go_to(bent[0])
    assert "by the rule" in card(desk).position.text()
    click(card(desk).without_rule, QPoint(5, 5))
    desk.settle()
    assert (page.text, card(desk).rules.rule) == (MISREAD_CARD, "")
    assert not card(desk).without_rule.isVisible()
    assert card(desk).warning.text() == ""


def test_the_card_says_of_a_digit_what_the_number_says(
    open_number: OpenNumber, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(evidence, "CLOSE_NATS", 1000.0)
    desk = open_number("3?8")
    page = desk.window.numbers.page
    for index, digit in enumerate(page.digits):
        click_box(desk, index)
        assert desk.answer.recognition is digit.recognition
        assert digit.recognition.views == 11
        share = percent_text(digit.probability)
        assert (
            card(desk)
            .position.text()
            .startswith(f"Digit {index + 1} of 3: {page.name_of(index)}, {share}")
        )
        assert share in desk.window.answer.verdict.line.text()
    desk.session.set_noise("gaussian", 0.4)
    desk.settle()
    assert desk.answer.recognition is not digit.recognition
    desk.session.set_noise("gaussian", 0.0)
    desk.settle()
    assert desk.answer.recognition is digit.recognition


def test_a_look_that_is_queued_does_not_open_the_card_again(
    desk: Desk, write_picture: Callable[..., Path]
) -> None:
    seen: list[bool] = []

    def come_and_go() -> None:
        if desk.session.reply is not None and not seen:
            seen.append(True)
            desk.window.numbers.enter()
            desk.window.numbers.leave()

    desk.session.reply_changed.connect(come_and_go)
    desk.window.opening.open_file(write_picture("111"))
    desk.qtbot.waitUntil(lambda: bool(seen))
    desk.settle()
    assert not card(desk).isVisible()


def test_of_many_lines_the_broken_ones_are_named(open_number: OpenNumber) -> None:
    desk = open_number("12345", "1234", "123")
    choose_rule(desk, "postal")
    assert card(desk).warning.text().startswith("Line 2: ")
    assert "1 more line" in card(desk).warning.text()


@pytest.mark.parametrize("way", ["escape", "button", "menu"])
def test_the_canvas_comes_back_as_it_was(open_number: OpenNumber, way: str) -> None:
    desk = open_number(PHONE)
    whole = desk.window.input.canvas.drawing.image()
    press(desk, Qt.Key.Key_3)
    if way == "escape":
        press(desk, Qt.Key.Key_Escape)
    elif way == "button":
        click(card(desk).back, card(desk).back.rect().center())
    else:
        desk.key(Qt.Key.Key_N)
    desk.settle()
    assert desk.window.input.isVisible()
    assert desk.window.results.isVisible()
    assert not card(desk).isVisible()
    assert desk.session.image is whole
    assert desk.session.label is None
    assert not desk.window.windowTitle().startswith(PHONE)


def test_escape_closes_a_notice_first(open_number: OpenNumber) -> None:
    desk = open_number("42")
    desk.window.numbers.copy_text()
    assert desk.window.notice.isVisible()
    assert desk.notices[-1].sentence == "2 digits are on the clipboard."
    assert not desk.notices[-1].is_warning
    press(desk, Qt.Key.Key_Escape)
    assert card(desk).isVisible()
    press(desk, Qt.Key.Key_Escape)
    assert not card(desk).isVisible()


def test_the_key_enters_for_what_is_drawn(desk: Desk) -> None:
    desk.draw(3)
    desk.key(Qt.Key.Key_N)
    desk.settle()
    assert card(desk).isVisible()
    click(desk.window.numbers.card.back, QPoint(5, 5))
    desk.settle()
    assert desk.headline == "It is a 3"


def test_an_empty_canvas_is_no_number(desk: Desk) -> None:
    QTest.mouseClick(desk.window.findChild(QWidget, "read_number"), Qt.MouseButton.LeftButton)
    assert not card(desk).isVisible()
    assert "Open a picture of a number" in desk.notices[-1].sentence


def test_a_model_without_labels_reads_no_numbers(
    make_desk: MakeDesk, write_picture: Callable[..., Path]
) -> None:
    desk = make_desk(model="plain")
    desk.window.opening.open_file(write_picture(PHONE))
    desk.settle()
    assert not card(desk).isVisible()
    desk.window.numbers.enter()
    assert "names no digits" in desk.notices[-1].sentence


def test_a_model_without_labels_takes_the_card_away(open_number: OpenNumber) -> None:
    desk = open_number(PHONE)
    desk.controller.load_model("plain")
    desk.settle()
    assert not card(desk).isVisible()
    desk.controller.load_model("studio")
    desk.settle()
    assert card(desk).isVisible()
    assert desk.window.numbers.page.text == PHONE


def test_another_picture_takes_the_place(
    open_number: OpenNumber, write_picture: Callable[..., Path]
) -> None:
    desk = open_number(PHONE)
    press(desk, Qt.Key.Key_9)
    desk.window.opening.open_file(write_picture("271828"))
    desk.settle()
    assert desk.window.numbers.page.text == "271828"
    assert desk.window.numbers.page.corrections == 0
    desk.window.opening.open_file(write_picture("3"))
    desk.settle()
    assert not card(desk).isVisible()
    assert desk.headline == "It is a 3"


def test_clearing_leaves(open_number: OpenNumber) -> None:
    desk = open_number(PHONE)
    desk.window.input.canvas.clear()
    desk.settle()
    assert not card(desk).isVisible()
    assert desk.session.image is None
    assert desk.window.windowTitle().startswith("desktop_cvae")


def test_the_window_goes_on_while_digits_are_read(
    desk: Desk, write_picture: Callable[..., Path]
) -> None:
    desk.engine.gate.clear()
    desk.window.opening.open_file(write_picture("111"))
    desk.qtbot.waitUntil(lambda: desk.session.image is not None)
    desk.window.numbers.enter()
    assert "Reading" in card(desk).summary.text()
    assert card(desk).picture.width() > 100
    desk.window.numbers.leave()
    desk.engine.gate.set()
    desk.settle()
    assert not card(desk).isVisible()
    assert desk.session.number == ""


@pytest.mark.parametrize("change", ["a stroke", "leaving"])
def test_a_page_that_is_no_longer_there_is_not_read_to_its_end(
    open_number: OpenNumber,
    write_picture: Callable[..., Path],
    monkeypatch: pytest.MonkeyPatch,
    change: str,
) -> None:
    desk, begun = open_number("3"), threading.Event()

    def read_page(*_: object) -> None:
        begun.set()
        while True:
            check_deadline()

    monkeypatch.setattr(number_reading, "read_page", read_page)
    if change == "leaving":
        desk.window.numbers.enter()
    else:
        desk.window.opening.open_file(write_picture("55"))
    desk.qtbot.waitUntil(begun.is_set)
    if change == "leaving":
        desk.window.numbers.leave()
    else:
        desk.draw(3)
    desk.settle()
    assert not card(desk).isVisible()


def test_a_reader_that_fails_is_told_and_the_canvas_comes_back(
    open_number: OpenNumber, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = open_number(PHONE)

    def fail(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr("desktop_cvae.inference.number_reading.read_page", fail)
    choose_rule(desk, "phone")
    assert desk.notices[-1].is_warning
    assert not card(desk).isVisible()


def test_long_numbers_go_on_below(open_number: OpenNumber) -> None:
    desk = open_number("12345678901234567890")
    text = NumberText(desk.window.numbers.page)
    desk.qtbot.addWidget(text)
    text.resize(200, 400)
    assert text.cell(19).top() > text.cell(0).bottom()
    assert text.heightForWidth(200) == text.cell(19).bottom() + 1
    assert text.cell(19).right() < 200


def test_marks_are_seen(open_number: OpenNumber) -> None:
    """What is unsure, corrected or current looks unlike the rest, over the picture too."""
    desk = open_number("1234")
    page, picture, text = desk.window.numbers.page, card(desk).picture, card(desk).text
    before = [part.grab().toImage() for part in (picture, text)]
    press(desk, Qt.Key.Key_Right)
    moved = [part.grab().toImage() for part in (picture, text)]
    page.correct("9")
    page.go_to(0)
    corrected = [part.grab().toImage() for part in (picture, text)]
    for states in zip(before, moved, corrected, strict=True):
        assert states[0] != states[1] != states[2] != states[0]
    desk.settle()


def test_a_click_beside_the_boxes_does_nothing(open_number: OpenNumber) -> None:
    desk = open_number("42")
    picture: PagePicture = card(desk).picture
    outside = QPoint(picture.width() - 1, picture.height() + 50)
    click(picture, outside)
    assert desk.window.numbers.page.current == 0
