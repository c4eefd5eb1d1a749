"""Data for teaching: the user's examples, and rehearsal digits against forgetting.

Rehearsal digits are MNIST's where MNIST is available and the model reads digits. For labels without
such digits (signs that the model was taught before, or all labels where MNIST is missing) the model
writes some itself (generative replay: Shin et al. 2017, arXiv:1705.08690).

Tested in tests/training/test_teaching.py.
"""

from __future__ import annotations

import math
import os
from dataclasses import dataclass
from typing import Any

import numpy as np

from desktop_cvae.core.errors import DatasetProblem, MissingLabels, UsageError
from desktop_cvae.core.language import tr
from desktop_cvae.core.results import FloatArray, IntArray
from desktop_cvae.core.specs import DIGIT_NAMES, FEWEST_OF_NEW
from desktop_cvae.core.tasks import Progress, Task, result_of
from desktop_cvae.datasets.dataset import (
    MAX_LABELS,
    DigitDataset,
    check_names,
    held_out_part,
    learned_part,
)
from desktop_cvae.datasets.mnist import load_mnist
from desktop_cvae.inference.engine import Engine
from desktop_cvae.inference.evidence import score_evidence
from desktop_cvae.inference.generation import generate
from desktop_cvae.inference.onnx_engine import OnnxEngine
from desktop_cvae.library.manifest import Manifest
from desktop_cvae.library.model_file import ModelFile

HELD_OUT_FROM, HELD_OUT_FRACTION = 4, 0.25
"""Fewest examples of a label from which some are held out, and their fraction."""
SCORED, HARD, GUARDS = 6000, 600, 3000
"""Rehearsal digits that are scored, the number of hardest ones, and held-out digits that
guard against forgetting."""
RECALLED = 12_000
"""Largest number of data-set digits, so that generated ones keep their weight beside them."""
WRITTEN_EACH = 300
"""Digits per label that the model generates for rehearsal where there are no others."""
CHUNK = 250
_SPLIT_STREAM, _SCORE_STREAM = 54, 56


@dataclass(frozen=True, eq=False)
class Digits:
    """Digits to learn from.

    Attributes:
        images: uint8, (N, 28, 28), N ≥ 1.
        labels: int64, (N,), indices of the network's labels.
    """

    images: Any
    labels: IntArray

    @classmethod
    def of(cls, dataset: DigitDataset, names: tuple[str, ...]) -> Digits:
        """Convert a data set; labels that the network does not know are -1.

        Args:
            dataset: the pictures.
            names: the network's labels.
        """
        index = [names.index(name) if name in names else -1 for name in dataset.label_names]
        return cls(dataset.images, np.array(index, np.int64)[dataset.labels])

    def at(self, indices: IntArray) -> Digits:
        """Return the digits at these indices."""
        return Digits(self.images[indices], self.labels[indices])

    def first(self, count: int) -> Digits:
        """Return the first digits, or all if there are fewer."""
        return Digits(self.images[:count], self.labels[:count])

    def and_then(self, others: Digits) -> Digits:
        """Return these digits and others."""
        return Digits(
            np.concatenate([self.images, others.images]),
            np.concatenate([self.labels, others.labels]),
        )

    def floats(self) -> FloatArray:
        """Return the pictures as float32, (N, 28, 28), in [0, 1]."""
        return np.asarray(self.images, np.float32) / np.float32(255)

    def __len__(self) -> int:
        return len(self.labels)


def check_examples(examples: DigitDataset, manifest: Manifest) -> tuple[str, ...]:
    """Return the labels among the examples that a model does not know yet.

    Raises:
        MissingLabels: it has no labels at all.
        UsageError: too few examples of a new label, or more labels than a model may have.
    """
    spec = manifest.spec
    if not spec.conditional:
        raise MissingLabels(manifest.name, tr("learn a handwriting"))
    counts = np.bincount(examples.labels, minlength=len(examples.label_names))
    shown = [name for name, count in zip(examples.label_names, counts, strict=True) if count]
    new = tuple(name for name in shown if name not in spec.label_names)
    for name in new:
        if counts[examples.label_names.index(name)] < FEWEST_OF_NEW:
            raise UsageError(
                tr(
                    "There are too few examples of “{name}”: a new label needs at least {n}; "
                    "twenty are better.",
                    name=name,
                    n=FEWEST_OF_NEW,
                )
            )
    if len(spec.label_names) + len(new) > MAX_LABELS:
        raise UsageError(tr("A model can have at most {n} labels.", n=MAX_LABELS))
    check_names((*spec.label_names, *new), examples.name)
    return new


def split_examples(own: Digits, seed: int) -> tuple[Digits, Digits | None]:
    """Split examples for learning and measuring; None if there are too few to measure.

    Args:
        own: all examples.
        seed: decides which.
    """
    rng, held_out = np.random.default_rng([seed, _SPLIT_STREAM]), []
    for label in np.unique(own.labels):
        indices = rng.permutation(np.flatnonzero(own.labels == label))
        if len(indices) >= HELD_OUT_FROM:
            held_out.append(indices[: max(1, round(HELD_OUT_FRACTION * len(indices)))])
    if not held_out:
        return own, None
    chosen = np.concatenate(held_out)
    return own.at(np.setdiff1d(np.arange(len(own)), chosen)), own.at(chosen)


def rehearsal_digits(
    parent: ModelFile, mnist: DigitDataset | None, seed: int
) -> tuple[Digits, Digits]:
    """Return rehearsal digits, and held-out digits that show forgetting.

    Args:
        parent: the model that is taught.
        mnist: its training part; None if the model has to write all digits.
        seed: of the written digits.
    """
    names, config = parent.manifest.spec.label_names, parent.manifest.training
    if mnist is None:
        every = tuple(range(len(names)))
        return _written(parent, every, seed), _written(parent, every, seed + 1)
    rehearsal = Digits.of(learned_part(mnist, config), names)
    guards = Digits.of(held_out_part(mnist, config), names).first(GUARDS)
    others = tuple(k for k, name in enumerate(names) if name not in mnist.label_names)
    if others:
        rehearsal = rehearsal.first(RECALLED).and_then(_written(parent, others, seed))
        guards = guards.and_then(_written(parent, others, seed + 1))
    return rehearsal, guards


def _written(parent: ModelFile, labels: tuple[int, ...], seed: int) -> Digits:
    file = parent.generator or parent
    engine = OnnxEngine(file.manifest.spec, file.weights, file.prior, os.cpu_count() or 1)
    codes = np.repeat(np.array(labels, np.int64), WRITTEN_EACH)
    images = [
        result_of(generate(engine, label, WRITTEN_EACH, 1.0, seed)).images for label in labels
    ]
    return Digits(np.rint(255 * np.concatenate(images)).astype(np.uint8), codes)


def find_mnist(manifest: Manifest) -> DigitDataset | None:
    """Return MNIST's training part, if it is available and the model reads digits."""
    if not set(DIGIT_NAMES) <= set(manifest.spec.label_names):
        return None
    try:
        return load_mnist("train")
    except DatasetProblem:
        return None


def hardest(engine: Engine, digits: Digits, count: int) -> Task[Digits]:
    """Return the hardest digits: those whose true label wins by least, or loses.

    Args:
        engine: before it is taught.
        digits: of which at most ``SCORED`` are scored.
        count: number of digits to return.

    Yields:
        digits scored.
    """
    some = digits.at(np.random.default_rng(_SCORE_STREAM).permutation(len(digits))[:SCORED])
    evidence = yield from evidence_of(engine, some)
    rows = np.arange(len(some))
    true = evidence[rows, some.labels].copy()
    evidence[rows, some.labels] = -np.inf
    return some.at(np.argsort(true - evidence.max(axis=1))[:count])


def evidence_of(engine: Engine, digits: Digits) -> Task[FloatArray]:
    """Return the evidence in nats under every label, float32, (N, K)."""
    parts, images = [], digits.floats()
    for start in range(0, len(images), CHUNK):
        parts.append(score_evidence(engine, images[start : start + CHUNK]).evidence_nats)
        yield Progress(min(start + CHUNK, len(images)), len(images))
    return np.concatenate(parts)


def read_digits(engine: Engine, digits: Digits) -> Task[tuple[float, float]]:
    """Return the fraction read correctly, and the mean evidence of the known true labels.

    The mean is NaN if the engine knows none of the labels.
    """
    evidence = yield from evidence_of(engine, digits)
    is_known = digits.labels < engine.spec.label_count
    of_truth = evidence[is_known, digits.labels[is_known]]
    mean = float(of_truth.mean()) if len(of_truth) else math.nan
    return float((evidence.argmax(axis=1) == digits.labels).mean()), mean
