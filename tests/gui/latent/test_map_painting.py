"""How the map is painted."""

import numpy as np
import pytest
from fakes import FakeEngine, fake_map, flat_map
from PySide6.QtCore import QPointF, QSizeF
from PySide6.QtGui import QColor, QImage, QPainter

from desktop_cvae.gui.latent.latent_jobs import Grid, Manifold
from desktop_cvae.gui.latent.map_painting import (
    Points,
    View,
    _ticks,
    ellipse,
    paint_manifold,
    signed,
    transform_of,
)
from desktop_cvae.gui.theme import LIGHT, label_color

SIZE = QSizeF(400, 300)
VIEW = View(1.0, -2.0, 50.0)


def test_both_axes_have_one_scale_and_the_middle_is_in_the_middle():
    frame = VIEW.frame(SIZE)
    rect = frame.rect(SIZE)
    assert frame.to_data(rect.center(), SIZE) == pytest.approx((1, -2))
    step = frame.to_widget(2, -1, SIZE) - frame.to_widget(1, -2, SIZE)
    assert (step.x(), step.y()) == pytest.approx((50, -50))


def test_zooming_keeps_the_place_and_moving_moves_the_content():
    at = VIEW.frame(SIZE).to_widget(2, -1, SIZE)
    near = VIEW.zoomed(2, (2, -1)).frame(SIZE).to_widget(2, -1, SIZE)
    assert (near.x(), near.y()) == pytest.approx((at.x(), at.y()))
    moved = VIEW.moved(10, 20).frame(SIZE).to_widget(2, -1, SIZE)
    assert (moved - at).toTuple() == pytest.approx((10, 20))


def test_the_transform_is_the_frames():
    frame = VIEW.frame(SIZE)
    mapped = transform_of(frame, SIZE).map(QPointF(0.3, 0.7))
    assert mapped.toTuple() == pytest.approx(frame.to_widget(0.3, 0.7, SIZE).toTuple())


@pytest.mark.parametrize(
    ("ends", "texts"),
    [
        ((-1.2, 1.4), ["−1.0", "−0.5", "0.0", "0.5", "1.0"]),
        ((-130, 260), ["−100", "0", "100", "200"]),
        ((0.001, 0.0035), ["0.0010", "0.0015", "0.0020", "0.0025", "0.0030", "0.0035"]),
    ],
)
def test_ticks_are_round_numbers(ends, texts):
    assert [text for _, text in _ticks(ends)] == texts


def test_numbers_have_real_minus_signs_and_no_negative_zero():
    assert [signed(-1.256), signed(-0.001), signed(3, 0)] == ["−1.26", "0.00", "3"]


def painted(hidden=frozenset(), highlighted=None):
    image = QImage(400, 300, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    points = Points(flat_map([(1, -2), (2, -2), (np.nan, 0)], np.array([3, 5, 3])))
    frame = VIEW.frame(SIZE)
    points.paint(painter, transform_of(frame, SIZE), hidden, highlighted, 1.0)
    painter.end()
    assert points.count == 2
    places = [frame.to_widget(x, -2, SIZE).toPoint() for x in (1, 2)]
    return [image.pixelColor(place) for place in places]


def test_points_have_their_labels_colours_unless_hidden_or_faint(qapp):
    assert painted() == [label_color(3), label_color(5)]
    assert painted(hidden=frozenset({3})) == [QColor("white"), label_color(5)]
    faint, bold = painted(highlighted=5)
    assert bold == label_color(5)
    assert faint.lightness() > 220


def test_a_manifold_lies_where_it_was_decoded(qapp, use_theme):
    use_theme(LIGHT)
    pixels = np.zeros((28, 56), np.uint8)
    pixels[:, 28:] = 255
    image = QImage(400, 300, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    painter = QPainter(image)
    frame = VIEW.frame(SIZE)
    paint_manifold(painter, Manifold(Grid(0, 2, -2.5, -1.5, 2, 1), 0, pixels), frame, SIZE)
    painter.end()
    colors = {
        x: image.pixelColor(frame.to_widget(x, -2, SIZE).toPoint()) for x in (-0.5, 0.5, 1.5, 2.5)
    }
    assert colors[0.5] == QColor(LIGHT.paper)
    assert colors[1.5] == QColor(LIGHT.ink)
    assert colors[-0.5] == colors[2.5] == QColor("red")


def test_an_ellipse_holds_two_deviations():
    covariance = np.array([[4, 1], [1, 0.5]])
    curve = np.array([point.toTuple() for point in ellipse(np.array([3, -1]), covariance)])
    gaps = curve - (3, -1)
    distances = np.einsum("ni,ij,nj->n", gaps, np.linalg.inv(covariance), gaps)
    np.testing.assert_allclose(distances, 4, rtol=1e-6)
    assert len(curve) > 30


def test_every_label_of_a_map_is_painted():
    assert Points(fake_map(FakeEngine())).count == 300
