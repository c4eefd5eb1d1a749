"""``desktop-cvae models calibrate`` and ``fit-prior``: fit a calibration or a prior to data.

Tested in tests/cli/test_models.py and tests/cli/test_model_card.py.
"""

from __future__ import annotations

from argparse import Namespace

from desktop_cvae.cli.inputs import data_of_model
from desktop_cvae.cli.output import note, note_saved, run_task
from desktop_cvae.core.calibration import Calibration
from desktop_cvae.core.errors import MissingLabels
from desktop_cvae.core.language import number, tr, tr_n
from desktop_cvae.core.priors import Prior
from desktop_cvae.datasets.dataset import DigitDataset, held_out_part, labels_of_model, learned_part
from desktop_cvae.datasets.loading import load_dataset
from desktop_cvae.evaluation.calibration_fitting import calibrate
from desktop_cvae.evaluation.prior_fitting import fit_models_prior
from desktop_cvae.evaluation.scorecard import score_pictures
from desktop_cvae.inference.generation import preview_png
from desktop_cvae.inference.opened_model import OpenedModel, open_model
from desktop_cvae.library.model_file import (
    read_model_file,
    rewrite_calibration,
    rewrite_model_file,
)
from desktop_cvae.library.model_library import (
    ModelEntry,
    find_model,
)


def run_calibrate(arguments: Namespace) -> None:
    """Fit a model's calibration and put it into its file.

    Raises:
        UsageError: there is no such model.
        MissingLabels: it has no labels.
        DatasetProblem: the data cannot be used.
        InputOutputError: the file cannot be written.
    """
    entry = find_model(arguments.model)
    if not entry.manifest.spec.conditional:
        raise MissingLabels(entry.name)
    data = data_of_model(arguments.data, entry.manifest)
    digits = _unseen(entry, load_dataset(data, "train"))
    calibration = _fit(open_model(entry), digits, arguments.seed)
    rewrite_calibration(entry.path, calibration)
    note_saved(entry.path)
    print(calibration_text(calibration))


def run_fit_prior(arguments: Namespace) -> None:
    """Fit a model's prior, calibrate and measure with it, and put all that into its file.

    Raises:
        UsageError: there is no such model.
        DatasetProblem: the data cannot be used.
        InputOutputError: the file cannot be written.
    """
    from desktop_cvae.inference.onnx_engine import OnnxEngine

    entry = find_model(arguments.model)
    arguments.data = data_of_model(arguments.data, entry.manifest)
    model, dataset = read_model_file(entry.path), load_dataset(arguments.data, "train")
    spec, digits = entry.manifest.spec, dataset
    if dataset.digest == entry.manifest.dataset_digest:
        digits = learned_part(dataset, entry.manifest.training)
    prior = Prior.standard_normal(spec.score_count, spec.latent_dim)
    if arguments.components:
        engine = OnnxEngine(spec, model.weights)
        fitting = fit_models_prior(engine, digits, arguments.components, arguments.seed)
        prior = run_task(fitting).widened(arguments.widen)
    opened = OpenedModel(entry, OnnxEngine(spec, model.weights, prior))
    calibration = None
    if entry.manifest.calibration is not None:
        calibration = _fit(opened, _unseen(entry, dataset), arguments.seed)
    metrics = _measure(opened, dataset, arguments)
    preview = preview_png(opened.engine, arguments.seed)
    rewrite_model_file(entry.path, prior, calibration, metrics, preview)
    note_saved(entry.path)
    print(_prior_text(prior))
    if calibration is not None:
        print(calibration_text(calibration))


def _measure(
    model: OpenedModel, trained_on: DigitDataset, arguments: Namespace
) -> dict[str, float]:
    """Measure again; return nothing if the data is not the training's or has no test part."""
    test = load_dataset(arguments.data, "test")
    if trained_on.digest != model.manifest.dataset_digest or test.digest == trained_on.digest:
        note(
            tr(
                "not measured: this is not the model's training data, or it has no separate "
                "test part"
            )
        )
        return {}
    labels = labels_of_model(test, model.spec)
    card, _ = run_task(score_pictures(model, test.floats(), labels, arguments.seed))
    return card.metrics()


def _unseen(entry: ModelEntry, dataset: DigitDataset) -> DigitDataset:
    """Return the digits that the model has not learned from."""
    if dataset.digest == entry.manifest.dataset_digest:
        return held_out_part(dataset, entry.manifest.training)
    note(tr("“{name}” was trained on other data, so all of this data is unseen", name=entry.name))
    return dataset


def _fit(model: OpenedModel, digits: DigitDataset, seed: int) -> Calibration:
    labels = labels_of_model(digits, model.spec)
    return run_task(calibrate(model, digits.floats(), labels, seed))


def _prior_text(prior: Prior) -> str:
    if prior.is_standard:
        return tr("prior: N(0, I)")
    return tr_n(
        "prior: {n} Gaussian for each label",
        "prior: {n} Gaussians for each label",
        prior.components,
    )


def calibration_text(calibration: Calibration) -> str:
    """Describe a fitted calibration for people."""
    lines = [
        tr_n(
            "fitted on {n} digit that the model has not learned from",
            "fitted on {n} digits that the model has not learned from",
            calibration.digits,
        ),
        tr(
            "temperature {temperature}; unsure if a second label is within {margin} nats",
            temperature=number(calibration.temperature, ".3g"),
            margin=number(calibration.unsure_margin, ".3g"),
        ),
    ]
    if not calibration.can_reject:
        return "\n".join(
            [*lines, tr("rejects nothing: too few digits, or labels other than digits")]
        )
    lines += [
        tr(
            "rejects {share} % of digits below {limit}",
            share=number(100 * share, "g"),
            limit=number(limit, ".2f"),
        )
        for share, limit in zip(calibration.shares, calibration.thresholds, strict=True)
    ]
    return "\n".join(lines)
