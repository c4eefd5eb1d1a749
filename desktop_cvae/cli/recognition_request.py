"""How pictures are to be read; plain data, so that other processes can be told."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import dataclass


@dataclass(frozen=True)
class RecognitionRequest:
    """What every picture of one ``recognize`` is read by.

    Attributes:
        model: the name or file of a model with labels.
        engine: ``"litert"`` or ``"keras"``.
        numbers: True for whole numbers, lines and pages of digits.
        rule: what every line must be, as :func:`inference.field_rules.parse_rule` reads it.
    """

    model: str
    engine: str = "litert"
    numbers: bool = False
    rule: str | None = None


def recognition_request(arguments: Namespace) -> RecognitionRequest:
    """The request that the command line makes."""
    return RecognitionRequest(arguments.model, arguments.engine, arguments.numbers, arguments.rule)
