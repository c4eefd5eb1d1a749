"""Arguments of ``desktop-cvae fool``.

Tested in tests/cli/test_fool.py and tests/cli/test_parser.py.
"""

from __future__ import annotations

from desktop_cvae.cli.options import (
    CommandParser,
    add_events,
    add_false_rejection_rate,
    add_format,
    add_model_option,
    add_output,
    add_until,
    path_ending_in,
)
from desktop_cvae.core.language import mark, tr

SUMMARY = mark("Find the smallest change that makes a digit read as another.")


def add_arguments(parser: CommandParser) -> None:
    """Add them to the command's parser."""
    parser.add_argument(
        "image",
        metavar=tr("IMAGE"),
        help=tr("a picture, - for standard input, or 28×28 numbers from 0 to 1 as .npy"),
    )
    add_model_option(parser)
    parser.add_argument(
        "--into",
        default="any",
        metavar=tr("LABEL"),
        help=tr("the label it should be read as (default: any other)"),
    )
    parser.add_argument(
        "--norm",
        choices=["l2", "linf", "l0"],
        default="l2",
        help=tr(
            "what to minimise: l2 all changes together (default), linf the largest "
            "change, l0 the number of changed pixels"
        ),
    )
    add_until(parser)
    add_false_rejection_rate(parser)
    add_format(parser, "text", "json")
    add_events(parser)
    add_output(parser, path_ending_in(".png"), "PNG", required=False)
