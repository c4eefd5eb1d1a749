"""The arguments of ``train``: one for every setting of network and training."""

from __future__ import annotations

import dataclasses
from argparse import ArgumentParser

from desktop_cvae.cli.options import add_data, number, whole_number
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
        "--preset", default="studio", metavar="NAME", help=f"{', '.join(PRESETS)} (default: studio)"
    )
    parser.add_argument(
        "--start-from",
        metavar="MODEL",
        help="go on from a model's network and weights, on other data or with other settings",
    )
    add_data(parser)
    parser.add_argument(
        "--limit", type=whole_number(2, 10_000_000), metavar="N", help="only the first N images"
    )
    parser.add_argument("--name", help="the model's name (default: the output file's)")
    _add_setting(parser, "latent_dim", LATENT_DIM, is_whole=True)
    parser.add_argument("--no-labels", action="store_true", help="the same network as a plain VAE")
    kinds = {field.name: field.type for field in dataclasses.fields(TrainingConfig)}
    for name, setting in TRAINING_SETTINGS.items():
        _add_setting(parser, name, setting, is_whole=kinds[name] == "int")


def _add_setting(parser: ArgumentParser, name: str, setting: Setting, *, is_whole: bool) -> None:
    # A setting is found under its field's whole name too: --beta-warmup-epochs.
    flags = list(dict.fromkeys((option_of(name), f"--{name.replace('_', '-')}")))
    # A literal per cent sign would be a format.
    text = setting.help.replace("%", "%%")
    if setting.choices:
        names = [value for value, _ in setting.choices]
        parser.add_argument(*flags, dest=name, choices=names, help=text)
        return
    kind = whole_number(int(setting.low), int(setting.high)) if is_whole else None
    parser.add_argument(
        *flags,
        dest=name,
        type=kind or number(setting.low, setting.high),
        metavar=setting.unit.upper() or ("N" if is_whole else "X"),
        help=text,
    )
