"""Arguments of ``desktop-cvae generate``.

Tested in tests/cli/test_generate.py and tests/cli/test_parser.py.
"""

from __future__ import annotations

from pathlib import Path

from desktop_cvae.cli.options import (
    CommandParser,
    add_data,
    add_label,
    add_model_option,
    add_output,
    add_seed,
    number,
    whole_number,
)
from desktop_cvae.core.language import mark, tr
from desktop_cvae.core.specs import READ_AS_MEANT

SUMMARY = mark("Write new digits.")


def add_arguments(parser: CommandParser) -> None:
    """Add them to the command's parser."""
    add_model_option(parser)
    add_label(parser, "all", tr("0-9, or all in turn (default)"))
    counts = parser.add_mutually_exclusive_group()
    counts.add_argument(
        "--count",
        type=whole_number(1, 100_000),
        metavar="N",
        help=tr("number of digits (default: 100)"),
    )
    counts.add_argument(
        "--per-label",
        type=whole_number(1, 10_000),
        metavar="N",
        help=tr("number of digits per label"),
    )
    checks = parser.add_mutually_exclusive_group()
    checks.add_argument(
        "--min-probability",
        type=number(0, 1),
        metavar="P",
        help=tr(
            "redraw digits that the model does not read as their label with at least "
            "this probability (default: {default} if one network reads and another "
            "writes, otherwise unchecked)",
            default=READ_AS_MEANT,
        ),
    )
    checks.add_argument(
        "--unchecked",
        action="store_true",
        help=tr("keep every digit, whatever label the model reads"),
    )
    parser.add_argument(
        "--temperature",
        type=number(0, 10),
        metavar="T",
        help=tr(
            "spread of the latent samples: 1 is the prior, or the variation of one "
            "handwriting (default), 0 its mean"
        ),
    )
    add_seed(parser)
    parser.add_argument(
        "--style",
        metavar=tr("IMAGE"),
        help=tr("write in the handwriting of this picture: each digit once, unless told otherwise"),
    )
    parser.add_argument(
        "--text",
        metavar=tr("TEXT"),
        help=tr(
            "write this number in one line (“0171 23”) in the handwriting of --style, as PNG or SVG"
        ),
    )
    parser.add_argument(
        "--format",
        # The keys of datasets.generated_files.FORMATS; a test holds them together.
        choices=["png", "svg", "npz", "idx", "files"],
        help=tr(
            "a contact sheet, arrays, MNIST's files or single pictures (default: by the "
            "output's ending)"
        ),
    )
    parser.add_argument(
        "--report",
        type=Path,
        metavar=tr("FOLDER"),
        help=tr("compare them with real digits, and show the most similar training digits"),
    )
    add_data(parser)
    add_output(parser, Path, tr("PNG|SVG|NPZ|FOLDER"))
