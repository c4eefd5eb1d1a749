"""Row 15: killed amid writing a checkpoint, the old one or the new one is there.

Row 31: a position that no training can have is refused.
"""

from __future__ import annotations

import dataclasses
import hashlib
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from desktop_cvae.core.errors import RunProblem
from desktop_cvae.library import checkpoint_file
from desktop_cvae.library.checkpoint_file import (
    OptimizerState,
    TrainingState,
    kept_epochs,
    list_checkpoints,
    load_checkpoint_weights,
    read_checkpoint,
    read_newest_checkpoint,
    write_checkpoint,
)

WRITER = Path(__file__).with_name("killed_writer.py")


@pytest.mark.skipif(os.name == "nt", reason="POSIX signals")
def test_killed_at_any_byte_the_old_checkpoint_or_the_new_one_is_there(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, str(WRITER), str(tmp_path)], capture_output=True, text=True, check=True
    )
    killed = dict(line.split() for line in done.stdout.splitlines())
    assert len(killed) == 14
    assert "0" not in killed.values()
    for moment in killed:
        damaged: list[Exception] = []
        state = read_newest_checkpoint(tmp_path / moment, damaged.append)
        assert (damaged, state is not None) == ([], True)
        assert state is not None
        is_renamed = moment in ("after-rename", "before-folder-sync")
        assert state.epoch == (2 if is_renamed else 1), moment
        np.testing.assert_array_equal(state.weights["w"], np.full(20_000, state.epoch))
        assert len(list_checkpoints(tmp_path / moment)) == state.epoch


WEIGHTS = {"w": np.arange(6, dtype=np.float32).reshape(2, 3)}
OPTIMIZER = OptimizerState(WEIGHTS, 70, ((1, 2), (3, 4)))
STATE = TrainingState(WEIGHTS, OPTIMIZER, 2, 5, (), WEIGHTS, 1, (3.0, 2.0, 1.0), 640, 1.5)


def test_what_was_written_is_read(tmp_path: Path) -> None:
    state = read_checkpoint(write_checkpoint(tmp_path, STATE))
    np.testing.assert_array_equal(state.weights["w"], WEIGHTS["w"])
    assert (state.epoch, state.batch, state.best_epoch) == (2, 5, 1)
    assert (state.sums, state.images, state.seconds) == ((3.0, 2.0, 1.0), 640, 1.5)
    assert (state.optimizer.iterations, state.optimizer.dropout_seeds) == (70, ((1, 2), (3, 4)))


@pytest.mark.parametrize(
    "changes",
    [
        {"epoch": 10**9},
        {"best_epoch": -1},
        {"best_epoch": 3},
        {"batch": -1},
        {"batch": 10**15},
        {"images": -1},
        {"seconds": -1.0},
        {"seconds": float("inf")},
        {"seconds": 10**400},
        {"sums": (float("nan"), 1.0, 1.0)},
        {"sums": (1.0, 1.0)},
        {"optimizer": OptimizerState(WEIGHTS, -1, ())},
        {"optimizer": OptimizerState(WEIGHTS, 1, ((-1, 2),))},
        {"optimizer": OptimizerState(WEIGHTS, 1, {})},
    ],
)
def test_a_position_that_no_training_has_is_refused(
    tmp_path: Path, changes: dict[str, Any]
) -> None:
    path = write_checkpoint(tmp_path, dataclasses.replace(STATE, **changes))
    with pytest.raises(RunProblem, match="cannot be used"):
        read_checkpoint(path)


@pytest.mark.parametrize(
    "header",
    [
        b"",
        b"[]",
        b"7",
        b'{"format": 1}',
        b'{"format": 1, "shapes": []}',
        b'{"format": 1, "shapes": {"w": 3}}',
        b"[" * 100_000,
        b'{"format": ' + b"9" * 5000 + b"}",
    ],
)
def test_any_header_is_our_own_error(tmp_path: Path, header: bytes) -> None:
    path, body = tmp_path / "a.checkpoint", header + b"\n"
    path.write_bytes(hashlib.sha256(body).hexdigest().encode() + b"\n" + body)
    with pytest.raises(RunProblem, match="cannot be used") as caught:
        read_checkpoint(path)
    assert "model file" not in caught.value.details


def test_a_history_is_a_list(tmp_path: Path) -> None:
    path = write_checkpoint(tmp_path, STATE)
    body = path.read_bytes()[65:].replace(b'"history": []', b'"history": {}')
    path.write_bytes(hashlib.sha256(body).hexdigest().encode() + b"\n" + body)
    with pytest.raises(RunProblem, match="cannot be used"):
        read_checkpoint(path)


def test_one_changed_byte_is_noticed(tmp_path: Path) -> None:
    path = write_checkpoint(tmp_path, STATE)
    data = bytearray(path.read_bytes())
    data[-1] ^= 1
    path.write_bytes(data)
    with pytest.raises(RunProblem) as caught:
        read_checkpoint(path)
    assert "SHA-256" in caught.value.details


@pytest.mark.parametrize("digest", [b"0" * 64, b"f" * 64])
def test_a_digest_of_other_numbers_is_noticed(tmp_path: Path, digest: bytes) -> None:
    path = write_checkpoint(tmp_path, STATE)
    path.write_bytes(digest + path.read_bytes()[64:])
    with pytest.raises(RunProblem) as caught:
        read_checkpoint(path)
    assert "SHA-256" in caught.value.details


def weights(value: float) -> dict[str, Any]:
    return {"w": np.full((2, 3), value, np.float32)}


def at(epoch: int, batch: int, best: int) -> TrainingState:
    """A state whose weights are its epoch, and whose best weights are the best epoch's."""
    return dataclasses.replace(
        STATE,
        weights=weights(epoch),
        epoch=epoch,
        batch=batch,
        best_weights=weights(best),
        best_epoch=best,
    )


def test_the_furthest_checkpoint_is_the_last(tmp_path: Path) -> None:
    states = [at(10, 0, 9), at(9, 200, 1), at(9, 30, 1), at(0, 7, 0)]
    for state in states:
        write_checkpoint(tmp_path, state)
    names = [path.name for path in list_checkpoints(tmp_path)]
    assert names == [state.file_name for state in reversed(states)]
    assert names[-1] == "00010-00000000.checkpoint"
    newest = read_newest_checkpoint(tmp_path)
    assert newest is not None
    assert newest.epoch == 10
    assert list_checkpoints(tmp_path / "missing") == []
    assert read_newest_checkpoint(tmp_path / "missing") is None


def test_whole_epochs_and_the_best_are_kept(tmp_path: Path) -> None:
    for state in (at(0, 4, 0), at(2, 0, 1), at(3, 5, 1), at(5, 0, 5)):
        write_checkpoint(tmp_path, state)
    (tmp_path / "00004-00000000.checkpoint").write_bytes(b"damaged")
    assert kept_epochs(tmp_path) == [1, 2, 5]
    for epoch in (1, 2, 5):
        assert load_checkpoint_weights(tmp_path, epoch)["w"].max() == epoch
    # The third epoch was finished, but what is kept of it is amid the fourth.
    for epoch in (3, 4, 6):
        with pytest.raises(RunProblem, match=rf"no checkpoint of epoch {epoch}\."):
            load_checkpoint_weights(tmp_path, epoch)


def test_a_checkpoint_that_is_too_large_or_of_another_program_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_checkpoint(tmp_path, STATE)
    monkeypatch.setattr(checkpoint_file, "MAX_BYTES", path.stat().st_size)
    assert read_checkpoint(path).epoch == 2
    monkeypatch.setattr(checkpoint_file, "MAX_BYTES", path.stat().st_size - 1)
    with pytest.raises(RunProblem, match="cannot be used") as caught:
        read_checkpoint(path)
    assert caught.value.details == "too large"
    monkeypatch.undo()
    for version in (0, 2):
        monkeypatch.setattr(checkpoint_file, "FORMAT", version)
        with pytest.raises(RunProblem) as caught:
            read_checkpoint(path)
        assert "another program" in caught.value.details


def test_a_weight_that_is_no_number_is_seen() -> None:
    assert STATE.is_finite()
    spoiled = {"v": np.zeros(2, np.float32), "w": np.array([1, np.inf], np.float32)}
    assert not dataclasses.replace(STATE, weights=spoiled).is_finite()
