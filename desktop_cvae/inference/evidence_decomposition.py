"""Parts of a reading's numbers: nats pixel by pixel, KL dimension by dimension.

The evidence of a picture under a label is −(reconstruction + KL). The reconstruction's nats are a
sum over pixels, the KL one over latent dimensions, so both can be shown part by part:

* A pixel of grey x that the decoder means to be p costs −x log p − (1 − x) log(1 − p); a noisy
  picture's p is first taken through the noise channel (``inference.evidence``).
* A posterior N(m, diag(v)) lies from a Gaussian N(μ, F Fᵀ) by Σᵢ E[KL(qᵢ ‖ p(zᵢ | z₁ … zᵢ₋₁))], the
  chain rule, in which no term is negative. The bound under a mixture is tight at the components'
  responsibilities r: KL = Σ_c r_c KL(q ‖ N_c) + KL(r ‖ w) (Hershey and Olsen 2007), where the
  second term pays for the choice of the component.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from desktop_cvae.core.priors import LOG_TWO_PI, Prior, log_sum_exp
from desktop_cvae.core.results import DoubleArray, FloatArray, Posterior, Recognition
from desktop_cvae.inference.engine import Engine
from desktop_cvae.inference.noisy_channel import crossover_probabilities

_SURE = 1e-12
"""Smallest probability; a float32 sigmoid is 0 beyond it, and shown labels stay above it."""
SAMPLES = 16
"""Samples of a posterior's spread: a calm picture in the time of about one and a half answers."""


@dataclass(frozen=True, eq=False)
class KlParts:
    """A KL divergence as a sum of terms, none of them negative.

    Attributes:
        dimensions: float64, (L,), nats of each latent dimension.
        component: nats for the choice among the prior's components; 0 if there is one.
    """

    dimensions: DoubleArray
    component: float

    @property
    def total(self) -> float:
        """The KL divergence, or its upper bound under a mixture."""
        return float(self.dimensions.sum()) + self.component


@dataclass(frozen=True, eq=False)
class Explanation:
    """The parts of one label's evidence.

    The nats of a close call's reading are means over augmented views, but these parts are those of
    the picture as it is: ``pixel_nats`` and ``kl`` then add up to another number.

    Attributes:
        label: index of the label; 0 for a model without labels.
        pixel_nats: float64, (28, 28), −log p of each pixel under the label's reconstruction.
        least_nats: float64, (28, 28), what the pixel costs under a perfect copy: its entropy, 0
            where it is black or white.
        meant: float64, (28, 28), in (0, 1), how much ink the label means, noise channel included.
        flip: ε of the noise channel; 0 for a clean picture.
        kl: the KL, dimension by dimension.
        posterior: of the one image under the label.
    """

    label: int
    pixel_nats: DoubleArray
    least_nats: DoubleArray
    meant: DoubleArray
    flip: float
    kl: KlParts
    posterior: Posterior


@dataclass(frozen=True, eq=False)
class ForwardPass:
    """A picture on its way through a network: encoded under a label, and decoded again.

    Attributes:
        label: index of the label; 0 for a model without labels.
        mean: float32, (L,), μ of the posterior q(z | x, y).
        spread: float32, (L,), its σ.
        prior_mean: float64, (L,), of the prior p(z | y).
        prior_spread: float64, (L,), its standard deviations.
        kl_nats: KL(q ‖ p), or its upper bound under a mixture.
        latents: float32, (L,), the decoded z; the mean if it was not moved.
        reconstruction: float32, (28, 28), in [0, 1], decoded from it.
        reconstruction_nats: −log p(x | z, y), summed over the pixels.
    """

    label: int
    mean: FloatArray
    spread: FloatArray
    prior_mean: DoubleArray
    prior_spread: DoubleArray
    kl_nats: float
    latents: FloatArray
    reconstruction: FloatArray
    reconstruction_nats: float

    @property
    def elbo_nats(self) -> float:
        """−(reconstruction + KL), at the decoded z."""
        return -(self.reconstruction_nats + self.kl_nats)


def explain_label(
    engine: Engine, image: FloatArray, reading: Recognition, label: int | None
) -> Explanation:
    """Split one label's evidence into its parts.

    Args:
        engine: what read the picture.
        image: float32, (28, 28), in [0, 1], what was read, noise included.
        reading: the picture's.
        label: the label's index; None for a model without labels.
    """
    index = label or 0
    flip = crossover_of(image, reading)
    meant = through_channel(reading.reconstructions[index], flip)
    posterior = engine.encode(image[np.newaxis], np.array([index], np.int64))
    parts = kl_parts(engine.prior, index, posterior)
    grey = image.astype(np.float64)
    costs = cross_entropy(grey, meant), cross_entropy(grey, grey)
    return Explanation(index, *costs, meant, flip, parts, posterior)


def forward_pass(engine: Engine, image: FloatArray, label: int | None, flip: float) -> ForwardPass:
    """Take a picture through a network, with z = μ.

    Args:
        engine: of the recogniser or of the generator.
        image: float32, (28, 28), in [0, 1], what was read, noise included.
        label: the label's index; None for a model without labels.
        flip: ε of the noise channel; 0 for a clean picture.
    """
    index = label or 0
    posterior = engine.encode(image[np.newaxis], np.array([index], np.int64))
    means, covariances = engine.prior.moments
    encoded = ForwardPass(
        index,
        posterior.mean[0],
        np.exp(0.5 * posterior.log_var[0]),
        means[index],
        np.sqrt(np.diagonal(covariances[index])),
        kl_parts(engine.prior, index, posterior).total,
        posterior.mean[0],
        image,
        0.0,
    )
    return decoded_again(engine, image, encoded, encoded.mean, flip)


def decoded_again(
    engine: Engine, image: FloatArray, before: ForwardPass, latents: FloatArray, flip: float
) -> ForwardPass:
    """Return a forward pass with another z, float32, (L,); arguments as :func:`forward_pass`."""
    labels = np.array([before.label], np.int64)
    reconstruction = engine.decode(latents[np.newaxis], labels)[0]
    meant = through_channel(reconstruction, flip)
    nats = float(cross_entropy(image.astype(np.float64), meant).sum())
    return replace(before, latents=latents, reconstruction=reconstruction, reconstruction_nats=nats)


def crossover_of(image: FloatArray, reading: Recognition) -> float:
    """Return ε of the channel through which a picture was read; 0 for a clean one."""
    foreign = None if reading.foreign is None else reading.foreign[np.newaxis]
    return float(crossover_probabilities(image[np.newaxis], foreign)[0])


def through_channel(reconstruction: FloatArray, flip: float) -> DoubleArray:
    """Return ε + (1 − 2ε)·p of a reconstruction p; float64, (28, 28)."""
    return np.asarray(flip + (1.0 - 2.0 * flip) * reconstruction.astype(np.float64))


def cross_entropy(grey: DoubleArray, meant: DoubleArray) -> DoubleArray:
    """Return −x log p − (1 − x) log(1 − p) of each pixel, in nats.

    Args:
        grey: x, in [0, 1].
        meant: p, of the same shape, in [0, 1].
    """
    sure = np.clip(meant, _SURE, 1 - _SURE)
    return np.asarray(-(grey * np.log(sure) + (1 - grey) * np.log1p(-sure)))


def kl_parts(prior: Prior, label: int, posterior: Posterior) -> KlParts:
    """Split the KL of :meth:`desktop_cvae.core.priors.Prior.kl_nats` into its parts.

    Args:
        prior: p(z | y).
        label: whose, 0 for a model without labels.
        posterior: of one image.
    """
    means, variances = posterior.mean, np.exp(posterior.log_var.astype(np.float64))
    nats = prior.component_nats(label, means, variances)
    responsibilities = np.exp(nats - log_sum_exp(nats)[:, np.newaxis])[0]
    whitening = prior.whitenings[label]
    gaps = np.einsum("cij,cj->ci", whitening, means[0] - prior.means[label])
    squares = gaps**2 + whitening**2 @ variances[0]
    heights = np.log(np.diagonal(prior.factors[label].astype(np.float64), axis1=1, axis2=2))
    entropy = 0.5 * (posterior.log_var[0].astype(np.float64) + LOG_TWO_PI + 1)
    of_component = heights + 0.5 * (squares + LOG_TWO_PI) - entropy
    weights = prior.weights[label].astype(np.float64)
    # A component that cannot have been chosen adds 0 · log 0 = 0, not NaN.
    chosen = float(
        (responsibilities * np.log(np.maximum(responsibilities, 1e-300) / weights)).sum()
    )
    return KlParts(responsibilities @ of_component, max(0.0, chosen))


def posterior_samples(
    engine: Engine, image: FloatArray, label: int | None, count: int = SAMPLES, seed: int = 0
) -> FloatArray:
    """Return reconstructions from z ~ q(z | x, y).

    z = μ + σ·ε with ε ~ N(0, 1) (Kingma & Welling 2014, arXiv:1312.6114, section 2.4).

    Args:
        engine: the loaded model.
        image: float32, (28, 28), in [0, 1], what the model reads.
        label: explains the image; None for a model without labels.
        count: samples, ≥ 1.
        seed: the same seed gives the same samples, so that a picture at rest does not flicker.

    Returns:
        float32, (count, 28, 28), in [0, 1].
    """
    labels = np.full(count, label or 0, np.int64)
    posterior = engine.encode(image[None], labels[:1])
    noise = np.random.default_rng(seed).standard_normal((count, posterior.mean.shape[1]))
    latents = (posterior.mean + np.exp(0.5 * posterior.log_var) * noise).astype(np.float32)
    return engine.decode(latents, labels)


def posterior_spread(
    engine: Engine, image: FloatArray, label: int | None, count: int = SAMPLES, seed: int = 0
) -> FloatArray:
    """Return each pixel's standard deviation over :func:`posterior_samples`.

    Returns:
        float32, (28, 28), in [0, 0.5].
    """
    samples = posterior_samples(engine, image, label, count, seed)
    spread: FloatArray = samples.std(axis=0, dtype=np.float32)
    return spread
