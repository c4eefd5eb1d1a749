"""A window's drawing on the disk: one place a window, nothing lost, nothing believed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from desktop_cvae.core import paths
from desktop_cvae.core.drawing_record import DrawingRecord, StrokeRecord
from desktop_cvae.core.errors import InputOutputError
from desktop_cvae.library.kept_canvas import SLOTS, CanvasSlot, KeptCanvas, take_slot
from desktop_cvae.library.window_record import WindowRecord


def shown(x: float) -> WindowRecord:
    return WindowRecord(DrawingRecord((StrokeRecord(0.1, False, ((x, 0.5),)),)))


def taken(*, wants_kept: bool = True) -> CanvasSlot:
    slot = take_slot(wants_kept=wants_kept)
    assert slot is not None
    return slot


def left_behind(window: WindowRecord, age_s: float = 0, *, is_ended: bool = True) -> Path:
    """The file of a window that has gone."""
    slot = taken(wants_kept=False)
    slot.keep(window, is_ended=is_ended)
    slot.release()
    when = slot.path.stat().st_mtime - age_s
    os.utime(slot.path, (when, when))
    return slot.path


@pytest.mark.parametrize("is_ended", [True, False])
def test_the_next_window_finds_what_the_last_one_showed(home: Path, is_ended: bool) -> None:
    left_behind(shown(0.1), is_ended=is_ended)
    slot = taken()
    assert slot.read() == KeptCanvas(shown(0.1), is_ended)
    slot.release()


def test_two_windows_do_not_fight(home: Path) -> None:
    left_behind(shown(0.1), age_s=60)
    left_behind(shown(0.2))
    first, second, third = taken(), taken(), taken()
    assert [slot.read() for slot in (first, second, third)] == [
        KeptCanvas(shown(0.2), True),
        KeptCanvas(shown(0.1), True),
        None,
    ]
    third.keep(shown(0.3), is_ended=False)
    assert len({slot.path for slot in (first, second, third)}) == 3
    for slot in (first, second, third):
        slot.release()


def test_who_brings_a_picture_leaves_what_was_kept_to_the_next(home: Path) -> None:
    left_behind(shown(0.1))
    slot = taken(wants_kept=False)
    slot.keep(shown(0.2), is_ended=False)
    plain = taken()
    assert plain.read() == KeptCanvas(shown(0.1), True)
    for each in (slot, plain):
        each.release()


def test_where_all_places_are_full_the_oldest_is_given_up(home: Path) -> None:
    kept = [left_behind(shown(0.1), age_s=10 * number) for number in range(SLOTS)]
    slot = taken(wants_kept=False)
    assert slot.path == kept[-1]
    slot.release()


def test_more_windows_than_places_go_without(home: Path) -> None:
    slots = [taken() for _ in range(SLOTS)]
    assert take_slot(wants_kept=True) is None
    for slot in slots:
        slot.release()


def test_an_empty_canvas_leaves_nothing(home: Path) -> None:
    slot = taken()
    slot.keep(shown(0.1), is_ended=False)
    assert slot.path.exists()
    slot.keep(WindowRecord(), is_ended=False)
    assert not slot.path.exists()
    slot.keep(WindowRecord(), is_ended=True)
    slot.release()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\0" * 1000,
        b"[]",
        b'{"is_ended": true}',
        b'{"is_ended": 1, "window": {}}',
        b'{"is_ended": true, "window": {}}',
        b"[" * 50_000,
    ],
)
def test_what_makes_no_sense_is_set_aside(home: Path, data: bytes) -> None:
    path = left_behind(shown(0.1))
    path.write_bytes(data)
    slot = taken()
    assert slot.read() is None
    assert not path.exists()
    assert path.with_name(path.name + ".bad").read_bytes() == data
    slot.release()


def test_a_folder_that_cannot_be_written_is_our_error(home: Path) -> None:
    home.mkdir(exist_ok=True)
    (paths.data_dir() / "canvas").write_text("in the way")
    with pytest.raises(InputOutputError):
        take_slot(wants_kept=True)
