"""Arguments of ``desktop-cvae watch``.

Tested in tests/cli/test_watch.py and tests/cli/test_parser.py.
"""

from __future__ import annotations

from desktop_cvae.cli.options import (
    CommandParser,
    add_false_rejection_rate,
    add_model_option,
    number,
    path_ending_in,
)
from desktop_cvae.cli.recognize_arguments import add_field, add_speed
from desktop_cvae.core.language import mark, tr

SUMMARY = mark("Read every picture that arrives in a folder.")
INTERVAL_S = 2.0
"""Time between two looks at the folder, in seconds."""


def add_arguments(parser: CommandParser) -> None:
    """Add them to the command's parser."""
    parser.add_argument("folder", metavar=tr("FOLDER"), help=tr("where the pictures arrive"))
    parser.add_argument("--recursive", action="store_true", help=tr("read sub-folders too"))
    add_model_option(parser)
    add_field(parser)
    add_false_rejection_rate(parser)
    parser.add_argument(
        "-o",
        "--output",
        type=path_ending_in(".csv", ".jsonl"),
        metavar=tr("FILE"),
        required=True,
        help=tr("a .csv or .jsonl file to add the results to; the same command resumes it"),
    )
    parser.add_argument(
        "--interval",
        type=number(0.1, 3600),
        default=INTERVAL_S,
        metavar=tr("SECONDS"),
        help=tr("time between two checks of the folder (default: {value})", value=INTERVAL_S),
    )
    add_speed(parser)
    parser.set_defaults(preparation="", archive=False)
