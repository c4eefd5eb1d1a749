"""Walks through the latent space: from one digit to another, or along a curve on its map.

Latents that are likely under one label are unlikely under another. A spherical walk therefore
turns in the prior's whitened coordinates, where latents lie near a sphere (White 2016,
arXiv:1609.04468), while mean and covariance go from one label's to the other's. A straight walk
takes the shortest way through the latents. A label cannot be half another one, so the middle steps
are decoded under both and mixed: the mean picture while the label is open. The ends of a walk have
their own label alone.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from desktop_cvae.core.errors import UsageError
from desktop_cvae.core.language import mark, tr
from desktop_cvae.core.latent_maps import Plane
from desktop_cvae.core.priors import Prior
from desktop_cvae.core.results import DoubleArray, FloatArray, IntArray, Samples, Style
from desktop_cvae.core.tasks import Task
from desktop_cvae.inference.engine import Engine
from desktop_cvae.inference.generation import decode_all, decode_samples

BLEND_FROM, BLEND_TO = 0.25, 0.75
"""Parts of the way between which the pictures of both labels are mixed."""
KINDS = {"straight": mark("Straight"), "spherical": mark("Spherical")}


@dataclass(frozen=True, eq=False)
class Walk:
    """The pictures of a walk and their readings.

    Attributes:
        samples: a picture for every step.
        read: int64, (N,), what the model reads at each; None for a model without labels.
        probabilities: float, (N,), of what is read; None likewise.
    """

    samples: Samples
    read: IntArray | None = None
    probabilities: FloatArray | None = None


def walk_between(engine: Engine, start: Style, end: Style, kind: str, steps: int) -> Task[Samples]:
    """Walk from one digit to another.

    Args:
        engine: the loaded model.
        start: where it begins.
        end: where it ends.
        kind: a key of ``KINDS``.
        steps: pictures, with both ends, ≥ 2.

    Returns:
        The samples; the label of a mixed picture is the one with the larger share.
    """
    fractions = np.linspace(0, 1, steps)
    labels = np.where(fractions < 0.5, start.label, end.label).astype(np.int64)
    if kind == "straight":
        latents = np.stack(
            [start.latent + fraction * (end.latent - start.latent) for fraction in fractions]
        )
    else:
        latents = _spherical(engine.prior, start, end, fractions)
    samples = yield from decode_samples(engine, latents.astype(np.float32), labels)
    if not engine.spec.conditional or start.label == end.label:
        return samples
    ends = (fractions - BLEND_FROM) / (BLEND_TO - BLEND_FROM)
    mixed = np.flatnonzero((ends > 0) & (ends < 1))
    others = np.where(labels == end.label, start.label, end.label)[mixed]
    shares = np.minimum(ends, 1 - ends)[mixed, np.newaxis, np.newaxis].astype(np.float32)
    images = yield from decode_all(engine, samples.latents[mixed], others)
    samples.images[mixed] += shares * (images - samples.images[mixed])
    return samples


def walk_along(
    engine: Engine, plane: Plane, positions: FloatArray, label: int | None, steps: int
) -> Task[Samples]:
    """Walk along a curve on the latent map, in even steps.

    Args:
        engine: the loaded model.
        plane: through its latent space, as of its map.
        positions: float, (M, 2), M ≥ 2, in the plane's coordinates: the curve's corners.
        label: conditions the decoder; ignored by a model without labels.
        steps: pictures, with both ends, ≥ 2.

    Raises:
        UsageError: the curve has no length.
    """
    corners = np.asarray(positions, np.float64)
    lengths = np.concatenate([[0.0], np.hypot(*np.diff(corners, axis=0).T).cumsum()])
    if len(corners) < 2 or lengths[-1] == 0:
        raise UsageError(tr("Draw a longer curve on the map to walk along it."))
    # Interpolated by the length along the curve, because its corners are unevenly spaced.
    along = np.linspace(0, lengths[-1], steps)
    even = np.stack([np.interp(along, lengths, axis) for axis in corners.T], axis=1)
    given = (label or 0) if engine.spec.conditional else 0
    codes = engine.prior.expected_codes(given, plane.center, plane.axes, even)
    return (yield from decode_samples(engine, codes, np.full(steps, given, np.int64)))


def _spherical(prior: Prior, start: Style, end: Style, fractions: DoubleArray) -> FloatArray:
    labels = np.array([start.label, end.label], np.int64)
    white = prior.whitened(np.stack([start.latent, end.latent]), labels)
    turned = slerp(white[0], white[1], fractions)
    first, last = (1 - fractions)[:, np.newaxis], fractions[:, np.newaxis]
    means = first * prior.moments[0][start.label] + last * prior.moments[0][end.label]
    roots = first[..., np.newaxis] * prior.roots[start.label]
    roots = roots + last[..., np.newaxis] * prior.roots[end.label]
    return np.asarray(means + np.einsum("nij,nj->ni", roots, turned), np.float32)


def slerp(start: DoubleArray, end: DoubleArray, fractions: DoubleArray) -> DoubleArray:
    """Interpolate spherically between two vectors; the length changes evenly.

    Args:
        start: (L,).
        end: (L,).
        fractions: (N,), of the way, in [0, 1].

    Returns:
        (N, L); the straight way where the directions are the same, opposite or none.
    """
    lengths = np.linalg.norm(start), np.linalg.norm(end)
    straight = start + fractions[:, np.newaxis] * (end - start)
    if min(lengths) == 0:
        return straight
    units = start / lengths[0], end / lengths[1]
    angle = np.arccos(np.clip(units[0] @ units[1], -1, 1))
    if np.sin(angle) < 1e-6:
        return straight
    before, after = np.sin((1 - fractions) * angle), np.sin(fractions * angle)
    turned = before[:, np.newaxis] * units[0] + after[:, np.newaxis] * units[1]
    size = lengths[0] + fractions * (lengths[1] - lengths[0])
    return np.asarray(turned / np.sin(angle) * size[:, np.newaxis])
