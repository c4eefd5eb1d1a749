"""Workers of a Dask cluster that read batches; when one dies, another reads what it had.

A picture goes by its path to a worker that sees the very file, as its size and the time of its last
change tell, and by its bytes from the first time that one does not. The model goes by the digest of
its file; a worker that has no such file is sent it, once.
"""

from __future__ import annotations

import hashlib
import os
import stat
import tempfile
import threading
import time
import warnings
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import CancelledError
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop_cvae import __version__
from desktop_cvae.cli.batches import BATCH, Batch, Read, reader
from desktop_cvae.cli.output import note
from desktop_cvae.cli.reading_processes import ReadingProcesses
from desktop_cvae.cli.records import RecognitionRequest
from desktop_cvae.core.errors import DesktopCvaeError, InputOutputError
from desktop_cvae.core.language import tr
from desktop_cvae.inference.picture_records import PictureRecord
from desktop_cvae.library.manifest import Manifest
from desktop_cvae.library.model_file import SUFFIX, read_manifest
from desktop_cvae.library.model_library import ModelEntry, find_model, list_models
from desktop_cvae.pictures.pages import split_page
from desktop_cvae.workers.linguist import speak, spoken

if TYPE_CHECKING:
    from distributed import Client

TASK_PICTURES = 256
"""Of so many the cluster's own work is less than a hundredth of the reading."""
TASKS_EACH = 2
"""Tasks that wait for each of a worker's threads, so that it never waits for us."""
MOST_BYTES = 64 * 2**20
"""A batch with more is read here, and while so many are on their way no more are sent."""
COUNTED_EACH_S = 1.0


@dataclass(frozen=True)
class SeenFile:
    """A file that is the same wherever all of this is.

    Attributes:
        path: absolute.
        size: in bytes.
        changed_ns: the time of its last change.
    """

    path: str
    size: int
    changed_ns: int

    def is_here(self) -> bool:
        """True if this process may read it."""
        try:
            status = os.stat(self.path)  # noqa: PTH116 - a hundred thousand of them
        except OSError:
            return False
        same = (status.st_size, status.st_mtime_ns) == (self.size, self.changed_ns)
        return same and os.access(self.path, os.R_OK)


Files = dict[str, SeenFile | bytes | None]
"""Files by the names that they have here; None is one that is not there."""


@dataclass(frozen=True)
class Task:
    """What one worker is asked for at once.

    Attributes:
        request: how pictures are read.
        name: of the model.
        digest: SHA-256 of its file.
        language: of the sentences on pictures that cannot be read.
        version: of the program that asks.
        batches: which pictures.
        files: in which they are.
    """

    request: RecognitionRequest
    name: str
    digest: str
    language: str
    version: str
    batches: tuple[Batch, ...]
    files: Files

    @property
    def size(self) -> int:
        """Bytes of pictures that go with it."""
        return sum(len(file) for file in self.files.values() if isinstance(file, bytes))


@dataclass(frozen=True)
class Answer:
    """What a worker answers.

    Attributes:
        worker: its address.
        identity: its own, which no other worker gets that takes its place.
        records: of each batch; None if it lacks something.
        lacks_model: True if that is the model, else it is a picture.
    """

    worker: str
    identity: str
    records: tuple[list[PictureRecord], ...] | None = None
    lacks_model: bool = False


class ClusterReaders:
    """A cluster's workers, as :class:`cli.bulk_reading.Readers`.

    Args:
        client: of the cluster; see :func:`workers.cluster.connect`.
        request: how pictures are read.
        read: reads what nobody else can see, here.
    """

    def __init__(self, client: Client, request: RecognitionRequest, read: Read) -> None:
        from distributed import as_completed

        self._client: Any = client
        self._request, self._read = request, read
        entry = find_model(request.model)
        self._model = entry.path.read_bytes()
        self._name, self._digest = entry.name, hashlib.sha256(self._model).hexdigest()
        self._tasks: dict[Any, Task] = {}
        self._finished: Any = as_completed(loop=client.loop)
        self._gathered: dict[Batch, Files] = {}
        self._read_here: list[tuple[Batch, list[PictureRecord]]] = []
        self._sends_bytes = False
        self._lacking: Counter[str] = Counter()
        self._threads, self._counted_at = 0, float("-inf")

    def __enter__(self) -> ClusterReaders:
        if not self._client.nthreads():
            note(tr("The cluster has no workers yet; this waits for the first."))
        return self

    def __exit__(self, *_: object) -> None:
        if self._tasks:
            self._client.cancel(list(self._tasks), force=True)

    @property
    def ahead(self) -> int:
        """Batches that they can be at work on at once."""
        return self._slots() * max(1, TASK_PICTURES // BATCH)

    @property
    def has_room(self) -> bool:
        """True if a worker waits for more, or will soon."""
        size = sum(task.size for task in self._tasks.values())
        return not self._read_here and len(self._tasks) < self._slots() and size < MOST_BYTES

    def give(self, batch: Batch) -> None:
        """Have a batch read, together with others."""
        files = _files(batch.pictures, as_bytes=self._sends_bytes)
        if files is None:
            self._read_here.append((batch, self._read(batch)))
            return
        self._gathered[batch] = files
        count = sum(len(gathered.pictures) for gathered in self._gathered)
        if count >= TASK_PICTURES or self._sends_bytes:
            self._send_gathered()

    def take(self) -> Iterator[tuple[Batch, list[PictureRecord]]]:
        """Wait until a task is done; the batches that were read by then.

        Raises:
            InputOutputError: the cluster has gone.
            DesktopCvaeError: a worker cannot read at all.
        """
        if self._gathered:
            self._send_gathered()
        if not self._read_here:
            for future in self._finished.next_batch():
                yield from self._outcome(future, self._tasks.pop(future))
        yield from self._read_here
        self._read_here.clear()

    def _slots(self) -> int:
        if time.monotonic() > self._counted_at + COUNTED_EACH_S:
            self._threads = sum(self._client.nthreads().values())
            self._counted_at = time.monotonic()
        return TASKS_EACH * max(1, self._threads)

    def _send_gathered(self) -> None:
        files: Files = {}
        for some in self._gathered.values():
            files |= some
        who = self._request, self._name, self._digest, spoken(), __version__
        self._send(Task(*who, tuple(self._gathered), files))
        self._gathered = {}

    def _send(self, task: Task) -> None:
        with warnings.catch_warnings():
            # That pictures are larger than numbers.
            warnings.simplefilter("ignore", UserWarning)
            future = self._client.submit(read_task, task, pure=False)
        self._tasks[future] = task
        self._finished.add(future)

    def _outcome(self, future: Any, task: Task) -> Iterator[tuple[Batch, list[PictureRecord]]]:
        answer = self._answer(future)
        if answer is None:
            yield from self._read_by_process(task.batches)
        elif answer.records is not None:
            yield from zip(task.batches, answer.records, strict=True)
        elif answer.lacks_model:
            self._give_model(answer)
            self._send(task)
        else:
            self._sends_bytes = True
            for batch in task.batches:
                self.give(batch)

    def _give_model(self, answer: Answer) -> None:
        self._lacking[answer.identity] += 1
        if self._lacking[answer.identity] == 1:
            # If it has died meanwhile, another worker will read or ask.
            model = self._digest, self._model
            self._client.run(take_model, *model, workers=[answer.worker], on_error="ignore")
        # As many of its tasks may have been answered before the model came.
        elif self._lacking[answer.identity] > 2 * self._slots():
            raise DesktopCvaeError(tr("A worker of the cluster cannot keep the model's file."))

    def _answer(self, future: Any) -> Answer | None:
        """A worker's answer; None if several have died over the task."""
        from distributed import KilledWorker

        try:
            answer: Answer = future.result()
        except KilledWorker:
            return None
        except DesktopCvaeError:
            raise
        except CancelledError as error:
            raise InputOutputError(
                tr("The cluster's scheduler has gone; what was read before is kept."), str(error)
            ) from error
        except Exception as error:
            raise DesktopCvaeError(
                tr(
                    "A worker of the cluster cannot read pictures ({reason}). Is desktop-cvae "
                    "{version} installed there?",
                    reason=f"{type(error).__name__}: {error}"[:200],
                    version=__version__,
                )
            ) from error
        return answer

    def _read_by_process(
        self, batches: Iterable[Batch]
    ) -> Iterator[tuple[Batch, list[PictureRecord]]]:
        """Read here what workers have died over, and learn which picture it was."""
        with ReadingProcesses(self._request, 1) as alone:
            for batch in batches:
                alone.give(batch)
                while not alone.has_room:
                    yield from alone.take()


def _files(pictures: Iterable[str], *, as_bytes: bool) -> Files | None:
    """The files of pictures; None if somebody else would not find the same there."""
    files: Files = {}
    left = MOST_BYTES
    for name in {split_page(picture)[0]: None for picture in pictures}:
        try:
            status = os.stat(name)  # noqa: PTH116 - as above
            if not stat.S_ISREG(status.st_mode):
                return None
            if as_bytes:
                left -= status.st_size
                files[name] = Path(name).read_bytes() if left >= 0 else None
            else:
                path = os.path.abspath(name)  # noqa: PTH100 - as above
                files[name] = SeenFile(path, status.st_size, status.st_mtime_ns)
        except FileNotFoundError:
            files[name] = None
        except (OSError, ValueError):
            return None
    return files if left >= 0 else None


# In the workers

_reading = threading.Lock()
"""An engine answers one thread at a time, and the language is the whole process's."""
_readers: dict[tuple[str, RecognitionRequest], Read] = {}
_sent: dict[str, Path] = {}


def read_task(task: Task) -> Answer:
    """Read a task's pictures, or say what is missing for it.

    Raises:
        DesktopCvaeError: the program there is another version than here.
    """
    from distributed import get_worker

    if task.version != __version__:
        raise DesktopCvaeError(
            tr(
                "A worker of the cluster has desktop-cvae {theirs}, and this is {ours}: their "
                "answers might differ.",
                theirs=__version__,
                ours=task.version,
            )
        )
    worker = get_worker()
    who = str(worker.address), str(worker.id)
    if any(isinstance(file, SeenFile) and not file.is_here() for file in task.files.values()):
        return Answer(*who)
    with _reading, tempfile.TemporaryDirectory(prefix="desktop-cvae-") as folder:
        if spoken() != task.language:
            speak(task.language)
        read = _reader(task)
        if read is None:
            return Answer(*who, lacks_model=True)
        places = _places(task, Path(folder))
        return Answer(*who, tuple(read(replace(b, places=places)) for b in task.batches))


def take_model(digest: str, data: bytes, dask_worker: Any) -> None:
    """Keep a model's file as long as this worker lives."""
    path = Path(tempfile.mkdtemp(dir=dask_worker.local_directory)) / f"model{SUFFIX}"
    path.write_bytes(data)
    _sent[digest] = path


def _reader(task: Task) -> Read | None:
    key = task.digest, task.request
    if key not in _readers and (found := _find(task)) is not None:
        path, manifest = found
        _readers.clear()  # one model's memory at a time
        _readers[key] = reader(
            task.request, ModelEntry(task.name, path, builtin=False, manifest=manifest)
        )
    return _readers.get(key)


def _find(task: Task) -> tuple[Path, Manifest] | None:
    """A model's file of the same bytes."""
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


def _places(task: Task, folder: Path) -> dict[str, str]:
    """Where pictures are; what was sent is put into a folder, under its own name."""
    here = {}
    for number, (name, file) in enumerate(task.files.items()):
        place = folder / str(number) / Path(name).name
        if isinstance(file, bytes):
            place.parent.mkdir()
            place.write_bytes(file)
        here[name] = file.path if isinstance(file, SeenFile) else str(place)
    files = {p: split_page(p)[0] for batch in task.batches for p in batch.pictures}
    return {p: here[name] + p.removeprefix(name) for p, name in files.items()}
