"""Attack the page: one visitor sends noise without end, and the others still get their answers.

Usage: ``python tests/attacks/page.py [--seed N] [--quick]``; Linux. Six connections send
photographs of noise to be read as numbers, ten only declare large pictures, one declares a length
of 5,000 digits. Meanwhile another visitor must be answered, and SIGTERM must end the server.
The exit code is 1 if there is any fault.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import numpy as np
from PIL import Image, ImageFilter

SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "samples" / "9-off-centre.png"
PATIENCE_S, END_S = 40, 20
"""How long an honest visitor waits for an answer, and the server's end may take."""
SENDERS, DECLARERS = 6, 10


def noise(side: int, seed: int) -> bytes:
    """A photograph of noise, with thousands of components, as a PNG."""
    values = np.random.default_rng(seed).integers(0, 256, (3 * side // 4, side), np.uint8)
    blurred = np.asarray(Image.fromarray(values).filter(ImageFilter.GaussianBlur(1)), np.float32)
    spread = (blurred - blurred.min()) / np.ptp(blurred)
    buffer = io.BytesIO()
    Image.fromarray(np.rint(255 * spread).astype(np.uint8)).save(buffer, "PNG")
    return buffer.getvalue()


def post(port: int, path: str, picture: bytes, headers: dict[str, str]) -> int:
    """Send a picture; the status of the answer."""
    head = b"--x\r\nContent-Disposition: form-data; name=picture; filename=a\r\n\r\n"
    connection = HTTPConnection("127.0.0.1", port, timeout=3 * PATIENCE_S)
    kind = {"Content-Type": "multipart/form-data; boundary=x"}
    connection.request("POST", path, head + picture + b"\r\n--x--\r\n", kind | headers)
    return connection.getresponse().status


def session(port: int) -> dict[str, str]:
    """The headers of a visitor with a session."""
    connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE_S)
    connection.request("GET", "/api/v1/status")
    answer = connection.getresponse()
    cookie = (answer.getheader("Set-Cookie") or "").partition(";")[0]
    return {"Cookie": cookie, "X-CSRF-Token": json.loads(answer.read())["csrf"]}


def _send(port: int, picture: bytes) -> None:
    with contextlib.suppress(OSError):  # the server ends meanwhile
        post(port, "/api/v1/number", picture, {})


def faults(port: int, server: subprocess.Popen[str], side: int, seed: int) -> Iterator[str]:
    """What went wrong."""
    visitor = session(port)
    senders = [
        threading.Thread(target=_send, args=(port, noise(side, seed + number)))
        for number in range(SENDERS)
    ]
    for sender in senders:
        sender.start()
    with contextlib.ExitStack() as stack:
        for _ in range(DECLARERS):
            declared = stack.enter_context(socket.create_connection(("127.0.0.1", port)))
            declared.sendall(_head(port, "19000000") + b"--x")
        long = stack.enter_context(socket.create_connection(("127.0.0.1", port), PATIENCE_S))
        long.sendall(_head(port, "9" * 5000))
        if b" 400 " not in long.recv(100):
            yield "a length of 5,000 digits gets another answer than 400"
        time.sleep(1)  # all the noise is there
        start = time.monotonic()
        status = post(port, "/api/v1/read", SAMPLE.read_bytes(), visitor)
        if status != 200 or time.monotonic() - start > PATIENCE_S:
            yield f"another visitor gets {status} after {time.monotonic() - start:.0f} s"
    start = time.monotonic()
    server.send_signal(signal.SIGTERM)
    try:
        server.wait(END_S)
    except subprocess.TimeoutExpired:
        yield f"the server does not end within {END_S} s"
        server.kill()
    for sender in senders:
        sender.join()


def _head(port: int, length: str) -> bytes:
    lines = ("POST /api/v1/read HTTP/1.1", f"Host: 127.0.0.1:{port}", f"Content-Length: {length}")
    return "\r\n".join((*lines, "Content-Type: multipart/form-data; boundary=x", "", "")).encode()


def main() -> int:
    """One attack on a server of its own."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--quick", action="store_true", help="smaller photographs")
    arguments = parser.parse_args()
    command = [sys.executable, "-m", "desktop_cvae", "serve", "--port", "0", "--no-archive"]
    with tempfile.TemporaryDirectory() as home:
        environment = os.environ | {"DESKTOP_CVAE_HOME": home}
        pipe = subprocess.PIPE
        server = subprocess.Popen(
            [*command, "--workers", "1"], stdout=pipe, stderr=pipe, text=True, env=environment
        )
        assert server.stdout is not None
        assert server.stderr is not None
        port = urlsplit(server.stdout.readline()).port
        assert port is not None
        found = list(faults(port, server, 800 if arguments.quick else 4000, arguments.seed))
        said = server.stderr.read()
    if "Traceback" in said or "exception" in said:
        found.append(f"the server says: {said[-300:]}")
    for fault in found:
        print(f"FAULT page: {fault}")
    print(f"page: {len(found)} faults")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
