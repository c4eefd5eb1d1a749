"""What one end writes the other reads; numbers that no command can mean are no event (row 31)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_cvae.core.command_events import (
    DOWNLOAD_EVENTS,
    SEARCH_EVENTS,
    SERVER_EVENTS,
    SWEEP_EVENTS,
    TRAINING_EVENTS,
    Advised,
    CheckpointKept,
    Downloaded,
    EpochTrained,
    Event,
    Failed,
    Finishing,
    Saved,
    SearchEnded,
    Serving,
    Started,
    StepsDone,
    SweepStarted,
    SweptTraining,
    TrainingProgress,
    VisitorsCounted,
    event_line,
    parse_event,
)
from desktop_cvae.core.results import EpochRecord, LossTerms

TERMS = {"total": 3.0, "reconstruction": 2.0, "kl": 1.0}
RECORD = {"epoch": 1, "train": TERMS, "validation": TERMS, "seconds": 1.5}
EPOCH = {"event": "epoch", "epoch": 1, "epochs": 2, "batch": 3, "batches": 3, "train": TERMS}
EPOCH |= {"images_per_second": 9.5, "record": RECORD | {"kl_per_dimension": [0.5, 0.5]}}
SAVED = {"event": "saved", "file": "a.cvae", "model": "a", "metrics": {"accuracy": 0.97}}


def parsed(event: dict[str, Any], **changes: Any) -> Any:
    return parse_event(json.dumps(event | changes).encode(), TRAINING_EVENTS)


def test_what_a_training_says_is_an_event() -> None:
    assert isinstance(parsed(EPOCH, active_units=2), TrainingProgress)
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


def test_a_cure_keeps_plain_values_only() -> None:
    line = b'{"event":"advice","code":"nan","sentence":"s","cure":{"beta":2,"x":[1],"y":null}}'
    assert parse_event(line, TRAINING_EVENTS) == Advised("nan", "s", {"beta": 2})
    assert parse_event(b'{"event":"failed","sentence":"so"}', TRAINING_EVENTS) == Failed("so")
    told = b'{"event":"failed","sentence":"so","exit_code":5}'
    assert parse_event(told, TRAINING_EVENTS) == Failed("so", 5)


@given(st.binary(max_size=300))
def test_any_bytes_are_survived(line: bytes) -> None:
    parse_event(line, TRAINING_EVENTS)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=5,
)
KINDS = ["started", "batch", "epoch", "reconstructions", "checkpoint", "advice", "saved", "failed"]
NAMES = ["run", "folder", "batches", "images", "epoch", "epochs", "batch", "train", "record"]
NAMES += ["images_per_second", "file", "code", "sentence", "cure", "metrics", "active_units"]


@given(st.sampled_from(KINDS), st.dictionaries(st.sampled_from(NAMES), json_values))
def test_any_object_is_survived(kind: str, entries: dict[str, object]) -> None:
    parse_event(json.dumps({"event": kind, **entries}).encode(), TRAINING_EVENTS)


@pytest.mark.parametrize(
    "event",
    [
        Started("r1", Path("/runs/r1"), 10, 1000, 100, "studio", {"latent_dim": 4}, {"beta": 1.0}),
        TrainingProgress(1, 2, 3, 9, LossTerms(3.0, 2.0, 1.0), 9.5),
        TrainingProgress(
            2,
            2,
            9,
            9,
            LossTerms(3.0, 2.0, 1.0),
            9.5,
            EpochRecord(2, LossTerms(3.0, 2.0, 1.0), LossTerms(4.0, 3.0, 1.0), 1.5),
            (0.5, 0.5),
            2,
            True,
        ),
        CheckpointKept(3, 4),
        Advised("collapse", "Warm β up.", {"beta_warmup_epochs": 10}),
        Finishing("saving", 0, 1, ("saving", "measuring")),
        Saved(Path("/a.cvae"), "a", {"accuracy": 0.97}, True),
        Failed("No.", 5),
    ],
)
def test_what_is_written_is_read_back(event: Event) -> None:
    line = event_line(event)
    assert "\n" not in line
    assert json.loads(line)["version"] == 1
    assert parse_event(line.encode(), TRAINING_EVENTS) == event


@pytest.mark.parametrize(
    ("event", "kinds"),
    [
        (StepsDone(3, 9), SEARCH_EVENTS),
        (SearchEnded(True, (0.5,) * 784, {"fooled": True}), SEARCH_EVENTS),
        (Downloaded(Path("/mnist")), DOWNLOAD_EVENTS),
        (Serving("http://a", None), SERVER_EVENTS),
        (VisitorsCounted(2, 7), SERVER_EVENTS),
        (SweepStarted("s", Path("/s"), 9, 2, 3, 0), SWEEP_EVENTS),
        (EpochTrained(2, 1, 5), SWEEP_EVENTS),
        (SweptTraining({"number": 3, "state": "failed"}), SWEEP_EVENTS),
        (Failed("No.", 5), SWEEP_EVENTS),
    ],
)
def test_other_commands_are_read_back_too(event: Event, kinds: dict[str, type[Event]]) -> None:
    read = parse_event(event_line(event).encode(), kinds)
    if isinstance(event, SearchEnded):
        # The picture is not in the report, of which the line is made.
        assert read is None
        line = json.dumps({"event": "ended", "fooled": True, "image": [0.5] * 784}).encode()
        assert parse_event(line, kinds) == SearchEnded(True, event.image)
        short = line.replace(b"[0.5, ", b"[", 1)
        assert parse_event(short, kinds) is None
    else:
        assert read == event


def test_a_failure_tells_only_what_the_command_tells() -> None:
    assert json.loads(event_line(Failed("No.", details="why"))) == {
        "event": "failed",
        "version": 1,
        "sentence": "No.",
        "details": "why",
    }


def test_long_names_and_texts_are_cut() -> None:
    told = {"event": "finishing", "part": "x" * 99, "done": 1, "total": 2, "parts": ["y" * 99]}
    event = parsed(told)
    assert (len(event.part), len(event.parts[0])) == (40, 40)
    advice = {"event": "advice", "code": "nan", "sentence": "s" * 9999, "cure": {}}
    assert len(parsed(advice).sentence) == 4096
