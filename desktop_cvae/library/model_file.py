"""Model files (``name.cvae``): a zip of numbers and their description, never code.

Members: ``manifest.json``, ``weights.safetensors`` and, if wanted, ``history.jsonl``
(one :class:`EpochRecord` a line) and ``preview.png``. Reading stops at the first
failure: size → members → manifest → tensors' names and shapes → SHA-256 → finite.
"""

from __future__ import annotations

import dataclasses
import datetime
import hashlib
import io
import json
import math
import zipfile
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Any

from desktop_cvae.core.calibration import Calibration
from desktop_cvae.core.errors import DamagedModelFile, InvalidSpec
from desktop_cvae.core.json_fields import from_json
from desktop_cvae.core.results import FloatArray
from desktop_cvae.core.specs import ModelSpec, TrainingConfig
from desktop_cvae.core.training_results import EpochRecord, LossTerms
from desktop_cvae.library.archive_members import (
    HISTORY,
    MANIFEST,
    MEMBER_LIMITS,
    PREVIEW,
    WEIGHTS,
    open_members,
)
from desktop_cvae.library.atomic_writing import write_atomically
from desktop_cvae.library.bounded_json import parse_json
from desktop_cvae.library.manifest import FORMAT_VERSION, Manifest
from desktop_cvae.library.tensor_file import (
    check_finite,
    check_shapes,
    pack_tensors,
    unpack_tensors,
)

SUFFIX = ".cvae"
_PACKAGES = ("desktop-cvae", "numpy", "keras", "tensorflow-cpu", "tensorflow")
_FIXED_DATE = (1980, 1, 1, 0, 0, 0)


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


def write_model_file(
    path: Path,
    *,
    name: str,
    spec: ModelSpec,
    training: TrainingConfig,
    weights: dict[str, FloatArray],
    history: tuple[EpochRecord, ...],
    metrics: dict[str, float],
    dataset_name: str,
    dataset_digest: str,
    command: str,
    preview: bytes | None = None,
    calibration: Calibration | None = None,
) -> Manifest:
    """Write a model file whole or not at all.

    Args:
        path: where to; an older file stays until the new one is complete.
        name: the model's name.
        spec: the network.
        training: how it was trained.
        weights: float32 arrays for every tensor of ``spec``.
        history: one record an epoch.
        metrics: held-out results by name.
        dataset_name: what it was trained on.
        dataset_digest: SHA-256 of that data.
        command: the command line that made it.
        preview: a PNG picture of what it writes.
        calibration: how far its answers can be believed.

    Raises:
        MismatchedWeights: the weights do not fit the network or are not finite.
        InputOutputError: the file cannot be written.
    """
    check_shapes({k: tuple(v.shape) for k, v in weights.items()}, spec.tensors(), path.name)
    check_finite(weights, path.name)
    members = {WEIGHTS: pack_tensors(weights)}
    if history:
        members[HISTORY] = _history_to_lines(history)
    if preview is not None:
        members[PREVIEW] = preview
    manifest = Manifest(
        format_version=FORMAT_VERSION,
        name=name,
        spec=spec,
        training=training,
        dataset_name=dataset_name,
        dataset_digest=dataset_digest,
        metrics=metrics,
        packages=_package_versions(),
        command=command,
        created=datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"),
        members={member: _sha256(data) for member, data in members.items()},
        calibration=calibration,
    )
    write_atomically(path, _zip({MANIFEST: manifest.to_json().encode()} | members))
    return manifest


def rewrite_calibration(path: Path, calibration: Calibration | None) -> Manifest:
    """Put another calibration into a model file; every other byte of it stays.

    Raises:
        ModelFileError: the file is no model file, damaged, too new or out of range.
        InputOutputError: it cannot be read or written.
    """
    read_model_file(path)
    with open_members(path) as archive:
        manifest = dataclasses.replace(_manifest(archive, path.name), calibration=calibration)
        members = {n: archive.read(n) for n in archive.namelist() if n != MANIFEST}
    write_atomically(path, _zip({MANIFEST: manifest.to_json().encode()} | members))
    return manifest


def _manifest(archive: zipfile.ZipFile, file_name: str) -> Manifest:
    data = parse_json(archive.read(MANIFEST), file_name, "manifest")
    manifest = Manifest.from_json(data, file_name)
    if set(manifest.members) != set(archive.namelist()) - {MANIFEST}:
        raise DamagedModelFile(file_name, "its manifest names other members than it has")
    return manifest


def _check_digests(members: dict[str, bytes], manifest: Manifest, file_name: str) -> None:
    for name, data in members.items():
        if _sha256(data) != manifest.members[name]:
            raise DamagedModelFile(file_name, f"“{name}” was altered (its SHA-256 differs)")


def _history_to_lines(history: tuple[EpochRecord, ...]) -> bytes:
    lines = [json.dumps(dataclasses.asdict(record), allow_nan=False) for record in history]
    return "".join(f"{line}\n" for line in lines).encode()


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


def _zip(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, data in members.items():
            if len(data) > MEMBER_LIMITS[name]:
                raise InvalidSpec(f"“{name}” is too large for a model file.")
            archive.writestr(zipfile.ZipInfo(name, _FIXED_DATE), data)
    return buffer.getvalue()


def _package_versions() -> dict[str, str]:
    versions = {}
    for package in _PACKAGES:
        try:
            versions[package] = metadata.version(package)
        except metadata.PackageNotFoundError:
            continue
    return versions


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
