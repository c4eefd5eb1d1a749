"""The arguments of ``train``, ``sweep``, ``evaluate`` and ``fool``.

Those of ``train`` are read from the fields of network and training, one for every setting.
"""

from __future__ import annotations

import dataclasses
from argparse import ArgumentParser
from pathlib import Path

from desktop_cvae.cli.options import (
    add_cluster,
    add_data,
    add_model,
    add_noise,
    add_output,
    add_refuse,
    number,
    png_output,
    whole_number,
)
from desktop_cvae.core.language import tr
from desktop_cvae.core.presets import PRESETS
from desktop_cvae.core.specs import (
    LATENT_DIM,
    TRAINING_SETTINGS,
    Setting,
    TrainingConfig,
    option_of,
)


def add_training_arguments(parser: ArgumentParser) -> None:
    """Add what decides the network and its training; unset options keep the preset's values."""
    parser.add_argument(
        "--preset",
        default="studio",
        metavar=tr("NAME"),
        help=tr("{presets} (default: studio)", presets=", ".join(PRESETS)),
    )
    parser.add_argument(
        "--start-from",
        metavar=tr("MODEL"),
        help=tr("go on from a model's network and weights, on other data or with other settings"),
    )
    add_data(parser)
    parser.add_argument(
        "--limit", type=whole_number(2, 10_000_000), metavar="N", help=tr("only the first N images")
    )
    parser.add_argument(
        "--name", metavar=tr("NAME"), help=tr("the model's name (default: the output file's)")
    )
    _add_setting(parser, "latent_dim", LATENT_DIM, is_whole=True)
    parser.add_argument(
        "--no-labels", action="store_true", help=tr("the same network as a plain VAE")
    )
    kinds = {field.name: field.type for field in dataclasses.fields(TrainingConfig)}
    for name, setting in TRAINING_SETTINGS.items():
        _add_setting(parser, name, setting, is_whole=kinds[name] == "int")


def _add_setting(parser: ArgumentParser, name: str, setting: Setting, *, is_whole: bool) -> None:
    # A setting is found under its field's whole name too: --beta-warmup-epochs.
    flags = list(dict.fromkeys((option_of(name), f"--{name.replace('_', '-')}")))
    # A literal per cent sign would be a format.
    text = tr(setting.help).replace("%", "%%")
    if setting.choices:
        names = [value for value, _ in setting.choices]
        parser.add_argument(*flags, dest=name, choices=names, help=text)
        return
    kind = whole_number(int(setting.low), int(setting.high)) if is_whole else None
    parser.add_argument(
        *flags,
        dest=name,
        type=kind or number(setting.low, setting.high),
        metavar=tr(setting.unit).upper() or ("N" if is_whole else "X"),
        help=text,
    )


def add_sweep_arguments(parser: ArgumentParser) -> None:
    """Add everything that ``sweep`` can be told."""
    parser.add_argument(
        "file",
        type=Path,
        metavar=tr("FILE.toml"),
        help=tr("what to train; see docs/sweep_format.md"),
    )
    parser.add_argument(
        "--jobs",
        type=whole_number(1, 256),
        metavar="N",
        help=tr("trainings at once (default: as many as cores and memory suit)"),
    )
    add_cluster(parser, tr("train on the workers of a Dask cluster that have --resources TRAIN=1"))
    parser.add_argument(
        "--table", action="store_true", help=tr("only show how far it is; trains nothing")
    )
    parser.add_argument(
        "--format", choices=["text", "json", "csv"], default="text", help=tr("(default: text)")
    )
    parser.add_argument(
        "--install",
        metavar="N",
        help=tr("put the model of training N, or of the “best”, among your models at the end"),
    )
    parser.add_argument(
        "--retry-failed", action="store_true", help=tr("begin those anew that have failed")
    )
    parser.add_argument(
        "--events", choices=["jsonl"], help=tr("progress as JSON lines on standard output")
    )


def add_evaluation_arguments(parser: ArgumentParser) -> None:
    """Add everything that ``evaluate`` can be told."""
    parser.add_argument("model", metavar=tr("MODEL"), help=tr("a model's name or .cvae file"))
    add_data(parser)
    parser.add_argument(
        "--limit", type=whole_number(1, 10_000_000), metavar="N", help=tr("only the first N images")
    )
    add_noise(parser)
    parser.add_argument(
        "--shift",
        type=whole_number(0, 14),
        default=0,
        metavar="PX",
        help=tr("move every picture by exactly PX pixels, in one of 8 directions by chance"),
    )
    parser.add_argument(
        "--prepare",
        choices=["auto", "always", "never"],
        default="auto",
        help=tr("centre and scale as an opened file; auto does so if the pictures were shifted"),
    )
    add_refuse(parser)
    parser.add_argument(
        "--sweep",
        action="append",
        choices=["noise", "shift"],
        default=[],
        help=tr(
            "read again under noise of σ 0 to 0.5, or after shifts of 0 to 3 pixels; may be twice"
        ),
    )
    parser.add_argument(
        "--not-digits",
        metavar=tr("DATA"),
        help=tr(
            "what should be refused: “made” (letters, signs and outlines drawn by the "
            "program), or data as --data takes it, its labels unread"
        ),
    )
    parser.add_argument(
        "--generation",
        action="store_true",
        help=tr(
            "judge what the model writes, by a classifier that knows only the training "
            "digits and learns once, in a minute or two; --seed decides which (needs "
            "TensorFlow)"
        ),
    )
    parser.add_argument(
        "--samples",
        type=whole_number(1000, 100_000),
        metavar="N",
        help=tr("how many are judged, with --generation (default: 10000)"),
    )
    _add_attack(parser)
    parser.add_argument(
        "--format", choices=["text", "json"], default="text", help=tr("(default: text)")
    )
    add_output(parser, Path, tr("FOLDER"), required=False)


def _add_attack(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--attack",
        choices=["l2", "linf", "l0"],
        help=tr(
            "find for some digits the smallest change that they are misread by, in that norm "
            "(needs TensorFlow and Foolbox, the extra “attack”)"
        ),
    )
    parser.add_argument(
        "--digits",
        type=whole_number(1, 100_000),
        metavar="N",
        help=tr("how many are attacked; --seed chooses them (default: 500)"),
    )
    _add_until(parser)


def add_fooling_arguments(parser: ArgumentParser) -> None:
    """Add everything that ``fool`` can be told."""
    parser.add_argument(
        "image",
        metavar=tr("IMAGE"),
        help=tr("a picture, - for standard input, or 28×28 numbers from 0 to 1 as .npy"),
    )
    add_model(parser)
    parser.add_argument(
        "--into",
        default="any",
        metavar=tr("LABEL"),
        help=tr("what it should be read as (default: any other)"),
    )
    parser.add_argument(
        "--norm",
        choices=["l2", "linf", "l0"],
        default="l2",
        help=tr("what is kept small: all changes together (default), the largest, their number"),
    )
    _add_until(parser)
    add_refuse(parser)
    parser.add_argument(
        "--format", choices=["text", "json"], default="text", help=tr("(default: text)")
    )
    parser.add_argument(
        "--events", choices=["jsonl"], help=tr("progress as JSON lines on standard output")
    )
    add_output(parser, png_output, "PNG", required=False)


def _add_until(parser: ArgumentParser) -> None:
    """``--until``: when a changed picture counts as misread."""
    parser.add_argument(
        "--until",
        choices=["misread", "sure"],
        default="misread",
        help=tr("with “sure” a change counts once the wrong answer is not called unsure"),
    )
