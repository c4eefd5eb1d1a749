"""What ``evaluate --output`` writes: pictures for people, tables for programs."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_cvae.cli.evaluation_refusals import EvaluatedRefusals
from desktop_cvae.core.results import IntArray
from desktop_cvae.figures.comparison_figures import new_figure
from desktop_cvae.figures.plot_style import page_style
from desktop_cvae.figures.refusal_figure import RefusalCurves, draw_refusals
from desktop_cvae.figures.reliability_figure import draw_reliability
from desktop_cvae.figures.sweep_figure import draw_sweep
from desktop_cvae.inference.reliability import Reliability
from desktop_cvae.inference.sweeps import SWEEPS, SweepPoint
from desktop_cvae.library.atomic_writing import write_atomically

if TYPE_CHECKING:
    from matplotlib.figure import Figure

WIDTH_PX, HEIGHT_PX = 760.0, 420.0
SHARPNESS = 2.0
"""Pixels of a file for each logical pixel."""
Points = Sequence[SweepPoint]


def write_evaluation(
    folder: Path,
    model: str,
    card_json: str,
    label_names: Sequence[str],
    confusion: IntArray | None,
    found: Reliability | None,
    sweeps: Mapping[str, Points],
    refused: EvaluatedRefusals | None,
) -> None:
    """Write the folder; each file is there whole or not at all.

    Args:
        folder: made if missing; files of the same names are replaced.
        model: its name.
        card_json: what ``--format json`` prints.
        label_names: of the confusion matrix.
        confusion: int64, (K, K), true label by row; None without labels.
        found: confidence beside accuracy; None without labels.
        sweeps: points by the sweep's name.
        refused: None if the model refuses nothing.

    Raises:
        InputOutputError: the disk is full, the folder is read-only, …
    """
    files = {"scorecard.json": f"{card_json}\n".encode()}
    if confusion is not None:
        rows = [(name, *line) for name, line in zip(label_names, confusion, strict=True)]
        files["confusion.csv"] = _csv([("true \\ read", *label_names), *rows])
    if found is not None:
        columns = zip(*(values.tolist() for values in found.points()), strict=True)
        files["calibration.csv"] = _csv([("confidence", "accuracy", "images"), *columns])
        files["calibration.png"] = _png(
            lambda figure: draw_reliability(figure, [(0, model, found)], page_style())
        )
    if refused is not None:
        heading = ("may be refused", "threshold", "digits refused", "others refused")
        files["refusals.csv"] = _csv([heading, *refused.rows])
        files["refusals.png"] = _refusal_png(model, refused)
    for name, points in sweeps.items():
        files[f"{name}.csv"] = _csv(sweep_rows(name, points))
        files[f"{name}.png"] = _sweep_png(name, model, points)
    for name, content in files.items():
        write_atomically(folder / name, content)


def sweep_rows(name: str, points: Points) -> list[tuple[object, ...]]:
    """A sweep as a table, the heading first; levels that others did not publish stay empty."""
    references = SWEEPS[name].references
    heading = (name, "images", "right", "accuracy", *(one.name for one in references))
    rows = [
        (p.level, p.n, p.right, p.accuracy, *(one.at(p.level) for one in references))
        for p in points
    ]
    return [heading, *rows]


def _sweep_png(name: str, model: str, points: Points) -> bytes:
    sweep = SWEEPS[name]
    return _png(lambda figure: draw_sweep(figure, sweep, [(0, model, points)], page_style()))


def _refusal_png(model: str, refused: EvaluatedRefusals) -> bytes:
    threshold = refused.calibration.threshold(refused.refuse)
    curves = [RefusalCurves(0, model, refused.found, threshold)]
    return _png(lambda figure: draw_refusals(figure, curves, refused.refuse, page_style()))


def _csv(rows: Sequence[Sequence[object]]) -> bytes:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue().encode()


def _png(draw: Callable[[Figure], object]) -> bytes:
    figure = new_figure(WIDTH_PX, HEIGHT_PX)
    draw(figure)
    buffer = io.BytesIO()
    figure.savefig(buffer, format="png", dpi=figure.dpi * SHARPNESS)
    return buffer.getvalue()
