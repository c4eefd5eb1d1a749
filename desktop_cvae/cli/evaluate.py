"""``desktop-cvae evaluate``: a model's held-out scorecard."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable
from typing import TYPE_CHECKING

from desktop_cvae.cli.evaluation import Evaluation
from desktop_cvae.cli.evaluation_refusals import find_refusals
from desktop_cvae.cli.evaluation_texts import evaluation_json, evaluation_text
from desktop_cvae.cli.noise_option import noise_setting
from desktop_cvae.cli.outputs import require_free_folder
from desktop_cvae.core.errors import MissingLabels, UsageError
from desktop_cvae.inference.scoring_data import scoring_images
from desktop_cvae.library.model_library import find_model

if TYPE_CHECKING:
    from desktop_cvae.core.ports import Engine
    from desktop_cvae.core.results import IntArray
    from desktop_cvae.datasets.digit_dataset import DigitDataset
    from desktop_cvae.inference.sweeps import SweepPoint


def run(arguments: Namespace) -> int:
    """Score a model on the test part of a data set.

    Raises:
        UsageError: there is no such model or noise, the output folder is not free, or
            ``--not-digits`` was asked of a model that refuses nothing.
        MissingLabels: a sweep is wanted of a model that reads nothing.
        DatasetProblem: the data cannot be used, or has labels unknown to the model.
    """
    _require_sense(arguments)
    evaluation = _evaluate(arguments)
    show = evaluation_json if arguments.format == "json" else evaluation_text
    print(show(evaluation))
    if arguments.output is not None:
        from desktop_cvae.cli.evaluation_folder import write_evaluation

        write_evaluation(arguments.output, evaluation)
    return 0


def _evaluate(arguments: Namespace) -> Evaluation:
    from desktop_cvae.datasets.loading import load_dataset
    from desktop_cvae.inference.engines import open_engine
    from desktop_cvae.inference.label_matching import labels_of_model
    from desktop_cvae.inference.scorecard import score_pictures

    noise = noise_setting(arguments.noise, arguments.seed)
    entry = find_model(arguments.model)
    dataset = load_dataset(arguments.data, "test")
    if arguments.limit is not None:
        dataset = dataset.limit(arguments.limit)
    labels = labels_of_model(dataset, entry.manifest.spec)
    images = scoring_images(dataset, arguments.shift, arguments.prepare, noise, arguments.seed)
    engine = open_engine(entry)
    refuse, calibration = arguments.refuse, entry.manifest.calibration
    card, readings = score_pictures(
        engine, images, labels, arguments.seed, _progress(), calibration, refuse
    )
    return Evaluation(
        model=entry.name,
        label_names=entry.manifest.spec.label_names,
        data=dataset.name,
        arguments=arguments,
        card=card,
        found=None if readings is None else readings.reliability,
        sweeps=_sweeps(arguments, engine, dataset, labels),
        refused=find_refusals(arguments, engine, calibration, readings, dataset),
    )


def _require_sense(arguments: Namespace) -> None:
    if arguments.sweep and (arguments.noise is not None or arguments.shift):
        raise UsageError("--sweep brings its own noise and shifts; leave out --noise and --shift.")
    if arguments.output is not None:
        require_free_folder(arguments.output, overwrite=arguments.overwrite)


def _sweeps(
    arguments: Namespace, engine: Engine, dataset: DigitDataset, labels: IntArray
) -> dict[str, tuple[SweepPoint, ...]]:
    from desktop_cvae.inference.sweeps import SWEEPS, run_sweep

    names = dict.fromkeys(arguments.sweep)
    if names and not engine.spec.conditional:
        raise MissingLabels(arguments.model)
    images = dataset.floats()
    return {
        name: run_sweep(
            engine,
            images,
            labels,
            SWEEPS[name],
            arguments.seed,
            arguments.prepare,
            _progress(),
        )
        for name in names
    }


def _progress() -> Callable[[int, int], None] | None:
    """A counter in place, for people only."""
    if sys.stderr is None or not sys.stderr.isatty():
        return None

    def show(done: int, total: int) -> None:
        end = "\r" if done < total else "\r\x1b[K"
        print(f"{done:,} of {total:,} images", end=end, file=sys.stderr, flush=True)

    return show
