"""A model's scorecard: accuracy by evidence, −ELBO and its parts, calibration.

Calibration is measured as accuracy against confidence, in bins.
"""

from __future__ import annotations

import time
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from desktop_cvae.core.calibration import DEFAULT_FALSE_REJECTION_RATE, Calibration
from desktop_cvae.core.results import DoubleArray, FloatArray, IntArray, LabelScores, Scorecard
from desktop_cvae.core.tasks import Progress, Task
from desktop_cvae.evaluation.rejection import fraction_below, rejection_scores
from desktop_cvae.inference.evidence import softmax
from desktop_cvae.inference.noisy_channel import apply_noisy_channel
from desktop_cvae.inference.opened_model import OpenedModel
from desktop_cvae.inference.verdicts import are_blank, calibrated

CALIBRATION_BINS = 15
CHUNK = 256
SMALLEST = float(np.finfo(np.float32).tiny)


@dataclass(frozen=True, eq=False)
class Reliability:
    """A reliability diagram (Guo et al. 2017, arXiv:1706.04599): sums over equal bins.

    Attributes:
        counts: float64, (bins,), number of answers in the bin.
        confidence: float64, (bins,), the sum of their probabilities.
        right: float64, (bins,), number of correct answers.
    """

    counts: DoubleArray
    confidence: DoubleArray
    right: DoubleArray

    @property
    def error(self) -> float:
        """Expected calibration error, eq. 3: mean gap between confidence and accuracy."""
        return float(np.abs(self.confidence - self.right).sum() / max(self.counts.sum(), 1))

    def points(self) -> tuple[DoubleArray, DoubleArray, DoubleArray]:
        """Return mean confidence, accuracy and count of the non-empty bins."""
        held = self.counts > 0
        counts = self.counts[held]
        return self.confidence[held] / counts, self.right[held] / counts, counts


def reliability(confidence: FloatArray, right: npt.NDArray[np.bool_]) -> Reliability:
    """Sort answers into bins.

    Args:
        confidence: float32, (N,), probability of each answer, in [0, 1].
        right: bool, (N,), whether it is the true one.
    """
    last = CALIBRATION_BINS - 1
    bins = np.minimum((confidence * CALIBRATION_BINS).astype(int), last)

    def sums(weights: npt.NDArray[np.generic] | None) -> DoubleArray:
        return np.bincount(bins, weights, CALIBRATION_BINS).astype(np.float64)

    return Reliability(sums(None), sums(confidence), sums(right))


@dataclass(frozen=True, eq=False)
class Readings:
    """Readings of a model with labels, picture by picture.

    Attributes:
        labels: int64, (N,), the true ones.
        read: int64, (N,), the labels with the largest evidence.
        confidence: float32, (N,), their probabilities, calibrated if the model is.
        digit_scores: float64, (N,), log odds that it is a digit, −∞ for a blank; None for a
            model that rejects nothing else.
    """

    labels: IntArray
    read: IntArray
    confidence: FloatArray
    digit_scores: DoubleArray | None = None

    @property
    def reliability(self) -> Reliability:
        """Confidence beside accuracy."""
        return reliability(self.confidence, self.read == self.labels)

    def rejected_fraction(
        self, calibration: Calibration, false_rejection_rate: float
    ) -> float | None:
        """Return the fraction answered with “not a digit” at that rate."""
        if self.digit_scores is None:
            return None
        return fraction_below(
            self.digit_scores, calibration.rejection_threshold(false_rejection_rate)
        )

    def confusion(self, count: int) -> IntArray:
        """Return the confusion matrix, int64, (count, count), true label by row."""
        flat = np.bincount(self.labels * count + self.read, minlength=count * count)
        return flat.reshape(count, count).astype(np.int64)


def score_pictures(
    model: OpenedModel,
    images: FloatArray,
    labels: IntArray,
    seed: int = 0,
    false_rejection_rate: float = DEFAULT_FALSE_REJECTION_RATE,
) -> Task[tuple[Scorecard, Readings | None]]:
    """Score every image once under every label, without test-time augmentation.

    Args:
        model: its calibration decides probabilities and rejections; without one the evidence is
            taken as it is, and only blanks are rejected.
        images: float32, (N, 28, 28), in [0, 1], N ≥ 1.
        labels: int64, (N,), true labels.
        seed: of the posterior samples in −ELBO.
        false_rejection_rate: fraction of real digits rejected, in [0, 0.05].

    Yields:
        images done, after every step.

    Returns:
        the scorecard, and the reading of each picture; None for a model without labels.
    """
    tally = _Tally(model, np.random.default_rng(seed))
    for start in range(0, len(images), CHUNK):
        tally.add(images[start : start + CHUNK], labels[start : start + CHUNK])
        yield Progress(min(start + CHUNK, len(images)), len(images))
    readings = tally.readings(labels)
    return tally.scorecard(images, readings, false_rejection_rate), readings


class _Tally:
    """Running sums over the chunks of an evaluation."""

    def __init__(self, model: OpenedModel, rng: np.random.Generator) -> None:
        self._model, self._engine, self._rng = model, model.engine, rng
        self._calibration = model.calibration
        self._digit_scores: list[DoubleArray] = []
        self._evidence: list[FloatArray] = []
        self._terms: list[FloatArray] = []
        self._scoring_s = 0.0

    def add(self, images: FloatArray, labels: IntArray) -> None:
        started = time.perf_counter()
        scores = self._engine.score(images)
        self._scoring_s += time.perf_counter() - started
        # Noise changes what is read; the −ELBO stays that of the plain likelihood.
        seen = apply_noisy_channel(scores, images)
        self._evidence.append(seen.evidence_nats)
        self._terms.append(self._sampled_terms(scores, images, labels))
        calibration = self._calibration
        if calibration is not None and calibration.can_reject and self._model.has_labels:
            self._digit_scores.append(rejection_scores(seen, images, calibration))

    def _sampled_terms(
        self, scores: LabelScores, images: FloatArray, labels: IntArray
    ) -> FloatArray:
        """Return (B, 3): reconstruction from one posterior sample, KL, −ELBO at the mean."""
        posterior = self._engine.encode(images, labels)
        noise = self._rng.standard_normal(posterior.mean.shape).astype(np.float32)
        latents = posterior.mean + np.exp(0.5 * posterior.log_var) * noise
        decoded = self._engine.decode(latents, labels)
        column = labels if self._model.has_labels else np.zeros_like(labels)
        rows = np.arange(len(labels))
        kl, at_mean = scores.kl_nats[rows, column], -scores.evidence_nats[rows, column]
        return np.stack([bernoulli_nats(decoded, images), kl, at_mean], axis=1)

    def readings(self, labels: IntArray) -> Readings | None:
        if not self._model.has_labels:
            return None
        evidence = np.concatenate(self._evidence)
        read = evidence.argmax(axis=1).astype(np.int64)
        confidence = calibrated(evidence, self._calibration).max(axis=1)
        odds = np.concatenate(self._digit_scores) if self._digit_scores else None
        return Readings(labels, read, confidence, odds)

    def _uncalibrated_error(self, readings: Readings | None) -> float | None:
        if readings is None or self._calibration is None:
            return None
        confidence = softmax(np.concatenate(self._evidence)).max(axis=1)
        return reliability(confidence, readings.read == readings.labels).error

    def scorecard(
        self, images: FloatArray, readings: Readings | None, false_rejection_rate: float
    ) -> Scorecard:
        reconstruction, kl, at_mean = (
            float(x) for x in np.concatenate(self._terms).mean(axis=0, dtype=np.float64)
        )
        count, rejected = self._model.spec.score_count, None
        if readings is not None and self._calibration is not None:
            rejected = readings.rejected_fraction(self._calibration, false_rejection_rate)
        if rejected is None:
            rejected = float(are_blank(images).mean())
        return Scorecard(
            n=len(images),
            accuracy=float((readings.read == readings.labels).mean()) if readings else None,
            neg_elbo_nats=reconstruction + kl,
            reconstruction_nats=reconstruction,
            kl_nats=kl,
            neg_elbo_at_mean_nats=at_mean,
            expected_calibration_error=readings.reliability.error if readings else None,
            rejected_fraction=rejected,
            confusion=readings.confusion(count) if readings else None,
            images_per_second=len(images) / max(self._scoring_s, 1e-9),
            uncalibrated_error=self._uncalibrated_error(readings),
        )


def bernoulli_nats(decoded: FloatArray, images: FloatArray) -> FloatArray:
    """Return −log p(x | z) of grey pixels as Bernoulli means, (B,), from decoded pictures.

    Args:
        decoded: float32, (B, 28, 28), in [0, 1].
        images: float32, (B, 28, 28), in [0, 1].
    """
    ink = np.log(np.maximum(decoded, SMALLEST, dtype=np.float64))
    paper = np.log1p(-np.minimum(decoded, 1 - 2**-24, dtype=np.float64))
    nats = -(images * ink + (1 - images) * paper).sum(axis=(1, 2))
    return np.asarray(nats, np.float32)
