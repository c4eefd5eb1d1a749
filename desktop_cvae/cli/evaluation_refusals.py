"""What ``evaluate`` tells of refusals: share by share, of digits and of ``--not-digits``."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from desktop_cvae.cli.messages import table
from desktop_cvae.core.calibration import Calibration
from desktop_cvae.core.errors import UsageError
from desktop_cvae.inference.refusals import Refusals

if TYPE_CHECKING:
    from desktop_cvae.core.ports import Engine
    from desktop_cvae.core.results import FloatArray
    from desktop_cvae.datasets.digit_dataset import DigitDataset
    from desktop_cvae.inference.scorecard import Readings

MADE = "made"
MADE_COUNT, MADE_SEED = 2000, 10_000
"""Another seed than a calibration's: those decoys are known."""


@dataclass(frozen=True, eq=False)
class EvaluatedRefusals:
    """Refusals of one evaluation.

    Attributes:
        found: digit scores.
        calibration: the model's.
        refuse: the share of digits that may be refused, as wished.
        others_name: of what is no digit, or "".
    """

    found: Refusals
    calibration: Calibration
    refuse: float
    others_name: str

    @property
    def rows(self) -> list[tuple[float, float, float, float | None]]:
        """Share that may be refused, its threshold, shares refused of digits and of others."""
        pairs = zip(self.calibration.shares, self.calibration.thresholds, strict=True)
        return [(share, limit, *self.found.refused(limit)) for share, limit in pairs]

    def to_json(self) -> dict[str, Any]:
        """For ``--format json``."""
        entries: dict[str, Any] = {
            "may_be_refused": [row[0] for row in self.rows],
            "thresholds": [row[1] for row in self.rows],
            "digits": [row[2] for row in self.rows],
        }
        if self.others_name:
            others = {"data": self.others_name, "n": len(self.found.others), "auc": self.found.auc}
            entries["not_digits"] = others | {"refused": [row[3] for row in self.rows]}
        return entries

    def text(self) -> str:
        """For people."""
        lines: list[Sequence[str]] = [
            ("may be refused, %", *(f"{100 * row[0]:g}" for row in self.rows)),
            ("of these digits, %", *(f"{100 * row[2]:.2f}" for row in self.rows)),
        ]
        if not self.others_name:
            return table(lines, right=range(1, len(lines[0])))
        lines.append(("of what is none, %", *(f"{100 * (row[3] or 0):.2f}" for row in self.rows)))
        what = f"{self.others_name}, {len(self.found.others):,} images"
        told = table(lines, right=range(1, len(lines[0])))
        return f"{told}\nno digits: {what}; AUC {self.found.auc:.4f}"


def find_refusals(
    arguments: Namespace,
    engine: Engine,
    calibration: Calibration | None,
    readings: Readings | None,
    digits: DigitDataset,
) -> EvaluatedRefusals | None:
    """What would be refused; None for a model that refuses nothing.

    Raises:
        UsageError: ``--not-digits`` was asked of such a model.
        DatasetProblem: its data cannot be used.
    """
    if calibration is None or readings is None or readings.digit_scores is None:
        if arguments.not_digits is not None:
            raise UsageError(
                f"“{arguments.model}” refuses nothing, so --not-digits has no use; "
                "“models calibrate” fits its refusal."
            )
        return None
    name, others = "", np.zeros(0)
    if arguments.not_digits is not None:
        from desktop_cvae.inference.refusals import score_others

        name, pictures = _others(arguments, digits)
        others = score_others(engine, pictures, calibration)
    found = Refusals(readings.digit_scores, others)
    return EvaluatedRefusals(found, calibration, arguments.refuse, name)


def _others(arguments: Namespace, digits: DigitDataset) -> tuple[str, FloatArray]:
    """Their name, and the pictures as opened files are prepared."""
    if arguments.not_digits == MADE:
        from desktop_cvae.images.decoys import make_decoys

        count = min(MADE_COUNT, arguments.limit or MADE_COUNT)
        return MADE, make_decoys(digits.floats(), digits.labels, count, MADE_SEED)
    from desktop_cvae.datasets.loading import load_dataset
    from desktop_cvae.images.mnist_style import to_mnist_style

    dataset = load_dataset(arguments.not_digits, "test")
    if arguments.limit is not None:
        dataset = dataset.limit(arguments.limit)
    prepared = [to_mnist_style(image).image for image in dataset.floats()]
    return dataset.name, np.stack(prepared)
