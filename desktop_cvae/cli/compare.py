"""``desktop-cvae compare``: compare models and runs, and write a folder."""

from __future__ import annotations

import dataclasses
from argparse import Namespace

from desktop_cvae.cli.comparison_report import write_report
from desktop_cvae.cli.inputs import load_test_part
from desktop_cvae.cli.output import require_free_folder, run_task
from desktop_cvae.core.errors import UsageError
from desktop_cvae.core.language import tr
from desktop_cvae.evaluation.comparison import compare_models
from desktop_cvae.inference.opened_model import open_model
from desktop_cvae.library.model_library import ModelEntry
from desktop_cvae.library.run_models import distinct_names, find_model_or_run

MAX_MODELS = 8


def run(arguments: Namespace) -> int:
    """Compare models on the test part of a data set and write a folder.

    A run stands for its model file or, where there is none, for the best epoch that its
    checkpoints hold.

    Raises:
        UsageError: fewer than two models, one of them twice, or the folder is not empty.
        DatasetProblem: the data cannot be used, or has labels unknown to a model.
        InputOutputError: the folder cannot be written.
    """
    require_free_folder(arguments.output, overwrite=arguments.overwrite)
    entries = _entries(arguments.models)
    dataset = load_test_part(arguments.data, arguments.limit)
    models = [open_model(entry) for entry in entries]
    comparison = run_task(compare_models(models, dataset, arguments.seed))
    for path in write_report(comparison, dataset.name, arguments.output):
        print(path)
    return 0


def _entries(names: list[str]) -> list[ModelEntry]:
    if not 2 <= len(names) <= MAX_MODELS:
        raise UsageError(
            tr(
                "Name 2 to {most} models to compare, not {count}.",
                most=MAX_MODELS,
                count=len(names),
            )
        )
    entries = [find_model_or_run(name) for name in names]
    seen = set()
    for entry in entries:
        if entry.path in seen:
            raise UsageError(tr("The model “{name}” is named twice.", name=entry.name))
        seen.add(entry.path)
    shown = distinct_names([entry.name for entry in entries])
    return [
        dataclasses.replace(entry, name=name) for entry, name in zip(entries, shown, strict=True)
    ]
