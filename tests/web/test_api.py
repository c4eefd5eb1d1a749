"""The API as a program asks it: what it answers, and what it refuses in words."""

from __future__ import annotations

import base64
import gzip
import io
import json
from dataclasses import replace
from typing import Any, get_args

import jsonschema
import numpy as np
import openapi_spec_validator
import pytest
from fakes import FakeEngine, fake_map, fake_model
from flask.testing import FlaskClient
from web_forms import THREE, form

from desktop_cvae.core.results import NoiseSetting, Recognition
from desktop_cvae.core.schemas import schema_name
from desktop_cvae.inference.recogniser import Recogniser
from desktop_cvae.pictures.picture_files import read_image
from desktop_cvae.pictures.preparation import to_mnist_style
from desktop_cvae.web import answers
from desktop_cvae.web.api_errors import ErrorKind
from desktop_cvae.web.openapi import OPERATIONS, Operation, describe_api


def decoded(url: str) -> np.ndarray:
    return read_image(base64.b64decode(url.removeprefix("data:image/png;base64,")))


def ask(client: FlaskClient, path: str, **body: Any) -> Any:
    return client.post(f"/api/v1/{path}", json=body)


def test_a_digit_is_read_as_the_window_reads_it(client: FlaskClient) -> None:
    noise = NoiseSetting("gaussian", 0.1, 5)
    prepared = to_mnist_style(read_image(THREE))
    answer = fake_model(FakeEngine()).answer(prepared, noise, 8)
    assert answer.recognition is not None
    assert answer.recognition.verdict is not None
    sent = form(noise="gaussian:0.1", seed="5", label="8")
    said = client.post("/api/v1/read", data=sent).json
    assert (said["text"], said["label"], said["chosen_label"]) == ("3", "3", "8")
    assert said["verdict"]["probability"] == round(answer.recognition.verdict.probability, 6)
    nats = [label["evidence_nats"] for label in said["labels"]]
    assert nats == [round(float(value), 3) for value in answer.recognition.evidence_nats]
    assert [label["label"] for label in said["labels"]] == list("0123456789")
    difference = np.abs(answer.reconstruction - answer.noisy)
    pictures = [prepared.image, answer.noisy, answer.reconstruction, difference]
    names = ["prepared", "noisy", "reconstruction", "difference"]
    for name, expected in zip(names, pictures, strict=True):
        assert np.abs(decoded(said[name]) - expected).max() < 0.51 / 255


def test_what_is_foreign_is_a_picture_of_its_own(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    line, read = np.zeros((28, 28), np.float32), Recogniser.read
    line[5] = 0.6
    found = [None, line]

    def read_with_line(*given: Any, **more: Any) -> list[Recognition]:
        return [replace(reading, foreign=found[0]) for reading in read(*given, **more)]

    monkeypatch.setattr(Recogniser, "read", read_with_line)
    assert client.post("/api/v1/read", data=form()).json["foreign"] is None
    found.pop(0)
    said = client.post("/api/v1/read", data=form()).json
    assert np.abs(decoded(said["foreign"]) - line).max() < 0.51 / 255


def test_a_preparation_can_be_wished(client: FlaskClient) -> None:
    usual = client.post("/api/v1/read", data=form()).json
    said = client.post("/api/v1/read", data=form(preparation="inverted")).json
    assert (usual["preparation"], said["preparation"]) == ("ink", "inverted")
    assert np.abs(decoded(usual["prepared"]) - decoded(said["prepared"])).mean() > 0.2
    (first, *others) = said["candidates"]
    assert (first["preparation"], first["picture"]) == ("inverted", said["prepared"])
    assert "ink" in [other["preparation"] for other in others]
    assert sum(one["share"] for one in said["candidates"]) == pytest.approx(1, abs=1e-4)
    assert client.post("/api/v1/read", data=form(preparation="odd")).status_code == 400


def test_a_number_has_its_digits_and_boxes(client: FlaskClient) -> None:
    said = client.post("/api/v1/number", data=form(rule="length:1")).json
    record = said["record"]
    (digit,) = record["digits"]
    assert (said["width"], said["height"], digit["line"]) == (28, 28, 0)
    assert record["text"] == said["lines"][0]["text"] == digit["label"]
    assert digit["box"][2] > 5


def test_a_hand_is_given_back_and_writes(client: FlaskClient) -> None:
    hand = client.post("/api/v1/read", data=form()).json["hand"]
    every = ask(client, "samples", hand=hand).json["samples"]
    assert [sample["label"] for sample in every] == list("0123456789")
    three = ask(client, "samples", hand=hand, label="3", count=2, seed=1).json["samples"]
    assert [sample["label"] for sample in three] == ["3", "3"]
    for spoiled in (hand[:-4], "?" * len(hand), "_" * len(hand), "ü"):
        assert ask(client, "samples", hand=spoiled).status_code == 400


def test_a_place_of_the_map_is_decoded(
    client: FlaskClient, engine: FakeEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert client.get("/api/v1/map").status_code == 404
    latent_map = fake_map(engine)
    monkeypatch.setattr(answers, "find_latent_map", lambda digest: latent_map)
    monkeypatch.setattr(answers, "_maps", {})
    shown = client.get("/api/v1/map").json
    assert [point["label"] for point in shown["points"][:3]] == ["0", "1", "2"]
    for axis, places in zip("xy", latent_map.points.T, strict=True):
        assert shown[f"{axis}_range"] == [places.min(), places.max()]
    place = ask(client, "decode", label="4", x=0.5, y=-1).json
    expected = fake_model(engine).decode_positions(latent_map.plane, np.array([[0.5, -1]]), 4)[0]
    assert np.abs(decoded(place["picture"]) - expected).max() < 0.51 / 255
    assert set(client.post("/api/v1/read", data=form()).json["place"]) == {"x", "y"}


@pytest.mark.parametrize(
    ("path", "fields"),
    [
        ("read", {"noise": "gaussian:7"}),
        ("read", {"noise": "fog:0.1"}),
        ("read", {"seed": "-1"}),
        ("read", {"seed": "1e3"}),
        ("read", {"seed": ["1", "2"]}),
        ("read", {"refuse": "nan"}),
        ("read", {"label": "X"}),
        ("read", {"model": "../../models/studio.cvae"}),
        ("read", {"keep": "perhaps"}),
        ("read", {"nonsense": "1"}),
        ("number", {"rule": "length:900"}),
        ("number", {"rule": "length:5" * 60}),
    ],
)
def test_a_field_that_makes_no_sense_is_refused_in_words(
    client: FlaskClient, path: str, fields: dict[str, Any]
) -> None:
    answer = client.post(f"/api/v1/{path}", data=form(**fields))
    assert (answer.status_code, answer.json["error"]["kind"]) == (400, "bad_field")
    assert answer.json["error"]["message"].endswith((".", ")"))


@pytest.mark.parametrize(
    "body",
    [
        b'{"count": 65}',
        b'{"count": 1e400}',
        b'{"count": true}',
        b'{"count": 1, "count": 2}',
        b'{"temperature": NaN}',
        b'{"label": {}}',
        b"[1]",
        b"\xff",
        b"",
        b"[" * 9000,
        b'{"hand": "' + b"A" * 30_000 + b'"}',
    ],
)
def test_json_that_makes_no_sense_is_refused_in_words(client: FlaskClient, body: bytes) -> None:
    answer = client.post("/api/v1/samples", data=body, content_type="application/json")
    assert (answer.status_code, answer.json["error"]["kind"]) == (400, "bad_field")
    assert client.post("/api/v1/samples", data=body).status_code == 415


def test_visitors_read_in_their_language(client: FlaskClient) -> None:
    said = client.get("/api/v1/nothing", headers={"Accept-Language": "uk"}).json
    assert said["error"]["message"] == "uk:Page not found."
    assert client.get("/api/v1/texts").json["language"] == "en"


def test_a_fault_of_ours_is_one_sentence(
    client: FlaskClient, engine: FakeEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(images: object) -> None:
        raise ZeroDivisionError("/home/of/somebody")

    monkeypatch.setattr(engine, "score", fail)
    answer = client.post("/api/v1/read", data=form())
    assert answer.status_code == 500
    assert answer.json == {
        "error": {
            "kind": "internal",
            "message": "Something went wrong on the server; please try again.",
        }
    }


def test_the_description_has_every_route_and_every_answer(client: FlaskClient) -> None:
    description = client.get("/api/v1/openapi.json").json
    assert description == describe_api()
    described = {
        (path.replace("{number}", "<int:number>"), method.upper())
        for path, methods in description["paths"].items()
        for method in methods
    }
    routes = {
        (rule.rule, method)
        for rule in client.application.url_map.iter_rules()
        if rule.rule.startswith("/api/")
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    }
    assert described == routes
    kept = client.post("/api/v1/read", data=form(keep="1")).json
    said = {
        "/read": kept,
        "/number": client.post("/api/v1/number", data=form()).json,
        "/samples": ask(client, "samples", count=1).json,
    }
    for operation in OPERATIONS:
        if operation.method == "get" and operation.path != "/map":
            path = operation.path.format(number=kept["entry"])
            said[operation.path] = client.get(f"/api/v1{path}").get_json(silent=True)
        is_asked = operation.method != "delete" and operation.path in said
        if isinstance(operation.response, type) and is_asked:
            faults = _faults(schema_name(operation.response), said[operation.path])
            assert not faults, f"{operation.path}: {faults}"


def _faults(name: str, said: Any) -> list[str]:
    """What is wrong in an answer by its schema; entries that it does not name are, too."""
    components = json.loads(json.dumps(describe_api()["components"]))
    for schema in components["schemas"].values():
        schema["additionalProperties"] = False
    whole = {"$ref": f"#/components/schemas/{name}", "components": components}
    return [error.message for error in jsonschema.Draft202012Validator(whole).iter_errors(said)]


def test_long_texts_are_packed_for_whoever_can_unpack_them(client: FlaskClient) -> None:
    packs = {"Accept-Encoding": "gzip"}
    for path in ("/page.css", "/api/v1/texts"):
        plain, packed = client.get(path), client.get(path, headers=packs)
        assert "Content-Encoding" not in plain.headers
        assert packed.headers["Content-Encoding"] == "gzip"
        assert packed.headers["Vary"] == "Accept-Encoding"
        assert len(packed.data) < 0.5 * len(plain.data)
        assert gzip.decompress(packed.data) == plain.data
    known = {"If-None-Match": client.get("/page.css").headers["ETag"], **packs}
    assert client.get("/page.css", headers=known).status_code == 304
    # It holds a secret, of which its length must not tell.
    assert "Content-Encoding" not in client.get("/api/v1/status", headers=packs).headers


def test_the_manifest_names_what_the_server_has(client: FlaskClient) -> None:
    manifest = client.get("/manifest.webmanifest")
    assert manifest.mimetype == "application/manifest+json"
    for icon in json.loads(manifest.data)["icons"]:
        assert client.get(f"/{icon['src']}").mimetype == icon["type"]


def test_generators_accept_the_description() -> None:
    description = describe_api()
    openapi_spec_validator.validate(description)
    operations = [one for path in description["paths"].values() for one in path.values()]
    names = [one["operationId"] for one in operations]
    assert len(names) == len(set(names))
    assert all(name.isidentifier() for name in names)
    known = {tag["name"] for tag in description["tags"]}
    assert all(set(one["tags"]) <= known for one in operations)
    kinds = description["components"]["schemas"]["ErrorDetail"]
    assert set(kinds["properties"]["kind"]["enum"]) == set(get_args(ErrorKind))


@pytest.mark.parametrize("operation", [one for one in OPERATIONS if one.example])
def test_every_example_is_accepted(client: FlaskClient, operation: Operation) -> None:
    client.post("/api/v1/read", data=form(keep="1"))
    example = dict(operation.example)
    path = "/api/v1" + operation.path.replace("{number}", "1")
    if operation.body in ("form", "forms"):
        texts = {name: str(value).lower() for name, value in example.items()}
        answer = client.post(path, data=form(**texts))
    elif operation.body == "json":
        answer = client.post(path, json=example)
    else:
        example.pop("number", None)
        answer = client.open(path, method=operation.method.upper(), query_string=example)
    # The made-up model has no map.
    assert answer.status_code == 200 or answer.json["error"]["kind"] == "no_map"


def test_an_answer_without_pictures_says_the_same(client: FlaskClient) -> None:
    whole = client.post("/api/v1/read", data=form()).json
    short = client.post("/api/v1/read", data=form(pictures="false"))
    assert "data:image" not in short.text
    assert short.json.keys() == whole.keys()
    for name in ("text", "verdict", "label", "hand", "box"):
        assert short.json[name] == whole[name]


def test_several_pictures_are_read_in_order(client: FlaskClient) -> None:
    alone = client.post("/api/v1/read", data=form(pictures="false")).json
    sent = [(io.BytesIO(THREE), "a.png"), (io.BytesIO(b"no"), "b.png"), (io.BytesIO(THREE), "c")]
    answer = client.post("/api/v1/read/batch", data={"picture": sent})
    assert _faults("Batch", answer.json) == []
    first, second, third = answer.json["readings"]
    assert [one["name"] for one in (first, second, third)] == ["a.png", "b.png", "c"]
    assert first["reading"].pop("record") == alone.pop("record") | {"file": "a.png"}
    assert first["reading"] | {"elapsed_ms": 0} == alone | {"elapsed_ms": 0}
    assert third["reading"]["text"] == "3"
    assert (second["reading"], second["error"]["kind"]) == (None, "not_a_picture")
    many = {"picture": [(io.BytesIO(THREE), str(number)) for number in range(17)]}
    assert client.post("/api/v1/read/batch", data=many).json["error"]["kind"] == "bad_field"
    assert client.post("/api/v1/read/batch", data=form(keep="1")).status_code == 400
