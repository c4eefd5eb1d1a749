"""Calibration is fitted: temperature, margin, and what is no digit.

What is asked in a calibration: of every kind as much as was said, the same each time.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from fakes import FakeEngine, draw_digit, fake_model

from desktop_cvae.core.calibration import SHAPE_NETWORK, Calibration
from desktop_cvae.core.errors import MissingLabels
from desktop_cvae.core.network_presets import CONV_VAE, STUDIO
from desktop_cvae.core.results import FloatArray, IntArray
from desktop_cvae.core.tasks import Progress, result_of
from desktop_cvae.evaluation import calibration_fitting
from desktop_cvae.evaluation.calibration_fitting import (
    NO_SOURCE,
    batch_sizes,
    batches,
    calibrate,
    fit_margin,
    fit_temperature,
)
from desktop_cvae.inference.evidence import score_evidence
from desktop_cvae.inference.verdicts import digit_log_odds
from desktop_cvae.synthesis.synthetic_outliers import make_synthetic_outliers


def hands(count: int, seed: int) -> tuple[FloatArray, IntArray]:
    """Digits of many hands."""
    rng = np.random.default_rng(seed)
    labels = rng.integers(10, size=count)
    drawn = [
        draw_digit(int(k), rng.normal(0, 0.1), rng.normal(0, 0.1), rng.uniform(1, 2))
        for k in labels
    ]
    return np.stack(drawn), labels


@pytest.fixture(scope="module")
def calibration() -> Calibration:
    return result_of(calibrate(fake_model(), *hands(500, 0), seed=1))


def test_the_temperature_is_found() -> None:
    rng = np.random.default_rng(0)
    logits = 3 * rng.standard_normal((20_000, 10))
    shares = np.exp(logits) / np.exp(logits).sum(axis=1, keepdims=True)
    labels = (shares.cumsum(axis=1) > rng.random((20_000, 1))).argmax(axis=1)
    assert fit_temperature((7.5 * logits).astype(np.float32), labels) == pytest.approx(
        7.5, rel=0.03
    )


def test_under_the_margin_one_in_four_is_wrong() -> None:
    evidence = np.zeros((100, 3), np.float32)
    evidence[:, 0] = np.arange(1, 101)
    labels = np.zeros(100, np.int64)
    labels[[0, 3, 7, 9, 11]] = 1
    # 5 of the first 20 are wrong, and never again so many.
    assert fit_margin(evidence, labels, 1.0) == 20.0


def test_without_errors_the_temperature_decides_the_margin() -> None:
    evidence = np.array([[0, -9], [-8, 0]], np.float32)
    assert fit_margin(evidence, np.array([0, 1]), 2.0) == pytest.approx(2 * np.log(3))


def test_digits_pass_and_outliers_do_not(calibration: Calibration) -> None:
    digits, labels = hands(200, 7)
    outliers = make_synthetic_outliers(digits, labels, 200, 8)
    engine = FakeEngine()

    def refused(images: FloatArray) -> float:
        scores = score_evidence(engine, images)
        odds = digit_log_odds(scores, images, calibration)
        return float((odds < calibration.rejection_threshold(0.01)).mean())

    assert calibration.can_reject
    assert calibration.digits == 500
    assert calibration.latents == FakeEngine().spec.latent_dim
    assert calibration.shapes == SHAPE_NETWORK
    assert refused(digits) < 0.06
    assert refused(outliers) > 0.8


def test_the_seed_decides(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calibration_fitting, "FEWEST_DIGITS", 60)
    once, again, other = (
        result_of(calibrate(fake_model(), *hands(60, 0), seed=s)) for s in (1, 1, 2)
    )
    assert once.can_reject
    assert once == again
    assert once != other


def test_progress_is_told_to_the_end() -> None:
    told = list(calibrate(fake_model(), *hands(250, 0)))
    assert told == [Progress(100, 250), Progress(200, 250), Progress(250, 250)]


def test_few_digits_or_other_labels_give_no_score() -> None:
    assert not result_of(calibrate(fake_model(), *hands(100, 0))).can_reject
    names = tuple("abcdefghij")
    letters = FakeEngine(replace(STUDIO, label_names=names))
    images, labels = hands(500, 0)
    found = result_of(calibrate(fake_model(letters), images, labels))
    assert not found.can_reject
    assert found.temperature > 0


def test_a_model_without_labels_has_nothing_to_calibrate() -> None:
    with pytest.raises(MissingLabels):
        result_of(calibrate(fake_model(FakeEngine(replace(CONV_VAE, latent_dim=2))), *hands(10, 0)))


LABELS = np.arange(30, dtype=np.int64) % 10


@pytest.fixture(scope="module")
def digits() -> tuple[FloatArray, IntArray]:
    return np.stack([draw_digit(int(label)) for label in LABELS]), LABELS


def test_all_kinds_come(digits: tuple[FloatArray, IntArray]) -> None:
    made = list(batches(*digits, seed=1, can_reject=True))
    assert sum(len(batch.images) for batch in made) == sum(batch_sizes(30, True).values())
    for batch in made:
        assert batch.images.shape == (len(batch.labels), 28, 28)
        assert batch.images.dtype == np.float32
        assert len(batch.sources) == len(batch.labels)
        known = batch.sources >= 0
        assert np.array_equal(batch.labels[known], LABELS[batch.sources[known]])
    assert np.array_equal(made[0].images, digits[0])
    assert [batch.is_plain for batch in made] == [True] + [False] * (len(made) - 1)
    outliers = [batch for batch in made if (batch.labels < 0).all()]
    assert sum(len(batch.labels) for batch in outliers) > 40
    assert all((batch.sources == NO_SOURCE).all() for batch in outliers)
    for batch in made:
        assert ((batch.kinds >= 0) == (batch.labels < 0)).all()


def test_the_seed_decides_the_pictures(digits: tuple[FloatArray, IntArray]) -> None:
    once, again, other = (list(batches(*digits, seed=s, can_reject=True)) for s in (1, 1, 2))
    assert all(np.array_equal(a.images, b.images) for a, b in zip(once, again, strict=True))
    differ = [not np.array_equal(a.images, b.images) for a, b in zip(once, other, strict=True)]
    assert differ == [False] + [True] * (len(once) - 1)


def test_without_a_refusal_only_the_digits_are_asked(
    digits: tuple[FloatArray, IntArray],
) -> None:
    made = list(batches(*digits, seed=1, can_reject=False))
    assert len(made) == 1
    assert batch_sizes(30, False) == {"plain": 30}
