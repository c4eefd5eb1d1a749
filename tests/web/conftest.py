"""A server of one made-up model, asked in this process or through a socket."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from fakes import FakeEngine, fake_entry, fake_model
from flask import Flask
from flask.testing import FlaskClient

from desktop_cvae.core.language import ENGLISH, Speech
from desktop_cvae.library.model_library import ModelEntry
from desktop_cvae.library.reading_archive import Archive
from desktop_cvae.web.admission import Guard
from desktop_cvae.web.api import Service
from desktop_cvae.web.application import make_app
from desktop_cvae.web.engine_pool import EnginePool
from desktop_cvae.web.model_cache import ModelCache
from desktop_cvae.web.server import WebServer

LANGUAGES = {"en": ENGLISH, "uk": Speech(lambda text, _: f"uk:{text}")}


class OneModel(ModelCache):
    """A library of one model that is no file."""

    def __init__(self) -> None:
        self.default = fake_entry()

    def entries(self) -> list[ModelEntry]:
        """The one."""
        return [self.default]


@pytest.fixture
def engine() -> FakeEngine:
    """What reads; its gate holds answers back."""
    return FakeEngine()


@pytest.fixture
def service(engine: FakeEngine, tmp_path: Path) -> Iterator[Service]:
    """Of one worker, before which three may wait; with an archive."""
    pool = EnginePool(1, 3, 60, lambda _: fake_model(engine))
    with Archive(tmp_path / "archive.sqlite") as archive:
        # What Flask's test client calls the server.
        yield Service(pool, OneModel(), Guard("localhost", 80), archive)
        engine.gate.set()
        pool.close()


@pytest.fixture
def server(service: Service) -> Iterator[WebServer]:
    """It, at a socket."""

    def application(port: int) -> Flask:
        return make_app(replace(service, guard=Guard("127.0.0.1", port)), {"en": ENGLISH}, "en")

    server = WebServer(application, "127.0.0.1", 0, 4)
    yield server
    server.close()


@pytest.fixture
def client(service: Service) -> FlaskClient:
    """A program that asks it."""
    return make_app(service, LANGUAGES, "en").test_client()
