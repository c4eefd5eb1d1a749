"""``desktop-cvae compare``: models and runs side by side, as a folder.

Three pictures, two tables, and one HTML page that holds all of it: texts escaped, pictures
embedded, no scripts, nothing from outside.
"""

from __future__ import annotations

import base64
import dataclasses
import io
import re
from argparse import Namespace
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_cvae.cli.output import require_free_folder, run_task
from desktop_cvae.core.atomic_files import write_atomically
from desktop_cvae.core.csv_tables import csv_bytes
from desktop_cvae.core.errors import UsageError
from desktop_cvae.core.language import mark, number, tr
from desktop_cvae.evaluation.comparison import Comparison
from desktop_cvae.figures.comparison_figures import (
    draw_reconstructions,
    label_legend,
    new_figure,
    reconstructions_size,
)
from desktop_cvae.figures.latent_figure import draw_latent_maps
from desktop_cvae.figures.loss_figure import draw_losses
from desktop_cvae.figures.palette import PagePalette, Palette
from desktop_cvae.figures.plot_style import FALLBACK_FAMILY, PlotStyle
from desktop_cvae.library.model_library import ModelEntry
from desktop_cvae.library.run_models import distinct_names, find_model_or_run
from desktop_cvae.workers.linguist import PSEUDO, spoken

if TYPE_CHECKING:
    from matplotlib.figure import Figure


MAX_MODELS = 8


def run(arguments: Namespace) -> int:
    """Compare models on the test part of a data set and write a folder.

    A run stands for its model file or, where there is none, for the best epoch that its
    checkpoints hold.

    Raises:
        UsageError: fewer than two models, one of them twice, or the folder is not empty.
        DatasetProblem: the data cannot be used, or has labels unknown to a model.
        InputOutputError: the folder cannot be written.
    """
    require_free_folder(arguments.output, overwrite=arguments.overwrite)
    entries = _entries(arguments.models)
    from desktop_cvae.datasets.loading import load_dataset
    from desktop_cvae.evaluation.comparison import compare_models
    from desktop_cvae.inference.opened_model import open_model

    dataset = load_dataset(arguments.data, "test")
    if arguments.limit is not None:
        dataset = dataset.limit(arguments.limit)
    models = [open_model(entry) for entry in entries]
    comparison = run_task(compare_models(models, dataset, arguments.seed))
    for path in write_report(comparison, dataset.name, arguments.output):
        print(path)
    return 0


def _entries(names: list[str]) -> list[ModelEntry]:
    if not 2 <= len(names) <= MAX_MODELS:
        raise UsageError(
            tr(
                "Name 2 to {most} models to compare, not {count}.",
                most=MAX_MODELS,
                count=len(names),
            )
        )
    entries = [find_model_or_run(name) for name in names]
    seen = set()
    for entry in entries:
        if entry.path in seen:
            raise UsageError(tr("The model “{name}” is named twice.", name=entry.name))
        seen.add(entry.path)
    shown = distinct_names([entry.name for entry in entries])
    return [
        dataclasses.replace(entry, name=name) for entry, name in zip(entries, shown, strict=True)
    ]


_STYLE = """
:root { color-scheme: light dark; --ground: #f3f4f6; --card: #ffffff; --line: #dde1e6;
  --text: #1b2330; --muted: #5c6878; }
@media (prefers-color-scheme: dark) { :root { --ground: #14171c; --card: #1c2027;
  --line: #323843; --text: #e7eaef; --muted: #98a3b3; } }
body { margin: 0; padding: 32px 16px; background: var(--ground); color: var(--text);
  font: 15px/1.5 system-ui, sans-serif; }
main { max-width: 1080px; margin: 0 auto; }
h1 { font-size: 22px; margin: 0 0 4px; overflow-wrap: anywhere; }
h2 { font-size: 16px; margin: 0 0 4px; }
p { margin: 0 0 12px; color: var(--muted); }
section { background: var(--card); border: 1px solid var(--line); border-radius: 8px;
  padding: 16px 20px 20px; margin: 20px 0 0; overflow-x: auto; }
img { display: block; max-width: 100%; height: auto; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { text-align: left; vertical-align: top; padding: 5px 24px 5px 0;
  border-top: 1px solid var(--line); }
tr:first-child > th { border-top: none; color: var(--muted); font-weight: 500; }
table.numbers td, table.numbers tr:first-child > th + th { text-align: right; }
th { font-weight: 600; }
"""


@dataclass(frozen=True, eq=False)
class Section:
    """One card of the page.

    Attributes:
        title: its heading; also what the picture shows, for screen readers.
        text: a sentence under it; may be empty.
        table: rows of texts, the heading first, or None.
        pictures: the same PNG for light and for dark pages, or None.
    """

    title: str
    text: str
    table: Sequence[Sequence[str]] | None = None
    pictures: tuple[bytes, bytes] | None = None


def comparison_page(names: Sequence[str], data: str, sections: Sequence[Section]) -> str:
    """The whole page.

    Args:
        names: of the models; any characters.
        data: the held-out data's name.
        sections: from top to bottom.
    """
    title = escape(" · ".join(names))
    body = "\n".join(_section(section) for section in sections)
    return (
        f'<!doctype html>\n<html lang="{_spoken()}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"<h1>{title}</h1>\n<p>{escape(tr('Compared on {data}.', data=tr(data)))}</p>\n"
        f"{body}\n</main>\n</body>\n</html>\n"
    )


def _spoken() -> str:
    language = spoken()
    return "en" if language == PSEUDO else language


def _section(section: Section) -> str:
    parts = [f"<h2>{escape(section.title)}</h2>"]
    if section.text:
        parts.append(f"<p>{escape(section.text)}</p>")
    if section.table is not None:
        parts.append(_table(section.table))
    if section.pictures is not None:
        light, dark = (_data_address(picture) for picture in section.pictures)
        parts.append(
            f'<picture><source srcset="{dark}" media="(prefers-color-scheme: dark)">'
            f'<img src="{light}" alt="{escape(section.title)}"></picture>'
        )
    return "<section>\n" + "\n".join(parts) + "\n</section>"


def _table(rows: Sequence[Sequence[str]]) -> str:
    heading, *body = rows
    lines = ["".join(f'<th scope="col">{escape(cell)}</th>' for cell in heading)]
    for first, *rest in body:
        cells = "".join(f"<td>{escape(cell) or '–'}</td>" for cell in rest)
        lines.append(f'<th scope="row">{escape(first)}</th>{cells}')
    kind = ' class="numbers"' if _is_numeric(body) else ""
    inner = "\n".join(f"<tr>{line}</tr>" for line in lines)
    return f"<table{kind}>\n{inner}\n</table>"


def _is_numeric(body: Sequence[Sequence[str]]) -> bool:
    cells = [cell for row in body for cell in row[1:] if cell]
    return bool(cells) and all(re.fullmatch(r"\d+([.,]\d+)?", cell) for cell in cells)


def _data_address(png: bytes) -> str:
    return "data:image/png;base64," + base64.b64encode(png).decode("ascii")


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
    """The settings that differ, one a row, the heading first."""
    heading = ["part", "setting"]
    rows = [[row.part, row.name, *row.values] for row in comparison.settings]
    if for_people:
        heading = [tr("part"), tr("setting")]
        rows = [[tr(cell) for cell in row] for row in rows]
    return [[*heading, *(model.name for model in comparison.models)], *rows]


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
            tr("Held-out results"),
            tr(
                "Grey-pixel BCE, one posterior sample an image, under the true label. The "
                "calibration error is that of the probabilities shown, calibrated where the "
                "model is."
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
            else tr("None of the models has a history."),
            pictures=loss,
        ),
        Section(
            tr("Settings that differ"),
            "" if comparison.settings else tr("The models were made alike."),
            table=settings_table(comparison, for_people=True) if comparison.settings else None,
        ),
    ]


def _png(figure: Figure) -> bytes:
    buffer = io.BytesIO()
    figure.savefig(
        buffer, format="png", dpi=figure.dpi * SHARPNESS, bbox_inches="tight", pad_inches=PADDING_IN
    )
    return buffer.getvalue()
