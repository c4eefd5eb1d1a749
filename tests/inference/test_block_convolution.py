"""Convolutions by place against what they stand for, pixel by pixel."""

from __future__ import annotations

import numpy as np
import pytest

from desktop_cvae.core.results import FloatArray
from desktop_cvae.inference.block_convolution import BlockConvolution, in_blocks, phases

RNG = np.random.default_rng(3)


def drawn(*shape: int) -> FloatArray:
    return RNG.standard_normal(shape).astype(np.float32)


def convolved(image: FloatArray, placed: BlockConvolution) -> FloatArray:
    """The channels, (out, H, W), of an image (in, H, W)."""
    above, left, below, right = placed.pads
    padded = np.pad(image, ((0, 0), (above, below), (left, right)))
    views = np.lib.stride_tricks.sliding_window_view(padded, placed.kernel.shape[2:], (1, 2))
    views = views[:, :: placed.stride, :: placed.stride]
    return np.einsum("iyxde,oide->oyx", views, placed.kernel) + placed.bias[:, None, None]


def laid_out(channels: FloatArray, size: int) -> FloatArray:
    """Depth to space, the block's place before the channel."""
    count, height, width = channels.shape
    parts = channels.reshape(size, size, -1, height, width).transpose(2, 3, 0, 4, 1)
    return parts.reshape(count // size**2, size * height, size * width)


@pytest.mark.parametrize("kernel", [1, 3, 4, 5])
@pytest.mark.parametrize(("size", "stride", "depth"), [(1, 2, 2), (2, 1, 1), (2, 2, 1), (3, 2, 2)])
def test_a_block_is_what_enlarging_and_convolving_give(
    kernel: int, size: int, stride: int, depth: int
) -> None:
    image, weights, bias = drawn(2, 6, 4), drawn(kernel, kernel, 2, 4), drawn(4)
    before, after = (kernel - 1) // 2, kernel // 2
    large = BlockConvolution(weights.transpose(3, 2, 0, 1), bias, 1, (before, before, after, after))
    expected = laid_out(convolved(np.kron(image, np.ones((1, size, size))), large), depth)
    got = laid_out(
        convolved(image, in_blocks(weights, bias, size, stride, depth)), size * stride * depth
    )
    assert got == pytest.approx(expected, abs=1e-4)


@pytest.mark.parametrize(("kernel", "stride"), [(2, 2), (3, 2), (4, 2), (5, 3), (6, 4), (5, 1)])
def test_phases_are_what_every_pixel_adds_to_those_around_it(kernel: int, stride: int) -> None:
    image, weights, bias = drawn(2, 3, 5), drawn(kernel, kernel, 4, 2), drawn(4)
    every = np.zeros((4, 2 * stride + kernel, 4 * stride + kernel), np.float32)
    for y, x in np.ndindex(3, 5):
        square = np.einsum("tuoi,i->otu", weights, image[:, y, x])
        every[:, stride * y : stride * y + kernel, stride * x : stride * x + kernel] += square
    first = (kernel - stride) // 2
    expected = every[:, first : first + 3 * stride, first : first + 5 * stride]
    channels = np.concatenate([convolved(image, part) for part in phases(weights, bias, stride)])
    assert laid_out(channels, stride) == pytest.approx(expected + bias[:, None, None], abs=1e-4)
