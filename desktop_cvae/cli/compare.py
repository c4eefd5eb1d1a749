"""``desktop-cvae compare``: models and runs side by side, as pictures, tables and one page."""

from __future__ import annotations

import dataclasses
import sys
from argparse import Namespace
from collections.abc import Callable
from typing import TYPE_CHECKING

from desktop_cvae.cli.messages import note
from desktop_cvae.cli.outputs import require_free_folder
from desktop_cvae.core.errors import UsageError
from desktop_cvae.library.model_library import ModelEntry
from desktop_cvae.library.run_models import distinct_names, find_model_or_run

if TYPE_CHECKING:
    from desktop_cvae.inference.comparison import Candidate

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
    from desktop_cvae.cli.comparison_report import write_report
    from desktop_cvae.datasets.loading import load_dataset
    from desktop_cvae.inference.comparison import compare_models

    dataset = load_dataset(arguments.data, "test")
    if arguments.limit is not None:
        dataset = dataset.limit(arguments.limit)
    candidates = [_open(entry) for entry in entries]
    comparison = compare_models(candidates, dataset, arguments.seed, _progress())
    for path in write_report(comparison, dataset.name, arguments.output):
        print(path)
    return 0


def _entries(names: list[str]) -> list[ModelEntry]:
    if not 2 <= len(names) <= MAX_MODELS:
        raise UsageError(f"Name 2 to {MAX_MODELS} models to compare, not {len(names)}.")
    entries = [find_model_or_run(name) for name in names]
    seen = set()
    for entry in entries:
        if entry.path in seen:
            raise UsageError(f"The model “{entry.name}” is named twice.")
        seen.add(entry.path)
    shown = distinct_names([entry.name for entry in entries])
    return [
        dataclasses.replace(entry, name=name) for entry, name in zip(entries, shown, strict=True)
    ]


def _open(entry: ModelEntry) -> Candidate:
    from desktop_cvae.inference.comparison import Candidate
    from desktop_cvae.inference.engines import open_engine
    from desktop_cvae.inference.setting_differences import ModelSettings
    from desktop_cvae.library.model_file import read_model_file

    manifest = entry.manifest
    settings = ModelSettings(manifest.spec, manifest.training, manifest.dataset_name)
    history = read_model_file(entry.path).history
    return Candidate(entry.name, open_engine(entry), settings, history, manifest.calibration)


def _progress() -> Callable[[str, int, int], None] | None:
    """A counter in place, for people only."""
    if sys.stderr is None or not sys.stderr.isatty():
        return None

    def show(name: str, done: int, total: int) -> None:
        if done < total:
            text = f"{name}: {done:,} of {total:,} images\x1b[K\r"
            print(text, end="", file=sys.stderr, flush=True)
        else:
            note(f"{name}: {total:,} images\x1b[K")

    return show
