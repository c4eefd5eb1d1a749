"""What one ``evaluate`` has found, for all that tell of it."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_cvae.core.results import Scorecard

if TYPE_CHECKING:
    from desktop_cvae.cli.evaluation_refusals import EvaluatedRefusals
    from desktop_cvae.inference.reliability import Reliability
    from desktop_cvae.inference.sweeps import SweepPoint


@dataclass(frozen=True, eq=False, kw_only=True)
class Evaluation:
    """One model on one data set.

    Attributes:
        model: its name.
        label_names: the model's.
        data: the data set's name.
        arguments: how it was asked for.
        card: what was measured.
        found: confidence beside accuracy; None without labels.
        sweeps: points by the sweep's name.
        refused: None if the model refuses nothing.
    """

    model: str
    label_names: Sequence[str]
    data: str
    arguments: Namespace
    card: Scorecard
    found: Reliability | None
    sweeps: Mapping[str, Sequence[SweepPoint]]
    refused: EvaluatedRefusals | None
