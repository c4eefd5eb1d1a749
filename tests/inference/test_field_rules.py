from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_cvae.core.errors import InvalidData, UsageError
from desktop_cvae.inference.field_rules import (
    COUNTS,
    list_rule,
    parse_rule,
    passes_luhn,
    with_separators,
)

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
        ("length:2", "4.2", False),
        ("date", "31122026", True),
        ("date", "31.12.2026", True),
        ("date", "31/12/26", True),
        ("date", "29.02.2023", False),
        ("date", "29.02.2024", True),
        ("date", "31.04.2024", False),
        ("date", "00.04.2024", False),
        ("date", "12.13.2024", False),
        ("date", "2026-12-31", True),
        ("date", "20261231", True),
        ("date", "2026-31-12", False),
        ("date", "1.2.2026", True),
        ("date", "122026", False),
        ("date", "3112.2026", True),
        ("date", "311.22026", False),
        ("date", "31.12.1726", False),
        ("date", "3?.12.2026", False),
        ("amount", "1234", True),
        ("amount", "1.234,56", True),
        ("amount", "1,234", True),
        ("amount", "12.34", True),
        ("amount", "1,23,456", False),
        ("amount", "1.2", False),
        ("amount", "0.50", True),
        ("amount", "007.50", False),
        ("decimal", "36,6", True),
        ("decimal", "366", True),
        ("decimal", "3.6.6", False),
        ("decimal", "36.", True),
        ("decimal", "3,", True),
        ("decimal", ",", False),
        ("decimal", "1" * 16, False),
    ],
)
def test_rules(wish: str, number: str, allowed: bool) -> None:
    assert parse_rule(wish).allows(number) == allowed


@pytest.mark.parametrize("kind", COUNTS)
def test_the_bounds_are_rules_themselves(kind: str) -> None:
    for count in COUNTS[kind]:
        assert parse_rule(f"{kind}:{count}").lengths == (count,)


@pytest.mark.parametrize(
    "wish",
    [
        "length",
        "length:0",
        "length:41",
        "length:²",
        "postal:2",
        "postal:11",
        "card:5",
        "date:1",
        "",
    ],
)
def test_what_is_no_rule_is_refused(wish: str) -> None:
    with pytest.raises(UsageError):
        parse_rule(wish)


@given(wish=st.text(max_size=12).filter(lambda wish: not set(wish.lower()) & set("ah")))
def test_any_other_text_is_refused(wish: str) -> None:
    with pytest.raises(UsageError):
        parse_rule(wish)


@pytest.mark.parametrize(
    ("wish", "digits", "marks", "written"),
    [
        ("date", "31122026", (), "31.12.2026"),
        ("date", "311226", (2, 4), "31.12.26"),
        ("date", "20261231", (4,), "2026-12-31"),
        ("date", "01022003", (4, 6), None),
        ("date", "122026", (1, 2), "1.2.2026"),
        ("date", "1122026", (1, 3), "1.12.2026"),
        ("date", "1122026", (2, 3), "11.2.2026"),
        ("date", "1122026", (), None),
        ("amount", "123456", (1, 4), "1234.56"),
        ("amount", "123456", (3,), "123456"),
        ("amount", "123456", (), "123456"),
        ("decimal", "366", (0, 2, 2, 3), "36.6"),
    ],
)
def test_marks_say_how_a_number_is_written(
    wish: str, digits: str, marks: tuple[int, ...], written: str | None
) -> None:
    separators = parse_rule(wish).separators(digits, marks)
    assert (None if separators is None else with_separators(digits, separators)) == written


def test_a_rule_says_what_it_asks_for() -> None:
    wishes = ("length:3", " POSTAL", "postal:4", "phone", "card", "amount")
    rules = [(rule.name, rule.title) for rule in map(parse_rule, wishes)]
    assert rules == [
        ("length:3", "3 digits"),
        ("postal:5", "a postal code of 5 digits"),
        ("postal:4", "a postal code of 4 digits"),
        ("phone", "a phone number of 7 to 15 digits"),
        ("card", "a card number with its check digit"),
        ("amount", "an amount as 1234.50"),
    ]


def test_a_list_allows_its_values_only() -> None:
    rule = list_rule(("0042", "17-3"))
    assert rule.lengths == (3, 4)
    assert [rule.allows(text) for text in ("0042", "173", "42", "1234")] == [
        True,
        True,
        False,
        False,
    ]
    for values in ((), ("12", "1.2"), ("12a",), ("",), ("-1",), ("1" * 41,)):
        with pytest.raises(InvalidData):
            list_rule(values)
