"""The trainings of a sweep as a table, for terminal, window, CSV and JSON."""

from __future__ import annotations

from typing import Any

from desktop_cvae.core.csv_tables import Table
from desktop_cvae.core.language import mark, number, tr
from desktop_cvae.evaluation.comparison import ABSENT, setting_text
from desktop_cvae.library.sweep_library import Sweep, SweepTraining

METRIC_TITLES = {
    "accuracy": mark("read by evidence"),
    "neg_elbo_nats": mark("−ELBO in nats"),
    "validation_neg_elbo_nats": mark("−ELBO, validation"),
    "seconds": mark("time"),
}
"""Titles of a sweep's metrics in their order, marked for translation."""


def sweep_table(sweep: Sweep, *, for_people: bool) -> Table:
    """Return one row per training, best first: varying settings, metrics, state.

    Args:
        sweep: as far as it is.
        for_people: words and numbers as the language writes them; else names of settings and
            metrics, plain numbers, and where run and model are.
    """
    names = sweep.varying
    if for_people:
        heading = ["", *names, *(tr(title) for title in METRIC_TITLES.values()), tr("state")]
        return [heading, *(_row_for_people(one, names) for one in sweep.ranked())]
    heading = ["number", *names, *METRIC_TITLES, "state", "run", "model"]
    return [heading, *(_plain_row(one, names) for one in sweep.ranked())]


def sweep_json(sweep: Sweep) -> dict[str, Any]:
    """Return everything about a sweep as a JSON object."""
    best = sweep.best
    return {
        "name": sweep.name,
        "file": str(sweep.file),
        "folder": str(sweep.folder),
        "best_by": sweep.best_by,
        "best": best.number if best else None,
        "trainings": [training_json(one) for one in sweep.ranked()],
    }


def training_json(one: SweepTraining) -> dict[str, Any]:
    """Return a training as a JSON object."""
    return {
        "number": one.number,
        "state": one.state,
        "reason": one.reason,
        "settings": one.settings,
        "epochs_done": one.epochs_done,
        "epochs": one.epochs,
        "metrics": one.metrics,
        "run": str(one.run_folder),
        "model": str(one.model_path),
    }


def metric_text(name: str, value: float | None) -> str:
    """Return a metric for people, or "–" if it is unknown."""
    if value is None:
        return ABSENT
    if name == "accuracy":
        return f"{number(100 * value, '.2f')} %"
    if name == "seconds":
        return f"{number(value, ',.0f' if value >= 100 else '.1f')} s"
    return number(value, ".2f")


def state_text(one: SweepTraining) -> str:
    """Return a training's state and progress for people."""
    if one.is_done or not one.epochs:
        return tr(one.state)
    return tr(
        "{state}, epoch {epoch}/{epochs}",
        state=tr(one.state),
        epoch=one.epochs_done,
        epochs=one.epochs,
    )


def _row_for_people(one: SweepTraining, names: tuple[str, ...]) -> list[str]:
    settings = [setting_text(one.settings.get(name)) for name in names]
    metrics = [metric_text(name, one.metrics.get(name)) for name in METRIC_TITLES]
    return [str(one.number), *settings, *metrics, state_text(one)]


def _plain_row(one: SweepTraining, names: tuple[str, ...]) -> list[object]:
    settings = [one.settings.get(name, "") for name in names]
    metrics = [one.metrics.get(name, "") for name in METRIC_TITLES]
    return [one.number, *settings, *metrics, one.state, str(one.run_folder), str(one.model_path)]
