"""The tour: its bubbles point at visible parts, go on by keys, and block nothing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtTest import QTest
from window_desk import Desk

from desktop_cvae.gui.explanations.tour import GAP, STOPS, Tour, _pointer, bubble_position


def tour_of(desk: Desk) -> Tour | None:
    return next((t for t in desk.window.findChildren(Tour) if t.bubble.isVisible()), None)


@pytest.mark.parametrize("size", [(1240, 740), (960, 600), (640, 480)])
def test_every_stop_points_at_a_visible_part(desk: Desk, size: tuple[int, int]) -> None:
    desk.window.resize(*size)
    tour = desk.window.start_tour()
    for number, stop in enumerate(STOPS):
        assert tour.stop is stop
        assert tour.target.isVisible()
        bubble = tour.bubble.geometry()
        assert desk.window.rect().contains(bubble)
        assert tour.bubble.count.text() == f"{number + 1} of 6"
        tour.bubble.next.click()
        desk.settle()
    assert tour_of(desk) is None


def test_it_goes_on_by_keys_and_ends_with_escape(desk: Desk) -> None:
    tour = desk.window.start_tour()
    assert desk.window.focusWidget() is tour.bubble.next
    QTest.keyClick(tour.bubble.next, Qt.Key.Key_Space)
    assert tour.stop is STOPS[1]
    QTest.keyClick(tour.bubble.next, Qt.Key.Key_Right)
    assert tour.stop is STOPS[2]
    QTest.keyClick(tour.bubble.next, Qt.Key.Key_Left)
    assert tour.stop is STOPS[1]
    QTest.keyClick(tour.bubble, Qt.Key.Key_Escape)
    assert tour_of(desk) is None


def test_one_draws_while_it_is_shown(desk: Desk) -> None:
    desk.window.start_tour()
    desk.draw(7)
    assert desk.answer.recognition is not None
    assert tour_of(desk) is not None
    canvas = desk.window.input.canvas
    middle = canvas.mapTo(desk.window, canvas.rect().center())
    assert desk.window.childAt(middle) is canvas


def test_enter_is_next_wherever_nobody_else_takes_it(desk: Desk) -> None:
    tour = desk.window.start_tour()
    QTest.keyClick(tour.bubble.next, Qt.Key.Key_Return)
    assert tour.stop is STOPS[1]
    desk.window.input.canvas.setFocus()
    QTest.keyClick(desk.window.input.canvas, Qt.Key.Key_Enter)
    assert tour.stop is STOPS[2]
    QTest.keyClick(tour.bubble.back, Qt.Key.Key_Return)
    assert tour.stop is STOPS[1]
    QTest.keyClick(tour.bubble.skip, Qt.Key.Key_Return)
    assert tour_of(desk) is None


def test_it_is_offered_until_it_is_started(desk: Desk) -> None:
    desk.window.offer_tour()
    (notice,) = desk.notices
    assert not notice.is_warning
    desk.key(Qt.Key.Key_Escape)
    assert not desk.window.notice.isVisible()
    assert not desk.window.remembered().tour_seen
    notice.actions[0].run()
    assert desk.window.remembered().tour_seen
    first = tour_of(desk)
    assert first is not None
    desk.window.start_tour()
    assert tour_of(desk) is not first


@pytest.mark.parametrize("refused_by", ["button", "cross"])
def test_it_is_offered_until_it_is_refused(desk: Desk, refused_by: str) -> None:
    desk.window.offer_tour()
    notice = desk.window.notice
    (notice.actions_[2] if refused_by == "button" else notice.close_button).click()
    assert desk.window.remembered().tour_seen
    assert tour_of(desk) is None


def test_an_offer_goes_once_the_tour_is_started_from_the_menu(desk: Desk) -> None:
    desk.window.offer_tour()
    assert desk.window.notice.isVisible()
    desk.window.start_tour()
    assert not desk.window.notice.isVisible()


def test_another_notice_that_is_closed_refuses_nothing(desk: Desk) -> None:
    desk.window.offer_tour()
    desk.session.raise_notice("Another")
    desk.window.notice.close_button.click()
    assert not desk.window.remembered().tour_seen


def test_it_has_an_answer_to_point_at(desk: Desk) -> None:
    desk.window.start_tour()
    desk.settle()
    assert desk.answer.recognition is not None
    assert desk.window.input.canvas.shows_example


def test_places() -> None:
    window, bubble = QSize(1000, 700), QSize(300, 150)
    right = bubble_position(window, bubble, QRect(20, 100, 300, 300))
    assert right.x() > 320
    below = bubble_position(window, bubble, QRect(300, 20, 690, 60))
    assert below.y() > 80
    left = bubble_position(window, bubble, QRect(600, 60, 390, 600))
    assert left.x() + 300 < 600
    whole = bubble_position(window, bubble, QRect(0, 0, 1000, 700))
    assert QRect(QPoint(0, 0), window).contains(QRect(whole, bubble))


def test_the_pointer_leads_from_the_bubble_to_the_part() -> None:
    bubble = QRect(300, 300, 200, 100)
    for target, tip, foot in (
        (QRect(100, 320, 60, 40), (-1, 0), 300),
        (QRect(700, 320, 60, 40), (1, 0), 500),
        (QRect(380, 100, 60, 40), (0, -1), 300),
        (QRect(380, 600, 60, 40), (0, 1), 400),
    ):
        point, *ends = _pointer(target, bubble)
        middle = (ends[0] + ends[1]) / 2
        out = point - middle
        assert (out.x(), out.y()) == (tip[0] * (GAP - 5), tip[1] * (GAP - 5))
        along = middle.x() if tip[0] else middle.y()
        assert along == foot
        across = ends[1] - ends[0]
        assert abs(across.x()) + abs(across.y()) == 16
        beside = target.center().y() if tip[0] else target.center().x()
        assert (middle.y() if tip[0] else middle.x()) == beside
    # Its foot stays clear of the round corners; a bubble over the part has no pointer.
    assert _pointer(QRect(310, 100, 4, 40), bubble)[0].x() == 320
    assert _pointer(QRect(100, 390, 60, 40), bubble)[0].y() == bubble.bottom() - 20
    assert _pointer(QRect(320, 320, 20, 20), bubble) == []
