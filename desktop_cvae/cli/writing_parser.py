"""The commands that write digits, and their arguments."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Callable
from pathlib import Path
from typing import Any

from desktop_cvae.cli.options import (
    SEED,
    add_data,
    add_model,
    add_output,
    film_output,
    number,
    sheet_output,
    whole_number,
)
from desktop_cvae.core.language import tr
from desktop_cvae.core.specs import READ_AS_MEANT

Add = Callable[[Any, str, str, str], ArgumentParser]


def add_writing_commands(commands: Any, add: Add) -> None:
    """Add the commands.

    Args:
        commands: the subparsers of the program.
        add: makes the parser of one command from its name, summary and module.
    """
    for add_one in (_add_generate, _add_sheet, _add_complete, _add_walk):
        add_one(commands, add)


def _add_generate(commands: Any, add: Add) -> None:
    parser = add(commands, "generate", tr("Write new digits."), "")
    add_model(parser)
    parser.add_argument(
        "--label", default="all", metavar=tr("LABEL"), help=tr("0-9, or all in turn (default)")
    )
    number_wished = parser.add_mutually_exclusive_group()
    number_wished.add_argument(
        "--count", type=whole_number(1, 100_000), metavar="N", help=tr("how many (default: 100)")
    )
    number_wished.add_argument(
        "--per-label", type=whole_number(1, 10_000), metavar="N", help=tr("so many of every label")
    )
    checks = parser.add_mutually_exclusive_group()
    checks.add_argument(
        "--min-probability",
        type=number(0, 1),
        metavar="P",
        help=tr(
            "draw again what the model does not read as its label with that probability at "
            "least (default: {default} if one network reads what another one writes, else "
            "unchecked)",
            default=READ_AS_MEANT,
        ),
    )
    checks.add_argument("--unchecked", action="store_true", help=tr("take what comes"))
    parser.add_argument(
        "--temperature",
        type=number(0, 10),
        metavar="T",
        help=tr(
            "spread of the latent samples: 1 is the prior, or how one hand varies "
            "(default), 0 its mean"
        ),
    )
    parser.add_argument(
        "--seed", type=SEED, default=0, metavar="N", help=tr("(default: {value})", value=0)
    )
    parser.add_argument(
        "--style",
        metavar=tr("IMAGE"),
        help=tr("write in the hand of this picture: every digit once, or what else is wished"),
    )
    parser.add_argument(
        "--text",
        metavar=tr("TEXT"),
        help=tr("write this number in one line (“0171 23”), in the hand of --style, as PNG or SVG"),
    )
    parser.add_argument(
        "--format",
        # The keys of datasets.exporting.FORMATS; a test holds them together.
        choices=["png", "svg", "npz", "idx", "files"],
        help=tr(
            "a sheet, arrays, MNIST's files or single pictures (default: by the output's ending)"
        ),
    )
    parser.add_argument(
        "--report",
        type=Path,
        metavar=tr("FOLDER"),
        help=tr("judge them beside real digits, and show the training digits most like them"),
    )
    add_data(parser)
    add_output(parser, Path, tr("PNG|SVG|NPZ|FOLDER"), required=True)


def _add_sheet(commands: Any, add: Add) -> None:
    summary = tr("Show what a latent space holds, as one of four sheets.")
    parser = add(commands, "sheet", summary, "")
    parser.add_argument(
        "kind",
        # The keys of inference.published_sheets.SHEETS; a test holds them together.
        choices=["uniform", "random", "prior", "reconstructions"],
        help=tr(
            "an even walk through the latent square, random latent vectors, samples from "
            "the prior, or decoded test digits below their originals"
        ),
    )
    add_model(parser)
    parser.add_argument(
        "--label", default="all", metavar=tr("LABEL"), help=tr("0-9, or all (default)")
    )
    parser.add_argument(
        "--count",
        type=whole_number(1, 10_000),
        metavar="N",
        help=tr(
            "about how many digits (default: 400 for uniform, 50 for reconstructions, else 100)"
        ),
    )
    parser.add_argument(
        "--seed", type=SEED, default=0, metavar="N", help=tr("(default: {value})", value=0)
    )
    add_data(parser)
    add_output(parser, sheet_output, "PNG|SVG", required=True)


def _add_complete(commands: Any, add: Add) -> None:
    summary = tr("Propose what a missing part of a digit may have been.")
    parser = add(commands, "complete", summary, "")
    parser.add_argument("image", metavar=tr("IMAGE"), help=tr("a picture, or - for standard input"))
    parser.add_argument(
        "--missing",
        required=True,
        metavar=tr("X,Y,W,H|MASK"),
        help=tr(
            "what is missing of the 28×28 pixels that the model sees: left, top, width and "
            "height, or a picture that is white there"
        ),
    )
    add_model(parser)
    parser.add_argument(
        "--label",
        metavar=tr("LABEL"),
        default="auto",
        help=tr("what the digit is; auto takes what explains the rest best (default)"),
    )
    parser.add_argument(
        "--count",
        type=whole_number(1, 100),
        default=6,
        metavar="N",
        help=tr("(default: {value})", value=6),
    )
    parser.add_argument(
        "--seed", type=SEED, default=0, metavar="N", help=tr("(default: {value})", value=0)
    )
    add_output(parser, sheet_output, "PNG|SVG", required=True)


def _add_walk(commands: Any, add: Add) -> None:
    parser = add(commands, "walk", tr("Go from one digit to another through the latent space."), "")
    what = tr("a picture, a label (a digit of it is drawn by the seed), or “sample” without labels")
    parser.add_argument("start", metavar=tr("FROM"), help=what)
    parser.add_argument("end", metavar=tr("TO"), help=tr("the same"))
    add_model(parser)
    parser.add_argument(
        "--kind",
        # The keys of inference.walks.KINDS; a test holds them together.
        choices=["straight", "spherical"],
        default="spherical",
        help=tr("the shortest way, or one that stays where the prior's codes are (default)"),
    )
    parser.add_argument(
        "--steps",
        type=whole_number(2, 200),
        default=24,
        metavar="N",
        help=tr("(default: {value})", value=24),
    )
    parser.add_argument(
        "--seed", type=SEED, default=0, metavar="N", help=tr("(default: {value})", value=0)
    )
    add_output(parser, film_output, "GIF|PNG", required=True)
