"""The parser of the command line, made of the arguments that stand beside each command.

``NAME_arguments.py`` declares the arguments of the command in ``NAME.py``. Parsing imports only the
former, which need the standard library alone, so ``--help`` and usage errors come at once.
"""

from __future__ import annotations

from argparse import Namespace, RawDescriptionHelpFormatter
from typing import Protocol

from desktop_cvae import __version__
from desktop_cvae.cli import (
    archive_arguments,
    compare_arguments,
    complete_arguments,
    data_arguments,
    evaluate_arguments,
    fool_arguments,
    generate_arguments,
    gui_arguments,
    lesson_arguments,
    models_arguments,
    recognize_arguments,
    reconstruct_arguments,
    self_test_arguments,
    serve_arguments,
    sheet_arguments,
    sweep_arguments,
    teach_arguments,
    train_arguments,
    walk_arguments,
)
from desktop_cvae.cli.argparse_texts import translate_argparse
from desktop_cvae.cli.options import CommandParser, add_command
from desktop_cvae.core.language import mark, tr


class CommandArguments(Protocol):
    """A module that declares the arguments of one command."""

    SUMMARY: str
    __name__: str

    def add_arguments(self, parser: CommandParser, /) -> None:
        """Add them to the command's parser."""


COMMANDS: tuple[CommandArguments, ...] = (
    gui_arguments,
    recognize_arguments,
    reconstruct_arguments,
    generate_arguments,
    sheet_arguments,
    complete_arguments,
    walk_arguments,
    train_arguments,
    sweep_arguments,
    teach_arguments,
    evaluate_arguments,
    fool_arguments,
    compare_arguments,
    models_arguments,
    data_arguments,
    lesson_arguments,
    archive_arguments,
    serve_arguments,
    self_test_arguments,
)
"""In the order of the help page."""
_OTHER_FIRST_WORDS = ("-h", "--help", "--version")
_EPILOG = mark("""\
without a command the window opens: desktop-cvae [IMAGE or MODEL.cvae]
exit codes: 0 all done, 1 some inputs failed, 2 usage, 3 environment, 4 bad model file,
            5 input/output, 130/143 interrupted
""")


def parse(argv: list[str]) -> Namespace:
    """Parse the arguments after the program's name.

    Returns:
        the arguments; ``module`` is the command's module within ``desktop_cvae.cli``.

    Raises:
        UsageError: they cannot be understood.
        SystemExit: after ``--help`` and ``--version``.
    """
    translate_argparse()
    parser, names = _build()
    if not argv or argv[0] not in (*names, *_OTHER_FIRST_WORDS):
        argv = ["gui", *argv]
    return parser.parse_args(argv)


def _build() -> tuple[CommandParser, list[str]]:
    parser = CommandParser(
        prog="desktop-cvae",
        description=tr(
            "Draw or open a handwritten digit and watch a conditional variational "
            "autoencoder think."
        ),
        epilog=tr(_EPILOG),
        formatter_class=RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument(
        "--version",
        action="version",
        version=f"desktop-cvae {__version__}",
        help=tr("show program's version number and exit"),
    )
    commands = parser.add_subparsers(title=tr("commands"), metavar=tr("COMMAND"), required=True)
    for arguments in COMMANDS:
        module = arguments.__name__.rpartition(".")[2].removesuffix("_arguments")
        command = add_command(commands, module.replace("_", "-"), tr(arguments.SUMMARY))
        command.set_defaults(module=module)
        arguments.add_arguments(command)
    return parser, list(commands.choices)
