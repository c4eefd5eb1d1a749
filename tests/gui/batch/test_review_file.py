"""Unsaved reviews on disk: kept, found again for the same file, and forgotten."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_cvae.gui.batch.review_file import (
    KeptReview,
    change_kept,
    find_kept,
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
    change_kept({picture: review_of(picture)}, ())
    assert find_kept([picture, "other.png"]) == {picture: review_of(picture)}
    change_kept({"other.png": review_of("other.png")}, [picture])
    assert find_kept([picture, "other.png"]) == {"other.png": review_of("other.png")}


def test_another_picture_under_the_same_name_has_no_review(picture: str) -> None:
    change_kept({picture: review_of(picture)}, ())
    Path(picture).write_bytes(b"another")
    assert not find_kept([picture])


@pytest.mark.parametrize("content", ["{", "[1]", '{"NAME": {"correction": 3}}', '{"NAME": null}'])
def test_a_damaged_file_offers_nothing(picture: str, content: str) -> None:
    review_file().parent.mkdir(parents=True, exist_ok=True)
    review_file().write_text(content.replace("NAME", picture))
    assert not find_kept([picture])
    change_kept({picture: review_of(picture)}, ())
    assert find_kept([picture])
