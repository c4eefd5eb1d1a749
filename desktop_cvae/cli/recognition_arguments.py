"""The arguments of ``desktop-cvae recognize``."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path

from desktop_cvae.cli.option_groups import add_model, add_output


def add_recognition_arguments(parser: ArgumentParser) -> None:
    """Add everything that ``recognize`` can be told."""
    parser.add_argument(
        "images", nargs="+", metavar="IMAGE", help="a file, a folder, or - for standard input"
    )
    add_model(parser)
    parser.add_argument(
        "--field", choices=["digit"], default="digit", help="what a picture holds: one digit"
    )
    parser.add_argument(
        "--format", choices=["text", "jsonl", "csv"], default="text", help="(default: text)"
    )
    add_output(parser, Path, "FILE", required=False)
    parser.add_argument(
        "--engine",
        choices=["litert", "keras"],
        default="litert",
        help="litert: compiled, instant (default); keras: the reference, needs TensorFlow",
    )
