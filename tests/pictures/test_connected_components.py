"""Connected parts against a slow flood fill."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from desktop_cvae.pictures.connected_components import Mask, find_parts


def flooded(mask: Mask) -> list[set[tuple[int, int]]]:
    left = {(int(r), int(c)) for r, c in np.argwhere(mask)}
    parts = []
    while left:
        part, waiting = set(), [left.pop()]
        while waiting:
            r, c = waiting.pop()
            part.add((r, c))
            near = {(r + i, c + j) for i in (-1, 0, 1) for j in (-1, 0, 1)} & left
            left -= near
            waiting.extend(near)
        parts.append(part)
    return parts


masks = hnp.arrays(bool, st.tuples(st.integers(1, 9), st.integers(1, 9)))


@settings(max_examples=200, deadline=None)
@given(mask=masks)
def test_parts_areas_boxes_and_masks_equal_a_flood_fill(mask: Mask) -> None:
    parts = find_parts(mask)
    expected = flooded(mask)
    assert parts.count == len(expected)
    found = []
    for index in range(parts.count):
        chosen = np.arange(parts.count) == index
        pixels = {(int(r), int(c)) for r, c in np.argwhere(parts.mask(chosen))}
        assert parts.areas()[index] == len(pixels)
        rows, columns = zip(*pixels, strict=True)
        box = (min(columns), min(rows), max(columns) + 1, max(rows) + 1)
        assert tuple(parts.boxes()[index]) == box
        found.append(pixels)
    assert sorted(map(sorted, found)) == sorted(map(sorted, expected))


def test_means_and_edge_contacts() -> None:
    mask = np.zeros((4, 5), bool)
    mask[0, :4] = True
    mask[2:, 4] = True
    values = np.arange(20, dtype=np.float32).reshape(4, 5)
    parts = find_parts(mask)
    assert parts.means(values).tolist() == [1.5, 16.5]
    assert parts.edge_contacts().tolist() == [np.float32(0.8), 0.5]
