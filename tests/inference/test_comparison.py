from __future__ import annotations

import dataclasses

import numpy as np
import pytest
from fakes import FakeEngine, draw_digit, fake_history

from desktop_cvae.core.errors import DatasetProblem
from desktop_cvae.core.presets import CONV_VAE, STUDIO
from desktop_cvae.core.results import NoiseSetting, PreparedDigit
from desktop_cvae.core.specs import TrainingConfig
from desktop_cvae.datasets.digit_dataset import DigitDataset
from desktop_cvae.inference.comparison import (
    Candidate,
    compare_drawing,
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


def prepared(image: np.ndarray) -> PreparedDigit:
    return PreparedDigit(image, bool(image.any()), (0, 0, 28, 28), 1.0, (0.0, 0.0), False)


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


def test_a_drawing_goes_through_all_models() -> None:
    engines = [FakeEngine(), FakeEngine(CONV_VAE)]
    result = compare_drawing(engines, prepared(draw_digit(4)), NoiseSetting())
    labelled, plain = result.readings
    assert (labelled.label, plain.label) == (4, None)
    np.testing.assert_allclose(labelled.reconstruction, draw_digit(4))
    assert plain.reconstruction.shape == (28, 28)


def test_a_chosen_label_conditions_the_models_that_know_it() -> None:
    other = dataclasses.replace(STUDIO, label_names=tuple("abcdefghij"))
    engines = [FakeEngine(), FakeEngine(other), FakeEngine(CONV_VAE)]
    result = compare_drawing(engines, prepared(draw_digit(4)), NoiseSetting(), "7")
    assert [reading.label for reading in result.readings] == [7, 4, None]
    np.testing.assert_allclose(result.readings[0].reconstruction, draw_digit(7))


def test_the_noise_is_the_same_for_all_and_an_empty_drawing_has_no_reading() -> None:
    engines = [FakeEngine(), FakeEngine()]
    noisy = compare_drawing(engines, prepared(draw_digit(1)), NoiseSetting(level=0.5, seed=3))
    assert not np.array_equal(noisy.noisy, draw_digit(1))
    np.testing.assert_array_equal(
        noisy.readings[0].recognition.evidence_nats, noisy.readings[1].recognition.evidence_nats
    )
    nothing = compare_drawing(engines, prepared(np.zeros((28, 28), np.float32)), NoiseSetting())
    assert nothing.readings == ()
