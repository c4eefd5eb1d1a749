"""The program's web page, served by a process of its own, and pictures as a browser sends them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = [sys.executable, "-m", "desktop_cvae"]
SAMPLES = sorted((ROOT / "resources" / "samples").iterdir())
CONTENT_TYPE = "multipart/form-data; boundary=x"


def serve(*options: str) -> tuple[subprocess.Popen[str], int]:
    """Start ``desktop-cvae serve``; it ends with its standard input. Returns it and its port."""
    command = [*PROGRAM, "serve", "--port", "0", "--events", "jsonl", *options]
    server = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT
    )
    assert server.stdout is not None
    return server, json.loads(server.stdout.readline())["port"]


def form_data(picture: bytes) -> bytes:
    """The body of a request with a picture, of the type ``CONTENT_TYPE``."""
    head = b"--x\r\nContent-Disposition: form-data; name=picture; filename=a\r\n\r\n"
    return head + picture + b"\r\n--x--\r\n"
