"""The dynamic programme against all paths, counted out."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from fakes import draw_digit
from hypothesis import given, settings
from hypothesis import strategies as st
from written_lines import on_paper, write_line

from desktop_cvae.core.results import Box, FloatArray, PreparedDigit
from desktop_cvae.inference.beam_search import (
    VOID,
    Edge,
    best_hypotheses,
    best_of_text,
)
from desktop_cvae.inference.field_rules import list_rule, parse_rule
from desktop_cvae.inference.line_decoding import LineFrames
from desktop_cvae.inference.line_hypotheses import (
    FARTHEST,
    MOST_LOST,
    TEMPERATURE,
    UNLISTED_NATS,
    Choice,
    choose_hypothesis,
    worth_reading,
)
from desktop_cvae.inference.piece_scores import BALANCE, BIAS, WEIGHTS, cut_features, log_odds
from desktop_cvae.inference.shape_network import whole_odds
from desktop_cvae.pictures.line_pieces import FieldPiece, PiecedLine, find_fields

NAMES = tuple("0123456789")


def piece(place: int) -> FieldPiece:
    box = Box(30 * place, 0, 25, 40)
    prepared = PreparedDigit(draw_digit(0), True, box, 0.5, (4, 4), True)
    return FieldPiece(place, place + 1, prepared, prepared.image, 0.6, 1.0, 0.0, 0.0)


def evidence(label: int, second: int, behind: float) -> FloatArray:
    """``label`` is best; ``second`` is so many nats behind it, the others far."""
    nats = np.full(10, -600, np.float32)
    nats[label], nats[second] = -100, -100 - behind
    return nats


def choose_of(field: PiecedLine, nats: list[FloatArray], rule: str | None = None) -> Choice:
    odds = log_odds(field.pieces).tolist()
    parsed = parse_rule(rule) if rule else None
    return choose_hypothesis(field, odds, np.stack(nats), NAMES, parsed)


def choose(digits: str, doubtful: int, second: int, rule: str | None) -> tuple[str, str]:
    field = PiecedLine(tuple(piece(place) for place in range(len(digits))), len(digits) + 1)
    nats = [
        evidence(int(digit), second, 2.0 if place == doubtful else 300.0)
        for place, digit in enumerate(digits)
    ]
    choice = choose_of(field, nats, rule)
    assert 0 <= choice.probability <= 1
    return "".join(NAMES[edge.label] for edge in choice.hypothesis.edges), choice.warning


def test_without_a_rule_the_best_label_stands() -> None:
    assert choose("4242424242424247", 15, 2, None) == ("4242424242424247", "")


def test_a_doubtful_digit_lowers_the_probability() -> None:
    field = PiecedLine((piece(0), piece(1)), 3)
    clear = choose_of(field, [evidence(1, 7, 300), evidence(2, 3, 300)])
    doubtful = choose_of(field, [evidence(1, 7, 0.5), evidence(2, 3, 300)])
    assert clear.probability > 0.99
    assert 0.4 < doubtful.probability < 0.6


def test_a_check_digit_corrects_the_doubtful_digit_and_says_so() -> None:
    text, warning = choose("4242424242424247", 15, 2, "card")
    assert text == "4242424242424242"
    assert "4242424242424247" in warning


def test_what_a_rule_has_bent_is_marked() -> None:
    field = PiecedLine(tuple(piece(place) for place in range(16)), 17)
    nats = [evidence(int(digit), 2, 300.0) for digit in "4242424242424247"]
    nats[15] = evidence(7, 2, 2.0)
    assert choose_of(field, nats).bent == frozenset()
    bent = choose_of(field, nats, "card").bent
    assert [(edge.piece, edge.label) for edge in bent] == [(15, 2)]


def test_a_check_digit_does_not_bend_what_is_clear() -> None:
    text, warning = choose("4242424242424247", 3, 9, "card")
    assert text == "4242424242424247"
    assert "cannot be read as one" in warning


@pytest.mark.parametrize("text", ["25", "38", "60"])
def test_whole_digits_score_higher_than_pairs(text: str) -> None:
    (field,) = find_fields(on_paper(write_line(text, gap=4)))
    odds = log_odds(field.pieces).tolist()
    scores = {
        (piece.first, piece.last): score for piece, score in zip(field.pieces, odds, strict=True)
    }
    whole = (0, field.seam_count - 1)
    pair = scores.get(whole, -np.inf)  # too wide to be a piece at all is as good
    best = max(
        first + second
        for (start, middle), first in scores.items()
        for (other, end), second in scores.items()
        if (start, end) == whole and middle == other
    )
    assert best > max(pair, 0)


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
def test_the_best_hypotheses_are_found_in_order(edges: list[Edge], count: int) -> None:
    scores = sorted((sum(e.score for e in path) for path in every_path(edges)), reverse=True)
    found = best_hypotheses(edges, CUTS, count=count)
    assert len(found) == min(count, len(scores))
    for path, score in zip(found, scores, strict=False):
        assert abs(path.score - score) < 1e-6


@settings(max_examples=200, deadline=None)
@given(edges=graphs(), lengths=st.sets(st.integers(1, 4), min_size=1))
def test_wished_lengths_are_kept(edges: list[Edge], lengths: set[int]) -> None:
    fits = [path for path in every_path(edges) if len(path) in lengths]
    found = best_hypotheses(edges, CUTS, sorted(lengths))
    assert bool(found) == bool(fits)
    if found:
        assert len(found[0].edges) in lengths
        assert abs(found[0].score - max(sum(e.score for e in path) for path in fits)) < 1e-6


@settings(max_examples=200, deadline=None)
@given(edges=graphs())
def test_pieces_of_good_readings_are_worth_reading(edges: list[Edge]) -> None:
    paths = every_path(edges)
    field = PiecedLine(tuple(replace(piece(0), first=e.first, last=e.last) for e in edges), CUTS)
    if paths:
        sums = [sum(edge.score for edge in path) for path in paths]
        good = {
            edge.piece
            for path, score in zip(paths, sums, strict=True)
            for edge in path
            if score >= max(sums) - MOST_LOST
        }
        assert worth_reading(field, np.array([edge.score for edge in edges])) == sorted(good)


def test_what_may_be_a_comma_is_worth_reading() -> None:
    low = replace(piece(1).prepared, box=Box(30, 30, 5, 10))
    comma = FieldPiece(1, 2, low, low.image, 0.12, 0.25, 0.0, 0.0)
    field = PiecedLine((piece(0), comma, replace(piece(2), first=0, last=2)), 3)
    assert worth_reading(field, np.array([4.0, -90.0, -90.0])) == [0, 1]


def test_what_a_piece_is_judged_by_is_as_by_hand() -> None:
    pieces = [
        FieldPiece(0, 1, piece(0).prepared, draw_digit(0), *size)
        for size in ((0.7, 0.5, 0.2, 0.4), (0.6, 2.0, 3.0, 0.0))
    ]
    expected = [[0.7, 0.01, 0.5, 0.36, 0.2, 0.4], [0.6, 0, 1.5, 0, 1.5, 0]]
    np.testing.assert_allclose(cut_features(pieces), expected, atol=1e-6)
    seen = whole_odds(
        np.stack([one.prepared.image for one in pieces]), np.stack([draw_digit(0)] * 2)
    )
    weighed = np.column_stack([seen, expected]) @ WEIGHTS + BIAS + BALANCE
    np.testing.assert_allclose(log_odds(pieces), weighed, rtol=1e-5)


@pytest.mark.parametrize(
    ("behind", "probability"),
    [(0.0, 0.5), (2.0, 1 / (1 + np.exp(-2))), (7.9, 1 / (1 + np.exp(-7.9))), (8.1, 1.0)],
)
def test_labels_share_the_probability_by_their_softened_evidence(
    behind: float, probability: float
) -> None:
    nats = evidence(3, 5, behind * TEMPERATURE)
    choice = choose_of(PiecedLine((piece(0),), 2), [nats])
    assert choice.probability == pytest.approx(probability, abs=1e-6)
    assert choice.probabilities == (choice.probability,)
    assert choice.others == (((5,) if probability < 1 else ()),)


def test_two_ways_to_one_text_add_up() -> None:
    field = PiecedLine((piece(0), piece(0), piece(0)), 2)
    nats = np.stack([evidence(3, 5, 300), evidence(3, 5, 300), evidence(5, 3, 300)])
    choice = choose_hypothesis(field, [1.0, 0.0, 0.5], nats, NAMES, None)
    three = np.exp(1) + np.exp(0)
    assert choice.probability == pytest.approx(three / (three + np.exp(0.5)))
    assert choice.hypothesis.score == 1.0
    assert [edge.piece for edge in choice.hypothesis.edges] == [0]


def whole_or_halves(half: float, rule: str) -> Choice:
    """One wide piece of log-odds 20, which may be cut into two."""
    wide = replace(piece(0), last=2)
    nats = np.stack([evidence(digit, 9, 300) for digit in (8, 1, 7)])
    field = PiecedLine((wide, piece(0), piece(1)), 3)
    return choose_hypothesis(field, [20.0, half, half], nats, NAMES, parse_rule(rule))


@pytest.mark.parametrize(
    ("half", "text", "warning"),
    [
        (4.05, "17", "Without the rule, this is read as 8, which is not 2 digits."),
        (4.0, "17", "Without the rule, this is read as 8, which is not 2 digits."),
        (3.95, "8", "This is not 2 digits, and cannot be read as one."),
        (10.5, "17", ""),
    ],
)
def test_a_rule_may_cost_twelve_log_odds(half: float, text: str, warning: str) -> None:
    choice = whole_or_halves(half, "length:2")
    assert "".join(NAMES[edge.label] for edge in choice.hypothesis.edges) == text
    assert choice.warning == warning
    assert len(choice.bent) == (2 if text == "17" and warning else 0)
    if text == "17":
        assert choice.probability == pytest.approx(1 / (1 + np.exp(20 - 2 * half)), rel=1e-6)


def test_a_digit_is_as_sure_as_the_readings_agree_on_its_cuts() -> None:
    choice = whole_or_halves(10.5, "length:2")
    assert choice.probabilities == pytest.approx([1 / (1 + np.exp(-1))] * 2)
    assert choice.others == ((8,), (8,))


@pytest.mark.parametrize(("first", "share"), [(9, 1 / (1 + np.exp(-3))), (-9, 1.0)])
def test_the_same_digit_beside_another_one_is_no_agreement(first: float, share: float) -> None:
    wide = replace(piece(0), last=3)
    rest = replace(piece(1), last=3)
    nats = np.stack([evidence(digit, 9, 300) for digit in (0, 1, 0)])
    field = PiecedLine((wide, piece(0), rest), 4)
    # As a 0; or as a 1 and a 0, the latter in much the same place.
    choice = choose_hypothesis(field, [20.0, first, 8.0], nats, NAMES, None)
    assert [edge.label for edge in choice.digits] == [0]
    assert choice.probabilities == pytest.approx([share])


def test_a_cut_that_moves_by_a_hair_is_no_other_reading() -> None:
    pieces = [(0, 4), (4, 8), (0, 5), (5, 8)]
    field = PiecedLine(
        tuple(replace(piece(0), first=first, last=last) for first, last in pieces), 9
    )
    nats = np.stack([evidence(digit, 9, 300) for digit in (8, 1, 8, 1)])
    choice = choose_hypothesis(field, [5.0, 5.0, 4.9, 4.9], nats, NAMES, None)
    assert choice.probabilities == pytest.approx([1.0, 1.0])


def test_a_digit_that_only_a_rival_has_is_a_doubt_about_its_neighbour() -> None:
    field = PiecedLine((piece(0), piece(1), piece(2)), 4)
    nats = np.stack([evidence(digit, 9, 300) for digit in (4, 2, 1)])
    # "421" without the line network; with it the 1 is void, though hardly.
    frames = LineFrames(np.log(np.exp(frames_that_say("42").values) + 0.002))
    choice = choose_hypothesis(field, [9.0, 9.0, 0.0], nats, NAMES, None, frames)
    assert [edge.label for edge in choice.digits] == [4, 2]
    first, second = choice.probabilities
    assert first == pytest.approx(1, abs=1e-3)
    assert 0.5 < second < 0.99


def test_no_more_rivals_than_wanted_are_found() -> None:
    edges = [Edge(0, 1, float(-label), 0, label) for label in range(10)]
    assert [path.score for path in best_hypotheses(edges, 2, count=3)] == [0, -1, -2]
    assert [path.score for path in best_hypotheses(edges, 2)] == [0]
    assert best_hypotheses([], 2) == []
    assert [path.edges for path in best_hypotheses([], 1)] == [()]


def frames_that_say(text: str, other: str = "", chance: float = 0.0) -> LineFrames:
    """Frames of the line network: each digit once, blanks between; ``other`` beside the first."""
    chances = np.full((2 * len(text) + 1, 11), 1e-6)
    chances[::2, 0] = 1
    for index, digit in enumerate(text):
        chances[2 * index + 1, 1 + int(digit)] = 1
    if other:
        chances[1, 1 + int(text[0])], chances[1, 1 + int(other)] = 1 - chance, chance
    return LineFrames(np.log(chances / chances.sum(1, keepdims=True)).astype(np.float32))


def test_the_line_network_decides_between_near_labels() -> None:
    field = PiecedLine((piece(0), piece(1)), 3)
    odds = log_odds(field.pieces).tolist()
    nats = np.stack([evidence(1, 7, 4.0), evidence(2, 3, 300)])
    alone, beside = (
        choose_hypothesis(field, odds, nats, NAMES, None, frames)
        for frames in (None, frames_that_say("72"))
    )
    assert [edge.label for edge in alone.digits] == [1, 2]
    assert [edge.label for edge in beside.digits] == [7, 2]
    assert alone.network_probability == 0
    assert beside.network_probability > 0.9


def test_clear_evidence_outweighs_a_doubtful_line_network() -> None:
    field = PiecedLine((piece(0), piece(1)), 3)
    nats = np.stack([evidence(1, 7, 100), evidence(2, 3, 300)])
    odds, frames = log_odds(field.pieces).tolist(), frames_that_say("72", "1", 0.3)
    choice = choose_hypothesis(field, odds, nats, NAMES, None, frames)
    assert [edge.label for edge in choice.digits] == [1, 2]
    assert choice.network_probability == pytest.approx(0.3, abs=0.01)


def test_a_sure_line_network_is_heard_on_a_label_that_the_evidence_finds_unlikely() -> None:
    field = PiecedLine((piece(0), piece(1)), 3)
    nats = np.stack([evidence(1, 7, 1.5 * TEMPERATURE * FARTHEST), evidence(2, 3, 300)])
    odds, frames = log_odds(field.pieces).tolist(), frames_that_say("72")
    choice = choose_hypothesis(field, odds, nats, NAMES, None, frames, (0.1, 1.0))
    assert [edge.label for edge in choice.digits] == [7, 2]
    assert choice.network_best == pytest.approx(choice.network_probability, abs=1e-3)
    assert choice.network_best > 0.9


def test_ink_that_the_line_network_does_not_read_is_void() -> None:
    field = PiecedLine((piece(0), piece(1), piece(2)), 4)
    nats = np.stack([evidence(4, 9, 300), evidence(2, 3, 300), evidence(1, 7, 300)])
    odds = log_odds(field.pieces).tolist()
    choice = choose_hypothesis(field, odds, nats, NAMES, None, frames_that_say("42"))
    assert [edge.label for edge in choice.digits] == [4, 2]
    assert choice.hypothesis.edges[-1].label == VOID


def test_the_best_path_of_a_text_skips_void_ink() -> None:
    edges = [
        Edge(0, 1, 1.0, 0, 3),
        Edge(0, 1, 2.0, 0, 8),
        Edge(1, 2, -3.0, 1, VOID),
        Edge(1, 2, 0.5, 1, 1),
        Edge(2, 3, 1.0, 2, 5),
        Edge(1, 3, 4.0, 3, 5),
    ]
    path = best_of_text(edges, 4, [3, 5])
    assert path is not None
    assert (path.score, [edge.piece for edge in path.edges]) == (5.0, [0, 3])
    longer = best_of_text(edges, 4, [8, 1, 5])
    assert longer is not None
    assert longer.score == 3.5
    assert best_of_text(edges, 4, [7]) is None


def choose_value(
    values: tuple[str, ...], nats: list[FloatArray], frames: FloatArray | None = None
) -> Choice:
    """Choose the value of a line with a digit for each of the evidence's rows, of odds 3."""
    field = PiecedLine(tuple(piece(place) for place in range(len(nats))), len(nats) + 1)
    rule = list_rule(values)
    return choose_hypothesis(field, [3.0] * len(nats), np.stack(nats), NAMES, rule, frames)


def test_all_digits_together_decide_between_listed_values() -> None:
    # Digit by digit 4 and 7 are best: 47 is not listed, and 41 costs less than 97.
    nats = [evidence(4, 9, 24.0), evidence(7, 1, 8.0)]
    choice = choose_value(("97", "4-1", "05"), nats)
    assert choice.listed is not None
    assert (choice.listed.text, choice.listed.second) == ("4-1", "97")
    assert choice.listed.nats == pytest.approx((24 - 8) / TEMPERATURE)
    assert [edge.label for edge in choice.digits] == [4, 1]
    # Of the two and of a text that is in no list: so many nats of prior against it.
    weights = np.exp([-1, -3, 0 - UNLISTED_NATS])
    assert choice.probability == pytest.approx(weights[0] / weights.sum(), rel=1e-5)
    assert choice.probabilities[0] == pytest.approx(1 / (1 + np.exp(-2)), rel=1e-5)
    assert choice.others == ((9,), (7,))
    assert choice.warning == ""


def test_a_listed_value_is_as_probable_as_the_ways_to_cut_it() -> None:
    wide = replace(piece(0), last=2)
    nats = np.stack([evidence(8, 9, 300), evidence(1, 9, 300), evidence(7, 9, 300)])
    field, rule = PiecedLine((wide, piece(0), piece(1)), 3), list_rule(("8", "17"))
    choice = choose_hypothesis(field, [4.0, 1.5, 1.5], nats, NAMES, rule)
    assert choice.listed is not None
    assert (choice.listed.text, choice.listed.nats) == ("8", pytest.approx(1.0))
    assert choice.probability == pytest.approx(1 / (1 + np.exp(-1)))


def test_what_is_in_no_list_is_told() -> None:
    nats = [evidence(4, 9, 200.0), evidence(7, 1, 200.0)]
    for values in (("12", "33"), ("123", "7")):
        choice = choose_value(values, nats)
        assert choice.listed is None
        assert choice.warning == "This is none of the listed values."
        assert [edge.label for edge in choice.digits] == [4, 7]
    only = choose_value(("47",), nats).listed
    assert only is not None
    assert (only.second, only.nats) == ("", 0.0)


def test_the_line_network_is_heard_on_listed_values() -> None:
    nats = [evidence(1, 7, 4.0), evidence(2, 3, 300)]
    alone, beside = (
        choose_value(("12", "72"), nats, frames=frames).listed
        for frames in (None, frames_that_say("72"))
    )
    assert alone is not None
    assert beside is not None
    assert (alone.text, beside.text) == ("12", "72")
