"""A model's held-out results: accuracy by evidence, −ELBO and its parts, calibration."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from desktop_cvae.core.ports import Engine
from desktop_cvae.core.results import FloatArray, IntArray, LabelScores, Scorecard
from desktop_cvae.inference.recognition import softmax
from desktop_cvae.inference.reliability import Reliability, reliability

CHUNK = 256
SMALLEST = float(np.finfo(np.float32).tiny)


@dataclass(frozen=True, eq=False)
class Readings:
    """What a model with labels read, picture by picture.

    Attributes:
        labels: int64, (N,), the true ones.
        read: int64, (N,), the labels with the largest evidence.
        confidence: float32, (N,), their probabilities.
    """

    labels: IntArray
    read: IntArray
    confidence: FloatArray

    @property
    def reliability(self) -> Reliability:
        """Confidence beside accuracy."""
        return reliability(self.confidence, self.read == self.labels)

    def confusion(self, count: int) -> IntArray:
        """Int64, (count, count), true label by row."""
        flat = np.bincount(self.labels * count + self.read, minlength=count * count)
        return flat.reshape(count, count).astype(np.int64)


def score_model(
    engine: Engine,
    images: FloatArray,
    labels: IntArray,
    seed: int = 0,
    on_progress: Callable[[int, int], None] | None = None,
) -> Scorecard:
    """Score every image once under every label; see :func:`score_pictures`."""
    return score_pictures(engine, images, labels, seed, on_progress)[0]


def score_pictures(
    engine: Engine,
    images: FloatArray,
    labels: IntArray,
    seed: int = 0,
    on_progress: Callable[[int, int], None] | None = None,
) -> tuple[Scorecard, Readings | None]:
    """Score every image once under every label.

    Args:
        engine: the loaded model.
        images: float32, (N, 28, 28), in [0, 1], N ≥ 1.
        labels: int64, (N,), true labels.
        seed: of the posterior samples in −ELBO.
        on_progress: told (images done, images in all) after every chunk.

    Returns:
        the whole, and what was read in each picture; None for a model without labels.
    """
    tally = _Tally(engine, np.random.default_rng(seed))
    for start in range(0, len(images), CHUNK):
        tally.add(images[start : start + CHUNK], labels[start : start + CHUNK])
        if on_progress is not None:
            on_progress(min(start + CHUNK, len(images)), len(images))
    readings = tally.readings(labels)
    return tally.scorecard(images, readings), readings


class _Tally:
    """Sums over the chunks of one evaluation."""

    def __init__(self, engine: Engine, rng: np.random.Generator) -> None:
        self._engine, self._rng = engine, rng
        self._evidence: list[FloatArray] = []
        self._terms: list[FloatArray] = []
        self._scoring_s = 0.0

    def add(self, images: FloatArray, labels: IntArray) -> None:
        started = time.perf_counter()
        scores = self._engine.score(images)
        self._scoring_s += time.perf_counter() - started
        self._evidence.append(scores.evidence_nats)
        self._terms.append(self._sampled_terms(scores, images, labels))

    def _sampled_terms(
        self, scores: LabelScores, images: FloatArray, labels: IntArray
    ) -> FloatArray:
        """(B, 3): reconstruction from one posterior sample, KL, −ELBO at the mean."""
        posterior = self._engine.encode(images, labels)
        noise = self._rng.standard_normal(posterior.mean.shape).astype(np.float32)
        latents = posterior.mean + np.exp(0.5 * posterior.log_var) * noise
        decoded = self._engine.decode(latents, labels)
        column = labels if self._engine.spec.conditional else np.zeros_like(labels)
        rows = np.arange(len(labels))
        kl, at_mean = scores.kl_nats[rows, column], -scores.evidence_nats[rows, column]
        return np.stack([bernoulli_nats(decoded, images), kl, at_mean], axis=1)

    def readings(self, labels: IntArray) -> Readings | None:
        if not self._engine.spec.conditional:
            return None
        evidence = np.concatenate(self._evidence)
        read = evidence.argmax(axis=1).astype(np.int64)
        return Readings(labels, read, softmax(evidence).max(axis=1))

    def scorecard(self, images: FloatArray, readings: Readings | None) -> Scorecard:
        reconstruction, kl, at_mean = (
            float(x) for x in np.concatenate(self._terms).mean(axis=0, dtype=np.float64)
        )
        count = self._engine.spec.score_count
        return Scorecard(
            n=len(images),
            accuracy=float((readings.read == readings.labels).mean()) if readings else None,
            neg_elbo_nats=reconstruction + kl,
            reconstruction_nats=reconstruction,
            kl_nats=kl,
            neg_elbo_at_mean_nats=at_mean,
            expected_calibration_error=readings.reliability.error if readings else None,
            refused_fraction=float((images.max(axis=(1, 2)) == 0).mean()),
            confusion=readings.confusion(count) if readings else None,
            images_per_second=len(images) / max(self._scoring_s, 1e-9),
        )


def bernoulli_nats(decoded: FloatArray, images: FloatArray) -> FloatArray:
    """−log p(x | z) of grey pixels read as Bernoulli means, (B,), from decoded pictures.

    Args:
        decoded: float32, (B, 28, 28), in [0, 1].
        images: float32, (B, 28, 28), in [0, 1].
    """
    ink = np.log(np.maximum(decoded, SMALLEST, dtype=np.float64))
    paper = np.log1p(-np.minimum(decoded, 1 - 2**-24, dtype=np.float64))
    nats = -(images * ink + (1 - images) * paper).sum(axis=(1, 2))
    return np.asarray(nats, np.float32)
