"""The API as a program asks it: what it answers, and what it refuses in words."""

from __future__ import annotations

import io

import pytest
from fakes import FakeEngine, draw_digit, fake_entry, fake_model
from flask.testing import FlaskClient

from desktop_cvae.core.language import ENGLISH, Speech
from desktop_cvae.library.model_library import ModelEntry
from desktop_cvae.pictures.sheets import encode_png
from desktop_cvae.web.api import Service
from desktop_cvae.web.engine_pool import EnginePool
from desktop_cvae.web.guard import Guard
from desktop_cvae.web.models import ModelShelf
from desktop_cvae.web.service import make_app

HOST = "localhost"
UKRAINIAN = Speech(lambda text, _: f"uk:{text}")


class Shelf(ModelShelf):
    """One model of no file."""

    def __init__(self) -> None:
        self.default = fake_entry()

    def entries(self) -> list[ModelEntry]:
        return [self.default]


@pytest.fixture
def pool():
    pool = EnginePool(1, 4, 60, lambda _: fake_model(FakeEngine()))
    yield pool
    pool.close()


@pytest.fixture
def service(pool: EnginePool) -> Service:
    return Service(pool, Shelf(), Guard("127.0.0.1", 80))


@pytest.fixture
def client(service: Service) -> FlaskClient:
    app = make_app(service, {"en": ENGLISH, "uk": UKRAINIAN}, "en")
    return app.test_client()


def digit(label: int = 7) -> tuple[io.BytesIO, str]:
    pixels = (255 * draw_digit(label)).astype("uint8")
    return io.BytesIO(encode_png(pixels)), "blob"


def test_a_digit_is_read_with_all_that_the_page_shows(client: FlaskClient) -> None:
    said = client.post("/api/v1/read", data={"picture": digit(3), "noise": "gaussian:0.1"}).json
    assert said.get("error") is None, said
    assert (said["text"], said["label"], said["verdict"]["kind"]) == ("3", "3", "digit")
    assert [label["label"] for label in said["labels"]] == list("0123456789")
    pictures = [said[name] for name in ("prepared", "noisy", "reconstruction", "difference")]
    assert all(picture.startswith("data:image/png;base64,") for picture in pictures)
    assert len(set(pictures)) == 4


def test_a_foreign_page_is_refused_and_an_own_one_needs_its_token(client: FlaskClient) -> None:
    def status(**headers: str) -> int:
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        data = {"picture": digit()}
        return client.post("/api/v1/read", data=data, headers=sent).status_code

    assert status() == 200
    assert status(Origin="http://evil.example") == 403
    assert status(Sec_Fetch_Site="cross-site") == 403
    assert status(Host="evil.example") == 403
    assert status(Origin=f"http://{HOST}") == 403
    token = client.get("/api/v1/status").json["csrf"]
    assert status() == 403, "a browser has a cookie now"
    assert status(X_CSRF_Token=token, Origin=f"http://{HOST}", Sec_Fetch_Site="same-origin") == 200


def test_visitors_read_in_their_language(client: FlaskClient) -> None:
    said = client.get("/api/v1/nothing", headers={"Accept-Language": "uk"}).json
    assert said["error"]["message"] == "uk:There is nothing at this address."
    assert client.get("/api/v1/texts").json["language"] == "en"
