"""Arguments of ``desktop-cvae compare``.

Tested in tests/cli/test_compare.py and tests/cli/test_parser.py.
"""

from __future__ import annotations

from pathlib import Path

from desktop_cvae.cli.options import CommandParser, add_data, add_limit, add_output, add_seed
from desktop_cvae.core.language import mark, tr

SUMMARY = mark("Compare models side by side: pictures, tables and a page.")


def add_arguments(parser: CommandParser) -> None:
    """Add them to the command's parser."""
    parser.add_argument(
        "models",
        nargs="+",
        metavar=tr("MODEL"),
        help=tr("two or more model names, .cvae files, or run names or ids"),
    )
    add_data(parser)
    add_limit(parser)
    add_seed(parser)
    add_output(parser, Path, tr("FOLDER"))
