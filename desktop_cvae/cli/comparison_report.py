"""A comparison as a folder: three pictures, two tables, one page that holds all of it."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_cvae.cli.comparison_page import Section, comparison_page
from desktop_cvae.core.results import Scorecard
from desktop_cvae.figures.comparison_figures import label_legend, new_figure
from desktop_cvae.figures.latent_comparison import draw_latent_maps
from desktop_cvae.figures.loss_comparison import draw_losses
from desktop_cvae.figures.palette import PagePalette, Palette
from desktop_cvae.figures.plot_style import FALLBACK_FAMILY, PlotStyle
from desktop_cvae.figures.reconstruction_rows import draw_reconstructions, reconstructions_size
from desktop_cvae.inference.comparison import Comparison
from desktop_cvae.library.atomic_writing import write_atomically

if TYPE_CHECKING:
    from matplotlib.figure import Figure

Table = Sequence[Sequence[str]]
SHARPNESS = 2.0
"""Pixels of a file for each logical pixel."""
PADDING_IN = 0.2
DARK_PAGE = PagePalette(
    surface="#1c2027",
    border="#323843",
    text="#e7eaef",
    muted="#98a3b3",
    accent="#6ea8ff",
    paper="#101318",
    ink="#f1f3f7",
)
_METRICS: tuple[tuple[str, str, Callable[[Scorecard], str]], ...] = (
    ("n", "images", lambda card: str(card.n)),
    ("accuracy", "read by evidence", lambda card: _number(card.accuracy, 4)),
    ("neg_elbo_nats", "−ELBO in nats", lambda card: _number(card.neg_elbo_nats, 3)),
    ("reconstruction_nats", "reconstruction", lambda card: _number(card.reconstruction_nats, 3)),
    ("kl_nats", "KL divergence", lambda card: _number(card.kl_nats, 3)),
    (
        "neg_elbo_at_mean_nats",
        "−ELBO at the mean",
        lambda card: _number(card.neg_elbo_at_mean_nats, 3),
    ),
    (
        "expected_calibration_error",
        "calibration error",
        lambda card: _number(card.expected_calibration_error, 4),
    ),
)


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
    pictures = comparison_pictures(comparison, PagePalette())
    files = {f"{name}.png": data for name, data in pictures.items()}
    files["metrics.csv"] = csv_bytes(metrics_table(comparison, for_people=False))
    files["settings.csv"] = csv_bytes(settings_table(comparison))
    dark = comparison_pictures(comparison, DARK_PAGE)
    page = comparison_page(
        [model.name for model in comparison.models], data, _sections(comparison, pictures, dark)
    )
    files["index.html"] = page.encode()
    for name, content in files.items():
        write_atomically(folder / name, content)
    return [folder / name for name in files]


def comparison_pictures(comparison: Comparison, palette: Palette) -> dict[str, bytes]:
    """The three pictures as PNG bytes: ``loss``, ``latent``, ``reconstructions``."""
    style = PlotStyle(palette, FALLBACK_FAMILY, 12.0, 11.0)
    models = comparison.models
    loss = new_figure(760, 400)
    draw_losses(loss, [(model.name, model.history) for model in models], "total", style)
    rows = -(-len(models) // 3)
    height = 380 * rows
    latent = new_figure(340 * min(len(models), 3), height + 34)
    draw_latent_maps(latent, [(model.name, model.latent_map) for model in models], style, 34)
    label_legend(latent, comparison.originals.digits.label_names, height + 8, style)
    originals = comparison.originals.images
    digits = new_figure(*reconstructions_size(len(originals), len(models)))
    named = [(model.name, model.reconstructions) for model in models]
    draw_reconstructions(digits, originals, named, style)
    return {name: _png(f) for name, f in zip(_PICTURES, (loss, latent, digits), strict=True)}


def metrics_table(comparison: Comparison, *, for_people: bool) -> Table:
    """Held-out results, one model a row, the heading first."""
    heading = ["model", *(title if for_people else name for name, title, _ in _METRICS)]
    rows = [
        [model.name, *(text(model.scorecard) for _, _, text in _METRICS)]
        for model in comparison.models
    ]
    return [heading, *rows]


def settings_table(comparison: Comparison) -> Table:
    """The settings that differ, one a row, the heading first."""
    heading = ["part", "setting", *(model.name for model in comparison.models)]
    return [heading, *([row.part, row.name, *row.values] for row in comparison.settings)]


def csv_bytes(rows: Table) -> bytes:
    """A table as comma-separated values (RFC 4180, but for the line end), UTF-8."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue().encode()


_PICTURES = ("loss", "latent", "reconstructions")


def _sections(
    comparison: Comparison, light: dict[str, bytes], dark: dict[str, bytes]
) -> list[Section]:
    def pictures(name: str) -> tuple[bytes, bytes]:
        return light[name], dark[name]

    has_history = any(model.history for model in comparison.models)
    loss = pictures("loss") if has_history else None
    return [
        Section(
            "Held-out results",
            "Grey-pixel BCE, one posterior sample an image, under the true label. The calibration "
            "error is that of the probabilities shown, calibrated where the model is.",
            table=metrics_table(comparison, for_people=True),
        ),
        Section(
            "Originals and reconstructions",
            "The same held-out digits, each decoded from its posterior's mean.",
            pictures=pictures("reconstructions"),
        ),
        Section(
            "Latent spaces",
            "Held-out digits in the plane of the two main directions, coloured by label.",
            pictures=pictures("latent"),
        ),
        Section(
            "Loss",
            "Lines: validation; dots: training. Total loss over the epochs."
            if loss
            else "None of the models has a history.",
            pictures=loss,
        ),
        Section(
            "Settings that differ",
            "" if comparison.settings else "The models were made alike.",
            table=settings_table(comparison) if comparison.settings else None,
        ),
    ]


def _number(value: float | None, digits: int) -> str:
    return "" if value is None else f"{value:.{digits}f}"


def _png(figure: Figure) -> bytes:
    buffer = io.BytesIO()
    figure.savefig(
        buffer, format="png", dpi=figure.dpi * SHARPNESS, bbox_inches="tight", pad_inches=PADDING_IN
    )
    return buffer.getvalue()
