"""One model answers: the page, the window and the command line say the same of every sample."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from web_forms import form

from desktop_cvae.cli.main import main
from desktop_cvae.core.language import ENGLISH
from desktop_cvae.core.paths import resources_dir
from desktop_cvae.core.results import NoiseSetting
from desktop_cvae.gui.jobs import answer_question
from desktop_cvae.gui.session import Question
from desktop_cvae.inference.opened_model import OpenedModel, open_model
from desktop_cvae.inference.picture_records import picture_record, record_fields
from desktop_cvae.pictures.picture_files import read_image
from desktop_cvae.web.admission import Guard
from desktop_cvae.web.api import Service
from desktop_cvae.web.application import make_app
from desktop_cvae.web.engine_pool import EnginePool
from desktop_cvae.web.model_cache import ModelCache

SAMPLES = sorted((resources_dir() / "samples").iterdir())


@pytest.fixture(scope="module")
def studio() -> OpenedModel:
    return open_model("studio")


@pytest.fixture
def page(studio: OpenedModel) -> Iterator[FlaskClient]:
    pool = EnginePool(1, 1, 60, lambda _: studio)
    service = Service(pool, ModelCache("studio"), Guard("localhost", 80))
    yield make_app(service, {"en": ENGLISH}, "en").test_client()
    pool.close()


def on_the_page(page: FlaskClient, picture: Path) -> dict[str, Any]:
    said = page.post("/api/v1/read", data=form(picture.read_bytes())).json
    number = page.post("/api/v1/number", data=form(picture.read_bytes())).json
    assert of_record(number["record"]) == of_record(said["record"])
    digit = of_record(said["record"])
    assert digit["evidence_nats"] == [label["evidence_nats"] for label in said["labels"]]
    assert (digit["text"], digit["probability"]) == (said["text"], said["verdict"]["probability"])
    return digit


def in_the_window(model: OpenedModel, picture: Path) -> dict[str, Any]:
    question = Question(read_image(picture), None, NoiseSetting(), None)
    answer = answer_question(model, question, writes_digits=False).answer
    assert answer.recognition is not None
    record = picture_record("", answer.prepared, answer.recognition, model)
    return of_record(record_fields(record))


def of_record(record: Mapping[str, Any]) -> dict[str, Any]:
    (digit,) = json.loads(json.dumps(record["digits"]))
    names = ("verdict", "labels", "probability", "box", "evidence_nats")
    return {"text": record["text"]} | {name: digit[name] for name in names}


def test_page_window_and_command_line_say_the_same(
    page: FlaskClient, studio: OpenedModel, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["recognize", *map(str, SAMPLES), "--format", "jsonl", "--workers", "1"]) == 0
    lines = capsys.readouterr().out.splitlines()
    for picture, line in zip(SAMPLES, lines, strict=True):
        said = on_the_page(page, picture)
        assert said == in_the_window(studio, picture), picture.name
        assert said == of_record(json.loads(line)), picture.name
