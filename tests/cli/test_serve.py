"""``desktop-cvae serve`` as a command: its events, its link, its ends."""

from __future__ import annotations

import json
import os
import socket
import sys
from pathlib import Path
from typing import Any

import pytest
import requests

from desktop_cvae.cli import serve
from desktop_cvae.cli.main import main
from desktop_cvae.core import paths
from desktop_cvae.core.errors import DamagedModelFile
from desktop_cvae.gui.settings import Settings, write_settings
from desktop_cvae.inference import opened_model
from desktop_cvae.inference.opened_model import OpenedModel
from desktop_cvae.library.model_library import ModelEntry
from desktop_cvae.library.reading_archive import Archive
from desktop_cvae.web import answers
from desktop_cvae.web.engine_pool import EnginePool


@pytest.fixture(autouse=True)
def _own_niceness(monkeypatch: pytest.MonkeyPatch) -> None:
    # Of the process that runs the other tests too.
    monkeypatch.setattr(os, "nice", lambda _: 0, raising=False)


@pytest.fixture
def _ends_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Standard input is closed from the beginning."""
    monkeypatch.setattr(serve, "_wait_for_end", lambda then: then())


@pytest.mark.usefixtures("_ends_at_once")
def test_events_tell_the_address_and_the_end(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", "--port", "0", "--events", "jsonl"]) == 0
    serving, stopped = map(json.loads, capsys.readouterr().out.splitlines())
    assert (serving["event"], serving["host"]) == ("serving", "127.0.0.1")
    assert serving["url"] == f"http://127.0.0.1:{serving['port']}/"
    assert serving["token_url"].startswith(serving["url"] + "?token="), "for the archive"
    assert stopped == {"event": "stopped"}


@pytest.mark.usefixtures("_ends_at_once")
def test_the_model_has_read_before_the_address_is_said(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def warm_up(model: OpenedModel) -> None:
        answers_warm_up(model)
        print(json.dumps({"event": "warm"}))

    answers_warm_up = answers.warm_up
    monkeypatch.setattr(answers, "warm_up", warm_up)
    assert main(["serve", "--port", "0", "--events", "jsonl"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [json.loads(line)["event"] for line in lines] == ["warm", "serving", "stopped"]


@pytest.mark.usefixtures("_ends_at_once")
def test_without_an_archive_this_machine_needs_no_token(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["serve", "--port", "0", "--no-archive", "--events", "jsonl"]) == 0
    serving = json.loads(capsys.readouterr().out.splitlines()[0])
    assert serving["url"] == serving["token_url"]


@pytest.mark.usefixtures("_ends_at_once")
def test_the_archives_limit_is_the_one_that_is_set_in_the_window(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    write_settings(paths.settings_file(), Settings(archive_limit=123))
    limits: list[int] = []

    def archive(path: Path, limit: int) -> Archive:
        limits.append(limit)
        return Archive(path, limit)

    monkeypatch.setattr(serve, "Archive", archive)
    assert main(["serve", "--port", "0", "--events", "jsonl"]) == 0
    assert limits == [123]


@pytest.mark.usefixtures("_ends_at_once")
@pytest.mark.parametrize(
    ("cores", "asked", "workers"),
    [(1, [], 1), (2, [], 1), (3, [], 2), (99, [], serve.MOST_WORKERS), (9, ["--workers", "2"], 2)],
)
def test_a_core_is_left_to_others_unless_workers_are_asked_for(
    monkeypatch: pytest.MonkeyPatch, cores: int, asked: list[str], workers: int
) -> None:
    made: list[EnginePool] = []

    def pool(*arguments: Any) -> EnginePool:
        made.append(EnginePool(*arguments))
        return made[-1]

    monkeypatch.setattr(serve, "usable_cores", lambda: cores)
    monkeypatch.setattr(serve, "EnginePool", pool)
    assert main(["serve", "--port", "0", "--events", "jsonl", *asked]) == 0
    assert len(made[0]._threads) == workers


def test_every_request_is_logged_without_its_token(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def ask(link: str, *, is_open: bool) -> None:
        address, token = link.split("/?token=")
        assert requests.get(f"{address}/healthz", timeout=60).json() == {"status": "ok"}
        requests.get(f"{address}/api/v1/models", params={"token": token}, timeout=60)

    monkeypatch.setattr(serve, "_show", ask)
    monkeypatch.setattr(serve, "_wait_for_signal", lambda: None)
    assert main(["serve", "--port", "0", "--access-log"]) == 0
    first, second = capsys.readouterr().err.splitlines()
    assert " 127.0.0.1 GET /healthz 200 " in first
    assert " 127.0.0.1 GET /api/v1/models " in second
    assert "token" not in second


@pytest.mark.usefixtures("_ends_at_once")
def test_the_network_gets_a_link_with_a_token(capsys: pytest.CaptureFixture[str]) -> None:
    for more in ([], ["--token", "0123456789-abcdef"]):
        arguments = ["serve", "--host", "0.0.0.0", "--port", "0", "--events", "jsonl", *more]
        assert main(arguments) == 0
        serving = json.loads(capsys.readouterr().out.splitlines()[0])
        url, token = serving["token_url"].split("?token=")
        assert url == serving["url"]
        assert len(token) >= 16
        assert "0.0.0.0" not in url


def test_people_get_the_link_a_warning_and_a_code(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(serve, "_wait_for_signal", interrupt)
    assert main(["serve", "--host", "0.0.0.0", "--port", "0"]) == 130
    said = capsys.readouterr()
    assert "?token=" in said.out
    assert "nothing is encrypted" in said.err
    assert "▄" in said.err, "a QR code"


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (["--token", "short"], 2, "16 characters"),
        (["--token", "x" * 20 + "\nSet-Cookie: a"], 2, "16 characters"),
        (["--model", "nobody"], 2, "no model"),
        (["--port", "70000"], 2, "between 0 and 65535"),
        (["--host", "192.0.2.77", "--port", "0"], 5, "another port with --port"),
        (["--with-archive", "--no-archive"], 2, "not allowed with"),
    ],
)
def test_what_cannot_be_served_is_said(
    capsys: pytest.CaptureFixture[str], arguments: list[str], code: int, sentence: str
) -> None:
    assert main(["serve", "--events", "jsonl", *arguments]) == code
    said = capsys.readouterr()
    assert sentence in said.err
    assert not said.out


def test_a_port_that_is_taken_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        assert main(["serve", "--port", port]) == 5
    assert "another port with --port" in capsys.readouterr().err


def test_without_the_extra_a_sentence_names_it(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [name for name in sys.modules if name.startswith("desktop_cvae.web")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "flask", None)
    assert main(["serve"]) == 3
    assert "pip install '.[web]'" in capsys.readouterr().err


@pytest.mark.usefixtures("_ends_at_once")
def test_a_damaged_model_is_said_at_the_start(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(entry: ModelEntry, kind: str) -> None:
        raise DamagedModelFile(entry.path.name, "its contents were altered")

    monkeypatch.setattr(opened_model, "open_engines", refuse)
    assert main(["serve", "--port", "0", "--events", "jsonl"]) == 4
    said = capsys.readouterr()
    assert "its contents were altered" in said.err
    assert not said.out
