"""Sliders for the latent dimensions."""

from dataclasses import replace

import numpy as np
import pytest
from fakes import FakeEngine
from PySide6.QtCore import Qt

from desktop_cvae.core.network_presets import STUDIO
from desktop_cvae.gui.latent.dimension_sliders import SHOWN, STEPS, DimensionSliders

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def sliders(qtbot, room):
    widget = DimensionSliders(room.explorer)
    qtbot.addWidget(widget)
    widget.resize(380, 600)
    widget.show()
    settle(qtbot, room, widget)
    return widget


def settle(qtbot, room, sliders):
    room.runner.run()
    qtbot.waitUntil(lambda: not sliders._pace.isActive())
    room.runner.run()


def shown(sliders, dimension):
    return sliders.rows[dimension]._images


def decoded(room, code, label):
    labels = np.full(len(code), label)
    return room.session.model.engine.decode(np.asarray(code, np.float32), labels)


def test_dimensions_stand_in_the_order_of_their_nats(room, sliders):
    assert list(sliders.rows) == room.explorer.map.order.tolist()
    assert not sliders.more.isVisibleTo(sliders)


def test_a_strip_shows_what_its_dimension_does_to_the_drawing(qtbot, room, sliders):
    room.draw(4)
    settle(qtbot, room, sliders)
    code = room.explorer.drawing.code
    walk = np.tile(code, (len(STEPS), 1))
    walk[:, 1] = code[1] + STEPS
    np.testing.assert_array_equal(shown(sliders, 1), decoded(room, walk, 4))
    assert "drawing" in sliders.title.text()


def test_a_slider_moves_the_digit_and_the_other_strips(qtbot, room, sliders):
    room.draw(4)
    settle(qtbot, room, sliders)
    before, own = shown(sliders, 1), shown(sliders, 0)
    sliders.rows[0].slider.setValue(20)
    settle(qtbot, room, sliders)
    code = room.explorer.drawing.code.copy()
    code[0] += 2
    np.testing.assert_array_equal(sliders._image, decoded(room, [code], 4)[0])
    assert (shown(sliders, 1) != before).any()
    np.testing.assert_array_equal(shown(sliders, 0), own)
    assert sliders._values[0].text() == "+2.0 σ"
    qtbot.mouseClick(sliders.reset, LEFT)
    settle(qtbot, room, sliders)
    assert sliders.rows[0].deviations == 0
    np.testing.assert_array_equal(sliders._image, room.explorer.spot.image)
    assert sliders._values[0].text() == ""
    assert not sliders.reset.isEnabled()


def test_a_click_on_a_picture_goes_there_and_a_double_click_back(qtbot, sliders):
    walked = sliders.rows[3]
    qtbot.mouseClick(walked, LEFT, pos=walked.cell(1).center())
    assert walked.deviations == -2
    qtbot.mouseDClick(walked, LEFT, pos=walked.cell(5).center())
    assert walked.deviations == 0


def test_the_handle_stands_under_its_picture(sliders):
    walked = sliders.rows[0]
    for index in (0, 3, 6):
        share = index / 6
        middle = walked.slider.x() + 8 + share * (walked.slider.width() - 16)
        assert middle == pytest.approx(walked.cell(index).center().x(), abs=2)


def test_the_moved_digit_becomes_the_input_and_the_sliders_go_back(qtbot, room, sliders):
    room.draw(4)
    sliders.rows[0].slider.setValue(15)
    settle(qtbot, room, sliders)
    image = sliders._image
    with qtbot.waitSignal(room.session.picture_opened) as opened:
        qtbot.mouseClick(sliders.use, LEFT)
    assert opened.args[0].image is image
    assert sliders.rows[0].deviations == 0


def test_many_dimensions_come_some_at_a_time(qtbot, make_room):
    room = make_room(FakeEngine(replace(STUDIO, latent_dim=40)))
    room.explorer.watch("test", True)
    room.runner.run()
    sliders = DimensionSliders(room.explorer)
    qtbot.addWidget(sliders)
    assert len(sliders.rows) == SHOWN
    for count in (32, 40):
        sliders.more.click()
        assert len(sliders.rows) == count
    assert not sliders.more.isVisibleTo(sliders)


def test_another_plane_keeps_the_sliders(qtbot, room, sliders):
    sliders.rows[0].slider.setValue(10)
    room.explorer.choose_plane((2, 3))
    settle(qtbot, room, sliders)
    assert sliders.rows[0].deviations == 1
    assert (sliders._image != room.explorer.spot.image).any()


def test_hidden_sliders_ask_nothing(room, sliders):
    sliders.hide()
    sliders.rows[0].slider.setValue(10)
    assert not room.runner.jobs
