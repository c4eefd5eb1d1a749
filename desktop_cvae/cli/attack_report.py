"""What ``evaluate --attack`` tells: the smallest changes that digits are misread by."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from desktop_cvae.cli.output import ProgressLine, table
from desktop_cvae.core.errors import MissingLabels, UsageError
from desktop_cvae.core.language import mark, number, tr, tr_n
from desktop_cvae.core.results import FloatArray, IntArray
from desktop_cvae.core.tasks import Progress
from desktop_cvae.evaluation.adversarials import NORMS, Attacked, misread, verify
from desktop_cvae.model.tensorflow_setup import require_tensorflow

if TYPE_CHECKING:
    from desktop_cvae.datasets.dataset import DigitDataset
    from desktop_cvae.inference.opened_model import OpenedModel

DIGITS = 500
"""That are attacked, unless another number is asked for."""
MISREAD, SURE = "misread", "sure"
ATTACKING = mark("Attacking")


@dataclass(frozen=True, eq=False)
class AttackReport:
    """One attack.

    Attributes:
        found: what it came to.
        until: ``MISREAD`` or ``SURE``, when a picture counted as misread.
        seed: chose the digits.
    """

    found: Attacked
    until: str
    seed: int

    def to_json(self) -> dict[str, Any]:
        """For ``--format json``."""
        return self.found.to_json() | {"until": self.until, "seed": self.seed}

    @property
    def rows(self) -> list[tuple[object, ...]]:
        """As a table, the heading first."""
        radii = NORMS[self.found.norm].radii
        shares = [(radius, self.found.still_right(radius)) for radius in radii]
        return [(self.found.norm, "still right"), *shares]

    def text(self) -> str:
        """For people."""
        found, norm = self.found, NORMS[self.found.norm]
        rows = [
            (tr(norm.title), *(number(radius, "g") for radius in norm.radii)),
            (
                tr("still right, %"),
                *(number(100 * found.still_right(radius), ".1f") for radius in norm.radii),
            ),
        ]
        return "\n".join([self._summary(), table(rows, right=range(1, 6)), self._noticed()])

    def _summary(self) -> str:
        found, reference = self.found, NORMS[self.found.norm].reference
        middle = tr("none: most withstood") if found.median is None else _plain(found.median)
        attacked = tr_n(
            "attacked: {n} digit, changed as little as could be found until it is misread",
            "attacked: {n} digits, each changed as little as could be found until it is misread",
            found.n,
        )
        if self.until == SURE:
            attacked = f"{attacked} {tr('(and the wrong answer is not called unsure)')}"
        medians = tr(
            "median distance {median} (Analysis by Synthesis: {reference}); misread as they are "
            "{misread}, withstood {withstood}",
            median=middle,
            reference=_plain(reference),
            misread=number(found.misread),
            withstood=number(found.n - found.misread - found.fooled),
        )
        return f"{attacked}\n{medians}"

    def _noticed(self) -> str:
        found = self.found
        return tr(
            "of the {fooled} that are misread then, refused as no digit: {refused}, called unsure: "
            "{unsure}; read right again over the views of a close call: {saved}",
            fooled=number(found.fooled),
            refused=number(found.refused),
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
        model: is attacked, and reads what comes of it.
        digits: held-out pictures.
        labels: int64, (N,), theirs.

    Raises:
        EnvironmentProblem: Foolbox or TensorFlow is missing.
        MissingLabels: the model reads nothing.
        UsageError: it is never unsure, and should be sure.
    """
    if not model.has_labels:
        raise MissingLabels(model.name)
    attack = attack_on(model, arguments.attack, arguments.until)
    rng = np.random.default_rng(arguments.seed)
    count = min(arguments.digits or DIGITS, len(labels))
    chosen = np.sort(rng.choice(len(labels), count, replace=False))
    images, labels = digits.floats()[chosen], labels[chosen]
    line = ProgressLine()
    try:
        changed = images.copy()
        is_right = ~misread(model, images, labels)
        changed[is_right] = attack(
            images[is_right],
            labels[is_right],
            None,
            lambda done, total: line.show(Progress(int(done), total, ATTACKING)),
        )
    finally:
        line.close()
    found = verify(model, images, changed, labels, arguments.attack, arguments.refuse)
    return AttackReport(found, arguments.until, arguments.seed)


Attack = Callable[[FloatArray, IntArray, "int | None", Callable[[float, int], object]], FloatArray]
"""Pictures, their labels, the label that they should be read as, who is told → pictures."""


def attack_on(model: OpenedModel, norm: str, until: str, *, has_views: bool = False) -> Attack:
    """The attack on a model; loads TensorFlow and Foolbox.

    Args:
        model: has labels.
        norm: one of ``NORMS``.
        until: ``MISREAD``, or ``SURE``: the model's margin for “unsure” is passed, too.
        has_views: of answers, where close calls are means over views; else of one pass.

    Raises:
        EnvironmentProblem: Foolbox or TensorFlow is missing.
        UsageError: a model that is never unsure should be sure.
    """
    require_tensorflow()
    from desktop_cvae.inference.engine import open_engine
    from desktop_cvae.model.evidence import DifferentiableEvidence
    from desktop_cvae.model.keras_engine import KerasEngine
    from desktop_cvae.training.attacks import Aim, require_foolbox, smallest_changes

    require_foolbox()
    margin = Aim().margin_nats
    if until == SURE:
        if model.calibration is None or not model.calibration.unsure_margin:
            raise UsageError(
                tr("“{name}” is never unsure; “models calibrate” fits when it is.", name=model.name)
            )
        margin += model.calibration.unsure_margin
    engine = open_engine(model.entry, "keras")
    assert isinstance(engine, KerasEngine)
    evidence = DifferentiableEvidence(engine, has_views=has_views)

    def attack(
        images: FloatArray,
        labels: IntArray,
        target: int | None,
        tell: Callable[[float, int], object],
    ) -> FloatArray:
        return smallest_changes(evidence, images, labels, norm, Aim(target, margin), tell)

    return attack
