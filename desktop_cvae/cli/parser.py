"""All commands and their arguments; standard library only, so that ``--help`` is instant."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from desktop_cvae import __version__
from desktop_cvae.cli.archive_parser import add_archive_command
from desktop_cvae.cli.argparse_texts import translate_argparse
from desktop_cvae.cli.options import (
    SEED,
    add_data,
    add_map_folder,
    add_model,
    add_noise,
    add_number_arguments,
    add_output,
    add_preparation,
    add_refuse,
    add_speed,
    model_output,
    number,
    png_output,
    whole_number,
)
from desktop_cvae.cli.training_parser import (
    add_evaluation_arguments,
    add_fooling_arguments,
    add_sweep_arguments,
    add_training_arguments,
)
from desktop_cvae.cli.writing_parser import Add, add_writing_commands
from desktop_cvae.core.errors import UsageError
from desktop_cvae.core.language import mark, tr
from desktop_cvae.core.specs import (
    MAX_PRIOR_COMPONENTS,
    PRIOR_COMPONENTS,
)


def add_data_actions(actions: Any, add: Add) -> None:
    """Add the actions.

    Args:
        actions: the subparsers of ``data``.
        add: makes the parser of one action from its name, summary and module.
    """
    list_ = add(actions, "list", tr("All data sets at hand."), "data")
    list_.add_argument("--format", choices=["text", "json"], default="text")
    download = add(actions, "download", tr("Fetch MNIST (12 MB), checked by its SHA-256."), "data")
    download.add_argument("dataset", choices=["mnist"])
    download.add_argument("--overwrite", action="store_true", help=tr("fetch it anew"))
    download.add_argument(
        "--events", choices=["jsonl"], help=tr("progress as one JSON object a line")
    )
    import_ = add(actions, "import", tr("Check a data set and keep it under a name."), "data")
    import_.add_argument(
        "path", type=Path, metavar=tr("PATH"), help=tr("IDX, NPZ or CSV, or a folder of labels")
    )
    import_.add_argument(
        "--label-names",
        metavar="A,B,…",
        help=tr("the labels' names in order; labels may count from 0 or from 1"),
    )
    import_.add_argument(
        "--transpose", action="store_true", help=tr("swap rows and columns, as EMNIST's files need")
    )
    import_.add_argument(
        "--invert", action="store_true", help=tr("swap light and dark, for dark ink on white")
    )
    _add_name(import_)
    make = add(actions, "make", tr("Let a model write a data set."), "data")
    add_model(make)
    make.add_argument("--count", type=whole_number(20, 200_000), default=2000, metavar="N")
    make.add_argument(
        "--seed", type=SEED, default=0, metavar="N", help=tr("(default: {value})", value=0)
    )
    _add_name(make)
    remove = add(actions, "remove", tr("Delete one of your data sets."), "data")
    remove.add_argument("name", metavar=tr("NAME"))


def _add_name(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--name", metavar=tr("NAME"), required=True, help=tr("what to call it, also for --data")
    )
    parser.add_argument("--overwrite", action="store_true", help=tr("replace one of that name"))


def add_recognition_arguments(parser: ArgumentParser) -> None:
    """Add everything that ``recognize`` can be told."""
    _add_pictures(parser)
    add_model(parser)
    parser.add_argument(
        "--field", choices=["digit"], default="digit", help=tr("what a picture holds: one digit")
    )
    add_number_arguments(parser)
    add_refuse(parser)
    add_preparation(parser)
    _add_results(parser)
    add_speed(parser)


def _add_pictures(parser: ArgumentParser) -> None:
    parser.add_argument(
        "images",
        nargs="*",
        metavar=tr("IMAGE"),
        help=tr("a file, a folder, or - for standard input"),
    )
    parser.add_argument(
        "--list",
        metavar=tr("FILE"),
        help=tr("read the pictures that this file names, one a line; - for standard input"),
    )
    parser.add_argument(
        "--recursive", action="store_true", help=tr("read the folders in the folders too")
    )


def _add_results(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--format", choices=["text", "jsonl", "csv"], default="text", help=tr("(default: text)")
    )
    add_output(parser, Path, tr("FILE"), required=False)
    parser.add_argument(
        "--skip-existing",
        action="store_true",
        help=tr("go on with the output file: leave out the pictures that it has, add the others"),
    )
    parser.add_argument(
        "--archive",
        action="store_true",
        help=tr("keep each picture with its answer, for “archive” and the window’s archive"),
    )
    parser.add_argument(
        "--unordered",
        action="store_true",
        help=tr("write results as they come, not in the pictures’ order"),
    )


if TYPE_CHECKING:
    from argparse import _SubParsersAction

    Commands = _SubParsersAction["_Parser"]

LOOPBACK, DEFAULT_PORT = "127.0.0.1", 8470
_OTHER_FIRST_WORDS = ("-h", "--help", "--version")
_EPILOG = mark("""\
without a command the window opens: desktop-cvae [IMAGE or MODEL.cvae]
exit codes: 0 all done, 1 some inputs failed, 2 usage, 3 environment, 4 bad model file,
            5 input/output, 130/143 interrupted
""")


class _Parser(ArgumentParser):
    """Errors become ours: one line and exit code 2, as for every other mistake."""

    def error(self, message: str) -> NoReturn:
        """Raise :class:`UsageError` instead of printing the usage and exiting."""
        raise UsageError(
            tr("{message} (“{prog} --help” shows how).", message=message, prog=self.prog)
        )


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


def _build() -> tuple[ArgumentParser, list[str]]:
    parser = _Parser(
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
    for add in (
        _add_gui,
        _add_recognize,
        _add_reconstruct,
        partial(add_writing_commands, add=_command),
        _add_train,
        _add_sweep,
        _add_teach,
        _add_evaluate,
        _add_fool,
        _add_compare,
        _add_models,
        _add_data_sets,
        _add_lesson,
        partial(add_archive_command, add=_command),
        _add_serve,
        _add_self_test,
    ):
        add(commands)
    return parser, list(commands.choices)


def _command(commands: Commands, name: str, summary: str, module: str = "") -> _Parser:
    parser = commands.add_parser(name, help=summary, description=summary, allow_abbrev=False)
    parser.set_defaults(module=module or name)
    return parser


def _add_gui(commands: Commands) -> None:
    parser = _command(commands, "gui", tr("Open the window (also without any command)."))
    parser.add_argument(
        "images",
        nargs="*",
        type=Path,
        metavar=tr("image"),
        help=tr("a picture or a .cvae file to open; several, or a folder, are read into a table"),
    )
    parser.add_argument("--model", metavar=tr("MODEL"), help=tr("a model's name or .cvae file"))
    parser.add_argument(
        "--screenshot",
        type=png_output,
        metavar="PNG",
        help=tr("show the window, wait for the first answer, save what it looks like, exit"),
    )
    parser.add_argument(
        "--safe-mode",
        action="store_true",
        help=tr(
            "as at a first start: default settings, model and engine, no recent files, "
            "nothing is looked up or remembered; your own settings stay as they are"
        ),
    )
    add_preparation(parser)


def _add_recognize(commands: Commands) -> None:
    parser = _command(commands, "recognize", tr("Read the digit in every picture."))
    add_recognition_arguments(parser)


def _add_reconstruct(commands: Commands) -> None:
    summary = tr("Draw input, noisy input, reconstruction and difference side by side.")
    parser = _command(commands, "reconstruct", summary)
    parser.add_argument("image", metavar=tr("IMAGE"), help=tr("a picture, or - for standard input"))
    add_model(parser)
    parser.add_argument(
        "--label",
        metavar=tr("LABEL"),
        default="auto",
        help=tr("the label that conditions the model; auto takes the recognised one (default)"),
    )
    add_noise(parser)
    add_output(parser, png_output, "PNG", required=True)


def _add_train(commands: Commands) -> None:
    summary = tr("Train a model, validate, save and measure it.")
    parser = _command(commands, "train", summary)
    add_training_arguments(parser)
    parser.add_argument(
        "--events", choices=["jsonl"], help=tr("progress as JSON lines on standard output")
    )
    add_map_folder(parser)
    parser.add_argument(
        "--resume", metavar=tr("RUN"), help=tr("go on with an interrupted training")
    )
    parser.add_argument(
        "--run-folder",
        type=Path,
        metavar=tr("FOLDER"),
        help=tr("keep the run there (default: among runs)"),
    )
    add_output(parser, model_output, tr("FILE"), required=False)


def _add_sweep(commands: Commands) -> None:
    summary = tr("Train many models from one file: a grid, by chance or a list of settings.")
    parser = _command(commands, "sweep", summary)
    add_sweep_arguments(parser)


def _add_teach(commands: Commands) -> None:
    summary = tr("Teach a copy of a model your own hand, or new signs, from a few examples.")
    parser = _command(commands, "teach", summary)
    parser.add_argument("model", metavar=tr("MODEL"), help=tr("a model's name or .cvae file"))
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument(
        "--examples",
        metavar=tr("DATA"),
        help=tr("a folder with one sub-folder of pictures a label, or data as --data takes it"),
    )
    source.add_argument(
        "--archive", action="store_true", help=tr("everything in the archive that you gave a label")
    )
    parser.add_argument(
        "--name", metavar=tr("NAME"), help=tr("the model's name (default: the output file's)")
    )
    parser.add_argument(
        "--seed", type=SEED, default=0, metavar="N", help=tr("(default: {value})", value=0)
    )
    parser.add_argument(
        "--events", choices=["jsonl"], help=tr("progress as JSON lines on standard output")
    )
    add_output(parser, model_output, tr("FILE"), required=True)


def _add_evaluate(commands: Commands) -> None:
    parser = _command(commands, "evaluate", tr("Measure a model on held-out digits."))
    add_evaluation_arguments(parser)


def _add_fool(commands: Commands) -> None:
    summary = tr("Find the smallest change of a digit that is read as another.")
    parser = _command(commands, "fool", summary)
    add_fooling_arguments(parser)


def _add_compare(commands: Commands) -> None:
    parser = _command(commands, "compare", tr("Put models side by side: pictures, tables, a page."))
    parser.add_argument(
        "models",
        nargs="+",
        metavar=tr("MODEL"),
        help=tr("names of models, .cvae files, or names or ids of runs; two at least"),
    )
    add_data(parser)
    parser.add_argument(
        "--limit", type=whole_number(1, 10_000_000), metavar="N", help=tr("only the first N images")
    )
    parser.add_argument(
        "--seed", type=SEED, default=0, metavar="N", help=tr("(default: {value})", value=0)
    )
    add_output(parser, Path, tr("FOLDER"), required=True)


def _add_models(commands: Commands) -> None:
    parser = _command(commands, "models", tr("List, show, move, fit models."))
    actions = parser.add_subparsers(
        title=tr("actions"), metavar=tr("ACTION"), required=True, dest="action"
    )
    _command(actions, "list", tr("All models at hand."), "models")
    info = _command(actions, "info", tr("Everything about one model."), "models")
    info.add_argument("model", metavar=tr("MODEL"), help=tr("a model's name or .cvae file"))
    info.add_argument("--format", choices=["text", "json"], default="text")
    add = _command(
        actions, "import", tr("Check model files and add them to the library."), "models"
    )
    add.add_argument("files", nargs="+", type=Path, metavar=tr("FILE"))
    export = _command(actions, "export", tr("Copy a model of the library to a file."), "models")
    export.add_argument("model", metavar=tr("MODEL"), help=tr("a model's name or .cvae file"))
    export.add_argument(
        "--format",
        choices=["cvae", "onnx"],
        default="cvae",
        help=tr(
            "cvae: the model file (default); onnx: its network and weights, for other programs"
        ),
    )
    add_output(export, Path, tr("FILE"), required=True)
    remove = _command(actions, "remove", tr("Delete one of your models."), "models")
    remove.add_argument("models", nargs="+", metavar=tr("NAME"))
    summary = tr("Fit how far a model's answers can be believed, and keep it in its file.")
    calibrate = _command(actions, "calibrate", summary, "models")
    calibrate.add_argument("model", metavar=tr("MODEL"), help=tr("a model's name or .cvae file"))
    add_data(calibrate)
    calibrate.add_argument(
        "--seed", type=SEED, default=0, metavar="N", help=tr("(default: {value})", value=0)
    )
    summary = tr(
        "Fit a prior to the codes of each label, calibrate again, and keep both in the file."
    )
    fit = _command(actions, "fit-prior", summary, "models")
    fit.add_argument("model", metavar=tr("MODEL"), help=tr("a model's name or .cvae file"))
    fit.add_argument(
        "--components",
        type=whole_number(0, MAX_PRIOR_COMPONENTS),
        default=PRIOR_COMPONENTS,
        metavar="N",
        help=tr(
            "Gaussians a label; 0 goes back to N(0, I) (default: {default})",
            default=PRIOR_COMPONENTS,
        ),
    )
    fit.add_argument(
        "--widen",
        type=number(0.1, 10),
        default=1.0,
        metavar="X",
        help=tr("scale their deviations: digits nobody wrote come more often (default: 1)"),
    )
    add_data(fit)
    fit.add_argument(
        "--seed", type=SEED, default=0, metavar="N", help=tr("(default: {value})", value=0)
    )
    summary = tr("Make one model of two: one reads, the other writes.")
    join = _command(actions, "join", summary, "models")
    join.add_argument(
        "reader", metavar=tr("READER"), help=tr("reads; a model's name or .cvae file")
    )
    join.add_argument("writer", metavar=tr("WRITER"), help=tr("writes; has the same labels"))
    add_output(join, Path, tr("FILE"), required=True)
    summary = tr("Average the weights of models that went on from the same training.")
    average = _command(actions, "average", summary, "models")
    average.add_argument("models", nargs="+", metavar=tr("MODEL"), help=tr("of one network"))
    add_output(average, Path, tr("FILE"), required=True)


def _add_data_sets(commands: Commands) -> None:
    parser = _command(commands, "data", tr("List, download, import, make, remove data sets."))
    actions = parser.add_subparsers(
        title=tr("actions"), metavar=tr("ACTION"), required=True, dest="action"
    )
    add_data_actions(actions, _command)


def _add_lesson(commands: Commands) -> None:
    summary = tr("Show and check lessons: sessions with notes, in one file.")
    parser = _command(commands, "lesson", summary)
    actions = parser.add_subparsers(
        title=tr("actions"), metavar=tr("ACTION"), required=True, dest="action"
    )
    show = _command(actions, "show", tr("What a lesson holds."), "lesson")
    check = _command(actions, "check", tr("Whether a lesson is whole, its model too."), "lesson")
    for action in (show, check):
        action.add_argument("file", type=Path, metavar=tr("FILE"), help=tr("a .cvae-lesson file"))
    show.add_argument("--format", choices=["text", "json"], default="text")


def _add_serve(commands: Commands) -> None:
    summary = tr("Serve a web page on which visitors draw and read digits, and its JSON API.")
    parser = _command(commands, "serve", summary)
    parser.add_argument(
        "--host",
        default=LOOPBACK,
        metavar=tr("ADDRESS"),
        help=tr("whom to serve; 0.0.0.0 is everybody in the network (default: this machine alone)"),
    )
    parser.add_argument(
        "--port",
        type=whole_number(0, 65_535),
        default=DEFAULT_PORT,
        metavar="N",
        help=tr("0 takes any that is free (default: {value})", value=DEFAULT_PORT),
    )
    add_model(parser)
    parser.add_argument(
        "--workers",
        type=whole_number(1, 64),
        metavar="N",
        help=tr("threads that read (default: one a core, but one)"),
    )
    archive = parser.add_mutually_exclusive_group()
    archive.add_argument(
        "--with-archive",
        action="store_true",
        help=tr("let others in the network use your archive too"),
    )
    archive.add_argument("--no-archive", action="store_true", help=tr("leave the archive closed"))
    parser.add_argument(
        "--token",
        metavar=tr("TOKEN"),
        help=tr("what the link ends with, 16 letters or more (default: made at random)"),
    )
    parser.add_argument(
        "--events",
        choices=["jsonl"],
        help=tr("JSON lines on standard output; ends when standard input is closed"),
    )
    parser.add_argument("--open", action="store_true", help=tr("open the page in the browser"))


def _add_self_test(commands: Commands) -> None:
    _command(commands, "self-test", tr("Try everything an installed copy needs."), "self_test")
