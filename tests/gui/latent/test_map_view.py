"""The map under hands: mouse, wheel, lasso and keys."""

import numpy as np
import pytest
from pointer import leave, move_mouse
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from desktop_cvae.gui.latent.latent_jobs import NEIGHBOURS
from desktop_cvae.gui.latent.map_canvas import CELLS
from desktop_cvae.gui.latent.map_view import FARTHEST_ZOOM, NEAREST_ZOOM, MapView
from desktop_cvae.gui.latent.plane_view import PlaneView, caption
from desktop_cvae.gui.theme import DARK

SHIFT = Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def view(qtbot, room):
    widget = MapView(room.explorer)
    qtbot.addWidget(widget)
    widget.resize(420, 400)
    widget.grab()
    return widget


def at(view, x, y):
    return view.frame.to_widget(x, y)


def picture(view):
    return view.grab().toImage()


def drag(qtbot, view, places, modifier=Qt.KeyboardModifier.NoModifier):
    points = [at(view, *place).toPoint() for place in places]
    qtbot.mousePress(view, LEFT, modifier, points[0])
    for point in points[1:]:
        qtbot.mouseMove(view, point)
    qtbot.mouseRelease(view, LEFT, modifier, points[-1])


def wheel(view, place, notches):
    where = at(view, *place)
    event = QWheelEvent(
        where,
        view.mapToGlobal(where),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view, event)


def test_hovering_decodes_and_shows_the_digit(qtbot, room, view):
    before = picture(view)
    with qtbot.waitSignal(room.explorer.point_decoded) as told:
        move_mouse(view, at(view, 0.5, -0.25))
        room.runner.run()
    assert told.args[0] == pytest.approx((0.5, -0.25))
    hovered = picture(view)
    assert hovered != before
    leave(view)
    assert view.point is None
    assert picture(view) == before


def test_the_margin_is_no_place(room, view):
    move_mouse(view, QPointF(3, 3))
    assert not room.runner.jobs
    qtbot_press = at(view, 0, 0) + QPointF(-1000, 0)
    assert not view._is_inside(qtbot_press)


def test_a_late_digit_is_not_shown_where_no_mouse_is(room, view):
    before = picture(view)
    move_mouse(view, at(view, 0.5, 0.5))
    leave(view)
    room.runner.run()
    assert picture(view) == before


def test_a_click_pins_the_place(qtbot, room, view):
    qtbot.mouseClick(view, LEFT, pos=at(view, 0.5, 0.5).toPoint())
    room.runner.run()
    leave(view)
    assert view.point == room.explorer.pinned == pytest.approx((0.5, 0.5), abs=0.02)
    pinned = picture(view)
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    room.runner.run()
    assert room.explorer.pinned is None
    assert picture(view) != pinned


def test_a_drag_moves_the_map_and_pins_nothing(qtbot, room, view):
    before = view.view
    with qtbot.waitSignal(view.view_changed):
        drag(qtbot, view, [(0, 0), (0.5, 0.5), (1, 1)])
    assert room.explorer.pinned is None
    assert (view.view.x, view.view.y) == pytest.approx((before.x - 1, before.y - 1), abs=0.05)
    qtbot.mouseClick(view.whole, LEFT)
    assert view.view == before


def test_the_wheel_zooms_at_the_mouse_within_bounds(view):
    place, home = (1.0, -0.5), view.view
    where = at(view, *place)
    wheel(view, place, 2)
    assert view.view.unit_px > 1.5 * home.unit_px
    assert (at(view, *place) - where).manhattanLength() < 1e-6
    wheel(view, place, 500)
    assert view.view.unit_px == pytest.approx(NEAREST_ZOOM * home.unit_px)
    wheel(view, place, -1000)
    assert view.view.unit_px == pytest.approx(FARTHEST_ZOOM * home.unit_px)


SQUARE = [(-2, -2), (2, -2), (2, 0), (-2, 0)]


@pytest.mark.parametrize("way", ["shift", "button"])
def test_a_lasso_picks_out_what_it_holds_of_the_shown_labels(qtbot, room, view, way):
    room.explorer.set_legend(frozenset({9}), None)
    before = picture(view)
    if way == "button":
        qtbot.keyClick(view, Qt.Key.Key_L)
        assert view.lasso.isChecked()
    drag(qtbot, view, SQUARE, SHIFT if way == "shift" else Qt.KeyboardModifier.NoModifier)
    room.runner.run()
    points, labels = room.explorer.map.points, room.explorer.map.labels
    inside = (np.abs(points[:, 0]) < 1.9) & (points[:, 1] > -1.9) & (points[:, 1] < -0.1)
    chosen = set(room.explorer.selection.indices.tolist())
    assert set(np.flatnonzero(inside & (labels != 9)).tolist()) <= chosen
    assert not np.isin(labels[list(chosen)], 9).any()
    assert (points[list(chosen), 1] < 0.1).all()
    assert picture(view) != before
    leave(view)
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert room.explorer.selection is None


def test_an_empty_lasso_ends_the_selection(qtbot, room, view):
    drag(qtbot, view, SQUARE, SHIFT)
    room.runner.run()
    assert room.explorer.selection is not None
    drag(qtbot, view, [(-2, 2), (-2, 2.05)], SHIFT)
    assert room.explorer.selection is None


def test_a_line_is_walked_along(qtbot, room, view):
    asked = []
    room.explorer.walk_requested.connect(lambda *wish: asked.append(wish))
    qtbot.keyClick(view, Qt.Key.Key_L)
    qtbot.keyClick(view, Qt.Key.Key_W)
    assert (view.walk.isChecked(), view.lasso.isChecked()) == (True, False)
    drag(qtbot, view, SQUARE)
    ((plane, places, label),) = asked
    assert plane is room.explorer.map.plane
    assert label == room.explorer.label
    np.testing.assert_allclose(places[[0, -1]], [SQUARE[0], SQUARE[-1]], atol=0.1)
    assert room.explorer.selection is None
    drag(qtbot, view, [(-2, 2), (-2, 2)])
    assert len(asked) == 1


def test_keys_pin_zoom_move_and_pick_out(qtbot, room, view):
    home = view.view
    qtbot.keyClick(view, Qt.Key.Key_Right)
    x, y = room.explorer.pinned
    qtbot.keyClick(view, Qt.Key.Key_Up)
    assert room.explorer.pinned[0] == x
    assert room.explorer.pinned[1] > y
    assert view.accessibleDescription() == caption(room.explorer.pinned)
    for _ in range(60):
        qtbot.keyClick(view, Qt.Key.Key_Right)
    assert room.explorer.pinned[0] == view.frame.x_range[1]
    qtbot.keyClick(view, Qt.Key.Key_Plus)
    assert view.view.unit_px > home.unit_px
    qtbot.keyClick(view, Qt.Key.Key_Minus)
    qtbot.keyClick(view, Qt.Key.Key_Left, SHIFT)
    assert view.view.x < home.x
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.view == home
    room.explorer.pin((1.8, 0.0))
    qtbot.keyClick(view, Qt.Key.Key_S)
    room.runner.run()
    places = room.explorer.map.points[room.explorer.selection.indices]
    assert len(places) > 3
    assert np.linalg.norm(places - (1.8, 0.0), axis=1).max() < 1


def test_enter_makes_the_pinned_digit_the_input(qtbot, room, view):
    room.explorer.pin((1.0, 0.5))
    room.runner.run()
    with qtbot.waitSignal(room.session.picture_opened) as opened:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert opened.args[0].image is room.explorer.spot.image


def test_other_keys_are_the_windows(view):
    from PySide6.QtGui import QKeyEvent

    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier)
    view.keyPressEvent(event)
    assert not event.isAccepted()


def test_digits_are_decoded_over_all_that_is_seen(qtbot, room, view):
    view.show_layer("digits")
    qtbot.waitUntil(lambda: bool(room.runner.jobs))
    assert view.manifold is None
    before = picture(view)
    room.runner.run()
    grid = view.manifold.grid
    assert 0.9 * CELLS < grid.columns * grid.rows < 1.1 * CELLS
    assert (grid.left, grid.right) == view.frame.x_range
    assert (grid.bottom, grid.top) == view.frame.y_range
    assert picture(view) != before
    wheel(view, (0, 0), 3)
    qtbot.waitUntil(lambda: bool(room.runner.jobs))
    room.runner.run()
    assert view.manifold.grid.width < 0.7 * grid.width


def test_another_label_decodes_the_digits_anew(qtbot, room, view):
    view.show_layer("both")
    qtbot.waitUntil(lambda: bool(room.runner.jobs))
    room.runner.run()
    assert view.manifold.label == 0
    room.draw(4)
    qtbot.waitUntil(lambda: bool(room.runner.jobs))
    room.runner.run()
    assert view.manifold.label == 4


def test_while_it_moves_its_picture_glides_and_is_then_drawn_anew(qtbot, view):
    view.show()
    drawn, still = picture(view), view.still_count
    view.show_view(view.view.moved(40, 25))
    glided = picture(view)
    assert glided != drawn
    assert view.still_count == still
    # What was drawn has moved along.
    rect = view.frame.rect.toRect().adjusted(60, 60, -60, -60)
    assert glided.copy(rect) == drawn.copy(rect.translated(-40, -25))
    qtbot.waitUntil(lambda: not view._catch_up.isActive())
    picture(view)
    assert view.still_count == still + 1
    view.hide()


def test_zoomed_in_the_digits_themselves_are_seen(room, view):
    whole = picture(view)
    assert not len(view._plot.pictured)
    # They may be read after the map is drawn.
    room.explorer._on_digits_read(np.full((300, 28, 28), 255, np.uint8))
    x, y = room.explorer.map.points[7]
    view.show_view(PlaneView(x, y, 12 * view.home.unit_px))
    view.redraw()
    assert not np.array_equal(picture(view), whole)
    assert 7 in view._plot.pictured
    view.show_layer("digits")
    picture(view)
    assert not len(view._plot.pictured)


def test_points_alone_decode_no_digits(qtbot, room, view):
    wheel(view, (0, 0), 1)
    assert not view._settled.isActive()


def test_the_drawing_is_seen_and_so_are_its_neighbours(room, view):
    before = picture(view)
    room.draw(4)
    assert picture(view) != before
    assert len(room.explorer.spot.neighbours) == NEIGHBOURS


def test_only_what_moves_is_painted_anew(room, view):
    view.grab()
    drawn = view.still_count
    for step in range(3):
        move_mouse(view, at(view, step / 10, 0.1))
        room.draw(step)
        view.grab()
    assert view.still_count == drawn
    room.explorer.set_legend(frozenset({4}), None)
    view.grab()
    assert view.still_count == drawn + 1


def test_a_theme_is_seen(view, use_theme):
    before = picture(view)
    use_theme(DARK)
    after = picture(view)
    corner = after.width() - 20, after.height() - 60
    assert after.pixelColor(*corner).lightness() < 80 < before.pixelColor(*corner).lightness()


def test_another_plane_shows_all_of_it_and_forgets_the_place(room, view):
    wheel(view, (0, 0), 3)
    move_mouse(view, at(view, 0, 0))
    room.explorer.choose_plane((1, 0))
    assert view.point is None
    assert view._view is None


def test_without_a_map_there_is_nothing_to_do(qtbot, make_room):
    view = MapView(make_room().explorer)
    qtbot.addWidget(view)
    view.resize(300, 300)
    view.grab()
    qtbot.mouseClick(view, LEFT, pos=QPoint(150, 150))
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.point is None
