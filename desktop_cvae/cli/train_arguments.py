"""Arguments of ``desktop-cvae train``; each setting of network and training is an option.

Tested in tests/cli/test_train.py and tests/cli/test_parser.py.
"""

from __future__ import annotations

from pathlib import Path

from desktop_cvae.cli.options import (
    CommandParser,
    add_data,
    add_events,
    add_limit,
    model_path,
    number,
    whole_number,
)
from desktop_cvae.core.language import mark, tr
from desktop_cvae.core.network_presets import PRESETS
from desktop_cvae.core.schemas import Field, types_of
from desktop_cvae.core.specs import (
    LATENT_DIM,
    TRAINING_SETTINGS,
    TrainingConfig,
    option_of,
)

SUMMARY = mark("Train, validate, save and measure a model.")


def add_arguments(parser: CommandParser) -> None:
    """Add them to the command's parser; options that are left out keep the preset's values."""
    parser.add_argument(
        "--preset",
        default="studio",
        metavar=tr("NAME"),
        help=tr("{presets} (default: studio)", presets=", ".join(PRESETS)),
    )
    parser.add_argument(
        "--start-from",
        metavar=tr("MODEL"),
        help=tr("start from a model's network and weights, with other data or settings"),
    )
    add_data(parser)
    add_limit(parser, least=2)
    parser.add_argument(
        "--name",
        metavar=tr("NAME"),
        help=tr("the model's name (default: the output file's, else the preset's)"),
    )
    _add_setting(parser, "latent_dim", LATENT_DIM, is_whole=True)
    parser.add_argument(
        "--no-labels", action="store_true", help=tr("the same network as a plain VAE")
    )
    kinds = types_of(TrainingConfig)
    for name, setting in TRAINING_SETTINGS.items():
        _add_setting(parser, name, setting, is_whole=kinds[name] is int)
    add_events(parser)
    parser.add_argument(
        "--map-folder",
        type=Path,
        metavar=tr("FOLDER"),
        help=tr("store the latent map there instead of in this computer's cache"),
    )
    parser.add_argument("--resume", metavar=tr("RUN"), help=tr("resume an interrupted training"))
    parser.add_argument(
        "--run-folder",
        type=Path,
        metavar=tr("FOLDER"),
        help=tr("store the run there (default: among your runs)"),
    )
    parser.add_argument(
        "-o",
        "--output",
        type=model_path,
        metavar=tr("FILE"),
        help=tr("where to write (default: among your models)"),
    )
    parser.add_argument("--overwrite", action="store_true", help=tr("replace an existing file"))


def _add_setting(parser: CommandParser, name: str, setting: Field, *, is_whole: bool) -> None:
    # The field's whole name is an option too, such as --beta-warmup-epochs.
    flags = list(dict.fromkeys((option_of(name), f"--{name.replace('_', '-')}")))
    # argparse formats help texts with %.
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
