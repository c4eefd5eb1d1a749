"""Checkpoints of a training: all state that the rest of the run depends on, in one file each.

Snapshots beside them hold only the weights after an epoch, for the epoch history.

A line with the SHA-256 of what follows, a line of JSON (position, seeds, history) and the
numbers as a safetensors file. Written whole or not at all; numbers and text only, no code.
Reading needs neither TensorFlow nor Keras.
"""

from __future__ import annotations

import contextlib
import dataclasses
import hashlib
import json
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import numpy as np

from desktop_cvae.core.atomic_files import write_atomically
from desktop_cvae.core.checked_json import parse_json
from desktop_cvae.core.errors import DesktopCvaeError, InvalidData, RunProblem
from desktop_cvae.core.language import mark, tr
from desktop_cvae.core.results import MAX_EPOCH, MAX_SECONDS, EpochRecord, FloatArray
from desktop_cvae.core.schemas import Field, check_fields, from_json
from desktop_cvae.library.tensor_file import pack_tensors, unpack_tensors

SUFFIX, SNAPSHOT_SUFFIX = ".checkpoint", ".weights"
FORMAT = 1
MAX_BYTES = 400 * 2**20
_MAX_HEADER_BYTES = 16 * 2**20
_DIGEST_BYTES = 64
Count = Annotated[int, Field(low=0, high=10**12)]
_PARTS = ("weights", "slots", "best")


@dataclass(frozen=True, eq=False)
class OptimizerState:
    """State of the optimizer: what a step depends on besides the weights.

    Attributes:
        slots: Adam's running means, float32 by name.
        iterations: Adam's count of steps.
        dropout_seeds: the state of every dropout layer's generator, in order.
    """

    slots: dict[str, FloatArray]
    iterations: int
    dropout_seeds: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, eq=False)
class TrainingState:
    """State of a training between two batches.

    Attributes:
        weights: the network's, by name.
        optimizer: of the next step.
        epoch: finished epochs.
        batch: finished batches of the epoch after them; 0 between epochs.
        history: one record a finished epoch.
        best_weights: those of the best finished epoch; empty before the first.
        best_epoch: which one that is, counted from 1; 0 before the first.
        sums: of the unfinished epoch: total, reconstruction and KL over its images, in nats.
        images: seen in the unfinished epoch.
        seconds: spent on the unfinished epoch.
    """

    weights: dict[str, FloatArray]
    optimizer: OptimizerState
    epoch: int
    batch: int
    history: tuple[EpochRecord, ...]
    best_weights: dict[str, FloatArray]
    best_epoch: int
    sums: tuple[float, ...] = (0.0, 0.0, 0.0)
    images: int = 0
    seconds: float = 0.0

    @property
    def file_name(self) -> str:
        """Name of the file; names sort by progress."""
        return f"{self.epoch:05}-{self.batch:08}{SUFFIX}"

    def is_finite(self) -> bool:
        """False if a weight is NaN or infinite, so that training cannot continue."""
        return all(bool(np.isfinite(array).all()) for array in self.weights.values())


def write_checkpoint(folder: Path, state: TrainingState) -> Path:
    """Write a checkpoint whole or not at all.

    Raises:
        InputOutputError: the disk is full, the folder is read-only, …
    """
    groups = (state.weights, state.optimizer.slots, state.best_weights)
    tensors = {
        f"{part}/{name}": array
        for part, arrays in zip(_PARTS, groups, strict=True)
        for name, array in arrays.items()
    }
    header = {
        "epoch": state.epoch,
        "batch": state.batch,
        "iterations": state.optimizer.iterations,
        "dropout_seeds": state.optimizer.dropout_seeds,
        "best_epoch": state.best_epoch,
        "sums": state.sums,
        "images": state.images,
        "seconds": state.seconds,
        "history": [dataclasses.asdict(record) for record in state.history],
    }
    return _write(folder / state.file_name, header, tensors)


def read_checkpoint(path: Path) -> TrainingState:
    """Read and check a checkpoint.

    Raises:
        RunProblem: it is missing, damaged or of a later program.
    """
    with _explained(tr("The checkpoint “{name}” cannot be used.", name=path.name)):
        return _state(*_read(path))


@contextlib.contextmanager
def _explained(sentence: str) -> Iterator[None]:
    """Turn every fault of a checkpoint or snapshot into an error of its own kind."""
    try:
        yield
    except DesktopCvaeError as error:
        # Not the sentence of a fault in the tensors, which speaks of a model file.
        raise RunProblem(sentence, error.details or error.sentence) from error
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise RunProblem(sentence, str(error)) from error


def _write(path: Path, header: dict[str, Any], tensors: dict[str, FloatArray]) -> Path:
    shapes = {name: array.shape for name, array in tensors.items()}
    text = json.dumps({"format": FORMAT, **header, "shapes": shapes})
    body = text.encode() + b"\n" + pack_tensors(tensors)
    write_atomically(path, hashlib.sha256(body).hexdigest().encode() + b"\n" + body)
    return path


def _read(path: Path) -> tuple[dict[str, Any], dict[str, FloatArray]]:
    """Return the header's entries and the tensors, after checking the digest."""
    with path.open("rb") as file:
        if os.fstat(file.fileno()).st_size > MAX_BYTES:
            raise ValueError("too large")
        digest = file.read(_DIGEST_BYTES + 1)
        if hashlib.file_digest(file, "sha256").hexdigest().encode() + b"\n" != digest:
            raise ValueError("its SHA-256 differs")
        file.seek(len(digest))
        text, numbers = file.readline(_MAX_HEADER_BYTES + 1), file.read()
    header = parse_json(text, mark("header"), _MAX_HEADER_BYTES)
    if not isinstance(header, dict) or not isinstance(header["shapes"], dict):
        raise ValueError("no header")
    if header["format"] != FORMAT:
        raise ValueError("a format of another program")
    shapes = {name: tuple(shape) for name, shape in header.pop("shapes").items()}
    return header, unpack_tensors(numbers, shapes, path.name)


def write_snapshot(folder: Path, epoch: int, weights: dict[str, FloatArray]) -> Path:
    """Write the weights after an epoch, whole or not at all.

    Raises:
        InputOutputError: the disk is full, the folder is read-only, …
    """
    return _write(folder / f"{epoch:05}{SNAPSHOT_SUFFIX}", {}, weights)


def list_snapshots(folder: Path) -> dict[int, Path]:
    """Return a folder's snapshots by epoch, in order; unread, so they may be damaged."""
    files = folder.glob(f"*{SNAPSHOT_SUFFIX}")
    return dict(sorted((int(file.stem), file) for file in files if file.stem.isdecimal()))


def _read_snapshot(path: Path) -> dict[str, FloatArray]:
    with _explained(tr("The snapshot “{name}” cannot be used.", name=path.name)):
        return _read(path)[1]


def list_checkpoints(folder: Path) -> list[Path]:
    """Return a folder's checkpoint files, the furthest last; [] without a folder."""
    return sorted(folder.glob(f"*{SUFFIX}"))


def read_newest_checkpoint(
    folder: Path, on_damage: Callable[[RunProblem], None] = lambda _: None
) -> TrainingState | None:
    """Return the furthest checkpoint that can be read; None if there is none.

    Args:
        folder: of the checkpoints.
        on_damage: called for every further one that cannot be used.
    """
    for path in reversed(list_checkpoints(folder)):
        try:
            return read_checkpoint(path)
        except RunProblem as error:
            on_damage(error)
    return None


def kept_epochs(folder: Path) -> list[int]:
    """Return the epochs whose weights :func:`load_checkpoint_weights` finds, in order."""
    epochs: set[int] = set(list_snapshots(folder))
    for path in list_checkpoints(folder):
        try:
            state = read_checkpoint(path)
        except RunProblem:
            continue
        epochs |= {state.best_epoch} | ({state.epoch} if state.batch == 0 else set())
    return sorted(epochs - {0})


def load_checkpoint_weights(folder: Path, epoch: int) -> dict[str, FloatArray]:
    """Return the network's weights after an epoch.

    Args:
        folder: of the checkpoints.
        epoch: counted from 1, one of :func:`kept_epochs`.

    Raises:
        RunProblem: no readable checkpoint has them.
    """
    if (snapshot := list_snapshots(folder).get(epoch)) is not None:
        with contextlib.suppress(RunProblem):
            return _read_snapshot(snapshot)
    for path in reversed(list_checkpoints(folder)):
        try:
            state = read_checkpoint(path)
        except RunProblem:
            continue
        if (state.epoch, state.batch) == (epoch, 0):
            return state.weights
        if state.best_epoch == epoch:
            return state.best_weights
    raise RunProblem(tr("There is no checkpoint of epoch {epoch}.", epoch=epoch))


@dataclass(frozen=True)
class _Header:
    """Entries of a checkpoint's header beside its tensors; see :class:`TrainingState`."""

    format: int
    epoch: Annotated[int, Field(low=0, high=MAX_EPOCH)]
    batch: Count
    iterations: Count
    dropout_seeds: tuple[tuple[int, ...], ...]
    best_epoch: int
    sums: tuple[float, ...]
    images: Count
    seconds: Annotated[float, Field(low=0, high=MAX_SECONDS)]
    history: tuple[EpochRecord, ...]

    def __post_init__(self) -> None:
        check_fields(self)
        if not 0 <= self.best_epoch <= self.epoch or len(self.sums) != 3:
            raise InvalidData(tr("A checkpoint has an impossible position."))
        if not all(0 <= seed < 2**63 for seeds in self.dropout_seeds for seed in seeds):
            raise InvalidData(tr("A checkpoint's seeds should be whole numbers."))


def _state(header: dict[str, Any], tensors: dict[str, FloatArray]) -> TrainingState:
    parts: dict[str, dict[str, FloatArray]] = {part: {} for part in _PARTS}
    for key, array in tensors.items():
        part, _, name = key.partition("/")
        parts[part][name] = array
    entries = from_json(_Header, header, "checkpoint")
    return TrainingState(
        weights=parts["weights"],
        optimizer=OptimizerState(parts["slots"], entries.iterations, entries.dropout_seeds),
        epoch=entries.epoch,
        batch=entries.batch,
        history=entries.history,
        best_weights=parts["best"],
        best_epoch=entries.best_epoch,
        sums=entries.sums,
        images=entries.images,
        seconds=entries.seconds,
    )
