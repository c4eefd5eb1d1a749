"""A session record comes back as it was, in one slot per window; nothing invalid is accepted."""

from __future__ import annotations

import errno
import json
import os
from pathlib import Path
from typing import Any

import pytest

from desktop_cvae.core import atomic_files, paths
from desktop_cvae.core.drawing_record import DrawingRecord, StrokeRecord
from desktop_cvae.core.errors import InputOutputError, InvalidData
from desktop_cvae.core.results import NoiseSetting
from desktop_cvae.gui.widgets import result_tabs
from desktop_cvae.library.session_record import (
    PANELS,
    SLOTS,
    SavedSession,
    SessionRecord,
    SessionSlot,
    take_slot,
)

LINE = DrawingRecord((StrokeRecord(0.07, False, ((0.1, 0.2), (0.3, 0.4))),), 2.6)
WHOLE = SessionRecord(LINE, NoiseSetting("speckle", 0.4, 7), "3", "8", "latent", "evidence", True)


@pytest.mark.parametrize("record", [SessionRecord(), WHOLE])
def test_a_record_survives_json(record: SessionRecord) -> None:
    assert SessionRecord.from_json(json.loads(json.dumps(record.to_json()))) == record


def test_the_panels_are_those_of_the_window() -> None:
    assert tuple(result_tabs.PANELS) == PANELS


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"more": 1}, "unknown one"),
        ({"noise": {"kind": "rain", "level": 0.1, "seed": 1}}, "the noise"),
        ({"noise": {"kind": "gaussian", "level": 1.1, "seed": 1}}, "the noise"),
        ({"noise": {"kind": "gaussian", "level": 0.1, "seed": -1}}, "the noise"),
        ({"noise": {"kind": "gaussian", "level": 0.1, "seed": 10**12}}, "the noise"),
        ({"noise": 3}, "noise"),
        ({"label": None}, "should be text"),
        ({"label": "x" * 101}, "a label’s name|a label's name"),
        ({"looked_at": "\x1b[2J"}, "a label’s name|a label's name"),
        ({"panel": "../panel"}, "the panel"),
        ({"topic": "../../etc"}, "the panel"),
        ({"reads_number": 1}, "reads_number"),
        ({"drawing": {}}, "drawing"),
    ],
)
def test_a_value_out_of_range_is_rejected(change: dict[str, Any], fault: str) -> None:
    data = json.loads(json.dumps(WHOLE.to_json()))
    assert SessionRecord.from_json(data) == WHOLE
    with pytest.raises(InvalidData, match=fault):
        SessionRecord.from_json(data | change)


def test_a_missing_entry_is_rejected() -> None:
    for name in WHOLE.to_json():
        data = WHOLE.to_json()
        del data[name]
        with pytest.raises(InvalidData):
            SessionRecord.from_json(data)
    with pytest.raises(InvalidData):
        SessionRecord.from_json([])


def shown(x: float) -> SessionRecord:
    return SessionRecord(DrawingRecord((StrokeRecord(0.1, False, ((x, 0.5),)),)))


def taken(*, prefers_saved: bool = True) -> SessionSlot:
    slot = take_slot(prefers_saved=prefers_saved)
    assert slot is not None
    return slot


def leave_session(window: SessionRecord, age_s: float = 0, *, is_ended: bool = True) -> Path:
    """The file of a window that has gone."""
    slot = taken(prefers_saved=False)
    slot.save(window, is_ended=is_ended)
    slot.release()
    when = slot.path.stat().st_mtime - age_s
    os.utime(slot.path, (when, when))
    return slot.path


@pytest.mark.parametrize("is_ended", [True, False])
def test_the_next_window_finds_what_the_last_one_showed(home: Path, is_ended: bool) -> None:
    leave_session(shown(0.1), is_ended=is_ended)
    slot = taken()
    assert slot.read() == SavedSession(shown(0.1), is_ended)
    slot.release()


def test_windows_take_different_slots(home: Path) -> None:
    leave_session(shown(0.1), age_s=60)
    leave_session(shown(0.2))
    first, second, third = taken(), taken(), taken()
    assert [slot.read() for slot in (first, second, third)] == [
        SavedSession(shown(0.2), True),
        SavedSession(shown(0.1), True),
        None,
    ]
    third.save(shown(0.3), is_ended=False)
    assert len({slot.path for slot in (first, second, third)}) == 3
    for slot in (first, second, third):
        slot.release()


def test_a_window_with_a_picture_leaves_the_saved_session_to_the_next(home: Path) -> None:
    leave_session(shown(0.1))
    slot = taken(prefers_saved=False)
    slot.save(shown(0.2), is_ended=False)
    plain = taken()
    assert plain.read() == SavedSession(shown(0.1), True)
    for each in (slot, plain):
        each.release()


def test_the_oldest_session_is_overwritten_when_all_slots_are_used(home: Path) -> None:
    kept = [leave_session(shown(0.1), age_s=10 * number) for number in range(SLOTS)]
    slot = taken(prefers_saved=False)
    assert slot.path == kept[-1]
    slot.release()


def test_no_slot_is_left_for_more_windows_than_slots(home: Path) -> None:
    slots = [taken() for _ in range(SLOTS)]
    assert take_slot(prefers_saved=True) is None
    for slot in slots:
        slot.release()


def test_an_empty_canvas_leaves_no_file(home: Path) -> None:
    slot = taken()
    slot.save(shown(0.1), is_ended=False)
    assert slot.path.exists()
    slot.save(SessionRecord(), is_ended=False)
    assert not slot.path.exists()
    slot.save(SessionRecord(), is_ended=True)
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
def test_an_invalid_file_is_renamed(home: Path, data: bytes) -> None:
    path = leave_session(shown(0.1))
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
        take_slot(prefers_saved=True)


def test_a_session_that_cannot_be_saved_is_our_error_and_the_last_one_stays(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slot = taken(prefers_saved=False)
    slot.save(shown(0.1), is_ended=False)
    before = slot.path.read_bytes()

    def refuse(*_: Path) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(atomic_files, "replace_file", refuse)
    with pytest.raises(InputOutputError):
        slot.save(shown(0.2), is_ended=False)
    assert [path.read_bytes() for path in slot.path.parent.glob("*.json")] == [before]
    slot.release()


def test_a_drawing_is_for_its_owner_alone(home: Path) -> None:
    slot = taken()
    slot.save(shown(0.1), is_ended=False)
    assert slot.path.stat().st_mode & 0o777 == 0o600
    slot.release()
