"""The arguments of ``desktop-cvae archive``; standard library only."""

from __future__ import annotations

import datetime
from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Callable
from pathlib import Path
from typing import Any

from desktop_cvae.cli.options import add_output, number, whole_number
from desktop_cvae.core.language import tr

Add = Callable[[Any, str, str, str], ArgumentParser]
NUMBER = whole_number(1, 2**63 - 1)
SHOWN = 50


def moment(text: str) -> datetime.datetime:
    """A day or a moment, ISO 8601, in the machine's zone unless it names another."""
    try:
        return datetime.datetime.fromisoformat(text).astimezone()
    except (ValueError, OverflowError, OSError):
        raise ArgumentTypeError(
            tr("“{text}” is no date; write it as 2026-11-22 or 2026-11-22T18:30", text=text)
        ) from None


def end_moment(text: str) -> datetime.datetime:
    """The same as an end: of a day its last moment is meant too."""
    found = moment(text)
    try:
        is_day = len(text) <= len("2026-11-22")
        return found + datetime.timedelta(days=1) if is_day else found
    except OverflowError:
        return found


def add_archive_command(commands: Any, add: Add) -> None:
    """Add the command.

    Args:
        commands: the subparsers of the program.
        add: makes the parser of a command or an action from its name, summary and module.
    """
    parser = add(commands, "archive", tr("List, show, export, remove what was read and kept."), "")
    actions = parser.add_subparsers(
        title=tr("actions"), metavar=tr("ACTION"), required=True, dest="action"
    )
    _add_list(actions, add)
    _add_export(actions, add)
    show = add(actions, "show", tr("All of one entry."), "archive")
    show.add_argument(
        "number", type=NUMBER, metavar=tr("NUMBER"), help=tr("as “archive list” says it")
    )
    show.add_argument("--format", choices=["text", "json"], default="text")
    remove = add(actions, "remove", tr("Remove entries; “restore” undoes it for a day."), "archive")
    _add_numbers(remove)
    remove.add_argument(
        "--forever", action="store_true", help=tr("overwrite them now; nothing brings them back")
    )
    restore = add(actions, "restore", tr("Bring removed entries back."), "archive")
    _add_numbers(restore)


def _add_list(actions: Any, add: Add) -> None:
    list_ = add(actions, "list", tr("What was read, the newest first."), "archive")
    _add_search(list_)
    list_.add_argument(
        "--order", choices=["newest", "oldest", "surest", "least-sure"], default="newest"
    )
    list_.add_argument(
        "--limit",
        type=whole_number(1, 10_000_000),
        default=SHOWN,
        metavar="N",
        help=tr("so many at most (default: {count})", count=SHOWN),
    )
    list_.add_argument("--format", choices=["text", "jsonl", "csv"], default="text")


def _add_export(actions: Any, add: Add) -> None:
    export = add(actions, "export", tr("Write entries to a file or a folder."), "archive")
    _add_search(export)
    export.add_argument(
        "--format",
        choices=["csv", "jsonl", "png", "dataset"],
        required=True,
        help=tr(
            "csv: a table; jsonl: all of each entry, with its pictures; png: a folder of pictures; "
            "dataset: a file that “data import” and “--data” take"
        ),
    )
    export.add_argument(
        "--trust-readings",
        action="store_true",
        help=tr("in a data set, take as labels also what was read, where nobody said what it is"),
    )
    add_output(export, Path, tr("PATH"), required=True)


def _add_numbers(parser: ArgumentParser) -> None:
    parser.add_argument(
        "numbers",
        nargs="+",
        type=NUMBER,
        metavar=tr("NUMBER"),
        help=tr("as “archive list” says them"),
    )


def _add_search(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--text",
        default="",
        metavar=tr("TEXT"),
        help=tr("words in name, reading, label, note or model"),
    )
    parser.add_argument(
        "--label", metavar=tr("LABEL"), help=tr("what it is taken for: as you said, else as read")
    )
    parser.add_argument("--verdict", choices=["digit", "unsure", "not-a-digit"])
    parser.add_argument(
        "--source",
        choices=["drawing", "picture", "table", "command-line", "taught", "web-page"],
    )
    parser.add_argument("--model", metavar=tr("NAME"), help=tr("the model that read it"))
    parser.add_argument("--since", type=moment, metavar=tr("DATE"), help=tr("kept then or later"))
    parser.add_argument(
        "--until", type=end_moment, metavar=tr("DATE"), help=tr("kept then or earlier")
    )
    parser.add_argument(
        "--at-least", type=number(0, 1), metavar="P", help=tr("smallest probability, 0 to 1")
    )
    parser.add_argument(
        "--at-most", type=number(0, 1), metavar="P", help=tr("largest probability, 0 to 1")
    )
    parser.add_argument("--starred", action="store_true", help=tr("only those with a star"))
    parser.add_argument(
        "--corrected", action="store_true", help=tr("only those of which you said what they are")
    )
