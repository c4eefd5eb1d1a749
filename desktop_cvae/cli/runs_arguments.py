"""Arguments of ``desktop-cvae runs``.

Tested in tests/cli/test_runs.py and tests/cli/test_parser.py.
"""

from __future__ import annotations

from desktop_cvae.cli.options import CommandParser, add_actions, add_command, add_format
from desktop_cvae.core.language import mark, tr

SUMMARY = mark("List, show or remove trainings.")


def add_arguments(parser: CommandParser) -> None:
    """Add them to the command's parser."""
    actions = add_actions(parser)
    add_format(add_command(actions, "list", tr("List all runs, newest first.")), "text", "json")
    show = add_command(actions, "show", tr("Show a run's settings, state and last epoch."))
    show.add_argument("run", metavar=tr("RUN"), help=tr("a run's id or name"))
    add_format(show, "text", "json")
    summary = tr("Delete runs with their checkpoints; their models stay.")
    remove = add_command(actions, "remove", summary)
    remove.add_argument("runs", nargs="+", metavar=tr("RUN"), help=tr("a run's id or name"))
