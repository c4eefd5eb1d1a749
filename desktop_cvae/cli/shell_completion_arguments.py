"""Arguments of ``desktop-cvae shell-completion``.

Tested in tests/cli/test_shell_completion.py and tests/cli/test_parser.py.
"""

from __future__ import annotations

from desktop_cvae.cli.options import CommandParser
from desktop_cvae.core.language import mark, tr

SUMMARY = mark("Print a script that completes commands, options and files in a shell.")
SHELLS = ("bash", "zsh", "tcsh")


def add_arguments(parser: CommandParser) -> None:
    """Add them to the command's parser."""
    parser.add_argument("shell", choices=SHELLS, help=tr("which shell the script is for"))
