from __future__ import annotations

import dataclasses

import numpy as np
import pytest
from fake_calibration import fake_calibration
from fakes import FakeEngine, draw_digit, fake_history

from desktop_cvae.core.errors import DatasetProblem
from desktop_cvae.core.presets import CONV_VAE, STUDIO
from desktop_cvae.core.specs import TrainingConfig
from desktop_cvae.datasets.digit_dataset import DigitDataset
from desktop_cvae.inference.comparison import (
    Candidate,
    compare_models,
    pick_originals,
)
from desktop_cvae.inference.setting_differences import ModelSettings


@pytest.fixture
def digits() -> DigitDataset:
    """Every drawn digit four times, each time in another hand, in a mixed order."""
    rng = np.random.default_rng(2)
    labels = rng.permutation(np.arange(40) % 10)
    drawn = [draw_digit(int(label), slant=0.03 * rng.normal()) for label in labels]
    return DigitDataset(np.rint(255 * np.stack(drawn)).astype(np.uint8), labels, name="drawn")


def candidate(name: str, spec: object = STUDIO) -> Candidate:
    engine = FakeEngine(spec)  # type: ignore[arg-type]
    settings = ModelSettings(engine.spec, TrainingConfig(), "drawn")
    return Candidate(name, engine, settings, fake_history())


def test_all_models_are_asked_about_the_same_digits(digits: DigitDataset) -> None:
    told: list[tuple[str, int, int]] = []
    both = [candidate("a"), candidate("b", CONV_VAE)]
    comparison = compare_models(both, digits, 3, lambda *progress: told.append(progress))
    assert [model.name for model in comparison.models] == ["a", "b"]
    assert comparison.originals.digits.labels.tolist() == list(range(10))
    for model in comparison.models:
        assert model.reconstructions.shape == comparison.originals.images.shape == (10, 28, 28)
        assert model.scorecard.n == 40
        assert model.latent_map.labels.tolist() == digits.labels.tolist()
    labelled, plain = comparison.models
    assert labelled.scorecard.accuracy is not None
    assert labelled.scorecard.accuracy > 0.5
    assert plain.scorecard.accuracy is None
    assert [entry[0] for entry in told] == ["a", "b"]


def test_a_reconstruction_is_of_its_own_label(digits: DigitDataset) -> None:
    comparison = compare_models([candidate("a"), candidate("b")], digits)
    templates = np.stack([draw_digit(label) for label in range(10)])
    for label, picture in enumerate(comparison.models[0].reconstructions):
        distances = ((templates - picture) ** 2).sum(axis=(1, 2))
        assert distances.argmin() == label


def test_the_seed_decides_the_originals(digits: DigitDataset) -> None:
    one, again, other = (pick_originals(digits, seed).images for seed in (1, 1, 2))
    np.testing.assert_array_equal(one, again)
    assert not np.array_equal(one, other)


def test_labels_that_do_not_occur_have_no_original(digits: DigitDataset) -> None:
    only = digits.labels % 2 == 1
    odd = dataclasses.replace(digits, images=digits.images[only], labels=digits.labels[only])
    assert pick_originals(odd, 0).digits.labels.tolist() == [1, 3, 5, 7, 9]


def test_labels_unknown_to_a_model_are_refused(digits: DigitDataset) -> None:
    letters = dataclasses.replace(digits, label_names=tuple("abcdefghij"))
    with pytest.raises(DatasetProblem, match="“a”"):
        compare_models([candidate("a"), candidate("b")], letters)


def test_the_calibration_error_is_the_calibrated_ones(digits: DigitDataset) -> None:
    plain, hot = candidate("a"), candidate("b")
    hot = dataclasses.replace(hot, calibration=fake_calibration(temperature=1000.0))
    cards = [model.scorecard for model in compare_models([plain, hot], digits).models]
    assert cards[0].accuracy == cards[1].accuracy
    assert cards[1].uncalibrated_error == cards[0].expected_calibration_error
    assert cards[1].expected_calibration_error != cards[1].uncalibrated_error
