"""Comparison of models: results on the same digits and drawing, and the settings that differ."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import product

import numpy as np

from desktop_cvae.core.language import mark
from desktop_cvae.core.latent_maps import LatentMap
from desktop_cvae.core.layers import Layer
from desktop_cvae.core.results import (
    Answer,
    EpochRecord,
    FloatArray,
    IntArray,
    NoiseSetting,
    PreparedDigit,
    Scorecard,
)
from desktop_cvae.core.specs import ModelSpec, TrainingConfig, count_trainable
from desktop_cvae.core.tasks import Progress, Task, relayed
from desktop_cvae.datasets.dataset import DigitDataset, held_out_count, labels_of_model
from desktop_cvae.evaluation.measurement import CHUNK, ChunkResult, choose_digits, score_chunk
from desktop_cvae.evaluation.scorecard import score_pictures
from desktop_cvae.inference.engine import Engine
from desktop_cvae.inference.opened_model import OpenedModel
from desktop_cvae.library.manifest import Manifest

ABSENT = "–"
MAP_SIZE = 3000
"""Test digits in a latent map: enough to show the clusters."""
EXAMINED = 1000
"""Held-out digits scored in an interactive comparison; ``compare_models`` scores all."""
MNIST_DIGEST = "4acba8a225cbf3b69df89e4ae870c6352ce3cd2e790dabcfd7ff90ef37a714d6"
"""``DigitDataset.digest`` of the whole training part of MNIST."""
MNIST_IMAGES = 60_000
LEARNED = mark("digits learned from")
_LAYERS = ("encoder", "decoder")
_LIMIT = re.compile(r"--limit[ =](\d+)")


@dataclass(frozen=True)
class SettingDifference:
    """One setting in which models differ.

    Attributes:
        part: ``"model"``, ``"training"`` or ``"data"``.
        name: of the field, such as ``"latent_dim"``.
        values: one text per model, in their order, with a decimal point.
    """

    part: str
    name: str
    values: tuple[str, ...]


@dataclass(frozen=True)
class ModelSettings:
    """Network, training and data of a model.

    Attributes:
        spec: the network.
        training: how it was trained.
        dataset_name: its training data; may be empty.
        learned: number of digits that it learned from, without those for validation; None if
            that is not known.
    """

    spec: ModelSpec
    training: TrainingConfig
    dataset_name: str
    learned: int | None = None


def settings_of(manifest: Manifest, limit: int | None = None) -> ModelSettings:
    """Return the settings of a model.

    Args:
        manifest: its description.
        limit: how many digits its run was given; None if it was given all, or if only the
            model's own command says it.
    """
    learned = learned_count(manifest, limit)
    return ModelSettings(manifest.spec, manifest.training, manifest.dataset_name, learned)


def learned_count(manifest: Manifest, limit: int | None = None) -> int | None:
    """Return the number of digits that a model learned from; None if its description lacks it.

    A description names the data by its digest, and a smaller part of it by the command.
    """
    if manifest.dataset_digest == MNIST_DIGEST:
        given = MNIST_IMAGES
    elif limit is not None:
        given = limit
    elif found := _LIMIT.search(manifest.command):
        given = int(found[1])
    else:
        return None
    return given - held_out_count(given, manifest.training)


def differing_settings(models: Sequence[ModelSettings]) -> tuple[SettingDifference, ...]:
    """Return the settings in which the models differ, those of the network first."""
    tables = [_all_settings(model) for model in models]
    # A dict keeps the fields' order; layers that only deep networks have come last.
    names = dict.fromkeys(name for table in tables for name in table)
    rows = [
        SettingDifference(*name, tuple(table.get(name, ABSENT) for table in tables))
        for name in names
    ]
    return tuple(row for row in rows if len(set(row.values)) > 1)


def layer_text(layer: Layer) -> str:
    """Return a short description of a layer: ``"dense 256 relu label"``."""
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
    """Return a setting's value as a short text, independent of the language."""
    if isinstance(value, bool):
        return mark("yes") if value else mark("no")
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
    settings["model", mark("trained weights")] = str(count_trainable(spec.tensors()))
    for part in _LAYERS:
        layers = " → ".join(layer_text(layer) for layer in getattr(spec, part))
        settings["model", part] = layers
    for field in dataclasses.fields(training):
        settings["training", field.name] = setting_text(getattr(training, field.name))
    settings["data", mark("data set")] = model.dataset_name or ABSENT
    settings["data", LEARNED] = setting_text(model.learned)
    return settings


@dataclass(frozen=True, eq=False)
class ComparedModel:
    """One model's results on the compared digits.

    Attributes:
        name: of the model.
        history: its training, one record per epoch; may be empty.
        reconstructions: float32, (N, 28, 28), of the originals, each under its true label.
        latent_map: of the first held-out digits, coloured by the data set's labels.
        scorecard: on all held-out digits.
    """

    name: str
    history: tuple[EpochRecord, ...]
    reconstructions: FloatArray
    latent_map: LatentMap
    scorecard: Scorecard


@dataclass(frozen=True, eq=False)
class Comparison:
    """Models side by side.

    Attributes:
        originals: the digits that were reconstructed, one of each label in the labels' order.
        settings: those in which the models differ.
        models: in the order given.
    """

    originals: DigitDataset
    settings: tuple[SettingDifference, ...]
    models: tuple[ComparedModel, ...]


def compare_models(
    opened: Sequence[OpenedModel], held_out: DigitDataset, seed: int = 0
) -> Task[Comparison]:
    """Compare models on the same digits.

    Args:
        opened: two or more models with distinct names.
        held_out: digits that no model was trained on.
        seed: of the choice of originals and of the posterior samples in −ELBO.

    Yields:
        images scored by the model that is named.

    Raises:
        DatasetProblem: a model does not know one of the labels.
    """
    originals = pick_originals(held_out, seed)
    models = []
    for model in opened:
        scoring = score_pictures(
            model, held_out.floats(), labels_of_model(held_out, model.spec), seed
        )
        card, _ = yield from relayed(scoring, partial(_under_name, model.name))
        models.append(
            ComparedModel(
                name=model.name,
                history=model.history,
                reconstructions=reconstruct_digits(model.engine, originals),
                latent_map=map_digits(model, held_out.limit(MAP_SIZE)),
                scorecard=card,
            )
        )
    settings = differing_settings([settings_of(model.manifest) for model in opened])
    return Comparison(originals, settings, tuple(models))


@dataclass(frozen=True)
class ComparisonStep(Progress):
    """One step of an interactive comparison.

    Attributes:
        at: index of the model.
        reconstructions: float32, (N, 28, 28), of the originals, each under its true label.
        latent_map: None where there is none.
        chunk: results on some of the digits, in a separate step.
    """

    at: int = 0
    reconstructions: FloatArray | None = None
    latent_map: LatentMap | None = None
    chunk: ChunkResult | None = None


def examine(
    models: Sequence[OpenedModel],
    find_digits: Callable[[], DigitDataset | None],
    find_map: Callable[[OpenedModel], LatentMap | None],
) -> Generator[DigitDataset | ComparisonStep, None, bool]:
    """Compare models on held-out digits in small steps.

    Args:
        models: two or more.
        find_digits: reads the held-out digits; None if they are not on this machine.
        find_map: reads a model's latent map, or makes one.

    Yields:
        the originals, then the results of each step. The models take turns, so that they can be
        compared from the first digits on.

    Returns:
        False without digits.

    Raises:
        DatasetProblem: a model does not know one of the labels.
    """
    held_out = find_digits()
    if held_out is None:
        return False
    originals = pick_originals(held_out, 0)
    yield originals
    chosen = choose_digits(held_out, EXAMINED)
    parts = [chosen[start : start + CHUNK] for start in range(0, len(chosen), CHUNK)]
    total = len(models) * (1 + len(parts))
    for at, model in enumerate(models):
        rebuilt = reconstruct_digits(model.engine, originals)
        yield ComparisonStep(
            at + 1, total, at=at, reconstructions=rebuilt, latent_map=find_map(model)
        )
    for done, (part, at) in enumerate(product(parts, range(len(models))), len(models) + 1):
        yield ComparisonStep(done, total, at=at, chunk=score_chunk(models[at], held_out, part))
    return True


def _under_name(name: str, step: Progress) -> Progress:
    return dataclasses.replace(step, what=name)


def pick_originals(held_out: DigitDataset, seed: int) -> DigitDataset:
    """Return one random digit of each label that occurs."""
    rng = np.random.default_rng(seed)
    present = np.unique(held_out.labels)
    chosen = [int(rng.choice(np.flatnonzero(held_out.labels == label))) for label in present]
    return dataclasses.replace(
        held_out, images=held_out.images[chosen], labels=held_out.labels[chosen]
    )


def reconstruct_digits(engine: Engine, digits: DigitDataset) -> FloatArray:
    """Decode each digit from its posterior's mean under its true label, (N, 28, 28).

    Raises:
        DatasetProblem: the model does not know one of the labels.
    """
    labels: IntArray = labels_of_model(digits, engine.spec)
    return engine.decode(engine.encode(digits.floats(), labels).mean, labels)


def map_digits(model: OpenedModel, digits: DigitDataset) -> LatentMap:
    """Map digits to the latent plane, with the data set's own labels.

    Raises:
        DatasetProblem: the model does not know one of the labels.
    """
    plane = model.build_latent_map(digits.floats(), labels_of_model(digits, model.spec))
    return dataclasses.replace(plane, labels=digits.labels)


def compare_drawing(
    models: Sequence[OpenedModel],
    prepared: PreparedDigit,
    noise: NoiseSetting,
    label_name: str | None = None,
) -> list[Answer]:
    """Read and reconstruct one drawing with all models.

    Args:
        models: read the drawing.
        prepared: the drawing as 28×28.
        noise: the same for all.
        label_name: conditions the models that know it; the others, and all for None, take
            the label that they recognise.
    """
    known = [label_name if label_name in model.label_names else None for model in models]
    return [
        model.answer(prepared, noise, None if name is None else model.label_names.index(name))
        for model, name in zip(models, known, strict=True)
    ]
