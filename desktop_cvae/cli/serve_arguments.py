"""Arguments of ``desktop-cvae serve``.

Tested in tests/cli/test_serve.py and tests/cli/test_parser.py.
"""

from __future__ import annotations

from desktop_cvae.cli.options import CommandParser, add_events, add_model_option, whole_number
from desktop_cvae.core.language import mark, tr
from desktop_cvae.core.web_address import DEFAULT_PORT, LOOPBACK

SUMMARY = mark("Serve a web page on which visitors draw and read digits, and its JSON API.")


def add_arguments(parser: CommandParser) -> None:
    """Add them to the command's parser."""
    parser.add_argument(
        "--host",
        default=LOOPBACK,
        metavar=tr("ADDRESS"),
        help=tr(
            "address to listen on; 0.0.0.0 serves everyone on the network (default: this "
            "computer only)"
        ),
    )
    parser.add_argument(
        "--port",
        type=whole_number(0, 65_535),
        default=DEFAULT_PORT,
        metavar="N",
        help=tr("0 picks a free port (default: {value})", value=DEFAULT_PORT),
    )
    add_model_option(parser)
    parser.add_argument(
        "--workers",
        type=whole_number(1, 64),
        metavar="N",
        help=tr("number of reading threads (default: one per core, less one)"),
    )
    archive = parser.add_mutually_exclusive_group()
    archive.add_argument(
        "--with-archive",
        action="store_true",
        help=tr("let others on the network use your archive"),
    )
    archive.add_argument("--no-archive", action="store_true", help=tr("do not use the archive"))
    parser.add_argument(
        "--token",
        metavar=tr("TOKEN"),
        help=tr("secret at the end of the link, at least 16 characters (default: random)"),
    )
    parser.add_argument(
        "--access-log",
        action="store_true",
        help=tr("write a line for every request to standard error"),
    )
    add_events(parser, mark("JSON lines on standard output; ends when standard input is closed"))
    parser.add_argument("--open", action="store_true", help=tr("open the page in the browser"))
