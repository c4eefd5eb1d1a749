"""What the scorecard asks of the worker thread: plain functions of values."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from desktop_cvae.core.results import FloatArray, IntArray, Recognition
from desktop_cvae.gui.model_source import ModelSource
from desktop_cvae.gui.scorecard.findings import ChunkResult
from desktop_cvae.gui.values import LoadedModel
from desktop_cvae.inference.sweeps import Sweep, SweepPoint

if TYPE_CHECKING:
    from desktop_cvae.datasets.digit_dataset import DigitDataset
    from desktop_cvae.inference.digit_score import Numbers

SEED, DECOY_SEED = 0, 10_000
"""Another seed than a calibration's: those decoys are known."""


def find_digits(source: ModelSource, count: int) -> tuple[DigitDataset, IntArray] | None:
    """Test digits and which of them are asked about, chosen by chance; None without MNIST."""
    digits = source.test_digits()
    if digits is None:
        return None
    # The first half of MNIST's test part is the easier one; so none is taken as it comes.
    order = np.random.default_rng(SEED).permutation(len(digits))
    return digits, order[:count].astype(np.int64)


def score_places(model: LoadedModel, digits: DigitDataset, places: IntArray) -> ChunkResult:
    """A model's results on some digits.

    Raises:
        DatasetProblem: the model does not know one of the labels.
    """
    from desktop_cvae.inference.scorecard import score_pictures

    images, labels = _asked(model, digits, places)
    calibration = model.entry.manifest.calibration
    card, readings = score_pictures(
        model.engine, images, labels, seed=int(places[0]), calibration=calibration
    )
    return ChunkResult(places, card, readings)


def score_decoys(model: LoadedModel, digits: DigitDataset, places: IntArray) -> Numbers:
    """Digit scores of made-up pictures that are no digits, one for each of the places.

    Args:
        model: calibrated, and able to refuse.
        digits: some decoys are made of them.
        places: chance decides by the first one.
    """
    from desktop_cvae.images.decoys import make_decoys
    from desktop_cvae.inference.refusals import score_others

    assert model.calibration is not None
    seed = DECOY_SEED + int(places[0])
    made = make_decoys(_floats(digits, places), digits.labels[places], len(places), seed)
    return score_others(model.engine, made, model.calibration)


def read_at_level(
    model: LoadedModel, digits: DigitDataset, places: IntArray, sweep: Sweep, level: float
) -> SweepPoint:
    """What a model reads of some digits at one level of a sweep.

    Raises:
        DatasetProblem: the model does not know one of the labels.
    """
    from desktop_cvae.inference.sweeps import sweep_level

    images, labels = _asked(model, digits, places)
    return sweep_level(model.engine, images, labels, sweep, level, seed=int(places[0]))


def look_behind_cell(
    model: LoadedModel, digits: DigitDataset, places: IntArray
) -> tuple[FloatArray, list[Recognition]]:
    """Some digits, float32, (n, 28, 28), and how each label explains each of them."""
    from desktop_cvae.inference.recognition import recognize

    images = _floats(digits, places)
    return images, recognize(model.engine, images)


def _asked(
    model: LoadedModel, digits: DigitDataset, places: IntArray
) -> tuple[FloatArray, IntArray]:
    from desktop_cvae.inference.label_matching import labels_of_model

    return _floats(digits, places), labels_of_model(digits, model.engine.spec)[places]


def _floats(digits: DigitDataset, places: IntArray) -> FloatArray:
    return digits.images[places].astype(np.float32) / np.float32(255)
