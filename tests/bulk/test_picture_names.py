"""Names are found and sorted in bounded memory."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_cvae.bulk import picture_names as names_module
from desktop_cvae.bulk.picture_names import (
    PictureNames,
    find_pictures,
    listed_pictures,
    picture_source,
    sorted_names,
)
from desktop_cvae.core.errors import ImageProblem, InputOutputError, UsageError


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


def test_a_pattern_that_the_shell_leaves_is_matched_here(pictures: Path) -> None:
    found = [Path(name).name for name in find_pictures([str(pictures / "[02]*.png")])]
    assert found == ["0.png", "2.png"]
    with pytest.raises(UsageError, match="No picture matches"):
        list(find_pictures([str(pictures / "[x]*.png")]))
    assert list(find_pictures(["-"])) == ["-"]


def test_names_are_the_lines_of_a_list(tmp_path: Path) -> None:
    file = tmp_path / "list"
    longest = names_module._MAX_NAME_BYTES
    file.write_bytes(b"a b.png\r\n\n  \n\xff.png\n" + b"x" * (longest + 9) + b"\nlast.png")
    plain, odd, long, last = listed_pictures(str(file))
    assert (plain, os.fsencode(odd), last) == ("a b.png", b"\xff.png", "last.png")
    assert long == "x" * names_module._SHOWN_BYTES + "…"
    file.write_bytes(b"y" * (longest - 1) + b"\nlast.png\n")
    assert [len(name) for name in listed_pictures(str(file))] == [longest - 1, 8]
    assert list(PictureNames([], str(file)))[1:] == ["last.png"]
    (tmp_path / "first.png").touch()
    both = PictureNames([str(tmp_path / "first.png")], str(file))
    assert [Path(name).name for name in both][::2] == ["first.png", "last.png"]
    for wrong in (tmp_path, tmp_path / "gone"):
        with pytest.raises(InputOutputError, match=f"The list “{wrong}”"):
            list(listed_pictures(str(wrong)))


class Input:
    """Standard input with some bytes, or a terminal."""

    def __init__(self, data: bytes, terminal: bool = False) -> None:
        self.buffer, self._terminal = io.BytesIO(data), terminal

    def isatty(self) -> bool:
        return self._terminal


def test_standard_input_is_a_picture_or_a_list_of_names(monkeypatch: pytest.MonkeyPatch) -> None:
    assert picture_source("a.png") == Path("a.png")
    monkeypatch.setattr(sys, "stdin", Input(b"a.png\nb.png\n"))
    assert list(listed_pictures("-")) == ["a.png", "b.png"]
    monkeypatch.setattr(names_module, "_MAX_INPUT_BYTES", 8)
    monkeypatch.setattr(sys, "stdin", Input(b"12345678"))
    assert picture_source("-") == b"12345678"
    monkeypatch.setattr(sys, "stdin", Input(b"123456789"))
    with pytest.raises(ImageProblem, match="too large"):
        picture_source("-")
    for nothing in (None, Input(b"", terminal=True)):
        monkeypatch.setattr(sys, "stdin", nothing)
        with pytest.raises(UsageError, match="nothing is connected"):
            picture_source("-")
        with pytest.raises(UsageError, match="nothing is connected"):
            list(listed_pictures("-"))
