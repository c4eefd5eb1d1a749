"""The dynamic programme against all paths, counted out."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_cvae.inference.segmentation import Edge, best_paths

CUTS = 5


def every_path(edges: list[Edge], cut: int = 0) -> list[tuple[Edge, ...]]:
    if cut == CUTS - 1:
        return [()]
    return [
        (edge, *rest)
        for edge in edges
        if edge.first == cut
        for rest in every_path(edges, edge.last)
    ]


@st.composite
def graphs(draw: st.DrawFn) -> list[Edge]:
    pairs = [(a, b) for a in range(CUTS) for b in range(a + 1, CUTS)]
    chosen = draw(st.lists(st.sampled_from(pairs), max_size=12))
    scores = draw(st.permutations(range(len(chosen))))
    scored = zip(chosen, scores, strict=True)
    return [Edge(a, b, 1.5**s - 4, n, n) for n, ((a, b), s) in enumerate(scored)]


@settings(max_examples=200, deadline=None)
@given(edges=graphs(), count=st.integers(1, 4))
def test_the_best_paths_are_found_in_order(edges: list[Edge], count: int) -> None:
    scores = sorted((sum(e.score for e in path) for path in every_path(edges)), reverse=True)
    found = best_paths(edges, CUTS, count=count)
    assert len(found) == min(count, len(scores))
    for path, score in zip(found, scores, strict=False):
        assert abs(path.score - score) < 1e-6


@settings(max_examples=200, deadline=None)
@given(edges=graphs(), lengths=st.sets(st.integers(1, 4), min_size=1))
def test_wished_lengths_are_kept(edges: list[Edge], lengths: set[int]) -> None:
    fits = [path for path in every_path(edges) if len(path) in lengths]
    found = best_paths(edges, CUTS, sorted(lengths))
    assert bool(found) == bool(fits)
    if found:
        assert len(found[0].edges) in lengths
        assert abs(found[0].score - max(sum(e.score for e in path) for path in fits)) < 1e-6
