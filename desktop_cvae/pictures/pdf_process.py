"""Draws pages of PDF files, in a process of its own; started by :mod:`pictures.pdf_pages`.

Needs nothing of the house, so that it starts in a tenth of a second. Each line of standard input
is a request in JSON; each answer is a line of JSON, after which a page's grey values follow.

PDFium is a large library in C++ that strangers' files are fed to: here it may crash, take all
the memory that it is allowed, or never come to an end, and nobody else is harmed.

Tested in tests/pictures/test_pages.py.
"""

from __future__ import annotations

import ctypes
import importlib
import json
import math
import mmap
import os
import signal
import sys
import threading
from typing import Any, BinaryIO

MEMORY_BYTES = 1_500_000_000
"""Address space of the process: the file, what it unpacks to, and the library."""
REQUEST_S = 20.0
"""Longest time of a request; a page of a scan takes a tenth of a second."""
IDLE_S = 10.0
"""Time without a request after which the process ends."""
MAX_PAGES = 10_000
DPI = 300
"""Highest resolution; handwriting is read no better at more."""
PAGE_PIXELS = 4_000_000
"""Most pixels of a page, as of any other picture: A4 is drawn at 200 dpi."""
SLOW = 3
"""Exit code after a request that took too long."""

_POINTS_PER_INCH = 72
_PASSWORD, _SECURITY = 4, 5


class UnfulfilledRequest(Exception):
    """A request that cannot be fulfilled; its text is a key of ``pdf_pages.REASONS``."""


class OpenFile:
    """The last request's file, which the next request is probably about."""

    def __init__(self) -> None:
        self._key: tuple[Any, ...] | None = None
        self._document: Any = None
        self._held: list[Any] = []

    def document(self, path: str) -> Any:
        """The opened file.

        Raises:
            UnfulfilledRequest: it cannot be opened.
        """
        import pypdfium2

        status = os.stat(path)  # noqa: PTH116 - the name may be no text
        key = (path, status.st_mtime_ns, status.st_size)
        if key == self._key:
            return self._document
        self._close()
        with open(path, "rb") as file:  # noqa: PTH123
            # ctypes takes the address of writable memory only; this is a private copy of the pages
            # that are written to, so the file stays as it is.
            content = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_COPY)
        # PDFium reads from it for as long as the document is open, so both are held until then.
        buffer = (ctypes.c_char * len(content)).from_buffer(content)
        try:
            document = pypdfium2.PdfDocument(buffer)
        except pypdfium2.PdfiumError as error:
            locked = getattr(error, "err_code", None) in (_PASSWORD, _SECURITY)
            raise UnfulfilledRequest("locked" if locked else "damaged") from error
        self._key, self._document, self._held = key, document, [buffer, content]
        if len(document) > MAX_PAGES:
            self._close()
            raise UnfulfilledRequest("pages")
        return document

    def _close(self) -> None:
        if self._document is not None:
            self._document.close()
        self._key, self._document, self._held = None, None, []


def scale_of(width: float, height: float) -> float:
    """Return pixels a point for a page of that size, at most ``DPI`` and ``PAGE_PIXELS``."""
    if not (math.isfinite(width * height) and width > 0 and height > 0):
        raise UnfulfilledRequest("damaged")
    # Both sides are rounded up: a pixel is left for that, and a thin page has one at least.
    most = max(math.sqrt(PAGE_PIXELS / (width * height)), 1 / max(width, height))
    scale = min(DPI / _POINTS_PER_INCH, most, PAGE_PIXELS / 2 / max(width, height))
    while math.ceil(width * scale) * math.ceil(height * scale) > PAGE_PIXELS:
        scale *= 0.99
    return scale


def draw(document: Any, number: int) -> tuple[int, int, bytes]:
    """Return width, height and grey values, row by row, of a page; the first one is 1."""
    if not 1 <= number <= len(document):
        raise UnfulfilledRequest("number")
    import pypdfium2

    try:
        page = document[number - 1]
        try:
            scale = scale_of(*page.get_size())
            bitmap = page.render(scale=scale, grayscale=True)
        finally:
            page.close()
    except pypdfium2.PdfiumError as error:
        raise UnfulfilledRequest("damaged") from error
    # A row is padded to a multiple of four bytes.
    rows, stride, width = memoryview(bitmap.buffer).cast("B"), bitmap.stride, bitmap.width
    values = b"".join(bytes(rows[y * stride : y * stride + width]) for y in range(bitmap.height))
    size = bitmap.width, bitmap.height
    bitmap.close()
    return *size, values


def answer(file: OpenFile, request: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
    """Answer ``{"path": …, "page": …}``; page 0 asks for the number of pages."""
    try:
        document = file.document(request["path"])
        if not request["page"]:
            return {"pages": len(document)}, b""
        width, height, values = draw(document, request["page"])
    except UnfulfilledRequest as problem:
        return {"refused": str(problem)}, b""
    except (OSError, ValueError) as error:
        return {"refused": "damaged", "details": repr(error)[:500]}, b""
    except MemoryError:
        return {"refused": "memory"}, b""
    return {"width": width, "height": height}, values


def bound() -> None:
    """Limit what this process may do, as far as the system allows."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # of the terminal; who started it decides
    try:
        # By name, because type checkers know that Windows has no such module.
        limits: Any = importlib.import_module("resource")
    except ImportError:
        return  # Windows: the time is bounded, and the pixels are
    for kind, most in (
        (limits.RLIMIT_AS, MEMORY_BYTES),
        # A dump would put a stranger's document onto the disk, and PDFium has no file to write.
        (limits.RLIMIT_CORE, 0),
        (limits.RLIMIT_FSIZE, 0),
    ):
        hard = limits.getrlimit(kind)[1]
        limit = most if hard == limits.RLIM_INFINITY else min(most, hard)
        try:
            limits.setrlimit(kind, (limit, limit))
        except (ValueError, OSError):
            continue  # macOS knows some of them by name only


def serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """Answer requests until nobody asks any more."""
    # In one thread: PDFium is not thread-safe
    # (https://github.com/pypdfium2-team/pypdfium2/issues/303).
    file = OpenFile()
    while True:
        idle = _ends_in(IDLE_S, 0)
        line = requests.readline()
        idle.cancel()
        if not line:
            return
        slow = _ends_in(REQUEST_S, SLOW)
        head, values = answer(file, json.loads(line))
        slow.cancel()
        answers.write(json.dumps(head).encode() + b"\n" + values)
        answers.flush()


def _ends_in(seconds: float, code: int) -> threading.Timer:
    """End the process unless it is cancelled; PDFium runs without the interpreter's lock."""
    timer = threading.Timer(seconds, os._exit, (code,))
    timer.daemon = True
    timer.start()
    return timer


def main() -> None:
    """Answer requests from standard input on standard output."""
    bound()
    serve(sys.stdin.buffer, sys.stdout.buffer)


if __name__ == "__main__":
    main()
