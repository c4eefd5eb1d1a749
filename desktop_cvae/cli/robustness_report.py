"""The report of ``evaluate --attack``: the smallest changes that make digits misread.

Tested in tests/cli/test_evaluation_report.py and tests/cli/test_fool.py.
"""

from __future__ import annotations

from argparse import Namespace
from dataclasses import dataclass
from typing import Any

import numpy as np

from desktop_cvae.cli.output import ProgressLine, table
from desktop_cvae.core.errors import MissingLabels
from desktop_cvae.core.language import mark, number, tr, tr_n
from desktop_cvae.core.results import IntArray
from desktop_cvae.core.tasks import Progress
from desktop_cvae.datasets.dataset import DigitDataset
from desktop_cvae.evaluation.adversarial_robustness import (
    NORMS,
    SURE,
    Attack,
    AttackResult,
    attacked_reader,
    misread,
    verify_attack,
)
from desktop_cvae.inference.opened_model import OpenedModel
from desktop_cvae.model.tensorflow_setup import require_tensorflow

DIGITS = 500
"""Digits that are attacked by default."""
ATTACKING = mark("Attacking")


@dataclass(frozen=True, eq=False)
class AttackReport:
    """Result of one attack, as a report.

    Attributes:
        found: the result.
        until: ``MISREAD`` or ``SURE``, the condition on which a picture counted as misread.
        seed: seed that chose the digits.
    """

    found: AttackResult
    until: str
    seed: int

    def to_json(self) -> dict[str, Any]:
        """Return the JSON of ``--format json``."""
        return self.found.to_json() | {"until": self.until, "seed": self.seed}

    @property
    def rows(self) -> list[tuple[object, ...]]:
        """Rows of a table, the heading first."""
        radii = NORMS[self.found.norm].radii
        accuracies = [(radius, self.found.still_right(radius)) for radius in radii]
        return [(self.found.norm, "still right"), *accuracies]

    def text(self) -> str:
        """Return a text for people."""
        found, norm = self.found, NORMS[self.found.norm]
        rows = [
            (tr(norm.title), *(number(radius, "g") for radius in norm.radii)),
            (
                tr("still correct, %"),
                *(number(100 * found.still_right(radius), ".1f") for radius in norm.radii),
            ),
        ]
        return "\n".join([self._summary(), table(rows, right=range(1, 6)), self._noticed()])

    def _summary(self) -> str:
        found, reference = self.found, NORMS[self.found.norm].reference
        middle = (
            tr("none: most digits cannot be fooled")
            if found.median is None
            else _plain(found.median)
        )
        attacked = tr_n(
            "attacked {n} digit, changed as little as possible until it is misread",
            "attacked {n} digits, each changed as little as possible until it is misread",
            found.n,
        )
        if self.until == SURE:
            attacked = f"{attacked} {tr('(and the wrong answer is not called unsure)')}"
        medians = tr(
            "median distance {median} (Analysis by Synthesis: {reference}); misread without a "
            "change: {misread}, not fooled: {withstood}",
            median=middle,
            reference=_plain(reference),
            misread=number(found.misread),
            withstood=number(found.n - found.misread - found.fooled),
        )
        return f"{attacked}\n{medians}"

    def _noticed(self) -> str:
        found = self.found
        return tr(
            "of the {fooled} misread after the change, rejected: {rejected}, unsure: {unsure}, "
            "read correctly with test-time augmentation: {saved}",
            fooled=number(found.fooled),
            rejected=number(found.rejected),
            unsure=number(found.unsure),
            saved=number(found.saved),
        )


def _plain(distance: float) -> str:
    return number(distance, ".3g")


def attack_digits(
    arguments: Namespace, model: OpenedModel, digits: DigitDataset, labels: IntArray
) -> AttackReport:
    """Attack some digits of a data set, chosen by the seed.

    Args:
        arguments: ``attack``, ``digits``, ``until``, ``seed``, ``refuse``.
        model: is attacked, and reads the changed pictures.
        digits: held-out pictures.
        labels: int64, (N,), theirs.

    Raises:
        EnvironmentProblem: Foolbox or TensorFlow is missing.
        MissingLabels: the model has no labels.
        UsageError: ``until`` is ``SURE``, but the model is never unsure.
    """
    if not model.has_labels:
        raise MissingLabels(model.name)
    attack = load_attack(model, arguments.attack, arguments.until, thinking_steps=arguments.think)
    rng = np.random.default_rng(arguments.seed)
    count = min(arguments.digits or DIGITS, len(labels))
    chosen = np.sort(rng.choice(len(labels), count, replace=False))
    images, labels = digits.floats()[chosen], labels[chosen]
    line = ProgressLine()
    try:
        changed = images.copy()
        read = attacked_reader(model, arguments.refuse, arguments.think)
        is_right = ~misread(read, images, labels)
        changed[is_right] = attack(
            images[is_right],
            labels[is_right],
            None,
            lambda done, total: line.show(Progress(int(done), total, ATTACKING)),
        )
    finally:
        line.close()
    found = verify_attack(
        model, images, changed, labels, arguments.attack, arguments.refuse, arguments.think
    )
    return AttackReport(found, arguments.until, arguments.seed)


def load_attack(
    model: OpenedModel, norm: str, until: str, *, has_views: bool = False, thinking_steps: int = 0
) -> Attack:
    """Load TensorFlow and Foolbox, and return :func:`training.adversarial_attacks.attack_on`."""
    require_tensorflow()
    from desktop_cvae.training.adversarial_attacks import attack_on

    return attack_on(model, norm, until, has_views=has_views, thinking_steps=thinking_steps)
