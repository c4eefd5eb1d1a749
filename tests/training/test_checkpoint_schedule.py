"""The last two and the best are kept; a full disk harms nothing."""

import errno
import os
from types import SimpleNamespace

import numpy as np
import pytest

from desktop_cvae.core.errors import InputOutputError
from desktop_cvae.library.checkpoint_file import (
    OptimizerState,
    TrainingState,
    kept_epochs,
    list_checkpoints,
    list_snapshots,
    load_checkpoint_weights,
)
from desktop_cvae.training import checkpoint_schedule
from desktop_cvae.training.checkpoint_schedule import CheckpointKeeper


class Standing:
    def __init__(self, epoch, best, weight=1.0):
        weights = {"w": np.full(3, weight, np.float32)}
        optimizer = OptimizerState({}, epoch, ())
        self._state = TrainingState(weights, optimizer, epoch, 0, (), weights, best)

    def state(self):
        return self._state


def names(folder):
    return [int(path.name[:5]) for path in list_checkpoints(folder)]


def test_the_last_two_and_the_best_are_kept(tmp_path):
    keeper = CheckpointKeeper(tmp_path)
    for epoch in range(1, 7):
        keeper.save(Standing(epoch, min(epoch, 2)))
    assert names(tmp_path) == [2, 5, 6]


def test_weights_that_are_no_numbers_are_not_kept(tmp_path):
    assert CheckpointKeeper(tmp_path).save(Standing(1, 0, float("nan"))) is None
    assert names(tmp_path) == []


def test_the_same_state_is_written_once(tmp_path):
    keeper = CheckpointKeeper(tmp_path)
    assert keeper.save(Standing(1, 1)) is not None
    assert keeper.save(Standing(1, 1)) is None
    assert keeper.save(Standing(2, 1)) is not None


def test_a_full_disk_leaves_the_earlier_checkpoints(tmp_path, monkeypatch):
    keeper = CheckpointKeeper(tmp_path)
    keeper.save(Standing(1, 1))

    def full(descriptor):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(InputOutputError, match="No space left"):
        keeper.save(Standing(2, 1))
    assert names(tmp_path) == [1]


class Ended(Standing):
    """A training at the end of an epoch, whose weights are the epoch's number."""

    def __init__(self, epoch):
        super().__init__(epoch, 1, float(epoch))
        self.epochs_done = epoch
        self.trainer = SimpleNamespace(model=SimpleNamespace(named_weights=self.weights))

    def weights(self):
        return self.state().weights


@pytest.fixture
def keeper(tmp_path, monkeypatch):
    # However quick the disk is: here no epoch takes any time at all.
    monkeypatch.setattr(checkpoint_schedule, "MAX_COST", float("inf"))
    return CheckpointKeeper(tmp_path)


def test_one_can_save_snapshot_some_of_all_epochs(tmp_path, keeper):
    for epoch in range(1, 101):
        keeper.save_snapshot(Ended(epoch))
        kept = list(list_snapshots(tmp_path))
        assert kept[0] == 1
        assert kept[-1] >= epoch - 7
        assert min(epoch, 8) <= len(kept) <= checkpoint_schedule.MOST_SNAPSHOTS
    for epoch in kept:
        np.testing.assert_array_equal(load_checkpoint_weights(tmp_path, epoch)["w"], epoch)
    assert kept_epochs(tmp_path) == kept
    # Every part of the training is there.
    assert max(np.diff(kept)) <= 16


def test_large_networks_keep_fewer_snapshots(tmp_path, keeper, monkeypatch):
    monkeypatch.setattr(checkpoint_schedule, "SNAPSHOT_BYTES", 100)
    for epoch in range(1, 40):
        keeper.save_snapshot(Ended(epoch))
        assert len(list_snapshots(tmp_path)) <= checkpoint_schedule.FEWEST_SNAPSHOTS


def test_a_run_that_is_taken_up_drops_what_it_does_again(tmp_path, keeper):
    for epoch in (1, 2, 3, 4):
        keeper.save_snapshot(Ended(epoch))
    keeper.save_snapshot(Ended(2))
    assert list(list_snapshots(tmp_path)) == [1, 2]


def test_snapshots_take_a_twentieth_of_the_time_at_most(tmp_path, monkeypatch):
    now = [0.0]
    monkeypatch.setattr(checkpoint_schedule.time, "perf_counter", lambda: now[0])
    keeper = CheckpointKeeper(tmp_path)
    write = checkpoint_schedule.write_snapshot

    def slow(*arguments):
        now[0] += 1.0
        return write(*arguments)

    monkeypatch.setattr(checkpoint_schedule, "write_snapshot", slow)
    for epoch in range(1, 42):
        keeper.save_snapshot(Ended(epoch))
        now[0] += 1.0
    assert list(list_snapshots(tmp_path)) == [1, 21, 41]


def test_a_damaged_snapshot_gives_way_to_a_checkpoint(tmp_path, keeper):
    keeper.save_snapshot(Ended(1))
    keeper.save_snapshot(Ended(2))
    for path in list_snapshots(tmp_path).values():
        path.write_bytes(path.read_bytes()[:-1] + b"x")
    with pytest.raises(InputOutputError, match="no checkpoint of epoch 2"):
        load_checkpoint_weights(tmp_path, 2)
    keeper.save(Ended(2))
    np.testing.assert_array_equal(load_checkpoint_weights(tmp_path, 2)["w"], 2)
