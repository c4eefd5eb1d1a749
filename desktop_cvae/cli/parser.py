"""All commands and their arguments; standard library only, so that ``--help`` is instant."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from desktop_cvae import __version__
from desktop_cvae.cli.argument_types import (
    SEED,
    model_output,
    number,
    png_output,
    whole_number,
)
from desktop_cvae.cli.data_arguments import add_data_actions
from desktop_cvae.cli.evaluation_arguments import add_evaluation_arguments
from desktop_cvae.cli.option_groups import (
    add_compiled_into,
    add_data,
    add_model,
    add_noise,
    add_output,
)
from desktop_cvae.cli.recognition_arguments import add_recognition_arguments
from desktop_cvae.cli.training_arguments import add_training_arguments
from desktop_cvae.core.errors import UsageError

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    Commands = _SubParsersAction["_Parser"]

_OTHER_FIRST_WORDS = ("-h", "--help", "--version")
_EPILOG = """\
without a command the window opens: desktop-cvae [IMAGE or MODEL.cvae]
exit codes: 0 all done, 1 some inputs failed, 2 usage, 3 environment, 4 bad model file,
            5 input/output, 130/143 interrupted
"""


class _Parser(ArgumentParser):
    """Errors become ours: one line and exit code 2, as for every other mistake."""

    def error(self, message: str) -> NoReturn:
        """Raise :class:`UsageError` instead of printing the usage and exiting."""
        raise UsageError(f"{message} (“{self.prog} --help” shows how).")


def parse(argv: list[str]) -> Namespace:
    """Parse the arguments after the program's name.

    Returns:
        the arguments; ``module`` is the command's module within ``desktop_cvae.cli``.

    Raises:
        UsageError: they cannot be understood.
        SystemExit: after ``--help`` and ``--version``.
    """
    parser, names = _build()
    if not argv or argv[0] not in (*names, *_OTHER_FIRST_WORDS):
        argv = ["gui", *argv]
    return parser.parse_args(argv)


def _build() -> tuple[ArgumentParser, list[str]]:
    parser = _Parser(
        prog="desktop-cvae",
        description="Draw or open a handwritten digit and watch a conditional variational "
        "autoencoder think.",
        epilog=_EPILOG,
        formatter_class=RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"desktop-cvae {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for add in (
        _add_gui,
        _add_recognize,
        _add_reconstruct,
        _add_generate,
        _add_train,
        _add_evaluate,
        _add_compare,
        _add_models,
        _add_data_sets,
        _add_self_test,
    ):
        add(commands)
    return parser, list(commands.choices)


def _command(commands: Commands, name: str, summary: str, module: str = "") -> _Parser:
    parser = commands.add_parser(name, help=summary, description=summary, allow_abbrev=False)
    parser.set_defaults(module=module or name)
    return parser


def _add_gui(commands: Commands) -> None:
    parser = _command(commands, "gui", "Open the window (also without any command).")
    parser.add_argument("image", nargs="?", type=Path, help="a picture or a .cvae file to open")
    parser.add_argument("--model", help="a model's name or .cvae file")
    parser.add_argument(
        "--screenshot",
        type=png_output,
        metavar="PNG",
        help="show the window, wait for the first answer, save what it looks like, exit",
    )


def _add_recognize(commands: Commands) -> None:
    parser = _command(commands, "recognize", "Read the digit in every picture.")
    add_recognition_arguments(parser)


def _add_reconstruct(commands: Commands) -> None:
    summary = "Draw input, noisy input, reconstruction and difference side by side."
    parser = _command(commands, "reconstruct", summary)
    parser.add_argument("image", metavar="IMAGE", help="a picture, or - for standard input")
    add_model(parser)
    parser.add_argument(
        "--label",
        default="auto",
        help="the label that conditions the model; auto takes the recognised one (default)",
    )
    add_noise(parser)
    add_output(parser, png_output, "PNG", required=True)


def _add_generate(commands: Commands) -> None:
    parser = _command(commands, "generate", "Write new digits.")
    add_model(parser)
    parser.add_argument("--label", default="all", help="0-9, or all in turn (default)")
    parser.add_argument(
        "--count", type=whole_number(1, 100_000), metavar="N", help="how many (default: 100)"
    )
    parser.add_argument(
        "--temperature",
        type=number(0, 10),
        metavar="T",
        help="spread of the latent samples: 1 is the prior (default), 0 its mean",
    )
    parser.add_argument("--seed", type=SEED, default=0, metavar="N", help="(default: 0)")
    parser.add_argument(
        "--style", metavar="IMAGE", help="write every digit once in the hand of this picture"
    )
    add_output(parser, Path, "PNG|NPZ|FOLDER", required=True)


def _add_train(commands: Commands) -> None:
    summary = "Train a model, validate, save and compile it."
    parser = _command(commands, "train", summary)
    add_training_arguments(parser)
    parser.add_argument(
        "--events", choices=["jsonl"], help="progress as JSON lines on standard output"
    )
    add_compiled_into(parser)
    parser.add_argument("--resume", metavar="RUN", help="go on with an interrupted training")
    parser.add_argument(
        "--run-folder", type=Path, metavar="FOLDER", help="keep the run there (default: among runs)"
    )
    add_output(parser, model_output, "FILE", required=False)


def _add_evaluate(commands: Commands) -> None:
    parser = _command(commands, "evaluate", "Measure a model on held-out digits.")
    add_evaluation_arguments(parser)


def _add_compare(commands: Commands) -> None:
    parser = _command(commands, "compare", "Put models side by side: pictures, tables, a page.")
    parser.add_argument(
        "models",
        nargs="+",
        metavar="MODEL",
        help="names of models, .cvae files, or names or ids of runs; two at least",
    )
    add_data(parser)
    parser.add_argument(
        "--limit", type=whole_number(1, 10_000_000), metavar="N", help="only the first N images"
    )
    parser.add_argument("--seed", type=SEED, default=0, metavar="N", help="(default: 0)")
    add_output(parser, Path, "FOLDER", required=True)


def _add_models(commands: Commands) -> None:
    parser = _command(commands, "models", "List, show, move, compile, calibrate models.")
    actions = parser.add_subparsers(title="actions", metavar="ACTION", required=True, dest="action")
    _command(actions, "list", "All models at hand.", "models")
    info = _command(actions, "info", "Everything about one model.", "models")
    info.add_argument("model", metavar="MODEL", help="a model's name or .cvae file")
    info.add_argument("--format", choices=["text", "json"], default="text")
    add = _command(actions, "import", "Check model files and add them to the library.", "models")
    add.add_argument("files", nargs="+", type=Path, metavar="FILE")
    export = _command(actions, "export", "Copy a model of the library to a file.", "models")
    export.add_argument("model", metavar="NAME")
    add_output(export, model_output, "FILE", required=True)
    remove = _command(actions, "remove", "Delete one of your models.", "models")
    remove.add_argument("models", nargs="+", metavar="NAME")
    compile_ = _command(actions, "compile", "Compile a model for instant answers.", "models")
    compile_.add_argument("model", metavar="MODEL", help="a model's name or .cvae file")
    add_compiled_into(compile_)
    summary = "Fit how far a model's answers can be believed, and keep it in its file."
    calibrate = _command(actions, "calibrate", summary, "models")
    calibrate.add_argument("model", metavar="MODEL", help="a model's name or .cvae file")
    add_data(calibrate)
    calibrate.add_argument("--seed", type=SEED, default=0, metavar="N", help="(default: 0)")


def _add_data_sets(commands: Commands) -> None:
    parser = _command(commands, "data", "List, download, import, make, remove data sets.")
    actions = parser.add_subparsers(title="actions", metavar="ACTION", required=True, dest="action")
    add_data_actions(actions, _command)


def _add_self_test(commands: Commands) -> None:
    _command(commands, "self-test", "Try everything an installed copy needs.", "self_test")
