"""Names are found and sorted in bounded memory."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_cvae.bulk import picture_names as names_module
from desktop_cvae.bulk.picture_names import PictureNames, find_pictures, sorted_names
from desktop_cvae.core.errors import UsageError


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1)))
def test_names_beyond_what_is_sorted_at_once_wait_on_the_disk(names: list[str]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(names_module, "SORTED_AT_ONCE", 3)
        patch.setattr(names_module, "_BYTES_AT_ONCE", 2)
        assert list(sorted_names(iter(names))) == sorted(names)


def test_sources_keep_their_order_and_folders_are_sorted(pictures: Path) -> None:
    (pictures / ".hidden.png").write_bytes(b"")
    (pictures / "inner").mkdir()
    (pictures / "3.png").rename(pictures / "inner" / "3.png")
    sources = [str(pictures / "2.png"), str(pictures / "gone.png"), str(pictures)]
    found = [Path(name).name for name in find_pictures(sources)]
    assert found == ["2.png", "gone.png", "0.png", "1.png", "2.png"]
    deeper = [Path(name).name for name in find_pictures(sources[2:], recursive=True)]
    assert deeper == ["0.png", "1.png", "2.png", "3.png"]
    assert list(find_pictures([str(pictures / ".hidden.png")])) == [str(pictures / ".hidden.png")]


def test_nothing_that_exists_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"No picture matches “a”, “b”, “c”\."):
        list(find_pictures(list("abcd")))


def test_names_of_a_pipe_cannot_be_counted(tmp_path: Path) -> None:
    (tmp_path / "list").write_text("a\n")
    assert PictureNames([]).can_be_counted
    assert PictureNames([], str(tmp_path / "list")).can_be_counted
    assert not PictureNames([], "-").can_be_counted
