"""Texts by the frames of the line network: the likely ones, and the probability of a given one.

Connectionist temporal classification (Graves et al. 2006, "Connectionist temporal
classification: labelling unsegmented sequence data with recurrent neural networks"): a text's
probability is the sum over all ways to spread its labels, with blanks between, over the frames.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from desktop_cvae.core.results import DoubleArray, FloatArray

Labels = tuple[int, ...]
BEAM = 16
"""Texts that are kept from frame to frame."""
LEAST = math.log(1e-4)
"""Log probability below which a label is not considered in a frame."""
PROPOSED = 8
"""Texts of the line network that are looked for among the pieces."""
NEVER = -1e30
"""Log probability of what cannot be; minus infinity makes NaN of differences."""


@dataclass(frozen=True, eq=False)
class LineFrames:
    """Answer of the line network to one line, kept because its texts are asked for several times.

    Attributes:
        values: float32, (T, 11), log probabilities, the blank first.
    """

    values: FloatArray
    _known: dict[Labels, float] = field(default_factory=dict)

    @cached_property
    def proposals(self) -> list[tuple[Labels, float]]:
        """The likeliest texts with their log probabilities, best first."""
        return likely_texts(self.values, PROPOSED)

    def log_probabilities(self, texts: Sequence[Labels]) -> DoubleArray:
        """Return the log probability of each text, float64, (texts,); see the function."""
        unknown = [text for text in texts if text not in self._known]
        if unknown:
            found = log_probabilities(self.values, unknown)
            self._known.update(zip(unknown, found.tolist(), strict=True))
        return np.array([self._known[text] for text in texts])


def likely_texts(frames: FloatArray, count: int) -> list[tuple[Labels, float]]:
    """Return the likeliest texts with their log probabilities, best first.

    A prefix beam search (Hannun et al. 2014, arXiv:1408.2873, algorithm 1).

    Args:
        frames: float32, (T, 11), log probabilities, the blank first.
        count: most texts, at most ``BEAM``.
    """
    # Of each prefix the log probability that it ends in a blank, and in its last label.
    beam: dict[Labels, tuple[float, float]] = {(): (0.0, NEVER)}
    # Plain floats: the inner loops take single numbers, which NumPy hands out slowly.
    for frame in frames.tolist():
        seen = [label for label in range(10) if frame[1 + label] > LEAST]
        found: dict[Labels, list[float]] = {}
        for prefix, (blank, full) in beam.items():
            both = _add(blank, full)
            _gain(found, prefix, 0, both + frame[0])
            if prefix:
                _gain(found, prefix, 1, full + frame[1 + prefix[-1]])
            for label in seen:
                # The same label again needs a blank between.
                start = blank if prefix and prefix[-1] == label else both
                _gain(found, (*prefix, label), 1, start + frame[1 + label])
        best = sorted(found.items(), key=lambda item: -_add(*item[1]))[:BEAM]
        beam = {prefix: (ends[0], ends[1]) for prefix, ends in best}
    texts = [(prefix, _add(*ends)) for prefix, ends in beam.items()]
    return sorted(texts, key=lambda text: -text[1])[:count]


def log_probabilities(frames: FloatArray, texts: Sequence[Labels]) -> DoubleArray:
    """Return the log probability of each text, float64, (texts,).

    Args:
        frames: float32, (T, 11), log probabilities, the blank first.
        texts: labels 0 to 9.
    """
    longest = max((len(text) for text in texts), default=0)
    # Blanks stand before, between and after the labels.
    signs = np.zeros((len(texts), 2 * longest + 1), np.int64)
    for row, text in enumerate(texts):
        signs[row, 1 : 2 * len(text) : 2] = np.array(text, np.int64) + 1
    skips = np.zeros(signs.shape, bool)
    skips[:, 2:] = (signs[:, 2:] != 0) & (signs[:, 2:] != signs[:, :-2])
    # Two columns before the first sign, which nothing reaches.
    padded = np.full((len(texts), signs.shape[1] + 2), NEVER)
    two, one, total = padded[:, :-2], padded[:, 1:-1], padded[:, 2:]
    total[:, 0] = frames[0, 0]
    if longest:
        total[:, 1] = frames[0][signs[:, 1]]
    for frame in frames[1:].astype(np.float64):
        sums = np.logaddexp(np.logaddexp(total, one), np.where(skips, two, NEVER))
        total[:] = sums + frame[signs]
    rows = np.arange(len(texts))
    ends = np.array([2 * len(text) for text in texts], np.int64)
    last: DoubleArray = np.logaddexp(
        total[rows, ends], np.where(ends > 0, total[rows, np.maximum(ends - 1, 0)], NEVER)
    )
    return last


def _add(one: float, other: float) -> float:
    high, low = max(one, other), min(one, other)
    return high + math.log1p(math.exp(low - high))


def _gain(found: dict[Labels, list[float]], prefix: Labels, end: int, value: float) -> None:
    ends = found.setdefault(prefix, [NEVER, NEVER])
    ends[end] = _add(ends[end], value)
