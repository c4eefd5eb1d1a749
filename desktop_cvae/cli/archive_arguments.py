"""Arguments of ``desktop-cvae archive``.

Tested in tests/cli/test_archive.py and tests/cli/test_parser.py.
"""

from __future__ import annotations

import datetime
from argparse import ArgumentTypeError
from pathlib import Path

from desktop_cvae.cli.options import (
    CommandParser,
    add_actions,
    add_command,
    add_format,
    add_output,
    number,
    whole_number,
)
from desktop_cvae.core.language import mark, tr

SUMMARY = mark("List, show, export, remove or restore archived readings.")
NUMBER = whole_number(1, 2**63 - 1)
SHOWN = 50


def add_arguments(parser: CommandParser) -> None:
    """Add them to the command's parser."""
    actions = add_actions(parser)
    list_ = add_command(actions, "list", tr("List readings, newest first."))
    _add_search(list_)
    list_.add_argument(
        "--order", choices=["newest", "oldest", "surest", "least-sure"], default="newest"
    )
    list_.add_argument(
        "--limit",
        type=whole_number(1, 10_000_000),
        default=SHOWN,
        metavar="N",
        help=tr("show at most N entries (default: {count})", count=SHOWN),
    )
    add_format(list_, "text", "json", "jsonl", "csv")
    _add_export_options(add_command(actions, "export", tr("Write entries to a file or a folder.")))
    show = add_command(actions, "show", tr("Show one entry in full."))
    show.add_argument(
        "number", type=NUMBER, metavar=tr("NUMBER"), help=tr("as shown by “archive list”")
    )
    add_format(show, "text", "json")
    summary = tr("Remove entries; “restore” can undo this for a day.")
    remove = add_command(actions, "remove", summary)
    _add_numbers(remove)
    remove.add_argument(
        "--forever", action="store_true", help=tr("delete them permanently; this cannot be undone")
    )
    _add_numbers(add_command(actions, "restore", tr("Restore removed entries.")))


def moment(text: str) -> datetime.datetime:
    """A day or a moment, ISO 8601, in the machine's zone unless it names another."""
    try:
        return datetime.datetime.fromisoformat(text).astimezone()
    except (ValueError, OverflowError, OSError):
        raise ArgumentTypeError(
            tr("“{text}” is not a date; write it as 2026-11-22 or 2026-11-22T18:30", text=text)
        ) from None


def end_moment(text: str) -> datetime.datetime:
    """The same as an end: of a day its last moment is meant too."""
    found = moment(text)
    try:
        is_day = len(text) <= len("2026-11-22")
        return found + datetime.timedelta(days=1) if is_day else found
    except OverflowError:
        return found


def _add_export_options(parser: CommandParser) -> None:
    _add_search(parser)
    parser.add_argument(
        "--format",
        choices=["csv", "xlsx", "jsonl", "png", "dataset"],
        required=True,
        help=tr(
            "csv: a table; xlsx: an Excel workbook; jsonl: all of each entry, with its pictures; "
            "png: a folder of pictures; dataset: a file that “data import” and “--data” take"
        ),
    )
    parser.add_argument(
        "--trust-readings",
        action="store_true",
        help=tr("in a data set, use the reading as the label where you gave none"),
    )
    add_output(parser, Path, tr("PATH"))


def _add_numbers(parser: CommandParser) -> None:
    parser.add_argument(
        "numbers",
        nargs="+",
        type=NUMBER,
        metavar=tr("NUMBER"),
        help=tr("as shown by “archive list”"),
    )


def _add_search(parser: CommandParser) -> None:
    parser.add_argument(
        "--text",
        default="",
        metavar=tr("TEXT"),
        help=tr("words in name, reading, label, note or model"),
    )
    parser.add_argument(
        "--label", metavar=tr("LABEL"), help=tr("the label you gave, or else the one that was read")
    )
    parser.add_argument("--verdict", choices=["digit", "unsure", "not-a-digit"])
    parser.add_argument(
        "--source",
        choices=["drawing", "picture", "table", "command-line", "taught", "web-page"],
    )
    parser.add_argument("--model", metavar=tr("NAME"), help=tr("the model that read it"))
    parser.add_argument(
        "--since", type=moment, metavar=tr("DATE"), help=tr("archived at this time or later")
    )
    parser.add_argument(
        "--until", type=end_moment, metavar=tr("DATE"), help=tr("archived at this time or earlier")
    )
    parser.add_argument(
        "--at-least", type=number(0, 1), metavar="P", help=tr("smallest probability, 0 to 1")
    )
    parser.add_argument(
        "--at-most", type=number(0, 1), metavar="P", help=tr("largest probability, 0 to 1")
    )
    parser.add_argument("--starred", action="store_true", help=tr("only starred entries"))
    parser.add_argument(
        "--corrected", action="store_true", help=tr("only entries that you labelled")
    )
