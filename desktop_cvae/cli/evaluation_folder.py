"""What ``evaluate --output`` writes: pictures for people, tables for programs."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_cvae.cli.evaluation import Evaluation
from desktop_cvae.cli.evaluation_refusals import EvaluatedRefusals
from desktop_cvae.cli.evaluation_texts import evaluation_json
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


def write_evaluation(folder: Path, evaluation: Evaluation) -> None:
    """Write the folder; each file is there whole or not at all.

    Args:
        folder: made if missing; files of the same names are replaced.
        evaluation: what is told.

    Raises:
        InputOutputError: the disk is full, the folder is read-only, …
    """
    model = evaluation.model
    files = {"scorecard.json": f"{evaluation_json(evaluation)}\n".encode()}
    if evaluation.card.confusion is not None:
        names = evaluation.label_names
        rows = [(name, *row) for name, row in zip(names, evaluation.card.confusion, strict=True)]
        files["confusion.csv"] = _csv([("true \\ read", *names), *rows])
    if evaluation.found is not None:
        files |= _calibration_files(model, evaluation.found)
    if evaluation.refused is not None:
        heading = ("may be refused", "threshold", "digits refused", "others refused")
        files["refusals.csv"] = _csv([heading, *evaluation.refused.rows])
        files["refusals.png"] = _refusal_png(model, evaluation.refused)
    for name, points in evaluation.sweeps.items():
        files[f"{name}.csv"] = _csv(sweep_rows(name, points))
        files[f"{name}.png"] = _sweep_png(name, model, points)
    for name, content in files.items():
        write_atomically(folder / name, content)


def _calibration_files(model: str, found: Reliability) -> dict[str, bytes]:
    columns = zip(*(values.tolist() for values in found.points()), strict=True)
    return {
        "calibration.csv": _csv([("confidence", "accuracy", "images"), *columns]),
        "calibration.png": _png(
            lambda figure: draw_reliability(figure, [(0, model, found)], page_style())
        ),
    }


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
