"""``desktop-cvae serve``: the web page and its API, until it is interrupted."""

from __future__ import annotations

import contextlib
import json
import logging
import os
import secrets
import sys
import threading
import webbrowser
from argparse import Namespace
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from desktop_cvae.cli.options import archive_limit
from desktop_cvae.cli.output import note, shows_notes
from desktop_cvae.core import paths
from desktop_cvae.core.errors import EnvironmentProblem, UsageError
from desktop_cvae.core.language import tr
from desktop_cvae.core.operating_system import lower_priority, usable_cores
from desktop_cvae.core.web_address import is_loopback
from desktop_cvae.library.reading_archive import Archive
from desktop_cvae.web.admission import Guard
from desktop_cvae.web.engine_pool import EnginePool
from desktop_cvae.web.limits import MIN_TOKEN_LENGTH
from desktop_cvae.web.model_cache import ModelCache
from desktop_cvae.workers.language_selection import LANGUAGES, PSEUDO, speech, spoken

if TYPE_CHECKING:
    from desktop_cvae.web.api import Service
    from desktop_cvae.web.server import WebServer

MOST_WORKERS = 4
"""Largest default number of workers: more need much memory, and Python prepares one at a time."""
WAITING_EACH = 8
"""Requests that may wait for each worker."""
PATIENCE_S = 30.0
"""Longest time that a request waits for its answer, in seconds."""
REPORTED_EACH_S = 2.0
"""Interval at which visitors are reported to the program that started this, in seconds."""
NICENESS = 5
"""Niceness of the server, so that the window has the processor first."""


def run(arguments: Namespace) -> int:
    """Serve until SIGINT or SIGTERM comes, or, with ``--events``, standard input is closed.

    Raises:
        EnvironmentProblem: Flask or waitress is missing.
        UsageError: there is no such model, or the token is too short.
        ModelFileError: the model cannot be opened.
        InputOutputError: the port is taken.
    """
    try:
        from desktop_cvae.web import server as web
    except ImportError as error:
        raise EnvironmentProblem(
            tr(
                "The web page needs Flask; install it with “pip install '.[web]'” in the "
                "program’s source folder."
            ),
            str(error),
        ) from error
    is_open = not is_loopback(arguments.host)
    keeps = not arguments.no_archive and (arguments.with_archive or not is_open)
    token = _token(arguments.token, is_needed=is_open or keeps)
    if arguments.access_log:
        _log_accesses()
    with _serving(arguments, token, is_open=is_open, keeps=keeps) as (server, service):
        host = web.own_address() if arguments.host in ("0.0.0.0", "::") else arguments.host  # noqa: S104
        url = f"http://{f'[{host}]' if ':' in host else host}:{server.port}/"
        link = f"{url}?token={token}" if token else url
        if arguments.open:
            webbrowser.open(link)
        if arguments.events:
            facts = {"url": url, "token_url": link, "host": arguments.host, "port": server.port}
            _print_event("serving", **facts)
            _report_visitors(service)
            _print_event("stopped")
            return 0
        _show(link, is_open=is_open)
        _wait_for_signal()
    return 0


def _log_accesses() -> None:
    from desktop_cvae.web.application import access_log

    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
    access_log.handlers = [handler]
    access_log.setLevel(logging.INFO)
    access_log.propagate = False


def _token(token: str | None, *, is_needed: bool) -> str:
    if token is None:
        return secrets.token_urlsafe(24) if is_needed else ""
    is_fit = token.isascii() and all(sign.isalnum() or sign in "-_." for sign in token)
    if len(token) < MIN_TOKEN_LENGTH or not is_fit:
        raise UsageError(
            tr(
                "A token needs at least {least} characters: letters, digits, hyphens, "
                "underscores or dots.",
                least=MIN_TOKEN_LENGTH,
            )
        )
    return token


@contextlib.contextmanager
def _serving(
    arguments: Namespace, token: str, *, is_open: bool, keeps: bool
) -> Iterator[tuple[WebServer, Service]]:
    from desktop_cvae.web import answers
    from desktop_cvae.web.api import Service
    from desktop_cvae.web.application import make_app
    from desktop_cvae.web.server import WebServer

    models = ModelCache(arguments.model)
    workers = arguments.workers or max(1, min(usable_cores() - 1, MOST_WORKERS))
    waiting = WAITING_EACH * workers
    archive = Archive(paths.archive_file(), archive_limit()) if keeps else None
    made: list[Service] = []
    pool = EnginePool(workers, waiting, PATIENCE_S)

    def application(port: int) -> Any:
        # From this machine everyone may read; only a change of the archive needs the link.
        guard = Guard(arguments.host, port, token, is_private=is_open or bool(arguments.token))
        made.append(Service(pool, models, guard, archive))
        known = {name: speech(name) for name in LANGUAGES}
        if spoken() == PSEUDO:
            known = {PSEUDO: speech(PSEUDO)}
        return make_app(made[0], known, spoken())

    lower_priority(NICENESS)
    try:
        # Before the first visitor, so that whoever starts the server learns of a damaged model.
        pool.open(models.default, answers.warm_up)
        server = WebServer(application, arguments.host, arguments.port, workers + waiting)
        try:
            yield server, made[0]
        finally:
            server.close()
    finally:
        pool.close()
        if archive is not None:
            archive.close()


def _show(link: str, *, is_open: bool) -> None:
    print(link, flush=True)
    if not is_open:
        note(tr("Only this computer can open the page. Press Ctrl+C to stop."))
        return
    note(
        tr(
            "Anyone on your network who has this link can use the page, and nothing is "
            "encrypted: use it only on a network you trust. Press Ctrl+C to stop."
        )
    )
    if shows_notes():
        import segno

        segno.make(link).terminal(out=sys.stderr, compact=True)


def _wait_for_signal() -> None:
    threading.Event().wait()


def _print_event(event: str, **facts: object) -> None:
    print(json.dumps({"event": event, **facts}), flush=True)


def _report_visitors(service: Service) -> None:
    """Report visitors regularly until standard input is closed."""
    is_closed = threading.Event()
    threading.Thread(target=_wait_for_end, args=(is_closed.set,), daemon=True).start()
    reported = (0, 0)
    while not is_closed.wait(REPORTED_EACH_S):
        now = (service.guard.visitors(), service.answered)
        if now != reported:
            reported = now
            _print_event("visitors", count=now[0], answers=now[1])


def _wait_for_end(then: Callable[[], object]) -> None:
    # The program that started this holds the other end, which closes when that program ends.
    with contextlib.suppress(OSError, ValueError, AttributeError):
        while os.read(sys.stdin.fileno(), 1024):
            pass
    then()
