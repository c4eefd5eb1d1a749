"""``desktop-cvae evaluate``: measure a model on held-out digits."""

from __future__ import annotations

import contextlib
from argparse import Namespace
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np

from desktop_cvae.cli.evaluation_report import (
    EvaluatedRejection,
    Evaluation,
    evaluation_json,
    evaluation_text,
    write_evaluation,
)
from desktop_cvae.cli.generation_report import judge_models
from desktop_cvae.cli.inputs import data_of_model, load_test_part
from desktop_cvae.cli.option_checks import noise_setting
from desktop_cvae.cli.output import note_saved, require_free_folder, run_task
from desktop_cvae.cli.robustness_report import attack_digits
from desktop_cvae.core.errors import ImageProblem, MissingLabels, UsageError
from desktop_cvae.core.language import tr
from desktop_cvae.core.results import FloatArray, IntArray
from desktop_cvae.datasets.dataset import DigitDataset, labels_of_model
from desktop_cvae.datasets.loading import picture_files
from desktop_cvae.evaluation.as_read import AsRead, measure_as_read
from desktop_cvae.evaluation.corruption_curves import (
    CORRUPTIONS,
    CurvePoint,
    corrupt_images,
    measure_curve,
)
from desktop_cvae.evaluation.likelihood import Likelihood, measure_likelihood
from desktop_cvae.evaluation.rejection import RejectionScores, score_others
from desktop_cvae.evaluation.scorecard import Readings, score_pictures
from desktop_cvae.evaluation.thinking_gain import ThinkingGain, measure_thinking
from desktop_cvae.inference.opened_model import OpenedModel, open_model
from desktop_cvae.library.model_library import find_model
from desktop_cvae.pictures.picture_files import read_image
from desktop_cvae.pictures.preparation import to_mnist_style
from desktop_cvae.synthesis.synthetic_outliers import make_synthetic_outliers

SAMPLES = 10_000
"""Samples that are judged by default."""
MADE = "made"
MADE_COUNT, MADE_SEED = 2000, 10_000
"""Synthetic outliers; the seed differs from calibration's, whose outliers are known."""


def run(arguments: Namespace) -> int:
    """Score a model on the test part of a data set.

    Raises:
        UsageError: there is no such model or noise, the output folder is not free, or
            ``--not-digits`` was asked of a model that rejects nothing.
        MissingLabels: a curve needs a model with labels.
        EnvironmentProblem: samples are to be judged, and there is no TensorFlow; or digits
            attacked, and there is no Foolbox.
        DatasetProblem: the data cannot be used, or has labels unknown to the model.
    """
    _require_sense(arguments)
    evaluation = _evaluate(arguments)
    show = evaluation_json if arguments.format == "json" else evaluation_text
    print(show(evaluation))
    if arguments.output is not None:
        write_evaluation(arguments.output, evaluation)
        note_saved(arguments.output)
    return 0


def _require_sense(arguments: Namespace) -> None:
    if arguments.sweep and (arguments.noise is not None or arguments.shift):
        raise UsageError(tr("--sweep sets its own noise and shifts; omit --noise and --shift."))
    if arguments.samples is not None and not arguments.generation:
        raise UsageError(tr("--samples needs --generation."))
    if arguments.attack is None and (arguments.digits is not None or arguments.until != "misread"):
        raise UsageError(tr("--digits and --until need --attack."))
    if arguments.output is not None:
        require_free_folder(arguments.output, overwrite=arguments.overwrite)


def _evaluate(arguments: Namespace) -> Evaluation:
    noise = noise_setting(arguments.noise, arguments.seed)
    entry = find_model(arguments.model)
    arguments.data = data_of_model(arguments.data, entry.manifest)
    dataset = load_test_part(arguments.data, arguments.limit)
    labels = labels_of_model(dataset, entry.manifest.spec)
    images = corrupt_images(
        dataset.floats(), arguments.shift, arguments.prepare, noise, arguments.seed
    )
    model = open_model(entry)
    generation, attack = None, None
    # First, because they need most: a missing library or training part is reported at once.
    if arguments.generation:
        samples = arguments.samples or SAMPLES
        generation = judge_models([model], arguments.data, dataset, samples, arguments.seed)
    if arguments.attack is not None:
        attack = attack_digits(arguments, model, dataset, labels)
    card, readings = run_task(
        score_pictures(model, images, labels, arguments.seed, arguments.refuse)
    )
    return Evaluation(
        model=entry.name,
        label_names=entry.manifest.spec.label_names,
        data=dataset.name,
        arguments=arguments,
        card=card,
        found=None if readings is None else readings.reliability,
        curves=_curves(arguments, model, dataset, labels),
        rejection=evaluate_rejection(arguments, model, readings, dataset),
        generation=generation,
        attack=attack,
        as_read=_as_read(arguments, model, dataset, images, labels),
        thinking=_thinking(arguments, model, images, labels),
        likelihood=_likelihood(arguments, model, images, labels),
    )


def _thinking(
    arguments: Namespace, model: OpenedModel, images: FloatArray, labels: IntArray
) -> ThinkingGain | None:
    """Think about the pictures; None unless it was asked for. An attack attacks thinking alone."""
    if not arguments.think or arguments.attack is not None:
        return None
    if not model.has_labels:
        raise MissingLabels(arguments.model)
    return run_task(
        measure_thinking(model, images, labels, arguments.think, arguments.refuse, arguments.seed)
    )


def _likelihood(
    arguments: Namespace, model: OpenedModel, images: FloatArray, labels: IntArray
) -> Likelihood | None:
    if arguments.likelihood is None:
        return None
    return run_task(
        measure_likelihood(model.generator, images, labels, arguments.likelihood, arguments.seed)
    )


def _as_read(
    arguments: Namespace,
    model: OpenedModel,
    dataset: DigitDataset,
    images: FloatArray,
    labels: IntArray,
) -> AsRead | None:
    """Read the pictures as the user would see them read; None unless it was asked for."""
    if not arguments.as_read:
        return None
    if not model.has_labels:
        raise MissingLabels(arguments.model)
    files = picture_files(arguments.data, "test")
    if files is None or arguments.noise is not None or arguments.shift:
        pictures: Iterable[tuple[FloatArray, int]] = zip(images, labels.tolist(), strict=True)
        return run_task(measure_as_read(model, pictures, len(images), arguments.refuse))
    known = [model.label_names.index(name) for name in dataset.label_names]
    files = files[: arguments.limit]
    readable = ((picture, known[label]) for file, label in files for picture in _opened(file))
    return run_task(measure_as_read(model, readable, len(files), arguments.refuse))


def _opened(file: Path) -> Iterator[FloatArray]:
    """Yield the picture of a file, or nothing if it is none; the data set names it."""
    with contextlib.suppress(ImageProblem):
        yield read_image(file)


def _curves(
    arguments: Namespace, model: OpenedModel, dataset: DigitDataset, labels: IntArray
) -> dict[str, tuple[CurvePoint, ...]]:
    names = dict.fromkeys(arguments.sweep)
    if names and not model.has_labels:
        raise MissingLabels(arguments.model)
    images = dataset.floats()
    return {
        name: run_task(
            measure_curve(
                model, images, labels, CORRUPTIONS[name], arguments.seed, arguments.prepare
            )
        )
        for name in names
    }


def evaluate_rejection(
    arguments: Namespace,
    model: OpenedModel,
    readings: Readings | None,
    digits: DigitDataset,
) -> EvaluatedRejection | None:
    """Measure rejection; return None for a model that rejects nothing.

    Raises:
        UsageError: ``--not-digits`` was asked of such a model.
        DatasetProblem: its data cannot be used.
    """
    calibration = model.calibration
    if calibration is None or readings is None or readings.digit_scores is None:
        if arguments.not_digits is not None:
            raise UsageError(
                tr(
                    "“{name}” rejects nothing, so --not-digits has no effect; “models calibrate” "
                    "fits its rejection thresholds.",
                    name=arguments.model,
                )
            )
        return None
    name, others = "", np.zeros(0)
    if arguments.not_digits is not None:
        name, pictures = _others(arguments, digits)
        others = score_others(model, pictures)
    found = RejectionScores(readings.digit_scores, others)
    return EvaluatedRejection(found, calibration, arguments.refuse, name)


def _others(arguments: Namespace, digits: DigitDataset) -> tuple[str, FloatArray]:
    """Return the name and the pictures, prepared like opened files."""
    if arguments.not_digits == MADE:
        count = min(MADE_COUNT, arguments.limit or MADE_COUNT)
        return MADE, make_synthetic_outliers(digits.floats(), digits.labels, count, MADE_SEED)
    dataset = load_test_part(arguments.not_digits, arguments.limit)
    prepared = [to_mnist_style(image).image for image in dataset.floats()]
    return dataset.name, np.stack(prepared)
