"""Files fetched over HTTP: checked, from several mirrors, taken up again where they broke off.

Pooch keeps the cache: it checks the SHA-256 and moves a file into place only when it is
whole and right. What Pooch lacks is added here: a part file that outlives a broken
connection (HTTP Range, RFC 9110 section 14), progress, and refusing login pages.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop_cvae.core.errors import DatasetProblem

CHUNK_BYTES = 1 << 16
PART_SUFFIX = ".part"
Progress = Callable[[int, int], None]
"""Bytes that have come, and bytes there will be (0 if unknown)."""


@dataclass(frozen=True)
class RemoteFile:
    """One file to fetch.

    Attributes:
        name: its name, on the mirrors and here.
        sha256: of its content, hexadecimal.
        max_bytes: a mirror that sends more is left.
    """

    name: str
    sha256: str
    max_bytes: int


def fetch(
    file: RemoteFile,
    mirrors: Sequence[str],
    folder: Path,
    *,
    timeout_s: float,
    on_progress: Progress | None = None,
) -> Path:
    """Fetch a file from the first mirror that has it right; a right one here is kept.

    Args:
        file: what to fetch.
        mirrors: addresses that end in a slash, tried in order.
        folder: where to keep it; made if need be.
        timeout_s: of connecting, and of any silence after that.
        on_progress: told of every chunk. An exception raised in it ends the download; what
            has come is taken up again the next time.

    Returns:
        The file's path.

    Raises:
        DatasetProblem: no mirror gave the right content; ``details`` says why, mirror by mirror.
    """
    refusals = []
    for mirror in mirrors:
        downloader = _Resuming(folder, file, timeout_s, on_progress)
        try:
            return downloader.fetch_from(mirror)
        except (OSError, ValueError) as error:  # no network, refused, wrong contents
            refusals.append(f"{mirror}: {error}")
    raise DatasetProblem(f"“{file.name}” could not be downloaded.", "\n".join(refusals))


class _Resuming:
    """Pooch's downloader: fetches into a part file, and hands it over when it is whole."""

    def __init__(
        self, folder: Path, file: RemoteFile, timeout_s: float, on_progress: Progress | None
    ) -> None:
        self.part = folder / f".{file.name}{PART_SUFFIX}"
        self.has_resumed = False
        self.is_whole = False
        self._folder, self._file, self._timeout_s = folder, file, timeout_s
        self._on_progress = on_progress

    def fetch_from(self, mirror: str) -> Path:
        """Fetch the file, check it, and forget the part; raises what Pooch does."""
        try:
            path = self._retrieve(mirror)
        except (OSError, ValueError):
            if not (self.has_resumed and self.is_whole):
                raise
            # What lay here may have been the wrong part: the mirror gets one more chance.
            self.has_resumed = self.is_whole = False
            path = self._retrieve(mirror)
        self.part.unlink(missing_ok=True)
        return path

    def __call__(
        self, url: str, output_file: str, _pooch: object, check_only: bool = False
    ) -> None:
        """Fetch ``url`` into ``output_file``."""
        start = self.part.stat().st_size if self.part.exists() else 0
        response = self._ask(url, start)
        if response.status_code == 416:  # the part is longer than the file: it is of another
            self.part.unlink()
            start = 0
            response = self._ask(url, start)
        with contextlib.closing(response):
            self._require_data(response)
            self.has_resumed = start > 0 and _continues(response, start)
            self._receive(response, start if self.has_resumed else 0)
        self.is_whole = True
        self.part.replace(output_file)

    def _retrieve(self, mirror: str) -> Path:
        import pooch

        pooch.get_logger().setLevel("ERROR")
        path = pooch.retrieve(
            mirror + self._file.name,
            known_hash=f"sha256:{self._file.sha256}",
            fname=self._file.name,
            path=self._folder,
            downloader=self,
        )
        return Path(path)

    def _ask(self, url: str, start: int) -> Any:
        import requests

        # Compressed once more on its way, a file could not be taken up in its middle.
        headers = {"Accept-Encoding": "identity"}
        if start:
            headers["Range"] = f"bytes={start}-"
        return requests.get(url, headers=headers, stream=True, timeout=self._timeout_s)

    def _require_data(self, response: Any) -> None:
        response.raise_for_status()
        if "html" in response.headers.get("Content-Type", ""):
            raise ValueError("a web page came instead of the file (is a login needed?)")

    def _receive(self, response: Any, start: int) -> None:
        done = start
        total = start + int(response.headers.get("Content-Length") or 0)
        with self.part.open("ab" if start else "wb") as file:
            for chunk in response.iter_content(CHUNK_BYTES):
                file.write(chunk)
                done += len(chunk)
                if done > self._file.max_bytes:
                    file.truncate(0)
                    raise ValueError("more came than the file is long")
                if self._on_progress is not None:
                    self._on_progress(done, max(total, done))


def _continues(response: Any, start: int) -> bool:
    """False if the server ignores ranges and sends all from the beginning."""
    range_ = response.headers.get("Content-Range", "")
    return bool(response.status_code == 206 and range_.startswith(f"bytes {start}-"))
