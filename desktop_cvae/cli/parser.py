"""The parser of the command line, made of the arguments that stand beside each command.

``NAME_arguments.py`` declares the arguments of the command in ``NAME.py``. Parsing imports only the
former, and only that of the command that is asked for, so that the window, ``--help`` and usage
errors come at once.
"""

from __future__ import annotations

import logging
from argparse import SUPPRESS, Namespace, RawDescriptionHelpFormatter
from collections.abc import Iterable, Mapping
from importlib import import_module
from pathlib import Path

from desktop_cvae import __version__
from desktop_cvae.cli.argparse_texts import translate_argparse
from desktop_cvae.cli.options import PROGRAM, CommandParser, add_command, closest
from desktop_cvae.core.errors import UsageError
from desktop_cvae.core.language import mark, tr

COMMAND_GROUPS = (
    (mark("window, page and lessons"), ("gui", "serve", "lesson")),
    (mark("read digits"), ("recognize", "watch", "archive")),
    (mark("write digits"), ("reconstruct", "generate", "sheet", "complete", "walk")),
    (mark("train models"), ("train", "presets", "runs", "sweep", "teach", "models", "data")),
    (mark("measure models"), ("evaluate", "compare", "fool", "self-test")),
    (mark("set up"), ("shell-completion",)),
)
"""Headings of the help page, with their commands."""
COMMANDS = tuple(name for _, names in COMMAND_GROUPS for name in names)
_OTHER_FIRST_WORDS = ("-h", "--help", "--version")
_EPILOG = mark("""\
without a command the window opens: desktop-cvae [IMAGE or MODEL.cvae]
help of a command: desktop-cvae help COMMAND
exit codes: 0 all done, 1 some inputs failed, 2 usage, 3 environment, 4 bad model file,
            5 input/output, 130/143 interrupted
""")


def parse(argv: list[str]) -> Namespace:
    """Parse the arguments after the program's name.

    Returns:
        the arguments; ``module`` is the command's module within ``desktop_cvae.cli``, and
        ``log_level`` what it shows on standard error, as :func:`cli.output.shown_from` takes it.

    Raises:
        UsageError: they cannot be understood.
        SystemExit: after ``help``, ``--help`` and ``--version``.
    """
    translate_argparse()
    if argv and argv[0] == "help":
        if len(argv) > 1:
            _require_command(argv[1], opens=False)
        argv = [*argv[1:], "--help"]
    if not argv or argv[0] not in (*COMMANDS, *_OTHER_FIRST_WORDS):
        if argv:
            _require_command(argv[0], opens=True)
        argv = ["gui", *argv]
    wanted = [argv[0]] if argv[0] in COMMANDS else COMMANDS
    return build_parser(wanted).parse_args(argv)


def _require_command(word: str, *, opens: bool) -> None:
    """Check that a word is a command, or may be a picture that the window ``opens``."""
    if word in COMMANDS or word.startswith("-"):
        return
    similar = closest(word, COMMANDS)
    if similar and not (opens and Path(word).exists()):
        raise UsageError(
            tr("There is no command “{word}”. Did you mean “{name}”?", word=word, name=similar)
        )
    if not opens:
        raise UsageError(tr("There is no command “{word}” (see “desktop-cvae --help”).", word=word))


def build_parser(names: Iterable[str] = COMMANDS) -> CommandParser:
    """Return a parser of some commands; the top-level help page is complete with all of them."""
    parser = CommandParser(
        prog=PROGRAM,
        usage=f"{PROGRAM} [-h] [--version] {tr('COMMAND')} …",
        description=tr(
            "Draw or open a handwritten digit and watch a conditional variational "
            "autoencoder think."
        ),
        formatter_class=RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument(
        "--version",
        action="version",
        version=f"desktop-cvae {__version__}",
        help=tr("show program's version number and exit"),
    )
    parser.set_defaults(log_level=logging.WARNING)
    # The page lists them in groups, which argparse cannot.
    commands = parser.add_subparsers(
        prog=PROGRAM, metavar=tr("COMMAND"), required=True, help=SUPPRESS
    )
    summaries = {}
    for name in names:
        module = name.replace("-", "_")
        # By name: importing the arguments of all commands would delay the window by 20 modules.
        arguments = import_module(f"desktop_cvae.cli.{module}_arguments")
        summaries[name] = tr(arguments.SUMMARY)
        command = add_command(commands, name, summaries[name])
        command.set_defaults(module=module)
        arguments.add_arguments(command)
    parser.epilog = f"{_grouped(summaries)}\n{tr(_EPILOG)}"
    return parser


def _grouped(summaries: Mapping[str, str]) -> str:
    groups = []
    for heading, names in COMMAND_GROUPS:
        lines = [f"    {name:<18}{summaries[name]}\n" for name in names if name in summaries]
        groups.append(f"{tr(heading)}:\n{''.join(lines)}")
    return "\n".join(groups)
