"""The arguments of ``desktop-cvae recognize``."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path

from desktop_cvae.cli.argument_types import whole_number
from desktop_cvae.cli.number_options import add_number_arguments
from desktop_cvae.cli.option_groups import add_model, add_output, add_refuse


def add_recognition_arguments(parser: ArgumentParser) -> None:
    """Add everything that ``recognize`` can be told."""
    _add_pictures(parser)
    add_model(parser)
    parser.add_argument(
        "--field", choices=["digit"], default="digit", help="what a picture holds: one digit"
    )
    add_number_arguments(parser)
    add_refuse(parser)
    _add_results(parser)
    _add_speed(parser)


def _add_pictures(parser: ArgumentParser) -> None:
    parser.add_argument(
        "images", nargs="*", metavar="IMAGE", help="a file, a folder, or - for standard input"
    )
    parser.add_argument(
        "--list",
        metavar="FILE",
        help="read the pictures that this file names, one a line; - for standard input",
    )
    parser.add_argument(
        "--recursive", action="store_true", help="read the folders in the folders too"
    )


def _add_results(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--format", choices=["text", "jsonl", "csv"], default="text", help="(default: text)"
    )
    add_output(parser, Path, "FILE", required=False)
    parser.add_argument(
        "--skip-existing",
        action="store_true",
        help="go on with the output file: leave out the pictures that it has, add the others",
    )


def _add_speed(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--workers",
        type=whole_number(1, 64),
        metavar="N",
        help="processes that share many pictures (default: one a core)",
    )
    parser.add_argument(
        "--engine",
        choices=["litert", "keras"],
        default="litert",
        help="litert: compiled, instant (default); keras: the reference, needs TensorFlow",
    )
