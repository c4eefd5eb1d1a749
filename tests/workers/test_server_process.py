"""The server's process: its link, its visitors, its end. A script plays the program."""

from __future__ import annotations

import sys
from pathlib import Path

from pytestqt.qtbot import QtBot

from desktop_cvae.workers.server_process import NO_REASON, ServerProcess

PLAYER = Path(__file__).with_name("server_player.py")


class Served:
    """A server that a script plays, and what came of it."""

    def __init__(self, qtbot: QtBot, mood: str, *options: str) -> None:
        self.qtbot = qtbot
        self.process = ServerProcess([sys.executable, str(PLAYER), mood])
        self.links: list[str] = []
        self.visits: list[tuple[int, int]] = []
        self.ends: list[tuple[str, str]] = []
        self.process.serving.connect(self.links.append)
        self.process.visited.connect(lambda *visit: self.visits.append(visit))
        self.process.finished.connect(lambda *end: self.ends.append(end))
        self.process.start(options)

    def end(self) -> tuple[str, str]:
        self.qtbot.waitUntil(lambda: bool(self.ends))
        assert not self.process.is_running
        return self.ends[-1]


def test_link_and_visitors_are_told_until_it_is_stopped(qtbot: QtBot) -> None:
    served = Served(qtbot, "well")
    qtbot.waitUntil(lambda: bool(served.visits))
    assert served.links == ["http://127.0.0.1:8470/"]
    assert served.visits == [(2, 41)]
    served.process.stop()
    assert served.end() == ("", "")


def test_the_link_for_others_has_its_token(qtbot: QtBot) -> None:
    served = Served(qtbot, "well", "--host", "0.0.0.0")
    qtbot.waitUntil(lambda: bool(served.links))
    assert served.links == ["http://192.168.1.20:8470/?token=secret"]
    served.process.shut_down()
    assert served.ends == [("", "")]


def test_what_it_says_itself_is_the_reason(qtbot: QtBot) -> None:
    sentence, details = Served(qtbot, "taken").end()
    assert sentence == "Port 8470 is taken; choose another."
    assert sentence in details


def test_an_unknown_end_is_a_sentence_too(qtbot: QtBot) -> None:
    served = Served(qtbot, "crash")
    qtbot.waitUntil(lambda: bool(served.visits))
    served.process._process.closeWriteChannel()
    assert served.end()[0] == NO_REASON


def test_junk_is_passed_over(qtbot: QtBot) -> None:
    served = Served(qtbot, "junk")
    qtbot.waitUntil(lambda: bool(served.visits))
    assert len(served.links) == 1
    served.process.shut_down()


def test_what_cannot_be_started_ends_with_a_sentence(qtbot: QtBot) -> None:
    process = ServerProcess(["/nowhere/at/all"])
    with qtbot.waitSignal(process.finished) as ended:
        process.start([])
    assert ended.args is not None
    assert ended.args[0] == NO_REASON
