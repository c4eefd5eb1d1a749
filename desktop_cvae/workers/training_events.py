"""What a training process says on its standard output, read with suspicion.

The schema is version 1 of ``desktop-cvae train --events jsonl``: one JSON object a line.
"""

from __future__ import annotations

import json
import sys
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
    """What follows the last epoch: how much a part of it has done, of how much.

    Attributes:
        part: its name.
        done: images, or labels.
        total: of them in all.
        parts: all that will be done, in their order; empty where an older program does not say.
    """

    part: str
    done: int
    total: int
    parts: tuple[str, ...] = ()


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

MAX_TEXT, MAX_COUNT = 4096, 10**12
MAX_WORD, MAX_PARTS = 40, 12


def parse_event(line: bytes) -> TrainingEvent | None:
    """One line as an event; None for what is no event, or none that is known here."""
    try:
        data = json.loads(line)
        return _event(data) if isinstance(data, dict) else None
    except (ValueError, KeyError, RecursionError, InvalidSpec):
        return None


def _event(data: dict[str, Any]) -> TrainingEvent | None:
    match data.get("event"):
        case "started":
            counts = _count(data["batches"]), _count(data["images"])
            return Started(_text(data["run"]), _path(data["folder"]), *counts)
        case "batch" | "epoch":
            return _progress(data)
        case "reconstructions" | "canvas" as kind:
            return Pictured(kind, _count(data["epoch"]), _path(data["file"]))
        case "checkpoint":
            return CheckpointKept(_count(data["epoch"]))
        case "advice":
            return Advised(_text(data["code"]), _text(data["sentence"]), _cure(data.get("cure")))
        case "paused" | "resumed" as kind:
            return Held(kind == "paused")
        case "finishing":
            return _finishing(data)
        case "saved":
            return _saved(data)
        case "failed":
            return Failed(_text(data["sentence"]), _count(data.get("exit_code", 1)))
    return None


def _progress(data: dict[str, Any]) -> Progressed:
    progress = Progressed(
        epoch=_count(data["epoch"]),
        epochs=_count(data["epochs"]),
        batch=_count(data["batch"]),
        batches=_count(data["batches"]),
        train=_terms(data["train"]),
        images_per_second=_number(data["images_per_second"]),
    )
    if progress.images_per_second < 0:
        raise ValueError("no speed")
    record = data.get("record")
    if record is None:
        return progress
    finished = EpochRecord.from_json(record)
    active, per_dimension = data.get("active_units"), record.get("kl_per_dimension") or []
    if not isinstance(per_dimension, list):
        raise ValueError("no list")
    return replace(
        progress,
        record=finished,
        kl_per_dimension=tuple(_number(nats) for nats in per_dimension),
        active_units=None if active is None else _count(active),
        is_best=bool(data.get("best")),
    )


def _finishing(data: dict[str, Any]) -> Finishing:
    parts = data.get("parts") or []
    if not isinstance(parts, list):
        raise ValueError("no list")
    names = tuple(_text(part)[:MAX_WORD] for part in parts[:MAX_PARTS])
    counts = _count(data["done"]), _count(data["total"])
    return Finishing(_text(data["part"])[:MAX_WORD], *counts, names)


def _terms(data: Any) -> LossTerms:
    return from_json(LossTerms, data, "loss")


def _cure(data: Any) -> dict[str, float | int | str | bool]:
    values = data.items() if isinstance(data, dict) else ()
    return {_text(name): value for name, value in values if _is_plain(value)}


def _is_plain(value: Any) -> bool:
    if isinstance(value, (bool, str)):
        return True
    return isinstance(value, (int, float)) and abs(value) <= MAX_COUNT


def _saved(data: dict[str, Any]) -> Saved:
    file = _path(data["file"])
    metrics = data.get("metrics") or {}
    if not isinstance(metrics, dict):
        raise ValueError("no numbers")
    numbers = {_text(name): _number(value) for name, value in metrics.items()}
    return Saved(file, _text(data.get("model") or file.stem), numbers)


def _count(value: Any) -> int:
    if type(value) is not int or not 0 <= value <= MAX_COUNT:
        raise ValueError("no count")
    return value


def _number(value: Any) -> float:
    if type(value) not in (int, float) or not abs(value) <= sys.float_info.max:
        raise ValueError("no finite number")
    return float(value)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError("no text")
    return value[:MAX_TEXT]


def _path(value: Any) -> Path:
    if not isinstance(value, str) or "\0" in value:
        raise ValueError("no path")
    return Path(value)
