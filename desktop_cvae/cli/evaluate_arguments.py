"""Arguments of ``desktop-cvae evaluate``.

Tested in tests/cli/test_evaluate.py and tests/cli/test_parser.py.
"""

from __future__ import annotations

from pathlib import Path

from desktop_cvae.cli.options import (
    CommandParser,
    add_data,
    add_false_rejection_rate,
    add_format,
    add_limit,
    add_model,
    add_noise,
    add_output,
    add_thinking,
    add_until,
    whole_number,
)
from desktop_cvae.core.language import mark, tr

SAMPLES = 1000
"""Importance samples with which likelihoods are usually published."""
SUMMARY = mark("Measure a model on held-out digits.")


def add_arguments(parser: CommandParser) -> None:
    """Add them to the command's parser."""
    add_model(parser)
    add_data(parser, of_model=True)
    add_limit(parser)
    _add_corruptions(parser)
    parser.add_argument(
        "--as-read",
        action="store_true",
        help=tr(
            "also read the pictures as “recognize” does, with preparations, test-time "
            "augmentation and verdicts; of a folder, read the files themselves"
        ),
    )
    add_thinking(
        parser,
        tr(
            "also think about each digit for up to N steps; with --attack, attack the reader "
            "that thinks"
        ),
    )
    parser.add_argument(
        "--likelihood",
        type=whole_number(1, 100_000),
        nargs="?",
        const=SAMPLES,
        metavar="N",
        help=tr(
            "estimate log p(x) of binarised digits from N importance samples a label "
            "({n} if N is omitted)",
            n=SAMPLES,
        ),
    )
    add_false_rejection_rate(parser)
    parser.add_argument(
        "--not-digits",
        metavar=tr("DATA"),
        help=tr(
            "pictures to be rejected: “made” (letters, signs and outlines drawn by the "
            "program), or data as for --data, without its labels"
        ),
    )
    _add_generation(parser)
    _add_attack(parser)
    add_format(parser, "text", "json")
    add_output(parser, Path, tr("FOLDER"), required=False)


def _add_corruptions(parser: CommandParser) -> None:
    add_noise(parser)
    parser.add_argument(
        "--shift",
        type=whole_number(0, 14),
        default=0,
        metavar="PX",
        help=tr("shift every picture by exactly PX pixels in one of 8 random directions"),
    )
    parser.add_argument(
        "--prepare",
        choices=["auto", "always", "never"],
        default="auto",
        help=tr("centre and scale pictures like opened files; auto does so if they were shifted"),
    )
    parser.add_argument(
        "--sweep",
        action="append",
        choices=["noise", "shift"],
        default=[],
        help=tr(
            "also read under noise of σ 0 to 0.5, or after shifts of 0 to 3 pixels; can be repeated"
        ),
    )


def _add_generation(parser: CommandParser) -> None:
    parser.add_argument(
        "--generation",
        action="store_true",
        help=tr(
            "judge generated digits with a classifier trained on the training digits "
            "alone, in a minute or two; --seed selects it (needs TensorFlow)"
        ),
    )
    parser.add_argument(
        "--samples",
        type=whole_number(1000, 100_000),
        metavar="N",
        help=tr("number of digits to judge, with --generation (default: 10000)"),
    )


def _add_attack(parser: CommandParser) -> None:
    parser.add_argument(
        "--attack",
        choices=["l2", "linf", "l0"],
        help=tr(
            "find the smallest change, in this norm, that makes digits misread (needs "
            "TensorFlow and Foolbox, the extra “attack”)"
        ),
    )
    parser.add_argument(
        "--digits",
        type=whole_number(1, 100_000),
        metavar="N",
        help=tr("number of digits to attack, chosen by --seed (default: 500)"),
    )
    add_until(parser)
