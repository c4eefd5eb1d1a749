"""A request for a training, and its command line."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from pathlib import Path

from desktop_cvae.core.errors import InvalidData
from desktop_cvae.core.language import tr
from desktop_cvae.core.network_presets import PRESETS, preset_named
from desktop_cvae.core.specs import ModelSpec, TrainingConfig, option_of

SUFFIX = ".cvae"
MAX_NAME = 60
FORBIDDEN = '<>:"/\\|?*'


@dataclass(frozen=True)
class TrainingRequest:
    """The settings of a training.

    Attributes:
        preset: name of the architecture.
        data: ``"mnist"`` or a path.
        name: name of the new model.
        latent_dim: number of latent dimensions.
        conditional: False for the same network as a plain VAE.
        config: settings of the training.
        limit: number of digits to train on, from the first; 0 for all.
        start_from: name of a model whose network and weights it starts with; empty for new
            weights.
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
        """Return the request with the settings of a preset."""
        known = preset_named(preset)
        spec = known.spec
        return cls(preset, data, name, spec.latent_dim, spec.conditional, known.training)

    def spec(self) -> ModelSpec:
        """Return the network as known before the data are read; raises :class:`InvalidData`."""
        spec = dataclasses.replace(preset_named(self.preset).spec, latent_dim=self.latent_dim)
        return spec.without_labels() if spec.conditional and not self.conditional else spec

    def arguments(self, folder: Path) -> list[str]:
        """Return the command with its arguments.

        Args:
            folder: folder of the library's models.
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
        return [*words, *_config_words(self)]


def _config_words(request: TrainingRequest) -> list[str]:
    """Return only settings that differ from the preset, to keep the command line readable."""
    usual = preset_named(request.preset).training
    words = []
    for field in dataclasses.fields(TrainingConfig):
        value = getattr(request.config, field.name)
        if value != getattr(usual, field.name):
            words += [option_of(field.name), str(value)]
    return words


def complaint_about(name: str, taken: set[str]) -> str:
    """Return why a model cannot have this name, or an empty text.

    Args:
        name: as typed.
        taken: names in the library.
    """
    if not name.strip():
        return tr("Give the model a name.")
    if len(name) > MAX_NAME:
        return tr("A name can have at most {max_name} characters.", max_name=MAX_NAME)
    if name != name.strip() or name.startswith((".", "-")) or set(name) & set(FORBIDDEN):
        return tr(
            "A name must not begin with “.” or “-” or contain any of {forbidden}",
            forbidden=FORBIDDEN,
        )
    if not name.isprintable():
        return tr("A name must not contain control characters.")
    if name.lower() in {other.lower() for other in taken}:
        return tr("There is already a model “{name}”; choose another name.", name=name)
    return ""


def begins_with(request: TrainingRequest, name: str, spec: ModelSpec) -> TrainingRequest:
    """Return the same request, but starting from the weights of a model."""
    start = TrainingRequest.of_preset(spec.preset, request.data, request.name)
    return dataclasses.replace(
        start,
        latent_dim=spec.latent_dim,
        conditional=spec.conditional,
        limit=request.limit,
        start_from=name,
    )


def is_as_preset(spec: ModelSpec) -> bool:
    """Return True for the network of a preset, whatever its labels and latent dimensions."""
    if spec.preset not in PRESETS:
        return False
    usual = PRESETS[spec.preset].spec
    try:
        usual = dataclasses.replace(usual, latent_dim=spec.latent_dim, label_names=spec.label_names)
    except InvalidData:
        return False
    return spec == (usual if spec.conditional else usual.without_labels())


def free_name(preset: str, taken: set[str]) -> str:
    """Return a free name: ``my-dense_cvae``, else ``my-dense_cvae-2`` and so on."""
    return numbered_name(f"my-{preset}", taken)


def numbered_name(base: str, taken: set[str]) -> str:
    """Return ``base`` if it is free, else with the first number that makes it free."""
    lower = {name.lower() for name in taken}
    names = (base if number == 1 else f"{base}-{number}" for number in range(1, len(lower) + 3))
    return next(name for name in names if name.lower() not in lower)
