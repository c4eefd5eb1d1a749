"""In what the networks and the trainings of several models differ."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass

from desktop_cvae.core.layers import Layer
from desktop_cvae.core.specs import ModelSpec, TrainingConfig, count_trainable

ABSENT = "–"
_LAYERS = ("encoder", "decoder")


@dataclass(frozen=True)
class SettingDifference:
    """One setting in which models differ.

    Attributes:
        part: ``"model"``, ``"training"`` or ``"data"``.
        name: of the field, such as ``"latent_dim"``.
        values: one text a model, in their order; the decimal sign is a point.
    """

    part: str
    name: str
    values: tuple[str, ...]


@dataclass(frozen=True)
class ModelSettings:
    """What a model was made with.

    Attributes:
        spec: the network.
        training: how it was trained.
        dataset_name: on what; may be empty.
    """

    spec: ModelSpec
    training: TrainingConfig
    dataset_name: str


def differing_settings(models: Sequence[ModelSettings]) -> tuple[SettingDifference, ...]:
    """The settings in which the models differ, the network's first; those alike are left out."""
    tables = [_all_settings(model) for model in models]
    # A dict keeps the fields' order; layers that only deep networks have come at their end.
    names = dict.fromkeys(name for table in tables for name in table)
    rows = [
        SettingDifference(*name, tuple(table.get(name, ABSENT) for table in tables))
        for name in names
    ]
    return tuple(row for row in rows if len(set(row.values)) > 1)


def layer_text(layer: Layer) -> str:
    """A layer in a few words: ``"dense 256 relu label"``."""
    words = [layer.kind]
    for name, value in dataclasses.asdict(layer).items():
        if isinstance(value, bool):
            words += [name] if value else []
        elif isinstance(value, list | tuple):
            words.append("×".join(map(str, value)))
        elif name in ("units", "filters", "activation"):
            words.append(setting_text(value))
        else:
            words.append(f"{name.replace('_', ' ')} {setting_text(value)}")
    return " ".join(words)


def setting_text(value: object) -> str:
    """A setting's value as a short text, whatever the machine's language."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:.6g}"
    if value is None:
        return ABSENT
    if isinstance(value, list | tuple):
        return " ".join(setting_text(item) for item in value)
    return str(value)


def _all_settings(model: ModelSettings) -> dict[tuple[str, str], str]:
    spec, training = model.spec, model.training
    settings = {
        ("model", field.name): setting_text(getattr(spec, field.name))
        for field in dataclasses.fields(spec)
        if field.name not in _LAYERS
    }
    settings["model", "trained weights"] = str(count_trainable(spec.tensors()))
    for part in _LAYERS:
        layers = " → ".join(layer_text(layer) for layer in getattr(spec, part))
        settings["model", part] = layers
    for field in dataclasses.fields(training):
        settings["training", field.name] = setting_text(getattr(training, field.name))
    settings["data", "data set"] = model.dataset_name or ABSENT
    return settings
