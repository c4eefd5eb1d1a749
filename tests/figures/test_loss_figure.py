""""""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_cvae.core.results import EpochRecord, LossTerms
from desktop_cvae.figures.loss_figure import loss_curves, spread


def records(values):
    return [
        EpochRecord(epoch, LossTerms(v, v - 20, 20.0), LossTerms(v + 1, v - 19, 20.0), 1.0)
        for epoch, v in enumerate(values, start=1)
    ]


@pytest.mark.parametrize(("term", "first"), [("total", 150), ("reconstruction", 130), ("kl", 20)])
def test_each_term_has_its_curve(term, first):
    curves = loss_curves(records([150, 120]), term)
    assert curves.epochs.tolist() == [1, 2]
    assert curves.train[0] == first


def test_a_high_first_epoch_does_not_squash_the_rest():
    low, high = loss_curves(records([900, 120, 115, 110, 108]), "total").value_range()
    assert 105 < low < 108
    assert 121 < high < 125


def test_an_even_fall_is_seen_whole():
    _, high = loss_curves(records([150, 140, 130, 120, 110]), "total").value_range()
    assert high > 151


def test_a_short_history_is_seen_whole():
    _, high = loss_curves(records([900, 120]), "total").value_range()
    assert high > 901


@given(st.lists(st.floats(allow_nan=True, allow_infinity=True), min_size=1, max_size=30))
def test_ranges_are_finite_and_not_empty(values):
    # Python's floats reach 1e308, where differences overflow; losses do not.
    bounded = [v if not math.isfinite(v) else max(-1e30, min(v, 1e30)) for v in values]
    curves = loss_curves(records(bounded), "total")
    for low, high in (curves.value_range(), curves.epoch_range()):
        assert math.isfinite(low)
        assert math.isfinite(high)
        assert low < high
    assert not np.isinf(curves.train).any()


@pytest.mark.parametrize(
    ("places", "apart"),
    [
        ([10, 50], [10, 50]),
        ([20, 20], [12, 28]),
        ([22, 18], [28, 12]),
        ([50, 20, 24, 22], [53, 5, 37, 21]),
    ],
)
def test_names_at_the_ends_do_not_touch(places, apart):
    assert spread(places, 16) == apart
