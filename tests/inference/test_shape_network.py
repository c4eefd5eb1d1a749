"""The networks of shapes: a graph computes what its tensors say, they know digits and pairs."""

from __future__ import annotations

import numpy as np
from fakes import draw_digit

from desktop_cvae.core.results import FloatArray
from desktop_cvae.inference.shape_network import (
    MAX_BATCH,
    network_tensors,
    shape_odds,
    whole_odds,
)
from desktop_cvae.synthesis.restyling import drawn_digits
from desktop_cvae.synthesis.synthetic_outliers import make_synthetic_outliers


def convolved(name: str, picture: FloatArray, stride: int, before: int) -> FloatArray:
    """(H, W, in) → (H/stride, W/stride, out), place by place."""
    kernel, bias = (network_tensors()[f"{name}.{part}"] for part in ("kernel", "bias"))
    side, filters = len(kernel), kernel.shape[3]
    size = len(picture) // stride + len(picture) % stride
    padded = np.pad(picture, ((before, side), (before, side), (0, 0)))
    found = np.zeros((size, size, filters))
    for row, column in np.ndindex(size, size):
        window = padded[stride * row :, stride * column :][:side, :side]
        found[row, column] = np.einsum("ijc,ijcf->f", window, kernel) + bias
    return np.maximum(found, 0)


def test_the_graph_computes_what_the_tensors_say() -> None:
    picture = np.random.default_rng(0).random((28, 28), np.float32)
    tensors = network_tensors()
    value = convolved("first", picture[..., np.newaxis], 2, 1)
    value = convolved("second", value, 1, 1)
    value = value.reshape(7, 2, 7, 2, -1).max(axis=(1, 3))
    value = convolved("third", value, 2, 1).reshape(-1)
    value = np.maximum(value @ tensors["hidden.kernel"] + tensors["hidden.bias"], 0)
    expected = value @ tensors["output.kernel"] + tensors["output.bias"]
    others = np.zeros((2, 28, 28), np.float32)
    odds = shape_odds(np.stack([picture, *others]))
    assert odds.shape == (3,)
    np.testing.assert_allclose(odds[:1], expected, atol=1e-4)
    assert odds[1] == odds[2]


def test_digits_are_told_from_what_is_none() -> None:
    digits, labels = drawn_digits(60, 1001)
    outliers = make_synthetic_outliers(digits, labels, 96, 1002)
    inside, outside = shape_odds(digits), shape_odds(outliers)
    assert (inside[:, np.newaxis] > outside).mean() > 0.95
    assert np.median(shape_odds(np.stack([draw_digit(k) for k in (0, 1, 3, 7)]))) > 0


def test_whole_digits_are_told_from_pairs_and_parts() -> None:
    digits = np.stack([draw_digit(k) for k in (0, 3, 7)])
    empty = np.zeros_like(digits)
    parts = digits.copy()
    parts[:, :, 14:] = 0
    assert (whole_odds(digits, digits) > 2).all()
    # What is cut off shows beside the piece.
    assert (whole_odds(parts, digits) < whole_odds(parts, parts) - 2).all()
    assert len(whole_odds(empty, empty)) == 3


def test_many_pieces_are_asked_in_batches() -> None:
    pieces = np.random.default_rng(0).random((MAX_BATCH + 3, 28, 28), np.float32)
    around = np.sqrt(pieces)
    parts = [whole_odds(pieces[part], around[part]) for part in (np.s_[:5], np.s_[5:])]
    np.testing.assert_allclose(whole_odds(pieces, around), np.concatenate(parts), atol=1e-4)
