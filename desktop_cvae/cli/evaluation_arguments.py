"""The arguments of ``desktop-cvae evaluate``."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path

from desktop_cvae.cli.argument_types import whole_number
from desktop_cvae.cli.option_groups import add_data, add_noise, add_output, add_refuse


def add_evaluation_arguments(parser: ArgumentParser) -> None:
    """Add everything that ``evaluate`` can be told."""
    parser.add_argument("model", metavar="MODEL", help="a model's name or .cvae file")
    add_data(parser)
    parser.add_argument(
        "--limit", type=whole_number(1, 10_000_000), metavar="N", help="only the first N images"
    )
    add_noise(parser)
    parser.add_argument(
        "--shift",
        type=whole_number(0, 14),
        default=0,
        metavar="PX",
        help="move every picture by exactly PX pixels, in one of 8 directions by chance",
    )
    parser.add_argument(
        "--prepare",
        choices=["auto", "always", "never"],
        default="auto",
        help="centre and scale as an opened file; auto does so if the pictures were shifted",
    )
    add_refuse(parser)
    parser.add_argument(
        "--sweep",
        action="append",
        choices=["noise", "shift"],
        default=[],
        help="read again under noise of σ 0 to 0.5, or after shifts of 0 to 3 pixels; may be twice",
    )
    parser.add_argument(
        "--not-digits",
        metavar="DATA",
        help="what should be refused: “made” (letters, signs and outlines drawn by the program), "
        "or data as --data takes it, its labels unread",
    )
    parser.add_argument(
        "--format", choices=["text", "json"], default="text", help="(default: text)"
    )
    add_output(parser, Path, "FOLDER", required=False)
