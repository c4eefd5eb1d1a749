"""Models of runs: a run's model file, or the weights of one of its checkpoints.

A checkpoint becomes a model file in this machine's cache, so that everything that works with a
model also works with the third epoch of a training.
"""

from __future__ import annotations

import contextlib
import hashlib
import itertools
from collections.abc import Sequence
from pathlib import Path

from desktop_cvae.core import paths
from desktop_cvae.core.errors import DesktopCvaeError, UsageError
from desktop_cvae.core.language import tr
from desktop_cvae.core.results import FloatArray
from desktop_cvae.library.checkpoint_file import kept_epochs, load_checkpoint_weights
from desktop_cvae.library.manifest import Manifest
from desktop_cvae.library.model_file import SUFFIX, NewModel, read_manifest, write_model_file
from desktop_cvae.library.model_library import ModelEntry, find_model, list_models
from desktop_cvae.library.run_library import RunEntry, find_run
from desktop_cvae.library.tensor_file import pack_tensors

MAX_KEPT = 24
"""Most models of checkpoints in the cache; the oldest are deleted."""


def model_of_run(run: RunEntry) -> ModelEntry:
    """Return a run's model file, else the model of its best epoch with a checkpoint.

    Raises:
        UsageError: it has neither.
        InputOutputError: a checkpoint cannot be read, or the cache cannot be written.
    """
    if run.model_path is not None:
        return ModelEntry(run.name, run.model_path, False, read_manifest(run.model_path))
    epochs = kept_epochs(run.checkpoints)
    if not epochs:
        raise UsageError(
            tr(
                "The run “{name}” has neither a model nor a checkpoint of a whole epoch.",
                name=run.name,
            )
        )
    return checkpoint_model(run, best_epoch(run, epochs))


def checkpoint_model(run: RunEntry, epoch: int) -> ModelEntry:
    """Return a run's model after an epoch, as a file in the cache.

    Args:
        run: which run.
        epoch: counted from 1, one of ``kept_epochs(run.checkpoints)``.

    Raises:
        InputOutputError: the checkpoint cannot be read, or the cache cannot be written.
        MismatchedWeights: its weights are not the network's.
    """
    weights = load_checkpoint_weights(run.checkpoints, epoch)
    weights = {name: weights[name] for name in run.spec.tensors() if name in weights}
    path = paths.cache_dir() / "checkpoints" / f"{run.id}-{epoch:05}{SUFFIX}"
    manifest = _kept_manifest(path, weights) or _write(path, run, epoch, weights)
    return ModelEntry(run.name, path, False, manifest)


def best_epoch(run: RunEntry, epochs: Sequence[int]) -> int:
    """Return the epoch with the least validation loss; the last one if none is recorded."""
    losses = {record.epoch: record.validation.total for record in run.history}
    return min(reversed(epochs), key=lambda epoch: losses.get(epoch, float("inf")))


def run_of_model(entry: ModelEntry, runs: Sequence[RunEntry]) -> RunEntry | None:
    """Return the run that wrote a model's file; None if it is not among the runs."""
    path = entry.path.resolve()
    mine = (run for run in runs if run.model_path is not None and run.model_path.resolve() == path)
    return next(mine, None)


def find_model_or_run(identifier: str) -> ModelEntry:
    """Return the model of that name or file, else of the run of that id, name or folder.

    Raises:
        UsageError: there is neither, or the run has no weights.
        ModelFileError: the file is no model file, damaged, …
        InputOutputError: something cannot be read or written.
    """
    names = [entry.name for entry in list_models()]
    if identifier in names or Path(identifier).suffix == SUFFIX or Path(identifier).is_file():
        return find_model(identifier)
    try:
        run = find_run(identifier)
    except UsageError as error:
        known = ", ".join(names) or tr("none")
        sentence = tr(
            "There is no model and no run “{name}” (models: {known}).",
            name=identifier[:80],
            known=known,
        )
        raise UsageError(sentence) from error
    return model_of_run(run)


def distinct_names(names: Sequence[str]) -> list[str]:
    """Return the names, with a number after repeated ones: "a", "a (2)"."""
    distinct: list[str] = []
    for name in names:
        numbered = (f"{name} ({number})" for number in itertools.count(2))
        distinct.append(next(n for n in itertools.chain([name], numbered) if n not in distinct))
    return distinct


def _kept_manifest(path: Path, weights: dict[str, FloatArray]) -> Manifest | None:
    """Return the file's manifest if it has these weights; a resumed run may repeat an epoch."""
    try:
        manifest = read_manifest(path) if path.is_file() else None
    except DesktopCvaeError:
        return None
    digest = hashlib.sha256(pack_tensors(weights)).hexdigest()
    return manifest if manifest is not None and manifest.weights_sha256 == digest else None


def _write(path: Path, run: RunEntry, epoch: int, weights: dict[str, FloatArray]) -> Manifest:
    _make_room(path.parent)
    return write_model_file(
        path,
        NewModel(
            name=run.name,
            spec=run.spec,
            training=run.training,
            weights=weights,
            history=tuple(record for record in run.history if record.epoch <= epoch),
            dataset_name=run.dataset_name,
            dataset_digest=run.dataset_digest,
        ),
    )


def _make_room(folder: Path) -> None:
    # Another window may clear the same folder; missing files are no error.
    with contextlib.suppress(OSError):
        files = sorted(folder.glob(f"*{SUFFIX}"), key=lambda path: path.stat().st_mtime)
        for path in files[: max(0, len(files) - MAX_KEPT + 1)]:
            path.unlink(missing_ok=True)
