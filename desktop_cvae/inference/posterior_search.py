"""Search of the posterior: the best explanation under every label, beyond the encoder's guess.

The encoder guesses q(z | x, y) in one pass. Starting there and at the prior's means, Gauss-Newton
steps on log p(x, z | y) find its mode ẑ, with the curvature H = Jᵀ diag(1 / p(1 − p)) J − ∇² log
p(z | y) (Fisher scoring; J is the decoder's Jacobian, from finite differences, because the graph
gives no gradient and a latent space of a dozen dimensions is cheap to probe). Each step gives
Laplace's approximation of the evidence, log p(x | y) ≈ log p(x, ẑ | y) + L/2 log 2π − ½ log |H|;
at the end importance samples from N(ẑ, H⁻¹) replace it (Burda et al. 2016, arXiv:1509.00519), which
is a lower bound in expectation, and tighter with more samples.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from desktop_cvae.core.deadlines import check_deadline
from desktop_cvae.core.priors import LOG_TWO_PI, Prior, log_sum_exp
from desktop_cvae.core.results import DoubleArray, FloatArray, IntArray
from desktop_cvae.inference.engine import Engine

PROBE = 0.01
"""Distance in latent space over which the decoder's Jacobian is measured."""
LEAST_PROBABILITY = 1e-4
"""Smallest distance of a pixel's probability from 0 and 1 in the curvature."""
FRACTIONS = (1.0, 0.5, 0.2, 0.05)
"""Fractions of a Gauss-Newton step that are tried; the best of them is taken."""
BEHIND_NATS = 60.0
"""A label that lies farther behind the best is given up, and so is a start behind its label's."""
SETTLED_NATS = 0.01
"""Gain below which a search has arrived."""
WIDENED = 1.2
"""Factor of the deviations of the importance samples, so that their weights stay bounded."""


@dataclass(frozen=True, eq=False)
class SearchState:
    """The explanations after some steps.

    Attributes:
        step: number of steps so far; 0 is the encoder's guess.
        evidence_nats: float64, (K,), estimates of log p(x | y).
        reconstruction_nats: float64, (K,), −log p(x | z, y) of the best z found.
        latents: float32, (K, L), the best found.
        reconstructions: float32, (K, 28, 28), in [0, 1], decoded from them.
        is_done: True of the last state, whose evidence is from importance samples.
    """

    step: int
    evidence_nats: DoubleArray
    reconstruction_nats: DoubleArray
    latents: FloatArray
    reconstructions: FloatArray
    is_done: bool = False


def search_posterior(
    engine: Engine,
    image: FloatArray,
    steps: int,
    samples: int,
    seed: int = 0,
    flip: float = 0.0,
) -> Iterator[SearchState]:
    """Search the best explanation of a picture under every label.

    Args:
        engine: the network that reads.
        image: float32, (28, 28), in [0, 1], white ink on black.
        steps: most Gauss-Newton steps, ≥ 0; fewer if all labels have arrived.
        samples: importance samples of each label, ≥ 1.
        seed: of the samples.
        flip: ε of the noise channel; 0 for a clean picture.

    Yields:
        the state before the first step, after each, and with importance samples.
    """
    search = _Search(engine, image, flip)
    yield search.state()
    for _ in range(steps):
        check_deadline()
        if not search.step():
            break
        yield search.state()
    yield search.sampled(samples, seed)


class _Search:
    """Two starts of every label, the encoder's mean and the prior's, which move until they arrive.

    All arrays have one row a start: first the encoder's of every label, then the prior's.
    """

    def __init__(self, engine: Engine, image: FloatArray, flip: float) -> None:
        self._engine, self._flip = engine, flip
        self._pixels = image.reshape(-1).astype(np.float64)
        labels = np.arange(engine.spec.score_count)
        encoded = engine.encode(np.repeat(image[np.newaxis], len(labels), axis=0), labels).mean
        middles = engine.prior.moments[0].astype(np.float32)
        self._labels: IntArray = np.concatenate([labels, labels])
        self._latents: FloatArray = np.concatenate([encoded, middles])
        self._joint = self._joint_nats(self._latents, self._labels)
        self._moves = np.ones(len(self._labels), np.bool_)
        size = encoded.shape[1]
        self._gradients = np.zeros((len(self._labels), size))
        self._precisions = np.tile(np.eye(size), (len(self._labels), 1, 1))
        self._measure(np.arange(len(self._labels)))
        self._steps = 0

    def step(self) -> bool:
        """Move the starts that have not arrived; return whether any did."""
        self._give_up()
        moving = np.flatnonzero(self._moves)
        if not len(moving):
            return False
        directions = np.linalg.solve(
            self._precisions[moving], self._gradients[moving][..., np.newaxis]
        )[..., 0]
        fractions = np.array(FRACTIONS)[:, np.newaxis]
        tried = (self._latents[moving, np.newaxis] + fractions * directions[:, np.newaxis]).astype(
            np.float32
        )
        nats = self._joint_nats(
            tried.reshape(-1, tried.shape[2]), np.repeat(self._labels[moving], len(fractions))
        ).reshape(len(moving), -1)
        best = nats.argmax(axis=1)
        gains = nats[np.arange(len(moving)), best] - self._joint[moving]
        better = gains > 0
        gained = moving[better]
        self._latents[gained] = tried[better, best[better]]
        self._joint[gained] = nats[better, best[better]]
        self._moves[moving[gains < SETTLED_NATS]] = False
        self._measure(gained)
        self._steps += 1
        return True

    def state(self) -> SearchState:
        """Return the best start of each label, its evidence by Laplace's approximation."""
        best = self._best()
        return self._state(best, self._laplace_nats()[best], is_done=False)

    def sampled(self, samples: int, seed: int) -> SearchState:
        """Return the state with evidence from importance samples of the labels near the best."""
        best = self._best()
        evidence = self._laplace_nats()[best]
        generator = np.random.default_rng(seed)
        noise = generator.standard_normal((samples, self._latents.shape[1]))
        for label in np.flatnonzero(evidence >= evidence.max() - BEHIND_NATS):
            check_deadline()
            start = best[label]
            # H = C Cᵀ, so that z = ẑ + s·C⁻ᵀ ε has the covariance s²·H⁻¹.
            root = np.linalg.cholesky(self._precisions[start])
            latents = self._latents[start] + WIDENED * np.linalg.solve(root.T, noise.T).T
            latents = latents.astype(np.float32)
            density = np.log(np.diagonal(root)).sum() - 0.5 * (noise**2).sum(axis=1)
            density -= noise.shape[1] * (0.5 * LOG_TWO_PI + np.log(WIDENED))
            joint = self._joint_nats(latents, np.full(samples, label))
            evidence[label] = log_sum_exp((joint - density)[np.newaxis])[0] - np.log(samples)
        return self._state(best, evidence, is_done=True)

    def _state(self, best: IntArray, evidence: DoubleArray, *, is_done: bool) -> SearchState:
        latents, labels = self._latents[best], self._labels[best]
        prior = self._engine.prior.log_density(latents, labels)
        nats = prior - self._joint[best]
        pictures = self._engine.decode(latents, labels)
        return SearchState(self._steps, evidence, nats, latents, pictures, is_done)

    def _best(self) -> IntArray:
        """Return the index of each label's best start, (K,)."""
        nats = self._laplace_nats().reshape(2, -1)
        return np.asarray(nats.argmax(axis=0) * nats.shape[1] + np.arange(nats.shape[1]))

    def _give_up(self) -> None:
        nats = self._laplace_nats()
        own = nats.reshape(2, -1).max(axis=0)
        behind = np.maximum(nats.max(), np.tile(own, 2)) - BEHIND_NATS
        self._moves &= nats >= behind

    def _laplace_nats(self) -> DoubleArray:
        half = 0.5 * self._latents.shape[1] * LOG_TWO_PI
        return np.asarray(self._joint + half - 0.5 * np.linalg.slogdet(self._precisions)[1])

    def _meant(self, latents: FloatArray, labels: IntArray) -> DoubleArray:
        """Return the pixels' probabilities seen through the channel, float64, (N, 784)."""
        meant = self._engine.decode(latents, labels).reshape(len(latents), -1).astype(np.float64)
        return self._flip + (1 - 2 * self._flip) * meant

    def _joint_nats(self, latents: FloatArray, labels: IntArray) -> DoubleArray:
        """Return log p(x, z | y), float64, (N,)."""
        meant = np.clip(self._meant(latents, labels), 1e-12, 1 - 1e-12)
        nats = np.log(meant) @ self._pixels + np.log1p(-meant) @ (1 - self._pixels)
        return np.asarray(nats + self._engine.prior.log_density(latents, labels))

    def _measure(self, starts: IntArray) -> None:
        """Measure gradient and curvature of some starts where they are now."""
        if not len(starts):
            return
        size = self._latents.shape[1]
        probes = np.concatenate([np.zeros((1, size)), PROBE * np.eye(size)])
        latents = (self._latents[starts, np.newaxis] + probes).reshape(-1, size).astype(np.float32)
        labels = np.repeat(self._labels[starts], len(probes))
        meant = self._meant(latents, labels).reshape(len(starts), len(probes), -1)
        middle = np.clip(meant[:, 0], LEAST_PROBABILITY, 1 - LEAST_PROBABILITY)
        jacobians = (meant[:, 1:] - meant[:, :1]) / PROBE
        weights = 1 / (middle * (1 - middle))
        gaps = (self._pixels - middle) * weights
        slopes, curvatures = prior_curvature(
            self._engine.prior, self._latents[starts], self._labels[starts]
        )
        self._gradients[starts] = np.einsum("nip,np->ni", jacobians, gaps) + slopes
        weighted = jacobians * weights[:, np.newaxis]
        self._precisions[starts] = weighted @ jacobians.swapaxes(1, 2) + curvatures


def prior_curvature(
    prior: Prior, latents: FloatArray, labels: IntArray
) -> tuple[DoubleArray, DoubleArray]:
    """Return gradients of log p(z | y) and curvatures, positive definite.

    The curvature of a mixture is that of its components, weighted by their responsibilities.

    Args:
        prior: p(z | y).
        latents: (N, L).
        labels: int64, (N,).

    Returns:
        float64, (N, L) and (N, L, L).
    """
    slopes = np.zeros(latents.shape)
    curvatures = np.zeros((*latents.shape, latents.shape[1]))
    for label in np.unique(labels):
        rows = np.flatnonzero(labels == label)
        nats = prior.component_nats(int(label), latents[rows])
        responsibilities = np.exp(nats - log_sum_exp(nats)[:, np.newaxis])
        whitening = prior.whitenings[label]
        precisions = whitening.swapaxes(1, 2) @ whitening
        curvatures[rows] = np.einsum("nc,cij->nij", responsibilities, precisions)
        gaps = latents[rows, np.newaxis] - prior.means[label]
        pulls = np.einsum("cij,ncj->nci", precisions, gaps)
        slopes[rows] = -np.einsum("nc,nci->ni", responsibilities, pulls)
    return slopes, curvatures
