"""Manifest of a model file: ``manifest.json``.

Tested in tests/library/test_model_file.py.
"""

from __future__ import annotations

import dataclasses
import datetime
import hashlib
import json
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from desktop_cvae.core.calibration import Calibration
from desktop_cvae.core.errors import (
    DamagedModelFile,
    InvalidData,
    InvalidManifest,
    NewerModelFormat,
)
from desktop_cvae.core.language import tr
from desktop_cvae.core.schemas import from_json
from desktop_cvae.core.specs import MAX_PRIOR_COMPONENTS, ModelSpec, TrainingConfig

FORMAT_VERSION = "1.4"
_VERSION = re.compile(r"(\d{1,4})\.(\d{1,4})", re.ASCII)
SHA256 = re.compile(r"[0-9a-f]{64}", re.ASCII)
WEIGHTS, PRIOR, WRITER = "weights.safetensors", "prior.safetensors", "writer.cvae"
MIXTURE = "mixture"


def digests_of(members: Mapping[str, bytes]) -> dict[str, str]:
    """Return the SHA-256 of members of a file by name, as its manifest states them."""
    return {name: hashlib.sha256(data).hexdigest() for name, data in members.items()}


def format_of(
    members: Collection[str],
    *,
    is_taught: bool = False,
    calibration: Calibration | None = None,
) -> str:
    """Return the oldest format that has these members, so that older programs read the file."""
    if calibration is not None and calibration.shapes:
        return FORMAT_VERSION
    if is_taught:
        return "1.3"
    if WRITER in members:
        return "1.2"
    return "1.1" if PRIOR in members else "1.0"


@dataclass(frozen=True)
class PriorEntry:
    """Description of the prior whose tensors are in the file.

    Attributes:
        kind: ``"mixture"``, of Gaussians.
        components: Gaussians a label, 1–256.
    """

    kind: str
    components: int

    def __post_init__(self) -> None:
        if self.kind != MIXTURE or not 1 <= self.components <= MAX_PRIOR_COMPONENTS:
            raise InvalidData(tr("“prior” has an unknown kind or size."))


@dataclass(frozen=True)
class Taught:
    """Origin of a model that its user taught.

    Attributes:
        parent: name of the model that it was made from.
        parent_sha256: SHA-256 of that model's weights, 64 hexadecimal digits.
        examples: number of examples that the user gave.
        examples_sha256: SHA-256 of the examples.
        new_labels: names that the parent did not know.
    """

    parent: str
    parent_sha256: str
    examples: int
    examples_sha256: str
    new_labels: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.parent.isprintable() or len(self.parent) > 100:
            raise InvalidData(tr("“taught.parent” must be 100 printable characters at most."))
        if not 1 <= self.examples <= 10**9 or len(self.new_labels) > 62:
            raise InvalidData(tr("“taught” has a number out of range."))
        if not all(map(SHA256.fullmatch, (self.parent_sha256, self.examples_sha256))):
            raise InvalidData(tr("“taught” has an invalid SHA-256."))


@dataclass(frozen=True)
class Manifest:
    """Description of a model: everything except its numbers.

    Attributes:
        format_version: of the file, ``major.minor``.
        name: the model's name when it was saved.
        spec: the network.
        training: how it was trained.
        dataset_name: what it was trained on.
        dataset_digest: SHA-256 of that data, or empty.
        metrics: held-out results by name; losses in nats, fractions in [0, 1].
        packages: versions of the packages that trained it.
        command: the command line that made it.
        created: ISO 8601, UTC.
        members: SHA-256 of every other member of the file, by name.
        calibration: calibration of its probabilities and rejection; None if that was not fitted.
        prior: p(z | y); None for N(0, I).
        taught: origin of a model that its user taught; None for a model that was trained.
    """

    format_version: str
    name: str
    spec: ModelSpec
    training: TrainingConfig
    dataset_name: str
    dataset_digest: str
    metrics: dict[str, float]
    packages: dict[str, str]
    command: str
    created: str
    members: dict[str, str]
    calibration: Calibration | None = None
    prior: PriorEntry | None = None
    taught: Taught | None = None

    def __post_init__(self) -> None:
        if not self.name.strip() or not self.name.isprintable() or len(self.name) > 100:
            raise InvalidData(tr("A model's name must be 1 to 100 printable characters."))
        if WEIGHTS not in self.members:
            raise InvalidData(tr("“members” lacks “{name}”.", name=WEIGHTS))
        if not all(SHA256.fullmatch(digest) for digest in self.members.values()):
            raise InvalidData(tr("“members” has an invalid SHA-256."))
        if (self.prior is not None) != (PRIOR in self.members):
            raise InvalidData(tr("“prior” and “members” contradict each other."))
        if self.taught is not None and not set(self.taught.new_labels) <= set(
            self.spec.label_names
        ):
            raise InvalidData(tr("“taught” names labels that the model does not have."))
        _require_fit(self.calibration, self.spec)
        try:
            datetime.datetime.fromisoformat(self.created)
        except ValueError as error:
            raise InvalidData(tr("“created” is not a date.")) from error

    @property
    def weights_sha256(self) -> str:
        """SHA-256 of the weights, 64 hexadecimal digits: the model's identity."""
        return self.members[WEIGHTS]

    def to_json(self) -> str:
        """Return the text of ``manifest.json``."""
        plain = {f.name: getattr(self, f.name) for f in dataclasses.fields(self)}
        plain |= {"spec": self.spec.to_json(), "training": self.training.to_json()}
        del plain["calibration"], plain["prior"], plain["taught"]
        if self.prior is not None:
            plain["prior"] = dataclasses.asdict(self.prior)
        if self.calibration is not None:
            plain["calibration"] = self.calibration.to_json()
        if self.taught is not None:
            plain["taught"] = dataclasses.asdict(self.taught)
        return json.dumps(plain, indent=1, allow_nan=False, ensure_ascii=False)

    @classmethod
    def from_json(cls, data: Any, file_name: str) -> Manifest:
        """Read and validate.

        Args:
            data: what the JSON parser returned.
            file_name: the model file's name, for messages.

        Raises:
            NewerModelFormat: a later version of the program wrote it.
            InvalidManifest: an entry is missing, unknown, of the wrong type or out of range.
            DamagedModelFile: it is no manifest at all.
        """
        _check_version(data, file_name)
        try:
            return from_json(cls, data, "manifest")
        except InvalidData as error:
            raise InvalidManifest(file_name, error.sentence) from error


def _require_fit(calibration: Calibration | None, spec: ModelSpec) -> None:
    if calibration is None:
        return
    if not spec.conditional:
        raise InvalidData(tr("A model without labels cannot have a “calibration”."))
    if calibration.label_count not in (0, spec.label_count):
        raise InvalidData(tr("“calibration” was fitted for another number of labels."))
    if calibration.latents not in (0, spec.latent_dim):
        raise InvalidData(tr("“calibration” was fitted for another number of latent dimensions."))


def _check_version(data: Any, file_name: str) -> None:
    # First, because a later format may change the meaning of any entry.
    version = data.get("format_version") if isinstance(data, dict) else None
    numbers = _VERSION.fullmatch(version) if isinstance(version, str) else None
    if numbers is None:
        raise DamagedModelFile(file_name, tr("it does not state its format"))
    ours = tuple(int(part) for part in FORMAT_VERSION.split("."))
    if (int(numbers[1]), int(numbers[2])) > ours:
        raise NewerModelFormat(file_name, numbers[0])
