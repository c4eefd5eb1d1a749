"""Options that several commands have in common."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path

from desktop_cvae.cli.argument_types import SEED, number
from desktop_cvae.core.calibration import DEFAULT_REFUSAL, LARGEST_REFUSAL

DEFAULT_MODEL = "studio"


def add_model(parser: ArgumentParser) -> None:
    """``--model``: which model answers."""
    parser.add_argument(
        "--model",
        default=DEFAULT_MODEL,
        help=f"a model's name or .cvae file (default: {DEFAULT_MODEL})",
    )


def add_data(parser: ArgumentParser) -> None:
    """``--data``: which data set."""
    parser.add_argument(
        "--data",
        default="mnist",
        metavar="mnist|NAME|PATH",
        help="one of “data list”, an IDX, NPZ or CSV file, or a folder of labels (default: mnist)",
    )


def add_noise(parser: ArgumentParser) -> None:
    """``--noise`` and its ``--seed``."""
    parser.add_argument(
        "--noise",
        metavar="KIND:LEVEL",
        help="gaussian, salt-and-pepper, speckle or occlusion; level 0 to 1",
    )
    parser.add_argument("--seed", type=SEED, default=0, metavar="N", help="(default: 0)")


def add_output(parser: ArgumentParser, kind: object, metavar: str, *, required: bool) -> None:
    """``--output`` and ``--overwrite``."""
    assert callable(kind)
    parser.add_argument(
        "--output", type=kind, metavar=metavar, required=required, help="where to write"
    )
    parser.add_argument("--overwrite", action="store_true", help="replace what is there")


def add_compiled_into(parser: ArgumentParser) -> None:
    """``--compiled-into``: another place for what is compiled."""
    parser.add_argument(
        "--compiled-into",
        type=Path,
        metavar="FOLDER",
        help="keep the compiled graph there instead of in this machine's cache",
    )


def add_refuse(parser: ArgumentParser) -> None:
    """``--refuse``: how many real digits may be taken for none."""
    parser.add_argument(
        "--refuse",
        type=number(0, LARGEST_REFUSAL),
        default=DEFAULT_REFUSAL,
        metavar="SHARE",
        help="say “not a digit” of what is odder than this share of digits, at most "
        f"{LARGEST_REFUSAL:g}; 0 reads everything (default: {DEFAULT_REFUSAL:g})",
    )
