"""What an archived reading is called: the correction comes before the reading."""

from __future__ import annotations

import pytest
from archived_answers import some_entry

from desktop_cvae.gui.archive.entry_texts import (
    NOTHING_READ,
    answer_text,
    is_corrected,
    read_text,
)


@pytest.mark.parametrize("given", ["3", "9", "A"])
def test_another_label_corrects_the_reading(given: str) -> None:
    entry = some_entry(7, given_label=given)
    assert is_corrected(entry)
    assert (read_text(entry), answer_text(entry)) == ("7", given)


@pytest.mark.parametrize("given", [None, "7"])
def test_a_reading_that_was_confirmed_or_left_is_not_corrected(given: str | None) -> None:
    entry = some_entry(7, given_label=given)
    assert not is_corrected(entry)
    assert answer_text(entry) == "7"


def test_nothing_read_is_a_dash() -> None:
    assert answer_text(some_entry(7, text="")) == NOTHING_READ
