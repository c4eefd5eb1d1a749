"""Loss, latent map and confusions as figures and tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from matplotlib.figure import Figure

from desktop_cvae.core.csv_tables import Table
from desktop_cvae.core.language import tr
from desktop_cvae.core.latent_maps import LatentMap
from desktop_cvae.core.results import EpochRecord, IntArray
from desktop_cvae.figures.comparison_figures import label_legend
from desktop_cvae.figures.confusion_figure import ConfusionFigure, confusion_size
from desktop_cvae.figures.latent_figure import LEGEND_PX, LatentPlot, Look, fitted_ranges
from desktop_cvae.figures.loss_figure import draw_loss, loss_curves
from desktop_cvae.figures.plot_style import Area, PlotStyle, figure_size
from desktop_cvae.gui.exporting.export import Export, file_name, plot_export
from desktop_cvae.gui.exporting.exporter import seen_export

if TYPE_CHECKING:
    from desktop_cvae.gui.latent.explorer import LatentExplorer
    from desktop_cvae.gui.latent.map_canvas import MapCanvas
    from desktop_cvae.gui.plots.plot_frame import PlotFrame

TERMS = ("total", "reconstruction", "kl")
HISTORY_HEADING = (
    "epoch",
    *(f"{part}_{term}_nats" for part in ("train", "validation") for term in TERMS),
    "seconds",
)
Histories = Sequence[tuple[str, tuple[EpochRecord, ...]]]
"""Names of models with their records, one for each epoch."""
MAP_PX = (640.0, 620.0)


def history_table(records: Sequence[EpochRecord]) -> Table:
    """Return a heading and a row for each epoch."""
    rows = [
        (
            record.epoch,
            *(getattr(part, term) for part in (record.train, record.validation) for term in TERMS),
            record.seconds,
        )
        for record in records
    ]
    return [HISTORY_HEADING, *rows]


def histories_table(histories: Histories) -> Table:
    """Return a heading and a row for each epoch of each model, whose name comes first."""
    rows = [(name, *row) for name, records in histories for row in history_table(records)[1:]]
    return [("model", *HISTORY_HEADING), *rows]


def history_export(name: str, records: Sequence[EpochRecord], term: str) -> Export | None:
    """Return one training's loss as an export; None before its first epoch has ended."""
    kept = tuple(records)
    if not kept:
        return None

    draw = partial(draw_loss, curves=loss_curves(kept, term), title=name)
    stem = file_name("loss", term, name)
    return plot_export(tr("the loss"), stem, draw, table=lambda: history_table(kept))


def map_export(
    latent_map: LatentMap,
    names: Sequence[str],
    model: str,
    hidden: frozenset[int],
    highlighted: int | None,
    seen: PlotFrame | None = None,
) -> Export:
    """Return the latent map with its legend as an export.

    Args:
        latent_map: the encoded digits.
        names: of the labels.
        model: its name.
        hidden: labels that are left out.
        highlighted: the label that stands out, or None.
        seen: the part of the plane that is drawn; None is the whole map.
    """
    shown = np.isin(latent_map.labels, list(hidden), invert=True)
    part = replace(
        latent_map,
        codes=latent_map.codes[shown],
        labels=latent_map.labels[shown],
        digits=latent_map.digits[shown],
    )

    def draw(figure: Figure, *, style: PlotStyle) -> None:
        width, height = figure_size(figure)
        area = Area(8, 8, width - 8, height - LEGEND_PX - 8)
        plot = LatentPlot(figure, part, style, Look(highlighted=highlighted), area, names)
        if seen is not None:
            plot.show(*fitted_ranges(seen.x_range, seen.y_range, plot.ratio))
        label_legend(figure, names, height - LEGEND_PX + 2, style)

    stem = file_name("latent-map", model)
    return plot_export(tr("the latent map"), stem, draw, MAP_PX, lambda: map_table(part, names))


def explored_map_export(explorer: LatentExplorer, view: MapCanvas) -> Export | None:
    """Return the explored map as a figure and as it is seen; None while there is none."""
    if explorer.map is None:
        return None
    model = explorer.session.model
    export = map_export(
        explorer.map,
        explorer.session.label_names,
        "" if model is None else model.entry.name,
        explorer.hidden,
        explorer.highlighted,
        None if view.view == view.home else view.frame,
    )
    seen = seen_export(view, export.title, export.stem)
    return replace(export, kinds=(*export.kinds, *seen.kinds))


def map_table(latent_map: LatentMap, names: Sequence[str]) -> Table:
    """Return a heading and a row for each digit: its index, label and coordinates."""
    dimensions = latent_map.plane.dimensions
    axes = ("principal_1", "principal_2")
    if dimensions is not None:
        axes = (f"z{dimensions[0] + 1}", f"z{dimensions[1] + 1}")
    told = [names[k] if k < len(names) else str(k) for k in latent_map.labels.tolist()]
    rows = zip(latent_map.digits.tolist(), told, *latent_map.points.T, strict=True)
    return [("digit", "label", *axes), *rows]


def confusion_export(counts: IntArray, names: Sequence[str], model: str) -> Export:
    """Return a confusion matrix as an export.

    Args:
        counts: int64, (K, K), true label by row.
        names: of the labels.
        model: its name.
    """
    rows = [(name, *row) for name, row in zip(names, counts.tolist(), strict=True)]

    draw = partial(ConfusionFigure, counts=counts, names=names)
    stem = file_name("confusions", model)
    table = [("true \\ read", *names), *rows]
    return plot_export(
        tr("the confusion matrix"), stem, draw, confusion_size(len(names)), lambda: table
    )
