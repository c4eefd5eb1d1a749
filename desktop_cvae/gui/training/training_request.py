"""What the user wants to train, and the command line that does it."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from pathlib import Path

from desktop_cvae.core.errors import InvalidSpec
from desktop_cvae.core.language import tr
from desktop_cvae.core.presets import PRESETS, preset_named
from desktop_cvae.core.specs import ModelSpec, TrainingConfig, option_of

SUFFIX = ".cvae"
MAX_NAME = 60
FORBIDDEN = '<>:"/\\|?*'


@dataclass(frozen=True)
class TrainingRequest:
    """All that the form says.

    Attributes:
        preset: the architecture's name.
        data: ``"mnist"`` or a path.
        name: of the model to be.
        latent_dim: number of latent dimensions.
        conditional: False for the same network as a plain VAE.
        config: how to train it.
        limit: only so many of the first digits; 0 for all.
        start_from: a model of the library whose network and weights it begins with; empty draws
            new weights.
    """

    preset: str
    data: str
    name: str
    latent_dim: int
    conditional: bool
    config: TrainingConfig
    limit: int = 0
    start_from: str = ""

    @classmethod
    def of_preset(cls, preset: str, data: str = "mnist", name: str = "") -> TrainingRequest:
        """The preset as it is."""
        known = preset_named(preset)
        spec = known.spec
        return cls(preset, data, name, spec.latent_dim, spec.conditional, known.training)

    def spec(self) -> ModelSpec:
        """The network, as far as it is known before the data are; raises :class:`InvalidSpec`."""
        spec = dataclasses.replace(preset_named(self.preset).spec, latent_dim=self.latent_dim)
        return spec.without_labels() if spec.conditional and not self.conditional else spec

    def arguments(self, folder: Path) -> list[str]:
        """The command line after the program's name.

        Args:
            folder: of the library's models.
        """
        output = folder / f"{self.name}{SUFFIX}"
        words = ["train", "--preset", self.preset, "--data", self.data, "--name", self.name]
        words += ["--output", str(output)]
        if self.start_from:
            words += ["--start-from", self.start_from]
        else:
            words += ["--latent-dim", str(self.latent_dim)]
            words += [] if self.conditional else ["--no-labels"]
        if self.limit:
            words += ["--limit", str(self.limit)]
        return [*words, *_config_words(self), "--events", "jsonl"]


def _config_words(request: TrainingRequest) -> list[str]:
    """Only what differs from the preset, so that the command line can be read."""
    usual = preset_named(request.preset).training
    words = []
    for field in dataclasses.fields(TrainingConfig):
        value = getattr(request.config, field.name)
        if value != getattr(usual, field.name):
            words += [option_of(field.name), str(value)]
    return words


def complaint_about(name: str, taken: set[str]) -> str:
    """Why a model cannot have that name, or an empty text.

    Args:
        name: as typed.
        taken: names of the library.
    """
    if not name.strip():
        return tr("Give the model a name.")
    if len(name) > MAX_NAME:
        return tr("A name has {max_name} letters at most.", max_name=MAX_NAME)
    if name != name.strip() or name.startswith((".", "-")) or set(name) & set(FORBIDDEN):
        return tr(
            "A name must not begin with “.” or “-” or contain any of {forbidden}",
            forbidden=FORBIDDEN,
        )
    if not name.isprintable():
        return tr("A name must not contain control characters.")
    if name.lower() in {other.lower() for other in taken}:
        return tr("There is a model “{name}” already; choose another name.", name=name)
    return ""


def begins_with(request: TrainingRequest, name: str, spec: ModelSpec) -> TrainingRequest:
    """The same training, but from the weights of a model."""
    start = TrainingRequest.of_preset(spec.preset, request.data, request.name)
    return dataclasses.replace(
        start,
        latent_dim=spec.latent_dim,
        conditional=spec.conditional,
        limit=request.limit,
        start_from=name,
    )


def is_as_preset(spec: ModelSpec) -> bool:
    """True for a network of a preset of today, whatever its labels and latent dimensions."""
    if spec.preset not in PRESETS:
        return False
    usual = PRESETS[spec.preset].spec
    try:
        usual = dataclasses.replace(usual, latent_dim=spec.latent_dim, label_names=spec.label_names)
    except InvalidSpec:
        return False
    return spec == (usual if spec.conditional else usual.without_labels())


def free_name(preset: str, taken: set[str]) -> str:
    """A name that is not taken: ``my-dense_cvae``, else ``my-dense_cvae-2`` and so on."""
    return numbered_name(f"my-{preset}", taken)


def numbered_name(base: str, taken: set[str]) -> str:
    """``base`` if it is not taken, else with the first number that makes it free."""
    lower = {name.lower() for name in taken}
    names = (base if number == 1 else f"{base}-{number}" for number in range(1, len(lower) + 3))
    return next(name for name in names if name.lower() not in lower)
