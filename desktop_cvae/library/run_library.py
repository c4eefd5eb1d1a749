"""Library of runs: every training is a run in a folder of its own.

``run.json`` says what is trained and how far it is, ``history.jsonl`` has one record an
epoch, ``checkpoints`` what it can be resumed from. The process that trains holds the run's lock;
the system releases the lock when the process ends, also by a crash. ``run.json`` is replaced,
never changed in place, which needs room beside the old one: a few bytes are reserved for it, so
that a full disk cannot keep a run from recording how it ended.
"""

from __future__ import annotations

import contextlib
import datetime
import json
import logging
import os
import re
import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop_cvae.core import paths
from desktop_cvae.core.atomic_files import write_atomically
from desktop_cvae.core.checked_json import parse_json
from desktop_cvae.core.errors import (
    DesktopCvaeError,
    InputOutputError,
    InvalidData,
    RunProblem,
    UsageError,
    reason_of,
)
from desktop_cvae.core.language import mark, tr
from desktop_cvae.core.operating_system import hold_file
from desktop_cvae.core.results import EpochRecord
from desktop_cvae.core.specs import ModelSpec, TrainingConfig
from desktop_cvae.library.checkpoint_file import list_checkpoints

STATES = (
    mark("running"),
    mark("finished"),
    mark("stopped"),
    mark("failed"),
    mark("interrupted"),
    mark("cancelled"),
)
_RESUMABLE = ("interrupted", "cancelled")
"""States that can be resumed even without a checkpoint, from the beginning."""
DESCRIPTION, HISTORY, CHECKPOINTS = "run.json", "history.jsonl", "checkpoints"
_LOCK, _PATIENCE_S = "lock", 1.0
_RESERVE, _RESERVE_BYTES = "reserve", 65_536
_MAX_BYTES = 16_000_000
_logger = logging.getLogger(__name__)


@contextlib.contextmanager
def hold_run(folder: Path) -> Iterator[None]:
    """Keep other processes from training the same run.

    Raises:
        UsageError: one does already.
        InputOutputError: the folder cannot be written to.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(folder / _LOCK, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise InputOutputError(
            tr(
                "The training's folder “{folder}” could not be created: {reason}.",
                folder=folder,
                reason=reason_of(error),
            ),
            str(error),
        ) from error
    try:
        # Checking whether a run is held also takes the lock for a moment.
        until = time.monotonic() + _PATIENCE_S
        while not hold_file(descriptor):
            if time.monotonic() > until:
                raise UsageError(
                    tr("The run “{name}” is being trained by another process.", name=folder.name)
                )
            time.sleep(0.02)
        yield
    finally:
        os.close(descriptor)


def is_held(folder: Path) -> bool:
    """Return True while a process trains the run."""
    try:
        descriptor = os.open(folder / _LOCK, os.O_RDWR)
    except OSError:
        return False
    try:
        return not hold_file(descriptor)
    finally:
        os.close(descriptor)


@dataclass(frozen=True, eq=False)
class RunEntry:
    """A run.

    Attributes:
        id: its folder's name, unique.
        name: what people call it.
        folder: where it lives.
        state: one of ``STATES``; a run whose process has died is ``interrupted``, one that
            the user broke off on purpose is ``cancelled``.
        spec: the network.
        training: how it is trained.
        dataset_name: what it is trained on.
        created: ISO 8601, UTC.
        history: one record a finished epoch.
        model_path: its model file, if that was written and is still there.
        resumable: it did not come to its end, and nobody trains it now.
        request: what the command line asked for: ``data``, ``limit``, ``output``, ….
        dataset_digest: SHA-256 of what it is trained on.
        reason: why it ended without a model, a sentence; empty where nobody could say.
    """

    id: str
    name: str
    folder: Path
    state: str
    spec: ModelSpec
    training: TrainingConfig
    dataset_name: str
    created: str
    history: tuple[EpochRecord, ...]
    model_path: Path | None
    resumable: bool
    request: dict[str, Any]
    dataset_digest: str
    reason: str = ""

    @property
    def checkpoints(self) -> Path:
        """Folder of the checkpoints."""
        return self.folder / CHECKPOINTS


def list_runs() -> list[RunEntry]:
    """Return all readable runs, the newest first; log and skip the others."""
    entries = []
    for file in paths.runs_dir().glob(f"*/{DESCRIPTION}"):
        try:
            entries.append(read_run(file.parent))
        except DesktopCvaeError as error:
            _logger.warning("%s", error)
    return sorted(entries, key=lambda run: (run.created, run.id), reverse=True)


def find_run(identifier: str) -> RunEntry:
    """Return the run of that id, else the newest of that name, else the run in that folder.

    Raises:
        UsageError: there is none.
        RunProblem: the folder's description cannot be read.
    """
    runs = list_runs()
    for run in (
        *(r for r in runs if r.id == identifier),
        *(r for r in runs if r.name == identifier),
    ):
        return run
    if (Path(identifier) / DESCRIPTION).is_file():
        return read_run(Path(identifier))
    raise UsageError(tr("There is no run “{name}”.", name=identifier[:80]))


def read_run(folder: Path) -> RunEntry:
    """Read the run in a folder.

    Raises:
        RunProblem: its description or its history is missing or damaged.
    """
    try:
        data = read_description(folder)
        held, state = is_held(folder), str(data["state"])
        if state not in STATES:
            raise ValueError(f"state {state}")
        # A process that dies cannot write how the run ended.
        state = "interrupted" if state == "running" and not held else state
        model = Path(data["model"]) if data.get("model") else None
        # Path.is_file raises for a name that is too long and in a folder that nobody may enter.
        has_model = model is not None and os.path.isfile(model)  # noqa: PTH113
        has_checkpoint = bool(list_checkpoints(folder / CHECKPOINTS))
        return RunEntry(
            id=folder.name,
            name=str(data["name"])[:500],
            folder=folder.absolute(),
            state=state,
            spec=ModelSpec.from_json(data["spec"]),
            training=TrainingConfig.from_json(data["training"]),
            dataset_name=str(data["dataset_name"])[:500],
            created=str(data["created"])[:500],
            history=tuple(record for _, record in _read_history(folder)),
            model_path=model if has_model else None,
            resumable=not held
            and (state in _RESUMABLE or (state in ("stopped", "failed") and has_checkpoint)),
            request=dict(data["request"]),
            dataset_digest=str(data["dataset_digest"]),
            reason=str(data.get("reason") or "")[:500],
        )
    except (ValueError, KeyError, TypeError, InvalidData) as error:
        raise _unreadable(folder, error) from error


def holds_run(folder: Path) -> bool:
    """Return True if the folder holds a run, readable or not."""
    return (folder / DESCRIPTION).exists()


def free_run_name(name: str) -> str:
    """Return a name, with a number if a run has that name already."""
    taken = {run.name for run in list_runs()}
    free, number = name, 2
    while free in taken:
        free, number = f"{name}-{number}", number + 1
    return free


def read_history_lines(folder: Path) -> list[dict[str, Any]]:
    """Return a run's records as written, with ``kl_per_dimension``; [] without a history.

    Raises:
        RunProblem: it is damaged.
    """
    return [line for line, _ in _read_history(folder)]


def _read_history(folder: Path) -> list[tuple[dict[str, Any], EpochRecord]]:
    file = folder / HISTORY
    try:
        if file.stat().st_size > _MAX_BYTES:
            raise RunProblem(tr("The history of “{name}” is too large.", name=folder.name))
        lines = file.read_bytes().splitlines()
    except OSError:
        return []
    try:
        records = [parse_json(line, mark("history")) for line in lines]
        return [(record, EpochRecord.from_json(record)) for record in records]
    except InvalidData as error:
        raise RunProblem(
            tr("The history of “{name}” cannot be read.", name=folder.name), error.sentence
        ) from error


def read_description(folder: Path) -> dict[str, Any]:
    """Read ``run.json``.

    Raises:
        RunProblem: it is missing, too large or not a JSON object.
    """
    try:
        with (folder / DESCRIPTION).open("rb") as file:
            data = parse_json(file.read(_MAX_BYTES + 1), mark("description"), _MAX_BYTES)
        if not isinstance(data, dict):
            raise ValueError("no object")
    except (OSError, ValueError, InvalidData) as error:
        raise _unreadable(folder, error) from error
    return data


def _unreadable(folder: Path, error: Exception) -> RunProblem:
    return RunProblem(tr("The run “{name}” cannot be read.", name=folder.name), str(error))


def new_run_folder(name: str) -> Path:
    """Return a free folder for a run of that name, without making it."""
    moment = datetime.datetime.now(datetime.UTC).strftime("%Y%m%d-%H%M%S")
    stem = re.sub(r"[^A-Za-z0-9_-]", "_", name)[:40] or "run"
    return paths.runs_dir() / f"{moment}-{stem}-{os.urandom(3).hex()}"


def create_run(
    folder: Path,
    *,
    name: str,
    spec: ModelSpec,
    training: TrainingConfig,
    dataset_name: str,
    dataset_digest: str,
    request: dict[str, Any],
) -> None:
    """Write the description of a new, running run; raises :class:`InputOutputError`."""
    # Runs are sorted by it, and a script starts several in a second.
    now = datetime.datetime.now(datetime.UTC).isoformat(timespec="microseconds")
    description = {
        "name": name,
        "state": "running",
        "pid": os.getpid(),
        "created": now,
        "spec": spec.to_json(),
        "training": training.to_json(),
        "dataset_name": dataset_name,
        "dataset_digest": dataset_digest,
        "model": None,
        "request": request,
    }
    write_atomically(folder / DESCRIPTION, json.dumps(description, indent=1).encode())


def change_run(folder: Path, **changes: Any) -> None:
    """Replace entries of a run's description.

    Raises:
        RunProblem: it cannot be read.
        InputOutputError: it cannot be written.
    """
    data = read_description(folder)
    changed = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
    data |= {"changed": changed} | changes
    write_atomically(folder / DESCRIPTION, json.dumps(data, indent=1).encode())


def write_history(folder: Path, records: list[dict[str, Any]]) -> None:
    """Replace a run's history; raises :class:`InputOutputError`."""
    lines = "".join(f"{json.dumps(record)}\n" for record in records)
    write_atomically(folder / HISTORY, lines.encode())


def rename_run(run: RunEntry, name: str) -> None:
    """Rename a run; its folder and its model stay.

    Raises:
        UsageError: the name is empty, too long, not printable or another run's.
        InputOutputError: it cannot be written.
    """
    if not name.strip() or len(name) > 100 or not name.isprintable():
        raise UsageError(tr("A run's name must be 1 to 100 printable characters."))
    if name.strip() != run.name and name.strip() in {other.name for other in list_runs()}:
        raise UsageError(tr("Another run already has the name “{value}”.", value=name.strip()))
    change_run(run.folder, name=name.strip())


def delete_run(run: RunEntry) -> None:
    """Delete a run's folder with its checkpoints; its model stays in the library.

    Raises:
        UsageError: it is being trained.
        RunProblem: it cannot be removed.
    """
    if is_held(run.folder):
        raise UsageError(tr("The run “{name}” is being trained; stop it first.", name=run.name))
    try:
        shutil.rmtree(run.folder)
    except OSError as error:
        raise RunProblem(
            tr("The run “{name}” could not be removed.", name=run.name), str(error)
        ) from error


def keep_reserve(folder: Path) -> None:
    """Reserve disk space for the last change of the description, if possible."""
    with contextlib.suppress(OSError), (folder / _RESERVE).open("wb") as file:
        # Random bytes, because some file systems do not store zeros.
        file.write(os.urandom(_RESERVE_BYTES))
        file.flush()
        os.fsync(file.fileno())


def spend_reserve(folder: Path) -> None:
    """Free the reserved disk space for the last change of the description."""
    with contextlib.suppress(OSError):
        (folder / _RESERVE).unlink()
