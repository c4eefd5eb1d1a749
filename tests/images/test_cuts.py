from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from desktop_cvae.core.results import FloatArray
from desktop_cvae.images.cuts import find_cuts

inks = hnp.arrays(
    np.float32,
    st.tuples(st.integers(2, 20), st.integers(2, 30)),
    elements=st.sampled_from([np.float32(0), np.float32(0.5), np.float32(1)]),
)


@settings(max_examples=100, deadline=None)
@given(ink=inks)
def test_cuts_go_from_side_to_side_and_never_cross(ink: FloatArray) -> None:
    middle = np.full(ink.shape[1], len(ink) // 2)
    cuts = find_cuts(ink, middle, float(len(ink)))
    assert cuts.paths.shape == (len(cuts.costs), len(ink))
    assert (cuts.paths[0] == 0).all()
    assert (cuts.paths[-1] == ink.shape[1]).all()
    assert (np.diff(cuts.paths, axis=0) >= 0).all()


def test_a_cut_goes_through_the_white_between_slanted_strokes() -> None:
    ink = np.zeros((20, 40), np.float32)
    for row in range(20):  # two slanted strokes whose columns overlap
        ink[row, 18 - row // 2 : 21 - row // 2] = 1
        ink[row, 26 - row // 2 : 29 - row // 2] = 1
    cuts = find_cuts(ink, np.full(40, 10), 20.0)
    between = [
        path
        for path in cuts.paths[1:-1]
        if all(ink[row, : path[row]].sum() == 3 for row in range(20))
    ]
    assert between


def test_a_cut_takes_the_thinnest_place_of_a_bridge() -> None:
    ink = np.zeros((20, 41), np.float32)
    ink[4:16, 5:15] = ink[4:16, 25:35] = 1
    ink[9:11, 15:25] = 1
    ink[9, 20] = 0.5
    cuts = find_cuts(ink, np.full(41, 10), 20.0)
    bridge = [n for n, path in enumerate(cuts.paths) if 15 < path[10] < 25]
    dip = min(bridge, key=lambda n: cuts.costs[n])
    assert cuts.paths[dip][9] in (20, 21)
    assert cuts.costs[bridge].min() == 1.5
