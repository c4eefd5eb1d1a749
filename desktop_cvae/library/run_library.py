"""The trainings at hand: every training is a run, a folder of its own.

``run.json`` says what is trained and how far it is, ``history.jsonl`` has one record an
epoch, ``checkpoints`` what it can be resumed from.
"""

from __future__ import annotations

import json
import logging
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop_cvae.core import paths
from desktop_cvae.core.errors import DesktopCvaeError, InputOutputError, UsageError
from desktop_cvae.core.specs import ModelSpec, TrainingConfig
from desktop_cvae.core.training_results import EpochRecord
from desktop_cvae.library.checkpoint_file import list_checkpoints, record_from_json
from desktop_cvae.library.run_lock import is_held

STATES = ("running", "finished", "stopped", "failed", "interrupted", "cancelled")
_RESUMABLE = ("interrupted", "cancelled")
"""Even without a checkpoint: they begin again then."""
DESCRIPTION, HISTORY, CHECKPOINTS = "run.json", "history.jsonl", "checkpoints"
_MAX_BYTES = 16_000_000
_logger = logging.getLogger(__name__)


@dataclass(frozen=True, eq=False)
class RunEntry:
    """One training.

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

    @property
    def checkpoints(self) -> Path:
        """The folder of its checkpoints."""
        return self.folder / CHECKPOINTS


def runs_dir() -> Path:
    """Where runs live unless told otherwise."""
    return paths.data_dir() / "runs"


def list_runs() -> list[RunEntry]:
    """All readable runs, the newest first; one that cannot be read is logged and left out."""
    entries = []
    for file in runs_dir().glob(f"*/{DESCRIPTION}"):
        try:
            entries.append(read_run(file.parent))
        except DesktopCvaeError as error:
            _logger.warning("%s", error)
    return sorted(entries, key=lambda run: (run.created, run.id), reverse=True)


def find_run(wish: str) -> RunEntry:
    """The run of that id, else the newest of that name, else the run in that folder.

    Raises:
        UsageError: there is none.
        InputOutputError: the folder's description cannot be read.
    """
    runs = list_runs()
    for run in (*(r for r in runs if r.id == wish), *(r for r in runs if r.name == wish)):
        return run
    if (Path(wish) / DESCRIPTION).is_file():
        return read_run(Path(wish))
    raise UsageError(f"There is no run “{wish[:80]}”.")


def read_run(folder: Path) -> RunEntry:
    """The run in a folder.

    Raises:
        InputOutputError: its description is missing or damaged.
    """
    try:
        data = read_description(folder)
        held, state = is_held(folder), str(data["state"])
        if state not in STATES:
            raise ValueError(f"state {state}")
        # Whatever it wrote last: a dead process trains no more.
        state = "interrupted" if state == "running" and not held else state
        model = Path(data["model"]) if data.get("model") else None
        has_checkpoint = bool(list_checkpoints(folder / CHECKPOINTS))
        return RunEntry(
            id=folder.name,
            name=str(data["name"]),
            folder=folder.absolute(),
            state=state,
            spec=ModelSpec.from_json(data["spec"]),
            training=TrainingConfig.from_json(data["training"]),
            dataset_name=str(data["dataset_name"]),
            created=str(data["created"]),
            history=_read_history(folder),
            model_path=model if model is not None and model.is_file() else None,
            resumable=not held
            and (state in _RESUMABLE or (state in ("stopped", "failed") and has_checkpoint)),
            request=dict(data["request"]),
            dataset_digest=str(data["dataset_digest"]),
        )
    except (OSError, ValueError, KeyError, TypeError, RecursionError, DesktopCvaeError) as error:
        raise InputOutputError(f"The run “{folder.name}” cannot be read.", str(error)) from error


def holds_run(folder: Path) -> bool:
    """True if a run lives in that folder, readable or not."""
    return (folder / DESCRIPTION).exists()


def free_run_name(wish: str) -> str:
    """The wish, or with a number behind it where a run has that name already."""
    taken = {run.name for run in list_runs()}
    name, number = wish, 2
    while name in taken:
        name, number = f"{wish}-{number}", number + 1
    return name


def read_history_lines(folder: Path) -> list[dict[str, Any]]:
    """A run's records as they were written, with ``kl_per_dimension``; [] without a history."""
    try:
        text = (folder / HISTORY).read_text(encoding="utf-8")
    except OSError:
        return []
    return [json.loads(line) for line in text.splitlines()]


def _read_history(folder: Path) -> tuple[EpochRecord, ...]:
    return tuple(record_from_json(record) for record in read_history_lines(folder))


def read_description(folder: Path) -> dict[str, Any]:
    """What ``run.json`` holds; raises :class:`OSError` or :class:`ValueError`."""
    file = folder / DESCRIPTION
    if file.stat().st_size > _MAX_BYTES:
        raise ValueError("too large")
    data = json.loads(file.read_bytes())
    if not isinstance(data, dict):
        raise ValueError("no object")
    return data
