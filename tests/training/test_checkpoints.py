"""The last two and the best are kept; a full disk harms nothing."""

import errno
import os

import numpy as np
import pytest

from desktop_cvae.core.errors import InputOutputError
from desktop_cvae.library.checkpoint_file import OptimizerState, TrainingState, list_checkpoints
from desktop_cvae.training.checkpoints import CheckpointKeeper


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


def test_a_full_disk_leaves_the_earlier_checkpoints(tmp_path, monkeypatch):
    keeper = CheckpointKeeper(tmp_path)
    keeper.save(Standing(1, 1))

    def full(descriptor):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(InputOutputError, match="No space left"):
        keeper.save(Standing(2, 1))
    assert names(tmp_path) == [1]
