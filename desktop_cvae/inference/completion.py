"""A digit of which a part is missing: what the part may have been, several proposals.

Latents are drawn from each label's prior, those whose digits explain the visible pixels best are
kept, and each is refined by a few steps x_missing ← decode(encode(x)), with the visible pixels
held (Rezende et al. 2014, arXiv:1401.4082, appendix F). Those steps alone start from an empty part
and stay near it: from the drawn latents the missing pixels' error is 8 to 41 % smaller
(``tests/benchmarks/completion.py``; ordered as below, most proposals are read correctly).
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from desktop_cvae.core.errors import MissingLabels, UsageError
from desktop_cvae.core.language import mark, tr
from desktop_cvae.core.results import FloatArray, IntArray, Samples
from desktop_cvae.core.tasks import Progress, Task
from desktop_cvae.inference.engine import Engine
from desktop_cvae.inference.generation import decode_all

BoolArray = npt.NDArray[np.bool_]
CODES = 256
"""Latents drawn for a chosen label."""
ALL_CODES = 1000
"""Latents drawn for all labels together if none is chosen."""
REFINEMENTS = 3
"""Refining steps; more of them make the proposals typical and alike."""
FAINTEST = 1e-5
"""Lowest probability of a pixel, so that one certain pixel does not outweigh all others."""


def complete(
    engine: Engine,
    image: FloatArray,
    missing: BoolArray,
    label: int | None,
    count: int,
    seed: int,
) -> Task[Samples]:
    """Propose digits that agree with the visible pixels.

    Args:
        engine: the loaded model.
        image: float32, (28, 28), in [0, 1]; missing pixels are ignored.
        missing: bool, (28, 28), True for pixels that are to be found.
        label: what the digit is; None leaves it open, and the proposals may differ in it.
        count: how many proposals, ≥ 1.
        seed: the same seed gives the same proposals.

    Returns:
        the proposals, by p(x_visible, z | y) from high to low; visible pixels are the image's own.

    Raises:
        MissingLabels: a label was chosen for a model without labels.
        UsageError: nothing is missing, or nothing is visible.
    """
    if label is not None and not engine.spec.conditional:
        raise MissingLabels(engine.spec.preset, tr("complete a chosen digit"))
    if not missing.any() or not (image * ~missing).any():
        raise UsageError(tr("Mark a part of a digit as missing, and leave some of its ink."))
    labels, decoded = yield from _starts(engine, image, missing, label, count, seed)
    for done in range(REFINEMENTS):
        whole = np.where(missing, decoded, image).astype(np.float32)
        latents = engine.encode(whole, labels).mean
        decoded = engine.decode(latents, labels)
        yield Progress(done + 1, REFINEMENTS, mark("refining"))
    nats = visible_nats(decoded, image, missing) + engine.prior.log_density(latents, labels)
    best = np.argsort(-nats)[:count]
    proposals = np.where(missing, decoded[best], image).astype(np.float32)
    return Samples(proposals, labels[best] if engine.spec.conditional else None, latents[best])


def visible_nats(decoded: FloatArray, image: FloatArray, missing: BoolArray) -> FloatArray:
    """Return log p(x_visible | z, y) of images (N, 28, 28) as grey Bernoulli, in nats, (N,)."""
    chance = np.clip(decoded, FAINTEST, 1 - FAINTEST)
    pixels = image * np.log(chance) + (1 - image) * np.log1p(-chance)
    return np.asarray((pixels * ~missing).sum(axis=(1, 2)), np.float32)


def _starts(
    engine: Engine,
    image: FloatArray,
    missing: BoolArray,
    label: int | None,
    count: int,
    seed: int,
) -> Task[tuple[IntArray, FloatArray]]:
    """Draw latents and keep those that explain most: labels (N,) and images (N, 28, 28)."""
    kinds = engine.spec.score_count
    if label is None and kinds > 1:
        # As many of each label as requested, because all proposals may be of one label.
        labels, kept = np.repeat(np.arange(kinds), max(count, ALL_CODES // kinds)), count
    else:
        labels, kept = np.full(max(CODES, 2 * count), label or 0), 2 * count
    latents = engine.prior.sample(labels, 1.0, np.random.default_rng(seed))
    decoded = yield from decode_all(engine, latents, labels)
    nats = visible_nats(decoded, image, missing)
    groups = [np.flatnonzero(labels == one) for one in np.unique(labels)]
    best = np.concatenate([group[np.argsort(-nats[group])[:kept]] for group in groups])
    return labels[best].astype(np.int64), decoded[best]
