"""The latent space as a plane: encoded digits, and pictures decoded from positions in it."""

from __future__ import annotations

import numpy as np

from desktop_cvae.core.latent_maps import LatentMap, Plane
from desktop_cvae.core.priors import Prior
from desktop_cvae.core.results import DoubleArray, FloatArray, IntArray, Posterior
from desktop_cvae.inference.engine import Engine


def build_latent_map(engine: Engine, images: FloatArray, labels: IntArray) -> LatentMap:
    """Encode the first digits of a test part under their true labels and lay them out.

    Two latent dimensions are shown as they are. If there are more, the two principal directions
    of the posterior means span the plane.

    Args:
        engine: the loaded model.
        images: float32, (N, 28, 28), in [0, 1], N ≥ 2.
        labels: int64, (N,).
    """
    posterior = engine.encode(images, labels)
    given = labels if engine.spec.conditional else np.zeros(len(labels), np.int64)
    return LatentMap(
        codes=posterior.mean,
        labels=labels.astype(np.int64),
        digits=np.arange(len(labels), dtype=np.int64),
        kl_nats=kl_per_dimension(posterior, given, engine.prior),
        plane=_main_plane(posterior.mean.astype(np.float64)),
    )


def kl_per_dimension(posterior: Posterior, labels: IntArray, prior: Prior) -> FloatArray:
    """Mean KL(q(z_d | x, y) ‖ N(μ_d, σ_d²)) of each latent dimension d.

    The second Gaussian has the mean and the variance of dimension d under the label's prior,
    because a mixture's own KL has no closed form; with the prior N(0, I) it is N(0, 1). A dimension
    that carries no information about the digit has 0.

    Args:
        posterior: of N digits.
        labels: int64, (N,), under which they were encoded; zeros for a model without labels.
        prior: of the same model.

    Returns:
        float32, (L,), ≥ 0, in nats.
    """
    middles, covariances = prior.moments
    spreads = np.diagonal(covariances, axis1=1, axis2=2)[labels]
    log_vars = posterior.log_var.astype(np.float64)
    gaps = posterior.mean - middles[labels]
    nats = 0.5 * (np.log(spreads) - log_vars + (np.exp(log_vars) + gaps**2) / spreads - 1)
    return np.asarray(nats.mean(axis=0), np.float32)


def decode_positions(
    engine: Engine, plane: Plane, positions: FloatArray, label: int | None
) -> FloatArray:
    """Decode positions of a plane, in one call.

    The latents are those expected there under the label's prior
    (:meth:`desktop_cvae.core.priors.Prior.expected_codes`): where a prior was fitted, the points of
    the plane itself lie off all digits and decode to smears.

    Args:
        engine: the loaded model.
        plane: through its latent space.
        positions: float, (N, 2), in the plane's coordinates.
        label: conditions the decoder; ignored by a model without labels.

    Returns:
        float32, (N, 28, 28), in [0, 1].
    """
    given = (label or 0) if engine.spec.conditional else 0
    codes = engine.prior.expected_codes(given, plane.center, plane.axes, np.asarray(positions))
    return engine.decode(codes, np.full(len(codes), given, np.int64))


def moved_code(
    prior: Prior, code: FloatArray, label: int | None, deviations: FloatArray
) -> FloatArray:
    """Move latents along each dimension by a number of the label's prior deviations.

    Args:
        prior: of the model.
        code: float32, (L,).
        label: whose prior; None for a model without labels.
        deviations: (…, L).

    Returns:
        float32, (…, L).
    """
    spread = np.sqrt(np.diagonal(prior.moments[1][label or 0]))
    return np.asarray(code + deviations * spread, np.float32)


def walk_dimensions(
    engine: Engine,
    code: FloatArray,
    label: int | None,
    deviations: FloatArray,
    dimensions: IntArray,
    steps: FloatArray,
) -> FloatArray:
    """Decode latents moved along each latent dimension, in one call.

    Args:
        engine: the loaded model.
        code: float32, (L,), the latents before they are moved.
        label: conditions the decoder; None for a model without labels.
        deviations: float32, (L,), how far all walks move along each dimension, in deviations of
            the label's prior.
        dimensions: int64, (D,), the dimension of each walk.
        steps: float32, (S,), deviations of each picture instead of the walk's own dimension's.

    Returns:
        float32, (D, S, 28, 28), in [0, 1].
    """
    moved = np.tile(deviations, (len(dimensions), len(steps), 1))
    moved[np.arange(len(dimensions)), :, dimensions] = steps
    codes = moved_code(engine.prior, code, label, moved).reshape(-1, len(code))
    images = engine.decode(codes, np.full(len(codes), label or 0, np.int64))
    return images.reshape(len(dimensions), len(steps), *images.shape[1:])


def _main_plane(codes: DoubleArray) -> Plane:
    size = codes.shape[1]
    if size <= 2:
        dimensions = (0, 1) if size == 2 else None
        whole = np.eye(2, size, dtype=np.float32)
        return Plane(np.zeros(size, np.float32), whole, 1.0, dimensions)
    center = codes.mean(axis=0)
    axes, explained = principal_directions(codes - center)
    return Plane(center.astype(np.float32), axes.astype(np.float32), explained)


def principal_directions(centered: DoubleArray) -> tuple[DoubleArray, float]:
    """Return the two principal directions of latents, and the fraction of the variance there.

    They are the leading right singular vectors (Pearson 1901), each signed so that its largest
    entry is positive: an SVD may return either sign, and a map must not flip.

    Args:
        centered: float64, (N, L), L ≥ 2, of mean 0.

    Returns:
        float64, (2, L), orthonormal rows; and a number in [0, 1].
    """
    _, values, directions = np.linalg.svd(centered, full_matrices=False)
    axes = directions[:2]
    largest = np.take_along_axis(axes, np.abs(axes).argmax(axis=1)[:, None], axis=1)
    total = float((values**2).sum())
    return axes * np.sign(largest), float((values[:2] ** 2).sum()) / max(total, 1e-12)
