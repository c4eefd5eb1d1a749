"""Arguments of ``desktop-cvae presets``.

Tested in tests/cli/test_presets.py and tests/cli/test_parser.py.
"""

from __future__ import annotations

from desktop_cvae.cli.options import CommandParser, add_actions, add_command, add_format
from desktop_cvae.core.language import mark, tr

SUMMARY = mark("List or show the networks that can be trained, with their settings.")


def add_arguments(parser: CommandParser) -> None:
    """Add them to the command's parser."""
    actions = add_actions(parser)
    add_format(add_command(actions, "list", tr("List all presets.")), "text", "json")
    show = add_command(actions, "show", tr("Show a preset's network and training settings."))
    show.add_argument("preset", metavar=tr("NAME"), help=tr("as shown by “presets list”"))
    add_format(show, "text", "json")
