"""The report of ``evaluate --generation``: sample quality as a classifier measures it.

Tested in tests/cli/test_evaluate.py.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from desktop_cvae.cli.output import note, run_task, table
from desktop_cvae.core.errors import DatasetProblem, InputOutputError
from desktop_cvae.core.language import mark, number, tr
from desktop_cvae.core.results import Samples
from desktop_cvae.datasets.dataset import DigitDataset
from desktop_cvae.datasets.loading import load_dataset
from desktop_cvae.evaluation.sample_quality import (
    NEIGHBOURS,
    NLL_SAMPLES,
    SampleQuality,
    judge_images,
    judge_samples,
    labels_in,
    nearest,
)
from desktop_cvae.model.tensorflow_setup import require_tensorflow
from desktop_cvae.pictures.contact_sheets import ByteArray, tile_images

if TYPE_CHECKING:
    from desktop_cvae.inference.opened_model import OpenedModel
    from desktop_cvae.training.evaluation_classifier import EvaluationClassifier

HELD_OUT = 10_000
"""Training digits withheld from the classifier, to be judged like the samples."""
FEWEST = 50
SUSPECTS, PAIR_COLUMNS = 100, 20
"""Samples shown beside the most similar training digits, and their number per row."""
_TITLES = (
    mark("samples"),
    mark("label right, %"),
    mark("Fréchet"),
    mark("precision"),
    mark("recall"),
    mark("CAS, %"),
    mark("nearest (test)"),
    mark("nearer, %"),
)
_LEGEND = (
    mark(
        "Fréchet distance, precision and recall (k = {k}): from the test digits, in "
        "the classifier's features"
    ),
    mark(
        "CAS (classification accuracy score): accuracy on the test digits of a classifier "
        "trained on these samples alone"
    ),
    mark(
        "nearest: median distance to the nearest training digit (for test digits); "
        "nearer: samples nearer than 99 % of test digits"
    ),
    mark(
        "NLL: nats of binarised test digits under their label, by the number of importance samples"
    ),
)


@dataclass(frozen=True, eq=False)
class GenerationReport:
    """Sample quality measured by one classifier.

    Attributes:
        judge_digits: number of digits that trained the classifier.
        judge_seed: seed of the classifier; another seed gives other figures.
        judge_accuracy: its accuracy on the test digits.
        models: sample quality by model name.
        real_digits: quality of as many real digits.
    """

    judge_digits: int
    judge_seed: int
    judge_accuracy: float
    models: Mapping[str, SampleQuality]
    real_digits: SampleQuality

    def to_json(self) -> dict[str, Any]:
        """Return the JSON of ``--format json`` and ``generation.json``."""
        return {
            "judge": {
                "digits": self.judge_digits,
                "seed": self.judge_seed,
                "accuracy": self.judge_accuracy,
            },
            "models": {name: dataclasses.asdict(quality) for name, quality in self.models.items()},
            "real_digits": dataclasses.asdict(self.real_digits),
        }

    def text(self) -> str:
        """Return a table for people: a row for each model and one for real digits."""
        rows = [*self.models.items(), (tr("real digits"), self.real_digits)]
        heading = ["", *map(tr, _TITLES), *(f"NLL {count}" for count in NLL_SAMPLES)]
        lines = [heading, *((name, *_cells(quality)) for name, quality in rows)]
        judged = tr(
            "samples, judged by a classifier trained on {digits} digits (seed {seed}; it "
            "reads {share} % of the test digits)",
            digits=number(self.judge_digits),
            seed=self.judge_seed,
            share=_per_cent(self.judge_accuracy),
        )
        legend = (tr(line, k=NEIGHBOURS) for line in _LEGEND)
        return "\n".join([judged, table(lines, right=range(1, len(heading))), *legend])


def _cells(quality: SampleQuality) -> list[str]:
    gap, of_test = quality.nearest_training, quality.nearest_training_of_test
    return [
        number(quality.n),
        _per_cent(quality.label_fidelity),
        number(quality.frechet_distance, ".2f"),
        number(quality.precision, ".3f"),
        number(quality.recall, ".3f"),
        _per_cent(quality.classifier_accuracy),
        f"{number(gap, '.2f')} ({number(of_test, '.2f')})",
        _per_cent(quality.nearer_than_test),
        *(number(quality.nll_nats[k], ".2f") if quality.nll_nats else "–" for k in NLL_SAMPLES),
    ]


def _per_cent(fraction: float | None) -> str:
    return "–" if fraction is None else number(100 * fraction, ".2f")


def judge_models(
    models: Sequence[OpenedModel], data: str, test: DigitDataset, samples: int, seed: int
) -> GenerationReport:
    """Judge generated digits of several models with one classifier.

    Args:
        models: each with the data set's labels, or without any.
        data: the data set, as :func:`desktop_cvae.datasets.loading.load_dataset` takes it.
        test: its test part.
        samples: number of samples of each model.
        seed: of the classifier, the samples and the binarisation.

    Raises:
        EnvironmentProblem: TensorFlow, which trains the classifier, is missing.
        DatasetProblem: the data set has no training part of its own, too few digits, or other
            labels than a model.
    """
    reference = _prepare_reference(data, test, seed)
    qualities = {
        model.name: run_task(
            judge_samples(model, reference.classifier, test, reference.training, samples, seed)
        )
        for model in models
    }
    return reference.report(qualities, samples)


def judge_written(
    model: OpenedModel, samples: Samples, data: str, seed: int
) -> tuple[GenerationReport, ByteArray]:
    """Judge existing samples, and show the most similar training digits.

    Args:
        model: wrote them.
        samples: at least ``FEWEST``.
        data: the data set that it was trained on, or another of its labels.
        seed: of the classifier.

    Returns:
        the report, and a contact sheet of the ``SUSPECTS`` samples nearest to training digits,
        each above that digit; copies would look alike.

    Raises:
        EnvironmentProblem: TensorFlow, which trains the classifier, is missing.
        DatasetProblem: as :func:`judge_models`, or there are too few samples.
    """
    if len(samples.images) < FEWEST:
        raise DatasetProblem(tr("A report needs at least {least} digits.", least=FEWEST))
    test = load_dataset(data, "test")
    reference = _prepare_reference(data, test, seed)
    labels = labels_in(test, model.spec, samples.labels)
    judged = judge_images(reference.classifier, samples.images, labels, test, reference.training)
    report = reference.report({model.name: run_task(judged)}, len(samples.images))
    digits = reference.training.floats()
    indices, gaps = run_task(nearest(samples.images, digits))
    suspects = np.argsort(gaps)[:SUSPECTS]
    pairs = np.stack([samples.images[suspects], digits[indices[suspects]]], axis=1)
    padding = -len(pairs) % PAIR_COLUMNS
    rows = np.pad(pairs, ((0, padding), (0, 0), (0, 0), (0, 0))).reshape(
        -1, PAIR_COLUMNS, 2, 28, 28
    )
    laid_out = rows.swapaxes(1, 2).reshape(-1, 28, 28)
    return report, 255 - tile_images(laid_out, PAIR_COLUMNS, scale=2, gap=4)


@dataclass(frozen=True, eq=False)
class _Reference:
    """A classifier with the digits that samples are compared with."""

    classifier: EvaluationClassifier
    seed: int
    test: DigitDataset
    training: DigitDataset
    learned: DigitDataset

    def report(self, models: Mapping[str, SampleQuality], samples: int) -> GenerationReport:
        """Report on models beside as many real digits that the classifier has not learned from."""
        test, learned = self.test, self.learned
        last = slice(len(learned), len(learned) + samples)
        images = self.training.images[last].astype(np.float32) / np.float32(255)
        judging = judge_images(self.classifier, images, self.training.labels[last], test, learned)
        return GenerationReport(
            judge_digits=len(learned),
            judge_seed=self.seed,
            judge_accuracy=float((self.classifier.look(test.floats())[1] == test.labels).mean()),
            models=models,
            real_digits=run_task(judging),
        )


def _prepare_reference(data: str, test: DigitDataset, seed: int) -> _Reference:
    """Load or train the classifier of a data set; raises as :func:`judge_models`."""
    require_tensorflow()
    training = load_dataset(data, "train")
    is_whole = np.array_equal(training.images[: len(test)], test.images)
    if is_whole or training.label_names != test.label_names:
        raise DatasetProblem(
            tr(
                "“{name}” needs both a training and a test part to judge samples.",
                name=test.name,
            )
        )
    held_out = min(HELD_OUT, len(training) // 6)
    if min(held_out, len(test)) < FEWEST:
        raise DatasetProblem(
            tr(
                "“{name}” has too few digits to judge samples: at least {learned} training "
                "and {test} test digits are needed.",
                name=test.name,
                learned=6 * FEWEST,
                test=FEWEST,
            )
        )
    learned = training.limit(len(training) - held_out)
    return _Reference(_find_classifier(learned, seed), seed, test, training, learned)


def _find_classifier(digits: DigitDataset, seed: int) -> EvaluationClassifier:
    """Load the cached classifier, or train one now."""
    # Imports TensorFlow.
    from desktop_cvae.training.evaluation_classifier import (
        EvaluationClassifier,
        load_classifier,
        save_classifier,
    )

    classifier = load_classifier(digits, seed)
    if classifier is None:
        beginner = EvaluationClassifier(len(digits.label_names), seed)
        classifier = run_task(beginner.learned_from(digits.floats(), digits.labels))
        try:
            save_classifier(classifier, digits, seed)
        except InputOutputError as error:
            note(tr("the classifier could not be cached: {reason}", reason=error.sentence))
    return classifier
