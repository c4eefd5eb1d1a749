"""A run's epochs, opened one after the other: the same codes, the same plane."""

from __future__ import annotations

import numpy as np
import pytest
from fake_runs import MakeRun
from fakes import draw_digit

from desktop_cvae.core.errors import UsageError
from desktop_cvae.inference.epoch_history import SAMPLES, extent, open_epoch_history
from desktop_cvae.library.checkpoint_file import list_checkpoints, write_snapshot

DIGITS = np.stack([draw_digit(n % 10, slant=n / 100) for n in range(30)]), np.arange(30) % 10


def test_the_last_epoch_comes_first_and_gives_the_plane(make_run: MakeRun) -> None:
    run = make_run("mine", losses=[9, 8, 7, 6])
    epochs = list(open_epoch_history(run, DIGITS, 3))
    assert [one.epoch for one in epochs] == [4, 1, 2, 3]
    last, *others = epochs
    for one in epochs:
        assert one.plane is last.plane
        assert one.positions is not None
        assert one.positions.shape == (30, 2)
        np.testing.assert_array_equal(one.samples.latents, last.samples.latents)
        assert len(one.samples.images) == SAMPLES
    # The weights differ a little from epoch to epoch, and so does what is seen.
    for one in others:
        assert not np.array_equal(one.samples.images, last.samples.images)
        assert not np.array_equal(one.positions, last.positions)


def test_snapshots_are_replayed_as_checkpoints_are(make_run: MakeRun) -> None:
    run = make_run("mine", losses=[9, 8, 7])
    whole = {one.epoch: one.samples.images for one in open_epoch_history(run, None, 3)}
    for path in list_checkpoints(run.checkpoints):
        path.unlink()
    for epoch in (1, 3):
        write_snapshot(run.checkpoints, epoch, make_run.weights(epoch))
    kept = {one.epoch: one.samples.images for one in open_epoch_history(run, None, 3)}
    assert list(kept) == [3, 1]
    for epoch, images in kept.items():
        np.testing.assert_array_equal(images, whole[epoch])


def test_a_run_that_kept_nothing_says_so(make_run: MakeRun) -> None:
    with pytest.raises(UsageError, match="No epochs of"):
        next(open_epoch_history(make_run("empty"), DIGITS, 0))


def test_the_extent_leaves_out_the_farthest() -> None:
    positions = np.concatenate([np.ones((1000, 2)), [[50.0, 50.0]]]).astype(np.float32)
    assert extent(positions) == 1
    assert extent(np.zeros((4, 2), np.float32)) == 1
