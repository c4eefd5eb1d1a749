"""What attacks see is what reads: one number in TensorFlow and in NumPy, with a gradient."""

from __future__ import annotations

import numpy as np
import pytest
import tensorflow as tf
from fakes import fake_model

from desktop_cvae.core.priors import Prior
from desktop_cvae.core.results import FloatArray
from desktop_cvae.core.specs import ModelSpec
from desktop_cvae.evaluation.adversarial_robustness import attacked_reader
from desktop_cvae.inference.evidence import average_over_views, score_evidence
from desktop_cvae.inference.onnx_engine import OnnxEngine
from desktop_cvae.model.cvae import CVAE
from desktop_cvae.model.differentiable_evidence import DifferentiableEvidence, ThinkingEvidence
from desktop_cvae.model.keras_engine import KerasEngine

IMAGES = np.random.default_rng(2).random((6, 28, 28), np.float32)
IMAGES[:3, :3] = IMAGES[:3, -3:] = IMAGES[:3, :, :3] = IMAGES[:3, :, -3:] = 0
"""Three clean ones, three that are read through the channel."""


def _mixture(spec: ModelSpec) -> Prior:
    random = np.random.default_rng(1)
    shape = (spec.score_count, 2, spec.latent_dim)
    factors = np.tile(np.eye(spec.latent_dim, dtype=np.float32), (*shape[:2], 1, 1))
    means = random.standard_normal(shape).astype(np.float32)
    weights = np.tile(np.float32([0.3, 0.7]), (spec.score_count, 1))
    return Prior(weights, means, (0.7 * factors).astype(np.float32))


def _engine(spec: ModelSpec, scale: float, *, has_mixture: bool, paler: float = 0.0) -> KerasEngine:
    weights = CVAE(spec, seed=5).named_weights()
    weights = {name: np.float32(scale) * values for name, values in weights.items()}
    (pixels,) = (name for name, values in weights.items() if values.shape == (784,))
    weights[pixels] = weights[pixels] - np.float32(paler)
    return KerasEngine(spec, weights, _mixture(spec) if has_mixture else None)


@pytest.mark.parametrize(("has_mixture", "has_views"), [(False, False), (True, True)])
def test_it_is_the_evidence_that_reads(
    tiny_spec: ModelSpec, has_mixture: bool, has_views: bool
) -> None:
    # Far enough apart that some calls are close, and some are not.
    engine = _engine(tiny_spec, 2.0, has_mixture=has_mixture)
    scores, views = score_evidence(engine, IMAGES), np.ones(6)
    if has_views:
        scores, views = average_over_views(engine, IMAGES, scores)
        assert set(views) == {1, 11}
    evidence = DifferentiableEvidence(engine, has_views=has_views)
    found = evidence(tf.constant(IMAGES[..., np.newaxis])).numpy()
    np.testing.assert_allclose(found, scores.evidence_nats, rtol=1e-5, atol=2e-3)


def test_foreign_ink_is_explained_away_as_in_a_reading(tiny_spec: ModelSpec) -> None:
    engine = _engine(tiny_spec, 1.0, has_mixture=False, paler=6.0)
    images = np.zeros((3, 28, 28), np.float32)
    images[1, 12, 12:15] = images[2, 12:15, 5:24] = 1  # a speck, and a bar that no label draws
    scores = score_evidence(engine, images)
    assert scores.foreign is not None
    assert scores.foreign.any(axis=(1, 2)).tolist() == [False, False, True]
    found = DifferentiableEvidence(engine)(tf.constant(images[..., np.newaxis])).numpy()
    np.testing.assert_allclose(found, scores.evidence_nats, rtol=1e-5, atol=2e-3)


def test_the_gradient_is_its_slope(tiny_spec: ModelSpec) -> None:
    evidence = DifferentiableEvidence(_engine(tiny_spec, 1.0, has_mixture=True), has_views=True)
    images = tf.constant(IMAGES[..., np.newaxis])
    with tf.GradientTape() as tape:
        tape.watch(images)
        found = evidence(images)
        nats = found[:, 1] - found[:, 0]
    slopes = tape.gradient(nats, images).numpy()[..., 0]
    assert np.isfinite(slopes).all()
    step = np.zeros_like(IMAGES)
    step[:, 4:24, 4:24] = 2e-3 * np.sign(slopes[:, 4:24, 4:24])
    ahead, behind = (_difference(evidence, IMAGES + side * step) for side in (1, -1))
    np.testing.assert_allclose((ahead - behind) / 2, (slopes * step).sum((1, 2)), rtol=0.05)


def test_thinking_is_what_reads_after_thinking_with_its_slope(tiny_spec: ModelSpec) -> None:
    keras_engine = _engine(tiny_spec, 0.5, has_mixture=True)
    engine = OnnxEngine(tiny_spec, keras_engine.model.named_weights(), keras_engine.prior)
    images = IMAGES[:2]
    evidence = ThinkingEvidence(keras_engine, engine, 5)
    pictures = tf.constant(images[..., np.newaxis])
    with tf.GradientTape() as tape:
        tape.watch(pictures)
        found = evidence(pictures)
        nats = found[:, 1] - found[:, 0]
    read = attacked_reader(fake_model(engine), 0.0, 5)(images)
    expected = np.stack([reading.evidence_nats for reading in read])
    np.testing.assert_allclose(found.numpy(), expected, rtol=1e-4, atol=2e-2)
    slopes = tape.gradient(nats, pictures).numpy()[..., 0]
    step = np.zeros_like(images)
    step[:, 6:22, 6:22] = 0.02 * np.sign(slopes[:, 6:22, 6:22])
    ahead, behind = (_difference(evidence, images + side * step) for side in (1, -1))
    # The search's own movement is left out of the slope.
    np.testing.assert_allclose((ahead - behind) / 2, (slopes * step).sum((1, 2)), rtol=0.25)


def _difference(
    evidence: DifferentiableEvidence | ThinkingEvidence, images: FloatArray
) -> FloatArray:
    nats = evidence(tf.constant(images[..., np.newaxis])).numpy()
    return np.asarray(nats[:, 1] - nats[:, 0])
