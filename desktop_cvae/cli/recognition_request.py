"""How pictures are to be read; plain data, so that other processes can be told."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import dataclass

from desktop_cvae.core.calibration import DEFAULT_REFUSAL


@dataclass(frozen=True)
class RecognitionRequest:
    """What every picture of one ``recognize`` is read by.

    Attributes:
        model: the name or file of a model with labels.
        engine: ``"litert"`` or ``"keras"``.
        numbers: True for whole numbers, lines and pages of digits.
        rule: what every line must be, as :func:`inference.field_rules.parse_rule` reads it.
        refuse: share of real digits that may be taken for none, in [0, 0.05].
    """

    model: str
    engine: str = "litert"
    numbers: bool = False
    rule: str | None = None
    refuse: float = DEFAULT_REFUSAL


def recognition_request(arguments: Namespace) -> RecognitionRequest:
    """The request that the command line makes."""
    return RecognitionRequest(
        arguments.model, arguments.engine, arguments.numbers, arguments.rule, arguments.refuse
    )
