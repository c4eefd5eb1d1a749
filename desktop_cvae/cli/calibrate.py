"""``desktop-cvae models calibrate``."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from desktop_cvae.cli.output import note, run_task
from desktop_cvae.core.errors import MissingLabels
from desktop_cvae.library.model_library import ModelEntry, find_model

if TYPE_CHECKING:
    from desktop_cvae.core.calibration import Calibration
    from desktop_cvae.datasets.dataset import DigitDataset
    from desktop_cvae.inference.engine import Engine


def run_calibrate(arguments: Namespace) -> None:
    """Fit a model's calibration and put it into its file.

    Raises:
        UsageError: there is no such model.
        MissingLabels: it has no labels.
        DatasetProblem: the data cannot be used.
        InputOutputError: the file cannot be written.
    """
    from desktop_cvae.datasets.loading import load_dataset
    from desktop_cvae.inference.opened_model import open_model
    from desktop_cvae.library.model_file import rewrite_calibration

    entry = find_model(arguments.model)
    if not entry.manifest.spec.conditional:
        raise MissingLabels(entry.name)
    digits = _unseen(entry, load_dataset(arguments.data, "train"))
    calibration = _fit(open_model(entry).engine, digits, arguments.seed)
    rewrite_calibration(entry.path, calibration)
    print(calibration_text(calibration))


def calibration_text(calibration: Calibration) -> str:
    """What was fitted, for people."""
    lines = [
        f"fitted on {calibration.digits:,} digits that the model has not learned from",
        f"temperature {calibration.temperature:.3g}; unsure if a second label is nearer than "
        f"{calibration.unsure_margin:.3g} nats",
    ]
    if not calibration.refuses:
        return "\n".join([*lines, "refuses nothing: too few digits, or other labels than digits"])
    table = zip(calibration.shares, calibration.thresholds, strict=True)
    lines += [f"refuses {100 * share:g} % of digits under {limit:.2f}" for share, limit in table]
    return "\n".join(lines)


def _unseen(entry: ModelEntry, dataset: DigitDataset) -> DigitDataset:
    """What the model has not learned from."""
    from desktop_cvae.datasets.dataset import held_out_part

    if dataset.digest == entry.manifest.dataset_digest:
        return held_out_part(dataset, entry.manifest.training)
    note(f"“{entry.name}” was trained on other data; all of this counts as unseen")
    return dataset


def _fit(engine: Engine, digits: DigitDataset, seed: int) -> Calibration:
    from desktop_cvae.datasets.dataset import labels_of_model
    from desktop_cvae.evaluation.calibration_fitting import calibrate

    labels = labels_of_model(digits, engine.spec)
    return run_task(calibrate(engine, digits.floats(), labels, seed))
