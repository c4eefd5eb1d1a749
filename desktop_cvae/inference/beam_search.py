"""Beam search for the best hypotheses about a line: paths through the graph of its cuts.

A line's cuts are the nodes of the graph, its pieces the edges; a hypothesis is a path from the
first cut to the last. The ``count`` best are found by a beam search (list Viterbi).

Tested in tests/inference/test_line_hypotheses.py.
"""

from __future__ import annotations

import heapq
from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter

MARK, VOID = -1, -2
"""Labels of a piece that is a mark between digits, and of one that is no part of the number."""


@dataclass(frozen=True)
class Edge:
    """One piece read as one label.

    Attributes:
        first: the cut where it begins.
        last: the cut where it ends, > ``first``.
        score: log-odds that it is this digit; they add up along a hypothesis.
        piece: its number.
        label: which label; ``MARK`` for a dot, a comma or a slash; ``VOID`` for other ink.
    """

    first: int
    last: int
    score: float
    piece: int
    label: int


@dataclass(frozen=True)
class Hypothesis:
    """Adjoining pieces from the line's first cut on, and the sum of their scores."""

    score: float
    edges: tuple[Edge, ...]


def best_of_text(edges: Sequence[Edge], cut_count: int, labels: Sequence[int]) -> Hypothesis | None:
    """Return the best hypothesis whose digits are these labels, or None.

    Args:
        edges: of the graph.
        cut_count: how many cuts there are, at least 1.
        labels: of the digits, in order; marks and other ink may lie between.
    """
    # Of each cut: the best way there for each number of digits read.
    reached: list[dict[int, Hypothesis]] = [{} for _ in range(cut_count)]
    reached[0] = {0: Hypothesis(0.0, ())}
    # By their ends, so that every way to a cut is known before an edge leaves it.
    for edge in sorted(edges, key=lambda edge: edge.last):
        for count, path in reached[edge.first].items():
            if edge.label >= 0 and (count == len(labels) or labels[count] != edge.label):
                continue
            longer, score = count + (edge.label >= 0), path.score + edge.score
            best = reached[edge.last].get(longer)
            if best is None or score > best.score:
                reached[edge.last][longer] = Hypothesis(score, (*path.edges, edge))
    return reached[-1].get(len(labels))


def best_hypotheses(
    edges: Sequence[Edge], cut_count: int, lengths: Sequence[int] | None = None, count: int = 1
) -> list[Hypothesis]:
    """Return the hypotheses of largest score from the first cut to the last, best first.

    Args:
        edges: of the graph.
        cut_count: how many cuts there are, at least 1.
        lengths: allowed numbers of digits of a hypothesis; None allows any number.
        count: how many to find.
    """
    most = max(lengths) if lengths else 0
    # Without given lengths all hypotheses to a cut compete; with them, those of one length do.
    reached: list[dict[int, list[Hypothesis]]] = [{} for _ in range(cut_count)]
    reached[0] = {0: [Hypothesis(0.0, ())]}
    ends: list[list[Edge]] = [[] for _ in range(cut_count)]
    for edge in edges:
        ends[edge.last].append(edge)
    for cut in range(1, cut_count):
        found: dict[int, list[tuple[float, Hypothesis, Edge]]] = {}
        for edge in ends[cut]:
            for length, paths in reached[edge.first].items():
                longer = length + (edge.label >= 0) if lengths else 0
                if longer > most:
                    continue
                onward = found.setdefault(longer, [])
                onward += [(path.score + edge.score, path, edge) for path in paths]
        reached[cut] = {
            length: [
                Hypothesis(score, (*path.edges, edge))
                # A path is made for the survivors alone: most ways end here.
                for score, path, edge in heapq.nlargest(count, onward, key=itemgetter(0))
            ]
            for length, onward in found.items()
        }
    allowed = set(lengths) if lengths else {0}
    done = [path for size, paths in reached[-1].items() if size in allowed for path in paths]
    return heapq.nlargest(count, done, key=lambda path: path.score)
