"""Unsaved reviews on disk: kept, found again for the same file, and forgotten."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from desktop_cvae.gui.batch.review_file import (
    KeptReview,
    find_kept,
    forget,
    keep,
    review_file,
    stamp_of,
)


@pytest.fixture
def picture(tmp_path: Path) -> str:
    file = tmp_path / "scan.png"
    file.write_bytes(b"one")
    return str(file)


def review_of(name: str) -> KeptReview:
    return KeptReview("42", frozenset({1, 3}), "ada", "47", stamp_of(name))


def test_a_review_is_found_again_until_it_is_forgotten(picture: str) -> None:
    keep({picture: review_of(picture)})
    assert find_kept([picture, "other.png"]) == {picture: review_of(picture)}
    keep({"other.png": review_of("other.png")})
    forget([picture])
    assert find_kept([picture, "other.png"]) == {"other.png": review_of("other.png")}


def test_the_last_change_of_a_picture_counts_and_only_it_is_written(picture: str) -> None:
    many = {f"{number}.png": review_of(picture) for number in range(500)}
    keep({**many, picture: review_of(picture)})
    before = review_file().read_bytes()
    keep({picture: None})
    after = review_file().read_bytes()
    assert after.startswith(before)
    assert after.count(b"\n") == before.count(b"\n") + 1
    assert find_kept([picture]) == {}
    keep({picture: replace(review_of(picture), correction="48")})
    assert find_kept([picture])[picture].correction == "48"
    # What is superseded goes when the table is saved.
    forget(many)
    assert review_file().read_bytes().count(b"\n") == 1


def test_a_line_that_a_crash_cut_short_costs_nothing_else(picture: str) -> None:
    keep({picture: review_of(picture)})
    keep({"other.png": review_of("other.png")})
    review_file().write_bytes(review_file().read_bytes()[:-9])
    assert find_kept([picture, "other.png"]) == {picture: review_of(picture)}
    keep({"third.png": review_of("third.png")})
    assert find_kept([picture, "third.png"]).keys() == {picture, "third.png"}


def test_another_picture_under_the_same_name_has_no_review(picture: str) -> None:
    keep({picture: review_of(picture)})
    Path(picture).write_bytes(b"another")
    assert not find_kept([picture])


@pytest.mark.parametrize(
    "content", ["{", "[1]", "17", '["NAME", {"correction": 3}]', '["NAME", null]', '["NAME", 3]']
)
def test_a_damaged_file_offers_nothing(picture: str, content: str) -> None:
    review_file().parent.mkdir(parents=True, exist_ok=True)
    review_file().write_text(content.replace("NAME", picture))
    assert not find_kept([picture])
    keep({picture: review_of(picture)})
    assert find_kept([picture])
