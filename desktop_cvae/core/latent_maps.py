"""Latent maps: encoded digits and the plane of the latent space on which they are shown."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from desktop_cvae.core.results import FloatArray, IntArray


@dataclass(frozen=True, eq=False)
class Plane:
    """A plane through the latent space.

    Attributes:
        center: float32, (L,), the latent vector at the plane's origin.
        axes: float32, (2, L), orthonormal rows that span it.
        explained: fraction of the codes' variance that the plane holds, in [0, 1].
        dimensions: the two latent dimensions, counted from 0, that it shows as they are; None
            for principal directions.
    """

    center: FloatArray
    axes: FloatArray
    explained: float
    dimensions: tuple[int, int] | None = None

    def project(self, latents: FloatArray) -> FloatArray:
        """Return the points (N, 2) of latent vectors (N, L) in the plane."""
        return ((latents - self.center) @ self.axes.T).astype(np.float32)

    def project_variances(self, variances: FloatArray) -> FloatArray:
        """Return the covariance (2, 2) in the plane of a Gaussian with diagonal covariance.

        Args:
            variances: (L,), the diagonal.
        """
        return ((self.axes * variances) @ self.axes.T).astype(np.float32)


@dataclass(frozen=True, eq=False)
class LatentMap:
    """Encoded digits, and the plane on which they are shown.

    Attributes:
        codes: float32, (N, L), posterior means under the digits' own labels.
        labels: int64, (N,).
        digits: int64, (N,), which digits of the data set's test part they are.
        kl_nats: float32, (L,), mean KL of each dimension's posterior from the moments of the
            label's prior; see :func:`desktop_cvae.inference.latent_projection.kl_per_dimension`.
        plane: where they are shown.
    """

    codes: FloatArray
    labels: IntArray
    digits: IntArray
    kl_nats: FloatArray
    plane: Plane

    @cached_property
    def points(self) -> FloatArray:
        """Points in the plane, float32, (N, 2)."""
        return self.plane.project(self.codes)

    @property
    def order(self) -> IntArray:
        """Latent dimensions by decreasing KL, int64, (L,)."""
        # NumPy's default sort orders ties differently on different processors.
        return np.argsort(-self.kl_nats, kind="stable")

    def of_dimensions(self, first: int, second: int) -> LatentMap:
        """Return the map of the same digits over two different latent dimensions."""
        size = self.codes.shape[1]
        axes = np.zeros((2, size), np.float32)
        axes[[0, 1], [first, second]] = 1
        center = np.asarray(self.codes.mean(axis=0), np.float32)
        # The axes show the dimensions' own values, not their distance from the mean.
        center[[first, second]] = 0
        spread = self.codes.var(axis=0, dtype=np.float64)
        # All codes are equal if the posterior has collapsed.
        explained = float(spread[[first, second]].sum()) / max(float(spread.sum()), 1e-12)
        return replace(self, plane=Plane(center, axes, explained, (first, second)))

    def nearest(self, code: FloatArray, label: int | None, count: int) -> IntArray:
        """Return the indices of the digits whose codes are nearest, nearest first (Euclidean).

        Args:
            code: float32, (L,).
            label: search its digits only; None searches all.
            count: largest number of indices.
        """
        candidates = (
            np.arange(len(self.labels)) if label is None else np.flatnonzero(self.labels == label)
        )
        squares = ((self.codes[candidates] - code) ** 2).sum(axis=1)
        return np.asarray(candidates[np.argsort(squares, kind="stable")[:count]], np.int64)
