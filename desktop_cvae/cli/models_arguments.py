"""Arguments of ``desktop-cvae models``.

Tested in tests/cli/test_models.py and tests/cli/test_parser.py.
"""

from __future__ import annotations

from pathlib import Path

from desktop_cvae.cli.options import (
    CommandParser,
    add_actions,
    add_command,
    add_data,
    add_format,
    add_model,
    add_output,
    add_seed,
    number,
    whole_number,
)
from desktop_cvae.core.language import mark, tr
from desktop_cvae.core.specs import MAX_PRIOR_COMPONENTS, PRIOR_COMPONENTS

SUMMARY = mark("List, show, copy, calibrate or combine models.")


def add_arguments(parser: CommandParser) -> None:
    """Add them to the command's parser."""
    actions = add_actions(parser)
    list_ = add_command(actions, "list", tr("List all models."))
    add_format(list_, "text", "json")
    info = add_command(actions, "info", tr("Show everything about one model."))
    add_model(info)
    add_format(info, "text", "json")
    card = add_command(actions, "card", tr("Print a model card in Markdown."))
    add_model(card)
    import_ = add_command(actions, "import", tr("Check model files and add them to the library."))
    import_.add_argument("files", nargs="+", type=Path, metavar=tr("FILE"))
    export = add_command(actions, "export", tr("Copy a model from the library to a file."))
    add_model(export)
    export.add_argument(
        "--format",
        choices=["cvae", "onnx", "keras"],
        default="cvae",
        help=tr(
            "cvae: the model file (default); onnx: its network and weights, for other programs; "
            "keras: the same of Keras' own layers"
        ),
    )
    export.add_argument(
        "--network",
        choices=["recogniser", "generator"],
        default="recogniser",
        help=tr(
            "for onnx and keras: the network that reads (default), or the one that writes, in onnx "
            "with its prior to draw new digits from"
        ),
    )
    export.add_argument(
        "--half",
        action="store_true",
        help=tr("for cvae: store the weights as float16, in a file half as large"),
    )
    add_output(export, Path, tr("FILE"))
    remove = add_command(actions, "remove", tr("Delete your models."))
    remove.add_argument("models", nargs="+", metavar=tr("NAME"))
    summary = tr("Calibrate a model's probabilities, and store the calibration in its file.")
    calibrate = add_command(actions, "calibrate", summary)
    add_model(calibrate)
    add_data(calibrate, of_model=True)
    add_seed(calibrate)
    summary = tr(
        "Fit a prior to each label's latent codes, recalibrate, and store both in the file."
    )
    _add_prior_options(add_command(actions, "fit-prior", summary))
    summary = tr("Join two models into one that reads with the first and writes with the second.")
    join = add_command(actions, "join", summary)
    join.add_argument(
        "reader", metavar=tr("READER"), help=tr("the model that reads, by name or .cvae file")
    )
    join.add_argument(
        "writer", metavar=tr("WRITER"), help=tr("the model that writes; it needs the same labels")
    )
    add_output(join, Path, tr("FILE"))
    summary = tr("Average the weights of models that continued from the same training.")
    average = add_command(actions, "average", summary)
    average.add_argument(
        "models", nargs="+", metavar=tr("MODEL"), help=tr("models of the same network")
    )
    add_output(average, Path, tr("FILE"))


def _add_prior_options(parser: CommandParser) -> None:
    add_model(parser)
    parser.add_argument(
        "--components",
        type=whole_number(0, MAX_PRIOR_COMPONENTS),
        default=PRIOR_COMPONENTS,
        metavar="N",
        help=tr(
            "Gaussians per label; 0 restores N(0, I) (default: {default})",
            default=PRIOR_COMPONENTS,
        ),
    )
    parser.add_argument(
        "--widen",
        type=number(0.1, 10),
        default=1.0,
        metavar="X",
        help=tr(
            "scale the standard deviations; more than 1 gives more unusual digits (default: 1)"
        ),
    )
    add_data(parser, of_model=True)
    add_seed(parser)
