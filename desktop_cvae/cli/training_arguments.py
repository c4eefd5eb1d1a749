"""The arguments of ``train``."""

from __future__ import annotations

from argparse import ArgumentParser

from desktop_cvae.cli.options import SEED, add_data, number, whole_number
from desktop_cvae.core.presets import PRESETS


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
    parser.add_argument("--latent-dim", type=whole_number(1, 512), metavar="L")
    parser.add_argument("--no-labels", action="store_true", help="the same network as a plain VAE")
    _add_schedule(parser)


def _add_schedule(parser: ArgumentParser) -> None:
    parser.add_argument("--epochs", type=whole_number(1, 10_000), metavar="N")
    parser.add_argument("--batch-size", type=whole_number(1, 8192), metavar="N")
    parser.add_argument("--learning-rate", type=number(1e-7, 1), metavar="R")
    parser.add_argument("--schedule", choices=["constant", "cosine"])
    parser.add_argument("--beta", type=number(0, 100), metavar="B", help="weight of the KL term")
    parser.add_argument(
        "--beta-warmup",
        dest="beta_warmup_epochs",
        type=number(0, 10_000),
        metavar="EPOCHS",
        help="let beta rise from 0 over so many epochs",
    )
    _add_distortion(parser)
    _add_contrast(parser)
    _add_holding_out(parser)
    parser.add_argument("--seed", type=SEED, metavar="N")


def _add_distortion(parser: ArgumentParser) -> None:
    helps = {
        "augmentation": "strength of small random distortions, 0 to 1",
        "elastic": "strength of smooth bending, 0 to 1",
        "pen": "strength of changes of stroke width, softness and contrast, 0 to 1",
        "noise-share": "share of the images that are seen under noise while learning, 0 to 1",
        "noise-level": "largest standard deviation of that noise, 0 to 1",
    }
    for (name, text), letter in zip(helps.items(), "AEPSD", strict=True):
        parser.add_argument(f"--{name}", type=number(0, 1), metavar=letter, help=text)


def _add_contrast(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--contrast",
        type=number(0, 10),
        metavar="S",
        help="step of the label contrast, in learning rates: the evidence learns to tell labels "
        "apart",
    )
    parser.add_argument(
        "--contrast-temperature",
        type=number(0.01, 1000),
        metavar="NATS",
        help="the higher, the wider the true label has to win there",
    )
    parser.add_argument(
        "--contrast-after",
        dest="contrast_after_epochs",
        type=number(0, 10_000),
        metavar="EPOCHS",
        help="begin with that after so many epochs; each takes twice as long then",
    )


def _add_holding_out(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--early-stopping",
        "--early-stopping-epochs",
        dest="early_stopping_epochs",
        type=whole_number(0, 10_000),
        metavar="EPOCHS",
        help="stop when so many epochs brought nothing better (default: never)",
    )
    parser.add_argument(
        "--validation-share",
        type=number(1e-4, 0.5),
        metavar="S",
        help="share of the training data that is held out",
    )
