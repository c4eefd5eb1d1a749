from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_cvae.core.errors import UsageError
from desktop_cvae.inference.field_rules import COUNTS, parse_rule, passes_luhn

numbers = st.text("0123456789", min_size=1, max_size=20)


@given(number=numbers)
def test_exactly_one_check_digit_passes(number: str) -> None:
    assert sum(passes_luhn(number + digit) for digit in "0123456789") == 1


@given(number=numbers, place=st.integers(0, 19), digit=st.sampled_from("0123456789"))
def test_one_digit_misread_never_passes(number: str, place: int, digit: str) -> None:
    right = next(number + last for last in "0123456789" if passes_luhn(number + last))
    place %= len(right)
    wrong = right[:place] + digit + right[place + 1 :]
    assert passes_luhn(wrong) == (wrong == right)


@given(count=st.integers(*COUNTS["length"][:2]), number=numbers)
def test_a_length_allows_that_length_only(count: int, number: str) -> None:
    assert parse_rule(f"length:{count}").allows(number) == (len(number) == count)


@pytest.mark.parametrize(
    ("wish", "number", "allowed"),
    [
        ("postal", "90210", True),
        ("postal:4", "90210", False),
        ("phone", "5550123", True),
        ("phone", "555012", False),
        ("phone", "7777777", False),
        ("phone", "7777778", True),
        ("phone", "12" * 7 + "3", True),
        ("phone", "12" * 8, False),
        ("card", "0" * 11, False),
        ("card", "0" * 12, True),
        ("card", "0" * 19, True),
        ("card", "0" * 20, False),
        ("card", "4242424242424242", True),
        ("card", "4242424242424241", False),
        ("CARD ", "4242424242424242", True),
        ("length:2", "4x", False),
    ],
)
def test_rules(wish: str, number: str, allowed: bool) -> None:
    assert parse_rule(wish).allows(number) == allowed


@pytest.mark.parametrize("kind", COUNTS)
def test_the_bounds_are_rules_themselves(kind: str) -> None:
    for count in COUNTS[kind]:
        assert parse_rule(f"{kind}:{count}").lengths == (count,)


@pytest.mark.parametrize(
    "wish", ["length", "length:0", "length:41", "length:²", "postal:2", "postal:11", "card:5", ""]
)
def test_what_is_no_rule_is_refused(wish: str) -> None:
    with pytest.raises(UsageError):
        parse_rule(wish)


@given(wish=st.text(max_size=12).filter(lambda wish: "a" not in wish and "h" not in wish))
def test_any_other_text_is_refused(wish: str) -> None:
    with pytest.raises(UsageError):
        parse_rule(wish)


def test_a_rule_says_what_it_asks_for() -> None:
    wishes = ("length:3", " POSTAL", "postal:4", "phone", "card")
    rules = [(rule.name, rule.title) for rule in map(parse_rule, wishes)]
    assert rules == [
        ("length:3", "3 digits"),
        ("postal:5", "a postal code of 5 digits"),
        ("postal:4", "a postal code of 4 digits"),
        ("phone", "a phone number of 7 to 15 digits"),
        ("card", "a card number with its check digit"),
    ]
