"""What a window shows, read back as it was; refused where it is none."""

from __future__ import annotations

import json
from typing import Any

import pytest

from desktop_cvae.core.drawing_record import DrawingRecord, StrokeRecord
from desktop_cvae.core.errors import InvalidSpec
from desktop_cvae.core.results import NoiseSetting
from desktop_cvae.gui.widgets import result_tabs
from desktop_cvae.library.window_record import PANELS, WindowRecord

LINE = DrawingRecord((StrokeRecord(0.07, False, ((0.1, 0.2), (0.3, 0.4))),), 2.6)
WHOLE = WindowRecord(LINE, NoiseSetting("speckle", 0.4, 7), "3", "8", "latent", "evidence", True)


@pytest.mark.parametrize("record", [WindowRecord(), WHOLE])
def test_it_comes_back_as_it_was(record: WindowRecord) -> None:
    assert WindowRecord.from_json(json.loads(json.dumps(record.to_json()))) == record


def test_its_panels_are_the_windows() -> None:
    assert tuple(result_tabs.PANELS) == PANELS


@pytest.mark.parametrize(
    "change",
    [
        {"more": 1},
        {"noise": {"kind": "rain", "level": 0.1, "seed": 1}},
        {"noise": {"kind": "gaussian", "level": 1.1, "seed": 1}},
        {"noise": {"kind": "gaussian", "level": 0.1, "seed": -1}},
        {"noise": {"kind": "gaussian", "level": 0.1, "seed": 10**12}},
        {"noise": 3},
        {"label": None},
        {"label": "x" * 101},
        {"looked_at": "\x1b[2J"},
        {"panel": "../panel"},
        {"topic": "../../etc"},
        {"reads_number": 1},
        {"drawing": {}},
    ],
)
def test_what_is_out_of_range_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(InvalidSpec):
        WindowRecord.from_json(WHOLE.to_json() | change)


def test_what_lacks_an_entry_is_refused() -> None:
    for name in WHOLE.to_json():
        data = WHOLE.to_json()
        del data[name]
        with pytest.raises(InvalidSpec):
            WindowRecord.from_json(data)
    with pytest.raises(InvalidSpec):
        WindowRecord.from_json([])
