"""Options, types of arguments and labels that several commands have in common."""

from __future__ import annotations

import math
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_cvae.core.calibration import DEFAULT_REFUSAL, LARGEST_REFUSAL
from desktop_cvae.core.errors import MissingLabels, UsageError
from desktop_cvae.core.language import mark, tr
from desktop_cvae.core.preparations import PREPARATIONS
from desktop_cvae.core.specs import ModelSpec

if TYPE_CHECKING:
    from desktop_cvae.core.results import NoiseSetting


def whole_number(low: int, high: int) -> Callable[[str], int]:
    """A type for whole numbers from ``low`` to ``high``."""

    def parse(text: str) -> int:
        try:
            value = int(text)
        except ValueError:
            raise ArgumentTypeError(tr("“{text}” is no whole number", text=text)) from None
        if not low <= value <= high:
            raise ArgumentTypeError(
                tr("must lie between {low} and {high}, not {text}", low=low, high=high, text=text)
            )
        return value

    return parse


def number(low: float, high: float) -> Callable[[str], float]:
    """A type for finite numbers from ``low`` to ``high``."""

    def parse(text: str) -> float:
        try:
            value = float(text)
        except ValueError:
            raise ArgumentTypeError(tr("“{text}” is no number", text=text)) from None
        if not (math.isfinite(value) and low <= value <= high):
            raise ArgumentTypeError(
                tr(
                    "must lie between {low} and {high}, not {text}",
                    low=f"{low:g}",
                    high=f"{high:g}",
                    text=text,
                )
            )
        return value

    return parse


def model_output(text: str) -> Path:
    """A path that ends in ``.cvae``."""
    path = Path(text)
    if path.suffix != ".cvae":
        raise ArgumentTypeError(tr("“{name}” should end in .cvae", name=path.name))
    return path


def png_output(text: str) -> Path:
    """A path that ends in ``.png``."""
    path = Path(text)
    if path.suffix.lower() != ".png":
        raise ArgumentTypeError(tr("“{name}” should end in .png", name=path.name))
    return path


def sheet_output(text: str) -> Path:
    """A path that ends in ``.png`` or ``.svg``."""
    path = Path(text)
    if path.suffix.lower() not in (".png", ".svg"):
        raise ArgumentTypeError(tr("“{name}” should end in .png or .svg", name=path.name))
    return path


def film_output(text: str) -> Path:
    """A path that ends in ``.gif`` or ``.png``."""
    path = Path(text)
    if path.suffix.lower() not in (".gif", ".png"):
        raise ArgumentTypeError(tr("“{name}” should end in .gif or .png", name=path.name))
    return path


SEED = whole_number(0, 2**31 - 1)


def add_cluster(parser: ArgumentParser, summary: str) -> None:
    """``--cluster`` and ``--certificates``: what :func:`workers.cluster.connect` takes."""
    parser.add_argument("--cluster", metavar=tr("local|ADDRESS"), help=summary)
    parser.add_argument(
        "--certificates",
        type=Path,
        metavar=tr("FOLDER"),
        help=tr("ca.pem, cert.pem and key.pem for a cluster past this machine"),
    )


def add_speed(parser: ArgumentParser) -> None:
    """Who reads many pictures: ``--workers``, ``--engine``, ``--cluster``."""
    parser.add_argument(
        "--workers",
        type=whole_number(1, 64),
        metavar="N",
        help=tr("processes that share many pictures (default: one a core)"),
    )
    parser.add_argument(
        "--engine",
        choices=["onnx", "keras"],
        default="onnx",
        help=tr("onnx: instant (default); keras: the reference, needs TensorFlow"),
    )
    add_cluster(parser, tr("read on Dask workers: local, or a scheduler's tls://HOST:8786"))


DEFAULT_MODEL = "studio"


def add_model(parser: ArgumentParser) -> None:
    """``--model``: which model answers."""
    parser.add_argument(
        "--model",
        default=DEFAULT_MODEL,
        metavar=tr("MODEL"),
        help=tr("a model's name or .cvae file (default: {default})", default=DEFAULT_MODEL),
    )


def add_data(parser: ArgumentParser) -> None:
    """``--data``: which data set."""
    parser.add_argument(
        "--data",
        default="mnist",
        metavar=tr("mnist|NAME|PATH"),
        help=tr(
            "one of “data list”, an IDX, NPZ or CSV file, or a folder of labels (default: mnist)"
        ),
    )


def add_noise(parser: ArgumentParser) -> None:
    """``--noise`` and its ``--seed``."""
    parser.add_argument(
        "--noise",
        metavar=tr("KIND:LEVEL"),
        help=tr("gaussian, salt-and-pepper, speckle or occlusion; level 0 to 1"),
    )
    parser.add_argument(
        "--seed", type=SEED, default=0, metavar="N", help=tr("(default: {value})", value=0)
    )


def add_output(parser: ArgumentParser, kind: object, metavar: str, *, required: bool) -> None:
    """``--output`` and ``--overwrite``."""
    assert callable(kind)
    parser.add_argument(
        "--output", type=kind, metavar=metavar, required=required, help=tr("where to write")
    )
    parser.add_argument("--overwrite", action="store_true", help=tr("replace what is there"))


def add_map_folder(parser: ArgumentParser) -> None:
    """``--map-folder``: another place for a latent map."""
    parser.add_argument(
        "--map-folder",
        type=Path,
        metavar=tr("FOLDER"),
        help=tr("keep the latent map there instead of in this machine's cache"),
    )


def add_refuse(parser: ArgumentParser) -> None:
    """``--refuse``: how many real digits may be taken for none."""
    parser.add_argument(
        "--refuse",
        type=number(0, LARGEST_REFUSAL),
        default=DEFAULT_REFUSAL,
        metavar=tr("SHARE"),
        help=tr(
            "say “not a digit” of what is odder than this share of digits, at most {most}; "
            "0 reads everything (default: {default})",
            most=f"{LARGEST_REFUSAL:g}",
            default=f"{DEFAULT_REFUSAL:g}",
        ),
    )


def add_preparation(parser: ArgumentParser) -> None:
    """``--preparation``: what pictures are to be taken for."""
    parser.add_argument(
        "--preparation",
        choices=list(PREPARATIONS),
        default="",
        metavar=tr("NAME"),
        help=tr(
            "take every picture for that, whatever the evidence says: {names}",
            names=", ".join(PREPARATIONS),
        ),
    )


def noise_setting(text: str | None, seed: int) -> NoiseSetting:
    """What ``--noise`` and ``--seed`` ask for; no noise if there is no ``--noise``.

    Raises:
        UsageError: the kind or the level is unknown.
    """
    from desktop_cvae.core.results import NoiseSetting

    if text is None:
        return NoiseSetting(seed=seed)
    from desktop_cvae.pictures.noise import parse_noise

    return parse_noise(text, seed)


RULES = mark("length:N, postal:N, phone, card, date, amount or decimal")


def add_number_arguments(parser: ArgumentParser) -> None:
    """``--numbers`` and ``--rule``, or ``--form``."""
    parser.add_argument(
        "--numbers",
        action="store_true",
        help=tr("read lines and pages of digits, not one digit; ? stands for what is no digit"),
    )
    parser.add_argument(
        "--rule",
        metavar=tr("RULE"),
        help=tr("what every line must be, with --numbers: {rules}", rules=tr(RULES)),
    )
    parser.add_argument(
        "--form",
        type=Path,
        metavar=tr("FORM.json"),
        help=tr("read the fields of this form on every page; the window draws such forms"),
    )


def require_digits_alone(arguments: Namespace) -> None:
    """Ask before the work starts.

    Raises:
        UsageError: a preparation is wished of pages, whose pieces have their own.
    """
    if arguments.preparation and (arguments.numbers or arguments.form is not None):
        raise UsageError(tr("--preparation goes with neither --numbers nor --form."))


def require_known_rule(arguments: Namespace) -> None:
    """Ask before the work starts.

    Raises:
        UsageError: there is no such rule, or it was named without ``--numbers``.
    """
    if arguments.rule is None:
        return
    from desktop_cvae.inference.field_rules import parse_rule

    if not arguments.numbers:
        raise UsageError(tr("--rule is for whole numbers: add --numbers."))
    parse_rule(arguments.rule)


def label_index(name: str, free_choice: str, spec: ModelSpec, model_name: str) -> int | None:
    """The index of a label by its name.

    Args:
        name: what the user asked for.
        free_choice: the word that leaves the label open (``"auto"``, ``"all"``).
        spec: the model's description.
        model_name: for the message.

    Returns:
        the index, or None for ``free_choice``.

    Raises:
        MissingLabels: the model has no labels.
        UsageError: it has no such label.
    """
    if name == free_choice:
        return None
    if not spec.conditional:
        raise MissingLabels(model_name, tr("take the label “{name}”", name=name))
    if name not in spec.label_names:
        known = ", ".join(spec.label_names)
        raise UsageError(
            tr(
                "There is no label “{name}”; choose {free} or one of {known}.",
                name=name,
                free=free_choice,
                known=known,
            )
        )
    return spec.label_names.index(name)
