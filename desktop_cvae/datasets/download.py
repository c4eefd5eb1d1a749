"""Downloads over HTTP: verified, from several mirrors, resumed after an interruption.

A part file outlives a broken connection (HTTP Range, RFC 9110 section 14); it is renamed to the
file only when it is whole and has the right SHA-256.

Tested in tests/datasets/test_mnist.py.
"""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop_cvae.core.errors import DatasetProblem
from desktop_cvae.core.language import tr
from desktop_cvae.core.operating_system import replace_file
from desktop_cvae.core.tasks import Progress, Task

CHUNK_BYTES = 1 << 16
PART_SUFFIX = ".part"


@dataclass(frozen=True)
class RemoteFile:
    """One file to fetch.

    Attributes:
        name: its name, on the mirrors and here.
        sha256: of its content, hexadecimal.
        max_bytes: limit; a mirror that sends more is abandoned.
    """

    name: str
    sha256: str
    max_bytes: int


def fetch(
    file: RemoteFile, mirrors: Sequence[str], folder: Path, *, timeout_s: float
) -> Task[Path]:
    """Fetch a file from the first mirror with the right content; an existing right file is kept.

    Args:
        file: what to fetch.
        mirrors: addresses that end in a slash, tried in order.
        folder: where to keep it; made if need be.
        timeout_s: of connecting, and of any silence after that.

    Yields:
        bytes that have arrived, after every chunk. A task that is closed keeps them, and the next
        one resumes from there.

    Returns:
        The file's path.

    Raises:
        DatasetProblem: no mirror gave the right content; ``details`` says why, mirror by mirror.
    """
    target, part = folder / file.name, folder / f".{file.name}{PART_SUFFIX}"
    refusals = []
    for mirror in mirrors:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            if not (target.exists() and _is_right(target, file)):
                yield from _fetch_right(file, mirror + file.name, part, timeout_s)
                replace_file(part, target)
            part.unlink(missing_ok=True)
            return target
        except (OSError, ValueError) as error:  # no network, refused, wrong contents
            refusals.append(f"{mirror}: {error}")
    raise DatasetProblem(
        tr("“{name}” could not be downloaded.", name=file.name), "\n".join(refusals)
    )


def _is_right(path: Path, file: RemoteFile) -> bool:
    with path.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest() == file.sha256


def _fetch_right(file: RemoteFile, url: str, part: Path, timeout_s: float) -> Task[None]:
    """Complete the part file, and check it."""
    has_resumed = yield from _complete(file, url, part, timeout_s)
    if has_resumed and not _is_right(part, file):
        # The old part may have been wrong, so the mirror gets one more chance.
        part.unlink()
        yield from _complete(file, url, part, timeout_s)
    if not _is_right(part, file):
        part.unlink()
        raise ValueError(tr("its content is wrong (SHA-256 mismatch)"))


def _complete(file: RemoteFile, url: str, part: Path, timeout_s: float) -> Task[bool]:
    """Fetch what the part file lacks; return True if its content was kept."""
    start = part.stat().st_size if part.exists() else 0
    response = _ask(url, start, timeout_s)
    if response.status_code == 416:  # the part is longer than the file: it is of another
        part.unlink()
        start = 0
        response = _ask(url, start, timeout_s)
    with contextlib.closing(response):
        response.raise_for_status()
        if "html" in response.headers.get("Content-Type", ""):
            raise ValueError(
                tr("the server sent a web page instead of the file (is a login needed?)")
            )
        has_resumed = start > 0 and _continues(response, start)
        done = start if has_resumed else 0
        total = done + int(response.headers.get("Content-Length") or 0)
        with part.open("ab" if has_resumed else "wb") as opened:
            for chunk in response.iter_content(CHUNK_BYTES):
                opened.write(chunk)
                done += len(chunk)
                if done > file.max_bytes:
                    opened.truncate(0)
                    raise ValueError(tr("the download is longer than the file"))
                yield Progress(done, max(total, done))
    return has_resumed


def _ask(url: str, start: int, timeout_s: float) -> Any:
    import requests

    # With a content encoding, a range would count compressed bytes and could not be resumed.
    headers = {"Accept-Encoding": "identity"}
    if start:
        headers["Range"] = f"bytes={start}-"
    return requests.get(url, headers=headers, stream=True, timeout=timeout_s)


def _continues(response: Any, start: int) -> bool:
    """Return False if the server ignores ranges and sends the whole file."""
    range_ = response.headers.get("Content-Range", "")
    return bool(response.status_code == 206 and range_.startswith(f"bytes {start}-"))
