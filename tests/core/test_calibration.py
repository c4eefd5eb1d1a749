"""Calibrations: read back what was written, refuse what cannot be."""

from __future__ import annotations

import dataclasses
import json
import math

import pytest
from fake_calibration import fake_calibration
from hypothesis import given
from hypothesis import strategies as st

from desktop_cvae.core.calibration import SHAPE_NETWORK, Calibration
from desktop_cvae.core.errors import InvalidData

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=8,
)
NAMES = [field.name for field in dataclasses.fields(Calibration)]


WITH_SHAPES = fake_calibration(latents=2, shapes=SHAPE_NETWORK)


@pytest.mark.parametrize(
    "calibration", [fake_calibration(), fake_calibration(latents=2), WITH_SHAPES]
)
def test_it_is_read_as_it_was_written(calibration: Calibration) -> None:
    assert Calibration.from_json(json.loads(json.dumps(calibration.to_json()))) == calibration


def test_older_programs_meet_nothing_new_in_one_without_shapes() -> None:
    assert "shapes" not in fake_calibration().to_json()
    assert WITH_SHAPES.to_json()["shapes"] == SHAPE_NETWORK


@pytest.mark.parametrize("shapes", ["", "shapes-0"])
def test_another_shape_network_is_refused(shapes: str) -> None:
    with pytest.raises(InvalidData):
        dataclasses.replace(WITH_SHAPES, shapes=shapes)


def test_one_that_refuses_nothing() -> None:
    calibration = Calibration.from_json({"temperature": 2, "unsure_margin": 1.5})
    assert not calibration.can_reject
    assert calibration.label_count == 0
    assert calibration.rejection_threshold(0.01) == -math.inf


@given(JSON)
def test_anything_else_is_refused_in_words(data: object) -> None:
    with pytest.raises(InvalidData):
        Calibration.from_json(data)


@given(st.sampled_from(NAMES), JSON)
def test_a_wrong_entry_is_refused_or_harmless(name: str, value: object) -> None:
    data = json.loads(json.dumps(fake_calibration().to_json())) | {name: value}
    try:
        calibration = Calibration.from_json(data)
    except InvalidData:
        return
    assert 0 < calibration.temperature < math.inf
    assert not math.isnan(calibration.rejection_threshold(0.01))
    assert bool(calibration.hidden) == bool(calibration.outputs) == bool(calibration.scales)


@pytest.mark.parametrize(
    "change",
    [
        {"temperature": 0.0},
        {"temperature": -1.0},
        {"unsure_margin": -0.1},
        {"shares": (0.01, 0.005, 0.02)},
        {"shares": (0.0, 0.005, 0.02)},
        {"thresholds": (0.0, -1.0, 2.0)},
        {"thresholds": (0.0, 1.0)},
        {"means": (1.0,)},
        {"scales": ()},
        {"digits": -1},
    ],
)
def test_what_cannot_be_is_refused(change: dict[str, object]) -> None:
    with pytest.raises(InvalidData):
        dataclasses.replace(fake_calibration(), **change)


@pytest.mark.parametrize(
    "change",
    [
        {"hidden": ()},
        {"hidden": (0.0,) * 7},
        {"outputs": ()},
        {"outputs": (1.0,)},
        {"outputs": (0.0,) * 5},
        {"latents": 3},
        {"latents": 0},
        {"latents": -1},
        {"latents": 10**6},
        {"scales": (), "means": ()},
    ],
)
def test_a_network_that_does_not_fit_is_refused(change: dict[str, object]) -> None:
    with pytest.raises(InvalidData):
        dataclasses.replace(fake_calibration(latents=2), **change)


def test_a_network_may_not_be_too_large() -> None:
    assert fake_calibration(units=256).can_reject
    with pytest.raises(InvalidData):
        fake_calibration(units=257)


def test_the_labels_are_counted() -> None:
    assert fake_calibration(labels=7).label_count == 7
    assert fake_calibration(labels=7, latents=5).label_count == 7
    assert WITH_SHAPES.label_count == 10


def test_scales_of_zero_are_refused() -> None:
    calibration = fake_calibration()
    with pytest.raises(InvalidData, match="scales"):
        dataclasses.replace(calibration, scales=(0.0, *calibration.scales[1:]))


def test_thresholds_lie_between_those_of_the_table() -> None:
    calibration = fake_calibration(shares=(0.001, 0.01, 0.05), thresholds=(-4.0, -2.0, 0.0))
    assert calibration.rejection_threshold(0.0) == -math.inf
    assert calibration.rejection_threshold(0.0001) == -4.0
    assert calibration.rejection_threshold(0.001) == -4.0
    assert calibration.rejection_threshold(math.sqrt(0.001 * 0.01)) == pytest.approx(-3.0)
    assert calibration.rejection_threshold(0.01) == pytest.approx(-2.0)
    assert calibration.rejection_threshold(0.05) == pytest.approx(0.0)
    assert calibration.rejection_threshold(0.5) == 0.0


@given(st.floats(0, 0.05), st.floats(0, 0.05))
def test_who_may_refuse_more_refuses_more(one: float, other: float) -> None:
    calibration = fake_calibration(shares=(0.001, 0.01, 0.05), thresholds=(-4.0, -2.0, 0.0))
    low, high = sorted((one, other))
    assert calibration.rejection_threshold(low) <= calibration.rejection_threshold(high) + 1e-9


def test_files_of_before_name_weights_that_none_of_them_has() -> None:
    data = json.loads(json.dumps(fake_calibration().to_json()))
    assert Calibration.from_json(data | {"weights": []}) == fake_calibration()
    with pytest.raises(InvalidData, match="weights"):
        Calibration.from_json(data | {"weights": [1.0]})
