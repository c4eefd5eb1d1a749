"""Arguments of ``desktop-cvae reconstruct``.

Tested in tests/cli/test_reconstruct.py and tests/cli/test_parser.py.
"""

from __future__ import annotations

from desktop_cvae.cli.options import (
    CommandParser,
    add_image,
    add_label,
    add_model_option,
    add_noise,
    add_output,
    path_ending_in,
)
from desktop_cvae.core.language import mark, tr

SUMMARY = mark("Draw input, noisy input, reconstruction and difference side by side.")


def add_arguments(parser: CommandParser) -> None:
    """Add them to the command's parser."""
    add_image(parser)
    add_model_option(parser)
    add_label(
        parser,
        "auto",
        tr("label that conditions the model; auto uses the recognised one (default)"),
    )
    add_noise(parser)
    add_output(parser, path_ending_in(".png"), "PNG")
