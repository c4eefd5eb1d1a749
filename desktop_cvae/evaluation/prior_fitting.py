"""Fitting of a prior to the latent codes of a trained network, label by label.

The network stays as it is. Each label's mixture maximises the evidence of its training digits:
their posteriors are Gaussians, so expectation and maximisation have closed forms without sampling
(as in the deconvolution of known errors: Bovy, Hogg and Roweis 2011, arXiv:0905.2979, but with the
errors kept in the covariances, because the decoder has to see them).
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from desktop_cvae.core.language import mark
from desktop_cvae.core.priors import Prior, log_sum_exp
from desktop_cvae.core.results import DoubleArray, FloatArray, IntArray, Posterior
from desktop_cvae.core.specs import MAX_PRIOR_NUMBERS, PRIOR_COMPONENTS
from desktop_cvae.core.tasks import Progress, Task, relayed
from desktop_cvae.datasets.dataset import DigitDataset, labels_of_model
from desktop_cvae.inference.engine import Engine

ROUNDS = 60
"""Rounds of expectation and maximisation; the evidence of unseen digits has converged by then."""
SHRINKAGE = 4.0
"""Weight, in digits, of the label's own covariance in every component."""
DIGITS_EACH = 50
"""Fewest digits of the rarest label per Gaussian."""
CHUNK = 500

_Mixture = tuple[FloatArray, FloatArray, FloatArray]


def encode_digits(engine: Engine, images: FloatArray, labels: IntArray) -> Task[Posterior]:
    """Return the posteriors of digits under their own labels.

    Args:
        engine: the network.
        images: float32, (N, 28, 28), in [0, 1], N ≥ 1.
        labels: int64, (N,).

    Yields:
        digits done.
    """
    parts = []
    for start in range(0, len(images), CHUNK):
        rows = slice(start, start + CHUNK)
        parts.append(engine.encode(images[rows], labels[rows]))
        yield Progress(min(start + CHUNK, len(images)), len(images))
    return Posterior(
        np.concatenate([part.mean for part in parts]),
        np.concatenate([part.log_var for part in parts]),
    )


def fit_models_prior(
    engine: Engine, digits: DigitDataset, components: int = PRIOR_COMPONENTS, seed: int = 0
) -> Task[Prior]:
    """Fit the prior of an opened network to digits that it has learned from.

    Args:
        engine: the network; its own prior is ignored.
        digits: with labels that the network knows.
        components: number of Gaussians per label.
        seed: seed of the components' start.

    Yields:
        digits encoded, then labels fitted.

    Raises:
        DatasetProblem: the network does not know one of the labels.
    """
    labels = labels_of_model(digits, engine.spec)
    encoding = encode_digits(engine, digits.floats(), labels)
    codes = yield from relayed(encoding, lambda step: replace(step, what=mark("encoding")))
    fitting = fit_prior(codes, labels, engine.spec.score_count, components, seed)
    return (yield from relayed(fitting, lambda step: replace(step, what=mark("fitting"))))


def fit_prior(
    codes: Posterior,
    labels: IntArray,
    label_count: int,
    components: int = PRIOR_COMPONENTS,
    seed: int = 0,
) -> Task[Prior]:
    """Fit a mixture for each label.

    Args:
        codes: of N digits.
        labels: int64, (N,), in [0, label_count); zeros for a model without labels.
        label_count: K, 1 for a model without labels.
        components: Gaussians per label; fewer are fitted if the rarest label has few digits, or
            if a model file could not hold as many of that dimension.
        seed: seed of the components' start.

    Yields:
        labels done.

    Returns:
        the prior; N(0, I) for a label without digits, and for all if a file could hold none.
    """
    counts = np.bincount(labels, minlength=label_count)
    components = max(1, min(components, int(counts[counts > 0].min()) // DIGITS_EACH))
    latent_dim = codes.mean.shape[1]
    most = MAX_PRIOR_NUMBERS // (label_count * (1 + latent_dim + latent_dim**2))
    if not most:
        return Prior.standard_normal(label_count, latent_dim)
    components = min(components, most)
    mixtures = []
    for label in range(label_count):
        yield Progress(label, label_count)
        own = labels == label
        means = codes.mean[own].astype(np.float64)
        variances = np.exp(codes.log_var[own].astype(np.float64))
        rng = np.random.default_rng([seed, label])
        mixtures.append(_fit_mixture(means, variances, components, rng))
    return Prior(*(np.concatenate(parts) for parts in zip(*mixtures, strict=True)))


def _fit_mixture(
    means: DoubleArray, variances: DoubleArray, components: int, rng: np.random.Generator
) -> _Mixture:
    """Return one label's weights (1, C), means (1, C, L) and factors (1, C, L, L)."""
    size = means.shape[1]
    if not len(means):
        return _mixture(np.ones(components), np.zeros((components, size)), np.eye(size)[np.newaxis])
    whole = np.cov(means, rowvar=False, bias=True).reshape(size, size) + np.diag(variances.mean(0))
    fitted = _mixture(np.ones(components), _spread_means(means, components, rng), whole[np.newaxis])
    for _ in range(ROUNDS):
        nats = Prior(*fitted).component_nats(0, means, variances)
        weights = np.exp(nats - log_sum_exp(nats)[:, np.newaxis])
        totals = weights.sum(axis=0)
        # A component may lose all its digits; its mean is then of no account.
        middles = (weights.T @ means) / np.maximum(totals, 1e-9)[:, np.newaxis]
        covariances = np.empty((components, size, size))
        for at in range(components):
            gaps = means - middles[at]
            scatter = (weights[:, at, np.newaxis] * gaps).T @ gaps
            scatter += np.diag(weights[:, at] @ variances) + SHRINKAGE * whole
            covariances[at] = scatter / (totals[at] + SHRINKAGE)
        # One digit more for each, so that no weight becomes 0, whose logarithm is needed.
        fitted = _mixture(totals + 1, middles, covariances)
    return fitted


def _mixture(weights: DoubleArray, means: DoubleArray, covariances: DoubleArray) -> _Mixture:
    factors = np.broadcast_to(np.linalg.cholesky(covariances), (*means.shape, means.shape[1]))
    parts = (weights / weights.sum(), means, factors)
    first, second, third = (part[np.newaxis].astype(np.float32) for part in parts)
    return first, second, third


def _spread_means(means: DoubleArray, count: int, rng: np.random.Generator) -> DoubleArray:
    """Return distant codes, (count, L), by k-means++ (Arthur and Vassilvitskii 2007)."""
    chosen = means[rng.integers(len(means))][np.newaxis]
    gaps = np.full(len(means), np.inf)
    for _ in range(count - 1):
        gaps = np.minimum(gaps, ((means - chosen[-1]) ** 2).sum(axis=1)) + 1e-12
        # Rounding may place the draw beyond the last sum.
        index = int(np.searchsorted(np.cumsum(gaps), rng.random() * gaps.sum()))
        chosen = np.vstack([chosen, means[min(index, len(means) - 1)]])
    return np.asarray(chosen, np.float64)
