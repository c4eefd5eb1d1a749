"""Arguments of ``desktop-cvae sheet``.

Tested in tests/cli/test_sheet.py and tests/cli/test_parser.py.
"""

from __future__ import annotations

from desktop_cvae.cli.options import (
    CommandParser,
    add_data,
    add_label,
    add_model_option,
    add_output,
    add_seed,
    path_ending_in,
    whole_number,
)
from desktop_cvae.core.language import mark, tr

SUMMARY = mark("Show a latent space as one of four grids of digits.")


def add_arguments(parser: CommandParser) -> None:
    """Add them to the command's parser."""
    parser.add_argument(
        "kind",
        # The keys of inference.latent_grids.LATENT_GRIDS; a test holds them together.
        choices=["uniform", "random", "prior", "reconstructions"],
        help=tr(
            "an even grid over the latent square, random latent vectors, samples from "
            "the prior, or decoded test digits below their originals"
        ),
    )
    add_model_option(parser)
    add_label(parser, "all", tr("0-9, or all (default)"))
    parser.add_argument(
        "--count",
        type=whole_number(1, 10_000),
        metavar="N",
        help=tr(
            "about how many digits (default: 400 for uniform, 50 for reconstructions, else 100)"
        ),
    )
    add_seed(parser)
    add_data(parser)
    add_output(parser, path_ending_in(".png", ".svg"), "PNG|SVG")
