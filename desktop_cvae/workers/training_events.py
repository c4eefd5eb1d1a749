"""What a training process says on its standard output, read with suspicion.

The schema is version 1 of ``desktop-cvae train --events jsonl``: one JSON object a line.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from desktop_cvae.core.checked_json import from_json
from desktop_cvae.core.errors import InvalidSpec
from desktop_cvae.core.results import EpochRecord, LossTerms, TrainingProgress


@dataclass(frozen=True)
class Started:
    """The run has begun: its id, its folder, and how many images an epoch has."""

    run: str
    folder: Path
    batches: int
    images: int


Progressed = TrainingProgress
"""Where the training stands; the core's own type, as the training itself yields it."""


@dataclass(frozen=True)
class Pictured:
    """Pictures of an epoch lie in a file: of validation digits, or of the ``canvas``."""

    kind: str
    epoch: int
    file: Path


@dataclass(frozen=True)
class CheckpointKept:
    """Everything up to here is safe."""

    epoch: int


@dataclass(frozen=True)
class Advised:
    """What a diagnosis found, and the settings that cure."""

    code: str
    sentence: str
    cure: dict[str, float | int | str | bool]


@dataclass(frozen=True)
class Held:
    """The training pauses, or goes on again."""

    is_paused: bool


@dataclass(frozen=True)
class Finishing:
    """What follows the last epoch: how many pictures a part of it has done, of how many."""

    part: str
    done: int
    total: int


@dataclass(frozen=True)
class Saved:
    """The model's file is complete."""

    file: Path
    model: str
    metrics: dict[str, float]


@dataclass(frozen=True)
class Failed:
    """The process gave up, and says why; with its exit code."""

    sentence: str
    exit_code: int = 1


TrainingEvent = (
    Started | Progressed | Pictured | CheckpointKept | Advised | Held | Finishing | Saved | Failed
)

_NONSENSE = (
    ValueError,
    TypeError,
    KeyError,
    AttributeError,
    OverflowError,
    RecursionError,
    InvalidSpec,
)
"""What an object of other entries than ours leads to."""


def parse_event(line: bytes) -> TrainingEvent | None:
    """One line as an event; None for what is no event, or none that is known here."""
    try:
        data = json.loads(line)
        return _event(data) if isinstance(data, dict) else None
    except _NONSENSE:
        return None


def _event(data: dict[str, Any]) -> TrainingEvent | None:
    match data.get("event"):
        case "started":
            counts = int(data["batches"]), int(data["images"])
            return Started(str(data["run"]), Path(str(data["folder"])), *counts)
        case "batch" | "epoch":
            return _progress(data)
        case "reconstructions" | "canvas" as kind:
            return Pictured(kind, int(data["epoch"]), Path(str(data["file"])))
        case "checkpoint":
            return CheckpointKept(int(data["epoch"]))
        case "advice":
            return Advised(str(data["code"]), str(data["sentence"]), _cure(data.get("cure")))
        case "paused" | "resumed" as kind:
            return Held(kind == "paused")
        case "finishing":
            return Finishing(str(data["part"])[:40], int(data["done"]), int(data["total"]))
        case "saved":
            return _saved(data)
        case "failed":
            return Failed(str(data["sentence"]), int(data.get("exit_code", 1)))
    return None


def _progress(data: dict[str, Any]) -> Progressed:
    progress = Progressed(
        epoch=int(data["epoch"]),
        epochs=int(data["epochs"]),
        batch=int(data["batch"]),
        batches=int(data["batches"]),
        train=_terms(data["train"]),
        images_per_second=float(data["images_per_second"]),
    )
    record = data.get("record")
    if record is None:
        return progress
    active = data.get("active_units")
    return replace(
        progress,
        record=EpochRecord.from_json(record),
        kl_per_dimension=tuple(float(nats) for nats in record.get("kl_per_dimension") or ()),
        active_units=None if active is None else int(active),
        is_best=bool(data.get("best")),
    )


def _terms(data: Any) -> LossTerms:
    return from_json(LossTerms, data, "loss")


def _cure(data: Any) -> dict[str, float | int | str | bool]:
    if not isinstance(data, dict):
        return {}
    return {str(k): v for k, v in data.items() if isinstance(v, (bool, int, float, str))}


def _saved(data: dict[str, Any]) -> Saved:
    file = Path(str(data["file"]))
    metrics = data.get("metrics") or {}
    numbers = {str(k): float(v) for k, v in metrics.items()}
    return Saved(file, str(data.get("model") or file.stem), numbers)
