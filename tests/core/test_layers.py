"""Layer specs: shapes, tensors and hostile JSON."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_cvae.core import layers
from desktop_cvae.core.errors import InvalidData
from desktop_cvae.core.layers import (
    Conv,
    ConvTranspose,
    Dense,
    Flatten,
    Layer,
    MaxPool,
    Reshape,
    UpSample,
    tensor_shapes,
    trace,
)


def test_shapes_follow_the_layers():
    stack = (Conv(16), MaxPool(), Conv(8, 3, 2), Flatten(), Dense(4, label=True))
    expected = [(28, 28, 1), (28, 28, 16), (14, 14, 16), (7, 7, 8), (392,), (4,)]
    assert trace(stack, (28, 28, 1)) == expected


def test_growing_layers():
    stack = (Reshape(7, 7, 8), ConvTranspose(4, 3, 2), UpSample())
    assert trace(stack, (392,))[-1] == (28, 28, 4)


def test_tensors_are_named_by_position_and_kind():
    shapes = tensor_shapes("encoder", (Flatten(), Dense(4, label=True)), (28, 28, 1), 10)
    assert shapes == {
        "encoder.1.dense.kernel": (784, 4),
        "encoder.1.dense.bias": (4,),
        "encoder.1.dense.label_kernel": (10, 4),
    }


def test_a_gain_is_one_number_a_label_and_unit():
    shapes = tensor_shapes("decoder", (Dense(4, label=True, gain=True),), (3,), 10)
    assert shapes["decoder.0.dense.label_gain"] == (10, 4)


def test_a_layer_written_before_there_were_gains_is_read():
    old = {"kind": "dense", "units": 4, "activation": "relu", "label": True}
    assert Layer.from_json(old) == Dense(4, label=True)


@pytest.mark.parametrize(
    "data",
    [
        None,
        [],
        {"kind": "lambda", "function": "os.system"},
        {"kind": "dense"},
        {"kind": "dense", "units": 10**7},
        {"kind": "dense", "units": True},
        {"kind": "dense", "units": 4, "activation": "eval"},
        {"kind": "dense", "units": 4, "extra": 1},
        {"kind": "dense", "units": 4, "gain": True},
        {"kind": "conv", "filters": 4, "kernel": 3.5},
        {"kind": "dropout", "rate": float("nan")},
    ],
)
def test_hostile_layers_are_refused(data):
    with pytest.raises(InvalidData):
        Layer.from_json(data)


def test_a_map_that_grows_too_large_is_refused():
    grow = (Reshape(28, 28, 1), *[UpSample(4)] * 4, Conv(1024))
    with pytest.raises(InvalidData, match="would output"):
        trace(grow, (784,))


LAYERS = st.one_of(
    st.builds(Dense, st.integers(1, 8192), st.sampled_from(layers.ACTIVATIONS), st.booleans()),
    st.builds(Conv, st.integers(1, 1024), st.integers(1, 9), st.integers(1, 4)),
    st.builds(layers.Dropout, st.floats(0, 0.9)),
    st.just(layers.BatchNorm()),
)


@given(LAYERS)
def test_json_round_trip(layer):
    assert Layer.from_json(layer.to_json()) == layer
