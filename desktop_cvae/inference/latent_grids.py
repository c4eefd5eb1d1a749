"""The four latent grids of the published experiments: the contents of a latent space.

The uniform walk through the latent square (Kingma and Welling 2014, arXiv:1312.6114, figure 4),
random latent vectors, samples from the prior, and decoded test digits with their originals.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np

from desktop_cvae.core.errors import MissingLabels, UsageError
from desktop_cvae.core.language import mark, tr
from desktop_cvae.core.priors import symmetric_root
from desktop_cvae.core.results import DoubleArray, FloatArray, IntArray, Samples
from desktop_cvae.core.tasks import Progress, Task, relayed
from desktop_cvae.inference.engine import Engine
from desktop_cvae.inference.generation import decode_samples, generate, labels_in_turn
from desktop_cvae.inference.latent_projection import principal_directions

BOX = 2.0
"""Half the side of the box of random latent vectors, in standard deviations of the prior."""
PROBES = 100
"""Samples of the model whose latents show which latent directions it uses."""


@dataclass(frozen=True)
class LatentGridKind:
    """One kind of latent grid.

    Attributes:
        title: for people.
        count: its number of digits by default.
        help: what it shows, a sentence.
    """

    title: str
    count: int
    help: str


LATENT_GRIDS = {
    "uniform": LatentGridKind(
        mark("Uniform walk"),
        400,
        mark("Even steps through the square of two latent directions, by the prior's quantiles."),
    ),
    "random": LatentGridKind(
        mark("Random vectors"),
        100,
        mark(
            "Latent vectors drawn evenly from the box of two standard deviations around the mean."
        ),
    ),
    "prior": LatentGridKind(
        mark("Prior samples"), 100, mark("Digits decoded from samples of the prior.")
    ),
    "reconstructions": LatentGridKind(
        mark("Test digits"),
        50,
        mark("Test digits, each above the digit decoded from its latent vector."),
    ),
}


@dataclass(frozen=True, eq=False)
class LatentGrid:
    """Digits in rows of equal length.

    Attributes:
        samples: row by row.
        columns: digits in a row.
    """

    samples: Samples
    columns: int


def make_latent_grid(
    engine: Engine,
    kind: str,
    label: int | None,
    count: int,
    seed: int,
    digits: tuple[FloatArray, IntArray] | None = None,
) -> Task[LatentGrid]:
    """Make one of the four latent grids.

    Args:
        engine: the loaded model.
        kind: a key of ``LATENT_GRIDS``.
        label: of all digits. None takes all labels: in turn, or for the uniform walk a row for
            each, along the first of the two directions.
        count: about how many digits, ≥ 1; the uniform walk takes as many as fill its square.
        seed: the same seed gives the same grid.
        digits: images float32 (N, 28, 28) in [0, 1] and labels int64 (N,), for
            ``"reconstructions"``.

    Raises:
        MissingLabels: a label was chosen for a model without labels.
        UsageError: there are no test digits of that label.
    """
    if label is not None and not engine.spec.conditional:
        raise MissingLabels(engine.spec.preset, tr("write a chosen digit"))
    if kind == "reconstructions":
        return (yield from _reconstructions(engine, label, count, seed, digits))
    if kind == "uniform":
        return (yield from _uniform_walk(engine, label, count, seed))
    labels = labels_in_turn(engine.spec, label, count)
    if kind == "prior":
        samples = yield from generate(engine, label, count, 1.0, seed)
    else:
        size = (count, engine.spec.latent_dim)
        box = np.random.default_rng(seed).uniform(-BOX, BOX, size)
        samples = yield from decode_samples(engine, engine.prior.colored(box, labels), labels)
    turn = engine.spec.label_count if engine.spec.conditional and label is None else 1
    return LatentGrid(samples, turn * max(1, round(math.sqrt(count) / turn)))


def quantiles(count: int) -> DoubleArray:
    """Return standard normal quantiles at the middles of ``count`` equal intervals, ascending."""
    # Imported here, with fractions and decimals, because the first answer needs none of them.
    from statistics import NormalDist

    normal = NormalDist()
    return np.array([normal.inv_cdf((index + 0.5) / count) for index in range(count)])


def main_plane(engine: Engine, label: int, seed: int) -> Task[DoubleArray]:
    """Find the two latent directions that a network uses most under a label.

    Two dimensions are taken as they are. If there are more, the principal directions of the
    posterior means of the network's own samples are taken: in a dimension that carries nothing,
    these means stay at the prior's.

    Returns:
        float64, (2, L), orthonormal rows, each signed so that its largest entry is positive.
    """
    size = engine.spec.latent_dim
    if size <= 2:
        return np.eye(2, size)
    labels = np.full(PROBES, label, np.int64)
    latents = engine.prior.sample(labels, 1.0, np.random.default_rng(seed))
    probes = yield from decode_samples(engine, latents, labels)
    means = engine.encode(probes.images, labels).mean.astype(np.float64)
    axes, _ = principal_directions(means - means.mean(axis=0))
    return axes


def _uniform_walk(engine: Engine, label: int | None, count: int, seed: int) -> Task[LatentGrid]:
    if label is None and engine.spec.conditional:
        across, rows = max(1, round(count / engine.spec.label_count)), engine.spec.label_count
        shown = np.arange(rows)
        positions = np.stack([quantiles(across), np.zeros(across)], axis=1)
    else:
        across = max(1, round(math.sqrt(count)))
        shown = np.array([label or 0])
        down, right = np.meshgrid(-quantiles(across), quantiles(across), indexing="ij")
        positions = np.stack([right.ravel(), down.ravel()], axis=1)
    means, covariances = engine.prior.moments
    latents = []
    for one in shown:
        axes = yield from relayed(main_plane(engine, int(one), seed), _probing)
        spread = symmetric_root(axes @ covariances[one] @ axes.T)
        # The square's own points would keep all other directions at the mean, where few latents
        # lie.
        middle, label = means[one], int(one)
        latents.append(engine.prior.expected_codes(label, middle, axes, positions @ spread))
    labels = np.repeat(shown, len(positions)).astype(np.int64)
    samples = yield from decode_samples(engine, np.concatenate(latents), labels)
    return LatentGrid(samples, across)


def _reconstructions(
    engine: Engine,
    label: int | None,
    count: int,
    seed: int,
    digits: tuple[FloatArray, IntArray] | None,
) -> Task[LatentGrid]:
    nothing = np.zeros((0, 28, 28), np.float32), np.zeros(0, np.int64)
    images, labels = nothing if digits is None else digits
    known = np.arange(len(images)) if label is None else np.flatnonzero(labels == label)
    if not len(known):
        raise UsageError(tr("There are no test digits of that label to decode."))
    shuffled = np.random.default_rng(seed).permutation(known)
    chosen = shuffled[_in_turn(labels[shuffled])][:count]
    images, labels = images[chosen], labels[chosen]
    means = engine.encode(images, labels).mean
    decoded = yield from decode_samples(engine, means, labels)
    columns = max(1, min(len(images), round(math.sqrt(2 * len(images)))))
    # A row of originals, then the row that is decoded from them.
    rows = [np.arange(at, min(at + columns, len(images))) for at in range(0, len(images), columns)]
    order = np.concatenate([part for row in rows for part in (row, row + len(images))])
    both = replace(
        decoded,
        images=np.concatenate([images, decoded.images])[order],
        labels=None if decoded.labels is None else np.tile(labels, 2)[order],
        latents=np.tile(decoded.latents, (2, 1))[order],
    )
    return LatentGrid(both, columns)


def _in_turn(labels: IntArray) -> IntArray:
    """Return an order in which labels take turns as long as digits of each are left."""
    rank = np.zeros(len(labels), np.int64)
    for label in np.unique(labels):
        rank[labels == label] = np.arange((labels == label).sum())
    return np.lexsort((labels, rank))


def _probing(step: Progress) -> Progress:
    return replace(step, what=mark("looking for directions"))
