"""A run's weights as a model: the file, the best checkpoint, any kept epoch."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from fake_runs import MakeRun

from desktop_cvae.core import paths
from desktop_cvae.core.errors import UsageError
from desktop_cvae.library.model_file import read_model_file
from desktop_cvae.library.model_library import list_models
from desktop_cvae.library.run_models import (
    MAX_KEPT,
    checkpoint_model,
    distinct_names,
    find_model_or_run,
    model_of_run,
    run_of_model,
)


def test_the_best_checkpoint_stands_for_a_run_without_a_model(make_run: MakeRun) -> None:
    run = make_run("night", losses=(9.0, 7.0, 8.0))
    entry = model_of_run(run)
    file = read_model_file(entry.path)
    assert entry.name == file.manifest.name == "night"
    assert len(file.history) == 2
    for name, array in make_run.weights(2).items():
        np.testing.assert_array_equal(file.weights[name], array)


def test_every_kept_epoch_is_a_model_of_its_own(make_run: MakeRun) -> None:
    run = make_run("night", losses=(9.0, 7.0, 8.0))
    entries = [checkpoint_model(run, epoch) for epoch in (2, 3)]
    assert len({entry.manifest.weights_sha256 for entry in entries}) == 2
    histories = [read_model_file(entry.path).history for entry in entries]
    assert [[record.epoch for record in history] for history in histories] == [[1, 2], [1, 2, 3]]


def test_a_checkpoint_is_written_once_until_its_weights_change(make_run: MakeRun) -> None:
    run = make_run("night", losses=(9.0,))
    first = checkpoint_model(run, 1)
    os.utime(first.path, (1, 1))
    checkpoint_model(run, 1)
    assert first.path.stat().st_mtime == 1
    first.path.write_bytes(b"damaged")
    assert checkpoint_model(run, 1).manifest.weights_sha256 == first.manifest.weights_sha256
    assert read_model_file(first.path).history


def test_the_cache_stays_small(make_run: MakeRun) -> None:
    folder = paths.cache_dir() / "checkpoints"
    folder.mkdir(parents=True)
    for number in range(MAX_KEPT + 5):
        file = folder / f"old-{number:02}.cvae"
        file.write_bytes(b"old")
        os.utime(file, (number, number))
    checkpoint_model(make_run("night", losses=(9.0,)), 1)
    left = sorted(path.name for path in folder.iterdir())
    assert len(left) == MAX_KEPT
    assert "old-05.cvae" not in left
    assert "old-06.cvae" in left


def test_a_model_file_is_preferred_and_knows_its_run(make_run: MakeRun, tiny_model: Path) -> None:
    run = make_run("night", losses=(9.0,), model=tiny_model)
    entry = model_of_run(run)
    assert (entry.name, entry.path) == ("night", tiny_model)
    assert run_of_model(entry, [make_run("other", losses=()), run]) is run
    assert run_of_model(list_models()[0], [run]) is None


@pytest.mark.parametrize("wish", [lambda run: run.name, lambda run: run.id])
def test_a_wish_may_be_a_model_or_a_run(make_run: MakeRun, wish: Callable[..., str]) -> None:
    run = make_run("night", losses=(9.0, 8.0))
    assert find_model_or_run(wish(run)).name == "night"
    assert find_model_or_run("studio").builtin


def test_what_is_not_there_is_said(make_run: MakeRun) -> None:
    with pytest.raises(UsageError, match=r"no model and no run “none” \(models: .*studio"):
        find_model_or_run("none")
    with pytest.raises(UsageError, match="“empty” has neither a model"):
        find_model_or_run(make_run("empty", losses=()).name)


def test_names_that_are_alike_get_numbers() -> None:
    assert distinct_names(["a", "b", "a", "a"]) == ["a", "b", "a (2)", "a (3)"]
    assert distinct_names(["a"] * 4) == ["a", "a (2)", "a (3)", "a (4)"]
    assert distinct_names(["a (2)", "a", "a"]) == ["a (2)", "a", "a (3)"]
