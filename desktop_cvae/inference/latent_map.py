"""The latent space as a plane: encoded digits, and pictures decoded from places in it."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from desktop_cvae.core.results import FloatArray, IntArray, LatentMap
from desktop_cvae.inference.engine import Engine

DoubleArray = npt.NDArray[np.float64]


def build_latent_map(engine: Engine, images: FloatArray, labels: IntArray) -> LatentMap:
    """Encode digits under their true labels and lay them out.

    Two latent dimensions are shown as they are; of more, the two principal directions of
    the posterior means (Pearson 1901), each signed so that its largest entry is positive.

    Args:
        engine: the loaded model.
        images: float32, (N, 28, 28), in [0, 1], N ≥ 2.
        labels: int64, (N,).
    """
    means = engine.encode(images, labels).mean.astype(np.float64)
    center, axes, explained = _plane(means)
    plane = LatentMap(
        points=np.zeros((0, 2), np.float32),
        labels=labels.astype(np.int64),
        center=center.astype(np.float32),
        axes=axes.astype(np.float32),
        explained=float(explained),
    )
    points = plane.project(means.astype(np.float32))
    return LatentMap(points, plane.labels, plane.center, plane.axes, plane.explained)


def decode_places(
    engine: Engine, plane: LatentMap, places: FloatArray, label: int | None
) -> FloatArray:
    """What the model would write at places of the map.

    Args:
        engine: the loaded model.
        plane: the model's latent map.
        places: float, (N, 2), in the map's coordinates.
        label: conditions the decoder; ignored by a model without labels.

    Returns:
        float32, (N, 28, 28), in [0, 1].
    """
    latents = plane.lift(np.asarray(places))
    labels = np.full(len(latents), label or 0, np.int64) if engine.spec.conditional else None
    return engine.decode(latents, labels)


def _plane(means: DoubleArray) -> tuple[DoubleArray, DoubleArray, float]:
    """Origin (L,), axes (2, L) and the share of variance of the plane that is shown."""
    dimensions = means.shape[1]
    if dimensions <= 2:
        return np.zeros(dimensions), np.eye(2, dimensions), 1.0
    center = np.asarray(means.mean(axis=0), np.float64)
    return center, *_principal_directions(means - center)


def _principal_directions(
    centered: DoubleArray,
) -> tuple[DoubleArray, float]:
    """Rows of the right singular vectors with the largest values, and their variance share."""
    _, values, directions = np.linalg.svd(centered, full_matrices=False)
    axes = directions[:2]
    largest = np.take_along_axis(axes, np.abs(axes).argmax(axis=1)[:, None], axis=1)
    total = float((values**2).sum())
    return axes * np.sign(largest), float((values[:2] ** 2).sum()) / max(total, 1e-12)
