"""Arguments of ``desktop-cvae complete``.

Tested in tests/cli/test_complete.py and tests/cli/test_parser.py.
"""

from __future__ import annotations

from desktop_cvae.cli.options import (
    CommandParser,
    add_image,
    add_label,
    add_model_option,
    add_output,
    add_seed,
    path_ending_in,
    whole_number,
)
from desktop_cvae.core.language import mark, tr

SUMMARY = mark("Fill in a missing part of a digit.")


def add_arguments(parser: CommandParser) -> None:
    """Add them to the command's parser."""
    add_image(parser)
    parser.add_argument(
        "--missing",
        required=True,
        metavar=tr("X,Y,W,H|MASK"),
        help=tr(
            "the missing part of the 28×28 pixels that the model sees: left, top, width "
            "and height, or a picture that is white there"
        ),
    )
    add_model_option(parser)
    add_label(
        parser,
        "auto",
        tr("the digit's label; auto takes the one that explains the rest best (default)"),
    )
    parser.add_argument(
        "--count",
        type=whole_number(1, 100),
        default=6,
        metavar="N",
        help=tr("(default: {value})", value=6),
    )
    add_seed(parser)
    add_output(parser, path_ending_in(".png", ".svg"), "PNG|SVG")
