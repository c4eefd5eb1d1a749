"""Files that nobody vouches for: every one is answered in words, and none is left on the disk."""

from __future__ import annotations

import io
import json
import os
import struct
import tempfile
import zlib
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from PIL import Image
from web_forms import THREE, form

from desktop_cvae.web import api


def saved(kind: str) -> bytes:
    """A picture of a 3 in one of the kinds that are read."""
    file = io.BytesIO()
    Image.open(io.BytesIO(THREE)).save(file, kind)
    return file.getvalue()


def png_header(width: int, height: int) -> bytes:
    """A PNG that promises much, with a checksum that is right."""
    head = b"IHDR" + struct.pack(">2I5B", width, height, 8, 0, 0, 0, 0)
    pixels = b"IDAT" + zlib.compress(b"\0" * 100)
    chunks = (head, pixels, b"IEND")
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(chunk) - 4) + chunk + struct.pack(">I", zlib.crc32(chunk))
        for chunk in chunks
    )


ALLOWED = ("PNG", "JPEG", "BMP", "GIF", "TIFF", "WEBP")
FORBIDDEN = {
    "PDF": b"%PDF-1.7\n%%EOF",
    "SVG": b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
    "HEIC": b"\0\0\0\x18ftypheic" + bytes(40),
    "AVIF": b"\0\0\0\x18ftypavif" + bytes(40),
    "video": b"\0\0\0\x18ftypmp42" + bytes(40),
    "ICO": b"\0\0\1\0" + bytes(40),
    "EPS": b"%!PS-Adobe-3.0 EPSF-3.0\n",
    "Photoshop": b"8BPS" + bytes(40),
    "JPEG XL": b"\xff\x0a" + bytes(40),
    "Netpbm": b"P5 3 3 255\n" + bytes(9),
    "DICOM": bytes(128) + b"DICM" + bytes(40),
    "HTML": b"<!doctype html><script>alert(1)</script>",
    "zip": b"PK\3\4" + bytes(40),
    "program": b"\x7fELF" + bytes(60),
    "text": b"just words",
}
UNREADABLE = {
    "empty": b"",
    "60000 × 60000 pixels": png_header(60_000, 60_000),
    "a line of a billion pixels": png_header(2**31 - 1, 1),
    "a cut PNG": THREE[: len(THREE) // 2],
    "a PNG without pixels": png_header(28, 28),
    "a cut JPEG": saved("JPEG")[:200],
    "a JPEG of noise": saved("JPEG")[:100] + os.urandom(400) + b"\xff\xd9",
    "a TIFF that leads nowhere": b"II*\0" + struct.pack("<I", 10**9),
}


@pytest.fixture(autouse=True)
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where temporary files would lie."""
    folder = tmp_path / "scratch"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.mark.parametrize("kind", ALLOWED)
def test_what_is_allowed_is_read_whatever_it_is_called(client: FlaskClient, kind: str) -> None:
    for path in ("read", "number"):
        answer = client.post(f"/api/v1/{path}", data=form(saved(kind), "letter.exe"))
        assert answer.status_code == 200, answer.json
        assert answer.json["found"]


@pytest.mark.parametrize("path", ["read", "number"])
def test_what_is_no_picture_is_refused_in_words(
    client: FlaskClient, path: str, scratch: Path, home: Path
) -> None:
    expected = dict.fromkeys(FORBIDDEN, 415) | dict.fromkeys(UNREADABLE, 422)
    for name, data in (FORBIDDEN | UNREADABLE).items():
        answer = client.post(f"/api/v1/{path}", data=form(data, "picture.png", keep="1"))
        message = answer.json["error"]["message"]
        assert answer.status_code == expected[name], f"{name}: {message}"
        assert message.endswith("."), name
        assert not any(sign in message for sign in ("Traceback", "/home", "PIL", "Error")), name
    assert not list(scratch.iterdir())
    assert not home.exists()


@pytest.mark.parametrize(
    ("sent", "shown"),
    [
        ("../../../etc/passwd", "passwd"),
        ("C:\\\\windows\\\\system.png", "system.png"),
        ("/", ""),
        ("..", ".."),
        ("\u202egnp.exe", "\ufffdgnp.exe"),
        ("<script>alert(1)</script>", "script>"),
        ("x" * 5000 + ".png", "x" * 120),
        ("blob", ""),
    ],
)
def test_a_hostile_name_is_only_ever_shown(
    client: FlaskClient, tmp_path: Path, scratch: Path, sent: str, shown: str
) -> None:
    before = {path for path in tmp_path.rglob("*") if "archive" not in path.name}
    said = client.post("/api/v1/read", data=form(THREE, sent, keep="1")).json
    (entry,) = client.get("/api/v1/archive").json["entries"]
    assert entry["id"] == said["entry"]
    assert entry["name"] == shown
    assert entry["name"].isprintable()
    assert {path for path in tmp_path.rglob("*") if "archive" not in path.name} == before
    assert not list(scratch.iterdir())


def test_only_one_picture_is_taken(client: FlaskClient) -> None:
    two = {"picture": [(io.BytesIO(THREE), "a"), (io.BytesIO(THREE), "b")]}
    other = {"picture": (io.BytesIO(THREE), "a"), "other": (io.BytesIO(THREE), "b")}
    nothing = {"model": "studio"}
    for data in (two, other, nothing):
        answer = client.post("/api/v1/read", data=data, content_type="multipart/form-data")
        assert (answer.status_code, answer.json["error"]["kind"]) == (400, "bad_field")
    many = {f"field{number}": "1" for number in range(50)}
    crowded = client.post("/api/v1/read", data={**form(), **many})
    assert (crowded.status_code, "too many fields" in crowded.text) == (413, True)
    spoiled = client.post("/api/v1/read", data=b"--x\r\n", content_type="multipart/form-data")
    assert spoiled.status_code == 400


def test_too_many_bytes_are_refused(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(api, "MAX_PICTURE_BYTES", len(THREE) - 1)
    answer = client.post("/api/v1/read", data=form())
    assert (answer.status_code, answer.json["error"]["kind"]) == (413, "too_large")


def test_what_is_kept_can_be_opened_in_the_window(client: FlaskClient) -> None:
    said = client.post("/api/v1/read", data=form(keep="1", noise="speckle:0.2", seed="3")).json
    entry = client.get(f"/api/v1/archive/{said['entry']}").json
    assert (entry["source"], entry["input_kind"], entry["text"]) == ("web page", "picture", "3")
    assert entry["noise"] == {"kind": "speckle", "level": 0.2, "seed": 3}
    again = form(keep="1", entry=str(said["entry"]))
    assert client.post("/api/v1/read", data=again).json["entry"] == said["entry"]
    found = client.get("/api/v1/archive?text=three&verdict=digit").json
    assert (found["total"], found["entries"][0]["id"]) == (1, said["entry"])
    lines = client.get("/api/v1/archive/export?format=jsonl").text.splitlines()
    assert [json.loads(line)["id"] for line in lines] == [said["entry"]]
    assert client.get("/api/v1/archive/export?format=png").status_code == 400
    assert client.delete(f"/api/v1/archive/{said['entry']}").status_code == 200
    assert client.delete(f"/api/v1/archive/{said['entry']}").status_code == 404
    assert client.get("/api/v1/archive").json["total"] == 0
