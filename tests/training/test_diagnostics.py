"""The diagnostics tell each finding once, with settings that are valid."""

import dataclasses

import numpy as np

from desktop_cvae.core.command_events import TrainingProgress
from desktop_cvae.core.results import EpochRecord, LossTerms
from desktop_cvae.core.specs import TrainingConfig
from desktop_cvae.training.diagnostics import Diagnostics, mean_picture_nats, nan_advice

CONFIG = TrainingConfig(learning_rate=0.01)


def findings(epochs, config=CONFIG, active=8):
    diagnostics, codes = Diagnostics(config, 16, 200.0), []
    for number, (train, validation) in enumerate(epochs, 1):
        terms = LossTerms(train, train, 0.0)
        record = EpochRecord(number, terms, LossTerms(validation, validation, 0.0), 1.0)
        progress = TrainingProgress(number, 9, 1, 1, terms, 1.0, record, (), active)
        for advice in diagnostics.examine(progress):
            dataclasses.replace(config, **advice.cure)
            codes.append((number, advice.code))
    return codes


def test_a_healthy_run_gets_no_advice():
    assert findings([(150, 140), (130, 125), (120, 121), (119, 120), (118, 120)]) == []


def test_each_finding_is_told_once():
    assert findings([(150 - n, 140 + n) for n in range(8)]) == [(4, "overfitting")]
    assert findings([(150 - n, 140 - n) for n in range(6)], active=1) == [(3, "collapse")]
    assert findings([(150, 140), (190, 180), (195, 180)]) == [(2, "learning_rate")]


def test_a_loss_that_stays_above_the_mean_pictures_is_a_finding():
    assert findings([(600, 550), (598, 540), (597, 540)]) == [(3, "learning_rate")]
    assert findings([(700, 650), (600, 540), (500, 450), (400, 350)]) == []
    assert findings([(199, 190), (198.9, 189.9), (198.8, 189.8)]) == []


def test_the_mean_pictures_loss_is_that_of_predicting_it():
    images = np.random.default_rng(0).integers(0, 256, (50, 28, 28), np.uint8)
    images[:, 0] = 0
    images[:, 1] = 255
    share = images / 255
    mean = np.clip(share.mean(axis=0), 1e-12, 1 - 1e-12)
    losses = -(share * np.log(mean) + (1 - share) * np.log(1 - mean)).sum(axis=(1, 2))
    np.testing.assert_allclose(mean_picture_nats(images), losses.mean(), rtol=1e-6)


def test_a_loss_that_is_no_number_wants_smaller_steps():
    assert nan_advice(CONFIG, 3).cure == {"learning_rate": 0.0025}
