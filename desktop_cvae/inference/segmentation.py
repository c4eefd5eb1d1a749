"""The best ways through a line: which pieces, and which label for each.

A line's cuts are the nodes of a graph, its pieces the edges; a reading is a path from the
first cut to the last. The ``count`` best paths are found by dynamic programming (list Viterbi).
"""

from __future__ import annotations

import heapq
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Edge:
    """One piece read as one label.

    Attributes:
        first: the cut where it begins.
        last: the cut where it ends, > ``first``.
        score: log-odds that it is this digit; they add up along a path.
        piece: its number.
        label: which label.
    """

    first: int
    last: int
    score: float
    piece: int
    label: int


@dataclass(frozen=True)
class Path:
    """Pieces side by side from the line's first cut on, and the sum of their scores."""

    score: float
    edges: tuple[Edge, ...]


def best_paths(
    edges: Sequence[Edge], cut_count: int, lengths: Sequence[int] | None = None, count: int = 1
) -> list[Path]:
    """The paths of largest score from the first cut to the last, best first.

    Args:
        edges: of the graph.
        cut_count: how many cuts there are, at least 1.
        lengths: how many edges a path may have; None if any number.
        count: how many paths to find.
    """
    most = max(lengths) if lengths else 0
    # Without wished lengths all paths to a cut compete; with them, those of one length do.
    reached: list[dict[int, list[Path]]] = [{} for _ in range(cut_count)]
    reached[0] = {0: [Path(0.0, ())]}
    ends: list[list[Edge]] = [[] for _ in range(cut_count)]
    for edge in edges:
        ends[edge.last].append(edge)
    for cut in range(1, cut_count):
        found: dict[int, list[Path]] = {}
        for edge in ends[cut]:
            for length, paths in reached[edge.first].items():
                if lengths and length >= most:
                    continue
                onward = found.setdefault(length + 1 if lengths else 0, [])
                onward += [Path(path.score + edge.score, (*path.edges, edge)) for path in paths]
        reached[cut] = {
            length: heapq.nlargest(count, paths, key=lambda path: path.score)
            for length, paths in found.items()
        }
    allowed = set(lengths) if lengths else {0}
    done = [path for size, paths in reached[-1].items() if size in allowed for path in paths]
    return heapq.nlargest(count, done, key=lambda path: path.score)
