from __future__ import annotations

import contextlib
import copy
import pickle
from collections.abc import Callable
from typing import Any
from unittest import SkipTest

import numpy as np
import pytest
from sklearn.datasets import load_digits
from sklearn.linear_model import RidgeClassifier
from sklearn.pipeline import make_pipeline
from sklearn.utils.estimator_checks import parametrize_with_checks

from desktop_cvae.core.layers import Dense, Flatten
from desktop_cvae.core.network_presets import PRESETS, Preset
from desktop_cvae.core.specs import ModelSpec, TrainingConfig
from desktop_cvae.sklearn import CVAEClassifier, CVAETransformer, canvas_of, rows_of

# TensorFlow traces two layers sooner than the presets' networks, once for each of the checks.
TINY = Preset(
    ModelSpec(
        preset="tiny",
        latent_dim=2,
        conditional=True,
        encoder=(Flatten(), Dense(32, "relu", label=True)),
        decoder=(Dense(32, "relu", label=True), Dense(784, "linear")),
    ),
    TrainingConfig(),
    summary="",
    source="",
)
SMALL = {"preset": "tiny", "latent_dim": 2, "batch_size": 16, "random_state": 0}
ESTIMATORS = [CVAEClassifier(**SMALL, epochs=8), CVAETransformer(**SMALL, epochs=1)]


@parametrize_with_checks(ESTIMATORS)
def test_scikit_learns_checks(
    estimator: Any, check: Callable[[Any], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(PRESETS, "tiny", TINY)
    # A few checks need pandas, or a variable that SciPy reads when it is imported: they skip
    # themselves.
    with contextlib.suppress(SkipTest):
        check(estimator)


@pytest.fixture(scope="module")
def digits() -> tuple[np.ndarray, np.ndarray]:
    """scikit-learn's 8×8 digits, of 64 values from 0 to 16."""
    return load_digits(return_X_y=True)


@pytest.fixture(scope="module")
def classifier(digits: tuple[np.ndarray, np.ndarray]) -> CVAEClassifier:
    """Trained on the first thousand digits."""
    images, labels = digits
    names = np.array([f"digit {label}" for label in labels])
    return CVAEClassifier(epochs=10, batch_size=32, random_state=0).fit(images[:1000], names[:1000])


def test_digits_are_read_and_the_scores_agree(
    digits: tuple[np.ndarray, np.ndarray], classifier: CVAEClassifier
) -> None:
    images, labels = digits[0][1000:], digits[1][1000:]
    names = classifier.predict(images)
    assert np.mean(names == [f"digit {label}" for label in labels]) > 0.85
    joint = classifier.predict_joint_log_proba(images)
    assert joint.shape == (len(images), 10)
    assert (joint < 0).all()
    np.testing.assert_array_equal(classifier.classes_[joint.argmax(axis=1)], names)
    # log p(x) lies between the best and the mean of the ELBOs.
    log_likelihood = classifier.score_samples(images)
    assert (log_likelihood <= joint.max(axis=1)).all()
    assert (log_likelihood >= joint.max(axis=1) - np.log(10)).all()
    ratio = classifier.predict_log_proba(images)[:, 0] - classifier.predict_log_proba(images)[:, 1]
    expected = (joint[:, 0] - joint[:, 1]) / classifier.temperature_
    np.testing.assert_allclose(ratio, expected, rtol=1e-5, atol=1e-5)


def test_noise_is_less_likely_than_a_digit(
    digits: tuple[np.ndarray, np.ndarray], classifier: CVAEClassifier
) -> None:
    images = digits[0][1000:1100]
    noise = np.random.default_rng(0).permuted(images, axis=1)
    assert classifier.score_samples(noise).mean() < classifier.score_samples(images).mean() - 50


def test_samples_are_read_as_their_labels(classifier: CVAEClassifier) -> None:
    rows, names = classifier.sample(40, random_state=1)
    assert rows.shape == (40, 64)
    assert 0 <= rows.min() < rows.max() <= 16
    assert np.mean(classifier.predict(rows) == names) > 0.8
    again, _ = classifier.sample(40, random_state=1)
    np.testing.assert_array_equal(again, rows)
    assert (classifier.sample(40, random_state=2)[0] != rows).any()


def test_a_copy_in_another_process_answers_alike(
    digits: tuple[np.ndarray, np.ndarray], classifier: CVAEClassifier
) -> None:
    images = digits[0][:5]
    for other in (copy.deepcopy(classifier), pickle.loads(pickle.dumps(classifier))):
        expected = classifier.predict_proba(images)
        np.testing.assert_allclose(other.predict_proba(images), expected, rtol=1e-6)


def test_latents_serve_a_pipeline_and_decode_to_rows(
    digits: tuple[np.ndarray, np.ndarray],
) -> None:
    images, labels = digits[0][:1000], digits[1][:1000]
    transformer = CVAETransformer(latent_dim=8, epochs=10, batch_size=32, random_state=0)
    pipeline = make_pipeline(transformer, RidgeClassifier()).fit(images, labels)
    assert pipeline.score(digits[0][1000:], digits[1][1000:]) > 0.5
    latents = transformer.transform(images)
    assert latents.shape == (1000, 8)
    assert list(transformer.get_feature_names_out())[-1] == "cvaetransformer7"
    error = np.abs(transformer.inverse_transform(latents) - images).mean()
    with pytest.raises(ValueError, match="Z has 3 features"):
        transformer.inverse_transform(latents[:, :3])
    assert error < 0.8 * np.abs(images - images.mean(axis=0)).mean()
    assert transformer.sample(3, random_state=0).shape == (3, 64)
    assert transformer.score(images) == pytest.approx(transformer.score_samples(images).mean())


@pytest.mark.parametrize("features", [1, 2, 5, 64, 196, 200, 783, 784])
def test_rows_lie_on_the_canvas_and_come_back(features: int) -> None:
    rows = np.random.default_rng(features).random((3, features), np.float32)
    canvas = canvas_of(rows)
    assert canvas.shape == (3, 28, 28)
    np.testing.assert_allclose(rows_of(canvas, features), rows, rtol=1e-6)


def test_the_pictures_of_mnist_stay_as_they_are() -> None:
    images = np.random.default_rng(0).random((2, 28, 28), np.float32)
    np.testing.assert_array_equal(canvas_of(images.reshape(2, 784)), images)


@pytest.mark.parametrize(
    ("settings", "features", "sentence"),
    [
        ({}, 785, "785 features"),
        ({"epochs": 0}, 4, "Epochs|epochs"),
        ({"preset": "dense_vae"}, 4, "label"),
    ],
)
def test_what_cannot_be_fitted_is_refused(
    settings: dict[str, Any], features: int, sentence: str
) -> None:
    rows = np.random.default_rng(0).random((20, features))
    with pytest.raises(ValueError, match=sentence):
        CVAEClassifier(**settings).fit(rows, np.arange(20) % 2)
