"""Convolutions that enlarge, as plain ones: each position in an output block is a channel.

Pixels at the same position in their block see the same pixels of the small map through the same
sums of weights (Shi et al. 2016, arXiv:1609.05158, section 2.2). ONNX Runtime computes plain
convolutions eight channels at once, transposed ones and fewer channels much slower.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from desktop_cvae.core.results import FloatArray


@dataclass(frozen=True, eq=False)
class BlockConvolution:
    """A plain convolution of the small map.

    Attributes:
        kernel: float32, (out, in, height, width).
        bias: float32, (out,).
        stride: in both directions.
        pads: above, on the left, below, on the right.
    """

    kernel: FloatArray
    bias: FloatArray
    stride: int
    pads: tuple[int, int, int, int]


def in_blocks(
    kernel: FloatArray, bias: FloatArray, size: int, stride: int, depth: int
) -> BlockConvolution:
    """Fuse upsampling, a “same” convolution and depth to space into one convolution.

    Args:
        kernel: float32, (k, k, in, out), of the large map.
        bias: float32, (out,).
        size: side of the square that a small pixel becomes; 1 for none.
        stride: small pixels a side of the block.
        depth: side of the block that channels become at last; 1 for none.

    Returns:
        a convolution whose channels are laid out by depth to space of ``size * stride * depth``.
    """
    count, block, last = len(kernel), size * stride, len(bias) // depth**2
    near = (np.arange(block)[:, np.newaxis] + np.arange(count) - (count - 1) // 2) // size
    low, high = int(near.min()), int(near.max())
    # Which of the kernel's lines falls on which line of the small map, for each position.
    lines = np.arange(low, high + 1)[:, np.newaxis]
    falls = (near[:, np.newaxis] == lines).astype(np.float32)
    sums = np.einsum("adt,beu,tuio->aboide", falls, falls, kernel)
    parts = sums.reshape(block, block, depth, depth, last, -1).transpose(0, 2, 1, 3, 4, 5)
    biases = np.broadcast_to(bias.reshape(depth, 1, depth, last), (block, *parts.shape[1:5]))
    shape = (-1, kernel.shape[2], len(lines), len(lines))
    end = high + 1 - stride
    return BlockConvolution(
        parts.reshape(shape), biases.reshape(-1), stride, (-low, -low, end, end)
    )


def phases(kernel: FloatArray, bias: FloatArray, stride: int) -> Iterator[BlockConvolution]:
    """Split a “same” transposed convolution into one convolution for each position, row by row.

    Each position sees only the taps that fall on input pixels, 9 of 4 · 4 for a kernel of 3 × 3
    and a stride of 2, so that one convolution for all of them would take nearly twice as long.

    Args:
        kernel: float32, (k, k, out, in), k ≥ stride.
        bias: float32, (out,).
        stride: side of the block.
    """
    count, turned = len(kernel), kernel.transpose(2, 3, 0, 1)
    first = (count - stride) // 2
    # The taps of each position, the earliest input pixel's first, and how far back and ahead of
    # the block's own pixel they reach.
    taps = [np.arange((at + first) % stride, count, stride)[::-1] for at in range(stride)]
    ahead = [(at + first) // stride for at in range(stride)]
    back = [len(own) - 1 - more for own, more in zip(taps, ahead, strict=True)]
    for row, column in np.ndindex(stride, stride):
        own = turned[:, :, taps[row]][..., taps[column]]
        yield BlockConvolution(own, bias, 1, (back[row], back[column], ahead[row], ahead[column]))
