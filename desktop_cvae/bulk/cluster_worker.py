"""Work of a cluster's worker: reads the batches of a task, or says what it lacks for that.

Tested in tests/bulk/test_cluster_executor.py.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from desktop_cvae import __version__
from desktop_cvae.bulk.batch_reader import Read, RecognitionRequest, open_reader
from desktop_cvae.bulk.batches import Batch
from desktop_cvae.core.errors import DesktopCvaeError
from desktop_cvae.core.language import tr
from desktop_cvae.core.tasks import result_of
from desktop_cvae.inference.picture_records import PictureRecord
from desktop_cvae.library.manifest import Manifest
from desktop_cvae.library.model_file import SUFFIX, read_manifest
from desktop_cvae.library.model_library import ModelEntry, list_models
from desktop_cvae.pictures.pages import split_page

_reading = threading.Lock()
"""Held while reading: an engine serves one thread, and the language is that of the process."""
_readers: dict[tuple[str, RecognitionRequest], Read] = {}
"""The open model's reader by the digest of its file and the request."""
_sent: dict[str, Path] = {}
"""Model files that were sent here, by their digests."""


@dataclass(frozen=True)
class SeenFile:
    """A file, identified so that another machine can tell if it sees the same one.

    Attributes:
        path: absolute path.
        size: size in bytes.
        changed_ns: time of the last change.
    """

    path: str
    size: int
    changed_ns: int

    def is_here(self) -> bool:
        """Return True if this process sees the same file and may read it."""
        try:
            status = os.stat(self.path)  # noqa: PTH116 - faster; there may be 100,000
        except OSError:
            return False
        same = (status.st_size, status.st_mtime_ns) == (self.size, self.changed_ns)
        return same and os.access(self.path, os.R_OK)


Files = dict[str, SeenFile | bytes | None]
"""Files by their names in this process; None for a missing one."""


@dataclass(frozen=True)
class Task:
    """Batches for one worker.

    Attributes:
        request: how pictures are read.
        name: name of the model.
        digest: SHA-256 of the model's file.
        initializer: called in the worker first, to choose its language.
        version: version of the program here.
        batches: the pictures.
        files: their files.
    """

    request: RecognitionRequest
    name: str
    digest: str
    initializer: Callable[[], object]
    version: str
    batches: tuple[Batch, ...]
    files: Files

    @property
    def size(self) -> int:
        """Bytes of pictures that are sent with it."""
        return sum(len(file) for file in self.files.values() if isinstance(file, bytes))


@dataclass(frozen=True)
class WorkerResponse:
    """Response of a worker.

    Attributes:
        worker: its address.
        identity: its identifier, which a worker that replaces it does not get.
        records: records of each batch; None if the worker lacks the model or a picture.
        lacks_model: True if it lacks the model.
    """

    worker: str
    identity: str
    records: tuple[list[PictureRecord], ...] | None = None
    lacks_model: bool = False


def read_task(task: Task) -> WorkerResponse:
    """Read a task's pictures, or say what the worker lacks.

    Raises:
        DesktopCvaeError: the worker runs another version of the program.
    """
    from distributed import get_worker

    if task.version != __version__:
        raise DesktopCvaeError(
            tr(
                "A worker of the cluster runs desktop-cvae {theirs}, but this is {ours}: the "
                "answers might differ.",
                theirs=__version__,
                ours=task.version,
            )
        )
    worker = get_worker()
    worker_names = str(worker.address), str(worker.id)
    if any(isinstance(file, SeenFile) and not file.is_here() for file in task.files.values()):
        return WorkerResponse(*worker_names)
    with _reading, tempfile.TemporaryDirectory(prefix="desktop-cvae-") as folder:
        task.initializer()
        read = _reader(task)
        if read is None:
            return WorkerResponse(*worker_names, lacks_model=True)
        files = _paths(task, Path(folder))
        records = (result_of(read(replace(b, files=files))) for b in task.batches)
        return WorkerResponse(*worker_names, tuple(records))


def keep_model(digest: str, data: bytes, dask_worker: Any) -> None:
    """Store a model's file for the lifetime of this worker."""
    # Dask removes its local directory when the worker ends, and the model with it.
    path = Path(tempfile.mkdtemp(dir=dask_worker.local_directory)) / f"model{SUFFIX}"
    path.write_bytes(data)
    _sent[digest] = path


def _reader(task: Task) -> Read | None:
    key = task.digest, task.request
    if key not in _readers and (found := _find(task)) is not None:
        path, manifest = found
        _readers.clear()  # the memory of one model at a time
        _readers[key] = open_reader(
            task.request, ModelEntry(task.name, path, builtin=False, manifest=manifest)
        )
    return _readers.get(key)


def _find(task: Task) -> tuple[Path, Manifest] | None:
    """Find a model's file with the same bytes."""
    candidates = [entry.path for entry in list_models()]
    for path in (_sent.get(task.digest), Path(task.request.model), *candidates):
        if path is not None and _digest(path) == task.digest:
            return path, read_manifest(path)
    return None


def _digest(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def _paths(task: Task, folder: Path) -> dict[str, str]:
    """Return the pictures' paths; those that were sent are written to a folder by their names."""
    here = {}
    for number, (name, file) in enumerate(task.files.items()):
        path = folder / str(number) / Path(name).name
        if isinstance(file, bytes):
            path.parent.mkdir()
            path.write_bytes(file)
        here[name] = file.path if isinstance(file, SeenFile) else str(path)
    files = {p: split_page(p)[0] for batch in task.batches for p in batch.pictures}
    return {p: here[name] + p.removeprefix(name) for p, name in files.items()}
