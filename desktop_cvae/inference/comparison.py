"""Two or more models side by side: the same digits, the same questions."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from desktop_cvae.core.calibration import Calibration
from desktop_cvae.core.ports import Engine
from desktop_cvae.core.results import FloatArray, IntArray, LatentMap, Scorecard
from desktop_cvae.core.training_results import EpochRecord
from desktop_cvae.datasets.digit_dataset import DigitDataset
from desktop_cvae.inference.label_matching import labels_of_model
from desktop_cvae.inference.latent_map import build_latent_map
from desktop_cvae.inference.scorecard import score_model
from desktop_cvae.inference.setting_differences import (
    ModelSettings,
    SettingDifference,
    differing_settings,
)

MAP_SIZE = 3000
"""Test digits in a latent map: enough to see the clouds."""


@dataclass(frozen=True, eq=False)
class Candidate:
    """A model that is opened for a comparison.

    Attributes:
        name: what it is called in tables and pictures.
        engine: answers.
        settings: what it was made with.
        history: its training, one record an epoch; may be empty.
        calibration: how far its answers can be believed, if that was fitted.
    """

    name: str
    engine: Engine
    settings: ModelSettings
    history: tuple[EpochRecord, ...]
    calibration: Calibration | None = None


@dataclass(frozen=True, eq=False)
class Originals:
    """Held-out digits that every model reconstructs.

    Attributes:
        digits: one of each label, in the labels' order.
    """

    digits: DigitDataset

    @property
    def images(self) -> FloatArray:
        """float32, (N, 28, 28), in [0, 1]."""
        return self.digits.floats()


@dataclass(frozen=True, eq=False)
class ComparedModel:
    """What one model made of the same digits.

    Attributes:
        name: the candidate's.
        history: the candidate's.
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
        originals: the digits that were reconstructed.
        settings: those in which the models differ.
        models: in the candidates' order.
    """

    originals: Originals
    settings: tuple[SettingDifference, ...]
    models: tuple[ComparedModel, ...]


def compare_models(
    candidates: Sequence[Candidate],
    held_out: DigitDataset,
    seed: int = 0,
    on_progress: Callable[[str, int, int], None] | None = None,
) -> Comparison:
    """Ask all models the same.

    Args:
        candidates: two or more.
        held_out: digits that no model was trained on.
        seed: of the choice of originals and of the posterior samples in −ELBO.
        on_progress: told (name, images done, images in all) while a model is scored.

    Raises:
        DatasetProblem: a model does not know one of the labels.
    """
    originals = pick_originals(held_out, seed)
    models = []
    for candidate in candidates:
        tell = None if on_progress is None else _naming(on_progress, candidate.name)
        labels = labels_of_model(held_out, candidate.engine.spec)
        models.append(
            ComparedModel(
                name=candidate.name,
                history=candidate.history,
                reconstructions=reconstruct_digits(candidate.engine, originals.digits),
                latent_map=map_digits(candidate.engine, held_out.limit(MAP_SIZE)),
                scorecard=score_model(
                    candidate.engine, held_out.floats(), labels, seed, tell, candidate.calibration
                ),
            )
        )
    settings = differing_settings([candidate.settings for candidate in candidates])
    return Comparison(originals, settings, tuple(models))


def pick_originals(held_out: DigitDataset, seed: int) -> Originals:
    """One digit of each label that occurs, by chance; the same seed picks the same ones."""
    rng = np.random.default_rng(seed)
    present = np.unique(held_out.labels)
    chosen = [int(rng.choice(np.flatnonzero(held_out.labels == label))) for label in present]
    digits = dataclasses.replace(
        held_out, images=held_out.images[chosen], labels=held_out.labels[chosen]
    )
    return Originals(digits)


def reconstruct_digits(engine: Engine, digits: DigitDataset) -> FloatArray:
    """Decode each digit from its posterior's mean under its true label, (N, 28, 28).

    Raises:
        DatasetProblem: the model does not know one of the labels.
    """
    labels: IntArray = labels_of_model(digits, engine.spec)
    return engine.decode(engine.encode(digits.floats(), labels).mean, labels)


def map_digits(engine: Engine, digits: DigitDataset) -> LatentMap:
    """The digits in the latent plane, with the data set's own labels.

    Raises:
        DatasetProblem: the model does not know one of the labels.
    """
    plane = build_latent_map(engine, digits.floats(), labels_of_model(digits, engine.spec))
    return dataclasses.replace(plane, labels=digits.labels)


def _naming(tell: Callable[[str, int, int], None], name: str) -> Callable[[int, int], None]:
    return lambda done, total: tell(name, done, total)
