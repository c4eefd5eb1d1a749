"""Reading by evidence: the label whose ELBO explains the image best."""

from __future__ import annotations

import numpy as np

from desktop_cvae.core.ports import Engine
from desktop_cvae.core.results import FloatArray, LabelScores, Recognition
from desktop_cvae.inference.noise_channel import through_noise


def recognize(engine: Engine, images: FloatArray) -> list[Recognition]:
    """Score every image under every label in one call and decide.

    Args:
        engine: the loaded model.
        images: float32, (B, 28, 28), in [0, 1], white ink on black.

    Returns:
        one reading an image; ``label`` is None for a model without labels.
    """
    scores = through_noise(engine.score(images), images)
    probabilities = softmax(scores.evidence_nats)
    return [
        _reading(scores, probabilities, index, engine.spec.conditional)
        for index in range(len(images))
    ]


def softmax(evidence_nats: FloatArray) -> FloatArray:
    """p(y | x) under equal priors, the ELBO standing for log p(x | y).

    Args:
        evidence_nats: float32, (B, K).

    Returns:
        float32, (B, K), rows sum to 1.
    """
    shifted = evidence_nats - evidence_nats.max(axis=-1, keepdims=True)
    weights = np.exp(shifted.astype(np.float64))
    shares: FloatArray = (weights / weights.sum(axis=-1, keepdims=True)).astype(np.float32)
    return shares


def _reading(
    scores: LabelScores, probabilities: FloatArray, index: int, has_labels: bool
) -> Recognition:
    evidence = scores.evidence_nats[index]
    return Recognition(
        label=int(evidence.argmax()) if has_labels else None,
        probabilities=probabilities[index],
        evidence_nats=evidence,
        reconstruction_nats=scores.reconstruction_nats[index],
        kl_nats=scores.kl_nats[index],
        reconstructions=scores.reconstructions[index],
        latent_means=scores.latent_means[index],
    )
