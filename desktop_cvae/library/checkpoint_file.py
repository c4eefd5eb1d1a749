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
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import numpy as np

from desktop_cvae.core.atomic_files import write_atomically
from desktop_cvae.core.checked_json import parse_json
from desktop_cvae.core.errors import DesktopCvaeError, InputOutputError, InvalidData
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
    arrays = dict(zip(_PARTS, _arrays(state), strict=True))
    tensors = {f"{part}/{name}": a for part in _PARTS for name, a in arrays[part].items()}
    header = {
        "format": FORMAT,
        "epoch": state.epoch,
        "batch": state.batch,
        "iterations": state.optimizer.iterations,
        "dropout_seeds": state.optimizer.dropout_seeds,
        "best_epoch": state.best_epoch,
        "sums": state.sums,
        "images": state.images,
        "seconds": state.seconds,
        "history": [dataclasses.asdict(record) for record in state.history],
        "shapes": {name: array.shape for name, array in tensors.items()},
    }
    body = json.dumps(header).encode() + b"\n" + pack_tensors(tensors)
    path = folder / state.file_name
    write_atomically(path, hashlib.sha256(body).hexdigest().encode() + b"\n" + body)
    return path


def read_checkpoint(path: Path) -> TrainingState:
    """Read and check a checkpoint.

    Raises:
        InputOutputError: it is missing, damaged or of a later program.
    """
    try:
        text, numbers = _read_parts(path)
        header = parse_json(text, mark("header"), _MAX_HEADER_BYTES)
        if not isinstance(header, dict) or not isinstance(header["shapes"], dict):
            raise ValueError("no header")
        if header["format"] != FORMAT:
            raise ValueError("a format of another program")
        shapes = {name: tuple(shape) for name, shape in header["shapes"].items()}
        return _state(header, unpack_tensors(numbers, shapes, path.name))
    except (OSError, ValueError, KeyError, TypeError, DesktopCvaeError) as error:
        raise InputOutputError(
            tr("The checkpoint “{name}” cannot be used.", name=path.name), str(error)
        ) from error


def _read_parts(path: Path) -> tuple[bytes, bytes]:
    """Return the header's line and the numbers, after checking the digest."""
    with path.open("rb") as file:
        if os.fstat(file.fileno()).st_size > MAX_BYTES:
            raise ValueError("too large")
        digest = file.read(_DIGEST_BYTES + 1)
        if hashlib.file_digest(file, "sha256").hexdigest().encode() + b"\n" != digest:
            raise ValueError("its SHA-256 differs")
        file.seek(len(digest))
        return file.readline(_MAX_HEADER_BYTES + 1), file.read()


def write_snapshot(folder: Path, epoch: int, weights: dict[str, FloatArray]) -> Path:
    """Write the weights after an epoch, whole or not at all.

    Raises:
        InputOutputError: the disk is full, the folder is read-only, …
    """
    shapes = {name: array.shape for name, array in weights.items()}
    body = json.dumps({"format": FORMAT, "shapes": shapes}).encode() + b"\n" + pack_tensors(weights)
    path = folder / f"{epoch:05}{SNAPSHOT_SUFFIX}"
    write_atomically(path, hashlib.sha256(body).hexdigest().encode() + b"\n" + body)
    return path


def list_snapshots(folder: Path) -> dict[int, Path]:
    """Return a folder's snapshots by epoch, in order; unread, so they may be damaged."""
    files = folder.glob(f"*{SNAPSHOT_SUFFIX}")
    return dict(sorted((int(file.stem), file) for file in files if file.stem.isdecimal()))


def _read_snapshot(path: Path) -> dict[str, FloatArray]:
    try:
        text, numbers = _read_parts(path)
        header = parse_json(text, mark("header"), _MAX_HEADER_BYTES)
        if not isinstance(header, dict) or header["format"] != FORMAT:
            raise ValueError("a format of another program")
        shapes = {name: tuple(shape) for name, shape in header["shapes"].items()}
        return unpack_tensors(numbers, shapes, path.name)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, DesktopCvaeError) as error:
        raise InputOutputError(
            tr("The snapshot “{name}” cannot be used.", name=path.name), str(error)
        ) from error


def list_checkpoints(folder: Path) -> list[Path]:
    """Return a folder's checkpoint files, the furthest last; [] without a folder."""
    return sorted(folder.glob(f"*{SUFFIX}"))


def read_newest_checkpoint(
    folder: Path, on_damage: Callable[[InputOutputError], None] = lambda _: None
) -> TrainingState | None:
    """Return the furthest checkpoint that can be read; None if there is none.

    Args:
        folder: of the checkpoints.
        on_damage: told about every further one that cannot be used.
    """
    for path in reversed(list_checkpoints(folder)):
        try:
            return read_checkpoint(path)
        except InputOutputError as error:
            on_damage(error)
    return None


def kept_epochs(folder: Path) -> list[int]:
    """Return the epochs whose weights :func:`load_checkpoint_weights` finds, in order."""
    epochs: set[int] = set(list_snapshots(folder))
    for path in list_checkpoints(folder):
        try:
            state = read_checkpoint(path)
        except InputOutputError:
            continue
        epochs |= {state.best_epoch} | ({state.epoch} if state.batch == 0 else set())
    return sorted(epochs - {0})


def load_checkpoint_weights(folder: Path, epoch: int) -> dict[str, FloatArray]:
    """Return the network's weights after an epoch.

    Args:
        folder: of the checkpoints.
        epoch: counted from 1, one of :func:`kept_epochs`.

    Raises:
        InputOutputError: no readable checkpoint has them.
    """
    if (snapshot := list_snapshots(folder).get(epoch)) is not None:
        with contextlib.suppress(InputOutputError):
            return _read_snapshot(snapshot)
    for path in reversed(list_checkpoints(folder)):
        try:
            state = read_checkpoint(path)
        except InputOutputError:
            continue
        if (state.epoch, state.batch) == (epoch, 0):
            return state.weights
        if state.best_epoch == epoch:
            return state.best_weights
    raise InputOutputError(tr("There is no checkpoint of epoch {epoch}.", epoch=epoch))


def _arrays(state: TrainingState) -> tuple[dict[str, FloatArray], ...]:
    return state.weights, state.optimizer.slots, state.best_weights


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
    own = {name: value for name, value in header.items() if name != "shapes"}
    at = from_json(_Header, own, "checkpoint")
    return TrainingState(
        weights=parts["weights"],
        optimizer=OptimizerState(parts["slots"], at.iterations, at.dropout_seeds),
        epoch=at.epoch,
        batch=at.batch,
        history=at.history,
        best_weights=parts["best"],
        best_epoch=at.best_epoch,
        sums=at.sums,
        images=at.images,
        seconds=at.seconds,
    )
