"""What ``desktop-cvae evaluate --generation`` tells: samples before a judge, beside real digits."""

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
from desktop_cvae.pictures.sheets import ByteArray, tile_images

if TYPE_CHECKING:
    from desktop_cvae.inference.opened_model import OpenedModel
    from desktop_cvae.training.judge import KerasJudge

HELD_OUT = 10_000
"""Training digits that the judge has not learned from, to be judged as the samples are."""
FEWEST = 50
SUSPECTS, PAIR_COLUMNS = 100, 20
"""Samples that are shown beside the training digits most like them, and how many stand in a row."""


@dataclass(frozen=True, eq=False)
class GenerationReport:
    """Sample quality before one judge.

    Attributes:
        judge_digits: how many it has learned from.
        judge_seed: of the judge; another one gives other figures.
        judge_accuracy: its share of test digits read right.
        models: by the model's name.
        real_digits: as many real digits in place of samples.
    """

    judge_digits: int
    judge_seed: int
    judge_accuracy: float
    models: Mapping[str, SampleQuality]
    real_digits: SampleQuality

    def to_json(self) -> dict[str, Any]:
        """For ``--format json`` and ``generation.json``."""
        return {
            "judge": {
                "digits": self.judge_digits,
                "seed": self.judge_seed,
                "accuracy": self.judge_accuracy,
            },
            "models": {name: dataclasses.asdict(told) for name, told in self.models.items()},
            "real_digits": dataclasses.asdict(self.real_digits),
        }

    def text(self) -> str:
        """For people: a row for each model and one for real digits."""
        rows = [*self.models.items(), (tr("real digits"), self.real_digits)]
        heading = ["", *map(tr, _TITLES), *(f"NLL {count}" for count in NLL_SAMPLES)]
        lines = [heading, *((name, *_cells(quality)) for name, quality in rows)]
        judged = tr(
            "samples, judged by a classifier of {digits} training digits "
            "(seed {seed}; it reads {share} % of the test digits)",
            digits=number(self.judge_digits),
            seed=self.judge_seed,
            share=_per_cent(self.judge_accuracy),
        )
        legend = (tr(line, k=NEIGHBOURS) for line in _LEGEND)
        return "\n".join([judged, table(lines, right=range(1, len(heading))), *legend])


_TITLES = (
    mark("samples"),
    mark("label right, %"),
    mark("Fréchet"),
    mark("precision"),
    mark("recall"),
    mark("learner, %"),
    mark("nearest (test)"),
    mark("nearer, %"),
)
_LEGEND = (
    mark(
        "Fréchet distance, precision and recall (k = {k}): features of the judge, to the "
        "test digits"
    ),
    mark("learner: a classifier that has seen those samples alone, on the test digits"),
    mark(
        "nearest: median distance to a training digit (of test digits); nearer: samples nearer "
        "than 99 % of test digits"
    ),
    mark(
        "NLL: nats of binarised test digits under their label, by the number of importance samples"
    ),
)


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


def _per_cent(share: float | None) -> str:
    return "–" if share is None else number(100 * share, ".2f")


def judge_models(
    models: Sequence[OpenedModel], wish: str, test: DigitDataset, samples: int, seed: int
) -> GenerationReport:
    """Judge what models write, all by one judge.

    Args:
        models: each with the data set's labels, or without any.
        wish: the data set, as :func:`desktop_cvae.datasets.loading.load_dataset` takes it.
        test: its test part.
        samples: of each model.
        seed: of the judge, of the samples, of the binarisation.

    Raises:
        EnvironmentProblem: there is no TensorFlow, in which the judge learns.
        DatasetProblem: the data set has no training part of its own, too few digits, or other
            labels than a model.
    """
    court = _summon(wish, test, seed)
    told = {
        model.name: run_task(judge_samples(model, court.judge, test, court.training, samples, seed))
        for model in models
    }
    return court.report(told, samples)


def judge_written(
    model: OpenedModel, samples: Samples, wish: str, seed: int
) -> tuple[GenerationReport, ByteArray]:
    """Judge samples that are there already, and show the training digits that are most like them.

    Args:
        model: wrote them.
        samples: at least ``FEWEST``.
        wish: the data set that it was trained on, or another of its labels.
        seed: of the judge.

    Returns:
        the report, and a sheet of the ``SUSPECTS`` samples that lie nearest to a training digit:
        each stands above that digit. Copies would look alike.

    Raises:
        EnvironmentProblem: there is no TensorFlow, in which the judge learns.
        DatasetProblem: as :func:`judge_models`, or there are too few samples.
    """
    if len(samples.images) < FEWEST:
        raise DatasetProblem(tr("A report needs {least} digits at least.", least=FEWEST))
    test = load_dataset(wish, "test")
    court = _summon(wish, test, seed)
    labels = labels_in(test, model.spec, samples.labels)
    judging = judge_images(court.judge, samples.images, labels, test, court.training)
    report = court.report({model.name: run_task(judging)}, len(samples.images))
    digits = court.training.floats()
    places, gaps = run_task(nearest(samples.images, digits))
    suspects = np.argsort(gaps)[:SUSPECTS]
    pairs = np.stack([samples.images[suspects], digits[places[suspects]]], axis=1)
    padding = -len(pairs) % PAIR_COLUMNS
    rows = np.pad(pairs, ((0, padding), (0, 0), (0, 0), (0, 0))).reshape(
        -1, PAIR_COLUMNS, 2, 28, 28
    )
    laid_out = rows.swapaxes(1, 2).reshape(-1, 28, 28)
    return report, 255 - tile_images(laid_out, PAIR_COLUMNS, scale=2, gap=4)


@dataclass(frozen=True, eq=False)
class _Court:
    """A judge with the digits that it judges by."""

    judge: KerasJudge
    seed: int
    test: DigitDataset
    training: DigitDataset
    learned: DigitDataset

    def report(self, told: Mapping[str, SampleQuality], samples: int) -> GenerationReport:
        """What it says of models, beside as many real digits that it has not learned from."""
        test, learned = self.test, self.learned
        last = slice(len(learned), len(learned) + samples)
        images = self.training.images[last].astype(np.float32) / np.float32(255)
        judging = judge_images(self.judge, images, self.training.labels[last], test, learned)
        return GenerationReport(
            judge_digits=len(learned),
            judge_seed=self.seed,
            judge_accuracy=float((self.judge.look(test.floats())[1] == test.labels).mean()),
            models=told,
            real_digits=run_task(judging),
        )


def _summon(wish: str, test: DigitDataset, seed: int) -> _Court:
    """Find or teach the judge of a data set; raises as :func:`judge_models`."""
    require_tensorflow()
    training = load_dataset(wish, "train")
    is_whole = np.array_equal(training.images[: len(test)], test.images)
    if is_whole or training.label_names != test.label_names:
        raise DatasetProblem(
            tr(
                "“{name}” has no training part beside its test part; a judge needs both.",
                name=test.name,
            )
        )
    held_out = min(HELD_OUT, len(training) // 6)
    if min(held_out, len(test)) < FEWEST:
        raise DatasetProblem(
            tr(
                "“{name}” has too few digits to judge samples by: {learned} to learn from "
                "and {test} of its test part are the least.",
                name=test.name,
                learned=6 * FEWEST,
                test=FEWEST,
            )
        )
    learned = training.limit(len(training) - held_out)
    return _Court(_find_judge(learned, seed), seed, test, training, learned)


def _find_judge(digits: DigitDataset, seed: int) -> KerasJudge:
    """The one that is kept on this machine, or one that learns now."""
    # Imports TensorFlow.
    from desktop_cvae.training.judge import KerasJudge, keep_judge, kept_judge

    judge = kept_judge(digits, seed)
    if judge is None:
        beginner = KerasJudge(len(digits.label_names), seed)
        judge = run_task(beginner.learned_from(digits.floats(), digits.labels))
        try:
            keep_judge(judge, digits, seed)
        except InputOutputError as error:
            note(tr("the judge is not kept: {reason}", reason=error.sentence))
    return judge
