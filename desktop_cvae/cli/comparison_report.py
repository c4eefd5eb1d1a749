"""A comparison of models as a folder: three pictures, two tables and an HTML page.

Tested in tests/cli/test_comparison_report.py.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_cvae.cli.comparison_page import Section, comparison_page
from desktop_cvae.core.atomic_files import write_atomically
from desktop_cvae.core.csv_tables import csv_bytes
from desktop_cvae.core.language import mark, number, tr
from desktop_cvae.evaluation.comparison import Comparison
from desktop_cvae.figures.comparison_figures import (
    draw_reconstructions,
    new_figure,
    reconstructions_size,
)
from desktop_cvae.figures.latent_figure import draw_latent_maps
from desktop_cvae.figures.loss_figure import draw_losses
from desktop_cvae.figures.palette import DARK_PAGE, LIGHT_PAGE, Palette
from desktop_cvae.figures.plot_style import FALLBACK_FAMILY, PlotStyle

if TYPE_CHECKING:
    from matplotlib.figure import Figure


Table = Sequence[Sequence[str]]
SHARPNESS = 2.0
"""Pixels of a file for each logical pixel."""
PADDING_IN = 0.2
_METRICS = (
    ("n", mark("images"), 0),
    ("accuracy", mark("read by evidence"), 4),
    ("neg_elbo_nats", mark("−ELBO in nats"), 3),
    ("reconstruction_nats", mark("reconstruction"), 3),
    ("kl_nats", mark("KL divergence"), 3),
    ("neg_elbo_at_mean_nats", mark("−ELBO at the mean"), 3),
    ("expected_calibration_error", mark("calibration error"), 4),
)
"""Names in a :class:`Scorecard`, titles, decimals."""
_PICTURES = ("loss", "latent", "reconstructions")


def write_report(comparison: Comparison, data: str, folder: Path) -> list[Path]:
    """Write the folder; each file is there whole or not at all.

    Args:
        comparison: of two or more models.
        data: the held-out data's name.
        folder: made if missing; files of the same names are replaced.

    Returns:
        the files written, the page last.

    Raises:
        InputOutputError: the disk is full, the folder is read-only, …
    """
    pictures = comparison_pictures(comparison, LIGHT_PAGE)
    files = {f"{name}.png": data for name, data in pictures.items()}
    files["metrics.csv"] = csv_bytes(metrics_table(comparison, for_people=False))
    files["settings.csv"] = csv_bytes(settings_table(comparison, for_people=False))
    dark = comparison_pictures(comparison, DARK_PAGE)
    page = comparison_page(
        [model.name for model in comparison.models], data, _sections(comparison, pictures, dark)
    )
    files["index.html"] = page.encode()
    for name, content in files.items():
        write_atomically(folder / name, content)
    return [folder / name for name in files]


def comparison_pictures(comparison: Comparison, palette: Palette) -> dict[str, bytes]:
    """Return the three pictures as PNG bytes: ``loss``, ``latent``, ``reconstructions``."""
    style = PlotStyle(palette, FALLBACK_FAMILY, 12.0, 11.0)
    models = comparison.models
    loss = new_figure(760, 400)
    draw_losses(loss, [(model.name, model.history) for model in models], "total", style)
    rows = -(-len(models) // 3)
    height = 380 * rows
    latent = new_figure(340 * min(len(models), 3), height + 34)
    maps = [(model.name, model.latent_map) for model in models]
    draw_latent_maps(latent, maps, comparison.originals.label_names, style)
    originals = comparison.originals.floats()
    digits = new_figure(*reconstructions_size(len(originals), len(models)))
    named = [(model.name, model.reconstructions) for model in models]
    draw_reconstructions(digits, originals, named, style)
    return {name: _png(f) for name, f in zip(_PICTURES, (loss, latent, digits), strict=True)}


def _png(figure: Figure) -> bytes:
    buffer = io.BytesIO()
    figure.savefig(
        buffer, format="png", dpi=figure.dpi * SHARPNESS, bbox_inches="tight", pad_inches=PADDING_IN
    )
    return buffer.getvalue()


def metrics_table(comparison: Comparison, *, for_people: bool) -> Table:
    """Return held-out results, one row per model, the heading first."""
    if for_people:
        heading = [tr("model"), *(tr(title) for _, title, _ in _METRICS)]
    else:
        heading = ["model", *(name for name, _, _ in _METRICS)]
    write = number if for_people else format
    rows = [
        [
            model.name,
            *(
                _written(getattr(model.scorecard, name), digits, write)
                for name, _, digits in _METRICS
            ),
        ]
        for model in comparison.models
    ]
    return [heading, *rows]


def _written(value: float | None, digits: int, write: Callable[[float, str], str]) -> str:
    return "" if value is None else write(value, f".{digits}f")


def settings_table(comparison: Comparison, *, for_people: bool) -> Table:
    """Return the settings that differ, one per row, the heading first."""
    heading = ["part", "setting"]
    rows = [[row.part, row.name, *row.values] for row in comparison.settings]
    if for_people:
        heading = [tr("part"), tr("setting")]
        rows = [[tr(cell) for cell in row] for row in rows]
    return [[*heading, *(model.name for model in comparison.models)], *rows]


def _sections(
    comparison: Comparison, light: dict[str, bytes], dark: dict[str, bytes]
) -> list[Section]:
    def pictures(name: str) -> tuple[bytes, bytes]:
        return light[name], dark[name]

    has_history = any(model.history for model in comparison.models)
    loss = pictures("loss") if has_history else None
    return [
        Section(
            tr("Held-out results"),
            tr(
                "Grey-pixel BCE with one posterior sample per image, under the true label. "
                "The calibration error is that of the displayed probabilities, which are "
                "calibrated if the model is."
            ),
            table=metrics_table(comparison, for_people=True),
        ),
        Section(
            tr("Originals and reconstructions"),
            tr("The same held-out digits, each decoded from its posterior's mean."),
            pictures=pictures("reconstructions"),
        ),
        Section(
            tr("Latent spaces"),
            tr("Held-out digits in the plane of the two main directions, coloured by label."),
            pictures=pictures("latent"),
        ),
        Section(
            tr("Loss"),
            tr("Lines: validation; dots: training. Total loss over the epochs.")
            if loss
            else tr("None of the models has a training history."),
            pictures=loss,
        ),
        Section(
            tr("Settings that differ"),
            "" if comparison.settings else tr("The models have the same settings."),
            table=settings_table(comparison, for_people=True) if comparison.settings else None,
        ),
    ]
