"""Arguments of ``desktop-cvae gui``.

Tested in tests/cli/test_gui.py and tests/cli/test_parser.py.
"""

from __future__ import annotations

from pathlib import Path

from desktop_cvae.cli.options import CommandParser, add_preparation, path_ending_in
from desktop_cvae.core.language import mark, tr

SUMMARY = mark("Open the window (the default command).")


def add_arguments(parser: CommandParser) -> None:
    """Add them to the command's parser."""
    parser.add_argument(
        "images",
        nargs="*",
        type=Path,
        metavar=tr("image"),
        help=tr("a picture or a .cvae file to open; several, or a folder, are read into a table"),
    )
    parser.add_argument(
        "-m", "--model", metavar=tr("MODEL"), help=tr("a model's name or .cvae file")
    )
    parser.add_argument(
        "--screenshot",
        type=path_ending_in(".png"),
        metavar="PNG",
        help=tr("show the window, wait for the first answer, save what it looks like, exit"),
    )
    parser.add_argument(
        "--safe-mode",
        action="store_true",
        help=tr(
            "start as if for the first time: default settings, model and engine, no "
            "recent files, nothing looked up or remembered; your own settings are kept"
        ),
    )
    add_preparation(parser)
