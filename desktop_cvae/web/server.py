"""Waitress server: sockets, threads, and limits on slow or endless requests."""

from __future__ import annotations

import contextlib
import json
import logging
import socket
import threading
import time
from collections.abc import Callable
from typing import Any

from waitress import wasyncore
from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser, ParsingError
from waitress.server import TcpWSGIServer, create_server
from waitress.task import ErrorTask
from waitress.utilities import RequestEntityTooLarge

from desktop_cvae.core.errors import InputOutputError, reason_of
from desktop_cvae.core.language import mark, tr
from desktop_cvae.web.admission import HEADERS
from desktop_cvae.web.api import too_large
from desktop_cvae.web.api_errors import ApiError
from desktop_cvae.web.engine_pool import full
from desktop_cvae.web.limits import (
    MAX_CONNECTIONS,
    MAX_RECEIVED_BYTES,
    MAX_REQUEST_BYTES,
    MAX_SKIPPED_BYTES,
    RECEIVE_S,
    SILENCE_S,
    SPARE_THREADS,
    SPILL_BYTES,
)

_REASONS = {
    400: mark("Bad request."),
    431: mark("The request’s headers are too long."),
}


class _Parser(HTTPRequestParser):
    """Receives an oversized request to its end without keeping it."""

    expect_continue: bool
    body_rcv: Any
    _left = 0

    def parse_header(self, header_plus: bytes) -> None:
        try:
            super().parse_header(header_plus)
        except ValueError as error:
            # Python turns no more than 4,300 digits into a number.
            raise ParsingError("Content-Length is invalid") from error

    def received(self, data: bytes) -> int:
        if self._left:
            passed = min(self._left, len(data))
            self._left -= passed
            self.completed = self._left == 0
            return passed
        consumed: int = super().received(data)
        if isinstance(self.error, RequestEntityTooLarge) and self.completed:
            # Waitress would answer and close at once; a browser that still sends then shows a
            # broken connection instead of the answer.
            self.pass_over(self.error)
        return consumed

    def pass_over(self, error: Any) -> None:
        """Fail with the error, after the rest of the request."""
        self.error, waits = error, self.expect_continue
        self.expect_continue = False
        left = 0 if waits or self.chunked else self.content_length - self.body_bytes_received
        self._left = min(left, MAX_SKIPPED_BYTES)
        self.completed = self._left == 0
        if self.body_rcv is not None:
            self.body_rcv.getbuf().close()
            self.body_rcv = None


class _NoRoom:
    """Error of waitress' own kind: too much is being received."""

    def to_response(self, _ident: str | None) -> tuple[str, list[tuple[str, str]], str]:
        """Return the status; its message is the full queue's."""
        return "429 Too Many Requests", [], ""


class _ErrorTask(ErrorTask):
    """Answers errors that precede the application with the application's messages."""

    def execute(self) -> None:
        status, _, _ = self.request.error.to_response(None)
        self.status = status
        code = int(status.split()[0])
        known = {413: too_large, 429: full}
        error = known[code]() if code in known else _bad_request(code)
        data = json.dumps(error.to_json()).encode()
        headers = {**HEADERS, **error.headers, "Content-Type": "application/json"}
        self.response_headers = list(headers.items())
        self.set_close_on_finish()
        self.content_length = len(data)
        self.write(data)


class _Channel(HTTPChannel):
    """Connection that must send a whole request within ``RECEIVE_S``."""

    parser_class = _Parser
    error_task_class = _ErrorTask
    _since: float | None = None

    def received(self, data: bytes) -> bool:
        now = time.monotonic()
        self._since = self._since or now
        if now - self._since > RECEIVE_S:
            self.will_close = True
            return False
        taken: bool = super().received(data)
        with self.requests_lock:
            if self.request is None:
                self._since = None
        self._make_room()
        return taken

    def _make_room(self) -> None:
        """Pass over the requests that take longest to arrive while too much was received."""
        channels = list(self.server.active_channels.values())
        waiting = [request for channel in channels for request in list(channel.requests)]
        coming = [
            (channel._since or 0.0, channel.request)
            for channel in channels
            if channel.request is not None and channel.request.error is None
        ]
        every = [*waiting, *(request for _, request in coming)]
        received = sum(r.body_bytes_received for r in every if r.error is None)
        for _, request in sorted(coming, key=lambda one: one[0]):
            if received <= MAX_RECEIVED_BYTES:
                break
            # What is only declared takes no room yet.
            if request.body_bytes_received:
                received -= request.body_bytes_received
                request.pass_over(_NoRoom())


def _bad_request(status: int) -> ApiError:
    return ApiError(status, "bad_request", tr(_REASONS.get(status, _REASONS[400])))


class WebServer:
    """HTTP server on threads of its own.

    Args:
        make_application: makes the WSGI application from the port that the server got.
        host: an address of this machine.
        port: port; 0 for any free one.
        threads: most requests that wait for an answer at once.

    Raises:
        InputOutputError: the address or the port is not available.
    """

    def __init__(
        self, make_application: Callable[[int], Any], host: str, port: int, threads: int
    ) -> None:
        # Waitress would warn of every full queue, which visitors learn from their answers.
        logging.getLogger("waitress").setLevel(logging.ERROR)
        # Bound before the application is made, which needs to know the port.
        listening = listen(host, port)
        self.host, self.port = host, int(listening.getsockname()[1])
        self._server: TcpWSGIServer = create_server(
            make_application(self.port),
            sockets=[listening],
            threads=threads + SPARE_THREADS,
            ident=None,
            connection_limit=MAX_CONNECTIONS,
            channel_timeout=SILENCE_S,
            cleanup_interval=5,
            max_request_body_size=MAX_REQUEST_BYTES,
            max_request_header_size=32_768,
            inbuf_overflow=SPILL_BYTES,
            # select cannot watch descriptors above 1023.
            asyncore_use_poll=True,
            clear_untrusted_proxy_headers=True,
        )
        self._server.channel_class = _Channel
        self._is_ending = threading.Event()
        self._thread = threading.Thread(target=self._loop, name="web server", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Stop listening, close all connections, end the threads."""
        self._is_ending.set()
        # Wakes the loop, which would otherwise wait for the next event.
        with contextlib.suppress(OSError):
            self._server.pull_trigger()
        self._thread.join()
        # Answers in progress end first: their last step writes into the server's pipe.
        self._server.task_dispatcher.shutdown()
        for channel in list(self._server.active_channels.values()):
            channel.handle_close()
        self._server.close()

    def _loop(self) -> None:
        server = self._server
        while not self._is_ending.is_set():
            wasyncore.loop(timeout=1, use_poll=True, map=server._map, count=1)


def listen(host: str, port: int) -> socket.socket:
    """Return a socket bound to the address, so that a taken port is reported at once.

    Raises:
        InputOutputError: the address or the port is not available.
    """
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        listening = socket.socket(family, kind, protocol)
    except OSError as error:
        sentence = tr("This computer has no address “{host}”.", host=host)
        raise InputOutputError(sentence, str(error)) from error
    try:
        if hasattr(socket, "SO_EXCLUSIVEADDRUSE"):
            # Otherwise a second program could take the same port on Windows.
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            # A server that is started again finds its port free, though old connections still
            # linger.
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
    except OSError as error:
        listening.close()
        raise InputOutputError(
            tr(
                "Cannot serve at {host}:{port}: {reason}. Choose another port with --port.",
                host=host,
                port=port,
                reason=reason_of(error),
            ),
            str(error),
        ) from error
    return listening


def own_address() -> str:
    """Return the address by which others in the network most likely reach this machine."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            # Nothing is sent: UDP's connect only chooses the address to send from.
            probe.connect(("192.0.2.1", 9))
            return str(probe.getsockname()[0])
        except OSError:
            return socket.gethostname()
