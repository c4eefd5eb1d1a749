"""Arguments of ``desktop-cvae lesson``.

Tested in tests/cli/test_lesson.py and tests/cli/test_parser.py.
"""

from __future__ import annotations

from pathlib import Path

from desktop_cvae.cli.options import CommandParser, add_actions, add_command, add_format
from desktop_cvae.core.language import mark, tr

SUMMARY = mark("Show or check lessons: files of sessions with notes.")


def add_arguments(parser: CommandParser) -> None:
    """Add them to the command's parser."""
    actions = add_actions(parser)
    show = add_command(actions, "show", tr("Show the contents of a lesson."))
    check = add_command(actions, "check", tr("Check that a lesson and its model are intact."))
    for action in (show, check):
        action.add_argument("file", type=Path, metavar=tr("FILE"), help=tr("a .cvae-lesson file"))
    add_format(show, "text", "json")
