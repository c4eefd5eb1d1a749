"""Arguments of ``desktop-cvae walk``.

Tested in tests/cli/test_walk.py and tests/cli/test_parser.py.
"""

from __future__ import annotations

from desktop_cvae.cli.options import (
    CommandParser,
    add_model_option,
    add_output,
    add_seed,
    path_ending_in,
    whole_number,
)
from desktop_cvae.core.language import mark, tr

SUMMARY = mark("Walk from one digit to another through the latent space.")


def add_arguments(parser: CommandParser) -> None:
    """Add them to the command's parser."""
    ends = tr(
        "a picture, a label (the model writes a digit of it, chosen by --seed), or “sample” for "
        "a model without labels"
    )
    parser.add_argument("start", metavar=tr("FROM"), help=ends)
    parser.add_argument("end", metavar=tr("TO"), help=tr("the same"))
    add_model_option(parser)
    parser.add_argument(
        "--kind",
        # The keys of inference.walks.KINDS; a test holds them together.
        choices=["straight", "spherical"],
        default="spherical",
        help=tr("the shortest path, or one that stays where the prior's codes are (default)"),
    )
    parser.add_argument(
        "--steps",
        type=whole_number(2, 200),
        default=24,
        metavar="N",
        help=tr("(default: {value})", value=24),
    )
    add_seed(parser)
    add_output(parser, path_ending_in(".gif", ".png"), "GIF|PNG")
