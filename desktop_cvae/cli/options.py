"""Options that several commands share, and the types of their values."""

from __future__ import annotations

import logging
import math
from argparse import (
    PARSER,
    SUPPRESS,
    ArgumentParser,
    ArgumentTypeError,
    RawDescriptionHelpFormatter,
)
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from desktop_cvae.cli.command_examples import EXAMPLES
from desktop_cvae.cli.output import complain
from desktop_cvae.core import paths
from desktop_cvae.core.calibration import DEFAULT_FALSE_REJECTION_RATE, MAX_FALSE_REJECTION_RATE
from desktop_cvae.core.errors import UsageError
from desktop_cvae.core.language import mark, tr
from desktop_cvae.core.preparation_names import PREPARATIONS
from desktop_cvae.core.thought import MOST_THINKING_STEPS, THINKING_STEPS

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    Actions = _SubParsersAction["CommandParser"]

PROGRAM = "desktop-cvae"
DEFAULT_MODEL = "studio"


class CommandParser(ArgumentParser):
    """A parser whose errors are ours: one line and exit code 2, as for every other mistake."""

    _given: Sequence[str] = ()

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """Parse as argparse does; unknown arguments are an error of the command they follow."""
        self._given = tuple(args or ())
        parsed, unknown = super().parse_known_args(args, namespace)
        # The program's own parser, to which argparse leaves them, knows no command's options.
        if unknown:
            self.error(tr("unrecognized arguments: %s") % " ".join(unknown))
        return parsed, unknown

    def error(self, message: str) -> NoReturn:
        """Raise :class:`UsageError` instead of printing the usage and exiting."""
        if similar := self._similar():
            raise UsageError(
                tr(
                    "{message}. Did you mean “{name}”? See “{prog} --help”.",
                    message=message,
                    name=similar,
                    prog=self.prog,
                )
            )
        raise UsageError(tr("{message} (see “{prog} --help”).", message=message, prog=self.prog))

    def _similar(self) -> str:
        """Return what an unknown action or option is most like; empty without any."""
        actions = [name for a in self._actions if a.nargs == PARSER for name in a.choices or ()]
        for argument in self._given:
            name = argument.partition("=")[0]
            if actions and not name.startswith("-"):
                # What follows an action is the action's own.
                return "" if name in actions else closest(name, actions)
            known = self._option_string_actions
            if name.startswith("--") and name not in known and (found := closest(name, known)):
                return found
        return ""


def closest(name: str, known: Iterable[str]) -> str:
    """Return the known name that a mistyped one is most like; empty if it is like none."""
    # Imported for mistakes only: parsing must stay quick.
    from difflib import get_close_matches

    return next(iter(get_close_matches(name, list(known), n=1, cutoff=0.7)), "")


def add_actions(parser: CommandParser) -> Actions:
    """Add the actions of a command such as ``models``; the chosen one is ``action``."""
    return parser.add_subparsers(
        title=tr("actions"), metavar=tr("ACTION"), required=True, dest="action"
    )


def add_command(commands: Actions, name: str, summary: str) -> CommandParser:
    """Add a command or an action, and return its parser."""
    parser = commands.add_parser(
        name,
        help=summary,
        description=summary,
        allow_abbrev=False,
        formatter_class=RawDescriptionHelpFormatter,
    )
    examples = EXAMPLES[parser.prog.removeprefix(f"{PROGRAM} ")]
    lines = "".join(f"  {PROGRAM} {example}\n" for example in examples)
    parser.epilog = f"{tr('examples')}:\n{lines}"
    _add_log_level(parser)
    return parser


def _add_log_level(parser: ArgumentParser) -> None:
    """Add ``--quiet`` and ``--verbose``; without them the program's own parser sets the level."""
    group = parser.add_mutually_exclusive_group()
    for short, name, level, summary in (
        ("-q", "--quiet", logging.ERROR, tr("no progress and no notes, only errors")),
        ("-v", "--verbose", logging.INFO, tr("also name files, data, versions and timings")),
    ):
        # An action's default would replace the value that was given before the action.
        group.add_argument(
            short,
            name,
            dest="log_level",
            action="store_const",
            const=level,
            default=SUPPRESS,
            help=summary,
        )


def whole_number(low: int, high: int) -> Callable[[str], int]:
    """Return a type for whole numbers from ``low`` to ``high``."""

    def parse(text: str) -> int:
        try:
            value = int(text)
        except ValueError:
            raise ArgumentTypeError(tr("“{text}” is not a whole number", text=text)) from None
        _require_range(value, low, high, text)
        return value

    return parse


def number(low: float, high: float) -> Callable[[str], float]:
    """Return a type for finite numbers from ``low`` to ``high``."""

    def parse(text: str) -> float:
        try:
            value = float(text)
        except ValueError:
            raise ArgumentTypeError(tr("“{text}” is not a number", text=text)) from None
        _require_range(value, low, high, text)
        return value

    return parse


def _require_range(value: float, low: float, high: float, text: str) -> None:
    if not (math.isfinite(value) and low <= value <= high):
        ends = {
            name: str(end) if isinstance(end, int) else f"{end:g}"
            for name, end in (("low", low), ("high", high))
        }
        raise ArgumentTypeError(
            tr("must be between {low} and {high}, not {text}", text=text, **ends)
        )


def path_ending_in(*suffixes: str) -> Callable[[str], Path]:
    """Return a type for paths that end in one of the suffixes, given in lower case."""

    def parse(text: str) -> Path:
        path = Path(text)
        if path.suffix.lower() not in suffixes:
            names = tr(" or ").join(suffixes)
            raise ArgumentTypeError(
                tr("“{name}” must end in {suffixes}", name=path.name, suffixes=names)
            )
        return path

    return parse


def model_path(text: str) -> Path:
    """Return a path that ends in ``.cvae``, in lower case as the library looks for it."""
    path = Path(text)
    if path.suffix != ".cvae":
        raise ArgumentTypeError(
            tr("“{name}” must end in {suffixes}", name=path.name, suffixes=".cvae")
        )
    return path


def add_image(parser: ArgumentParser) -> None:
    """Add ``IMAGE``, the picture that the command works on."""
    parser.add_argument("image", metavar=tr("IMAGE"), help=tr("a picture, or - for standard input"))


def add_model(parser: ArgumentParser) -> None:
    """Add ``MODEL``, the model that the command works on."""
    parser.add_argument("model", metavar=tr("MODEL"), help=tr("a model's name or .cvae file"))


def add_model_option(parser: ArgumentParser) -> None:
    """Add ``--model``, the model that answers."""
    parser.add_argument(
        "-m",
        "--model",
        default=DEFAULT_MODEL,
        metavar=tr("MODEL"),
        help=tr("a model's name or .cvae file (default: {default})", default=DEFAULT_MODEL),
    )


def add_data(parser: ArgumentParser, *, of_model: bool = False) -> None:
    """Add ``--data``, the data set; ``of_model`` takes the model's own by default (None)."""
    parser.add_argument(
        "--data",
        default=None if of_model else "mnist",
        metavar=tr("mnist|NAME|PATH"),
        help=tr(
            "a data set from “data list”, an IDX, NPZ or CSV file, or a folder with one "
            "sub-folder per label (default: {default})",
            default=tr("the one that the model learned from, or mnist") if of_model else "mnist",
        ),
    )


def add_limit(parser: ArgumentParser, least: int = 1) -> None:
    """Add ``--limit``, the number of images to use."""
    parser.add_argument(
        "--limit",
        type=whole_number(least, 10_000_000),
        metavar="N",
        help=tr("use only the first N images"),
    )


def add_seed(parser: ArgumentParser) -> None:
    """Add ``--seed``."""
    parser.add_argument(
        "--seed",
        type=whole_number(0, 2**31 - 1),
        default=0,
        metavar="N",
        help=tr("(default: {value})", value=0),
    )


def add_noise(parser: ArgumentParser) -> None:
    """Add ``--noise`` and its ``--seed``."""
    parser.add_argument(
        "--noise",
        metavar=tr("KIND:LEVEL"),
        help=tr("gaussian, salt-and-pepper, speckle or occlusion; level 0 to 1"),
    )
    add_seed(parser)


def add_label(parser: ArgumentParser, default: str, summary: str) -> None:
    """Add ``--label``; the default leaves it open."""
    parser.add_argument("--label", metavar=tr("LABEL"), default=default, help=summary)


def add_format(parser: ArgumentParser, *formats: str) -> None:
    """Add ``--format``; the first one is the default."""
    parser.add_argument(
        "--format",
        choices=formats,
        default=formats[0],
        help=tr("(default: {value})", value=formats[0]),
    )


def add_events(
    parser: ArgumentParser, summary: str = mark("progress as JSON lines on standard output")
) -> None:
    """Add ``--events``, which reports progress to programs."""
    parser.add_argument("--events", choices=["jsonl"], help=tr(summary))


def add_output(
    parser: ArgumentParser, type_: Callable[[str], Path], metavar: str, *, required: bool = True
) -> None:
    """Add ``--output`` and ``--overwrite``."""
    parser.add_argument(
        "-o",
        "--output",
        type=type_,
        metavar=metavar,
        required=required,
        help=tr("where to write"),
    )
    parser.add_argument("--overwrite", action="store_true", help=tr("replace an existing file"))


def add_false_rejection_rate(parser: ArgumentParser) -> None:
    """Add ``--refuse``, the false rejection rate."""
    parser.add_argument(
        "--refuse",
        type=number(0, MAX_FALSE_REJECTION_RATE),
        default=DEFAULT_FALSE_REJECTION_RATE,
        metavar=tr("SHARE"),
        help=tr(
            "false rejection rate: the share of real digits that may be rejected as “not a "
            "digit”, at most {most}; 0 rejects nothing (default: {default})",
            most=f"{MAX_FALSE_REJECTION_RATE:g}",
            default=f"{DEFAULT_FALSE_REJECTION_RATE:g}",
        ),
    )


def add_thinking(parser: CommandParser, text: str) -> None:
    """Add ``--think``: steps of thinking; 0 reads in one pass."""
    parser.add_argument(
        "--think",
        type=whole_number(1, MOST_THINKING_STEPS),
        nargs="?",
        const=THINKING_STEPS,
        default=0,
        metavar="N",
        help=tr("{text} ({n} if N is omitted)", text=text, n=THINKING_STEPS),
    )


def add_until(parser: ArgumentParser) -> None:
    """Add ``--until``, the condition on which a changed picture counts as misread."""
    parser.add_argument(
        "--until",
        choices=["misread", "sure"],
        default="misread",
        help=tr("when a change counts: “sure” requires that the wrong answer is not called unsure"),
    )


def add_preparation(parser: ArgumentParser) -> None:
    """Add ``--preparation``, the one way in which pictures are prepared."""
    parser.add_argument(
        "--preparation",
        choices=list(PREPARATIONS),
        default="",
        metavar=tr("NAME"),
        help=tr(
            "prepare every picture in this way, regardless of the evidence: {names}",
            names=", ".join(PREPARATIONS),
        ),
    )


def add_cluster(parser: ArgumentParser, summary: str) -> None:
    """Add ``--cluster`` and ``--certificates``, for :func:`bulk.cluster_connection.connect`."""
    parser.add_argument("--cluster", metavar=tr("local|ADDRESS"), help=summary)
    parser.add_argument(
        "--certificates",
        type=Path,
        metavar=tr("FOLDER"),
        help=tr("folder of ca.pem, cert.pem and key.pem, for a cluster on other machines"),
    )


def archive_limit() -> int:
    """Return the most entries of the archive, as set in the window."""
    # Importing anything of the window's brings Qt, which takes longer than parsing.
    from desktop_cvae.gui.settings import read_settings

    settings, complaint = read_settings(paths.settings_file())
    if complaint:
        complain(complaint)
    return settings.archive_limit
