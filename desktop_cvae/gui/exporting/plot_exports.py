"""Loss, latent map and confusions as figures and tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtWidgets import QWidget

from desktop_cvae.core.csv_tables import Table
from desktop_cvae.core.language import mark, tr
from desktop_cvae.core.latent_maps import LatentMap
from desktop_cvae.core.results import EpochRecord, IntArray
from desktop_cvae.gui.exporting.export import PLOT_PX, Draw, Export, file_name, plot_export
from desktop_cvae.gui.exporting.exporter import seen_export

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from desktop_cvae.figures.plot_style import PlotStyle
    from desktop_cvae.gui.latent.explorer import LatentExplorer

TERMS = ("total", "reconstruction", "kl")
HISTORY_HEADING = (
    "epoch",
    *(f"{part}_{term}_nats" for part in ("train", "validation") for term in TERMS),
    "seconds",
)
Histories = Sequence[tuple[str, tuple[EpochRecord, ...]]]
"""Models by name, with an entry an epoch."""


def history_table(records: Sequence[EpochRecord]) -> Table:
    """An epoch a row, the heading first."""
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
    """The same of several models, whose names come first."""
    rows = [(name, *row) for name, records in histories for row in history_table(records)[1:]]
    return [("model", *HISTORY_HEADING), *rows]


def loss_plot(histories: Histories, term: str = "total") -> Draw:
    """All losses over each other."""

    def draw(figure: Figure, style: PlotStyle) -> None:
        from desktop_cvae.figures.loss_figure import draw_losses

        draw_losses(figure, histories, term, style)

    return draw


LEGEND_PLACE = (PLOT_PX[0] - 14, 18.0)
LEGEND = mark("line: validation, dots: training")


def history_export(name: str, records: Sequence[EpochRecord], term: str) -> Export | None:
    """One training's loss; None before its first epoch has ended."""
    kept = tuple(records)
    if not kept:
        return None
    plot = loss_plot([(name, kept)], term)

    def draw(figure: Figure, style: PlotStyle) -> None:
        from desktop_cvae.figures.plot_style import add_text

        plot(figure, style)
        look = {"ha": "right", "color": style.theme.muted}
        add_text(figure, LEGEND_PLACE, tr(LEGEND), style.font(style.tick_px), **look)

    stem = file_name("loss", term, name)
    return plot_export(tr("the loss"), stem, draw, table=lambda: history_table(kept))


MAP_PX, LEGEND_PX = (640.0, 620.0), 30.0


def map_export(
    latent_map: LatentMap,
    names: Sequence[str],
    model: str,
    hidden: frozenset[int],
    highlighted: int | None,
) -> Export:
    """The latent map with its legend.

    Args:
        latent_map: the encoded digits.
        names: of the labels.
        model: its name.
        hidden: labels that are left out.
        highlighted: the label that stands out, or None.
    """
    shown = np.isin(latent_map.labels, list(hidden), invert=True)
    part = replace(
        latent_map,
        codes=latent_map.codes[shown],
        labels=latent_map.labels[shown],
        digits=latent_map.digits[shown],
    )

    def draw(figure: Figure, style: PlotStyle) -> None:
        from desktop_cvae.figures.comparison_figures import label_legend
        from desktop_cvae.figures.latent_figure import draw_latent_map
        from desktop_cvae.figures.plot_style import Area, figure_size

        width, height = figure_size(figure)
        area = Area(0, 8, width, height - LEGEND_PX - 8)
        draw_latent_map(figure, part, style, highlighted, area)
        label_legend(figure, names, height - LEGEND_PX + 2, style)

    stem = file_name("latent-map", model)
    return plot_export(tr("the latent map"), stem, draw, MAP_PX, lambda: map_table(part, names))


def explored_map_export(explorer: LatentExplorer, view: QWidget) -> Export | None:
    """The map that is explored, as a figure and as it is seen; None while there is none."""
    if explorer.map is None:
        return None
    model = explorer.session.model
    export = map_export(
        explorer.map,
        explorer.session.label_names,
        "" if model is None else model.entry.name,
        explorer.hidden,
        explorer.highlighted,
    )
    seen = seen_export(view, export.title, export.stem)
    return replace(export, kinds=(*export.kinds, *seen.kinds))


def map_table(latent_map: LatentMap, names: Sequence[str]) -> Table:
    """A digit a row, the heading first: which of the test digits it is, its label, its place."""
    dimensions = latent_map.plane.dimensions
    axes = ("principal_1", "principal_2")
    if dimensions is not None:
        axes = (f"z{dimensions[0] + 1}", f"z{dimensions[1] + 1}")
    told = [names[k] if k < len(names) else str(k) for k in latent_map.labels.tolist()]
    rows = zip(latent_map.digits.tolist(), told, *latent_map.points.T, strict=True)
    return [("digit", "label", *axes), *rows]


CONFUSION_PX = 46.0


def confusion_export(counts: IntArray, names: Sequence[str], model: str) -> Export:
    """A confusion matrix.

    Args:
        counts: int64, (K, K), true label by row.
        names: of the labels.
        model: its name.
    """
    rows = [(name, *row) for name, row in zip(names, counts.tolist(), strict=True)]

    def draw(figure: Figure, style: PlotStyle) -> None:
        from desktop_cvae.figures.scorecard_figures import draw_confusion

        draw_confusion(figure, counts, names, style)

    side = CONFUSION_PX * (len(names) + 1.5)
    stem = file_name("confusions", model)
    table = [("true \\ read", *names), *rows]
    return plot_export(tr("the confusion matrix"), stem, draw, (side, side), lambda: table)
