"""The label contrast: what it measures, and that a training with it learns to tell labels apart."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
import tensorflow as tf

from desktop_cvae.core.network_presets import DENSE_CVAE
from desktop_cvae.core.specs import TrainingConfig
from desktop_cvae.datasets.dataset import DigitDataset
from desktop_cvae.model.cvae import CVAE
from desktop_cvae.training import steps
from desktop_cvae.training.loop import Training
from desktop_cvae.training.steps import Trainer, contrast_at, contrast_nats, through_channel

CONFIG = TrainingConfig(learning_rate=2e-3, contrast=1.0)


def bars(count: int) -> tuple[np.ndarray, np.ndarray]:
    """A bar whose place is its label, float32 (N, 28, 28, 1), and one-hot labels (N, 10)."""
    chosen = np.arange(count) % 10
    images = np.zeros((count, 28, 28, 1), np.float32)
    for image, label in zip(images, chosen, strict=True):
        image[4:24, 2 * label + 4 : 2 * label + 6] = 1.0
    return images, np.eye(10, dtype=np.float32)[chosen]


def test_it_is_the_cross_entropy_of_the_evidence(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in (("HARD_FRACTION", 1.0), ("RIVALS", 9)):
        monkeypatch.setattr(steps, name, value)
    model = CVAE(DENSE_CVAE, seed=2)
    images, labels = bars(6)
    _, nats, kl, *_ = model.score(images)
    expected = tf.nn.softmax_cross_entropy_with_logits(labels, -(nats + kl))
    found = contrast_nats(model, images, images, labels)
    assert float(found) == pytest.approx(float(tf.reduce_mean(expected)), rel=1e-4)


def test_a_temperature_divides_the_evidence(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in (("HARD_FRACTION", 1.0), ("RIVALS", 9)):
        monkeypatch.setattr(steps, name, value)
    model = CVAE(DENSE_CVAE, seed=2)
    images, labels = bars(6)
    _, nats, kl, *_ = model.score(images)
    expected = tf.nn.softmax_cross_entropy_with_logits(labels, -(nats + kl) / 10.0)
    found = contrast_nats(model, images, images, labels, 10.0)
    assert float(found) == pytest.approx(float(tf.reduce_mean(expected)), rel=1e-4)


def test_a_channel_flips_a_share_of_the_pixels() -> None:
    logits = np.linspace(-60, 60, 9, dtype=np.float32)
    flips = np.array([0.0, 0.05, 0.25], np.float32)
    shown = tf.sigmoid(through_channel(np.tile(logits, (3, 1)), flips))
    meant = 1 / (1 + np.exp(-logits.astype(np.float64)))
    expected = flips[:, np.newaxis] + (1 - 2 * flips[:, np.newaxis]) * meant
    np.testing.assert_allclose(shown, expected, atol=1e-6)


def test_a_channel_bounds_what_one_strange_pixel_costs() -> None:
    model = CVAE(DENSE_CVAE, seed=2)
    images, _labels = bars(4)
    struck = images.copy()
    struck[:, 0, 0] = 1.0
    ones = np.arange(10, dtype=np.int32)[np.newaxis].repeat(4, 0)
    flips = np.full(4, 0.05, np.float32)
    clean, dirty = (steps._evidence(model, images, x, ones, flips) for x in (images, struck))
    assert float(tf.reduce_max(clean - dirty)) <= np.log(0.95 / 0.05) + 1e-3


def test_damage_reaches_the_share_that_is_asked_for() -> None:
    images, _ = bars(200)
    changed, chosen = steps.randomly_damaged(tf.constant(images), 0.3, tf.constant([0, 5]))
    differs = np.abs(np.asarray(changed) - images).max(axis=(1, 2, 3)) > 0
    assert not differs[~np.asarray(chosen)].any()
    assert 0.2 < np.asarray(chosen).mean() < 0.4
    assert differs.sum() > 0.8 * np.asarray(chosen).sum()


def test_hard_negatives_leave_a_lower_bound_of_it() -> None:
    model = CVAE(DENSE_CVAE, seed=2)
    images, labels = bars(8)
    _, nats, kl, *_ = model.score(images[:4])
    whole = tf.nn.softmax_cross_entropy_with_logits(labels[:4], -(nats + kl))
    found = float(contrast_nats(model, images, images, labels))
    assert 0.0 <= found <= float(tf.reduce_mean(whole)) + 1e-5


def test_a_training_with_it_lowers_it() -> None:
    images, labels = bars(40)
    trainer = Trainer(CVAE(DENSE_CVAE, seed=2), CONFIG)
    before = float(contrast_nats(trainer.model, images, images, labels))
    for step in range(40):
        trainer.step(images, labels, step, 1.0, 2e-3, 1.0)
    assert float(contrast_nats(trainer.model, images, images, labels)) < 0.8 * before


def test_before_its_time_it_changes_nothing() -> None:
    images, labels = bars(20)
    with_it, without = (
        Trainer(CVAE(DENSE_CVAE, seed=2), dataclasses.replace(CONFIG, contrast=weight))
        for weight in (1.0, 0.0)
    )
    for trainer in (with_it, without):
        trainer.step(images, labels, 0, 1.0, 2e-3, 0.0)
    for one, other in zip(
        with_it.model.trainable_variables, without.model.trainable_variables, strict=True
    ):
        np.testing.assert_allclose(one.numpy(), other.numpy(), atol=1e-6)


def test_it_begins_after_so_many_epochs() -> None:
    config = dataclasses.replace(CONFIG, contrast_after_epochs=3.0)
    assert [contrast_at(config, done) for done in (0.0, 2.99, 3.0, 9.0)] == [0.0, 0.0, 1.0, 1.0]


def test_the_kept_epoch_is_one_that_was_trained_with_it() -> None:
    images, labels = bars(60)
    data = DigitDataset(
        images=(255 * images[..., 0]).astype(np.uint8), labels=labels.argmax(axis=1)
    )
    config = dataclasses.replace(
        CONFIG, epochs=3, contrast=1000.0, contrast_after_epochs=2.0, validation_share=0.2
    )
    best = [
        progress.record.epoch
        for progress in Training(DENSE_CVAE, config, data).run()
        if progress.record and progress.is_best
    ]
    assert best[-1] == 3
