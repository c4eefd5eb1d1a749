"""A client that a public generator makes of the API's description, against a real server."""

from __future__ import annotations

import importlib
import io
import json
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest
from web_forms import THREE

from desktop_cvae.web.openapi import describe_api
from desktop_cvae.web.server import WebServer


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The generated package; every warning of the generator is an error."""
    description = tmp_path / "api.json"
    description.write_text(json.dumps(describe_api()))
    target = tmp_path / "generated_client"
    generator = Path(sys.executable).with_name("openapi-python-client")
    options = ("--fail-on-warning", "--meta", "none", "--path", description)
    command = [generator, "generate", *options, "--output-path", target]
    subprocess.run(command, check=True, capture_output=True)
    monkeypatch.syspath_prepend(tmp_path)
    return importlib.import_module("generated_client")


def test_an_entry_of_the_archive_is_a_class_with_its_description(
    package: ModuleType, server: WebServer
) -> None:
    models = importlib.import_module("generated_client.models")
    types = importlib.import_module("generated_client.types")
    read = importlib.import_module("generated_client.api.reading.post_read").sync
    get = importlib.import_module("generated_client.api.archive.get_archive_number").sync
    picture = types.File(io.BytesIO(THREE), "three.png", "image/png")
    with package.Client(base_url=f"http://{server.host}:{server.port}") as client:
        kept = read(client=client, body=models.PostReadBody(picture, keep=True))
        entry = get(kept.entry, client=client)
    assert type(entry) is models.Entry
    assert (entry.id, entry.text, entry.name, entry.note) == (kept.entry, "3", "three.png", "")
    assert entry.image.startswith("data:image/png;base64,")
    assert max(entry.evidence_nats.additional_properties.items(), key=lambda one: one[1])[0] == "3"
    assert "SHA-256 of the model's weights" in (models.Entry.__doc__ or "")


def test_it_reads_a_digit_a_number_and_what_is_wrong(
    package: ModuleType, server: WebServer
) -> None:
    models = importlib.import_module("generated_client.models")
    types = importlib.import_module("generated_client.types")
    reading = importlib.import_module("generated_client.api.reading")
    calls = {
        name: importlib.import_module(f"{reading.__name__}.{name}").sync
        for name in ("post_read", "post_number")
    }

    def picture() -> object:
        return types.File(io.BytesIO(THREE), "three.png", "image/png")

    with package.Client(base_url=f"http://{server.host}:{server.port}") as client:
        digit = calls["post_read"](
            client=client, body=models.PostReadBody(picture(), pictures=False)
        )
        assert (digit.text, digit.record.file, digit.record.version) == ("3", "three.png", 1)
        assert digit.record.digits[0].label == digit.labels[3].label == "3"
        number = calls["post_number"](client=client, body=models.PostNumberBody(picture()))
        assert number.record.text == number.lines[0].text
        wrong = calls["post_read"](client=client, body=models.PostReadBody(picture(), noise="odd"))
        assert wrong.error.kind == "bad_field"
