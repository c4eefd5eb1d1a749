"""What a picture may be: each hypothesis undoes what it is for."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from fakes import draw_digit

from desktop_cvae.core.preparation_names import PREPARATIONS
from desktop_cvae.core.results import FloatArray, PreparedDigit
from desktop_cvae.pictures.background import resize
from desktop_cvae.pictures.hypotheses import LOOK_SIDE, propose_hypotheses
from desktop_cvae.pictures.other_paper import find_parts, turned, two_coloured
from desktop_cvae.pictures.preparation import to_mnist_style
from desktop_cvae.pictures.stripes import bridged, without_stripes

ROWS, COLUMNS = np.indices((28, 28))
FIVE, EIGHT = (to_mnist_style(draw_digit(label, pen=1.6)).image for label in (5, 8))
LIGHT = np.clip(0.15 + 0.6 * (COLUMNS + ROWS) / 54, 0, 1).astype(np.float32)
CROSSED = FIVE.copy()
CROSSED[13:15] = 1
CUT = FIVE.copy()
CUT[:, 13:15] = 0


def every(picture: FloatArray) -> list[PreparedDigit]:
    return propose_hypotheses(picture).every()


def nearest(picture: FloatArray, digit: FloatArray) -> PreparedDigit:
    return min(every(picture), key=lambda one: distance(one, digit))


def distance(prepared: PreparedDigit, digit: FloatArray) -> float:
    """Mean difference from a digit, at the best of some places."""
    near = [np.roll(digit, (y, x), (0, 1)) for y in (-1, 0, 1) for x in (-1, 0, 1)]
    return min(float(np.abs(prepared.image - place).mean()) for place in near)


@pytest.mark.parametrize(
    ("picture", "name"),
    [
        (np.where(COLUMNS < 12, 1 - FIVE, FIVE), "other_paper"),
        (np.where((COLUMNS < 8) | (COLUMNS > 19), 1 - FIVE, FIVE), "other_paper"),
        (np.where((COLUMNS > 9) & (ROWS > 12), 1 - FIVE, FIVE), "other_paper"),
        (np.where(COLUMNS + 2 * ROWS > 40, 1 - FIVE, FIVE), "other_paper"),
        (np.where((COLUMNS // 9 + ROWS // 9) % 2 > 0, 1 - FIVE, FIVE), "other_paper"),
        (np.clip(LIGHT + FIVE, 0, 1.2) / 1.2, "uneven_light"),
        (CROSSED, "without_lines"),
        (CUT, "bridged"),
        (np.maximum(FIVE, (COLUMNS < 3) & (ROWS > 15)), "main_piece"),
    ],
    ids=["bar", "two bars", "corner", "slope", "squares", "light", "line", "cut", "neighbour"],
)
def test_damage_that_the_rules_take_for_ink_is_undone(picture: FloatArray, name: str) -> None:
    picture = picture.astype(np.float32)
    best = nearest(picture, FIVE)
    assert best.preparation == name
    assert distance(best, FIVE) < 0.045
    assert distance(best, FIVE) < 0.6 * distance(to_mnist_style(picture), FIVE)


def test_a_digit_of_two_strokes_is_not_one_of_them() -> None:
    bent = ((COLUMNS == 7) & (ROWS > 5) & (ROWS < 13)) | ((ROWS == 13) & (abs(COLUMNS - 11) < 5))
    upright = (COLUMNS == 19) & (ROWS > 4) & (ROWS < 24)
    names = {one.preparation for one in every((bent | upright).astype(np.float32))}
    assert "main_piece" not in names


def test_the_rules_are_first_and_no_two_are_alike() -> None:
    picture = np.where(COLUMNS < 12, 1 - FIVE, FIVE).astype(np.float32)
    looked = propose_hypotheses(picture)
    found = looked.every()
    assert found[0] is looked.first
    assert {one.preparation for one in found} <= set(PREPARATIONS)
    images = [one.image for one in found]
    for index, image in enumerate(images):
        assert image.shape == (28, 28)
        assert image.dtype == np.float32
        assert 0 <= image.min() < 0.1 < image.max() <= 1
        assert all(np.abs(image - other).mean() > 0.003 for other in images[:index])


def test_a_picture_of_28_pixels_is_taken_as_it_is_to_the_last_grey() -> None:
    noisy = np.clip(FIVE + np.random.default_rng(0).normal(0, 0.15, FIVE.shape), 0, 1)
    lined = np.maximum(noisy, (ROWS == 2) | (COLUMNS == 1)).astype(np.float32)
    for picture, name in ((lined, "as_it_is"), (1 - lined, "inverted")):
        (found,) = [one for one in every(picture) if distance(one, lined) < 0.02]
        assert found.preparation == name
        assert found.inverted == (name == "inverted")


@pytest.mark.parametrize("is_dark", [False, True])
def test_what_is_even_all_around_is_paper(is_dark: bool) -> None:
    large = np.pad(np.clip(resize(FIVE, 140, 140), 0, 1), 20)
    sheet = 1 - large if is_dark else large
    looked = propose_hypotheses(sheet)
    assert looked.paper == pytest.approx(float(is_dark))
    own, other = ("inverted", "as_it_is") if is_dark else ("as_it_is", "inverted")
    names = {one.preparation for one in looked.every()}
    assert (own in names, other in names) == (True, False)
    assert other in {one.preparation for one in looked.every(other)}, "a wish is met all the same"


def test_surroundings_tell_scans_and_even_paper() -> None:
    shaded = np.clip(FIVE + COLUMNS / 60, 0, 1).astype(np.float32)
    sheets = [np.clip(resize(one, 140, 140), 0, 1) for one in (FIVE, shaded)]
    assert [propose_hypotheses(one).surroundings for one in (FIVE, shaded, *sheets)] == [0, 1, 2, 3]
    assert propose_hypotheses(shaded).paper is None


def test_thin_and_thick_strokes_are_drawn_by_another_pen() -> None:
    three = to_mnist_style(draw_digit(3)).image
    for pen, name in ((0.3, "thickened"), (2.4, "thinned")):
        picture = to_mnist_style(draw_digit(3, pen=pen)).image
        best = nearest(picture, three)
        assert best.preparation == name
        assert distance(best, three) < 0.95 * distance(to_mnist_style(picture), three)


def test_in_a_large_picture_the_thick_strokes_are_the_frame() -> None:
    large = np.clip(resize(FIVE, 280, 280), 0, 1)
    page = np.zeros((400, 400), np.float32)
    page[60:340, 60:340] = large
    alone = to_mnist_style(0.9 - 0.7 * page).image
    rows, columns = np.indices(page.shape)
    page[np.abs(rows - 300 + 0.7 * columns) < 4] = 1  # aslant: no ruling
    picture = 0.9 - 0.7 * page
    best = nearest(picture, alone)
    assert best.preparation in ("foreign_ink", "without_lines")
    assert distance(best, alone) < 0.06
    assert distance(to_mnist_style(picture), alone) > 0.1
    x, y, width, height = best.box
    assert (abs(x - 120) < 25, abs(y - 90) < 25) == (True, True)
    assert 120 < width < 220
    assert 180 < height < 260


def test_nothing_is_kept_of_a_large_picture_but_a_small_view() -> None:
    picture = np.full((900, 1200), 0.9, np.float32)
    picture[100:380, 700:980] -= 0.7 * np.clip(resize(FIVE, 280, 280), 0, 1)
    looked = propose_hypotheses(picture)
    assert max(looked.view.shape) <= LOOK_SIDE
    assert looked.view.base is None
    best = min(looked.every(), key=lambda one: distance(one, looked.first.image))
    assert best is looked.first
    assert propose_hypotheses(np.full((50, 50), 0.7, np.float32)).view.size == 1


def test_other_paper_is_found_by_its_edges_alone() -> None:
    half = np.where(ROWS > 13, 1 - EIGHT, EIGHT).astype(np.float32)
    flat = two_coloured(half)
    back = [turned(flat, mask) for mask in find_parts(half)]
    assert min(float(np.abs(one - EIGHT).mean()) for one in back) < 0.01
    assert not find_parts(np.full((28, 28), 0.4, np.float32))


@pytest.mark.parametrize("draw", [without_stripes, bridged])
def test_stripes_are_drawn_anew_from_both_sides(
    draw: Callable[[FloatArray, int], FloatArray | None],
) -> None:
    for turn in (np.asarray, np.transpose):
        struck = EIGHT.copy()
        struck[10:12] = draw is without_stripes
        made = draw(np.ascontiguousarray(turn(struck)), 3)
        assert made is not None
        assert float(np.abs(turn(made) - EIGHT).mean()) < 0.4 * np.abs(struck - EIGHT).mean()
    assert draw(EIGHT, 3) is None


@pytest.mark.parametrize("name", PREPARATIONS)
def test_one_hypothesis_alone_is_what_it_is_among_all(name: str) -> None:
    large = np.pad(1 - np.kron(FIVE, np.ones((5, 5), np.float32)), 20, mode="edge")
    for picture in (CROSSED, large):
        proposed = propose_hypotheses(picture)
        alone = proposed.named(name)
        assert all(one.preparation == name for one in alone)
        for one in proposed.every(name):
            if one.preparation == name:
                assert any(np.array_equal(one.image, own.image) for own in alone)
