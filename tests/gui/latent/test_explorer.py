"""What is looked at in the latent space."""

import numpy as np
from fakes import FakeEngine, fake_model

from desktop_cvae.core.network_presets import CONV_VAE


def test_nobody_asks_the_worker_while_nobody_looks(make_room):
    room = make_room()
    room.draw(4)
    assert room.explorer.map is None
    assert room.explorer.drawing is None
    room.explorer.watch("window", True)
    room.runner.run()
    assert room.explorer.map is not None
    assert room.explorer.drawing.label == 4
    room.explorer.watch("window", False)
    room.draw(2)
    assert room.explorer.drawing.label == 4
    room.explorer.watch("window", True)
    room.runner.run()
    assert room.explorer.drawing.label == 2


def test_the_tab_is_watched_while_it_is_seen(make_room):
    room = make_room()
    room.session.set_panel("latent")
    room.runner.run()
    assert room.explorer.map is not None
    room.session.set_panel("loss")
    room.draw(3)
    assert room.explorer.drawing is None


def test_the_spot_is_the_pin_else_the_drawing_else_the_mean(room):
    explorer = room.explorer
    assert (explorer.spot.kind, explorer.spot.label) == ("mean", 0)
    room.draw(4)
    assert explorer.spot is explorer.drawing
    assert explorer.spot.log_var is not None
    explorer.pin((1.0, 0.5))
    room.runner.run()
    np.testing.assert_allclose(explorer.spot.code[:2], [1.0, 0.5])
    assert explorer.spot.label == 4
    explorer.pin(None)
    room.runner.run()
    assert explorer.spot is explorer.drawing
    room.session.set_reply(None)
    room.runner.run()
    assert (explorer.drawing, explorer.spot.kind) == (None, "mean")


def test_a_late_answer_is_not_shown_on_an_empty_canvas(room):
    room.draw(4)
    reply = room.session.reply
    room.session.set_reply(None)
    room.runner.run()
    room.session.set_reply(reply)
    room.session.set_reply(None)
    room.runner.run()
    assert room.explorer.drawing is None


def test_the_pen_moves_the_drawing_under_the_pin(room):
    room.explorer.pin((1.0, 0.5))
    room.runner.run()
    spot = room.explorer.spot
    room.draw(4)
    assert room.explorer.drawing.label == 4
    # Another label: the pinned place is decoded as that.
    assert room.explorer.spot is not spot
    assert (room.explorer.spot.kind, room.explorer.spot.label) == ("place", 4)


def test_a_place_is_decoded_under_the_label(qtbot, room):
    room.draw(6)
    with qtbot.waitSignal(room.explorer.point_decoded) as told:
        room.explorer.decode_point((0.5, 0.25))
        room.runner.run()
    place, image = told.args
    assert place == (0.5, 0.25)
    plane = room.explorer.map.plane
    expected = room.session.model.decode_positions(plane, np.array([place]), 6)
    np.testing.assert_array_equal(image, expected[0])


def test_another_label_is_told_once(qtbot, room):
    heard = []
    room.explorer.label_changed.connect(lambda: heard.append(room.explorer.label))
    room.draw(6)
    room.draw(6)
    room.session.set_label(2)
    assert heard == [6, 2]


def test_another_plane_forgets_what_lay_on_the_old_one(room):
    explorer = room.explorer
    room.draw(4)
    explorer.pin((1.0, 0.0))
    explorer.select(np.array([1, 2, 3]))
    room.runner.run()
    assert explorer.selection.total == 3
    explorer.decode_point((1.0, 1.0))
    explorer.choose_plane((3, 0))
    assert explorer.map.plane.dimensions == (3, 0)
    assert (explorer.pinned, explorer.selection, explorer.drawing) == (None, None, None)
    assert "latent place" not in room.runner.jobs
    room.runner.run()
    assert explorer.drawing.label == 4
    explorer.choose_plane(None)
    assert explorer.map is room.session.latent_map


def test_a_selection_ends_with_nothing(room):
    room.explorer.select(np.array([4, 5]))
    room.runner.run()
    np.testing.assert_array_equal(room.explorer.selection.indices, [4, 5])
    room.explorer.select(np.array([4]))
    room.explorer.select(np.zeros(0, np.int64))
    room.runner.run()
    assert room.explorer.selection is None


def test_how_far_labels_lie_together_is_measured(room):
    agreement = room.explorer.agreement
    assert agreement.on_plane > 0.5
    room.explorer.choose_plane((4, 5))
    room.runner.run()
    assert room.explorer.agreement.on_plane < 0.3
    assert room.explorer.agreement.of_codes == agreement.of_codes


def test_another_model_gets_another_map(room):
    room.explorer.set_legend(frozenset({1}), None)
    room.explorer.pin((0.0, 0.0))
    room.session.set_model(fake_model(FakeEngine(CONV_VAE), name="plain"))
    assert room.explorer.map is None
    assert room.explorer.hidden == set()
    room.runner.run()
    assert room.explorer.map is not None
    assert room.explorer.label is None
    assert room.explorer.spot.label is None


def test_a_picture_is_made_the_input(room):
    opened = []
    room.session.picture_opened.connect(opened.append)
    room.draw(4)
    room.explorer.use(room.explorer.spot.image, "a digit")
    assert opened[0].image is room.explorer.spot.image
    assert opened[0].name == "a digit"


def test_the_legend_tells_only_what_changed(qtbot, room):
    with qtbot.assertNotEmitted(room.explorer.legend_changed):
        room.explorer.set_legend(frozenset(), None)
    with qtbot.waitSignal(room.explorer.legend_changed):
        room.explorer.set_legend(frozenset({2}), 3)
    assert (room.explorer.hidden, room.explorer.highlighted) == ({2}, 3)
