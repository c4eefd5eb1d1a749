"""Connected components against a slow flood fill."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from desktop_cvae.pictures.connected_components import Mask, find_components


def flooded(mask: Mask) -> list[set[tuple[int, int]]]:
    left = {(int(r), int(c)) for r, c in np.argwhere(mask)}
    components = []
    while left:
        component, waiting = set(), [left.pop()]
        while waiting:
            r, c = waiting.pop()
            component.add((r, c))
            near = {(r + i, c + j) for i in (-1, 0, 1) for j in (-1, 0, 1)} & left
            left -= near
            waiting.extend(near)
        components.append(component)
    return components


masks = hnp.arrays(bool, st.tuples(st.integers(1, 9), st.integers(1, 9)))


@settings(max_examples=200, deadline=None)
@given(mask=masks)
def test_parts_areas_boxes_and_masks_equal_a_flood_fill(mask: Mask) -> None:
    components = find_components(mask)
    expected = flooded(mask)
    assert components.count == len(expected)
    found = []
    for index in range(components.count):
        chosen = np.arange(components.count) == index
        pixels = {(int(r), int(c)) for r, c in np.argwhere(components.mask(chosen))}
        assert components.areas()[index] == len(pixels)
        rows, columns = zip(*pixels, strict=True)
        box = (min(columns), min(rows), max(columns) + 1, max(rows) + 1)
        assert tuple(components.boxes()[index]) == box
        found.append(pixels)
    assert sorted(map(sorted, found)) == sorted(map(sorted, expected))


def test_means_and_edge_contacts() -> None:
    mask = np.zeros((4, 5), bool)
    mask[0, :4] = True
    mask[2:, 4] = True
    values = np.arange(20, dtype=np.float32).reshape(4, 5)
    components = find_components(mask)
    assert components.means(values).tolist() == [1.5, 16.5]
    assert components.edge_contacts().tolist() == [np.float32(0.8), 0.5]


def test_slants_are_the_columns_a_row_that_a_stroke_leans() -> None:
    mask = np.zeros((40, 90), bool)
    for row in range(40):
        mask[row, 5:8] = mask[row, 60 - row // 2 : 63 - row // 2] = True
        mask[row, 66 + row // 4 : 70 + row // 4] = True
    found = find_components(mask)
    upright, right, left = np.argsort(found.boxes()[:, 0])
    assert found.slants()[[upright, right, left]].round(2).tolist() == [0, 0.5, -0.25]
    assert find_components(np.eye(1, dtype=bool)).slants().tolist() == [0]
