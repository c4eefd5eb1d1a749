"""Sample quality, as a classifier measures it, beside real digits.

The classifier is independent of the model. Sample quality is measured in the features of its last
hidden layer, so every figure depends on it: compare only figures of one classifier.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Protocol

import numpy as np
import numpy.typing as npt

from desktop_cvae.core.errors import DatasetProblem
from desktop_cvae.core.language import mark, tr
from desktop_cvae.core.priors import LOG_TWO_PI, log_sum_exp
from desktop_cvae.core.results import FloatArray, IntArray
from desktop_cvae.core.specs import ModelSpec
from desktop_cvae.core.tasks import Progress, T, Task, relayed
from desktop_cvae.datasets.dataset import DigitDataset, labels_of_model
from desktop_cvae.inference.engine import Engine
from desktop_cvae.inference.opened_model import OpenedModel

NEIGHBOURS = 3
LEARNED = 1000
"""Largest number of pictures per label that train a classifier for the accuracy score."""
COMPARED = 2000
"""Largest number of pictures whose nearest training digit is searched."""
NEAREST_FRACTION = 0.01
NLL_DIGITS, NLL_SAMPLES = 1000, (50, 500)
FAINTEST = 1e-7
"""Smallest probability of a pixel being on or off that float32 tells from 0 and 1."""
CHUNK = 500
"""Rows of distances computed at a time."""
Distances = npt.NDArray[np.float32]


class FeatureClassifier(Protocol):
    """A classifier that is independent of the models."""

    def look(self, images: FloatArray) -> tuple[FloatArray, IntArray]:
        """Return features of the last hidden layer, (N, F), and labels, (N,), of images."""
        ...

    def learned_from(self, images: FloatArray, labels: IntArray) -> Task[FeatureClassifier]:
        """Train a classifier of the same kind on these images, (N, 28, 28), alone."""
        ...


@dataclass(frozen=True)
class SampleQuality:
    """Quality of samples, or of as many real digits.

    Attributes:
        n: number of samples.
        label_fidelity: fraction read as the requested label; None without labels.
        frechet_distance: of the judge's features to those of the test digits.
        precision: fraction of the samples among the test digits.
        recall: fraction of the test digits among the samples.
        classifier_accuracy: on the test digits, of a classifier that learned from at most 1,000
            samples a label (the classification accuracy score: Ravuri and Vinyals 2019,
            arXiv:1905.10887); None without labels.
        nearest_training: median distance of a sample to the nearest training digit, in the
            units of the pixels' Euclidean distance.
        nearest_training_of_test: the same of test digits; samples much nearer would be copies.
        nearer_than_test: fraction of the samples that lie nearer to a training digit than 99 % of
            the test digits do; 0.01 is chance.
        nll_nats: −log p(x | y) of binarised test digits by the number of importance samples;
            empty for real digits.
    """

    n: int
    label_fidelity: float | None
    frechet_distance: float
    precision: float
    recall: float
    classifier_accuracy: float | None
    nearest_training: float
    nearest_training_of_test: float
    nearer_than_test: float
    nll_nats: Mapping[int, float]


def judge_samples(
    model: OpenedModel,
    judge: FeatureClassifier,
    test: DigitDataset,
    training: DigitDataset,
    count: int,
    seed: int,
) -> Task[SampleQuality]:
    """Generate samples of all labels in turn, and judge them.

    Args:
        model: writes, with its writer's prior.
        judge: classifier that was not trained on the test digits.
        test: digits that neither model nor classifier has seen.
        training: digits that the model may have copied.
        count: samples.
        seed: of samples, binarisation and importance samples.

    Yields:
        progress of each part.

    Raises:
        DatasetProblem: model and data set do not have the same labels.
    """
    engine, spec = model.generator, model.generator.spec
    true_labels = labels_of_model(test, spec)
    labels_in(test, spec, None)
    samples = yield from _named(model.generate(None, count, 1.0, seed), "samples")
    labels = labels_in(test, spec, samples.labels)
    quality = yield from judge_images(judge, samples.images, labels, test, training)
    first = slice(NLL_DIGITS)
    task = importance_nll(engine, test.floats()[first], true_labels[first], seed)
    return replace(quality, nll_nats=(yield from _named(task, "likelihood")))


def labels_in(digits: DigitDataset, spec: ModelSpec, labels: IntArray | None) -> IntArray | None:
    """Convert a model's label indices, (N,), to those of a data set; None stays None.

    Raises:
        DatasetProblem: the data set lacks one that the model writes.
    """
    unknown = set(spec.label_names) - set(digits.label_names)
    if spec.conditional and unknown:
        raise DatasetProblem(
            tr(
                "The data set “{name}” lacks the label “{label}”, which the model generates.",
                name=digits.name,
                label=min(unknown),
            )
        )
    if labels is None:
        return None
    indices = [digits.label_names.index(name) for name in spec.label_names]
    return np.array(indices, np.int64)[labels]


def judge_images(
    judge: FeatureClassifier,
    images: FloatArray,
    labels: IntArray | None,
    test: DigitDataset,
    training: DigitDataset,
) -> Task[SampleQuality]:
    """Judge existing pictures; the figures of real digits are the best possible.

    Args:
        judge: has learned from other pictures than these and the test digits.
        images: float32, (N, 28, 28), in [0, 1], N > 3.
        labels: int64, (N,), as the data set counts them; None if they have none.
        test: digits of the same kind, more than 3.
        training: without those of ``images``.

    Yields:
        progress of each part.
    """
    features, read = judge.look(images)
    real = test.floats()
    real_features, _ = judge.look(real)
    task = precision_and_recall(real_features, features)
    precision, recall = yield from _named(task, mark("precision and recall"))
    accuracy = None
    if labels is not None:
        chosen = _first_of_each(labels, LEARNED)
        learning = judge.learned_from(images[chosen], labels[chosen])
        learner = yield from _named(learning, mark("a classifier learns from the samples"))
        accuracy = float((learner.look(real)[1] == test.labels).mean())
    others = training.floats()
    _, gaps = yield from _named(nearest(images[:COMPARED], others), mark("nearest training digits"))
    _, real_gaps = yield from _named(
        nearest(real[:COMPARED], others), mark("nearest training digits")
    )
    return SampleQuality(
        n=len(images),
        label_fidelity=None if labels is None else float((read == labels).mean()),
        frechet_distance=frechet_distance(features, real_features),
        precision=precision,
        recall=recall,
        classifier_accuracy=accuracy,
        nearest_training=float(np.median(gaps)),
        nearest_training_of_test=float(np.median(real_gaps)),
        nearer_than_test=float((gaps < np.quantile(real_gaps, NEAREST_FRACTION)).mean()),
        nll_nats={},
    )


def _named(task: Task[T], what: str) -> Task[T]:
    return relayed(task, lambda step: replace(step, what=what))


def _first_of_each(labels: IntArray, count: int) -> IntArray:
    """Return the indices of the first ``count`` of each label."""
    return np.concatenate([np.flatnonzero(labels == label)[:count] for label in np.unique(labels)])


def frechet_distance(a: FloatArray, b: FloatArray) -> float:
    """Return the Fréchet distance between Gaussians fitted to two sets of features.

    |μ₁ − μ₂|² + tr(Σ₁ + Σ₂ − 2 (Σ₁Σ₂)^½) (Heusel et al. 2017, arXiv:1706.08500, eq. 6). The trace
    of the root is the sum of the roots of the eigenvalues of Σ₁Σ₂, which are real and ≥ 0.

    Args:
        a: float32, (N, F), N ≥ 2.
        b: float32, (M, F), M ≥ 2.
    """
    first, second = a.astype(np.float64), b.astype(np.float64)
    gap = first.mean(axis=0) - second.mean(axis=0)
    covariances = np.cov(first, rowvar=False), np.cov(second, rowvar=False)
    values = np.linalg.eigvals(covariances[0] @ covariances[1]).real
    root = np.sqrt(np.maximum(values, 0)).sum()
    return float(gap @ gap + np.trace(covariances[0]) + np.trace(covariances[1]) - 2 * root)


def distances(a: FloatArray, b: FloatArray) -> Distances:
    """Return Euclidean distances between all rows of two tables, (N, F) and (M, F) → (N, M)."""
    squares = (-2 * a) @ b.T
    squares += np.einsum("nf,nf->n", a, a)[:, np.newaxis]
    squares += np.einsum("nf,nf->n", b, b)
    return np.asarray(np.sqrt(np.maximum(squares, 0, out=squares), out=squares), np.float32)


def precision_and_recall(real: FloatArray, generated: FloatArray) -> Task[tuple[float, float]]:
    """Return the fraction of samples among real digits, and of real digits among samples.

    A point lies among others if it is as near to one of them as that one's third neighbour
    (Kynkäänniemi et al. 2019, arXiv:1904.06991, eq. 1 and 2).

    Args:
        real: float32, (N, F), features of real digits, N > 3.
        generated: float32, (M, F), M > 3.

    Yields:
        rows done.
    """
    total = 2 * len(real) + len(generated)
    real_radii = yield from _radii(real, 0, total)
    radii = yield from _radii(generated, len(real), total)
    precise = np.zeros(len(generated), bool)
    recalled = np.zeros(len(real), bool)
    for start in range(0, len(real), CHUNK):
        rows = slice(start, start + CHUNK)
        table = distances(real[rows], generated)
        precise |= (table <= real_radii[rows, np.newaxis]).any(axis=0)
        recalled[rows] = (table <= radii).any(axis=1)
        yield Progress(len(real) + len(generated) + min(start + CHUNK, len(real)), total)
    return float(precise.mean()), float(recalled.mean())


def _radii(features: FloatArray, before: int, total: int) -> Task[Distances]:
    """Return each row's distance to its third neighbour, (N,)."""
    radii = np.zeros(len(features), np.float32)
    for start in range(0, len(features), CHUNK):
        table = distances(features[start : start + CHUNK], features)
        # The nearest row is the row itself, so the third neighbour is at index 3.
        radii[start : start + CHUNK] = np.partition(table, NEIGHBOURS, axis=1)[:, NEIGHBOURS]
        yield Progress(before + min(start + CHUNK, len(features)), total)
    return radii


def nearest(images: FloatArray, training: FloatArray) -> Task[tuple[IntArray, Distances]]:
    """Find the training digit nearest to each image.

    Args:
        images: float32, (N, 28, 28), in [0, 1].
        training: float32, (M, 28, 28), in [0, 1], M ≥ 1.

    Yields:
        images done.

    Returns:
        its index (N,) and its Euclidean distance in pixel values (N,).
    """
    flat, others = images.reshape(len(images), -1), training.reshape(len(training), -1)
    indices, gaps = [np.zeros(0, np.int64)], [np.zeros(0, np.float32)]
    for start in range(0, len(flat), CHUNK):
        rows = flat[start : start + CHUNK]
        indices.append(distances(rows, others).argmin(axis=1))
        # Computed again: |a|² − 2ab + |b|² loses the last decimals, and a copy's distance of 0.
        gaps.append(np.linalg.norm(rows - others[indices[-1]], axis=1))
        yield Progress(min(start + CHUNK, len(flat)), len(flat))
    return np.concatenate(indices), np.concatenate(gaps)


def importance_nll(
    engine: Engine, images: FloatArray, labels: IntArray, seed: int
) -> Task[dict[int, float]]:
    """Estimate −log p(x | y) of binarised digits by importance sampling.

    −log 1/k Σ p(x | z_i, y) p(z_i | y) / q(z_i | x, y), z_i ~ q (Burda et al. 2016,
    arXiv:1509.00519, eq. 8): never below the true value on average, and nearer to it with more
    samples. Each pixel is drawn once with its grey value as the probability of being on
    (Salakhutdinov and Murray 2008).

    Args:
        engine: the model, with its prior.
        images: float32, (N, 28, 28), in [0, 1], N ≥ 1.
        labels: int64, (N,); zeros for a model without labels.
        seed: of the binarisation and the samples.

    Yields:
        digits done.

    Returns:
        mean nats by the number of samples, 50 and 500; each uses all 500, in groups.
    """
    rng = np.random.default_rng(seed)
    most = max(NLL_SAMPLES)
    totals = dict.fromkeys(NLL_SAMPLES, 0.0)
    for at, image in enumerate(images):
        drawn = rng.random(image.shape) < image
        label = labels[at : at + 1]
        posterior = engine.encode(drawn[np.newaxis].astype(np.float32), label)
        noise = rng.standard_normal((most, posterior.mean.shape[1]))
        latents = (posterior.mean + np.exp(0.5 * posterior.log_var) * noise).astype(np.float32)
        repeated = np.repeat(label, most)
        weights = engine.prior.log_density(latents, repeated)
        weights += 0.5 * (posterior.log_var + noise**2 + LOG_TWO_PI).sum(axis=1)
        on = engine.decode(latents, repeated)
        likelihoods = np.log(np.maximum(np.where(drawn, on, 1 - on), FAINTEST))
        weights += likelihoods.sum(axis=(1, 2), dtype=np.float64)
        for count in NLL_SAMPLES:
            groups = log_sum_exp(weights.reshape(-1, count))
            totals[count] += float(np.log(count) - groups.mean())
        yield Progress(at + 1, len(images))
    return {count: total / len(images) for count, total in totals.items()}
