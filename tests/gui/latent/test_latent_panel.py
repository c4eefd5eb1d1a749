"""The tab: legend, plane, map and the digits beside it."""

import numpy as np
import pytest
from fakes import FakeEngine, flat_map
from pointer import leave
from PySide6.QtCore import Qt

from desktop_cvae.core.network_presets import CONV_VAE
from desktop_cvae.gui.latent.latent_panel import NO_MODEL, LatentPanel
from desktop_cvae.gui.latent.plane_chooser import PlaneChooser


@pytest.fixture
def panel(qtbot, room):
    widget = LatentPanel(room.explorer)
    qtbot.addWidget(widget)
    widget.resize(440, 600)
    widget.grab()
    return widget


def choose(box, text):
    index = box.findText(text)
    box.setCurrentIndex(index)
    box.activated.emit(index)


def test_without_a_map_there_is_a_sentence(qtbot, make_room):
    room = make_room()
    panel = LatentPanel(room.explorer)
    qtbot.addWidget(panel)
    assert panel.pages.currentWidget() is panel.pages.message
    assert panel.pages.message.text() == NO_MODEL
    room.source.latent_map = lambda model: None
    room.explorer.watch("test", True)
    assert panel.pages.message.text() == "Mapping the test digits …"
    room.runner.run()
    assert "MNIST" in panel.pages.message.text()


def test_the_legend_hides_and_highlights(qtbot, room, panel):
    legend = panel.map.legend
    where = legend.chip_rects(legend.width())[4].center().toPoint()
    before = panel.map.view.grab().toImage()
    qtbot.mouseClick(legend, Qt.MouseButton.LeftButton, pos=where)
    assert room.explorer.hidden == {4}
    assert panel.map.view.grab().toImage() != before


def test_a_plane_of_two_dimensions_is_chosen(room, panel):
    chooser = panel.map.chooser
    assert chooser.across.currentText() == "PCA"
    assert not chooser.up.isVisibleTo(panel)
    choose(chooser.across, "z2")
    # The other axis is the strongest dimension that is left.
    assert room.explorer.map.plane.dimensions == (1, 0)
    assert chooser.up.isVisibleTo(panel)
    choose(chooser.up, "z5")
    assert room.explorer.map.plane.dimensions == (1, 4)
    choose(chooser.across, "z5")
    assert room.explorer.map.plane.dimensions == (4, 0)
    choose(chooser.across, "PCA")
    assert room.explorer.map.plane.dimensions is None


def test_dimensions_stand_in_the_order_of_their_nats(room, panel):
    boxed = [panel.map.chooser.up.itemText(i) for i in range(12)]
    assert boxed == [f"z{d + 1}" for d in room.explorer.map.order]


def test_two_dimensions_are_their_own_plane(qtbot, make_room):
    from dataclasses import replace

    room = make_room(FakeEngine(replace(CONV_VAE, latent_dim=2)))
    room.explorer.watch("test", True)
    room.runner.run()
    chooser = PlaneChooser(room.explorer)
    qtbot.addWidget(chooser)
    assert [chooser.across.itemText(i) for i in range(2)] == ["z1", "z2"]
    assert chooser.across.count() == 2
    choose(chooser.across, "z2")
    assert room.explorer.map.plane.dimensions == (1, 0)


def test_the_layers_are_the_maps(qtbot, panel):
    segment = panel.map.chooser.layers.segment("both")
    qtbot.mouseClick(segment, Qt.MouseButton.LeftButton, pos=segment.rect().center())
    assert panel.map.view.layer == "both"


def test_the_nearest_digits_follow_the_pen_and_the_pin(room, panel):
    strip = panel.strip
    assert "prior" in strip.title.text()
    room.draw(4)
    assert "drawing" in strip.title.text()
    shown = strip.grid.images
    room.draw(7)
    assert (strip.grid.images != shown[: len(strip.grid.images)]).any()
    room.explorer.pin((0.0, 0.0))
    room.runner.run()
    assert "pinned" in strip.title.text()
    assert 3 <= strip.grid.count <= 12


def test_a_row_holds_as_many_as_fit(room, panel):
    assert panel.strip.grid.count < 12
    panel.resize(900, 600)
    panel.grab()
    assert panel.strip.grid.count == 12


def test_pictures_that_are_here_are_shown_as_they_are(qtbot, make_room):
    room = make_room()
    digits = room.source.test_digits()
    room.source.latent_map = lambda model: flat_map(
        np.random.default_rng(0).normal(size=(120, 2)), digits.labels, model.spec.latent_dim
    )
    room.explorer.watch("test", True)
    room.runner.run()
    panel = LatentPanel(room.explorer)
    qtbot.addWidget(panel)
    room.draw(4)
    room.explorer.select(np.array([7, 24]))
    room.runner.run()
    assert panel.strip.title.text() == "2 test digits selected"
    np.testing.assert_array_equal(panel.strip.grid.images, digits.floats()[[7, 24]])


def test_picked_out_digits_are_seen_until_they_are_let_go(qtbot, room, panel):
    assert not panel.strip.close_button.isVisibleTo(panel)
    room.explorer.select(np.arange(40))
    room.runner.run()
    assert panel.strip.grid.count == 40
    assert panel.strip.title.text() == "40 test digits selected, decoded from their codes"
    assert panel.minimumSizeHint().height() < 480
    qtbot.mouseClick(panel.strip.close_button, Qt.MouseButton.LeftButton)
    assert room.explorer.selection is None
    assert panel.strip.grid.count < 40


def test_a_digit_that_is_pointed_at_stands_out_on_the_map(room, panel):
    room.draw(4)
    view, grid = panel.map.view, panel.strip.grid
    before = view.grab().toImage()
    grid.entered.emit(grid.model().index(3, 0))
    assert room.explorer.pointed == room.explorer.spot.neighbours[3]
    assert view.grab().toImage() != before
    leave(grid.viewport())
    assert room.explorer.pointed is None
    room.explorer.select(np.array([8, 30]))
    room.runner.run()
    grid.entered.emit(grid.model().index(1, 0))
    assert room.explorer.pointed == 30
    room.explorer.choose_plane((0, 1))
    assert room.explorer.pointed is None


def test_a_digit_beside_the_map_is_made_the_input(qtbot, room, panel):
    with qtbot.waitSignal(room.session.picture_opened) as opened:
        panel.strip.grid.digit_picked.emit(2)
    assert (opened.args[0].image == panel.strip.grid.images[2]).all()


def test_many_labels_leave_room_for_the_map(qtbot, make_room):
    from dataclasses import replace

    from desktop_cvae.core.network_presets import STUDIO

    names = tuple(f"n{k}" for k in range(62))
    spec = replace(STUDIO, label_names=names)
    room = make_room(FakeEngine(spec))
    room.explorer.watch("test", True)
    room.runner.run()
    panel = LatentPanel(room.explorer)
    qtbot.addWidget(panel)
    panel.resize(440, 600)
    panel.grab()
    assert len(panel.map.legend.chip_rects(400)) == 62
    assert panel.map.view.height() >= 150


def test_every_control_says_what_it_is(panel):
    from PySide6.QtWidgets import QAbstractButton, QComboBox

    for control in panel.findChildren(QAbstractButton) + panel.findChildren(QComboBox):
        if control.isVisibleTo(panel):
            assert control.toolTip(), control
            assert control.accessibleName() or control.text(), control


def test_the_large_window_is_asked_for(qtbot, panel):
    with qtbot.waitSignal(panel.enlarge.clicked):
        qtbot.mouseClick(panel.map.view.tools[-1], Qt.MouseButton.LeftButton)
