"""Arguments of ``desktop-cvae teach``.

Tested in tests/cli/test_teach.py and tests/cli/test_parser.py.
"""

from __future__ import annotations

from desktop_cvae.cli.options import (
    CommandParser,
    add_events,
    add_model,
    add_output,
    add_seed,
    model_path,
)
from desktop_cvae.core.language import mark, tr

SUMMARY = mark("Teach a copy of a model your handwriting, or new signs, from a few examples.")


def add_arguments(parser: CommandParser) -> None:
    """Add them to the command's parser."""
    add_model(parser)
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument(
        "--examples",
        metavar=tr("DATA"),
        help=tr("a folder with one sub-folder of pictures per label, or data as for --data"),
    )
    source.add_argument(
        "--archive", action="store_true", help=tr("use every archived picture that you labelled")
    )
    parser.add_argument(
        "--name", metavar=tr("NAME"), help=tr("the model's name (default: the output file's)")
    )
    add_seed(parser)
    add_events(parser)
    add_output(parser, model_path, tr("FILE"))
