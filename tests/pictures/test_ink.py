"""What is ink: not specks, not what the picture cuts off, not grain; each rule on both sides."""

import numpy as np
import pytest

from desktop_cvae.core.results import Box, FloatArray
from desktop_cvae.pictures.ink import NEAR_INK, PALE, SPECK_SHARE, find_ink, grown, view_ink

BAR = (slice(60, 160), slice(80, 110))
"""100 × 30 pixels in the middle of a sheet of 200 × 200."""


def sheet(*patches: tuple[tuple[slice, slice], float]) -> FloatArray:
    """The bar as white ink on black, and patches of any strength."""
    image = np.zeros((200, 200), np.float32)
    image[BAR] = 1
    for place, strength in patches:
        image[place] = strength
    return image


def box_of(image: FloatArray) -> Box:
    ink = find_ink(image)
    assert ink is not None
    return ink.box


@pytest.mark.parametrize(("side", "is_ink"), [(6, False), (10, False), (17, True), (24, True)])
def test_a_component_is_a_speck_below_a_share_of_the_largest(side: int, is_ink: bool) -> None:
    assert ((side + 2) ** 2 > SPECK_SHARE * 102 * 32) == is_ink
    image = sheet(((slice(100, 100 + side), slice(140, 140 + side)), 1.0))
    assert (box_of(image).right > 130) == is_ink


def test_dust_alone_is_no_ink_however_much_there_is() -> None:
    dust = np.zeros((200, 200), np.float32)
    dust[10:190:12, 10:190:12] = 1
    assert find_ink(dust) is None


@pytest.mark.parametrize(("gap", "is_ink"), [(4, True), (8, True), (20, False), (40, False)])
def test_ink_that_the_picture_cuts_off_is_near_the_other_ink(gap: int, is_ink: bool) -> None:
    assert ((gap - 2) / 102 <= NEAR_INK) == is_ink
    image = sheet(((slice(0, 60 - gap), slice(85, 105)), 1.0))
    assert (box_of(image).y == 0) == is_ink


@pytest.mark.parametrize(("strength", "is_ink"), [(0.45, False), (0.8, True)])
def test_ink_that_the_picture_cuts_off_is_as_dark_as_the_other(
    strength: float, is_ink: bool
) -> None:
    assert (strength > PALE) == is_ink
    image = sheet(((slice(0, 54), slice(85, 105)), strength))
    assert (box_of(image).y == 0) == is_ink


@pytest.mark.parametrize(("contrast", "is_ink"), [(0.05, False), (0.1, True)])
def test_what_is_hardly_darker_than_paper_is_paper(contrast: float, is_ink: bool) -> None:
    assert (find_ink(0.9 - contrast * sheet()) is not None) == is_ink


@pytest.mark.parametrize(("contrast", "is_ink"), [(0.03, False), (0.05, True)])
def test_a_scan_may_be_paler_than_a_photograph(contrast: float, is_ink: bool) -> None:
    picture = np.full((28, 28), 0.9, np.float32)
    picture[6:22, 12:15] -= contrast
    assert (find_ink(picture) is not None) == is_ink


@pytest.mark.parametrize("deviation", [0.01, 0.02, 0.05])
def test_a_scan_of_grain_alone_has_no_ink(deviation: float) -> None:
    generator = np.random.default_rng(0)
    grain = generator.normal(0.7, deviation, (40, 28, 28)).astype(np.float32)
    assert [find_ink(each) for each in grain] == [None] * 40


@pytest.mark.parametrize("seed", range(3))
def test_grain_around_the_strokes_is_no_ink(seed: int) -> None:
    grain = 0.05 * np.random.default_rng(seed).standard_normal((200, 200))
    ink = find_ink((0.8 - 0.6 * sheet() + grain).astype(np.float32))
    assert ink is not None
    margin = grown(sheet() > 0) & ~(sheet() > 0)
    assert (ink.values[margin] > 0.02).mean() < 0.05
    assert ink.values[BAR].min() > 0.5


@pytest.mark.parametrize("seed", range(3))
def test_pale_ink_is_told_from_grain_that_reaches_it(seed: int) -> None:
    grain = 0.05 * np.random.default_rng(seed).standard_normal((200, 200))
    ink = find_ink((0.8 - 0.14 * sheet() + grain).astype(np.float32))
    assert ink is not None
    assert ink.box.x >= 70
    assert ink.box.right <= 120


@pytest.mark.parametrize("seed", range(2))
def test_the_peaks_of_grain_are_no_ink(seed: int) -> None:
    grain = 0.1 * np.random.default_rng(seed).standard_normal((200, 200))
    assert view_ink((0.5 + grain).astype(np.float32)) is None


def blocks(side: int, *places: tuple[int, int, int, int]) -> FloatArray:
    """White blocks (top, left, height, width) on a black square."""
    image = np.zeros((side, side), np.float32)
    for top, left, height, width in places:
        image[top : top + height, left : left + width] = 1
    return image


@pytest.mark.parametrize(("height", "is_seen"), [(2, False), (3, True)])
def test_a_view_has_three_rows(height: int, is_seen: bool) -> None:
    view = blocks(80, (0, 30, 80, 10))[:height]
    assert (view_ink(view) is not None) == is_seen
    assert (view_ink(view.T) is not None) == is_seen


@pytest.mark.parametrize(
    ("places", "is_ink"),
    [
        ([(0, 10, 10, 150)], True),
        ([(0, 10, 10, 166)], False),  # a band along more than 0.8 of a side
        ([(0, 10, 10, 180), (0, 95, 150, 10)], True),  # but no T, which is not solid
    ],
)
def test_a_solid_band_along_a_side_is_a_shadow(
    places: list[tuple[int, int, int, int]], is_ink: bool
) -> None:
    assert (
        find_ink(
            blocks(200, *places),
        )
        is not None
    ) == is_ink


@pytest.mark.parametrize(("width", "is_ink"), [(35, True), (42, False)])
def test_what_runs_along_a_side_is_a_shadow_if_other_ink_does_not(width: int, is_ink: bool) -> None:
    image = sheet(((slice(0, 54), slice(80, 80 + width)), 1.0))
    assert (box_of(image).y == 0) == is_ink


@pytest.mark.parametrize(("side", "is_ink"), [(20, True), (30, False)])
def test_small_things_make_no_shadow_of_a_digit_that_is_cut_off(side: int, is_ink: bool) -> None:
    image = blocks(200, (0, 60, 100, 60), (106, 80, side, side))
    assert (box_of(image).y == 0) == is_ink


@pytest.mark.parametrize(("width", "is_ink"), [(2, False), (3, True)])
def test_a_speck_of_a_scan_has_four_pixels(width: int, is_ink: bool) -> None:
    image = blocks(30, (5, 6, 20, 2), (14, 20, 2, width))
    assert (box_of(image).right > 20) == is_ink


@pytest.mark.parametrize(("side", "is_ink"), [(5, False), (6, True)])
def test_a_speck_of_a_large_view_has_more(side: int, is_ink: bool) -> None:
    assert (find_ink(blocks(300, (140, 140, side, side))) is not None) == is_ink


@pytest.mark.parametrize("dark", [True, False])
def test_what_is_seen_is_measured(dark: bool) -> None:
    """Smoothed ink, its usual value and noise, of a bar on even paper with a chequered grain."""
    grain = 0.02 * (np.indices((200, 200)).sum(0) % 2 - 0.5)
    picture = (0.9 - 0.6 * sheet() if dark else 0.1 + 0.6 * sheet()) + grain
    seen = view_ink(picture.astype(np.float32))
    assert seen is not None
    assert seen.dark is dark
    assert seen.usual == pytest.approx(0.6, abs=0.02)
    assert seen.noise == pytest.approx(0.7 * 0.01, abs=0.002)
    assert seen.paper == pytest.approx(0.01, abs=0.002)
    assert np.array_equal(seen.mask, grown(sheet() > 0) & seen.mask)
    assert seen.strong[BAR].mean() > 0.95
