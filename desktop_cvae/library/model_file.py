"""Model files (``name.cvae``): a zip of numbers and their description, never code.

Members: ``manifest.json``, ``weights.safetensors`` and, if wanted, ``prior.safetensors``,
``history.jsonl`` (one :class:`EpochRecord` a line), ``preview.png`` and ``writer.cvae``: a second
model, whole with its own manifest, that writes for the first, which reads. Reading stops at the
first failure: size → members → manifest → tensors' names and shapes → SHA-256 → finite.
The zip itself is :mod:`desktop_cvae.library.model_zip`'s. A file is written whole or not at
all.
"""

from __future__ import annotations

import dataclasses
import datetime
import io
import json
import logging
import math
import shlex
import time
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from desktop_cvae.core.atomic_files import write_atomically
from desktop_cvae.core.calibration import Calibration
from desktop_cvae.core.checked_json import parse_json
from desktop_cvae.core.errors import (
    DamagedModelFile,
    InvalidData,
    MalformedJson,
    MismatchedWeights,
    ModelFileError,
)
from desktop_cvae.core.language import mark, tr
from desktop_cvae.core.priors import Prior, prior_tensors
from desktop_cvae.core.results import EpochRecord, FloatArray
from desktop_cvae.core.specs import ModelSpec, TrainingConfig
from desktop_cvae.library.manifest import (
    MIXTURE,
    PRIOR,
    WEIGHTS,
    WRITER,
    Manifest,
    PriorEntry,
    Taught,
    digests_of,
    format_of,
)
from desktop_cvae.library.model_zip import (
    HISTORY,
    MANIFEST,
    MEMBER_LIMITS,
    PREVIEW,
    checked_members,
    open_members,
)
from desktop_cvae.library.tensor_file import (
    check_finite,
    check_shapes,
    pack_tensors,
    unpack_tensors,
)

SUFFIX = ".cvae"
_PACKAGES = ("desktop-cvae", "numpy", "keras", "tensorflow-cpu", "tensorflow")
_log = logging.getLogger(__name__)
_FIXED_DATE = (1980, 1, 1, 0, 0, 0)
"""Date of all members, so that the same content gives the same bytes."""


@dataclass(frozen=True, eq=False)
class ModelFile:
    """Content of a model file, checked.

    Attributes:
        manifest: its description.
        weights: float32 arrays, named and ordered as ``manifest.spec.tensors()``.
        prior: p(z | y).
        history: one record an epoch; empty if the file has none.
        preview: a PNG picture, not yet decoded, or None.
        generator: the model that writes for it; None if it writes itself.
    """

    manifest: Manifest
    weights: dict[str, FloatArray]
    prior: Prior
    history: tuple[EpochRecord, ...]
    preview: bytes | None
    generator: ModelFile | None = None


def read_manifest(path: Path) -> Manifest:
    """Read a model file's manifest, without its weights.

    Raises:
        ModelFileError: the file is no model file, damaged, too new or out of range.
        InputOutputError: it cannot be read.
    """
    with open_members(path) as archive:
        return _manifest(archive, path.name)


def read_history(path: Path) -> tuple[EpochRecord, ...]:
    """Read a model's training history, one record per epoch, without its weights.

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
    begun = time.perf_counter()
    with open_members(path) as archive:
        model = _model_file(archive, path.name)
    preset, seconds = model.manifest.spec.preset, time.perf_counter() - begun
    _log.info("model: %s (%s), read in %.2f s", path, preset, seconds)
    return model


def read_model_bytes(data: bytes, name: str) -> ModelFile:
    """Read and check a model file that is inside another file.

    Args:
        data: the file.
        name: for the sentences.

    Raises:
        ModelFileError: as :func:`read_model_file`.
    """
    with checked_members(io.BytesIO(data), len(data), name) as archive:
        return _model_file(archive, name)


def _model_file(archive: zipfile.ZipFile, name: str) -> ModelFile:
    manifest = _manifest(archive, name)
    tensors = manifest.spec.tensors()
    # The network determines the size of its weights; no more than that is read.
    numbers = 4 * sum(math.prod(shape) for shape in tensors.values())
    if archive.getinfo(WEIGHTS).file_size > numbers + 1_000_000:
        raise DamagedModelFile(name, tr("its weights are larger than its network"))
    members = {member: archive.read(member) for member in manifest.members}
    weights = unpack_tensors(members[WEIGHTS], tensors, name)
    _check_digests(members, manifest, name)
    check_finite(weights, name)
    prior = _prior(members, manifest, name)
    history = _history_from_lines(members.get(HISTORY, b""), name)
    generator = _read_generator(members[WRITER], manifest, name) if WRITER in members else None
    return ModelFile(manifest, weights, prior, history, members.get(PREVIEW), generator)


def _read_generator(data: bytes, manifest: Manifest, name: str) -> ModelFile:
    """Read a model file inside another as strictly; errors name both."""
    inner = f"{name}: {WRITER}"
    with checked_members(io.BytesIO(data), len(data), inner) as archive:
        if WRITER in archive.namelist():
            raise DamagedModelFile(name, tr("its generator contains another generator"))
        generator = _model_file(archive, inner)
    own, spec = manifest.spec, generator.manifest.spec
    if (own.conditional, own.label_names) != (spec.conditional, spec.label_names):
        raise DamagedModelFile(name, tr("its generator has other labels"))
    return generator


def _prior(members: dict[str, bytes], manifest: Manifest, file_name: str) -> Prior:
    spec = manifest.spec
    if manifest.prior is None:
        return Prior.standard_normal(spec.score_count, spec.latent_dim)
    expected = prior_tensors(spec.score_count, manifest.prior.components, spec.latent_dim)
    try:
        return Prior(**unpack_tensors(members[PRIOR], expected, file_name))
    except InvalidData as error:
        raise DamagedModelFile(file_name, tr("its prior cannot be used")) from error


def _manifest(archive: zipfile.ZipFile, file_name: str) -> Manifest:
    try:
        data = parse_json(archive.read(MANIFEST), mark("manifest"))
    except MalformedJson as error:
        raise DamagedModelFile(file_name, error.details) from error
    manifest = Manifest.from_json(data, file_name)
    if set(manifest.members) != set(archive.namelist()) - {MANIFEST}:
        raise DamagedModelFile(file_name, tr("its manifest does not match its members"))
    return manifest


def _check_digests(members: dict[str, bytes], manifest: Manifest, file_name: str) -> None:
    for name, digest in digests_of(members).items():
        if digest != manifest.members[name]:
            raise DamagedModelFile(
                file_name, tr("“{name}” was altered (its SHA-256 differs)", name=name)
            )


def _history_from_lines(data: bytes, file_name: str) -> tuple[EpochRecord, ...]:
    try:
        lines = (parse_json(line, mark("history")) for line in data.splitlines())
        return tuple(EpochRecord.from_json(line) for line in lines)
    except InvalidData as error:
        raise DamagedModelFile(file_name, tr("its history cannot be read")) from error


@dataclass(frozen=True, eq=False, kw_only=True)
class NewModel:
    """Content for a new model file.

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
        calibration: calibration of its probabilities and rejection.
        prior: p(z | y); None is N(0, I).
        generator: the bytes of the file of another model that writes for this one; None if it
            writes itself.
        taught: origin of a model that its user taught; None for a model that was trained.
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
    prior: Prior | None = None
    generator: bytes | None = None
    taught: Taught | None = None

    def members(self) -> dict[str, bytes]:
        """Return the members of the file except the manifest."""
        members = {WEIGHTS: pack_tensors(self.weights)}
        if self.prior is not None and not self.prior.is_standard:
            members[PRIOR] = pack_tensors(self.prior.tensors())
        if self.history:
            members[HISTORY] = _history_to_lines(self.history)
        if self.preview is not None:
            members[PREVIEW] = self.preview
        if self.generator is not None:
            members[WRITER] = self.generator
        return members

    def manifest(self, members: dict[str, bytes]) -> Manifest:
        """Return the manifest of a file with these members, made now by this program."""
        return Manifest(
            format_version=format_of(
                members, is_taught=self.taught is not None, calibration=self.calibration
            ),
            name=self.name,
            spec=self.spec,
            training=self.training,
            dataset_name=self.dataset_name,
            dataset_digest=self.dataset_digest,
            metrics=self.metrics,
            packages=_package_versions(),
            command=self.command,
            created=datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"),
            members=digests_of(members),
            calibration=self.calibration,
            prior=_prior_entry(self.prior),
            taught=self.taught,
        )


def _prior_entry(prior: Prior | None) -> PriorEntry | None:
    if prior is None or prior.is_standard:
        return None
    return PriorEntry(MIXTURE, prior.components)


def write_model_file(path: Path, model: NewModel) -> Manifest:
    """Write a model file; an older one stays until the new one is complete.

    Raises:
        MismatchedWeights: the weights do not fit the network or are not finite.
        InputOutputError: the file cannot be written.
    """
    manifest, members = _checked(model, path.name)
    write_atomically(path, _packed(manifest, members))
    return manifest


def model_file_bytes(model: NewModel) -> bytes:
    """Return a model file's bytes, as :func:`write_model_file` writes them."""
    manifest, members = _checked(model, model.name)
    return _packed(manifest, members)


def _checked(model: NewModel, name: str) -> tuple[Manifest, dict[str, bytes]]:
    _check_weights(model.weights, model.spec, name)
    members = model.members()
    return model.manifest(members), members


def _check_weights(weights: dict[str, FloatArray], spec: ModelSpec, name: str) -> None:
    shapes = {tensor: tuple(array.shape) for tensor, array in weights.items()}
    check_shapes(shapes, spec.tensors(), name)
    check_finite(weights, name)


def rewrite_calibration(path: Path, calibration: Calibration | None) -> Manifest:
    """Replace a model file's calibration; keep every other byte.

    Raises:
        ModelFileError: the file is no model file, damaged, too new or out of range.
        InputOutputError: it cannot be read or written.
    """
    return rewrite_model_file(path, read_model_file(path).prior, calibration)


def rewrite_model_file(
    path: Path,
    prior: Prior,
    calibration: Calibration | None,
    metrics: dict[str, float] | None = None,
    preview: bytes | None = None,
    weights: dict[str, FloatArray] | None = None,
) -> Manifest:
    """Replace a model file's prior and calibration.

    Args:
        path: the file.
        prior: p(z | y).
        calibration: calibration of its probabilities and rejection.
        metrics: held-out results; None keeps the old ones.
        preview: a PNG picture of what it writes; None keeps the old one.
        weights: float32 arrays for every tensor of the network; None keeps the old ones.

    Raises:
        MismatchedWeights: the weights do not fit the network or are not finite.
        ModelFileError: the file is no model file, damaged, too new or out of range.
        InputOutputError: it cannot be read or written.
    """
    old = read_model_file(path).manifest
    with open_members(path) as archive:
        members = {name: archive.read(name) for name in old.members if name != PRIOR}
    if preview is not None:
        members[PREVIEW] = preview
    if weights is not None:
        _check_weights(weights, old.spec, path.name)
        members[WEIGHTS] = pack_tensors(weights)
    entry = _prior_entry(prior)
    if entry is not None:
        members[PRIOR] = pack_tensors(prior.tensors())
    manifest = dataclasses.replace(
        old,
        format_version=format_of(
            members, is_taught=old.taught is not None, calibration=calibration
        ),
        members=digests_of(members),
        calibration=calibration,
        prior=entry,
        metrics=old.metrics if metrics is None else metrics,
    )
    write_atomically(path, _packed(manifest, members))
    return manifest


def write_half_precision(source: Path, path: Path) -> Manifest:
    """Copy a model file with its weights as float16, half as large; the writer's too.

    Args:
        source: a model file.
        path: the new file.

    Raises:
        MismatchedWeights: a weight is too large for float16, whose largest number is 65,504.
        ModelFileError: ``source`` is no model file, damaged, too new or out of range.
        InputOutputError: a file cannot be read or written.
    """
    with open_members(source) as archive:
        manifest, members = _halved(archive, source.name)
    write_atomically(path, _packed(manifest, members))
    return manifest


def _halved(archive: zipfile.ZipFile, name: str) -> tuple[Manifest, dict[str, bytes]]:
    model = _model_file(archive, name)
    members = {member: archive.read(member) for member in model.manifest.members}
    # What is too large for float16 becomes infinite, and is refused below.
    with np.errstate(over="ignore"):
        halved = {key: array.astype(np.float16) for key, array in model.weights.items()}
    check_finite({key: array.astype(np.float32) for key, array in halved.items()}, name)
    members[WEIGHTS] = pack_tensors(halved)
    if WRITER in members:
        data = members[WRITER]
        with checked_members(io.BytesIO(data), len(data), f"{name}: {WRITER}") as inner:
            members[WRITER] = _packed(*_halved(inner, f"{name}: {WRITER}"))
    return dataclasses.replace(model.manifest, members=digests_of(members)), members


def join_model_files(recogniser: Path, generator: Path, path: Path) -> Manifest:
    """Join two models into one, of which one recognises and the other generates.

    The recogniser's description stays; a writer that it already has is replaced.

    Args:
        recogniser: a model file.
        generator: another, whose own writer, if it has one, is taken.
        path: the new file.

    Raises:
        DamagedModelFile: they know other labels.
        ModelFileError: a file is no model file, damaged, too new or out of range.
        InputOutputError: a file cannot be read or written.
    """
    old = read_model_file(recogniser).manifest
    with open_members(recogniser) as archive:
        members = {name: archive.read(name) for name in old.members if name != WRITER}
    with open_members(generator) as archive:
        is_joined = WRITER in archive.namelist()
        data = archive.read(WRITER) if is_joined else generator.read_bytes()
    inner = _read_generator(data, old, generator.name)
    members[WRITER] = data
    if inner.preview is not None:
        members[PREVIEW] = inner.preview
    version = format_of(members, is_taught=old.taught is not None, calibration=old.calibration)
    manifest = dataclasses.replace(old, format_version=version, members=digests_of(members))
    write_atomically(path, _packed(manifest, members))
    return manifest


def average_model_files(models: Sequence[Path], path: Path) -> Manifest:
    """Average the weights of several models into one (Wortsman et al. 2022).

    Models that continue the same training lie in one basin of the loss, and their mean reads more
    kinds of digits well than each of them ("model soups", arXiv:2203.05482). It takes the last
    one's description, but no writer, and no calibration, metrics and prior, which belong to other
    weights.

    Args:
        models: model files of one network, at least one.
        path: the new file.

    Raises:
        MismatchedWeights: they have different networks.
        ModelFileError: a file is no model file, damaged, too new or out of range.
        InputOutputError: a file cannot be read or written.
    """
    files = [read_model_file(each) for each in models]
    last = files[-1].manifest
    for each, file in zip(models, files, strict=True):
        if file.manifest.spec != last.spec:
            raise MismatchedWeights(each.name, tr("another network than “{name}”", name=last.name))
    stacks = {name: [file.weights[name] for file in files] for name in files[-1].weights}
    averaged = NewModel(
        name=last.name,
        spec=last.spec,
        training=last.training,
        weights={name: np.asarray(np.mean(stack, 0), np.float32) for name, stack in stacks.items()},
        history=files[-1].history,
        dataset_name=last.dataset_name,
        dataset_digest=last.dataset_digest,
        command=shlex.join(["desktop-cvae", "models", "average", *(each.name for each in models)]),
    )
    return write_model_file(path, averaged)


def _packed(manifest: Manifest, members: dict[str, bytes]) -> bytes:
    members = {MANIFEST: manifest.to_json().encode()} | members
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, data in members.items():
            if len(data) > MEMBER_LIMITS[name]:
                raise ModelFileError(tr("“{name}” is too large for a model file.", name=name))
            archive.writestr(zipfile.ZipInfo(name, _FIXED_DATE), data)
    return buffer.getvalue()


def _history_to_lines(history: tuple[EpochRecord, ...]) -> bytes:
    lines = [json.dumps(dataclasses.asdict(record), allow_nan=False) for record in history]
    return "".join(f"{line}\n" for line in lines).encode()


def _package_versions() -> dict[str, str]:
    # Needed for writing only, and reading models is on the way to the first answer: the import
    # brings the standard library's email package, 25 modules in all.
    from importlib import metadata

    versions = {}
    for package in _PACKAGES:
        try:
            versions[package] = metadata.version(package)
        except metadata.PackageNotFoundError:
            continue
    return versions
