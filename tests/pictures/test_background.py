"""Block means, running extremes and resampling against slow loops; what is ink, what is paper."""

from __future__ import annotations

import tracemalloc

import numpy as np
import pytest

from desktop_cvae.core.results import FloatArray
from desktop_cvae.pictures.background import (
    block_means,
    edge_padded,
    median,
    percentile,
    resize,
    running,
    subtract_background,
    without_edge_lines,
)

RANDOM = np.random.default_rng(0).random((7, 11)).astype(np.float32)


@pytest.mark.parametrize("factor", [1, 2, 3, 4, 7, 12])
def test_block_means_repeat_the_last_row_and_column(factor: int) -> None:
    rows, columns = -(-7 // factor), -(-11 // factor)
    y, x = np.minimum(np.arange(rows * factor), 6), np.minimum(np.arange(columns * factor), 10)
    blocks = RANDOM[np.ix_(y, x)].reshape(rows, factor, columns, factor)
    assert block_means(RANDOM, factor) == pytest.approx(blocks.mean((1, 3)), abs=1e-6)


@pytest.mark.parametrize("shape", [(2, 400), (400, 3), (1, 1)])
def test_block_means_of_a_thin_picture_are_summed_without_padding(shape: tuple[int, int]) -> None:
    image = np.random.default_rng(1).random(shape).astype(np.float32)
    factor = 60
    y, x = (np.minimum(np.arange(-(-n // factor) * factor), n - 1) for n in shape)
    rows, columns = len(y) // factor, len(x) // factor
    blocks = image[np.ix_(y, x)].reshape(rows, factor, columns, factor)
    assert block_means(image, factor) == pytest.approx(blocks.mean((1, 3)), abs=1e-5)
    tracemalloc.start()
    block_means(np.zeros((10, 400_000), np.float32), 5600)
    peak_bytes = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak_bytes < 40_000_000  # padded to squares it would be 9 GB


@pytest.mark.parametrize("window", [1, 3, 5, 7, 9, 21])
@pytest.mark.parametrize("extreme", [np.maximum, np.minimum])
def test_running_extremes_are_cut_at_the_edges(window: int, extreme: np.ufunc) -> None:
    reach = window // 2
    expected = [
        [
            extreme.reduce(
                RANDOM[max(0, y - reach) : y + reach + 1, max(0, x - reach) : x + reach + 1],
                axis=None,
            )
            for x in range(11)
        ]
        for y in range(7)
    ]
    assert np.array_equal(running(RANDOM, window, extreme), np.array(expected))


@pytest.mark.parametrize("count", [1, 2, 3, 8, 77])
def test_order_statistics_and_padding_are_as_numpy_has_them(count: int) -> None:
    some = RANDOM.reshape(-1)[:count]
    for share in (0, 5, 25, 60, 85, 100):
        assert percentile(some, share) == pytest.approx(np.percentile(some, share), rel=1e-6)
    assert median(some) == pytest.approx(np.median(some), rel=1e-6)
    for rows, columns in ((0, 0), (2, 0), (0, 3), (1, 2)):
        expected = np.pad(RANDOM, ((rows, rows), (columns, columns)), mode="edge")
        assert np.array_equal(edge_padded(RANDOM, rows, columns), expected)


def test_a_box_is_resampled_alone() -> None:
    part = resize(RANDOM, 3, 2, (2, 1, 5, 3))
    assert part == pytest.approx(RANDOM[1:3, 2:5], abs=1e-6)
    assert resize(RANDOM, 1, 1, (2, 1, 3, 2)) == pytest.approx(RANDOM[1:2, 2:3], abs=1e-6)
    assert resize(RANDOM, 5, 4).shape == (4, 5)


def bar(side: int, ink: float = 1.0) -> FloatArray:
    """A level bar of a tenth of the side's height, over half of its width."""
    sheet = np.zeros((side, side), np.float32)
    sheet[side // 2 : side // 2 + side // 10, side // 4 : 3 * side // 4] = ink
    return sheet


@pytest.mark.parametrize("side", [40, 72, 73, 150, 300])
@pytest.mark.parametrize("dark", [True, False])
@pytest.mark.parametrize("window_px", [None, 100])
def test_ink_on_one_grey_is_what_differs_from_it(
    side: int, dark: bool, window_px: float | None
) -> None:
    picture = 0.9 - 0.6 * bar(side) if dark else 0.2 + 0.6 * bar(side)
    ink, is_dark = subtract_background(picture.astype(np.float32), window_px)
    assert is_dark is dark
    assert ink == pytest.approx(0.6 * bar(side), abs=0.05)


@pytest.mark.parametrize("dark", [True, False])
def test_the_background_follows_a_slope_of_light(dark: bool) -> None:
    light = np.linspace(0.7, 0.9, 200, dtype=np.float32)[:, None] * np.ones((1, 200), np.float32)
    picture = light - 0.3 * bar(200) if dark else 1 - light + 0.3 * bar(200)
    ink, is_dark = subtract_background(picture)
    assert is_dark is dark
    assert ink == pytest.approx(0.3 * bar(200), abs=0.08)


@pytest.mark.parametrize("wide", [20, 60])
def test_what_is_wider_than_the_window_is_background(wide: int) -> None:
    picture = np.full((200, 200), 0.9, np.float32)
    picture[60:140, 60 : 60 + wide] = 0.3
    ink, _ = subtract_background(picture, 36)
    assert (ink[100, 60 + wide // 2] > 0.4) == (wide < 36)


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize(
    ("height", "step", "is_paper"),
    [
        *[(99, 2, False), (100, 2, True), (200, 2, False), (200, 3, True)],
        *[(300, 3, False), (300, 4, True)],
    ],
)
def test_paper_is_what_is_seen_in_every_so_manieth_row(
    height: int, step: int, is_paper: bool, turned: bool
) -> None:
    picture = np.full((height, 90), 0.9, np.float32)
    picture[::step] = 0.8
    ink, _ = subtract_background(picture.T if turned else picture, 20)
    assert (ink.max() < 0.05) == is_paper


@pytest.mark.parametrize("dark", [True, False])
@pytest.mark.parametrize("side", range(4))
def test_a_scan_loses_a_line_along_its_side(side: int, dark: bool) -> None:
    drawn = scan(dark)
    framed = drawn.copy()
    np.rot90(framed, side)[0] = 0.5
    assert np.array_equal(without_edge_lines(framed), drawn)


def test_a_scan_keeps_strokes_at_its_side() -> None:
    drawn = scan()
    short, thick, plain = drawn.copy(), drawn.copy(), drawn.copy()
    short[0, 2:26] = 0.3
    thick[:2] = 0.3
    assert without_edge_lines(plain) is plain
    assert without_edge_lines(short) is short
    assert without_edge_lines(thick) is thick


def test_a_larger_picture_keeps_the_lines_along_its_sides() -> None:
    picture = np.full((100, 100), 0.9, np.float32)
    picture[0] = 0.3
    assert without_edge_lines(picture) is picture


@pytest.mark.parametrize("dark", [True, False])
def test_a_scan_of_hardly_any_ink_has_the_ink_that_differs_from_its_paper(dark: bool) -> None:
    """A thin stroke that reaches the border leaves one part of paper and one of ink."""
    picture = np.full((28, 28), 0.8, np.float32)
    picture[::2] -= 0.01
    picture[4:28, 14] = 0.2
    _, is_dark = subtract_background(picture if dark else 1 - picture)
    assert is_dark is dark


def scan(dark: bool = True) -> FloatArray:
    """28 × 28 pixels of even paper with a stroke that touches no side."""
    picture = np.full((28, 28), 0.9, np.float32)
    picture[6:22, 12:15] = 0.3
    return picture if dark else 1 - picture
