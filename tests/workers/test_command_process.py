"""One process for all commands: events, requests, ends, crashes, junk. Scripts play the program."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from fakes import draw_digit
from pytestqt.qtbot import QtBot

from desktop_cvae.core.command_events import (
    CanvasReconstructed,
    CheckpointKept,
    Downloaded,
    Event,
    Failed,
    Paused,
    Resumed,
    Saved,
    SearchEnded,
    Serving,
    Started,
    StepsDone,
    TrainingProgress,
    VisitorsCounted,
)
from desktop_cvae.workers.command_process import (
    DOWNLOAD,
    MAX_LINE_BYTES,
    SEARCH,
    SERVER,
    TRAINING,
    CommandKind,
    CommandProcess,
)

FOLDER = Path(__file__).parent
TRAINING_PLAYER = "events_player.py"
DOWNLOAD_PLAYER = "download_player.py"
SERVER_PLAYER = "server_player.py"
SEARCH_PLAYER = "adversarial_player.py"


class Played:
    """A command that a script plays, with its events and its ends."""

    def __init__(self, qtbot: QtBot, kind: CommandKind, *program: str) -> None:
        self.qtbot = qtbot
        self.process = CommandProcess(kind, program, None)
        self.events: list[Event] = []
        self.ends: list[tuple[str, str]] = []
        self.process.event_received.connect(self.events.append)
        self.process.finished.connect(lambda *end: self.ends.append(end))

    def wait_for(self, kind: type[Event]) -> Event:
        def found() -> list[Event]:
            return [event for event in self.events if isinstance(event, kind)]

        self.qtbot.waitUntil(lambda: bool(found()), timeout=20_000)
        return found()[-1]

    def end(self) -> tuple[str, str]:
        self.qtbot.waitUntil(lambda: bool(self.ends), timeout=20_000)
        assert not self.process.is_running
        assert len(self.ends) == 1
        return self.ends[0]


Play = Callable[..., Played]


@pytest.fixture
def play(qtbot: QtBot) -> Iterator[Play]:
    plays: list[Played] = []

    def begin(kind: CommandKind, player: str, script: str, *arguments: str) -> Played:
        played = Played(qtbot, kind, sys.executable, str(FOLDER / player), script)
        plays.append(played)
        played.process.start(arguments or ["train"])
        return played

    yield begin
    for played in plays:
        played.process.shut_down()


@pytest.fixture
def train(play: Play) -> Callable[[str], Played]:
    return lambda script: play(TRAINING, TRAINING_PLAYER, script)


@pytest.fixture
def download(play: Play) -> Callable[[str], Played]:
    return lambda script: play(DOWNLOAD, DOWNLOAD_PLAYER, script)


Train = Callable[[str], Played]


def test_events_arrive_in_order_and_lines_are_answered(train: Train) -> None:
    played = train("obedient")
    played.wait_for(CheckpointKept)
    kinds = [type(event) for event in played.events]
    assert kinds == [Started, TrainingProgress, TrainingProgress, CheckpointKept]
    played.process.send("pause")
    assert played.wait_for(Paused) == Paused()
    played.process.send("resume")
    assert played.wait_for(Resumed) == Resumed()
    played.process.send("canvas folder with blanks/canvas.npy")
    shown = CanvasReconstructed(1, Path("folder with blanks/canvas.npy"))
    assert played.wait_for(CanvasReconstructed) == shown
    played.process.send("stop")
    saved = played.wait_for(Saved)
    assert isinstance(saved, Saved)
    assert (saved.model, saved.metrics) == ("my-cvae", {"accuracy": 0.97})
    assert played.end() == ("", "")
    assert not played.process.is_stopped


def test_an_epoch_carries_its_record(train: Train) -> None:
    event = train("junk").wait_for(TrainingProgress)
    assert isinstance(event, TrainingProgress)
    assert event.record is not None
    assert event.record.validation.total == 131.0
    assert event.kl_per_dimension == (5.0, 4.0, 3.0, 2.0)
    assert (event.active_units, event.is_best) == (4, True)


@pytest.mark.parametrize("line", ["", "cancel"])
def test_an_end_that_was_asked_for_is_no_failure(train: Train, line: str) -> None:
    played = train("obedient")
    played.wait_for(CheckpointKept)
    played.process.stop(line)
    assert played.end() == ("", "")
    assert played.process.is_stopped


def test_junk_and_unknown_events_are_passed_over(train: Train) -> None:
    played = train("junk")
    assert played.end() == ("", "")
    assert [type(event) for event in played.events] == [TrainingProgress, Saved]


def test_a_gigantic_line_is_dropped_and_not_kept(train: Train) -> None:
    played = train("gigantic")
    assert played.end() == ("", "")
    assert [type(event) for event in played.events] == [TrainingProgress, Saved]
    assert len(played.process._line) <= MAX_LINE_BYTES


def test_a_killed_process_is_one_sentence(train: Train) -> None:
    """Row 19."""
    played = train("crash")
    played.wait_for(Started)
    os.kill(played.process.process_id, signal.SIGKILL)
    assert played.end()[0] == TRAINING.crash
    assert played.process.has_crashed


def test_the_programs_own_sentence_is_passed_on(train: Train) -> None:
    """Row 18."""
    sentence, details = train("complain").end()
    assert sentence == "TensorFlow is missing."
    assert "some library's warning" in details


def test_the_sentence_of_a_failed_event_comes_first_and_once(train: Train) -> None:
    played = train("give_up")
    assert played.end()[0] == "The loss became NaN."
    assert played.events[-1] == Failed("The loss became NaN.", 1)


def test_a_program_that_is_not_there_is_a_sentence(qtbot: QtBot) -> None:
    played = Played(qtbot, TRAINING, "/no/such/program")
    played.process.start(["train"])
    sentence, _ = played.end()
    assert sentence.startswith("The command could not be started: ")
    assert "No such file" in sentence


def test_shutting_down_ends_even_a_deaf_process(train: Train) -> None:
    played = train("deaf")
    played.wait_for(Started)
    played.process.shut_down(limit_ms=50)
    assert not played.process.is_running
    assert played.ends == [("", "")]


def test_a_deaf_process_is_killed_after_its_patience(train: Train) -> None:
    played = train("deaf")
    played.wait_for(Started)
    played.process._patience.setInterval(10)
    played.process.stop()
    assert played.end() == ("", "")
    assert not played.process.has_crashed


def test_the_next_start_knows_nothing_of_the_last(train: Train) -> None:
    played = train("give_up")
    played.end()
    played.ends.clear()
    played.process.program[-1] = "junk"
    played.process.start(["train"])
    assert played.end() == ("", "")


def test_a_second_start_changes_nothing(train: Train) -> None:
    played = train("obedient")
    played.wait_for(Started)
    number = played.process.process_id
    played.process.start(["train"])
    assert played.process.process_id == number


def test_who_retires_is_gone_with_the_process(train: Train) -> None:
    played = train("obedient")
    played.wait_for(Started)
    with played.qtbot.waitSignal(played.process.destroyed, timeout=20_000):
        played.process.retire()
    assert played.ends == []
    played.process = CommandProcess(TRAINING, None, None)


def test_a_download_tells_its_bytes(download: Train) -> None:
    played = download("whole")
    assert played.end() == ("", "")
    assert played.events == [StepsDone(11_594_722, 11_594_722), Downloaded(Path())]


def test_row_26_offline_is_the_programs_own_sentence(download: Train) -> None:
    sentence, details = download("offline").end()
    assert sentence == "MNIST could not be downloaded; check the connection."
    assert details == "a: no"


def test_without_an_event_the_last_line_is_the_reason(download: Train) -> None:
    assert download("junk").end() == ("what a day", "desktop-cvae: what a day")


def test_a_crash_without_a_sentence_of_its_own_is_the_kinds(download: Train) -> None:
    assert download("crash").end()[0] == DOWNLOAD.failure


def test_a_signal_ends_what_reads_no_lines(download: Train) -> None:
    played = download("hold")
    played.wait_for(StepsDone)
    played.process.stop()
    assert played.end() == ("", "")


def test_a_server_tells_link_and_visitors_until_its_input_ends(play: Play) -> None:
    played = play(SERVER, SERVER_PLAYER, "junk", "--host", "0.0.0.0")
    assert played.wait_for(VisitorsCounted) == VisitorsCounted(2, 41)
    link = "http://192.168.1.20:8470/?token=secret"
    assert played.events[0] == Serving("http://127.0.0.1:8470/", link)
    played.process.shut_down()
    assert played.ends == [("", "")]


def test_a_server_that_ends_by_itself_has_failed(play: Play) -> None:
    played = play(SERVER, SERVER_PLAYER, "well")
    played.wait_for(VisitorsCounted)
    played.process._process.closeWriteChannel()
    assert played.end()[0] == SERVER.failure


@pytest.mark.parametrize("mood", ["well", "junk", "withstood"])
def test_a_search_ends_with_its_picture(play: Play, tmp_path: Path, mood: str) -> None:
    picture = tmp_path / "picture.npy"
    np.save(picture, draw_digit(7))
    played = play(SEARCH, SEARCH_PLAYER, mood, "fool", str(picture))
    assert played.end() == ("", "")
    step, found = played.events
    assert step == StepsDone(40, 100)
    assert isinstance(found, SearchEnded)
    assert found.fooled == (mood != "withstood")
    assert np.allclose(np.reshape(found.image, (28, 28)), draw_digit(7)[::-1])


@pytest.mark.parametrize(
    ("mood", "sentence"), [("missing", "Attacks need Foolbox."), ("crash", SEARCH.failure)]
)
def test_why_a_search_failed_is_a_sentence(play: Play, mood: str, sentence: str) -> None:
    played = play(SEARCH, SEARCH_PLAYER, mood, "fool", "picture.npy")
    assert played.end()[0] == sentence
