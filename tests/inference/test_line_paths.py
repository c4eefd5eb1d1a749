from __future__ import annotations

import numpy as np
from fakes import draw_digit

from desktop_cvae.core.results import PreparedDigit, Recognition
from desktop_cvae.images.fields import Field, FieldPiece
from desktop_cvae.inference.field_rules import parse_rule
from desktop_cvae.inference.line_paths import choose_path

NAMES = tuple("0123456789")


def piece(place: int) -> FieldPiece:
    box = (0, 30 * place, 40, 30 * place + 25)
    prepared = PreparedDigit(draw_digit(0), True, (30 * place, 0, 25, 40), 0.5, (4, 4), True)
    return FieldPiece(place, place + 1, box, prepared, 0.6, 1.0, 0.0, 0.0)


def reading(label: int, second: int, behind: float) -> Recognition:
    """``label`` is best; ``second`` is so many nats behind it, the others far."""
    evidence = np.full(10, -600, np.float32)
    evidence[label], evidence[second] = -100, -100 - behind
    shares = np.exp(evidence - evidence.max())
    zeros = np.zeros(10, np.float32)
    pictures = np.zeros((10, 28, 28), np.float32)
    means = np.zeros((10, 2), np.float32)
    return Recognition(label, shares / shares.sum(), evidence, -evidence, zeros, pictures, means)


def choose(digits: str, doubtful: int, second: int, rule: str | None) -> tuple[str, str]:
    field = Field(tuple(piece(place) for place in range(len(digits))), len(digits) + 1)
    readings = [
        reading(int(digit), second, 2.0 if place == doubtful else 300.0)
        for place, digit in enumerate(digits)
    ]
    choice = choose_path(field, readings, NAMES, parse_rule(rule) if rule else None)
    assert 0 <= choice.probability <= 1
    return "".join(NAMES[edge.label] for edge in choice.path.edges), choice.warning


def test_without_a_rule_the_best_label_stands() -> None:
    assert choose("4242424242424247", 15, 2, None) == ("4242424242424247", "")


def test_a_doubtful_digit_lowers_the_probability() -> None:
    field = Field((piece(0), piece(1)), 3)
    clear = choose_path(field, [reading(1, 7, 300), reading(2, 3, 300)], NAMES, None)
    doubtful = choose_path(field, [reading(1, 7, 0.5), reading(2, 3, 300)], NAMES, None)
    assert clear.probability > 0.99
    assert 0.4 < doubtful.probability < 0.6


def test_a_check_digit_corrects_the_doubtful_digit_and_says_so() -> None:
    text, warning = choose("4242424242424247", 15, 2, "card")
    assert text == "4242424242424242"
    assert "4242424242424247" in warning


def test_a_check_digit_does_not_bend_what_is_clear() -> None:
    text, warning = choose("4242424242424247", 3, 9, "card")
    assert text == "4242424242424247"
    assert "cannot be read as one" in warning
