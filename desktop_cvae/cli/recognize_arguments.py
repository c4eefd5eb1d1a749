"""Arguments of ``desktop-cvae recognize``.

Tested in tests/cli/test_recognize.py and tests/cli/test_parser.py.
"""

from __future__ import annotations

from argparse import SUPPRESS
from pathlib import Path

from desktop_cvae.cli.options import (
    CommandParser,
    add_cluster,
    add_false_rejection_rate,
    add_format,
    add_model_option,
    add_output,
    add_preparation,
    add_thinking,
    whole_number,
)
from desktop_cvae.core.language import mark, tr

SUMMARY = mark("Read the digit in every picture.")
RULES = mark("length:N, postal:N, phone, card, date, amount or decimal")


def add_arguments(parser: CommandParser) -> None:
    """Add them to the command's parser."""
    _add_pictures(parser)
    add_model_option(parser)
    add_field(parser)
    add_false_rejection_rate(parser)
    add_preparation(parser)
    _add_results(parser)
    add_speed(parser)
    add_cluster(parser, tr("read on Dask workers: local, or a scheduler's tls://HOST:8786"))


def _add_pictures(parser: CommandParser) -> None:
    parser.add_argument(
        "images",
        nargs="*",
        metavar=tr("IMAGE"),
        help=tr("a file, a folder, or - for standard input"),
    )
    parser.add_argument(
        "--list",
        metavar=tr("FILE"),
        help=tr("read the pictures listed in this file, one per line; - for standard input"),
    )
    parser.add_argument("--recursive", action="store_true", help=tr("read sub-folders too"))


def add_field(parser: CommandParser) -> None:
    """Add what a picture holds: a digit, numbers by a rule, or a form."""
    # Has no effect; accepted so that old scripts still run. --numbers and --form took its place.
    parser.add_argument("--field", choices=["digit"], default="digit", help=SUPPRESS)
    parser.add_argument(
        "--numbers",
        action="store_true",
        help=tr(
            "read lines and pages of digits instead of one digit; ? stands for anything "
            "that is not a digit"
        ),
    )
    parser.add_argument(
        "--rule",
        metavar=tr("RULE"),
        help=tr("format of every line, with --numbers: {rules}", rules=tr(RULES)),
    )
    parser.add_argument(
        "--form",
        type=Path,
        metavar=tr("FORM.json"),
        help=tr("read the fields of this form on every page; the window draws such forms"),
    )
    parser.add_argument(
        "--values",
        action="append",
        default=[],
        metavar=tr("FIELD=FILE.csv[:COLUMN]"),
        help=tr(
            "with --form: this field is one of the values of a CSV file's column, instead of what "
            "the form says; can be given once for each field"
        ),
    )


def _add_results(parser: CommandParser) -> None:
    add_format(parser, "text", "jsonl", "csv")
    add_output(parser, Path, tr("FILE"), required=False)
    parser.add_argument(
        "--skip-existing",
        action="store_true",
        help=tr("resume the output file: skip the pictures that it contains, and add the others"),
    )
    parser.add_argument(
        "--archive",
        action="store_true",
        help=tr("keep each picture and its reading in the archive"),
    )
    parser.add_argument(
        "--unordered",
        action="store_true",
        help=tr("write results as they arrive, not in the order of the pictures"),
    )


def add_speed(parser: CommandParser) -> None:
    """Add how many processes read, with which engine."""
    parser.add_argument(
        "--workers",
        type=whole_number(1, 64),
        metavar="N",
        help=tr("number of processes (default: one per core)"),
    )
    parser.add_argument(
        "--fast",
        action="store_true",
        help=tr(
            "read each digit once, as the rules prepare it: for clean pictures; three times as "
            "fast, but without test-time augmentation of close calls"
        ),
    )
    add_thinking(parser, tr("think about each digit for up to N steps before answering"))
    parser.add_argument(
        "--engine",
        choices=["onnx", "keras"],
        default="onnx",
        help=tr("onnx: instant (default); keras: the reference, needs TensorFlow"),
    )
