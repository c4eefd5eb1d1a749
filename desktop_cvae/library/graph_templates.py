"""A compiled graph without its weights: what all weights of one network have in common.

A network is compiled once. Any weights of it make a graph by being laid into the gaps, in
the order of axes that the graph wants, which takes milliseconds and no TensorFlow.
"""

from __future__ import annotations

import io
import itertools
import zipfile
from dataclasses import dataclass
from typing import Any

import numpy as np

from desktop_cvae.core.layers import Shape
from desktop_cvae.core.results import FloatArray

_NUMBER_BYTES = 4


@dataclass(frozen=True)
class Gap:
    """Where a tensor goes.

    Attributes:
        offset: of its first byte in the whole graph.
        tensor: its name.
        axes: the tensor's axes in the graph's order, as ``numpy.transpose`` takes them.
    """

    offset: int
    tensor: str
    axes: tuple[int, ...]


@dataclass(frozen=True, eq=False)
class GraphTemplate:
    """A flatbuffer with gaps.

    Attributes:
        rest: the flatbuffer's bytes outside the gaps.
        gaps: by offset; they do not overlap.
    """

    rest: bytes
    gaps: tuple[Gap, ...]

    def fill(self, weights: dict[str, FloatArray]) -> bytes:
        """The whole graph.

        Args:
            weights: float32 arrays by name, at least those of the gaps.
        """
        pieces: list[Any] = []
        rest, taken, end = memoryview(self.rest), 0, 0
        for gap in self.gaps:
            numbers = np.ascontiguousarray(weights[gap.tensor].transpose(gap.axes), "<f4")
            between = gap.offset - end
            pieces += [rest[taken : taken + between], numbers.data.cast("B")]
            taken, end = taken + between, gap.offset + numbers.nbytes
        return b"".join([*pieces, rest[taken:]])

    def pack(self) -> bytes:
        """The bytes that :func:`unpack_template` reads."""
        buffer = io.BytesIO()
        np.savez(
            buffer,
            rest=np.frombuffer(self.rest, np.uint8),
            offsets=np.array([gap.offset for gap in self.gaps], np.int64),
            tensors=np.array([gap.tensor for gap in self.gaps], np.str_),
            axes=np.array(["".join(map(str, gap.axes)) for gap in self.gaps], np.str_),
        )
        return buffer.getvalue()


def unpack_template(data: bytes, tensors: dict[str, Shape]) -> GraphTemplate | None:
    """Read a packed template.

    Args:
        data: from :meth:`GraphTemplate.pack`.
        tensors: the network's, by name.

    Returns:
        the template; None if the data is damaged or of another network.
    """
    try:
        with np.load(io.BytesIO(data), allow_pickle=False) as arrays:
            rest = arrays["rest"].tobytes()
            rows = zip(arrays["offsets"], arrays["tensors"], arrays["axes"], strict=True)
            gaps = tuple(Gap(int(at), str(name), tuple(map(int, axes))) for at, name, axes in rows)
    except (ValueError, KeyError, OSError, EOFError, zipfile.BadZipFile):
        return None
    fits = {gap.tensor: sorted(gap.axes) for gap in gaps} == {
        name: list(range(len(shape))) for name, shape in tensors.items()
    }
    return GraphTemplate(rest, gaps) if fits else None


def cut_template(graph: bytes, weights: dict[str, FloatArray]) -> GraphTemplate | None:
    """Take the weights out of a graph.

    Args:
        graph: a flatbuffer that was compiled from the weights.
        weights: float32 arrays by name, all different, so that each can be told apart.

    Returns:
        the template; None if the graph does not hold each tensor, as it is, exactly once.
    """
    gaps = [_find(graph, name, array) for name, array in weights.items()]
    found = sorted((gap for gap in gaps if gap is not None), key=lambda gap: gap.offset)
    ends = [gap.offset + weights[gap.tensor].nbytes for gap in found]
    begins = [gap.offset for gap in found]
    if len(found) < len(gaps) or any(
        begin < end for begin, end in zip(begins[1:], ends, strict=False)
    ):
        return None
    between = zip([0, *ends], [*begins, len(graph)], strict=True)
    rest = b"".join(graph[start:stop] for start, stop in between)
    return GraphTemplate(rest, tuple(found))


def _find(graph: bytes, name: str, array: FloatArray) -> Gap | None:
    layouts = {
        np.ascontiguousarray(array.transpose(axes), "<f4").tobytes(): axes
        for axes in itertools.permutations(range(array.ndim))
    }
    places = [
        Gap(offset, name, axes)
        for numbers, axes in layouts.items()
        for offset in _occurrences(graph, numbers)
    ]
    return places[0] if len(places) == 1 else None


def _occurrences(graph: bytes, numbers: bytes) -> list[int]:
    """Where the numbers stand; buffers of a flatbuffer begin at whole numbers."""
    places, at = [], graph.find(numbers)
    while at >= 0:
        if at % _NUMBER_BYTES == 0:
            places.append(at)
        at = graph.find(numbers, at + 1)
    return places
