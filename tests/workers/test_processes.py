"""The download process: progress, cancelling, failures. A script plays the program.

The training process: events, commands, crashes, junk. A script plays the program.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from desktop_cvae.workers import processes
from desktop_cvae.workers.processes import (
    MAX_LINE_BYTES,
    NO_REASON,
    DownloadProcess,
    TrainingProcess,
)
from desktop_cvae.workers.training_events import (
    Advised,
    CheckpointKept,
    Failed,
    Held,
    Pictured,
    Progressed,
    Saved,
    Started,
    TrainingEvent,
    parse_event,
)

DOWNLOAD_PLAYER = Path(__file__).with_name("download_player.py")


class PlayedDownload:
    """A download that a script plays, and what came of it."""

    def __init__(self, qtbot: QtBot, command: list[str]) -> None:
        self.qtbot = qtbot
        self.process = DownloadProcess(command)
        self.steps: list[tuple[int, int]] = []
        self.ends: list[tuple[str, str]] = []
        self.process.progressed.connect(lambda *step: self.steps.append(step))
        self.process.finished.connect(lambda *end: self.ends.append(end))
        self.process.start()

    def wait_for_a_step(self) -> None:
        self.qtbot.waitUntil(lambda: bool(self.steps), timeout=20_000)

    def wait_for_the_end(self) -> tuple[str, str]:
        self.qtbot.waitUntil(lambda: bool(self.ends), timeout=20_000)
        assert not self.process.is_running
        assert len(self.ends) == 1
        return self.ends[0]


Play = Callable[[str], PlayedDownload]


@pytest.fixture
def play_download(qtbot: QtBot) -> Iterator[Play]:
    played: list[PlayedDownload] = []

    def make(script: str) -> PlayedDownload:
        played.append(PlayedDownload(qtbot, [sys.executable, str(DOWNLOAD_PLAYER), script]))
        return played[-1]

    yield make
    for one in played:
        one.process.shut_down()


def test_what_has_come_is_told(play_download: Play) -> None:
    played = play_download("whole")
    assert played.wait_for_the_end() == ("", "")
    assert played.steps == [(11_594_722, 11_594_722)]
    assert not played.process.is_stopped


def test_cancelled_is_no_failure_and_it_can_be_taken_up(play_download: Play) -> None:
    played = play_download("hold")
    played.wait_for_a_step()
    played.process.stop()
    assert played.wait_for_the_end() == ("", "")
    assert played.process.is_stopped
    played.process.start()
    assert played.process.is_running
    assert not played.process.is_stopped


def test_row_26_offline_is_the_programs_own_sentence(play_download: Play) -> None:
    sentence, details = play_download("offline").wait_for_the_end()
    assert sentence == "MNIST could not be downloaded; check the connection."
    assert details == "a: no"


def test_what_is_unknown_is_passed_over(play_download: Play) -> None:
    played = play_download("junk")
    assert played.wait_for_the_end() == ("what a day", "desktop-cvae: what a day")
    assert played.steps == []


def test_a_crash_is_a_sentence(play_download: Play) -> None:
    assert play_download("crash").wait_for_the_end()[0] == NO_REASON


def test_what_cannot_be_started_is_a_sentence(qtbot: QtBot, tmp_path: Path) -> None:
    played = PlayedDownload(qtbot, [str(tmp_path / "nothing")])
    assert played.wait_for_the_end()[0] == NO_REASON


def test_who_hears_nothing_is_killed(play_download: Play, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "CANCEL_MS", 50)
    played = play_download("deaf")
    played.wait_for_a_step()
    played.process.stop()
    assert played.wait_for_the_end() == ("", "")


def test_the_end_of_the_program_does_not_wait_for_the_network(play_download: Play) -> None:
    played = play_download("deaf")
    played.wait_for_a_step()
    played.process.shut_down(limit_ms=50)
    assert not played.process.is_running


PLAYER = Path(__file__).with_name("events_player.py")


class Played:
    """A process that plays a script, and what came of it."""

    def __init__(self, qtbot: QtBot, script: str) -> None:
        self.qtbot = qtbot
        self.process = TrainingProcess([sys.executable, str(PLAYER), script])
        self.events: list[TrainingEvent] = []
        self.failures: list[tuple[str, str]] = []
        self.codes: list[int] = []
        self.process.event_received.connect(self.events.append)
        self.process.failed.connect(lambda *told: self.failures.append(told))
        self.process.finished.connect(self.codes.append)
        self.process.start(["train"])

    def wait_for(self, kind: type, count: int = 1) -> TrainingEvent:
        def found() -> list[TrainingEvent]:
            return [event for event in self.events if isinstance(event, kind)]

        self.qtbot.waitUntil(lambda: len(found()) >= count, timeout=20_000)
        return found()[-1]

    def wait_for_the_end(self) -> int:
        self.qtbot.waitUntil(lambda: bool(self.codes), timeout=20_000)
        assert len(self.codes) == 1
        assert not self.process.is_running
        return self.codes[0]


Play = Callable[[str], Played]


@pytest.fixture
def play(qtbot: QtBot) -> Iterator[Play]:
    plays: list[Played] = []

    def begin(script: str) -> Played:
        plays.append(Played(qtbot, script))
        return plays[-1]

    yield begin
    for played in plays:
        played.process.shut_down()


def test_events_arrive_in_order_and_commands_are_answered(play: Play) -> None:
    played = play("obedient")
    played.wait_for(CheckpointKept)
    kinds = [type(event) for event in played.events]
    assert kinds == [Started, Progressed, Progressed, CheckpointKept]
    assert played.process.has_checkpoint
    played.process.pause()
    assert played.wait_for(Held) == Held(is_paused=True)
    played.process.resume()
    assert played.wait_for(Held, 2) == Held(is_paused=False)
    played.process.send_canvas(Path("folder with blanks/canvas.npy"))
    assert played.wait_for(Pictured) == Pictured("canvas", 1, Path("folder with blanks/canvas.npy"))
    played.process.stop()
    saved = played.wait_for(Saved)
    assert isinstance(saved, Saved)
    assert (saved.model, saved.metrics) == ("my-cvae", {"accuracy": 0.97})
    assert played.wait_for_the_end() == 0
    assert played.failures == []


def test_an_epoch_carries_its_record(play: Play) -> None:
    played = play("junk")
    event = played.wait_for(Progressed)
    assert isinstance(event, Progressed)
    assert event.record is not None
    assert event.record.validation.total == 131.0
    assert event.kl_per_dimension == (5.0, 4.0, 3.0, 2.0)
    assert (event.active_units, event.is_best) == (4, True)


def test_cancel_is_no_failure(play: Play) -> None:
    played = play("obedient")
    played.wait_for(CheckpointKept)
    played.process.cancel()
    assert played.wait_for_the_end() == 0
    assert played.failures == []


def test_junk_and_unknown_events_are_passed_over(play: Play) -> None:
    played = play("junk")
    assert played.wait_for_the_end() == 0
    assert [type(event) for event in played.events] == [Progressed, Saved]
    assert played.failures == []


def test_a_gigantic_line_is_dropped_and_not_kept(play: Play) -> None:
    played = play("gigantic")
    assert played.wait_for_the_end() == 0
    assert [type(event) for event in played.events] == [Progressed, Saved]
    assert len(played.process._buffer) <= MAX_LINE_BYTES


@pytest.mark.parametrize(
    ("script", "kept"), [("crash", "nothing was kept yet"), ("late_crash", "checkpoint is kept")]
)
def test_a_killed_process_is_one_sentence(play: Play, script: str, kept: str) -> None:
    """Row 19."""
    played = play(script)
    played.wait_for(CheckpointKept if script == "late_crash" else Started)
    os.kill(played.process.process_id, signal.SIGKILL)
    assert played.wait_for_the_end() == -1
    [(sentence, _)] = played.failures
    assert kept in sentence


def test_the_programs_own_sentence_is_passed_on(play: Play) -> None:
    """Row 18."""
    played = play("complain")
    assert played.wait_for_the_end() == 3
    [(sentence, details)] = played.failures
    assert sentence == "TensorFlow is missing."
    assert "some library's warning" in details


def test_a_failure_is_told_once(play: Play) -> None:
    played = play("give_up")
    assert played.wait_for_the_end() == 1
    assert [sentence for sentence, _ in played.failures] == ["The loss became NaN."]


def test_a_program_that_is_not_there(qtbot: QtBot) -> None:
    process = TrainingProcess(["/no/such/program"])
    told: list[str] = []
    process.failed.connect(lambda sentence, _: told.append(sentence))
    with qtbot.waitSignal(process.finished) as ended:
        process.start(["train"])
    assert ended.args == [-1]
    (sentence,) = told
    assert sentence.startswith("The training could not be started: ")
    assert "No such file" in sentence


def test_shutting_down_ends_even_a_deaf_process(play: Play) -> None:
    played = play("deaf")
    played.wait_for(Started)
    played.process.shut_down(limit_ms=50)
    assert not played.process.is_running
    assert played.failures == []


def test_a_deaf_process_is_cancelled_all_the_same(play: Play) -> None:
    played = play("deaf")
    played.wait_for(Started)
    played.process._patience.setInterval(10)
    played.process.cancel()
    assert played.wait_for_the_end() == -1
    assert played.failures == []


def test_another_training_after_the_first(play: Play) -> None:
    played = play("give_up")
    played.wait_for_the_end()
    played.codes.clear()
    played.process.start(["train"])
    played.wait_for_the_end()
    assert len(played.failures) == 2


def test_a_cure_keeps_plain_values_only() -> None:
    line = b'{"event":"advice","code":"nan","sentence":"s","cure":{"beta":2,"x":[1],"y":null}}'
    assert parse_event(line) == Advised("nan", "s", {"beta": 2})
    assert parse_event(b'{"event":"failed","sentence":"so"}') == Failed("so")
    told = b'{"event":"failed","sentence":"so","exit_code":5}'
    assert parse_event(told) == Failed("so", 5)


@given(st.binary(max_size=300))
def test_any_bytes_are_survived(line: bytes) -> None:
    parse_event(line)


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
    import json

    parse_event(json.dumps({"event": kind, **entries}).encode())
