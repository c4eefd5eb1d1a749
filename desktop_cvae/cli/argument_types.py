"""Types of arguments: each turns a text into a value or says in one line why not."""

from __future__ import annotations

import math
from argparse import ArgumentTypeError
from collections.abc import Callable
from pathlib import Path


def whole_number(low: int, high: int) -> Callable[[str], int]:
    """A type for whole numbers from ``low`` to ``high``."""

    def parse(text: str) -> int:
        try:
            value = int(text)
        except ValueError:
            raise ArgumentTypeError(f"“{text}” is no whole number") from None
        if not low <= value <= high:
            raise ArgumentTypeError(f"must lie between {low} and {high}, not {text}")
        return value

    return parse


def number(low: float, high: float) -> Callable[[str], float]:
    """A type for finite numbers from ``low`` to ``high``."""

    def parse(text: str) -> float:
        try:
            value = float(text)
        except ValueError:
            raise ArgumentTypeError(f"“{text}” is no number") from None
        if not (math.isfinite(value) and low <= value <= high):
            raise ArgumentTypeError(f"must lie between {low:g} and {high:g}, not {text}")
        return value

    return parse


def model_output(text: str) -> Path:
    """A path that ends in ``.cvae``."""
    path = Path(text)
    if path.suffix != ".cvae":
        raise ArgumentTypeError(f"“{path.name}” should end in .cvae")
    return path


def png_output(text: str) -> Path:
    """A path that ends in ``.png``."""
    path = Path(text)
    if path.suffix.lower() != ".png":
        raise ArgumentTypeError(f"“{path.name}” should end in .png")
    return path


SEED = whole_number(0, 2**31 - 1)
