"""How reading by evidence holds out while pictures get worse step by step."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from desktop_cvae.core.ports import Engine
from desktop_cvae.core.results import FloatArray, IntArray, NoiseSetting
from desktop_cvae.inference.noise_channel import through_noise
from desktop_cvae.inference.published import ANALYSIS_BY_SYNTHESIS
from desktop_cvae.inference.scoring_data import disturbed

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
    """One kind of trouble in growing doses.

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

    def trouble(
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
_SOURCE = (
    f"{ANALYSIS_BY_SYNTHESIS}: ten class-conditional VAEs, by evidence, one encoder pass, "
    "MNIST test"
)
NOISE = Sweep(
    "noise",
    "gaussian noise, σ",
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
    "shift, pixels",
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
    engine: Engine,
    images: FloatArray,
    labels: IntArray,
    sweep: Sweep,
    level: float,
    seed: int,
    prepare: str = "auto",
) -> SweepPoint:
    """Read pictures at one level.

    Args:
        engine: a model with labels.
        images: float32, (N, 28, 28), in [0, 1], as they are in the data set.
        labels: int64, (N,).
        sweep: what is done to them.
        level: how much of it.
        seed: of noise and directions.
        prepare: see :meth:`Sweep.trouble`.
    """
    right = 0
    for start in range(0, len(images), CHUNK):
        part = slice(start, start + CHUNK)
        troubled = sweep.trouble(images[part], level, seed + start, prepare)
        read = through_noise(engine.score(troubled), troubled).evidence_nats.argmax(axis=1)
        right += int((read == labels[part]).sum())
    return SweepPoint(level, len(images), right)


def run_sweep(
    engine: Engine,
    images: FloatArray,
    labels: IntArray,
    sweep: Sweep,
    seed: int,
    prepare: str = "auto",
    on_progress: Callable[[int, int], None] | None = None,
) -> tuple[SweepPoint, ...]:
    """Read all pictures at every level; see :func:`sweep_level`."""
    points = []
    for number, level in enumerate(sweep.levels, 1):
        points.append(sweep_level(engine, images, labels, sweep, level, seed, prepare))
        if on_progress is not None:
            on_progress(number * len(images), len(sweep.levels) * len(images))
    return tuple(points)
