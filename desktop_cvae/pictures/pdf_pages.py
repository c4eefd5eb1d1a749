"""Pages of PDF files → grey arrays, drawn by a process of its own (:mod:`pictures.pdf_process`).

The process is kept for the next page, begins anew when a file has killed it, and ends by itself
when nobody asks any more, or when this process ends, however it does.

Tested in tests/pictures/test_pages.py.
"""

from __future__ import annotations

import atexit
import contextlib
import json
import subprocess
import sys
import threading
from importlib.util import find_spec
from pathlib import Path
from typing import IO, Any

import numpy as np

from desktop_cvae.core.errors import EnvironmentProblem, ImageProblem
from desktop_cvae.core.language import mark, number, tr
from desktop_cvae.core.paths import is_packaged, is_viewer
from desktop_cvae.core.results import FloatArray
from desktop_cvae.pictures import pdf_process
from desktop_cvae.pictures.pdf_process import MAX_PAGES, PAGE_PIXELS, SLOW

START_ARGUMENT = "--draw-pdf-pages"
"""Argument that makes the packaged executable the drawing process."""
_MAX_LINE_BYTES = 10_000
_END_S = 5.0

REASONS = {
    "damaged": mark("{name} is damaged or cut short."),
    "locked": mark("{name} is locked with a password; save it without one to open it."),
    "pages": mark("{name} has more than {most} pages, too many to open; split it."),
    "number": mark("{name} has no such page."),
    "memory": mark("{name} would take too much memory to draw."),
    "slow": mark("{name} takes too long to draw."),
    "broken": mark("{name} cannot be drawn: the PDF library crashed."),
}


def count_pdf_pages(path: Path, name: str) -> int:
    """Count the pages of a PDF file.

    Args:
        path: the file.
        name: what it is called in messages.

    Raises:
        ImageProblem: it is damaged, locked, or has more than ``MAX_PAGES``.
        EnvironmentProblem: there is no library for PDF files.
    """
    return int(_drawer.ask(path, 0, name)[0]["pages"])


def draw_pdf_page(path: Path, page: int, name: str) -> FloatArray:
    """Draw a page on white paper.

    Args:
        path: the file.
        page: from 1.
        name: what it is called in messages.

    Returns:
        float32, (H, W), in [0, 1], light is 1; at most ``PAGE_PIXELS``.

    Raises:
        ImageProblem: it is damaged, locked, or takes too much.
        EnvironmentProblem: there is no library for PDF files.
    """
    head, values = _drawer.ask(path, page, name)
    grey = np.frombuffer(values, np.uint8).reshape(head["height"], head["width"])
    return grey.astype(np.float32) / np.float32(255)


class _Drawer:
    """The drawing process, asked by one thread at a time."""

    def __init__(self) -> None:
        # Answers carry no number: the next line of the pipe belongs to the last request.
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None

    def ask(self, path: Path, page: int, name: str) -> tuple[dict[str, Any], bytes]:
        """Return its answer, and a page's grey values."""
        request = json.dumps({"path": str(path.absolute()), "page": page}).encode() + b"\n"
        with self._lock:
            try:
                head, values = self._exchange(request)
            except BaseException as error:
                # What it would still say belongs to no other request.
                code = self._end()
                if not isinstance(error, OSError | ValueError | KeyError | TypeError):
                    raise
                head, values = {"refused": "slow" if code == SLOW else "broken"}, b""
        if "refused" in head:
            sentence = REASONS.get(head["refused"], REASONS["damaged"])
            details = str(head.get("details", ""))
            raise ImageProblem(tr(sentence, name=name, most=number(MAX_PAGES)), details)
        return head, values

    def end(self) -> None:
        """End the process."""
        with self._lock:
            self._end()

    def _exchange(self, request: bytes) -> tuple[dict[str, Any], bytes]:
        try:
            answers = self._send(request)
        except OSError:
            self._end()  # it has just ended by itself
            answers = self._send(request)
        head = json.loads(answers.readline(_MAX_LINE_BYTES))
        if "width" not in head:
            return head, b""
        size = int(head["width"]) * int(head["height"])
        if not 0 < size <= PAGE_PIXELS:
            raise ValueError(size)
        values = answers.read(size)
        if len(values) != size:
            raise ValueError(len(values))
        return head, values

    def _send(self, request: bytes) -> IO[bytes]:
        """Send a request; return the stream from which to read the answer."""
        process = self._running()
        assert process.stdin is not None, "a pipe"
        assert process.stdout is not None, "a pipe"
        process.stdin.write(request)
        process.stdin.flush()
        return process.stdout

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is not None and self._process.poll() is None:
            return self._process
        self._end()
        _require_library()
        command = [sys.executable, START_ARGUMENT]
        if not is_packaged():
            # Not as a module: what lies in the working folder must not be imported.
            command = [sys.executable, "-P", str(Path(pdf_process.__file__))]
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        return self._process

    def _end(self) -> int | None:
        """End it; return its exit code if it had ended already, or does so at once."""
        process, self._process = self._process, None
        if process is None:
            return None
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()
        try:
            return process.wait(_END_S)
        except subprocess.TimeoutExpired:
            process.kill()
            return process.wait()


def _require_library() -> None:
    if find_spec("pypdfium2") is not None:
        return
    if is_viewer():
        raise EnvironmentProblem(
            tr("This is the viewer, which opens no PDF files; the full package does.")
        )
    raise EnvironmentProblem(tr("PDF files need another library: pip install pypdfium2"))


_drawer = _Drawer()
atexit.register(_drawer.end)
