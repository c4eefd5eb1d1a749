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

from desktop_cvae.core.errors import InputOutputError
from desktop_cvae.library.checkpoint_file import (
    OptimizerState,
    TrainingState,
    list_checkpoints,
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
    with pytest.raises(InputOutputError, match="cannot be used"):
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
    with pytest.raises(InputOutputError, match="cannot be used"):
        read_checkpoint(path)


def test_a_history_is_a_list(tmp_path: Path) -> None:
    path = write_checkpoint(tmp_path, STATE)
    body = path.read_bytes()[65:].replace(b'"history": []', b'"history": {}')
    path.write_bytes(hashlib.sha256(body).hexdigest().encode() + b"\n" + body)
    with pytest.raises(InputOutputError, match="cannot be used"):
        read_checkpoint(path)


def test_one_changed_byte_is_noticed(tmp_path: Path) -> None:
    path = write_checkpoint(tmp_path, STATE)
    data = bytearray(path.read_bytes())
    data[-1] ^= 1
    path.write_bytes(data)
    with pytest.raises(InputOutputError) as caught:
        read_checkpoint(path)
    assert "SHA-256" in caught.value.details
