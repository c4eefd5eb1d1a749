"""Row 31: numbers that no training can mean are no event."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from desktop_cvae.workers.training_events import CheckpointKept, Progressed, Saved, parse_event

TERMS = {"total": 3.0, "reconstruction": 2.0, "kl": 1.0}
RECORD = {"epoch": 1, "train": TERMS, "validation": TERMS, "seconds": 1.5}
EPOCH = {"event": "epoch", "epoch": 1, "epochs": 2, "batch": 3, "batches": 3, "train": TERMS}
EPOCH |= {"images_per_second": 9.5, "record": RECORD | {"kl_per_dimension": [0.5, 0.5]}}
SAVED = {"event": "saved", "file": "a.cvae", "model": "a", "metrics": {"accuracy": 0.97}}


def parsed(event: dict[str, Any], **changes: Any) -> Any:
    return parse_event(json.dumps(event | changes).encode())


def test_what_a_training_says_is_an_event() -> None:
    assert isinstance(parsed(EPOCH, active_units=2), Progressed)
    assert parsed(SAVED) == Saved(Path("a.cvae"), "a", {"accuracy": 0.97})
    assert parsed({"event": "checkpoint", "epoch": 0}) == CheckpointKept(0)


@pytest.mark.parametrize("wrong", [-1, 1.5, True, "1", 10**13, float("nan"), float("inf"), None])
def test_a_wrong_count_is_no_event(wrong: object) -> None:
    assert parsed(EPOCH, batch=wrong) is None
    assert parsed({"event": "checkpoint", "epoch": wrong}) is None


@pytest.mark.parametrize("wrong", [float("nan"), float("-inf"), 10**400, "1", True, [1]])
def test_a_wrong_number_is_no_event(wrong: object) -> None:
    assert parsed(EPOCH, images_per_second=wrong) is None
    assert parsed(EPOCH, record=RECORD | {"kl_per_dimension": [wrong]}) is None
    assert parsed(EPOCH, record=RECORD | {"seconds": wrong}) is None
    assert parsed(SAVED, metrics={"accuracy": wrong}) is None


def test_a_negative_speed_or_an_epoch_before_the_first_is_no_event() -> None:
    assert parsed(EPOCH, images_per_second=-1.0) is None
    assert parsed(EPOCH, record=RECORD | {"epoch": 0}) is None
    assert parsed(EPOCH, record=RECORD | {"seconds": -1.0}) is None


def test_a_cure_has_no_number_that_is_none() -> None:
    cure = {"beta": 2, "gamma": float("inf"), "delta": float("nan"), "on": True}
    advice = parsed({"event": "advice", "code": "nan", "sentence": "s", "cure": cure})
    assert advice.cure == {"beta": 2, "on": True}


def test_a_file_whose_name_no_system_takes_is_no_event() -> None:
    assert parsed(SAVED, file="a\0b") is None
    assert parsed(SAVED, file=["a"]) is None
