"""Row 15: killed amid writing a checkpoint, the old one or the new one is there."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from desktop_cvae.library.checkpoint_file import list_checkpoints, read_newest_checkpoint

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
