"""The published study's three figures: a convolutional (a) and a multilayer (b) CVAE.

``originals.png``  ten test digits and both networks' reconstructions
``latent.png``     the latent distributions (a) and (b)
``loss_a.png``, ``loss_b.png``  training and validation loss (a) and (b)

Usage: ``python tests/experiments/published_study.py FOLDER [--epochs N] [--seed N] [--data DATA]``
trains both networks alike; ``--shipped`` takes the models that come with the program, which
were trained alike for 30 epochs.
"""

from __future__ import annotations

import argparse
import dataclasses
import subprocess
from pathlib import Path

from desktop_cvae.cli.comparison_report import comparison_pictures, metrics_table
from desktop_cvae.cli.output import table
from desktop_cvae.core.paths import program_command
from desktop_cvae.core.tasks import result_of
from desktop_cvae.datasets.loading import load_dataset
from desktop_cvae.evaluation.comparison import Comparison, compare_models
from desktop_cvae.figures.comparison_figures import new_figure
from desktop_cvae.figures.loss_figure import draw_losses
from desktop_cvae.figures.palette import LIGHT_PAGE
from desktop_cvae.figures.plot_style import page_style
from desktop_cvae.inference.opened_model import OpenedModel, open_model
from desktop_cvae.library.model_library import ModelEntry, find_model

PRESETS = {"a": "conv_cvae", "b": "dense_cvae"}


def trained(preset: str, arguments: argparse.Namespace) -> ModelEntry:
    """A model of that preset, by the very command that a user would type."""
    path = arguments.folder / f"{preset}.cvae"
    options = {"--preset": preset, "--data": arguments.data, "--epochs": arguments.epochs}
    options |= {"--seed": arguments.seed, "--output": path}
    words = [str(word) for option in options.items() for word in option]
    subprocess.run([*program_command(), "train", *words, "--overwrite"], check=True)
    return find_model(str(path))


def open_named(entry: ModelEntry, letter: str) -> OpenedModel:
    """The model, named as in the study."""
    return open_model(dataclasses.replace(entry, name=f"({letter}) {entry.manifest.spec.preset}"))


def save_figures(comparison: Comparison, folder: Path) -> None:
    """Write all figures."""
    pictures = comparison_pictures(comparison, LIGHT_PAGE)
    (folder / "originals.png").write_bytes(pictures["reconstructions"])
    (folder / "latent.png").write_bytes(pictures["latent"])
    for letter, model in zip(PRESETS, comparison.models, strict=True):
        figure = new_figure(520, 360)
        draw_losses(figure, [(model.name, model.history)], "total", page_style())
        figure.suptitle(model.name)
        file = folder / f"loss_{letter}.png"
        figure.savefig(file, dpi=144, bbox_inches="tight", pad_inches=0.15)


def finding(comparison: Comparison) -> str:
    """What came out, in numbers."""
    lines = [table(metrics_table(comparison, for_people=True)), ""]
    for model in comparison.models:
        best = min(model.history, key=lambda record: record.validation.total)
        last = model.history[-1]
        lines.append(
            f"{model.name}: {len(model.history)} epochs; training {last.train.total:.2f}, "
            f"validation {last.validation.total:.2f} nats at the end; best validation "
            f"{best.validation.total:.2f} in epoch {best.epoch}"
        )
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--shipped", action="store_true", help="train nothing")
    parser.add_argument("--epochs", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--data", default="mnist")
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    models = []
    for letter, preset in PRESETS.items():
        entry = find_model(preset) if arguments.shipped else trained(preset, arguments)
        models.append(open_named(entry, letter))
    comparison = result_of(compare_models(models, load_dataset(arguments.data, "test")))
    save_figures(comparison, arguments.folder)
    text = finding(comparison)
    (arguments.folder / "finding.txt").write_text(text + "\n", encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
