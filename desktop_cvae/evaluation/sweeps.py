"""How reading by evidence holds out while pictures get worse step by step: noise, shifts.

Beside what others published for MNIST's test part. Analysis by Synthesis: L. Schott, J. Rauber,
M. Bethge, W. Brendel, “Towards the first adversarially robust neural network model on MNIST”,
ICLR 2019, arXiv:1805.09190.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from desktop_cvae.core.language import mark
from desktop_cvae.core.results import FloatArray, IntArray, NoiseSetting
from desktop_cvae.core.tasks import Progress, Task
from desktop_cvae.inference.opened_model import OpenedModel
from desktop_cvae.inference.recognition import score_through_noise

if TYPE_CHECKING:
    from desktop_cvae.datasets.dataset import DigitDataset


_DIRECTIONS = np.array([(y, x) for y in (-1, 0, 1) for x in (-1, 0, 1) if y or x])


def shift_images(images: FloatArray, distance_px: int, seed: int) -> FloatArray:
    """Move every picture by ``distance_px`` in one of the 8 directions, chosen by chance.

    Args:
        images: float32, (N, H, W); what leaves the frame is lost, what enters is 0.
        distance_px: 0 ≤ distance ≤ H; along both axes for the diagonal directions.
        seed: of the directions.
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


def scoring_images(
    dataset: DigitDataset, shift_px: int, prepare: str, noise: NoiseSetting, seed: int
) -> FloatArray:
    """The pictures that the model is asked about.

    Args:
        dataset: held-out pictures.
        shift_px: how far each is moved first.
        prepare: ``"always"`` centres and scales each as an opened file, ``"never"`` does not,
            ``"auto"`` does if they were moved.
        noise: added last, as in the window.
        seed: of the directions.

    Returns:
        float32, (N, 28, 28), in [0, 1].
    """
    return disturbed(dataset.floats(), shift_px, prepare, noise, seed)


def disturbed(
    images: FloatArray, shift_px: int, prepare: str, noise: NoiseSetting, seed: int
) -> FloatArray:
    """As :func:`scoring_images`, of float32 pictures (N, 28, 28)."""
    images = shift_images(images, shift_px, seed)
    if prepare == "always" or (prepare == "auto" and shift_px > 0):
        from desktop_cvae.pictures.preparation import to_mnist_style

        images = np.stack([to_mnist_style(image).image for image in images])
    if noise.level > 0:
        from desktop_cvae.pictures.noise import add_noise

        images = add_noise(images, noise)
    return images


@dataclass(frozen=True)
class PublishedValue:
    """One figure.

    Attributes:
        name: for a table or a plot.
        value: an accuracy in [0, 1], or nats.
        source: how it was reached.
    """

    name: str
    value: float
    source: str


ACCURACIES = (
    PublishedValue(
        mark("Analysis by Synthesis, one pass"),
        0.9667,
        mark(
            "Analysis by Synthesis (Schott et al. 2019, arXiv:1805.09190), ten "
            "class-conditional VAEs, one encoder pass"
        ),
    ),
    PublishedValue(
        mark("– with 8,000 samples"),
        0.9788,
        mark(
            "Analysis by Synthesis (Schott et al. 2019, arXiv:1805.09190), ten "
            "class-conditional VAEs, 8,000 samples an image"
        ),
    ),
    PublishedValue(
        mark("– and 50 gradient steps"),
        0.990,
        mark(
            "Analysis by Synthesis (Schott et al. 2019, arXiv:1805.09190), ten "
            "class-conditional VAEs, samples and 50 gradient steps: 6.1 s an image"
        ),
    ),
    PublishedValue(
        mark("nearest CVAE program"), 0.9405, mark("a CVAE demonstration program, by evidence")
    ),
)
"""Read right by the evidence of ten labels."""

NEG_ELBOS_NATS = (
    PublishedValue("CVAE", 129.11, mark("CVAE with 2 latent dimensions, public notebook")),
    PublishedValue("VAE", 144.98, mark("VAE with 2 latent dimensions, public notebook")),
)
"""−ELBO, grey-pixel BCE, true label."""


CHUNK = 64


@dataclass(frozen=True)
class Reference:
    """What others reached.

    Attributes:
        name: for a legend.
        source: whose figures they are, and how they were measured.
        levels: what was done to the pictures, in the sweep's unit.
        accuracies: in [0, 1], one a level.
    """

    name: str
    source: str
    levels: tuple[float, ...]
    accuracies: tuple[float, ...]

    def at(self, level: float) -> float | None:
        """The accuracy at a level that was measured."""
        return dict(zip(self.levels, self.accuracies, strict=True)).get(level)


@dataclass(frozen=True)
class Sweep:
    """One kind of corruption in growing doses.

    Attributes:
        name: ``"noise"`` or ``"shift"``.
        title: of the axis, with the unit.
        levels: the doses, from none.
        references: to hold the results against.
    """

    name: str
    title: str
    levels: tuple[float, ...]
    references: tuple[Reference, ...]

    def corrupt(
        self, images: FloatArray, level: float, seed: int, prepare: str = "auto"
    ) -> FloatArray:
        """The pictures at a level.

        Shifted pictures are centred and scaled as an opened file before the model sees them
        (at level 0 too), unless ``prepare`` is ``"never"``: that is part of the product.

        Args:
            images: float32, (N, 28, 28), in [0, 1].
            level: one of ``levels``.
            seed: of noise and directions.
            prepare: ``"auto"``, ``"always"`` or ``"never"``.
        """
        if self.name == "noise":
            return disturbed(images, 0, prepare, NoiseSetting("gaussian", level, seed), seed)
        ready = "never" if prepare == "never" else "always"
        return disturbed(images, round(level), ready, NoiseSetting(), seed)


@dataclass(frozen=True)
class SweepPoint:
    """What was read at one level.

    Attributes:
        level: the dose.
        n: pictures asked about.
        right: how many of them were read right.
    """

    level: float
    n: int
    right: int

    @property
    def accuracy(self) -> float:
        """Share read right; 0 without pictures."""
        return self.right / self.n if self.n else 0.0

    def __add__(self, other: SweepPoint) -> SweepPoint:
        """The same level over more pictures."""
        return SweepPoint(self.level, self.n + other.n, self.right + other.right)


_ANALYSIS_BY_SYNTHESIS = "Analysis by Synthesis"
_SOURCE = mark(
    "Analysis by Synthesis (Schott et al. 2019, arXiv:1805.09190): ten class-conditional VAEs, "
    "by evidence, one encoder pass, MNIST test"
)
NOISE = Sweep(
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
SHIFT = Sweep(
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
SWEEPS = {sweep.name: sweep for sweep in (NOISE, SHIFT)}


def sweep_level(
    model: OpenedModel,
    images: FloatArray,
    labels: IntArray,
    sweep: Sweep,
    level: float,
    seed: int,
    prepare: str = "auto",
) -> SweepPoint:
    """Read pictures at one level.

    Args:
        model: has labels.
        images: float32, (N, 28, 28), in [0, 1], as they are in the data set.
        labels: int64, (N,).
        sweep: what is done to them.
        level: how much of it.
        seed: of noise and directions.
        prepare: see :meth:`Sweep.corrupt`.
    """
    right = 0
    for start in range(0, len(images), CHUNK):
        part = slice(start, start + CHUNK)
        corrupted = sweep.corrupt(images[part], level, seed + start, prepare)
        read = score_through_noise(model.engine, corrupted).evidence_nats.argmax(axis=1)
        right += int((read == labels[part]).sum())
    return SweepPoint(level, len(images), right)


def run_sweep(
    model: OpenedModel,
    images: FloatArray,
    labels: IntArray,
    sweep: Sweep,
    seed: int,
    prepare: str = "auto",
) -> Task[tuple[SweepPoint, ...]]:
    """Read all pictures at every level, a step a level; see :func:`sweep_level`."""
    points = []
    for number, level in enumerate(sweep.levels, 1):
        points.append(sweep_level(model, images, labels, sweep, level, seed, prepare))
        yield Progress(number * len(images), len(sweep.levels) * len(images), sweep.title)
    return tuple(points)
