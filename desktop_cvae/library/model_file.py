"""Model files (``name.cvae``): a zip of numbers and their description, never code.

Members: ``manifest.json``, ``weights.safetensors`` and, if wanted, ``history.jsonl``
(one :class:`EpochRecord` a line) and ``preview.png``. Reading stops at the first
failure: size → members → manifest → tensors' names and shapes → SHA-256 → finite.
"""

from __future__ import annotations

import hashlib
import math
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop_cvae.core.errors import DamagedModelFile, InvalidSpec
from desktop_cvae.core.json_fields import from_json
from desktop_cvae.core.results import FloatArray
from desktop_cvae.core.training_results import EpochRecord, LossTerms
from desktop_cvae.library.archive_members import (
    HISTORY,
    MANIFEST,
    PREVIEW,
    WEIGHTS,
    open_members,
)
from desktop_cvae.library.bounded_json import parse_json
from desktop_cvae.library.manifest import Manifest
from desktop_cvae.library.tensor_file import check_finite, unpack_tensors

SUFFIX = ".cvae"


@dataclass(frozen=True, eq=False)
class ModelFile:
    """A model file's whole content, checked.

    Attributes:
        manifest: what it says about itself.
        weights: float32 arrays, named and ordered as ``manifest.spec.tensors()``.
        history: one record an epoch; empty if the file has none.
        preview: a PNG picture, not yet decoded, or None.
    """

    manifest: Manifest
    weights: dict[str, FloatArray]
    history: tuple[EpochRecord, ...]
    preview: bytes | None


def read_manifest(path: Path) -> Manifest:
    """What a model file says about itself; its weights are not read.

    Raises:
        ModelFileError: the file is no model file, damaged, too new or out of range.
        InputOutputError: it cannot be read.
    """
    with open_members(path) as archive:
        return _manifest(archive, path.name)


def read_history(path: Path) -> tuple[EpochRecord, ...]:
    """How a model was trained, one record an epoch; its weights are not read.

    Raises:
        ModelFileError: as :func:`read_manifest`, or the history was altered.
        InputOutputError: it cannot be read.
    """
    with open_members(path) as archive:
        manifest = _manifest(archive, path.name)
        members = {HISTORY: archive.read(HISTORY)} if HISTORY in manifest.members else {}
    _check_digests(members, manifest, path.name)
    return _history_from_lines(members.get(HISTORY, b""), path.name)


def read_model_file(path: Path) -> ModelFile:
    """Read and check a whole model file.

    Raises:
        ModelFileError: the file is no model file, damaged, too new or out of range,
            or its weights do not fit its network.
        InputOutputError: it cannot be read.
    """
    with open_members(path) as archive:
        manifest = _manifest(archive, path.name)
        tensors = manifest.spec.tensors()
        # The network says how large its weights are; no more than that is ever read.
        numbers = 4 * sum(math.prod(shape) for shape in tensors.values())
        if archive.getinfo(WEIGHTS).file_size > numbers + 1_000_000:
            raise DamagedModelFile(path.name, "its weights are larger than its network")
        members = {name: archive.read(name) for name in manifest.members}
    weights = unpack_tensors(members[WEIGHTS], tensors, path.name)
    _check_digests(members, manifest, path.name)
    check_finite(weights, path.name)
    history = _history_from_lines(members.get(HISTORY, b""), path.name)
    return ModelFile(manifest, weights, history, members.get(PREVIEW))


def _manifest(archive: zipfile.ZipFile, file_name: str) -> Manifest:
    data = parse_json(archive.read(MANIFEST), file_name, "manifest")
    manifest = Manifest.from_json(data, file_name)
    if set(manifest.members) != set(archive.namelist()) - {MANIFEST}:
        raise DamagedModelFile(file_name, "its manifest names other members than it has")
    return manifest


def _check_digests(members: dict[str, bytes], manifest: Manifest, file_name: str) -> None:
    for name, data in members.items():
        if hashlib.sha256(data).hexdigest() != manifest.members[name]:
            raise DamagedModelFile(file_name, f"“{name}” was altered (its SHA-256 differs)")


def _history_from_lines(data: bytes, file_name: str) -> tuple[EpochRecord, ...]:
    try:
        return tuple(_record(parse_json(line, file_name, "history")) for line in data.splitlines())
    except InvalidSpec as error:
        raise DamagedModelFile(file_name, "its history cannot be read") from error


def _record(data: Any) -> EpochRecord:
    if not isinstance(data, dict):
        raise InvalidSpec("“history” should hold objects.")
    parts = {key: from_json(LossTerms, data.get(key), key) for key in ("train", "validation")}
    rest = {key: value for key, value in data.items() if key not in parts}
    plain = from_json(_PlainRecord, rest, "history")
    return EpochRecord(plain.epoch, parts["train"], parts["validation"], plain.seconds)


@dataclass(frozen=True)
class _PlainRecord:
    """A record's own entries, so that they are read by type."""

    epoch: int
    seconds: float
