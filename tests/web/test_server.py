"""The server at its socket: long, slow, broken and false requests."""

from __future__ import annotations

import contextlib
import json
import socket
import tempfile
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest
from web_forms import THREE

from desktop_cvae.core.errors import InputOutputError
from desktop_cvae.web import server as web
from desktop_cvae.web.admission import HEADERS
from desktop_cvae.web.server import WebServer

PATIENCE_S = 60
BOUNDARY = b"--x\r\nContent-Disposition: form-data; name=picture; filename=a\r\n\r\n"


def connect(server: WebServer) -> socket.socket:
    return socket.create_connection((server.host, server.port), timeout=PATIENCE_S)


def answer_to(server: WebServer, *parts: bytes) -> tuple[int, dict[str, str], bytes]:
    """What is answered to bytes that are sent one part after the other."""
    with connect(server) as connection:
        for part in parts:
            connection.sendall(part)
        answer = HTTPResponse(connection)
        answer.begin()
        return answer.status, dict(answer.getheaders()), answer.read()


def post(server: WebServer, length: int | str, *more: str) -> bytes:
    """The beginning of a request whose body has, or should have, that length."""
    lines = (
        "POST /api/v1/read HTTP/1.1",
        f"Host: 127.0.0.1:{server.port}",
        "Content-Type: multipart/form-data; boundary=x",
        f"Content-Length: {length}",
        *more,
    )
    return "\r\n".join((*lines, "", "")).encode()


def body(picture: bytes) -> bytes:
    return BOUNDARY + picture + b"\r\n--x--\r\n"


def is_alive(server: WebServer) -> bool:
    sent = body(THREE)
    status, _, said = answer_to(server, post(server, len(sent)), sent)
    return status == 200 and json.loads(said)["text"] == "3"


def test_fifty_megabytes_are_refused_in_words_and_not_kept(
    server: WebServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "scratch"))
    (tmp_path / "scratch").mkdir()
    size = 50_000_000
    block = bytes(1_000_000)
    status, headers, said = answer_to(server, post(server, size), *[block] * (size // len(block)))
    assert (status, json.loads(said)["error"]["kind"]) == (413, "too_large")
    assert HEADERS.items() <= headers.items()
    # Who asks first need not send at all.
    waits = post(server, size, "Expect: 100-continue")
    assert answer_to(server, waits)[0] == 413
    assert not list((tmp_path / "scratch").iterdir())
    assert is_alive(server)


def test_long_pictures_wait_in_a_file_without_a_name(
    server: WebServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    before = set(tmp_path.iterdir())
    sent = body(THREE + bytes(3_000_000))
    with connect(server) as connection:
        connection.sendall(post(server, len(sent)) + sent[:-1])
        assert set(tmp_path.iterdir()) == before
        connection.sendall(sent[-1:])
        answer = HTTPResponse(connection)
        answer.begin()
        assert answer.status == 200
        assert json.loads(answer.read())["text"] == "3"
    assert set(tmp_path.iterdir()) == before


def test_all_that_is_being_received_is_bounded(
    server: WebServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(web, "MAX_RECEIVED_BYTES", 5000)
    first = body(THREE + bytes(4000))
    with connect(server) as slow:
        slow.sendall(post(server, len(first)) + first[:-1])
        for _ in range(1000):
            if _is_passed_over(server):
                break
            # Whoever dawdles gives way to whoever sends at once.
            assert answer_to(server, post(server, len(first)), first[:-1], first[-1:])[0] == 200
        slow.sendall(first[-1:])
        answer = HTTPResponse(slow)
        answer.begin()
        assert (answer.status, json.loads(answer.read())["error"]["kind"]) == (429, "full")
        assert answer.headers["Retry-After"]
    assert is_alive(server)


def _is_passed_over(server: WebServer) -> bool:
    channels = list(server._server.active_channels.values())
    return any(c.request is not None and c.request.error is not None for c in channels)


def test_who_only_declares_a_large_picture_takes_no_room(
    server: WebServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(web, "MAX_RECEIVED_BYTES", 10_000)
    with contextlib.ExitStack() as stack:
        for _ in range(10):
            declaring = stack.enter_context(connect(server))
            declaring.sendall(post(server, 5000) + b"--x")
        while len(server._server.active_channels) < 10:
            pass
        assert is_alive(server)


@pytest.mark.parametrize("parts", [(b"POST /api/v1/read HT",), ("head", b"--x")])
def test_a_request_that_drips_is_cut_off(
    server: WebServer, monkeypatch: pytest.MonkeyPatch, parts: tuple[bytes | str, ...]
) -> None:
    sent = [post(server, 100) if part == "head" else part for part in parts]
    with connect(server) as connection:
        for part in sent:
            connection.sendall(part)
        # What went before is certainly received when somebody else was answered.
        assert is_alive(server)
        monkeypatch.setattr(web, "RECEIVE_S", 0)
        connection.sendall(b"x")
        with contextlib.suppress(ConnectionError):
            assert connection.recv(100) == b""


def test_what_stops_in_the_middle_leaves_no_trace(server: WebServer) -> None:
    sent = body(THREE)
    for cut in (10, len(BOUNDARY) + 20, len(sent) - 1):
        with connect(server) as connection:
            connection.sendall(post(server, len(sent)) + sent[:cut])
    assert is_alive(server)


@pytest.mark.parametrize(
    ("data", "status"),
    [
        (b"\x16\x03\x01\x02\x00\r\n\r\n", 400),
        (b"GET / HTTP/1.1\r\nHost: x\r\nContent-Length: nan\r\n\r\n", 400),
        (b"GET / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n", 400),
        (b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip\r\n\r\n", 501),
        (b"GET / HTTP/1.1\r\nHost: x\r\nA: " + b"a" * 40_000 + b"\r\n\r\n", 431),
        (b"GET / HTTP/1.1\r\n\r\n", 403),
        (b"POST / HTTP/1.1\r\nContent-Length: " + b"9" * 5000 + b"\r\n\r\n", 400),
    ],
)
def test_what_is_no_request_is_refused_with_the_same_headers(
    server: WebServer, data: bytes, status: int
) -> None:
    found, headers, said = answer_to(server, data)
    assert found == status
    assert HEADERS.items() <= headers.items()
    assert "Server" not in headers
    assert b"waitress" not in said.lower()
    assert is_alive(server)


def test_a_body_that_is_sent_in_chunks_is_bounded_too(
    server: WebServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    connection = HTTPConnection(server.host, server.port, timeout=PATIENCE_S)
    headers = {"Content-Type": "multipart/form-data; boundary=x"}
    connection.request("POST", "/api/v1/read", iter([body(THREE)]), headers, encode_chunked=True)
    assert json.loads(connection.getresponse().read())["text"] == "3"
    connection.close()


def test_a_port_that_is_taken_is_said(server: WebServer) -> None:
    with pytest.raises(InputOutputError, match="another port with --port"):
        web.listen("127.0.0.1", server.port)
    with pytest.raises(InputOutputError, match="no address"):
        web.listen("not an address", 0)
