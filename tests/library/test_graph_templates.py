"""A graph apart from its weights: cut, packed, filled with others."""

from __future__ import annotations

import io

import numpy as np
import pytest

from desktop_cvae.core.results import FloatArray
from desktop_cvae.library.graph_templates import cut_template, unpack_template

SHAPES = {"kernel": (2, 3), "bias": (3,), "filter": (2, 2, 1, 3)}


def weights(seed: int) -> dict[str, FloatArray]:
    random = np.random.default_rng(seed)
    return {name: random.normal(size=s).astype(np.float32) for name, s in SHAPES.items()}


def graph_of(arrays: dict[str, FloatArray]) -> bytes:
    """As a converter lays them out: kernels with the outputs first, texts between them."""
    return b"".join(
        [
            b"head",
            np.ascontiguousarray(arrays["kernel"].T).tobytes(),
            arrays["bias"].tobytes(),
            b"between ",
            np.ascontiguousarray(arrays["filter"].transpose(3, 0, 1, 2)).tobytes(),
            b"tail",
        ]
    )


def test_other_weights_are_laid_into_the_gaps() -> None:
    template = cut_template(graph_of(weights(0)), weights(0))
    assert template is not None
    assert template.rest == b"headbetween tail"
    assert template.fill(weights(0)) == graph_of(weights(0))
    assert template.fill(weights(1)) == graph_of(weights(1))


def test_a_packed_template_is_read_again() -> None:
    template = cut_template(graph_of(weights(0)), weights(0))
    assert template is not None
    again = unpack_template(template.pack(), SHAPES)
    assert again is not None
    assert again.fill(weights(2)) == graph_of(weights(2))


def test_weights_that_are_not_in_the_graph_as_they_are_cannot_be_taken_out() -> None:
    scaled = weights(0) | {"kernel": weights(0)["kernel"] * 2}
    assert cut_template(graph_of(scaled), weights(0)) is None


@pytest.mark.parametrize("where", ["twice", "in each other"])
def test_weights_that_cannot_be_told_apart_are_not_taken_out(where: str) -> None:
    arrays = weights(0)
    if where == "twice":
        graph = graph_of(arrays) + arrays["bias"].tobytes()
    else:
        arrays["bias"] = arrays["kernel"].T.ravel()[:3].copy()
        graph = b"head" + arrays["kernel"].T.tobytes() + arrays["filter"].tobytes()
    assert cut_template(graph, arrays) is None


def test_a_template_of_another_network_or_a_damaged_one_is_none() -> None:
    template = cut_template(graph_of(weights(0)), weights(0))
    assert template is not None
    packed = template.pack()
    assert unpack_template(packed, SHAPES | {"kernel": (2, 3, 1)}) is None
    assert unpack_template(packed, {"kernel": (2, 3)}) is None
    assert unpack_template(packed[:-30], SHAPES) is None
    assert unpack_template(b"", SHAPES) is None
    buffer = io.BytesIO()
    np.savez(buffer, rest=np.zeros(4, np.uint8))
    assert unpack_template(buffer.getvalue(), SHAPES) is None
