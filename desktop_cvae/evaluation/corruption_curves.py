"""Accuracy under growing corruption (noise, shifts), beside published results on MNIST's test part.

Analysis by Synthesis: L. Schott, J. Rauber, M. Bethge, W. Brendel, “Towards the first adversarially
robust neural network model on MNIST”, ICLR 2019, arXiv:1805.09190.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from desktop_cvae.core.language import mark
from desktop_cvae.core.results import FloatArray, IntArray, NoiseSetting
from desktop_cvae.core.tasks import Progress, Task
from desktop_cvae.evaluation.published_values import Reference
from desktop_cvae.inference.evidence import score_evidence
from desktop_cvae.inference.opened_model import OpenedModel
from desktop_cvae.pictures.noise import add_noise
from desktop_cvae.pictures.preparation import to_mnist_style

CHUNK = 64
_DIRECTIONS = np.array([(y, x) for y in (-1, 0, 1) for x in (-1, 0, 1) if y or x])
_ANALYSIS_BY_SYNTHESIS = "Analysis by Synthesis"
_SOURCE = mark(
    "Analysis by Synthesis (Schott et al. 2019, arXiv:1805.09190): ten class-conditional VAEs, "
    "by evidence, one encoder pass, MNIST test"
)


def shift_images(images: FloatArray, distance_px: int, seed: int) -> FloatArray:
    """Shift every picture by ``distance_px`` in one of 8 random directions.

    Args:
        images: float32, (N, H, W); what leaves the frame is lost, what enters is 0.
        distance_px: 0 ≤ distance ≤ H; along both axes for the diagonal directions.
        seed: seed of the directions.
    """
    if distance_px == 0:
        return images
    count, height, width = images.shape
    choice = np.random.default_rng(seed).integers(len(_DIRECTIONS), size=count)
    padded = np.pad(images, [(0, 0), *[(distance_px, distance_px)] * 2])
    shifted = np.empty_like(images)
    for number, (down, right) in enumerate(_DIRECTIONS):
        top, left = distance_px * (1 - down), distance_px * (1 - right)
        moved = padded[choice == number, top : top + height, left : left + width]
        shifted[choice == number] = moved
    return shifted


def corrupt_images(
    images: FloatArray, shift_px: int, prepare: str, noise: NoiseSetting, seed: int
) -> FloatArray:
    """Return pictures, shifted, prepared and under noise.

    Args:
        images: float32, (N, 28, 28), in [0, 1].
        shift_px: how far each is moved first.
        prepare: ``"always"`` centres and scales each as an opened file, ``"never"`` does not,
            ``"auto"`` does if they were moved.
        noise: added last, as in the window.
        seed: seed of the directions.

    Returns:
        float32, (N, 28, 28), in [0, 1].
    """
    images = shift_images(images, shift_px, seed)
    if prepare == "always" or (prepare == "auto" and shift_px > 0):
        images = np.stack([to_mnist_style(image).image for image in images])
    if noise.level > 0:
        images = add_noise(images, noise)
    return images


@dataclass(frozen=True)
class Corruption:
    """One kind of corruption at growing levels.

    Attributes:
        name: ``"noise"`` or ``"shift"``.
        title: title of the axis, with the unit.
        levels: levels of corruption, from none.
        references: published curves to compare with.
    """

    name: str
    title: str
    levels: tuple[float, ...]
    references: tuple[Reference, ...]

    def corrupt(
        self, images: FloatArray, level: float, seed: int, prepare: str = "auto"
    ) -> FloatArray:
        """Return the pictures at a level.

        Shifted pictures are centred and scaled as an opened file before the model sees them
        (at level 0 too), unless ``prepare`` is ``"never"``: that is part of the product.

        Args:
            images: float32, (N, 28, 28), in [0, 1].
            level: one of ``levels``.
            seed: of noise and directions.
            prepare: ``"auto"``, ``"always"`` or ``"never"``.
        """
        if self.name == "noise":
            return corrupt_images(images, 0, prepare, NoiseSetting("gaussian", level, seed), seed)
        prepare = "never" if prepare == "never" else "always"
        return corrupt_images(images, round(level), prepare, NoiseSetting(), seed)


@dataclass(frozen=True)
class CurvePoint:
    """Accuracy at one level.

    Attributes:
        level: level of corruption.
        n: number of pictures.
        right: number of pictures read correctly.
    """

    level: float
    n: int
    right: int

    @property
    def accuracy(self) -> float:
        """Fraction read correctly; 0 without pictures."""
        return self.right / self.n if self.n else 0.0

    def __add__(self, other: CurvePoint) -> CurvePoint:
        """Combine results at the same level over more pictures."""
        return CurvePoint(self.level, self.n + other.n, self.right + other.right)


NOISE = Corruption(
    "noise",
    mark("gaussian noise, σ"),
    (0.0, 0.1, 0.2, 0.3, 0.4, 0.5),
    (
        Reference(
            _ANALYSIS_BY_SYNTHESIS,
            _SOURCE,
            (0.0, 0.1, 0.2, 0.3, 0.5),
            (0.9667, 0.930, 0.833, 0.698, 0.512),
        ),
    ),
)
SHIFT = Corruption(
    "shift",
    mark("shift, pixels"),
    (0.0, 1.0, 2.0, 3.0),
    (
        Reference(
            _ANALYSIS_BY_SYNTHESIS,
            _SOURCE,
            (0.0, 1.0, 2.0, 3.0),
            (0.9667, 0.955, 0.933, 0.887),
        ),
    ),
)
CORRUPTIONS = {corruption.name: corruption for corruption in (NOISE, SHIFT)}


def measure_level(
    model: OpenedModel,
    images: FloatArray,
    labels: IntArray,
    corruption: Corruption,
    level: float,
    seed: int,
    prepare: str = "auto",
) -> CurvePoint:
    """Read pictures at one level.

    Args:
        model: has labels.
        images: float32, (N, 28, 28), in [0, 1], as they are in the data set.
        labels: int64, (N,).
        corruption: kind of corruption.
        level: level of corruption.
        seed: seed of noise and directions.
        prepare: see :meth:`Corruption.corrupt`.
    """
    right = 0
    for start in range(0, len(images), CHUNK):
        part = slice(start, start + CHUNK)
        corrupted = corruption.corrupt(images[part], level, seed + start, prepare)
        read = score_evidence(model.engine, corrupted).evidence_nats.argmax(axis=1)
        right += int((read == labels[part]).sum())
    return CurvePoint(level, len(images), right)


def measure_curve(
    model: OpenedModel,
    images: FloatArray,
    labels: IntArray,
    corruption: Corruption,
    seed: int,
    prepare: str = "auto",
) -> Task[tuple[CurvePoint, ...]]:
    """Read all pictures at every level, one step per level; see :func:`measure_level`."""
    points = []
    for number, level in enumerate(corruption.levels, 1):
        points.append(measure_level(model, images, labels, corruption, level, seed, prepare))
        yield Progress(number * len(images), len(corruption.levels) * len(images), corruption.title)
    return tuple(points)
