"""What the worker computes of the latent space."""

import numpy as np
import pytest
from fakes import FakeEngine, FakeSource, draw_digit, fake_map, fake_model, flat_map

from desktop_cvae.core.network_presets import CONV_VAE
from desktop_cvae.gui.latent import latent_jobs
from desktop_cvae.gui.latent.latent_jobs import Grid


def test_the_cells_of_a_grid_are_read_from_the_top_left():
    places = Grid(-1, 3, 0, 2, 4, 2).centers()
    assert places.tolist()[:4] == [[-0.5, 1.5], [0.5, 1.5], [1.5, 1.5], [2.5, 1.5]]
    assert places.tolist()[-1] == [2.5, 0.5]


def test_a_manifold_is_one_call_and_its_pictures_lie_where_they_were_decoded():
    model, calls = fake_model(), []
    decode = model.engine.decode
    model.engine.decode = lambda *asked: calls.append(1) or decode(*asked)
    plane = fake_map(model.engine).plane
    grid = Grid(-2, 2, -1, 1, 4, 3)
    manifold = latent_jobs.decode_manifold(model, plane, grid, 3)
    assert len(calls) == 1
    images = model.decode_positions(plane, grid.centers(), 3)
    assert manifold.pixels.shape == (3 * 28, 4 * 28)
    for index, image in enumerate(images):
        row, column = divmod(index, 4)
        tile = manifold.pixels[28 * row : 28 * (row + 1), 28 * column : 28 * (column + 1)]
        np.testing.assert_allclose(tile / 255, image, atol=1 / 255)


@pytest.mark.parametrize("spec", [None, CONV_VAE], ids=["labels", "no labels"])
def test_a_drawing_has_a_posterior_and_neighbours(spec):
    engine = FakeEngine() if spec is None else FakeEngine(spec)
    model, label = fake_model(engine), None if spec else 4
    latent_map = fake_map(engine)
    spot = latent_jobs.inspect_drawing(model, latent_map, None, draw_digit(4, 0.2), label)
    posterior = engine.encode(draw_digit(4, 0.2)[None], None)
    np.testing.assert_array_equal(spot.code, posterior.mean[0])
    np.testing.assert_array_equal(spot.log_var, posterior.log_var[0])
    assert spot.label == label
    assert len(spot.neighbours) == latent_jobs.NEIGHBOURS
    assert (set(latent_map.labels[spot.neighbours]) == {4}) == (spec is None)
    np.testing.assert_array_equal(spot.neighbours, latent_map.nearest(spot.code, label, 12))


def test_a_place_and_a_label_are_codes_without_spread():
    model = fake_model()
    latent_map = fake_map(model.engine)
    place = latent_jobs.inspect_point(model, latent_map, None, (0.5, -1.0), 2)
    np.testing.assert_allclose(place.code[:3], [0.5, -1, 0])
    (decoded,) = model.decode_positions(latent_map.plane, np.array([[0.5, -1.0]]), 2)
    np.testing.assert_array_equal(place.image, decoded)
    mean = latent_jobs.inspect_mean(model, latent_map, None, 2)
    assert not mean.code.any()
    assert (place.log_var, mean.log_var, place.kind, mean.kind) == (None, None, "place", "mean")


def test_pictures_are_the_test_digits_or_what_the_codes_decode_to():
    model, places = fake_model(), np.array([3, 14])
    latent_map = fake_map(model.engine)
    digits = np.arange(300, dtype=np.uint8)[:, None, None].repeat(28, 1).repeat(28, 2)
    shown = latent_jobs.pictures_of(model, latent_map, digits, places)
    np.testing.assert_allclose(shown[:, 0, 0], [3 / 255, 14 / 255])
    decoded = latent_jobs.pictures_of(model, latent_map, None, places)
    expected = model.engine.decode(latent_map.codes[places], latent_map.labels[places])
    np.testing.assert_array_equal(decoded, expected)


def test_digits_of_another_data_set_are_not_taken_for_the_maps():
    source = FakeSource()
    labels = source.test_digits().labels
    mine = flat_map(np.zeros((50, 2)), labels[:50])
    assert len(latent_jobs.read_digits(source, mine)) == 120
    assert latent_jobs.read_digits(source, flat_map(np.zeros((50, 2)), labels[1:51])) is None
    assert latent_jobs.read_digits(source, flat_map(np.zeros((130, 2)), np.zeros(130))) is None
    source.test_digits = lambda: None
    assert latent_jobs.read_digits(source, mine) is None


def test_a_large_selection_is_thinned_evenly():
    model = fake_model()
    points = np.zeros((1000, 2), np.float32)
    latent_map = flat_map(points, np.arange(1000) % 10, model.spec.latent_dim)
    selection = latent_jobs.select(model, latent_map, None, np.arange(1000))
    assert selection.total == 1000
    assert 200 <= len(selection.pictures) == len(selection.indices) <= latent_jobs.MOST_SELECTED
    assert selection.indices[-1] > 900
    few = latent_jobs.select(model, latent_map, None, np.array([5, 8]))
    assert few.indices.tolist() == [5, 8]


def test_an_outline_holds_what_is_inside_by_the_even_odd_rule():
    # A square with a notch from below, and the place in the notch.
    outline = np.array([(0, 0), (1, 0), (1, 2), (3, 2), (3, 0), (4, 0), (4, 4), (0, 4)], float)
    points = np.array([(0.5, 1), (2, 1), (2, 3), (3.5, 0.5), (5, 1), (-1, 3), (np.nan, 1)])
    inside = latent_jobs.are_inside(points, outline)
    assert inside.tolist() == [True, False, True, True, False, False, False]
    crossed = np.array([(0, 0), (2, 2), (2, 0), (0, 2)], float)
    held = latent_jobs.are_inside(np.array([(0.3, 1), (1.7, 1), (1, 0.3)]), crossed)
    assert held.tolist() == [True, True, False]


def test_neighbours_agree_in_clouds_and_not_in_a_mixture():
    rng = np.random.default_rng(1)
    labels = np.arange(600) % 10
    noise = rng.normal(size=(600, 2))
    clouds = np.stack([10 * np.cos(labels), 10 * np.sin(labels)], axis=1) + 0.1 * noise
    agreement = latent_jobs.neighbour_agreement(flat_map(clouds, labels))
    assert (agreement.on_plane, agreement.of_codes) == (1, 1)
    assert agreement.chance == pytest.approx(0.1)
    hidden = flat_map(noise, labels, 3)
    hidden.codes[:, 2] = 50 * labels
    agreement = latent_jobs.neighbour_agreement(hidden)
    assert agreement.on_plane < 0.2
    assert agreement.of_codes == 1
    assert latent_jobs.neighbour_agreement(flat_map(noise[:1], labels[:1])).of_codes == 0
