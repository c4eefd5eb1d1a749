"""Writes model files: whole or not at all."""

from __future__ import annotations

import dataclasses
import datetime
import hashlib
import io
import json
import zipfile
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from desktop_cvae.core.calibration import Calibration
from desktop_cvae.core.errors import InvalidSpec
from desktop_cvae.core.results import FloatArray
from desktop_cvae.core.specs import ModelSpec, TrainingConfig
from desktop_cvae.core.training_results import EpochRecord
from desktop_cvae.library.archive_members import (
    HISTORY,
    MANIFEST,
    MEMBER_LIMITS,
    PREVIEW,
    WEIGHTS,
    open_members,
)
from desktop_cvae.library.atomic_writing import write_atomically
from desktop_cvae.library.manifest import FORMAT_VERSION, Manifest
from desktop_cvae.library.model_file import read_model_file
from desktop_cvae.library.tensor_file import check_finite, check_shapes, pack_tensors

_PACKAGES = ("desktop-cvae", "numpy", "keras", "tensorflow-cpu", "tensorflow")
_FIXED_DATE = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, eq=False, kw_only=True)
class NewModel:
    """What goes into a model file.

    Attributes:
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
    """

    name: str
    spec: ModelSpec
    training: TrainingConfig
    weights: dict[str, FloatArray]
    history: tuple[EpochRecord, ...] = ()
    metrics: dict[str, float] = dataclasses.field(default_factory=dict)
    dataset_name: str = ""
    dataset_digest: str = ""
    command: str = ""
    preview: bytes | None = None
    calibration: Calibration | None = None

    def members(self) -> dict[str, bytes]:
        """The members of its file but the manifest."""
        members = {WEIGHTS: pack_tensors(self.weights)}
        if self.history:
            members[HISTORY] = _history_to_lines(self.history)
        if self.preview is not None:
            members[PREVIEW] = self.preview
        return members

    def manifest(self, members: dict[str, bytes]) -> Manifest:
        """The description of a file with these members, made now by this program."""
        return Manifest(
            format_version=FORMAT_VERSION,
            name=self.name,
            spec=self.spec,
            training=self.training,
            dataset_name=self.dataset_name,
            dataset_digest=self.dataset_digest,
            metrics=self.metrics,
            packages=_package_versions(),
            command=self.command,
            created=datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"),
            members={name: hashlib.sha256(data).hexdigest() for name, data in members.items()},
            calibration=self.calibration,
        )


def write_model_file(path: Path, model: NewModel) -> Manifest:
    """Write a model file; an older one stays until the new one is complete.

    Raises:
        MismatchedWeights: the weights do not fit the network or are not finite.
        InputOutputError: the file cannot be written.
    """
    shapes = {name: tuple(array.shape) for name, array in model.weights.items()}
    check_shapes(shapes, model.spec.tensors(), path.name)
    check_finite(model.weights, path.name)
    members = model.members()
    manifest = model.manifest(members)
    _write(path, manifest, members)
    return manifest


def rewrite_calibration(path: Path, calibration: Calibration | None) -> Manifest:
    """Put another calibration into a model file; every other byte of it stays.

    Raises:
        ModelFileError: the file is no model file, damaged, too new or out of range.
        InputOutputError: it cannot be read or written.
    """
    manifest = dataclasses.replace(read_model_file(path).manifest, calibration=calibration)
    with open_members(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist() if name != MANIFEST}
    _write(path, manifest, members)
    return manifest


def _write(path: Path, manifest: Manifest, members: dict[str, bytes]) -> None:
    write_atomically(path, _zip({MANIFEST: manifest.to_json().encode()} | members))


def _zip(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, data in members.items():
            if len(data) > MEMBER_LIMITS[name]:
                raise InvalidSpec(f"“{name}” is too large for a model file.")
            archive.writestr(zipfile.ZipInfo(name, _FIXED_DATE), data)
    return buffer.getvalue()


def _history_to_lines(history: tuple[EpochRecord, ...]) -> bytes:
    lines = [json.dumps(dataclasses.asdict(record), allow_nan=False) for record in history]
    return "".join(f"{line}\n" for line in lines).encode()


def _package_versions() -> dict[str, str]:
    versions = {}
    for package in _PACKAGES:
        try:
            versions[package] = metadata.version(package)
        except metadata.PackageNotFoundError:
            continue
    return versions
