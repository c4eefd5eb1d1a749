"""Begins runs, notes how far they are, renames and removes them."""

from __future__ import annotations

import datetime
import json
import os
import re
import shutil
from pathlib import Path
from typing import Any

from desktop_cvae.core.errors import InputOutputError, UsageError
from desktop_cvae.core.specs import ModelSpec, TrainingConfig
from desktop_cvae.library.atomic_writing import write_atomically
from desktop_cvae.library.run_library import (
    DESCRIPTION,
    HISTORY,
    RunEntry,
    list_runs,
    read_description,
    runs_dir,
)
from desktop_cvae.library.run_lock import is_held


def new_run_folder(name: str) -> Path:
    """A free folder for a run of that name; nothing is made yet."""
    moment = datetime.datetime.now(datetime.UTC).strftime("%Y%m%d-%H%M%S")
    stem = re.sub(r"[^A-Za-z0-9_-]", "_", name)[:40] or "run"
    return runs_dir() / f"{moment}-{stem}-{os.urandom(3).hex()}"


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
    """Describe a new run, state ``running``; raises :class:`InputOutputError`."""
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
        InputOutputError: it cannot be read or written.
    """
    try:
        data = read_description(folder)
    except (OSError, ValueError) as error:
        raise InputOutputError(f"The run “{folder.name}” cannot be read.", str(error)) from error
    changed = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
    data |= {"changed": changed} | changes
    write_atomically(folder / DESCRIPTION, json.dumps(data, indent=1).encode())


def write_history(folder: Path, records: list[dict[str, Any]]) -> None:
    """Replace a run's history; raises :class:`InputOutputError`."""
    lines = "".join(f"{json.dumps(record)}\n" for record in records)
    write_atomically(folder / HISTORY, lines.encode())


def rename_run(run: RunEntry, name: str) -> None:
    """Call a run otherwise; its folder and its model stay.

    Raises:
        UsageError: the name is empty, too long, not printable or another run's.
        InputOutputError: it cannot be written.
    """
    if not name.strip() or len(name) > 100 or not name.isprintable():
        raise UsageError("A run's name must be 1 to 100 printable characters.")
    if name.strip() != run.name and name.strip() in {other.name for other in list_runs()}:
        raise UsageError(f"Another run is called “{name.strip()}”.")
    change_run(run.folder, name=name.strip())


def delete_run(run: RunEntry) -> None:
    """Remove a run's folder with its checkpoints; its model stays in the library.

    Raises:
        UsageError: it is being trained.
        InputOutputError: it cannot be removed.
    """
    if is_held(run.folder):
        raise UsageError(f"The run “{run.name}” is being trained; stop it first.")
    try:
        shutil.rmtree(run.folder)
    except OSError as error:
        raise InputOutputError(f"The run “{run.name}” could not be removed.", str(error)) from error
